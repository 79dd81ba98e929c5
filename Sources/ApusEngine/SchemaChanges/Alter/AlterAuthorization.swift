import ApusSQL

// ALTER TABLE changes the texts of the schema by statements that SQLite prepares itself, with functions of its own. Apus does without them, and
// asks what they ask.

/// What an expression of such a statement asks, outside in.
private indirect enum SchemaQuestion {
  case column(String)
  case function(String, [SchemaQuestion])
}

extension SchemaAuthorization {
  /// Asks whether the table may be altered at all, where SQLite does that before it looks at columns.
  mutating func ignoresAlteration(_ node: AlterTableStatement) throws(DatabaseError) -> Bool {
    if case .dropColumn = node.action { return false }
    guard let table = alteredTable(node) else { return false }
    if case .renameTable(let name) = node.action, isTaken(ast.string(name), table.database) { return false }
    if case .addColumn(let column) = node.action,
      table.columns.contains(where: { $0.name.equalsIgnoringCase(ast.string(column.name)) })
    {
      return false
    }
    if case .addColumn(let column) = node.action { try triesIndexes(of: column, on: table) }
    return try authorization.ignoresAlteration(of: table.name, table.database, column: nil)
  }

  /// Asks for the statements that a sound ALTER TABLE stands for.
  /// - Returns: whether the statement is left out.
  mutating func ignoresStatements(of node: AlterTableStatement) throws(DatabaseError) -> Bool {
    guard let table = alteredTable(node) else { return false }
    let database = table.database
    switch node.action {
    case .addColumn(let column): try addsColumn(column, to: table)
    case .renameColumn:
      try testsTexts(database)
      try mendsQuotes(database)
      try renamesColumn(database)
      try testsTexts(database)
    case .renameTable:
      try renamesTable(database)
      try testsTexts(database)
    case .dropColumn(let name):
      let column = ast.string(name)
      if try authorization.ignoresAlteration(of: table.name, database, column: column) { return true }
      try testsTexts(database)
      try mendsQuotes(database)
      try asks(.function("sqlite_drop_column", [.column("sql")]), database)
      try updates("sql", of: schemaTable(database), database)
      try asks(columns: ["type", "tbl_name"], database)
      try testsTexts(database)
    }
    return isLeftOut
  }

  /// SQLite makes the indexes of a new column's UNIQUE before it refuses them.
  private mutating func triesIndexes(
    of column: ApusSQL.ColumnDefinition, on table: TableDefinition
  ) throws(DatabaseError) {
    let database = table.database
    let action: AuthorizerAction = database == 1 ? .createTemporaryIndex : .createIndex
    let name = "sqlite_altertab_\(table.name)"
    var count = 0
    for constraint in ast[column.constraints] {
      guard case .unique = constraint.kind else { continue }
      count += 1
      if try authorization.ignores(.insert, schemaTable(database), database: database) { continue }
      if try authorization.ignores(action, "sqlite_autoindex_\(name)_\(count)", name, database: database) {
        continue
      }
      _ = try authorization.hides(ast.string(column.name), of: name, database: database)
      _ = try authorization.ignores(.insert, schemaTable(database), database: database)
    }
  }

  private func alteredTable(_ node: AlterTableStatement) -> TableDefinition? {
    let schema = node.schema.map { ast.string($0) }
    guard case .table(let table)? = catalogs.findRelation(ast.string(node.table), schema: schema),
      !table.isSystem
    else { return nil }
    return table
  }

  private func isTaken(_ name: String, _ database: Int) -> Bool {
    let schema = catalogs.name(ofDatabase: database)
    return catalogs.findRelation(name, schema: schema) != nil
      || catalogs[database]?.indexes[name.lowercasedASCII] != nil
  }

  // MARK: The statements

  private mutating func addsColumn(
    _ column: ApusSQL.ColumnDefinition, to table: TableDefinition
  ) throws(DatabaseError) {
    let database = table.database
    var isNotNull = false
    var isGenerated = false
    var isStored = false
    var hasCheck = false
    var hasDefault = false
    var isDefaultKnown = true
    for constraint in ast[column.constraints] {
      switch constraint.kind {
      case .notNull: isNotNull = true
      case .check: hasCheck = true
      case .generated(_, let storage, _):
        isGenerated = true
        isStored = storage == .stored
      case .defaultValue(let value, _):
        hasDefault = !isNull(value)
        isDefaultKnown = isLiteral(value)
      default: break
      }
    }
    // These may be added to empty tables only.
    if isStored || !isGenerated && (isNotNull && !hasDefault || !isDefaultKnown) {
      if try authorization.ignores(.select) { isLeftOut = true }
      if try authorization.ignores(.read, table.name, "", database: database) { isLeftOut = true }
    }
    try asks(.function("printf", [.column("sql")]), database)
    try asks(
      .function(
        "substr", [.column("sql"), .function("length", [.function("printf", [.column("sql")])])]), database)
    try updates("sql", of: schemaTable(database), database)
    try asks(columns: ["type", "name"], database)
    guard hasCheck || isNotNull && isGenerated || table.isStrict else { return }
    // The rows that are there are checked.
    if try authorization.ignores(.select) { isLeftOut = true }
    for _ in 0..<5 {
      if try authorization.hidesFunction("glob", written: "GLOB", offset: nil) {
        isLeftOut = true
      } else {
        // (A table without a file is in no database but main.)
        try reads("quick_check", of: "pragma_quick_check", 0)
      }
    }
  }

  private func isLiteral(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .null, .integer, .real, .string, .blob, .column: return true
    case .unary(_, let operand), .cast(let operand, _), .collate(let operand, _): return isLiteral(operand)
    default: return false
    }
  }

  private func isNull(_ id: ExprID) -> Bool {
    if case .null = ast[id] { return true }
    return false
  }

  private mutating func renamesColumn(_ database: Int) throws(DatabaseError) {
    let renaming = SchemaQuestion.function(
      "sqlite_rename_column", [.column("sql"), .column("type"), .column("name")])
    try asks(renaming, database)
    try updates("sql", of: schemaTable(database), database)
    try asks(.function("like", [.column("name")]), database)
    try asks(columns: ["type", "tbl_name"], database)
    try asks(renaming, 1)
    try updates("sql", of: schemaTable(1), 1)
    try asks(columns: ["type"], 1)
  }

  private mutating func renamesTable(_ database: Int) throws(DatabaseError) {
    let table = schemaTable(database)
    let renaming = SchemaQuestion.function(
      "sqlite_rename_table", [.column("type"), .column("name"), .column("sql")])
    try asks(renaming, database)
    try updates("sql", of: table, database)
    try asks(columns: ["type", "tbl_name"], database)
    try asks(.function("like", [.column("name")]), database)

    try updates("tbl_name", of: table, database)
    try asks(.column("type"), database)
    try asks(.function("like", [.column("name")]), database)
    try asks(.column("type"), database)
    try asks(.function("substr", [.column("name")]), database)
    try asks(.column("name"), database)
    try updates("name", of: table, database)
    try asks(columns: ["tbl_name", "type", "type", "type"], database)

    if catalogs[database]?.tables["sqlite_sequence"] != nil {
      try updates("name", of: "sqlite_sequence", database)
      try reads("name", of: "sqlite_sequence", database)
    }
    guard database != 1 else { return }
    try asks(renaming, 1)
    try updates("sql", of: schemaTable(1), 1)
    try asks(.column("tbl_name"), 1)
    try asks(.function("sqlite_rename_test", [.column("sql"), .column("type"), .column("name")]), 1)
    try asks(.column("tbl_name"), 1)
    try updates("tbl_name", of: schemaTable(1), 1)
    try asks(columns: ["type"], 1)
  }

  /// Whether the schema is a sound one, before and after.
  private mutating func testsTexts(_ database: Int) throws(DatabaseError) {
    for each in database == 1 ? [1] : [database, 1] {
      if try authorization.ignores(.select) {
        isLeftOut = true
        continue
      }
      var isRead = false
      for question in Self.isOrdinaryText
        + [.function("sqlite_rename_test", [.column("sql"), .column("type"), .column("name")])]
      {
        if try asks(question, each) { isRead = true }
      }
      if !isRead, try authorization.ignores(.read, "sqlite_master", "", database: each) { isLeftOut = true }
    }
  }

  /// Strings in double quotes get single ones.
  private mutating func mendsQuotes(_ database: Int) throws(DatabaseError) {
    for each in database == 1 ? [1] : [database, 1] {
      try asks(.function("sqlite_rename_quotefix", [.column("sql")]), each)
      try updates("sql", of: schemaTable(each), each)
      for question in Self.isOrdinaryText { try asks(question, each) }
    }
  }

  /// Neither one of SQLite's own objects nor a virtual table.
  private static var isOrdinaryText: [SchemaQuestion] {
    [.function("like", [.column("name")]), .function("like", [.column("sql")])]
  }

  // MARK: Questions

  private mutating func asks(columns: [String], _ database: Int) throws(DatabaseError) {
    for column in columns { try asks(.column(column), database) }
  }

  /// - Returns: whether a column is read.
  @discardableResult
  private mutating func asks(_ question: SchemaQuestion, _ database: Int) throws(DatabaseError) -> Bool {
    switch question {
    case .column(let name): return try !reads(name, of: schemaTable(database), database)
    case .function(let name, let arguments):
      // What an ignored function is called with is not looked at.
      if try authorization.hidesFunction(name, written: name, offset: nil) {
        isLeftOut = true
        return false
      }
      var isRead = false
      for argument in arguments where try asks(argument, database) { isRead = true }
      return isRead
    }
  }
}
