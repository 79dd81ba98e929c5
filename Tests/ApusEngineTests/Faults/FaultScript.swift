import Testing

/// A script of 200 statements that touches everything that writes: schema changes, rows that overflow, indices,
/// savepoints, transactions that spill, rolled back and committed, VACUUM.
struct FaultScript: Sendable, CustomTestStringConvertible {
  enum Mode: String, CaseIterable, Sendable { case delete, truncate, persist, wal }

  let mode: Mode
  let statements: [String]

  var testDescription: String { mode.rawValue }

  static let all = Mode.allCases.map(FaultScript.init)

  init(_ mode: Mode) {
    self.mode = mode
    var sql = Self.settings(mode)
    sql += [
      "CREATE TABLE a(id INTEGER PRIMARY KEY, n INTEGER, t TEXT)",
      "CREATE TABLE b(k TEXT PRIMARY KEY, v BLOB) WITHOUT ROWID",
      "CREATE INDEX a_n ON a(n)",
      "CREATE TRIGGER a_delete AFTER DELETE ON a BEGIN INSERT INTO c(x) VALUES (old.n); END",
      "CREATE TABLE c(x, y DEFAULT 'why')",
    ]
    let checkpoints = ["passive", "full", "restart", "truncate"]
    for round in 0..<6 {
      sql += Self.round(round)
      if mode == .wal { sql.append("PRAGMA wal_checkpoint(\(checkpoints[round % 4]))") }
    }
    var number = 0
    while sql.count < 200 {
      sql.append("UPDATE a SET n = n + \(number) WHERE id % 7 = \(number % 7)")
      number += 1
    }
    statements = Array(sql.prefix(200))
  }

  private static func settings(_ mode: Mode) -> [String] {
    let vacuum = ["delete": 0, "truncate": 1, "persist": 2, "wal": 1][mode.rawValue] ?? 0
    let durability = ["delete": "extra", "truncate": "full", "persist": "normal", "wal": "full"][
      mode.rawValue]
    return [
      "PRAGMA page_size = 1024", "PRAGMA auto_vacuum = \(vacuum)", "PRAGMA journal_mode = \(mode.rawValue)",
      "PRAGMA synchronous = \(durability ?? "full")", "PRAGMA cache_size = 10",
      "PRAGMA wal_autocheckpoint = 60", "CREATE TABLE probe(number INTEGER PRIMARY KEY)",
    ]
  }

  private static func text(_ length: Int, _ salt: Int) -> String {
    "substr(replace(hex(zeroblob(\(length))), '00', '\(salt)x'), 1, \(length))"
  }

  /// 31 statements, of which some fail to find rows in the first rounds.
  private static func round(_ r: Int) -> [String] {
    let series = "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 24) "
    // From the next VACUUM on, with a rollback journal.
    let pageSize = r == 4 ? ["PRAGMA page_size = 512"] : []
    return pageSize + [
      "INSERT INTO a(n, t) VALUES (\(r), 'one'), (\(r + 1), 'two')",
      "INSERT INTO b VALUES ('key \(r)', zeroblob(\(200 * r)))",
      "BEGIN",
      "\(series) INSERT INTO a(n, t) SELECT i * \(r + 1), \(text(150, r)) FROM s",
      "UPDATE a SET t = t || n WHERE n % 3 = \(r % 3)",
      "SAVEPOINT one",
      "\(series) INSERT OR REPLACE INTO b SELECT 'series ' || i, \(text(90, r + 1)) FROM s",
      "DELETE FROM a WHERE n % 5 = \(r % 5)",
      "SAVEPOINT two",
      "UPDATE a SET t = \(text(1500, r + 2)) WHERE id % 6 = 1",
      "ROLLBACK TO two",
      "INSERT INTO c VALUES (\(text(6000, r + 3)), \(r))",
      "RELEASE one",
      "COMMIT",
      "INSERT INTO c VALUES (\(text(3000 + r * 500, r)), NULL)",
      "CREATE TABLE d\(r)(p PRIMARY KEY, q UNIQUE)",
      "\(series) INSERT INTO d\(r) SELECT i, 'q' || (i * 37 % 100) FROM s",
      "BEGIN IMMEDIATE",
      "UPDATE c SET y = y || 'z'",
      "\(series) INSERT INTO a(n, t) SELECT 1000 + i, \(text(400, r)) FROM s",
      "CREATE INDEX a_t\(r) ON a(t, n)",
      "ROLLBACK",
      "UPDATE a SET n = n * 2, t = upper(t) WHERE id % 2 = \(r % 2)",
      "DELETE FROM b WHERE k < 'series 1\(r)'",
      r % 2 == 0 ? "DROP TABLE d\(r)" : "CREATE TABLE e\(r) AS SELECT * FROM d\(r)",
      "SAVEPOINT outer",
      "INSERT INTO b VALUES ('large \(r)', \(text(9000, r)))",
      "DELETE FROM c WHERE length(x) > 2000 AND rowid % 2 = \(r % 2)",
      "RELEASE outer",
      r % 3 == 2 ? "VACUUM" : "PRAGMA incremental_vacuum(3)",
      "DELETE FROM a WHERE id > 30 AND id % 3 <> 0",
    ]
  }
}
