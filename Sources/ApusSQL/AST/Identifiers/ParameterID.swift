// The index of one occurrence of a bind parameter in the arena that made it.
//
// Invariant: an identifier is meaningful only together with the `AST` that returned it.

/// Names one occurrence of a bind parameter of one ``AST``.
@frozen
public struct ParameterID: Hashable, Sendable {
  /// The position in the arena's array.
  public let index: Int32

  /// Wraps an arena position.
  @inlinable
  public init(_ index: Int32) { self.index = index }
}
