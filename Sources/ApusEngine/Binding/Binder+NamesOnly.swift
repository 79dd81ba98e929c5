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
    var operands = Array(ast[call.arguments])
    for term in ast[call.orderBy] { operands.append(term.expression) }
    if let filter = call.filter { operands.append(filter) }
    if case .definition(let window) = call.over { try bindWindowNames(ast[window], in: scope) }
    return try bindNames(operands, id: id, in: scope)
  }

  func bindWindowNames(_ window: WindowDefinition, in scope: Scope) throws(DatabaseError) {
    for expression in ast[window.partitionBy] { _ = try bind(expression, in: scope) }
    for term in ast[window.orderBy] { _ = try bind(term.expression, in: scope) }
    guard let frame = window.frame else { return }
    for bound in [frame.start, frame.end] {
      switch bound {
      case .preceding(let expression), .following(let expression): _ = try bind(expression, in: scope)
      default: break
      }
    }
  }
}
