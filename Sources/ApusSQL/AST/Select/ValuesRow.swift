// One row of VALUES.

/// `(a, b, …)`
@frozen
public struct ValuesRow: Sendable, Equatable {
  /// The values, at least one.
  public var values: NodeList<ExprID>

  /// Makes a node from its parts.
  @inlinable
  public init(values: NodeList<ExprID> = .empty) {
    self.values = values
  }
}
