// DROP.

import ApusSQL

extension SchemaAuthorization {
  mutating func ignoresDrop(_ node: DropStatement) throws(DatabaseError) -> Bool {
    let name = ast.string(node.name)
    let schema = node.schema.map { ast.string($0) }
    switch node.kind {
    case .table, .view:
      guard let relation = catalogs.findRelation(name, schema: schema) else { return false }
      return try ignoresDrop(of: relation, asView: node.kind == .view)
    case .index:
      guard let index = catalogs.findIndex(name, schema: schema) else { return false }
      let action: AuthorizerAction = index.database == 1 ? .dropTemporaryIndex : .dropIndex
      if try changes(.delete, index.database) { return true }
      if try authorization.ignores(action, index.name, index.tableName, database: index.database) {
        return true
      }
      try deletes(from: schemaTable(index.database), by: ["name", "type"], index.database)
      try deletesStatistics(by: "idx", index.database)
      try movesRoots(1, index.database)
      return false
    case .trigger:
      guard let trigger = catalogs.findTrigger(name, schema: schema) else { return false }
      return try !drops(trigger)
    }
  }

  mutating func ignoresDrop(
    of relation: CatalogSet.Relation, asView: Bool
  ) throws(DatabaseError) -> Bool {
    let database = relation.database
    let name = relation.name
    if try changes(.delete, database) { return true }
    var isSound = true
    var module: String?
    switch relation {
    case .view: isSound = asView
    case .virtual(let table):
      isSound = !asView
      module = table.moduleName
    case .table(let table): isSound = !asView && !table.isSystem
    }
    let action: AuthorizerAction =
      asView
      ? database == 1 ? .dropTemporaryView : .dropView
      : module != nil ? .dropVirtualTable : database == 1 ? .dropTemporaryTable : .dropTable
    if try authorization.ignores(action, name, asView ? nil : module, database: database) { return true }
    if try authorization.ignores(.delete, name, database: database) { return true }
    // DROP VIEW of a table, or the other way round: compiling tells of it.
    guard isSound else { return false }
    if !asView { try deletesStatistics(by: "tbl", database) }
    return false
  }

  /// What follows the DELETE of all rows that foreign keys ask for.
  mutating func ignoresEnd(_ node: DropStatement) throws(DatabaseError) -> Bool {
    guard node.kind == .table || node.kind == .view,
      let relation = catalogs.findRelation(ast.string(node.name), schema: node.schema.map { ast.string($0) })
    else { return false }
    let database = relation.database
    var roots = 0
    var isAutoIncrement = false
    if case .table(let table) = relation {
      isAutoIncrement = table.isAutoIncrement
      roots = Set([table.rootPage] + catalogs.indexes(of: table).map(\.rootPage)).count
    }
    for trigger in catalogs.triggers(on: relation) where try !drops(trigger) { isLeftOut = true }
    if isAutoIncrement { try deletes(from: "sqlite_sequence", by: ["name"], database) }
    try deletes(from: schemaTable(database), by: ["tbl_name", "type"], database)
    try movesRoots(roots, database)
    return isLeftOut
  }

  /// - Returns: whether the trigger may go.
  mutating func drops(_ trigger: TriggerDefinition) throws(DatabaseError) -> Bool {
    let database = trigger.database
    let action: AuthorizerAction = database == 1 ? .dropTemporaryTrigger : .dropTrigger
    if try authorization.ignores(action, trigger.name, trigger.tableName, database: database) { return false }
    if try changes(.delete, database) { return false }
    try deletes(from: schemaTable(database), by: ["name", "type"], database)
    return true
  }

  mutating func deletesStatistics(by column: String, _ database: Int) throws(DatabaseError) {
    for number in 1...4 {
      let table = "sqlite_stat\(number)"
      guard catalogs[database]?.tables[table] != nil else { continue }
      try deletes(from: table, by: [column], database)
    }
  }
}
