import ApusSQL

/// From a parsed statement to a program: the one entry point that the connection calls.
enum StatementCompiler {
  static func compile(
    _ parsed: ParsedStatement, ast: AST, context: CompilationContext
  ) throws(DatabaseError) -> Program {
    context.wantsQueryPlan = parsed.explanation == .queryPlan
    while context.parameterNames.count < Int(ast.parameterCount) { context.parameterNames.append(nil) }
    switch parsed.statement {
    case .select(let id): return try compileSelect(id, ast: ast, context: context, explanation: parsed.explanation)
    default:
      throw DatabaseError(.error, "statement is not supported yet")
    }
  }

  private static func compileSelect(
    _ id: SelectID, ast: AST, context: CompilationContext, explanation: Explanation
  ) throws(DatabaseError) -> Program {
    let binder = Binder(ast: ast, context: context)
    let query = try binder.bindQuery(id, parent: nil)
    let generator = CodeGenerator(context: context)
    try generator.generate(query) { first, count throws(DatabaseError) in
      generator.builder.emit(.resultRow, first, Int32(count))
    }
    let columns = query.columns.map {
      ResultColumn(
        name: $0.name, declaredType: $0.declaredType, table: $0.originTable, originColumn: $0.originColumn)
    }
    generator.builder.explain = Program.ExplainMode(explanation)
    return try generator.finish(columns: columns)
  }
}

extension Program.ExplainMode {
  init(_ explanation: Explanation) {
    switch explanation {
    case .none: self = .none
    case .program: self = .program
    case .queryPlan: self = .queryPlan
    }
  }
}
