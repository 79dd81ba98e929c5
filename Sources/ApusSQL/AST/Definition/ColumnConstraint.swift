// One constraint of a column with its name.

/// `[CONSTRAINT name] constraint`
@frozen
public struct ColumnConstraint: Sendable, Equatable {
  /// The constraint name.
  public var name: Name?
  /// The constraint.
  public var kind: ColumnConstraintKind

  /// Makes a node from its parts.
  @inlinable
  public init(name: Name? = nil, kind: ColumnConstraintKind) {
    self.name = name
    self.kind = kind
  }
}
