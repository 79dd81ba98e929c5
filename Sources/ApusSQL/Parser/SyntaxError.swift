// What the parser throws: SQLite's message, and the place in the text for a caret.

/// A statement that does not parse.
public struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// SQLite's message, such as `near "x": syntax error`.
  public var message: String
  /// Offset of the first offending byte in the input.
  public var offset: Int
  /// Number of offending bytes; zero at the end of the input.
  public var length: Int

  /// Makes an error.
  public init(message: String, offset: Int, length: Int) {
    self.message = message
    self.offset = offset
    self.length = length
  }

  /// The message.
  public var description: String { message }
}
