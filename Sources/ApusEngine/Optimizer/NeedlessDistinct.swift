/// DISTINCT of rows of one table that a key tells apart, its columns being in the result or set to one value by WHERE, is none
/// (https://www.sqlite.org/queryplanner.html).
enum NeedlessDistinct {
  static func apply(to select: BoundSelect, context: CompilationContext) {
    guard select.isDistinct, !select.isAggregate else { return }
    guard areTold(select.output, select, context) else { return }
    select.isDistinct = false
    select.isDistinctAnyway = true
  }

  /// No two rows of a SELECT's loops are equal in these values.
  static func areTold(
    _ values: [BoundExpression], _ select: BoundSelect, _ context: CompilationContext
  ) -> Bool {
    guard select.sources.count == 1, case .table(let table) = select.sources[0].kind,
      context.optimizations.contains(.needlessDistinct)
    else { return false }
    let source = select.sources[0]
    if !table.isWithoutRowID, values.contains(where: { isRowID($0.withoutCollate, of: source) }) {
      return true
    }
    return context.catalogs.indexes(of: table).contains { index in
      index.isUnique && !index.isPartial
        && index.columns.allSatisfy { isTold($0, values, select, source, table) }
    }
  }

  private static func isRowID(_ expression: BoundExpression, of source: BoundSource) -> Bool {
    if case .column(let owner, let column) = expression.kind {
      owner === source && source.isRowID(column)
    } else {
      false
    }
  }

  /// A key's column that is never NULL is in the result, compared as in the index; or a term of WHERE makes it equal to a constant.
  private static func isTold(
    _ key: IndexDefinition.Column, _ values: [BoundExpression], _ select: BoundSelect, _ source: BoundSource,
    _ table: TableDefinition
  ) -> Bool {
    guard key.expression == nil, table.columns.indices.contains(key.tableColumn) else { return false }
    func isKey(_ expression: BoundExpression) -> Bool {
      guard case .column(let owner, let column) = expression.withoutCollate.kind else { return false }
      return owner === source && column == key.tableColumn
    }
    if table.columns[key.tableColumn].isNotNull
      || table.isWithoutRowID && table.primaryKeyColumns.contains(key.tableColumn)
    {
      for column in values where isKey(column) {
        if (column.collation?.collation ?? .binary) == key.collation { return true }
      }
    }
    let affinity = table.columns[key.tableColumn].affinity
    for term in select.filter {
      guard case .comparison(.eq, let left, let right) = term.kind,
        ComparisonRules.collation(left, right) == key.collation
      else { continue }
      for (subject, value) in [(left, right), (right, left)] where isKey(subject) && value.isConstant {
        if value.affinity == .none || value.affinity == affinity { return true }
      }
    }
    return false
  }
}
