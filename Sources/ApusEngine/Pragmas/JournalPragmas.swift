/// Pragmas about journals, the write-ahead log, syncing and locking.
enum JournalPragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition("journal_mode") { call, connection, rows throws(DatabaseError) in
      try journalMode(call, connection, &rows)
    },
    PragmaDefinition("wal_checkpoint", columns: ["busy", "log", "checkpointed"]) {
      call, connection, rows throws(DatabaseError) in
      try checkpoint(call, connection, &rows)
    },
    PragmaDefinition("wal_autocheckpoint") { call, connection, rows throws(DatabaseError) in
      if let argument = call.argument {
        let pages = max(0, Int(PragmaArgument.integer32(argument)))
        for database in connection.databases { database.walAutoCheckpoint = pages }
      }
      rows.append(.init(try connection.database(0).walAutoCheckpoint))
    },
    PragmaDefinition("journal_size_limit") { call, connection, rows throws(DatabaseError) in
      let database = try connection.database(call.database)
      if let argument = call.argument {
        database.journalSizeLimit = max(PragmaArgument.integer64Prefix(argument), -1)
      }
      rows.append(.integer(database.journalSizeLimit))
    },
    PragmaDefinition("synchronous", answersAssignment: false) {
      call, connection, rows throws(DatabaseError) in
      try synchronous(call, connection, &rows)
    },
    PragmaDefinition("locking_mode") { call, connection, rows throws(DatabaseError) in
      let wanted = call.argument?.lowercasedASCII
      if wanted == "normal" || wanted == "exclusive" {
        for index in call.databases(of: connection) where index != 1 {
          try connection.database(index).keepsLocks = wanted == "exclusive"
        }
        if call.schemaName == nil { connection.settings.pragmas.attachesExclusively = wanted == "exclusive" }
      } else if call.schemaName == nil {
        rows.append(connection.settings.pragmas.attachesExclusively ? "exclusive" : "normal")
        return
      }
      rows.append(try connection.database(call.database).keepsLocks ? "exclusive" : "normal")
    },
  ]

  /// Without a schema name the mode of every database changes, and that of main is the answer.
  private static func journalMode(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    if let wanted = call.argument.flatMap(journalMode(beginning:)) {
      for index in call.databases(of: connection).reversed() {
        // A temporary database that nobody has asked for is not there to be changed.
        if index == 1, call.schemaName == nil, !connection.isTemporaryDatabaseOpen { continue }
        try connection.setJournalMode(wanted, ofDatabase: index)
      }
    }
    rows.append(.text(try connection.journalMode(ofDatabase: call.database).rawValue))
  }

  /// The first mode whose name begins with a text.
  private static func journalMode(beginning text: String) -> JournalMode? {
    let modes: [JournalMode] = [.delete, .persist, .off, .truncate, .memory, .wal]
    return modes.first { $0.rawValue.hasPrefix(text.lowercasedASCII) }
  }

  private static func checkpoint(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    let mode: CheckpointMode
    switch call.argument?.lowercasedASCII {
    case "full"?: mode = .full
    case "restart"?: mode = .restart
    case "truncate"?: mode = .truncate
    case "noop"?: mode = .noop
    default: mode = .passive
    }
    var isBusy = false
    var log = -1
    var checkpointed = -1
    for index in call.databases(of: connection) {
      guard let outcome = try connection.checkpoint(database: index, mode: mode) else { continue }
      isBusy = isBusy || outcome.isBusy
      if index == call.database {
        log = outcome.logFrames
        checkpointed = outcome.checkpointedFrames
      }
    }
    rows.append(.init(isBusy), .init(log), .init(checkpointed))
  }

  private static func synchronous(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    let database = try connection.database(call.database)
    guard let argument = call.argument else {
      rows.append(.init(database.synchronousLevel))
      return
    }
    guard connection.isAutocommit else {
      throw DatabaseError(.error, "Safety level may not be changed inside a transaction")
    }
    guard call.database != 1 else { return }
    // SQLite keeps level + 1 in three bits, and 0 there means "off".
    let stored = (Int(PragmaArgument.safetyLevel(argument)) + 1) & 7
    database.synchronousLevel = max(stored, 1) - 1
  }
}
