import Apus
import Foundation
import Testing

/// What a stock `sqlite3` process sees of a file that is open here.
@Suite("Beside another process", .enabled(if: StockShell.path != nil, "there is no sqlite3 on the path"))
struct OtherProcessTests {
  private let directory = TemporaryDirectory()

  private func make(_ name: String, keepsReadLock: Bool = false) throws -> (path: String, db: Database) {
    let path = directory.file(name)
    var configuration = Database.Configuration()
    configuration.busyTimeout = 0
    configuration.keepsReadLock = keepsReadLock
    let db = try Database(path, configuration)
    try db.write {
      try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    }
    return (path, db)
  }

  private func sum(_ db: Database) throws -> Int? {
    try db.read { try $0.query("SELECT sum(a) FROM t").scalar(Int.self) }
  }

  @Test("A WAL database is shared: what either commits, both see; the last one to leave removes the log")
  func sharedLog() throws {
    let (path, db) = try make("a.db")
    let stock = try StockSession(path)
    #expect(try stock.run("PRAGMA journal_mode; SELECT sum(a) FROM t;") == "wal\n1\n")
    for round in 1...20 {
      #expect(try stock.run("INSERT INTO t VALUES (1); SELECT sum(a) FROM t;") == "\(2 * round)\n")
      #expect(try sum(db) == 2 * round)
      try db.write { try $0.execute("INSERT INTO t VALUES (1)") }
    }
    #expect(try stock.run("SELECT sum(a) FROM t;") == "41\n")
    db.close()
    // The other one still uses it.
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(FileManager.default.fileExists(atPath: path + "-shm"))
    #expect(try stock.run("INSERT INTO t VALUES (1); SELECT sum(a) FROM t;") == "42\n")
    let again = try Database(path)
    #expect(try sum(again) == 42)
    try stock.close()
    #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(try sum(again) == 42)
    again.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t; PRAGMA integrity_check").output == "42\nok\n")
  }

  @Test(
    "A stock process writes, checkpoints and starts the log over between two snapshots",
    arguments: ["PASSIVE", "FULL", "RESTART", "TRUNCATE"], [false, true])
  func checkpointedElsewhere(_ mode: String, keepsReadLock: Bool) throws {
    let (path, db) = try make("c-\(mode)-\(keepsReadLock).db", keepsReadLock: keepsReadLock)
    let stock = try StockSession(path)
    // A read lock that is kept ends while it waits, with nobody at work here.
    if keepsReadLock { _ = try stock.run("PRAGMA busy_timeout = 5000;") }
    try db.write {
      // Enough pages for the cache to keep some of an old version.
      try $0.execute(
        """
        CREATE TABLE big(id INTEGER PRIMARY KEY, n INT, t TEXT);
        WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 500)
        INSERT INTO big(n, t) SELECT 0, printf('%.*c', 300, 'x') FROM s
        """)
    }
    let query = "SELECT sum(n) || '/' || count(*) || '/' || sum(length(t)) FROM big"
    func seen() throws -> String? { try db.read { try $0.query(query).scalar(String.self) } }
    #expect(try seen() == "0/500/150000")
    for round in 1...6 {
      _ = try stock.run("UPDATE big SET n = \(round);")
      let answer = try stock.run("PRAGMA wal_checkpoint(\(mode));")
      #expect(answer.hasPrefix("0|"), "\(answer)")
      if round % 2 == 0 {
        // The log starts over with this, and once more.
        _ = try stock.run(
          "UPDATE big SET n = n + 1 WHERE id % 3 = 0; UPDATE big SET n = n - 1 WHERE id % 3 = 0;")
        _ = try stock.run("PRAGMA wal_checkpoint(\(mode)); UPDATE t SET a = a;")
      }
      #expect(try seen() == "\(500 * round)/500/150000")
      try db.write { try $0.execute("UPDATE big SET t = t WHERE id = \(round)") }
      #expect(try stock.run("\(query);") == "\(500 * round)/500/150000\n")
    }
    // A snapshot that is held keeps what it has seen, and what the other's checkpoint may copy.
    try db.read { transaction in
      let before = try transaction.query(query).scalar(String.self)
      _ = try stock.run("UPDATE big SET n = 1000, t = 'short';")
      _ = try stock.run("PRAGMA wal_checkpoint(PASSIVE);")
      #expect(try transaction.query(query).scalar(String.self) == before)
      _ = try stock.run("PRAGMA busy_timeout = 0;")
      let busy = try stock.run("PRAGMA wal_checkpoint(TRUNCATE);")
      #expect(busy.hasPrefix("1|"), "\(busy)")
      if keepsReadLock { _ = try stock.run("PRAGMA busy_timeout = 5000;") }
      _ = try stock.run("UPDATE big SET n = 1001;")
      #expect(try transaction.query(query).scalar(String.self) == before)
    }
    #expect(try seen() == "500500/500/2500")
    #expect(try stock.run("PRAGMA wal_checkpoint(TRUNCATE);") == "0|0|0\n")
    #expect(try seen() == "500500/500/2500")
    try stock.close()
    db.close()
  }

  @Test(
    "A read lock is kept for the next reader, for some milliseconds; without it another process does not wait"
  )
  func keptReadLock() throws {
    for keeps in [true, false] {
      let (path, db) = try make("k-\(keeps).db", keepsReadLock: keeps)
      let stock = try StockSession(path)
      // Frames that are not in the database file: a reader holds a mark of the log.
      // A sync can take longer than the lock is kept.
      _ = try stock.run(
        "PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE); UPDATE t SET a = 2;"
      )
      var wasKept = false
      for _ in 0..<20 where !wasKept {
        #expect(try sum(db) == 2)
        wasKept = try stock.run("PRAGMA wal_checkpoint(RESTART);").hasPrefix("1|")
        _ = try stock.run("UPDATE t SET a = 2;")
      }
      #expect(wasKept == keeps)
      #expect(try sum(db) == 2)
      // The lock ends by itself: this is far more than it may last.
      _ = try stock.run("PRAGMA busy_timeout = 2000;")
      #expect(try stock.run("PRAGMA wal_checkpoint(TRUNCATE);") == "0|0|0\n")
      try stock.close()
      db.close()
    }
  }

  @Test("An immutable file is read without locks, and without its log; nothing is made beside it")
  func immutable() throws {
    let (path, db) = try make("f.db")
    try db.writeWithoutTransaction { try $0.execute("PRAGMA wal_checkpoint(TRUNCATE); UPDATE t SET a = 2") }
    let stock = try StockSession(path)
    _ = try stock.run("BEGIN IMMEDIATE; INSERT INTO t VALUES (100);")
    var configuration = Database.Configuration()
    configuration.isImmutable = true
    let frozen = try Database(path, configuration)
    // What stands in the file, not in the log.
    #expect(try sum(frozen) == 1)
    #expect(code { try frozen.write { try $0.execute("DELETE FROM t") } } == .readOnly)
    frozen.close()
    try stock.close()
    #expect(try sum(db) == 2)
    db.close()
    // Nobody may write there.
    let copy = directory.file("folder")
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    let lonely = copy + "/l.db"
    try FileManager.default.copyItem(atPath: path, toPath: lonely)
    let again = try Database(lonely, configuration)
    #expect(try sum(again) == 2)
    again.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy) == ["l.db"])
  }

  @Test("Who writes keeps other writers out; a snapshot that another process has overtaken cannot write")
  func writers() throws {
    let (path, db) = try make("w.db")
    let stock = try StockSession(path)
    _ = try stock.run("BEGIN IMMEDIATE; INSERT INTO t VALUES (10);")
    // Readers go on; a writer is told that it is busy.
    #expect(try sum(db) == 1)
    #expect(code { try db.write { try $0.execute("INSERT INTO t VALUES (5)") } } == .busy)
    _ = try stock.run("COMMIT;")
    try db.write { try $0.execute("INSERT INTO t VALUES (5)") }
    #expect(try stock.run("SELECT sum(a) FROM t;") == "16\n")

    try db.write { transaction in
      try transaction.execute("INSERT INTO t VALUES (100)")
      #expect(try stock.run("INSERT INTO t VALUES (7);").contains("database is locked"))
      #expect(try stock.run("SELECT sum(a) FROM t;") == "16\n")
    }
    #expect(try stock.run("SELECT sum(a) FROM t;") == "116\n")

    try db.writeWithoutTransaction { connection in
      try connection.execute("BEGIN")
      #expect(try connection.query("SELECT sum(a) FROM t").scalar(Int.self) == 116)
      _ = try stock.run("INSERT INTO t VALUES (4);")
      #expect(code { try connection.execute("INSERT INTO t VALUES (8)") } == .busySnapshot)
      #expect(try connection.query("SELECT sum(a) FROM t").scalar(Int.self) == 116)
      try connection.execute("ROLLBACK")
      try connection.execute("INSERT INTO t VALUES (8)")
      #expect(try connection.query("SELECT sum(a) FROM t").scalar(Int.self) == 128)
    }
    try stock.close()
    db.close()
  }

  @Test("Waiting for another process's writer ends when it commits")
  func busyTimeout() throws {
    let (path, first) = try make("b.db")
    first.close()
    let db = try Database(path)
    let stock = try StockSession(path)
    _ = try stock.run("BEGIN IMMEDIATE; INSERT INTO t VALUES (10);")
    stock.send(
      "SELECT count(*) FROM (WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s LIMIT 2000000) SELECT i FROM s); COMMIT;"
    )
    try db.write { try $0.execute("INSERT INTO t VALUES (5)") }
    #expect(try stock.run("") == "2000000\n")
    #expect(try sum(db) == 16)
    try stock.close()
    db.close()
  }

  @Test("What another process has just created is known, inside a transaction too")
  func schemaOfAnother() throws {
    let (path, db) = try make("n.db")
    let stock = try StockSession(path)
    #expect(try sum(db) == 1)
    _ = try stock.run("CREATE TABLE made(x); INSERT INTO made VALUES (7);")
    #expect(try db.read { try $0.query("SELECT x FROM made").scalar(Int.self) } == 7)
    _ = try stock.run("CREATE TABLE later(x); INSERT INTO later VALUES (8); ALTER TABLE made ADD COLUMN y;")
    try db.writeWithoutTransaction { connection in
      try connection.execute("BEGIN")
      #expect(try connection.query("SELECT x FROM later").scalar(Int.self) == 8)
      try connection.execute("INSERT INTO made(x, y) VALUES (1, 2)")
      try connection.execute("COMMIT")
    }
    #expect(code { try db.read { _ = try $0.query("SELECT x FROM never").scalar(Int.self) } } == .error)
    try stock.close()
    db.close()
  }

  @Test("Settings can be made while another process keeps the file locked")
  func settingsOfALockedFile() throws {
    let path = directory.file("s.db")
    _ = try StockShell.run(path, "CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let stock = try StockSession(path)
    _ = try stock.run("BEGIN EXCLUSIVE; INSERT INTO t VALUES (2);")
    let connection = try Connection.open(path)
    defer { connection.close() }
    #expect(code { _ = try connection.prepare("SELECT sum(a) FROM t") } == .busy)
    let statement = try #require(try connection.prepare("PRAGMA busy_timeout = 10000").statement)
    #expect(try statement.step())
    stock.send(
      "SELECT count(*) FROM (WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s LIMIT 500000) SELECT i FROM s); COMMIT;"
    )
    #expect(try connection.prepare("SELECT sum(a) FROM t").statement != nil)
    try stock.close()
  }

  @Test("The journal mode cannot be left while another process uses the log")
  func leavingTheLog() throws {
    let (path, db) = try make("l.db")
    let stock = try StockSession(path)
    #expect(try stock.run("SELECT sum(a) FROM t;") == "1\n")
    func leave() throws -> String? {
      try db.writeWithoutTransaction { try $0.query("PRAGMA journal_mode = DELETE").scalar(String.self) }
    }
    #expect(code { _ = try leave() } == .busy)
    #expect(try stock.run("PRAGMA journal_mode = DELETE;").contains("database is locked"))
    try stock.close()
    #expect(try leave() == "delete")
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
    #expect(try StockShell.run(path, "PRAGMA journal_mode; SELECT sum(a) FROM t").output == "delete\n1\n")
    db.close()
  }

  @Test("A process that was killed leaves a log behind, and perhaps a lock on nothing")
  func killed() throws {
    let (path, db) = try make("k.db")
    let stock = try StockSession(path)
    _ = try stock.run("INSERT INTO t VALUES (10);")
    _ = try stock.run("BEGIN IMMEDIATE; INSERT INTO t VALUES (100);")
    stock.kill()
    #expect(try sum(db) == 11)
    try db.write { try $0.execute("INSERT INTO t VALUES (5)") }
    db.close()
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t; PRAGMA integrity_check").output == "16\nok\n")
  }

  @Test("With locking_mode EXCLUSIVE no other process gets in, nor is one put out")
  func exclusive() throws {
    let (path, db) = try make("e.db")
    let stock = try StockSession(path)
    #expect(try stock.run("SELECT sum(a) FROM t;") == "1\n")
    try db.writeWithoutTransaction { connection in
      #expect(try connection.query("PRAGMA locking_mode = EXCLUSIVE").scalar(String.self) == "exclusive")
      #expect(code { try connection.execute("INSERT INTO t VALUES (2)") } == .busy)
      try stock.close()
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    #expect(try StockShell.run(path, "SELECT * FROM t").errors.contains("locked"))
    let second = try Database(path)
    #expect(try sum(second) == 3)
    db.close()
    #expect(try StockShell.run(path, "SELECT * FROM t").errors.contains("locked"))
    second.close()
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t").output == "3\n")
  }

  private func code(_ body: () throws -> Void) -> ResultCode? {
    do {
      try body()
      return nil
    } catch {
      return (error as? DatabaseError)?.code
    }
  }

  @Test("A database in rollback mode is shared: what either commits, both see")
  func rollbackMode() throws {
    let path = directory.file("b.db")
    var configuration = Database.Configuration()
    configuration.journalMode = .delete
    let db = try Database(path, configuration)
    try db.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)") }
    let insert = try StockShell.run(path, "INSERT INTO t VALUES (2); SELECT sum(a) FROM t")
    #expect(insert.output == "3\n")
    #expect(try db.read { try $0.query("SELECT sum(a) FROM t").scalar(Int.self) } == 3)
    try db.write { try $0.execute("INSERT INTO t VALUES (4)") }
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t").output == "7\n")
  }
}

/// The system's `sqlite3`.
enum StockShell {
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/sqlite3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static func run(_ database: String, _ sql: String) throws -> (output: String, errors: String, status: Int32)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "sqlite3")
    process.arguments = ["-batch", database, sql]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: printed, as: UTF8.self), String(decoding: complained, as: UTF8.self),
      process.terminationStatus
    )
  }
}

/// A `sqlite3` process that stays.
final class StockSession {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received = Data()
  private static let mark = "-- end of answer --"

  init(_ database: String) throws {
    process.executableURL = URL(fileURLWithPath: StockShell.path ?? "sqlite3")
    process.arguments = ["-batch", database]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  func send(_ sql: String) { input.fileHandleForWriting.write(Data((sql + "\n").utf8)) }

  /// Runs SQL; what was printed since the last call, errors included.
  func run(_ sql: String) throws -> String {
    send(sql)
    send("SELECT '\(Self.mark)';")
    while true {
      if let range = received.range(of: Data((Self.mark + "\n").utf8)) {
        let answer = String(decoding: received[..<range.lowerBound], as: UTF8.self)
        received.removeSubrange(..<range.upperBound)
        return answer
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
      received.append(more)
    }
  }

  func close() throws {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
