import ApusSQL

/// What an authorizer is asked about statements that change schemas.
///
/// SQLite changes its schema table by statements that it prepares itself; their questions are asked here too, in their order, since
/// authorizers of today expect them. Those of ALTER TABLE beyond the first are left out: they tell of functions that only SQLite has.
struct SchemaAuthorization {
  let ast: AST
  let catalogs: CatalogSet
  let lookup: SchemaLookup
  let authorization: Authorization

  /// - Returns: whether the statement is left out. Names that mean nothing are no concern of the authorizer: compiling tells of them.
  /// - Throws: `.authorization`.
  func ignores(_ statement: Statement) throws(DatabaseError) -> Bool {
    switch statement {
    case .createTable(let node): return try ignoresTable(node)
    case .createIndex(let node): return try ignoresIndex(node)
    case .createView(let node):
      guard let database = database(node.schema, isTemporary: node.isTemporary) else { return false }
      let action: AuthorizerAction = database == 1 ? .createTemporaryView : .createView
      if try ignoresNew(action, ast.string(node.name), database: database) { return true }
      return try endsNew(ast.string(node.name), database, node.ifNotExists)
    case .createTrigger(let node): return try ignoresTrigger(node)
    case .createVirtualTable(let node):
      guard let database = database(node.schema, isTemporary: false) else { return false }
      let name = ast.string(node.name)
      if try ignoresNew(.createVirtualTable, name, ast.string(node.module), database: database) {
        return true
      }
      return try endsNew(name, database, node.ifNotExists)
    case .drop(let node): return try ignoresDrop(node)
    case .alterTable(let node): return try ignoresAlteration(node)
    case .reindex(let schema, let name): return try ignoresReindex(schema, name)
    case .analyze(let schema, let name): return try ignoresAnalysis(schema, name)
    default: return false
    }
  }

  // MARK: The schema table

  private func schemaTable(_ database: Int) -> String {
    database == 1 ? "sqlite_temp_master" : "sqlite_master"
  }

  private func changes(_ action: AuthorizerAction, _ database: Int) throws(DatabaseError) -> Bool {
    try authorization.ignores(action, schemaTable(database), database: database)
  }

  private func deletes(
    from table: String, by columns: [String], _ database: Int
  ) throws(DatabaseError) -> Bool {
    var ignores = try authorization.ignores(.delete, table, database: database)
    for column in columns {
      if try authorization.hides(column, of: table, database: database) { ignores = true }
    }
    return ignores
  }

  /// The row of a new object gets its values.
  private func completesRow(_ database: Int) throws(DatabaseError) -> Bool {
    let table = schemaTable(database)
    for column in ["type", "name", "tbl_name", "rootpage", "sql"] {
      if try authorization.ignores(.update, table, column, database: database) { return true }
    }
    return try authorization.hides("ROWID", of: table, database: database)
  }

  /// Trees may move when one is destroyed.
  private func movesRoots(_ count: Int, _ database: Int) throws(DatabaseError) -> Bool {
    let table = schemaTable(database)
    for _ in 0..<count {
      if try authorization.ignores(.update, table, "rootpage", database: database) { return true }
      if try authorization.hides("rootpage", of: table, database: database) { return true }
    }
    return false
  }

  private func database(_ schema: Name?, isTemporary: Bool) -> Int? {
    if isTemporary { return 1 }
    guard let schema else { return 0 }
    return catalogs.database(named: ast.string(schema))
  }

  private func isKnown(_ name: String, _ database: Int) -> Bool {
    catalogs.findRelation(name, schema: catalogs.name(ofDatabase: database)) != nil
  }

  // MARK: CREATE

  private func ignoresNew(
    _ action: AuthorizerAction, _ name: String, _ second: String? = nil, database: Int
  ) throws(DatabaseError) -> Bool {
    if try changes(.insert, database) { return true }
    return try authorization.ignores(action, name, second, database: database)
  }

  private func endsNew(_ name: String, _ database: Int, _ ifNotExists: Bool) throws(DatabaseError) -> Bool {
    if ifNotExists, isKnown(name, database) { return false }
    return try completesRow(database)
  }

  private func ignoresTable(_ node: CreateTableStatement) throws(DatabaseError) -> Bool {
    guard let database = database(node.schema, isTemporary: node.isTemporary) else { return false }
    let name = ast.string(node.name)
    let action: AuthorizerAction = database == 1 ? .createTemporaryTable : .createTable
    if try ignoresNew(action, name, database: database) { return true }
    if isKnown(name, database) { return false }
    if case .columns(let columns, let constraints) = node.body {
      let analysis = TableAnalysis(
        ast: ast, statement: node, schemaName: catalogs.name(ofDatabase: database), lookup: lookup)
      // What is wrong with the table is told when it is compiled.
      guard let table = try? analysis.analyse() else { return false }
      let indexAction: AuthorizerAction = database == 1 ? .createTemporaryIndex : .createIndex
      for index in table.indexes {
        if try changes(.insert, database) { return true }
        if try authorization.ignores(indexAction, index.name, name, database: database) { return true }
        for key in index.columns where table.columns.indices.contains(key.column) {
          _ = try authorization.hides(table.columns[key.column].definition.name, of: name, database: database)
        }
        if try changes(.insert, database) { return true }
      }
      let expressions = SchemaExpressionList(ast, columns, constraints)
      for id in expressions.found { try reads(id, of: name, database) }
    }
    return try completesRow(database)
  }

  /// The functions and columns of an expression of a table.
  private func reads(_ id: ExprID, of table: String, _ database: Int) throws(DatabaseError) {
    switch ast[id] {
    case .function(let call):
      let name = ast.string(ast[call].name)
      _ = try authorization.hidesFunction(
        name.lowercasedASCII, written: name, offset: Int(ast.range(id).start))
    case .column(let name) where !ast.isTruthName(name):
      _ = try authorization.hides(ast.string(name), of: table, database: database)
    case .qualifiedColumn(let name):
      _ = try authorization.hides(ast.string(ast[name].column), of: table, database: database)
    default: break
    }
    try ast.forEachChild(of: id) { child throws(DatabaseError) in try reads(child, of: table, database) }
  }

  private func ignoresIndex(_ node: CreateIndexStatement) throws(DatabaseError) -> Bool {
    let name = ast.string(node.name)
    let table = ast.string(node.table)
    guard var database = database(node.schema, isTemporary: false) else { return false }
    if node.schema == nil, catalogs.findRelation(table)?.database == 1 { database = 1 }
    let action: AuthorizerAction = database == 1 ? .createTemporaryIndex : .createIndex
    guard isKnown(table, database) else { return false }
    if catalogs[database]?.indexes[name.lowercasedASCII] != nil { return false }
    if try ignoresNew(action, name, table, database: database) { return true }
    if let filter = node.filter { try reads(filter, of: table, database) }
    for term in ast[node.columns] { try reads(term.expression, of: table, database) }
    if try changes(.insert, database) { return true }
    return try authorization.ignores(.reindex, name, database: database)
  }

  private func ignoresTrigger(_ node: CreateTriggerStatement) throws(DatabaseError) -> Bool {
    guard var database = database(node.schema, isTemporary: node.isTemporary) else { return false }
    let table = ast.string(node.table)
    let schema = node.tableSchema.map { ast.string($0) }
    guard let relation = catalogs.findRelation(table, schema: schema) else { return false }
    if node.schema == nil, relation.database == 1 { database = 1 }
    let action: AuthorizerAction = database == 1 ? .createTemporaryTrigger : .createTrigger
    if try authorization.ignores(action, ast.string(node.name), relation.name, database: database) {
      return true
    }
    if try changes(.insert, relation.database) { return true }
    return try changes(.insert, database)
  }

  // MARK: DROP

  private func ignoresDrop(_ node: DropStatement) throws(DatabaseError) -> Bool {
    let name = ast.string(node.name)
    let schema = node.schema.map { ast.string($0) }
    switch node.kind {
    case .table, .view:
      guard let relation = catalogs.findRelation(name, schema: schema) else { return false }
      return try ignoresDrop(of: relation)
    case .index:
      guard let index = catalogs.findIndex(name, schema: schema) else { return false }
      let action: AuthorizerAction = index.database == 1 ? .dropTemporaryIndex : .dropIndex
      if try changes(.delete, index.database) { return true }
      if try authorization.ignores(action, index.name, index.tableName, database: index.database) {
        return true
      }
      if try deletesStatistics(by: "idx", index.database) { return true }
      if try deletes(from: schemaTable(index.database), by: ["name", "type"], index.database) { return true }
      return try movesRoots(1, index.database)
    case .trigger:
      guard let trigger = catalogs.findTrigger(name, schema: schema) else { return false }
      return try ignoresDrop(of: trigger)
    }
  }

  private func ignoresDrop(of relation: CatalogSet.Relation) throws(DatabaseError) -> Bool {
    let database = relation.database
    let name = relation.name
    if try changes(.delete, database) { return true }
    var roots = 0
    var isAutoIncrement = false
    let isIgnored: Bool
    switch relation {
    case .view:
      let action: AuthorizerAction = database == 1 ? .dropTemporaryView : .dropView
      isIgnored = try authorization.ignores(action, name, database: database)
    case .virtual(let table):
      isIgnored = try authorization.ignores(
        .dropVirtualTable, name, table.moduleName, database: database)
    case .table(let table):
      let action: AuthorizerAction = database == 1 ? .dropTemporaryTable : .dropTable
      isIgnored = try authorization.ignores(action, name, database: database)
      isAutoIncrement = table.isAutoIncrement
      roots = Set([table.rootPage] + catalogs.indexes(of: table).map(\.rootPage)).count
    }
    if isIgnored { return true }
    if try authorization.ignores(.delete, name, database: database) { return true }
    if case .view = relation {} else if try deletesStatistics(by: "tbl", database) { return true }
    for trigger in catalogs.triggers(on: relation) where try ignoresDrop(of: trigger) { return true }
    if isAutoIncrement, try deletes(from: "sqlite_sequence", by: ["name"], database) { return true }
    if try deletes(from: schemaTable(database), by: ["tbl_name", "type"], database) { return true }
    return try movesRoots(roots, database)
  }

  private func ignoresDrop(of trigger: TriggerDefinition) throws(DatabaseError) -> Bool {
    let database = trigger.database
    let action: AuthorizerAction = database == 1 ? .dropTemporaryTrigger : .dropTrigger
    if try authorization.ignores(action, trigger.name, trigger.tableName, database: database) { return true }
    if try changes(.delete, database) { return true }
    return try deletes(from: schemaTable(database), by: ["name", "type"], database)
  }

  private func deletesStatistics(by column: String, _ database: Int) throws(DatabaseError) -> Bool {
    for number in 1...4 {
      let table = "sqlite_stat\(number)"
      guard catalogs[database]?.tables[table] != nil else { continue }
      if try deletes(from: table, by: [column], database) { return true }
    }
    return false
  }

  // MARK: ALTER, REINDEX, ANALYZE

  private func ignoresAlteration(_ node: AlterTableStatement) throws(DatabaseError) -> Bool {
    let schema = node.schema.map { ast.string($0) }
    guard let relation = catalogs.findRelation(ast.string(node.table), schema: schema) else { return false }
    var column: String?
    if case .dropColumn(let name) = node.action { column = ast.string(name) }
    return try authorization.ignoresAlteration(of: relation.name, relation.database, column: column)
  }

  private func ignoresReindex(_ schema: Name?, _ name: Name?) throws(DatabaseError) -> Bool {
    guard let indexes = reindexed(schema, name) else { return false }
    // (SQLite leaves single indexes out.)
    for index in indexes {
      if try authorization.ignores(.reindex, index.name, database: index.database) { return true }
    }
    return false
  }

  private func reindexed(_ schema: Name?, _ name: Name?) -> [IndexDefinition]? {
    func all(where isWanted: (IndexDefinition) -> Bool) -> [IndexDefinition] {
      catalogs.entries.flatMap { entry in
        entry.catalog.tableOrder.flatMap { entry.catalog.indexesByTable[$0] ?? [] }
      }.filter { !$0.isTableTree && isWanted($0) }
    }
    guard let name else { return all { _ in true } }
    let text = ast.string(name)
    let schemaName = schema.map { ast.string($0) }
    if schema == nil, let collation = lookup.findCollation(text) {
      return all { index in index.columns.contains { $0.collation == collation } }
    }
    if case .table(let table)? = catalogs.findRelation(text, schema: schemaName) {
      return catalogs.indexes(of: table).filter { !$0.isTableTree }
    }
    return catalogs.findIndex(text, schema: schemaName).map { $0.isTableTree ? [] : [$0] }
  }

  private func ignoresAnalysis(_ schema: Name?, _ name: Name?) throws(DatabaseError) -> Bool {
    let compiler = AnalyzeCompiler(ast: ast, catalogs: catalogs)
    guard let subjects = try? compiler.subjects(schema, name) else { return false }
    for subject in subjects {
      let catalog = catalogs[subject.database]
      for table in ["sqlite_stat1", "sqlite_stat4"] where catalog?.tables[table] == nil {
        if try ignoresNew(.createTable, table, database: subject.database) { return true }
        if try completesRow(subject.database) { return true }
      }
      let tables = subject.table.map { [$0] } ?? (catalog?.tables.values.map(\.name).sorted() ?? [])
      for table in tables where !table.hasPrefixIgnoringCase("sqlite_") {
        if try authorization.ignores(.analyze, table, database: subject.database) { return true }
      }
    }
    return false
  }
}

/// The expressions of a CREATE TABLE that SQLite resolves when the table is made: of CHECK and of generated columns.
private struct SchemaExpressionList {
  private(set) var found: [ExprID] = []

  init(
    _ ast: AST, _ columns: NodeList<ApusSQL.ColumnDefinition>, _ constraints: NodeList<TableConstraint>
  ) {
    var generated: [ExprID] = []
    for column in ast[columns] {
      for constraint in ast[column.constraints] {
        switch constraint.kind {
        case .check(let id, _): found.append(id)
        case .generated(let id, _, _): generated.append(id)
        default: break
        }
      }
    }
    for constraint in ast[constraints] {
      if case .check(let id, _, _) = constraint.kind { found.append(id) }
    }
    found += generated
  }
}
