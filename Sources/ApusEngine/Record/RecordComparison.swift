// Order of records: of an index entry against key values, and of two records. Every read is bounded by the record's own bytes.

/// Decodes one record field after another.
struct RecordFields {
  private let start: UnsafeRawPointer
  private let count: Int
  private var header: Int
  private let headerEnd: Int
  private var body: Int

  /// Throws `.corrupt` when the header does not lie within the record.
  @inline(__always)
  init(_ record: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard let base = record.baseAddress, record.count > 0 else {
      throw .corrupt("empty record")
    }
    start = base
    count = record.count
    let first = base.load(as: UInt8.self)
    if first < 0x80 {
      header = 1
      headerEnd = Int(first)
    } else {
      var position = base
      guard let size = RecordVarint.read(&position, end: base + record.count), size <= UInt64(record.count)
      else { throw .corrupt("record header size") }
      header = base.distance(to: position)
      headerEnd = Int(truncatingIfNeeded: size)
    }
    guard headerEnd <= count, headerEnd >= header else { throw .corrupt("record header size") }
    body = headerEnd
  }

  /// The next field; nil after the last.
  @inline(__always)
  mutating func next() throws(DatabaseError) -> Cell? {
    guard header < headerEnd else { return nil }
    let byte = start.load(fromByteOffset: header, as: UInt8.self)
    let type: UInt32
    if byte < 0x80 {
      type = UInt32(byte)
      header &+= 1
    } else {
      var position = start + header
      guard let wide = RecordVarint.read(&position, end: start + headerEnd), wide <= 0xffff_ffff else {
        throw .corrupt("record serial type")
      }
      type = UInt32(truncatingIfNeeded: wide)
      header = start.distance(to: position)
    }
    let length = Int(SerialTypes.length(type))
    guard body &+ length <= count else { throw .corrupt("record field reaches past its record") }
    let cell = Self.cell(type, start + body, available: count &- body)
    body &+= length
    return cell
  }

  /// As `SerialTypes.cell`, for memory that may end right behind the record.
  @inline(__always)
  private static func cell(_ type: UInt32, _ at: UnsafeRawPointer, available: Int) -> Cell {
    if available >= 8 || type >= 12 || type == 0 || type == 8 || type == 9 { return SerialTypes.cell(type, at: at) }
    return slowCell(type, at)
  }

  @inline(never)
  private static func slowCell(_ type: UInt32, _ at: UnsafeRawPointer) -> Cell {
    let length = Int(SerialTypes.length(type))
    guard length > 0 else { return .null }
    var value: Int64 = Int64(at.load(as: Int8.self))
    for index in 1..<max(length, 1) {
      value = value &<< 8 | Int64(at.load(fromByteOffset: index, as: UInt8.self))
    }
    return .integer(value)
  }
}

/// Compares an index record with key values: negative when the record comes first, 0 when all `count` values are equal.
///
/// - Throws: `.corrupt` when the record is malformed.
func compareRecord(
  _ record: UnsafeRawBufferPointer, against key: UnsafePointer<Cell>, count: Int,
  keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var fields = try RecordFields(record)
  let info = keyInfo.pointee
  for index in 0..<count {
    guard let field = try fields.next() else { return -1 }
    let order = compareField(field, key[index], index, info)
    if order != 0 { return order }
  }
  return 0
}

/// Compares two records of one index field by field; the one with fewer fields comes first when the rest is equal.
///
/// - Throws: `.corrupt` when a record is malformed.
func compareRecords(
  _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var a = try RecordFields(left)
  var b = try RecordFields(right)
  let info = keyInfo.pointee
  var index = 0
  while true {
    let x = try a.next()
    let y = try b.next()
    guard let x else { return y == nil ? 0 : -1 }
    guard let y else { return 1 }
    let order = compareField(x, y, index, info)
    if order != 0 { return order }
    index &+= 1
  }
}

@inline(__always)
private func compareField(_ a: Cell, _ b: Cell, _ index: Int, _ info: KeyInfo) -> Int32 {
  let field = index < info.fieldCount ? info.fields[index] : KeyInfo.Field()
  var order: Int
  if a.tag == .integer, b.tag == .integer {
    order = a.integer < b.integer ? -1 : (a.integer == b.integer ? 0 : 1)
  } else {
    order = ValueRules.compare(a, b, field.collation, encoding: info.encoding)
    if field.nullsReversed, a.tag == .null || b.tag == .null { order = 0 &- order }
  }
  if field.isDescending { order = 0 &- order }
  return Int32(truncatingIfNeeded: order)
}
