import Apus
import Foundation
import Testing

@Suite("Database")
struct DatabaseTests {
  private let directory = TemporaryDirectory()

  @Test("What write commits, read sees, also after the file is opened again")
  func writeThenRead() throws {
    let path = directory.file("a.db")
    let db = try Database(path)
    try db.write { tx in
      try tx.execute(
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT); INSERT INTO t VALUES (1, 'one'), (2, 'two');")
      #expect(tx.changes == 2)
      #expect(tx.lastInsertRowID == 2)
    }
    db.close()
    let again = try Database(path)
    let rows = try again.read { try $0.query("SELECT * FROM t ORDER BY a").values() }
    #expect(rows == [[1, "one"], [2, "two"]])
  }

  @Test("A throw rolls everything back, schema included")
  func rollback() throws {
    struct Stop: Error {}
    let db = try Database.inMemory()
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    #expect(throws: Stop.self) {
      try db.write { tx in
        try tx.execute("INSERT INTO t VALUES (1); CREATE TABLE u(b);")
        throw Stop()
      }
    }
    #expect(try db.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 0)
    #expect(try db.read { try $0.query("SELECT count(*) FROM sqlite_schema").scalar(Int.self) } == 1)
  }

  @Test("A savepoint that throws undoes its part alone")
  func savepoint() throws {
    struct Stop: Error {}
    let db = try Database.inMemory()
    try db.write { tx in
      try tx.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
      try tx.savepoint {
        try tx.execute("INSERT INTO t VALUES (2)")
        #expect(throws: Stop.self) {
          try tx.savepoint {
            try tx.execute("INSERT INTO t VALUES (3)")
            throw Stop()
          }
        }
      }
    }
    #expect(try db.read { try $0.query("SELECT a FROM t ORDER BY a").values() } == [[1], [2]])
  }

  @Test("read cannot write")
  func readsOnly() throws {
    let db = try Database.inMemory()
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    #expect(errorCode { try db.read { try $0.execute("INSERT INTO t VALUES (1)") } } == .readOnly)
    #expect(try db.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 0)
  }

  @Test("A new file is in WAL mode, an existing one keeps its mode")
  func journalModes() throws {
    let new = try Database(directory.file("new.db"))
    #expect(try new.read { try $0.query("PRAGMA journal_mode").scalar(String.self) } == "wal")
    var configuration = Database.Configuration()
    configuration.journalMode = .delete
    let path = directory.file("old.db")
    let old = try Database(path, configuration)
    try old.write { try $0.execute("CREATE TABLE t(a)") }
    old.close()
    let again = try Database(path)
    #expect(try again.read { try $0.query("PRAGMA journal_mode").scalar(String.self) } == "delete")
  }

  @Test("Opening what is no database throws a typed error")
  func openingErrors() throws {
    let text = directory.file("text.db")
    try Data(String(repeating: "no database at all\n", count: 100).utf8).write(to: URL(fileURLWithPath: text))
    #expect(errorCode { _ = try Database(text) } == .notADatabase)
    #expect(errorCode { _ = try Database(directory.path) }?.primary == .cannotOpen)
    #expect(errorCode { _ = try Database(directory.file("no/such/directory.db")) }?.primary == .cannotOpen)
    var configuration = Database.Configuration()
    configuration.createsFile = false
    #expect(errorCode { _ = try Database(directory.file("none.db"), configuration) }?.primary == .cannotOpen)
  }

  @Test("A read-only database refuses write and reads")
  func readOnly() throws {
    let path = directory.file("r.db")
    var configuration = Database.Configuration()
    configuration.journalMode = .delete
    let writable = try Database(path, configuration)
    try writable.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (7)") }
    writable.close()
    configuration = Database.Configuration()
    configuration.isReadOnly = true
    let db = try Database(path, configuration)
    #expect(try db.read { try $0.query("SELECT a FROM t").scalar(Int.self) } == 7)
    #expect(errorCode { try db.write { try $0.execute("DELETE FROM t") } } == .readOnly)
  }

  @Test("A closed database throws, and lets go of its file and connections")
  func closing() throws {
    final class Box: @unchecked Sendable { weak var connection: Connection? }
    let box = Box()
    var configuration = Database.Configuration()
    configuration.prepareConnection = { box.connection = $0 }
    let db = try Database(directory.file("c.db"), configuration)
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    #expect(box.connection != nil)
    db.close()
    db.close()
    #expect(box.connection == nil)
    #expect(errorCode { try db.read { _ in } } == .misuse)
    #expect(errorCode { try db.write { _ in } } == .misuse)
  }

  @Test("Commits hold no part of the log: it can be written back and emptied", .timeLimit(.minutes(1)))
  func checkpointAfterCommits() throws {
    var configuration = Database.Configuration()
    configuration.busyTimeout = 0
    let db = try Database(directory.file("w.db"), configuration)
    try db.write { try $0.execute("CREATE TABLE t(a)") }
    for number in 0..<3 { try db.write { try $0.execute("INSERT INTO t VALUES (?)", [number]) } }
    let result = try db.writeWithoutTransaction { try $0.query("PRAGMA wal_checkpoint(TRUNCATE)").values() }
    #expect(result == [[0, 0, 0]])
    #expect(try db.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 3)
  }

  @Test("An access inside an access throws instead of waiting for itself")
  func nesting() throws {
    let db = try Database.inMemory()
    #expect(errorCode { try db.write { _ in try db.write { _ in } } } == .misuse)
    #expect(errorCode { try db.read { _ in try db.read { _ in } } } == .misuse)
    let other = try Database.inMemory()
    try db.write { _ in try other.write { try $0.execute("CREATE TABLE t(a)") } }
  }

  @Test("A transaction that a statement in it ended is reported")
  func endedInside() throws {
    let db = try Database.inMemory()
    #expect(errorCode { try db.write { try $0.execute("CREATE TABLE t(a); COMMIT") } } == .misuse)
    #expect(errorCode { try db.writeWithoutTransaction { try $0.execute("BEGIN") } } == .misuse)
    try db.write { try $0.execute("INSERT INTO t VALUES (1)") }
  }

  @Test("What is kept from a closure throws after it")
  func escaping() throws {
    let db = try Database.inMemory()
    try db.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1), (2)") }
    var kept: (Transaction, Statement, Row)?
    try db.read { tx in
      let statement = try tx.prepare("SELECT a FROM t")
      #expect(try statement.step())
      kept = (tx, statement, try statement.row())
    }
    let (transaction, statement, row) = try #require(kept)
    #expect(errorCode { _ = try row[0, as: Int.self] } == .misuse)
    #expect(errorCode { _ = try statement.step() } == .misuse)
    #expect(errorCode { try transaction.execute("SELECT 1") } == .misuse)
    try db.write { try $0.execute("DROP TABLE t") }
  }
}
