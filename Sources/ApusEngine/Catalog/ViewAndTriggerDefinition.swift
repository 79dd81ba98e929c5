import ApusSQL

/// A view. Its query is bound anew in every statement that uses it, so that it may name what does not exist yet.
public final class ViewDefinition: Sendable {
  public let name: String
  public let database: Int
  /// The column names of `CREATE VIEW v(a, b)`; empty when the query names them.
  public let columnNames: [String]
  public let select: SelectID
  public let sql: String
  public let ast: AST

  public init(
    name: String, database: Int, columnNames: [String], select: SelectID, sql: String, ast: AST
  ) {
    self.name = name
    self.database = database
    self.columnNames = columnNames
    self.select = select
    self.sql = sql
    self.ast = ast
  }
}

/// A row trigger.
public final class TriggerDefinition: Sendable {
  public enum Timing: Sendable { case before, after, insteadOf }
  public enum Event: Sendable { case insert, delete, update }

  public let name: String
  public let database: Int
  public let tableName: String
  /// The schema in `ON schema.table`; matters for temp triggers only, which may watch tables of other databases.
  public let tableSchema: String?
  public let timing: Timing
  public let event: Event
  /// UPDATE OF columns, by name; empty for any.
  public let updateColumns: [String]
  /// The text in the schema table.
  public let sql: String
  public let ast: AST
  /// In `ast`: the WHEN clause and the body.
  public let statement: CreateTriggerStatement
  /// What carries out a foreign key's RESTRICT: what its RAISE tells, instead of the trigger's name.
  let restriction: Restriction?

  /// A foreign key whose parent rows must not go.
  struct Restriction: Sendable {
    /// Without the row's values.
    var violation: ConstraintViolation
    /// The columns of OLD that are the key.
    var columns: [Int]
  }

  public convenience init(
    name: String, database: Int, tableName: String, timing: Timing, event: Event,
    updateColumns: [String], sql: String, ast: AST, tableSchema: String? = nil,
    statement: CreateTriggerStatement
  ) {
    self.init(
      name: name, database: database, tableName: tableName, timing: timing, event: event,
      updateColumns: updateColumns, sql: sql, ast: ast, tableSchema: tableSchema, statement: statement,
      restriction: nil)
  }

  init(
    name: String, database: Int, tableName: String, timing: Timing, event: Event,
    updateColumns: [String], sql: String, ast: AST, tableSchema: String? = nil,
    statement: CreateTriggerStatement, restriction: Restriction?
  ) {
    self.name = name
    self.database = database
    self.tableName = tableName
    self.tableSchema = tableSchema
    self.restriction = restriction
    self.timing = timing
    self.event = event
    self.updateColumns = updateColumns
    self.sql = sql
    self.ast = ast
    self.statement = statement
  }
}
