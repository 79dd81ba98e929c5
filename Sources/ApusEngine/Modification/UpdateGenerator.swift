import ApusSQL

/// Code of an UPDATE statement, UPDATE … FROM included.
struct UpdateGenerator {
  let statement: ModificationStatement
  let node: UpdateStatement

  private var generator: CodeGenerator { statement.generator }

  init(_ statement: ModificationStatement, _ node: UpdateStatement) {
    self.statement = statement
    self.node = node
  }

  func generate() throws(DatabaseError) {
    let binder = statement.binder
    if node.with != nil { binder.context.hasCommonTables = true }
    let common = try binder.bindWith(node.with, parent: nil, outer: [])
    var target = try ModificationTarget.resolve(
      node.table, schema: node.schema, alias: node.alias, index: node.index, event: .update,
      changing: node.assignments, hasReturning: !node.returning.isEmpty, binder: binder)
    // With FROM the new values are the result of a query, which may have aggregates and windows.
    let from = node.from.isEmpty ? nil : BoundSelect()
    let scope = Scope(parent: nil, select: from)
    scope.commonTables = common
    scope.sources = [target.source]
    var ignored: Set<Int>?
    if let select = from {
      ignored = try Assignments.checkColumns(node.assignments, of: target.table, binder)
      // Asked for before its names are looked at. Of views it is `bindFilter` that asks.
      if target.view == nil, try binder.context.authorization?.ignores(.select) ?? false { return }
      if node.from.count > 1 {
        // Several items are one derived table: their ON conditions do not see the target.
        scope.sources.append(try binder.bindGroup(node.from, alias: nil, scope))
        select.sources = scope.sources
      } else {
        try binder.bindFrom(node.from, select, scope)
        try binder.bindJoinConditions(scope)
      }
      scope.aggregates = .allowed
      scope.windowsAllowed = true
    }
    let assignments = try Assignments(
      node.assignments, table: target.table, binder: binder, scope: scope, ignored: ignored)
    scope.aggregates = .forbidden
    scope.windowsAllowed = false
    if let from { from.isAggregate = !from.aggregates.isEmpty }
    var filter: [BoundExpression] = []
    if let condition = node.filter {
      // Its code comes before that of SET, and with it its errors.
      let late = binder.context.lateError
      binder.context.setLateError(nil)
      filter = try target.bindFilter(condition, in: scope, binder)
      if binder.context.lateError == nil { binder.context.setLateError(late) }
    } else {
      _ = try target.bindFilter(nil, in: scope, binder)
    }
    try refuseTarget(in: node.from, target, common)
    try statement.openReturning(node.returning, target.table, with: node.with)
    statement.returning?.view = target.view?.name
    if let virtual = target.virtual {
      guard node.returning.isEmpty else { throw VirtualRows.noReturning("UPDATE") }
      try VirtualRows(statement: statement, table: virtual).emitUpdates(
        of: target.source, assignments, filter: filter, from: from)
    } else if target.view != nil {
      try generateView(target, assignments, filter, from)
    } else if let from {
      try generateFrom(target, assignments, filter, from)
    } else {
      try generateRows(target, assignments, filter)
    }
    try statement.emitEnd()
  }

  /// The target may stand in FROM under another name only.
  private func refuseTarget(
    in list: NodeList<TableSource>, _ target: ModificationTarget, _ common: [CommonTableScope]
  ) throws(DatabaseError) {
    let ast = statement.ast
    for source in ast[list] {
      switch source.kind {
      case .group(let inner): try refuseTarget(in: inner, target, common)
      case .table(let schema, let name):
        let text = ast.string(name)
        if schema == nil, common.contains(where: { $0.name.equalsIgnoringCase(text) }) { continue }
        let searched = schema.map { ast.string($0) } ?? statement.binder.homeSchema
        guard let relation = statement.context.catalogs.findRelation(text, schema: searched),
          relation.database == target.table.database,
          relation.name.equalsIgnoringCase(target.table.name)
        else { continue }
        let alias = source.alias.map { ast.string($0) }
        let own = node.alias.map { ast.string($0) }
        let isSame =
          if let alias, let own { alias.equalsIgnoringCase(own) } else { alias == nil && own == nil }
        if isSame {
          throw DatabaseError(
            .error, "target object/alias may not appear in FROM clause: \(own ?? target.table.name)")
        }
      default: break
      }
    }
  }

  // MARK: Tables

  /// What of the table's definition and the SET list decides how rows are visited and which indexes are opened.
  private struct Effects {
    var triggers: [TriggerDefinition]
    var changesKey: Bool
    var replaces: Bool
    var foreignKeys: TableForeignKeys.UpdateEffect
    var written: Set<ObjectIdentifier>
  }

  private func effects(
    _ target: ModificationTarget, _ assignments: Assignments
  ) throws(DatabaseError) -> Effects {
    let table = target.table
    let changed = RowUpdate.changedColumns(assignments.values, table)
    let changesKey = RowUpdate.changesKey(assignments.values, table)
    let indexes = TableWriter.secondaryIndexes(of: table, statement.context.catalogs)
    var affected: [IndexDefinition] = []
    for index in indexes {
      let isChanged = try index.isChanged(by: changed, of: table, context: statement.context)
      if changesKey || isChanged { affected.append(index) }
    }
    let conflict = statement.conflict
    var replaces = conflict == .replace
    if conflict == .unspecified {
      if affected.contains(where: { $0.isUnique && $0.conflict == .replace }) { replaces = true }
      if changesKey, table.rowIDConflict == .replace || table.primaryKeyIndex?.conflict == .replace {
        replaces = true
      }
    }
    let keys = TableForeignKeys(table, statement.context)?.effect(ofUpdating: changed, of: table) ?? .none
    // What replaces a row removes its entries from every index.
    let written = replaces || keys == .changesRows ? indexes : affected
    return Effects(
      triggers: assignments.fired(target.triggers), changesKey: changesKey, replaces: replaces,
      foreignKeys: keys,
      written: Set(written.map { ObjectIdentifier($0) }))
  }

  private func generateRows(
    _ target: ModificationTarget, _ assignments: Assignments, _ filter: [BoundExpression]
  ) throws(DatabaseError) {
    let effects = try effects(target, assignments)
    let writer = TableWriter(statement, target.table)
    let visit = try RowVisit(
      statement, target.source, writer, filter: filter,
      allowsMany: effects.triggers.isEmpty && !effects.changesKey && !effects.replaces
        && effects.foreignKeys == .none, allowsOwnTree: !target.table.isWithoutRowID,
      leavesAlone: { index in
        self.statement.returning == nil && !effects.written.contains(ObjectIdentifier(index))
      })
    if !visit.isSingle || !effects.triggers.isEmpty || effects.replaces || effects.foreignKeys != .none {
      generator.builder.needsStatementJournal = true
    }
    let update = rowUpdate(target, writer, assignments, effects)
    try visit.emit(isWritten: { effects.written.contains(ObjectIdentifier($0)) }) {
      key, next throws(DatabaseError) in
      try update.emit(key, next: next)
    }
  }

  private func rowUpdate(
    _ target: ModificationTarget, _ writer: TableWriter, _ assignments: Assignments, _ effects: Effects
  ) -> RowUpdate {
    RowUpdate(
      statement: statement, writer: writer, source: target.source, assignments: assignments.values,
      triggers: effects.triggers, conflict: statement.conflict, replaces: effects.replaces,
      foreignKeys: effects.foreignKeys)
  }

  // MARK: FROM

  /// The join is run first; it delivers each row's key and new values, of which the last for a row count.
  private func generateFrom(
    _ target: ModificationTarget, _ assignments: Assignments, _ filter: [BoundExpression],
    _ select: BoundSelect
  ) throws(DatabaseError) {
    let effects = try effects(target, assignments)
    let writer = TableWriter(statement, target.table)
    generator.builder.needsStatementJournal = true
    let keyColumns = target.table.isWithoutRowID ? writer.primaryKey.map(\.tableColumn) : [-1]
    let assigned = assignments.values.keys.sorted()
    select.filter += filter
    for column in keyColumns {
      target.source.usedColumns.insert(column)
      select.output.append(BoundExpression(.column(target.source, column)))
    }
    for column in assigned { if let value = assignments.values[column] { select.output.append(value) } }
    let query = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))],
      columns: select.output.map {
        OutputColumn(name: "", affinity: $0.affinity, collation: $0.collation?.collation ?? .binary)
      })
    _ = statement.context.authorization?.isNew(query)
    let rows = generator.builder.newCursor()
    let width = select.output.count
    try openRows(rows, writer, width)
    let record = generator.newRegister()
    let generator = self.generator
    try generator.generate(query) { first, count throws(DatabaseError) in
      let skip = generator.builder.newLabel()
      // The one group of no rows has no key.
      if select.isAggregate {
        for offset in 0..<Int32(keyColumns.count) {
          generator.builder.emit(.isNull, first + offset, skip.placeholder)
        }
      }
      defer { generator.builder.place(skip) }
      if target.table.isWithoutRowID {
        generator.builder.emit(.makeRecord, first, Int32(count), record)
        generator.builder.emit(
          .indexInsert, rows, record, first, p4: UInt16(truncatingIfNeeded: keyColumns.count))
      } else {
        generator.builder.emit(.makeRecord, first + 1, Int32(count - 1), record)
        generator.builder.emit(.insert, rows, record, first)
      }
    }
    try writer.open(isWritten: { effects.written.contains(ObjectIdentifier($0)) })
    target.source.access = writer.storedRow.access
    var taken = assignments
    var registers: [Int: Int32] = [:]
    for column in assigned { registers[column] = generator.newRegister() }
    taken.take(from: registers)
    let update = rowUpdate(target, writer, taken, effects)

    let end = generator.builder.newLabel()
    let next = generator.builder.newLabel()
    generator.builder.emit(.rewind, rows, end.placeholder)
    let top = generator.builder.address
    let first = generator.newRegisters(keyColumns.count)
    let key: RowKey
    var field: Int32 = 0
    if target.table.isWithoutRowID {
      for position in 0..<Int32(keyColumns.count) {
        generator.builder.emit(.column, rows, position, first + position)
      }
      field = Int32(keyColumns.count)
      key = .primaryKey(first: first)
    } else {
      generator.builder.emit(.rowID, rows, first)
      key = .rowID(first)
    }
    for column in assigned {
      if let register = registers[column] { generator.builder.emit(.column, rows, field, register) }
      field += 1
    }
    writer.emitSeek(key, orJump: next)
    try update.emit(key, next: next)
    generator.builder.place(next)
    generator.builder.emit(.next, rows, top)
    generator.builder.place(end)
    target.source.access = .closed
  }

  /// A temporary table with the target's key: a second row with one key replaces the first.
  private func openRows(_ cursor: Int32, _ writer: TableWriter, _ width: Int) throws(DatabaseError) {
    guard writer.table.isWithoutRowID else {
      generator.builder.emit(.openEphemeral, cursor, Int32(width - 1))
      return
    }
    var fields = writer.primaryKey.map {
      KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending)
    }
    while fields.count < width { fields.append(KeyInfo.Field()) }
    generator.builder.emit(
      .openEphemeral, cursor, Int32(width),
      p4: try generator.builder.keyInfo(fields, encoding: statement.context.encoding))
  }

  // MARK: Views

  private func generateView(
    _ target: ModificationTarget, _ assignments: Assignments, _ filter: [BoundExpression],
    _ from: BoundSelect?
  ) throws(DatabaseError) {
    let triggers = assignments.fired(target.triggers)
    let rows = try ViewRows(statement, target)
    let assigned = assignments.values.keys.sorted()
    // The joined rows are gone when the triggers run: what is read from them is computed before.
    let early = from == nil ? [] : assigned.compactMap { assignments.values[$0] }
    try rows.emitCollect(filter: (from?.filter ?? []) + filter, from: from, extra: early)
    let width = target.table.columns.count + 1
    let base = generator.newRegisters(2 * width)
    let old = RowRegisters(rowID: base)
    let new = RowRegisters(rowID: base + Int32(width))
    try rows.emitLoop { next throws(DatabaseError) in
      try rows.emitRow(into: old)
      self.generator.builder.emit(.null, 0, new.rowID, new.rowID)
      for column in target.table.columns.indices {
        let register = new.column(column)
        guard let value = assignments.values[column] else {
          self.generator.builder.emit(.copy, old.column(column), register, 0)
          continue
        }
        if from != nil, let extra = assigned.firstIndex(of: column) {
          rows.emitExtra(extra, into: register)
        } else {
          try self.generator.emit(value, into: register)
        }
      }
      if triggers.contains(.insteadOf) {
        self.generator.builder.emit(
          .affinity, new.column(0), Int32(width - 1),
          p4: try self.generator.builder.affinityString(target.table.columns.map(\.affinity.rawValue)))
      }
      try self.statement.fire(
        triggers, .insteadOf, on: target.table, parameters: base, conflict: self.statement.conflict,
        ignore: next)
      self.statement.correctCount(by: 1)
      try self.statement.returning?.emitRow(new, stored: triggers.contains(.insteadOf) ? .all : .none)
    }
  }
}
