/// Serial types of the record format (https://www.sqlite.org/fileformat2.html#record_format).
///
/// 0 NULL, 1…6 integers of 1 2 3 4 6 8 bytes, 7 real, 8 zero, 9 one, 10 and 11 reserved (read as NULL, as SQLite
/// does), even from 12 blobs, odd from 13 text.
enum SerialTypes {
  /// Bytes of a value of that type.
  @inline(__always)
  static func length(_ type: UInt32) -> UInt32 {
    if type >= 12 { return (type &- 12) &>> 1 }
    return UInt32(truncatingIfNeeded: (0x8864_3210 as UInt64) &>> UInt64(type &* 4)) & 0xf
  }

  /// How far an 8-byte big-endian load is shifted down for integer types 1…6.
  @inline(__always)
  static func integerShift(_ type: UInt32) -> UInt64 {
    ((0x0000_1020_2830_3800 as UInt64) &>> UInt64(type &* 8)) & 63
  }

  /// The type that a value is stored as.
  @inline(__always)
  static func type(of cell: Cell) -> UInt32 {
    switch cell.tag {
    case .null: return 0
    case .integer:
      let value = cell.integer
      if value == 0 || value == 1 { return 8 &+ UInt32(truncatingIfNeeded: value) }
      let magnitude = UInt64(bitPattern: value ^ (value &>> 63))
      // Bytes of the two's complement, then the type for 1 2 3 4 6 6 8 8 bytes.
      let bytes = UInt64(72 &- magnitude.leadingZeroBitCount) &>> 3
      return UInt32(truncatingIfNeeded: (0x6_6554_3210 as UInt64) &>> (bytes &* 4)) & 0xf
    case .real: return 7
    case .text: return (cell.count &* 2) &+ 13
    case .blob: return (cell.count &* 2) &+ 12
    }
  }

  /// The value of that type at `start`; text and blobs borrow from there (`Cell.flags` 1). Up to 8 bytes may be read
  /// past the value.
  @inline(__always)
  static func cell(_ type: UInt32, at start: UnsafeRawPointer) -> Cell {
    if type >= 12 {
      let count = Int((type &- 12) &>> 1)
      var cell: Cell = type & 1 == 0 ? .blob(start, count: count) : .text(start, count: count)
      cell.flags = 1
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
