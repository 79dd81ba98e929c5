/// `x = a OR x = b OR …` becomes `x IN (a, b, …)`, which an index on x can serve
/// (https://www.sqlite.org/optoverview.html#or_opt).
enum OrToIn {
  static func apply(to select: BoundSelect) {
    if select.filter.contains(where: \.isDisjunction) { select.filter = select.filter.map(rewrite) }
    for index in select.filter.indices {
      if let equality = equality(select.filter[index]) { select.filter[index] = equality }
    }
    for source in select.sources where source.joinFilter.contains(where: \.isDisjunction) {
      source.joinFilter = source.joinFilter.map(rewrite)
    }
  }

  /// `x IN (a)` is `x = a`.
  private static func equality(_ term: BoundExpression) -> BoundExpression? {
    guard case .inList(let operand, let items, negated: false) = term.kind, items.count == 1,
      case .column = operand.kind, items[0].isConstant, items[0].collation == nil, items[0].affinity == .none
    else { return nil }
    return term.replacing(.comparison(.eq, operand, items[0]))
  }

  static func rewrite(_ term: BoundExpression) -> BoundExpression {
    guard case .or = term.kind else { return term }
    var branches: [BoundExpression] = []
    term.disjuncts(into: &branches)
    var subject: BoundExpression?
    var members: [BoundExpression] = []
    for branch in branches {
      guard case .comparison(.eq, let left, let right) = branch.kind else { return term }
      let pair: (BoundExpression, BoundExpression)
      if case .column = left.kind, right.isConstant {
        pair = (left, right)
      } else if case .column = right.kind, left.isConstant {
        pair = (right, left)
      } else {
        return term
      }
      // IN compares under the column's rules: a COLLATE or affinity of its own on the other side would be lost.
      if pair.1.collation != nil || pair.1.affinity != .none { return term }
      if let subject {
        guard subject.isSame(as: pair.0) else { return term }
      } else {
        subject = pair.0
      }
      members.append(pair.1)
    }
    guard let subject else { return term }
    return term.replacing(.inList(subject, members, negated: false))
  }
}
