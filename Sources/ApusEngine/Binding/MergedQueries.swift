// What SQLite merges into the query around it (https://www.sqlite.org/optoverview.html#subquery_flattening) and what can be seen of that. What is
// merged here is decided by `SubqueryFlattening`.

extension BoundQuery {
  /// It can be merged into a query around it: one SELECT of some rows, neither grouped, sorted nor limited.
  var isMergeable: Bool {
    guard limit == nil, orderBy.isEmpty, let select = singleSelect else { return false }
    return !select.sources.isEmpty && !select.isAggregate && !select.isDistinct && select.windows.isEmpty
  }
}

extension BoundSelect {
  /// How many derived tables SQLite merges into this query, those that stand in merged ones included
  /// (https://www.sqlite.org/optoverview.html#subquery_flattening).
  /// - Parameter mergesRows: several rows of VALUES are such a table.
  func mergedCount(mergesRows: Bool) -> Int {
    sources.indices.reduce(0) { count, position in
      guard let query = merged(position) else { return count }
      if case .values? = query.parts.first?.core { return count + (mergesRows ? 1 : 0) }
      return count + 1 + (query.singleSelect?.mergedCount(mergesRows: mergesRows) ?? 0)
    }
  }

  private func merged(_ position: Int) -> BoundQuery? {
    let source = sources[position]
    guard let query = source.mergedQuery, source.join != .right, source.join != .full else { return nil }
    if case .values(let rows)? = query.parts.first?.core {
      return query.parts.count == 1 && rows.count > 1 ? query : nil
    }
    guard query.isMergeable, let inner = query.singleSelect, position == 0 || !inner.hasRightJoin
    else { return nil }
    let isLeftOfRight = sources[(position + 1)...].contains { $0.join == .right || $0.join == .full }
    guard source.join == .left || isLeftOfRight else { return query }
    if case .virtual? = inner.sources.first?.kind { return nil }
    return inner.sources.count == 1 && !isDistinct ? query : nil
  }
}

extension BoundSource {
  /// The query that the item stands for, unless it must be computed apart.
  fileprivate var mergedQuery: BoundQuery? {
    switch kind {
    case .query(let query): query
    case .shared(let shared) where shared.materialized != true && shared.recursive == nil: shared.query
    default: nil
    }
  }

  /// A column of a derived table that is the same in all its rows. SQLite, which merges the table into the query around it, computes
  /// it even where there are no rows.
  func mergedConstant(_ column: Int) -> BoundExpression? {
    guard join == .inner || join == .cross, !isNullable, let query = mergedQuery, query.isMergeable,
      let select = query.singleSelect, select.output.indices.contains(column)
    else { return nil }
    let expression = select.output[column]
    if case .scalarQuery(let reference, _) = expression.withoutCollate.kind {
      return reference.query.isCorrelated ? nil : expression
    }
    return expression.isConstant && !expression.hasSubquery ? expression : nil
  }
}
