// One result column, or one term of RETURNING. SQLite names an unaliased column by its source text, so the
// exact span is kept.

/// A result column.
@frozen
public struct ResultColumn: Sendable, Equatable {
  /// What it selects.
  public var kind: ResultColumnKind
  /// The name behind AS.
  public var alias: Name?
  /// The span of the expression, parentheses included, alias excluded.
  public var range: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(kind: ResultColumnKind, alias: Name? = nil, range: SourceRange = .none) {
    self.kind = kind
    self.alias = alias
    self.range = range
  }
}
