import Apus
@_spi(Testing) import ApusEngine
import Foundation
import Testing

/// A log is read whose `-shm` this process may not write, and that nobody keeps up: its writers are gone.
@Suite(
  "A wal-index that is left over", .enabled(if: StockShell.path != nil, "there is no sqlite3 on the path"))
struct LeftOverIndexTests {
  private let directory = TemporaryDirectory()

  /// A database whose writer was killed, and what its index holds.
  private func make(_ name: String) throws -> (path: String, index: Data) {
    let path = directory.file(name)
    try killedWriter(path, "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1);")
    return (path, try Data(contentsOf: URL(fileURLWithPath: path + "-shm")))
  }

  private func killedWriter(_ path: String, _ sql: String) throws {
    let stock = try StockSession(path)
    _ = try stock.run("PRAGMA wal_autocheckpoint = 0; " + sql)
    stock.kill()
  }

  private func open(_ path: String) throws -> Connection {
    try Connection.open(path, vfs: POSIXFileSystem(opensSharedMemoryReadOnly: true))
  }

  private func run(_ connection: Connection, _ sql: String) throws -> Int64? {
    guard let statement = try connection.prepare(sql).statement else { return nil }
    defer { connection.finish(statement) }
    var last: Int64?
    while try statement.step() { last = statement.row[0].integer }
    return last
  }

  @Test("The log is read, and nothing is written beside it")
  func read() throws {
    let (path, index) = try make("read.db")
    let connection = try open(path)
    defer { connection.close() }
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1)
    let error = #expect(throws: DatabaseError.self) { try run(connection, "INSERT INTO t VALUES (2)") }
    #expect(error?.code.primary == .readOnly)
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-shm")) == index)
  }

  @Test("Writers that came and went between two reads: the log grown, started over, emptied")
  func cameAndWent() throws {
    let (path, _) = try make("went.db")
    let connection = try open(path)
    defer { connection.close() }
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1)
    try killedWriter(path, "INSERT INTO t VALUES (10);")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 11)
    try killedWriter(path, "UPDATE t SET a = a + 100; INSERT INTO t VALUES (1000);")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1211)
    try killedWriter(path, "PRAGMA wal_checkpoint(RESTART); UPDATE t SET a = 3;")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 9)
    try killedWriter(path, "UPDATE t SET a = 4; PRAGMA wal_checkpoint(TRUNCATE);")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 12)
    try killedWriter(path, "UPDATE t SET a = 5; PRAGMA wal_checkpoint(TRUNCATE);")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 15)
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t; PRAGMA integrity_check").output == "15\nok\n")
  }

  @Test("A snapshot stays while a writer comes, commits and checkpoints; later reads use the shared index")
  func writerComes() throws {
    let (path, _) = try make("comes.db")
    let connection = try open(path)
    defer { connection.close() }
    _ = try run(connection, "BEGIN")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1)
    let stock = try StockSession(path)
    _ = try stock.run("INSERT INTO t VALUES (10);")
    // Nothing is copied under the snapshot.
    #expect(try stock.run("PRAGMA wal_checkpoint(PASSIVE);").hasSuffix("|0\n"))
    #expect(try run(connection, "SELECT sum(a) FROM t") == 1)
    #expect(try run(connection, "SELECT count(*) FROM t") == 1)
    _ = try run(connection, "COMMIT")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 11)
    for round in 1...5 {
      _ = try stock.run("UPDATE t SET a = \(round); PRAGMA wal_checkpoint(TRUNCATE);")
      #expect(try run(connection, "SELECT sum(a) FROM t") == Int64(2 * round))
    }
    _ = try run(connection, "BEGIN")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 10)
    _ = try stock.run("UPDATE t SET a = 50;")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 10)
    _ = try run(connection, "COMMIT")
    #expect(try run(connection, "SELECT sum(a) FROM t") == 100)
    try stock.close()
    #expect(try run(connection, "SELECT sum(a) FROM t") == 100)
  }

  @Test("The snapshot of one connection is not disturbed by what another one of this process reads")
  func twoReaders() throws {
    let (path, _) = try make("two.db")
    let files = POSIXFileSystem(opensSharedMemoryReadOnly: true)
    let first = try Connection.open(path, vfs: files)
    let second = try Connection.open(path, vfs: files)
    defer {
      first.close()
      second.close()
    }
    _ = try run(first, "BEGIN")
    #expect(try run(first, "SELECT sum(a) FROM t") == 1)
    try killedWriter(path, "INSERT INTO t VALUES (10);")
    #expect(try run(second, "SELECT sum(a) FROM t") == 11)
    #expect(try run(first, "SELECT sum(a) FROM t") == 1)
    let stock = try StockSession(path)
    _ = try stock.run("INSERT INTO t VALUES (100); PRAGMA wal_checkpoint;")
    #expect(try run(second, "SELECT sum(a) FROM t") == 111)
    #expect(try run(first, "SELECT sum(a) FROM t") == 1)
    _ = try run(first, "COMMIT")
    #expect(try run(first, "SELECT sum(a) FROM t") == 111)
    #expect(try run(second, "SELECT sum(a) FROM t") == 111)
  }
}
