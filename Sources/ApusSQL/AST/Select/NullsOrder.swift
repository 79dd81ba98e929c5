// NULLS FIRST and NULLS LAST.

/// Where nulls sort.
@frozen
public enum NullsOrder: UInt8, Sendable, Equatable {
  /// Not written: nulls are the smallest values.
  case unspecified
  /// `NULLS FIRST`
  case first
  /// `NULLS LAST`
  case last
}
