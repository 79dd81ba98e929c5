/// Whether an access path of the outermost loop delivers rows in a wanted order.
enum OrderSatisfaction {
  /// nil: it does not. Else whether the path must run backwards.
  static func check(
    _ path: AccessPath, _ source: BoundSource, analysis: PredicateAnalysis, position: Int,
    wanted: [BoundOrderTerm], directionsFree: Bool
  ) -> Bool? {
    if case .virtual(let virtual) = path.method { return virtual.isOrdered ? false : nil }
    guard let table = source.table else { return nil }
    // Columns in the order of the path: (column, collation, descending); -1 is the rowid.
    var order: [(column: Int, collation: Collation, isDescending: Bool)] = []
    var fixed: Set<Int> = []
    switch path.method {
    case .tableScan, .rowIDRange:
      if table.isWithoutRowID {
        guard let primary = table.primaryKeyIndex else { return nil }
        order = primary.columns.map { ($0.tableColumn, $0.collation, $0.isDescending) }
      } else {
        order = [(-1, .binary, false)]
      }
    case .rowIDEqual(let bound):
      if bound.isMembership { return nil }
      fixed = [-1]
      order = [(-1, .binary, false)]
    case .index(let index, let equal, _, _):
      if equal.contains(where: \.isMembership) || index.isUnordered { return nil }
      for bound in equal { fixed.insert(bound.column) }
      order = zip(path.key, index.columns).map { ($0, $1.collation, $1.isDescending) }
      if !table.isWithoutRowID { order.append((-1, .binary, false)) }
    default: return nil
    }
    var next = 0
    var direction: Bool?
    for term in wanted {
      if term.nullsReversed { return nil }
      if term.expression.isConstant { continue }
      guard let (item, column) = analysis.slot(term.expression), item == position else { return nil }
      let collation = term.expression.collation?.collation ?? .binary
      if fixed.contains(column) { continue }
      while next < order.count, fixed.contains(order[next].column), order[next].column != column { next += 1 }
      guard next < order.count, order[next].column == column,
        order[next].collation == collation || column == -1
      else { return nil }
      let reversed = order[next].isDescending != term.isDescending
      if !directionsFree {
        if let direction, direction != reversed { return nil }
        direction = reversed
      }
      fixed.insert(column)
      next += 1
      // One row per rowid: what follows cannot matter when this is the only item.
      if column == -1, analysis.items.count == 1 { break }
    }
    return direction ?? false
  }
}
