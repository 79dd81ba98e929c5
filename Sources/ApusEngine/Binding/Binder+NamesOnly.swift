// Expressions of which only the names matter (`CompilationContext.resolvesNamesOnly`): no function is looked up, and what
// comes out is a stand-in that equals another of the same text.

import ApusSQL

extension Binder {
  func bindNames(
    _ operands: [ExprID], id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    for operand in operands { _ = try bind(operand, in: scope) }
    return node(.constant(.text(ast.bytes(ast.range(id)))), id)
  }

  func bindFunctionNames(
    _ call: FunctionCall, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    // As in SQLite the parts behind one with an error are looked at, too, and of several errors the last counts.
    let errors = context.callErrorCount
    func look(at part: [ExprID]) {
      bindingPart { () throws(DatabaseError) in
        for expression in part { _ = try bind(expression, in: scope) }
      }
    }
    look(at: Array(ast[call.arguments]))
    look(at: ast[call.orderBy].map(\.expression))
    if context.callErrorCount == errors, case .definition(let id) = call.over {
      let window = ast[id]
      look(at: Array(ast[window.partitionBy]))
      look(at: ast[window.orderBy].map(\.expression))
      look(at: frameOffsets(window))
    }
    if let filter = call.filter { look(at: [filter]) }
    if context.callErrorCount != errors, let error = context.callError {
      context.forgetCallError()
      throw error
    }
    return try bindNames([], id: id, in: scope)
  }

  func bindWindowNames(_ window: WindowDefinition, in scope: Scope) throws(DatabaseError) {
    for expression in ast[window.partitionBy] { _ = try bind(expression, in: scope) }
    for term in ast[window.orderBy] { _ = try bind(term.expression, in: scope) }
    for expression in frameOffsets(window) { _ = try bind(expression, in: scope) }
  }

  private func frameOffsets(_ window: WindowDefinition) -> [ExprID] {
    guard let frame = window.frame else { return [] }
    return [frame.start, frame.end].compactMap { bound in
      switch bound {
      case .preceding(let expression), .following(let expression): expression
      default: nil
      }
    }
  }
}
