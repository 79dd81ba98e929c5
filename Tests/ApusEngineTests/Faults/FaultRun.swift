@testable import ApusEngine

/// One run of a script in which one operation fails, and what must hold afterwards.
struct FaultRun {
  typealias Fault = FaultInjectingFileSystem.Fault

  let reference: FaultReference
  /// Counted from 1.
  let operation: Int
  let fault: Fault
  /// Everything after it fails too, as when the process ends there; else the operation fails once.
  let isLast: Bool

  struct Outcome {
    /// What does not hold.
    var problems: [String] = []
    /// The statement that failed, nil when none did.
    var statement: Int?
    /// The files as they were left, before they were opened again.
    var files: MemoryFileSystem
    /// Statements of the script whose effect the database may hold.
    var committedStatements: Set<Int> = []
  }

  private static let path = "/f.db"

  func run() -> Outcome {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    var outcome = Outcome(files: files)
    let live = runScript(files, &outcome)
    outcome.files = Self.copy(files)
    checkReopened(files, live, &outcome)
    return outcome
  }

  /// What the failed connection said of the database.
  private struct Live {
    var content: DatabaseContent?
    var probe: Int?
    /// A failed sync leaves open what is on the disk.
    var isUncertain = false
  }

  // MARK: While it fails

  private func runScript(_ files: MemoryFileSystem, _ outcome: inout Outcome) -> Live {
    let system = FaultInjectingFileSystem(files)
    system.fail(operation: operation, with: fault, sticky: isLast)
    var live = Live()
    let statements = reference.script.statements
    var connection: Connection?
    do throws(DatabaseError) {
      connection = try Connection.open(Self.path, vfs: system)
    } catch {
      check(error, of: "open", &outcome)
      outcome.committedStatements = [0]
      return live
    }
    guard let connection else { return live }
    defer { connection.close() }
    var index = 0
    while index < statements.count {
      do throws(DatabaseError) {
        try connection.execute(statements[index])
      } catch {
        check(error, of: statements[index], &outcome)
        outcome.statement = index
        live.isUncertain = error.code == .ioErrorSync || error.code == .ioErrorDirectorySync
        break
      }
      index += 1
    }
    guard let failed = outcome.statement else {
      outcome.committedStatements = [statements.count]
      return live
    }
    outcome.committedStatements = [failed, failed + 1]
    if isLast { return live }
    endTransaction(connection, failed, &live, &outcome)
    do {
      live.content = try DatabaseContent(of: connection)
    } catch {
      outcome.problems.append("reading after the failure: \(error)")
    }
    do throws(DatabaseError) {
      try connection.execute("INSERT INTO probe VALUES (\(operation))")
      live.probe = operation
    } catch {
      let isExpected = live.isUncertain || error.message == "no such table: probe"
      if !isExpected { outcome.problems.append("writing after the failure: \(error)") }
    }
    return live
  }

  /// A transaction that is still open is rolled back or committed: then it holds what the statements before the failed one did.
  private func endTransaction(
    _ connection: Connection, _ failed: Int, _ live: inout Live, _ outcome: inout Outcome
  ) {
    guard !connection.isAutocommit else { return }
    do throws(DatabaseError) {
      if operation % 2 == 0 {
        try connection.execute("ROLLBACK")
        outcome.committedStatements = [failed]
      } else {
        try connection.execute("COMMIT")
        outcome.committedStatements = [-failed]
      }
    } catch {
      if !live.isUncertain { outcome.problems.append("ending the transaction: \(error)") }
      outcome.committedStatements = [failed, -failed]
    }
  }

  // MARK: Afterwards

  private func check(_ error: DatabaseError, of statement: String, _ outcome: inout Outcome) {
    let expected: [ResultCode] = [.ioError, .full, .cannotOpen]
    if !expected.contains(error.code.primary) {
      outcome.problems.append("\(statement) failed with \(error.code.rawValue) \(error.message)")
    }
  }

  private func checkReopened(_ files: MemoryFileSystem, _ live: Live, _ outcome: inout Outcome) {
    do {
      let connection = try Connection.open(Self.path, vfs: files)
      defer { connection.close() }
      let content = try DatabaseContent(of: connection)
      let allowed = outcome.committedStatements.map { allowedContent($0) }
      if !allowed.contains(content) {
        let differences = allowed.map { content.difference(from: $0) }
        outcome.problems.append("in between: differs in \(differences)")
      }
      if let seen = live.content, seen != content, !live.isUncertain {
        outcome.problems.append("read \(content.difference(from: seen)) differently before and after opening")
      }
      if let seen = live.content, !allowed.contains(seen) {
        outcome.problems.append("the failed connection was in between")
      }
      if let probe = live.probe,
        try connection.lines("SELECT count(*) FROM probe WHERE number = \(probe)") != ["1"]
      {
        outcome.problems.append("a later transaction is lost")
      }
      let messages = try connection.lines("PRAGMA integrity_check")
      if messages != ["ok"] { outcome.problems.append("integrity_check: \(messages.prefix(3))") }
    } catch {
      outcome.problems.append("opening again: \(error)")
    }
  }

  /// What so many statements commit; negative: what they leave when the transaction is committed there.
  private func allowedContent(_ statements: Int) -> DatabaseContent {
    statements < 0 ? reference.own[-statements] : reference.committed[statements]
  }

  /// The files by themselves, as they are now.
  private static func copy(_ files: MemoryFileSystem) -> MemoryFileSystem {
    let result = MemoryFileSystem(clock: POSIXFileSystem.shared)
    for suffix in ["", "-journal", "-wal"] {
      guard let bytes = files.contents(of: path + suffix) else { continue }
      result.setContents(of: path + suffix, bytes)
    }
    return result
  }
}

extension MemoryFileSystem {
  /// The bytes of a file, nil when there is none.
  func contents(of path: String) -> [UInt8]? {
    guard let file = try? open(path, [.readWrite]), let size = try? file.size() else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    let count = bytes.withUnsafeMutableBytes { target in
      (try? file.read(into: target, at: 0)) ?? 0
    }
    return count == bytes.count ? bytes : nil
  }

  func setContents(of path: String, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { source in
      try? open(path, [.readWrite, .create]).write(source, at: 0)
    }
  }
}
