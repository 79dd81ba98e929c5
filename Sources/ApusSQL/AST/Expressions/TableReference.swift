// The table or table-valued function on the right of IN.

/// `[schema.]table` or `[schema.]function(arguments)`.
@frozen
public struct TableReference: Sendable, Equatable {
  /// The database name.
  public var schema: Name?
  /// The table or function name.
  public var name: Name
  /// The arguments of a table-valued function.
  public var arguments: NodeList<ExprID>
  /// Whether parentheses were written.
  public var hasArguments: Bool

  /// Makes a node from its parts.
  @inlinable
  public init(
    schema: Name? = nil, name: Name, arguments: NodeList<ExprID> = .empty, hasArguments: Bool = false
  ) {
    self.schema = schema
    self.name = name
    self.arguments = arguments
    self.hasArguments = hasArguments
  }
}
