import ApusSQL

/// Code of a DELETE statement.
struct DeleteGenerator {
  let statement: ModificationStatement
  let node: DeleteStatement

  private var generator: CodeGenerator { statement.generator }

  init(_ statement: ModificationStatement, _ node: DeleteStatement) {
    self.statement = statement
    self.node = node
  }

  func generate() throws(DatabaseError) {
    let binder = statement.binder
    if node.with != nil { binder.context.hasCommonTables = true }
    let common = try binder.bindWith(node.with, parent: nil, outer: [])
    var target = try ModificationTarget.resolve(
      node.table, schema: node.schema, alias: node.alias, index: node.index, event: .delete,
      hasReturning: !node.returning.isEmpty, binder: binder)
    let scope = Scope(parent: nil, select: nil)
    scope.commonTables = common
    scope.sources = [target.source]
    let filter = try target.bindFilter(node.filter, in: scope, binder)
    try statement.openReturning(node.returning, target.table, with: node.with)
    statement.returning?.view = target.view?.name
    let hasForeignKeys = TableForeignKeys(target.table, statement.context) != nil
    if !target.triggers.isEmpty || hasForeignKeys { generator.builder.needsStatementJournal = true }
    if let virtual = target.virtual {
      guard node.returning.isEmpty else { throw VirtualRows.noReturning("DELETE") }
      try VirtualRows(statement: statement, table: virtual).emitDeletions(of: target.source, filter: filter)
    } else if target.view != nil {
      try generateView(target, filter)
    } else if filter.isEmpty, target.triggers.isEmpty, statement.returning == nil, !hasForeignKeys,
      statement.context.connection?.hooks.willChange == nil, !target.isLeftOut
    {
      generateClear(target.table)
    } else {
      try generateRows(target, filter)
    }
    try statement.emitEnd()
  }

  /// All rows: the trees are emptied as wholes.
  private func generateClear(_ table: TableDefinition) {
    generator.writtenDatabases.insert(table.database)
    let count = generator.newRegister()
    generator.builder.emit(.integer, 0, count)
    generator.builder.emit(
      .clearTree, Int32(bitPattern: table.rootPage), Int32(table.database), count,
      p4: table.isWithoutRowID ? 1 : 0)
    for index in TableWriter.secondaryIndexes(of: table, statement.context.catalogs) {
      generator.builder.emit(
        .clearTree, Int32(bitPattern: index.rootPage), Int32(index.database), 0, p4: 1)
    }
  }

  private func generateRows(
    _ target: ModificationTarget, _ filter: [BoundExpression]
  ) throws(DatabaseError) {
    let writer = TableWriter(statement, target.table)
    let visit = try RowVisit(
      statement, target.source, writer, filter: filter,
      allowsMany: target.triggers.isEmpty && writer.foreignKeys == nil)
    let deletion = TableWriter.Deletion(
      isPositioned: true, countsChange: true, keepsPosition: visit.isDirect && !visit.isSingle,
      triggers: target.triggers, isReturned: true)
    // The filter or RETURNING may fail when rows before are gone.
    if !visit.isSingle { generator.builder.needsStatementJournal = true }
    try visit.emit(isWritten: { _ in true }) { key, _ throws(DatabaseError) in
      try writer.emitDelete(key, deletion)
    }
  }

  private func generateView(
    _ target: ModificationTarget, _ filter: [BoundExpression]
  ) throws(DatabaseError) {
    let rows = try ViewRows(statement, target)
    try rows.emitCollect(filter: filter, from: nil, extra: [])
    try rows.emitLoop { next throws(DatabaseError) in
      let old = RowRegisters(rowID: self.generator.newRegisters(target.table.columns.count + 1))
      try rows.emitRow(into: old)
      try self.statement.fire(
        target.triggers, .insteadOf, on: target.table, parameters: old.rowID, conflict: .unspecified,
        ignore: next)
      self.statement.correctCount(by: 1)
      try self.statement.returning?.emitRow(old, stored: .none)
    }
  }
}
