// ORDER BY: ordinals, aliases and result columns first, then expressions; in compounds result columns only.

import ApusSQL

extension Binder {
  /// ORDER BY of one SELECT or VALUES.
  func bindOrder(_ select: SelectNode, _ query: BoundQuery, _ arm: Arm) throws(DatabaseError) {
    guard !select.orderBy.isEmpty else { return }
    guard case .select(let bound) = arm.core, arm.rest.isEmpty else {
      try bindCompoundOrder(select, query)
      return
    }
    let lateError = context.lateError
    var outOfRange: DatabaseError?
    for (position, term) in ast[select.orderBy].enumerated() {
      let expression = try bindOrderExpression(term.expression, position, bound, arm, &outOfRange)
      query.orderBy.append(orderTerm(term, expression))
    }
    if let outOfRange { throw outOfRange }
    try refuseManyTerms(query.orderBy.count, "ORDER")
    // SQLite makes no code for the order of one row.
    let isSingleRow =
      bound.windows.isEmpty && (bound.isAggregate ? bound.groupBy.isEmpty : bound.sources.isEmpty)
    if isSingleRow { context.setLateError(lateError) }
  }

  private func bindOrderExpression(
    _ id: ExprID, _ position: Int, _ select: BoundSelect, _ arm: Arm, _ outOfRange: inout DatabaseError?
  ) throws(DatabaseError) -> BoundExpression {
    var inner = id
    var collation: Collation?
    while case .collate(let operand, let name) = ast[inner] {
      if collation == nil {
        let text = ast.string(ast[name])
        guard let found = self.collation(named: text) else {
          throw MissingCollation.error(text, code: ResultCode(rawValue: 257))
        }
        collation = found
      }
      inner = operand
    }
    func collated(_ expression: BoundExpression) -> BoundExpression {
      collation.map { expression.replacing(.collate(expression, $0, isExplicit: true)) } ?? expression
    }
    if let ordinal = ordinal(inner) {
      guard ordinal >= 1, ordinal <= Int64(select.output.count) else {
        if !context.resolvesNamesOnly {
          try noteOrdinal(ordinal, ordinalError("ORDER", position, select.output.count), &outOfRange)
        }
        return node(.constant(.null), id)
      }
      return collated(orderColumn(Int(ordinal) - 1, select))
    }
    if case .column(let name) = ast[inner] {
      let text = ast.string(name)
      let starred = arm.scope.starColumns.lazy.joined().first {
        arm.columns.indices.contains($0) && arm.columns[$0].name.equalsIgnoringCase(text)
      }
      for alias in arm.scope.aliases where alias.name.equalsIgnoringCase(text) {
        if let index = select.output.firstIndex(where: { $0 === alias.expression }) {
          return collated(orderColumn(min(index, starred ?? index), select))
        }
        return collated(repeatingWindows(alias.expression, of: select))
      }
      if let starred { return collated(orderColumn(starred, select)) }
    }
    arm.scope.aggregates = select.isAggregate ? .allowed : .forbiddenInOrderBy
    arm.scope.windowsAllowed = true
    arm.scope.repeatsWindows = true
    arm.scope.hidesOuterColumns = true
    defer {
      arm.scope.hidesOuterColumns = false
      arm.scope.windowsAllowed = false
      arm.scope.repeatsWindows = false
    }
    let bound = try bindWhole(inner, in: arm.scope)
    if !select.windows.isEmpty, let index = select.output.firstIndex(where: { $0.isSame(as: bound) }) {
      return collated(orderColumn(index, select))
    }
    return collated(bound)
  }

  /// A result column as a term. SQLite sorts by what the column's repetition says, and shows that; with DISTINCT it sorts by
  /// the column itself.
  private func orderColumn(_ index: Int, _ select: BoundSelect) -> BoundExpression {
    let column = select.output[index]
    let term = repeatingWindows(column, of: select)
    if select.isDistinct { return column }
    select.output[index] = term
    return term
  }

  /// The number that a term is, signs included; larger numbers are mere constants.
  func ordinal(_ id: ExprID) -> Int64? {
    switch ast[id] {
    case .binary(.and, _, _): return ast.isFalse(id) ? 0 : nil
    case .integer(let value): return Int64(Int32(exactly: value) ?? 0) == value ? value : nil
    case .unary(.plus, let operand): return ordinal(operand)
    case .unary(.negate, let operand): return ordinal(operand).map { -$0 }
    default: return nil
    }
  }

  /// ORDER BY of a compound: each term must be a result column of one of the arms.
  func bindCompoundOrder(_ select: SelectNode, _ query: BoundQuery) throws(DatabaseError) {
    defer { query.armScopes = [] }
    try refuseManyTerms(select.orderBy.count, "ORDER")
    for (position, term) in ast[select.orderBy].enumerated() {
      var inner = term.expression
      var collation: Collation?
      while case .collate(let operand, let name) = ast[inner] {
        if collation == nil {
          let text = ast.string(ast[name])
          guard let found = self.collation(named: text) else {
            throw MissingCollation.error(text, code: ResultCode(rawValue: 257))
          }
          collation = found
        }
        inner = operand
      }
      var column: Int?
      if let ordinal = ordinal(inner) {
        guard ordinal >= 1, ordinal <= Int64(query.columns.count) else {
          throw ordinalError("ORDER", position, query.columns.count)
        }
        column = Int(ordinal) - 1
      } else {
        column = compoundColumn(inner, query)
      }
      guard let column else {
        throw error(
          "\(Self.ordinal(position + 1)) ORDER BY term does not match any column in the result set")
      }
      let bound = orderTerm(term, BoundExpression(.constant(.null)))
      query.compoundOrder.append(
        (
          column, collation ?? query.columns[column].collation, bound.isDescending, bound.nullsReversed
        ))
    }
  }

  /// The result column that a term of a compound's ORDER BY names, in the first arm that has it.
  private func compoundColumn(_ id: ExprID, _ query: BoundQuery) -> Int? {
    if case .column(let name) = ast[id] {
      let text = ast.string(name)
      for scope in query.armScopes {
        guard let select = scope.select else { continue }
        for alias in scope.aliases where alias.name.equalsIgnoringCase(text) {
          if let index = select.output.firstIndex(where: { $0 === alias.expression }) { return index }
        }
      }
      // To be renamed, the name must be bound as the expression that it is, but for that of a column of `*`, which is a name.
      let stars = query.armScopes.first?.starColumns ?? []
      let index = query.columns.indices.first { index in
        (names == nil || stars.contains { $0.contains(index) })
          && query.columns[index].name.equalsIgnoringCase(text)
      }
      if let index { return index }
    }
    for scope in query.armScopes {
      guard let select = scope.select else { continue }
      scope.aggregates = .allowed
      let mark = names?.mark
      let lateError = context.lateError
      defer { context.setLateError(lateError) }
      if let bound = try? bindWhole(id, in: scope),
        let index = select.output.firstIndex(where: {
          $0.withoutCollate.isSame(as: bound.withoutCollate) || $0.isRowID(as: bound)
        })
      {
        return index
      }
      if let mark { names?.forget(after: mark) }
    }
    return nil
  }
}

extension BoundExpression {
  /// Both are the rowid of one table, under whatever names.
  fileprivate func isRowID(as other: BoundExpression) -> Bool {
    guard case .column(let source, let column) = withoutCollate.kind,
      case .column(let otherSource, let otherColumn) = other.withoutCollate.kind, source === otherSource
    else { return false }
    return source.isRowID(column) && source.isRowID(otherColumn)
  }
}
