@testable import ApusEngine

/// Hand-made rows of the schema table, for tests that let the real `sqlite3` look at a file.
enum HandMadeSchema {
  /// A record of texts and one integer, as `sqlite_schema` has them.
  static func record(type: String, name: String, table: String, root: PageNumber, sql: String) -> [UInt8] {
    var types: [UInt8] = []
    var body: [UInt8] = []
    func add(_ text: String) {
      types += varint(UInt64(13 + 2 * text.utf8.count))
      body += Array(text.utf8)
    }
    add(type)
    add(name)
    add(table)
    types.append(4)
    for shift in stride(from: 24, through: 0, by: -8) {
      body.append(UInt8(truncatingIfNeeded: root >> UInt32(shift)))
    }
    add(sql)
    return [UInt8(types.count + 1)] + types + body
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    value < 0x80 ? [UInt8(value)] : [UInt8(value >> 7) | 0x80, UInt8(value & 0x7f)]
  }

  /// Inserts rows into the schema table of `tree` and counts the schema cookie up.
  static func insert(_ rows: [[UInt8]], into tree: BTree) throws {
    let cursor = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 1)
    BTreeCursor.open(at: cursor, tree: tree, root: 1, keyInfo: nil, isWritable: true)
    defer {
      cursor.pointee.close()
      cursor.deallocate()
    }
    var key: Int64 = try cursor.pointee.last() ? cursor.pointee.rowID + 1 : 1
    for row in rows {
      try row.withUnsafeBytes { try cursor.pointee.insert(rowID: key, payload: $0, append: true) }
      key += 1
    }
    try tree.setMeta(.schemaCookie, try tree.meta(.schemaCookie) + 1)
  }
}
