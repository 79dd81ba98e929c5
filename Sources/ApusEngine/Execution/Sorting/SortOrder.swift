/// The order of two records in a sort: by their first `keyInfo.fieldCount` fields only, so that records with equal keys
/// stay in the order in which they came. Negative when `left` comes first.
@inline(__always)
func compareSortKeys(
  _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer, keyInfo: UnsafePointer<KeyInfo>
) throws(DatabaseError) -> Int32 {
  var a = try RecordReader(left)
  var b = try RecordReader(right)
  let info = keyInfo.pointee
  for index in 0..<info.fieldCount {
    guard let x = try a.next(), let y = try b.next() else { return 0 }
    var order: Int
    if x.tag == .integer && y.tag == .integer {
      order = x.integer < y.integer ? -1 : x.integer == y.integer ? 0 : 1
    } else {
      order = ValueRules.compare(x, y, info.fields[index].collation, encoding: info.encoding)
      if info.fields[index].nullsReversed && (x.tag == .null || y.tag == .null) { order = 0 &- order }
    }
    if order != 0 { return info.fields[index].isDescending ? Int32(0 &- order) : Int32(order) }
  }
  return 0
}
