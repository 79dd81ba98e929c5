// CREATE VIRTUAL TABLE.

/// `CREATE VIRTUAL TABLE [IF NOT EXISTS] name USING module [(arguments)]`
@frozen
public struct CreateVirtualTableStatement: Sendable, Equatable {
  /// IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The database.
  public var schema: Name?
  /// The table.
  public var name: Name
  /// The module.
  public var module: Name
  /// The arguments, each the raw text between commas, trimmed; empty ones are left out.
  public var arguments: NodeList<Text>
  /// Whether parentheses were written.
  public var hasArguments: Bool

  /// Makes a node from its parts.
  @inlinable
  public init(
    ifNotExists: Bool = false, schema: Name? = nil, name: Name, module: Name,
    arguments: NodeList<Text> = .empty, hasArguments: Bool = false
  ) {
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.name = name
    self.module = module
    self.arguments = arguments
    self.hasArguments = hasArguments
  }
}
