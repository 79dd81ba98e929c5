// A function call with everything that an aggregate or window function may carry.

/// A function call.
@frozen
public struct FunctionCall: Sendable, Equatable {
  /// The function name.
  public var name: Name
  /// The arguments; empty with `isStar`.
  public var arguments: NodeList<ExprID>
  /// `f(*)`
  public var isStar: Bool
  /// DISTINCT or ALL before the arguments.
  public var distinctness: Distinctness
  /// ORDER BY behind the arguments.
  public var orderBy: NodeList<OrderingTerm>
  /// `FILTER (WHERE …)`
  public var filter: ExprID?
  /// `OVER …`
  public var over: WindowReference

  /// Makes a node from its parts.
  @inlinable
  public init(
    name: Name, arguments: NodeList<ExprID> = .empty, isStar: Bool = false,
    distinctness: Distinctness = .unspecified, orderBy: NodeList<OrderingTerm> = .empty,
    filter: ExprID? = nil, over: WindowReference = .none
  ) {
    self.name = name
    self.arguments = arguments
    self.isStar = isStar
    self.distinctness = distinctness
    self.orderBy = orderBy
    self.filter = filter
    self.over = over
  }
}
