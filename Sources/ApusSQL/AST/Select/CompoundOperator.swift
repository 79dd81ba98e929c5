// How an arm of a compound SELECT joins the arms before it.

/// A compound operator.
@frozen
public enum CompoundOperator: UInt8, Sendable, Equatable {
  /// The first arm.
  case first
  /// `UNION`
  case union
  /// `UNION ALL`
  case unionAll
  /// `INTERSECT`
  case intersect
  /// `EXCEPT`
  case except
}
