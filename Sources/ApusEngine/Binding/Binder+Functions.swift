// Function calls: scalar functions, and aggregates, which are gathered at the SELECT that they belong to.

import ApusSQL

extension Binder {
  /// A call of a built-in scalar function that SQL text need not name (operators, CURRENT_TIME).
  func bindCall(
    name: String, written: String? = nil, arguments: [BoundExpression], id: ExprID
  ) throws(DatabaseError) -> BoundExpression {
    let definition = try context.function(
      named: name, written: written, argumentCount: arguments.count, offset: offset(id))
    try refuseUnsafe(definition, name, id)
    return node(.function(BoundFunctionCall(definition, arguments)), id)
  }

  private func refuseUnknown(_ call: FunctionCall, _ name: String, _ id: ExprID) throws(DatabaseError) {
    do throws(DatabaseError) {
      let count = call.isStar ? 0 : call.arguments.count
      let found = try context.function(named: name, argumentCount: count, offset: offset(id))
      if !found.isAggregate { return }
    } catch {}
    throw error("unknown function: \(name)()")
  }

  /// A function that the schema calls and nobody knows is found out when its code is made, as in SQLite, which has other words for it then.
  private func refuseUnknownName(_ call: FunctionCall, _ name: String) throws(DatabaseError) {
    do throws(DatabaseError) {
      _ = try context.function(
        named: name, argumentCount: call.isStar ? 0 : call.arguments.count, offset: nil)
    } catch  where error.message.hasPrefix("no such function") {
      throw self.error("unknown function: \(name)()")
    } catch {}
  }

  func bindFunction(
    _ call: FunctionCall, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if context.resolvesNamesOnly { return try bindFunctionNames(call, id: id, in: scope) }
    return try bindingCall(id) { () throws(DatabaseError) in
      try bindAnyCall(call, name: ast.string(call.name), id: id, in: scope)
    }
  }

  private func bindAnyCall(
    _ call: FunctionCall, name: String, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if isDefault { try refuseUnknown(call, name, id) }
    if schemaPlace != nil { try refuseUnknownName(call, name) }
    if case .none = call.over {
      if let function = WindowFunction.named(name) {
        let count = call.isStar ? 0 : call.arguments.count
        guard function.argumentCounts.contains(count) else {
          throw refused(
            error("wrong number of arguments to function \(name)()", at: id), call, in: scope)
        }
        throw refused(error("misuse of window function \(name)()", at: id), call, in: scope)
      }
    } else {
      return try bindWindowCall(call, name: name, id: id, in: scope)
    }
    let definition: FunctionDefinition
    do throws(DatabaseError) {
      definition = try context.function(
        named: name, argumentCount: call.isStar ? 0 : call.arguments.count, offset: offset(id))
    } catch {
      throw refused(error, call, in: scope)
    }
    if context.authorization != nil, try hidesFunction(definition.name, written: name, id) {
      return node(.constant(.null), id)
    }
    try refuseUnsafe(definition, name, id)
    if definition.isAggregate {
      return try bindAggregate(call, definition, name: name, id: id, in: scope)
    }
    if call.filter != nil {
      throw refused(error("FILTER may not be used with non-aggregate \(name)()", at: id), call, in: scope)
    }
    if !call.orderBy.isEmpty {
      throw refused(error("ORDER BY may not be used with non-aggregate \(name)()", at: id), call, in: scope)
    }
    if definition.name == "likelihood", definition.closure == nil, call.arguments.count == 2,
      !isLikelihood(ast[call.arguments].last)
    {
      let message = "second argument to likelihood() must be a constant between 0.0 and 1.0"
      throw refused(error(message, at: id), call, in: scope)
    }
    let arguments = try bindArguments(call, in: scope)
    if definition.flags.isDisjoint(with: [.deterministic, .constantPerStatement]) { markVolatile(scope) }
    return node(.function(BoundFunctionCall(definition, arguments, schemaPlace: schemaPlace)), id)
  }

  private func isLikelihood(_ id: ExprID?) -> Bool {
    guard let id, case .real(let text) = ast[id] else { return false }
    return ast.withBytes(text) { NumericText.real($0) } <= 1
  }

  /// Views and triggers of files call the application's functions only as far as these allow it
  /// (https://www.sqlite.org/c3ref/c_deterministic.html).
  private func refuseUnsafe(_ definition: FunctionDefinition, _ name: String, _ id: ExprID)
    throws(DatabaseError)
  {
    guard definition.closure != nil, homeSchema != nil else { return }
    let isTrusted = context.connection?.settings.trustedSchema ?? true
    if definition.flags.contains(.directOnly) || (!isTrusted && !definition.flags.contains(.innocuous)) {
      throw error("unsafe use of \(name)()", at: id)
    }
  }

  private func markVolatile(_ scope: Scope) {
    var present: Scope? = scope
    while let current = present {
      current.isVolatile = true
      present = current.parent
    }
  }

  private func bindAggregate(
    _ call: FunctionCall, _ definition: FunctionDefinition, name: String, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let misuse = error("misuse of aggregate function \(name)()", at: id)
    // What the arguments read decides to which SELECT the aggregate belongs; nothing inside may be an aggregate again.
    let rule = scope.aggregates
    if rule == .forbidden, scope.insideAggregate { throw refused(misuse, call, in: scope) }
    let wasInside = scope.insideAggregate
    let windowsWereAllowed = scope.windowsAllowed
    scope.aggregates = .forbidden
    scope.windowsAllowed = false
    scope.insideAggregate = true
    defer {
      scope.aggregates = rule
      scope.windowsAllowed = windowsWereAllowed
      scope.insideAggregate = wasInside
    }
    let errors = context.callErrorCount
    let aggregates = context.aggregateCount
    var arguments: [BoundExpression] = []
    bindingPart { () throws(DatabaseError) in
      for argument in ast[call.arguments] { arguments.append(try bindScalar(argument, in: scope)) }
    }
    var order: [BoundOrderTerm] = []
    // Without arguments the order means nothing.
    if !call.arguments.isEmpty {
      bindingPart { () throws(DatabaseError) in
        for term in ast[call.orderBy] {
          order.append(orderTerm(term, try bindScalar(term.expression, in: scope)))
        }
      }
    }
    var filter: BoundExpression?
    bindingPart { () throws(DatabaseError) in
      if let id = call.filter { filter = try bindScalar(id, in: scope) }
    }
    let isDistinct = call.distinctness == .distinct
    try refuseCallErrors(since: errors)
    if isDistinct, arguments.count != 1 {
      throw error("DISTINCT aggregates must have exactly one argument", at: nil)
    }
    let owner = aggregateOwner(
      arguments + (filter.map { [$0] } ?? []) + order.map(\.expression), from: scope)
    if context.aggregateCount != aggregates {
      // One in a subquery that belongs to the same SELECT as the aggregate around it is computed by nobody.
      for inner in owner.select?.aggregates ?? [] where inner.number > aggregates {
        context.noteLate(misusedLate(inner.definition.name, id), in: nil, isOfResult: false)
        break
      }
    }
    // Neither does it to min() and max().
    if definition.flags.contains(.picksRow) { order = [] }
    let aggregate = BoundAggregate(
      definition, arguments, isDistinct: isDistinct, filter: filter, orderBy: order)
    context.aggregateCount += 1
    aggregate.number = context.aggregateCount
    if owner === scope {
      switch rule {
      case .allowed: break
      case .forbidden: throw misuse
      case .forbiddenInOrderBy, .forbiddenInFilter: return misuseFoundLate(name, id, scope)
      case .forbiddenInGroupBy:
        throw error("aggregate functions are not allowed in the GROUP BY clause")
      }
    } else {
      // Where it stands an aggregate must be allowed, too.
      if rule == .forbidden { throw misuse }
      if owner.aggregates == .forbiddenInGroupBy {
        throw error("aggregate functions are not allowed in the GROUP BY clause")
      }
      if owner.aggregates != .allowed {
        let holder = holder(ofAggregateOf: owner, from: scope)
        guard rule == .allowed, let select = holder.select else { return misuseFoundLate(name, id, scope) }
        holder.strayAggregates.append(
          .init(
            error: misusedLate(name, id), depth: depth(of: owner, from: holder),
            index: select.aggregates.count, isOfResult: holder.bindsResult))
        if holder !== scope {
          for source in select.sources { scope.noteOuter(source, owner: holder) }
        }
        context.note(select)
        select.aggregates.append(aggregate)
        return node(.aggregate(select, select.aggregates.count - 1), id)
      }
    }
    guard let select = owner.select else { throw misuse }
    if owner !== scope {
      for source in select.sources { scope.noteOuter(source, owner: owner) }
    }
    for (index, known) in select.aggregates.enumerated() where known.isSame(as: aggregate) {
      return node(.aggregate(select, index), id)
    }
    if select.aggregates.isEmpty { context.note(select) }
    select.aggregates.append(aggregate)
    return node(.aggregate(select, select.aggregates.count - 1), id)
  }

  /// SQLite finds this one out later than a misuse in the clause itself, and says it in other words.
  private func misuseFoundLate(_ name: String, _ id: ExprID, _ scope: Scope) -> BoundExpression {
    context.noteLate(misusedLate(name, id), in: scope.select, isOfResult: scope.bindsResult)
    return node(.constant(.null), id)
  }

  private func misusedLate(_ name: String, _ id: ExprID) -> DatabaseError {
    error("misuse of aggregate: \(name)()", at: id)
  }

  /// The innermost scope of which the arguments read a column; the present one if they read none.
  private func aggregateOwner(_ expressions: [BoundExpression], from scope: Scope) -> Scope {
    var read: [BoundSource] = []
    for expression in expressions {
      expression.forEachSource { source in
        // The row of RETURNING is no item of a query.
        if case .registers = source.kind { return }
        read.append(source)
      }
    }
    if read.isEmpty { return scope }
    var present: Scope? = scope
    while let current = present {
      if current.sources.contains(where: { source in read.contains { $0 === source } }) {
        return current
      }
      present = current.parent
    }
    return scope
  }

  /// The innermost SELECT with groups that may have to take an aggregate for which its owner has no place; without one, where it stands.
  private func holder(ofAggregateOf owner: Scope, from scope: Scope) -> Scope {
    var present: Scope? = scope
    while let current = present, current !== owner {
      if current.hasGroups, current.aggregates == .allowed { return current }
      present = current.parent
    }
    return scope
  }

  /// SQLite's measure of how far outside an aggregate belongs.
  private func depth(of owner: Scope, from scope: Scope) -> Int {
    var depth = owner.derivedDepth
    var present: Scope? = scope
    while let current = present, current !== owner {
      depth += 1 + current.derivedDepth
      present = current.parent
    }
    return depth
  }

  func orderTerm(_ term: OrderingTerm, _ expression: BoundExpression) -> BoundOrderTerm {
    let isDescending = term.order == .descending
    let reversed =
      switch term.nulls {
      case .unspecified: false
      case .first: isDescending
      case .last: !isDescending
      }
    return BoundOrderTerm(
      expression: expression, isDescending: isDescending, nullsReversed: reversed)
  }
}

extension BoundAggregate {
  func isSame(as other: BoundAggregate) -> Bool {
    guard definition.name == other.definition.name, isDistinct == other.isDistinct,
      arguments.count == other.arguments.count, orderBy.count == other.orderBy.count
    else { return false }
    for (a, b) in zip(orderBy, other.orderBy) where !a.isSame(as: b) || a.expression.isVolatile {
      return false
    }
    for (a, b) in zip(arguments, other.arguments) where !a.isSame(as: b) || a.isVolatile { return false }
    switch (filter, other.filter) {
    case (nil, nil): return true
    case (let a?, let b?): return a.isSame(as: b)
    default: return false
    }
  }
}

extension BoundOrderTerm {
  func isSame(as other: BoundOrderTerm) -> Bool {
    isDescending == other.isDescending && nullsReversed == other.nullsReversed
      && expression.isSame(as: other.expression)
  }
}

extension CompilationContext {
  /// The function that a call means, or SQLite's error for an unknown name or a wrong number of arguments.
  /// - Parameter written: what an error calls it.
  func function(
    named name: String, written: String? = nil, argumentCount: Int, offset: Int?
  ) throws(DatabaseError) -> FunctionDefinition {
    switch connection?.findFunction(name, argumentCount: argumentCount)
      ?? BuiltinFunctions.find(name, argumentCount: argumentCount)
    {
    case .found(let definition): return definition
    case .wrongArgumentCount:
      throw DatabaseError(
        .error, "wrong number of arguments to function \(written ?? name)()", sqlOffset: offset)
    case .unsupported(let reason): throw DatabaseError(.error, reason, sqlOffset: offset)
    case .unknown: throw DatabaseError(.error, "no such function: \(written ?? name)", sqlOffset: offset)
    }
  }
}
