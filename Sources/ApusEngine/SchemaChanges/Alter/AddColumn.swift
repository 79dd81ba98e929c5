import ApusSQL

// ALTER TABLE … ADD COLUMN: the definition goes into the text, and no row is touched. Records that are too short for the
// column read as its default, which is why a default must be a constant when there are rows.

extension SchemaCompiler {
  func addColumn(
    _ column: ApusSQL.ColumnDefinition, to relation: CatalogSet.Relation
  ) throws(DatabaseError) -> Program {
    if case .virtual = relation { throw DatabaseError(.error, "virtual tables may not be altered") }
    guard case .table(let table) = relation else {
      throw DatabaseError(.error, "Cannot add a column to a view")
    }
    try refuseAlteringSystemTable(table.name)
    let added = try TableAnalysis(
      extending: table, ast: ast, schemaName: catalogs.name(ofDatabase: table.database), lookup: lookup
    ).analyse(adding: column)
    guard let last = added.columns.last else { throw DatabaseError(.internal, "no column was added") }
    if last.isPrimaryKey { throw DatabaseError(.error, "Cannot add a PRIMARY KEY column") }
    if !added.indexes.isEmpty { throw DatabaseError(.error, "Cannot add a UNIQUE column") }

    var program = SchemaProgram(database: table.database, catalogs: catalogs)
    if let reason = reasonAgainstRows(last.definition, added) {
      try emitRefuseRows(of: table, reason, &program)
    }
    let definition = definitionText(column)
    let name = table.name
    let databases = [table.database]
    let edit = SchemaEdit(databases: databases) { edit, connection throws(DatabaseError) in
      try edit.update { (database, row) throws(DatabaseError) in
        guard row.type == "table", row.name == name, let sql = row.sql else { return nil }
        let text = try SchemaText(sql, database: database)
        guard case .createTable(let statement) = text.statement else { return nil }
        var copy = row
        copy.sql = text.inserting([0x2c, 0x20] + definition, at: Int(statement.columnsEnd.start))
        return copy
      }
    }
    try program.emitEdit(edit, of: databases)
    program.emitRaiseSchemaFormat()
    program.emitSchemaAltered(databases, by: .addColumn)
    let isNotNullGenerated = last.definition.isNotNull && last.definition.generated != nil
    if !added.checks.isEmpty || isNotNullGenerated || table.isStrict {
      try program.emitCheckRows(of: table)
    }
    return program.finish()
  }

  /// Why the column cannot be added to a table that has rows.
  private func reasonAgainstRows(_ column: ColumnDefinition, _ table: TableBuilder) -> String? {
    if let generated = column.generated {
      return generated == .stored ? "cannot add a STORED column" : nil
    }
    var value = column.defaultExpression
    if let expression = value, case .null = ast[expression] { value = nil }
    if hooks.enforcesForeignKeys, !table.foreignKeys.isEmpty, value != nil {
      return "Cannot add a REFERENCES column with non-NULL default value"
    }
    if column.isNotNull, value == nil { return "Cannot add a NOT NULL column with default value NULL" }
    if let value, !isConstant(value) { return "Cannot add a column with non-constant default" }
    return nil
  }

  /// A value that needs no computation when a record is read.
  private func isConstant(_ expression: ExprID) -> Bool {
    if ConstantFolding.value(of: expression, in: ast, affinity: .blob, encoding: .utf8) != nil { return true }
    switch ast[expression] {
    case .null: return true
    case .unary(.plus, let operand), .unary(.negate, let operand), .cast(let operand, _):
      return isConstant(operand)
    default: return false
    }
  }

  private func emitRefuseRows(
    of table: TableDefinition, _ reason: String, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    let cursor = program.builder.newCursor()
    try TableCode.emitOpenRead(
      &program.builder, table, cursor: cursor, encoding: encoding(table.database))
    let empty = program.builder.newLabel()
    program.builder.emit(.ifEmpty, cursor, empty.placeholder)
    program.builder.emit(
      .halt, ResultCode.error.rawValue, Int32(ConflictAction.abort.rawValue),
      program.builder.constant(.text(Array(reason.utf8))))
    program.builder.place(empty)
    program.builder.emit(.close, cursor)
  }

  /// The definition as written, comments behind it included, up to the end of the statement.
  private func definitionText(_ column: ApusSQL.ColumnDefinition) -> [UInt8] {
    let source = text.isEmpty ? ast.source : text
    var definition = Array(source.dropFirst(Int(column.name.range.start)))
    while let last = definition.last, last.isSQLSpace || last == 0x3b { definition.removeLast() }
    return definition
  }
}

extension SchemaProgram {
  /// Files of schema format 1 know no records that are too short, those of format 2 no default for them.
  fileprivate mutating func emitRaiseSchemaFormat() {
    let format = builder.newRegister()
    let wanted = builder.newRegister()
    let done = builder.newLabel()
    builder.emit(.readCookie, databaseOperand, format, Self.headerSchemaFormat)
    builder.emit(.integer, 3, wanted)
    builder.emit(.ge, format, done.placeholder, wanted)
    builder.emit(.setCookie, databaseOperand, Self.headerSchemaFormat, wanted)
    builder.place(done)
  }

  /// Calls are looked at when the schema is read again, but for unknown functions, which are missed only when code is made.
  private static func misusedFunction(_ error: DatabaseError, _ table: String) -> DatabaseError? {
    let unknown = "no such function: "
    if error.message.hasPrefix(unknown) {
      return DatabaseError(.error, "unknown function: \(error.message.dropFirst(unknown.count))()")
    }
    guard error.message.hasPrefix("misuse of") || error.message.hasPrefix("wrong number") else { return nil }
    return DatabaseError(.error, "error in table \(table) after add column: \(error.message)")
  }

  /// The rows must satisfy what the new column asks of them.
  fileprivate mutating func emitCheckRows(of table: TableDefinition) throws(DatabaseError) {
    let key = table.name.lowercasedASCII
    let database = table.database
    try builder.emitNative(
      NativeCall("check rows") { connection, _ throws(DatabaseError) in
        let context = CompilationContext(
          catalogs: try connection.loadCatalogs(), encoding: connection.encoding, connection: connection)
        guard let catalog = context.catalogs[database], let table = catalog.tables[key] else { return true }
        let check = RowCheck(
          table: table, indexes: [], encoding: catalog.encoding, isQuick: true,
          ignoresChecks: connection.settings.ignoresCheckConstraints,
          hooks: SchemaExpressions.hooks(context))
        var messages: [String] = []
        do throws(DatabaseError) {
          try check.run(on: connection, limit: 100, &messages)
        } catch {
          throw Self.misusedFunction(error, table.name) ?? error
        }
        for message in messages {
          if message.hasPrefix("CHECK") { throw DatabaseError(.error, "CHECK constraint failed") }
          if message.hasPrefix("NULL") { throw DatabaseError(.error, "NOT NULL constraint failed") }
          if message.hasPrefix("non-") { throw DatabaseError(.error, "type mismatch on DEFAULT") }
        }
        return true
      })
  }
}
