/// The order in which a UTF-16 database keeps text under BINARY: that of the UTF-16 bytes. Our text is UTF-8, so the
/// code units are made on the way.
enum UTF16Order {
  /// Negative, 0 or positive.
  static func compare(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, isBigEndian: Bool
  ) -> Int {
    var left = UTF16Units(a)
    var right = UTF16Units(b)
    while true {
      guard let x = left.next() else { return right.next() == nil ? 0 : -1 }
      guard let y = right.next() else { return 1 }
      if x != y {
        // The byte that the file stores first decides first.
        return isBigEndian ? (x < y ? -1 : 1) : (x.byteSwapped < y.byteSwapped ? -1 : 1)
      }
    }
  }
}
