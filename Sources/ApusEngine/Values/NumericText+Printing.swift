// Numbers to text. Everything is written into memory that the caller owns; nothing allocates.

extension NumericText {
  /// The longest text of a number: sign, 19 digits, point, exponent, and the zeros that `%g` puts in front.
  static let longest = 48

  /// Writes an integer's decimal digits, at most 20 bytes with the sign; returns their number.
  @inline(__always)
  static func write(_ value: Int64, to target: UnsafeMutableRawPointer) -> Int {
    var length = 0
    if value < 0 {
      target.storeBytes(of: 0x2d, as: UInt8.self)
      length = 1
    }
    return length &+ write(magnitude: value.magnitude, to: target + length)
  }

  /// Writes the decimal digits of a number without sign, at most 20 bytes; returns their number.
  @inline(__always)
  static func write(magnitude: UInt64, to target: UnsafeMutableRawPointer) -> Int {
    var count = 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      count &+= 1
    }
    rest = magnitude
    var index = count
    repeat {
      index &-= 1
      target.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ rest % 10), toByteOffset: index, as: UInt8.self)
      rest /= 10
    } while index > 0
    return count
  }

  /// Writes a real as SQLite's `%!.15g` does, or with another number of significant digits up to 19: always with a
  /// point or exponent. Returns the number of bytes, at most `longest`. NaN, which no value of SQL is, gives "NaN".
  static func write(_ value: Double, significant: Int = 15, to target: UnsafeMutableRawPointer) -> Int {
    if value.magnitude < 1e15, value == value.rounded(.towardZero), significant >= 15 {
      let length = write(Int64(value), to: target)
      target.storeBytes(of: 0x2e, toByteOffset: length, as: UInt8.self)
      target.storeBytes(of: 0x30, toByteOffset: length &+ 1, as: UInt8.self)
      return length &+ 2
    }
    let digits = DecimalDigits(value, .significant(significant), maximum: 26)
    var length = 0
    @inline(__always)
    func put(_ byte: UInt8) {
      target.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
      length &+= 1
    }
    func put(_ text: StaticString) {
      target.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
      length = text.utf8CodeUnitCount
    }
    switch digits.special {
    case .none: break
    case .infinity:
      put(digits.isNegative ? "-Inf" : "Inf")
      return length
    case .notANumber:
      put("NaN")
      return length
    }
    if digits.isNegative { put(0x2d) }
    let exponent = digits.pointPosition &- 1
    if exponent < -4 || exponent >= significant {
      put(digits[0])
      put(0x2e)
      if digits.count > 1 {
        for index in 1..<digits.count { put(digits[index]) }
      } else {
        put(0x30)
      }
      put(0x65)
      put(exponent < 0 ? 0x2d : 0x2b)
      let size = exponent.magnitude
      if size >= 100 { put(UInt8(truncatingIfNeeded: 0x30 &+ size / 100)) }
      put(UInt8(truncatingIfNeeded: 0x30 &+ size / 10 % 10))
      put(UInt8(truncatingIfNeeded: 0x30 &+ size % 10))
      return length
    }
    var index = 0
    if digits.pointPosition <= 0 {
      put(0x30)
    } else {
      while index < digits.pointPosition {
        put(digits[index])
        index &+= 1
      }
    }
    put(0x2e)
    var zeros = digits.pointPosition
    while zeros < 0 {
      put(0x30)
      zeros &+= 1
    }
    if index >= digits.count { put(0x30) }
    while index < digits.count {
      put(digits[index])
      index &+= 1
    }
    return length
  }

  /// Appends an integer's decimal digits.
  static func append(_ value: Int64, to buffer: inout ByteBuffer) {
    buffer.reserve(buffer.count &+ longest)
    buffer.count &+= write(value, to: buffer.base.unsafelyUnwrapped + buffer.count)
  }

  /// Appends a real as `write(_:significant:to:)` prints it.
  static func append(_ value: Double, significant: Int = 15, to buffer: inout ByteBuffer) {
    buffer.reserve(buffer.count &+ longest)
    buffer.count &+= write(value, significant: significant, to: buffer.base.unsafelyUnwrapped + buffer.count)
  }

  /// Appends a real so that reading it gives the same real again: 15 digits when they suffice, else 17.
  static func appendRoundTrip(_ value: Double, to buffer: inout ByteBuffer) {
    let start = buffer.count
    append(value, to: &buffer)
    guard value.isFinite, real(UnsafeRawBufferPointer(rebasing: buffer.bytes[start...])) != value else {
      return
    }
    buffer.count = start
    append(value, significant: 17, to: &buffer)
  }
}
