import ApusSQL

// ALTER TABLE: which form it is, and what all forms share.

extension SchemaCompiler {
  func compile(_ statement: AlterTableStatement) throws(DatabaseError) -> Program {
    let relation = try alteredRelation(statement)
    switch statement.action {
    case .renameTable(let name): return try renameTable(relation, to: name)
    case .renameColumn(let old, let new): return try renameColumn(old, of: relation, to: new)
    case .addColumn(let column): return try addColumn(column, to: relation)
    case .dropColumn(let name): return try dropColumn(name, of: relation)
    }
  }

  private func alteredRelation(
    _ statement: AlterTableStatement
  ) throws(DatabaseError) -> CatalogSet.Relation {
    let name = ast.string(statement.table)
    let schema = statement.schema.map { ast.string($0) }
    if let found = catalogs.findRelation(name, schema: schema) { return found }
    let key = name.lowercasedASCII
    var databases = catalogs.searchOrder
    if let schema { databases = catalogs.database(named: schema).map { [$0] } ?? [] }
    if databases.contains(0), hooks.isEponymousTable(name) {
      if case .addColumn = statement.action {
        throw DatabaseError(.error, "virtual tables may not be altered")
      }
      throw DatabaseError(.error, "table \(key) may not be altered")
    }
    throw CatalogSet.missing("table", name, schema: schema)
  }

  func refuseAlteringSystemTable(_ name: String) throws(DatabaseError) {
    guard name.hasPrefixIgnoringCase("sqlite_") else { return }
    throw DatabaseError(.error, "table \(name) may not be altered")
  }

  func columnIndex(_ name: Name, of table: TableDefinition) throws(DatabaseError) -> Int {
    let text = ast.string(name)
    if let index = table.columns.firstIndex(where: { $0.name.equalsIgnoringCase(text) }) { return index }
    throw DatabaseError(.error, "no such column: \"\(written(name))\"")
  }

  /// A program for a table, with a transaction on the temporary database too when that has views or triggers, which
  /// may name the table.
  func alterProgram(_ database: Int) -> (program: SchemaProgram, databases: [Int]) {
    var program = SchemaProgram(database: database, catalogs: catalogs)
    var databases = [database]
    if database != 1, let temporary = catalogs[1],
      !temporary.views.isEmpty || !temporary.triggers.isEmpty
    {
      program.emitTransaction(1)
      databases.append(1)
    }
    return (program, databases)
  }
}

extension SchemaProgram {
  /// Reads the schema tables again, those changed first.
  mutating func emitSchemaAltered(_ databases: [Int], by alteration: SchemaAlteration) {
    for database in databases { emitSchemaChanged(database, by: alteration) }
  }
}
