// The literals that read the clock.

/// `CURRENT_DATE`, `CURRENT_TIME` or `CURRENT_TIMESTAMP`.
@frozen
public enum CurrentTimeKind: UInt8, Sendable, Equatable {
  /// `CURRENT_DATE`
  case date
  /// `CURRENT_TIME`
  case time
  /// `CURRENT_TIMESTAMP`
  case timestamp
}
