import ApusSQL

/// Works through a CREATE TABLE statement clause by clause, in source order, as SQLite does.
struct TableAnalysis {
  let ast: AST
  let statement: CreateTableStatement
  let schemaName: String
  let lookup: SchemaLookup
  private var builder: TableBuilder
  /// The name that a CHECK has if it comes next: it holds until the column or a comma between constraints of the table ends it.
  private var constraintName: Name?

  /// - Parameter name: the table's name where it is not the statement's.
  init(
    ast: AST, statement: CreateTableStatement, schemaName: String, lookup: SchemaLookup, name: String? = nil
  ) {
    self.ast = ast
    self.statement = statement
    self.schemaName = schemaName
    self.lookup = lookup
    builder = TableBuilder(name: name ?? ast.string(statement.name), lookup: lookup)
  }

  /// For ALTER TABLE ADD COLUMN: a table to which a column is to be added, under the name that SQLite's messages give it then.
  init(extending table: TableDefinition, ast: AST, schemaName: String, lookup: SchemaLookup)
    throws(DatabaseError)
  {
    self.ast = ast
    self.schemaName = schemaName
    self.lookup = lookup
    statement = CreateTableStatement(name: Name(text: .empty), body: .columns(.empty, .empty))
    builder = TableBuilder(name: "sqlite_altertab_\(table.name)", lookup: lookup)
    for column in table.columns { try builder.addColumn(name: column.name, typeSource: column.declaredType) }
  }

  /// The table with one more column; what the table must be as a whole is not looked at.
  consuming func analyse(adding column: ApusSQL.ColumnDefinition) throws(DatabaseError) -> TableBuilder {
    try add(column)
    return builder
  }

  /// The table that the statement describes. `CREATE TABLE … AS SELECT` has no columns to analyse.
  /// - Throws: SQLite's error for what is wrong with the statement.
  consuming func analyse() throws(DatabaseError) -> TableBuilder {
    guard case .columns(let columns, let constraints) = statement.body else { return builder }
    for column in ast[columns] { try add(column) }
    for (position, constraint) in ast[constraints].enumerated() {
      try add(constraint, isFirst: position == 0)
    }
    builder.addOptions(withoutRowID: statement.isWithoutRowid, strict: statement.isStrict)
    try builder.finishColumns()
    try checkExpressions()
    return builder
  }

  // MARK: Columns

  private mutating func add(_ column: ApusSQL.ColumnDefinition) throws(DatabaseError) {
    let name = ast.string(column.name)
    try builder.addColumn(name: name, typeSource: ast.string(column.type))
    constraintName = nil
    for constraint in ast[column.constraints] {
      constraintName = constraint.name ?? constraintName
      switch constraint.kind {
      case .primaryKey(let order, let conflict, let autoincrement):
        try builder.addPrimaryKey(
          nil, conflict: ConflictAction(conflict), isDescending: order == .descending,
          autoIncrement: autoincrement)
      case .notNull(let conflict):
        builder.addNotNull(conflict: ConflictAction(conflict))
      case .null, .named:
        break
      case .unique(let conflict):
        try builder.addUnique(nil, conflict: ConflictAction(conflict))
      case .check(let expression, let text):
        addCheck(expression, text)
      case .defaultValue(let expression, let text):
        try builder.addDefault(
          expression: expression, text: ast.string(text).trimmedSQLSpace,
          isConstant: isConstant(expression, text))
      case .collate(let collation):
        try builder.addCollation(ast.string(collation))
      case .references(let clause):
        try addForeignKey(clause, columns: nil, name: constraint.name)
      case .deferrable(let deferral):
        if let last = builder.foreignKeys.indices.last {
          builder.foreignKeys[last].isDeferred = deferral.isInitiallyDeferred
        }
      case .generated(let expression, let storage, _):
        try builder.addGenerated(expression: expression, isStored: storage == .stored)
      }
    }
  }

  /// `DEFAULT word` is the word as a string; `DEFAULT (word)` would be a column.
  private func isConstant(_ expression: ExprID, _ text: SourceRange) -> Bool {
    if case .column = ast[expression] {
      var position = Int(text.start) - 1
      while position >= 0, ast.source.indices.contains(position), ast.source[position].isSQLSpace {
        position -= 1
      }
      let isParenthesised = ast.source.indices.contains(position) && ast.source[position] == 0x28
      if !isParenthesised { return true }
    }
    return ast.isConstantDefault(expression, allowsParameters: !lookup.isStrict)
  }

  private mutating func addCheck(_ expression: ExprID, _ text: SourceRange) {
    builder.checks.append(
      CheckConstraint(
        name: constraintName.map { ast.string($0) }, expression: expression,
        text: Self.dequoted(ast.string(text).trimmedSQLSpace)))
  }

  /// SQLite takes the text of a CHECK for a name: of a text that begins with a quotation mark it keeps what stands
  /// between that and the next one.
  private static func dequoted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first == 0x22 || first == 0x27 || first == 0x60 || first == 0x5b else {
      return text
    }
    let quote = first == 0x5b ? 0x5d : first
    var content: [UInt8] = []
    var index = 1
    while index < bytes.count {
      if bytes[index] == quote {
        guard index + 1 < bytes.count, bytes[index + 1] == quote else { break }
        index += 1
      }
      content.append(bytes[index])
      index += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  // MARK: Table constraints

  private mutating func add(_ constraint: TableConstraint, isFirst: Bool) throws(DatabaseError) {
    if !isFirst, constraint.followsComma { constraintName = nil }
    constraintName = constraint.name ?? constraintName
    switch constraint.kind {
    case .primaryKey(let terms, let autoincrement, let conflict):
      let keys = try keyColumns(terms)
      try builder.addPrimaryKey(
        keys, conflict: ConflictAction(conflict), autoIncrement: autoincrement)
    case .unique(let terms, let conflict):
      try builder.addUnique(try keyColumns(terms), conflict: ConflictAction(conflict))
    case .check(let expression, let text, _):
      addCheck(expression, text)
    case .foreignKey(let columns, let clause):
      try addForeignKey(clause, columns: columns, name: constraint.name)
    case .named:
      break
    }
  }

  private func keyColumns(
    _ terms: NodeList<OrderingTerm>
  ) throws(DatabaseError) -> [TableBuilder.KeyColumn] {
    var keys: [TableBuilder.KeyColumn] = []
    for term in ast[terms] {
      try Self.refuseNullsOrder(term)
      let inner = ast.withoutCollation(term.expression)
      let name: String
      switch ast[inner] {
      case .column(let column): name = ast.string(column)
      case .string(let text): name = ast.string(text)
      default:
        throw DatabaseError(.error, "expressions prohibited in PRIMARY KEY and UNIQUE constraints")
      }
      guard let column = builder.columnIndex(named: name) else {
        throw DatabaseError(
          .error, "no such column: \(name)", sqlOffset: Int(ast.range(inner).start))
      }
      var collation = builder.columns[column].definition.collationName ?? "BINARY"
      if case .collate(_, let id) = ast[term.expression] {
        collation = ast.string(ast[id])
        _ = try lookup.collation(named: collation)
      }
      keys.append(
        TableBuilder.KeyColumn(
          column: column, collationName: collation, isDescending: term.order == .descending))
    }
    return keys
  }

  static func refuseNullsOrder(_ term: OrderingTerm) throws(DatabaseError) {
    switch term.nulls {
    case .unspecified: break
    case .first: throw DatabaseError(.error, "unsupported use of NULLS FIRST")
    case .last: throw DatabaseError(.error, "unsupported use of NULLS LAST")
    }
  }

  private mutating func addForeignKey(
    _ clause: ForeignKeyClause, columns: NodeList<Name>?, name: Name?
  ) throws(DatabaseError) {
    let parent = ast.string(clause.table)
    let parentColumns = ast[clause.columns].map { ast.string($0) }
    var children: [Int] = []
    if let columns {
      guard parentColumns.isEmpty || parentColumns.count == columns.count else {
        throw DatabaseError(
          .error,
          "number of columns in foreign key does not match the number of columns in the referenced table")
      }
      for column in ast[columns] {
        let text = ast.string(column)
        guard let index = builder.columnIndex(named: text) else {
          throw DatabaseError(.error, "unknown column \"\(text)\" in foreign key definition")
        }
        children.append(index)
      }
    } else {
      let last = builder.columns.count - 1
      guard parentColumns.count <= 1 else {
        throw DatabaseError(
          .error,
          "foreign key on \(builder.columns.last?.definition.name ?? "") should reference only one column"
            + " of table \(parent)", sqlOffset: Int(clause.table.range.start))
      }
      children = [last]
    }
    builder.foreignKeys.append(
      ForeignKeyDefinition(
        name: name.map { ast.string($0) }, columns: children, parentTable: parent,
        parentColumns: parentColumns, onDelete: .init(clause.onDelete), onUpdate: .init(clause.onUpdate),
        isDeferred: clause.deferral.isInitiallyDeferred))
  }

  // MARK: Expressions

  private func checkExpressions() throws(DatabaseError) {
    // Whatever else is wrong, this is what SQLite says.
    try builder.checkGeneratedColumns()
    var failure: DatabaseError?
    let check = expressionCheck(.check)
    do throws(DatabaseError) {
      for constraint in builder.checks { try check.check(constraint.expression) }
    } catch {
      failure = error
    }
    // Each generated column is looked at, and the last error counts, but for columns that are not there.
    let generated = expressionCheck(.generated)
    for column in builder.columns {
      guard let expression = column.definition.generatedExpression else { continue }
      do throws(DatabaseError) {
        try generated.check(expression)
      } catch  where failure == nil || !error.message.hasPrefix("no such column") {
        failure = error
      } catch {}
    }
    if let failure { throw failure }
    if lookup.isStrict { try refuseGeneratedLoops() }
  }

  private func expressionCheck(_ place: SchemaExpressionCheck.Place) -> SchemaExpressionCheck {
    let builder = self.builder
    return SchemaExpressionCheck(
      ast: ast, place: place, lookup: lookup, tableName: builder.name, schemaName: schemaName,
      hasRowID: !builder.isWithoutRowID, hasColumn: { builder.columnIndex(named: $0) != nil })
  }

  /// Virtual columns that need themselves to be computed.
  private func refuseGeneratedLoops() throws(DatabaseError) {
    var state = [UInt8](repeating: 0, count: builder.columns.count)
    for column in builder.columns.indices.reversed() { try visit(column, &state) }
  }

  private func visit(_ column: Int, _ state: inout [UInt8]) throws(DatabaseError) {
    let definition = builder.columns[column].definition
    guard definition.generated == .virtual, let expression = definition.generatedExpression,
      state[column] != 2
    else { return }
    guard state[column] == 0 else {
      throw GeneratedColumns.loopError(definition.name)
    }
    state[column] = 1
    try visitColumns(of: expression, &state)
    state[column] = 2
  }

  private func visitColumns(of expression: ExprID, _ state: inout [UInt8]) throws(DatabaseError) {
    if case .column(let name) = ast[expression], let column = builder.columnIndex(named: ast.string(name)) {
      try visit(column, &state)
    }
    var copy = state
    try ast.forEachChild(of: expression) { (child) throws(DatabaseError) in
      try visitColumns(of: child, &copy)
    }
    state = copy
  }
}

extension ConflictAction {
  init(_ clause: ApusSQL.ConflictAction) {
    self = ConflictAction(rawValue: clause.rawValue) ?? .unspecified
  }
}

extension ForeignKeyDefinition.Action {
  init(_ clause: ForeignKeyAction) {
    switch clause {
    case .unspecified, .noAction: self = .noAction
    case .restrict: self = .restrict
    case .setNull: self = .setNull
    case .setDefault: self = .setDefault
    case .cascade: self = .cascade
    }
  }
}
