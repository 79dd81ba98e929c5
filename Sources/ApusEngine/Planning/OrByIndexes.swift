// `a = 1 OR b = 2` with an index for each operand: the rows of one after the other, each row once
// (https://www.sqlite.org/optoverview.html#or_opt).

extension AccessPathPlanner {
  /// The ways through several indexes; none when no OR has one for each of its operands.
  func anyOf(
    _ position: Int, _ table: TableDefinition, _ rows: Estimate, _ bounds: [ColumnBound],
    _ prerequisites: SourceSet
  ) -> [AccessPath] {
    let source = sources[position]
    guard context.optimizations.contains(.orByIndexes), !hasRightJoin, source.join != .left else { return [] }
    if case .notIndexed = source.indexHint { return [] }
    var found: [AccessPath] = []
    for (number, term) in analysis.terms.enumerated()
    where term.expression.isDisjunction && !term.bounds.contains(where: { $0.row != nil })
      && mayNarrow(term, position)
    {
      if let path = anyOf(term, number, position, table, rows, bounds, prerequisites) { found.append(path) }
    }
    return found
  }

  private func anyOf(
    _ term: PredicateTerm, _ number: Int, _ position: Int, _ table: TableDefinition, _ rows: Estimate,
    _ outer: [ColumnBound], _ prerequisites: SourceSet
  ) -> AccessPath? {
    var operands: [BoundExpression] = []
    term.expression.disjuncts(into: &operands)
    guard operands.count <= 64 else { return nil }
    // What else the filter says narrows each operand, but is tested for all of them together.
    let shared = outer.filter { $0.term != number }.map { $0.ofOtherList() }
    let numbers = planNumbers(operands, position)
    var open = prerequisites
    var isSufficient = true
    var alternatives: [AccessPath.Alternative] = []
    var total = AccessPath(method: .tableScan, rows: 0, cost: 0)
    var inners: [PredicateAnalysis] = []
    for (index, operand) in operands.enumerated() {
      let inner = PredicateAnalysis(analysis, operand: operand, owner: term.joinOwner)
      var own: [ColumnBound] = []
      for part in inner.terms {
        own += part.bounds.filter {
          $0.source == position && !$0.valueSources.contains(position: position)
        }
      }
      guard !own.isEmpty else { return nil }
      let candidates = alternativePaths(position, table, rows, own + shared, inner.terms, prerequisites)
      guard let path = candidates.min(by: { $0.cost < $1.cost }) else { return nil }
      alternatives.append(.init(number: numbers[index], path: path, filter: []))
      inners.append(inner)
      total.rows = index == 0 ? path.rows : Estimates.sum(total.rows, path.rows)
      total.cost = index == 0 ? path.cost : Estimates.sum(total.cost, path.cost)
      open.formUnion(path.prerequisites)
    }
    let readable = open.union(SourceSet(position: position))
    for index in alternatives.indices {
      let path = alternatives[index].path
      for (number, part) in inners[index].terms.enumerated() where !path.consumedTerms.contains(number) {
        if readable.isSuperset(of: part.sources) {
          alternatives[index].filter.append(part.expression)
        } else {
          // The whole OR is tested once the other items are open.
          isSufficient = false
        }
      }
    }
    alternatives.sort { $0.number < $1.number }
    // The rows of an earlier operand are kept out.
    total.cost += 1
    total.method = .anyOf(alternatives)
    total.prerequisites = open
    total.usedTerms = TermSet(number)
    if isSufficient { total.consumedTerms = TermSet(number) }
    return total
  }

  /// The ways to reach the rows of one operand that do not visit the whole table.
  private func alternativePaths(
    _ position: Int, _ table: TableDefinition, _ rows: Estimate, _ bounds: [ColumnBound],
    _ operand: [PredicateTerm], _ prerequisites: SourceSet
  ) -> [AccessPath] {
    let source = sources[position]
    var paths: [AccessPath] = []
    if case .none = source.indexHint {
      rowIDPaths(table, position, bounds, rows, prerequisites, scans: false) { paths.append($0) }
    }
    let search = IndexSearchPlanner(
      self, table, position, rows, prerequisites: prerequisites, operand: operand)
    for index in facts(of: table).indexes where isAllowed(index.index, source) {
      search.paths(index, bounds) { paths.append($0) }
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
