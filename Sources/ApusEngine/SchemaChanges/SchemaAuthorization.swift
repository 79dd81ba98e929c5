import ApusSQL

/// What an authorizer is asked about statements that change schemas.
///
/// SQLite changes its schema table by statements that it prepares itself; their questions are asked here too, in their order, since
/// authorizers of today expect them. Where SQLite would leave out a part of the change — a row of the schema table without its name, an index of
/// a table that has none — the whole statement is left out, after the same questions.
struct SchemaAuthorization {
  let ast: AST
  let catalogs: CatalogSet
  let lookup: SchemaLookup
  let authorization: Authorization
  /// A part of the change is not allowed.
  var isLeftOut = false
  /// What ANALYZE passes over: names in lower case, by database.
  var tablesLeftOut: [Int: Set<String>] = [:]
  /// Compiling is going to tell of an error in a text: SQLite finds it there, and asks no further.
  var isUnsound = false

  /// PRAGMA writable_schema: names that begin with sqlite_ are like others.
  private let allowsReservedNames: Bool

  init(_ compiler: SchemaCompiler, _ authorization: Authorization) {
    ast = compiler.ast
    catalogs = compiler.catalogs
    lookup = compiler.lookup
    allowsReservedNames = compiler.allowsReservedNames
    self.authorization = authorization
  }

  /// Asks what SQLite asks before it knows whether the statement is a sound one. Names that mean nothing are no concern of the authorizer:
  /// compiling tells of them.
  /// - Returns: whether the statement is left out.
  /// - Throws: `.authorization`.
  mutating func ignores(_ statement: Statement) throws(DatabaseError) -> Bool {
    if !allowsReservedNames, let name = newName(statement), name.hasPrefixIgnoringCase("sqlite_") {
      return false
    }
    let ignores =
      switch statement {
      case .createTable(let node): try ignoresTable(node)
      case .createIndex(let node): try ignoresIndex(node)
      case .createView(let node): try ignoresView(node)
      case .createTrigger(let node): try ignoresTrigger(node)
      case .createVirtualTable(let node): try ignoresVirtualTable(node)
      case .drop(let node): try ignoresDrop(node)
      case .alterTable(let node): try ignoresAlteration(node)
      case .analyze(let schema, let name): try ignoresAnalysis(schema, name)
      default: false
      }
    return ignores || isLeftOut
  }

  /// Asks the rest, of a statement that is sound.
  /// - Returns: whether it is left out.
  mutating func ignoresEnd(of statement: Statement) throws(DatabaseError) -> Bool {
    switch statement {
    case .createTable(let node):
      if case .select = node.body { return try ignoresEnd(node) }
    case .alterTable(let node): return try ignoresStatements(of: node)
    case .drop(let node): return try ignoresEnd(node)
    default: break
    }
    return false
  }

  private func newName(_ statement: Statement) -> String? {
    switch statement {
    case .createTable(let node): ast.string(node.name)
    case .createIndex(let node): ast.string(node.name)
    case .createView(let node): ast.string(node.name)
    case .createTrigger(let node): ast.string(node.name)
    case .createVirtualTable(let node): ast.string(node.name)
    default: nil
    }
  }

  // MARK: The schema table

  func schemaTable(_ database: Int) -> String { database == 1 ? "sqlite_temp_master" : "sqlite_master" }

  func changes(_ action: AuthorizerAction, _ database: Int) throws(DatabaseError) -> Bool {
    try authorization.ignores(action, schemaTable(database), database: database)
  }

  mutating func updates(_ column: String, of table: String, _ database: Int) throws(DatabaseError) {
    if try authorization.ignores(.update, table, column, database: database) { isLeftOut = true }
  }

  /// - Returns: whether it reads as NULL.
  @discardableResult
  mutating func reads(_ column: String, of table: String, _ database: Int) throws(DatabaseError) -> Bool {
    let isHidden = try authorization.hides(column, of: table, database: database)
    if isHidden { isLeftOut = true }
    return isHidden
  }

  mutating func deletes(
    from table: String, by columns: [String], _ database: Int
  ) throws(DatabaseError) {
    // (An ignored DELETE goes row by row.)
    _ = try authorization.ignores(.delete, table, database: database)
    for column in columns { try reads(column, of: table, database) }
  }

  /// The row of a new object gets its values.
  mutating func completesRow(_ database: Int) throws(DatabaseError) {
    let table = schemaTable(database)
    for column in ["type", "name", "tbl_name", "rootpage", "sql"] { try updates(column, of: table, database) }
    try reads("ROWID", of: table, database)
  }

  /// Trees may move when one is destroyed.
  mutating func movesRoots(_ count: Int, _ database: Int) throws(DatabaseError) {
    let table = schemaTable(database)
    for _ in 0..<count {
      try updates("rootpage", of: table, database)
      try reads("rootpage", of: table, database)
    }
  }

  func database(_ schema: Name?, isTemporary: Bool) -> Int? {
    if isTemporary { return 1 }
    guard let schema else { return 0 }
    return catalogs.database(named: ast.string(schema))
  }

  func isKnown(_ name: String, _ database: Int) -> Bool {
    catalogs.findRelation(name, schema: catalogs.name(ofDatabase: database)) != nil
  }
}
