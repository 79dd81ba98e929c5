// The unit of a window frame.

/// `ROWS`, `RANGE` or `GROUPS`.
@frozen
public enum FrameUnit: UInt8, Sendable, Equatable {
  /// `RANGE`, the default
  case range
  /// `ROWS`
  case rows
  /// `GROUPS`
  case groups
}
