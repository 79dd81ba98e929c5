import ApusSQL

/// What a connection compiles with, kept from one statement to the next: making and freeing all of it took a tenth of a short statement's
/// compilation.
final class CompilerMemory {
  @exclusivity(unchecked) private var parser = Parser()
  /// The tree of the statement that was parsed last.
  @exclusivity(unchecked) private(set) var ast = AST()

  /// Those that nobody uses at the moment.
  @exclusivity(unchecked) var codeGenerator: CodeGenerator?
  @exclusivity(unchecked) var scope: Scope?
  @exclusivity(unchecked) var context: CompilationContext?
  @exclusivity(unchecked) var query: BoundQuery?
  @exclusivity(unchecked) var select: BoundSelect?
  /// Empty, but with memory.
  @exclusivity(unchecked) var columns: [OutputColumn] = []

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
