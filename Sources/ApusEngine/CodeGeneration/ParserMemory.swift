import ApusSQL

/// A connection's parser and syntax tree, kept from one statement to the next with the memory that they have grown.
final class ParserMemory {
  @exclusivity(unchecked) private var parser = Parser()
  /// The tree of the statement that was parsed last.
  @exclusivity(unchecked) private(set) var ast = AST()

  /// Texts longer than this do not leave their memory behind, in bytes.
  static let keptLength = 1 << 16

  /// Parses the first statement of `sql` into `ast`.
  /// - Returns: the statement, nil when there is only white space and comments.
  func parse(
    _ sql: UnsafeBufferPointer<UInt8>, limits: ParserLimits = ParserLimits()
  ) throws(SyntaxError) -> ParsedStatement? {
    parser.limits = limits
    return try parser.parseStatement(sql, from: 0, into: &ast)
  }
}
