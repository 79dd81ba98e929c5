import Foundation
import Testing

@testable import ApusEngine

/// Files that SQLite processes and Apus write in turns, and what one leaves for the other.
@Suite("Files shared with SQLite", .enabled(if: SystemSQLite.isAvailable))
struct SharingTests {
  @Test(
    "A change by another process is seen before the next write", arguments: ["delete", "truncate", "persist"])
  func alternation(_ mode: String) throws {
    let fixture = try PagerFixture()
    do {
      let connection = try fixture.open("PRAGMA journal_mode = \(mode)", "CREATE TABLE a(x)")
      defer { connection.close() }
      for round in 1...5 {
        try connection.execute("INSERT INTO a VALUES (\(round))")
        #expect(
          try SystemSQLite.run(
            """
            PRAGMA journal_mode = \(mode);
            WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 200)
            INSERT INTO a SELECT printf('%.*c', 100, 'x') FROM s;
            """, on: fixture.path) == mode)
      }
      try connection.execute("BEGIN IMMEDIATE")
      #expect(try connection.value("SELECT count(*) FROM a") == "1005")
      #expect(try SystemSQLite.run("DELETE FROM a;", on: fixture.path).contains("locked"))
      try connection.execute("DELETE FROM a WHERE rowid % 2 = 0")
      try connection.execute("COMMIT")
    }
    try fixture.expectSound("SELECT count(*) FROM a", ["503"])
  }

  @Test("Leaving WAL mode, and entering it again")
  func journalModes() throws {
    let fixture = try PagerFixture()
    let modes = ["wal", "delete", "wal", "persist", "truncate", "wal", "delete"]
    for (index, mode) in modes.enumerated() {
      do {
        let connection = try fixture.open()
        defer { connection.close() }
        #expect(try connection.value("PRAGMA journal_mode = \(mode)") == mode)
        #expect(try connection.value("PRAGMA journal_mode") == mode)
        try connection.execute("CREATE TABLE t\(index)(x)")
        try connection.execute("INSERT INTO t\(index) VALUES (\(index))")
        #expect(FileManager.default.fileExists(atPath: fixture.path + "-wal") == (mode == "wal"))
      }
      try fixture.expectSound("PRAGMA journal_mode", [mode == "wal" ? "wal" : "delete"])
    }
  }

  @Test("Closing the last connection while another opens loses nothing")
  func closeAndOpen() throws {
    let fixture = try PagerFixture()
    try fixture.open("PRAGMA journal_mode = wal", "CREATE TABLE a(x)").close()
    let path = fixture.path
    let failures = FailureLog()
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for round in 0..<40 {
        do throws(DatabaseError) {
          var configuration = OpenConfiguration()
          configuration.busyTimeout = 20_000
          let connection = try Connection.open(path, configuration)
          defer { connection.close() }
          try connection.execute("INSERT INTO a VALUES (\(thread * 1000 + round))")
        } catch { failures.add("\(error.code.rawValue) \(error.message)") }
      }
    }
    #expect(failures.messages == [])
    try fixture.expectSound("SELECT count(*), count(DISTINCT x) FROM a", ["160|160"])
  }

  @Test(
    "The busy timeout is a time, however often the waiting writer is woken", arguments: ["wal", "delete"])
  func busyTimeout(_ mode: String) throws {
    let fixture = try PagerFixture()
    let path = fixture.path
    try fixture.open("PRAGMA journal_mode = \(mode)", "CREATE TABLE a(x)").close()
    let failures = FailureLog()
    // One holds the write lock for half a second, two others end a read every moment, and one waits to write.
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      do throws(DatabaseError) {
        var configuration = OpenConfiguration()
        configuration.busyTimeout = 5000
        let connection = try Connection.open(path, configuration)
        defer { connection.close() }
        let end = Date().addingTimeInterval(0.5)
        if thread == 0 {
          try connection.execute("BEGIN IMMEDIATE")
          usleep(500_000)
          try connection.execute("INSERT INTO a VALUES (1)")
          try connection.execute("COMMIT")
        } else if thread == 1 {
          usleep(50_000)
          try connection.execute("INSERT INTO a VALUES (2)")
        } else {
          while Date() < end { try connection.execute("SELECT count(*) FROM a") }
        }
      } catch { failures.add("\(error.code.rawValue) \(error.message)") }
    }
    #expect(failures.messages == [])
    try fixture.expectSound("SELECT sum(x) FROM a", ["3"])
  }

  @Test(
    "SQLite plays a journal back that a spilled transaction of Apus left behind",
    arguments: ["delete", "persist"])
  func hotJournal(_ mode: String) throws {
    let folder = try TemporaryFolder()
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let connection = try Connection.open("/f.db", vfs: files)
    defer { connection.close() }
    let fill = """
      WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 300)
      INSERT INTO a SELECT printf('%.*c', 300, 'x') FROM s
      """
    for sql in [
      "PRAGMA page_size = 1024", "PRAGMA journal_mode = \(mode)", "PRAGMA cache_size = 10",
      "CREATE TABLE a(x)", fill,
    ] { try connection.execute(sql) }
    // Two transactions of several segments: the second's journal is shorter and lies over the first's.
    try connection.execute("BEGIN")
    for _ in 0..<4 { try connection.execute("UPDATE a SET x = x || 'y'") }
    try connection.execute("COMMIT")
    try connection.execute("BEGIN")
    try connection.execute("UPDATE a SET x = 'short' WHERE rowid > 150")
    let hasSpilled = !connection.databases[0].pager.spilled.isEmpty
    #expect(hasSpilled)
    let path = try folder.write(files, "/f.db", as: "hot.db")
    #expect(
      try SystemSQLite.run("PRAGMA integrity_check; SELECT count(*), sum(length(x)) FROM a;", on: path)
        == "ok\n300|91200")
  }
}

/// Messages from several threads.
final class FailureLog: @unchecked Sendable {
  // @unchecked: guarded by the lock.
  private let lock = NSLock()
  private var lines: [String] = []
  func add(_ line: String) { lock.withLock { lines.append(line) } }
  var messages: [String] { lock.withLock { lines } }
}
