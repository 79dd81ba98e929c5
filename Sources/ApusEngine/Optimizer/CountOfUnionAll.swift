/// `SELECT count(*) FROM (a UNION ALL b)` is the sum of two counts, each of which may be that of a whole tree. Not for common tables, as in
/// SQLite.
enum CountOfUnionAll {
  /// The compound whose rows a SELECT counts and does nothing else with; nil for all other SELECTs.
  static func counted(by select: BoundSelect) -> BoundQuery? {
    guard select.sources.count == 1, case .query(let query) = select.sources[0].kind, query.parts.count > 1,
      select.aggregates.count == 1, select.output.count == 1, case .aggregate = select.output[0].kind,
      isPlainCount(select.aggregates[0]), select.filter.isEmpty, select.groupBy.isEmpty,
      select.having == nil, !select.isDistinct, select.windows.isEmpty, query.limit == nil,
      query.offset == nil, query.orderBy.isEmpty, query.compoundOrder.isEmpty
    else { return nil }
    return query.parts.allSatisfy(isSimple) ? query : nil
  }

  private static func isPlainCount(_ aggregate: BoundAggregate) -> Bool {
    aggregate.definition.flags.contains(.isCount) && aggregate.arguments.isEmpty && aggregate.filter == nil
      && aggregate.orderBy.isEmpty && !aggregate.isDistinct
  }

  private static func isSimple(_ part: BoundQuery.Part) -> Bool {
    guard part.compoundOperator == .unionAll else { return false }
    switch part.core {
    case .values(let rows): return rows.count == 1
    case .select(let arm):
      return arm.filter.isEmpty && !arm.isAggregate && !arm.isDistinct && arm.windows.isEmpty
        && !arm.isRewritten
    }
  }

  static func apply(to select: BoundSelect, _ orderBy: [BoundOrderTerm], context: CompilationContext) {
    guard orderBy.isEmpty, context.optimizations.contains(.countOfUnionAll),
      let query = counted(by: select)
    else { return }
    let definition = select.aggregates[0].definition
    var sum: BoundExpression?
    for (position, part) in query.parts.enumerated() {
      let arm = BoundSelect()
      // Its output names it.
      context.note(arm)
      if case .select(let bound) = part.core { arm.sources = bound.sources }
      arm.isAggregate = true
      arm.aggregates = [
        BoundAggregate(definition, [], isDistinct: false, filter: nil, orderBy: [])
      ]
      arm.output = [BoundExpression(.aggregate(arm, 0))]
      let count = BoundQuery(
        parts: [.init(compoundOperator: .unionAll, core: .select(arm))],
        columns: [OutputColumn(name: "", affinity: .none, collation: .binary)])
      count.outerSources = query.outerSources
      count.isVolatile = query.isVolatile
      count.number = query.number - (query.parts.count - 1) + position
      let value = BoundExpression(.scalarQuery(SubqueryReference(count), 0))
      sum = sum.map { BoundExpression(.arithmetic(.add, $0, value)) } ?? value
    }
    guard let sum else { return }
    select.sources = []
    select.aggregates = []
    select.isAggregate = false
    select.output = [sum]
  }
}
