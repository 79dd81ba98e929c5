/// Whether a term that is true makes another one true: by its form alone
/// (https://www.sqlite.org/partialindex.html#queries_using_partial_indexes).
enum Implication {
  static func holds(_ term: BoundExpression, _ wanted: BoundExpression) -> Bool {
    if term.isSame(as: wanted) { return true }
    if case .comparison(let op, let left, let right) = term.kind,
      case .comparison(let other, let a, let b) = wanted.kind, other == op.swapped, left.isSame(as: b),
      right.isSame(as: a), ComparisonRules.collation(left, right) == ComparisonRules.collation(a, b)
    {
      return true
    }
    if case .or(let left, let right) = wanted.kind, holds(term, left) || holds(term, right) { return true }
    if case .isNull(let operand, negated: true) = wanted.kind {
      return isNotNull(operand, whenNotNull: term, isTruth: true)
    }
    return false
  }

  /// Whether `operand` cannot be NULL when `expression` is true, or (`isTruth` false) is not NULL.
  private static func isNotNull(
    _ operand: BoundExpression, whenNotNull expression: BoundExpression, isTruth: Bool
  ) -> Bool {
    if expression.isSame(as: operand) {
      if case .constant(.null) = operand.kind { return false }
      return true
    }
    func follows(_ from: BoundExpression) -> Bool {
      isNotNull(operand, whenNotNull: from, isTruth: false)
    }
    switch expression.kind {
    case .comparison(let op, let left, let right):
      guard op != .is, op != .isNot else { return false }
      return follows(left) || follows(right)
    case .arithmetic(_, let left, let right):
      return follows(left) || follows(right)
    case .inList(let value, let items, negated: _):
      // NULL is in no empty list, and not in every empty list.
      return !items.isEmpty && follows(value)
    case .inQuery(let values, _, let negated):
      // Over an empty list NOT IN is true of NULL too.
      return isTruth && !negated && values.count == 1 && follows(values[0])
    case .between(let value, let low, let high, let negated):
      guard isTruth, !negated else { return false }
      return follows(value) || follows(low) || follows(high)
    case .isNull(let value, negated: true):
      return isTruth && isNotNull(operand, whenNotNull: value, isTruth: false)
    case .isTruth(let value, _, negated: false):
      return isTruth && isNotNull(operand, whenNotNull: value, isTruth: false)
    case .not(let value), .bitNot(let value), .negate(let value), .plus(let value),
      .collate(let value, _, _):
      return isNotNull(operand, whenNotNull: value, isTruth: false)
    default: return false
    }
  }
}
