// One occurrence of a bind parameter in the text.

/// A bind parameter.
@frozen
public struct ParameterUse: Sendable, Equatable {
  /// The parameter number, from 1.
  public var number: Int32
  /// The text as written with its `?`, `:`, `@`, `#` or `$`; `?` alone for an anonymous parameter.
  public var name: Text

  /// Makes a node from its parts.
  @inlinable
  public init(number: Int32, name: Text) {
    self.number = number
    self.name = name
  }
}
