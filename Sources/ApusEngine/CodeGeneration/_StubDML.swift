import ApusSQL
struct TriggerContext {}
enum ModificationCompiler {
  static func compileInsert(_ s: InsertStatement, ast: AST, context: CompilationContext) throws(DatabaseError) -> Program { throw DatabaseError(.error, "x") }
  static func compileUpdate(_ s: UpdateStatement, ast: AST, context: CompilationContext) throws(DatabaseError) -> Program { throw DatabaseError(.error, "x") }
  static func compileDelete(_ s: DeleteStatement, ast: AST, context: CompilationContext) throws(DatabaseError) -> Program { throw DatabaseError(.error, "x") }
}
