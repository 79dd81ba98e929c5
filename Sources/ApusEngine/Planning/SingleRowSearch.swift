/// The plan of a statement that looks for one row by its rowid. Nothing can be better, so no other way is weighed: most
/// statements of an application are of this form, and their time is that of their compilation.
enum SingleRowSearch {
  /// - Returns: nil when there are several items, or no term `rowid = value`.
  static func plan(_ sources: [BoundSource], filter: [BoundExpression]) -> JoinPlan? {
    guard sources.count == 1, !filter.isEmpty else { return nil }
    let source = sources[0]
    guard case .table(let table) = source.kind, !table.isWithoutRowID, source.joinFilter.isEmpty,
      source.join == .inner || source.join == .cross, case .none = source.indexHint
    else { return nil }
    for index in filter.indices {
      guard let bound = bound(filter[index], term: index, on: source) else { continue }
      source.position = 0
      let path = AccessPath(
        method: .rowIDEqual(bound), rows: 0, cost: 0, consumedTerms: TermSet(index), isUnique: true)
      return plan(source, path, filter, without: index)
    }
    return nil
  }

  private static func plan(
    _ source: BoundSource, _ path: AccessPath, _ filter: [BoundExpression], without searched: Int
  ) -> JoinPlan {
    var constants: [BoundExpression] = []
    var tests: [BoundExpression] = []
    // Cheap tests first: a subquery is run only for a row that passes the rest.
    var subqueries: [BoundExpression] = []
    for index in filter.indices where index != searched {
      let term = filter[index]
      if term.hasSubquery {
        subqueries.append(term)
      } else if !reads(term, source) {
        constants.append(term)
      } else {
        tests.append(term)
      }
    }
    if !subqueries.isEmpty { tests += subqueries }
    let level = JoinPlan.Level(source: source, position: 0, path: path, joinFilter: [], filter: tests)
    // One row is in any order.
    return JoinPlan(levels: [level], constantFilter: constants, rows: 0, cost: path.cost, isOrdered: true)
  }

  /// `rowid = value` or `rowid IS value`, read out of a term.
  private static func bound(
    _ term: BoundExpression, term index: Int, on source: BoundSource
  ) -> ColumnBound? {
    guard case .comparison(let op, let left, let right) = term.kind, op == .eq || op == .is else {
      return nil
    }
    let rowID: BoundExpression
    let value: BoundExpression
    if isRowID(left, of: source) {
      (rowID, value) = (left, right)
    } else if isRowID(right, of: source) {
      (rowID, value) = (right, left)
    } else {
      return nil
    }
    guard !reads(value, source) else { return nil }
    let bound = ColumnBound(
      source: 0, column: -1, operation: op == .eq ? .equal : .isEqual, value: value, valueSources: [],
      collation: ComparisonRules.collation(left, right), affinity: ComparisonRules(rowID, value).affinity,
      term: index)
    return bound.suits(.integer) ? bound : nil
  }

  private static func isRowID(_ expression: BoundExpression, of source: BoundSource) -> Bool {
    guard case .column(let item, let column) = expression.withoutCollate.kind, item === source else {
      return false
    }
    return source.isRowID(column)
  }

  private static func reads(_ expression: BoundExpression, _ source: BoundSource) -> Bool {
    switch expression.kind {
    case .constant, .parameter: return false
    default:
      var found = false
      expression.forEachSource { if $0 === source { found = true } }
      return found
    }
  }
}
