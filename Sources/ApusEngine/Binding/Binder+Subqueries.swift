// Subqueries of expressions.

import ApusSQL

extension Binder {
  /// A subquery of an expression: it may read the scopes around it.
  func bindSubquery(_ id: SelectID, in scope: Scope) throws(DatabaseError) -> BoundQuery {
    context.hasSubqueries = true
    let query = try bindQuery(id, parent: scope, commonTables: scope.commonTables)
    if query.isVolatile { scope.isVolatile = true }
    return query
  }

  /// The subquery of EXISTS: where no operator needs them, nobody computes the result columns, their DISTINCT or their order.
  func bindExistence(_ id: SelectID, in scope: Scope) throws(DatabaseError) -> BoundQuery {
    let before = context.lateError
    let query = try bindSubquery(id, in: scope)
    guard !context.resolvesNamesOnly, query.parts.allSatisfy({ $0.compoundOperator == .unionAll }) else {
      return query
    }
    let one = BoundExpression(.constant(.integer(1)))
    for index in query.parts.indices {
      switch query.parts[index].core {
      case .select(let select):
        guard select.windows.isEmpty else { return query }
        if before == nil, context.lateErrorResult === select { context.setLateError(nil) }
        // Without groups only result columns have an aggregate: an outer query's.
        if !select.isAggregate { select.aggregates = [] }
        select.output = [one]
        select.isDistinct = false
      case .values(let rows): query.parts[index].core = .values(rows.map { _ in [one] })
      }
    }
    query.orderBy = []
    query.compoundOrder = []
    query.columns = [OutputColumn(name: "", affinity: .none, collation: .binary)]
    return query
  }
}
