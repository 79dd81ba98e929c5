/// The rows of a view that an UPDATE or DELETE with INSTEAD OF triggers is about: gathered in a temporary table first,
/// because the triggers may change what the view shows.
struct ViewRows {
  let statement: ModificationStatement
  let target: ModificationTarget
  private let cursor: Int32

  private var generator: CodeGenerator { statement.generator }

  init(_ statement: ModificationStatement, _ target: ModificationTarget) throws(DatabaseError) {
    self.statement = statement
    self.target = target
    cursor = statement.generator.builder.newCursor()
    statement.generator.builder.needsStatementJournal = true
    // INSTEAD OF triggers write: the statement needs a write transaction even if none of them does.
    statement.generator.writtenDatabases.insert(target.table.database)
  }

  /// Writes the rows that satisfy `filter` to the temporary table: the view's columns, then `extra`.
  /// - Parameter from: the FROM items of UPDATE … FROM, the view first; nil for the view alone.
  func emitCollect(
    filter: [BoundExpression], from: BoundSelect?, extra: [BoundExpression]
  ) throws(DatabaseError) {
    let select = from ?? BoundSelect()
    if from == nil { select.sources = [target.source] }
    select.filter = filter
    for index in target.source.columns.indices {
      target.source.usedColumns.insert(index)
      select.output.append(BoundExpression(.column(target.source, index)))
    }
    select.output += extra
    let columns = select.output.map {
      OutputColumn(name: "", affinity: $0.affinity, collation: $0.collation?.collation ?? .binary)
    }
    let query = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))], columns: columns)
    let generator = self.generator
    let cursor = self.cursor
    generator.builder.emit(.openEphemeral, cursor, Int32(columns.count))
    let record = generator.newRegister()
    let rowID = generator.newRegister()
    let collect: CodeGenerator.RowConsumer = { first, count throws(DatabaseError) in
      generator.builder.emit(.makeRecord, first, Int32(count), record)
      generator.builder.emit(.newRowID, cursor, rowID)
      generator.builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
    }
    guard let authorization = statement.context.authorization else {
      return try generator.generate(query, consume: collect)
    }
    // It was asked for when WHERE was bound.
    _ = authorization.isNew(query)
    let target = self.target
    try authorization.within(target.view?.name) { () throws(DatabaseError) in
      try generator.generate(query, consume: collect)
      try authorization.askAgain(target.filterQuestions, within: target.view?.name)
    }
  }

  /// Loops over the gathered rows; inside, the target's source reads them.
  func emitLoop(
    _ body: (CodeGenerator.Label) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let end = generator.builder.newLabel()
    let next = generator.builder.newLabel()
    generator.builder.emit(.rewind, cursor, end.placeholder)
    let top = generator.builder.address
    target.source.access = .table(cursor: cursor)
    try body(next)
    target.source.access = .closed
    generator.builder.place(next)
    generator.builder.emit(.next, cursor, top)
    generator.builder.place(end)
  }

  /// Reads the view's columns of the present row.
  func emitRow(into row: RowRegisters) throws(DatabaseError) {
    generator.builder.emit(.null, 0, row.rowID, row.rowID)
    for column in target.table.columns.indices {
      generator.builder.emit(.column, cursor, Int32(column), row.column(column))
    }
  }

  /// Reads field `extra` behind the view's columns.
  func emitExtra(_ extra: Int, into register: Int32) {
    generator.builder.emit(.column, cursor, Int32(target.table.columns.count + extra), register)
  }
}
