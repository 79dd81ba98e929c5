/// What CREATE VIRTUAL TABLE says: enough to open, list and copy the schema without the module. Columns are the module's to tell.
public final class VirtualTableDefinition: Sendable {
  public let name: String
  /// Index into the connection's databases: 0 main, 1 temp, 2… attached.
  public let database: Int
  public let moduleName: String
  /// The texts between the parentheses of USING.
  public let arguments: [String]
  /// The text in the schema table.
  public let sql: String

  init(name: String, database: Int, moduleName: String, arguments: [String], sql: String) {
    self.name = name
    self.database = database
    self.moduleName = moduleName
    self.arguments = arguments
    self.sql = sql
  }
}
