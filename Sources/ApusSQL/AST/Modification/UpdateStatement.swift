// UPDATE. ORDER BY and LIMIT are not in the grammar of a default SQLite build.

/// `UPDATE [OR x] table SET … [FROM …] [WHERE …] [RETURNING …]`
@frozen
public struct UpdateStatement: Sendable, Equatable {
  /// WITH.
  public var with: WithID?
  /// OR x.
  public var conflict: ConflictAction
  /// The database.
  public var schema: Name?
  /// The table.
  public var table: Name
  /// AS.
  public var alias: Name?
  /// INDEXED BY.
  public var index: IndexHint
  /// SET.
  public var assignments: NodeList<Assignment>
  /// FROM.
  public var from: NodeList<TableSource>
  /// WHERE.
  public var filter: ExprID?
  /// RETURNING.
  public var returning: NodeList<ResultColumn>

  /// Makes a node from its parts.
  @inlinable
  public init(
    with: WithID? = nil, conflict: ConflictAction = .unspecified, schema: Name? = nil, table: Name,
    alias: Name? = nil, index: IndexHint = .none, assignments: NodeList<Assignment> = .empty,
    from: NodeList<TableSource> = .empty, filter: ExprID? = nil, returning: NodeList<ResultColumn> = .empty
  ) {
    self.with = with
    self.conflict = conflict
    self.schema = schema
    self.table = table
    self.alias = alias
    self.index = index
    self.assignments = assignments
    self.from = from
    self.filter = filter
    self.returning = returning
  }
}
