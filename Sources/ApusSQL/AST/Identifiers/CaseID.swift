// The index of a CASE expression in the arena that made it.
//
// Invariant: an identifier is meaningful only together with the `AST` that returned it.

/// Names a CASE expression of one ``AST``.
@frozen
public struct CaseID: Hashable, Sendable {
  /// The position in the arena's array.
  public let index: Int32

  /// Wraps an arena position.
  @inlinable
  public init(_ index: Int32) { self.index = index }
}
