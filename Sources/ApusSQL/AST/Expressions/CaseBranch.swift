// One WHEN … THEN … of a CASE expression.

/// `WHEN condition THEN result`
@frozen
public struct CaseBranch: Sendable, Equatable {
  /// Behind WHEN.
  public var condition: ExprID
  /// Behind THEN.
  public var result: ExprID

  /// Makes a node from its parts.
  @inlinable
  public init(condition: ExprID, result: ExprID) {
    self.condition = condition
    self.result = result
  }
}
