/// What an INSERT does with each row: values and defaults, BEFORE triggers, rowid, checks, the write, AFTER triggers.
final class InsertRow {
  private let insert: InsertGenerator
  private let columns: InsertColumns
  private let writer: TableWriter
  private let autoIncrement: AutoIncrement?
  private let upsert: UpsertPlan?

  private var statement: ModificationStatement { insert.statement }
  private var generator: CodeGenerator { insert.generator }
  private var table: TableDefinition { insert.table }
  private var triggers: [TriggerDefinition] { insert.target.triggers }
  private var isView: Bool { insert.target.view != nil }
  private var virtual: VirtualRows? {
    insert.target.virtual.map { VirtualRows(statement: statement, table: $0) }
  }
  init(_ insert: InsertGenerator, _ columns: InsertColumns) throws(DatabaseError) {
    self.insert = insert
    self.columns = columns
    writer = TableWriter(insert.statement, insert.table)
    if insert.table.isAutoIncrement {
      autoIncrement = try insert.statement.pool.counter(of: insert.table)
    } else {
      autoIncrement = nil
    }
    upsert = try UpsertPlan(insert)
  }

  /// What is wrong with ON CONFLICT, told when code is made of it.
  var upsertError: DatabaseError? { upsert?.error }

  /// Opens the trees, before any row.
  func emitOpen() throws(DatabaseError) {
    if isView {
      generator.writtenDatabases.insert(table.database)
      return
    }
    if let virtual { return try virtual.emitBegin() }
    try writer.open()
    if mayReplace { generator.builder.needsStatementJournal = true }
    try upsert?.open(writer)
  }

  /// A constraint may end the statement and leave the transaction.
  var mayAbort: Bool {
    func aborts(_ own: ConflictAction) -> Bool {
      let action = own.overridden(by: statement.conflict)
      return action == .abort || action == .unspecified
    }
    return !triggers.isEmpty
      || table.foreignKeys.contains { !$0.isDeferred } && generator.context.enforcesForeignKeys
      || columns.rowID != nil && aborts(table.rowIDConflict)
      || !table.checks.isEmpty && !statement.context.ignoresChecks
        && (statement.conflict == .replace || aborts(.unspecified))
      || table.columns.contains { $0.isNotNull && (aborts($0.notNullConflict) || !canReplaceNull($0)) }
      || writer.indexes.contains { $0.definition.isUnique && aborts($0.definition.conflict) }
  }

  /// Without a DEFAULT that could take its place NULL ends the statement.
  private func canReplaceNull(_ column: ColumnDefinition) -> Bool {
    column.defaultExpression != nil || column.notNullConflict.overridden(by: statement.conflict) != .replace
  }

  private var mayReplace: Bool {
    upsert != nil || statement.conflict == .replace || table.rowIDConflict == .replace
      || writer.indexes.contains { $0.definition.conflict == .replace }
  }

  /// Generates the insertion of one row.
  /// - Parameter constants: the row's expressions where it is a single row of VALUES, else empty.
  func emit(
    constants: [BoundExpression], _ values: InsertGenerator.RowValues
  ) throws(DatabaseError) {
    let done = generator.builder.newLabel()
    if isView {
      try emitViewRow(values, done)
      generator.builder.place(done)
      return
    }
    if let virtual { return try virtual.emitInsert(columns, values) }
    let row = writer.newRow()
    try emitColumns(row, values)
    if triggers.contains(.before) { try emitBefore(row, values, done) }
    let isNewRowID = try emitRowID(row, constants, values)
    var check = NewRow(
      row: row, source: writer.source(over: row), oldKey: nil, changed: nil, rowIDMayExist: !isNewRowID,
      conflict: statement.conflict, ignore: done, upsert: upsert)
    try writer.emitValueChecks(&check)
    let prepared = try writer.emitKeyChecks(&check)
    try writer.foreignKeys?.emitCount(
      new: row,
      isOnlyChange: isOnlyChange(rowIDMayExist: !isNewRowID))
    var flags = InstructionFlag.countChange | InstructionFlag.lastRowID
    flags |= isNewRowID ? InstructionFlag.append : InstructionFlag.useSeekResult
    try writer.emitAnnouncement(.insert, new: row)
    try writer.emitWrite(prepared, flags: flags)
    try writer.emitNotice(.insert, rowID: row.rowID)
    try statement.returning?.emitRow(row, stored: .all)
    try statement.fire(
      triggers, .after, on: table, parameters: row.rowID, conflict: statement.conflict, ignore: done)
    generator.builder.place(done)
  }

  /// The statement writes this one row and does nothing else.
  private func isOnlyChange(rowIDMayExist: Bool) -> Bool {
    guard insert.isSingleRow, triggers.isEmpty, generator.triggerContext == nil, statement.returning == nil,
      !(upsert?.changesMore(writer, rowIDMayExist: rowIDMayExist) ?? false)
    else { return false }
    func replaces(_ own: ConflictAction) -> Bool { own.overridden(by: statement.conflict) == .replace }
    if rowIDMayExist, !table.isWithoutRowID, replaces(table.rowIDConflict) { return false }
    return !writer.indexes.indices.contains { position in
      let index = writer.indexes[position]
      return (index.definition.isUnique || index.isTree) && replaces(index.definition.conflict)
        && upsert?.clause(for: .index(position)) == nil
    }
  }

  private func emitColumns(_ row: RowRegisters, _ values: InsertGenerator.RowValues) throws(DatabaseError) {
    // Of several defaults that cannot be computed the last one is told.
    var failure: DatabaseError?
    for column in table.columns.indices {
      let register = row.column(column)
      if column == table.rowIDAlias || table.columns[column].generated != nil {
        generator.builder.emit(.null, 0, register, register)
      } else if let value = columns.values[column] {
        try values(value, register)
      } else {
        do throws(DatabaseError) { try writer.emitDefault(column, into: register) } catch { failure = error }
      }
    }
    if let failure { throw failure }
  }

  /// BEFORE triggers see the row as it will be stored; a rowid that is yet to be found is -1.
  private func emitBefore(
    _ row: RowRegisters, _ values: InsertGenerator.RowValues, _ done: CodeGenerator.Label
  ) throws(DatabaseError) {
    let new = writer.newRow()
    if table.isWithoutRowID {
      generator.builder.emit(.null, 0, new.rowID, new.rowID)
    } else if let value = columns.rowID {
      let given = generator.builder.newLabel()
      try values(value, new.rowID)
      generator.builder.emit(.notNull, new.rowID, given.placeholder)
      generator.builder.emit(.integer, -1, new.rowID)
      generator.builder.place(given)
      generator.builder.emit(.mustBeInteger, new.rowID, 0)
    } else {
      generator.builder.emit(.integer, -1, new.rowID)
    }
    if !table.columns.isEmpty {
      generator.builder.emit(.copy, row.first, new.first, Int32(table.columns.count - 1))
    }
    try writer.emitConversions(new, over: writer.source(over: new))
    try statement.fire(
      triggers, .before, on: table, parameters: new.rowID, conflict: statement.conflict, ignore: done)
  }

  /// The rowid: given, or found. True when it is known to be free.
  private func emitRowID(
    _ row: RowRegisters, _ constants: [BoundExpression], _ values: InsertGenerator.RowValues
  ) throws(DatabaseError) -> Bool {
    guard !table.isWithoutRowID else {
      generator.builder.emit(.null, 0, row.rowID, row.rowID)
      return false
    }
    var isFree = true
    var given: ProgramBuilder.Constant?
    if let value = columns.rowID, constants.indices.contains(value),
      case .constant(let constant) = constants[value].kind
    {
      given = constant
    }
    if let value = columns.rowID, given != .null {
      isFree = false
      try values(value, row.rowID)
      if case .integer = given {
        emitNote(row)
      } else {
        let known = generator.builder.newLabel()
        let ready = generator.builder.newLabel()
        generator.builder.emit(.notNull, row.rowID, known.placeholder)
        emitNewRowID(row)
        generator.builder.emit(.goto, 0, ready.placeholder)
        generator.builder.place(known)
        generator.builder.emit(.mustBeInteger, row.rowID, 0)
        emitNote(row)
        generator.builder.place(ready)
      }
    } else {
      emitNewRowID(row)
    }
    return isFree
  }

  /// A rowid that the statement gives raises the counter as well.
  private func emitNote(_ row: RowRegisters) {
    if let autoIncrement { generator.builder.emit(.raiseCounter, autoIncrement.counter, row.rowID) }
  }

  private func emitNewRowID(_ row: RowRegisters) {
    generator.builder.emit(.newRowID, writer.dataCursor, row.rowID, autoIncrement?.counter ?? 0)
  }

  /// The row as triggers see it: of a column with REAL affinity they read a real. RETURNING has the values as they were given.
  private func viewParameters(_ row: RowRegisters) -> Int32 {
    guard table.columns.contains(where: { $0.affinity == .real }) else { return row.rowID }
    let parameters = writer.newRow()
    generator.builder.emit(.shallowCopy, row.rowID, parameters.rowID)
    for column in table.columns.indices {
      let register = parameters.column(column)
      generator.builder.emit(.shallowCopy, row.column(column), register)
      if table.columns[column].affinity == .real { generator.builder.emit(.realAffinity, register) }
    }
    return parameters.rowID
  }

  private func emitViewRow(
    _ values: InsertGenerator.RowValues, _ done: CodeGenerator.Label
  ) throws(DatabaseError) {
    let row = writer.newRow()
    generator.builder.emit(.integer, -1, row.rowID)
    for column in table.columns.indices {
      let register = row.column(column)
      if let value = columns.values[column] {
        try values(value, register)
      } else {
        generator.builder.emit(.null, 0, register, register)
      }
    }
    try statement.fire(
      triggers, .insteadOf, on: table, parameters: viewParameters(row), conflict: statement.conflict,
      ignore: done)
    statement.correctCount(by: 1)
    try statement.returning?.emitRow(row, stored: .none)
  }
}
