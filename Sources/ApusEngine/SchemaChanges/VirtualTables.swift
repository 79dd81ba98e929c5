import ApusSQL

// CREATE VIRTUAL TABLE, and DROP TABLE of a virtual table.

extension SchemaCompiler {
  /// The row of the schema table comes first, so that the module finds the table's name taken when it makes tables of its own.
  func compile(_ statement: CreateVirtualTableStatement) throws(DatabaseError) -> Program {
    let database = try database(statement.schema)
    let name = ast.string(statement.name)
    try refuseReservedName(name)
    if try isTaken(statement.name, database: database, ifNotExists: statement.ifNotExists) {
      return emptyProgram(database: database)
    }
    var program = SchemaProgram(database: database, catalogs: catalogs)
    program.emitFileFormat()
    let cursor = program.openSchemaTable(of: database)
    try program.emitSchemaRow(
      cursor: cursor, type: "table", name: name, tableName: name, rootRegister: nil,
      sql: storedText("CREATE VIRTUAL TABLE ", from: statement.name))
    program.builder.emit(.close, cursor)
    program.emitSchemaChanged()
    let table = VirtualTableReference(database: database, tableName: name, isEponymous: false)
    program.builder.emit(.virtualCreate, 0, 0, 0, p4: try program.builder.virtualTable(table))
    return program.finish()
  }

  func dropVirtualTable(_ table: VirtualTableDefinition) throws(DatabaseError) -> Program {
    try hooks.connectVirtualTable?(table)
    var program = SchemaProgram(database: table.database, catalogs: catalogs)
    let reference = VirtualTableReference(
      database: table.database, tableName: table.name, isEponymous: false)
    let operand = try program.builder.virtualTable(reference)
    program.builder.emit(.virtualBegin, 0, 0, 0, p4: operand)
    emitClearStatistics(column: 0, name: table.name, keeping: nil, &program)
    program.emitDeleteSchemaRows(where: [SchemaProgram.ColumnTest(column: 2, text: table.name)])
    program.builder.emit(.virtualDestroy, 0, 0, 0, p4: operand)
    program.emitSchemaChangedAgain()
    return program.finish()
  }
}
