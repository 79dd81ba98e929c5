/// Merges a derived table or view into the query around it, so that its tables take part in the join and its columns can use indexes
/// (https://www.sqlite.org/optoverview.html#subquery_flattening).
///
/// Only plain SELECTs are merged: no aggregate, DISTINCT, LIMIT or compound, no subquery or volatile function in the result columns, and only
/// where the derived table is inner-joined.
enum SubqueryFlattening {
  static func apply(to select: BoundSelect, orderBy: inout [BoundOrderTerm]) {
    guard !select.hasRightJoin else { return }
    var position = 0
    while position < select.sources.count {
      if let inner = mergeable(select.sources[position], in: select, orderBy),
        select.sources.count + inner.select.sources.count <= 60
      {
        merge(inner.select, inner.order, at: position, into: select, &orderBy)
        // The merged items may be derived tables themselves: look at the same place again.
      } else {
        position += 1
      }
    }
  }

  private static func mergeable(
    _ source: BoundSource, in select: BoundSelect, _ orderBy: [BoundOrderTerm]
  ) -> (select: BoundSelect, order: [BoundOrderTerm])? {
    guard source.join == .inner || source.join == .cross else { return nil }
    guard let query = source.ownQuery, let inner = query.singleSelect, query.limit == nil,
      query.offset == nil,
      query.compoundOrder.isEmpty, !inner.isAggregate, inner.windows.isEmpty, !inner.isDistinct,
      !inner.sources.isEmpty, !inner.isRewritten
    else { return nil }
    // group_concat() and its kin see the rows in the order that the derived table asks for. Where another order counts, or there are other
    // rows, SQLite drops it unless an aggregate might see it.
    if select.isAggregate, !query.orderBy.isEmpty,
      orderBy.isEmpty && select.sources.count == 1 || select.aggregatesInOrder()
    {
      return nil
    }
    if orderBy.isEmpty, isKeptForItsOrder(query, in: select) { return nil }
    // Windows see peers in the order that the derived table asks for.
    if !select.windows.isEmpty, !query.orderBy.isEmpty, !orderBy.isEmpty { return nil }
    for expression in inner.output where expression.hasSubquery || expression.isVolatile { return nil }
    // As the query itself would do: in the query around it the conditions could not.
    QueryRewriter.simplifyJoins(of: inner)
    if inner.hasRightJoin { return nil }
    // A left join outside refers to what stands before it; items of the inner query keep their own order.
    if select.sources.contains(where: { $0.join == .left }),
      inner.sources.contains(where: { $0.join == .left })
    {
      return nil
    }
    return (inner, query.orderBy)
  }

  /// As in SQLite calls and subqueries in the result are not computed before the rows are sorted.
  /// - Parameter select: a SELECT without ORDER BY.
  static func isKeptForItsOrder(_ query: BoundQuery, in select: BoundSelect) -> Bool {
    !query.orderBy.isEmpty && select.sources.count == 1 && select.windows.isEmpty
      && select.output.contains(where: \.hasCallOrSubquery)
  }

  private static func merge(
    _ inner: BoundSelect, _ innerOrder: [BoundOrderTerm], at position: Int, into select: BoundSelect,
    _ orderBy: inout [BoundOrderTerm]
  ) {
    let source = select.sources[position]
    let isAlone = select.sources.count == 1
    InnerJoinConditions.apply(to: inner)
    let substitution = ColumnSubstitution(source, inner.output)
    let takesOrder = !select.windows.isEmpty || isAlone
    if orderBy.isEmpty, !innerOrder.isEmpty, takesOrder, !select.isAggregate {
      orderBy = innerOrder
    } else {
      orderBy = orderBy.map { term in
        var copy = term
        copy.expression = substitution.apply(term.expression)
        return copy
      }
    }
    inner.sources[0].join = source.join
    inner.sources[0].joinFilter += source.joinFilter
    select.sources.replaceSubrange(position...position, with: inner.sources)
    substitution.apply(to: select)
    select.filter += inner.filter
    InnerJoinConditions.apply(to: select)
    for column in inner.output {
      column.walk { node in
        if case .column(let owner, let index) = node.kind { owner.usedColumns.insert(index) }
      }
    }
    UsedColumns.recount(inner.sources, in: select, orderBy: orderBy)
  }
}
