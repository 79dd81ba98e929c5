// The three forms of a result column.

/// What a result column selects.
@frozen
public enum ResultColumnKind: Sendable, Equatable {
  /// An expression.
  case expression(ExprID)
  /// `*`
  case star
  /// `table.*`
  case tableStar(Name)
}
