import ApusSQL

// ALTER TABLE … RENAME TO.

extension SchemaCompiler {
  func renameTable(_ relation: CatalogSet.Relation, to new: Name) throws(DatabaseError) -> Program {
    let name = ast.string(new)
    let schema = catalogs.name(ofDatabase: relation.database)
    let isTaken =
      catalogs.findRelation(name, schema: schema) != nil || catalogs.findIndex(name, schema: schema) != nil
    if isTaken {
      throw DatabaseError(.error, "there is already another table or index with this name: \(name)")
    }
    try refuseAlteringSystemTable(relation.name)
    try refuseReservedName(name)
    if case .virtual(let table) = relation { return try renameVirtualTable(table, to: name) }
    guard case .table(let table) = relation else {
      throw DatabaseError(.error, "view \(relation.name) may not be altered")
    }
    var (program, databases) = alterProgram(table.database)
    let renaming = TableRenaming(old: table.name, new: name, database: table.database)
    let edit = SchemaEdit(databases: databases) { edit, connection throws(DatabaseError) in
      try renaming.apply(to: edit, connection)
    }
    try program.emitEdit(edit, of: databases)
    try emitRenameSequence(of: table, to: name, &program)
    program.emitSchemaAltered(databases, by: .rename)
    try program.emitTest(edit, after: .rename, allowsDoubleQuotedStrings: true)
    return program.finish()
  }

  /// The module gives what it keeps the new name when the texts have it, and the table is reached anew under that.
  private func renameVirtualTable(
    _ table: VirtualTableDefinition, to name: String
  ) throws(DatabaseError) -> Program {
    try hooks.connectVirtualTable?(table)
    var (program, databases) = alterProgram(table.database)
    let renaming = TableRenaming(old: table.name, new: name, database: table.database)
    let edit = SchemaEdit(databases: databases) { edit, connection throws(DatabaseError) in
      try renaming.apply(to: edit, connection)
    }
    try program.emitEdit(edit, of: databases)
    let reference = VirtualTableReference(
      database: table.database, tableName: table.name, isEponymous: false)
    let register = program.builder.newRegister()
    program.emitText(name, to: register)
    program.builder.emit(.virtualRename, register, 0, 0, p4: try program.builder.virtualTable(reference))
    program.emitSchemaAltered(databases, by: .rename)
    try program.emitTest(edit, after: .rename, allowsDoubleQuotedStrings: true)
    return program.finish()
  }

  /// AUTOINCREMENT's counter follows the name.
  private func emitRenameSequence(
    of table: TableDefinition, to name: String, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    guard let sequence = catalogs[table.database]?.tables["sqlite_sequence"], sequence.rootPage > 1 else {
      return
    }
    let cursor = program.builder.newCursor()
    let first = program.builder.newRegisters(2)
    let expected = program.builder.newRegister()
    let rowID = program.builder.newRegister()
    let record = program.builder.newRegister()
    program.builder.emit(
      .openWrite, cursor, Int32(bitPattern: sequence.rootPage), program.databaseOperand)
    program.emitText(table.name, to: expected)
    let done = program.builder.newLabel()
    program.builder.emit(.rewind, cursor, done.placeholder)
    let top = program.builder.address
    let advance = program.builder.newLabel()
    program.builder.emit(.column, cursor, 0, first)
    program.builder.emit(
      .ne, first, advance.placeholder, expected, p4: Collation.binary.id, p5: InstructionFlag.jumpIfNull)
    program.builder.emit(.rowID, cursor, rowID)
    program.builder.emit(.column, cursor, 1, first + 1)
    program.emitText(name, to: first)
    program.builder.emit(.makeRecord, first, 2, record)
    program.builder.emit(.insert, cursor, record, rowID)
    program.builder.place(advance)
    program.builder.emit(.next, cursor, top)
    program.builder.place(done)
    program.builder.emit(.close, cursor)
  }
}

/// The table that gets a new name, as bound texts refer to it.
private enum Renamed {
  case table(TableDefinition)
  case virtual(ConnectedTable)

  func isSource(_ source: BoundSource, includingRegisters: Bool) -> Bool {
    switch (self, source.kind) {
    case (.table(let table), .table(let found)): found === table
    case (.table(let table), .registers(let found, _)): includingRegisters && found === table
    case (.virtual(let table), .virtual(let found)): found === table
    default: false
    }
  }
}

/// Writes a table's new name into the rows of a schema.
struct TableRenaming: Sendable {
  let old: String
  let new: String
  let database: Int

  func apply(to edit: SchemaEdit, _ connection: Connection) throws(DatabaseError) {
    let context = try SchemaTest.context(connection)
    let table: Renamed
    if let found = context.catalogs[database]?.tables[old.lowercasedASCII] {
      table = .table(found)
    } else if let found = context.catalogs[database]?.virtualTables[old.lowercasedASCII] {
      table = .virtual(try context.connectedTable(found))
    } else {
      return
    }
    let isLegacy = connection.settings.legacyAlterTable
    // Triggers of the temporary database that watch the table get its new name; the old texts tell which they are.
    var watching: Set<Int64> = []
    if let temporary = edit.tables.first(where: { $0.database == 1 && database != 1 }) {
      let test = try SchemaTest(connection, after: .rename, allowsDoubleQuotedStrings: true)
      for row in temporary.rows where row.type == "trigger" && row.tableName.equalsIgnoringCase(old) {
        if !connection.settings.writableSchema { try test.test(row, database: 1) }
        if try watches(row, context.catalogs) { watching.insert(row.rowID) }
      }
    }
    try edit.rewrite(connection) { (rowDatabase, row, sql) throws(DatabaseError) in
      guard concerns(row, in: rowDatabase) else { return nil }
      return try renamed(
        sql, in: rowDatabase, table, context, isLegacy: isLegacy,
        changesForeignKeys: !isLegacy || connection.settings.foreignKeys)
    }
    try edit.update { (rowDatabase, row) throws(DatabaseError) in
      rowDatabase == database ? renamedRow(row) : watching.contains(row.rowID) ? retargeted(row) : nil
    }
  }

  private func concerns(_ row: SchemaEdit.Row, in rowDatabase: Int) -> Bool {
    if rowDatabase != database { return row.type == "view" || row.type == "trigger" }
    if row.isInternal { return false }
    if row.isVirtualTable { return row.name.equalsIgnoringCase(old) }
    return row.type != "index" || row.tableName.equalsIgnoringCase(old)
  }

  private func watches(
    _ row: SchemaEdit.Row, _ catalogs: CatalogSet
  ) throws(DatabaseError) -> Bool {
    guard let sql = row.sql, let text = try? SchemaText(sql, database: 1),
      case .createTrigger(let trigger) = text.statement,
      let target = try? TriggerNames.target(of: trigger, in: text, catalogs)
    else { return false }
    return target.database == database
  }

  private func renamedRow(_ row: SchemaEdit.Row) -> SchemaEdit.Row? {
    guard row.tableName.equalsIgnoringCase(old),
      row.type == "table" || row.type == "index" || row.type == "trigger"
    else { return nil }
    var copy = retargeted(row)
    if row.type == "table" {
      copy.name = new
    } else if row.type == "index", row.name.hasPrefixIgnoringCase("sqlite_autoindex") {
      // "sqlite_autoindex_", the old name, then "_" and a number.
      let prefix = 17 + old.unicodeScalars.count
      copy.name =
        "sqlite_autoindex_\(new)"
        + String(String.UnicodeScalarView(row.name.unicodeScalars.dropFirst(prefix)))
    }
    return copy
  }

  private func retargeted(_ row: SchemaEdit.Row) -> SchemaEdit.Row {
    var copy = row
    copy.tableName = new
    return copy
  }

  // MARK: Texts

  private func renamed(
    _ sql: [UInt8], in rowDatabase: Int, _ table: Renamed, _ context: CompilationContext,
    isLegacy: Bool, changesForeignKeys: Bool
  ) throws(DatabaseError) -> [UInt8]? {
    let text = try SchemaText(sql, database: rowDatabase)
    var edit = text.edit()
    switch text.statement {
    case .createView:
      guard !isLegacy else { return nil }
      try text.bind(context)
      addUses(of: table, in: text, &edit)
    case .createTable(let statement):
      if changesForeignKeys { addForeignKeys(of: statement, in: text, &edit) }
      if text.ast.string(statement.name).equalsIgnoringCase(old) {
        edit.add(text.range(statement.name.range))
        if !isLegacy {
          try text.bind(context)
          addUses(of: table, in: text, &edit)
        }
      }
    case .createVirtualTable(let statement): edit.add(text.range(statement.name.range))
    case .createIndex(let statement):
      edit.add(text.range(statement.table.range))
      if !isLegacy {
        try text.bind(context)
        addUses(of: table, in: text, &edit)
      }
    case .createTrigger(let statement):
      let target = try TriggerNames.target(of: statement, in: text, context.catalogs)
      if target.database == database, text.ast.string(statement.table).equalsIgnoringCase(old) {
        edit.add(text.range(statement.table.range))
      }
      if !isLegacy {
        try text.bind(context)
        addUses(of: table, in: text, &edit)
        addTargets(of: statement, in: text, &edit)
      }
    default: return nil
    }
    return edit.isEmpty ? nil : edit.renamed(to: new, isQuoted: true)
  }

  private func addUses(of table: Renamed, in text: SchemaText, _ edit: inout TextEdit) {
    for use in text.names.tables where table.isSource(use.source, includingRegisters: false) {
      edit.add(text.range(use.name))
    }
    // `excluded` is the row of the table to SQLite, so that its name changes too.
    for use in text.names.qualifiers where table.isSource(use.source, includingRegisters: true) {
      edit.add(text.range(use.name))
    }
  }

  private func addForeignKeys(
    of statement: CreateTableStatement, in text: SchemaText, _ edit: inout TextEdit
  ) {
    for clause in text.foreignKeys(of: statement)
    where text.ast.string(clause.clause.table).equalsIgnoringCase(old) {
      edit.add(text.range(clause.clause.table.range))
    }
  }

  /// The tables that a trigger's statements change, by name alone.
  private func addTargets(
    of statement: CreateTriggerStatement, in text: SchemaText, _ edit: inout TextEdit
  ) {
    for step in text.ast[statement.body] {
      guard let target = TriggerNames.changedTable(step), text.ast.string(target).equalsIgnoringCase(old)
      else { continue }
      edit.add(text.range(target.range))
    }
  }
}

extension TriggerNames {
  /// The table that a statement of a trigger's body changes.
  static func changedTable(_ step: Statement) -> Name? {
    switch step {
    case .insert(let insert): insert.table
    case .update(let update): update.table
    case .delete(let delete): delete.table
    default: nil
    }
  }
}

extension SchemaText {
  /// The foreign keys of a table with the columns that a table constraint lists.
  func foreignKeys(
    of statement: CreateTableStatement
  ) -> [(columns: NodeList<Name>, clause: ForeignKeyClause)] {
    guard case .columns(let columns, let constraints) = statement.body else { return [] }
    var found: [(columns: NodeList<Name>, clause: ForeignKeyClause)] = []
    for column in ast[columns] {
      for constraint in ast[column.constraints] {
        if case .references(let clause) = constraint.kind { found.append((.empty, clause)) }
      }
    }
    for constraint in ast[constraints] {
      if case .foreignKey(let columns, let clause) = constraint.kind { found.append((columns, clause)) }
    }
    return found
  }
}
