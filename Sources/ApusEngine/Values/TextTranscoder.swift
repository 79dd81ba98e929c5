/// Between the UTF-16 of files, the WTF-8 of registers (`WTF8`) and the UTF-8 of everybody else. Nothing is refused. The ways from
/// and to UTF-8 are SQLite's: a surrogate takes any unit behind it for its other half, and bytes that are no UTF-8 become U+FFFD or
/// the number that they spell.
enum TextTranscoder {
  /// Room for the text of so many bytes of UTF-16: a unit gives up to 3 bytes, a pair 4, an odd byte 3.
  @inline(__always)
  static func room(forUTF16 count: Int) -> Int { (count &+ 1) / 2 &* 3 &+ 4 }

  /// Appends UTF-16 bytes as UTF-8. An odd last byte is dropped.
  static func appendUTF8(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    append(source, encoding, to: &target, joinsAll: true)
  }

  /// Appends UTF-16 bytes as WTF-8.
  static func appendWTF8(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    append(source, encoding, to: &target, joinsAll: false)
    if source.count & 1 == 1, let base = target.base {
      WTF8.writeOddByte(source[source.count &- 1], to: base + target.count)
      target.count &+= WTF8.oddByteLength
    }
  }

  @inline(__always)
  private static func append(
    _ source: UnsafeRawBufferPointer, _ encoding: TextEncoding, to target: inout ByteBuffer, joinsAll: Bool
  ) {
    guard let base = source.baseAddress else { return }
    let isBig = encoding == .utf16BigEndian
    let end = source.count & ~1
    target.reserve(target.count &+ room(forUTF16: source.count))
    let output = target.base.unsafelyUnwrapped
    var length = target.count
    var index = 0
    @inline(__always)
    func unit(_ at: Int) -> UInt32 {
      let raw = base.loadUnaligned(fromByteOffset: at, as: UInt16.self)
      return UInt32(isBig ? UInt16(bigEndian: raw) : UInt16(littleEndian: raw))
    }
    while index < end {
      var scalar = unit(index)
      index &+= 2
      if scalar & 0xf800 == 0xd800, index < end {
        let other = unit(index)
        if joinsAll || (scalar < 0xdc00 && other & 0xfc00 == 0xdc00) {
          scalar = joined(scalar, other)
          index &+= 2
        }
      }
      length &+= write(scalar: scalar, to: output + length)
    }
    target.count = length
  }

  /// The character of two units.
  @inline(__always)
  private static func joined(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (second & 0x3ff) &+ ((first & 0x3f) &<< 10) &+ (((first & 0x3c0) &+ 0x40) &<< 10)
  }

  /// Appends UTF-8 as WTF-8.
  static func appendWTF8(ofUTF8 source: UnsafeRawBufferPointer, to target: inout ByteBuffer) {
    // A byte that is a character by itself gives two.
    target.reserve(target.count &+ source.count &* 3 &+ 4)
    let output = target.base.unsafelyUnwrapped
    var length = target.count
    var index = 0
    while index < source.count {
      var scalar = nextScalar(source, &index)
      // Two units have no room for more.
      if scalar > 0xffff { scalar = ((scalar &- 0x10000) & 0xfffff) &+ 0x10000 }
      length &+= write(scalar: scalar, to: output + length)
    }
    target.count = length
  }

  /// Appends WTF-8 as UTF-8, which is never longer.
  static func appendUTF8(ofWTF8 source: UnsafeRawBufferPointer, to target: inout ByteBuffer) {
    target.reserve(target.count &+ source.count &+ 4)
    let output = target.base.unsafelyUnwrapped
    var length = target.count
    var units = UTF16Units(source)
    while let unit = units.next() {
      var scalar = UInt32(unit)
      if scalar & 0xf800 == 0xd800, let other = units.next() { scalar = joined(scalar, UInt32(other)) }
      length &+= write(scalar: scalar, to: output + length)
    }
    target.count = length
  }

  /// Writes a number below 2^21 in UTF-8's pattern, 1 to 4 bytes; returns how many.
  @inline(__always)
  static func write(scalar: UInt32, to target: UnsafeMutableRawPointer) -> Int {
    @inline(__always)
    func put(_ value: UInt32, _ offset: Int) {
      target.storeBytes(of: UInt8(truncatingIfNeeded: value), toByteOffset: offset, as: UInt8.self)
    }
    if scalar < 0x80 {
      put(scalar, 0)
      return 1
    }
    if scalar < 0x800 {
      put(0xc0 | (scalar &>> 6), 0)
      put(0x80 | (scalar & 0x3f), 1)
      return 2
    }
    if scalar < 0x10000 {
      put(0xe0 | (scalar &>> 12), 0)
      put(0x80 | ((scalar &>> 6) & 0x3f), 1)
      put(0x80 | (scalar & 0x3f), 2)
      return 3
    }
    put(0xf0 | ((scalar &>> 18) & 7), 0)
    put(0x80 | ((scalar &>> 12) & 0x3f), 1)
    put(0x80 | ((scalar &>> 6) & 0x3f), 2)
    put(0x80 | (scalar & 0x3f), 3)
    return 4
  }

  /// Takes the next character out of UTF-8 bytes. `index` must be below `source.count`.
  @inline(__always)
  static func nextScalar(_ source: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32 {
    let first = source[index]
    index &+= 1
    if first < 0xc0 { return UInt32(first) }
    return multibyteScalar(first, source, &index)
  }

  private static func multibyteScalar(
    _ first: UInt8, _ source: UnsafeRawBufferPointer, _ index: inout Int
  ) -> UInt32 {
    let scalar = spelledScalar(first, source, &index)
    return scalar & 0xffff_f800 == 0xd800 || scalar & 0xffff_fffe == 0xfffe ? 0xfffd : scalar
  }

  /// The number that a lead byte and the continuation bytes behind it spell; U+FFFD if a byte alone could.
  @inline(__always)
  fileprivate static func spelledScalar(
    _ first: UInt8, _ source: UnsafeRawBufferPointer, _ index: inout Int
  ) -> UInt32 {
    var scalar: UInt32
    switch first {
    case ..<0xe0: scalar = UInt32(first & 0x1f)
    case ..<0xf0: scalar = UInt32(first & 0x0f)
    case ..<0xf8: scalar = UInt32(first & 0x07)
    case ..<0xfc: scalar = UInt32(first & 0x03)
    case 0xfd: scalar = 1
    default: scalar = 0
    }
    while index < source.count, source[index] & 0xc0 == 0x80 {
      scalar = (scalar &<< 6) &+ UInt32(source[index] & 0x3f)
      index &+= 1
    }
    return scalar < 0x80 ? 0xfffd : scalar
  }

  /// Appends WTF-8 as UTF-16: the bytes that `appendWTF8` has read.
  static func appendUTF16(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    let isBig = encoding == .utf16BigEndian
    // No byte gives more than one unit.
    target.reserve(target.count &+ source.count &* 2)
    let output = target.base.unsafelyUnwrapped
    var length = target.count
    var units = UTF16Units(source)
    while let unit = units.next() {
      output.storeBytes(of: isBig ? unit.bigEndian : unit.littleEndian, toByteOffset: length, as: UInt16.self)
      length &+= 2
    }
    target.count = length
    if let byte = WTF8.oddByte(source) { target.append(byte) }
  }
}

/// The UTF-16 code units of WTF-8, one after another, without an odd byte.
struct UTF16Units {
  private let source: UnsafeRawBufferPointer
  private var index = 0
  private var pending: UInt16?

  /// Bytes of the text in UTF-16, an odd one included.
  static func byteCount(_ text: UnsafeRawBufferPointer) -> Int {
    var count = WTF8.oddByte(text) == nil ? 0 : 1
    var units = UTF16Units(text)
    while units.next() != nil { count &+= 2 }
    return count
  }

  init(_ source: UnsafeRawBufferPointer) { self.source = WTF8.whole(source) }

  @inline(__always)
  mutating func next() -> UInt16? {
    if let unit = pending {
      pending = nil
      return unit
    }
    guard index < source.count else { return nil }
    let first = source[index]
    index &+= 1
    guard first >= 0xc0 else { return UInt16(first) }
    let scalar = TextTranscoder.spelledScalar(first, source, &index)
    guard scalar > 0xffff else { return UInt16(truncatingIfNeeded: scalar) }
    let offset = scalar &- 0x10000
    pending = 0xdc00 | UInt16(truncatingIfNeeded: offset & 0x3ff)
    return 0xd800 | UInt16(truncatingIfNeeded: (offset &>> 10) & 0x3ff)
  }
}
