// VALUES: rows of constants, or one SELECT each where a row has aggregates or windows.

import ApusSQL

extension Binder {
  func bindValues(
    _ rows: NodeList<ValuesRow>, parent: Scope?, commonTables: [CommonTableScope], isLast: Bool
  ) throws(DatabaseError) -> Arm {
    // Each row is a SELECT: it may have aggregates and windows. Few have.
    let scope = Scope(parent: parent, select: BoundSelect())
    var present = scope
    var values: [[BoundExpression]] = []
    values.reserveCapacity(rows.count)
    var selects: [Int: BoundSelect] = [:]
    for (index, row) in ast[rows].enumerated() {
      present.commonTables = commonTables
      present.aggregates = .allowed
      present.windowsAllowed = true
      var bound: [BoundExpression] = []
      bound.reserveCapacity(row.values.count)
      do throws(DatabaseError) {
        for value in ast[row.values] { bound.append(try bindWhole(value, in: present)) }
        if let first = values.first, first.count != bound.count { throw differentRows }
      } catch {
        try findError(inRows: rows, present)
        throw error
      }
      values.append(bound)
      guard let select = present.select, !select.aggregates.isEmpty || !select.windows.isEmpty else {
        continue
      }
      select.output = bound
      select.isAggregate = !select.aggregates.isEmpty
      selects[index] = select
      scope.take(from: present)
      present = Scope(parent: parent, select: BoundSelect())
    }
    scope.take(from: present)
    scope.aggregates = .forbidden
    scope.windowsAllowed = false
    let whole = BoundQuery.Part(compoundOperator: .unionAll, core: .values(values))
    let columns = (values.first ?? []).enumerated().map { index, expression in
      OutputColumn(
        name: "column\(index + 1)", affinity: CompoundAffinity.affinity(ofColumn: index, in: [whole]),
        collation: expression.collation?.collation ?? .binary)
    }
    guard !selects.isEmpty else { return Arm(core: .values(values), columns: columns, scope: scope) }
    if isLast { noteAggregates(in: rows, selects) }
    let cores = values.indices.map { index -> BoundQuery.BoundCore in
      selects[index].map { .select($0) } ?? .values([values[index]])
    }
    return Arm(core: cores[0], rest: Array(cores.dropFirst()), columns: columns, scope: scope)
  }

  private var differentRows: DatabaseError { error("all VALUES must have the same number of terms") }

  /// SQLite looks at the last row first: of several rows with an error its counts.
  private func findError(inRows rows: NodeList<ValuesRow>, _ scope: Scope) throws(DatabaseError) {
    var later: Int?
    for row in ast[rows].reversed() {
      for value in ast[row.values] { _ = try bindWhole(value, in: scope) }
      if let later, later != row.values.count { throw differentRows }
      later = row.values.count
    }
  }

  /// SQLite makes code of several rows of VALUES without a place for aggregates, unless a row has a window or the first two are constants.
  private func noteAggregates(in rows: NodeList<ValuesRow>, _ selects: [Int: BoundSelect]) {
    guard rows.count > 1, selects.values.allSatisfy(\.windows.isEmpty) else { return }
    let constant = ast[rows].prefix { row in ast[row.values].allSatisfy { isConstantByForm($0) } }
    guard constant.count < 2 else { return }
    for row in selects.keys.sorted().reversed() {
      guard let name = selects[row]?.aggregates.last?.definition.name else { continue }
      return context.noteLate(error("misuse of aggregate: \(name)()"), in: nil, isOfResult: false)
    }
  }
}
