/// Which columns of an item a SELECT reads. Merging a derived table leaves columns unread that its own result named: an index then may hold all that
/// is read.
enum UsedColumns {
  /// Counts anew what is read of items that have come from a merged query. Items that subqueries read keep what they have.
  static func recount(_ items: [BoundSource], in select: BoundSelect, orderBy: [BoundOrderTerm]) {
    var sets = [ColumnSet](repeating: ColumnSet(), count: items.count)
    var isKnown = [Bool](repeating: true, count: items.count)
    func read(_ expression: BoundExpression) {
      expression.walk { node in
        if case .column(let owner, let column) = node.kind,
          let place = items.firstIndex(where: { $0 === owner })
        {
          sets[place].insert(column)
        }
        guard let query = node.subquery else { return }
        exclude(query)
      }
    }
    func exclude(_ query: BoundQuery) {
      for outer in query.outerSources {
        if let place = items.firstIndex(where: { $0 === outer }) { isKnown[place] = false }
      }
    }
    for expression in select.output + select.filter + select.groupBy { read(expression) }
    if let having = select.having { read(having) }
    for aggregate in select.aggregates { for input in aggregate.inputs { read(input) } }
    for term in orderBy + select.finalOrder { read(term.expression) }
    for source in select.sources {
      for condition in source.joinFilter + source.tableArguments { read(condition) }
      switch source.kind {
      case .query(let query): exclude(query)
      case .shared(let shared): exclude(shared.query)
      default: break
      }
    }
    for call in select.windows { call.forEachExpression(read) }
    for (place, item) in items.enumerated() where isKnown[place] { item.usedColumns = sets[place] }
  }
}
