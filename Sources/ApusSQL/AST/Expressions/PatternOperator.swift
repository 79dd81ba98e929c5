// The operators that are calls of a function with the operands exchanged.

/// A pattern-matching operator.
@frozen
public enum PatternOperator: UInt8, Sendable, Equatable {
  /// `LIKE`
  case like
  /// `GLOB`
  case glob
  /// `REGEXP`
  case regexp
  /// `MATCH`
  case match
}
