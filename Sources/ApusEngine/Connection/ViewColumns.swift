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
    return source.columns.map { ($0.name, $0.declaredType) }
  }
}
