import Apus
import Foundation
import Testing

@Suite("Backup", .enabled(if: StockShell.path != nil, "there is no sqlite3 on the path"))
struct BackupTests {
  private let directory = TemporaryDirectory()

  private func make(_ name: String, pageSize: Int = 4096, _ mode: JournalMode = .wal) throws -> Database {
    var configuration = Database.Configuration()
    configuration.journalMode = .delete
    configuration.busyTimeout = 0
    let db = try Database(directory.file(name), configuration)
    try db.writeWithoutTransaction {
      try $0.execute("PRAGMA page_size = \(pageSize); CREATE TABLE empty(x)")
      try $0.execute("PRAGMA journal_mode = \(mode.rawValue)")
    }
    return db
  }

  private func fill(_ db: Database, rows: Int, _ text: String = "text") throws {
    try db.write {
      try $0.execute(
        """
        CREATE TABLE t(a INTEGER PRIMARY KEY, b); CREATE INDEX tb ON t(b);
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
          INSERT INTO t SELECT i, '\(text) ' || i || hex(zeroblob(100)) FROM n
        """)
    }
  }

  private func sum(_ db: Database) throws -> String? {
    try db.read {
      try $0.query("SELECT count(*) || '/' || sum(a) || '/' || min(b) FROM t").scalar(String.self)
    }
  }

  private func stock(_ name: String) throws -> String {
    try StockShell.run(
      directory.file(name), "SELECT count(*) || '/' || sum(a) || '/' || min(b) FROM t; PRAGMA integrity_check"
    ).output
  }

  @Test("Into a new file, in one step and in many", arguments: [nil, 1, 7, 1000], [512, 4096, 65_536])
  func newFile(_ pages: Int?, _ pageSize: Int) throws {
    let db = try make("a.db", pageSize: pageSize)
    try fill(db, rows: 300)
    var steps: [Int] = []
    var count = 0
    try db.backup(toFile: directory.file("b.db"), pagesPerStep: pages) {
      steps.append($0.remaining)
      count = $0.pageCount
    }
    #expect(steps.last == 0)
    #expect(steps.count == (pages.map { (count + $0 - 1) / $0 } ?? 1))
    #expect(steps == steps.sorted(by: >))
    #expect(try stock("b.db") == "\(try #require(try sum(db)))\nok\n")
    db.close()
  }

  @Test(
    "Over another database, whose connections see the old content until the end",
    arguments: [JournalMode.wal, .delete])
  func overAnother(_ mode: JournalMode) throws {
    let db = try make("a.db")
    try fill(db, rows: 500, "new")
    let other = try make("b-\(mode).db", mode)
    try fill(other, rows: 900, "old")
    let old = try sum(other)
    let reader = try Database(directory.file("b-\(mode).db"))
    var seen: Set<String?> = []
    try db.backup(to: other, pagesPerStep: 5) { if $0.remaining > 0 { seen.insert(try sum(reader)) } }
    #expect(seen == [old])
    #expect(try sum(reader) == sum(db))
    reader.close()
    #expect(try sum(other) == sum(db))
    try other.write { try $0.execute("INSERT INTO t VALUES (-1, 'x')") }
    other.close()
    #expect(try stock("b-\(mode).db").hasSuffix("ok\n"))
    db.close()
  }

  @Test("A source that changes between two steps: one state arrives")
  func restarts() throws {
    let db = try make("a.db")
    try fill(db, rows: 400)
    let writer = try Database(directory.file("a.db"))
    var changes = 0
    var left: [Int] = []
    try db.backup(toFile: directory.file("b.db"), pagesPerStep: 6) {
      left.append($0.remaining)
      guard changes < 3, left.count % 4 == 0 else { return }
      changes += 1
      try writer.write {
        try $0.execute("UPDATE t SET b = 'changed \(changes) ' || a; DELETE FROM t WHERE a % 50 = \(changes)")
      }
    }
    #expect(changes == 3)
    // The copy began anew after each.
    #expect(zip(left, left.dropFirst()).filter { $0 < $1 }.count >= 2)
    #expect(try stock("b.db") == "\(try #require(try sum(db)))\nok\n")
    writer.close()
    // Another process.
    let stockSession = try StockSession(directory.file("a.db"))
    var isFirst = true
    try db.backup(toFile: directory.file("c.db"), pagesPerStep: 6) { _ in
      if isFirst { _ = try stockSession.run("UPDATE t SET b = 'elsewhere ' || a;") }
      isFirst = false
    }
    #expect(try stock("c.db") == "\(try #require(try sum(db)))\nok\n")
    #expect(try stock("c.db").contains("elsewhere"))
    try stockSession.close()
    db.close()
  }

  @Test("What ends it early leaves the destination as it was")
  func ended() throws {
    let db = try make("a.db")
    try fill(db, rows: 500)
    for mode in [JournalMode.delete, .wal] {
      let other = try make("b-\(mode).db", mode)
      try fill(other, rows: 50, "old")
      let before = try sum(other)
      struct Enough: Error {}
      #expect(throws: Enough.self) {
        try db.backup(to: other, pagesPerStep: 10) { if $0.remaining < 30 { throw Enough() } }
      }
      #expect(try sum(other) == before)
      try other.write { try $0.execute("INSERT INTO t VALUES (1000, 'x')") }
      other.close()
      #expect(try stock("b-\(mode).db").hasPrefix("51/"))
    }
    db.close()
  }

  @Test("Page sizes that differ")
  func pageSizes() throws {
    let db = try make("a.db", pageSize: 1024)
    try fill(db, rows: 300)
    let rollback = try make("r.db", pageSize: 8192, .delete)
    try fill(rollback, rows: 900, "old")
    try db.backup(to: rollback, pagesPerStep: 11)
    #expect(try sum(rollback) == sum(db))
    rollback.close()
    #expect(
      try StockShell.run(directory.file("r.db"), "PRAGMA page_size; PRAGMA integrity_check").output
        == "1024\nok\n")
    let wal = try make("w.db", pageSize: 8192)
    try fill(wal, rows: 90, "old")
    let before = try sum(wal)
    #expect(errorCode { try db.backup(to: wal) } == .readOnly)
    #expect(try sum(wal) == before)
    wal.close()
    let memory = try Database.inMemory()
    try db.backup(to: memory)
    #expect(try sum(memory) == sum(db))
    #expect(try memory.read { try $0.query("PRAGMA page_size").scalar(Int.self) } == 1024)
    try memory.backup(toFile: directory.file("m.db"))
    #expect(try stock("m.db") == "\(try #require(try sum(db)))\nok\n")
    db.close()
  }

  @Test("What cannot be done is refused")
  func refused() throws {
    var impatient = Database.Configuration()
    impatient.busyTimeout = 0
    let db = try make("a.db")
    try fill(db, rows: 10)
    let same = try Database(directory.file("a.db"), impatient)
    #expect(throws: DatabaseError.self) { try db.backup(to: same) }
    #expect(errorCode { try db.backup(to: db) } == .misuse)
    same.close()
    let other = try make("b.db")
    let third = try Database(directory.file("b.db"), impatient)
    try third.write { transaction in
      try transaction.execute("INSERT INTO empty VALUES (1)")
      #expect(errorCode { try db.backup(to: other) } == .busy)
    }
    third.close()
    try db.backup(to: other)
    #expect(try sum(other) == sum(db))
    // An empty source.
    let empty = try Database(directory.file("e.db"))
    try empty.backup(to: other)
    #expect(try other.read { try $0.query("SELECT count(*) FROM sqlite_schema").scalar(Int.self) } == 0)
    #expect(errorCode { try db.backup(toFile: directory.file("no/folder.db")) } == .cannotOpen)
    other.close()
    db.close()
  }

  @Test("From a task, which can be cancelled")
  func cancelled() async throws {
    let db = try make("a.db")
    try fill(db, rows: 500)
    let target = directory.file("b.db")
    try await db.backup(toFile: target)
    #expect(try stock("b.db") == "\(try #require(try sum(db)))\nok\n")
    let before = try stock("b.db")
    try await db.write { try $0.execute("DELETE FROM t WHERE a > 20") }
    let task = Task {
      try await db.backup(toFile: target, pagesPerStep: 1) { _ in
        withUnsafeCurrentTask { _ in Thread.sleep(forTimeInterval: 0.02) }
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try stock("b.db") == before)
    db.close()
  }
}
