/// Terms of HAVING that read nothing but what GROUP BY makes equal in a group go to WHERE: rows that they refuse need not be grouped
/// (https://www.sqlite.org/lang_select.html#resultset; SQLite does it too, which shows where an aggregate would fail).
enum HavingTerms {
  static func apply(to select: BoundSelect) {
    guard let having = select.having, !select.groupBy.isEmpty else { return }
    var terms: [BoundExpression] = []
    split(having, into: &terms)
    let (moved, kept) = terms.reduce(into: ([BoundExpression](), [BoundExpression]())) { lists, term in
      if isFalse(term) || !isOfGroups(term, select) { lists.1.append(term) } else { lists.0.append(term) }
    }
    guard !moved.isEmpty else { return }
    select.filter += moved
    select.having = kept.dropFirst().reduce(kept.first) { all, term in
      all.map { BoundExpression(.and($0, term)) }
    }
  }

  /// Splits at each AND of the text: a comparison of rows, which is one too, stays whole.
  private static func split(_ expression: BoundExpression, into terms: inout [BoundExpression]) {
    if case .and(let left, let right) = expression.kind, !expression.isRowComparison {
      split(left, into: &terms)
      split(right, into: &terms)
    } else {
      terms.append(expression)
    }
  }

  /// Left where it is, as in SQLite: no row need be read at all.
  private static func isFalse(_ term: BoundExpression) -> Bool {
    if case .constant(.integer(0)) = term.kind { true } else { false }
  }

  /// Equal terms are the same in all rows of a group where they are compared byte by byte.
  private static func isOfGroups(_ expression: BoundExpression, _ select: BoundSelect) -> Bool {
    for group in select.groupBy where group.isSame(as: expression) {
      if (group.collation?.collation ?? .binary) == .binary { return true }
    }
    switch expression.kind {
    case .column, .aggregate, .window, .scalarQuery, .exists, .inQuery, .register, .raise, .row: return false
    case .function(let call):
      if !call.definition.flags.contains(.deterministic) { return false }
    default: break
    }
    var isOfGroups = true
    expression.forEachOperand { operand in
      if isOfGroups, !Self.isOfGroups(operand, select) { isOfGroups = false }
    }
    return isOfGroups
  }
}
