// Resolves the names of a parsed statement: makes bound expressions and queries out of an arena's nodes.
//
// One binder serves one arena; views, defaults and trigger bodies come from other arenas and get binders of their own with the same
// compilation context. Invariant: a bound node never refers back to an arena.

import ApusSQL

struct Binder {
  let ast: AST
  let context: CompilationContext
  /// NEW, OLD and the like: visible after all FROM items, in every scope.
  var rowSources: [BoundSource] = []
  /// What may not stand in the text at hand: views and triggers have no parameters, and so on.
  var parametersAllowed = true
  /// Expressions of a schema: the name of a database before a table's means nothing.
  var ignoresDatabaseNames = false
  /// Where in a schema the expression at hand stands: functions that look at the clock may not do so there.
  var schemaPlace: SchemaExpressionCheck.Place?
  /// The expression of a DEFAULT: SQLite looks at its functions only when it makes code of it.
  var isDefault = false
  /// The text of a view.
  var isView = false
  /// Inside a trigger: RAISE may stand.
  var isTrigger = false
  /// Schema in which unqualified table names of a view or trigger are looked up.
  var homeSchema: String?
  /// "x" may be a string when no column has that name.
  var doubleQuotedStrings = true

  /// Gathers what names mean, for ALTER TABLE; nil otherwise.
  var names: NameRecorder?

  init(ast: AST, context: CompilationContext) {
    self.ast = ast
    self.context = context
  }

  func error(_ message: String, at id: ExprID? = nil) -> DatabaseError {
    DatabaseError(.error, message, sqlOffset: id.flatMap(offset))
  }

  /// Where an expression stands in the statement; nil in texts of the schema, which have no parameters.
  func offset(_ id: ExprID) -> Int? { parametersAllowed ? Int(ast.range(id).start) : nil }

  func collation(named name: String) -> Collation? {
    context.collation(named: name) ?? (context.resolvesNamesOnly ? .binary : nil)
  }

  /// - Parameter id: where the text has it; nil: nowhere.
  func node(_ kind: consuming BoundExpression.Kind, _ id: ExprID?) -> BoundExpression {
    guard let id else { return BoundExpression(kind) }
    let range = ast.range(id)
    return BoundExpression(kind, start: range.start, end: range.end)
  }

  /// Binds an expression to be evaluated in `scope`.
  func bind(_ id: ExprID, in scope: Scope) throws(DatabaseError) -> BoundExpression {
    if let error = context.callError { try endAfterCallError(id, error, in: scope) }
    switch ast[id] {
    case .null: return node(.constant(.null), id)
    case .integer(let value): return node(.constant(.integer(value)), id)
    case .real(let text):
      try refuseHex(text, sign: "", at: id)
      return node(.constant(.real(ast.withBytes(text) { NumericText.real($0) })), id)
    case .string(let text): return node(.constant(.text(WTF8.literal(ast.bytes(text), context.encoding))), id)
    case .blob(let text): return node(.constant(.blob(ast.bytes(text))), id)
    case .current(let kind):
      let name =
        switch kind {
        case .date: "current_date"
        case .time: "current_time"
        case .timestamp: "current_timestamp"
        }
      if try hidesFunction(name, id) { return node(.constant(.null), id) }
      return try bindCall(name: name, arguments: [], id: id)
    case .parameter(let parameter):
      guard parametersAllowed else { throw error("parameters prohibited here", at: id) }
      return node(.parameter(ast[parameter].number), id)
    case .column(let name): return try bindName(name, id: id, in: scope)
    case .qualifiedColumn(let qualified): return try bindQualified(ast[qualified], id: id, in: scope)
    case .unary(let op, let operand): return try bindUnary(op, operand, id: id, in: scope)
    case .binary(let op, let left, let right): return try bindBinary(op, left, right, id: id, in: scope)
    case .collate(let operand, let collation):
      let name = ast.string(ast[collation])
      // What is not compared needs no collation: whether there is one is asked when code is made.
      let found = self.collation(named: name) ?? .missing(name)
      return node(.collate(try bind(operand, in: scope), found, isExplicit: true), id)
    case .pattern(let text, let pattern, let escape, let op, let negated):
      return try bindPattern(text, pattern, escape, op, negated: negated, id: id, in: scope)
    case .between(let value, let low, let high, let negated):
      return try bindBetween(value, low, high, negated: negated, id: id, in: scope)
    case .inList(let value, let list, let negated) where list.isEmpty:
      // Whatever stands on the left: SQLite does not even look at its names, unless it calls a function.
      if ast.callsFunction(value) {
        let lateError = context.lateError
        _ = try bindScalar(value, in: scope)
        if lateError == nil { context.setLateError(nil) }
      }
      return node(.constant(.integer(negated ? 1 : 0)), id)
    case .inList(let value, let list, let negated):
      // `x IN ((SELECT …))` searches the query's rows too.
      if ast[list].count == 1, let only = ast[list].first, case .subquery(let select) = ast[only] {
        let query = try bindMembers(select, in: scope)
        return try bindInQuery(value, query, negated: negated, id: id, in: scope)
      }
      return try bindInList(value, list, negated: negated, id: id, in: scope)
    case .inSelect(let value, let select, let negated):
      let query = try bindMembers(select, in: scope)
      return try bindInQuery(value, query, negated: negated, id: id, in: scope)
    case .inTable(let value, let table, let negated):
      context.hasSubqueries = true
      let query = try bindTableAsQuery(ast[table], in: scope)
      return try bindInQuery(value, query, negated: negated, id: id, in: scope)
    case .exists(let select):
      return node(.exists(SubqueryReference(try bindExistence(select, in: scope))), id)
    case .subquery(let select):
      let query = try bindSubquery(select, in: scope)
      let reference = SubqueryReference(query)
      if query.columns.count == 1 { return node(.scalarQuery(reference, 0), id) }
      let items = query.columns.indices.map { node(.scalarQuery(reference, $0), id) }
      return node(.row(items), id)
    case .caseWhen(let id2):
      let expression = ast[id2]
      var base = try expression.operand.map { (id) throws(DatabaseError) in try bind(id, in: scope) }
      var branches: [(when: BoundExpression, then: BoundExpression)] = []
      if let row = base, case .row = row.kind {
        for branch in ast[expression.branches] {
          let condition = try bind(branch.condition, in: scope)
          let same: BoundExpression
          if condition.width == row.width {
            same = try compare(.eq, row, condition, id: branch.condition)
          } else {
            same = misused(branch.condition)
          }
          branches.append((same, try bindScalar(branch.result, in: scope)))
        }
        base = nil
      } else {
        for branch in ast[expression.branches] {
          branches.append(
            (try bindScalar(branch.condition, in: scope), try bindScalar(branch.result, in: scope)))
        }
      }
      let otherwise = try expression.otherwise.map { (id) throws(DatabaseError) in
        try bindScalar(id, in: scope)
      }
      return node(.case(base: base, branches: branches, else: otherwise), id)
    case .cast(let operand, let type):
      let affinity = DeclaredType.affinity(ofName: ast.string(ast[type]))
      return node(.cast(try bindScalar(operand, in: scope), affinity), id)
    case .function(let call): return try bindFunction(ast[call], id: id, in: scope)
    case .row(let items):
      var bound: [BoundExpression] = []
      for item in ast[items] { bound.append(try bindScalar(item, in: scope)) }
      return node(.row(bound), id)
    case .raise(let action, let message):
      let conflict: ConflictAction =
        switch action {
        case .ignore: .ignore
        case .rollback: .rollback
        case .abort: .abort
        case .fail: .fail
        }
      let text = try message.map { (id) throws(DatabaseError) in try bindScalar(id, in: scope) }
      guard isTrigger || context.resolvesNamesOnly else {
        return late("RAISE() may only be used within a trigger-program", id)
      }
      return node(.raise(conflict, message: text), id)
    }
  }

  /// A hexadecimal literal that does not fit 64 bits stands in the tree as a real.
  private func refuseHex(_ text: Text, sign: String, at id: ExprID) throws(DatabaseError) {
    let isHex = ast.withBytes(text) { bytes in bytes.count > 2 && bytes[0] == 0x30 && bytes[1] | 0x20 == 0x78
    }
    if isHex { throw error("hex literal too big: \(sign)\(ast.string(text))", at: id) }
  }

  /// Binds an expression that must be one value.
  func bindScalar(_ id: ExprID, in scope: Scope) throws(DatabaseError) -> BoundExpression {
    let bound = try bind(id, in: scope)
    if case .row(let items) = bound.withoutCollate.kind {
      if case .scalarQuery = items.first?.kind {
        return late("sub-select returns \(items.count) columns - expected 1", id)
      }
      return misused(id)
    }
    return bound
  }

  private func bindUnary(
    _ op: UnaryOperator, _ operand: ExprID, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if op == .negate {
      // Folded, so that the smallest integer is one, and so that indexes see a constant.
      switch ast[operand] {
      case .integer(let value):
        let (negated, overflow) = (0 as Int64).subtractingReportingOverflow(value)
        if !overflow { return node(.constant(.integer(negated)), id) }
        // Only a hexadecimal literal is the smallest integer, and none is its negation.
        throw error("hex literal too big: -\(ast.string(ast.range(operand)))", at: id)
      case .real(let text):
        try refuseHex(text, sign: "-", at: id)
        let isSmallest = ast.withBytes(text) { bytes in
          bytes.elementsEqual("9223372036854775808".utf8)
        }
        if isSmallest { return node(.constant(.integer(.min)), id) }
        return node(.constant(.real(-ast.withBytes(text) { NumericText.real($0) })), id)
      default: break
      }
    }
    if op == .isNull || op == .notNull {
      return try bindingCall(id) { () throws(DatabaseError) in
        node(.isNull(try bindScalar(operand, in: scope), negated: op == .notNull), id)
      }
    }
    let bound = try bindScalar(operand, in: scope)
    switch op {
    case .negate: return node(.negate(bound), id)
    case .plus: return node(.plus(bound), id)
    case .bitNot: return node(.bitNot(bound), id)
    case .not: return node(.not(bound), id)
    case .isNull: return node(.isNull(bound, negated: false), id)
    case .notNull: return node(.isNull(bound, negated: true), id)
    }
  }

  private func bindBinary(
    _ op: BinaryOperator, _ left: ExprID, _ right: ExprID, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let arithmetic: ArithmeticOperator
    switch op {
    case .and where !context.resolvesNamesOnly && ast.isFalse(id):
      // SQLite does not even look at the names on the other side.
      return node(.constant(.integer(0)), id)
    case .or, .and:
      let lateError = context.lateError
      let a = try bindScalar(left, in: scope)
      let b = try bindScalar(right, in: scope)
      // SQLite makes no code for what stands beside TRUE.
      if op == .or, lateError == nil, a.isTrueByItself || b.isTrueByItself { context.setLateError(nil) }
      // Names count, but nothing is computed.
      if op == .and, ast.isFalse(left) || ast.isFalse(right) { return node(.constant(.integer(0)), id) }
      return node(op == .or ? .or(a, b) : .and(a, b), id)
    case .equal: return try bindComparison(.eq, left, right, id: id, in: scope)
    case .notEqual: return try bindComparison(.ne, left, right, id: id, in: scope)
    case .less: return try bindComparison(.lt, left, right, id: id, in: scope)
    case .lessOrEqual: return try bindComparison(.le, left, right, id: id, in: scope)
    case .greater: return try bindComparison(.gt, left, right, id: id, in: scope)
    case .greaterOrEqual: return try bindComparison(.ge, left, right, id: id, in: scope)
    case .is, .isNot:
      if case .column(let name) = ast[right], name.quoting == .none {
        let isTrue = ast.equals(name, "true")
        if isTrue || ast.equals(name, "false"), try !isColumn(name, in: scope) {
          return node(
            .isTruth(try bindScalar(left, in: scope), truth: isTrue, negated: op == .isNot), id)
        }
      }
      if case .null = ast[right] {
        return try bindingCall(id) { () throws(DatabaseError) in
          node(.isNull(try bindScalar(left, in: scope), negated: op == .isNot), id)
        }
      }
      do throws(DatabaseError) {
        return try bindComparison(op == .is ? .is : .isNot, left, right, id: id, in: scope)
      } catch {
        // A name on the right could mean a truth value: SQLite looks at it first.
        if case .column = ast[ast.withoutCollation(right)] { _ = try bindScalar(right, in: scope) }
        throw error
      }
    case .jsonExtract, .jsonExtractText:
      let name = op == .jsonExtract ? "->" : "->>"
      if try hidesFunction(name, id) { return node(.constant(.null), id) }
      return try bindingCall(id) { () throws(DatabaseError) in
        let operands = [try bindScalar(left, in: scope), try bindScalar(right, in: scope)]
        return try bindCall(name: name, arguments: operands, id: id)
      }
    case .add: arithmetic = .add
    case .subtract: arithmetic = .subtract
    case .multiply: arithmetic = .multiply
    case .divide: arithmetic = .divide
    case .remainder: arithmetic = .remainder
    case .concatenate: arithmetic = .concat
    case .bitAnd: arithmetic = .bitAnd
    case .bitOr: arithmetic = .bitOr
    case .shiftLeft: arithmetic = .shiftLeft
    case .shiftRight: arithmetic = .shiftRight
    }
    let a = try bindScalar(left, in: scope)
    let b = try bindScalar(right, in: scope)
    return node(.arithmetic(arithmetic, a, b), id)
  }
}
