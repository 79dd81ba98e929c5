// What SQLite merges into the query around it (https://www.sqlite.org/optoverview.html#subquery_flattening) and what can be seen of that. What is
// merged here is decided by `SubqueryFlattening`.

extension BoundQuery {
  /// It can be merged into a query around it: one SELECT of some rows, neither grouped, sorted nor limited.
  var isMergeable: Bool { isMergeable(dropsOrder: false) }

  /// - Parameter dropsOrder: the query around it does not ask for the order of its rows.
  fileprivate func isMergeable(dropsOrder: Bool) -> Bool {
    guard limit == nil, dropsOrder || orderBy.isEmpty, let select = singleSelect else { return false }
    return !select.sources.isEmpty && !select.isAggregate && !select.isDistinct && select.windows.isEmpty
  }
}

extension BoundSelect {
  /// How many derived tables SQLite merges into this query, those that stand in merged ones included
  /// (https://www.sqlite.org/optoverview.html#subquery_flattening).
  /// - Parameter others: numbers of aggregates that belong to a query around this one.
  func mergedCount(others: [Int] = []) -> Int {
    let dropsOrder = sources.count > 1 && !aggregatesInOrder(except: others)
    return sources.indices.reduce(0) { count, position in
      guard let query = merged(position, dropsOrder: dropsOrder) else { return count }
      return count + 1 + (query.singleSelect?.mergedCount() ?? 0)
    }
  }

  /// Whether what its aggregates give may depend on the order of rows. SQLite keeps the ORDER BY of derived tables then.
  func aggregatesInOrder(except others: [Int] = []) -> Bool {
    aggregates.indices.contains { index in
      !others.contains(index) && aggregates[index].definition.flags.isDisjoint(with: [.picksRow, .isCount])
    }
  }

  private func merged(_ position: Int, dropsOrder: Bool) -> BoundQuery? {
    let source = sources[position]
    guard let query = source.mergedQuery, source.join != .right, source.join != .full else { return nil }
    if case .values? = query.parts.first?.core { return query.isRowsClause ? query : nil }
    guard query.isMergeable(dropsOrder: dropsOrder), let inner = query.singleSelect,
      position == 0 || !inner.hasRightJoin
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
