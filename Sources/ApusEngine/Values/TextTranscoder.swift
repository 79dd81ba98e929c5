/// UTF-8 ⇄ UTF-16 as SQLite does it: nothing is refused. Bytes that are no UTF-8 become U+FFFD or, where SQLite is
/// lenient (stray continuation bytes, unpaired surrogates), the number that they spell.
enum TextTranscoder {
  /// Appends UTF-16 bytes as UTF-8. An odd last byte is dropped.
  static func appendUTF8(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    guard let base = source.baseAddress else { return }
    let isBig = encoding == .utf16BigEndian
    let end = source.count & ~1
    // One unit gives up to 3 bytes; a pair gives 4.
    target.reserve(target.count &+ end / 2 &* 3 &+ 4)
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
        // SQLite takes any unit after a surrogate for its other half.
        scalar = (unit(index) & 0x3ff) &+ ((scalar & 0x3f) &<< 10) &+ (((scalar & 0x3c0) &+ 0x40) &<< 10)
        index &+= 2
      }
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
    if scalar < 0x80 || scalar & 0xffff_f800 == 0xd800 || scalar & 0xffff_fffe == 0xfffe { return 0xfffd }
    return scalar
  }

  /// Appends UTF-8 bytes as UTF-16.
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
  }
}

/// The UTF-16 code units of UTF-8 bytes, one after another.
struct UTF16Units {
  private let source: UnsafeRawBufferPointer
  private var index = 0
  private var pending: UInt16?

  /// Bytes of UTF-8 text in UTF-16.
  static func byteCount(_ text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var units = UTF16Units(text)
    while units.next() != nil { count &+= 2 }
    return count
  }

  init(_ source: UnsafeRawBufferPointer) { self.source = source }

  @inline(__always)
  mutating func next() -> UInt16? {
    if let unit = pending {
      pending = nil
      return unit
    }
    guard index < source.count else { return nil }
    let scalar = TextTranscoder.nextScalar(source, &index)
    guard scalar > 0xffff else { return UInt16(truncatingIfNeeded: scalar) }
    let offset = scalar &- 0x10000
    pending = 0xdc00 | UInt16(truncatingIfNeeded: offset & 0x3ff)
    return 0xd800 | UInt16(truncatingIfNeeded: (offset &>> 10) & 0x3ff)
  }
}
