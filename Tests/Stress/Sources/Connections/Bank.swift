import Apus

/// Accounts whose balances always add up to the same sum, over enough pages that small caches read the file.
enum Bank {
  static let accounts = 400
  static let total = accounts * 1000

  static func make(_ connection: Connection) throws {
    try run("CREATE TABLE account(id INTEGER PRIMARY KEY, balance INTEGER, note TEXT)", connection)
    try run("CREATE INDEX account_balance ON account(balance)", connection)
    try run(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(accounts))
      INSERT INTO account SELECT i, 1000, printf('%.*c', 700, 'n') FROM n
      """, connection)
  }

  static func connection(_ path: String, cachePages: Int, busyTimeout: Int) throws -> Connection {
    var configuration = OpenConfiguration()
    configuration.busyTimeout = busyTimeout
    let connection = try Connection.open(path, configuration)
    try run("PRAGMA cache_size = \(cachePages)", connection)
    return connection
  }

  @discardableResult
  static func run(_ sql: String, _ connection: Connection) throws(DatabaseError) -> [Int64] {
    guard let statement = try connection.prepare(sql).statement else { return [] }
    defer { connection.finish(statement) }
    var first: [Int64] = []
    while try statement.step() {
      if first.isEmpty {
        first = (0..<statement.columnCount).map { column in
          let cell = statement.row[column]
          return cell.tag == .integer ? cell.integer : -1
        }
      }
    }
    return first
  }

  /// Moves money. Every eighth transaction rewrites all rows, more than the cache holds; every third is rolled back.
  static func transfer(_ round: Int, _ connection: Connection) throws(DatabaseError) {
    let from = round * 7 % accounts + 1
    let to = round * 11 % accounts + 1
    try run("BEGIN IMMEDIATE", connection)
    do throws(DatabaseError) {
      try run("UPDATE account SET balance = balance - 5 WHERE id = \(from)", connection)
      if round % 8 == 0 {
        try run("UPDATE account SET note = printf('%.*c', \(600 + round % 200), 'm')", connection)
      }
      try run("UPDATE account SET balance = balance + 5 WHERE id = \(to)", connection)
      try run(round % 3 == 0 ? "ROLLBACK" : "COMMIT", connection)
    } catch {
      if !connection.isAutocommit { try run("ROLLBACK", connection) }
      throw error
    }
  }

  /// One snapshot, summed through the table, through the index, and again.
  /// - Returns: what is wrong, nil when nothing is.
  static func audit(_ sum: (String) throws -> [Int64]) throws -> String? {
    let first = try sum("SELECT sum(balance), sum(length(note)) FROM account")
    let indexed = try sum(
      "SELECT sum(balance) FROM account INDEXED BY account_balance WHERE balance > -1000000")
    let again = try sum("SELECT sum(balance), sum(length(note)) FROM account")
    if first != again { return "a sum changed within a snapshot: \(first), \(again)" }
    if first[0] != Int64(total) || indexed != [Int64(total)] { return "a sum is wrong: \(first), \(indexed)" }
    return nil
  }
}
