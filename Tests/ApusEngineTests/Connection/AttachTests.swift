import Testing

@testable import ApusEngine

@Suite("Attached files")
struct AttachTests {
  private static func rows(_ sql: String, _ connection: Connection) -> [String] {
    RecordedCaseTests.run(sql, on: connection)
  }

  private static func uri(_ path: String, readOnly: Bool = false) throws -> Connection {
    var configuration = OpenConfiguration()
    configuration.allowsURI = true
    configuration.isReadOnly = readOnly
    return try Connection.open(path, configuration)
  }

  @Test("One transaction over files of different kinds is in all of them, and SQLite reads them")
  func threeFiles() throws {
    let folder = try TemporaryFolder()
    let connection = try Connection.open(folder.file("a.db"))
    for name in ["b", "c"] { try connection.execute("ATTACH '\(folder.file("\(name).db"))' AS \(name)") }
    try connection.execute("PRAGMA b.page_size = 512")
    try connection.execute("PRAGMA b.journal_mode = wal")
    try connection.execute("PRAGMA c.auto_vacuum = full")
    try connection.execute("PRAGMA c.journal_mode = persist")
    for name in ["main", "b", "c"] {
      try connection.execute("CREATE TABLE \(name).t(x INTEGER PRIMARY KEY, y UNIQUE)")
    }
    try connection.execute("BEGIN")
    try connection.execute(
      "WITH RECURSIVE s(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM s WHERE i < 500) INSERT INTO main.t SELECT i, i || 'y' FROM s"
    )
    try connection.execute("INSERT INTO b.t SELECT * FROM main.t")
    try connection.execute("INSERT INTO c.t SELECT x, y FROM b.t WHERE x % 2")
    try connection.execute("SAVEPOINT s")
    try connection.execute("DELETE FROM b.t")
    try connection.execute("DROP TABLE c.t")
    try connection.execute("ROLLBACK TO s")
    try connection.execute("COMMIT")
    try connection.execute("ANALYZE")
    try connection.execute("VACUUM b")
    try connection.execute("DETACH c")
    #expect(Self.rows("PRAGMA b.journal_mode", connection) == ["'wal'"])
    #expect(Self.rows("PRAGMA b.page_size", connection) == ["512"])
    connection.close()
    for (name, count) in [("a", 500), ("b", 500), ("c", 250)] {
      let found = try SystemSQLite.run(
        "PRAGMA integrity_check; SELECT count(*) FROM t; SELECT stat FROM sqlite_stat1;",
        on: folder.file("\(name).db"))
      #expect(found == "ok\n\(count)\n\(count) 1", "\(name)")
    }
  }

  @Test("At most ten databases are attached")
  func limit() throws {
    let connection = try Connection.open(":memory:")
    for number in 1...10 { #expect(Self.rows("ATTACH ':memory:' AS d\(number)", connection) == []) }
    #expect(
      Self.rows("ATTACH ':memory:' AS d11", connection) == ["error: too many attached databases - max 10"])
    #expect(Self.rows("DETACH d3", connection) == [])
    #expect(Self.rows("ATTACH ':memory:' AS d11", connection) == [])
    #expect(
      Self.rows("SELECT name FROM d11.sqlite_schema", connection) == [])
  }

  @Test("What cannot be attached is not")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let other = try Connection.open(folder.file("utf16.db"))
    try other.execute("PRAGMA encoding = 'UTF-16'")
    try other.execute("CREATE TABLE t(x)")
    other.close()
    let connection = try Connection.open(folder.file("a.db"))
    try connection.execute("CREATE TABLE t(x)")
    #expect(
      Self.rows("ATTACH '\(folder.file("utf16.db"))' AS b", connection)
        == ["error: attached databases must use the same text encoding as main database"])
    let missing = folder.file("no/such.db")
    #expect(
      Self.rows("ATTACH '\(missing)' AS b", connection) == ["error: unable to open database: \(missing)"])
    #expect(
      Self.rows("ATTACH '\(folder.path)' AS b", connection)
        == ["error: unable to open database: \(folder.path)"])
    #expect(Self.rows("SELECT name FROM b.sqlite_schema", connection).first?.hasPrefix("error") == true)
    #expect(Self.rows("SELECT * FROM t", connection) == [])
  }

  @Test("A database in use is not detached, nor one before it")
  func inUse() throws {
    let connection = try Connection.open(":memory:")
    for sql in [
      "ATTACH ':memory:' AS a", "ATTACH ':memory:' AS b", "CREATE TABLE a.t(x)", "CREATE TABLE b.t(x)",
      "INSERT INTO a.t VALUES(1), (2)", "INSERT INTO b.t VALUES(3), (4)",
    ] {
      try connection.execute(sql)
    }
    let reader = try #require(try connection.prepare("SELECT x FROM b.t").statement)
    #expect(try reader.step())
    #expect(Self.rows("DETACH b", connection) == ["error: database b is locked"])
    #expect(Self.rows("DETACH a", connection) == ["error: database a is locked"])
    #expect(try reader.step())
    #expect(reader.row[0].integer == 4)
    reader.reset()
    #expect(Self.rows("DETACH a", connection) == [])
    // Compiled when b had another number.
    #expect(try reader.step())
    #expect(reader.row[0].integer == 3)
    reader.reset()
    #expect(Self.rows("DETACH b", connection) == [])
    #expect(throws: DatabaseError.self) { try reader.step() }
  }

  @Test("A statement that was used before finds what has come to hide its table")
  func hiding() throws {
    let connection = try Connection.open(":memory:")
    try connection.execute("ATTACH ':memory:' AS aux")
    try connection.execute("CREATE TABLE aux.t AS SELECT 'aux' AS a")
    let query = "SELECT a FROM t"
    #expect(Self.rows(query, connection) == ["'aux'"])
    try connection.execute("CREATE TABLE main.t AS SELECT 'main' AS a")
    #expect(Self.rows(query, connection) == ["'main'"])
    try connection.execute("CREATE TEMP VIEW t AS SELECT 'temp' AS a")
    #expect(Self.rows(query, connection) == ["'temp'"])
    try connection.execute("DROP VIEW t")
    #expect(Self.rows(query, connection) == ["'main'"])
    try connection.execute("DROP TABLE t")
    #expect(Self.rows(query, connection) == ["'aux'"])
  }

  @Test("URIs say how a file is opened")
  func uris() throws {
    let folder = try TemporaryFolder()
    let connection = try Self.uri("file:\(folder.file("m%20n.db"))")
    try connection.execute("CREATE TABLE t(x)")
    #expect(
      Self.rows("PRAGMA database_list", connection) == ["0, 'main', '\(folder.file("m n.db"))'"])
    func attach(_ uri: String) -> String {
      let answer = Self.rows("ATTACH '\(uri)' AS x", connection)
      guard answer.isEmpty else { return answer[0] }
      defer { _ = Self.rows("DETACH x", connection) }
      let file = Self.rows("PRAGMA database_list", connection).last ?? ""
      let isWritable = Self.rows("PRAGMA x.user_version = 1", connection).isEmpty
      return file.dropFirst("2, 'x', ".count) + (isWritable ? "" : " read-only")
    }
    let a = folder.file("a.db")
    #expect(attach("file:\(a)?mode=ro") == "error: unable to open database: file:\(a)?mode=ro")
    #expect(attach("file:\(a)?mode=rw") == "error: unable to open database: file:\(a)?mode=rw")
    #expect(attach("file:\(a)") == "'\(a)'")
    #expect(attach("file:\(a)?mode=ro") == "'\(a)' read-only")
    #expect(attach("file:\(a)?immutable=1") == "'\(a)' read-only")
    #expect(attach("file://localhost\(a)?mode=rwc&cache=private&vfs=unix&other=1#rest") == "'\(a)'")
    #expect(attach("file:\(a)%00b") == "'\(a)'")
    #expect(attach("file:\(a)?mode=memory") == "''")
    #expect(attach("file::memory:") == "''")
    #expect(attach("file:") == "''")
    #expect(attach("file://host/a.db") == "error: invalid uri authority: host")
    #expect(attach("file:a.db?mode=x") == "error: no such access mode: x")
    #expect(attach("file:a.db?cache=x") == "error: no such cache mode: x")
    #expect(attach("file:a.db?vfs=x") == "error: no such vfs: x")
    #expect(attach("file:a.db?mode=ro&mode=rw") == "error: access mode not allowed: rw")
    connection.close()
    let reader = try Self.uri(folder.file("m n.db"), readOnly: true)
    #expect(
      Self.rows("ATTACH 'file:\(a)?mode=rw' AS x", reader) == ["error: access mode not allowed: rw"])
    #expect(Self.rows("ATTACH '\(a)' AS x", reader) == [])
    #expect(
      Self.rows("CREATE TABLE x.t(x)", reader) == ["error: attempt to write a readonly database"])
  }

  @Test("Without URIs a file may have such a name")
  func plainName() throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let connection = try Connection.open("file:a.db?mode=x", vfs: files)
    try connection.execute("CREATE TABLE t(x)")
    #expect(try files.exists(files.fullPath("file:a.db?mode=x")))
  }
}
