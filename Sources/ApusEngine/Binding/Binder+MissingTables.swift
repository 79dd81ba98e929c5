// Which error of several a statement has.

import ApusSQL

extension Binder {
  /// Which error a statement has whose query does not bind. As in SQLite the tables of all its subqueries are looked for before any other name:
  /// of several errors theirs counts.
  /// - Parameter commonTables: those of the statement around the query.
  func missingTableFirst(
    of id: SelectID, commonTables: [CommonTableScope] = [], else error: DatabaseError
  ) -> DatabaseError {
    guard Self.isOfOtherNames(error) else { return error }
    return missingTable(in: id, commonTables.map(\.name)) ?? error
  }

  private static func isOfOtherNames(_ error: DatabaseError) -> Bool {
    [
      "no such column", "ambiguous column name", "no such function", "wrong number of arguments",
      "misuse of", "ambiguous reference to",
    ].contains { error.message.hasPrefix($0) }
  }

  private func missingTable(in id: SelectID, _ outer: [String]) -> DatabaseError? {
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
        return error
      }
      return CatalogSet.missing(
        "table", name, schema: schema, sqlOffset: parametersAllowed ? Int(reference.name.range.start) : nil)
    }
    return nil
  }
}
