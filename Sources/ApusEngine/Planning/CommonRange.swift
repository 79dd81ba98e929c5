/// What both operands of an OR say of one pair of values: `x < 1 OR x = 1` is `x <= 1`, and `x > 1 OR (x = 1 AND …)` implies `x >= 1`.
enum CommonRange {
  /// The comparisons that follow from an OR of two operands. The OR itself may say more.
  static func comparisons(impliedBy expression: BoundExpression) -> [BoundExpression] {
    guard case .or(let left, let right) = expression.kind, !left.isDisjunction, !right.isDisjunction else {
      return []
    }
    var found: [BoundExpression] = []
    for (operation, a, b) in parts(of: left) {
      for (other, c, d) in parts(of: right) where a.isSame(as: c) && b.isSame(as: d) && !b.isVolatile {
        guard let common = common(operation, other) else { continue }
        found.append(expression.replacing(.comparison(common, a, b)))
      }
    }
    return found
  }

  /// The comparisons among an operand's terms, with a column on the left.
  private static func parts(
    of operand: BoundExpression
  ) -> [(ComparisonOperator, BoundExpression, BoundExpression)] {
    var terms: [BoundExpression] = []
    operand.conjuncts(into: &terms)
    return terms.compactMap { term in
      guard case .comparison(let operation, let left, let right) = term.kind, !term.hasSubquery else {
        return nil
      }
      if case .column = left.withoutCollate.kind { return (operation, left, right) }
      if case .column = right.withoutCollate.kind { return (operation.swapped, right, left) }
      return nil
    }
  }

  private static func common(
    _ left: ComparisonOperator, _ right: ComparisonOperator
  ) -> ComparisonOperator? {
    let both = [left, right]
    if left == right, both.allSatisfy({ [.eq, .lt, .le, .gt, .ge].contains($0) }) { return left }
    if both.allSatisfy({ [.eq, .lt, .le].contains($0) }) { return .le }
    if both.allSatisfy({ [.eq, .gt, .ge].contains($0) }) { return .ge }
    return nil
  }
}
