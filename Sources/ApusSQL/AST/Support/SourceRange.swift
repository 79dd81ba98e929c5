// A half-open range of byte offsets into the text of one statement (`AST.source`).

/// A span of UTF-8 byte offsets, relative to the first byte of the statement.
@frozen
public struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset behind the last byte.
  public var end: UInt32

  /// Makes a node from its parts.
  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The empty range at offset zero; nodes that were built and not parsed carry it.
  @inlinable
  public static var none: SourceRange { SourceRange(start: 0, end: 0) }

  /// Whether the range covers nothing.
  @inlinable
  public var isEmpty: Bool { start >= end }
}
