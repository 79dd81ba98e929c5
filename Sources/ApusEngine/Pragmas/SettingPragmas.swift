/// Pragmas that are a setting of the connection.
enum SettingPragmas {
  static let all: [PragmaDefinition] =
    flags + [
      PragmaDefinition("foreign_keys", answersAssignment: false) {
        call, connection, rows throws(DatabaseError) in
        // Inside a transaction the setting does not change.
        if call.argument != nil, !connection.isAutocommit { return }
        flag(\.foreignKeys, call, connection, &rows)
      },
      PragmaDefinition("defer_foreign_keys", answersAssignment: false) {
        call, connection, rows throws(DatabaseError) in
        flag(\.deferForeignKeys, call, connection, &rows)
        if call.argument != nil, !connection.settings.deferForeignKeys {
          // As in SQLite, what has been counted so far is forgotten.
          connection.counters.pointee.deferredForeignKeys = DeferredViolations()
        }
      },
      PragmaDefinition("writable_schema", answersAssignment: false) {
        call, connection, rows throws(DatabaseError) in
        flag(\.writableSchema, call, connection, &rows)
        if call.argument?.equalsIgnoringCase("reset") ?? false {
          connection.forgetCatalogs()
        }
      },
      PragmaDefinition("case_sensitive_like", columns: []) { call, connection, _ throws(DatabaseError) in
        guard let argument = call.argument else { return }
        connection.environment.caseSensitiveLike = PragmaArgument.boolean(argument)
        connection.environment.isLikeRedefined = true
        connection.environmentChanged()
      },
      PragmaDefinition("busy_timeout", columns: ["timeout"]) { call, connection, rows throws(DatabaseError) in
        if let argument = call.argument {
          connection.settings.busyTimeout = max(0, Int(PragmaArgument.integer32(argument)))
        }
        rows.append(.init(connection.settings.busyTimeout))
      },
      PragmaDefinition("analysis_limit") { call, connection, rows throws(DatabaseError) in
        if let limit = call.argument.flatMap({ PragmaArgument.integer64($0) }), limit >= 0 {
          connection.settings.pragmas.analysisLimit = limit & 0x7fff_ffff
        }
        rows.append(.integer(connection.settings.pragmas.analysisLimit))
      },
      PragmaDefinition("temp_store", answersAssignment: false) {
        call, connection, rows throws(DatabaseError) in
        try temporaryStore(call, connection, &rows)
      },
    ]

  /// Settings that are simply on or off.
  private static let flags: [PragmaDefinition] = [
    simple("recursive_triggers", \.recursiveTriggers),
    simple("query_only", \.isQueryOnly),
    simple("ignore_check_constraints", \.ignoresCheckConstraints),
    simple("reverse_unordered_selects", \.reverseUnorderedSelects),
    simple("automatic_index", \.automaticIndex),
    simple("cell_size_check", \.cellSizeCheck),
    simple("count_changes", \.countChanges),
    simple("trusted_schema", \.trustedSchema),
    simple("legacy_alter_table", \.legacyAlterTable),
    simple("full_column_names", \.fullColumnNames),
    simple("short_column_names", \.shortColumnNames),
    simple("read_uncommitted", \.pragmas.readUncommitted),
    simple("empty_result_callbacks", \.pragmas.emptyResultCallbacks),
    simple("fullfsync", \.pragmas.fullFSync),
    simple("checkpoint_fullfsync", \.pragmas.checkpointFullFSync),
  ]

  private typealias Flag = WritableKeyPath<ConnectionSettings, Bool> & Sendable

  private static func simple(_ name: String, _ path: Flag) -> PragmaDefinition {
    PragmaDefinition(name, answersAssignment: false) { call, connection, rows throws(DatabaseError) in
      flag(path, call, connection, &rows)
    }
  }

  private static func flag(
    _ path: Flag, _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) {
    guard let argument = call.argument else {
      rows.append(.init(connection.settings[keyPath: path]))
      return
    }
    let value = PragmaArgument.boolean(argument)
    guard connection.settings[keyPath: path] != value else { return }
    connection.settings[keyPath: path] = value
    // Programs are compiled under the settings of their time.
    connection.environmentChanged()
  }

  private static func temporaryStore(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    guard let argument = call.argument else {
      rows.append(.init(connection.settings.pragmas.temporaryStore))
      return
    }
    let wanted: Int
    switch argument.lowercasedASCII {
    case "file": wanted = 1
    case "memory": wanted = 2
    default: wanted = argument.utf8.first.map { $0 == 0x31 ? 1 : $0 == 0x32 ? 2 : 0 } ?? 0
    }
    guard wanted != connection.settings.pragmas.temporaryStore else { return }
    try connection.forgetTemporaryDatabase()
    connection.settings.pragmas.temporaryStore = wanted
    // A database in memory keeps its journal there, too.
    try connection.database(1).temporaryJournalMode = wanted == 2 ? .memory : .delete
  }
}

/// Settings that only pragmas look at.
public struct PragmaSettings: Sendable {
  public var readUncommitted = false
  public var emptyResultCallbacks = false
  public var fullFSync = false
  public var checkpointFullFSync = false
  /// `PRAGMA temp_store`: 0 default, 1 file, 2 memory. All three keep temp tables in memory and spill to a file.
  public var temporaryStore = 0
  public var analysisLimit: Int64 = 0
  /// `PRAGMA cache_spill`: changed pages may be written before COMMIT when the cache is full.
  public var spillsCache = true
  /// `PRAGMA threads`.
  public var threads: Int64 = 0
  /// `PRAGMA locking_mode` of databases that are attached.
  public var attachesExclusively = false

  public init() {}
}
