import ApusSQL

/// Compiles ANALYZE (https://www.sqlite.org/lang_analyze.html): makes or empties the statistics tables, calls `StatisticsGatherer`, and reads
/// the schema again, so that statements are planned by the new statistics at once.
struct AnalyzeCompiler {
  let ast: AST
  let catalogs: CatalogSet
  /// Tables that an authorizer leaves out, in lower case, by database.
  var leftOut: [Int: Set<String>] = [:]

  private static let tables = [
    (name: "sqlite_stat1", sql: "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    (name: "sqlite_stat4", sql: "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
  ]

  /// - Throws: "no such table: x", "unknown database x".
  func compile(schema: Name?, name: Name?) throws(DatabaseError) -> Program {
    let subjects = try self.subjects(schema, name)
    guard let first = subjects.first else { return ProgramBuilder().finish() }
    var program = SchemaProgram(database: first.database, catalogs: catalogs)
    // Before the first change of a schema, by which the program is out of date.
    for subject in subjects.dropFirst() { program.emitTransaction(subject.database) }
    for var subject in subjects {
      program.turn(to: subject.database)
      subject.leftOut = leftOut[subject.database] ?? []
      try emit(subject, &program)
    }
    return program.finish()
  }

  /// What is analysed, by database.
  func subjects(_ schema: Name?, _ name: Name?) throws(DatabaseError) -> [StatisticsSubject] {
    guard let name else {
      // All but temp.
      return catalogs.entries.indices.filter { $0 != 1 }.map { StatisticsSubject(database: $0) }
    }
    let text = ast.string(name)
    if schema == nil, let database = catalogs.database(named: text) {
      return [StatisticsSubject(database: database)]
    }
    var schemaName: String?
    if let schema {
      schemaName = catalogs.name(
        ofDatabase: try catalogs.requireDatabase(
          named: ast.string(schema), sqlOffset: Int(schema.range.start)))
    }
    if let index = catalogs.findIndex(text, schema: schemaName), !index.isTableTree {
      return [
        StatisticsSubject(database: index.database, table: index.tableName, index: index.name)
      ]
    }
    if let database = virtualTableDatabase(text, schemaName) {
      return [StatisticsSubject(database: database, table: text)]
    }
    let relation = try catalogs.requireRelation(text, schema: schemaName)
    return [StatisticsSubject(database: relation.database, table: relation.name)]
  }

  private func virtualTableDatabase(_ name: String, _ schema: String?) -> Int? {
    let key = name.lowercasedASCII
    if let schema {
      return catalogs.database(named: schema).flatMap { catalogs[$0]?.virtualTables[key] == nil ? nil : $0 }
    }
    return catalogs.searchOrder.first { catalogs[$0]?.virtualTables[key] != nil }
  }

  private func emit(
    _ subject: StatisticsSubject, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    program.emitFileFormat()
    let roots = program.builder.newRegisters(Self.tables.count)
    var hasNewTable = false
    for (position, table) in Self.tables.enumerated() {
      let register = roots + Int32(truncatingIfNeeded: position)
      if let known = catalogs[subject.database]?.tables[table.name] {
        try emitClear(known, subject, &program)
        program.builder.emit(.integer, Int32(bitPattern: known.rootPage), register)
      } else {
        hasNewTable = true
        program.builder.emit(.copy, program.emitCreateTree(isIndex: false), register, 0)
        let cursor = program.openSchemaTable(of: subject.database)
        try program.emitSchemaRow(
          cursor: cursor, type: "table", name: table.name, tableName: table.name, rootRegister: register,
          sql: table.sql)
        program.builder.emit(.close, cursor)
      }
    }
    // Of an older format: not written any more.
    if let old = catalogs[subject.database]?.tables["sqlite_stat3"] {
      try emitClear(old, subject, &program)
    }
    try program.builder.emitNative(
      NativeCall("analyze") { connection, registers throws(DatabaseError) in
        let gatherer = StatisticsGatherer(
          connection: connection, subject: subject,
          averagesRoot: PageNumber(truncatingIfNeeded: registers.integer(0)),
          samplesRoot: PageNumber(truncatingIfNeeded: registers.integer(1)))
        try gatherer.run()
        return true
      }, registers: roots)
    if hasNewTable {
      program.emitSchemaChanged()
    } else {
      program.builder.emit(.reloadSchema, program.databaseOperand)
    }
  }

  /// The statistics so far of what is analysed.
  private func emitClear(
    _ table: TableDefinition, _ subject: StatisticsSubject, _ program: inout SchemaProgram
  ) throws(DatabaseError) {
    guard !table.isWithoutRowID, table.rootPage > 1 else {
      throw DatabaseError(.corrupt, "database disk image is malformed")
    }
    let root = Int32(bitPattern: table.rootPage)
    if let index = subject.index {
      program.emitDeleteRows(
        root: root, database: subject.database, where: [SchemaProgram.ColumnTest(column: 1, text: index)])
    } else if let name = subject.table {
      program.emitDeleteRows(
        root: root, database: subject.database, where: [SchemaProgram.ColumnTest(column: 0, text: name)])
    } else {
      program.builder.emit(.clearTree, root, program.databaseOperand, 0)
    }
  }
}

/// What one ANALYZE is about in one database: all tables, one, or one index.
struct StatisticsSubject: Sendable {
  let database: Int
  var table: String?
  var index: String?
  /// Tables of which nothing is gathered, in lower case.
  var leftOut: Set<String> = []
}
