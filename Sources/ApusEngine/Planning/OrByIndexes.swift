// `a = 1 OR b = 2` with an index for each operand: the rows of one after the other, each row once
// (https://www.sqlite.org/optoverview.html#or_opt).

extension AccessPathPlanner {
  /// The ways through several indexes; none when no OR has one for each of its operands.
  func anyOf(
    _ position: Int, _ table: TableDefinition, _ rows: Estimate, _ bounds: [ColumnBound],
    _ prerequisites: SourceSet
  ) -> [AccessPath] {
    guard context.optimizations.contains(.orByIndexes), !hasRightJoin else { return [] }
    if case .notIndexed = sources[position].indexHint { return [] }
    var found: [AccessPath] = []
    for (number, term) in analysis.terms.enumerated() where term.mayBeAnyOf && mayNarrow(term, position) {
      let item = DisjunctionItem(
        position: position, table: table, rows: rows, prerequisites: prerequisites, owner: term.joinOwner)
      found += anyOf(term, number, item, bounds)
    }
    return found
  }

  /// The item whose rows an OR may find.
  private struct DisjunctionItem {
    let position: Int
    let table: TableDefinition
    let rows: Estimate
    let prerequisites: SourceSet
    /// As in `PredicateTerm.joinOwner`.
    let owner: Int?
  }

  /// One operand with the ways to its rows.
  private struct DisjunctionOperand {
    let analysis: PredicateAnalysis
    let paths: [AccessPath]
  }

  /// The ways through one OR: several where they differ in what must be open before.
  /// - Parameter outer: what else narrows the item.
  private func anyOf(
    _ term: PredicateTerm, _ number: Int, _ item: DisjunctionItem, _ outer: [ColumnBound]
  ) -> [AccessPath] {
    var expressions: [BoundExpression] = []
    term.expression.disjuncts(into: &expressions)
    guard expressions.count <= 64, budget.take() else { return [] }
    // What else the filter says narrows each operand, but is tested for all of them together. Subqueries are not computed for each.
    let shared = outer.filter { $0.term != number && !$0.value.hasSubquery }.map { $0.ofOtherList() }
    var operands: [DisjunctionOperand] = []
    var totals = DisjunctionCosts()
    for expression in expressions {
      let inner = PredicateAnalysis(analysis, operand: expression, owner: item.owner)
      let own = inner.terms.flatMap { part in
        part.bounds.filter { bound in
          bound.source == item.position && !bound.valueSources.contains(position: item.position)
        }
      }
      guard !own.isEmpty else { return [] }
      let paths = operandPaths(inner, item, own + shared)
      guard !paths.isEmpty else { return [] }
      var costs = DisjunctionCosts()
      for path in paths { costs.insert(path.prerequisites, path.cost, path.rows) }
      totals = operands.isEmpty ? costs : totals.combined(with: costs)
      operands.append(DisjunctionOperand(analysis: inner, paths: paths))
    }
    let numbers = planNumbers(expressions, item.position)
    return totals.entries.compactMap { path(through: operands, numbers, number, item, $0) }
  }

  /// The way through all operands when the items of `total` are open.
  private func path(
    through operands: [DisjunctionOperand], _ numbers: [Int], _ number: Int, _ item: DisjunctionItem,
    _ total: DisjunctionCosts.Entry
  ) -> AccessPath? {
    let readable = total.prerequisites.union(SourceSet(position: item.position))
    var isSufficient = true
    var alternatives: [AccessPath.Alternative] = []
    for (operand, planNumber) in zip(operands, numbers) {
      // What an operand costs was summed up above; which way it goes is decided as for an item of its own.
      var ways = AccessPathList(items: 1)
      for path in operand.paths where total.prerequisites.isSuperset(of: path.prerequisites) {
        ways.insert(path)
      }
      guard let best = ways.paths.min(by: { ($0.cost, $0.rows) < ($1.cost, $1.rows) }) else { return nil }
      var filter: [BoundExpression] = []
      for (place, part) in operand.analysis.terms.enumerated() where !best.consumedTerms.contains(place) {
        if readable.isSuperset(of: part.sources) {
          filter.append(part.expression)
        } else {
          // The whole OR is tested once the other items are open.
          isSufficient = false
        }
      }
      alternatives.append(.init(number: planNumber, path: best, filter: filter))
    }
    alternatives.sort { $0.number < $1.number }
    // The rows of an earlier operand are kept out.
    var path = AccessPath(method: .anyOf(alternatives), rows: total.rows, cost: total.cost + 1)
    path.prerequisites = total.prerequisites
    path.usedTerms = TermSet(number)
    if isSufficient { path.consumedTerms = TermSet(number) }
    return path
  }

  /// The ways to reach the rows of one operand that do not visit the whole table; an OR among its terms may be one, too.
  private func operandPaths(
    _ operand: PredicateAnalysis, _ item: DisjunctionItem, _ bounds: [ColumnBound]
  ) -> [AccessPath] {
    let outerWeights = weights
    weights = operand.weights
    defer { weights = outerWeights }
    let source = sources[item.position]
    var paths: [AccessPath] = []
    if case .none = source.indexHint {
      rowIDPaths(item.table, item.position, bounds, item.rows, item.prerequisites, scans: false) {
        paths.append($0)
      }
    }
    let search = IndexSearchPlanner(
      self, item.table, item.position, item.rows, prerequisites: item.prerequisites, operand: operand.terms)
    for index in facts(of: item.table).indexes where isAllowed(index.index, source) {
      search.paths(index, bounds) { paths.append($0) }
    }
    for (number, term) in operand.terms.enumerated() where term.mayBeAnyOf {
      paths += anyOf(term, number, item, bounds)
    }
    return paths
  }

  /// What EXPLAIN QUERY PLAN calls the operands: their places in SQLite's list of terms, in which a comparison of two columns stands
  /// once more, the other way round, behind all of them.
  private func planNumbers(_ operands: [BoundExpression], _ position: Int) -> [Int] {
    var numbers = Array(1...operands.count)
    var next = operands.count
    for index in operands.indices.reversed() {
      guard case .comparison(_, let left, let right) = operands[index].kind,
        case .column = left.withoutCollate.kind,
        case .column = right.withoutCollate.kind
      else { continue }
      next += 1
      if let (source, _) = analysis.slot(left), source == position { continue }
      numbers[index] = next
    }
    return numbers
  }
}

extension PredicateTerm {
  /// An OR whose operands may have an index each. A comparison of rows is none.
  fileprivate var mayBeAnyOf: Bool {
    expression.isDisjunction && !bounds.contains { $0.row != nil }
  }
}
