// The clauses between SELECT and the next compound operator.

/// `SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW …`
@frozen
public struct SelectCore: Sendable, Equatable {
  /// DISTINCT or ALL.
  public var distinctness: Distinctness
  /// The result columns, at least one.
  public var columns: NodeList<ResultColumn>
  /// The FROM clause from left to right; empty without FROM.
  public var from: NodeList<TableSource>
  /// WHERE.
  public var filter: ExprID?
  /// GROUP BY.
  public var groupBy: NodeList<ExprID>
  /// HAVING.
  public var having: ExprID?
  /// WINDOW.
  public var windows: NodeList<WindowDefinition>

  /// Makes a node from its parts.
  @inlinable
  public init(
    distinctness: Distinctness = .unspecified, columns: NodeList<ResultColumn> = .empty,
    from: NodeList<TableSource> = .empty, filter: ExprID? = nil, groupBy: NodeList<ExprID> = .empty,
    having: ExprID? = nil, windows: NodeList<WindowDefinition> = .empty
  ) {
    self.distinctness = distinctness
    self.columns = columns
    self.from = from
    self.filter = filter
    self.groupBy = groupBy
    self.having = having
    self.windows = windows
  }
}
