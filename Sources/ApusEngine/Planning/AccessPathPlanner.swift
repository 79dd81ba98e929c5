/// Lists the ways to reach the rows of one FROM item, given which other items are open already.
struct AccessPathPlanner {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let catalogs: CatalogSet
  /// Terms of WHERE may not narrow an item when a RIGHT or FULL join may still add rows.
  let hasRightJoin: Bool

  /// Estimated rows of an item.
  func tableRows(_ position: Int) -> Double {
    switch sources[position].kind {
    case .table(let table):
      if let rows = catalogs[table.database]?.rowEstimates[table.name.lowercasedASCII] { return max(rows, 1) }
      return CostModel.defaultRows
    case .query(let query): return QueryEstimate.rows(query)
    case .shared(let shared):
      return shared.recursive == nil ? QueryEstimate.rows(shared.query) : 1000
    case .recursive, .triggerRow, .registers: return 1
    }
  }

  /// Bounds on `position` whose values are known once `open` is open.
  func usableBounds(_ position: Int, open: SourceSet) -> [ColumnBound] {
    var found: [ColumnBound] = []
    let source = sources[position]
    for term in analysis.terms {
      for bound in term.bounds where bound.source == position && open.isSuperset(of: bound.valueSources) {
        if let owner = term.joinOwner {
          if owner != position { continue }
        } else if hasRightJoin || source.join == .left {
          continue
        }
        found.append(bound)
      }
    }
    return found
  }

  func paths(_ position: Int, open: SourceSet) -> [AccessPath] {
    let source = sources[position]
    let rows = tableRows(position)
    let bounds = usableBounds(position, open: open)
    switch source.kind {
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
      // One row by rowid: nothing can be better when there is nothing to join (SQLite's whereShortCut).
      if sources.count == 1, case .none = source.indexHint, let path = rowPath(table, bounds, rows) {
        return [path]
      }
      var paths = tablePaths(table, source, bounds, rows)
      for index in catalogs.indexes(of: table) where isAllowed(index, source) {
        if let path = indexPath(index, table, source, bounds, rows) { paths.append(path) }
      }
      if case .none = source.indexHint {
        if let path = automaticIndex(bounds, rows, open, position) { paths.append(path) }
      }
      if case .named = source.indexHint {
        let usingIndex = paths.filter { if case .index = $0.method { true } else { false } }
        return usingIndex
      }
      return paths
    }
  }

  private func isAllowed(_ index: IndexDefinition, _ source: BoundSource) -> Bool {
    // A partial index holds only some rows; it would have to be proven that the filter implies its condition.
    if index.partialCondition != nil { return false }
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

  private func tablePaths(
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

  private func indexPath(
    _ index: IndexDefinition, _ table: TableDefinition, _ source: BoundSource, _ bounds: [ColumnBound],
    _ rows: Double
  ) -> AccessPath? {
    var equal: [ColumnBound] = []
    var lower: ColumnBound?
    var upper: ColumnBound?
    var members = 1.0
    for column in index.columns {
      guard let affinity = affinity(of: column, table) else { break }
      let candidates = bounds.filter {
        $0.column == column.tableColumn && $0.collation == column.collation && $0.suits(affinity)
      }
      if let found = candidates.first(where: { $0.isEquality && !$0.isMembership })
        ?? candidates.first(where: \.isMembership)
      {
        equal.append(found)
        if found.isMembership { members *= memberCount(found) }
        continue
      }
      lower = candidates.first(where: \.isLower)
      upper = candidates.first(where: \.isUpper)
      break
    }
    let isPrimary = table.isWithoutRowID && index === table.primaryKeyIndex
    let covers = isPrimary || covers(index, source)
    let hasBound = !equal.isEmpty || lower != nil || upper != nil
    var path = AccessPath(
      method: .index(index, equal: equal, lower: lower, upper: upper), isCovering: covers, rows: rows, cost: 0
    )
    path.consumedTerms = equal.map(\.term) + [lower?.term, upper?.term].compactMap { $0 }
    var estimate = rows
    if !equal.isEmpty {
      estimate = min(CostModel.equalRows(index, count: equal.count, tableRows: rows), rows) * members
    }
    estimate = max(estimate * CostModel.rangeFraction(lower: lower != nil, upper: upper != nil), 1)
    path.rows = estimate
    path.isUnique =
      index.isUnique && equal.count == index.columns.count && members == 1
      && equal.allSatisfy { $0.operation == .equal }
    let perRow = covers ? (isPrimary ? 1 : CostModel.indexRow) : CostModel.indexRow + CostModel.fetch(rows)
    path.cost = (hasBound ? CostModel.seek(rows) * members : 0) + estimate * perRow
    return path
  }

  private func affinity(of column: IndexDefinition.Column, _ table: TableDefinition) -> Affinity? {
    if column.tableColumn == -1 { return .integer }
    return table.columns.indices.contains(column.tableColumn)
      ? table.columns[column.tableColumn].affinity : nil
  }

  private func covers(_ index: IndexDefinition, _ source: BoundSource) -> Bool {
    guard let table = source.table else { return false }
    if table.generated != nil, usesGenerated(source, table) {
      // As in SQLite, whoever reads a generated column may read what it is computed from. An index that holds the
      // column delivers it all the same, and the row is not looked up for it.
      return table.columns.indices.allSatisfy { column in
        table.columns[column].generated != .virtual
          && (column == table.rowIDAlias && !table.isWithoutRowID
            || index.storedColumns.contains { $0.tableColumn == column })
      }
    }
    var held: Set<Int> = []
    for column in index.storedColumns { held.insert(column.tableColumn) }
    return source.usedColumns.isSubset(
      ofColumns: { held.contains($0) || ($0 == table.rowIDAlias && !table.isWithoutRowID) },
      count: table.columns.count)
  }

  private func usesGenerated(_ source: BoundSource, _ table: TableDefinition) -> Bool {
    table.columns.indices.contains {
      table.columns[$0].generated != nil && source.usedColumns.contains($0)
    }
  }

  /// An index for this statement alone, worth its building when the loop runs often.
  private func automaticIndex(
    _ bounds: [ColumnBound], _ rows: Double, _ open: SourceSet, _ position: Int
  ) -> AccessPath? {
    guard !open.isEmpty else { return nil }
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
