// Order of records: of an index entry against key values, and of two records.

/// Compares an index record with key values: negative when the record comes first, 0 when all `count` values equal its
/// first fields.
///
/// A record with fewer fields than that comes first. O(bytes of the fields), no allocation.
/// - Throws: `.corrupt` when the record is malformed.
func compareRecord(
  _ record: UnsafeRawBufferPointer, against key: UnsafePointer<Cell>, count: Int,
  keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var reader = try RecordReader(record)
  let info = keyInfo.pointee
  var index = 0
  while index < count {
    guard let field = try reader.next() else { return -1 }
    let order = compareField(field, key[index], index, info, isStoredText: false)
    if order != 0 { return order }
    index &+= 1
  }
  return 0
}

/// Compares two records of one index field by field; the one with fewer fields comes first when the rest is equal.
///
/// - Throws: `.corrupt` when a record is malformed.
func compareRecords(
  _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var a = try RecordReader(left)
  var b = try RecordReader(right)
  let info = keyInfo.pointee
  var index = 0
  while true {
    let x = try a.next()
    let y = try b.next()
    guard let x else { return y == nil ? 0 : -1 }
    guard let y else { return 1 }
    let order = compareField(x, y, index, info, isStoredText: true)
    if order != 0 { return order }
    index &+= 1
  }
}

/// Compares two records by their first `keyInfo.fieldCount` fields only: equal keys stay in the order in which they came to a sorter.
///
/// - Throws: `.corrupt` when a record is malformed.
@inline(__always)
func compareSortKeys(
  _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var a = try RecordReader(left)
  var b = try RecordReader(right)
  let info = keyInfo.pointee
  var index = 0
  while index < info.fieldCount {
    guard let x = try a.next(), let y = try b.next() else { return 0 }
    let order = compareField(x, y, index, info, isStoredText: true)
    if order != 0 { return order }
    index &+= 1
  }
  return 0
}

/// - Parameter isStoredText: `b` comes from a record, too: its text is in the database's encoding, not in UTF-8.
@inline(__always)
private func compareField(
  _ a: Cell, _ b: Cell, _ index: Int, _ info: KeyInfo, isStoredText: Bool
) -> Int32 {
  let field = index < info.fieldCount ? info.fields[index] : KeyInfo.Field()
  var order: Int
  if a.tag == .integer, b.tag == .integer {
    order = a.integer < b.integer ? -1 : (a.integer == b.integer ? 0 : 1)
  } else {
    if info.encoding != .utf8, a.tag == .text, b.tag == .text {
      order = compareUTF16(a, b, field.collation, info.encoding, isStoredText: isStoredText)
    } else {
      order = ValueRules.compare(a, b, field.collation)
    }
    if field.nullsReversed, a.tag == .null || b.tag == .null { order = 0 &- order }
  }
  if field.isDescending { order = 0 &- order }
  return Int32(truncatingIfNeeded: order)
}

/// Text of a UTF-16 database: `a` as stored; `b` as stored or as registers hold it.
@inline(never)
private func compareUTF16(
  _ a: Cell, _ b: Cell, _ collation: Collation, _ encoding: TextEncoding, isStoredText: Bool
) -> Int {
  if isStoredText, collation == .binary { return ValueRules.compareBytes(a.bytes, b.bytes) }
  // Cold: UTF-16 databases are rare.
  var buffers = (ByteBuffer(), ByteBuffer())
  defer {
    buffers.0.deallocate()
    buffers.1.deallocate()
  }
  if collation == .binary {
    TextTranscoder.appendUTF16(b.bytes, encoding: encoding, to: &buffers.1)
    return ValueRules.compareBytes(a.bytes, buffers.1.bytes)
  }
  TextTranscoder.appendUTF8(a.bytes, encoding: encoding, to: &buffers.0)
  if isStoredText {
    TextTranscoder.appendUTF8(b.bytes, encoding: encoding, to: &buffers.1)
  } else {
    TextTranscoder.appendUTF8(ofWTF8: b.bytes, to: &buffers.1)
  }
  return ValueRules.compareText(buffers.0.bytes, buffers.1.bytes, collation)
}
