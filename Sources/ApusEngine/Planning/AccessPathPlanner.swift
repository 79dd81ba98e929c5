/// Lists the ways to reach the rows of one FROM item, given which other items are open already.
struct AccessPathPlanner {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let indexed: [IndexedExpressions?]
  let context: CompilationContext
  /// Terms of WHERE may not narrow an item when a RIGHT or FULL join may still add rows.
  let hasRightJoin: Bool
  /// As in `JoinPlanner.init`.
  let readers: [BoundExpression]?
  /// The order that the rows should come in; a module may deliver it.
  let wantedOrder: [BoundOrderTerm]

  /// By item: estimated rows, and the indexes of its table.
  private let rowCounts: [Double]
  private let indexLists: [[IndexDefinition]]

  init(
    sources: [BoundSource], analysis: PredicateAnalysis, indexed: [IndexedExpressions?],
    context: CompilationContext, hasRightJoin: Bool, readers: [BoundExpression]?,
    wantedOrder: [BoundOrderTerm]
  ) {
    self.sources = sources
    self.analysis = analysis
    self.indexed = indexed
    self.context = context
    self.hasRightJoin = hasRightJoin
    self.readers = readers
    self.wantedOrder = wantedOrder
    rowCounts = sources.map { Self.rows(of: $0, context.catalogs) }
    indexLists = sources.map { source in
      if case .table(let table) = source.kind { context.catalogs.indexes(of: table) } else { [] }
    }
  }

  /// Estimated rows of an item.
  func tableRows(_ position: Int) -> Double { rowCounts[position] }

  /// The indexes of an item's table.
  func indexes(_ position: Int) -> [IndexDefinition] { indexLists[position] }

  private static func rows(of source: BoundSource, _ catalogs: CatalogSet) -> Double {
    switch source.kind {
    case .table(let table):
      if let rows = catalogs[table.database]?.rowEstimates[table.name.lowercasedASCII] { return max(rows, 1) }
      return CostModel.defaultRows
    case .virtual: return CostModel.virtualRows
    case .query(let query): return QueryEstimate.rows(query)
    case .shared(let shared):
      return shared.recursive == nil ? QueryEstimate.rows(shared.query) : 1000
    case .recursive, .triggerRow, .registers: return 1
    }
  }

  /// Bounds on `position` whose values are known once `open` is open.
  func usableBounds(_ position: Int, open: SourceSet) -> [ColumnBound] {
    var found: [ColumnBound] = []
    for term in analysis.terms {
      for bound in term.bounds where bound.source == position && open.isSuperset(of: bound.valueSources) {
        if mayNarrow(term, position) { found.append(bound) }
      }
    }
    return found
  }

  /// Whether rows for which the term is not true need not be delivered by an item's path.
  func mayNarrow(_ term: PredicateTerm, _ position: Int) -> Bool {
    if let owner = term.joinOwner { return owner == position }
    return !hasRightJoin && sources[position].join != .left
  }

  func paths(_ position: Int, open: SourceSet) throws(DatabaseError) -> [AccessPath] {
    let source = sources[position]
    let rows = tableRows(position)
    let bounds = usableBounds(position, open: open)
    switch source.kind {
    case .virtual(let connected): return try virtualPaths(connected, position, open)
    case .recursive, .triggerRow, .registers:
      return [AccessPath(method: .recursiveRow, rows: 1, cost: 0.1, isUnique: true)]
    case .query, .shared:
      var paths: [AccessPath] = []
      var canInline = open.isEmpty && source.join != .left && !hasRightJoin
      if case .shared(let shared) = source.kind, !shared.mayInline { canInline = false }
      if canInline {
        paths.append(AccessPath(method: .inline, rows: rows, cost: rows * 0.5))
      } else {
        paths.append(AccessPath(method: .materialized, rows: rows, cost: rows * CostModel.temporaryRow))
      }
      if let path = automaticIndex(bounds, rows, open, position) { paths.append(path) }
      return paths
    case .table(let table):
      var paths = tablePaths(table, source, bounds, rows)
      let search = IndexSearchPlanner(self, table, position, rows)
      for index in indexes(position) where isAllowed(index, source) {
        paths += search.paths(index, bounds)
      }
      if let path = anyOf(position, table, rows, bounds, open: open) { paths.append(path) }
      if case .none = source.indexHint {
        if let path = automaticIndex(bounds, rows, open, position) { paths.append(path) }
      }
      if case .named = source.indexHint {
        let usingIndex = paths.filter {
          switch $0.method {
          case .index, .anyOf: true
          default: false
          }
        }
        return usingIndex
      }
      return paths
    }
  }

  func isAllowed(_ index: IndexDefinition, _ source: BoundSource) -> Bool {
    switch source.indexHint {
    case .none: return true
    case .notIndexed: return source.table?.isWithoutRowID == true && index.origin == .primaryKey
    case .named(let name): return index.name.equalsIgnoringCase(name)
    }
  }

  /// The one row with a given rowid, nil when no term names it.
  private func rowPath(_ table: TableDefinition, _ bounds: [ColumnBound], _ rows: Double) -> AccessPath? {
    guard !table.isWithoutRowID else { return nil }
    for bound in bounds where bound.column == -1 && bound.isSingleValue && bound.suits(.integer) {
      return AccessPath(
        method: .rowIDEqual(bound), rows: 1, cost: CostModel.seek(rows), consumedTerms: [bound.term],
        isUnique: true)
    }
    return nil
  }

  func tablePaths(
    _ table: TableDefinition, _ source: BoundSource, _ bounds: [ColumnBound], _ rows: Double
  ) -> [AccessPath] {
    var paths = [AccessPath(method: .tableScan, rows: rows, cost: rows)]
    guard !table.isWithoutRowID else { return paths }
    var lower: ColumnBound?
    var upper: ColumnBound?
    for bound in bounds where bound.column == -1 && bound.suits(.integer) {
      switch bound.operation {
      case .equal, .isEqual: break
      case .inList, .inQuery:
        let count = memberCount(bound)
        paths.append(
          AccessPath(
            method: .rowIDEqual(bound), rows: count, cost: count * (CostModel.seek(rows) + 1),
            consumedTerms: [bound.term]))
      case .greater, .greaterOrEqual: lower = lower ?? bound
      case .less, .lessOrEqual: upper = upper ?? bound
      case .isNull: break
      }
    }
    if let path = rowPath(table, bounds, rows) { paths.append(path) }
    if lower != nil || upper != nil {
      let share = rows * CostModel.rangeFraction(lower: lower != nil, upper: upper != nil)
      paths.append(
        AccessPath(
          method: .rowIDRange(lower: lower, upper: upper), rows: share, cost: CostModel.seek(rows) + share,
          consumedTerms: [lower?.term, upper?.term].compactMap { $0 }))
    }
    return paths
  }

  func memberCount(_ bound: ColumnBound) -> Double {
    if case .inList(_, let items, _) = bound.value.kind { return max(Double(items.count), 1) }
    return 25
  }

  /// An index for this statement alone, worth its building when the loop runs often.
  private func automaticIndex(
    _ bounds: [ColumnBound], _ rows: Double, _ open: SourceSet, _ position: Int
  ) -> AccessPath? {
    guard context.plannerOptions.makesAutomaticIndexes, !open.isEmpty else { return nil }
    var used: [ColumnBound] = []
    let source = sources[position]
    for bound in bounds where bound.operation == .equal && bound.column >= 0 && !bound.valueSources.isEmpty {
      guard source.columns.indices.contains(bound.column), bound.suits(source.columns[bound.column].affinity)
      else { continue }
      if !used.contains(where: { $0.column == bound.column }) { used.append(bound) }
    }
    guard !used.isEmpty else { return nil }
    let matches =
      used.compactMap { equalRows(position, column: $0.column) }.min() ?? max(min(rows / 50, 20), 1)
    return AccessPath(
      method: .automaticIndex(used), isCovering: true, rows: matches,
      cost: CostModel.seek(rows) + matches * CostModel.indexRow,
      consumedTerms: used.map(\.term))
  }
}

/// Rough sizes of queries, for planning around them.
enum QueryEstimate {
  static func rows(_ query: BoundQuery) -> Double {
    if case .constant(.integer(let limit))? = query.limit?.kind, limit >= 0 { return max(Double(limit), 1) }
    var total = 0.0
    for part in query.parts {
      switch part.core {
      case .values(let rows): total += Double(rows.count)
      case .select(let select):
        if select.isAggregate && select.groupBy.isEmpty {
          total += 1
        } else if select.sources.isEmpty {
          total += 1
        } else if select.isAggregate || select.isDistinct {
          total += 2000
        } else {
          total += select.filter.isEmpty ? 100_000 : 10_000
        }
      }
    }
    return max(total, 1)
  }
}

extension SharedQuery {
  /// Read once, and nothing asks for materialisation.
  var mayInline: Bool { useCount <= 1 && materialized != true }
}
