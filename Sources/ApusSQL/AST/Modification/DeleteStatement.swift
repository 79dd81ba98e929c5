// DELETE.

/// `DELETE FROM table [WHERE …] [RETURNING …]`
@frozen
public struct DeleteStatement: Sendable, Equatable {
  /// WITH.
  public var with: WithID?
  /// The database.
  public var schema: Name?
  /// The table.
  public var table: Name
  /// AS.
  public var alias: Name?
  /// INDEXED BY.
  public var index: IndexHint
  /// WHERE.
  public var filter: ExprID?
  /// RETURNING.
  public var returning: NodeList<ResultColumn>

  /// Makes a node from its parts.
  @inlinable
  public init(
    with: WithID? = nil, schema: Name? = nil, table: Name, alias: Name? = nil, index: IndexHint = .none,
    filter: ExprID? = nil, returning: NodeList<ResultColumn> = .empty
  ) {
    self.with = with
    self.schema = schema
    self.table = table
    self.alias = alias
    self.index = index
    self.filter = filter
    self.returning = returning
  }
}
