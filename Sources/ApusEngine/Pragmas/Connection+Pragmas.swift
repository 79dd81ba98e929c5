// What pragmas ask of a connection beyond its settings.

extension Connection {
  /// The catalogs of all databases as they are loaded now.
  var catalogSet: CatalogSet {
    CatalogSet(
      databases.map { database in
        CatalogSet.Entry(
          name: database.name,
          catalog: database.catalog
            ?? CatalogLoader.empty(database: database.index, databaseName: database.name))
      })
  }

  /// The name and declared type of each column of a view; resolves the view's query.
  func columns(ofView view: ViewDefinition) throws(DatabaseError) -> [(name: String, declaredType: String)] {
    try ViewColumns.resolve(view, catalogSet, connection: self)
  }

  /// The encoding can still be chosen: main's header names none yet, and this connection has made no object.
  var canChooseEncoding: Bool {
    get throws(DatabaseError) {
      guard !isEncodingFixed else { return false }
      let main = try database(0)
      if main.pager.pageCount == 0 { return true }
      return try main.btree.meta(.textEncoding) == 0
    }
  }

  func chooseEncoding(_ encoding: TextEncoding) throws(DatabaseError) {
    environment.encoding = encoding
    for database in databases { install(nil, in: database) }
    environmentChanged()
  }
}
