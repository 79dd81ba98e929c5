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
  func within<T>(_ name: String, _ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
    guard let authorization else { return try body() }
    return try authorization.within(name, body)
  }

  /// Whether one more SELECT is left out.
  func ignoresSelect() throws(DatabaseError) -> Bool {
    guard let authorization else { return false }
    return try authorization.ignores(.select)
  }

  /// Asks for the tables of a SELECT of which no column is read.
  func checkUnreadSources(of arms: [SelectArm], _ scopes: [Scope]) throws(DatabaseError) {
    for (arm, scope) in zip(arms, scopes) {
      if case .select(_, let core) = arm { try checkUnreadSources(core, scope) }
    }
  }

  private func checkUnreadSources(_ core: SelectCore, _ scope: Scope) throws(DatabaseError) {
    guard let authorization else { return }
    var schemas: [Name?] = []
    for node in ast[core.from] {
      guard case .table(let schema, _) = node.kind else {
        schemas.append(nil)
        continue
      }
      schemas.append(schema)
    }
    for (position, source) in scope.sources.enumerated() {
      let written = schemas.count == scope.sources.count ? schemas[position] : nil
      try authorization.checkRows(of: source, schema: written.map { ast.string($0) } ?? homeSchema)
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
