/// What an application wants to be told of (https://www.sqlite.org/c3ref/update_hook.html and its kin). Hooks run on the thread of the
/// statement, and must not change the database or its transactions through their connection: that is `.misuse`.
public struct ConnectionHooks {
  /// A transaction that has written is about to commit. True makes a rollback of it: the statement fails with `.constraintCommitHook`.
  public var willCommit: (() -> Bool)?
  /// A transaction was undone, by ROLLBACK, by a statement's error or by `willCommit`; not when the connection is closed.
  public var didRollBack: (() -> Void)?
  /// A row of a table with rowids was inserted, updated or deleted. Not for virtual tables and those of the schema, for rows that OR REPLACE removes, and
  /// when DELETE without WHERE empties a table as a whole.
  public var didChange: ((RowEvent) -> Void)?
  /// A row is about to be inserted, updated or deleted, by OR REPLACE also; tables WITHOUT ROWID included.
  public var willChange: ((RowChangeEvent) -> Void)?
  /// A transaction was written to the log of a database in WAL mode: the database's name and the frames that the log has. Called when the locks are gone.
  public var didWriteLog: ((_ databaseName: String, _ frames: Int) -> Void)?

  public init() {}
}

/// What happens to a row. The raw values are SQLite's.
public enum RowOperation: UInt8, Sendable {
  case delete = 9
  case insert = 18
  case update = 23
}

/// A changed row.
public struct RowEvent: Sendable, Equatable {
  public var operation: RowOperation
  public var databaseName: String
  public var tableName: String
  /// After an update the new one.
  public var rowID: Int64
}

/// A row that is about to change, with its values.
public struct RowChangeEvent {
  public var operation: RowOperation
  public var databaseName: String
  public var tableName: String
  /// 0 for tables WITHOUT ROWID.
  public var oldRowID: Int64
  /// 0 for tables WITHOUT ROWID.
  public var newRowID: Int64
  /// The values by column, nil for an insertion. Valid during the call.
  public var oldValues: Arguments?
  /// The values by column, nil for a deletion. Valid during the call.
  public var newValues: Arguments?
  /// 0 for the statement itself, 1 for a trigger that it fires, and so on.
  public var depth: Int
}

/// A table as hooks know it, in a program.
public struct ChangedTable: Hashable, Sendable {
  public var database: Int
  public var name: String
  public var columnCount: Int
  public var hasRowID: Bool
}

extension Connection {
  /// Runs a hook. Nested calls count.
  func runHook<T>(_ body: () -> T) -> T {
    counters.pointee.runningHooks += 1
    defer { counters.pointee.runningHooks -= 1 }
    return body()
  }

  /// - Throws: `.misuse` inside a hook.
  func refuseInHook() throws(DatabaseError) {
    if counters.pointee.runningHooks > 0 {
      throw DatabaseError(.misuse, "a hook may not change the database of its connection")
    }
  }

  /// The last steps of a commit that can still fail, while the statement that commits counts as active.
  func prepareCommit() throws(DatabaseError) {
    try modules.transaction.sync()
    guard let hook = hooks.willCommit, isWriting, runHook(hook) else { return }
    throw DatabaseError(.constraintCommitHook, "constraint failed")
  }

  /// A database has a write transaction.
  private var isWriting: Bool { databases.contains { slots[$0.index].isWriting } }

  /// Tells of the logs that commits have made longer.
  func tellOfLogs() {
    guard !writtenLogs.isEmpty else { return }
    let written = writtenLogs
    writtenLogs = []
    guard let hook = hooks.didWriteLog else { return }
    runHook { for (name, frames) in written { hook(name, frames) } }
  }
}

extension VirtualMachine {
  /// `tellChange`: the row is changed.
  @inline(never)
  func tellChange(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    guard let hook = connection.hooks.didChange,
      let operation = RowOperation(rawValue: UInt8(truncatingIfNeeded: ip.pointee.p1))
    else { return }
    let table = program(of: frame).changedTables[Int(ip.pointee.p4)]
    guard connection.databases.indices.contains(table.database) else { return }
    let event = RowEvent(
      operation: operation, databaseName: connection.databases[table.database].name, tableName: table.name,
      rowID: frame.pointee.registers.cells[Int(ip.pointee.p2)].integer)
    connection.runHook { hook(event) }
  }

  /// `announceChange`: the row is going to change.
  @inline(never)
  func announceChange(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    guard let hook = connection.hooks.willChange,
      let operation = RowOperation(rawValue: ip.pointee.p5)
    else { return }
    let table = program(of: frame).changedTables[Int(ip.pointee.p4)]
    guard connection.databases.indices.contains(table.database) else { return }
    let cells = frame.pointee.registers.cells
    func values(_ first: Int32) -> Arguments? {
      guard first > 0 else { return nil }
      return Arguments(
        UnsafeRawPointer(cells + Int(first) + 1), Int32(truncatingIfNeeded: table.columnCount))
    }
    func rowID(_ first: Int32) -> Int64? {
      first > 0 && table.hasRowID ? cells[Int(first)].integer : nil
    }
    let old = rowID(ip.pointee.p1)
    let new = rowID(ip.pointee.p2)
    let event = RowChangeEvent(
      operation: operation, databaseName: connection.databases[table.database].name, tableName: table.name,
      oldRowID: old ?? new ?? 0, newRowID: new ?? old ?? 0, oldValues: values(ip.pointee.p1),
      newValues: values(ip.pointee.p2), depth: frame.pointee.depth)
    connection.runHook { hook(event) }
  }
}
