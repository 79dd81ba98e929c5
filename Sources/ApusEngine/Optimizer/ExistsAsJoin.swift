/// `WHERE EXISTS (SELECT … FROM t WHERE …)` → `t` joined to the query's items, behind all of them, its WHERE among their terms. Of the rows of such an
/// item the first that passes ends its loop, so that each row of the others comes but once.
///
/// Done for a term of WHERE, not of ON, that is EXISTS over one table, without aggregates, GROUP BY and LIMIT; a constant stands where it stood.
enum ExistsAsJoin {
  static func apply(to select: BoundSelect, except conditions: [BoundExpression], context: CompilationContext)
  {
    guard context.optimizations.contains(.existsAsJoin), !select.hasRightJoin else { return }
    var number = 0
    // The terms that a query brings may be EXISTS, too.
    while number < select.filter.count {
      let term = select.filter[number]
      if case .exists(let reference) = term.kind, let inner = joinable(reference.query),
        select.sources.count < 64, !conditions.contains(where: { $0 === term })
      {
        let source = inner.sources[0]
        source.isExists = true
        source.join = .inner
        select.sources.append(source)
        select.filter[number] = term.replacing(.constant(.integer(1)))
        for condition in inner.filter { condition.conjuncts(into: &select.filter) }
        select.filter += source.joinFilter
        source.joinFilter = []
      }
      number += 1
    }
  }

  private static func joinable(_ query: BoundQuery) -> BoundSelect? {
    guard let inner = query.singleSelect, query.limit == nil, query.offset == nil, inner.sources.count == 1,
      !inner.isAggregate, inner.groupBy.isEmpty, inner.having == nil, !inner.isRewritten
    else { return nil }
    switch inner.sources[0].kind {
    case .table, .virtual: return inner
    default: return nil
    }
  }
}
