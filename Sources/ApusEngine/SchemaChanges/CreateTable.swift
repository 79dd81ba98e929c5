import ApusSQL

// CREATE TABLE, with columns and as the result of a query.

extension SchemaCompiler {
  func compile(_ statement: CreateTableStatement) throws(DatabaseError) -> Program {
    let database = try targetDatabase(
      schema: statement.schema, isTemporary: statement.isTemporary)
    let name = ast.string(statement.name)
    try refuseReservedName(name)
    if try isTaken(statement.name, database: database, ifNotExists: statement.ifNotExists) {
      return emptyProgram(database: database)
    }
    let analysis = TableAnalysis(
      ast: ast, statement: statement, schemaName: catalogs.name(ofDatabase: database), lookup: lookup)
    let table = try analysis.analyse()
    let hasOptions = statement.isStrict || statement.isWithoutRowid
    let sql =
      hasOptions
      ? storedTextToSemicolon("CREATE TABLE ", from: statement.name)
      : storedText("CREATE TABLE ", from: statement.name)
    var program = SchemaProgram(database: database, catalogs: catalogs)
    program.emitFileFormat()
    let root = program.emitCreateTree(isIndex: table.isWithoutRowID)
    let cursor = program.openSchemaTable(of: database)
    // Written before the trees of indexes are made, as in SQLite: pages get the same numbers.
    let reserved = program.emitReservedRow(cursor: cursor)
    for index in table.indexes where !(table.isWithoutRowID && index.origin == .primaryKey) {
      let indexRoot = program.emitCreateTree(isIndex: true)
      try program.emitSchemaRow(
        cursor: cursor, type: "index", name: index.name, tableName: name, rootRegister: indexRoot, sql: nil)
    }
    try program.emitSchemaRow(
      cursor: cursor, type: "table", name: name, tableName: name, rootRegister: root, sql: sql,
      replacing: reserved)
    if table.isAutoIncrement, catalogs[database]?.tables["sqlite_sequence"] == nil {
      let sequenceRoot = program.emitCreateTree(isIndex: false)
      try program.emitSchemaRow(
        cursor: cursor, type: "table", name: "sqlite_sequence", tableName: "sqlite_sequence",
        rootRegister: sequenceRoot, sql: "CREATE TABLE sqlite_sequence(name,seq)")
    }
    program.emitSchemaChanged()
    return program.finish()
  }

  /// The database of a new table or view.
  func targetDatabase(schema: Name?, isTemporary: Bool) throws(DatabaseError) -> Int {
    let database = try database(schema)
    guard isTemporary else { return database }
    guard schema == nil || database == 1 else {
      throw DatabaseError(.error, "temporary table name must be unqualified")
    }
    return 1
  }

  // MARK: CREATE TABLE AS

  /// A column of the query behind CREATE TABLE AS, its name made unique by the caller.
  public struct QueryColumn: Sendable {
    public var name: String
    public var affinity: Affinity

    public init(name: String, affinity: Affinity) {
      self.name = name
      self.affinity = affinity
    }
  }

  /// The program of `CREATE TABLE … AS SELECT`.
  /// - Parameters:
  ///   - resolve: resolves the query, when it is known that the name is free.
  ///   - emitRows: emits the loop that inserts the query's rows into the new table's cursor.
  /// - Throws: SQLite's error for what is wrong with the name, and what the closures throw.
  public func compileCreateTableAs(
    _ statement: CreateTableStatement, resolve: () throws(DatabaseError) -> [QueryColumn],
    emitRows: (
      _ builder: inout ProgramBuilder, _ cursor: Int32, _ columns: [QueryColumn]
    ) throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> Program {
    let database = try targetDatabase(schema: statement.schema, isTemporary: statement.isTemporary)
    let name = ast.string(statement.name)
    try refuseReservedName(name)
    if try isTaken(statement.name, database: database, ifNotExists: statement.ifNotExists) {
      return emptyProgram(database: database)
    }
    let columns = try resolve()
    var program = SchemaProgram(database: database, catalogs: catalogs)
    program.emitFileFormat()
    let root = program.emitCreateTree(isIndex: false)
    // The query may read the schema: what it sees of the new table is a row of NULLs, as in SQLite.
    let reserving = program.openSchemaTable(of: database)
    let reserved = program.emitReservedRow(cursor: reserving)
    program.builder.emit(.close, reserving)
    let cursor = program.builder.newCursor()
    program.builder.emit(
      .openWrite, cursor, root, program.databaseOperand, p5: InstructionFlag.rootInRegister)
    try emitRows(&program.builder, cursor, columns)
    program.builder.emit(.close, cursor)
    let schemaCursor = program.openSchemaTable(of: database)
    try program.emitSchemaRow(
      cursor: schemaCursor, type: "table", name: name, tableName: name, rootRegister: root,
      sql: Self.createTableText(name: name, columns: columns), replacing: reserved)
    program.builder.emit(.close, schemaCursor)
    program.emitSchemaChanged()
    return program.finish()
  }

  /// The statement that SQLite stores for CREATE TABLE AS: on one line while it is short, names quoted when need be.
  public static func createTableText(name: String, columns: [QueryColumn]) -> String {
    var length = quotedLength(name)
    for column in columns { length += quotedLength(column.name) + 5 }
    let isShort = length < 50
    var text = "CREATE TABLE \(quotedIfNeeded(name))("
    for (index, column) in columns.enumerated() {
      if index == 0 {
        text += isShort ? "" : "\n  "
      } else {
        text += isShort ? "," : ",\n  "
      }
      text += quotedIfNeeded(column.name)
      switch column.affinity {
      case .none, .blob: break
      case .text: text += " TEXT"
      case .numeric: text += " NUM"
      case .integer: text += " INT"
      case .real: text += " REAL"
      }
    }
    return text + (isShort ? ")" : "\n)")
  }

  private static func quotedLength(_ name: String) -> Int {
    name.utf8.count + name.utf8.count { $0 == 0x22 } + 2
  }

  private static func quotedIfNeeded(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { byte in
        byte == 0x5f || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a)
      } && !name.isEmpty && !(name.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? true)
    if isPlain, !isKeyword(name) { return name }
    var quoted = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Whether a bare word is anything but an identifier to the lexer.
  private static func isKeyword(_ word: String) -> Bool { Keywords.all.contains(word.lowercasedASCII) }
}

/// SQLite's keywords (https://www.sqlite.org/lang_keywords.html), in lower case.
package enum Keywords {
  package static let all: Set<String> = [
    "abort", "action", "add", "after", "all", "alter", "always", "analyze", "and", "as", "asc", "attach",
    "autoincrement", "before", "begin", "between", "by", "cascade", "case", "cast", "check", "collate",
    "column", "commit", "conflict", "constraint", "create", "cross", "current", "current_date",
    "current_time", "current_timestamp", "database", "default", "deferrable", "deferred", "delete", "desc",
    "detach", "distinct", "do", "drop", "each", "else", "end", "escape", "except", "exclude", "exclusive",
    "exists", "explain", "fail", "filter", "first", "following", "for", "foreign", "from", "full",
    "generated", "glob", "group", "groups", "having", "if", "ignore", "immediate", "in", "index", "indexed",
    "initially", "inner", "insert", "instead", "intersect", "into", "is", "isnull", "join", "key", "last",
    "left", "like", "limit", "match", "materialized", "natural", "no", "not", "nothing", "notnull", "null",
    "nulls", "of", "offset", "on", "or", "order", "others", "outer", "over", "partition", "plan", "pragma",
    "preceding", "primary", "query", "raise", "range", "recursive", "references", "regexp", "reindex",
    "release", "rename", "replace", "restrict", "returning", "right", "rollback", "row", "rows", "savepoint",
    "select", "set", "table", "temp", "temporary", "then", "ties", "to", "transaction", "trigger",
    "unbounded", "union", "unique", "update", "using", "vacuum", "values", "view", "virtual", "when",
    "where", "window", "with", "within", "without",
  ]
}
