// A window: behind OVER, or named in a WINDOW clause.

/// `[name AS] ([base] [PARTITION BY …] [ORDER BY …] [frame])`
@frozen
public struct WindowDefinition: Sendable, Equatable {
  /// The name in a WINDOW clause.
  public var name: Name?
  /// The window that this one extends.
  public var base: Name?
  /// PARTITION BY.
  public var partitionBy: NodeList<ExprID>
  /// ORDER BY.
  public var orderBy: NodeList<OrderingTerm>
  /// The frame, if written.
  public var frame: WindowFrame?

  /// Makes a node from its parts.
  @inlinable
  public init(
    name: Name? = nil, base: Name? = nil, partitionBy: NodeList<ExprID> = .empty,
    orderBy: NodeList<OrderingTerm> = .empty, frame: WindowFrame? = nil
  ) {
    self.name = name
    self.base = base
    self.partitionBy = partitionBy
    self.orderBy = orderBy
    self.frame = frame
  }
}
