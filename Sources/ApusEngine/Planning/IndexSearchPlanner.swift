/// The ways to reach the rows of one table through its indexes.
struct IndexSearchPlanner {
  private let planner: AccessPathPlanner
  private let table: TableDefinition
  private let source: BoundSource
  private let indexed: IndexedExpressions?
  private let position: Int
  private let rows: Double
  /// The terms of an operand of an OR; empty for the whole filter.
  private let operand: [PredicateTerm]

  /// - Parameter operand: the terms of an operand of an OR, which hold together with those of the whole filter.
  init(
    _ planner: AccessPathPlanner, _ table: TableDefinition, _ position: Int, _ rows: Double,
    operand: [PredicateTerm] = []
  ) {
    self.planner = planner
    self.table = table
    self.position = position
    self.rows = rows
    source = planner.sources[position]
    indexed = planner.indexed[position]
    self.operand = operand
  }

  /// The paths through one index, none when the query's filter does not imply its condition.
  func paths(_ index: IndexDefinition, _ bounds: [ColumnBound]) -> [AccessPath] {
    guard let key = index.key(of: table, indexed) else { return [] }
    var implied: [Int] = []
    if index.isPartial {
      guard let found = impliedTerms(index) else { return [] }
      implied = found
    }
    let plain = path(index, key, implied, bounds, skipping: 0)
    var result = [plain]
    // Only from the first column on, and only while nothing narrows it.
    if plain.isWhole, planner.context.optimizations.contains(.skipScan), index.statistics.count > 1 {
      for skipped in 1..<max(key.count, 1) {
        guard index.statistics.indices.contains(skipped),
          index.statistics[skipped] >= CostModel.rowsWorthASkip
        else { break }
        let path = path(index, key, implied, bounds, skipping: skipped)
        if !path.isWhole { result.append(path) }
      }
    }
    return result
  }

  /// The terms that a partial index makes true by itself; nil when the filter does not imply its condition.
  private func impliedTerms(_ index: IndexDefinition) -> [Int]? {
    guard !planner.hasRightJoin, let condition = indexed?.terms(of: index)?.condition else { return nil }
    var wanted: [BoundExpression] = []
    condition.conjuncts(into: &wanted)
    // Terms that are true of every row that is wanted.
    let known = operand + planner.analysis.terms.filter { planner.mayNarrow($0, position) }
    var implied: [Int] = []
    for part in wanted {
      let rewritten = OrToIn.rewrite(part)
      guard
        let term = known.first(where: {
          Implication.holds($0.expression, part) || $0.expression.isSame(as: rewritten)
        })
      else { return nil }
      // What LIKE answers may have been something else when the index was written: the rows are tested again.
      if operand.isEmpty, !term.expression.callsLike, term.expression.isSame(as: part),
        let number = planner.analysis.terms.firstIndex(where: { $0.expression === term.expression })
      {
        implied.append(number)
      }
    }
    return implied
  }

  private func path(
    _ index: IndexDefinition, _ key: [Int], _ implied: [Int], _ bounds: [ColumnBound], skipping skipped: Int
  ) -> AccessPath {
    var equal: [ColumnBound] = []
    var lower: ColumnBound?
    var upper: ColumnBound?
    var members = 1.0
    for field in skipped..<max(skipped, key.count) {
      guard let affinity = affinity(of: field, index) else { break }
      let collation = index.columns[field].collation
      func first(_ serves: (ColumnBound) -> Bool) -> ColumnBound? {
        for position in bounds.indices where bounds[position].column == key[field] {
          if bounds[position].collation == collation, bounds[position].suits(affinity),
            serves(bounds[position])
          {
            return bounds[position]
          }
        }
        return nil
      }
      guard bounds.contains(where: { $0.column == key[field] }) else { break }
      if let found = first({ $0.isEquality && !$0.isMembership }) ?? first(\.isMembership) {
        equal.append(found)
        if found.isMembership { members *= planner.memberCount(found) }
        continue
      }
      // Entries of an unordered index that are near in value need not be near in the file.
      if index.isUnordered { break }
      lower = first { $0.isLower && !$0.isPattern }
      upper = first { $0.isUpper && !$0.isPattern }
      if lower == nil, upper == nil {
        // The two ends of a pattern go together: only between them it matches text, or blobs.
        lower = first { $0.isLower && $0.isPattern }
        upper = first { $0.isUpper && $0.isPattern && $0.term == lower?.term }
      }
      break
    }
    let isPrimary = table.isWithoutRowID && index === table.primaryKeyIndex
    let covers = isPrimary || covers(index)
    var path = AccessPath(
      method: .index(index, equal: equal, lower: lower, upper: upper), isCovering: covers, rows: rows, cost: 0
    )
    path.key = key
    path.terms = index.hasExpressions ? indexed?.terms(of: index) : nil
    path.skipped = skipped
    path.consumedTerms = (equal + [lower, upper].compactMap { $0 }).filter { !$0.isPattern }.map(\.term)
    path.consumedTerms += implied
    let all = index.isPartial ? partialRows(index) : rows
    var estimate = all
    var runs = members
    if !equal.isEmpty {
      estimate =
        min(CostModel.equalRows(index, count: equal.count + skipped, tableRows: rows), all) * members
      // Of two indexes on the same columns the one with fewer entries.
      if index.isPartial { estimate *= 0.9 }
    }
    if skipped > 0 {
      // One search for each value of the columns that are skipped, and some more because the estimate is uncertain.
      let groups = max(all / max(index.statistics[skipped], 1), 1)
      estimate *= equal.isEmpty ? 1 : groups
      runs *= groups * 1.4
    }
    estimate = max(estimate * CostModel.rangeFraction(lower: lower != nil, upper: upper != nil), 1)
    if !path.isWhole, skipped == 0,
      let sampled = SampleEstimate(index, table)?.rows(equal: equal, lower: lower, upper: upper)
    {
      estimate = min(max(sampled, 1), all)
    }
    path.rows = estimate
    path.isUnique =
      index.isUnique && skipped == 0 && equal.count == index.columns.count && members == 1
      && equal.allSatisfy { $0.operation == .equal }
    let perRow = covers ? (isPrimary ? 1 : CostModel.indexRow) : CostModel.indexRow + CostModel.fetch(rows)
    let width = isPrimary ? 0 : Double(index.storedColumns.count) * CostModel.indexField
    path.cost = (path.isWhole ? 0 : CostModel.seek(rows) * runs) + estimate * (perRow + width)
    return path
  }

  private func partialRows(_ index: IndexDefinition) -> Double {
    if let count = index.statistics.first { return max(count, 1) }
    var parts: [BoundExpression] = []
    indexed?.terms(of: index)?.condition?.conjuncts(into: &parts)
    let holdsMost = parts.allSatisfy { if case .isNull(_, negated: true) = $0.kind { true } else { false } }
    return max(rows * (holdsMost ? CostModel.notNullShare : CostModel.partialShare), 1)
  }

  private func affinity(of field: Int, _ index: IndexDefinition) -> Affinity? {
    if index.columns[field].expression != nil {
      return indexed?.terms(of: index)?.fields[field].affinity
    }
    let column = index.columns[field].tableColumn
    if column == -1 { return .integer }
    return table.columns.indices.contains(column) ? table.columns[column].affinity : nil
  }

  // MARK: Covering

  private func covers(_ index: IndexDefinition) -> Bool {
    if table.generated != nil, usesGenerated {
      // As in SQLite, whoever reads a generated column may read what it is computed from. An index that holds the
      // column delivers it all the same, and the row is not looked up for it.
      return table.columns.indices.allSatisfy { column in
        table.columns[column].generated != .virtual && isHeld(column, index)
      }
    }
    if source.usedColumns.isSubset(ofColumns: { isHeld($0, index) }, count: table.columns.count) {
      return true
    }
    return index.hasExpressions && coversExpressions(index)
  }

  private func isHeld(_ column: Int, _ index: IndexDefinition) -> Bool {
    column == table.rowIDAlias && !table.isWithoutRowID
      || index.storedColumns.contains { $0.tableColumn == column }
  }

  private var usesGenerated: Bool {
    table.columns.indices.contains { table.columns[$0].generated != nil && source.usedColumns.contains($0) }
  }

  /// All that is read of the item are the index's expressions and columns.
  private func coversExpressions(_ index: IndexDefinition) -> Bool {
    guard let readers = planner.readers, let terms = indexed?.terms(of: index), !source.isNullable,
      source.join == .inner || source.join == .cross
    else { return false }
    let expressions = index.columns.indices.filter { index.columns[$0].expression != nil }
      .map { terms.fields[$0].withoutCollate }.filter { !$0.mayHaveSubtype }
    func isHeld(_ expression: BoundExpression) -> Bool {
      if expressions.contains(where: { $0.isSame(as: expression) }) { return true }
      if case .column(let owner, let column) = expression.kind, owner === source {
        return column < 0 || self.isHeld(column, index)
      }
      if let query = expression.subquery, query.outerSources.contains(where: { $0 === source }) {
        return false
      }
      var answer = true
      expression.forEachOperand { if answer, !isHeld($0) { answer = false } }
      return answer
    }
    return readers.allSatisfy(isHeld) && planner.analysis.terms.allSatisfy { isHeld($0.expression) }
  }
}

extension AccessPath {
  /// An index that nothing narrows: all of its entries.
  var isWhole: Bool {
    if case .index(_, let equal, nil, nil) = method { return equal.isEmpty }
    return false
  }
}
