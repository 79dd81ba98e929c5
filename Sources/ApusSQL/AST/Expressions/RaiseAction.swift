// What RAISE does in a trigger program.

/// The action of `RAISE(…)`.
@frozen
public enum RaiseAction: UInt8, Sendable, Equatable {
  /// `RAISE(IGNORE)`
  case ignore
  /// `RAISE(ROLLBACK, message)`
  case rollback
  /// `RAISE(ABORT, message)`
  case abort
  /// `RAISE(FAIL, message)`
  case fail
}
