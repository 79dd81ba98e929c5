/// A virtual table whose rows INSERT, UPDATE and DELETE change (https://www.sqlite.org/vtab.html#the_xupdate_method).
public protocol WritableVirtualTable: VirtualTable {
  /// Changes one row.
  /// - Returns: for an insertion the rowid of the new row, which last_insert_rowid() then answers; nil when the table has none.
  /// - Throws: what makes the statement fail. `.constraint` and its extended codes undo the statement, unless ``honorsConflictClauses``.
  func update(_ change: RowChange) throws(DatabaseError) -> Int64?

  /// The table does what `RowChange.conflict` asks for: with `.replace` it makes room, and after an error with a `.constraint` code that it
  /// throws before it has changed anything, `.ignore` leaves out the row, `.fail` keeps the rows before it, and `.rollback` undoes the
  /// transaction. Otherwise every error undoes the statement.
  var honorsConflictClauses: Bool { get }
}

extension WritableVirtualTable {
  public var honorsConflictClauses: Bool { false }
}

/// One row to be inserted, changed or deleted. Its bytes are valid until the call returns.
public struct RowChange {
  public enum Kind: Sendable { case insert, update, delete }

  public let kind: Kind
  /// What finds the row that is there: its rowid, or the primary key of a table WITHOUT ROWID. NULL for an insertion.
  public let oldKey: Cell
  /// The rowid of the new row: of an insertion NULL when the table is to find one. Of an UPDATE it may be any value. For a table WITHOUT ROWID
  /// the new primary key, NULL for an insertion.
  public let newKey: Cell
  /// The new values in the order of the declared columns, hidden ones included; none for a deletion. An INSERT gives NULL where it names no value.
  public let values: Arguments
  /// The statement's OR clause; unspecified without one.
  public let conflict: ConflictAction

  init(_ arguments: Arguments, conflict: ConflictAction) {
    self.conflict = conflict
    oldKey = arguments[0]
    if arguments.count < 2 {
      kind = .delete
      newKey = .null
    } else {
      kind = oldKey.isNull ? .insert : .update
      newKey = arguments[1]
    }
    values = arguments.dropFirst(2)
  }
}
