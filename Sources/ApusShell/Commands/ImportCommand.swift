import Apus

// .import

extension DotCommand {
  static let importCommands: [DotCommand] = [
    DotCommand(
      "import", "FILE TABLE", "Import data from FILE into TABLE",
      details: [
        "Options:",
        "  --ascii               Use \\037 and \\036 as column and row separators",
        "  --csv                 Use , and \\n as column and row separators",
        "  --skip N              Skip the first N rows of input",
        "  --schema S            Target table to be S.TABLE",
        "  -v                    \"Verbose\" - increase auxiliary output",
        "Notes:",
        "  *  If TABLE does not exist, it is created.  The first row of input",
        "     determines the column names.",
        "  *  If neither --csv or --ascii are used, the input mode is derived",
        "     from the \".mode\" output mode",
        "  *  If FILE begins with \"|\" then it is a command that generates the",
        "     input text.",
      ], count: 0...10
    ) { shell, arguments in shell.importFile(arguments) }
  ]
}

extension Shell {
  private struct ImportPlan {
    var file: String
    var table: String
    var schema: String?
    var skip = 0
    var isVerbose = false
    var columnSeparator: UInt8
    var rowSeparator: UInt8
    var isASCII: Bool

    var target: String { (schema.map { Identifier.quoted($0) + "." } ?? "") + Identifier.quoted(table) }
  }

  fileprivate func importFile(_ arguments: [String]) -> Outcome {
    guard let plan = importPlan(arguments) else { return .failure }
    guard
      var reader = DelimitedReader(
        plan.file, column: plan.columnSeparator, row: plan.rowSeparator, isASCII: plan.isASCII)
    else {
      report("Error: cannot open \"\(plan.file)\"")
      return .failure
    }
    for _ in 0..<plan.skip where reader.next() == nil { break }
    do throws(DatabaseError) {
      return try importRows(plan, &reader)
    } catch {
      report("Error: \(error.message)")
      return .failure
    }
  }

  private func importPlan(_ arguments: [String]) -> ImportPlan? {
    var names: [String] = []
    var plan = ImportPlan(
      file: "", table: "", columnSeparator: 0, rowSeparator: 10, isASCII: format.mode == .ascii)
    var separators: (UInt8, UInt8)?
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : "" {
      case "" where names.count < 2: names.append(word)
      case "":
        report("ERROR: extra argument: \"\(word)\".  Usage:")
        return importUsage()
      case "v": plan.isVerbose = true
      case "schema": plan.schema = rest.popFirst()
      case "skip": plan.skip = rest.popFirst().flatMap { Int($0) } ?? 0
      case "csv":
        plan.isASCII = false
        separators = (UInt8(ascii: ","), 10)
      case "ascii":
        plan.isASCII = true
        separators = (0x1f, 0x1e)
      default:
        report("ERROR: unknown option: \"\(word)\".  Usage:")
        return importUsage()
      }
    }
    guard names.count == 2 else {
      report("ERROR: missing \(names.isEmpty ? "FILE" : "TABLE") argument. Usage:")
      return importUsage()
    }
    if separators == nil {
      let column = Array(format.columnSeparator.utf8)
      var row = Array(format.rowSeparator.utf8)
      if format.mode == .csv, row == [13, 10] { row = [10] }
      guard column.count == 1, row.count == 1 else {
        report("Error: column and row separators of one character are required for import")
        return nil
      }
      separators = (column[0], row[0])
    }
    plan.file = names[0]
    plan.table = names[1]
    if let separators { (plan.columnSeparator, plan.rowSeparator) = separators }
    return plan
  }

  private func importUsage() -> ImportPlan? {
    if let command = DotCommand.named("import") { sink.write(HelpText.full(command)) }
    return nil
  }

  private func importRows(_ plan: ImportPlan, _ reader: inout DelimitedReader) throws(DatabaseError)
    -> Outcome
  {
    var columns = try importColumns(plan)
    if columns.isEmpty {
      guard let header = reader.next() else {
        report("\(plan.file): empty file")
        return .failure
      }
      let names = ImportColumnNames(header.map { String(decoding: $0, as: UTF8.self) })
      if let message = names.renamingMessage(file: plan.file) { report(message) }
      let list = names.names.map { Identifier.quoted($0) + " TEXT" }.joined(separator: ", ")
      let create = "CREATE TABLE \(plan.target)(\n\(list))"
      if plan.isVerbose { sink.write(create + "\n\n") }
      try execute(create)
      columns = names.names
    }
    let connection = try connection()
    let marks = [String](repeating: "?", count: columns.count).joined(separator: ",")
    guard let statement = try connection.prepare("INSERT INTO \(plan.target) VALUES(\(marks))").statement
    else {
      return .failure
    }
    defer { connection.finish(statement) }
    let beginsTransaction = connection.isAutocommit
    if beginsTransaction { try execute("BEGIN") }
    var inserted = 0
    var failed = 0
    while true {
      let line = reader.line
      guard let fields = reader.next() else { break }
      if fields.count < columns.count {
        report(
          "\(plan.file):\(line): expected \(columns.count) columns but found \(fields.count) - filling the rest with NULL"
        )
      } else if fields.count > columns.count {
        report(
          "\(plan.file):\(line): expected \(columns.count) columns but found \(fields.count) - extras ignored"
        )
      }
      do throws(DatabaseError) {
        try insert(fields, columns.count, statement)
        inserted += 1
      } catch {
        statement.reset()
        report("\(plan.file):\(line): INSERT failed: \(error.message)")
        failed += 1
        // Ctrl-C stops the import; what came before it stays.
        if error.code.primary == .interrupt || Interrupts.isRequested { break }
      }
    }
    if beginsTransaction, !connection.isAutocommit { try execute("COMMIT") }
    if plan.isVerbose {
      sink.write("Added \(inserted) rows with \(failed) errors using \(reader.line - 1) lines of input\n")
    }
    return .success
  }

  private func insert(_ fields: [[UInt8]], _ count: Int, _ statement: PreparedStatement) throws(DatabaseError)
  {
    statement.clearBindings()
    for (index, field) in fields.prefix(count).enumerated() {
      try field.withUnsafeBytes { bytes in
        Result { () throws(DatabaseError) in
          try statement.bind(index + 1, .text(bytes.baseAddress, count: bytes.count))
        }
      }.get()
    }
    while try statement.step() {}
    statement.reset()
  }

  /// The columns of the table that values can be given for; empty when there is no such table.
  private func importColumns(_ plan: ImportPlan) throws(DatabaseError) -> [String] {
    let schema = plan.schema.map { Identifier.quoted($0) + "." } ?? ""
    return try rows("PRAGMA \(schema)table_info(\(Identifier.quoted(plan.table)))").map { $0[1] }
  }

  /// Runs one statement whose rows nobody needs.
  func execute(_ sql: String) throws(DatabaseError) { _ = try rows(sql) }
}
