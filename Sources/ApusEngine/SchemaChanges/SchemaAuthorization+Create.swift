// CREATE.

import ApusSQL

extension SchemaAuthorization {
  /// - Parameter isTemporary: by the word; `temp.t` is told as a table of a database that happens to be temp.
  func ignoresNew(
    _ action: AuthorizerAction, _ name: String, _ second: String? = nil, database: Int, isTemporary: Bool
  ) throws(DatabaseError) -> Bool {
    let table = isTemporary ? "sqlite_temp_master" : "sqlite_master"
    if try authorization.ignores(.insert, table, database: database) { return true }
    return try authorization.ignores(action, name, second, database: database)
  }

  mutating func ignoresView(_ node: CreateViewStatement) throws(DatabaseError) -> Bool {
    guard let database = database(node.schema, isTemporary: node.isTemporary) else { return false }
    let name = ast.string(node.name)
    let action: AuthorizerAction = node.isTemporary ? .createTemporaryView : .createView
    if try ignoresNew(action, name, database: database, isTemporary: node.isTemporary) { return true }
    if node.ifNotExists, isKnown(name, database) { return false }
    try completesRow(database)
    return false
  }

  mutating func ignoresVirtualTable(
    _ node: CreateVirtualTableStatement
  ) throws(DatabaseError) -> Bool {
    guard let database = database(node.schema, isTemporary: false) else { return false }
    let name = ast.string(node.name)
    if try ignoresNew(
      .createVirtualTable, name, ast.string(node.module), database: database, isTemporary: false)
    {
      return true
    }
    if node.ifNotExists, isKnown(name, database) { return false }
    try completesRow(database)
    return false
  }

  mutating func ignoresTable(_ node: CreateTableStatement) throws(DatabaseError) -> Bool {
    guard let database = database(node.schema, isTemporary: node.isTemporary) else { return false }
    let name = ast.string(node.name)
    let action: AuthorizerAction = node.isTemporary ? .createTemporaryTable : .createTable
    if try ignoresNew(action, name, database: database, isTemporary: node.isTemporary) { return true }
    if isKnown(name, database) { return false }
    // Of CREATE TABLE AS the rest comes after the query: `endsTable`.
    guard case .columns(let columns, let constraints) = node.body else {
      try authorization.checkRows(in: ast)
      return false
    }
    let analysis = TableAnalysis(
      ast: ast, statement: node, schemaName: catalogs.name(ofDatabase: database), lookup: lookup)
    // What is wrong with the table is told when it is compiled.
    guard let table = try? analysis.analyse() else { return false }
    try createsIndexes(of: table, named: name, database)
    let expressions = SchemaExpressionList(ast, columns, constraints)
    let own = IndexedTable(
      name: name, columns: table.columns.map(\.definition.name), rowIDAlias: table.rowIDAlias,
      database: database)
    for id in expressions.found { try reads(id, of: own) }
    try completesRow(database)
    if table.isAutoIncrement, catalogs[database]?.tables["sqlite_sequence"] == nil {
      if try ignoresNew(.createTable, "sqlite_sequence", database: database, isTemporary: false) {
        isLeftOut = true
      } else {
        try completesRow(database)
      }
    }
    return false
  }

  /// The indexes of PRIMARY KEY and UNIQUE.
  mutating func createsIndexes(
    of table: TableBuilder, named name: String, _ database: Int
  ) throws(DatabaseError) {
    let action: AuthorizerAction = database == 1 ? .createTemporaryIndex : .createIndex
    for index in table.indexes {
      var ignores = try changes(.insert, database)
      if !ignores {
        ignores = try authorization.ignores(action, index.name, name, database: database)
      }
      if ignores {
        isLeftOut = true
        continue
      }
      for key in index.columns where table.columns.indices.contains(key.column) {
        if try authorization.hides(table.columns[key.column].definition.name, of: name, database: database) {
          throw DatabaseError(.error, "expressions prohibited in PRIMARY KEY and UNIQUE constraints")
        }
      }
      if try changes(.insert, database) { isLeftOut = true }
    }
  }

  /// The end of CREATE TABLE AS.
  /// - Returns: whether the statement is left out.
  mutating func ignoresEnd(_ node: CreateTableStatement) throws(DatabaseError) -> Bool {
    guard let database = database(node.schema, isTemporary: node.isTemporary),
      !isKnown(ast.string(node.name), database)
    else { return false }
    try completesRow(database)
    return isLeftOut
  }

  /// The functions and columns of an expression of a table.
  private mutating func reads(_ id: ExprID, of table: IndexedTable) throws(DatabaseError) {
    guard !isUnsound else { return }
    switch ast[id] {
    case .function(let call):
      let name = ast.string(ast[call].name)
      // What an ignored function is called with is not looked at.
      if try authorization.hidesFunction(
        name.lowercasedASCII, written: name, offset: Int(ast.range(id).start))
      {
        return
      }
    case .pattern(_, _, _, let op, _):
      if try authorization.hidesFunction(
        op.written.lowercasedASCII, written: op.written, offset: Int(ast.range(id).start))
      {
        return
      }
    case .column(let name) where !ast.isTruthName(name):
      if let column = table.column(named: ast.string(name)) {
        _ = try authorization.hides(column, of: table.name, database: table.database)
      } else if name.quoting == .none {
        isUnsound = true
      }
    case .qualifiedColumn(let name):
      guard let column = table.column(named: ast.string(ast[name].column)) else { return isUnsound = true }
      _ = try authorization.hides(column, of: table.name, database: table.database)
    default: break
    }
    try ast.forEachChild(of: id) { child throws(DatabaseError) in try reads(child, of: table) }
  }

  mutating func ignoresIndex(_ node: CreateIndexStatement) throws(DatabaseError) -> Bool {
    let name = ast.string(node.name)
    let table = ast.string(node.table)
    guard var database = database(node.schema, isTemporary: false) else { return false }
    if node.schema == nil, catalogs.findRelation(table)?.database == 1 { database = 1 }
    let action: AuthorizerAction = database == 1 ? .createTemporaryIndex : .createIndex
    guard
      case .table(let indexed)? = catalogs.findRelation(table, schema: catalogs.name(ofDatabase: database))
    else { return false }
    let own = IndexedTable(
      name: table, columns: indexed.columns.map(\.name), rowIDAlias: indexed.rowIDAlias, database: database)
    if catalogs[database]?.indexes[name.lowercasedASCII] != nil { return false }
    if try changes(.insert, database) { return true }
    if try authorization.ignores(action, name, table, database: database) { return true }
    if let filter = node.filter { try reads(filter, of: own) }
    for term in ast[node.columns] { try reads(term.expression, of: own) }
    if isUnsound { return false }
    if try changes(.insert, database) { return true }
    return try authorization.ignores(.reindex, name, database: database)
  }

  mutating func ignoresTrigger(_ node: CreateTriggerStatement) throws(DatabaseError) -> Bool {
    guard var database = database(node.schema, isTemporary: node.isTemporary) else { return false }
    let table = ast.string(node.table)
    // Temporary triggers watch tables of any database.
    let schema = (node.tableSchema ?? (database == 1 ? nil : node.schema)).map { ast.string($0) }
    guard let relation = catalogs.findRelation(table, schema: schema) else { return false }
    if node.schema == nil, relation.database == 1 { database = 1 }
    let name = ast.string(node.name)
    if catalogs[database]?.triggers[name.lowercasedASCII] != nil { return false }
    let isTemporary = relation.database == 1 || node.isTemporary
    let action: AuthorizerAction = isTemporary ? .createTemporaryTrigger : .createTrigger
    if try authorization.ignores(
      action, name, relation.name, database: node.isTemporary ? 1 : relation.database)
    {
      return true
    }
    if try changes(.insert, relation.database) { return true }
    try authorization.checkRows(in: ast)
    return try changes(.insert, database)
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

/// What texts of a table's schema may name.
private struct IndexedTable {
  let name: String
  let columns: [String]
  let rowIDAlias: Int
  let database: Int

  /// As an authorizer is told of it; nil: there is none of that name.
  func column(named name: String) -> String? {
    if let known = columns.first(where: { $0.equalsIgnoringCase(name) }) { return known }
    guard Binder.isRowIDName(name) else { return nil }
    return columns.indices.contains(rowIDAlias) ? columns[rowIDAlias] : "ROWID"
  }
}
