// Where the bytes of a name or literal lie. A range into the statement text when the bytes appear there as
// they are, else into the arena's own byte table (dequoted, decoded or built text).

/// A run of bytes owned by one ``AST``: read it with `AST.string(_:)` or `AST.withBytes(_:_:)`.
@frozen
public struct Text: Hashable, Sendable {
  /// Offset of the first byte; the top bit selects the arena's own byte table.
  public var location: UInt32
  /// Number of bytes.
  public var count: UInt32

  /// Makes a node from its parts.
  @inlinable
  public init(location: UInt32, count: UInt32) {
    self.location = location
    self.count = count
  }

  /// The empty text.
  @inlinable
  public static var empty: Text { Text(location: 0, count: 0) }

  /// Set in `location` when the bytes lie in the arena's own table and not in the statement text.
  @inlinable
  public static var ownTableBit: UInt32 { 0x8000_0000 }

  /// Whether there are no bytes.
  @inlinable
  public var isEmpty: Bool { count == 0 }
}
