import Apus
import Synchronization
import Testing

/// What a program can hook into a `Database`: each test is an example of it.
@Suite("A program takes part in what its database does")
struct ExtensionPointTests {
  /// What hooks on any thread have told.
  final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    func take() -> [String] {
      lines.withLock { lines in
        defer { lines = [] }
        return lines
      }
    }
  }

  private func integers(_ sql: String, _ db: Database) throws -> [Int] {
    try db.read { try integers(sql, $0) }
  }

  private func integers(_ sql: String, _ tx: Transaction) throws -> [Int] {
    try tx.query(sql).map { try $0[0, as: Int.self] }
  }

  private func failure(_ body: () throws -> Void) -> DatabaseError? {
    do {
      try body()
      return nil
    } catch {
      return error as? DatabaseError
    }
  }

  @Test("Hooks tell of rows before and after they change, and of commits")
  func hooks() throws {
    let log = Log()
    let box = Log()
    var configuration = Database.Configuration()
    configuration.hooks.willChange = { change in
      log.add("will \(change.operation) \(change.oldValues ?? []) \(change.newValues ?? [])")
    }
    configuration.hooks.didChange = { log.add("did \($0.operation) \($0.tableName) \($0.rowID)") }
    configuration.hooks.willCommit = {
      log.add("commit")
      return !box.all.isEmpty
    }
    configuration.hooks.didRollBack = { log.add("rollback") }
    let db = try Database.inMemory(configuration)
    try db.write { try $0.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b)") }
    _ = log.take()
    try db.write { try $0.execute("INSERT INTO t VALUES (1, 'x')") }
    #expect(log.take() == ["will insert [] \([Value.integer(1), .text("x")])", "did insert t 1", "commit"])
    try db.write { try $0.execute("UPDATE t SET b = 2.5") }
    #expect(
      log.take() == [
        "will update \([Value.integer(1), .text("x")]) \([Value.integer(1), .real(2.5)])", "did update t 1",
        "commit",
      ])
    box.add("no more commits")
    #expect(failure { try db.write { try $0.execute("DELETE FROM t") } }?.code == .constraintCommitHook)
    #expect(
      log.take() == [
        "will delete \([Value.integer(1), .real(2.5)]) []", "did delete t 1", "commit", "rollback",
      ])
    #expect(try integers("SELECT count(*) FROM t", db) == [1])
  }

  @Test("A log in WAL mode that has become longer is told of")
  func logHook() throws {
    let directory = TemporaryDirectory()
    let log = Log()
    var configuration = Database.Configuration()
    configuration.hooks.didWriteLog = { name, frames in log.add("\(name) \(frames > 0)") }
    let db = try Database(directory.file("wal.db"), configuration)
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    #expect(log.all == ["main true"])
  }

  @Test("An authorizer denies, and hides columns")
  func authorizer() throws {
    let isAsked = Log()
    var configuration = Database.Configuration()
    configuration.authorizer = { request in
      guard isAsked.all.isEmpty == false else { return .allow }
      switch (request.action, request.first, request.second) {
      case (.read, "account", "password"): return .deny
      case (.read, "account", "salary"): return .ignore
      case (.function, _, "upper"): return .deny
      case (.dropTable, _, _): return .deny
      default: return .allow
      }
    }
    let db = try Database.inMemory(configuration)
    try db.write {
      try $0.execute(
        "CREATE TABLE account(name, password, salary); INSERT INTO account VALUES ('ada', 'x', 100)")
    }
    isAsked.add("from now on")
    try db.read { tx in
      let rows = try tx.query("SELECT name, salary FROM account").map {
        try [$0[0, as: Value.self], $0[1, as: Value.self]]
      }
      #expect(rows == [[.text("ada"), .null]])
    }
    let read = failure { try db.read { _ = try $0.query("SELECT password FROM account") } }
    #expect(read?.code == .authorization)
    #expect(read?.message == "access to account.password is prohibited")
    let call = failure { try db.read { _ = try $0.query("SELECT upper(name) FROM account") } }
    #expect(call?.code == .error)
    #expect(call?.message == "not authorized to use function: upper")
    let drop = failure { try db.write { try $0.execute("DROP TABLE account") } }
    #expect(drop?.code == .authorization)
    #expect(drop?.message == "not authorized")
  }

  @Test("A collation is asked for when it is needed")
  func collationNeeded() throws {
    let log = Log()
    var configuration = Database.Configuration()
    configuration.maximumReaders = 1
    configuration.collationNeeded = { name in
      log.add(name)
      guard name == "backwards" else { return nil }
      return try? ApplicationCollation(name) { $1 < $0 }
    }
    let db = try Database.inMemory(configuration)
    try db.read { tx in
      let sql = "SELECT column1 FROM (VALUES ('a'), ('c'), ('b')) ORDER BY column1 COLLATE backwards"
      for _ in 0..<2 {
        let rows = try tx.query(sql).map { try $0[0, as: String.self] }
        #expect(rows == ["c", "b", "a"])
      }
    }
    #expect(log.take() == ["backwards"])
    let error = failure { try db.read { _ = try $0.query("SELECT 'a' < 'b' COLLATE nosuch") } }
    #expect(error?.message == "no such collation sequence: nosuch")
    #expect(log.take() == ["nosuch"])
  }

  @Test("A progress handler ends a statement")
  func progress() throws {
    var configuration = Database.Configuration()
    configuration.progressInterval = 10
    let log = Log()
    configuration.progressHandler = {
      log.add("asked")
      return log.all.count > 5
    }
    let db = try Database.inMemory(configuration)
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let error = failure { try db.read { tx in try tx.execute(endless) } }
    #expect(error?.code == .interrupt)
    #expect(error?.message == "interrupted")
  }

  @Test("Limits hold for every connection")
  func limits() throws {
    var configuration = Database.Configuration()
    configuration.limits = [.columns: 2, .attached: 0]
    let db = try Database.inMemory(configuration)
    let error = failure { try db.write { try $0.execute("CREATE TABLE t(a, b, c)") } }
    #expect(error?.message == "too many columns on t")
    #expect(failure { try db.read { _ = try $0.query("SELECT 1, 2, 3") } }?.code == .error)
  }

  @Test("A blob is read and written in parts")
  func blob() throws {
    let db = try Database.inMemory()
    try db.write { tx in
      try tx.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (7, zeroblob(1000))")
      try tx.withBlob(table: "t", column: "b", rowID: 7, isWritable: true) { blob in
        #expect(blob.count == 1000)
        try blob.write([1, 2, 3], at: 500)
      }
    }
    let part = try db.read { tx in
      try tx.withBlob(table: "t", column: "b", rowID: 7) { try $0.read(499..<504) }
    }
    #expect(part == [0, 1, 2, 3, 0])
    let missing = failure {
      try db.read { tx in try tx.withBlob(table: "t", column: "c", rowID: 7) { _ in } }
    }
    #expect(missing?.message == "no such column: \"c\"")
  }

  @Test("A database becomes bytes and comes back from them")
  func serialization() throws {
    let db = try Database.inMemory()
    try db.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)") }
    let bytes = try db.serialize()
    #expect(bytes.starts(with: "SQLite format 3\0".utf8))
    let copy = try Database.inMemory()
    try copy.deserialize(bytes)
    #expect(try integers("SELECT a FROM t", copy) == [1, 2])
    #expect(failure { try copy.deserialize([1, 2, 3]) } != nil)
  }

  @Test("A URI says how a file is opened")
  func uri() throws {
    let directory = TemporaryDirectory()
    var configuration = Database.Configuration()
    configuration.allowsURI = true
    let path = directory.file("a b.db")
    let db = try Database("file:" + path.replacing(" ", with: "%20"), configuration)
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    db.close()
    let readOnly = try Database(
      "file:\(path)?mode=ro",
      {
        var c = configuration; c.isReadOnly = true; return c
      }())
    #expect(try integers("SELECT count(*) FROM t", readOnly) == [0])
    #expect(
      failure { _ = try Database("file:\(directory.file("none.db"))?mode=rw", configuration) }?.code.primary
        == .cannotOpen)
    #expect(
      failure { _ = try Database("file:x?mode=odd", configuration) }?.message == "no such access mode: odd")
  }

  @Test("Who names the same database in memory shares it")
  func sharedMemory() throws {
    var configuration = Database.Configuration()
    configuration.allowsURI = true
    let name = "file:extension-points?mode=memory&cache=shared"
    var one: Database? = try Database(name, configuration)
    let other = try Database(name, configuration)
    try one?.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (5)") }
    func rows(_ db: Database) throws -> [Int] { try integers("SELECT a FROM t", db) }
    #expect(try rows(other) == [5])
    // It lives as long as one of them.
    one = nil
    #expect(try rows(other) == [5])
    let elsewhere = try Database("file:another?mode=memory&cache=shared", configuration)
    #expect(failure { _ = try rows(elsewhere) }?.message == "no such table: t")
    let own = try Database("file:extension-points?mode=memory", configuration)
    #expect(failure { _ = try rows(own) }?.message == "no such table: t")
    // ATTACH means the same one.
    try elsewhere.writeWithoutTransaction { tx in
      try tx.execute("ATTACH '\(name)' AS shared")
      #expect(try integers("SELECT a FROM shared.t", tx) == [5])
      try tx.execute("DETACH shared")
    }
  }
}
