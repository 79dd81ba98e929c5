// The EXCLUDE clause of a window frame.

/// Rows left out of a frame.
@frozen
public enum FrameExclusion: UInt8, Sendable, Equatable {
  /// No EXCLUDE clause: as `noOthers`.
  case unspecified
  /// `EXCLUDE NO OTHERS`
  case noOthers
  /// `EXCLUDE CURRENT ROW`
  case currentRow
  /// `EXCLUDE GROUP`
  case group
  /// `EXCLUDE TIES`
  case ties
}
