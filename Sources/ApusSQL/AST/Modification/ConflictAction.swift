// OR x and ON CONFLICT x.

/// What happens when a constraint fails.
@frozen
public enum ConflictAction: UInt8, Sendable, Equatable {
  /// Not written.
  case unspecified
  /// `ROLLBACK`
  case rollback
  /// `ABORT`
  case abort
  /// `FAIL`
  case fail
  /// `IGNORE`
  case ignore
  /// `REPLACE`
  case replace
}
