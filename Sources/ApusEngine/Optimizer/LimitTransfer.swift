/// The LIMIT of a derived table becomes that of the query around it, where that query reads nothing else and has no LIMIT, WHERE, DISTINCT
/// or aggregate. As in SQLite its ORDER BY then comes before the LIMIT: it decides which rows there are.
enum LimitTransfer {
  static func apply(to query: BoundQuery) {
    guard query.limit == nil, query.offset == nil, query.compoundOrder.isEmpty,
      let select = query.singleSelect, !select.isRewritten, select.sources.count == 1, select.filter.isEmpty,
      select.windows.isEmpty, !select.isAggregate, !select.isDistinct,
      let inner = derivedTable(select.sources[0])
    else { return }
    // An ORDER BY below another one is not looked at.
    if !query.orderBy.isEmpty, inner.limit == nil { inner.orderBy = [] }
    apply(to: inner)
    guard inner.limit != nil, inner.offset == nil, query.orderBy.isEmpty || inner.orderBy.isEmpty,
      !query.orderBy.isEmpty || !SubqueryFlattening.isKeptForItsOrder(inner, in: select)
    else { return }
    query.limit = inner.limit
    inner.limit = nil
  }

  /// The query of a FROM item, where it is a plain SELECT that nothing else reads.
  private static func derivedTable(_ source: BoundSource) -> BoundQuery? {
    guard let query = source.ownQuery, query.compoundOrder.isEmpty, let select = query.singleSelect,
      !select.isRewritten, !select.sources.isEmpty, select.windows.isEmpty, !select.isAggregate,
      !select.isDistinct
    else { return nil }
    return query
  }
}
