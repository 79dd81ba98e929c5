/// Serial types of the record format (https://www.sqlite.org/fileformat2.html#record_format).
enum SerialTypes {
  /// Bytes of a value of that type.
  @inline(__always)
  static func length(_ type: UInt32) -> UInt32 {
    if type >= 12 { return (type &- 12) &>> 1 }
    // 0 NULL, 1…6 integers of 1 2 3 4 6 8 bytes, 7 real, 8 zero, 9 one, 10 11 reserved.
    return UInt32(truncatingIfNeeded: (0x8864_3210 as UInt64) &>> UInt64(type &* 4)) & 0xf
  }

  /// How far an 8-byte big-endian load is shifted down for integer types 1…6.
  @inline(__always)
  static func integerShift(_ type: UInt32) -> UInt64 {
    ((0x0000_1020_2830_3800 as UInt64) &>> UInt64(type &* 8)) & 63
  }
}

/// Varints within a bounded header.
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
}

extension SerialTypes {
  /// The value of that type at `start`; text and blobs borrow from there. Up to 8 bytes may be read past the value.
  @inline(__always)
  static func cell(_ type: UInt32, at start: UnsafeRawPointer) -> Cell {
    if type >= 12 {
      let count = Int((type &- 12) &>> 1)
      var cell: Cell = type & 1 == 0 ? .blob(start, count: count) : .text(start, count: count)
      cell.flags = RegisterFlag.borrowed
      return cell
    }
    if type &- 1 < 6 {
      let raw = start.loadUnaligned(as: UInt64.self)
      return .integer(Int64(bitPattern: UInt64(bigEndian: raw)) &>> Int64(integerShift(type)))
    }
    if type == 7 { return .real(Double(bitPattern: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)))) }
    if type == 8 || type == 9 { return .integer(Int64(type &- 8)) }
    return .null
  }
}
