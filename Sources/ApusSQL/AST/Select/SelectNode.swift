// A whole SELECT: arms joined by compound operators, ordering, limit, and the WITH clause in front.

/// A SELECT statement or subquery.
@frozen
public struct SelectNode: Sendable, Equatable {
  /// The WITH clause.
  public var with: WithID?
  /// The arms from left to right, at least one.
  public var arms: NodeList<SelectArm>
  /// ORDER BY of the whole.
  public var orderBy: NodeList<OrderingTerm>
  /// LIMIT.
  public var limit: ExprID?
  /// OFFSET.
  public var offset: ExprID?
  /// Whether it was written `LIMIT offset, limit`, which decides the numbers of parameters.
  public var isOffsetFirst: Bool
  /// Rows behind IN, `IN ((1, 2), (3, 4))`, which mean what VALUES with them do.
  public var isRowList: Bool
  /// The span of the whole, without enclosing parentheses.
  public var range: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    with: WithID? = nil, arms: NodeList<SelectArm> = .empty, orderBy: NodeList<OrderingTerm> = .empty,
    limit: ExprID? = nil, offset: ExprID? = nil, isOffsetFirst: Bool = false, isRowList: Bool = false,
    range: SourceRange = .none
  ) {
    self.with = with
    self.arms = arms
    self.orderBy = orderBy
    self.limit = limit
    self.offset = offset
    self.isOffsetFirst = isOffsetFirst
    self.isRowList = isRowList
    self.range = range
  }
}
