import Apus

extension Connection {
  /// Runs one statement; rows are given to `row`.
  func run(
    _ sql: String, bind: (PreparedStatement) throws(DatabaseError) -> Void = { _ in },
    row: (UnsafePointer<Cell>) -> Void = { _ in }
  ) throws(DatabaseError) {
    guard let statement = try prepare(sql).statement else { return }
    defer { finish(statement) }
    try bind(statement)
    while try statement.step() { row(statement.row) }
  }

  func integers(_ sql: String) throws(DatabaseError) -> [Int64] {
    var found: [Int64] = []
    try run(sql, row: { found.append($0[0].tag == .integer ? $0[0].integer : -1) })
    return found
  }

  func texts(_ sql: String) throws(DatabaseError) -> [String] {
    var found: [String] = []
    try run(
      sql,
      row: {
        let cell = $0[0]
        found.append(cell.tag == .text ? String(decoding: cell.bytes, as: UTF8.self) : "\(cell.bits)")
      })
    return found
  }
}
