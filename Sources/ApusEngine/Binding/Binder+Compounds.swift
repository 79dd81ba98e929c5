// UNION, INTERSECT and EXCEPT: the arms, the collations of their columns, and compounds that are sorted apart.

import ApusSQL

extension Binder {
  /// Binds the arms of a compound, without ORDER BY and LIMIT.
  func bindCompound(
    _ arms: ArraySlice<SelectArm>, parent: Scope?, commonTables: [CommonTableScope]
  ) throws(DatabaseError) -> BoundQuery {
    var parts: [BoundQuery.Part] = []
    var bound: [Arm] = []
    // SQLite looks at the last arm first, which shows in the numbers of the queries in views, and to an authorizer.
    var known: [Arm] = []
    if context.wantsQueryPlan || context.authorization != nil {
      for node in arms.reversed() {
        let isLast = known.isEmpty
        let arm: Arm
        do throws(DatabaseError) {
          arm = try bindArm(node, parent: parent, commonTables: commonTables, isLast: isLast)
        } catch {
          if context.authorization?.hasRefused ?? false { throw error }
          break
        }
        guard arm.scope.groupByError == nil else { break }
        known.append(arm)
      }
      if known.count == arms.count { known.reverse() } else { known = [] }
    }
    for (index, node) in arms.enumerated() {
      let later = arms.dropFirst(index + 1)
      let arm: Arm
      do throws(DatabaseError) {
        if known.isEmpty {
          arm = try bindArm(node, parent: parent, commonTables: commonTables, isLast: later.isEmpty)
          if let error = arm.scope.groupByError { throw error }
        } else {
          arm = known[index]
        }
      } catch {
        context.forgetCallError()
        try findError(in: later, before: error, parent, commonTables)
        throw error
      }
      let op: BoundQuery.CompoundOperator
      switch node.compoundOperator {
      case .first, .unionAll: op = .unionAll
      case .union: op = .union
      case .intersect: op = .intersect
      case .except: op = .except
      }
      if let first = bound.first, first.columns.count != arm.columns.count {
        try findError(in: arms.dropFirst(index), parent, commonTables)
        throw otherWidth(node)
      }
      bound.append(arm)
      parts.append(.init(compoundOperator: op, core: arm.core))
      for core in arm.rest { parts.append(.init(compoundOperator: .unionAll, core: core)) }
    }
    var columns = bound.first?.columns ?? []
    for index in columns.indices {
      columns[index].affinity = CompoundAffinity.affinity(ofColumn: index, in: parts)
      let collation = Self.compoundCollation(parts, index)
      if collation != columns[index].collation { columns[index].itemCollation = columns[index].collation }
      columns[index].collation = collation
    }
    let query = BoundQuery(parts: parts, columns: columns)
    for scope in bound.map(\.scope) { finish(query, scope) }
    query.armScopes = bound.map(\.scope)
    return query
  }

  /// - Parameter right: an arm that has more or fewer columns than the one before it.
  private func otherWidth(_ right: SelectArm) -> DatabaseError {
    if case .values(_, let rows) = right, rows.count == 1 {
      return error("all VALUES must have the same number of terms")
    }
    let text =
      switch right.compoundOperator {
      case .first, .unionAll: "UNION ALL"
      case .union: "UNION"
      case .intersect: "INTERSECT"
      case .except: "EXCEPT"
      }
    return error("SELECTs to the left and right of \(text) do not have the same number of result columns")
  }

  /// SQLite looks at the last arm first, for tables, then for all other names and for the number of columns: of several arms with an error its
  /// counts.
  private func findError(
    in arms: ArraySlice<SelectArm>, before known: DatabaseError? = nil, _ parent: Scope?,
    _ commonTables: [CommonTableScope]
  ) throws(DatabaseError) {
    var right: (arm: SelectArm, width: Int)?
    for arm in arms.reversed() {
      do throws(DatabaseError) {
        let bound = try bindArm(arm, parent: parent, commonTables: commonTables)
        if let error = bound.scope.groupByError { throw error }
        if let right, right.width != bound.columns.count { throw otherWidth(right.arm) }
        right = (arm, bound.columns.count)
      } catch {
        if isOfTables(error) || !(known.map(isOfTables) ?? false) { throw error }
      }
    }
  }

  /// Found before any other name is looked at.
  func isOfTables(_ error: DatabaseError) -> Bool {
    [
      "no such table", "circular reference", "cannot join using", "no tables specified",
      "multiple recursive references", "recursive reference in a subquery",
    ].contains { error.message.hasPrefix($0) }
  }

  /// The collation of a column: that of the first arm which has one there. A rowid has none, under whatever name.
  static func compoundCollation(_ parts: [BoundQuery.Part], _ index: Int) -> Collation {
    for part in parts {
      let column =
        switch part.core {
        case .select(let select): select.output.indices.contains(index) ? select.output[index] : nil
        case .values(let rows): rows.first.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        }
      if case .column(let source, let number)? = column?.kind, source.isRowID(number) { continue }
      if let collation = column?.collation { return collation.collation }
    }
    return .binary
  }

  // MARK: Sorted apart

  /// ORDER BY of a compound, other than of UNION ALL alone, has a COLLATE somewhere. SQLite makes it `SELECT * FROM (compound) ORDER BY …`:
  /// the columns come out as those of a derived table, and GROUP BY and HAVING of the last arm go with the new query.
  func sortsByCollation(_ select: SelectNode) -> Bool {
    guard !context.resolvesNamesOnly,
      ast[select.arms].contains(where: { ![.first, .unionAll].contains($0.compoundOperator) })
    else { return false }
    return ast[select.orderBy].contains { hasCollate($0.expression) }
  }

  private func hasCollate(_ id: ExprID) -> Bool {
    if case .collate = ast[id] { return true }
    var found = false
    try? ast.forEachChild(of: id) { child in if hasCollate(child) { found = true } }
    return found
  }

  func withoutLastGroups(_ arms: [SelectArm]) -> [SelectArm] {
    guard case .select(let op, var core)? = arms.last else { return arms }
    core.groupBy = .empty
    core.having = nil
    return arms.dropLast() + [.select(op, core)]
  }

  /// - Parameter last: the compound's last arm as it is written.
  func sortedApart(
    _ compound: BoundQuery, last: SelectArm?, _ parent: Scope?
  ) throws(DatabaseError) -> BoundQuery {
    let select = BoundSelect()
    let scope = Scope(parent: parent, select: select)
    let order = compound.compoundOrder
    compound.compoundOrder = []
    let source = derived(compound, name: "", scope)
    scope.sources = [source]
    select.sources = [source]
    for index in source.columns.indices {
      source.usedColumns.insert(index)
      select.output.append(BoundExpression(.column(source, index)))
    }
    if case .select(_, let core)? = last {
      select.isDistinct = core.distinctness == .distinct
      select.isAggregate = !core.groupBy.isEmpty
      if let having = core.having {
        guard select.isAggregate else { throw error("HAVING clause on a non-aggregate query") }
        scope.aggregates = .allowed
        select.having = try bindWhole(having, in: scope)
      }
      scope.aggregates = .forbiddenInGroupBy
      try bindGroupBy(core, select, scope)
    }
    let query = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))], columns: compound.columns)
    query.orderBy = order.map { term in
      BoundOrderTerm(
        expression: BoundExpression(
          .collate(select.output[term.column], term.collation, isExplicit: true)),
        isDescending: term.isDescending, nullsReversed: term.nullsReversed)
    }
    query.number = compound.number
    finish(query, scope)
    return query
  }
}
