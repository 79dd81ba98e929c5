import Testing

@testable import ApusEngine

/// What becomes of a statement when an authorizer says `.ignore`. Expectations are what SQLite 3.51.3 does with the same answers, where the
/// comment says nothing else.
@Suite("An authorizer leaves out what it ignores")
struct AuthorizerEffectsTests {
  private static let parents = """
    CREATE TABLE parent(id INTEGER PRIMARY KEY, k UNIQUE);
    CREATE TABLE child(p REFERENCES parent(id) ON DELETE CASCADE, q REFERENCES parent(k));
    INSERT INTO parent VALUES (1, 2), (3, 4);
    PRAGMA foreign_keys = 1;
    """
  private static let tables = """
    CREATE TABLE t(a INTEGER PRIMARY KEY, b, c TEXT);
    CREATE INDEX tb ON t(b);
    INSERT INTO t VALUES (1, 2, 'x'), (2, 3, 'y');
    CREATE TABLE u(x);
    INSERT INTO u VALUES (2), (9);
    CREATE VIEW v AS SELECT a, b FROM t;
    CREATE VIEW w AS SELECT b, count(*) AS n FROM t GROUP BY b;
    CREATE TRIGGER vu INSTEAD OF UPDATE ON v BEGIN INSERT INTO u VALUES (old.b); END;
    """

  private func run(_ sql: String, _ connection: Connection) throws(DatabaseError) -> [String] {
    var rows: [String] = []
    var rest = sql[...]
    while !rest.isEmpty {
      let (statement, tail) = try connection.prepare(String(rest))
      rest = Substring(decoding: Array(rest.utf8)[tail...], as: UTF8.self)
      guard let statement else { continue }
      defer { connection.finish(statement) }
      while try statement.step() {
        rows.append(
          (0..<statement.columnCount).map { RecordingTable.text(statement.row[$0]) }.joined(separator: "|"))
      }
    }
    return rows
  }

  /// The rows of a statement, or its error's message, and then those of a query that is asked without an authorizer.
  private func answers(
    after setup: String, ignoring wanted: @escaping (AuthorizerRequest) -> Bool, _ sql: String,
    then query: String? = nil
  ) throws -> [[String]] {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    _ = try run(setup, connection)
    var found: [[String]] = []
    connection.authorizer = { wanted($0) ? .ignore : .allow }
    do throws(DatabaseError) {
      found.append(try run(sql, connection))
    } catch {
      found.append([error.message])
    }
    connection.authorizer = nil
    if let query { found.append(try run(query, connection)) }
    return found
  }

  private static func reads(_ table: String, _ column: String) -> (AuthorizerRequest) -> Bool {
    { $0.action == .read && $0.first == table && $0.second == column }
  }

  @Test("An ignored column of a parent table holds no key, of a child table it is NULL")
  func foreignKeys() throws {
    #expect(
      try answers(
        after: Self.parents, ignoring: Self.reads("parent", "id"), "INSERT INTO child VALUES (1, NULL)",
        then: "SELECT * FROM child") == [["FOREIGN KEY constraint failed"], []])
    #expect(
      try answers(
        after: Self.parents, ignoring: Self.reads("parent", "id"), "INSERT INTO child VALUES (NULL, 2)",
        then: "SELECT * FROM child") == [[], ["NULL|2"]])
    #expect(
      try answers(
        after: Self.parents + "INSERT INTO child VALUES (1, NULL), (NULL, 4);",
        ignoring: Self.reads("child", "q"), "DELETE FROM parent WHERE id = 3", then: "SELECT * FROM child")
        == [[], ["1|NULL", "NULL|4"]])
    #expect(
      try answers(
        after: Self.parents + "INSERT INTO child VALUES (1, NULL);", ignoring: Self.reads("child", "p"),
        "DELETE FROM parent WHERE id = 1", then: "SELECT * FROM child") == [[], ["1|NULL"]])
  }

  @Test("An ignored SELECT has no rows, unless it was merged into another one")
  func selects() throws {
    func isSelect(of name: String?) -> (AuthorizerRequest) -> Bool {
      { $0.action == .select && $0.innermost == name }
    }
    let recursion =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n"
    #expect(try answers(after: Self.tables, ignoring: isSelect(of: "w"), "SELECT * FROM w") == [[]])
    #expect(
      try answers(after: Self.tables, ignoring: isSelect(of: "v"), "SELECT * FROM v") == [["1|2", "2|3"]])
    #expect(try answers(after: Self.tables, ignoring: isSelect(of: "n"), recursion) == [[]])
    #expect(try answers(after: Self.tables, ignoring: { $0.action == .recursive }, recursion) == [[]])
    #expect(
      try answers(
        after: Self.tables, ignoring: isSelect(of: nil), "SELECT a FROM t UNION SELECT x FROM u") == [[]])
    #expect(
      try answers(
        after: Self.tables, ignoring: isSelect(of: nil), "CREATE TABLE n AS SELECT * FROM t",
        then: "SELECT count(*) FROM n") == [[], ["0"]])
  }

  @Test("An ignored column is NULL also where SQLite asks for it late")
  func columns() throws {
    let b = Self.reads("t", "b")
    #expect(
      try answers(
        after: Self.tables, ignoring: b,
        "WITH RECURSIVE n(i) AS (SELECT b FROM t UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n")
        == [["NULL", "NULL"]])
    #expect(
      try answers(after: Self.tables, ignoring: b, "SELECT a FROM t GROUP BY b ORDER BY c") == [["1"]])
    #expect(
      try answers(after: Self.tables, ignoring: b, "SELECT b FROM t UNION SELECT x FROM u")
        == [["NULL", "2", "9"]])
    #expect(
      try answers(
        after: Self.tables, ignoring: { b($0) && $0.innermost == "v" }, "UPDATE v SET b = 7",
        then: "SELECT x FROM u WHERE rowid > 2") == [[], ["NULL", "NULL"]])
    // (SQLite asks for the columns of RETURNING, and then delivers them whatever the answer.)
    #expect(
      try answers(after: Self.tables, ignoring: b, "INSERT INTO t VALUES (7, 8, 9) RETURNING b, c, *")
        == [["NULL|9|7|NULL|9"]])
  }

  @Test("REINDEX and ANALYZE pass over what is ignored; an ignored change of the schema is none")
  func schemas() throws {
    #expect(
      try answers(
        after: Self.tables, ignoring: { $0.action == .analyze && $0.first == "u" }, "ANALYZE",
        then: "SELECT DISTINCT tbl FROM sqlite_stat1") == [[], ["t"]])
    #expect(
      try answers(
        after: Self.tables, ignoring: { $0.action == .reindex }, "REINDEX",
        then: "PRAGMA integrity_check") == [[], ["ok"]])
    for action in [AuthorizerAction.alterTable, .update] {
      #expect(
        try answers(
          after: Self.tables, ignoring: { $0.action == action }, "ALTER TABLE u ADD COLUMN y",
          then: "SELECT sql FROM sqlite_master WHERE name = 'u'") == [[], ["CREATE TABLE u(x)"]])
    }
    // (In SQLite the database is damaged after these.)
    for ignored in [
      Self.reads("sqlite_master", "ROWID"), Self.reads("sqlite_master", "type"),
      { $0.action == .createIndex },
    ] {
      for sql in ["CREATE TABLE n(a UNIQUE)", "DROP TABLE u"] {
        let found = try answers(
          after: Self.tables, ignoring: ignored, sql, then: "PRAGMA integrity_check")
        #expect(found.last == ["ok"])
      }
    }
  }
}
