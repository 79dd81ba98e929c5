import Testing

@testable import ApusEngine

@Suite("Violated constraints are told with SQLite's code and as what they are")
struct ConstraintPayloadTests {
  struct Violation: Sendable {
    var sql: String
    var code: Int32
    var constraint: ConstraintViolation

    init(
      _ sql: String, _ code: Int32, _ kind: ConstraintViolation.Kind, name: String? = nil, _ table: String,
      _ columns: [String] = [], key: [Value] = []
    ) {
      self.sql = sql
      self.code = code
      constraint = ConstraintViolation(kind: kind, name: name, table: table, columns: columns, key: key)
    }
  }

  /// The codes are those of SQLite 3.51.3 for the same statements.
  static let violations = [
    Violation("INSERT INTO t(id, n) VALUES (1, 1)", 1555, .primaryKey, "t", ["id"], key: [1]),
    Violation("INSERT INTO r(rowid, a) VALUES (1, 1)", 2579, .rowID, "r", ["rowid"], key: [1]),
    Violation("INSERT INTO w VALUES (1, 2)", 1555, .primaryKey, "w", ["a", "b"], key: [1, 2]),
    Violation("INSERT INTO t(n, u) VALUES (1, 7)", 2067, .unique, "t", ["u"], key: [7]),
    Violation("INSERT INTO t(n, v) VALUES (1, 8)", 2067, .unique, name: "tv", "t", ["v"], key: [8]),
    Violation("INSERT INTO t(n, x) VALUES (1, 'a')", 2067, .unique, name: "tx", "t", key: ["a"]),
    Violation("INSERT INTO t(id) VALUES (9)", 1299, .notNull, "t", ["n"]),
    Violation("INSERT INTO t(n, c) VALUES (1, -1)", 275, .check, name: "positive", "t"),
    Violation("INSERT INTO t(n, c) VALUES (1, 100)", 275, .check, name: "c < 100", "t"),
    Violation("INSERT INTO child(p) VALUES (5)", 787, .foreignKey, "child", ["p"], key: [5]),
    Violation("INSERT INTO child(p) VALUES (1), (6), (7)", 787, .foreignKey, "child", ["p"], key: [6]),
    Violation("UPDATE child SET p = 'none'", 787, .foreignKey, "child", ["p"], key: ["none"]),
    Violation(
      "INSERT INTO pair VALUES (8, 9)", 787, .foreignKey, name: "both", "pair", ["d", "c"], key: [9, 8]),
    Violation("DELETE FROM keyed", 787, .foreignKey, name: "both", "pair", ["d", "c"], key: [2, 1]),
    Violation("DELETE FROM strictparent", 1811, .foreignKey, "held", ["p"], key: ["x"]),
    Violation("UPDATE strictparent SET k = 'y'", 1811, .foreignKey, "held", ["p"], key: ["x"]),
    Violation("DELETE FROM parent", 787, .foreignKey, "child", ["p"], key: [1]),
    // One violation is repaired by the same statement: which of them is left is not known.
    Violation("UPDATE selfish SET k = k + 1", 787, .foreignKey, ""),
    Violation("INSERT INTO s VALUES ('x')", 3091, .dataType, "s", ["i"], key: ["x"]),
    Violation("INSERT INTO g VALUES (1)", 1811, .trigger, name: "refuse", "g"),
    Violation("INSERT INTO m VALUES ('bad')", 2323, .virtualTable, "m"),
    Violation("UPDATE t SET id = 2 WHERE id = 1", 1555, .primaryKey, "t", ["id"], key: [2]),
    Violation("CREATE UNIQUE INDEX d ON t(k)", 2067, .unique, name: "d", "t", ["k"], key: [0]),
    Violation("COMMIT", 787, .foreignKey, ""),
  ]

  private static func connection() throws -> Connection {
    let connection = try Connection.open(":memory:")
    connection.register(RecordingModule(log: CallLog(), declaration: "CREATE TABLE x(a)"), named: "m")
    for sql in [
      """
      CREATE TABLE t(id INTEGER PRIMARY KEY, n NOT NULL, u UNIQUE, v, x,
        c CONSTRAINT positive CHECK (c > 0), k, CHECK (c < 100))
      """,
      "CREATE UNIQUE INDEX tv ON t(v)", "CREATE UNIQUE INDEX tx ON t(lower(x))",
      "INSERT INTO t(id, n, u, v, x, k) VALUES (1, 1, 7, 8, 'A', 0), (2, 1, 9, 9, 'B', 0)",
      "CREATE TABLE r(a)", "INSERT INTO r VALUES (1)",
      "CREATE TABLE w(a, b, PRIMARY KEY (a, b)) WITHOUT ROWID", "INSERT INTO w VALUES (1, 2)",
      "CREATE TABLE s(i INT) STRICT", "CREATE TABLE g(a)",
      "CREATE TRIGGER refuse BEFORE INSERT ON g BEGIN SELECT RAISE(ABORT, 'no'); END",
      "CREATE TABLE parent(id INTEGER PRIMARY KEY)", "CREATE TABLE child(p REFERENCES parent)",
      "CREATE TABLE late(p REFERENCES parent DEFERRABLE INITIALLY DEFERRED)",
      "CREATE TABLE keyed(a, b, UNIQUE (b, a))", "INSERT INTO keyed VALUES (1, 2)",
      "CREATE TABLE pair(c, d, CONSTRAINT both FOREIGN KEY (c, d) REFERENCES keyed(a, b))",
      "INSERT INTO pair VALUES (1, 2)", "CREATE TABLE strictparent(k PRIMARY KEY)",
      "CREATE TABLE held(p REFERENCES strictparent ON DELETE RESTRICT ON UPDATE RESTRICT)",
      "INSERT INTO strictparent VALUES ('x')", "INSERT INTO held VALUES ('x')",
      "CREATE TABLE selfish(k INTEGER PRIMARY KEY, p REFERENCES selfish)",
      "INSERT INTO selfish VALUES (2, 2), (5, 2)",
      "CREATE VIRTUAL TABLE m USING m", "INSERT INTO parent VALUES (1)", "INSERT INTO child VALUES (1)",
      "PRAGMA foreign_keys = ON",
    ] { try run(sql, connection) }
    return connection
  }

  private static func run(_ sql: String, _ connection: Connection) throws {
    let statement = try #require(try connection.prepare(sql).statement)
    defer { connection.finish(statement) }
    while try statement.step() {}
  }

  @Test("by statement", arguments: violations)
  func tells(_ violation: Violation) throws {
    let connection = try Self.connection()
    if violation.sql == "COMMIT" {
      try Self.run("BEGIN", connection)
      try Self.run("INSERT INTO late VALUES (77)", connection)
    }
    do {
      try Self.run(violation.sql, connection)
      Issue.record("no error: \(violation.sql)")
    } catch let error as DatabaseError {
      #expect(error.code.rawValue == violation.code, "\(violation.sql): \(error.message)")
      #expect(error.constraint == violation.constraint, "\(violation.sql)")
    }
  }
}
