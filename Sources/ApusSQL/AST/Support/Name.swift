// An identifier as written: dequoted text, the way it was quoted, where it stood.

/// An identifier.
@frozen
public struct Name: Sendable, Equatable {
  /// The name without quotation marks.
  public var text: Text
  /// The quotation marks in the source.
  public var quoting: Quoting
  /// The token in the source, quotation marks included.
  public var range: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(text: Text, quoting: Quoting = .none, range: SourceRange = .none) {
    self.text = text
    self.quoting = quoting
    self.range = range
  }
}
