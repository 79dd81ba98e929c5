// What names mean to the connection's authorizer, if it has one.

import ApusSQL

extension Binder {
  /// Texts of tables and indexes were looked at when these were made.
  private var authorization: Authorization? { ignoresDatabaseNames ? nil : context.authorization }

  /// Whether a column reads as NULL.
  func hides(_ column: Int, of source: BoundSource) throws(DatabaseError) -> Bool {
    guard let authorization else { return false }
    return try authorization.hides(column, of: source)
  }

  /// Whether a call is NULL.
  /// - Parameter written: the name as the statement has it, where that differs.
  func hidesFunction(_ name: String, written: String? = nil, _ id: ExprID) throws(DatabaseError) -> Bool {
    guard let authorization else { return false }
    return try authorization.hidesFunction(
      name, written: written ?? name, offset: offset(id))
  }

  /// Binds the text of a view or common table.
  /// - Parameter name: as the FROM item has it.
  func within<T>(_ name: String, _ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
    guard let authorization else { return try body() }
    return try authorization.within(name, body)
  }

  /// Keeps the name of a FROM item.
  /// - Parameter schema: as it is written; without one texts of the schema mean their own database.
  func note(_ source: BoundSource, named name: String, schema: String?) {
    authorization?.note(source, named: name, schema: schema ?? homeSchema)
  }

  /// Whether nobody need be asked for the rows of an INSERT: one row of VALUES is no SELECT, and for constant rows it has been asked.
  func isAsked(for id: SelectID) -> Bool {
    let select = ast[id]
    if isSingleRow(select) { return true }
    guard context.authorization != nil, isConstantRows, select.arms.count == 1,
      let arm = ast[select.arms].first
    else { return false }
    return ParsedRows(ast).contains(arm)
  }

  /// A query for which SQLite asks before it looks at its names: the statement's, not one inside of another.
  /// - Returns: nil when it is left out.
  func bindStatementQuery(
    _ id: SelectID, commonTables: [CommonTableScope] = []
  ) throws(DatabaseError) -> BoundQuery? {
    guard let authorization else { return try bindQuery(id, parent: nil, commonTables: commonTables) }
    if try authorization.ignores(.select) { return nil }
    let query = try bindQuery(id, parent: nil, commonTables: commonTables)
    _ = authorization.isNew(query)
    return query
  }

  /// SQLite looks at GROUP BY after ORDER BY, and asks in that order.
  func settleGroups(_ arm: SelectArm, _ bound: Arm) throws(DatabaseError) {
    guard let waiting = bound.scope.waitingGroups, let authorization = context.authorization,
      case .select(_, let core) = arm, case .select(let select) = bound.core
    else { return }
    bound.scope.waitingGroups = nil
    _ = try authorization.settle(waiting) { () throws(DatabaseError) in
      select.groupBy = []
      bound.scope.aggregates = .forbiddenInGroupBy
      bound.scope.hidesOuterColumns = true
      try bindGroupBy(core, select, bound.scope)
      bound.scope.hidesOuterColumns = false
    }
  }
}

extension PatternOperator {
  /// As SQLite's messages show it.
  var written: String {
    switch self {
    case .like: "LIKE"
    case .glob: "GLOB"
    case .regexp: "REGEXP"
    case .match: "MATCH"
    }
  }
}
