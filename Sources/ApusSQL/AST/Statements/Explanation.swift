// The word in front of a statement.

/// EXPLAIN and EXPLAIN QUERY PLAN.
@frozen
public enum Explanation: UInt8, Sendable, Equatable {
  /// Not written.
  case none
  /// `EXPLAIN`
  case program
  /// `EXPLAIN QUERY PLAN`
  case queryPlan
}
