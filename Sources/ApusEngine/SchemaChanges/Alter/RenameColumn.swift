import ApusSQL

// ALTER TABLE … RENAME COLUMN.

extension SchemaCompiler {
  func renameColumn(
    _ old: Name, of relation: CatalogSet.Relation, to new: Name
  ) throws(DatabaseError) -> Program {
    try refuseAlteringSystemTable(relation.name)
    guard case .table(let table) = relation else {
      throw DatabaseError(.error, "cannot rename columns of \(relation.kind) \"\(relation.name)\"")
    }
    let column = try columnIndex(old, of: table)
    var (program, databases) = alterProgram(table.database)
    let renaming = ColumnRenaming(
      table: table.name, database: table.database, column: column, new: ast.string(new),
      isQuoted: new.quoting != .none)
    let edit = SchemaEdit(databases: databases) { edit, connection throws(DatabaseError) in
      try edit.prepareColumnChange(connection)
      try renaming.apply(to: edit, connection)
    }
    try program.emitEdit(edit, of: databases)
    program.emitSchemaAltered(databases, by: .rename)
    try program.emitTest(edit, after: .rename, allowsDoubleQuotedStrings: false)
    return program.finish()
  }
}

/// Writes a column's new name into the texts of a schema.
struct ColumnRenaming: Sendable {
  let table: String
  let database: Int
  let column: Int
  let new: String
  let isQuoted: Bool

  func apply(to edit: SchemaEdit, _ connection: Connection) throws(DatabaseError) {
    let context = try SchemaTest.context(connection)
    guard let table = context.catalogs[database]?.tables[table.lowercasedASCII],
      table.columns.indices.contains(column)
    else { return }
    try edit.rewrite(connection) { (rowDatabase, row, sql) throws(DatabaseError) in
      guard concerns(row, in: rowDatabase) else { return nil }
      return try renamed(sql, in: rowDatabase, table, context)
    }
    guard database == 1 else { return }
    // SQLite goes through the views and triggers of the temporary database in any case, and so a second time for a table of
    // that database: those that name the column do not fit any more.
    try edit.rewrite(connection) { (rowDatabase, row, sql) throws(DatabaseError) in
      guard row.type == "view" || row.type == "trigger" else { return nil }
      return try renamed(sql, in: rowDatabase, table, context)
    }
  }

  private func concerns(_ row: SchemaEdit.Row, in rowDatabase: Int) -> Bool {
    if rowDatabase != database { return row.type == "view" || row.type == "trigger" }
    if row.isInternal || row.isVirtualTable { return false }
    return row.type != "index" || row.tableName == table
  }

  private func renamed(
    _ sql: [UInt8], in rowDatabase: Int, _ table: TableDefinition, _ context: CompilationContext
  ) throws(DatabaseError) -> [UInt8]? {
    let text = try SchemaText(sql, database: rowDatabase)
    var edit = text.edit()
    let old = table.columns[column].name
    switch text.statement {
    case .createView, .createIndex: break
    case .createTable(let statement): addDefinitions(of: statement, old: old, in: text, &edit)
    case .createTrigger(let statement):
      addColumnLists(of: statement, table, old: old, in: text, context, &edit)
    default: return nil
    }
    try text.bind(context)
    for use in text.names.columns where isTheColumn(use, table) { edit.add(text.range(use.name)) }
    return edit.isEmpty ? nil : edit.renamed(to: new, isQuoted: isQuoted)
  }

  private func isTheColumn(_ use: NameRecorder.ColumnUse, _ table: TableDefinition) -> Bool {
    guard use.source.table === table else { return false }
    return use.column == column || column == table.rowIDAlias && use.column == -1
  }

  /// The column's own definition, and the columns of foreign keys.
  private func addDefinitions(
    of statement: CreateTableStatement, old: String, in text: SchemaText, _ edit: inout TextEdit
  ) {
    guard case .columns(let columns, _) = statement.body else { return }
    let ast = text.ast
    let isOwn = ast.string(statement.name).equalsIgnoringCase(table)
    if isOwn, column < columns.count {
      edit.add(text.range(ast[columns][ast[columns].startIndex + column].name.range))
    }
    for key in text.foreignKeys(of: statement) {
      if isOwn { add(key.columns, old, in: text, &edit) }
      if ast.string(key.clause.table).equalsIgnoringCase(table) {
        add(key.clause.columns, old, in: text, &edit)
      }
    }
  }

  /// Lists of names that no expression holds: UPDATE OF, INSERT, SET.
  private func addColumnLists(
    of statement: CreateTriggerStatement, _ table: TableDefinition, old: String, in text: SchemaText,
    _ context: CompilationContext, _ edit: inout TextEdit
  ) {
    let ast = text.ast
    func isTheTable(_ relation: CatalogSet.Relation?) -> Bool {
      if case .table(let found)? = relation { return found === table }
      return false
    }
    if case .update(let columns) = statement.event,
      isTheTable(try? TriggerNames.target(of: statement, in: text, context.catalogs))
    {
      add(columns, old, in: text, &edit)
    }
    let schema = context.catalogs.name(ofDatabase: database)
    for step in ast[statement.body] {
      guard let target = TriggerNames.changedTable(step),
        isTheTable(context.catalogs.findRelation(ast.string(target), schema: schema))
      else { continue }
      switch step {
      case .insert(let insert):
        add(insert.columns, old, in: text, &edit)
        if let upsert = ast[insert.upserts].first { add(upsert.assignments, old, in: text, &edit) }
      case .update(let update): add(update.assignments, old, in: text, &edit)
      default: break
      }
    }
  }

  private func add(_ list: NodeList<Assignment>, _ old: String, in text: SchemaText, _ edit: inout TextEdit) {
    for assignment in text.ast[list] { add(assignment.columns, old, in: text, &edit) }
  }

  private func add(_ names: NodeList<Name>, _ old: String, in text: SchemaText, _ edit: inout TextEdit) {
    for name in text.ast[names] where text.ast.string(name).equalsIgnoringCase(old) {
      edit.add(text.range(name.range))
    }
  }
}
