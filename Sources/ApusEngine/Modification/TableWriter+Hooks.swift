// What hooks of the application are told of a row. Without hooks no instruction is made.

extension TableWriter {
  /// Rows have to be read before they go, because a hook wants to see them.
  var announcesChanges: Bool { statement.tellsHooks && statement.context.connection?.hooks.willChange != nil }

  private var changedTable: ChangedTable {
    ChangedTable(
      database: table.database, name: table.name, columnCount: table.columns.count,
      hasRowID: !table.isWithoutRowID)
  }

  /// Before the change of a row.
  func emitAnnouncement(
    _ operation: RowOperation, old: RowRegisters? = nil, new: RowRegisters? = nil
  ) throws(DatabaseError) {
    guard announcesChanges else { return }
    if let new { try emitAffinities(new) }
    let first = old.map { visibleRow($0) } ?? 0
    let second = new.map { visibleRow($0) } ?? 0
    generator.builder.emit(
      .announceChange, first, second, 0, p4: try generator.builder.changedTable(changedTable),
      p5: operation.rawValue)
  }

  /// Before REPLACE overwrites the row under the data cursor.
  func emitReplacedAnnouncement() throws(DatabaseError) {
    guard announcesChanges else { return }
    let old = newRow()
    try emitRow(of: storedRow, into: old)
    try emitAnnouncement(.delete, old: old)
  }

  /// A copy of a row in which the alias of the rowid has its value.
  private func visibleRow(_ row: RowRegisters) -> Int32 {
    guard table.rowIDAlias >= 0 else { return row.rowID }
    let copy = newRow()
    generator.builder.emit(.copy, row.rowID, copy.rowID, Int32(truncatingIfNeeded: table.columns.count))
    generator.builder.emit(.copy, row.rowID, copy.column(table.rowIDAlias), 0)
    return copy.rowID
  }

  /// After the change of a row.
  func emitNotice(_ operation: RowOperation, rowID: Int32) throws(DatabaseError) {
    guard statement.tellsHooks, !table.isWithoutRowID, statement.context.connection?.hooks.didChange != nil
    else { return }
    generator.builder.emit(
      .tellChange, Int32(operation.rawValue), rowID, 0,
      p4: try generator.builder.changedTable(changedTable))
  }
}
