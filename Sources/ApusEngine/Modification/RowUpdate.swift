/// The change of one row that the data cursor stands on: by UPDATE or by ON CONFLICT DO UPDATE.
struct RowUpdate {
  let statement: ModificationStatement
  let writer: TableWriter
  /// The table as SET reads it, at the row.
  let source: BoundSource
  /// Column, -1 for the rowid and its alias, to its new value.
  let assignments: [Int: BoundExpression]
  /// UPDATE triggers that these assignments fire.
  let triggers: [TriggerDefinition]
  let conflict: ConflictAction
  /// REPLACE may remove other rows, and with it move the data cursor.
  let replaces: Bool
  let foreignKeys: TableForeignKeys.UpdateEffect

  private var table: TableDefinition { writer.table }
  private var generator: CodeGenerator { statement.generator }

  /// The columns that the assignments change: for the rowid both -1 and its alias; generated columns too.
  static func changedColumns(_ assignments: [Int: BoundExpression], _ table: TableDefinition) -> Set<Int> {
    var changed = Set(assignments.keys)
    if changed.contains(-1), table.rowIDAlias >= 0 { changed.insert(table.rowIDAlias) }
    return table.generated?.dependents(of: changed) ?? changed
  }

  /// Whether what finds the row is assigned.
  static func changesKey(_ assignments: [Int: BoundExpression], _ table: TableDefinition) -> Bool {
    if table.isWithoutRowID { return table.primaryKeyColumns.contains { assignments[$0] != nil } }
    return assignments[-1] != nil
  }

  /// - Parameter next: where to go when the row is left alone.
  func emit(_ key: RowKey, next: CodeGenerator.Label) throws(DatabaseError) {
    let width = table.columns.count + 1
    try statement.prepare(triggers, on: table, conflict: conflict)
    let checks = foreignKeys == .none ? nil : writer.foreignKeys
    let readsOld = !triggers.isEmpty || checks != nil || writer.announcesChanges
    let base = generator.newRegisters(readsOld ? 2 * width : width)
    let old = RowRegisters(rowID: base)
    if readsOld { try writer.emitRow(of: source, into: old) }
    let row = RowRegisters(rowID: readsOld ? base + Int32(truncatingIfNeeded: width) : base)
    let newRow = writer.source(over: row)
    try emitNewValues(row, key)
    if triggers.contains(.before) {
      try writer.emitConversions(row, over: newRow)
      try fire(.before, base, next)
      // The trigger may have removed the row, or changed columns that this statement leaves alone.
      writer.emitSeek(key, orJump: next)
      for column in table.columns.indices
      where column != table.rowIDAlias && assignments[column] == nil
        && table.columns[column].generated == nil
      {
        try generator.emitColumn(source, column, into: row.column(column))
      }
    }
    let changesKey = Self.changesKey(assignments, table)
    var check = NewRow(
      row: row, source: newRow, oldKey: key,
      changed: Self.changedColumns(assignments, table), rewritesIndexes: foreignKeys == .changesRows,
      rowIDMayExist: changesKey, conflict: conflict,
      ignore: next, upsert: nil)
    try writer.emitValueChecks(&check)
    let prepared = try writer.emitKeyChecks(&check)
    if replaces || changesKey { writer.emitSeek(key, orJump: next) }
    try writer.emitAnnouncement(.update, old: old, new: row)
    try checks?.emitCount(old: old, changed: check.changed)
    for entry in prepared.entries where !entry.index.isTree { try writer.emitEntryDelete(entry.index) }
    if changesKey || table.isWithoutRowID || foreignKeys == .changesRows {
      generator.builder.emit(.delete, writer.dataCursor)
    }
    try checks?.emitCount(new: row, changed: check.changed)
    try writer.emitWrite(prepared, flags: InstructionFlag.countChange | InstructionFlag.isUpdate)
    try writer.emitNotice(.update, rowID: row.rowID)
    try checks?.emitActions(parameters: base, changed: check.changed)
    try statement.returning?.emitRow(row, stored: .all)
    try fire(.after, base, next)
  }

  private func emitNewValues(_ row: RowRegisters, _ key: RowKey) throws(DatabaseError) {
    guard assignments.count > 1 else { return try emitValues(row, key) }
    try generator.holdingRows(of: Array(assignments.values)) { () throws(DatabaseError) in
      try self.emitValues(row, key)
    }
  }

  private func emitValues(_ row: RowRegisters, _ key: RowKey) throws(DatabaseError) {
    switch key {
    case .rowID(let old):
      if let value = assignments[-1] {
        try generator.emit(value, into: row.rowID)
        generator.builder.emit(.mustBeInteger, row.rowID, 0)
      } else {
        generator.builder.emit(.copy, old, row.rowID, 0)
      }
    case .primaryKey: generator.builder.emit(.null, 0, row.rowID, row.rowID)
    }
    for column in table.columns.indices {
      let register = row.column(column)
      if let value = assignments[column] {
        try generator.emit(value, into: register)
      } else if column == table.rowIDAlias || table.columns[column].generated != nil {
        generator.builder.emit(.null, 0, register, register)
      } else {
        try generator.emitColumn(source, column, into: register)
      }
    }
  }

  private func fire(
    _ timing: TriggerDefinition.Timing, _ base: Int32, _ next: CodeGenerator.Label
  ) throws(DatabaseError) {
    try statement.fire(
      triggers, timing, on: table, parameters: base, conflict: conflict, ignore: next)
  }
}
