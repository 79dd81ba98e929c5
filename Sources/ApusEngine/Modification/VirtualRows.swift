/// The rows of a virtual table that a statement inserts, changes or deletes: each is one call of the table's `update`.
///
/// UPDATE and DELETE gather what they are going to do in a temporary table first, so that the scan does not meet its own changes.
struct VirtualRows {
  let statement: ModificationStatement
  let table: ConnectedTable

  private var generator: CodeGenerator { statement.generator }
  private var definition: TableDefinition { table.definition }

  static func noReturning(_ statement: String) -> DatabaseError {
    DatabaseError(.error, "\(statement) RETURNING is not available on virtual tables")
  }

  /// Before any change.
  func emitBegin() throws(DatabaseError) {
    generator.writtenDatabases.insert(definition.database)
    generator.builder.needsStatementJournal = true
    generator.builder.emit(.virtualBegin, 0, 0, 0, p4: try generator.builder.virtualTable(table.reference))
  }

  private func emitChange(_ first: Int32, _ count: Int, isInsert: Bool) throws(DatabaseError) {
    generator.builder.emit(
      .virtualUpdate, first, Int32(truncatingIfNeeded: count), isInsert ? 1 : 0,
      p4: try generator.builder.virtualTable(table.reference), p5: statement.conflict.rawValue)
  }

  // MARK: INSERT

  func emitInsert(
    _ columns: InsertColumns, _ values: InsertGenerator.RowValues
  ) throws(DatabaseError) {
    let count = definition.columns.count + 2
    let first = generator.newRegisters(count)
    let key = first + 1
    generator.builder.emit(.null, 0, first, first + Int32(count - 1))
    if let value = columns.rowID {
      let isToBeFound = generator.builder.newLabel()
      try values(value, key)
      generator.builder.emit(.isNull, key, isToBeFound.placeholder)
      generator.builder.emit(.mustBeInteger, key, 0)
      generator.builder.place(isToBeFound)
    }
    for column in definition.columns.indices {
      if let value = columns.values[column] { try values(value, key + 1 + Int32(column)) }
    }
    if let returning = statement.returning { try emitReturned(returning, key) }
    try emitChange(first, count, isInsert: true)
  }

  /// RETURNING shows the row as it is given to the table, with rowid -1 when the table is to find one.
  private func emitReturned(_ returning: ReturningRows, _ key: Int32) throws(DatabaseError) {
    let row = RowRegisters(rowID: generator.newRegisters(definition.columns.count + 1))
    generator.builder.emit(.copy, key, row.rowID, Int32(definition.columns.count))
    if !definition.isWithoutRowID {
      let given = generator.builder.newLabel()
      generator.builder.emit(.notNull, row.rowID, given.placeholder)
      generator.builder.emit(.integer, -1, row.rowID)
      generator.builder.place(given)
    }
    try returning.emitRow(row, stored: .none)
  }

  // MARK: UPDATE and DELETE

  /// - Parameter from: the FROM items of UPDATE … FROM, the table first; nil for the table alone.
  func emitUpdates(
    of source: BoundSource, _ assignments: Assignments, filter: [BoundExpression], from: BoundSelect?
  ) throws(DatabaseError) {
    let select = from ?? BoundSelect()
    if from == nil { select.sources = [source] }
    select.filter += filter
    let keyColumn = self.keyColumn
    select.output = [read(source, keyColumn), assignments.values[keyColumn] ?? read(source, keyColumn)]
    for column in definition.columns.indices {
      select.output.append(assignments.values[column] ?? read(source, column))
    }
    try emitRows(select)
  }

  func emitDeletions(of source: BoundSource, filter: [BoundExpression]) throws(DatabaseError) {
    let select = BoundSelect()
    select.sources = [source]
    select.filter = filter
    select.output = [read(source, keyColumn)]
    try emitRows(select)
  }

  /// The column that finds a row, -1 for the rowid.
  private var keyColumn: Int {
    definition.isWithoutRowID ? definition.primaryKeyColumns.first ?? -1 : -1
  }

  private func read(_ source: BoundSource, _ column: Int) -> BoundExpression {
    source.usedColumns.insert(column)
    return BoundExpression(.column(source, column))
  }

  /// Gathers the rows of a query, then gives each of them to the table.
  private func emitRows(_ select: BoundSelect) throws(DatabaseError) {
    try emitBegin()
    let columns = select.output.map { _ in
      OutputColumn(name: "", affinity: .none, collation: .binary)
    }
    let query = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))], columns: columns)
    let generator = self.generator
    let cursor = generator.builder.newCursor()
    let record = generator.newRegister()
    let rowID = generator.newRegister()
    generator.builder.emit(.openEphemeral, cursor, Int32(columns.count))
    try generator.generate(query) { first, count throws(DatabaseError) in
      generator.builder.emit(.makeRecord, first, Int32(count), record)
      generator.builder.emit(.newRowID, cursor, rowID)
      generator.builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
    }
    let end = generator.builder.newLabel()
    generator.builder.emit(.rewind, cursor, end.placeholder)
    let top = generator.builder.address
    let first = generator.newRegisters(columns.count)
    for column in columns.indices {
      generator.builder.emit(.column, cursor, Int32(column), first + Int32(column))
    }
    try emitChange(first, columns.count, isInsert: false)
    generator.builder.emit(.next, cursor, top)
    generator.builder.place(end)
  }
}
