// PRAGMA.

/// `PRAGMA [schema.]name [= value | (value)]`
@frozen
public struct PragmaStatement: Sendable, Equatable {
  /// The database.
  public var schema: Name?
  /// The name.
  public var name: Name
  /// The argument.
  public var value: PragmaValue

  /// Makes a node from its parts.
  @inlinable
  public init(schema: Name? = nil, name: Name, value: PragmaValue = .none) {
    self.schema = schema
    self.name = name
    self.value = value
  }
}
