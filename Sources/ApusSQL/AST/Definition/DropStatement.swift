// DROP TABLE, INDEX, VIEW and TRIGGER.

/// `DROP kind [IF EXISTS] name`
@frozen
public struct DropStatement: Sendable, Equatable {
  /// What is dropped.
  public var kind: SchemaObjectKind
  /// IF EXISTS.
  public var ifExists: Bool
  /// The database.
  public var schema: Name?
  /// The object.
  public var name: Name

  /// Makes a node from its parts.
  @inlinable
  public init(kind: SchemaObjectKind, ifExists: Bool = false, schema: Name? = nil, name: Name) {
    self.kind = kind
    self.ifExists = ifExists
    self.schema = schema
    self.name = name
  }
}
