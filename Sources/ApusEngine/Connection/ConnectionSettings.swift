/// What pragmas and the API set on a connection. Settings of one database (journal mode, cache size …) live
/// with its pager.
public struct ConnectionSettings: Sendable {
  public var foreignKeys = false
  /// Foreign keys count as deferred until the transaction ends.
  public var deferForeignKeys = false
  public var recursiveTriggers = false
  public var isQueryOnly = false
  public var writableSchema = false
  public var ignoresCheckConstraints = false
  public var reverseUnorderedSelects = false
  public var automaticIndex = true
  /// For tests: what the planner must not do. Programs that are compiled already stay as they are.
  public var disabledOptimizations: Optimizations = []
  public var cellSizeCheck = false
  public var countChanges = false
  public var trustedSchema = true
  public var legacyAlterTable = false
  public var fullColumnNames = false
  public var shortColumnNames = true
  /// Milliseconds to wait for a lock.
  public var busyTimeout: Int = 0
  /// What `PRAGMA page_size` asked for: VACUUM gives it to a database that has pages already.
  var nextPageSize: Int?
  /// What `PRAGMA auto_vacuum` asked for, likewise.
  var nextAutoVacuum: AutoVacuumMode?
  /// A reader's lock may stay for some milliseconds after it has ended (`OpenConfiguration.keepsReadLock`).
  var keepsReadLock = true
  public var triggerDepthLimit = 1000
  /// SQLITE_LIMIT_SQL_LENGTH: bytes of one statement's text.
  public var sqlLengthLimit = 1_000_000_000
  /// SQLITE_LIMIT_COLUMN.
  public var columnLimit = 2000
  /// SQLITE_LIMIT_EXPR_DEPTH.
  public var expressionDepthLimit = 1000
  /// SQLITE_LIMIT_COMPOUND_SELECT.
  public var compoundSelectLimit = 500
  /// SQLITE_LIMIT_FUNCTION_ARG.
  public var functionArgumentLimit = 1000
  /// SQLITE_LIMIT_ATTACHED.
  public var attachedLimit = 10
  /// SQLITE_LIMIT_VARIABLE_NUMBER.
  public var variableNumberLimit = 32766
  /// Bytes that one sort may hold in memory before it writes runs to a temporary file.
  public var sorterMemory = 48 << 20
  /// Prepared statements kept for reuse by their text.
  public var statementCacheSize = 64

  /// What only pragmas look at.
  public var pragmas = PragmaSettings()

  public init() {}
}
