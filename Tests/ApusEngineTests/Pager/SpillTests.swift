import Testing

@testable import ApusEngine

/// Transactions that are larger than the page cache: their pages leave memory before they are committed.
@Suite("Spilled transactions", .enabled(if: SystemSQLite.isAvailable))
struct SpillTests {
  private static let modes = ["wal", "delete", "truncate", "persist", "memory"]
  private static let summary = "SELECT count(*), sum(n), sum(length(t)) FROM a"

  private static func make(_ fixture: PagerFixture, _ mode: String) throws -> Connection {
    try fixture.open(
      "PRAGMA page_size = 1024", "PRAGMA journal_mode = \(mode)", "PRAGMA cache_size = 10",
      "PRAGMA wal_autocheckpoint = 0", "CREATE TABLE a(id INTEGER PRIMARY KEY, n INTEGER, t TEXT)",
      "CREATE INDEX a_n ON a(n)", insert(200, 1))
  }

  private static func insert(_ rows: Int, _ n: Int) -> String {
    """
    WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < \(rows))
    INSERT INTO a(n, t) SELECT \(n), printf('%.*c', 300, '\(n)') FROM s
    """
  }

  private static func pager(_ connection: Connection) -> Pager { connection.databases[0].pager }

  @Test("Rolled back, and followed by one that reuses its frames")
  func reusedFrames() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture, "wal")
      let reader = try fixture.open("PRAGMA cache_size = 10", "BEGIN")
      defer {
        reader.close()
        writer.close()
      }
      let before = "200|200|60000"
      #expect(try reader.value(Self.summary) == before)
      let log = try #require(Self.pager(writer).store.wal)
      let committed = log.lastFrame
      let size = try log.file.size()
      for round in 0..<3 {
        try writer.execute("BEGIN")
        try writer.execute("UPDATE a SET n = n + 7, t = t || 'longer'")
        let hasSpilled = !Self.pager(writer).spilled.isEmpty
        #expect(hasSpilled)
        #expect(try log.file.size() > size, "round \(round): the spilled frames are in the file")
        // Its own spilled pages come back; nobody else sees them.
        #expect(try writer.value(Self.summary) == "200|1600|61200")
        #expect(try reader.value(Self.summary) == before)
        try writer.execute("ROLLBACK")
        #expect(log.lastFrame == committed)
        #expect(try writer.value(Self.summary) == before)
        #expect(try reader.value(Self.summary) == before)
      }
      // Other pages, in the same frames.
      try writer.execute("BEGIN")
      try writer.execute("DELETE FROM a WHERE id % 2 = 0")
      try writer.execute(Self.insert(150, 3))
      let hasSpilled = !Self.pager(writer).spilled.isEmpty
      #expect(hasSpilled)
      try writer.execute("COMMIT")
      #expect(log.lastFrame > committed)
      #expect(try writer.value(Self.summary) == "250|550|75000")
      #expect(try reader.value(Self.summary) == before)
      try reader.execute("COMMIT")
      #expect(try reader.value(Self.summary) == "250|550|75000")
      _ = try writer.checkpoint(database: 0, mode: .full)
      #expect(try reader.value(Self.summary) == "250|550|75000")
    }
    try fixture.expectSound(Self.summary, ["250|550|75000"])
  }

  @Test("ROLLBACK of a spilled transaction brings everything back", arguments: modes)
  func rollback(_ mode: String) throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture, mode)
      defer { writer.close() }
      for _ in 0..<2 {
        try writer.execute("BEGIN")
        try writer.execute("UPDATE a SET n = n + 1, t = t || t")
        try writer.execute(Self.insert(300, 5))
        let hasSpilled = !Self.pager(writer).spilled.isEmpty
        #expect(hasSpilled)
        #expect(try writer.value(Self.summary) == "500|1900|210000")
        try writer.execute("ROLLBACK")
        #expect(try writer.value(Self.summary) == "200|200|60000")
        #expect(try writer.value("PRAGMA integrity_check") == "ok")
      }
      try writer.execute(Self.insert(10, 9))
    }
    try fixture.expectSound(Self.summary, ["210|290|63000"])
  }

  @Test("ROLLBACK TO a savepoint whose pages were spilled, before and after it", arguments: modes)
  func savepoints(_ mode: String) throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture, mode)
      defer { writer.close() }
      try writer.execute("BEGIN")
      try writer.execute("UPDATE a SET n = 2, t = t || 'abc'")
      let outer = try writer.lines("SELECT * FROM a")
      try writer.execute("SAVEPOINT outer")
      try writer.execute("UPDATE a SET n = 3, t = substr(t, 2) WHERE id % 3 = 0")
      try writer.execute(Self.insert(100, 4))
      let inner = try writer.lines("SELECT * FROM a")
      try writer.execute("SAVEPOINT inner")
      try writer.execute("DELETE FROM a WHERE id % 5 <> 0")
      try writer.execute(Self.insert(200, 6))
      let hasSpilled = !Self.pager(writer).spilled.isEmpty
      #expect(hasSpilled)
      try writer.execute("ROLLBACK TO inner")
      #expect(try writer.lines("SELECT * FROM a") == inner)
      #expect(try writer.value("PRAGMA integrity_check") == "ok")
      try writer.execute("UPDATE a SET n = 8 WHERE id < 50")
      try writer.execute("RELEASE inner")
      try writer.execute("ROLLBACK TO outer")
      #expect(try writer.lines("SELECT * FROM a") == outer)
      try writer.execute("DELETE FROM a WHERE id <= 20")
      try writer.execute("COMMIT")
      #expect(try writer.value(Self.summary) == "180|360|54540")
      #expect(try writer.value("PRAGMA integrity_check") == "ok")
    }
    try fixture.expectSound(Self.summary, ["180|360|54540"])
  }

  @Test("Savepoint images beyond the memory budget go to a file and come back")
  func savepointImages() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try fixture.open(
        "PRAGMA journal_mode = wal", "PRAGMA cache_size = 100", "CREATE TABLE a(id INTEGER PRIMARY KEY, n, t)"
      )
      defer { writer.close() }
      try writer.execute("BEGIN")
      try writer.execute(Self.insert(12_000, 1))
      try writer.execute("SAVEPOINT one")
      try writer.execute("UPDATE a SET n = 2, t = upper(t) || '!'")
      let pager = Self.pager(writer)
      let hasFile = pager.imageSpill != nil
      #expect(hasFile)
      #expect(pager.imageBytes <= max(pager.store.cacheBudget / 2, 1 << 20))
      try writer.execute("ROLLBACK TO one")
      #expect(try writer.value(Self.summary) == "12000|12000|3600000")
      try writer.execute("COMMIT")
    }
    try fixture.expectSound(Self.summary, ["12000|12000|3600000"])
  }

  @Test("cache_size bounds the pages in memory, of readers and of a large transaction")
  func budget() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture, "wal")
      try writer.execute("PRAGMA cache_size = 50")
      try writer.execute("BEGIN")
      try writer.execute(Self.insert(5000, 2))
      let pager = Self.pager(writer)
      #expect(pager.store.cacheBudget == 50 * 1024)
      #expect(pager.frames.count <= 60)
      try writer.execute("COMMIT")
      #expect(pager.frames.count <= 60)
      let readers = try (0..<4).map { _ in try fixture.open("BEGIN") }
      defer {
        for reader in readers { reader.close() }
        writer.close()
      }
      // Each in another part of the table, so that they share nothing: together they still keep to the budget.
      for round in 0..<3 {
        for (index, reader) in readers.enumerated() {
          let from = index * 1200 + round * 300
          #expect(
            try reader.value("SELECT count(length(t)) FROM a WHERE id BETWEEN \(from + 1) AND \(from + 300)")
              == "300")
        }
      }
      #expect(pager.store.cache.count <= 50 + 4 * 10)
      for reader in readers { #expect(try reader.value(Self.summary) == "5200|10200|1560000") }
      #expect(pager.store.cache.count <= 50 + 4 * 10)
    }
    try fixture.expectSound(Self.summary, ["5200|10200|1560000"])
  }

  @Test("A reader in the way of a spill does not make the transaction fail")
  func spillBesideReader() throws {
    let fixture = try PagerFixture()
    do {
      let writer = try Self.make(fixture, "delete")
      let reader = try fixture.open("BEGIN")
      defer {
        reader.close()
        writer.close()
      }
      #expect(try reader.value(Self.summary) == "200|200|60000")
      try writer.execute("BEGIN")
      try writer.execute(Self.insert(400, 2))
      #expect(try reader.value(Self.summary) == "200|200|60000")
      #expect(failure { try writer.execute("COMMIT") } == "database is locked")
      #expect(!writer.isAutocommit)
      try reader.execute("COMMIT")
      try writer.execute("COMMIT")
      #expect(try reader.value(Self.summary) == "600|1000|180000")
    }
    try fixture.expectSound(Self.summary, ["600|1000|180000"])
  }
}
