// DISTINCT and ALL, which are kept apart from neither.

/// Whether duplicates are removed.
@frozen
public enum Distinctness: UInt8, Sendable, Equatable {
  /// Neither word.
  case unspecified
  /// `ALL`
  case all
  /// `DISTINCT`
  case distinct
}
