import Apus
import Foundation
import Testing

@Suite("Several threads and tasks")
struct ConcurrencyTests {
  private let directory = TemporaryDirectory()

  /// Two accounts whose balances always add up to 1000.
  private func makeAccounts(_ db: Database) throws {
    try db.write { tx in
      try tx.execute(
        "CREATE TABLE account(id INTEGER PRIMARY KEY, balance INTEGER); INSERT INTO account VALUES (1, 1000), (2, 0)"
      )
    }
  }

  private func hammer(_ databases: [Database]) throws {
    try makeAccounts(databases[0])
    let failures = Counter()
    let reads = Counter()
    onThreads(6) { thread in
      let db = databases[thread % databases.count]
      do {
        for round in 0..<100 {
          if thread < 2 {
            try db.write { tx in
              try tx.execute("UPDATE account SET balance = balance - 1 WHERE id = 1")
              try tx.execute("UPDATE account SET balance = balance + 1 WHERE id = 2")
            }
          } else {
            try db.read { tx in
              for _ in 0..<2 where round >= 0 {
                let sum = try tx.query("SELECT sum(balance) FROM account").scalar(Int.self)
                if sum != 1000 { failures.add() }
              }
            }
            reads.add()
          }
        }
      } catch {
        failures.add()
        Issue.record(error)
      }
    }
    #expect(failures.count == 0)
    #expect(reads.count == 400)
    let balances = try databases[0].read { try $0.query("SELECT balance FROM account ORDER BY id").values() }
    #expect(balances == [[800], [200]])
  }

  @Test("Readers see whole transactions beside two writers, in a file")
  func readersAndWriters() throws { try hammer([try Database(directory.file("a.db"))]) }

  @Test("Readers see whole transactions beside two writers, in memory")
  func inMemory() throws { try hammer([try Database.inMemory()]) }

  @Test("Two databases on one file share it")
  func twoDatabases() throws {
    let path = directory.file("b.db")
    try hammer([try Database(path), try Database(path)])
  }

  @Test("A snapshot stays what it was while others write and checkpoint")
  func snapshot() throws {
    let path = directory.file("c.db")
    let db = try Database(path)
    let other = try Database(path)
    try makeAccounts(db)
    try db.read { tx in
      let before = try tx.query("SELECT * FROM account").values()
      try other.write { try $0.execute("UPDATE account SET balance = 5") }
      try other.writeWithoutTransaction { try $0.execute("PRAGMA wal_checkpoint") }
      #expect(try tx.query("SELECT * FROM account").values() == before)
    }
    #expect(try db.read { try $0.query("SELECT sum(balance) FROM account").scalar(Int.self) } == 10)
  }

  @Test("More readers than connections wait for their turn")
  func waitingReaders() throws {
    var configuration = Database.Configuration()
    configuration.maximumReaders = 2
    let db = try Database(directory.file("d.db"), configuration)
    try makeAccounts(db)
    let inside = Counter()
    let tooMany = Counter()
    let done = Counter()
    onThreads(8) { _ in
      for _ in 0..<20 {
        do {
          try db.read { tx in
            inside.add()
            if inside.count > 2 { tooMany.add() }
            _ = try tx.query("SELECT sum(balance) FROM account").scalar(Int.self)
            inside.add(-1)
          }
          done.add()
        } catch { Issue.record(error) }
      }
    }
    #expect(tooMany.count == 0)
    #expect(done.count == 160)
  }

  @Test("Tasks read and write, many more than there are connections")
  func tasks() async throws {
    let db = try Database(directory.file("e.db"))
    try await db.write { try $0.execute("CREATE TABLE t(a)") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        group.addTask { try await db.write { try $0.execute("INSERT INTO t VALUES (?)", [number]) } }
        group.addTask { _ = try await db.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } }
      }
      try await group.waitForAll()
    }
    #expect(try await db.read { try $0.query("SELECT sum(a) FROM t").scalar(Int.self) } == 1225)
  }

  private static let endless =
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"

  @Test("Cancelling a task interrupts its statement and rolls back", .timeLimit(.minutes(1)))
  func cancellation() async throws {
    let db = try Database.inMemory()
    try await db.write { try $0.execute("CREATE TABLE t(a)") }
    let task = Task {
      try await db.write { tx in
        try tx.execute("INSERT INTO t VALUES (1)")
        try tx.execute(Self.endless)
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await db.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 0)
  }

  @Test("A task that is cancelled while it waits leaves the queue", .timeLimit(.minutes(1)))
  func cancelledWaiting() async throws {
    let db = try Database.inMemory()
    let started = Counter()
    let holder = Task {
      try await db.write { tx in
        started.add()
        try tx.execute(Self.endless)
      }
    }
    while started.count == 0 { try await Task.sleep(for: .milliseconds(5)) }
    let waiting = Task { try await db.write { try $0.execute("CREATE TABLE t(a)") } }
    try await Task.sleep(for: .milliseconds(50))
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    holder.cancel()
    await #expect(throws: CancellationError.self) { try await holder.value }
    try await db.write { try $0.execute("CREATE TABLE u(a)") }
  }

  @Test("interrupt ends what runs", .timeLimit(.minutes(1)))
  func interrupting() throws {
    let db = try Database.inMemory()
    let started = Counter()
    let code = Counter()
    onThreads(2) { thread in
      if thread == 0 {
        do {
          try db.read { tx in
            started.add()
            try tx.execute(Self.endless)
          }
        } catch { code.add(Int((error as? DatabaseError)?.code.rawValue ?? -1)) }
      } else {
        while started.count == 0 { usleep(1000) }
        // The statement may not have begun at the first call.
        while code.count == 0 {
          usleep(20_000)
          db.interrupt()
        }
      }
    }
    #expect(code.count == Int(ResultCode.interrupt.rawValue))
  }
}
