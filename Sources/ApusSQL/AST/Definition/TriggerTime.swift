// When a trigger fires.

/// BEFORE, AFTER or INSTEAD OF.
@frozen
public enum TriggerTime: UInt8, Sendable, Equatable {
  /// Not written: before.
  case unspecified
  /// `BEFORE`
  case before
  /// `AFTER`
  case after
  /// `INSTEAD OF`
  case insteadOf
}
