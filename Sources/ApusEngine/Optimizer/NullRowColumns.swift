/// The columns of a derived table on the right of a LEFT JOIN, once the table that it reads stands there itself: NULL where that has a row of NULLs,
/// whatever the expressions make of NULLs.
enum NullRowColumns {
  /// - Returns: nil where this cannot be told: the derived table reads more than one table, or one without a key.
  static func columns(_ output: [BoundExpression], of select: BoundSelect) -> [BoundExpression]? {
    guard select.sources.count == 1, let source = select.sources.first else { return nil }
    if case .virtual = source.kind { return nil }
    var columns: [BoundExpression] = []
    columns.reserveCapacity(output.count)
    for expression in output {
      if case .column(let owner, _) = expression.kind, owner === source {
        columns.append(expression)
      } else if let column = guarded(expression, source) {
        columns.append(column)
      } else {
        return nil
      }
    }
    return columns
  }

  /// The expression where the item has a row; with the type that it has.
  private static func guarded(_ expression: BoundExpression, _ source: BoundSource) -> BoundExpression? {
    guard case .table(let table) = source.kind, let key = key(of: table) else { return nil }
    // A subtype does not pass through CASE as it does through a column.
    if expression.mayHaveSubtype { return nil }
    let affinity = expression.affinity
    switch expression.withoutCollate.kind {
    case .cast: break
    default: guard affinity == .none else { return nil }
    }
    let hasRow = expression.replacing(
      .isNull(expression.replacing(.column(source, key)), negated: true))
    let value = expression.replacing(.case(base: nil, branches: [(hasRow, expression)], else: nil))
    return affinity == .none ? value : expression.replacing(.cast(value, affinity))
  }

  /// A column that no row has NULL in.
  private static func key(of table: TableDefinition) -> Int? {
    table.isWithoutRowID ? table.primaryKeyColumns.first.map { Int($0) } : -1
  }
}
