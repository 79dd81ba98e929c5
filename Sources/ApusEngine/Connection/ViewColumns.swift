/// Names and declared types of a view's columns, for `PRAGMA table_info` and its kin.
enum ViewColumns {
  static func resolve(
    _ view: ViewDefinition, _ catalogs: CatalogSet, connection: Connection
  ) throws(DatabaseError) -> [(name: String, declaredType: String)] {
    let context = CompilationContext(
      catalogs: catalogs, encoding: catalogs[0]?.encoding ?? .utf8, connection: connection)
    let binder = Binder(ast: view.ast, context: context)
    let source = try binder.bindRelation(
      view.name, schema: catalogs.name(ofDatabase: view.database), alias: nil, name: nil)
    return source.columns.map { column in
      // What is declared counts as long as the column's affinity comes from it.
      if !column.declaredType.isEmpty, DeclaredType.affinity(ofName: column.declaredType) == column.affinity {
        return (column.name, column.declaredType)
      }
      return (column.name, standardType(of: column))
    }
  }

  private static func standardType(of column: SourceColumn) -> String {
    switch column.affinity {
    case .none: ""
    case .blob: "BLOB"
    case .text: "TEXT"
    case .numeric: "NUM"
    case .integer: "INT"
    case .real: "REAL"
    }
  }
}
