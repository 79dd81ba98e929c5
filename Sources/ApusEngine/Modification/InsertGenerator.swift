import ApusSQL

/// Code of an INSERT statement: where the rows come from. What happens to a row is in `InsertGenerator+Row.swift`.
///
/// One row of VALUES is computed in place. Other rows are inserted as the query delivers them, unless the query reads the table or there
/// are triggers, which could read or change what the query reads: then they are gathered in a temporary table first.
final class InsertGenerator {
  /// Puts value n of the present row into a register.
  typealias RowValues = (_ value: Int, _ register: Int32) throws(DatabaseError) -> Void

  let statement: ModificationStatement
  let node: InsertStatement
  let target: ModificationTarget
  private let commonTables: [CommonTableScope]
  /// One row of values, not those of a query.
  private(set) var isSingleRow = true

  var generator: CodeGenerator { statement.generator }
  var table: TableDefinition { target.table }

  init(_ statement: ModificationStatement, _ node: InsertStatement) throws(DatabaseError) {
    self.statement = statement
    self.node = node
    let binder = statement.binder
    if node.with != nil { binder.context.hasCommonTables = true }
    commonTables = try binder.bindWith(node.with, parent: nil, outer: [])
    target = try ModificationTarget.resolve(
      node.table, schema: node.schema, alias: node.alias, index: .none, event: .insert,
      hasReturning: !node.returning.isEmpty, binder: binder)
  }

  func generate() throws(DatabaseError) {
    if target.isLeftOut { return }
    let binder = statement.binder
    var columns = try InsertColumns(node.columns, target: target, ast: statement.ast)
    var query: BoundQuery?
    if case .select(let id) = node.source {
      let bound: BoundQuery
      do throws(DatabaseError) {
        if binder.isAsked(for: id) {
          bound = try binder.bindQuery(id, parent: nil, commonTables: commonTables)
          _ = binder.context.authorization?.isNew(bound)
        } else {
          guard let rows = try binder.bindStatementQuery(id, commonTables: commonTables) else { return }
          bound = rows
        }
      } catch {
        throw binder.missingTableFirst(of: id, commonTables: commonTables, isSource: true, else: error)
      }
      try refuseFunctions(in: bound, of: binder.ast[id], binder)
      query = bound
    }
    if let query { isSingleRow = singleRow(query) != nil }
    try columns.take(valueCount: query?.columns.count, target: target)
    let row = try InsertRow(self, columns)
    do throws(DatabaseError) {
      try statement.openReturning(node.returning, table, with: node.with)
    } catch {
      // RETURNING is made code of last.
      throw row.upsertError ?? error
    }
    if !target.triggers.isEmpty { generator.builder.needsStatementJournal = true }
    try row.emitOpen()
    if let query {
      if let values = singleRow(query) {
        try row.emit(constants: values) { value, register throws(DatabaseError) in
          try self.generator.emit(values[value], into: register)
        }
      } else {
        generator.builder.needsStatementJournal = true
        try generateRows(query, row)
      }
    } else {
      try row.emit(constants: []) { _, _ throws(DatabaseError) in }
    }
    try statement.emitEnd()
    if table.isAutoIncrement {
      let isMany =
        !isSingleRow || !target.triggers.isEmpty || statement.returning != nil
      generator.builder.fullEndsTransaction = !isMany || !(row.mayAbort || generator.builder.callsFunctions)
    }
  }

  /// One row of VALUES is no SELECT here: it has neither aggregates nor windows.
  private func refuseFunctions(
    in query: BoundQuery, of node: SelectNode, _ binder: Binder
  ) throws(DatabaseError) {
    guard node.arms.count == 1, case .values? = binder.ast[node.arms].first, let select = query.singleSelect
    else { return }
    if let window = select.windows.first {
      throw DatabaseError(.error, "misuse of window function \(window.name)()")
    }
    if let aggregate = select.aggregates.first {
      throw DatabaseError(.error, "misuse of aggregate function \(aggregate.definition.name)()")
    }
  }

  /// The values of a VALUES clause with one row.
  private func singleRow(_ query: BoundQuery) -> [BoundExpression]? {
    guard query.parts.count == 1, case .values(let rows) = query.parts[0].core, rows.count == 1,
      query.limit == nil, query.offset == nil, query.compoundOrder.isEmpty, query.orderBy.isEmpty
    else { return nil }
    return rows[0]
  }

  private func generateRows(_ query: BoundQuery, _ row: InsertRow) throws(DatabaseError) {
    let generator = self.generator
    // RETURNING, too, gets rows that have been stored, whose subtypes are gone.
    let losesSubtypes = statement.returning != nil && !query.columnsWithSubtype.isEmpty
    guard !target.triggers.isEmpty || losesSubtypes || query.reads(table) else {
      try generator.generate(query) { first, _ throws(DatabaseError) in
        try row.emit(constants: []) { value, register throws(DatabaseError) in
          generator.builder.emit(.shallowCopy, first + Int32(value), register)
        }
      }
      return
    }
    let rows = generator.builder.newCursor()
    let record = generator.newRegister()
    let rowID = generator.newRegister()
    generator.builder.emit(.openEphemeral, rows, Int32(query.columns.count))
    try generator.generate(query) { first, count throws(DatabaseError) in
      generator.builder.emit(.makeRecord, first, Int32(count), record)
      generator.builder.emit(.newRowID, rows, rowID)
      generator.builder.emit(.insert, rows, record, rowID, p5: InstructionFlag.append)
    }
    let end = generator.builder.newLabel()
    generator.builder.emit(.rewind, rows, end.placeholder)
    let top = generator.builder.address
    try row.emit(constants: []) { value, register throws(DatabaseError) in
      generator.builder.emit(.column, rows, Int32(value), register)
    }
    generator.builder.emit(.next, rows, top)
    generator.builder.place(end)
  }
}
