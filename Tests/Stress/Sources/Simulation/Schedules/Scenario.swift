import Apus

/// What some processes do with one database, in whichever order the scheduler lets them.
struct Scenario {
  enum Action {
    /// One more on every row, in one transaction.
    case write
    /// Reads first and writes then, in one transaction.
    case upgrade
    /// Everything twice in one transaction.
    case read
    case checkpoint(String)
    case rollback
    /// Closes the connection and opens another one.
    case reopen
  }

  let name: String
  /// Transactions that stand in the log at the beginning.
  var logged = 3
  /// They are in the database file as well.
  var isBackfilled = false
  /// The wal-index is lost: the first one rebuilds it.
  var needsRecovery = false
  /// Read locks stay when reading ends.
  var keepsReadLock = false
  /// The log holds one page, and the database more than the caches: most pages are read from the file, again and again.
  var isLarge = false
  var rows: Int { isLarge ? 24 : 6 }
  let processes: [[Action]]

  static let all: [Scenario] = {
    var scenarios: [Scenario] = []
    for mode in ["PASSIVE", "FULL", "RESTART", "TRUNCATE"] {
      scenarios += [
        Scenario(
          name: "write, checkpoint \(mode), read",
          processes: [[.write, .write], [.checkpoint(mode), .checkpoint(mode)], [.read, .read]]),
        Scenario(
          name: "log starts over, checkpoint \(mode)", isBackfilled: true,
          processes: [[.write, .write, .write], [.checkpoint(mode), .checkpoint(mode)]]),
        Scenario(
          name: "two checkpoints, one \(mode), and a writer",
          processes: [[.checkpoint(mode)], [.checkpoint("PASSIVE"), .write], [.read, .write]]),
        Scenario(
          name: "recovery, checkpoint \(mode)", needsRecovery: true,
          processes: [[.read, .write], [.checkpoint(mode), .read]]),
      ]
    }
    return scenarios + [
      Scenario(name: "upgrades", processes: [[.upgrade, .upgrade], [.write, .upgrade], [.read]]),
      Scenario(
        name: "copied under a reader", logged: 0, isLarge: true,
        processes: [[.read, .read], [.write], [.checkpoint("PASSIVE")]]),
      Scenario(
        name: "log starts over under a reader", isBackfilled: true,
        processes: [[.write, .read], [.read, .read, .read]]),
      Scenario(
        name: "recovery by three", needsRecovery: true, processes: [[.write], [.read, .write], [.read]]),
      Scenario(
        name: "rolled back, read, copied",
        processes: [[.rollback, .write], [.read, .checkpoint("TRUNCATE")], [.read]]),
      Scenario(
        name: "the last one leaves", processes: [[.write, .reopen, .read], [.write, .reopen, .write]]),
      Scenario(
        name: "kept read locks", keepsReadLock: true,
        processes: [[.read, .write, .read], [.read, .checkpoint("RESTART"), .write], [.read, .read]]),
      Scenario(
        name: "kept read locks, log starts over", isBackfilled: true, keepsReadLock: true,
        processes: [[.read, .write, .write], [.read, .checkpoint("PASSIVE"), .read]]),
    ]
  }()

  static let path = "/scheduled.db"

  func configuration() -> OpenConfiguration {
    var configuration = OpenConfiguration()
    configuration.keepsReadLock = keepsReadLock
    return configuration
  }

  /// The disk that every schedule begins with. Rows are so large that they lie on many pages.
  func makeDisk() throws -> SimulatedDisk {
    let system = SimulatedFileSystem(seed: 1)
    let connection = try Connection.open(Self.path, configuration(), vfs: system)
    defer { connection.close() }
    for sql in [
      "PRAGMA page_size = 512", "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0",
      "CREATE TABLE t(id INTEGER PRIMARY KEY, n INTEGER, filler)",
      "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < \(rows)) INSERT INTO t SELECT i, 0, zeroblob(300) FROM s",
    ] {
      try connection.run(sql)
    }
    try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    if isLarge { try connection.run("UPDATE t SET filler = zeroblob(299) WHERE id = 1") }
    for _ in 0..<logged { try connection.run("UPDATE t SET n = n + 1") }
    if isBackfilled { try connection.run("PRAGMA wal_checkpoint(PASSIVE)") }
    return system.disk
  }
}
