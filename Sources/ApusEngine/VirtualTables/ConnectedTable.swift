/// A virtual table that a connection has reached, with its columns.
final class ConnectedTable {
  let definition: TableDefinition
  let table: any VirtualTable
  let moduleName: String
  /// nil: rows can only be read.
  let writable: (any WritableVirtualTable)?
  /// nil: transactions are nothing to the table.
  let transactional: (any TransactionalVirtualTable)?
  /// See `VirtualTableModule.isDirectOnly`.
  let isDirectOnly: Bool
  /// See `VirtualTableModule.isInnocuous`.
  let isInnocuous: Bool
  var openCursors = 0

  init(
    definition: TableDefinition, table: any VirtualTable, moduleName: String, isDirectOnly: Bool,
    isInnocuous: Bool
  ) {
    self.isDirectOnly = isDirectOnly
    self.isInnocuous = isInnocuous
    self.definition = definition
    self.table = table
    self.moduleName = moduleName
    writable = table as? any WritableVirtualTable
    transactional = table as? any TransactionalVirtualTable
  }

  /// How programs, which belong to no connection, name it.
  var reference: VirtualTableReference {
    VirtualTableReference(
      database: definition.database, tableName: definition.name,
      isEponymous: definition.virtual?.isEponymous ?? false)
  }
}

/// A virtual table by name.
public struct VirtualTableReference: Hashable, Sendable {
  public var database: Int
  public var tableName: String
  /// A module's own table, not one of the schema.
  public var isEponymous: Bool
}

/// What makes a table definition that of a virtual table.
public struct VirtualTableIdentity: Sendable {
  public var moduleName: String
  public var arguments: [String]
  /// The module's name is the table: it stands in no schema.
  public var isEponymous: Bool
}
