import ApusSQL

/// Compiles ATTACH and DETACH to calls of the connection (https://www.sqlite.org/lang_attach.html).
struct AttachCompiler {
  let ast: AST
  let generator: CodeGenerator
  private let binder: Binder

  init(ast: AST, context: CompilationContext) {
    self.ast = ast
    generator = CodeGenerator(context: context)
    binder = Binder(ast: ast, context: context)
  }

  /// - Throws: what is wrong with the expressions.
  func compileAttach(file: ExprID, schema: ExprID, key: ExprID?) throws(DatabaseError) -> Program {
    if try isLeftOut(.attach, file) { return try generator.finish() }
    let values = [try bind(file), try bind(schema)]
    // Encryption keys mean nothing here, but they must be expressions.
    if let key { _ = try bind(key) }
    return try program("attach", values) { connection, registers throws(DatabaseError) in
      try connection.attachDatabase(registers.string(0) ?? "", as: registers.string(1) ?? "")
    }
  }

  /// - Throws: what is wrong with the expression.
  func compileDetach(_ schema: ExprID) throws(DatabaseError) -> Program {
    if try isLeftOut(.detach, schema) { return try generator.finish() }
    return try program("detach", [try bind(schema)]) { connection, registers throws(DatabaseError) in
      try connection.detachDatabase(registers.string(0) ?? "")
    }
  }

  /// What is no literal is not told.
  private func isLeftOut(_ action: AuthorizerAction, _ name: ExprID) throws(DatabaseError) -> Bool {
    guard let authorization = generator.context.authorization else { return false }
    switch ast[name] {
    case .string(let text): return try authorization.ignores(action, ast.string(text))
    case .column(let name): return try authorization.ignores(action, ast.string(name))
    default: return try authorization.ignores(action)
    }
  }

  /// A bare name is a string, whether or not it is quoted.
  private func bind(_ expression: ExprID) throws(DatabaseError) -> BoundExpression {
    if case .column(let name) = ast[expression] {
      return BoundExpression(.constant(.text(Array(ast.string(name).utf8))))
    }
    return try binder.bindWhole(expression, in: Scope(parent: nil, select: nil))
  }

  private func program(
    _ name: String, _ values: [BoundExpression],
    _ body: @escaping @Sendable (Connection, RegisterWindow) throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> Program {
    let first = generator.newRegisters(values.count)
    for (position, value) in values.enumerated() {
      try generator.emit(value, into: first + Int32(truncatingIfNeeded: position))
    }
    try generator.builder.emitNative(
      NativeCall(name) { connection, registers throws(DatabaseError) in
        try body(connection, registers)
        return true
      }, registers: first)
    return try generator.finish()
  }
}
