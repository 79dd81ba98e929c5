import Apus

// .dump

extension DotCommand {
  static let dumpCommands: [DotCommand] = [
    DotCommand(
      "dump", "?OBJECTS?", "Render database content as SQL",
      details: [
        "Options:",
        "  --data-only            Output only INSERT statements",
        "  --nosys                Omit system tables (ex: \"sqlite_stat1\")",
        "OBJECTS is a LIKE pattern for tables, indexes, triggers or views to dump",
        "Additional LIKE patterns can be given in subsequent arguments",
      ], count: 0...1000
    ) { shell, arguments in shell.dump(arguments) }
  ]
}

extension Shell {
  fileprivate func dump(_ arguments: [String]) -> Outcome {
    var patterns: [String] = []
    var isDataOnly = false
    var omitsSystem = false
    for word in arguments {
      switch word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : "" {
      case "data-only": isDataOnly = true
      case "nosys": omitsSystem = true
      case "": patterns.append(word)
      default:
        report("Unknown option \"\(word)\" on \".dump\"")
        return .failure
      }
    }
    var condition =
      patterns.isEmpty
      ? "1"
      : "(" + patterns.indices.map { "name LIKE ?\($0 + 1) ESCAPE '\\'" }.joined(separator: " OR ") + ")"
    if omitsSystem { condition += " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'" }
    if !isDataOnly { sink.write("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n") }
    let outcome = dumpObjects(condition, patterns, isDataOnly: isDataOnly)
    if !isDataOnly { sink.write(outcome == .success ? "COMMIT;\n" : "ROLLBACK; -- due to errors\n") }
    return outcome
  }

  private func dumpObjects(_ condition: String, _ patterns: [String], isDataOnly: Bool) -> Outcome {
    do throws(DatabaseError) {
      // One snapshot for all tables.
      let ownsTransaction = try connection().isAutocommit
      if ownsTransaction { try execute("BEGIN") }
      defer { if ownsTransaction { try? execute("COMMIT") } }
      let tables = try rows(
        "SELECT name, sql FROM sqlite_schema WHERE \(condition) AND type = 'table' AND sql IS NOT NULL"
          + " ORDER BY tbl_name = 'sqlite_sequence', rowid", patterns)
      for table in tables { try dumpTable(table[0], table[1], isDataOnly: isDataOnly) }
      guard !isDataOnly else { return .success }
      let others = try rows(
        "SELECT sql FROM sqlite_schema WHERE \(condition) AND sql IS NOT NULL"
          + " AND type IN ('index', 'trigger', 'view')", patterns)
      for object in others { sink.write(object[0] + ";\n") }
      return .success
    } catch {
      sink.write("/****** ERROR: \(error.message) ******/\n")
      return .failure
    }
  }

  private func dumpTable(_ name: String, _ sql: String, isDataOnly: Bool) throws(DatabaseError) {
    if name == "sqlite_sequence" {
      if !isDataOnly { sink.write("DELETE FROM sqlite_sequence;\n") }
    } else if name.hasPrefix("sqlite_stat") {
      if !isDataOnly, name == "sqlite_stat1" { sink.write("ANALYZE sqlite_schema;\n") }
    } else if name.hasPrefix("sqlite_") {
      return
    } else if !isDataOnly {
      sink.write(SchemaText.statement(sql) + ";\n")
    }
    // Generated columns are computed again by whoever reads the dump.
    let columns = try rows("PRAGMA table_info(\(Identifier.quoted(name)))").map { Identifier.quoted($0[1]) }
    guard !columns.isEmpty else { return }
    let connection = try connection()
    let query = "SELECT \(columns.joined(separator: ",")) FROM \(Identifier.quoted(name))"
    guard let statement = try connection.prepare(query).statement else { return }
    defer { connection.finish(statement) }
    var insert = OutputFormat()
    insert.insertTable = name
    let printer = InsertPrinter(insert, sink, values)
    let names = statement.columns.map { $0.name }
    while try statement.step() { printer.row(statement.row, names) }
    printer.finish()
  }
}
