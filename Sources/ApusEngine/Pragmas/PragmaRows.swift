/// The rows of a pragma, kept as one blob in a register while the program hands them out.
///
/// A program is shared between connections and runs again and again, so nothing of one run may live in it: the
/// first native call fills this, later ones take row after row out of the blob. Values are a tag byte
/// (`Cell.Tag`), then 8 bytes of number, or 4 bytes of length and the bytes.
struct PragmaRows: ~Copyable {
  private(set) var bytes: [UInt8] = []
  let columnCount: Int
  private(set) var rowCount = 0

  init(columnCount: Int) { self.columnCount = columnCount }

  enum Value: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByNilLiteral
  {
    case null
    case integer(Int64)
    case text(String)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
    init(nilLiteral: ()) { self = .null }
    init(_ value: Int) { self = .integer(Int64(value)) }
    init(_ value: Bool) { self = .integer(value ? 1 : 0) }
    init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  }

  /// Adds a row; missing values are NULL, surplus ones are dropped.
  mutating func append(_ values: Value...) { append(row: values) }

  mutating func append(row values: [Value]) {
    for column in 0..<columnCount {
      switch column < values.count ? values[column] : .null {
      case .null:
        bytes.append(Cell.Tag.null.rawValue)
      case .integer(let value):
        bytes.append(Cell.Tag.integer.rawValue)
        appendNumber(UInt64(bitPattern: value), byteCount: 8)
      case .text(let value):
        bytes.append(Cell.Tag.text.rawValue)
        appendNumber(UInt64(value.utf8.count), byteCount: 4)
        bytes.append(contentsOf: value.utf8)
      }
    }
    rowCount += 1
  }

  private mutating func appendNumber(_ value: UInt64, byteCount: Int) {
    for shift in 0..<byteCount { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
  }

  /// The value at `offset` of an encoded blob as a cell that borrows from it, and the offset after it; nil at the end.
  static func value(in blob: UnsafeRawBufferPointer, at offset: Int) -> (cell: Cell, next: Int)? {
    guard offset >= 0, offset < blob.count, let tag = Cell.Tag(rawValue: blob[offset]) else { return nil }
    let start = offset + 1
    switch tag {
    case .null:
      return (.null, start)
    case .integer, .real:
      guard start + 8 <= blob.count else { return nil }
      let bits = UInt64(littleEndian: blob.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return (.integer(Int64(bitPattern: bits)), start + 8)
    case .text, .blob:
      guard start + 4 <= blob.count else { return nil }
      let length = Int(UInt32(littleEndian: blob.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
      guard length <= blob.count - start - 4 else { return nil }
      return (.text(blob.baseAddress.map { $0 + start + 4 }, count: length), start + 4 + length)
    }
  }

  // MARK: In registers

  /// Puts the rows into register 0 of a window, and the offset of the first one into register 1.
  consuming func store(in registers: RegisterWindow) {
    registers.set(0, blob: bytes)
    registers.set(1, Int64(0))
  }

  /// Moves the next row into the registers from 2 on. False when there is none left.
  static func loadNext(columnCount: Int, from registers: RegisterWindow) -> Bool {
    let blob = registers[0].bytes
    var offset = Int(clamping: registers[1].integer)
    for column in 0..<columnCount {
      guard let (cell, next) = value(in: blob, at: offset) else { return false }
      registers[2 + column] = cell
      offset = next
    }
    registers.set(1, Int64(offset))
    return columnCount > 0
  }
}
