import Apus

// .tables .indexes .schema .databases

extension DotCommand {
  static let schemaCommands: [DotCommand] = [
    DotCommand("tables", "?TABLE?", "List names of tables matching LIKE pattern TABLE", count: 0...1) {
      shell, arguments in
      shell.reporting {
        try shell.printNames(
          "type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name LIKE ?1",
          arguments.first ?? "%")
      }
    },
    DotCommand("indexes", "?TABLE?", "Show names of indexes", count: 0...1) { shell, arguments in
      shell.reporting { try shell.printNames("type = 'index' AND tbl_name LIKE ?1", arguments.first ?? "%") }
    },
    DotCommand("indices", "?TABLE?", "The same as .indexes", count: 0...1) { shell, arguments in
      shell.reporting { try shell.printNames("type = 'index' AND tbl_name LIKE ?1", arguments.first ?? "%") }
    },
    DotCommand(
      "schema", "?PATTERN?", "Show the CREATE statements matching PATTERN",
      details: ["Options:", "  --nosys             Omit objects whose names start with \"sqlite_\""],
      count: 0...3
    ) { shell, arguments in shell.showSchema(arguments) },
    DotCommand("databases", "", "List names and files of attached databases", count: 0...0) { shell, _ in
      shell.reporting {
        for row in try shell.rows("PRAGMA database_list") where row.count == 3 {
          let quoted = row[2].isEmpty ? "\"\"" : row[2]
          sink(shell, "\(row[1]): \(quoted) \(shell.isReadOnly ? "r/o" : "r/w")\n")
        }
      }
    },
  ]

  private static func sink(_ shell: Shell, _ text: String) { shell.sink.write(text) }
}

extension Shell {
  /// The attached databases' names.
  func databaseNames() throws(DatabaseError) -> [String] {
    try rows("PRAGMA database_list").compactMap { $0.count > 1 ? $0[1] : nil }
  }

  /// Prints names in columns of a terminal of 80 characters, sorted.
  fileprivate func printNames(_ condition: String, _ pattern: String) throws(DatabaseError) {
    var names: [String] = []
    for database in try databaseNames() {
      let schema = Identifier.quoted(database)
      let prefix = database == "main" ? "" : database + "."
      let found = try rows(
        "SELECT name FROM \(schema).sqlite_schema WHERE \(condition) ORDER BY name", [pattern])
      names += found.map { prefix + $0[0] }
    }
    names.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    guard !names.isEmpty else { return }
    let width = names.map { TextWrapping.width($0.utf8) }.max() ?? 0
    let columns = max(1, 80 / (width + 2))
    let lines = (names.count + columns - 1) / columns
    for line in 0..<lines {
      var text = ""
      for index in stride(from: line, to: names.count, by: lines) {
        let blanks = String(repeating: " ", count: width - TextWrapping.width(names[index].utf8))
        text += (index < lines ? "" : "  ") + names[index] + blanks
      }
      sink.write(text + "\n")
    }
  }

  fileprivate func showSchema(_ arguments: [String]) -> Outcome {
    var pattern: String?
    var condition = "sql IS NOT NULL"
    for word in arguments {
      switch word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : "" {
      case "nosys": condition += " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
      case "": pattern = word
      default:
        report("Unknown option: \"\(word)\"")
        return .failure
      }
    }
    return reporting { try printSchema(pattern, condition) }
  }

  private func printSchema(_ pattern: String?, _ condition: String) throws(DatabaseError) {
    for database in try databaseNames() {
      let schema = Identifier.quoted(database)
      let prefix = database == "main" ? "" : database + "."
      var sql = "SELECT type, name, sql FROM \(schema).sqlite_schema WHERE \(condition)"
      var values: [String] = []
      if let pattern {
        sql += " AND (?1 || tbl_name LIKE ?2 OR tbl_name LIKE ?2)"
        values = [prefix, pattern]
        let operation = pattern.contains { "*?[".contains($0) } ? "GLOB" : "LIKE"
        sql = sql.replacingLike(with: operation)
      }
      if let pattern, ["sqlite_schema", "sqlite_master"].contains(pattern.lowercased()) {
        if database == "main" { sink.write(SchemaText.schemaTable(pattern.lowercased())) }
        continue
      }
      for row in try rows(sql + " ORDER BY rowid", values) {
        sink.write(SchemaText.statement(row[2], in: prefix))
        if row[0] == "view" { sink.write(try viewColumns(row[1], in: schema)) }
        sink.write(";\n")
      }
    }
  }

  /// A comment with a view's columns; nothing for a view that is not valid.
  private func viewColumns(_ view: String, in schema: String) throws(DatabaseError) -> String {
    let columns: [[String]]
    do throws(DatabaseError) {
      columns = try rows("PRAGMA \(schema).table_info(\(Identifier.quoted(view)))")
    } catch {
      return ""
    }
    guard !columns.isEmpty else { return "" }
    let names = columns.map { Identifier.quotedIfNeeded($0[1]) }
    return "\n/* \(Identifier.quotedIfNeeded(view))(\(names.joined(separator: ","))) */"
  }
}

extension String {
  /// The condition on names with another operator; the words of a pattern are bound and not in the text.
  fileprivate func replacingLike(with operation: String) -> String {
    operation == "LIKE"
      ? self
      : split(separator: " ", omittingEmptySubsequences: false)
        .map { $0 == "LIKE" ? operation : String($0) }.joined(separator: " ")
  }
}

/// CREATE statements as the shell shows them.
enum SchemaText {
  /// The schema table itself, which no row of it describes.
  static func schemaTable(_ name: String) -> String {
    "CREATE TABLE \(name) (\n  type text,\n  name text,\n  tbl_name text,\n  rootpage integer,\n  sql text\n);\n"
  }

  /// Tables whose names are quoted may have been made by others: creating them again is no error.
  static func statement(_ sql: String, in prefix: String = "") -> String {
    var text = sql
    for quote in ["\"", "'"] where sql.hasPrefix("CREATE TABLE \(quote)") {
      text = "CREATE TABLE IF NOT EXISTS " + sql.dropFirst("CREATE TABLE ".count)
    }
    guard !prefix.isEmpty else { return text }
    for head in ["CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ", "CREATE VIEW ", "CREATE TRIGGER "]
    where text.hasPrefix(head) {
      return head + prefix + text.dropFirst(head.count)
    }
    return text
  }
}
