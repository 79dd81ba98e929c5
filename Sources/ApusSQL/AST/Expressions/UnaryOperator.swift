// Prefix operators and the postfix null tests.

/// An operator with one operand.
@frozen
public enum UnaryOperator: UInt8, Sendable, Equatable {
  /// `-x`
  case negate
  /// `+x`: changes nothing but drops affinity and keeps an index from being used.
  case plus
  /// `~x`
  case bitNot
  /// `NOT x`
  case not
  /// `x ISNULL`, `x IS NULL` written as one token
  case isNull
  /// `x NOTNULL`, `x NOT NULL`
  case notNull
}
