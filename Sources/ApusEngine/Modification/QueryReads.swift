/// Whether a query reads a table anywhere: in FROM, views, common tables or subqueries.
extension BoundQuery {
  func reads(_ table: TableDefinition) -> Bool {
    var search = TableSearch(table)
    search.visit(self)
    return search.isFound
  }
}

extension BoundSelect {
  /// Whether the table is one of its FROM items.
  func reads(_ table: TableDefinition) -> Bool {
    sources.contains { source in
      if case .table(let other) = source.kind { return other === table }
      return false
    }
  }
}

private struct TableSearch {
  let table: TableDefinition
  private(set) var isFound = false
  private var visited: Set<ObjectIdentifier> = []

  init(_ table: TableDefinition) { self.table = table }

  mutating func visit(_ query: BoundQuery) {
    guard !isFound, visited.insert(ObjectIdentifier(query)).inserted else { return }
    for part in query.parts {
      switch part.core {
      case .select(let select): visit(select)
      case .values(let rows): for row in rows { visit(row) }
      }
    }
    visit(query.orderBy)
    if let limit = query.limit { visit([limit]) }
    if let offset = query.offset { visit([offset]) }
  }

  private mutating func visit(_ select: BoundSelect) {
    for source in select.sources {
      visit(source)
      visit(source.joinFilter)
    }
    visit(select.filter)
    visit(select.output)
    visit(select.groupBy)
    if let having = select.having { visit([having]) }
    for aggregate in select.aggregates {
      visit(aggregate.arguments)
      if let filter = aggregate.filter { visit([filter]) }
      visit(aggregate.orderBy)
    }
    for call in select.windows { call.forEachExpression { visit([$0]) } }
  }

  private mutating func visit(_ source: BoundSource) {
    switch source.kind {
    case .table(let other):
      if other.database == table.database, other.rootPage == table.rootPage, table.virtual == nil {
        isFound = true
      }
    case .query(let query): visit(query)
    case .shared(let shared):
      visit(shared.query)
      if let recursive = shared.recursive {
        visit(recursive.initial)
        for part in recursive.recursiveParts { visit(part) }
      }
    case .virtual(let connected):
      if connected.definition === table { isFound = true }
    case .recursive, .triggerRow, .registers: break
    }
  }

  private mutating func visit(_ terms: [BoundOrderTerm]) {
    for term in terms { visit([term.expression]) }
  }

  private mutating func visit(_ expressions: [BoundExpression]) {
    for expression in expressions {
      var queries: [BoundQuery] = []
      expression.walk { node in if let query = node.subquery { queries.append(query) } }
      for query in queries { visit(query) }
    }
  }
}
