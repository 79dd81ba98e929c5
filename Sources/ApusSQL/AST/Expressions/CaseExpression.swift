// The parts of a CASE expression.

/// `CASE [operand] WHEN … THEN … [ELSE …] END`
@frozen
public struct CaseExpression: Sendable, Equatable {
  /// The expression behind CASE.
  public var operand: ExprID?
  /// The WHEN branches, at least one.
  public var branches: NodeList<CaseBranch>
  /// The expression behind ELSE.
  public var otherwise: ExprID?

  /// Makes a node from its parts.
  @inlinable
  public init(operand: ExprID? = nil, branches: NodeList<CaseBranch> = .empty, otherwise: ExprID? = nil) {
    self.operand = operand
    self.branches = branches
    self.otherwise = otherwise
  }
}
