/// A LEFT JOIN whose right item cannot be NULL in any row that passes WHERE is an inner join
/// (https://www.sqlite.org/optoverview.html#the_omit_left_join_optimization speaks of its kin; the rule is textbook knowledge).
enum OuterJoinSimplification {
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin else { return }
    for source in select.sources where source.join == .left {
      if select.filter.contains(where: { rejectsNull($0, of: source) }) {
        source.join = .inner
        source.isNullable = false
      }
    }
  }

  /// The term is not true when every column of `source` is NULL.
  static func rejectsNull(_ term: BoundExpression, of source: BoundSource) -> Bool {
    switch term.kind {
    case .comparison(let op, let left, let right):
      if op == .is || op == .isNot { return false }
      return isNullWith(left, source) || isNullWith(right, source)
    case .isNull(let operand, negated: true): return isNullWith(operand, source)
    case .between(let value, _, _, _): return isNullWith(value, source)
    case .inList(let value, let items, _): return !items.isEmpty && isNullWith(value, source)
    case .and(let left, let right): return rejectsNull(left, of: source) || rejectsNull(right, of: source)
    case .or(let left, let right): return rejectsNull(left, of: source) && rejectsNull(right, of: source)
    default: return isNullWith(term, source)
    }
  }

  /// The value is NULL when every column of `source` is.
  private static func isNullWith(_ expression: BoundExpression, _ source: BoundSource) -> Bool {
    switch expression.kind {
    case .column(let owner, _): owner === source
    case .arithmetic(_, let left, let right): isNullWith(left, source) || isNullWith(right, source)
    case .negate(let operand), .bitNot(let operand), .plus(let operand), .collate(let operand, _, _),
      .cast(let operand, _), .not(let operand):
      isNullWith(operand, source)
    default: false
    }
  }
}
