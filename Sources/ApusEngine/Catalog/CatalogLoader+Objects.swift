import ApusSQL

// One method per kind of object in the schema table.

extension CatalogLoader {
  /// The schema table itself, root page 1.
  mutating func addSchemaTable() {
    let name = source.database == 1 ? "sqlite_temp_master" : "sqlite_master"
    var builder = TableBuilder(name: name, lookup: .lenient)
    for (column, type) in [
      ("type", "TEXT"), ("name", "TEXT"), ("tbl_name", "TEXT"), ("rootpage", "INT"), ("sql", "TEXT"),
    ] {
      // Five different names: nothing to refuse.
      try? builder.addColumn(name: column, typeSource: type)
    }
    tables[name] = CatalogDraft.Table(
      builder: builder, root: 1, sql: "", ast: AST(), isSystem: true, database: source.database)
    tableOrder.append(name)
  }

  mutating func add(
    _ statement: CreateTableStatement, ast: AST, row: SchemaRow, root: UInt32, sql: String
  ) throws(DatabaseError) {
    let name = ast.string(statement.name)
    try checkRow(row, type: "table", name: name, tableName: name, schema: statement.schema)
    if try isTaken(name, ifNotExists: statement.ifNotExists) { return }
    guard root != 1, case .columns = statement.body else { throw Self.unexplained }
    let analysis = TableAnalysis(
      ast: ast, statement: statement, schemaName: source.databaseName, lookup: lookup)
    var builder = try analysis.analyse()
    if !source.allowsDescending { builder.ignoreDescending() }
    let key = name.lowercasedASCII
    tables[key] = CatalogDraft.Table(
      builder: builder, root: root, sql: sql, ast: ast, isSystem: false, database: source.database)
    tableOrder.append(key)
    for index in builder.indexes { indexOwners[index.name.lowercasedASCII] = key }
  }

  /// Whether a name is in use, which IF NOT EXISTS forgives.
  private func isTaken(_ name: String, ifNotExists: Bool) throws(DatabaseError) -> Bool {
    let key = name.lowercasedASCII
    if tables[key] != nil || virtualTables[key] != nil || views[key] != nil {
      if ifNotExists { return true }
      let kind = views[key] == nil ? "table" : "view"
      throw DatabaseError(.error, "\(kind) \(name) already exists")
    }
    if indexOwners[key] != nil {
      throw DatabaseError(.error, "there is already an index named \(name)")
    }
    return false
  }

  mutating func add(
    _ statement: CreateVirtualTableStatement, ast: AST, row: SchemaRow, sql: String
  ) throws(DatabaseError) {
    let name = ast.string(statement.name)
    try checkRow(row, type: "table", name: name, tableName: name, schema: statement.schema)
    if try isTaken(name, ifNotExists: statement.ifNotExists) { return }
    let key = name.lowercasedASCII
    virtualTables[key] = VirtualTableDefinition(
      name: name, database: source.database, moduleName: ast.string(statement.module),
      arguments: ast[statement.arguments].map { ast.string($0) }, sql: sql)
    tableOrder.append(key)
  }

  mutating func add(
    _ statement: CreateIndexStatement, ast: AST, row: SchemaRow, root: UInt32, sql: String
  ) throws(DatabaseError) {
    let name = ast.string(statement.name)
    let tableName = ast.string(statement.table)
    let tableKey = tableName.lowercasedASCII
    guard let table = tables[tableKey] else {
      if views[tableKey] != nil { throw DatabaseError(.error, "views may not be indexed") }
      if virtualTables[tableKey] != nil {
        throw DatabaseError(.error, "virtual tables may not be indexed")
      }
      throw DatabaseError(.error, "no such table: \(source.databaseName).\(tableName)")
    }
    try checkRow(row, type: "index", name: name, tableName: tableName, schema: statement.schema)
    let key = name.lowercasedASCII
    guard indexOwners[key] == nil else {
      if statement.ifNotExists { return }
      throw DatabaseError(.error, "index \(name) already exists")
    }
    let target = table.analysisTable(lookup)
    let columns = try IndexAnalysis.columns(
      statement, ast: ast, table: target, schemaName: source.databaseName, lookup: lookup,
      allowsDescending: source.allowsDescending)
    guard !table.createdIndexes.contains(where: { $0.root == root }),
      !table.constraintRoots.values.contains(root)
    else { throw DatabaseError(.error, "invalid rootpage") }
    tables[tableKey]?.createdIndexes.append(
      CatalogDraft.Index(
        name: name, columns: columns, isUnique: statement.isUnique, filter: statement.filter, root: root,
        sql: sql, ast: ast))
    indexOwners[key] = tableKey
  }

  /// A row without SQL: the index of a PRIMARY KEY or UNIQUE constraint.
  mutating func addConstraintIndex(_ row: SchemaRow, name: String) throws(DatabaseError) {
    let key = name.lowercasedASCII
    guard let owner = indexOwners[key], let table = tables[owner] else { throw damaged(row, "orphan index") }
    guard case .number(let root) = row.rootPage, root >= 2,
      source.pageCount == 0 || root <= source.pageCount,
      !table.createdIndexes.contains(where: { $0.root == root }),
      !table.constraintRoots.contains(where: { $0.value == root && $0.key != key })
    else { throw damaged(row, "invalid rootpage") }
    tables[owner]?.constraintRoots[key] = root
  }

  mutating func add(
    _ statement: CreateViewStatement, ast: AST, row: SchemaRow, root: UInt32, sql: String
  ) throws(DatabaseError) {
    let name = ast.string(statement.name)
    guard ast.parameterCount == 0 else {
      throw DatabaseError(.error, "parameters are not allowed in views")
    }
    try checkRow(row, type: "view", name: name, tableName: name, schema: statement.schema)
    if try isTaken(name, ifNotExists: statement.ifNotExists) { return }
    guard root == 0 else { throw Self.unexplained }
    tableOrder.append(name.lowercasedASCII)
    views[name.lowercasedASCII] = ViewDefinition(
      name: name, database: source.database, columnNames: ast[statement.columns].map { ast.string($0) },
      select: statement.select, sql: sql, ast: ast)
  }

  mutating func add(
    _ statement: CreateTriggerStatement, ast: AST, row: SchemaRow, sql: String
  ) throws(DatabaseError) {
    let name = ast.string(statement.name)
    let tableName = ast.string(statement.table)
    let tableKey = tableName.lowercasedASCII
    if source.database != 1 {
      // Temp triggers may watch tables of other databases; all others must find theirs.
      let isView = views[tableKey] != nil
      guard isView || tables[tableKey] != nil || virtualTables[tableKey] != nil else {
        throw DatabaseError(.error, "no such table: \(source.databaseName).\(tableName)")
      }
      try Self.checkTiming(statement.time, isView: isView, tableName: tableName)
    }
    try checkRow(row, type: "trigger", name: name, tableName: tableName, schema: statement.schema)
    let key = name.lowercasedASCII
    guard triggers[key] == nil else {
      if statement.ifNotExists { return }
      throw DatabaseError(.error, "trigger \(name) already exists")
    }
    let trigger = Self.trigger(statement, ast: ast, database: source.database, sql: sql)
    triggers[key] = trigger
    triggersByTable[tableKey, default: []].insert(trigger, at: 0)
  }

  /// - Throws: "cannot create INSTEAD OF trigger on table: t" and its opposite.
  static func checkTiming(_ time: TriggerTime, isView: Bool, tableName: String) throws(DatabaseError) {
    if isView, time != .insteadOf {
      let word = time == .after ? "AFTER" : "BEFORE"
      throw DatabaseError(.error, "cannot create \(word) trigger on view: \(tableName)")
    }
    if !isView, time == .insteadOf {
      throw DatabaseError(.error, "cannot create INSTEAD OF trigger on table: \(tableName)")
    }
  }

  static func trigger(
    _ statement: CreateTriggerStatement, ast: AST, database: Int, sql: String
  ) -> TriggerDefinition {
    let timing: TriggerDefinition.Timing
    switch statement.time {
    case .unspecified, .before: timing = .before
    case .after: timing = .after
    case .insteadOf: timing = .insteadOf
    }
    let event: TriggerDefinition.Event
    var columns: [String] = []
    switch statement.event {
    case .delete: event = .delete
    case .insert: event = .insert
    case .update(let names):
      event = .update
      columns = ast[names].map { ast.string($0) }
    }
    return TriggerDefinition(
      name: ast.string(statement.name), database: database, tableName: ast.string(statement.table),
      timing: timing, event: event, updateColumns: columns, sql: sql, ast: ast,
      tableSchema: statement.tableSchema.map { ast.string($0) }, statement: statement)
  }
}
