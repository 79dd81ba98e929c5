extension AST {
  /// Whether an expression is a constant by its form: no name, function or subquery is in it. Parameters are constants.
  ///
  /// - Parameters:
  ///   - id: The expression.
  ///   - isConstantName: Whether a name stands for a constant (TRUE, FALSE).
  /// - Complexity: O(n) in the size of the expression; below a hundred levels the answer is no.
  public func isConstantByForm(_ id: ExprID, _ isConstantName: (Name) -> Bool = { _ in false }) -> Bool {
    isConstantByForm(id, depth: 0, isConstantName)
  }

  private func isConstantByForm(_ id: ExprID, depth: Int, _ isConstantName: (Name) -> Bool) -> Bool {
    guard depth < 100 else { return false }
    func isConstant(_ operand: ExprID) -> Bool { isConstantByForm(operand, depth: depth + 1, isConstantName) }
    switch self[id] {
    case .null, .integer, .real, .string, .blob, .parameter: return true
    case .column(let name): return isConstantName(name)
    case .unary(_, let operand), .collate(let operand, _), .cast(let operand, _): return isConstant(operand)
    case .binary(let op, let left, let right):
      if op == .jsonExtract || op == .jsonExtractText { return false }
      return isConstant(left) && isConstant(right)
    case .between(let value, let low, let high, _):
      return isConstant(value) && isConstant(low) && isConstant(high)
    case .inList(let value, let list, _): return isConstant(value) && self[list].allSatisfy(isConstant)
    case .caseWhen(let id):
      let expression = self[id]
      for branch in self[expression.branches]
      where !isConstant(branch.condition) || !isConstant(branch.result) { return false }
      return (expression.operand.map(isConstant) ?? true) && (expression.otherwise.map(isConstant) ?? true)
    default: return false
    }
  }

  /// CAST, perhaps with signs before it: what has an affinity without a column.
  public func isCast(_ id: ExprID) -> Bool {
    switch self[id] {
    case .cast: true
    case .unary(_, let operand): isCast(operand)
    default: false
    }
  }
}
