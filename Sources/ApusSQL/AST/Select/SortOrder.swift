// ASC and DESC.

/// A sort direction.
@frozen
public enum SortOrder: UInt8, Sendable, Equatable {
  /// Not written: ascending.
  case unspecified
  /// `ASC`
  case ascending
  /// `DESC`
  case descending
}
