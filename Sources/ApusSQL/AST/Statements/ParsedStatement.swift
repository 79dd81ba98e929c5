// What the parser hands back for one statement of a script. Offsets in the arena are relative to `start`.

/// A parsed statement and where it lies in the input.
@frozen
public struct ParsedStatement: Sendable, Equatable {
  /// The statement.
  public var statement: Statement
  /// EXPLAIN in front of it.
  public var explanation: Explanation
  /// Offset in the input of the first byte of the first token; `AST.source` begins there.
  public var start: Int
  /// Offset in the input behind the last token, semicolon excluded.
  public var end: Int
  /// Offset in the input behind the semicolon: where the next statement begins.
  public var next: Int
  /// The statement without EXPLAIN, relative to `start`: what the schema table stores for CREATE.
  public var bodyRange: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    statement: Statement, explanation: Explanation = .none, start: Int, end: Int, next: Int,
    bodyRange: SourceRange = .none
  ) {
    self.statement = statement
    self.explanation = explanation
    self.start = start
    self.end = end
    self.next = next
    self.bodyRange = bodyRange
  }
}
