// INDEXED BY and NOT INDEXED.

/// Which index a table reference may use.
@frozen
public enum IndexHint: Sendable, Equatable {
  /// The planner chooses.
  case none
  /// `INDEXED BY name`
  case indexedBy(Name)
  /// `NOT INDEXED`
  case notIndexed
}
