/// Varints within a bounded header: 7 bits a byte, big end first, the ninth byte whole.
enum RecordVarint {
  /// Reads one varint that ends before `end`; nil if it does not.
  @inline(__always)
  static func read(_ position: inout UnsafeRawPointer, end: UnsafeRawPointer) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    while position < end {
      let byte = position.load(as: UInt8.self)
      position += 1
      count &+= 1
      if count == 9 { return value &<< 8 | UInt64(byte) }
      value = value &<< 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { return value }
    }
    return nil
  }

  /// Bytes of a 32-bit varint.
  @inline(__always)
  static func size(_ value: UInt32) -> UInt32 {
    value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5
  }

  /// Writes a 32-bit varint and moves past it.
  @inline(__always)
  static func write(_ value: UInt32, _ position: inout UnsafeMutableRawPointer) {
    if value < 0x80 {
      position.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
      position += 1
    } else {
      writeLong(value, &position)
    }
  }

  @inline(never)
  private static func writeLong(_ value: UInt32, _ position: inout UnsafeMutableRawPointer) {
    let size = Int(size(value))
    var rest = value
    var index = size &- 1
    var more: UInt8 = 0
    while index >= 0 {
      position.storeBytes(
        of: UInt8(truncatingIfNeeded: rest) & 0x7f | more, toByteOffset: index, as: UInt8.self)
      more = 0x80
      rest &>>= 7
      index &-= 1
    }
    position += size
  }
}
