/// Merges a derived table, view or common table into the query around it, so that its tables take part in the join and its columns can use indexes
/// (https://www.sqlite.org/optoverview.html#subquery_flattening).
///
/// Only plain SELECTs are merged: no aggregate, DISTINCT, LIMIT or compound, no volatile function in the result columns. A common table that several
/// places read is merged into each of them by itself, unless it is MATERIALIZED. The right side of a LEFT JOIN is merged when it reads one table:
/// `NullRowColumns` tells what becomes of its columns.
enum SubqueryFlattening {
  static func apply(
    to select: BoundSelect, orderBy: inout [BoundOrderTerm], context: CompilationContext
  ) throws(DatabaseError) {
    guard !select.hasRightJoin else { return }
    var position = 0
    while position < select.sources.count {
      if select.sources[position].isDerived,
        let inner = mergeable(select.sources[position], in: select, orderBy, context),
        select.sources.count + inner.select.sources.count <= 60
      {
        if let authorization = context.authorization {
          try authorization.checkMerged(select.sources[position])
        }
        merge(inner, at: position, into: select, &orderBy)
        // The merged items may be derived tables themselves: look at the same place again.
      } else {
        position += 1
      }
    }
  }

  private struct Inner {
    let select: BoundSelect
    let order: [BoundOrderTerm]
    let output: [BoundExpression]
  }

  /// What is merged may be a copy: a query that others read stays as it is.
  private static func mergeable(
    _ source: BoundSource, in select: BoundSelect, _ orderBy: [BoundOrderTerm], _ context: CompilationContext
  ) -> Inner? {
    let isLeft = source.join == .left
    guard source.join == .inner || source.join == .cross || isLeft else { return nil }
    if isLeft, select.isDistinct || !context.optimizations.contains(.leftJoinMerging) { return nil }
    let query: BoundQuery
    var isCopied = false
    if let own = source.ownQuery {
      query = own
    } else if case .shared(let shared) = source.kind, shared.recursive == nil, shared.materialized != true,
      context.optimizations.contains(.commonTableMerging)
    {
      query = shared.asBound ?? shared.query
      isCopied = true
    } else {
      return nil
    }
    guard query.canBeMerged, let inner = query.singleSelect else { return nil }
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
    if !mayComputeTwice(source, inner, in: select, orderBy) { return nil }
    if isLeft, NullRowColumns.columns(inner.output, of: inner) == nil { return nil }
    let merged: BoundQuery
    if isCopied {
      guard let copy = QueryCopy.copy(of: query, context) else { return nil }
      merged = copy
    } else {
      merged = query
    }
    guard let inner = merged.singleSelect else { return nil }
    // As the query itself would do: in the query around it the conditions could not.
    QueryRewriter.simplifyJoins(of: inner)
    if inner.hasRightJoin { return nil }
    let output = isLeft ? NullRowColumns.columns(inner.output, of: inner) ?? inner.output : inner.output
    return Inner(select: inner, order: merged.orderBy, output: output)
  }

  /// As in SQLite calls and subqueries in the result are not computed before the rows are sorted.
  /// - Parameter select: a SELECT without ORDER BY.
  static func isKeptForItsOrder(_ query: BoundQuery, in select: BoundSelect) -> Bool {
    !query.orderBy.isEmpty && select.sources.count == 1 && select.windows.isEmpty
      && select.output.contains(where: \.hasCallOrSubquery)
  }

  /// A subquery among the result columns takes the column's place: it must not run more often for that.
  private static func mayComputeTwice(
    _ source: BoundSource, _ inner: BoundSelect, in select: BoundSelect, _ orderBy: [BoundOrderTerm]
  ) -> Bool {
    guard inner.output.contains(where: \.hasSubquery) else { return true }
    // Windows and aggregates keep what they read in places of their own.
    guard select.windows.isEmpty, !select.isAggregate else { return false }
    var reads = 0
    func count(_ expression: BoundExpression) {
      expression.walk { node in
        if case .column(let owner, let column) = node.kind, owner === source,
          inner.output.indices.contains(column), inner.output[column].hasSubquery
        {
          reads += 1
        }
        if let query = node.subquery, query.outerSources.contains(where: { $0 === source }) { reads += 2 }
      }
    }
    for expression in select.output + select.filter + orderBy.map(\.expression) { count(expression) }
    for item in select.sources {
      if !item.joinFilter.isEmpty || !item.tableArguments.isEmpty { reads += 2 }
      switch item.kind {
      case .query(let query): if query.isCorrelated { reads += 2 }
      case .shared(let shared): if shared.query.isCorrelated { reads += 2 }
      default: break
      }
    }
    return reads <= 1
  }

  private static func merge(
    _ merged: Inner, at position: Int, into select: BoundSelect, _ orderBy: inout [BoundOrderTerm]
  ) {
    let inner = merged.select
    let source = select.sources[position]
    let isAlone = select.sources.count == 1
    InnerJoinConditions.apply(to: inner)
    let substitution =
      source.isArm
      ? ColumnSubstitution(source, merged.output, collations: source.columns.map(\.collation))
      : ColumnSubstitution(source, merged.output)
    let takesOrder = !select.windows.isEmpty || isAlone
    if orderBy.isEmpty, !merged.order.isEmpty, takesOrder, !select.isAggregate {
      orderBy = merged.order
    } else {
      orderBy = orderBy.map { term in
        var copy = term
        copy.expression = substitution.apply(term.expression)
        return copy
      }
    }
    inner.sources[0].join = source.join
    inner.sources[0].joinFilter += source.joinFilter
    if source.join == .left {
      inner.sources[0].joinFilter += inner.filter
      inner.sources[0].isNullable = true
    }
    select.sources.replaceSubrange(position...position, with: inner.sources)
    substitution.apply(to: select)
    if source.join != .left { select.filter += inner.filter }
    InnerJoinConditions.apply(to: select)
    for column in merged.output {
      column.walk { node in
        if case .column(let owner, let index) = node.kind { owner.usedColumns.insert(index) }
      }
    }
    UsedColumns.recount(inner.sources, in: select, orderBy: orderBy)
  }
}

extension BoundQuery {
  /// It is a SELECT that can stand in the FROM clause of another one as its items and conditions.
  fileprivate var canBeMerged: Bool {
    guard let select = singleSelect, limit == nil, offset == nil, compoundOrder.isEmpty, !select.isAggregate,
      select.windows.isEmpty, !select.isDistinct, !select.sources.isEmpty, !select.isRewritten
    else { return false }
    for expression in select.output where expression.isVolatile { return false }
    return true
  }
}

extension SharedQuery {
  /// Before code is generated of it: other readers may want to merge it as it was bound.
  func keepAsBound(_ context: CompilationContext) {
    guard useCount > 1, asBound == nil, recursive == nil, materialized != true,
      context.optimizations.contains(.commonTableMerging), query.canBeMerged || query.canBeDistributed
    else { return }
    asBound = QueryCopy.copy(of: query, context)
  }
}
