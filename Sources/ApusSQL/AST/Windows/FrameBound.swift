// One end of a window frame.

/// A frame bound.
@frozen
public enum FrameBound: Sendable, Equatable {
  /// `UNBOUNDED PRECEDING`
  case unboundedPreceding
  /// `n PRECEDING`
  case preceding(ExprID)
  /// `CURRENT ROW`
  case currentRow
  /// `n FOLLOWING`
  case following(ExprID)
  /// `UNBOUNDED FOLLOWING`
  case unboundedFollowing
}
