// CREATE INDEX.

/// `CREATE [UNIQUE] INDEX [IF NOT EXISTS] name ON table (…) [WHERE …]`
@frozen
public struct CreateIndexStatement: Sendable, Equatable {
  /// UNIQUE.
  public var isUnique: Bool
  /// IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The database.
  public var schema: Name?
  /// The index.
  public var name: Name
  /// The table.
  public var table: Name
  /// The indexed expressions.
  public var columns: NodeList<OrderingTerm>
  /// WHERE.
  public var filter: ExprID?

  /// Makes a node from its parts.
  @inlinable
  public init(
    isUnique: Bool = false, ifNotExists: Bool = false, schema: Name? = nil, name: Name, table: Name,
    columns: NodeList<OrderingTerm> = .empty, filter: ExprID? = nil
  ) {
    self.isUnique = isUnique
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.name = name
    self.table = table
    self.columns = columns
    self.filter = filter
  }
}
