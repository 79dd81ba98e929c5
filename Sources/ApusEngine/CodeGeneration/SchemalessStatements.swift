import ApusSQL

/// Statements that mean something whatever the schema holds. As in SQLite, which reads a schema when it looks a table up, they work on a database
/// whose schema is damaged or cannot be read: what is wrong is often found out with them.
enum SchemalessStatements {
  /// SELECT from nothing but its own subqueries and common tables, and pragmas about the header.
  /// - Parameter hasReadSchema: the text encoding, which SQLite wants to know for any SELECT, has been seen.
  static func contains(_ statement: Statement, _ ast: AST, hasReadSchema: Bool) -> Bool {
    switch statement {
    case .select: hasReadSchema && !ast.readsSchemaTables
    case .pragma(let pragma): names.contains(ast.string(pragma.name).lowercasedASCII)
    default: false
    }
  }

  private static let names: Set = [
    "application_id", "data_version", "freelist_count", "page_size", "schema_version", "user_version",
  ]
}

extension Connection {
  /// What is known of the databases when their schemas cannot be read.
  func catalogsWithoutObjects() -> CatalogSet {
    CatalogSet(
      databases.map { database in
        CatalogSet.Entry(
          name: database.name,
          catalog: CatalogLoader.empty(
            database: database.index, databaseName: database.name, encoding: environment.encoding))
      })
  }
}
