#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(WASILibc)
  import WASILibc
#elseif canImport(ucrt)
  import ucrt
#endif

/// Numbers in text, both ways, by SQLite's rules and without allocation.
enum NumericText {
  /// What a text begins with.
  struct Scan {
    enum Form { case none, integer, real }
    /// `none` when no number begins the text.
    var form: Form
    /// The number is all there is but for spaces around it.
    var isWhole: Bool
    /// The value as an integer: exact for `.integer` when `fits`.
    var integer: Int64
    /// The integer's digits fit 64 bits.
    var fits: Bool
    var real: Double
  }

  /// The spaces that SQLite skips around numbers.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Reads the longest number that begins the text.
  static func scan(_ text: UnsafeRawBufferPointer) -> Scan {
    var result = Scan(form: .none, isWhole: false, integer: 0, fits: true, real: 0)
    guard let base = text.baseAddress else { return result }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    let end = text.count
    var index = 0
    while index < end, isSpace(bytes[index]) { index += 1 }
    var isNegative = false
    let start = index
    if index < end, bytes[index] == 0x2d || bytes[index] == 0x2b {
      isNegative = bytes[index] == 0x2d
      index += 1
    }
    var significand: UInt64 = 0
    var overflowed = false
    var digits = 0
    // Digits that no longer fit the significand, and digits behind the point, move the exponent.
    var exponent = 0
    var inexact = false
    while index < end, isDigit(bytes[index]) {
      let digit = UInt64(bytes[index] &- 0x30)
      if significand < 922_337_203_685_477_580 {
        significand = significand &* 10 &+ digit
      } else if !overflowed {
        let (product, over) = significand.multipliedReportingOverflow(by: 10)
        let (sum, over2) = product.addingReportingOverflow(digit)
        if over || over2 {
          overflowed = true
          exponent += 1
          inexact = inexact || digit != 0
        } else {
          significand = sum
        }
      } else {
        exponent += 1
        inexact = inexact || digit != 0
      }
      digits += 1
      index += 1
    }
    let integerDigits = digits
    var isReal = false
    if index < end, bytes[index] == 0x2e {
      var after = index + 1
      var fraction = 0
      while after < end, isDigit(bytes[after]) {
        let digit = UInt64(bytes[after] &- 0x30)
        if !overflowed, significand < 922_337_203_685_477_580 {
          significand = significand &* 10 &+ digit
          exponent -= 1
        } else {
          overflowed = true
          inexact = inexact || digit != 0
        }
        fraction += 1
        after += 1
      }
      if integerDigits > 0 || fraction > 0 {
        isReal = true
        digits += fraction
        index = after
      }
    }
    guard digits > 0 else { return result }
    if index < end, bytes[index] == 0x65 || bytes[index] == 0x45 {
      var after = index + 1
      var negativeExponent = false
      if after < end, bytes[after] == 0x2b || bytes[after] == 0x2d {
        negativeExponent = bytes[after] == 0x2d
        after += 1
      }
      if after < end, isDigit(bytes[after]) {
        var value = 0
        while after < end, isDigit(bytes[after]) {
          if value < 100_000 { value = value * 10 + Int(bytes[after] &- 0x30) }
          after += 1
        }
        exponent += negativeExponent ? -value : value
        isReal = true
        index = after
      }
    }
    let numberEnd = index
    while index < end, isSpace(bytes[index]) { index += 1 }
    result.isWhole = index == end
    if !isReal {
      result.form = .integer
      let limit: UInt64 = isNegative ? 1 << 63 : (1 << 63) - 1
      if overflowed || significand > limit {
        result.fits = false
        result.integer = isNegative ? .min : .max
      } else {
        result.integer = isNegative ? 0 &- Int64(bitPattern: significand) : Int64(bitPattern: significand)
        result.real = isNegative ? -Double(significand) : Double(significand)
        return result
      }
    } else {
      result.form = .real
    }
    if exponent == 0, !overflowed, !inexact {
      result.real = isNegative ? -Double(significand) : Double(significand)
    } else if !overflowed, !inexact, significand <= 1 << 53, exponent >= -22, exponent <= 22 {
      let scale = Self.exactPowers[exponent.magnitudeIndex]
      let value = Double(significand)
      let scaled = exponent < 0 ? value / scale : value * scale
      result.real = isNegative ? -scaled : scaled
    } else {
      result.real = slowReal(bytes + start, numberEnd - start)
    }
    return result
  }

  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// The C library's conversion, correctly rounded, of a number's own characters.
  private static func slowReal(_ start: UnsafePointer<UInt8>, _ count: Int) -> Double {
    withUnsafeTemporaryAllocation(byteCount: count + 1, alignment: 1) { buffer in
      for index in 0..<count { buffer[index] = start[index] }
      buffer[count] = 0
      guard let base = buffer.baseAddress else { return 0 }
      return strtod(base.assumingMemoryBound(to: CChar.self), nil)
    }
  }

  /// The number that begins the text, as a real; 0 without one.
  static func real(_ text: UnsafeRawBufferPointer) -> Double {
    let scan = scan(text)
    return scan.form == .none ? 0 : scan.real
  }

  static func real(_ text: UnsafeBufferPointer<UInt8>) -> Double { real(UnsafeRawBufferPointer(text)) }

  // MARK: Printing

  /// Appends an integer's decimal digits.
  static func append(_ value: Int64, to buffer: inout ByteBuffer) {
    withUnsafeTemporaryAllocation(byteCount: 24, alignment: 1) { digits in
      var position = 24
      var rest = value.magnitude
      repeat {
        position -= 1
        digits[position] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
        rest /= 10
      } while rest != 0
      if value < 0 {
        position -= 1
        digits[position] = 0x2d
      }
      buffer.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[position...]))
    }
  }

  /// Appends a real as `%!.15g` prints it, or with another number of significant digits: always with a point or exponent.
  static func append(_ value: Double, significant: Int = 15, to buffer: inout ByteBuffer) {
    if value.isNaN {
      buffer.append("NaN" as StaticString)
      return
    }
    if value.isInfinite {
      buffer.append(value < 0 ? "-Inf" as StaticString : "Inf" as StaticString)
      return
    }
    let digits = DecimalDigits(value, maximum: significant)
    if digits.isNegative, !(digits.count == 1 && digits[0] == 0x30) { buffer.append(0x2d) }
    let exponent = digits.pointPosition - 1
    if exponent < -4 || exponent >= significant {
      buffer.append(digits[0])
      buffer.append(0x2e)
      if digits.count > 1 {
        for index in 1..<digits.count { buffer.append(digits[index]) }
      } else {
        buffer.append(0x30)
      }
      buffer.append(0x65)
      buffer.append(exponent < 0 ? 0x2d : 0x2b)
      let size = exponent.magnitude
      if size >= 100 { buffer.append(UInt8(truncatingIfNeeded: 0x30 + size / 100)) }
      buffer.append(UInt8(truncatingIfNeeded: 0x30 + size / 10 % 10))
      buffer.append(UInt8(truncatingIfNeeded: 0x30 + size % 10))
      return
    }
    if digits.pointPosition <= 0 {
      buffer.append(0x30)
      buffer.append(0x2e)
      for _ in 0..<(-digits.pointPosition) { buffer.append(0x30) }
      for index in 0..<digits.count { buffer.append(digits[index]) }
      return
    }
    for index in 0..<digits.pointPosition { buffer.append(index < digits.count ? digits[index] : 0x30) }
    buffer.append(0x2e)
    if digits.count > digits.pointPosition {
      for index in digits.pointPosition..<digits.count { buffer.append(digits[index]) }
    } else {
      buffer.append(0x30)
    }
  }
}

extension Int {
  /// The magnitude as an index.
  fileprivate var magnitudeIndex: Int { self < 0 ? -self : self }
}
