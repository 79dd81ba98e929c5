/// Copies bound queries: what is merged into several queries, or several times into one, is rewritten in each of them by itself.
final class QueryCopy {
  private let context: CompilationContext
  private var sources: [ObjectIdentifier: BoundSource] = [:]
  private var selects: [ObjectIdentifier: BoundSelect] = [:]
  private var references: [ObjectIdentifier: SubqueryReference] = [:]

  private var hasCorrelatedCommonTable = false
  /// Common tables of what is copied are read once more.
  private var countsReads = false
  /// An item that is another query in the copy.
  private var replaced: (source: BoundSource, query: BoundQuery)?

  private init(_ context: CompilationContext) { self.context = context }

  /// SELECTs that a statement may have copied. Common tables that each read the one before twice would double with every one of them; what is not
  /// copied any more is made once and read.
  static let limit = 1_000

  /// A query that shares no item and no SELECT with the other one. What it reads of queries around it, and common tables, are the same.
  /// - Parameter query: one that nothing has been planned of.
  /// - Returns: nil where a common table in it is correlated: it might read what is copied; and when the statement has copied enough.
  static func copy(of query: BoundQuery, _ context: CompilationContext) -> BoundQuery? {
    guard context.copiedSelects < limit else { return nil }
    let maker = QueryCopy(context)
    let copy = maker.copy(query)
    return maker.hasCorrelatedCommonTable ? nil : copy
  }

  /// A SELECT with an arm of a UNION ALL in place of the whole, which is one of its items.
  static func copy(
    of select: BoundSelect, replacing source: BoundSource, by arm: BoundQuery, countsReads: Bool,
    _ context: CompilationContext
  ) -> BoundSelect? {
    guard context.copiedSelects < limit else { return nil }
    let maker = QueryCopy(context)
    maker.replaced = (source, arm)
    maker.countsReads = countsReads
    maker.noteItems(of: select)
    let copy = maker.copy(select)
    return maker.hasCorrelatedCommonTable ? nil : copy
  }

  private func copy(_ query: BoundQuery) -> BoundQuery {
    // Items first: subqueries of FROM may read those to their left.
    for part in query.parts {
      if case .select(let select) = part.core { noteItems(of: select) }
    }
    let parts = query.parts.map { part in
      var copy = part
      switch part.core {
      case .select(let select): copy.core = .select(self.copy(select))
      case .values(let rows): copy.core = .values(rows.map { $0.map(map) })
      }
      return copy
    }
    let copy = BoundQuery(parts: parts, columns: query.columns)
    copy.orderBy = query.orderBy.map(map)
    copy.compoundOrder = query.compoundOrder
    copy.limit = query.limit.map(map)
    copy.offset = query.offset.map(map)
    copy.outerSources = query.outerSources.map { sources[ObjectIdentifier($0)] ?? $0 }
    copy.isVolatile = query.isVolatile
    copy.number = query.number
    copy.isRowsClause = query.isRowsClause
    copy.isRowList = query.isRowList
    return copy
  }

  private func noteItems(of select: BoundSelect) {
    context.copiedSelects += 1
    let copy = BoundSelect()
    selects[ObjectIdentifier(select)] = copy
    context.note(copy)
    for source in select.sources {
      let kind: BoundSource.Kind
      switch source.kind {
      case _ where source === replaced?.source: kind = replaced.map { .query($0.query) } ?? source.kind
      case .query(let query): kind = .query(self.copy(query))
      case .shared(let shared):
        if shared.query.isCorrelated { hasCorrelatedCommonTable = true }
        if countsReads {
          shared.useCount += 1
          for read in shared.reads { read.useCount += 1 }
        }
        kind = source.kind
      default: kind = source.kind
      }
      let item = BoundSource(kind, name: source.name, schema: source.schema, columns: source.columns)
      item.planName = source.planName
      item.viewName = source.viewName
      item.isRows = source.isRows
      item.hasUncountedRows = source.hasUncountedRows
      item.join = source.join
      item.mergedColumns = source.mergedColumns
      item.isInGroup = source.isInGroup
      item.hiddenNames = source.hiddenNames
      item.indexHint = source.indexHint
      item.scopeDepth = source.scopeDepth
      item.usedColumns = source.usedColumns
      item.isExists = source.isExists
      item.isNullable = source.isNullable
      item.isArm = source.isArm || source === replaced?.source
      context.authorization?.note(item, copyOf: source)
      sources[ObjectIdentifier(source)] = item
      copy.sources.append(item)
      context.note(item)
    }
  }

  private func copy(_ select: BoundSelect) -> BoundSelect {
    guard let copy = selects[ObjectIdentifier(select)] else { return select }
    for (source, item) in zip(select.sources, copy.sources) {
      item.joinFilter = source.joinFilter.map(map)
      item.tableArguments = source.tableArguments.map(map)
    }
    copy.isDistinct = select.isDistinct
    copy.isDistinctAnyway = select.isDistinctAnyway
    copy.isArm = select.isArm
    copy.isDistinctByGroups = select.isDistinctByGroups
    copy.isAggregate = select.isAggregate
    copy.aggregates = select.aggregates.map { aggregate in
      BoundAggregate(
        aggregate.definition, aggregate.arguments.map(map), isDistinct: aggregate.isDistinct,
        filter: aggregate.filter.map(map), orderBy: aggregate.orderBy.map(map))
    }
    copy.windows = select.windows.map { $0.map(map) }
    copy.repeatedWindows = select.repeatedWindows
    copy.windowGroups = select.windowGroups
    copy.filter = select.filter.map(map)
    copy.output = select.output.map(map)
    copy.groupBy = select.groupBy.map(map)
    copy.having = select.having.map(map)
    copy.finalOrder = select.finalOrder.map(map)
    return copy
  }

  private func map(_ term: BoundOrderTerm) -> BoundOrderTerm {
    var copy = term
    copy.expression = map(term.expression)
    return copy
  }

  private func map(_ expression: BoundExpression) -> BoundExpression {
    expression.mapped { node in
      switch node.kind {
      case .column(let source, let column):
        sources[ObjectIdentifier(source)].map { node.replacing(.column($0, column)) }
      case .aggregate(let select, let number):
        selects[ObjectIdentifier(select)].map { node.replacing(.aggregate($0, number)) }
      case .window(let select, let number):
        selects[ObjectIdentifier(select)].map { node.replacing(.window($0, number)) }
      case .inQuery(let values, let reference, let negated):
        node.replacing(.inQuery(values.map(map), copy(reference), negated: negated))
      case .scalarQuery(let reference, let column): node.replacing(.scalarQuery(copy(reference), column))
      case .exists(let reference): node.replacing(.exists(copy(reference)))
      default: nil
      }
    }
  }

  /// One copy, however many expressions read it.
  private func copy(_ reference: SubqueryReference) -> SubqueryReference {
    let key = ObjectIdentifier(reference.query)
    if let known = references[key] { return known }
    let new = SubqueryReference(copy(reference.query))
    references[key] = new
    return new
  }
}
