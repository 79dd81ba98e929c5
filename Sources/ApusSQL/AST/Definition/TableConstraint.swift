// One table constraint with its name.

/// `[CONSTRAINT name] constraint`
@frozen
public struct TableConstraint: Sendable, Equatable {
  /// The constraint name.
  public var name: Name?
  /// The constraint.
  public var kind: TableConstraintKind
  /// A comma stands before it; between constraints it may be missing.
  public var followsComma = true

  /// Makes a node from its parts.
  @inlinable
  public init(name: Name? = nil, kind: TableConstraintKind) {
    self.name = name
    self.kind = kind
  }
}
