// One term of ORDER BY, or one column of an index or key.

/// `expression [ASC|DESC] [NULLS FIRST|LAST]`
@frozen
public struct OrderingTerm: Sendable, Equatable {
  /// The expression; an indexed column is a bare name, perhaps under COLLATE.
  public var expression: ExprID
  /// The direction.
  public var order: SortOrder
  /// Where nulls sort.
  public var nulls: NullsOrder

  /// Makes a node from its parts.
  @inlinable
  public init(expression: ExprID, order: SortOrder = .unspecified, nulls: NullsOrder = .unspecified) {
    self.expression = expression
    self.order = order
    self.nulls = nulls
  }
}
