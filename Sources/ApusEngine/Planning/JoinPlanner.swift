/// Chooses the order of the loops of a join and how each item is reached: what restricts the order, the search (`JoinSearch`), and
/// where each term of the filter is tested.
struct JoinPlanner {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let pathPlanner: AccessPathPlanner
  /// The order that the rows should come in, empty for any.
  let wantedOrder: [BoundOrderTerm]
  /// The order is that of GROUP BY: directions do not matter.
  let directionsFree: Bool
  /// `PRAGMA reverse_unordered_selects`: without a wanted order, scans run backwards.
  private let reversesScans: Bool

  /// The loops are left at the first row if they deliver the wanted order.
  let wantsFirstRow: Bool

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
    var search = JoinSearch(
      pathPlanner, wantedOrder: wantedOrder, directionsFree: directionsFree, wantsFirstRow: wantsFirstRow)
    return build(try search.run(prerequisites: prerequisites()))
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

  private func build(_ found: JoinSearch.Answer) -> JoinPlan {
    let steps = found.steps
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
      levels: levels, constantFilter: constants, rows: found.rows, cost: found.cost,
      isOrdered: found.isOrdered)
  }
}

/// What pragmas ask of plans.
struct PlannerOptions {
  /// `PRAGMA reverse_unordered_selects`.
  var reversesUnordered = false
  /// `PRAGMA automatic_index`.
  var makesAutomaticIndexes = true
}
