// Which error of several a statement has.

import ApusSQL

extension Binder {
  /// Which error a statement has whose query does not bind. As in SQLite the tables of all its subqueries are looked for before any other name:
  /// of several errors theirs counts, and of these the first.
  /// - Parameters:
  ///   - commonTables: those of the statement around the query.
  ///   - isSource: what an INSERT takes its rows from; one row of VALUES is no query then.
  func missingTableFirst(
    of id: SelectID, commonTables: [CommonTableScope] = [], isSource: Bool = false,
    else error: DatabaseError
  ) -> DatabaseError {
    if isSource, isSingleRow(ast[id]) { return error }
    let isOfTable = error.message.hasPrefix("no such table")
    guard isOfTable || Self.isOfOtherNames(error) else { return error }
    let missing = missingTables(in: id, commonTables.map(\.name))
    guard let first = missing.first else { return error }
    // (A table that a view lacks is none of them.)
    return !isOfTable || missing.contains { $0.message == error.message } ? first : error
  }

  /// A window that nothing uses is not looked at, but for the tables of its subqueries.
  func refuseMissingTables(inWindows list: NodeList<WindowDefinition>, _ scope: Scope) throws(DatabaseError) {
    for window in ast[list] {
      for term in ast[window.partitionBy] { try refuseMissingTables(in: term, scope) }
      for term in ast[window.orderBy] { try refuseMissingTables(in: term.expression, scope) }
    }
  }

  private func refuseMissingTables(in id: ExprID, _ scope: Scope) throws(DatabaseError) {
    switch ast[id] {
    case .subquery(let select), .exists(let select), .inSelect(_, let select, _):
      let lateError = context.lateError
      let callError = context.callError
      defer {
        context.setLateError(lateError)
        context.forgetCallError()
        if let callError { context.noteCallError(callError) }
      }
      do throws(DatabaseError) {
        if let authorization = context.authorization {
          _ = try authorization.postponing { () throws(DatabaseError) in
            try bindQuery(select, parent: nil, commonTables: scope.commonTables)
          }
        } else {
          _ = try bindQuery(select, parent: nil, commonTables: scope.commonTables)
        }
      } catch {
        if isOfTables(error) { throw error }
      }
    default: break
    }
    try ast.forEachChild(of: id) { (child) throws(DatabaseError) in
      try refuseMissingTables(in: child, scope)
    }
  }

  private static func isOfOtherNames(_ error: DatabaseError) -> Bool {
    [
      "no such column", "ambiguous column name", "no such function", "wrong number of arguments",
      "misuse of", "ambiguous reference to", "row value misused", "no such window",
    ].contains { error.message.hasPrefix($0) }
  }

  /// In the order in which SQLite looks for tables.
  private func missingTables(in id: SelectID, _ outer: [String]) -> [DatabaseError] {
    var missing: [DatabaseError] = []
    var references = TableReferences(ast: ast, entersCommonTables: false)
    references.add(id)
    let commonTables = outer + references.commonTables.map { ast.string($0) }
    for reference in references.found {
      let name = ast.string(reference.name)
      let schema = reference.schema.map { ast.string($0) } ?? homeSchema
      if reference.schema == nil, commonTables.contains(where: { $0.equalsIgnoringCase(name) }) { continue }
      do throws(DatabaseError) {
        guard context.catalogs.findRelation(name, schema: schema) == nil,
          try context.eponymousTable(named: name) == nil
        else { continue }
      } catch {
        missing.append(error)
        continue
      }
      missing.append(
        CatalogSet.missing(
          "table", name, schema: schema, sqlOffset: parametersAllowed ? Int(reference.name.range.start) : nil)
      )
    }
    return missing
  }
}
