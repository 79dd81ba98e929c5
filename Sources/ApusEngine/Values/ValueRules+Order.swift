// The order of values: NULL, then numbers, then text by its collation, then blobs.

extension ValueRules {
  /// Negative, 0 or positive. BINARY compares UTF-8 bytes.
  @inline(__always)
  static func compare(_ a: Cell, _ b: Cell, _ collation: Collation) -> Int {
    if a.tag == .integer, b.tag == .integer {
      return a.integer < b.integer ? -1 : (a.integer == b.integer ? 0 : 1)
    }
    return compareOthers(a, b, collation)
  }

  @inline(never)
  private static func compareOthers(_ a: Cell, _ b: Cell, _ collation: Collation) -> Int {
    switch (a.tag, b.tag) {
    case (.integer, .integer): return a.integer < b.integer ? -1 : (a.integer == b.integer ? 0 : 1)
    case (.real, .real): return a.real < b.real ? -1 : (a.real == b.real ? 0 : 1)
    case (.integer, .real): return compare(a.integer, b.real)
    case (.real, .integer): return 0 &- compare(b.integer, a.real)
    case (.text, .text): return compareText(a.bytes, b.bytes, collation)
    case (.blob, .blob): return compareBytes(a.bytes, b.bytes)
    default:
      // Equal ranks with different tags are an integer and a real, which were compared above.
      return rank(a.tag) < rank(b.tag) ? -1 : (rank(a.tag) == rank(b.tag) ? 0 : 1)
    }
  }

  /// `compare` in a database of any encoding.
  @inline(__always)
  static func compare(
    _ a: Cell, _ b: Cell, _ collation: Collation, encoding: TextEncoding
  ) -> Int {
    if encoding != .utf8, a.tag == .text, b.tag == .text {
      return UTF16Order.compare(a.bytes, b.bytes, collation, encoding: encoding)
    }
    return compare(a, b, collation)
  }

  @inline(__always)
  private static func rank(_ tag: Cell.Tag) -> Int {
    switch tag {
    case .null: 0
    case .integer, .real: 1
    case .text: 2
    case .blob: 3
    }
  }

  /// Exact: no integer is rounded to a double.
  static func compare(_ integer: Int64, _ real: Double) -> Int {
    if real.isNaN { return 1 }
    if real < -9_223_372_036_854_775_808.0 { return 1 }
    if real >= 9_223_372_036_854_775_808.0 { return -1 }
    let truncated = Int64(real)
    if integer != truncated { return integer < truncated ? -1 : 1 }
    let rest = real - Double(truncated)
    return rest > 0 ? -1 : (rest < 0 ? 1 : 0)
  }

  /// Text of one collation, as UTF-8. Numbers that name no collation compare as BINARY.
  static func compareText(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, _ collation: Collation
  ) -> Int {
    switch collation.id {
    case 0: return compareBytes(a, b)
    case 1: return compareNoCase(a, b)
    case 2: return compareBytes(withoutTrailingSpaces(a), withoutTrailingSpaces(b))
    default: return CollationRegistry.compare(a, b, collation)
    }
  }

  /// Byte order, then the shorter first.
  @inline(__always)
  static func compareBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shared = min(a.count, b.count)
    if shared > 0, let left = a.baseAddress, let right = b.baseAddress {
      let order = compareMemory(left, right, shared)
      if order != 0 { return order }
    }
    return a.count < b.count ? -1 : (a.count == b.count ? 0 : 1)
  }

  /// Eight bytes at a time, as big-endian numbers.
  @inline(__always)
  private static func compareMemory(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Int {
    var index = 0
    while index &+ 8 <= count {
      let x = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let y = b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if x != y { return x.bigEndian < y.bigEndian ? -1 : 1 }
      index &+= 8
    }
    while index < count {
      let x = a.load(fromByteOffset: index, as: UInt8.self)
      let y = b.load(fromByteOffset: index, as: UInt8.self)
      if x != y { return x < y ? -1 : 1 }
      index &+= 1
    }
    return 0
  }

  /// ASCII letters without case, up to the first NUL that both texts share: SQLite stops there.
  private static func compareNoCase(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    var index = 0
    let shared = min(a.count, b.count)
    while index < shared {
      let x = lowercased(a[index])
      let y = lowercased(b[index])
      if x != y { return x < y ? -1 : 1 }
      if x == 0 { break }
      index &+= 1
    }
    return a.count < b.count ? -1 : (a.count == b.count ? 0 : 1)
  }

  /// An ASCII capital as a small letter.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// An ASCII small letter as a capital.
  @inline(__always)
  static func uppercased(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xdf : byte }

  private static func withoutTrailingSpaces(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var count = text.count
    while count > 0, text[count &- 1] == 0x20 { count &-= 1 }
    return UnsafeRawBufferPointer(rebasing: text[..<count])
  }
}
