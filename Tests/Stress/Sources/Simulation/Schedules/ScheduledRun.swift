import Apus

/// One scenario under one schedule.
final class ScheduledRun {
  /// What runs now, for reports.
  nonisolated(unsafe) static var present = ""

  private let scenario: Scenario
  private let system: SimulatedFileSystem
  private let scheduler: Scheduler
  private var connections: [Connection?]
  private var violation: String?
  /// Commits that have been acknowledged, and those that have been tried.
  private var acknowledged: Int64
  private var attempted: Int64
  private(set) var commits = 0
  private(set) var refusals = 0

  init(_ scenario: Scenario, disk: SimulatedDisk, first: Int, policy: Scheduler.Policy) {
    self.scenario = scenario
    system = SimulatedFileSystem(disk: disk, seed: 7)
    scheduler = Scheduler(count: scenario.processes.count, first: first, policy: policy)
    connections = Array(repeating: nil, count: scenario.processes.count)
    acknowledged = Int64(scenario.logged)
    attempted = acknowledged
  }

  /// - Returns: what has gone wrong, and how many steps there were.
  func run() -> (violation: String?, steps: Int) {
    do {
      for process in connections.indices {
        try open(process)
        // Whoever reads before the schedule begins knows the log already.
        if !scenario.needsRecovery { _ = try look(connections[process]) }
      }
    } catch {
      return ("before it began: \(error)", 0)
    }
    scheduler.run(
      scenario.processes.indices.map { process in
        { for action in self.scenario.processes[process] { self.perform(action, process) } }
      })
    verifyEnd()
    return (violation, scheduler.steps)
  }

  private func open(_ process: Int) throws {
    let connection = try Connection.open(Scenario.path, scenario.configuration(), vfs: system)
    connections[process] = connection
    try connection.run("PRAGMA wal_autocheckpoint = 0")
    try connection.run("PRAGMA synchronous = OFF")
    if scenario.isLarge { try connection.run("PRAGMA cache_size = 10") }
  }

  private func note(_ text: String) {
    if violation == nil { violation = text }
  }

  /// The number that all rows show; nil when they do not show the same.
  private func look(_ connection: Connection?) throws -> Int64? {
    guard let connection else { return nil }
    let numbers = try connection.integers("SELECT n FROM t")
    guard numbers.count == scenario.rows, let first = numbers.first, numbers.allSatisfy({ $0 == first })
    else {
      note("rows of one transaction show \(numbers)")
      return nil
    }
    return first
  }

  private func perform(_ action: Scenario.Action, _ process: Int) {
    guard violation == nil else { return }
    do {
      switch action {
      case .write: try write(process, readsFirst: false)
      case .upgrade: try write(process, readsFirst: true)
      case .read: try read(process)
      case .checkpoint(let mode): try connections[process]?.run("PRAGMA wal_checkpoint(\(mode))")
      case .rollback:
        try connections[process]?.run("BEGIN IMMEDIATE")
        try connections[process]?.run("UPDATE t SET n = n + 1000")
        try connections[process]?.run("ROLLBACK")
      case .reopen:
        connections[process]?.close()
        connections[process] = nil
        try open(process)
      }
    } catch {
      refused(error, process)
    }
  }

  /// To be busy is no violation.
  private func refused(_ error: any Error, _ process: Int) {
    refusals += 1
    if let failure = error as? DatabaseError, failure.code.primary == .busy { return rollBack(process) }
    note("process \(process): \(error)")
  }

  private func rollBack(_ process: Int) {
    guard let connection = connections[process], !connection.isAutocommit else { return }
    try? connection.run("ROLLBACK")
  }

  private func write(_ process: Int, readsFirst: Bool) throws {
    guard let connection = connections[process] else { return }
    try connection.run(readsFirst ? "BEGIN" : "BEGIN IMMEDIATE")
    let least = acknowledged
    guard let before = try look(connection) else { return }
    if before < least && !readsFirst { note("a writer begins with \(before) after \(least) commits") }
    try connection.run("UPDATE t SET n = n + 1")
    attempted = max(attempted, before + 1)
    try connection.run("COMMIT")
    acknowledged = max(acknowledged, before + 1)
    commits += 1
  }

  private func read(_ process: Int) throws {
    guard let connection = connections[process] else { return }
    try connection.run("BEGIN")
    let least = acknowledged
    let one = try look(connection)
    let most = attempted
    let two = try look(connection)
    try connection.run("COMMIT")
    guard let one, let two else { return }
    if one != two { note("a snapshot shows \(one) and then \(two)") }
    if one < least || one > most {
      note("a reader sees \(one); \(least) commits before it began, \(most) tried since")
    }
  }

  /// Alone again: everything acknowledged is there, in a sound file, also when only the file is left.
  private func verifyEnd() {
    guard violation == nil else { return }
    // (Whoever commits may be overtaken before it says so: the number of commits counts.)
    let expected = Int64(scenario.logged + commits)
    do {
      for process in connections.indices { rollBack(process) }
      for connection in connections {
        guard let found = try look(connection) else { continue }
        if found != expected { note("at the end \(found) of \(expected) commits are there") }
      }
      connections = connections.map { connection in
        connection?.close()
        return nil
      }
      let last = try Connection.open(Scenario.path, scenario.configuration(), vfs: system)
      defer { last.close() }
      if let found = try look(last), found != expected {
        note("reopened, \(found) of \(expected) commits are there")
      }
      try Verifier.checkIntegrity(last)
      try last.run("PRAGMA wal_checkpoint(TRUNCATE)")
      if let found = try look(last), found != expected {
        note("copied back, \(found) of \(expected) commits are there")
      }
      try Verifier.checkIntegrity(last)
    } catch {
      note("at the end: \(error)")
    }
  }
}
