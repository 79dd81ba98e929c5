/// Writes records (https://www.sqlite.org/fileformat2.html#record_format) from runs of cells.
enum RecordWriter {
  /// Replaces the contents of `buffer` by the record of `cells`. False when it would be longer than `limit`.
  ///
  /// Integral reals in columns of REAL affinity are stored as integers of up to 6 bytes, as SQLite does.
  /// - Parameters:
  ///   - types: working memory.
  ///   - buffer: must not hold any of the cells' bytes.
  @inline(__always)
  static func write(
    _ cells: UnsafePointer<Cell>, count: Int, affinities: ProgramTables.Slice<UInt8>,
    types: inout ByteBuffer, into buffer: inout ByteBuffer, limit: Int
  ) -> Bool {
    types.reserve(count &* 4)
    let serialTypes = types.base.unsafelyUnwrapped.assumingMemoryBound(to: UInt32.self)
    var header = 0
    var body = 0
    for index in 0..<count {
      var cell = cells[index]
      if cell.tag == .real && index < affinities.count && affinities.base[index] == Affinity.real.rawValue {
        cell = compact(cell)
      }
      let type = serialType(of: cell)
      serialTypes[index] = type
      header &+= type < 0x80 ? 1 : Int(RecordVarint.size(type))
      body &+= Int(SerialTypes.length(type))
    }
    header &+= 1
    if header > 0x7f { header = longHeaderSize(header) }
    let total = header &+ body
    if total > limit { return false }
    buffer.count = 0
    buffer.reserve(total)
    let base = buffer.base.unsafelyUnwrapped
    var position = base
    put(UInt32(truncatingIfNeeded: header), &position)
    var value = base + header
    for index in 0..<count {
      let type = serialTypes[index]
      put(type, &position)
      if type >= 12 {
        let length = Int((type &- 12) &>> 1)
        if length > 0 {
          value.copyMemory(
            from: UnsafeRawPointer(bitPattern: UInt(cells[index].bits)).unsafelyUnwrapped, byteCount: length)
        }
        value += length
      } else if type &- 1 < 6 {
        let cell = cells[index]
        let number = cell.tag == .integer ? cell.integer : Int64(cell.real)
        let shift = Int64(SerialTypes.integerShift(type))
        value.storeBytes(of: UInt64(bitPattern: number &<< shift).bigEndian, as: UInt64.self)
        value += Int(SerialTypes.length(type))
      } else if type == 7 {
        value.storeBytes(of: cells[index].bits.bigEndian, as: UInt64.self)
        value += 8
      }
    }
    buffer.count = total
    return true
  }

  @inline(__always)
  static func serialType(of cell: Cell) -> UInt32 {
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

  /// A real as the integer of at most 6 bytes that it equals, if there is one.
  @inline(__always)
  private static func compact(_ cell: Cell) -> Cell {
    let value = cell.real
    guard value >= -140_737_488_355_328, value <= 140_737_488_355_327, value.rounded(.towardZero) == value
    else { return cell }
    return .integer(Int64(value))
  }

  /// The size of a header whose own length takes more than one byte; `size` counts one byte for it.
  @inline(never)
  private static func longHeaderSize(_ size: Int) -> Int {
    let rest = size &- 1
    if rest &+ 2 < 0x4000 { return rest &+ 2 }
    return rest &+ 3
  }

  @inline(__always)
  private static func put(_ number: UInt32, _ position: inout UnsafeMutableRawPointer) {
    if number < 0x80 {
      position.storeBytes(of: UInt8(truncatingIfNeeded: number), as: UInt8.self)
      position += 1
    } else {
      putLong(number, &position)
    }
  }

  @inline(never)
  private static func putLong(_ number: UInt32, _ position: inout UnsafeMutableRawPointer) {
    let size = Int(RecordVarint.size(number))
    var rest = number
    for index in stride(from: size - 1, through: 0, by: -1) {
      let more: UInt8 = index == size - 1 ? 0 : 0x80
      position.storeBytes(
        of: UInt8(truncatingIfNeeded: rest) & 0x7f | more, toByteOffset: index, as: UInt8.self)
      rest &>>= 7
    }
    position += size
  }
}
