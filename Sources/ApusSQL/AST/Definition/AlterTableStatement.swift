// ALTER TABLE.

/// `ALTER TABLE …`
@frozen
public struct AlterTableStatement: Sendable, Equatable {
  /// The database.
  public var schema: Name?
  /// The table.
  public var table: Name
  /// The change.
  public var action: AlterAction

  /// Makes a node from its parts.
  @inlinable
  public init(schema: Name? = nil, table: Name, action: AlterAction) {
    self.schema = schema
    self.table = table
    self.action = action
  }
}
