/// The key of an index seek.
protocol IndexProbe {
  /// < 0 when `record` is smaller than the key, 0 when the seek shall end on it.
  func compare(_ record: UnsafeRawBufferPointer) throws(DatabaseError) -> Int32
}

/// A key of cells, such as registers hold.
struct CellProbe: IndexProbe {
  private let key: UnsafePointer<Cell>
  private let count: Int
  private let keyInfo: UnsafePointer<KeyInfo>
  private let equalResult: Int32
  private let first: FirstField

  @inline(__always)
  init(_ key: UnsafePointer<Cell>, count: Int, keyInfo: UnsafePointer<KeyInfo>, equalResult: Int32) {
    self.key = key
    self.count = count
    self.keyInfo = keyInfo
    self.equalResult = equalResult
    first = count > 0 ? FirstField(key.pointee, keyInfo) : FirstField()
  }

  @inline(__always)
  func compare(_ record: UnsafeRawBufferPointer) throws(DatabaseError) -> Int32 {
    let quick = first.compare(record)
    if quick != FirstField.undecided, quick != 0 || count == 1 { return quick == 0 ? equalResult : quick }
    let result = try compareRecord(record, against: key, count: count, keyInfo: keyInfo)
    return result == 0 ? equalResult : result
  }
}

/// A key that is a whole record itself.
struct RecordProbe: IndexProbe {
  private let record: UnsafeRawBufferPointer
  private let keyInfo: UnsafePointer<KeyInfo>
  private let first: FirstField

  @inline(__always)
  init(_ record: UnsafeRawBufferPointer, keyInfo: UnsafePointer<KeyInfo>) throws(DatabaseError) {
    self.record = record
    self.keyInfo = keyInfo
    var fields = try RecordReader(record)
    first = try fields.next().map { FirstField($0, keyInfo) } ?? FirstField()
  }

  @inline(__always)
  func compare(_ other: UnsafeRawBufferPointer) throws(DatabaseError) -> Int32 {
    let quick = first.compare(other)
    if quick != FirstField.undecided, quick != 0 { return quick }
    return try compareRecords(other, record, keyInfo: keyInfo)
  }
}

/// The first field of a key, prepared so that most comparisons of a binary search need one or two loads: an
/// integer, or the first 8 bytes of a text under BINARY in a UTF-8 database.
private struct FirstField {
  private enum Kind: UInt8 { case other, integer, text }

  /// The first fields say nothing (or the record is odd): compare the whole.
  static var undecided: Int32 { .min }

  private var kind = Kind.other
  private var integer: Int64 = 0
  /// The text's first 8 bytes, big end first, zeros behind its end.
  private var prefix: UInt64 = 0
  /// What "record larger" is in this field's direction.
  private var larger: Int32 = 1

  @inline(__always) init() {}

  @inline(__always)
  init(_ cell: Cell, _ keyInfo: UnsafePointer<KeyInfo>) {
    guard keyInfo.pointee.fieldCount > 0 else { return }
    let field = keyInfo.pointee.fields.pointee
    guard !field.nullsReversed else { return }
    larger = field.isDescending ? -1 : 1
    if cell.tag == .integer {
      kind = .integer
      integer = cell.integer
    } else if cell.tag == .text, field.collation == .binary, keyInfo.pointee.encoding == .utf8 {
      kind = .text
      for (position, byte) in cell.bytes.prefix(8).enumerated() {
        prefix |= UInt64(byte) &<< UInt64(56 &- 8 &* position)
      }
    }
  }

  /// How the record's first field compares to this one; 0 when integers are equal.
  @inline(__always)
  func compare(_ record: UnsafeRawBufferPointer) -> Int32 {
    guard kind != .other, record.count >= 2, let base = record.baseAddress else { return Self.undecided }
    let header = Int(base.load(as: UInt8.self))
    let type = Int(base.load(fromByteOffset: 1, as: UInt8.self))
    guard header >= 2, header < 0x80, type < 0x80 else { return Self.undecided }
    return kind == .integer
      ? compareInteger(base, header, type, record.count) : compareText(base, header, type, record.count)
  }

  @inline(__always)
  private func compareInteger(_ base: UnsafeRawPointer, _ header: Int, _ type: Int, _ count: Int) -> Int32 {
    let value: Int64
    switch type {
    case 1...6:
      let size = type < 5 ? type : 2 &* type &- 4
      guard header &+ size <= count else { return Self.undecided }
      // Up to 7 bytes past the field are loaded: records have 16 bytes of slack.
      let word = Int64(bigEndian: base.loadUnaligned(fromByteOffset: header, as: Int64.self))
      value = word &>> Int64(64 &- 8 &* size)
    case 8: value = 0
    case 9: value = 1
    case 0: return 0 &- larger
    case 12...: return larger
    default: return Self.undecided
    }
    return value < integer ? 0 &- larger : value > integer ? larger : 0
  }

  @inline(__always)
  private func compareText(_ base: UnsafeRawPointer, _ header: Int, _ type: Int, _ count: Int) -> Int32 {
    if type < 10 { return 0 &- larger }
    guard type >= 12 else { return Self.undecided }
    if type & 1 == 0 { return larger }
    let size = (type &- 13) &>> 1
    guard header &+ size <= count else { return Self.undecided }
    var word = UInt64(bigEndian: base.loadUnaligned(fromByteOffset: header, as: UInt64.self))
    if size < 8 { word &= size == 0 ? 0 : UInt64.max &<< UInt64(64 &- 8 &* size) }
    return word < prefix ? 0 &- larger : word > prefix ? larger : Self.undecided
  }
}
