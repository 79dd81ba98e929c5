import ApusSQL

// ALTER TABLE … DROP COLUMN: the definition is cut out of the text, and every row is written again without the value.

extension SchemaCompiler {
  func dropColumn(_ name: Name, of relation: CatalogSet.Relation) throws(DatabaseError) -> Program {
    try refuseAlteringSystemTable(relation.name)
    guard case .table(let table) = relation else {
      throw DatabaseError(.error, "cannot drop column from \(relation.kind) \"\(relation.name)\"")
    }
    let column = try columnIndex(name, of: table)
    try refuseDroppingKey(column, of: table, name: ast.string(name))
    guard table.columns.count > 1 else {
      throw DatabaseError(.error, "cannot drop column \"\(ast.string(name))\": no other columns exist")
    }
    var (program, databases) = alterProgram(table.database)
    let removal = ColumnRemoval(table: table.name, database: table.database, column: column)
    let edit = SchemaEdit(databases: databases) { edit, connection throws(DatabaseError) in
      try edit.prepareColumnChange(connection)
      try removal.apply(to: edit)
    }
    try program.emitEdit(edit, of: databases)
    program.emitSchemaAltered(databases, by: .dropColumn)
    try program.emitTest(edit, after: .dropColumn, allowsDoubleQuotedStrings: false)
    if table.columns[column].generated != .virtual {
      if table.isWithoutRowID {
        try emitCutKeyedRows(of: table, column, &program)
      } else {
        try emitCutRows(of: table, column, &program)
      }
    }
    return program.finish()
  }

  /// A UNIQUE of its own keeps a column too; one of the table is found when the schema is read again.
  private func refuseDroppingKey(
    _ column: Int, of table: TableDefinition, name: String
  ) throws(DatabaseError) {
    if table.primaryKeyColumns.contains(column) {
      throw DatabaseError(.error, "cannot drop PRIMARY KEY column: \"\(name)\"")
    }
    let text = try SchemaText(Array(table.sql.utf8), database: table.database)
    guard case .createTable(let statement) = text.statement, case .columns(let columns, _) = statement.body,
      column < columns.count
    else { return }
    let constraints = text.ast[text.ast[columns][text.ast[columns].startIndex + column].constraints]
    let isUnique = constraints.contains { constraint in
      if case .unique = constraint.kind { true } else { false }
    }
    if isUnique { throw DatabaseError(.error, "cannot drop UNIQUE column: \"\(name)\"") }
  }

  private func emitCutRows(
    of table: TableDefinition, _ dropped: Int, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    let kept = table.columns.indices.filter { $0 != dropped && table.columns[$0].generated != .virtual }
    let cursor = program.builder.newCursor()
    let rowID = program.builder.newRegister()
    let first = program.builder.newRegisters(max(kept.count, 1))
    let record = program.builder.newRegister()
    program.builder.emit(
      .openWrite, cursor, Int32(bitPattern: table.rootPage), program.databaseOperand)
    let done = program.builder.newLabel()
    program.builder.emit(.rewind, cursor, done.placeholder)
    let top = program.builder.emit(.rowID, cursor, rowID)
    if kept.isEmpty { program.builder.emit(.null, 0, first) }
    for (position, column) in kept.enumerated() {
      let register = first + Int32(truncatingIfNeeded: position)
      if column == table.rowIDAlias {
        program.builder.emit(.null, 0, register)
      } else {
        try TableCode.emitColumn(
          &program.builder, table, column: column, cursor: cursor, register: register,
          encoding: encoding(table.database),
          hooks: hooks)
      }
    }
    program.builder.emit(.makeRecord, first, Int32(truncatingIfNeeded: max(kept.count, 1)), record)
    // The cursor finds its place again by the rowid.
    program.builder.emit(.insert, cursor, record, rowID)
    program.builder.emit(.next, cursor, top, p5: InstructionFlag.checkInterrupt)
    program.builder.place(done)
    program.builder.emit(.close, cursor)
  }

  private func emitCutKeyedRows(
    of table: TableDefinition, _ dropped: Int, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    guard let tree = table.primaryKeyIndex else {
      throw .corrupt("table without a key", page: table.rootPage)
    }
    let kept = tree.storedColumns.indices.filter { tree.storedColumns[$0].tableColumn != dropped }
    let keyCount = UInt16(truncatingIfNeeded: tree.columns.count)
    let cursor = program.builder.newCursor()
    let first = program.builder.newRegisters(max(kept.count, 1))
    let record = program.builder.newRegister()
    program.builder.emit(
      .openWrite, cursor, Int32(bitPattern: table.rootPage), program.databaseOperand,
      p4: try program.builder.keyInfo(tree.keyFields, encoding: encoding(table.database)))
    let done = program.builder.newLabel()
    program.builder.emit(.rewind, cursor, done.placeholder)
    let top = program.builder.address
    for (position, field) in kept.enumerated() {
      let register = first + Int32(truncatingIfNeeded: position)
      try TableCode.emitColumn(
        &program.builder, table, column: tree.storedColumns[field].tableColumn, cursor: cursor,
        register: register, encoding: encoding(table.database),
        hooks: hooks)
    }
    program.builder.emit(.makeRecord, first, Int32(truncatingIfNeeded: kept.count), record)
    program.builder.emit(.indexInsert, cursor, record, first, p4: keyCount)
    // An index cursor loses its place when pages are balanced: the key leads on.
    program.builder.emit(.seekGT, cursor, done.placeholder, first, p4: keyCount)
    program.builder.emit(.goto, 0, top)
    program.builder.place(done)
    program.builder.emit(.close, cursor)
  }
}

/// Cuts a column's definition out of the text of its table.
struct ColumnRemoval: Sendable {
  let table: String
  let database: Int
  let column: Int

  func apply(to edit: SchemaEdit) throws(DatabaseError) {
    try edit.update { (rowDatabase, row) throws(DatabaseError) in
      guard rowDatabase == database, row.type == "table", row.tableName.equalsIgnoringCase(table),
        let sql = row.sql
      else { return nil }
      let text = try SchemaText(sql, database: database)
      guard case .createTable(let statement) = text.statement,
        case .columns(let list, _) = statement.body, list.count > 1, column < list.count
      else { throw DatabaseError(.corrupt, "database disk image is malformed") }
      let columns = Array(text.ast[list])
      var copy = row
      if column + 1 < columns.count {
        copy.sql = text.without(
          from: Int(columns[column].name.range.start), to: Int(columns[column + 1].name.range.start))
      } else {
        // The last one goes with the comma in front of it.
        copy.sql = text.without(
          from: text.comma(before: columns[column].name.range.start), to: Int(statement.columnsEnd.start))
      }
      return copy
    }
  }
}
