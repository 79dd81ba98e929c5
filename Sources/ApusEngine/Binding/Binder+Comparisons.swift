// Comparisons, row values included: a row comparison becomes comparisons of its members.

import ApusSQL

extension Binder {
  func bindComparison(
    _ op: ComparisonOperator, _ left: ExprID, _ right: ExprID, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    do throws(DatabaseError) {
      return try compare(op, try bind(left, in: scope), try bind(right, in: scope), id: id, at: left)
    } catch {
      throw comparisonError(error, left, right)
    }
  }

  /// A comparison of two bound operands, one value each or rows of the same width.
  func compare(
    _ op: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression, id: ExprID,
    at place: ExprID? = nil
  ) throws(DatabaseError) -> BoundExpression {
    switch (left.kind, right.kind) {
    case (.row(let a), .row(let b)):
      guard a.count == b.count else { throw error("row value misused") }
      return compareRows(op, a[...], b[...], id: id)
    case (.row, _): throw error("row value misused")
    case (_, .row): throw error("row value misused", at: place)
    default: return node(.comparison(op, left, right), id)
    }
  }

  /// A row value where it has no meaning: found when code is made, after all names are known to be right.
  func misused(_ id: ExprID) -> BoundExpression { late("row value misused", id) }

  /// What stands for an expression that is wrong: the first such error is the statement's, if nothing else is.
  func late(_ message: String, _ id: ExprID) -> BoundExpression {
    context.noteLate(error(message), in: nil, isOfResult: false)
    return node(.constant(.null), id)
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
    let operand: BoundExpression
    let lower: BoundExpression
    let upper: BoundExpression
    do throws(DatabaseError) {
      operand = try bind(value, in: scope)
      lower = try bind(low, in: scope)
      upper = try bind(high, in: scope)
    } catch {
      throw comparisonError(error, value, low, high)
    }
    if case .row = operand.kind {
      let within = node(
        .and(try compare(.ge, operand, lower, id: id), try compare(.le, operand, upper, id: id)), id)
      return negated ? node(.not(within), id) : within
    }
    if case .row = lower.kind { throw error("row value misused", at: value) }
    if case .row = upper.kind { throw error("row value misused", at: value) }
    return node(.between(operand, low: lower, high: upper, negated: negated), id)
  }

  func bindInList(
    _ value: ExprID, _ list: NodeList<ExprID>, negated: Bool, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if case .row(let members) = ast[value] {
      // Found while the text is read.
      for item in ast[list] {
        let width = if case .row(let own) = ast[item] { own.count } else { 1 }
        if list.count == 1, case .subquery = ast[item] { continue }
        guard width == members.count else { throw widthError(width, members.count) }
      }
    }
    let operand = try bind(value, in: scope)
    var items: [BoundExpression] = []
    for item in ast[list] { items.append(try bind(item, in: scope)) }
    guard case .row(let left) = operand.kind else {
      for item in items {
        if case .row(let members) = item.kind {
          if case .scalarQuery = members.first?.kind {
            return late("sub-select returns \(members.count) columns - expected 1", id)
          }
          return misused(id)
        }
      }
      // `x IN (5)` is `x = +5`.
      if items.count == 1, isPlainConstant(list) {
        let same = node(.comparison(.eq, operand, items[0].replacing(.plus(items[0]))), id)
        return negated ? node(.not(same), id) : same
      }
      return node(.inList(operand, items, negated: negated), id)
    }
    if case .scalarQuery = left.first?.kind {
      throw error("sub-select returns \(left.count) columns - expected 1")
    }
    // Rows: any of the comparisons.
    var answer: BoundExpression?
    for item in items {
      guard case .row(let members) = item.kind, members.count == left.count else {
        throw widthError(item.width, left.count)
      }
      let same = compareRows(.eq, left[...], members[...], id: id)
      answer = answer.map { node(.or($0, same), id) } ?? same
    }
    let any = answer ?? node(.constant(.integer(0)), id)
    return negated ? node(.not(any), id) : any
  }

  private func widthError(_ width: Int, _ expected: Int) -> DatabaseError {
    error("IN(...) element has \(width) term\(width == 1 ? "" : "s") - expected \(expected)")
  }

  /// The query of an IN.
  func bindMembers(_ select: SelectID, in scope: Scope) throws(DatabaseError) -> BoundQuery {
    context.membershipDepth += 1
    defer { context.membershipDepth -= 1 }
    return try bindSubquery(select, in: scope)
  }

  /// The only member needs no name to be known, and calls nothing.
  private func isPlainConstant(_ list: NodeList<ExprID>) -> Bool {
    func isPlain(_ id: ExprID) -> Bool {
      switch ast[id] {
      case .null, .integer, .real, .string, .blob, .parameter: true
      case .unary(_, let operand), .collate(let operand, _), .cast(let operand, _): isPlain(operand)
      case .binary(_, let left, let right): isPlain(left) && isPlain(right)
      default: false
      }
    }
    return ast[list].allSatisfy(isPlain)
  }

  func bindInQuery(
    _ value: ExprID, _ query: BoundQuery, negated: Bool, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let operand = try bind(value, in: scope)
    var operands = [operand]
    if case .row(let items) = operand.kind { operands = items }
    guard query.columns.count == operands.count || context.resolvesNamesOnly else {
      return late("sub-select returns \(query.columns.count) columns - expected \(operands.count)", id)
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
    if context.authorization != nil,
      (try? context.function(named: name, argumentCount: escape == nil ? 2 : 3, offset: nil)) != nil,
      try hidesFunction(name, written: op.written, id)
    {
      return node(.constant(.null), id)
    }
    return try bindingCall(id) { () throws(DatabaseError) in
      let operands = [pattern, text] + (escape.map { [$0] } ?? [])
      let written = op == .regexp ? writtenOperator(op, between: text, and: pattern) : op.written
      do throws(DatabaseError) {
        _ = try context.function(
          named: name, written: written, argumentCount: operands.count, offset: offset(id))
      } catch {
        throw refused(error, operands, in: scope)
      }
      var arguments: [BoundExpression] = []
      for operand in operands { arguments.append(try bindScalar(operand, in: scope)) }
      let call = try bindCall(name: name, written: written, arguments: arguments, id: id)
      return negated ? node(.not(call), id) : call
    }
  }

  /// The operator in the letters of the statement.
  private func writtenOperator(_ op: PatternOperator, between text: ExprID, and pattern: ExprID) -> String {
    let start = ast.range(text).end
    let end = ast.range(pattern).start
    guard start < end else { return op.written }
    let bytes = Array(ast.string(SourceRange(start: start, end: end)).utf8)
    let wanted = Array(op.written.utf8)
    guard bytes.count >= wanted.count else { return op.written }
    for first in 0...bytes.count - wanted.count
    where zip(bytes[first...], wanted).allSatisfy({ $0 & 0xdf == $1 }) {
      return String(decoding: bytes[first..<first + wanted.count], as: UTF8.self)
    }
    return op.written
  }
}
