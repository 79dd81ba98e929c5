// One assignment of SET. A row-value assignment has several columns.

/// `column = value` or `(a, b, …) = value`
@frozen
public struct Assignment: Sendable, Equatable {
  /// The columns.
  public var columns: NodeList<Name>
  /// Whether the columns were in parentheses.
  public var isRow: Bool
  /// The value.
  public var value: ExprID

  /// Makes a node from its parts.
  @inlinable
  public init(columns: NodeList<Name> = .empty, isRow: Bool = false, value: ExprID) {
    self.columns = columns
    self.isRow = isRow
    self.value = value
  }
}
