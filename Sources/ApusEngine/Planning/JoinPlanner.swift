/// Chooses the order of the loops of a join and how each item is reached.
///
/// Dynamic programming over partial joins with a bounded beam: per number of joined items the cheapest few partial plans are kept, one of
/// them delivering the wanted order if there is any (the N-nearest-neighbours idea of https://www.sqlite.org/queryplanner-ng.html).
struct JoinPlanner {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let pathPlanner: AccessPathPlanner
  /// nil while a single item makes it pointless.
  private let selectivity: Selectivity?
  /// The order that the rows should come in, empty for any.
  let wantedOrder: [BoundOrderTerm]
  /// The order is that of GROUP BY: directions do not matter.
  let directionsFree: Bool
  /// `PRAGMA reverse_unordered_selects`: without a wanted order, scans run backwards.
  private let reversesScans: Bool

  /// The loops are left at the first row if they deliver the wanted order.
  let wantsFirstRow: Bool

  private struct Partial {
    var open: SourceSet
    var steps: [(position: Int, path: AccessPath)]
    var rows: Double
    var cost: Double
    var isOrdered: Bool
  }

  private struct CacheKey: Hashable {
    let position: Int
    let open: SourceSet
  }

  /// - Parameter readers: all expressions but the filter that will read the items, where they are known: an index on
  ///   expressions covers an item when all that is read of it are such expressions and the index's columns.
  private init(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm], directionsFree: Bool,
    readers: [BoundExpression]?, wantsFirstRow: Bool
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
      readers: readers, wantedOrder: wantedOrder)
    selectivity = sources.count > 1 || !wantedOrder.isEmpty ? Selectivity(pathPlanner) : nil
    self.wantedOrder = wantedOrder
    self.directionsFree = directionsFree
    self.wantsFirstRow = wantsFirstRow
    reversesScans = context.plannerOptions.reversesUnordered && wantedOrder.isEmpty
  }

  /// The plan of a join; the arguments are those of `init`.
  static func plan(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm] = [], directionsFree: Bool = false,
    readers: @autoclosure () -> [BoundExpression]? = nil, wantsFirstRow: Bool = false
  ) throws(DatabaseError) -> JoinPlan {
    if let plan = SingleRowSearch.plan(sources, filter: filter) { return plan }
    return try JoinPlanner(
      sources, filter: filter, context: context, wantedOrder: wantedOrder, directionsFree: directionsFree,
      readers: readers(), wantsFirstRow: wantsFirstRow
    ).plan()
  }

  private func plan() throws(DatabaseError) -> JoinPlan {
    guard !sources.isEmpty else {
      return JoinPlan(
        levels: [], constantFilter: analysis.terms.map(\.expression), rows: 1, cost: 0, isOrdered: true)
    }
    if sources.count == 1 { return try planSingle() }
    let prerequisites = self.prerequisites()
    // What of the open items matters for reaching an item: those that its terms read.
    let relevant = sources.indices.map { position in
      var set = SourceSet()
      if case .virtual = sources[position].kind {
        for term in analysis.terms where term.sources.contains(position: position) {
          set.formUnion(term.sources)
        }
        set.remove(SourceSet(position: position))
        return set
      }
      for term in analysis.terms {
        for bound in term.bounds where bound.source == position { set.formUnion(bound.valueSources) }
      }
      return set
    }
    var cache: [CacheKey: [AccessPath]] = [:]
    let width = sources.count <= 3 ? 18 : 12
    var beam = [Partial(open: [], steps: [], rows: 1, cost: 0, isOrdered: false)]
    for depth in sources.indices {
      var next: [Partial] = []
      for partial in beam {
        for position in sources.indices where !partial.open.contains(position: position) {
          guard partial.open.isSuperset(of: prerequisites[position]) else { continue }
          let useful = partial.open.intersection(relevant[position])
          // Whether it is the outermost loop matters too: derived tables are inlined only there.
          let key = CacheKey(
            position: position, open: depth == 0 ? [] : (useful.isEmpty ? partial.open : useful))
          let lookup =
            depth == 0 ? key : CacheKey(position: position, open: useful.union(SourceSet(rawValue: 1 << 63)))
          let paths: [AccessPath]
          if let known = cache[lookup] {
            paths = known
          } else {
            paths = try pathPlanner.paths(position, open: key.open)
            cache[lookup] = paths
          }
          for path in paths { next.append(extended(partial, position, path, depth)) }
        }
      }
      guard !next.isEmpty else {
        throw DatabaseError(.error, "no query solution")
      }
      beam = prune(next, width)
    }
    let best = beam.min { finalCost($0) < finalCost($1) }
    guard let best else { throw DatabaseError(.internal, "no plan") }
    return build(best.steps, rows: best.rows, cost: best.cost, isOrdered: best.isOrdered)
  }

  /// One item: every path is a whole plan.
  private func planSingle() throws(DatabaseError) -> JoinPlan {
    let start = Partial(open: [], steps: [], rows: 1, cost: 0, isOrdered: false)
    let paths = try pathPlanner.paths(0, open: [])
    if paths.count == 1, wantedOrder.isEmpty {
      return build([(0, paths[0])], rows: paths[0].rows, cost: paths[0].cost, isOrdered: false)
    }
    var best: Partial?
    for path in paths {
      let candidate = extended(start, 0, path, 0)
      if let known = best, finalCost(known) <= finalCost(candidate) { continue }
      best = candidate
    }
    guard let best else { throw DatabaseError(.error, "no query solution") }
    return build(best.steps, rows: best.rows, cost: best.cost, isOrdered: best.isOrdered)
  }

  /// Items that must be open before an item: to the left of outer and CROSS joins the order of the text holds.
  private func prerequisites() -> [SourceSet] {
    let fixed = pathPlanner.hasRightJoin
    var result: [SourceSet] = []
    var barrier = SourceSet()
    for (position, source) in sources.enumerated() {
      if fixed || source.join == .left || source.join == .cross || source.join == .right
        || source.join == .full
      {
        result.append(.first(position))
      } else {
        result.append(barrier)
      }
      if source.join == .cross { barrier = .first(position + 1) }
    }
    return result
  }

  /// The partial join with one more item, reached by `path`.
  private func extended(
    _ partial: Partial, _ position: Int, _ path: AccessPath, _ depth: Int
  ) -> Partial {
    var candidate = path
    var ordered = partial.isOrdered
    // The rows that a RIGHT or FULL join adds come after all others.
    if depth == 0, !wantedOrder.isEmpty, !pathPlanner.hasRightJoin,
      let reversed = OrderSatisfaction.check(
        path, sources[position], analysis: analysis, position: position, wanted: wantedOrder,
        directionsFree: directionsFree)
    {
      candidate.isReversed = reversed
      ordered = true
    }
    var step = partial
    step.open.insert(SourceSet(position: position))
    var setUp = 0.0
    if case .automaticIndex = path.method {
      let size = pathPlanner.tableRows(position)
      setUp = size * (2.5 + CostModel.seek(size) * 0.25)
    }
    step.cost += partial.rows * path.cost + setUp
    var rows = path.rows
    guard let selectivity else {
      step.rows = max(rows, 0.01)
      step.cost += step.rows * 0.1
      step.steps.append((position, candidate))
      return step
    }
    // Of several terms that equate a column with equal columns only one narrows.
    var equated: UInt64 = 0
    for index in path.consumedTerms { equated |= classBit(selectivity.classes[index]) }
    for (index, term) in analysis.terms.enumerated() where !path.consumedTerms.contains(index) {
      guard term.sources.contains(position: position), step.open.isSuperset(of: term.sources) else {
        continue
      }
      let bit = classBit(selectivity.classes[index])
      guard equated & bit == 0 else { continue }
      equated |= bit
      rows *= selectivity.shares[index]
    }
    if sources[position].join == .left { rows = max(rows, 1) }
    step.rows = max(partial.rows * rows, 0.01)
    step.cost += step.rows * 0.1
    step.isOrdered = ordered
    step.steps.append((position, candidate))
    return step
  }

  private func classBit(_ number: Int) -> UInt64 {
    number < 0 || number > 63 ? 0 : 1 << UInt64(number)
  }

  private func finalCost(_ partial: Partial) -> Double {
    // Somewhere among them; the estimates are too rough to trust that the wanted rows are spread evenly.
    if wantsFirstRow, partial.isOrdered { return partial.cost / max(partial.rows, 1).squareRoot() }
    if wantedOrder.isEmpty || partial.isOrdered { return partial.cost }
    return partial.cost + CostModel.sort(partial.rows)
  }

  /// Keeps the cheapest plan per set of open items and order, and of those the cheapest few.
  private func prune(_ candidates: [Partial], _ width: Int) -> [Partial] {
    struct Key: Hashable {
      let open: SourceSet
      let isOrdered: Bool
    }
    var best: [Key: Partial] = [:]
    for candidate in candidates {
      let key = Key(open: candidate.open, isOrdered: candidate.isOrdered)
      if let known = best[key], known.cost <= candidate.cost { continue }
      best[key] = candidate
    }
    var kept = best.values.sorted {
      $0.cost != $1.cost ? $0.cost < $1.cost : $0.open.rawValue < $1.open.rawValue
    }
    if kept.count > width {
      let ordered = kept.first { $0.isOrdered }
      kept.removeLast(kept.count - width)
      if let ordered, !kept.contains(where: \.isOrdered) { kept.append(ordered) }
    }
    return kept
  }

  private func build(
    _ steps: [(position: Int, path: AccessPath)], rows: Double, cost: Double, isOrdered: Bool
  ) -> JoinPlan {
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
      for index in analysis.terms.indices where !tested.contains(index) {
        let owner = analysis.terms[index].joinOwner
        if let owner {
          guard owner == position else { continue }
        } else {
          // With a RIGHT or FULL join, WHERE is tested when all items are open: rows may still be added.
          if hasRightJoin, depth + 1 < steps.count { continue }
          let needed = analysis.terms[index].sources
          guard open.isSuperset(of: needed), !(needed.isEmpty && !hasRightJoin) else { continue }
        }
        tested.insert(index)
        if steps[depth].path.consumedTerms.contains(index) { continue }
        if owner == nil {
          filter.append(analysis.terms[index].expression)
        } else {
          joinFilter.append(analysis.terms[index].expression)
        }
      }
      // Cheap tests first: a subquery is run only for rows that pass the rest.
      if filter.count > 1, filter.contains(where: \.hasSubquery) {
        filter = filter.filter { !$0.hasSubquery } + filter.filter(\.hasSubquery)
      }
      var path = steps[depth].path
      if reversesScans { path.reverseScan() }
      levels.append(
        JoinPlan.Level(
          source: sources[position], position: position, path: path, joinFilter: joinFilter, filter: filter))
    }
    var constants: [BoundExpression] = []
    for index in analysis.terms.indices
    where !tested.contains(index) && analysis.terms[index].joinOwner == nil {
      constants.append(analysis.terms[index].expression)
    }
    return JoinPlan(
      levels: levels, constantFilter: constants, rows: rows, cost: cost, isOrdered: isOrdered)
  }
}

/// What pragmas ask of plans.
struct PlannerOptions {
  /// `PRAGMA reverse_unordered_selects`.
  var reversesUnordered = false
  /// `PRAGMA automatic_index`.
  var makesAutomaticIndexes = true
}
