import Apus

// .dump

extension DotCommand {
  static let dumpCommands: [DotCommand] = [
    DotCommand(
      "dump", "?OBJECTS?", "Render database content as SQL",
      details: [
        "Options:",
        "  --data-only            Output only INSERT statements",
        "  --newlines             Allow unescaped newline characters in output",
        "  --nosys                Omit system tables (ex: \"sqlite_stat1\")",
        "  --preserve-rowids      Include ROWID values in the output",
        "OBJECTS is a LIKE pattern for tables, indexes, triggers or views to dump",
        "Additional LIKE patterns can be given in subsequent arguments",
      ], count: 0...1000
    ) { shell, arguments in shell.dump(arguments) }
  ]
}

/// What `.dump` is to write.
private struct DumpOptions {
  var patterns: [String] = []
  var isDataOnly = false
  var omitsSystem = false
  var keepsLineEnds = false
  var preservesRowIDs = false

  /// On rows of the schema table; the patterns are its parameters.
  var condition: String {
    let alternatives = patterns.indices.flatMap { index in
      let pattern = "LIKE ?\(index + 1) ESCAPE '\\'"
      // The tables that keep a virtual table's content are dumped with it.
      let owner =
        "SELECT 1 FROM sqlite_schema AS owner WHERE owner.name \(pattern) AND owner.sql LIKE 'CREATE VIRTUAL TABLE%'"
        + " AND sqlite_schema.name LIKE owner.name || '!_%' ESCAPE '!'"
      return ["name \(pattern)", "EXISTS (\(owner))"]
    }
    var text = alternatives.isEmpty ? "1" : "(" + alternatives.joined(separator: " OR ") + ")"
    if omitsSystem { text += " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'" }
    return text
  }
}

extension Shell {
  fileprivate func dump(_ arguments: [String]) -> Outcome {
    var options = DumpOptions()
    for word in arguments {
      switch word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : "" {
      case "data-only": options.isDataOnly = true
      case "nosys": options.omitsSystem = true
      case "newlines": options.keepsLineEnds = true
      case "preserve-rowids": options.preservesRowIDs = true
      case "": options.patterns.append(word)
      default:
        report("Unknown option \"\(word)\" on \".dump\"")
        return .failure
      }
    }
    if !options.isDataOnly { sink.write("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n") }
    let outcome = dumpObjects(options)
    if !options.isDataOnly { sink.write(outcome == .success ? "COMMIT;\n" : "ROLLBACK; -- due to errors\n") }
    return outcome
  }

  private func dumpObjects(_ options: DumpOptions) -> Outcome {
    do throws(DatabaseError) {
      // One snapshot for all tables.
      let ownsTransaction = try connection().isAutocommit
      if ownsTransaction { try execute("BEGIN") }
      // The transaction only read: should its end fail, nothing is lost.
      defer { if ownsTransaction { try? execute("COMMIT") } }
      let tables = try rows(
        "SELECT name, sql FROM sqlite_schema WHERE \(options.condition) AND type = 'table' AND sql IS NOT NULL"
          + " ORDER BY tbl_name = 'sqlite_sequence', rowid", options.patterns)
      var hasVirtualTables = false
      for table in tables {
        if table[1].hasPrefix("CREATE VIRTUAL TABLE") {
          if !options.isDataOnly { dumpVirtualTable(table[0], table[1], isFirst: !hasVirtualTables) }
          hasVirtualTables = true
        } else {
          try dumpTable(table[0], table[1], options)
        }
      }
      guard !options.isDataOnly else { return .success }
      let others = try rows(
        "SELECT sql FROM sqlite_schema WHERE \(options.condition) AND sql IS NOT NULL"
          + " AND type IN ('index', 'trigger', 'view')", options.patterns)
      for object in others { sink.write(object[0] + ";\n") }
      if hasVirtualTables { sink.write("PRAGMA writable_schema=OFF;\n") }
      return .success
    } catch {
      sink.write("/****** ERROR: \(error.message) ******/\n")
      return .failure
    }
  }

  /// A virtual table's content is that of ordinary tables; creating it anew would make those a second time.
  private func dumpVirtualTable(_ name: String, _ sql: String, isFirst: Bool) {
    if isFirst { sink.write("PRAGMA writable_schema=ON;\n") }
    let quotedName = ValueText.quoted(name)
    sink.write(
      "INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)"
        + "VALUES('table',\(quotedName),\(quotedName),0,\(ValueText.quoted(sql)));\n")
  }

  private func dumpTable(_ name: String, _ sql: String, _ options: DumpOptions) throws(DatabaseError) {
    if name == "sqlite_sequence" {
      if !options.isDataOnly { sink.write("DELETE FROM sqlite_sequence;\n") }
    } else if name.hasPrefix("sqlite_stat") {
      if !options.isDataOnly, name == "sqlite_stat1" { sink.write("ANALYZE sqlite_schema;\n") }
    } else if name.hasPrefix("sqlite_") {
      return
    } else if !options.isDataOnly {
      sink.write(SchemaText.statement(sql) + ";\n")
    }
    // Generated columns are computed again by whoever reads the dump.
    let info = try rows("PRAGMA table_info(\(Identifier.quoted(name)))")
    guard !info.isEmpty else { return }
    var columns = info.map { Identifier.quoted($0[1]) }
    var insert = OutputFormat()
    insert.insertTable = name
    if options.preservesRowIDs, let rowID = try rowIDName(name, info) {
      columns.insert(rowID, at: 0)
      insert.showsHeaders = true
    }
    let connection = try connection()
    let query = "SELECT \(columns.joined(separator: ",")) FROM \(Identifier.quoted(name))"
    guard let statement = try connection.prepare(query).statement else { return }
    defer { connection.finish(statement) }
    let printer = InsertPrinter(insert, sink, values, keepsLineEnds: options.keepsLineEnds)
    let names = statement.columns.map { $0.name }
    while try statement.step() { printer.row(statement.row, names) }
    printer.finish()
  }

  /// The name under which a table's rowids can be read besides its columns; nil when it has none or a column is it.
  private func rowIDName(_ table: String, _ info: [[String]]) throws(DatabaseError) -> String? {
    let facts = try rows("PRAGMA main.table_list(\(Identifier.quoted(table)))")
    if facts.first?[4] == "1" { return nil }
    let key = info.filter { $0[5] != "0" }
    if key.count == 1, key[0][2].uppercased() == "INTEGER" {
      // INTEGER PRIMARY KEY DESC is no alias of the rowid: it has an index of its own.
      let indexes = try rows("PRAGMA index_list(\(Identifier.quoted(table)))")
      guard indexes.contains(where: { $0[3] == "pk" }) else { return nil }
    }
    let taken = Set(info.map { $0[1].lowercased() })
    return ["rowid", "_rowid_", "oid"].first { !taken.contains($0) }
  }
}
