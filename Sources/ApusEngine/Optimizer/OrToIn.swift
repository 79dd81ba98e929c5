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

  /// `t.x = u.a OR u.b = t.x` as `t.x IN (u.a, u.b)`, which tells where t's rows are once u is open: an OR of equalities that all have one column in
  /// common, and compare by its rules.
  static func membership(_ term: BoundExpression) -> BoundExpression? {
    guard case .or(let first, _) = term.kind else { return nil }
    // Most are none, and the last operand tells it.
    guard let (left, right) = equation(first) ?? lastEquation(first) else { return nil }
    var branches: [BoundExpression] = []
    term.disjuncts(into: &branches)
    for subject in [left, right] {
      guard case .column(let source, let column) = subject.kind, column >= 0 || source.table != nil else {
        continue
      }
      var members: [BoundExpression] = []
      for branch in branches {
        guard let member = member(of: branch, subject, source) else { break }
        members.append(member)
      }
      if members.count == branches.count {
        return term.replacing(.inList(subject, members, negated: false))
      }
    }
    return nil
  }

  private static func equation(_ term: BoundExpression) -> (BoundExpression, BoundExpression)? {
    guard case .comparison(.eq, let left, let right) = term.kind else { return nil }
    return (left, right)
  }

  private static func lastEquation(_ term: BoundExpression) -> (BoundExpression, BoundExpression)? {
    guard case .or(_, let right) = term.kind else { return nil }
    return equation(right)
  }

  /// What a column is compared with, when the comparison is the one that IN makes.
  private static func member(
    of branch: BoundExpression, _ subject: BoundExpression, _ source: BoundSource
  ) -> BoundExpression? {
    guard let (left, right) = equation(branch) else { return nil }
    let member: BoundExpression
    if left.isSame(as: subject) {
      member = right
    } else if right.isSame(as: subject) {
      member = left
    } else {
      return nil
    }
    guard member.affinity == .none || member.affinity == subject.affinity, !member.hasSubquery,
      !member.isVolatile,
      ComparisonRules.collation(left, right) == subject.collation?.collation ?? .binary
    else { return nil }
    var readsSubject = false
    member.forEachSource { if $0 === source { readsSubject = true } }
    return readsSubject ? nil : member
  }
}
