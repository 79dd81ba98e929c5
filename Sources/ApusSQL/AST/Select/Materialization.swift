// The hint of a common table expression.

/// `MATERIALIZED` and its opposite.
@frozen
public enum Materialization: UInt8, Sendable, Equatable {
  /// No hint.
  case unspecified
  /// `AS MATERIALIZED`
  case materialized
  /// `AS NOT MATERIALIZED`
  case notMaterialized
}
