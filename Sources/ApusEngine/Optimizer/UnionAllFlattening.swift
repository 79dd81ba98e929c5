/// A query around a UNION ALL becomes a UNION ALL of queries around its arms: their tables take part in the joins, and no row is kept
/// (https://www.sqlite.org/optoverview.html#subquery_flattening).
///
/// Only of plain SELECTs, inside and outside, as `SubqueryFlattening` merges them; the arms' columns must have the same affinities, and ORDER BY
/// must be by result columns.
enum UnionAllFlattening {
  private static let mostArms = 64

  static func apply(to query: BoundQuery, context: CompilationContext) throws(DatabaseError) {
    guard query.parts.count == 1, case .select(let select) = query.parts[0].core, !select.isRewritten,
      select.sources.contains(where: \.isDerived), query.compoundOrder.isEmpty,
      context.optimizations.contains(.unionAllMerging), isPlain(select), !select.sources.isEmpty
    else { return }
    let isOrdered = !query.orderBy.isEmpty
    try QueryRewriter.merge(select, &query.orderBy, context: context)
    // An order that came from inside is by nothing that the result has.
    guard isOrdered || query.orderBy.isEmpty else { return }
    guard let order = order(query.orderBy, in: select) else { return }
    for (position, source) in select.sources.enumerated() {
      guard let union = union(source, at: position, context) else { continue }
      distribute(query, select, position, union, context)
      if query.parts.count > 1 {
        if let authorization = context.authorization { try authorization.checkMerged(source) }
        query.compoundOrder = order
        query.orderBy = []
      }
      return
    }
  }

  /// Neither grouped nor DISTINCT, without OVER and RIGHT JOIN.
  private static func isPlain(_ select: BoundSelect) -> Bool {
    !select.isAggregate && !select.isDistinct && select.windows.isEmpty && !select.hasRightJoin
  }

  /// ORDER BY as that of a compound; nil when it is by anything but result columns.
  private static func order(
    _ terms: [BoundOrderTerm], in select: BoundSelect
  ) -> [CodeGenerator.CompoundTerm]? {
    var order: [CodeGenerator.CompoundTerm] = []
    for term in terms {
      let column =
        select.output.firstIndex { $0.isSame(as: term.expression) }
        ?? select.output.firstIndex { $0.isSame(as: term.expression.withoutCollate) }
      guard let column, !select.output[column].isVolatile else { return nil }
      order.append(
        (
          column: column, collation: term.expression.collation?.collation ?? .binary,
          isDescending: term.isDescending, nullsReversed: term.nullsReversed
        ))
    }
    return order
  }

  /// The UNION ALL that an item is; a copy where others read it, too.
  private static func union(
    _ source: BoundSource, at position: Int, _ context: CompilationContext
  ) -> BoundQuery? {
    guard source.join == .inner || source.join == .cross else { return nil }
    if let own = source.ownQuery { return own.canBeDistributed ? own : nil }
    guard case .shared(let shared) = source.kind, shared.recursive == nil, shared.materialized != true,
      context.optimizations.contains(.commonTableMerging)
    else { return nil }
    let query = shared.asBound ?? shared.query
    return query.canBeDistributed ? QueryCopy.copy(of: query, context) : nil
  }

  private static func distribute(
    _ query: BoundQuery, _ select: BoundSelect, _ position: Int, _ union: BoundQuery,
    _ context: CompilationContext
  ) {
    guard union.parts.count <= mostArms else { return }
    var parts: [BoundQuery.Part] = []
    for (number, part) in union.parts.enumerated() {
      let arm = BoundQuery(parts: [part], columns: union.columns)
      arm.outerSources = union.outerSources
      arm.isVolatile = union.isVolatile
      arm.number = union.number
      guard
        let copy = QueryCopy.copy(
          of: select, replacing: select.sources[position], by: arm, countsReads: number > 0, context)
      else { return }
      parts.append(.init(compoundOperator: .unionAll, core: .select(copy)))
    }
    query.parts = parts
  }
}

extension BoundQuery {
  /// It is a UNION ALL of SELECTs that may each stand in the FROM clause of another one.
  var canBeDistributed: Bool {
    guard parts.count > 1, limit == nil, offset == nil, compoundOrder.isEmpty else { return false }
    for (number, part) in parts.enumerated() {
      guard number == 0 || part.compoundOperator == .unionAll, case .select(let select) = part.core,
        !select.isAggregate, !select.isDistinct, select.windows.isEmpty, !select.hasRightJoin,
        !select.sources.isEmpty, !select.isRewritten
      else { return false }
      for source in select.sources {
        if case .recursive = source.kind { return false }
      }
    }
    guard case .select(let first) = parts[0].core else { return false }
    for part in parts.dropFirst() {
      guard case .select(let select) = part.core else { return false }
      for (a, b) in zip(first.output, select.output) where a.affinity != b.affinity { return false }
    }
    return true
  }
}
