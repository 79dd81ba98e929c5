import ApusSQL

/// The modules of one connection and the virtual tables that it has reached.
///
/// A reached table is kept until the schema is read anew because somebody else changed it, or goes back to an older state; programs
/// that were compiled against it are compiled again then.
final class ModuleRegistry {
  private struct Entry {
    var name: String
    var module: any VirtualTableModule
  }

  private struct Key: Hashable {
    var database: Int
    /// Lower case.
    var name: String
  }

  /// By lower-case name.
  private var modules: [String: Entry] = [:]
  /// The tables that modules are by themselves, by the module's lower-case name.
  private var eponymous: [String: ConnectedTable] = [:]
  private var connected: [Key: ConnectedTable] = [:]
  /// Tables that are being created or reached: a module that reads its own table while it makes it would never end.
  private var underConstruction: Set<Key> = []
  /// The part of the transaction that is theirs.
  let transaction = VirtualTableTransaction()

  init() {
    register(SeriesModule(), named: "generate_series")
    register(JSONModule(isRecursive: false, form: .text), named: "json_each")
    register(JSONModule(isRecursive: true, form: .text), named: "json_tree")
    register(JSONModule(isRecursive: false, form: .binary), named: "jsonb_each")
    register(JSONModule(isRecursive: true, form: .binary), named: "jsonb_tree")
    register(PageStatisticsModule(), named: "dbstat")
    register(PageModule(), named: "sqlite_dbpage")
  }

  /// nil takes the module away; its tables stay in the schema.
  func register(_ module: (any VirtualTableModule)?, named name: String) {
    let key = name.lowercasedASCII
    modules[key] = module.map { Entry(name: name, module: $0) }
    eponymous[key] = nil
    for (place, table) in connected where table.moduleName.lowercasedASCII == key { connected[place] = nil }
  }

  /// In no particular order.
  var names: [String] { modules.values.map(\.name) }

  /// The module of that name. Those of pragmas come into being when they are first named.
  private func entry(named name: String) -> Entry? {
    let key = name.lowercasedASCII
    if let known = modules[key] { return known }
    guard let module = PragmaModule(tableName: key) else { return nil }
    let entry = Entry(name: key, module: module)
    modules[key] = entry
    return entry
  }

  static func unknownModule(_ name: String) -> DatabaseError {
    DatabaseError(.error, "no such module: \(name)")
  }

  // MARK: Tables

  /// The table that a module's name stands for, nil when there is none.
  func eponymousTable(named name: String, connection: Connection) throws(DatabaseError) -> ConnectedTable? {
    let key = name.lowercasedASCII
    if let known = eponymous[key] { return known }
    guard let entry = entry(named: key), entry.module.eponymy != .none else { return nil }
    let table = try make(
      VirtualTableDefinition(name: entry.name, database: 0, moduleName: entry.name, arguments: [], sql: ""),
      by: entry, isCreated: false, isEponymous: true, connection)
    eponymous[key] = table
    return table
  }

  /// A table of a schema.
  func connect(
    _ definition: VirtualTableDefinition, connection: Connection
  ) throws(DatabaseError) -> ConnectedTable {
    let key = Key(database: definition.database, name: definition.name.lowercasedASCII)
    if let known = connected[key], known.definition.sql == definition.sql { return known }
    guard let entry = entry(named: definition.moduleName) else {
      throw Self.unknownModule(definition.moduleName)
    }
    let table = try make(definition, by: entry, isCreated: false, isEponymous: false, connection)
    connected[key] = table
    return table
  }

  /// CREATE VIRTUAL TABLE: the schema has the table already.
  func create(_ reference: VirtualTableReference, connection: Connection) throws(DatabaseError) {
    let definition = try self.definition(reference, connection)
    guard let entry = entry(named: definition.moduleName), entry.module.eponymy != .only else {
      throw Self.unknownModule(definition.moduleName)
    }
    let table = try make(definition, by: entry, isCreated: true, isEponymous: false, connection)
    connected[Key(database: definition.database, name: definition.name.lowercasedASCII)] = table
    try transaction.add(table, depth: connection.savepointDepth)
  }

  /// DROP TABLE: what the table keeps goes, and the table with it.
  func destroy(_ reference: VirtualTableReference, connection: Connection) throws(DatabaseError) {
    let key = Key(database: reference.database, name: reference.tableName.lowercasedASCII)
    guard let table = connected[key] else { throw DatabaseError(.internal, "virtual table is not connected") }
    guard table.openCursors == 0 else { throw DatabaseError(.locked, "database table is locked") }
    connection.counters.pointee.runningDestructions += 1
    defer { connection.counters.pointee.runningDestructions -= 1 }
    try table.table.destroy()
    connected[key] = nil
    transaction.remove(table)
  }

  /// ALTER TABLE RENAME: the table takes its new name, and is reached anew under it.
  func rename(
    _ reference: VirtualTableReference, to name: String, connection: Connection
  ) throws(DatabaseError) {
    let table = try self.table(reference, connection: connection)
    try table.table.rename(to: name)
    connected[Key(database: reference.database, name: reference.tableName.lowercasedASCII)] = nil
  }

  /// The table that a program names.
  func table(_ reference: VirtualTableReference, connection: Connection) throws(DatabaseError)
    -> ConnectedTable
  {
    guard reference.isEponymous else {
      let key = Key(database: reference.database, name: reference.tableName.lowercasedASCII)
      if let known = connected[key] { return known }
      return try connect(try definition(reference, connection), connection: connection)
    }
    if let found = try eponymousTable(named: reference.tableName, connection: connection) { return found }
    throw Self.unknownModule(reference.tableName)
  }

  private func definition(
    _ reference: VirtualTableReference, _ connection: Connection
  ) throws(DatabaseError) -> VirtualTableDefinition {
    let catalog = try connection.currentCatalog(of: try connection.database(reference.database))
    guard let found = catalog.virtualTables[reference.tableName.lowercasedASCII] else {
      throw DatabaseError(.error, "no such table: \(reference.tableName)")
    }
    return found
  }

  private func make(
    _ definition: VirtualTableDefinition, by entry: Entry, isCreated: Bool, isEponymous: Bool,
    _ connection: Connection
  ) throws(DatabaseError) -> ConnectedTable {
    let key = Key(database: definition.database, name: definition.name.lowercasedASCII)
    guard underConstruction.insert(key).inserted else {
      throw DatabaseError(.error, "vtable constructor called recursively: \(definition.name)")
    }
    defer { underConstruction.remove(key) }
    let request = VirtualTableRequest(
      connection: connection, moduleName: definition.moduleName,
      schemaName: try connection.database(definition.database).name, tableName: definition.name,
      arguments: definition.arguments)
    let made: VirtualTableConnection
    do throws(DatabaseError) {
      made = try isCreated ? entry.module.create(request) : entry.module.connect(request)
    } catch {
      guard error.message.isEmpty else { throw error }
      throw DatabaseError(error.code, "vtable constructor failed: \(definition.name)")
    }
    let identity = VirtualTableIdentity(
      moduleName: entry.name, arguments: definition.arguments, isEponymous: isEponymous)
    let columns = try VirtualTableDeclaration.definition(
      made.declaration, of: definition, identity: identity,
      isWritable: made.table is any WritableVirtualTable,
      lookup: connection.schemaLookup)
    return ConnectedTable(
      definition: columns, table: made.table, moduleName: entry.name,
      isDirectOnly: entry.module.isDirectOnly, isInnocuous: entry.module.isInnocuous)
  }

  /// The schema of a database is read anew or goes back to an older one: its tables are reached again when they are needed.
  /// - Parameter database: nil: the databases' numbers change.
  func forgetTables(ofDatabase database: Int?) {
    guard !connected.isEmpty else { return }
    guard let database else { return connected.removeAll() }
    for key in connected.keys where key.database == database { connected[key] = nil }
  }

  // MARK: Shadow tables

  /// Whether a table holds the content of a virtual table of its schema: `vt_suffix`, where vt's module knows the suffix.
  func isShadow(_ name: String, in catalog: Catalog) -> Bool {
    guard !catalog.virtualTables.isEmpty else { return false }
    for place in name.indices where name[place] == "_" {
      guard let owner = catalog.virtualTables[String(name[..<place]).lowercasedASCII],
        let entry = entry(named: owner.moduleName)
      else { continue }
      if entry.module.isShadowSuffix(String(name[name.index(after: place)...])) { return true }
    }
    return false
  }
}
