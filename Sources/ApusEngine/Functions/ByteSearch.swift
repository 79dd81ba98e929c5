/// Finding bytes in bytes.
enum ByteSearch {
  /// The first offset from `start` at which `needle` occurs. O(n·m) at worst, O(n) on ordinary text.
  static func first(_ needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer, from start: Int)
    -> Int?
  {
    let length = needle.count
    guard length > 0, let pattern = needle.baseAddress, let base = haystack.baseAddress else { return nil }
    let last = haystack.count &- length
    let lead = pattern.load(as: UInt8.self)
    var index = start
    while index <= last {
      guard let found = firstByte(lead, base, index, last &+ 1) else { return nil }
      if ValueRules.compareBytes(haystack.part(found, length), needle) == 0 { return found }
      index = found &+ 1
    }
    return nil
  }

  /// The first offset in `start..<end` that holds `byte`: eight bytes at a time.
  @inline(__always)
  static func firstByte(_ byte: UInt8, _ base: UnsafeRawPointer, _ start: Int, _ end: Int) -> Int? {
    var index = start
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while index &+ 8 <= end {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ pattern
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      // The lowest marked byte is always a true zero.
      if zeros != 0 { return index &+ zeros.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end {
      if base.load(fromByteOffset: index, as: UInt8.self) == byte { return index }
      index &+= 1
    }
    return nil
  }
}
