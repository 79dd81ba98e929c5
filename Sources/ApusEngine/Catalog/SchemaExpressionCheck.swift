import ApusSQL

/// Checks the expressions that a schema holds — CHECK constraints, generated columns, index keys, WHERE of partial
/// indexes — against the one table that they may speak of, with SQLite's messages.
struct SchemaExpressionCheck {
  enum Place: UInt8 {
    case check = 1
    case generated, index, partialIndex

    /// As SQLite names it in "… prohibited in …".
    var title: String {
      switch self {
      case .check: "CHECK constraints"
      case .generated: "generated columns"
      case .index: "index expressions"
      case .partialIndex: "partial index WHERE clauses"
      }
    }

    /// As SQLite names it in "non-deterministic use of … in …".
    var singular: String {
      switch self {
      case .check: "a CHECK constraint"
      case .generated: "a generated column"
      case .index, .partialIndex: "an index"
      }
    }
  }

  let ast: AST
  let place: Place
  let lookup: SchemaLookup
  let tableName: String
  let schemaName: String
  let hasRowID: Bool
  let hasColumn: (_ name: String) -> Bool

  /// - Throws: the thing in `expression` that has no place there. Of several it is the first, unless that is in a function's call: then
  /// what is wrong behind the call counts, as it does in statements.
  func check(_ expression: ExprID) throws(DatabaseError) {
    var callError: DatabaseError?
    try check(expression, &callError)
    if let callError { throw callError }
  }

  private func check(_ expression: ExprID, _ callError: inout DatabaseError?) throws(DatabaseError) {
    if let callError, !ast.isLookedUp(expression) { throw callError }
    var known = callError
    switch ast[expression] {
    case .column(let name):
      try checkColumn(name, at: expression)
    case .qualifiedColumn(let id):
      try checkQualified(ast[id], at: expression)
      return
    case .parameter:
      throw prohibited("parameters", at: expression)
    case .exists, .subquery:
      throw prohibited("subqueries", at: nil)
    case .inSelect, .inTable:
      throw prohibited("subqueries", at: expression)
    case .inList(_, let list, _) where list.isEmpty:
      // Constant whatever stands on the left.
      return
    case .inList(let operand, let list, _):
      try checkWidths(operand, list)
      // SQLite makes VALUES of rows in a list.
      if let first = ast[list].first, case .row = ast[first] {
        throw prohibited("subqueries", at: expression)
      }
    case .current:
      if place != .check { throw prohibited("non-deterministic functions", at: expression) }
    case .function(let id):
      do throws(DatabaseError) {
        try checkFunction(ast[id], at: expression)
      } catch {
        known = error
      }
      do throws(DatabaseError) {
        try ast.forEachChild(of: expression) { (child) throws(DatabaseError) in try check(child, &known) }
      } catch {
        known = error
      }
      callError = known
      return
    case .binary(.and, _, _) where ast.isFalse(expression): return
    case .binary(let operation, let left, let right):
      if case .null = ast[right], operation == .is || operation == .isNot { break }
      if operation.isComparison, width(left) != width(right) { throw misusedRow }
    case .between(let operand, let low, let high, _):
      if width(operand) != width(low) || width(operand) != width(high) { throw misusedRow }
    case .pattern(_, _, let escape, let operation, _):
      try checkPattern(operation, argumentCount: escape == nil ? 2 : 3, at: expression)
    default:
      break
    }
    try ast.forEachChild(of: expression) { (child) throws(DatabaseError) in try check(child, &known) }
    callError = known
  }

  // MARK: Row values

  private var misusedRow: DatabaseError { DatabaseError(.error, "row value misused") }

  private func width(_ expression: ExprID) -> Int {
    if case .row(let items) = ast[expression] { return items.count }
    return 1
  }

  private func checkWidths(_ operand: ExprID, _ list: NodeList<ExprID>) throws(DatabaseError) {
    guard case .row = ast[operand] else { return }
    for item in ast[list] where width(item) != width(operand) {
      let count = width(item)
      throw DatabaseError(
        .error, "IN(...) element has \(count) term\(count == 1 ? "" : "s") - expected \(width(operand))")
    }
  }

  private func prohibited(_ what: String, at expression: ExprID?) -> DatabaseError {
    DatabaseError(.error, "\(what) prohibited in \(place.title)", sqlOffset: expression.map(offset))
  }

  private func offset(_ expression: ExprID) -> Int { Int(ast.range(expression).start) }

  // MARK: Columns

  private func checkColumn(_ name: Name, at expression: ExprID) throws(DatabaseError) {
    let text = ast.string(name)
    if hasColumn(text) || ast.isTruthName(name) || isVisibleRowID(text) { return }
    if name.quoting == .double {
      // An unknown name in double quotes is a string.
      if lookup.allowsDoubleQuotedStrings { return }
      throw DatabaseError(
        .error, "no such column: \"\(text)\" - should this be a string literal in single-quotes?",
        sqlOffset: offset(expression))
    }
    throw DatabaseError(.error, "no such column: \(text)", sqlOffset: offset(expression))
  }

  private func isVisibleRowID(_ name: String) -> Bool {
    guard hasRowID, place == .check || place == .partialIndex else { return false }
    switch name.lowercasedASCII {
    case "rowid", "_rowid_", "oid": return true
    default: return false
    }
  }

  private func checkQualified(_ name: QualifiedName, at expression: ExprID) throws(DatabaseError) {
    let table = ast.string(name.table)
    let column = ast.string(name.column)
    var schema = name.schema.map { ast.string($0) }
    // Old schemas may say anything there: SQLite looks away.
    if place == .check || place == .partialIndex { schema = nil }
    let known =
      table.equalsIgnoringCase(tableName) && (schema?.equalsIgnoringCase(schemaName) ?? true)
      && (hasColumn(column) || isVisibleRowID(column))
    guard known else {
      let qualified = (schema.map { "\($0)." } ?? "") + "\(table).\(column)"
      throw DatabaseError(.error, "no such column: \(qualified)", sqlOffset: offset(expression))
    }
    if place == .index || place == .generated {
      throw prohibited("the \".\" operator", at: expression)
    }
  }

  // MARK: Functions

  private func checkFunction(_ call: FunctionCall, at expression: ExprID) throws(DatabaseError) {
    let name = ast.string(call.name)
    guard lookup.isStrict, let find = lookup.findFunction else { return }
    switch find(name, call.isStar ? 0 : call.arguments.count) {
    case .scalar(let isDeterministic):
      if call.over != .none {
        throw DatabaseError(
          .error, "\(name)() may not be used as a window function", sqlOffset: offset(expression))
      }
      if !isDeterministic, place != .check {
        throw prohibited("non-deterministic functions", at: expression)
      }
    case .aggregate:
      let kind = call.over == .none ? "aggregate" : "window"
      throw DatabaseError(
        .error, "misuse of \(kind) function \(name)()", sqlOffset: offset(expression))
    case .wrongArgumentCount:
      throw DatabaseError(
        .error, "wrong number of arguments to function \(name)()", sqlOffset: offset(expression))
    case .unknown:
      throw DatabaseError(.error, "no such function: \(name)", sqlOffset: offset(expression))
    }
  }

  private func checkPattern(
    _ operation: PatternOperator, argumentCount: Int, at expression: ExprID
  ) throws(DatabaseError) {
    guard lookup.isStrict, let find = lookup.findFunction else { return }
    let name: String
    switch operation {
    case .like: name = "like"
    case .glob: name = "glob"
    case .regexp: name = "REGEXP"
    case .match: name = "MATCH"
    }
    switch find(name.lowercasedASCII, argumentCount) {
    case .unknown:
      throw DatabaseError(.error, "no such function: \(name)", sqlOffset: offset(expression))
    case .scalar(isDeterministic: false) where place != .check:
      throw prohibited("non-deterministic functions", at: expression)
    default: break
    }
  }
}

extension AST {
  /// Whether a DEFAULT is made of literals, operators and functions only. A bare name outside parentheses is a string
  /// by then; parameters are let through when a schema is read from a file, where they mean NULL.
  func isConstantDefault(_ expression: ExprID, allowsParameters: Bool) -> Bool {
    switch self[expression] {
    case .column(let name): return isTruthName(name)
    case .qualifiedColumn, .exists, .subquery, .inSelect, .inTable, .raise: return false
    case .parameter: return allowsParameters
    case .function(let id) where self[id].over != .none: return false
    default: break
    }
    var isConstant = true
    // The closure throws nothing.
    try? forEachChild(of: expression) { (child) throws(DatabaseError) in
      isConstant = isConstant && isConstantDefault(child, allowsParameters: allowsParameters)
    }
    return isConstant
  }
}

extension BinaryOperator {
  /// Whether both sides must be as wide: not of `IS NULL`, which has one side.
  fileprivate var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .is, .isNot: true
    default: false
    }
  }
}
