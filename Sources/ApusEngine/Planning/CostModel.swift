/// The assumptions behind estimates (https://www.sqlite.org/queryplanner-ng.html, https://www.sqlite.org/fileformat2.html#stat1tab): without
/// statistics a table has about a million rows, an equality on the first column of an index leaves 10, each further column one fewer.
enum CostModel {
  static let defaultRows = 1_048_576.0
  static let defaultEstimate: Estimate = 200
  /// A table whose index has no statistics while something else has: a thousand rows.
  static let leastWithoutStatistics: Estimate = 99
  /// What a row of a table's scan costs: three times what an entry of a narrow index does, since a scan has no better case.
  static let tableRow: Estimate = 16
  /// The same where statistics of an index tell how many rows there are.
  static let countedRow: Estimate = 14
  /// IN (SELECT …): 25 members.
  static let members: Estimate = 46
  /// Rows of a search in an index made for the statement: 20.
  static let automaticRows: Estimate = 43
  /// Making such an index costs more than its sorting; over rows that are written to a temporary table anyway it does not.
  static let automaticTable: Estimate = 28
  static let automaticTemporary: Estimate = -25
  /// Rows per value of the columns before which leaving them out pays: 18.
  static let rowsWorthASkip: Estimate = 42
  /// One end of a range leaves a quarter, two leave a 64th.
  static let range: Estimate = 20

  /// Rows with equal values in the first columns of an index, by their number; the first is that of all rows.
  static func equalRows(_ index: IndexDefinition, tableRows: Estimate) -> [Estimate] {
    var rows = [max(tableRows, leastWithoutStatistics) - (index.isPartial ? 10 : 0)]
    let assumed: [Estimate] = [33, 32, 30, 28, 26]
    for field in index.columns.indices { rows.append(field < assumed.count ? assumed[field] : 23) }
    if index.isUnique { rows[index.columns.count] = 0 }
    // There may be fewer or more numbers than columns: anybody can write them.
    for (field, known) in zip(rows.indices, index.statistics) { rows[field] = Estimates.of(known) }
    return rows
  }

  /// Rows left by a range with one or two ends.
  static func ranged(_ rows: Estimate, _ lower: ColumnBound?, _ upper: ColumnBound?) -> Estimate {
    var left = rows
    if let lower, !lower.isNotNull || lower.likelihood != nil { left += lower.likelihood ?? -range }
    if let upper { left += upper.likelihood ?? -range }
    if let lower, let upper, lower.likelihood == nil, upper.likelihood == nil { left -= range }
    let ends = (lower == nil ? 0 : 1) + (upper == nil ? 0 : 1)
    return min(rows - ends, max(left, 10))
  }

  /// Sorting so many rows, of which the first `sorted` of `terms` keys are in order already.
  /// - Parameter isDistinct: DISTINCT is taken to leave half of them.
  static func sort(
    _ rows: Estimate, sorted: Int, terms: Int, limit: Estimate?, isDistinct: Bool = false
  ) -> Estimate {
    // A row of up to thirty columns.
    var cost = rows + 10
    var compared = rows
    if sorted > 0 { cost += Estimates.of(Double((terms - sorted) * 100 / terms)) - 66 }
    if let limit {
      cost += 10 + (sorted > 0 ? 6 : 0)
      compared = min(compared, limit)
    } else if isDistinct, compared > 10 {
      compared -= 10
    }
    return cost + Estimates.descent(compared)
  }

  /// The width of a row of a table.
  static func rowWidth(_ table: TableDefinition) -> Estimate {
    let columns = table.columnWidths.reduce(0, +)
    return Estimates.of(Double((columns + (table.rowIDAlias < 0 ? 1 : 0)) * 4))
  }

  static func entryWidth(_ index: IndexDefinition, _ table: TableDefinition) -> Estimate {
    if let width = index.estimatedWidth { return width }
    let columns = index.storedColumns.reduce(0) { total, column in
      total
        + (table.columnWidths.indices.contains(column.tableColumn)
          ? table.columnWidths[column.tableColumn] : 1)
    }
    return Estimates.of(Double(columns * 4))
  }

  /// The width that a column's declared type suggests, in units of four bytes.
  static func width(_ column: ColumnDefinition) -> Int {
    guard column.affinity == .text || column.affinity == .blob || column.affinity == .none,
      !column.declaredType.isEmpty
    else {
      return 1
    }
    let name = Array(column.declaredType.utf8)
    let upper = column.declaredType.uppercased()
    guard upper.contains("CHAR") || upper.contains("BLOB(") || upper.contains("BLOB (") else { return 5 }
    guard let first = name.firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return 1 }
    var length = 0
    for byte in name[first...] {
      guard byte >= 0x30, byte <= 0x39, length < 1_000_000 else { break }
      length = length * 10 + Int(byte - 0x30)
    }
    return min(length / 4 + 1, 255)
  }
}
