// DEFERRABLE clauses of a foreign key.

/// When a foreign key is checked.
@frozen
public enum Deferral: UInt8, Sendable, Equatable {
  /// Not written.
  case unspecified
  /// `DEFERRABLE`
  case deferrable
  /// `DEFERRABLE INITIALLY DEFERRED`
  case deferrableInitiallyDeferred
  /// `DEFERRABLE INITIALLY IMMEDIATE`
  case deferrableInitiallyImmediate
  /// `NOT DEFERRABLE`
  case notDeferrable
  /// `NOT DEFERRABLE INITIALLY DEFERRED`
  case notDeferrableInitiallyDeferred
  /// `NOT DEFERRABLE INITIALLY IMMEDIATE`
  case notDeferrableInitiallyImmediate

  /// Whether the constraint starts each transaction deferred: only `DEFERRABLE INITIALLY DEFERRED` does.
  @inlinable
  public var isInitiallyDeferred: Bool { self == .deferrableInitiallyDeferred }
}
