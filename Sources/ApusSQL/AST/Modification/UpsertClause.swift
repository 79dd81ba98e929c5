// One ON CONFLICT clause of an INSERT.

/// `ON CONFLICT [(target) [WHERE …]] DO NOTHING | DO UPDATE SET …`
@frozen
public struct UpsertClause: Sendable, Equatable {
  /// The columns of the conflicting index; empty when not written.
  public var target: NodeList<OrderingTerm>
  /// WHERE behind the target.
  public var targetFilter: ExprID?
  /// DO UPDATE; else DO NOTHING.
  public var isUpdate: Bool
  /// SET.
  public var assignments: NodeList<Assignment>
  /// WHERE behind SET.
  public var filter: ExprID?

  /// Makes a node from its parts.
  @inlinable
  public init(
    target: NodeList<OrderingTerm> = .empty, targetFilter: ExprID? = nil, isUpdate: Bool = false,
    assignments: NodeList<Assignment> = .empty, filter: ExprID? = nil
  ) {
    self.target = target
    self.targetFilter = targetFilter
    self.isUpdate = isUpdate
    self.assignments = assignments
    self.filter = filter
  }
}
