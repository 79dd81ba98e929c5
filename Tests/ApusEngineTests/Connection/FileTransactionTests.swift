import Testing

@testable import ApusEngine

@Suite("Transactions of connections on files")
struct FileTransactionTests {
  private static func rows(_ sql: String, _ connection: Connection) -> [String] {
    RecordedCaseTests.run(sql, on: connection)
  }

  @Test("BEGIN EXCLUSIVE before the schema is known lasts until COMMIT")
  func exclusiveBeforeSchema() throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    var connection = try Connection.open("/a.db", vfs: files)
    #expect(Self.rows("CREATE TABLE a(x)", connection) == [])
    connection = try Connection.open("/a.db", vfs: files)
    #expect(Self.rows("BEGIN EXCLUSIVE", connection) == [])
    #expect(Self.rows("INSERT INTO a VALUES(1)", connection) == [])
    #expect(Self.rows("COMMIT", connection) == [])
    connection = try Connection.open("/a.db", vfs: files)
    #expect(Self.rows("SELECT x FROM a", connection) == ["1"])
  }

  @Test(
    "BEGIN IMMEDIATE as the very first use of a file keeps what is in it",
    arguments: ["IMMEDIATE", "EXCLUSIVE"])
  func writeLockFirst(mode: String) throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    func session(_ body: (Connection) -> Void) throws {
      // Nobody else has the file open: its store is a new one each time.
      let connection = try Connection.open("/c.db", vfs: files)
      body(connection)
      connection.close()
    }
    try session { #expect(Self.rows("CREATE TABLE a(x PRIMARY KEY)", $0) == []) }
    try session {
      #expect(Self.rows("BEGIN \(mode)", $0) == [])
      #expect(Self.rows("PRAGMA page_count", $0) == ["3"])
      #expect(Self.rows("COMMIT", $0) == [])
    }
    try session { #expect(Self.rows("SELECT count(*) FROM a", $0) == ["0"]) }
  }

  @Test("A file without a page has an empty schema, however it is read")
  func emptyFile() throws {
    let connection = try Connection.open("/b.db", vfs: MemoryFileSystem(clock: POSIXFileSystem.shared))
    #expect(Self.rows("SELECT count(*) FROM sqlite_schema", connection) == ["0"])
    #expect(Self.rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')", connection) == [])
    #expect(Self.rows("SELECT name FROM sqlite_schema WHERE rowid = 1 ORDER BY name DESC", connection) == [])
    #expect(Self.rows("SELECT max(rowid) FROM sqlite_schema", connection) == ["NULL"])
  }

  @Test("PRAGMA data_version changes with what others commit, in numbers that are SQLite's")
  func dataVersion() throws {
    /// What connections a and b are asked one after the other: statements, and in between `?` for their data_version.
    func versions(_ steps: [(String, String)]) throws -> [String] {
      let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
      var open: [String: Connection] = [:]
      var found: [String] = []
      for (name, sql) in steps {
        let connection = try open[name] ?? Connection.open("/v.db", vfs: files)
        open[name] = connection
        if sql == "?" {
          found += Self.rows("PRAGMA data_version", connection)
        } else {
          _ = Self.rows(sql, connection)
        }
      }
      return found
    }
    let table = ("a", "CREATE TABLE t(x)")
    let insert = "INSERT INTO t VALUES (1)"
    #expect(try versions([("a", "?"), table, ("a", "?"), ("a", insert), ("a", "?")]) == ["1", "1", "1"])
    #expect(
      try versions([table, ("a", "?"), ("b", insert), ("a", "?"), ("b", insert), ("a", "?"), ("b", "?")])
        == ["1", "2", "3", "1"])
    #expect(try versions([("a", "BEGIN"), table, ("a", "?"), ("a", "COMMIT"), ("a", "?")]) == ["1", "1"])
    #expect(
      try versions([
        ("a", "PRAGMA journal_mode = wal"), ("a", "?"), table, ("a", "?"), ("b", "?"), ("b", insert),
        ("b", "?"),
        ("a", "?"),
      ]) == ["2", "2", "2", "2", "3"])
  }
}
