/// How the rows of one FROM item are reached in a nested loop.
struct AccessPath {
  /// Indirect: paths are copied more often than looked into.
  indirect enum Method {
    /// Every row in rowid (or primary key) order.
    case tableScan
    /// One row by rowid, or one per member of an IN.
    case rowIDEqual(ColumnBound)
    case rowIDRange(lower: ColumnBound?, upper: ColumnBound?)
    /// Entries of an index: equal on leading columns, then perhaps a range.
    case index(IndexDefinition, equal: [ColumnBound], lower: ColumnBound?, upper: ColumnBound?)
    /// Per operand of an OR a path of its own; each row once.
    case anyOf([Alternative])
    /// An index built for this statement on columns that are compared for equality, of the rows for which `partial` holds.
    case automaticIndex([ColumnBound], partial: [BoundExpression])
    /// A derived table written to a temporary table and scanned.
    case materialized
    /// A derived table whose rows are taken as they come: the outermost loop only.
    case inline
    /// What a module offers.
    case virtual(VirtualTablePath)
    /// The one row of a recursive table.
    case recursiveRow
  }

  /// One operand of an OR.
  struct Alternative {
    /// Its number in EXPLAIN QUERY PLAN.
    var number: Int
    var path: AccessPath
    /// What of the operand the path does not make true by itself.
    var filter: [BoundExpression]
  }

  var method: Method
  /// For an index: what its fields are.
  var fields: IndexFields?
  /// Leading columns of the index that are not restricted: the loop runs once for each of their values.
  var skipped = 0
  /// All columns that the statement reads are in the index.
  var isCovering = false
  /// From the last row to the first.
  var isReversed = false
  /// Rows of a run of the loop that pass its filters.
  var rows: Estimate
  /// What a run costs.
  var cost: Estimate
  /// What must be done once, before.
  var setUp: Estimate = 0
  /// The items that must be open before.
  var prerequisites: SourceSet = []
  /// The terms that narrow it, those that are still to be tested included.
  var usedTerms = TermSet()
  /// Which of the item's orders it has, where that may be the wanted one; 0: none that helps.
  var sortKey = 0
  /// Terms that the path makes true by itself.
  var consumedTerms = TermSet()
  /// The terms of `usedTerms` compare with `=`, IS, IN or IS NULL.
  var hasEquality = false
  /// A derived table's rows are taken as they are made, not from a temporary table.
  var takesRowsAsMade = false
  /// Of the index that it reads; -1 without one.
  var entryWidth: Estimate = -1
  /// At most one row per run.
  var isUnique = false

  /// The rows the other way round, members of IN included.
  mutating func reverseScan() {
    switch method {
    case .tableScan, .rowIDEqual, .rowIDRange, .index, .materialized: isReversed.toggle()
    case .anyOf(var alternatives):
      for index in alternatives.indices { alternatives[index].path.reverseScan() }
      method = .anyOf(alternatives)
    case .automaticIndex, .inline, .virtual, .recursiveRow: break
    }
  }
}

/// What the fields of an index are for an item: the same object for all paths through it.
final class IndexFields {
  /// The numbers of the key's columns, as in `IndexedExpressions`.
  let key: [Int]
  /// For an index with expressions: its fields over the item, which the loop can read from the entry.
  let terms: IndexTerms?

  init(key: [Int], terms: IndexTerms?) {
    self.key = key
    self.terms = terms
  }
}
