/// What a program wants to be told of the changes that its ``Database`` makes (https://www.sqlite.org/c3ref/update_hook.html and its kin).
///
/// Hooks run on the thread of the statement, inside the access: they must not use the database.
public struct DatabaseHooks: Sendable {
  /// A transaction that has written is about to commit. True makes a rollback of it: the access fails with `.constraintCommitHook`.
  public var willCommit: (@Sendable () -> Bool)?
  /// A transaction was undone.
  public var didRollBack: (@Sendable () -> Void)?
  /// A row of a table with rowids was inserted, updated or deleted. Not for rows that OR REPLACE removes, nor when DELETE without WHERE empties a
  /// table as a whole.
  public var didChange: (@Sendable (RowEvent) -> Void)?
  /// A row is about to be inserted, updated or deleted, with its old and new values; tables WITHOUT ROWID included.
  public var willChange: (@Sendable (PendingRowChange) -> Void)?
  /// A transaction was written to the log of a database in WAL mode: the database's name and the frames that the log has.
  public var didWriteLog: (@Sendable (_ databaseName: String, _ frames: Int) -> Void)?

  public init() {}

  /// Makes the hooks those of a connection.
  func install(on connection: Connection) {
    var hooks = ConnectionHooks()
    hooks.willCommit = willCommit
    hooks.didRollBack = didRollBack
    hooks.didChange = didChange
    hooks.didWriteLog = didWriteLog
    if let willChange { hooks.willChange = { willChange(PendingRowChange($0)) } }
    connection.hooks = hooks
  }
}

/// A row that is about to change: owned, unlike the engine's `RowChangeEvent`.
public struct PendingRowChange: Sendable, Hashable {
  public let operation: RowOperation
  public let databaseName: String
  public let tableName: String
  /// 0 for tables WITHOUT ROWID.
  public let oldRowID: Int64
  /// 0 for tables WITHOUT ROWID.
  public let newRowID: Int64
  /// By column; nil for an insertion.
  public let oldValues: [Value]?
  /// By column; nil for a deletion.
  public let newValues: [Value]?
  /// 0 for the statement itself, 1 for a trigger that it fires, and so on.
  public let depth: Int

  init(_ event: RowChangeEvent) {
    operation = event.operation
    databaseName = event.databaseName
    tableName = event.tableName
    oldRowID = event.oldRowID
    newRowID = event.newRowID
    oldValues = event.oldValues.map(Self.owned)
    newValues = event.newValues.map(Self.owned)
    depth = event.depth
  }

  private static func owned(_ values: FunctionArguments) -> [Value] {
    (0..<values.count).map { Value(copying: values[$0]) }
  }
}
