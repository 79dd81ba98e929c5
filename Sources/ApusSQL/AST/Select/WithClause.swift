// A WITH clause.

/// `WITH [RECURSIVE] …`
@frozen
public struct WithClause: Sendable, Equatable {
  /// RECURSIVE (which SQLite does not need).
  public var isRecursive: Bool
  /// The common table expressions.
  public var tables: NodeList<CommonTableExpression>

  /// Makes a node from its parts.
  @inlinable
  public init(isRecursive: Bool = false, tables: NodeList<CommonTableExpression> = .empty) {
    self.isRecursive = isRecursive
    self.tables = tables
  }
}
