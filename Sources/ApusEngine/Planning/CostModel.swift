#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(WASILibc)
  import WASILibc
#elseif canImport(ucrt)
  import ucrt
#endif

/// Estimates in units of "one row of a table scan". Without statistics SQLite's assumptions hold: a table has about a million
/// rows, an equality on the first column of an index leaves 10, each further column one fewer
/// (https://www.sqlite.org/queryplanner-ng.html, https://www.sqlite.org/fileformat2.html#stat1tab).
enum CostModel {
  static let defaultRows = 1_048_576.0
  /// A virtual table before its module is asked.
  static let virtualRows = 1000.0
  /// Descending a tree.
  static func seek(_ rows: Double) -> Double { 2 + log2(max(rows, 2)) * 0.6 }
  /// Fetching a table row by rowid from an index entry.
  static func fetch(_ rows: Double) -> Double { 1.5 + log2(max(rows, 2)) * 0.25 }
  /// A row of an index scan, which reads less than a table scan.
  static let indexRow = 0.7
  /// A row of a temporary table.
  static let temporaryRow = 0.8

  /// What each field adds to that: of two indexes that serve, the narrower one.
  static let indexField = 0.001
  /// Rows of a table that a partial index holds when there are no statistics.
  static let partialShare = 1.0 / 16
  /// … when its condition is that something is not NULL.
  static let notNullShare = 0.9
  /// Beginning with the next operand of an OR, and seeing that a row is none of an earlier one's.
  static let alternative = 2.0
  static let distinctRow = 0.3
  /// Rows per value of the columns before which leaving them out pays.
  static let rowsWorthASkip = 18.0

  static func sort(_ rows: Double) -> Double { rows * (1 + log2(max(rows, 2)) * 0.4) }

  /// Rows left by a range with one or two ends.
  static func rangeFraction(lower: Bool, upper: Bool) -> Double {
    switch (lower, upper) {
    case (true, true): 1.0 / 64
    case (false, false): 1
    default: 0.25
    }
  }

  /// Share of rows that pass a term the path does not use.
  static func selectivity(_ term: PredicateTerm) -> Double {
    switch term.expression.kind {
    case .comparison(.eq, _, _), .comparison(.is, _, _), .isNull(_, negated: false): 0.2
    case .inList, .inQuery: 0.3
    case .comparison(.lt, _, _), .comparison(.le, _, _), .comparison(.gt, _, _), .comparison(.ge, _, _): 0.5
    default: 0.8
    }
  }

  /// Rows with equal values in the first `count` columns of an index.
  static func equalRows(_ index: IndexDefinition, count: Int, tableRows: Double) -> Double {
    if index.isUnique, count >= index.columns.count { return 1 }
    if index.statistics.count > count { return max(index.statistics[count], 1) }
    if tableRows < 20 { return max(tableRows / 4, 1) }
    return max(Double(11 - min(count, 6)), 5)
  }
}
