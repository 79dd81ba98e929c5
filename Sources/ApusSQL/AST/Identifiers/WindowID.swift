// The index of a window definition in the arena that made it.
//
// Invariant: an identifier is meaningful only together with the `AST` that returned it.

/// Names a window definition of one ``AST``.
@frozen
public struct WindowID: Hashable, Sendable {
  /// The position in the arena's array.
  public let index: Int32

  /// Wraps an arena position.
  @inlinable
  public init(_ index: Int32) { self.index = index }
}
