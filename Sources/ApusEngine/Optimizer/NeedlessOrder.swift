/// ORDER BY of a derived table is left out where the query around it sorts its rows anyway or joins them, unless an aggregate there sees the order,
/// as group_concat() does. A LIMIT keeps it, and so does MATERIALIZED.
enum NeedlessOrder {
  static func apply(to select: BoundSelect, _ orderBy: [BoundOrderTerm], context: CompilationContext) {
    guard !orderBy.isEmpty || select.sources.count > 1, context.optimizations.contains(.needlessOrder)
    else { return }
    for source in select.sources where source.isDerived {
      guard let query = source.ownQuery, !query.orderBy.isEmpty || !query.compoundOrder.isEmpty,
        query.limit == nil, query.offset == nil, !seesOrder(select), query.isUntouched, !seesOrder(query)
      else { continue }
      query.orderBy = []
      query.compoundOrder = []
    }
  }

  /// An aggregate, or a call with OVER, whose answer depends on the order of its rows.
  private static func seesOrder(_ select: BoundSelect) -> Bool {
    !select.windows.isEmpty || select.aggregatesInOrder()
  }

  private static func seesOrder(_ query: BoundQuery) -> Bool {
    query.parts.contains { part in
      if case .select(let select) = part.core { !select.windows.isEmpty } else { false }
    }
  }
}

extension BoundQuery {
  /// None of its SELECTs has been rewritten.
  var isUntouched: Bool {
    parts.allSatisfy { part in
      if case .select(let select) = part.core { !select.isRewritten } else { true }
    }
  }
}
