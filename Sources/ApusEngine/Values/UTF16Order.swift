/// The order in which a UTF-16 database keeps text under BINARY: memcmp of the UTF-16 bytes. Our text is UTF-8, so the
/// code units are made on the way.
enum UTF16Order {
  static func compare(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, isBigEndian: Bool
  ) -> Int {
    var left = Units(a)
    var right = Units(b)
    while true {
      let x = left.next()
      let y = right.next()
      switch (x, y) {
      case (nil, nil): return 0
      case (nil, _?): return -1
      case (_?, nil): return 1
      case (let x?, let y?):
        if x != y {
          let first = isBigEndian ? x : x.byteSwapped
          let second = isBigEndian ? y : y.byteSwapped
          return first < second ? -1 : 1
        }
      }
    }
  }

  /// The UTF-16 code units of UTF-8 bytes; malformed bytes give U+FFFD.
  private struct Units {
    private var iterator: UnsafeRawBufferPointer.Iterator
    private var decoder = UTF8()
    private var pending: UInt16?

    init(_ bytes: UnsafeRawBufferPointer) { iterator = bytes.makeIterator() }

    mutating func next() -> UInt16? {
      if let unit = pending {
        pending = nil
        return unit
      }
      switch decoder.decode(&iterator) {
      case .emptyInput: return nil
      case .error: return 0xfffd
      case .scalarValue(let scalar):
        guard scalar.value > 0xffff else { return UInt16(truncatingIfNeeded: scalar.value) }
        let offset = scalar.value - 0x10000
        pending = 0xdc00 | UInt16(truncatingIfNeeded: offset & 0x3ff)
        return 0xd800 | UInt16(truncatingIfNeeded: offset >> 10)
      }
    }
  }
}
