import ApusSQL

// DROP TABLE, VIEW, INDEX and TRIGGER.

extension SchemaCompiler {
  func compile(_ statement: DropStatement) throws(DatabaseError) -> Program {
    switch statement.kind {
    case .table, .view: try dropRelation(statement)
    case .index: try dropIndex(statement)
    case .trigger: try dropTrigger(statement)
    }
  }

  // MARK: Tables and views

  private func dropRelation(_ statement: DropStatement) throws(DatabaseError) -> Program {
    let name = ast.string(statement.name)
    let schema = statement.schema.map { ast.string($0) }
    let isViewWanted = statement.kind == .view
    guard let relation = catalogs.findRelation(name, schema: schema) else {
      if hooks.isEponymousTable(name) {
        throw DatabaseError(.error, "table \(name.lowercasedASCII) may not be dropped")
      }
      if statement.ifExists { return emptyProgram(database: schemaDatabase(schema)) }
      throw CatalogSet.missing(isViewWanted ? "view" : "table", name, schema: schema)
    }
    try refuseDroppingSystemTable(relation.name)
    switch relation {
    case .table(let table):
      guard !isViewWanted else {
        throw DatabaseError(.error, "use DROP TABLE to delete table \(table.name)")
      }
      return try dropTable(table)
    case .virtual(let table):
      guard !isViewWanted else {
        throw DatabaseError(.error, "use DROP TABLE to delete table \(table.name)")
      }
      return try dropVirtualTable(table)
    case .view(let view):
      guard isViewWanted else { throw DatabaseError(.error, "use DROP VIEW to delete view \(view.name)") }
      var program = SchemaProgram(database: view.database, catalogs: catalogs)
      emitDropTriggers(of: relation, &program)
      program.emitDeleteSchemaRows(where: [
        SchemaProgram.ColumnTest(column: 2, text: view.name),
        SchemaProgram.ColumnTest(column: 0, text: "trigger", isEqual: false),
      ])
      program.emitSchemaChanged()
      return program.finish()
    }
  }

  /// The database that an IF EXISTS without effect is about.
  private func schemaDatabase(_ schema: String?) -> Int {
    schema.flatMap { catalogs.database(named: $0) } ?? 0
  }

  private func refuseDroppingSystemTable(_ name: String) throws(DatabaseError) {
    guard name.hasPrefixIgnoringCase("sqlite_"), !name.hasPrefixIgnoringCase("sqlite_stat"),
      !name.hasPrefixIgnoringCase("sqlite_parameters")
    else { return }
    throw DatabaseError(.error, "table \(name) may not be dropped")
  }

  private func dropTable(_ table: TableDefinition) throws(DatabaseError) -> Program {
    var program = SchemaProgram(database: table.database, catalogs: catalogs)
    try hooks.emitImplicitDelete?(&program.builder, table)
    emitDropTriggers(of: .table(table), &program)
    let catalog = catalogs[table.database]
    if table.isAutoIncrement, let sequence = catalog?.tables["sqlite_sequence"] {
      program.emitDeleteRows(
        root: Int32(bitPattern: sequence.rootPage), database: table.database,
        where: [SchemaProgram.ColumnTest(column: 0, text: table.name)])
    }
    emitClearStatistics(column: 0, name: table.name, keeping: table.name, &program)
    program.emitDeleteSchemaRows(where: [
      SchemaProgram.ColumnTest(column: 2, text: table.name),
      SchemaProgram.ColumnTest(column: 0, text: "trigger", isEqual: false),
    ])
    // The largest root first: in an auto-vacuum database the gap is filled from the end of the file.
    var roots: Set<PageNumber> = [table.rootPage]
    for index in catalogs.indexes(of: table) { roots.insert(index.rootPage) }
    // (The index of a constraint whose row is missing has none.)
    for root in roots.sorted(by: >) where root != 0 {
      guard root > 1 else { throw .corrupt("root page of \(table.name)", page: 1) }
      try program.emitDestroyTree(root: root)
    }
    program.emitSchemaChanged()
    return program.finish()
  }

  /// Deletes the rows of all triggers on a table or view, in the schemas where they are.
  private func emitDropTriggers(of relation: CatalogSet.Relation, _ program: inout SchemaProgram) {
    var otherDatabases: Set<Int> = []
    for trigger in catalogs.triggers(on: relation) {
      if trigger.database != program.database, otherDatabases.insert(trigger.database).inserted {
        program.emitTransaction(trigger.database)
      }
      program.emitDeleteSchemaRows(
        database: trigger.database,
        where: [
          SchemaProgram.ColumnTest(column: 1, text: trigger.name),
          SchemaProgram.ColumnTest(column: 0, text: "trigger"),
        ])
    }
    for database in otherDatabases.sorted() { program.emitSchemaChanged(database) }
  }

  /// Deletes the statistics of a table (column 0) or index (column 1) that goes away.
  func emitClearStatistics(
    column: Int32, name: String, keeping dropped: String?, _ program: inout SchemaProgram
  ) {
    for number in 1...4 {
      guard let table = catalogs[program.database]?.tables["sqlite_stat\(number)"],
        !table.isWithoutRowID, dropped.map({ !table.name.equalsIgnoringCase($0) }) ?? true
      else { continue }
      program.emitDeleteRows(
        root: Int32(bitPattern: table.rootPage), database: program.database,
        where: [SchemaProgram.ColumnTest(column: column, text: name)])
    }
  }

  // MARK: Indexes and triggers

  private func dropIndex(_ statement: DropStatement) throws(DatabaseError) -> Program {
    let name = ast.string(statement.name)
    let schema = statement.schema.map { ast.string($0) }
    guard let index = catalogs.findIndex(name, schema: schema) else {
      if statement.ifExists { return emptyProgram(database: schemaDatabase(schema)) }
      throw CatalogSet.missing("index", name, schema: schema)
    }
    guard index.origin == .createIndex else {
      throw DatabaseError(
        .error, "index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped")
    }
    guard index.rootPage > 1 else { throw .corrupt("root page of \(index.name)", page: 1) }
    var program = SchemaProgram(database: index.database, catalogs: catalogs)
    program.emitDeleteSchemaRows(where: [
      SchemaProgram.ColumnTest(column: 1, text: index.name),
      SchemaProgram.ColumnTest(column: 0, text: "index"),
    ])
    emitClearStatistics(column: 1, name: index.name, keeping: nil, &program)
    try program.emitDestroyTree(root: index.rootPage)
    program.emitSchemaChanged()
    return program.finish()
  }

  private func dropTrigger(_ statement: DropStatement) throws(DatabaseError) -> Program {
    let name = ast.string(statement.name)
    let schema = statement.schema.map { ast.string($0) }
    guard let trigger = catalogs.findTrigger(name, schema: schema) else {
      if statement.ifExists { return emptyProgram(database: schemaDatabase(schema)) }
      throw CatalogSet.missing("trigger", name, schema: schema)
    }
    var program = SchemaProgram(database: trigger.database, catalogs: catalogs)
    program.emitDeleteSchemaRows(where: [
      SchemaProgram.ColumnTest(column: 1, text: trigger.name),
      SchemaProgram.ColumnTest(column: 0, text: "trigger"),
    ])
    program.emitSchemaChanged()
    return program.finish()
  }
}
