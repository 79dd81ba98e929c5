// Comparisons, row values included: a row comparison becomes comparisons of its members.

import ApusSQL

extension Binder {
  func bindComparison(
    _ op: ComparisonOperator, _ left: ExprID, _ right: ExprID, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    try compare(op, try bind(left, in: scope), try bind(right, in: scope), id: id)
  }

  /// A comparison of two bound operands, one value each or rows of the same width.
  func compare(
    _ op: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression, id: ExprID
  ) throws(DatabaseError) -> BoundExpression {
    switch (left.kind, right.kind) {
    case (.row(let a), .row(let b)):
      guard a.count == b.count else { throw rowError(left, right) }
      return compareRows(op, a[...], b[...], id: id)
    case (.row, _), (_, .row): throw rowError(left, right)
    default: return node(.comparison(op, left, right), id)
    }
  }

  private func rowError(_ left: BoundExpression, _ right: BoundExpression) -> DatabaseError {
    for (side, other) in [(left, right), (right, left)] {
      if case .row(let items) = side.kind, case .scalarQuery = items.first?.kind {
        return error("sub-select returns \(items.count) columns - expected \(other.width)")
      }
    }
    return error("row value misused")
  }

  private func compareRows(
    _ op: ComparisonOperator, _ left: ArraySlice<BoundExpression>, _ right: ArraySlice<BoundExpression>,
    id: ExprID
  ) -> BoundExpression {
    guard let a = left.first, let b = right.first else { return node(.constant(.integer(1)), id) }
    if left.count == 1 { return node(.comparison(op, a, b), id) }
    let rest = compareRows(op, left.dropFirst(), right.dropFirst(), id: id)
    switch op {
    case .eq, .is: return node(.and(node(.comparison(op, a, b), id), rest), id)
    case .ne, .isNot: return node(.or(node(.comparison(op, a, b), id), rest), id)
    case .lt, .le, .gt, .ge:
      let strict: ComparisonOperator = op == .lt || op == .le ? .lt : .gt
      return node(
        .or(
          node(.comparison(strict, a, b), id),
          node(.and(node(.comparison(.eq, a, b), id), rest), id)), id)
    }
  }

  func bindBetween(
    _ value: ExprID, _ low: ExprID, _ high: ExprID, negated: Bool, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let operand = try bind(value, in: scope)
    let lower = try bind(low, in: scope)
    let upper = try bind(high, in: scope)
    if case .row = operand.kind {
      let within = node(
        .and(try compare(.ge, operand, lower, id: id), try compare(.le, operand, upper, id: id)), id)
      return negated ? node(.not(within), id) : within
    }
    if case .row = lower.kind { throw error("row value misused") }
    if case .row = upper.kind { throw error("row value misused") }
    return node(.between(operand, low: lower, high: upper, negated: negated), id)
  }

  func bindInList(
    _ value: ExprID, _ list: NodeList<ExprID>, negated: Bool, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let operand = try bind(value, in: scope)
    var items: [BoundExpression] = []
    for item in ast[list] { items.append(try bind(item, in: scope)) }
    guard case .row(let left) = operand.kind else {
      for item in items {
        if case .row(let members) = item.kind {
          if case .scalarQuery = members.first?.kind {
            throw error("sub-select returns \(members.count) columns - expected 1")
          }
          throw error("row value misused")
        }
      }
      return node(.inList(operand, items, negated: negated), id)
    }
    // Rows: any of the comparisons.
    var answer: BoundExpression?
    for item in items {
      guard case .row(let members) = item.kind, members.count == left.count else {
        throw error(
          "IN(...) element has \(item.width) term\(item.width == 1 ? "" : "s") - expected \(left.count)")
      }
      let same = compareRows(.eq, left[...], members[...], id: id)
      answer = answer.map { node(.or($0, same), id) } ?? same
    }
    let any = answer ?? node(.constant(.integer(0)), id)
    return negated ? node(.not(any), id) : any
  }

  /// The query of an IN.
  func bindMembers(_ select: SelectID, in scope: Scope) throws(DatabaseError) -> BoundQuery {
    context.membershipDepth += 1
    defer { context.membershipDepth -= 1 }
    return try bindSubquery(select, in: scope)
  }

  func bindInQuery(
    _ value: ExprID, _ query: BoundQuery, negated: Bool, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let operand = try bind(value, in: scope)
    var operands = [operand]
    if case .row(let items) = operand.kind { operands = items }
    guard query.columns.count == operands.count || context.resolvesNamesOnly else {
      throw error(
        "sub-select returns \(query.columns.count) column\(query.columns.count == 1 ? "" : "s") - expected \(operands.count)"
      )
    }
    return node(.inQuery(operands, SubqueryReference(query), negated: negated), id)
  }

  func bindPattern(
    _ text: ExprID, _ pattern: ExprID, _ escape: ExprID?, _ op: PatternOperator, negated: Bool,
    id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if context.resolvesNamesOnly {
      return try bindNames([text, pattern] + (escape.map { [$0] } ?? []), id: id, in: scope)
    }
    let name =
      switch op {
      case .like: "like"
      case .glob: "glob"
      case .regexp: "regexp"
      case .match: "match"
      }
    if try hidesFunction(name, written: op.written, id) { return node(.constant(.null), id) }
    var arguments = [try bindScalar(pattern, in: scope), try bindScalar(text, in: scope)]
    if let escape { arguments.append(try bindScalar(escape, in: scope)) }
    let call = try bindCall(name: name, arguments: arguments, id: id)
    return negated ? node(.not(call), id) : call
  }
}
