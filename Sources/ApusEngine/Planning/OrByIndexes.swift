// `a = 1 OR b = 2` with an index for each operand: the rows of one after the other, each row once
// (https://www.sqlite.org/optoverview.html#or_opt).

extension AccessPathPlanner {
  /// The best way through several indexes; nil when no OR has one for each of its operands.
  func anyOf(
    _ position: Int, _ table: TableDefinition, _ rows: Double, _ bounds: [ColumnBound], open: SourceSet
  ) -> AccessPath? {
    let source = sources[position]
    guard context.optimizations.contains(.orByIndexes), !hasRightJoin, source.join != .left else {
      return nil
    }
    if case .notIndexed = source.indexHint { return nil }
    var best: AccessPath?
    for (number, term) in analysis.terms.enumerated()
    where term.expression.isDisjunction && mayNarrow(term, position) {
      guard let path = anyOf(term, number, position, table, rows, bounds, open) else { continue }
      if let known = best, known.cost <= path.cost { continue }
      best = path
    }
    return best
  }

  private func anyOf(
    _ term: PredicateTerm, _ number: Int, _ position: Int, _ table: TableDefinition, _ rows: Double,
    _ outer: [ColumnBound], _ open: SourceSet
  ) -> AccessPath? {
    var operands: [BoundExpression] = []
    term.expression.disjuncts(into: &operands)
    guard operands.count <= 64 else { return nil }
    // What else the filter says narrows each operand, but is tested for all of them together.
    var shared = outer.filter { $0.term != number }
    for index in shared.indices { shared[index].term = -1 }
    let numbers = planNumbers(operands, position)
    let readable = open.union(SourceSet(position: position))
    var isSufficient = true
    var alternatives: [AccessPath.Alternative] = []
    var total = AccessPath(method: .tableScan, rows: 0, cost: CostModel.alternative)
    for (index, operand) in operands.enumerated() {
      let inner = PredicateAnalysis(analysis, operand: operand, owner: term.joinOwner)
      var own: [ColumnBound] = []
      for part in inner.terms {
        own += part.bounds.filter {
          $0.source == position && $0.operation != .inQuery && open.isSuperset(of: $0.valueSources)
        }
      }
      guard !own.isEmpty else { return nil }
      let candidates = alternativePaths(position, table, rows, own + shared, inner.terms)
      guard let path = candidates.min(by: { $0.cost < $1.cost }) else { return nil }
      var filter: [BoundExpression] = []
      for (number, part) in inner.terms.enumerated() where !path.consumedTerms.contains(number) {
        if readable.isSuperset(of: part.sources) {
          filter.append(part.expression)
        } else {
          // The whole OR is tested once the other items are open.
          isSufficient = false
        }
      }
      alternatives.append(.init(number: numbers[index], path: path, filter: filter))
      total.rows += path.rows
      total.cost += path.cost + CostModel.alternative
    }
    alternatives.sort { $0.number < $1.number }
    total.rows = min(total.rows, rows)
    total.cost += total.rows * CostModel.distinctRow
    total.method = .anyOf(alternatives)
    if isSufficient { total.consumedTerms = [number] }
    return total
  }

  /// The ways to reach the rows of one operand that do not visit the whole table.
  private func alternativePaths(
    _ position: Int, _ table: TableDefinition, _ rows: Double, _ bounds: [ColumnBound],
    _ operand: [PredicateTerm]
  ) -> [AccessPath] {
    let source = sources[position]
    var paths: [AccessPath] = []
    if case .none = source.indexHint {
      paths = tablePaths(table, source, bounds, rows).filter {
        if case .tableScan = $0.method { false } else { true }
      }
    }
    let search = IndexSearchPlanner(self, table, position, rows, operand: operand)
    for index in indexes(position) where isAllowed(index, source) {
      paths += search.paths(index, bounds).filter { !$0.isWhole }
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
