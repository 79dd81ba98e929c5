/// Asks the authorizer during one compilation. There is none when the connection has no authorizer.
final class Authorization {
  /// A view under the name that authorizers know it by: its FROM item is a query.
  private struct View {
    // Kept, so that no other item gets its identity.
    let source: BoundSource
    let definition: ViewDefinition
  }

  private unowned let connection: Connection
  private let authorizer: Authorizer
  private let catalogs: CatalogSet
  /// The trigger, view or common table whose text is being compiled.
  private(set) var innermost: String?
  private var views: [ObjectIdentifier: View] = [:]

  init(_ authorizer: @escaping Authorizer, _ connection: Connection, _ catalogs: CatalogSet) {
    self.authorizer = authorizer
    self.connection = connection
    self.catalogs = catalogs
  }

  /// Compiles a text that is not the statement's own.
  func within<T>(
    _ name: String?, _ body: () throws(DatabaseError) -> T
  ) throws(DatabaseError) -> T {
    let outer = innermost
    innermost = name
    defer { innermost = outer }
    return try body()
  }

  /// - Returns: whether the action is left out.
  /// - Throws: `.authorization`, "not authorized".
  func ignores(
    _ action: AuthorizerAction, _ first: String? = nil, _ second: String? = nil, database: Int? = nil
  ) throws(DatabaseError) -> Bool {
    switch ask(action, first, second, database.flatMap { catalogs.name(ofDatabase: $0) }) {
    case .allow: return false
    case .ignore: return true
    case .deny: throw DatabaseError(.authorization, "not authorized")
    }
  }

  /// ALTER TABLE has names of its own places: the database comes first, the column that is dropped where others have the database.
  func ignoresAlteration(
    of table: String, _ database: Int, column: String?
  ) throws(DatabaseError) -> Bool {
    switch ask(.alterTable, catalogs.name(ofDatabase: database), table, column) {
    case .allow: return false
    case .ignore: return true
    case .deny: throw DatabaseError(.authorization, "not authorized")
    }
  }

  private func ask(
    _ action: AuthorizerAction, _ first: String?, _ second: String?, _ database: String?
  ) -> AuthorizerAnswer {
    let request = AuthorizerRequest(action, first, second, database: database, innermost: innermost)
    return connection.runHook { authorizer(request) }
  }

  // MARK: Queries

  func note(_ source: BoundSource, showing view: ViewDefinition) {
    views[ObjectIdentifier(source)] = View(source: source, definition: view)
  }

  /// The table or view that a FROM item shows; nil for subqueries and common tables, about which nobody is asked.
  private func relation(_ source: BoundSource) -> (name: String, database: Int)? {
    if let view = views[ObjectIdentifier(source)] { return (view.definition.name, view.definition.database) }
    guard let table = source.table else { return nil }
    // The row of an upsert that could not be inserted is no table's.
    if case .registers = source.kind, source.name == "excluded" { return nil }
    return (table.name, table.database)
  }

  /// - Parameter column: -1 for the rowid.
  /// - Returns: whether the column reads as NULL.
  /// - Throws: `.authorization`, "access to t.c is prohibited".
  func hides(_ column: Int, of source: BoundSource) throws(DatabaseError) -> Bool {
    guard let (table, database) = relation(source) else { return false }
    var index = column
    if index < 0, let alias = source.table?.rowIDAlias { index = alias }
    let name = source.columns.indices.contains(index) ? source.columns[index].name : "ROWID"
    return try hides(name, of: table, database: database)
  }

  func hides(_ column: String, of table: String, database: Int) throws(DatabaseError) -> Bool {
    let schema = catalogs.name(ofDatabase: database)
    switch ask(.read, table, column, schema) {
    case .allow: return false
    case .ignore: return true
    case .deny:
      // As SQLite, which names the database when there is another one than main and temp.
      let prefix = catalogs.entries.count > 2 || database != 0 ? "\(schema)." : ""
      throw DatabaseError(.authorization, "access to \(prefix)\(table).\(column) is prohibited")
    }
  }

  /// A table whose rows are read, but none of its columns. (Its rowid is a column only where it has no name of its own.)
  /// - Throws: `.authorization`, "not authorized".
  func checkRows(of source: BoundSource, schema: String?) throws(DatabaseError) {
    let alias = source.table?.rowIDAlias ?? -1
    guard let name = relation(source)?.name,
      !source.columns.indices.contains(where: { $0 != alias && source.usedColumns.contains($0) })
    else { return }
    if case .deny = ask(.read, name, "", schema) { throw DatabaseError(.authorization, "not authorized") }
  }

  /// - Returns: whether a call of the function is NULL.
  /// - Throws: `.error`, "not authorized to use function: f".
  func hidesFunction(_ name: String, written: String, offset: Int?) throws(DatabaseError) -> Bool {
    switch ask(.function, nil, name, nil) {
    case .allow: return false
    case .ignore: return true
    case .deny:
      throw DatabaseError(.error, "not authorized to use function: \(written)", sqlOffset: offset)
    }
  }
}
