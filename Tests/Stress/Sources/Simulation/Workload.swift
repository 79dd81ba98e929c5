import Apus

/// What a simulated program does: transactions, savepoints, big values, spills, schema changes, checkpoints, reopening, in changing
/// journal modes. Each step follows from the seed and its number, so that steps can be left out.
final class Workload {
  static let path = "/simulated.db"

  let seed: UInt64
  let system: SimulatedFileSystem
  // Its files are closed when the last reference to a connection goes: nil in between.
  var connection: Connection!
  /// Another process on the same file.
  private var other: Connection?
  /// The one whose transaction is under way.
  private var writer: Connection!
  var model = Model()
  /// Digests by commit; 0 is an empty database.
  var digests: [UInt64] = [0]
  /// Commits up to here are on the disk for good.
  var durable = 0
  /// The commit that is being tried; else the last one.
  var attempted = 0
  /// A commit that failed at a fault. Its frames may be whole in the log behind what the wal-index counts: until a later commit is
  /// durable, a power failure may still make it.
  struct Abandoned {
    let digest: UInt64
    /// The commit before it.
    let base: Int
  }
  var abandoned: [Abandoned] = []
  var tally = Tally()
  var journalMode: String
  var synchronous = "FULL"
  private let pageSize: Int

  private var needsLog = false

  struct Tally {
    var commits = 0
    var rollbacks = 0
    var checkpoints = 0
    var resets = 0
    var spills = 0
    var schemaChanges = 0
    var vacuums = 0
    var reopened = 0
    var busy = 0
    var faults = 0
    var faultsBefore = 0
    var triggerRuns = 0
    var cascades = 0
    var refusals = 0
  }

  /// Nothing may depend on the time of day.
  static let configuration: OpenConfiguration = {
    var configuration = OpenConfiguration()
    configuration.keepsReadLock = false
    return configuration
  }()

  static let journalModes = ["WAL", "WAL", "WAL", "DELETE", "TRUNCATE", "PERSIST"]

  init(seed: UInt64, system: SimulatedFileSystem) throws {
    self.seed = seed
    self.system = system
    var random = Random(seed, 1)
    pageSize = [512, 4096, 4096, 65_536][random.below(4)]
    journalMode = random.pick(Self.journalModes)
    connection = try Connection.open(Self.path, Self.configuration, vfs: system)
    writer = connection
    try configure(connection, isFirst: true)
    if random.oneIn(2) {
      other = try Connection.open(Self.path, Self.configuration, vfs: system)
    }
    try transaction(&random, isAlwaysKept: true) { workload, _ in
      try workload.createLinks()
      for name in ["a", "b"] { try workload.createTable(name) }
    }
  }

  private func configure(_ connection: Connection, isFirst: Bool = false) throws {
    if isFirst { try connection.run("PRAGMA page_size = \(pageSize)") }
    try connection.run("PRAGMA journal_mode = \(journalMode)")
    try connection.run("PRAGMA synchronous = \(synchronous)")
    try connection.run("PRAGMA cache_size = 12")
    try connection.run("PRAGMA wal_autocheckpoint = 50")
    try connection.run("PRAGMA foreign_keys = ON")
  }

  /// A commit under these settings survives a power failure as soon as it is acknowledged.
  var isDurable: Bool {
    switch (journalMode, synchronous) {
    case ("WAL", "FULL"), ("WAL", "EXTRA"): true
    case ("DELETE", "FULL"), ("DELETE", "EXTRA"): true
    case ("TRUNCATE", "FULL"), ("TRUNCATE", "EXTRA"): true
    case ("PERSIST", _): true
    default: false
    }
  }

  /// For reports.
  var lastAction = "setup"
  var settings: String {
    "\(lastAction)\(system.faultsGiven > tally.faultsBefore ? ", fault \(system.fault) at \(system.lastFaultAt)" : ""), journal_mode \(journalMode), synchronous \(synchronous), page_size \(pageSize)"
  }

  func close() {
    other?.close()
    other = nil
    closeOwn()
  }

  private func closeOwn() {
    connection?.close()
    writer = nil
    connection = nil
  }

  // MARK: Steps

  /// - Parameter needsLog: no other journal mode from here on, until it is false.
  func step(_ number: Int, needsLog: Bool) throws {
    self.needsLog = needsLog
    var random = Random(seed, 2, UInt64(number))
    tally.faultsBefore = system.faultsGiven
    abandoned.removeAll { $0.base < durable || journalMode != "WAL" }
    do {
      let action = random.below(100)
      lastAction = "step \(number), action \(action)"
      if needsLog, journalMode != "WAL" { try changeJournalMode(&random) }
      switch action {
      case 0..<68: try transaction(&random) { try $0.changeRows(&$1) }
      case 68..<72: try transaction(&random) { try $0.changeMany(&$1) }
      case 72..<77: try transaction(&random) { try $0.changeSchema(&$1) }
      case 77..<79: try vacuumOrCopy(&random)
      case 79..<89: try checkpoint(connection, &random)
      case 89..<91: try reopen(&random)
      case 91..<92: try changeJournalMode(&random)
      case 92..<94: try changeSynchronous(&random)
      default: try otherProcess(&random)
      }
    } catch let error as DatabaseError where error.code.primary == .busy {
      tally.busy += 1
      if let connection, !connection.isAutocommit { try connection.run("ROLLBACK") }
    } catch let error as DatabaseError where isInjected(error) {
      system.faultAt = nil
      lastAction += ", repaired after \(error) \(error.code.rawValue)"
      try repair()
      let found = try Verifier.digest(connection)
      guard found == model.digest else {
        throw Verifier.Violation(description: "after \(error) the database is not as before")
      }
    }
    tally.faults = system.faultsGiven
  }

  /// A fault that the simulation has given, or what is left of one: a store that could not sync refuses to commit ever after.
  private func isInjected(_ error: DatabaseError) -> Bool {
    error.message == "simulated" || error.code == .ioErrorShortRead || system.faultsGiven > tally.faults
  }

  /// New handles: a failed sync leaves a handle unusable, on purpose.
  private func repair() throws {
    let hadOther = other != nil
    other?.close()
    other = nil
    closeOwn()
    connection = try Connection.open(Self.path, Self.configuration, vfs: system)
    try configure(connection)
    if hadOther { other = try Connection.open(Self.path, Self.configuration, vfs: system) }
  }

  /// The other connection reads, checkpoints, or commits a row.
  private func otherProcess(_ random: inout Random) throws {
    lastAction += " of the other process"
    let choice = random.below(4)
    if choice == 0, other != nil {
      other?.close()
      other = nil
      other = try Connection.open(Self.path, Self.configuration, vfs: system)
    }
    guard let other else { return }
    switch choice {
    case 0, 1: try checkpoint(other, &random)
    case 2:
      let found = try Verifier.digest(other)
      if found != model.digest {
        throw Verifier.Violation(description: "the other process sees another state")
      }
    default: try transaction(&random, on: other) { try $0.changeRows(&$1) }
    }
  }

  private func checkpoint(_ connection: Connection, _ random: inout Random) throws {
    guard journalMode == "WAL" else { return }
    let mode = random.pick(["PASSIVE", "FULL", "RESTART", "TRUNCATE"])
    var isComplete = false
    try connection.run(
      "PRAGMA wal_checkpoint(\(mode))",
      row: { isComplete = $0[0].integer == 0 && $0[1].integer == $0[2].integer })
    tally.checkpoints += 1
    if isComplete, mode == "TRUNCATE" || mode == "RESTART" { tally.resets += 1 }
    // What is in the database file has been synced, whatever the level.
    if isComplete { durable = attempted }
  }

  private func reopen(_ random: inout Random) throws {
    closeOwn()
    connection = try Connection.open(Self.path, Self.configuration, vfs: system)
    try configure(connection)
    tally.reopened += 1
  }

  private func changeJournalMode(_ random: inout Random) throws {
    // Alone: a log cannot be left while another process has it open.
    let hadOther = other != nil
    other?.close()
    other = nil
    // (NORMAL is for logs only: see `changeSynchronous`. Entering and leaving WAL mode uses a rollback journal.)
    try needFullSync()
    let wanted = needsLog ? "WAL" : random.pick(Self.journalModes)
    lastAction = "from \(journalMode) to \(wanted)"
    let answer = try connection.texts("PRAGMA journal_mode = \(wanted)")
    guard answer == [wanted.lowercased()] else {
      throw Verifier.Violation(description: "journal_mode = \(wanted) answers \(answer)")
    }
    journalMode = wanted
    if hadOther { other = try Connection.open(Self.path, Self.configuration, vfs: system) }
  }

  private func changeSynchronous(_ random: inout Random) throws {
    // With a rollback journal NORMAL may lose more than the last commits on a disk that reorders writes
    // (https://www.sqlite.org/pragma.html#pragma_synchronous): only the log is run with it.
    synchronous = random.pick(journalMode == "WAL" ? ["NORMAL", "FULL", "EXTRA"] : ["FULL", "EXTRA"])
    try connection.run("PRAGMA synchronous = \(synchronous)")
  }

  func needFullSync() throws {
    guard synchronous == "NORMAL" else { return }
    synchronous = "FULL"
    try connection.run("PRAGMA synchronous = FULL")
  }

  // MARK: Transactions

  func transaction(
    _ random: inout Random, on process: Connection? = nil, isAlwaysKept: Bool = false,
    _ body: (Workload, inout Random) throws -> Void
  ) throws {
    if journalMode != "WAL" { try needFullSync() }
    writer = process ?? connection
    if process != nil {
      if journalMode != "WAL" { try writer.run("PRAGMA journal_mode = \(journalMode)") }
      try writer.run("PRAGMA synchronous = \(synchronous)")
      try writer.run("PRAGMA cache_size = 12")
      try writer.run("PRAGMA foreign_keys = ON")
    }
    let before = model
    let isKept = !random.oneIn(10) || isAlwaysKept
    try writer.run(random.oneIn(2) ? "BEGIN" : "BEGIN IMMEDIATE")
    do {
      try body(self, &random)
      if isKept {
        if model.digest == digests[attempted] {
          // Nothing has changed: there may be no commit.
          try writer.run("COMMIT")
          return
        }
        digests.append(model.digest)
        attempted += 1
        try writer.run("COMMIT")
        tally.commits += 1
        if isDurable { durable = attempted }
      } else {
        try writer.run("ROLLBACK")
        model = before
        tally.rollbacks += 1
      }
    } catch {
      try recover(from: error, before)
    }
  }

  /// After an error: what has happened is read from the database.
  private func recover(from error: any Error, _ before: Model) throws {
    if let writer, !writer.isAutocommit { try? writer.run("ROLLBACK") }
    let after = model
    model = before
    let hadAttempt = digests.last == after.digest && attempted == digests.count - 1
    guard let failure = error as? DatabaseError else { throw error }
    if failure.code.primary == .busy {
      if hadAttempt, digests.count > 1 { forgetAttempt(after, before) }
      throw error
    }
    guard isInjected(failure) else { throw error }
    system.faultAt = nil
    try repair()
    let found = try Verifier.digest(connection)
    if hadAttempt, found == after.digest {
      model = after
    } else if found == before.digest {
      forgetAttempt(after, before)
    } else {
      throw Verifier.Violation(description: "after \(failure) the database is neither as before nor as after")
    }
  }

  private func forgetAttempt(_ after: Model, _ before: Model) {
    guard digests.count > 1, digests[digests.count - 1] == after.digest, after.digest != before.digest else {
      return
    }
    attempted -= 1
    abandoned.append(Abandoned(digest: digests.removeLast(), base: attempted))
  }

  func changeRows(_ random: inout Random) throws {
    for _ in 0...random.below(5) {
      guard random.oneIn(6) else {
        try changeRow(&random)
        continue
      }
      let before = model
      try writer.run("SAVEPOINT s")
      for _ in 0...random.below(4) { try changeRow(&random) }
      if random.oneIn(2) {
        try writer.run("ROLLBACK TO s")
        model = before
      }
      try writer.run("RELEASE s")
    }
  }

  private func changeRow(_ random: inout Random) throws {
    if random.oneIn(4) { try changeLinks(&random) }
    let table = random.pick(model.tables.keys.sorted())
    let ids = model.tables[table, default: [:]].keys.sorted()
    if ids.count > 60 || (!ids.isEmpty && random.oneIn(4)) {
      let id = random.pick(ids)
      try writer.run("DELETE FROM \(table) WHERE id = \(id)")
      tally.cascades += model.remove(table, id)
    } else if !ids.isEmpty, random.oneIn(2) {
      try put(table, random.pick(ids), &random, "UPDATE \(table) SET seed = ?2, value = ?3 WHERE id = ?1")
    } else {
      // A row that is there already is replaced.
      let id = !ids.isEmpty && random.oneIn(8) ? random.pick(ids) : random.below(1_000_000)
      try put(table, id, &random, "INSERT OR REPLACE INTO \(table)(id, seed, value) VALUES (?1, ?2, ?3)")
    }
  }

  private func put(_ table: String, _ id: Int, _ random: inout Random, _ sql: String) throws {
    let longest = random.oneIn(40) ? 40_000 : random.oneIn(6) ? 3_000 : 200
    let row = Model.Row(seed: random.next() >> 1, length: random.below(longest))
    let value = Model.value(row)
    try writer.run(
      sql,
      bind: { statement throws(DatabaseError) in
        try statement.bind(1, integer: Int64(id))
        try statement.bind(2, integer: Int64(bitPattern: row.seed))
        try value.withUnsafeBytesOfCells { bytes throws(DatabaseError) in try statement.bind(3, bytes) }
      })
    if sql.hasPrefix("UPDATE") {
      model.update(table, id, row)
    } else {
      tally.cascades += model.put(table, id, row)
    }
    tally.triggerRuns = max(tally.triggerRuns, model.triggerRuns)
  }

  /// More pages than the cache holds.
  private func changeMany(_ random: inout Random) throws {
    for table in model.tables.keys.sorted() {
      for id in model.tables[table, default: [:]].keys.sorted() where !random.oneIn(3) {
        try put(table, id, &random, "UPDATE \(table) SET seed = ?2, value = ?3 WHERE id = ?1")
      }
    }
    tally.spills += 1
  }

  private func changeSchema(_ random: inout Random) throws {
    tally.schemaChanges += 1
    let extra = model.tables.keys.filter { $0.hasPrefix("t") }.sorted()
    switch random.below(4) {
    case 0 where extra.count < 3, 1 where extra.isEmpty:
      let name = "t\(random.below(10))"
      if model.tables[name] == nil { try createTable(name) }
      for _ in 0..<5 { try changeRow(&random) }
    case 1:
      let name = random.pick(extra)
      try writer.run("DROP TABLE \(name)")
      try writer.run("DELETE FROM counts WHERE name = '\(name)'")
      model.dropTable(name)
    default:
      let table = random.pick(model.tables.keys.sorted())
      let name = table + "_seed"
      if model.indexes.contains(name) {
        try writer.run("DROP INDEX \(name)")
        model.dropIndex(name)
      } else {
        try writer.run("CREATE INDEX \(name) ON \(table)(half, size)")
        model.createIndex(name)
      }
    }
  }

  private func createTable(_ name: String) throws {
    try writer.run("CREATE TABLE \(name)(\(Model.columns))")
    for sql in Model.countingStatements(name) { try writer.run(sql) }
    model.createTable(name)
  }

  private func createLinks() throws {
    for sql in Model.setup + Model.countingStatements("link") { try writer.run(sql) }
    model.setUp()
  }

  func write(_ sql: String) throws(DatabaseError) { try writer.run(sql) }
}

extension [UInt8] {
  /// The bytes as a blob cell.
  fileprivate func withUnsafeBytesOfCells(
    _ body: (Cell) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let result = withUnsafeBytes { bytes -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try body(.blob(bytes.baseAddress, count: bytes.count)))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
