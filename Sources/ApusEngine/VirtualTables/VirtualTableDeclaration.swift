import ApusSQL

/// Reads the CREATE TABLE statement with which a module declares a table.
enum VirtualTableDeclaration {
  /// - Throws: what is wrong with the declaration.
  static func definition(
    _ sql: String, of virtual: VirtualTableDefinition, identity: VirtualTableIdentity, isWritable: Bool,
    lookup: SchemaLookup
  ) throws(DatabaseError) -> TableDefinition {
    var ast = AST()
    let statement = try parse(sql, into: &ast)
    var builder = try TableAnalysis(
      ast: ast, statement: statement, schemaName: "main", lookup: lookup, name: virtual.name
    ).analyse()
    // A virtual table's rowid is never one of its columns.
    builder.rowIDAlias = -1
    for index in builder.columns.indices {
      hide(&builder.columns[index].definition)
      // Constraints and defaults are the module's business.
      builder.columns[index].definition.defaultExpression = nil
      builder.columns[index].definition.defaultText = nil
    }
    builder.checks = []
    builder.foreignKeys = []
    if isWritable, builder.isWithoutRowID,
      builder.indexes.first(where: { $0.origin == .primaryKey })?.columns.count != 1
    {
      throw DatabaseError(.error, "vtable constructor failed: \(virtual.name)")
    }
    return CatalogDraft.Table(
      builder: builder, root: 0, sql: virtual.sql, ast: ast, isSystem: false, database: virtual.database,
      virtual: identity
    ).make(lookup: lookup, statistics: { _ in StatisticsTable.Index() }).table
  }

  private static func parse(_ sql: String, into ast: inout AST) throws(DatabaseError) -> CreateTableStatement
  {
    var parser = Parser()
    var copy = sql
    var outcome: Result<ParsedStatement?, SyntaxError> = .success(nil)
    copy.withUTF8 { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parser.parseStatement(bytes, from: 0, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    switch outcome {
    case .failure(let error): throw DatabaseError(.error, error.message)
    case .success(let parsed):
      guard case .createTable(let statement)? = parsed?.statement, case .columns = statement.body else {
        throw DatabaseError(.error, "syntax error")
      }
      return statement
    }
  }

  /// Takes the word HIDDEN out of a column's type and hides the column. The affinity stays that of the whole type.
  private static func hide(_ column: inout ColumnDefinition) {
    var words = column.declaredType.split(separator: " ", omittingEmptySubsequences: false)
    guard let place = words.firstIndex(where: { String($0).equalsIgnoringCase("hidden") }) else { return }
    words.remove(at: place)
    column.declaredType = words.joined(separator: " ")
    column.isHidden = true
  }
}
