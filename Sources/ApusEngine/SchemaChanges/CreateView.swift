import ApusSQL

// CREATE VIEW and CREATE TRIGGER: rows of the schema table without a tree.

extension SchemaCompiler {
  func compile(_ statement: CreateViewStatement) throws(DatabaseError) -> Program {
    guard ast.parameterCount == 0 else {
      throw DatabaseError(.error, "parameters are not allowed in views")
    }
    let database = try targetDatabase(schema: statement.schema, isTemporary: statement.isTemporary)
    let name = ast.string(statement.name)
    try refuseReservedName(name)
    if try isTaken(statement.name, database: database, ifNotExists: statement.ifNotExists) {
      return emptyProgram(database: database)
    }
    var references = TableReferences(ast: ast)
    references.add(statement.select)
    try refuseForeignReferences(references.found, kind: "view", name: statement.name, database: database)
    var sql = storedTextToSemicolon("CREATE VIEW ", from: statement.name)
    while let last = sql.utf8.last, last.isSQLSpace { sql.unicodeScalars.removeLast() }
    return try programAddingRow(database: database, type: "view", name: name, tableName: name, sql: sql)
  }

  func compile(_ statement: CreateTriggerStatement) throws(DatabaseError) -> Program {
    let target = try triggerTarget(statement)
    let name = ast.string(statement.name)
    let database = target.database
    try refuseReservedName(name)
    if catalogs[database]?.triggers[name.lowercasedASCII] != nil {
      if statement.ifNotExists { return emptyProgram(database: database) }
      throw DatabaseError(
        .error, "trigger \(written(statement.name)) already exists",
        sqlOffset: Int(statement.name.range.start))
    }
    if target.relation.name.hasPrefixIgnoringCase("sqlite_") {
      throw DatabaseError(.error, "cannot create trigger on system table")
    }
    var isView = false
    if case .view = target.relation { isView = true }
    try CatalogLoader.checkTiming(
      statement.time, isView: isView, tableName: ast.string(statement.table))
    try checkTriggerBody(statement, database: database)
    return try programAddingRow(
      database: database, type: "trigger", name: name, tableName: target.relation.name,
      sql: storedText("CREATE TRIGGER ", from: statement.name))
  }

  /// The database that the trigger goes into, and the table or view that it watches.
  private func triggerTarget(
    _ statement: CreateTriggerStatement
  ) throws(DatabaseError) -> (database: Int, relation: CatalogSet.Relation) {
    var database = 1
    if statement.isTemporary {
      guard statement.schema == nil else {
        throw DatabaseError(.error, "temporary trigger may not have qualified name")
      }
    } else {
      database = try self.database(statement.schema)
    }
    let tableName = ast.string(statement.table)
    let tableSchema = statement.tableSchema.map { ast.string($0) }
    if !statement.isTemporary, statement.schema == nil,
      catalogs.findRelation(tableName, schema: tableSchema)?.database == 1
    {
      database = 1
    }
    try refuseForeignReferences(
      [TableReferences.Reference(schema: statement.tableSchema, name: statement.table)], kind: "trigger",
      name: statement.name, database: database)
    let searched = tableSchema ?? (database == 1 ? nil : catalogs.name(ofDatabase: database))
    let found = catalogs.findRelation(tableName, schema: searched)
    var isVirtual = found == nil && hooks.isEponymousTable(tableName)
    if case .virtual? = found { isVirtual = true }
    if isVirtual { throw DatabaseError(.error, "cannot create triggers on virtual tables") }
    return (database, try catalogs.requireRelation(tableName, schema: searched))
  }

  private func checkTriggerBody(
    _ statement: CreateTriggerStatement, database: Int
  ) throws(DatabaseError) {
    guard ast.parameterCount == 0 else { throw DatabaseError(.error, "trigger cannot use variables") }
    var references = TableReferences(ast: ast)
    references.add(statement.condition)
    for step in ast[statement.body] {
      switch step {
      case .insert(let insert):
        try checkTarget(insert.schema, hint: .none, returning: insert.returning)
      case .update(let update):
        try checkTarget(update.schema, hint: update.index, returning: update.returning)
      case .delete(let delete):
        try checkTarget(delete.schema, hint: delete.index, returning: delete.returning)
      default: break
      }
      references.add(step)
    }
    try refuseForeignReferences(
      references.found, kind: "trigger", name: statement.name, database: database)
  }

  private func checkTarget(
    _ schema: Name?, hint: IndexHint, returning: NodeList<ApusSQL.ResultColumn>
  ) throws(DatabaseError) {
    guard schema == nil else {
      throw DatabaseError(
        .error,
        "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers")
    }
    switch hint {
    case .none: break
    case .indexedBy:
      throw DatabaseError(
        .error, "the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers")
    case .notIndexed:
      throw DatabaseError(
        .error, "the NOT INDEXED clause is not allowed on UPDATE or DELETE statements within triggers")
    }
    guard returning.isEmpty else { throw DatabaseError(.error, "cannot use RETURNING in a trigger") }
  }

  private func programAddingRow(
    database: Int, type: String, name: String, tableName: String, sql: String
  ) throws(DatabaseError) -> Program {
    var program = SchemaProgram(database: database, catalogs: catalogs)
    program.emitFileFormat()
    let cursor = program.openSchemaTable(of: database)
    try program.emitSchemaRow(
      cursor: cursor, type: type, name: name, tableName: tableName, rootRegister: nil, sql: sql)
    program.emitSchemaChanged()
    return program.finish()
  }
}
