import Testing

@testable import ApusEngine

/// Which hooks are called, and in which order, is what SQLite 3.51.3 does with the same statements.
@Suite("Hooks tell of changes, commits and rollbacks as SQLite's do")
final class HookTests {
  private let connection: Connection
  private var log: [String] = []
  private var vetoes = false

  init() throws {
    connection = try Connection.open(":memory:")
    var hooks = ConnectionHooks()
    hooks.willCommit = { [unowned self] in
      log.append("commit")
      return vetoes
    }
    hooks.didRollBack = { [unowned self] in log.append("rollback") }
    hooks.didChange = { [unowned self] event in
      log.append("did \(event.operation) \(event.databaseName).\(event.tableName) \(event.rowID)")
    }
    hooks.willChange = { [unowned self] event in
      let old = Self.text(event.oldValues)
      let new = Self.text(event.newValues)
      log.append(
        "will \(event.operation) \(event.tableName) \(event.oldRowID) \(event.newRowID) \(old) \(new) \(event.depth)"
      )
    }
    connection.hooks = hooks
    run(
      "CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c)", "CREATE TABLE w(a PRIMARY KEY, b) WITHOUT ROWID")
    log = []
  }

  private static func text(_ values: Arguments?) -> String {
    guard let values else { return "-" }
    return (0..<values.count).map { RecordingTable.text(values[$0]) }.joined(separator: ",")
  }

  /// Runs statements; the last one's error message.
  @discardableResult
  private func run(_ statements: String...) -> String? {
    var failure: String?
    for sql in statements {
      failure = nil
      do {
        guard let statement = try connection.prepare(sql).statement else { continue }
        defer { connection.finish(statement) }
        while try statement.step() {}
      } catch {
        failure = error.message
      }
    }
    return failure
  }

  private func calls(_ statements: String...) -> [String] {
    log = []
    for sql in statements { run(sql) }
    return log
  }

  @Test("rows that are inserted, updated and deleted")
  func rows() {
    #expect(
      calls("INSERT INTO t VALUES (1, 2, 3), (2, 3, 4)") == [
        "will insert t 1 1 - 1,2,3 0", "did insert main.t 1", "will insert t 2 2 - 2,3,4 0",
        "did insert main.t 2", "commit",
      ])
    #expect(
      calls("UPDATE t SET c = 9 WHERE a = 1") == [
        "will update t 1 1 1,2,3 1,2,9 0", "did update main.t 1", "commit",
      ])
    #expect(
      calls("UPDATE t SET a = a + 10 WHERE a = 2") == [
        "will update t 2 12 2,3,4 12,3,4 0", "did update main.t 12", "commit",
      ])
    #expect(
      calls("REPLACE INTO t VALUES (1, 3, 'z')") == [
        "will delete t 1 1 1,2,9 - 0", "will delete t 12 12 12,3,4 - 0", "will insert t 1 1 - 1,3,z 0",
        "did insert main.t 1", "commit",
      ])
    #expect(
      calls("INSERT INTO t VALUES (50, 3, 0) ON CONFLICT (b) DO UPDATE SET c = c || 'u'") == [
        "will update t 1 1 1,3,z 1,3,zu 0", "did update main.t 1", "commit",
      ])
    #expect(calls("INSERT OR IGNORE INTO t VALUES (99, 3, 0)") == ["commit"])
    #expect(
      calls("DELETE FROM t") == ["will delete t 1 1 1,3,zu - 0", "did delete main.t 1", "commit"])
  }

  @Test(
    "tables WITHOUT ROWID are announced only; temporary tables are tables; AUTOINCREMENT's counter is none")
  func otherTables() {
    #expect(calls("INSERT INTO w VALUES ('x', 1)") == ["will insert w 0 0 - x,1 0", "commit"])
    #expect(calls("UPDATE w SET a = 'y'") == ["will update w 0 0 x,1 y,1 0", "commit"])
    #expect(calls("DELETE FROM w WHERE a = 'y'") == ["will delete w 0 0 y,1 - 0", "commit"])
    #expect(
      calls("CREATE TEMP TABLE m(a)", "INSERT INTO m VALUES (1)").suffix(3) == [
        "will insert m 1 1 - 1 0", "did insert temp.m 1", "commit",
      ])
    run("CREATE TABLE x(a INTEGER PRIMARY KEY AUTOINCREMENT, b REAL)")
    #expect(
      calls("INSERT INTO x(b) VALUES (5)") == [
        "will insert x 1 1 - 1,5.0 0", "did insert main.x 1", "commit",
      ])
  }

  @Test("triggers and foreign key actions are one level deeper")
  func depth() {
    run(
      "INSERT INTO t VALUES (8, 8, 8)", "CREATE TABLE x(a INTEGER PRIMARY KEY)",
      "CREATE TRIGGER r AFTER INSERT ON x BEGIN UPDATE t SET c = new.a; END",
      "CREATE TABLE p(a PRIMARY KEY)", "CREATE TABLE q(a REFERENCES p ON DELETE CASCADE)",
      "PRAGMA foreign_keys = 1", "INSERT INTO p VALUES (1)", "INSERT INTO q VALUES (1)")
    #expect(
      calls("INSERT INTO x VALUES (6)") == [
        "will insert x 6 6 - 6 0", "did insert main.x 6", "will update t 8 8 8,8,8 8,8,6 1",
        "did update main.t 8", "commit",
      ])
    #expect(
      calls("DELETE FROM p") == [
        "will delete p 1 1 1 - 0", "did delete main.p 1", "will delete q 1 1 1 - 1", "did delete main.q 1",
        "commit",
      ])
    #expect(calls("DROP TABLE t") == ["commit"])
  }

  @Test("only transactions that write commit; a veto makes a rollback of them")
  func commits() {
    #expect(calls("BEGIN", "COMMIT") == [])
    #expect(calls("BEGIN", "SELECT * FROM t", "ROLLBACK") == ["rollback"])
    #expect(calls("BEGIN IMMEDIATE", "COMMIT") == ["commit"])
    #expect(calls("UPDATE t SET b = 1 WHERE a = -5") == ["commit"])
    vetoes = true
    #expect(run("CREATE TABLE z(a)") == "constraint failed")
    #expect(run("SELECT * FROM z") == "no such table: z")
    #expect(calls("CREATE TABLE z(a)") == ["commit", "rollback"])
    run("BEGIN", "INSERT INTO w VALUES (1, 1)")
    #expect(run("COMMIT") == "constraint failed")
    #expect(connection.isAutocommit)
    vetoes = false
    #expect(run("COMMIT") == "cannot commit - no transaction is active")
    #expect(calls("DELETE FROM w") == ["commit"])
  }

  @Test("without willChange a table is emptied as a whole, untold")
  func truncation() {
    connection.hooks.willChange = nil
    run("INSERT INTO t VALUES (1, 2, 3)")
    #expect(calls("DELETE FROM t") == ["commit"])
    connection.hooks = ConnectionHooks()
    #expect(calls("INSERT INTO t VALUES (1, 2, 3)", "DELETE FROM t WHERE a = 1") == [])
  }

  @Test("a hook cannot write")
  func reentrance() {
    var answers: [String?] = []
    connection.hooks.didChange = { [unowned self] _ in
      if answers.isEmpty {
        answers.append(nil)
        answers.append(run("INSERT INTO w VALUES (1, 2)"))
        answers.append(run("ROLLBACK"))
        answers.append(run("SELECT * FROM w"))
      }
    }
    #expect(run("INSERT INTO t VALUES (1, 2, 3)") == nil)
    let refusal = "a hook may not change the database of its connection"
    #expect(answers == [nil, refusal, refusal, nil])
  }

  @Test("the log's frames after every commit in WAL mode")
  func logs() throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let connection = try Connection.open("w.db", vfs: files)
    func run(_ sql: String) throws {
      let statement = try #require(try connection.prepare(sql).statement)
      while try statement.step() {}
    }
    try run("PRAGMA journal_mode = wal")
    var told: [String] = []
    connection.hooks.didWriteLog = { told.append("\($0) \($1)") }
    try run("CREATE TABLE t(a)")
    try run("INSERT INTO t VALUES (1)")
    try run("SELECT * FROM t")
    #expect(told == ["main 2", "main 3"])
  }

  @Test("the progress handler is asked after so many rounds and can stop a statement")
  func progress() throws {
    var asked = 0
    connection.progressInterval = 10
    connection.progressHandler = {
      asked += 1
      return asked == 5
    }
    #expect(
      run("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 1000) SELECT count(*) FROM c")
        == "interrupted")
    #expect(asked == 5)
  }

  @Test("limits bound what comes, and are bounded themselves")
  func limits() throws {
    #expect(connection.setLimit(.columns, to: 3) == 2000)
    #expect(run("CREATE TABLE c(a, b, c, d)") == "too many columns on c")
    #expect(run("SELECT 1, 2, 3, 4") == "too many columns in result set")
    #expect(connection.setLimit(.columns, to: 100_000) == 3)
    #expect(connection.limit(.columns) == 2000)
    connection.setLimit(.length, to: 1)
    #expect(connection.limit(.length) == 30)
    #expect(run("SELECT zeroblob(31)") == "string or blob too big")
    connection.setLimit(.variableNumber, to: 2)
    #expect(run("SELECT ?3") == "variable number must be between ?1 and ?2")
    connection.setLimit(.compoundSelect, to: 2)
    #expect(run("SELECT 1 UNION SELECT 2 UNION SELECT 3") == "too many terms in compound SELECT")
    connection.setLimit(.expressionDepth, to: 3)
    #expect(run("SELECT 1 + 1 + 1 + 1 + 1") == "Expression tree is too large (maximum depth 3)")
    connection.setLimit(.sqlLength, to: 10)
    #expect(run("SELECT 1     ") == "string or blob too big")
    #expect(connection.setLimit(.sqlLength, to: -1) == 10)
  }
}
