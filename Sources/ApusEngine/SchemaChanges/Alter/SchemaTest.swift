import ApusSQL

/// Looks whether the statements of a schema still say something that can be: before a column is renamed or dropped, and after
/// every change of names.
struct SchemaTest {
  let context: CompilationContext
  /// What follows "error in view v" in messages: "", or " after rename".
  let moment: String
  /// PRAGMA legacy_alter_table: views and triggers may say what they like.
  let isLegacy: Bool
  let allowsDoubleQuotedStrings: Bool

  init(_ connection: Connection, after alteration: SchemaAlteration?, allowsDoubleQuotedStrings: Bool)
    throws(DatabaseError)
  {
    context = try Self.context(connection)
    moment = alteration.map { " after \($0.title)" } ?? ""
    isLegacy = connection.settings.legacyAlterTable
    self.allowsDoubleQuotedStrings = allowsDoubleQuotedStrings
  }

  static func context(_ connection: Connection) throws(DatabaseError) -> CompilationContext {
    let context = CompilationContext(
      catalogs: try connection.loadCatalogs(), encoding: connection.encoding, connection: connection)
    context.resolvesNamesOnly = true
    return context
  }

  func run(_ tables: [SchemaEdit.Table]) throws(DatabaseError) {
    for table in tables {
      for row in table.rows where !row.isInternal && !row.isVirtualTable {
        try test(row, database: table.database)
      }
    }
  }

  func test(_ row: SchemaEdit.Row, database: Int) throws(DatabaseError) {
    guard let sql = row.sql else { return }
    _ = try Self.naming(row, moment) { () throws(DatabaseError) -> [UInt8]? in
      let text = try SchemaText(sql, database: database)
      switch text.statement {
      case .createTable(let table): try test(table, text)
      case .createIndex(let index): try test(index, text)
      case .createView, .createTrigger:
        if !isLegacy { try text.bind(context) }
      default: break
      }
      return nil
    }
  }

  private func lookup() -> SchemaLookup {
    var lookup = SchemaLookup.lenient
    lookup.allowsDoubleQuotedStrings = allowsDoubleQuotedStrings
    return lookup
  }

  private func test(_ table: CreateTableStatement, _ text: SchemaText) throws(DatabaseError) {
    let analysis = TableAnalysis(
      ast: text.ast, statement: table, schemaName: context.catalogs.name(ofDatabase: text.database),
      lookup: lookup())
    _ = try analysis.analyse()
  }

  private func test(_ index: CreateIndexStatement, _ text: SchemaText) throws(DatabaseError) {
    let name = text.ast.string(index.table)
    guard let table = context.catalogs[text.database]?.tables[name.lowercasedASCII] else {
      throw CatalogSet.missing("table", name, schema: context.catalogs.name(ofDatabase: text.database))
    }
    _ = try IndexAnalysis.columns(
      index, ast: text.ast, table: IndexAnalysis.Table(table),
      schemaName: context.catalogs.name(ofDatabase: text.database), lookup: lookup(),
      allowsDescending: context.catalogs[text.database]?.allowsDescending ?? true)
  }

  /// Runs `body`; its error names the object: "error in view v after rename: …".
  static func naming(
    _ row: SchemaEdit.Row, _ moment: String, _ body: () throws(DatabaseError) -> [UInt8]?
  ) throws(DatabaseError) -> [UInt8]? {
    do throws(DatabaseError) {
      return try body()
    } catch {
      guard error.code == .error else { throw error }
      throw DatabaseError(.error, "error in \(row.type) \(row.name)\(moment): \(error.message)")
    }
  }
}

extension SchemaProgram {
  /// Tests all rows of an edit, as they are by then.
  mutating func emitTest(
    _ edit: SchemaEdit, after alteration: SchemaAlteration, allowsDoubleQuotedStrings: Bool
  ) throws(DatabaseError) {
    try builder.emitNative(
      NativeCall("test schema") { connection, _ throws(DatabaseError) in
        guard !connection.settings.writableSchema else { return true }
        let test = try SchemaTest(
          connection, after: alteration, allowsDoubleQuotedStrings: allowsDoubleQuotedStrings)
        try test.run(edit.tables)
        return true
      })
  }
}

extension SchemaEdit {
  /// What stands in front of every change of a column: the schema must be sound, and strings in double quotes
  /// become literals.
  func prepareColumnChange(_ connection: Connection) throws(DatabaseError) {
    if !connection.settings.writableSchema {
      try SchemaTest(connection, after: nil, allowsDoubleQuotedStrings: true).run(tables)
    }
    let context = try SchemaTest.context(connection)
    let forgives = connection.settings.writableSchema
    try update { (database, row) throws(DatabaseError) in
      guard let sql = row.sql, !row.isInternal, !row.isVirtualTable else { return nil }
      do throws(DatabaseError) {
        guard let changed = try SchemaText(sql, database: database).requoted(context) else { return nil }
        var copy = row
        copy.sql = changed
        return copy
      } catch {
        // With PRAGMA legacy_alter_table nobody has looked for what is wrong, and SQLite does not name it here.
        guard error.code == .error else { throw error }
        if forgives { return nil }
        throw DatabaseError(.error, "SQL logic error")
      }
    }
  }

  /// Replaces the texts for which `body` has a new one. With PRAGMA writable_schema a text that makes no sense stays as it is.
  func rewrite(
    _ connection: Connection, _ body: (_ database: Int, Row, _ sql: [UInt8]) throws(DatabaseError) -> [UInt8]?
  ) throws(DatabaseError) {
    let forgives = connection.settings.writableSchema
    try update { (database, row) throws(DatabaseError) in
      guard let sql = row.sql else { return nil }
      do throws(DatabaseError) {
        guard
          let changed = try SchemaTest.naming(
            row, "", { () throws(DatabaseError) -> [UInt8]? in try body(database, row, sql) })
        else { return nil }
        var copy = row
        copy.sql = changed
        return copy
      } catch {
        if forgives, error.code == .error { return nil }
        throw error
      }
    }
  }
}
