// Which of several errors in one expression is told. SQLite walks through an expression from the left, and an error ends the walk, except for
// one in a function's call: then it goes on behind the call, to names, calls and subqueries that stand there by themselves, and the last error
// counts (`CompilationContext.callError`).

import ApusSQL

extension Binder {
  /// Binds an expression that must be one value and is no part of another one.
  /// - Parameter allowsRows: a row value may stand there, too.
  func bindWhole(
    _ id: ExprID, in scope: Scope, allowsRows: Bool = false
  ) throws(DatabaseError) -> BoundExpression {
    do throws(DatabaseError) {
      let bound = allowsRows ? try bind(id, in: scope) : try bindScalar(id, in: scope)
      try settleCallErrors()
      return bound
    } catch {
      context.forgetCallError()
      throw error
    }
  }

  /// Behind a call with an error in it the expression at `id` is not looked at, unless it stands for a name by itself.
  @inline(never)
  func endAfterCallError(_ id: ExprID, _ error: DatabaseError, in scope: Scope) throws(DatabaseError) {
    // What DEFAULT calls is found when code is made of it, and that goes on to the end.
    if isDefault || ast.isLookedUp(id) { return }
    if let part = ast.lookedUpPart(of: id) { _ = try bind(part, in: scope) }
    throw error
  }

  /// An expression has ended: an error in one of its calls is the statement's.
  func settleCallErrors() throws(DatabaseError) {
    guard let error = context.callError else { return }
    context.forgetCallError()
    throw error
  }

  /// Binds a call. An error in it does not end its expression: see `CompilationContext.callError`.
  func bindingCall(
    _ id: ExprID, _ bind: () throws(DatabaseError) -> BoundExpression
  ) throws(DatabaseError) -> BoundExpression {
    do throws(DatabaseError) {
      return try bind()
    } catch {
      if context.resolvesNamesOnly { throw error }
      context.noteCallError(error)
      return node(.constant(.null), id)
    }
  }

  /// Binds a part of a call that is looked at whatever is wrong with the parts before it.
  func bindingPart(_ bind: () throws(DatabaseError) -> Void) {
    do throws(DatabaseError) {
      try bind()
    } catch {
      context.noteCallError(error)
    }
  }

  /// What is wrong with a call as such, found before its arguments are looked at: what is wrong with them counts instead.
  func refused(
    _ error: DatabaseError, _ call: FunctionCall, in scope: Scope
  ) -> DatabaseError {
    refused(error, Array(ast[call.arguments]), in: scope)
  }

  func refused(_ error: DatabaseError, _ arguments: [ExprID], in scope: Scope) -> DatabaseError {
    context.noteCallError(error)
    do throws(DatabaseError) {
      for argument in arguments { _ = try bindScalar(argument, in: scope) }
      return context.callError ?? error
    } catch {
      return error
    }
  }

  /// The arguments of a call, after which nothing more is looked at when one of them is wrong.
  func bindArguments(
    _ call: FunctionCall, in scope: Scope
  ) throws(DatabaseError) -> [BoundExpression] {
    let errors = context.callErrorCount
    var arguments: [BoundExpression] = []
    for argument in ast[call.arguments] { arguments.append(try bindScalar(argument, in: scope)) }
    try refuseCallErrors(since: errors)
    return arguments
  }

  /// - Parameter count: `CompilationContext.callErrorCount` before the parts of a call.
  func refuseCallErrors(since count: Int) throws(DatabaseError) {
    if context.callErrorCount != count, let error = context.callError { throw error }
  }
}

extension Binder {
  /// The number of values that an expression gives, as far as its text says so.
  private func width(_ id: ExprID) -> Int? {
    switch ast[id] {
    case .row(let items): return items.count
    case .subquery(let select):
      guard let arm = ast[ast[select].arms].first else { return nil }
      switch arm {
      case .values(_, let rows): return ast[rows].first?.values.count
      case .select(_, let core):
        for column in ast[core.columns] {
          guard case .expression = column.kind else { return nil }
        }
        return core.columns.count
      }
    default: return 1
    }
  }

  /// What is wrong with a comparison, of which an operand has an error: operands of different widths count more.
  func comparisonError(_ error: DatabaseError, _ left: ExprID, _ rights: ExprID...) -> DatabaseError {
    for right in rights {
      guard let a = width(left), let b = width(right), a != b else { continue }
      return self.error("row value misused", at: left)
    }
    return error
  }
}

extension AST {
  /// The part of an expression that is still looked at behind a call with an error in it, itself included.
  func lookedUpPart(of id: ExprID) -> ExprID? {
    if isLookedUp(id) { return id }
    // A name behind IS may mean TRUE or FALSE, which is found out before the operands are looked at.
    if case .binary(let op, _, let right) = self[id], op == .is || op == .isNot, case .column = self[right] {
      return right
    }
    return nil
  }

  /// What is still looked at behind a call with an error in it.
  func isLookedUp(_ id: ExprID) -> Bool {
    switch self[id] {
    case .column, .qualifiedColumn, .function, .pattern, .current, .subquery, .exists, .inSelect, .inTable:
      true
    case .unary(let op, _): op == .isNull || op == .notNull
    case .binary(let op, _, let right):
      switch op {
      case .jsonExtract, .jsonExtractText: true
      case .is, .isNot:
        switch self[right] {
        case .null: true
        case .column(let name): isTruthName(name)
        default: false
        }
      default: false
      }
    default: false
    }
  }
}
