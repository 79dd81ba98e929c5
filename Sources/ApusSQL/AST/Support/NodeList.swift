// Lists of nodes are ranges into one flat array per element type, so that a node stays trivial data.
//
// Invariant: the elements of a list are contiguous and never change after the list was made.

/// A list of `Element`s of one ``AST``: subscript the arena with it.
@frozen
public struct NodeList<Element>: Hashable, Sendable {
  /// Position of the first element in the arena's array.
  public let start: Int32
  /// Number of elements.
  public let count32: Int32

  /// Wraps a range of arena positions.
  @inlinable
  public init(start: Int32, count: Int32) {
    self.start = start
    self.count32 = count
  }

  /// The list without elements.
  @inlinable
  public static var empty: NodeList { NodeList(start: 0, count: 0) }

  /// Number of elements.
  @inlinable
  public var count: Int { Int(count32) }

  /// Whether there are no elements.
  @inlinable
  public var isEmpty: Bool { count32 == 0 }

  /// Positions of the elements in the arena's array.
  @inlinable
  public var indices: Range<Int> { Int(start)..<Int(start) &+ Int(count32) }
}
