// How a generated column is kept.

/// VIRTUAL or STORED.
@frozen
public enum GeneratedStorage: UInt8, Sendable, Equatable {
  /// Not written: virtual.
  case unspecified
  /// `VIRTUAL`
  case virtual
  /// `STORED`
  case stored
}
