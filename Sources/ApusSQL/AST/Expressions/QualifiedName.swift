// A column name with its qualifiers.

/// `table.column` or `schema.table.column`.
@frozen
public struct QualifiedName: Sendable, Equatable {
  /// The database name.
  public var schema: Name?
  /// The table name or alias.
  public var table: Name
  /// The column name.
  public var column: Name

  /// Makes a node from its parts.
  @inlinable
  public init(schema: Name? = nil, table: Name, column: Name) {
    self.schema = schema
    self.table = table
    self.column = column
  }
}
