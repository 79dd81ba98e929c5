import ApusSQL

// CREATE INDEX.

extension SchemaCompiler {
  func compile(_ statement: CreateIndexStatement) throws(DatabaseError) -> Program {
    let name = ast.string(statement.name)
    let tableName = ast.string(statement.table)
    var database = try database(statement.schema)
    if statement.schema == nil, catalogs.findRelation(tableName)?.database == 1 { database = 1 }
    let table = try indexableTable(tableName, database: database)
    try refuseReservedName(name)
    let schema = catalogs.name(ofDatabase: database)
    if catalogs.findRelation(name, schema: schema) != nil {
      throw DatabaseError(.error, "there is already a table named \(name)")
    }
    if catalogs[database]?.indexes[name.lowercasedASCII] != nil {
      if statement.ifNotExists { return emptyProgram(database: database) }
      throw DatabaseError(.error, "index \(name) already exists")
    }
    guard ast[statement.columns].count <= TableBuilder.columnLimit else {
      throw DatabaseError(.error, "too many columns in index")
    }
    let columns = try IndexAnalysis.columns(
      statement, ast: ast, table: IndexAnalysis.Table(table), schemaName: schema, lookup: lookup,
      allowsDescending: catalogs[database]?.allowsDescending ?? true)
    let unique = statement.isUnique ? " UNIQUE" : ""
    let sql = storedTextToSemicolon("CREATE\(unique) INDEX ", from: statement.name)
    let index = IndexDefinition(
      name: name, tableName: table.name, database: database, rootPage: 0, columns: columns,
      storedColumns: IndexAnalysis.storedColumns(
        columns, primaryKey: table.primaryKeyIndex?.columns, keepsOrder: true),
      isUnique: statement.isUnique, conflict: .unspecified, origin: .createIndex,
      partialCondition: statement.filter, sql: sql, ast: ast, statistics: [])
    var program = SchemaProgram(database: database, catalogs: catalogs)
    let root = program.emitCreateTree(isIndex: true)
    let cursor = program.openSchemaTable(of: database)
    try program.emitSchemaRow(
      cursor: cursor, type: "index", name: name, tableName: table.name, rootRegister: root, sql: sql)
    program.builder.emit(.close, cursor)
    let fill = IndexFill(index: index, table: table, encoding: encoding(database), hooks: hooks)
    try fill.emit(&program.builder, rootRegister: root)
    program.emitSchemaChanged()
    return program.finish()
  }

  func encoding(_ database: Int) -> TextEncoding { catalogs[database]?.encoding ?? .utf8 }

  /// The table of that name in the index's own database.
  private func indexableTable(_ name: String, database: Int) throws(DatabaseError) -> TableDefinition {
    let schema = catalogs.name(ofDatabase: database)
    guard let relation = catalogs.findRelation(name, schema: database == 1 ? nil : schema) else {
      if hooks.isEponymousTable(name) { throw DatabaseError(.error, "virtual tables may not be indexed") }
      throw CatalogSet.missing("table", name, schema: database == 1 ? nil : schema)
    }
    guard relation.database == database else {
      throw DatabaseError(.error, "cannot create a TEMP index on non-TEMP table \"\(relation.name)\"")
    }
    switch relation {
    case .view: throw DatabaseError(.error, "views may not be indexed")
    case .virtual: throw DatabaseError(.error, "virtual tables may not be indexed")
    case .table(let table):
      guard !table.name.hasPrefixIgnoringCase("sqlite_") else {
        throw DatabaseError(.error, "table \(table.name) may not be indexed")
      }
      return table
    }
  }
}
