/// Lists the ways to reach the rows of one FROM item, given which other items are open already.
final class AccessPathPlanner {
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
  /// What the module of the only item is told besides.
  let offer: VirtualTableOffer?
  /// How the terms count of which rows are estimated: those of the filter, or of an operand of an OR.
  @exclusivity(unchecked) var weights: [TermWeight]
  @exclusivity(unchecked) private var facts: [TableFacts] = []

  init(
    sources: [BoundSource], analysis: PredicateAnalysis, indexed: [IndexedExpressions?],
    context: CompilationContext, hasRightJoin: Bool, readers: [BoundExpression]?,
    wantedOrder: [BoundOrderTerm], offer: VirtualTableOffer?
  ) {
    self.sources = sources
    self.analysis = analysis
    weights = analysis.weights
    self.indexed = indexed
    self.context = context
    self.hasRightJoin = hasRightJoin
    self.readers = readers
    self.wantedOrder = wantedOrder
    self.offer = offer
  }

  /// Many terms on each of many columns combine to more ways than can be looked at: the first ones count.
  final class Budget {
    private var left = 20_000

    func take() -> Bool {
      left -= 1
      return left >= 0
    }
  }

  let budget = Budget()

  var catalogs: CatalogSet { context.catalogs }

  func facts(of table: TableDefinition) -> TableFacts {
    for known in facts where known.table === table { return known }
    let new = TableFacts(table, catalogs)
    facts.append(new)
    return new
  }

  /// Estimated rows of an item.
  func tableRows(_ position: Int) -> Estimate {
    switch sources[position].kind {
    case .table(let table): return facts(of: table).rows
    case .virtual: return CostModel.defaultEstimate
    case .query(let query): return QueryEstimate.rows(query)
    case .shared(let shared):
      // As in SQLite of a common table that was made for another item nobody knows how many rows it has.
      if shared.useCount > 1, shared.materialized != false {
        if shared.firstReader == nil { shared.firstReader = sources[position] }
        if shared.firstReader !== sources[position] { return CostModel.defaultEstimate }
      }
      return shared.recursive == nil ? QueryEstimate.rows(shared.query) : CostModel.defaultEstimate
    case .recursive: return CostModel.defaultEstimate
    case .triggerRow, .registers: return 0
    }
  }

  /// What narrows an item, whatever is open.
  func bounds(_ position: Int) -> [ColumnBound] {
    var found: [ColumnBound] = []
    found.reserveCapacity(4)
    for term in analysis.terms where term.sources.contains(position: position) {
      // (A subquery that reads the item itself gives no value to search for.)
      for bound in term.bounds
      where bound.source == position && mayNarrow(term, position)
        && !bound.valueSources.contains(position: position) && !(bound.isNotNull && term.joinOwner != nil)
      {
        found.append(bound)
      }
    }
    return found
  }

  /// Whether rows for which the term is not true need not be delivered by an item's path.
  func mayNarrow(_ term: PredicateTerm, _ position: Int) -> Bool {
    if let owner = term.joinOwner { return owner == position }
    return !hasRightJoin && sources[position].join != .left
  }

  /// Inserts the ways to reach an item's rows that are worth weighing, each with the items that must be open before.
  /// - Parameter prerequisites: the items that must be open before whatever way is taken.
  func addPaths(
    _ position: Int, prerequisites: SourceSet, to list: inout AccessPathList
  ) throws(DatabaseError) {
    let source = sources[position]
    let rows = tableRows(position)
    switch source.kind {
    case .virtual(let connected):
      for path in try virtualPaths(connected, position, prerequisites) { list.insert(path) }
      for path in try anyOfVirtual(connected, position, prerequisites) { list.insert(path) }
    case .triggerRow, .registers:
      list.insert(
        AccessPath(method: .recursiveRow, rows: 0, cost: 0, prerequisites: prerequisites, isUnique: true))
    case .recursive:
      var path = AccessPath(method: .recursiveRow, rows: rows, cost: rows + CostModel.tableRow)
      path.prerequisites = prerequisites
      adjust(&path, position, all: rows)
      list.insert(path)
    case .query, .shared:
      automaticIndexes(bounds(position), rows, prerequisites, position) { list.insert($0) }
      var path = AccessPath(method: .materialized, rows: rows, cost: rows + CostModel.tableRow)
      path.prerequisites = prerequisites
      adjust(&path, position, all: rows)
      list.insert(path)
    case .table(let table):
      let bounds = bounds(position)
      if case .none = source.indexHint {
        automaticIndexes(bounds, rows, prerequisites, position) { list.insert($0) }
      }
      let mayScan: Bool
      if case .named = source.indexHint { mayScan = false } else { mayScan = true }
      if mayScan { rowIDPaths(table, position, bounds, rows, prerequisites, scans: true) { list.insert($0) } }
      let search = IndexSearchPlanner(self, table, position, rows, prerequisites: prerequisites)
      for (number, index) in facts(of: table).indexes.enumerated() where isAllowed(index.index, source) {
        search.paths(index, bounds, sortKey: number + 2) { list.insert($0) }
      }
      for path in anyOf(position, table, rows, bounds, prerequisites) { list.insert(path) }
    }
  }

  func isAllowed(_ index: IndexDefinition, _ source: BoundSource) -> Bool {
    switch source.indexHint {
    case .none: return true
    case .notIndexed: return source.table?.isWithoutRowID == true && index.origin == .primaryKey
    case .named(let name): return index.name.equalsIgnoringCase(name)
    }
  }

  /// All rows in the order of the rowid, and searches by rowid.
  func rowIDPaths(
    _ table: TableDefinition, _ position: Int, _ bounds: [ColumnBound], _ rows: Estimate,
    _ prerequisites: SourceSet, scans: Bool, _ add: (consuming AccessPath) -> Void
  ) {
    guard !table.isWithoutRowID else { return }
    if scans {
      var path = AccessPath(
        method: .tableScan, rows: rows, cost: rows + facts(of: table).scanCost, prerequisites: prerequisites,
        sortKey: mayOrderByRowID(position) ? 1 : 0)
      adjust(&path, position, all: rows)
      add(consume path)
    }
    let descent = Estimates.descent(rows)
    func offer(
      _ method: AccessPath.Method, _ first: ColumnBound, _ second: ColumnBound?, _ visited: Estimate,
      _ runs: Estimate
    ) {
      var used = TermSet(first.term)
      var consumed = TermSet()
      if first.makesTermTrue { consumed.insert(first.term) }
      var open = prerequisites.union(first.valueSources)
      if let second {
        used.insert(second.term)
        if second.makesTermTrue { consumed.insert(second.term) }
        open.formUnion(second.valueSources)
      }
      var path = AccessPath(
        method: method, rows: visited + runs,
        cost: Estimates.sum(descent, visited + CostModel.tableRow) + runs, prerequisites: open,
        usedTerms: used, consumedTerms: consumed, hasEquality: first.isEquality, isUnique: first.isSingleValue
      )
      adjust(&path, position, all: rows)
      add(consume path)
    }
    for bound in bounds where bound.column == -1 && bound.suits(.integer) {
      switch bound.operation {
      case .equal, .isEqual: offer(.rowIDEqual(bound), bound, nil, 0, 0)
      case .inList, .inQuery: offer(.rowIDEqual(bound), bound, nil, 0, members(bound))
      case .greater, .greaterOrEqual:
        offer(
          .rowIDRange(lower: bound, upper: nil), bound, nil, CostModel.ranged(rows, bound, nil), 0)
        for upper in bounds where upper.column == -1 && upper.isUpper && upper.suits(.integer) {
          offer(
            .rowIDRange(lower: bound, upper: upper), bound, upper, CostModel.ranged(rows, bound, upper), 0)
        }
      case .less, .lessOrEqual:
        offer(.rowIDRange(lower: nil, upper: bound), bound, nil, CostModel.ranged(rows, nil, bound), 0)
      case .isNull: break
      }
    }
  }

  func members(_ bound: ColumnBound) -> Estimate {
    if case .inList(_, let items, _) = bound.value.kind { return Estimates.of(Double(items.count)) }
    return CostModel.members
  }

  /// Counts the terms that are tested on an item's rows, of the equalities the strongest one.
  func adjust(_ path: inout AccessPath, _ position: Int, all: Estimate) {
    let open = path.prerequisites.union(SourceSet(position: position))
    var reduction: Estimate = 0
    var passed: Estimate = 0
    for number in weights.indices {
      let weight = weights[number]
      guard weight.sources.contains(position: position), open.isSuperset(of: weight.sources),
        !path.usedTerms.contains(number), !usesSecondHalf(path.usedTerms, of: number)
      else { continue }
      passed += weight.likelihood.map { -$0 } ?? 1
      reduction = max(reduction, weight.reduction)
    }
    path.rows = min(path.rows - passed, all - reduction)
  }

  /// BETWEEN is two terms, of which the first one counts.
  private func usesSecondHalf(_ used: TermSet, of number: Int) -> Bool {
    number + 1 < weights.count && weights[number + 1].origin == number
      && used.contains(number + 1)
  }

  /// Indexes for this statement alone, worth their building when the loop runs often.
  private func automaticIndexes(
    _ bounds: [ColumnBound], _ rows: Estimate, _ prerequisites: SourceSet, _ position: Int,
    _ add: (consuming AccessPath) -> Void
  ) {
    let source = sources[position]
    // (One item alone is worth an index where it is read again and again.)
    guard context.plannerOptions.makesAutomaticIndexes, sources.count > 1 || context.outerRows >= 3,
      source.join != .right, source.join != .full
    else { return }
    let usable = automaticBounds(bounds, position)
    guard !usable.isEmpty else { return }
    let partial = partialTerms(position)
    let ordered = inAutomaticOrder(usable)
    let descent = Estimates.descent(rows)
    for bound in usable {
      let open = prerequisites.union(bound.valueSources)
      let used = automaticKey(ordered, open: open)
      let isTable = source.table != nil
      add(
        AccessPath(
          method: .automaticIndex(used, partial: partial), isCovering: true, rows: CostModel.automaticRows,
          cost: Estimates.sum(descent, CostModel.automaticRows),
          setUp: max(
            descent + rows + (isTable ? CostModel.automaticTable : CostModel.automaticTemporary), 0),
          prerequisites: open, usedTerms: TermSet(bound.term), consumedTerms: TermSet(used)))
    }
  }

  /// What an index that is made for the statement can be sought by.
  private func automaticBounds(_ bounds: [ColumnBound], _ position: Int) -> [ColumnBound] {
    let columns = sources[position].columns
    return bounds.filter { bound in
      guard bound.isSingleValue, bound.operation == .equal, columns.indices.contains(bound.column),
        bound.suits(columns[bound.column].affinity), !analysis.terms[bound.term].isImplied
      else { return false }
      return isWorthAnIndex(position, column: bound.column)
    }
  }

  /// As SQLite looks at them: what is said of the right side of two columns, behind all else and from the last term on.
  private func inAutomaticOrder(_ bounds: [ColumnBound]) -> [ColumnBound] {
    bounds.filter { !$0.isCommuted } + bounds.filter(\.isCommuted).reversed()
  }

  /// One bound for each column, of all that the items before make known.
  private func automaticKey(_ ordered: [ColumnBound], open: SourceSet) -> [ColumnBound] {
    var used: [ColumnBound] = []
    for bound in ordered where open.isSuperset(of: bound.valueSources) {
      if !used.contains(where: { $0.column == bound.column }) { used.append(bound) }
    }
    return used
  }

  /// Has an index that is made for the statement take in all columns that the items before it tell, once these are chosen.
  func completeAutomaticIndex(_ path: inout AccessPath, _ position: Int, open: SourceSet) {
    guard case .automaticIndex(let key, let partial) = path.method, path.prerequisites != open else { return }
    let used = automaticKey(inAutomaticOrder(automaticBounds(bounds(position), position)), open: open)
    guard used.count > key.count else { return }
    path.method = .automaticIndex(used, partial: partial)
    path.consumedTerms = TermSet(used)
  }

  /// The terms that an item's row passes or not whatever the others are: an index for the statement holds those that do.
  private func partialTerms(_ position: Int) -> [BoundExpression] {
    let own = SourceSet(position: position)
    return analysis.terms.filter { term in
      !term.isImplied && own.isSuperset(of: term.sources) && mayNarrow(term, position)
        && !term.expression.hasSubquery && !term.expression.isVolatile
        && term.expression.readsOnly(sources[position])
    }.map(\.expression)
  }

  private func isWorthAnIndex(_ position: Int, column: Int) -> Bool {
    guard let table = sources[position].table else { return true }
    for facts in facts(of: table).indexes {
      let index = facts.index
      guard let field = index.columns.firstIndex(where: { $0.tableColumn == column }) else { continue }
      if field == 0 { return false }
      if index.statistics.count > field + 1, Estimates.of(index.statistics[field + 1]) > 20 { return false }
    }
    return true
  }
}

/// Rough sizes of queries, for planning around them.
enum QueryEstimate {
  static func rows(_ query: BoundQuery) -> Estimate {
    if case .constant(.integer(let limit))? = query.limit?.kind, limit >= 0 {
      return min(all(query), Estimates.of(Double(limit)))
    }
    return all(query)
  }

  /// Without LIMIT.
  private static func all(_ query: BoundQuery) -> Estimate {
    var total: Estimate?
    for part in query.parts {
      let rows = rows(part.core)
      total = total.map { Estimates.sum($0, rows) } ?? rows
    }
    return total ?? 0
  }

  private static func rows(_ core: BoundQuery.BoundCore) -> Estimate {
    switch core {
    case .values(let rows): return Estimates.of(Double(rows.count))
    case .select(let select):
      if select.sources.isEmpty || select.isAggregate && select.groupBy.isEmpty { return 0 }
      var rows: Estimate = 0
      for source in select.sources {
        switch source.kind {
        case .query(let query): rows += QueryEstimate.rows(query)
        case .shared(let shared) where shared.recursive == nil && shared.query.limit != nil:
          rows += QueryEstimate.rows(shared.query)
        case .recursive: rows += CostModel.defaultEstimate
        default: rows += CostModel.defaultEstimate
        }
      }
      // Each item but one is found by what the others say of it.
      rows = min(rows, CostModel.defaultEstimate + 33 * (select.sources.count - 1))
      rows = max(rows - 20 * (select.filter.isEmpty ? 0 : 1), 0)
      // DISTINCT is taken to leave an eighth.
      if select.isDistinct { rows -= 30 }
      return select.isAggregate ? min(rows, 66) : rows
    }
  }
}

extension SharedQuery {
  /// Read once, and nothing asks for materialisation.
  var mayInline: Bool { useCount <= 1 && materialized != true }
}
