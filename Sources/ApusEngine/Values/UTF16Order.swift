/// The order of texts in a UTF-16 database. Registers hold WTF-8, so the code units are made on the way.
enum UTF16Order {
  /// Negative, 0 or positive. BINARY compares the bytes that are stored, other collations UTF-8.
  static func compare(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, _ collation: Collation, encoding: TextEncoding
  ) -> Int {
    if collation == .binary { return compareStored(a, b, isBigEndian: encoding == .utf16BigEndian) }
    if WTF8.isUTF8(a), WTF8.isUTF8(b) { return ValueRules.compareText(a, b, collation) }
    var left = ByteBuffer()
    var right = ByteBuffer()
    defer {
      left.deallocate()
      right.deallocate()
    }
    TextTranscoder.appendUTF8(ofWTF8: a, to: &left)
    TextTranscoder.appendUTF8(ofWTF8: b, to: &right)
    return ValueRules.compareText(left.bytes, right.bytes, collation)
  }

  private static func compareStored(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, isBigEndian: Bool
  ) -> Int {
    var left = UTF16Units(a)
    var right = UTF16Units(b)
    while true {
      let x = left.next()
      let y = right.next()
      guard let x, let y else { return compareEnds(x, a, y, b, isBigEndian: isBigEndian) }
      if x != y {
        // The byte that the file stores first decides first.
        return isBigEndian ? (x < y ? -1 : 1) : (x.byteSwapped < y.byteSwapped ? -1 : 1)
      }
    }
  }

  /// One text has no unit any more, but perhaps an odd byte.
  private static func compareEnds(
    _ x: UInt16?, _ a: UnsafeRawBufferPointer, _ y: UInt16?, _ b: UnsafeRawBufferPointer, isBigEndian: Bool
  ) -> Int {
    @inline(__always)
    func firstByte(_ unit: UInt16?, _ text: UnsafeRawBufferPointer) -> Int {
      if let unit { return Int(isBigEndian ? unit &>> 8 : unit & 0xff) }
      return WTF8.oddByte(text).map { Int($0) } ?? -1
    }
    let left = firstByte(x, a)
    let right = firstByte(y, b)
    if left != right { return left < right ? -1 : 1 }
    // The same byte ends one and begins a unit of the other.
    return x != nil ? 1 : y != nil ? -1 : 0
  }
}
