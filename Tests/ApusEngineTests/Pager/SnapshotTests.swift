import Testing

@testable import ApusEngine

/// What readers see while others write, checkpoint and start the log over.
@Suite("Snapshots", .enabled(if: SystemSQLite.isAvailable))
struct SnapshotTests {
  private static let modes: [CheckpointMode] = [.passive, .full, .restart, .truncate]
  private static let sum = "SELECT sum(n) || '/' || count(*) || '/' || max(length(t)) FROM a"

  /// 300 rows over some 100 pages; the sum of n is 300 times the version.
  private static func write(_ version: Int, _ connection: Connection) throws {
    try connection.execute("UPDATE a SET n = \(version), t = printf('%.*c', \(500 + version), 'x')")
  }

  private static func seen(_ version: Int) -> String { "\(300 * version)/300/\(500 + version)" }

  private static func make(_ fixture: PagerFixture) throws -> Connection {
    let writer = try fixture.open(
      "PRAGMA page_size = 1024", "PRAGMA journal_mode = wal", "PRAGMA wal_autocheckpoint = 0",
      "CREATE TABLE a(id INTEGER PRIMARY KEY, n INTEGER, t TEXT)",
      """
      WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 300)
      INSERT INTO a(n, t) SELECT 1, printf('%.*c', 501, 'x') FROM s
      """)
    return writer
  }

  @Test("Readers from before, during and after a checkpoint see their own versions", arguments: modes)
  func checkpoints(_ mode: CheckpointMode) throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture)
      var readers: [(connection: Connection, version: Int)] = []
      var all: [Connection] = []
      defer {
        for connection in all { connection.close() }
        writer.close()
      }
      func begin(_ version: Int) throws {
        let connection = try fixture.open("PRAGMA cache_size = 10", "BEGIN")
        all.append(connection)
        #expect(try connection.value(Self.sum) == Self.seen(version))
        readers.append((connection, version))
      }
      func expectAll() throws {
        for reader in readers { #expect(try reader.connection.value(Self.sum) == Self.seen(reader.version)) }
      }
      try begin(1)
      // With four versions each reader has a read mark of its own.
      for version in 2...4 {
        try Self.write(version, writer)
        try begin(version)
        let result = try writer.checkpoint(database: 0, mode: mode)
        // The oldest reader keeps every frame behind its own in the log.
        #expect(result.map { $0.checkpointedFrames < $0.logFrames } == true)
        #expect(result?.isBusy == (mode != .passive))
        try expectAll()
      }
      // One by one, oldest first: the checkpoint gets further each time.
      var done = 0
      while readers.count > 1 {
        let reader = readers.removeFirst()
        try reader.connection.execute("COMMIT")
        let result = try writer.checkpoint(database: 0, mode: mode)
        #expect((result?.checkpointedFrames ?? 0) > done)
        done = result?.checkpointedFrames ?? 0
        try expectAll()
        #expect(try reader.connection.value(Self.sum) == Self.seen(4))
      }
      // The newest reader reads the log: it is whole in the database file, but cannot start over.
      try expectAll()
      try readers.removeFirst().connection.execute("COMMIT")
      let last = try writer.checkpoint(database: 0, mode: mode)
      #expect(last?.isBusy == false)
      try Self.write(5, writer)
      try begin(5)
      try expectAll()
    }
    try fixture.expectSound(Self.sum, [Self.seen(5)])
  }

  @Test("A reader of the database file alone survives the log starting over under it", arguments: modes)
  func reset(_ mode: CheckpointMode) throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture)
      defer { writer.close() }
      let store = writer.databases[0].pager.store
      let generation = try #require(store.wal).generation
      #expect(try writer.checkpoint(database: 0, mode: mode)?.isBusy == false)
      // Everything is in the database file: this reader needs no frame and does not hold up the reset.
      let old = try fixture.open("PRAGMA cache_size = 10", "BEGIN")
      defer { old.close() }
      #expect(try old.value("SELECT n FROM a WHERE id = 1") == "1")
      for version in 2...4 {
        try Self.write(version, writer)
        #expect(try old.value(Self.sum) == Self.seen(1))
        // The file may not change under the reader.
        let result = try writer.checkpoint(database: 0, mode: mode)
        #expect(result?.checkpointedFrames == 0)
        #expect(try old.value(Self.sum) == Self.seen(1))
      }
      let hasReset = try #require(store.wal).generation == generation + 1
      #expect(hasReset)
      try old.execute("COMMIT")
      #expect(try old.value(Self.sum) == Self.seen(4))
      #expect(try writer.checkpoint(database: 0, mode: mode)?.isBusy == false)
      try Self.write(5, writer)
      #expect(try old.value(Self.sum) == Self.seen(5))
    }
    try fixture.expectSound(Self.sum, [Self.seen(5)])
  }

  @Test("More readers than read marks, each on another version")
  func manyReaders() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture)
      var readers: [Connection] = []
      defer {
        for reader in readers { reader.close() }
        writer.close()
      }
      for version in 1...9 {
        if version > 1 { try Self.write(version, writer) }
        let reader = try fixture.open("BEGIN")
        #expect(try reader.value(Self.sum) == Self.seen(version))
        readers.append(reader)
        _ = try writer.checkpoint(database: 0, mode: .passive)
      }
      // From the newest to the oldest: marks are given back in another order than they were taken.
      for version in stride(from: 9, through: 1, by: -2) {
        for (index, reader) in readers.enumerated() where index < version {
          #expect(try reader.value(Self.sum) == Self.seen(index + 1))
        }
        try readers[version - 1].execute("COMMIT")
        _ = try writer.checkpoint(database: 0, mode: .passive)
        #expect(try readers[version - 1].value(Self.sum) == Self.seen(9))
      }
    }
    try fixture.expectSound(Self.sum, [Self.seen(9)])
  }

  @Test("A checkpoint inside a transaction of the same connection is refused, as SQLite refuses it")
  func checkpointInTransaction() throws {
    let fixture = try PagerFixture()
    let writer = try Self.make(fixture)
    defer { writer.close() }
    try writer.execute("BEGIN")
    _ = try writer.value(Self.sum)
    #expect(failure { try writer.execute("PRAGMA wal_checkpoint") } == "database table is locked")
    try writer.execute("COMMIT")
    try writer.execute("PRAGMA wal_checkpoint")
  }

  @Test("A reader that wants to write on an old snapshot is told so")
  func staleWriter() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture)
      let other = try fixture.open("BEGIN")
      defer {
        other.close()
        writer.close()
      }
      _ = try other.value(Self.sum)
      try Self.write(2, writer)
      do {
        try other.execute("DELETE FROM a")
        Issue.record("wrote on a stale snapshot")
      } catch { #expect((error as DatabaseError).code == .busySnapshot) }
      try other.execute("ROLLBACK")
      try other.execute("DELETE FROM a WHERE id > 10")
    }
    try fixture.expectSound("SELECT count(*), sum(n) FROM a", ["10|20"])
  }
}
