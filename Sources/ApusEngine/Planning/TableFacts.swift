/// What plans ask of a table whichever item of the join it is: made once, a join may have the table many times.
final class TableFacts {
  let table: TableDefinition
  let rows: Estimate
  /// What a row of a scan costs.
  let scanCost: Estimate
  /// The indexes of the table, the newest first.
  let indexes: [IndexFacts]

  init(_ table: TableDefinition, _ catalogs: CatalogSet) {
    self.table = table
    let definitions = catalogs.indexes(of: table)
    var rows = CostModel.defaultEstimate
    if let known = catalogs[table.database]?.rowEstimates[table.name.lowercasedASCII] {
      rows = Estimates.of(max(known, 1))
      if rows < CostModel.leastWithoutStatistics, definitions.contains(where: \.statistics.isEmpty) {
        rows = CostModel.leastWithoutStatistics
      }
    }
    self.rows = rows
    let isCounted = definitions.contains { !$0.isPartial && !$0.statistics.isEmpty }
    scanCost = isCounted ? CostModel.countedRow : CostModel.tableRow
    guard !definitions.isEmpty else {
      indexes = []
      return
    }
    let width = CostModel.rowWidth(table)
    indexes = definitions.map { IndexFacts($0, table, rows: rows, rowWidth: width) }
  }
}

/// What plans ask of an index.
final class IndexFacts {
  let index: IndexDefinition
  /// Rows with equal values in the first columns, by their number.
  let equalRows: [Estimate]
  let width: Estimate
  /// What an entry costs beside its row: 1 for the narrowest, as much as a row of the table for one as wide.
  let entryCost: Estimate
  /// An entry is narrower than a row.
  let isNarrow: Bool
  /// What its fields are, where that is the same for all items: without expressions and condition.
  let fields: IndexFields?
  /// What is known of its values; nil for nothing.
  let samples: SampleEstimate?

  init(_ index: IndexDefinition, _ table: TableDefinition, rows: Estimate, rowWidth: Estimate) {
    self.index = index
    equalRows = CostModel.equalRows(index, tableRows: rows)
    width = CostModel.entryWidth(index, table)
    entryCost = 1 + 15 * width / max(rowWidth, 1)
    isNarrow = width < rowWidth
    samples = SampleEstimate(index, table)
    let isPlain = !index.hasExpressions && !index.isPartial
    fields = isPlain ? index.key(of: table, nil).map { IndexFields(key: $0, terms: nil) } : nil
  }
}
