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
  /// The result columns of a SELECT DISTINCT that has an order of its own.
  private let distinct: [BoundExpression]

  /// - Parameter readers: all expressions but the filter that will read the items, where they are known: an index on
  ///   expressions covers an item when all that is read of it are such expressions and the index's columns.
  private init(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm], directionsFree: Bool,
    readers: [BoundExpression]?, limit: Estimate?, offer: VirtualTableOffer?, distinct: Distinctness
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
    if case .columns(let columns) = distinct { self.distinct = columns } else { self.distinct = [] }
    order = OrderSatisfaction(
      sources, analysis, wanted: wantedOrder, isGroup: directionsFree, isDistinct: distinct.isWanted)
    reversesScans = context.plannerOptions.reversesUnordered && wantedOrder.isEmpty
  }

  /// The plan of a join; the arguments are those of `init`.
  /// - Parameters:
  ///   - finalOrder: the order of the groups that the wanted one makes: does it come without sorting, too?
  ///   - isPlain: nothing but `readers` reads the items.
  static func plan(
    _ sources: [BoundSource], filter: [BoundExpression], context: CompilationContext,
    wantedOrder: [BoundOrderTerm] = [], directionsFree: Bool = false, finalOrder: [BoundOrderTerm] = [],
    readers: @autoclosure () -> [BoundExpression]? = nil, limit: Estimate? = nil,
    offer: VirtualTableOffer? = nil, distinct: Distinctness = .notWanted, isPlain: Bool = false
  ) throws(DatabaseError) -> JoinPlan {
    if var plan = SingleRowSearch.plan(sources, filter: filter) {
      plan.isSorted = true
      plan.bringsEqualsTogether = true
      return plan
    }
    let planner = JoinPlanner(
      sources, filter: filter, context: context, wantedOrder: wantedOrder, directionsFree: directionsFree,
      readers: readers(), limit: limit, offer: offer, distinct: distinct
    )
    guard !sources.isEmpty else {
      return JoinPlan(
        levels: [], constantFilter: planner.analysis.terms.map(\.expression), rows: 1, cost: 0,
        isOrdered: true,
        isSorted: true, bringsEqualsTogether: true)
    }
    var best = try planner.search()
    var isSorted = false
    if !wantedOrder.isEmpty, best.ordered ?? 0 <= 0 {
      best.reversed = planner.order.reversedInnermost(best.steps)
    }
    if !finalOrder.isEmpty, best.ordered == wantedOrder.count {
      let order = OrderSatisfaction(sources, planner.analysis, wanted: finalOrder, isGroup: false)
      let answer = order.check(best.steps)
      isSorted = answer.terms == finalOrder.count
      if isSorted { best.reversed = answer.reversed }
    }
    let omitted = isPlain && sources.count > 1 ? planner.needless(best.steps) : []
    var plan = planner.build(best, without: omitted)
    plan.isSorted = isSorted
    return plan
  }

  private func search() throws(DatabaseError) -> JoinSearch.Answer {
    var paths = AccessPathList(items: sources.count)
    for (position, before) in prerequisites().enumerated() {
      try pathPlanner.addPaths(position, prerequisites: before, to: &paths)
      paths.finishItem(position)
    }
    let hasRightJoin = pathPlanner.hasRightJoin
    var first = JoinSearch(
      sources, paths, numbers: paths.paths.indices, hasRightJoin: hasRightJoin, order: order, limit: limit)
    var best = try first.run(sortedRows: nil, outerRows: pathPlanner.context.outerRows)
    if !wantedOrder.isEmpty {
      let rows = max(best.rows + 1, 1)
      var second = JoinSearch(
        sources, paths, numbers: rest(paths, after: best), hasRightJoin: hasRightJoin, order: order,
        limit: limit)
      best = try second.run(sortedRows: rows, outerRows: pathPlanner.context.outerRows)
    }
    return best
  }

  /// The right sides of LEFT JOINs that nothing reads but their own ON, and that add no row: they have at most one, or DISTINCT drops the others
  /// (https://www.sqlite.org/optoverview.html#the_omit_left_join_optimization).
  private func needless(_ steps: [JoinSearch.Step]) -> SourceSet {
    guard let readers = pathPlanner.readers, !pathPlanner.hasRightJoin,
      pathPlanner.context.optimizations.contains(.needlessJoins)
    else { return [] }
    var found = SourceSet()
    var read: SourceSet?
    for (position, path) in steps.dropFirst().reversed()
    where sources[position].join == .left && (path.isUnique || order.isDistinct) {
      let own = SourceSet(position: position)
      if read == nil { read = readers.reduce(into: SourceSet()) { $0.formUnion(analysis.sources(of: $1)) } }
      guard let read, read.isDisjoint(with: own) else { continue }
      let isTested = analysis.terms.contains { term in
        !term.sources.isDisjoint(with: own) && term.joinOwner != position
      }
      if !isTested { found.insert(own) }
    }
    return found
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

  /// Items that must be open before an item: to the left of outer and CROSS joins the order of the text holds, and up to the last RIGHT or FULL
  /// join. Behind that the others may be in any order in which the ON clauses, which stay with their items then, can be tested.
  private func prerequisites() -> [SourceSet] {
    let fixed =
      pathPlanner.hasRightJoin
      ? sources.lastIndex { $0.join == .right || $0.join == .full }.map { $0 + 1 } ?? 0 : 0
    var result: [SourceSet] = []
    result.reserveCapacity(sources.count)
    var barrier = SourceSet.first(fixed)
    for (position, source) in sources.enumerated() {
      if position < fixed || source.join == .left || source.join == .cross || source.isExists {
        result.append(.first(position))
      } else {
        var needed = barrier
        if fixed > 0 {
          for term in analysis.terms where term.joinOwner == position { needed.formUnion(term.sources) }
          needed.remove(SourceSet(position: position))
        }
        result.append(needed)
      }
      if source.join == .cross { barrier = .first(position + 1) }
    }
    return result
  }

  /// - Parameter omitted: items whose loops are left out.
  private func build(_ best: JoinSearch.Answer, without omitted: SourceSet) -> JoinPlan {
    let steps = omitted.isEmpty ? best.steps : best.steps.filter { !omitted.contains(position: $0.position) }
    var open = SourceSet()
    var levels: [JoinPlan.Level] = []
    var tested = ColumnSet()
    let hasRightJoin = pathPlanner.hasRightJoin
    levels.reserveCapacity(steps.count)
    var early: [(term: Int, disjunction: EarlyDisjunction)] = []
    if steps.count > 1, !hasRightJoin, pathPlanner.context.optimizations.contains(.earlyDisjunctions) {
      for (number, term) in analysis.terms.enumerated() where term.expression.isDisjunction {
        if let disjunction = EarlyDisjunction(term, analysis) { early.append((number, disjunction)) }
      }
    }
    // By index: most statements have one step and one term, and copies of both would cost more than the work.
    for depth in steps.indices {
      let position = steps[depth].position
      var path = steps[depth].path
      if path.isAutomatic { pathPlanner.completeAutomaticIndex(&path, position, open: open) }
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
        if path.consumedTerms.contains(index) { continue }
        if owner == nil {
          filter.append(analysis.terms[index].expression)
        } else {
          joinFilter.append(analysis.terms[index].expression)
        }
      }
      for index in early.indices where !tested.contains(early[index].term) {
        if let test = early[index].disjunction.test(open: open) { filter.append(test) }
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
    var plan = JoinPlan(
      levels: levels, constantFilter: constants, rows: best.rows, cost: best.cost,
      isOrdered: wantedOrder.isEmpty || best.ordered == wantedOrder.count, orderedTerms: best.ordered ?? 0)
    if !distinct.isEmpty, !hasRightJoin { plan.bringsEqualsTogether = bringsTogether(distinct, steps) }
    return plan
  }

  /// The loops deliver rows that are equal in these columns one after the other.
  private func bringsTogether(_ columns: [BoundExpression], _ steps: [JoinSearch.Step]) -> Bool {
    let wanted = columns.map { BoundOrderTerm(expression: $0, isDescending: false, nullsReversed: false) }
    return OrderSatisfaction(sources, analysis, wanted: wanted, isGroup: true).check(steps).terms
      == wanted.count
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

/// What a plan is asked about DISTINCT.
enum Distinctness {
  case notWanted
  /// The wanted order is there to bring equal rows together, and for nothing else.
  case byOrder
  /// Besides an order these columns: do equal ones come together?
  case columns([BoundExpression])

  var isWanted: Bool {
    if case .notWanted = self { false } else { true }
  }
}

/// What pragmas ask of plans.
struct PlannerOptions {
  /// `PRAGMA reverse_unordered_selects`.
  var reversesUnordered = false
  /// `PRAGMA automatic_index`.
  var makesAutomaticIndexes = true
}
