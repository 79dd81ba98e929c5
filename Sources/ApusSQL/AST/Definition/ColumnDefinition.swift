// One column of CREATE TABLE or ADD COLUMN.

/// `name [type] [constraints]`
@frozen
public struct ColumnDefinition: Sendable, Equatable {
  /// The column name.
  public var name: Name
  /// The declared type as written; empty if there is none.
  public var type: Text
  /// The constraints in order.
  public var constraints: NodeList<ColumnConstraint>
  /// The span of the definition.
  public var range: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    name: Name, type: Text = .empty, constraints: NodeList<ColumnConstraint> = .empty,
    range: SourceRange = .none
  ) {
    self.name = name
    self.type = type
    self.constraints = constraints
    self.range = range
  }
}
