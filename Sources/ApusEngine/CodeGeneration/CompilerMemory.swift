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

  /// The names of the last statement's parameters (see `CompilationContext.parameterNames`): mostly the next one has the same.
  @exclusivity(unchecked) private var parameterNames: [String?] = []

  /// The names of the parameters of the tree: name of parameter n at n - 1, nil for `?`. Also those that nothing is bound of: a statement
  /// has all that are written in it.
  func parameterNamesOfTree() -> [String?] {
    let uses = ast.parameterUses
    guard !uses.isEmpty else { return [] }
    if haveNames(uses) { return parameterNames }
    var names: [String?] = []
    for use in uses where use.number > 0 && use.number <= 32_766 {
      while names.count < use.number { names.append(nil) }
      let name = ast.string(use.name)
      if name != "?" { names[Int(use.number) - 1] = name }
    }
    parameterNames = names
    return names
  }

  /// The known names are those of `uses`.
  private func haveNames(_ uses: [ParameterUse]) -> Bool {
    guard uses.count == parameterNames.count else { return false }
    var number: Int32 = 0
    for use in uses {
      // A number used twice, or left out, has its name from one of several places.
      number += 1
      let known = parameterNames[Int(number) - 1] ?? "?"
      guard use.number == number, ast.isText(use.name, known) else { return false }
    }
    return true
  }

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
