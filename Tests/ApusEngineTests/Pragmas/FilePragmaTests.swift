import Foundation
import Testing

@testable import ApusEngine

@Suite("Pragmas that files show")
struct FilePragmaTests {
  private static let fill =
    "WITH RECURSIVE s(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM s WHERE i < 400) INSERT INTO t SELECT i, 'SECRET' || i || hex(zeroblob(40)) FROM s"

  @Test("secure_delete leaves nothing of what was deleted", arguments: ["off", "on"])
  func secureDelete(_ mode: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let connection = try Connection.open(path)
    for sql in [
      "PRAGMA secure_delete = \(mode)", "CREATE TABLE t(a INTEGER PRIMARY KEY, b)", "CREATE INDEX i ON t(b)",
      Self.fill, "INSERT INTO t VALUES(1000, 'BIGSECRET' || hex(zeroblob(20000)))",
      "DELETE FROM t WHERE a % 3 = 0", "UPDATE t SET b = 'x' || a WHERE a % 3 = 1",
      "DELETE FROM t WHERE a = 1000", "DELETE FROM t WHERE b LIKE 'S%'", "CREATE TABLE u AS SELECT * FROM t",
      "DROP TABLE t", "PRAGMA integrity_check",
    ] {
      try connection.execute(sql)
    }
    connection.close()
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect((data.range(of: Data("SECRET".utf8)) == nil) == (mode == "on"))
    #expect(
      try SystemSQLite.run("PRAGMA integrity_check; SELECT count(*) FROM u;", on: path) == "ok\n134")
  }

  @Test("journal_size_limit cuts a journal that is kept")
  func journalSizeLimit() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let connection = try Connection.open(path)
    func size() throws -> Int { try Data(contentsOf: URL(fileURLWithPath: path + "-journal")).count }
    for sql in ["PRAGMA journal_mode = persist", "CREATE TABLE t(a, b)", Self.fill, "UPDATE t SET b = 1"] {
      try connection.execute(sql)
    }
    #expect(try size() > 5000)
    for limit in [5000, 0] {
      try connection.execute("PRAGMA journal_size_limit = \(limit)")
      try connection.execute("UPDATE t SET b = b || hex(zeroblob(100))")
      #expect(try size() == limit)
    }
    #expect(try SystemSQLite.run("PRAGMA integrity_check;", on: path) == "ok")
  }

  @Test("wal_checkpoint(NOOP) tells what there is to be copied, and copies nothing")
  func noopCheckpoint() throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let connection = try Connection.open("/n.db", vfs: files)
    func rows(_ sql: String) -> [String] { RecordedCaseTests.run(sql, on: connection) }
    _ = rows("PRAGMA journal_mode = wal")
    _ = rows("CREATE TABLE t(a)")
    let told = rows("PRAGMA wal_checkpoint(NOOP)")
    #expect(told.count == 1 && told[0].hasPrefix("0, ") && told[0].hasSuffix(", 0"))
    #expect(rows("PRAGMA wal_checkpoint(NOOP)") == told)
    let done = rows("PRAGMA wal_checkpoint")
    #expect(done.first?.split(separator: " ").last == told.first?.split(separator: " ")[1].dropLast())
    #expect(rows("PRAGMA wal_checkpoint(NOOP)") == done)
  }

  @Test("auto_vacuum makes the first page of a new file, which fixes its page size")
  func firstPage() throws {
    let folder = try TemporaryFolder()
    for (mode, pages, kept) in [("full", "1", "1"), ("incremental", "1", "2"), ("none", "0", "0")] {
      let path = folder.file("\(mode).db")
      var connection = try Connection.open(path)
      func rows(_ sql: String) -> [String] { RecordedCaseTests.run(sql, on: connection) }
      #expect(rows("PRAGMA auto_vacuum = \(mode)") == [])
      #expect(rows("PRAGMA page_count") == [pages])
      #expect(rows("PRAGMA page_size = 1024") == [])
      #expect(rows("PRAGMA page_size") == [mode == "none" ? "1024" : "4096"])
      #expect(rows("PRAGMA encoding = 'UTF-16le'") == [])
      connection.close()
      connection = try Connection.open(path)
      #expect(rows("PRAGMA auto_vacuum") == [kept])
      #expect(rows("CREATE TABLE t(a)") == [])
      #expect(rows("PRAGMA auto_vacuum = full") == [])
      #expect(rows("PRAGMA auto_vacuum") == [mode == "none" ? "0" : "1"])
      connection.close()
      #expect(try SystemSQLite.run("PRAGMA integrity_check;", on: path) == "ok")
    }
  }

  @Test("wal_checkpoint runs in a transaction that has touched nothing, and in no other")
  func checkpointInTransaction() throws {
    let folder = try TemporaryFolder()
    let connection = try Connection.open(folder.file("a.db"))
    func rows(_ sql: String) -> [String] { RecordedCaseTests.run(sql, on: connection) }
    let locked = ["error: database table is locked"]
    _ = rows("PRAGMA journal_mode = wal")
    _ = rows("CREATE TABLE t(a)")
    _ = rows("BEGIN")
    #expect(rows("PRAGMA wal_checkpoint").first?.hasPrefix("0, ") == true)
    _ = rows("SELECT * FROM t")
    #expect(rows("PRAGMA wal_checkpoint") == locked)
    _ = rows("COMMIT")
    _ = rows("SAVEPOINT s")
    #expect(rows("PRAGMA wal_checkpoint(truncate)") == ["0, 0, 0"])
    _ = rows("RELEASE s")
    _ = rows("PRAGMA journal_mode = delete")
    _ = rows("BEGIN")
    #expect(rows("PRAGMA wal_checkpoint") == ["0, -1, -1"])
    _ = rows("INSERT INTO t VALUES (1)")
    #expect(rows("PRAGMA wal_checkpoint") == locked)
    _ = rows("ROLLBACK")
  }

  @Test("A log that was begun under locking_mode EXCLUSIVE is kept so until it is left")
  func exclusiveLog() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let connection = try Connection.open(path)
    func rows(_ sql: String) -> [String] { RecordedCaseTests.run(sql, on: connection) }
    _ = rows("PRAGMA journal_mode = wal")
    _ = rows("CREATE TABLE t(a)")
    // The index is shared: others may be let in again.
    #expect(rows("PRAGMA locking_mode = exclusive") == ["'exclusive'"])
    _ = rows("INSERT INTO t VALUES (1)")
    #expect(rows("PRAGMA locking_mode = normal") == ["'normal'"])
    _ = rows("PRAGMA journal_mode = delete")
    _ = rows("PRAGMA locking_mode = exclusive")
    #expect(rows("PRAGMA journal_mode = wal") == ["'wal'"])
    _ = rows("INSERT INTO t VALUES (2)")
    #expect(rows("PRAGMA locking_mode = normal") == ["'exclusive'"])
    #expect(rows("SELECT count(*) FROM t") == ["2"])
    #expect(rows("PRAGMA journal_mode = delete") == ["'delete'"])
    #expect(rows("PRAGMA locking_mode = normal") == ["'normal'"])
    #expect(rows("SELECT count(*) FROM t") == ["2"])
    connection.close()
    #expect(try SystemSQLite.run("SELECT count(*) FROM t;", on: path) == "2")
  }

  @Test("data_version changes by what others commit", arguments: ["delete", "wal"])
  func dataVersion(_ mode: String) throws {
    let folder = try TemporaryFolder()
    let one = try Connection.open(folder.file("a.db"))
    let two = try Connection.open(folder.file("a.db"))
    try one.execute("PRAGMA journal_mode = \(mode)")
    try one.execute("CREATE TABLE t(x)")
    func version(_ connection: Connection) throws -> String {
      try #require(try connection.lines("PRAGMA data_version").first)
    }
    let first = try version(one)
    var other = try version(two)
    try one.execute("INSERT INTO t VALUES(1)")
    try one.execute("CREATE TABLE u(x)")
    #expect(try version(one) == first)
    #expect(try version(two) != other)
    other = try version(two)
    try two.execute("INSERT INTO t VALUES(2)")
    #expect(try version(two) == other)
    #expect(try version(one) != first)
    let second = try version(one)
    try one.execute("BEGIN")
    try one.execute("INSERT INTO t VALUES(3)")
    try one.execute("ROLLBACK")
    #expect(try version(one) == second)
  }

  @Test("Column names, full, short, and as they are written")
  func columnNames() throws {
    let connection = try Connection.open(":memory:")
    try connection.execute("CREATE TABLE t(a, b)")
    func names(_ sql: String) throws -> [String] {
      try #require(try connection.prepare(sql).statement).columns.map(\.name)
    }
    let sql = "SELECT a, x.B, *, b + 1, a AS c FROM t x"
    #expect(try names(sql) == ["a", "b", "a", "b", "b + 1", "c"])
    try connection.execute("PRAGMA full_column_names = on")
    #expect(try names(sql) == ["t.a", "t.b", "a", "b", "b + 1", "c"])
    #expect(try names("INSERT INTO t VALUES (1, 2) RETURNING a, t.b, *") == ["t.a", "t.b", "a", "b"])
    try connection.execute("PRAGMA short_column_names = off")
    #expect(try names(sql) == ["t.a", "t.b", "t.a", "t.b", "b + 1", "c"])
    let change = "UPDATE t SET a = 1 RETURNING A, *, rowid, a AS c"
    #expect(try names(change) == ["t.a", "t.a", "t.b", "t.rowid", "c"])
    #expect(try names("SELECT a, * FROM (SELECT a FROM t)") == ["(subquery-1).a", "(subquery-1).a"])
    #expect(try names("SELECT a FROM (SELECT a FROM t UNION SELECT b FROM t)") == ["(subquery-2).a"])
    #expect(try names("SELECT a FROM (SELECT a FROM t) AS x") == ["x.a"])
    try connection.execute("PRAGMA full_column_names = off")
    #expect(try names(sql) == ["a", "x.B", "a", "b", "b + 1", "c"])
  }

  @Test("Plans follow new statistics at once")
  func statistics() throws {
    let connection = try Connection.open(":memory:")
    for sql in [
      "CREATE TABLE t(a, b)", "CREATE INDEX ta ON t(a)", "CREATE INDEX tb ON t(b)",
      "WITH RECURSIVE s(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM s WHERE i < 1000) INSERT INTO t SELECT i % 2, i FROM s",
      "ANALYZE",
    ] {
      try connection.execute(sql)
    }
    let query = "EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 5"
    func plan(_ sql: String) throws -> String? { try connection.lines(sql).first }
    #expect(try plan(query)?.hasSuffix("SEARCH t USING INDEX tb (b=?)") == true)
    try connection.execute("UPDATE sqlite_stat1 SET stat = '1000 1' WHERE idx = 'ta'")
    try connection.execute("UPDATE sqlite_stat1 SET stat = '1000 500' WHERE idx = 'tb'")
    try connection.execute("DELETE FROM sqlite_stat4")
    #expect(try plan(query)?.hasSuffix("tb (b=?)") == true)
    try connection.execute("ANALYZE sqlite_schema")
    #expect(try plan(query)?.hasSuffix("SEARCH t USING INDEX ta (a=?)") == true)
    try connection.execute("UPDATE sqlite_stat1 SET stat = '1000 1 unordered' WHERE idx = 'tb'")
    try connection.execute("ANALYZE sqlite_schema")
    #expect(try plan("EXPLAIN QUERY PLAN SELECT * FROM t WHERE b > 5")?.contains("SCAN t") == true)
  }

  @Test("Samples tell frequent values from rare ones, and ranges at the edges")
  func samples() throws {
    let connection = try Connection.open(":memory:")
    for sql in [
      "CREATE TABLE t(a, b, c)", "CREATE INDEX ta ON t(a)", "CREATE INDEX tb ON t(b)",
      """
      WITH RECURSIVE s(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM s WHERE i < 2000)
      INSERT INTO t SELECT CASE WHEN i < 1900 THEN 'common' ELSE i END, i, i FROM s
      """,
      "ANALYZE",
    ] {
      try connection.execute(sql)
    }
    func plan(_ condition: String) throws -> String {
      try connection.lines("EXPLAIN QUERY PLAN SELECT * FROM t WHERE \(condition)").joined()
    }
    #expect(try plan("a = 'common' AND b BETWEEN 10 AND 60").contains("INDEX tb"))
    #expect(try plan("a = 'rare' AND b BETWEEN 10 AND 60").contains("INDEX ta"))
    #expect(try plan("a = 1950 AND b > 5").contains("INDEX ta"))
    #expect(try plan("b > 1990").contains("INDEX tb"))
    #expect(try plan("b > 3").contains("SCAN t"))
  }
}
