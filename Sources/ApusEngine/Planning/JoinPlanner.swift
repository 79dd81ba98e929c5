/// Chooses the order of the loops of a join and how each item is reached. It searches twice when an order is wanted: what sorting costs depends
/// on the rows that come out.
struct JoinPlanner {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let pathPlanner: AccessPathPlanner
  /// The order that the rows should come in, empty for any.
  let wantedOrder: [BoundOrderTerm]
  private let order: OrderSatisfaction
  /// `PRAGMA reverse_unordered_selects`: without a wanted order, scans run backwards.
  private let reversesScans: Bool
  /// LIMIT, where it is known.
  private let limit: Estimate?

  /// - Parameter readers: all expressions but the filter that will read the items, where they are known: an index on
  ///   expressions covers an item when all that is read of it are such expressions and the index's columns.
  private init(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm], directionsFree: Bool,
    readers: [BoundExpression]?, limit: Estimate?, offer: VirtualTableOffer?
  ) {
    self.sources = sources
    let indexed = sources.map { IndexedExpressions($0, context) }
    analysis = PredicateAnalysis(sources, filter: filter, indexed: indexed, context: context)
    for source in sources where source.join == .right || source.join == .full {
      // Matched rows are remembered by their key.
      guard let table = source.table, table.isWithoutRowID else { continue }
      for column in table.primaryKeyColumns { source.usedColumns.insert(column) }
    }
    let hasRightJoin = sources.contains { $0.join == .right || $0.join == .full }
    pathPlanner = AccessPathPlanner(
      sources: sources, analysis: analysis, indexed: indexed, context: context, hasRightJoin: hasRightJoin,
      readers: readers, wantedOrder: wantedOrder, offer: offer)
    self.wantedOrder = wantedOrder
    self.limit = limit
    order = OrderSatisfaction(sources, analysis, wanted: wantedOrder, isGroup: directionsFree)
    reversesScans = context.plannerOptions.reversesUnordered && wantedOrder.isEmpty
  }

  /// The plan of a join; the arguments are those of `init`.
  static func plan(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm] = [], directionsFree: Bool = false,
    readers: @autoclosure () -> [BoundExpression]? = nil, limit: Estimate? = nil,
    offer: VirtualTableOffer? = nil
  ) throws(DatabaseError) -> JoinPlan {
    if let plan = SingleRowSearch.plan(sources, filter: filter) { return plan }
    return try JoinPlanner(
      sources, filter: filter, context: context, wantedOrder: wantedOrder, directionsFree: directionsFree,
      readers: readers(), limit: limit, offer: offer
    ).plan()
  }

  private func plan() throws(DatabaseError) -> JoinPlan {
    guard !sources.isEmpty else {
      return JoinPlan(
        levels: [], constantFilter: analysis.terms.map(\.expression), rows: 1, cost: 0, isOrdered: true)
    }
    var paths = AccessPathList(items: sources.count)
    for (position, before) in prerequisites().enumerated() {
      try pathPlanner.addPaths(position, prerequisites: before, to: &paths)
      paths.finishItem(position)
    }
    let hasRightJoin = pathPlanner.hasRightJoin
    var first = JoinSearch(
      sources, paths, numbers: paths.paths.indices, hasRightJoin: hasRightJoin, order: order, limit: limit)
    var best = try first.run(sortedRows: nil)
    if !wantedOrder.isEmpty {
      let rows = max(best.rows + 1, 1)
      var second = JoinSearch(
        sources, paths, numbers: rest(paths, after: best), hasRightJoin: hasRightJoin, order: order,
        limit: limit)
      best = try second.run(sortedRows: rows)
    }
    return build(best)
  }

  /// What the second search weighs: where the first found a search by equality, scans of that item are out.
  private func rest(_ paths: AccessPathList, after best: JoinSearch.Answer) -> [Int] {
    var searched = SourceSet()
    for step in best.steps {
      if case .virtual = step.path.method { continue }
      guard step.path.hasEquality else { break }
      searched.insert(SourceSet(position: step.position))
    }
    return paths.paths.indices.filter {
      !searched.contains(position: paths.positions[$0]) || !paths.paths[$0].usedTerms.isEmpty
        || paths.paths[$0].isAutomatic
    }
  }

  /// Items that must be open before an item: to the left of outer and CROSS joins the order of the text holds.
  private func prerequisites() -> [SourceSet] {
    let fixed = pathPlanner.hasRightJoin
    var result: [SourceSet] = []
    result.reserveCapacity(sources.count)
    var barrier = SourceSet()
    for (position, source) in sources.enumerated() {
      if fixed || source.join == .left || source.join == .cross || source.join == .right
        || source.join == .full || source.isExists
      {
        result.append(.first(position))
      } else {
        result.append(barrier)
      }
      if source.join == .cross { barrier = .first(position + 1) }
    }
    return result
  }

  private func build(_ best: JoinSearch.Answer) -> JoinPlan {
    let steps = best.steps
    var open = SourceSet()
    var levels: [JoinPlan.Level] = []
    var tested = ColumnSet()
    let hasRightJoin = pathPlanner.hasRightJoin
    levels.reserveCapacity(steps.count)
    // By index: most statements have one step and one term, and copies of both would cost more than the work.
    for depth in steps.indices {
      let position = steps[depth].position
      open.insert(SourceSet(position: position))
      var joinFilter: [BoundExpression] = []
      var filter: [BoundExpression] = []
      for index in analysis.terms.indices where !tested.contains(index) && !analysis.terms[index].isImplied {
        let owner = analysis.terms[index].joinOwner
        if let owner {
          guard owner == position else { continue }
        } else if analysis.terms[index].sources.isEmpty {
          guard depth == (hasRightJoin ? steps.count - 1 : 0),
            isTestedPerRow(analysis.terms[index].expression)
          else { continue }
        } else {
          // With a RIGHT or FULL join, WHERE is tested when all items are open: rows may still be added.
          if hasRightJoin, depth + 1 < steps.count { continue }
          guard open.isSuperset(of: analysis.terms[index].sources) else { continue }
        }
        tested.insert(index)
        if steps[depth].path.consumedTerms.contains(index) { continue }
        if owner == nil {
          filter.append(analysis.terms[index].expression)
        } else {
          joinFilter.append(analysis.terms[index].expression)
        }
      }
      // Cheap tests first: a subquery is run only for rows that pass the rest, one that reads the row last.
      var invariants: [Int] = []
      if filter.contains(where: \.hasSubquery) {
        let (others, correlated) = (
          filter.filter { $0.hasSubquery && !$0.hasCorrelatedSubquery },
          filter.filter(\.hasCorrelatedSubquery)
        )
        filter = filter.filter { !$0.hasSubquery } + others + correlated
        if depth == 0, !hasRightJoin {
          invariants = filter.indices.filter {
            filter[$0].hasSubquery && !filter[$0].isVolatile && analysis.sources(of: filter[$0]).isEmpty
          }
        }
      }
      var path = steps[depth].path
      if best.reversed.contains(position: position) { path.isReversed = true }
      if case .materialized = path.method, depth == 0, mayRunAsCoroutine(position) { path.method = .inline }
      path.takesRowsAsMade = mayRunAsCoroutine(position)
      if reversesScans, !sources[position].isKeptInOrder { path.reverseScan() }
      levels.append(
        JoinPlan.Level(
          source: sources[position], position: position, path: path, joinFilter: joinFilter, filter: filter,
          invariants: invariants))
    }
    var constants: [BoundExpression] = []
    for index in analysis.terms.indices
    where !tested.contains(index) && analysis.terms[index].joinOwner == nil
      && !analysis.terms[index].isImplied
    {
      constants.append(analysis.terms[index].expression)
    }
    return JoinPlan(
      levels: levels, constantFilter: constants, rows: best.rows, cost: best.cost,
      isOrdered: wantedOrder.isEmpty || best.ordered == wantedOrder.count, orderedTerms: best.ordered ?? 0)
  }
}

extension JoinPlanner {
  /// A derived table's rows are taken as they are made, once: where nothing before it is a derived table, too, and no row of NULLs may stand for
  /// its rows.
  private func mayRunAsCoroutine(_ position: Int) -> Bool {
    switch sources[position].kind {
    case .query: break
    case .shared(let shared): guard shared.mayInline, !shared.isCopied else { return false }
    default: return false
    }
    guard !pathPlanner.hasRightJoin else { return false }
    if position == 0 {
      if sources.count == 1 || sources[1].join == .cross { return true }
    }
    if sources[position].join != .inner { return false }
    for before in sources[..<position] {
      if before.join != .inner { return false }
      switch before.kind {
      case .query, .shared: return false
      default: break
      }
    }
    return true
  }

  /// A term that reads no item is tested before the loops, unless its value may be another for each row; one with a subquery is left to the
  /// first row, so that it is not computed for none. Behind RIGHT and FULL joins there may be rows without a first loop.
  private func isTestedPerRow(_ term: BoundExpression) -> Bool {
    term.isVolatile || term.hasSubquery && !pathPlanner.hasRightJoin
  }
}

extension BoundSource {
  /// A common table that is materialized because the text says so, with an order of its own.
  fileprivate var isKeptInOrder: Bool {
    guard case .shared(let shared) = kind, shared.materialized == true else { return false }
    return !shared.query.orderBy.isEmpty || !shared.query.compoundOrder.isEmpty
  }
}

/// What pragmas ask of plans.
struct PlannerOptions {
  /// `PRAGMA reverse_unordered_selects`.
  var reversesUnordered = false
  /// `PRAGMA automatic_index`.
  var makesAutomaticIndexes = true
}
