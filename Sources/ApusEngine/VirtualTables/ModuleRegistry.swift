import ApusSQL

/// The modules of one connection and the virtual tables that it has reached.
final class ModuleRegistry {
  /// By lower-case name.
  private var modules: [String: (name: String, module: any VirtualTableModule)] = [:]
  /// The tables that modules are by themselves, by the module's lower-case name.
  private var eponymous: [String: ConnectedTable] = [:]

  init() {
    register(SeriesModule(), named: "generate_series")
    register(JSONModule(isRecursive: false, form: .text), named: "json_each")
    register(JSONModule(isRecursive: true, form: .text), named: "json_tree")
    register(JSONModule(isRecursive: false, form: .binary), named: "jsonb_each")
    register(JSONModule(isRecursive: true, form: .binary), named: "jsonb_tree")
  }

  func register(_ module: any VirtualTableModule, named name: String) {
    let key = name.lowercasedASCII
    modules[key] = (name, module)
    eponymous[key] = nil
  }

  /// In no particular order.
  var names: [String] { modules.values.map(\.name) }

  /// The module of that name. Those of pragmas come into being when they are first named.
  func module(named name: String) -> (any VirtualTableModule)? {
    let key = name.lowercasedASCII
    if let known = modules[key] { return known.module }
    guard let module = PragmaModule(tableName: key) else { return nil }
    modules[key] = (key, module)
    return module
  }

  /// The table that a module's name stands for, nil when there is none.
  func eponymousTable(named name: String, connection: Connection) throws(DatabaseError) -> ConnectedTable? {
    let key = name.lowercasedASCII
    if let known = eponymous[key] { return known }
    guard let module = module(named: key), module.eponymy != .none, let entry = modules[key] else {
      return nil
    }
    let identity = VirtualTableIdentity(moduleName: entry.name, arguments: [], isEponymous: true)
    let request = VirtualTableRequest(
      connection: connection, moduleName: entry.name, schemaName: "main", tableName: entry.name, arguments: []
    )
    let made = try module.connect(request)
    let table = ConnectedTable(
      definition: try VirtualTableDeclaration.definition(
        made.declaration, name: entry.name, database: 0, identity: identity, lookup: connection.schemaLookup),
      table: made.table, module: module)
    eponymous[key] = table
    return table
  }

  /// The table that a program names.
  func table(_ reference: VirtualTableReference, connection: Connection) throws(DatabaseError)
    -> ConnectedTable
  {
    if let found = try eponymousTable(named: reference.tableName, connection: connection) { return found }
    throw DatabaseError(.error, "no such module: \(reference.tableName)")
  }
}

/// A virtual table that a connection has reached, with its columns.
final class ConnectedTable {
  let definition: TableDefinition
  let table: any VirtualTable
  let module: any VirtualTableModule

  init(definition: TableDefinition, table: any VirtualTable, module: any VirtualTableModule) {
    self.definition = definition
    self.table = table
    self.module = module
  }

  /// How programs, which belong to no connection, name it.
  var reference: VirtualTableReference {
    VirtualTableReference(database: definition.database, tableName: definition.name)
  }
}

/// A virtual table by name.
public struct VirtualTableReference: Hashable, Sendable {
  public var database: Int
  public var tableName: String
}

/// What makes a table definition that of a virtual table.
public struct VirtualTableIdentity: Sendable {
  public var moduleName: String
  public var arguments: [String]
  /// The module's name is the table: it stands in no schema.
  public var isEponymous: Bool
}
