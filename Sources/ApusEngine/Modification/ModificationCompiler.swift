import ApusSQL

/// From a parsed INSERT, UPDATE or DELETE to a program.
enum ModificationCompiler {
  /// - Returns: nil when the statement is none of the three.
  static func compile(
    _ parsed: ParsedStatement, ast: AST, context: CompilationContext
  ) throws(DatabaseError) -> Program? {
    switch parsed.statement {
    case .insert(let node):
      return try compileInsert(node, ast: ast, context: context, explanation: parsed.explanation)
    case .update(let node):
      return try compileUpdate(node, ast: ast, context: context, explanation: parsed.explanation)
    case .delete(let node):
      return try compileDelete(node, ast: ast, context: context, explanation: parsed.explanation)
    default: return nil
    }
  }

  static func compileInsert(
    _ node: InsertStatement, ast: AST, context: CompilationContext, explanation: Explanation = .none
  ) throws(DatabaseError) -> Program {
    let statement = begin(ast, context, ConflictAction(node.conflict))
    try InsertGenerator(statement, node).generate()
    return try finish(statement, explanation, verb: "inserted")
  }

  static func compileUpdate(
    _ node: UpdateStatement, ast: AST, context: CompilationContext, explanation: Explanation = .none
  ) throws(DatabaseError) -> Program {
    let statement = begin(ast, context, ConflictAction(node.conflict))
    try UpdateGenerator(statement, node).generate()
    return try finish(statement, explanation, verb: "updated")
  }

  static func compileDelete(
    _ node: DeleteStatement, ast: AST, context: CompilationContext, explanation: Explanation = .none
  ) throws(DatabaseError) -> Program {
    let statement = begin(ast, context, .unspecified)
    try DeleteGenerator(statement, node).generate()
    return try finish(statement, explanation, verb: "deleted")
  }

  private static func begin(
    _ ast: AST, _ context: CompilationContext, _ conflict: ConflictAction
  ) -> ModificationStatement {
    let generator = CodeGenerator(context: context)
    // Values are read before a row is written and used after: they must not stay on its page.
    generator.borrowsColumns = false
    let statement = ModificationStatement(
      generator: generator, binder: Binder(ast: ast, context: context), pool: TriggerPool(root: generator),
      conflict: conflict)
    if context.countsChanges {
      let correction = generator.newRegister()
      generator.builder.emit(.integer, 0, correction)
      statement.countCorrection = correction
    }
    return statement
  }

  private static func finish(
    _ statement: ModificationStatement, _ explanation: Explanation, verb: String
  ) throws(DatabaseError) -> Program {
    let generator = statement.generator
    var columns = statement.returning?.columns ?? []
    if let correction = statement.countCorrection, columns.isEmpty {
      let count = generator.newRegister()
      try generator.builder.emitNative(
        NativeCall("count changes") { _, registers throws(DatabaseError) in
          registers.set(0, registers.changes)
          return true
        }, registers: count)
      generator.builder.emit(.add, correction, count, count)
      generator.builder.emit(.foreignKeyCheck)
      generator.builder.emit(.resultRow, count, 1)
      columns = [ResultColumn(name: "rows \(verb)")]
    }
    // Also of a view, whose triggers' changes are not the statement's.
    generator.builder.countsChanges = true
    generator.builder.explain = Program.ExplainMode(explanation)
    guard statement.pool.hasCounters else { return try generator.finish(columns: columns) }
    generator.builder.emit(.halt, 0, 0, -1)
    let start = generator.builder.address
    statement.pool.emitCounterBegins()
    generator.builder.emit(.goto, 0, CodeGenerator.firstAddress)
    return try generator.finish(columns: columns, start: start)
  }
}
