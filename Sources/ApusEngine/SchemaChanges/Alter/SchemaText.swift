import ApusSQL

/// The statement in a row of the schema table, parsed again to be rewritten or tested, and what its names mean.
struct SchemaText {
  let ast: AST
  let statement: Statement
  let names = NameRecorder()
  /// The database whose schema table the row stands in.
  let database: Int
  private let sql: [UInt8]
  /// Where the statement begins in the text; ranges of the tree count from there.
  private let start: Int

  init(_ sql: [UInt8], database: Int) throws(DatabaseError) {
    self.sql = sql
    self.database = database
    guard sql.withUnsafeBytes({ $0.hasPrefixIgnoringCase("create ") }) else {
      throw DatabaseError(.corrupt, "database disk image is malformed")
    }
    var ast = AST()
    var parser = Parser()
    do throws(SyntaxError) {
      guard let parsed = try parser.parseStatement(utf8: sql, into: &ast) else { throw Self.malformed }
      statement = parsed.statement
      start = parsed.start
    } catch {
      throw DatabaseError(.error, error.message)
    }
    self.ast = ast
  }

  private static let malformed = SyntaxError(message: "incomplete input", offset: 0, length: 0)

  func edit() -> TextEdit { TextEdit(sql) }

  /// A range of the tree as a range of the text.
  func range(_ range: SourceRange) -> SourceRange {
    let start = UInt32(truncatingIfNeeded: start)
    return SourceRange(start: range.start &+ start, end: range.end &+ start)
  }

  /// The bytes before and behind two places of the tree.
  func without(from first: Int, to last: Int) -> [UInt8] {
    let first = min(max(first + start, 0), sql.count)
    let last = min(max(last + start, first), sql.count)
    return Array(sql[..<first] + sql[last...])
  }

  func inserting(_ text: [UInt8], at place: Int) -> [UInt8] {
    let place = min(max(place + start, 0), sql.count)
    return sql[..<place] + text + sql[place...]
  }

  /// The offset of the nearest comma in front of a place, the place itself when there is none.
  func comma(before place: UInt32) -> Int {
    let end = min(Int(place) + start, sql.count)
    return (sql[..<end].lastIndex(of: 0x2c) ?? end) - start
  }

  // MARK: Binding

  /// Resolves every name, as when the statement was run: `names` then tells what they mean.
  /// - Throws: the error of the first name that means nothing.
  func bind(_ context: CompilationContext) throws(DatabaseError) {
    switch statement {
    case .createView(let view):
      _ = try binder(context).bindQuery(view.select, parent: nil)
    case .createTrigger(let trigger):
      try TriggerNames(trigger, text: self, binder: binder(context)).bind()
    case .createTable(let table):
      guard let scope = tableScope(ast.string(table.name), context) else { return }
      try bindExpressions(of: table, in: scope, binder(context))
    case .createIndex(let index):
      guard let scope = tableScope(ast.string(index.table), context) else { return }
      let binder = binder(context)
      for term in ast[index.columns] { try bindColumn(term.expression, in: scope, binder) }
      if let filter = index.filter { _ = try binder.bind(filter, in: scope) }
    default: break
    }
  }

  private func binder(_ context: CompilationContext) -> Binder {
    var binder = Binder(ast: ast, context: context)
    binder.parametersAllowed = false
    binder.names = names
    // In the temporary database a name may mean any database's table, elsewhere the own one's.
    if database != 1 { binder.homeSchema = context.catalogs.name(ofDatabase: database) }
    return binder
  }

  private func tableScope(_ name: String, _ context: CompilationContext) -> Scope? {
    guard let table = context.catalogs[database]?.tables[name.lowercasedASCII] else { return nil }
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [
      BoundSource(
        .table(table), name: table.name, schema: context.catalogs.name(ofDatabase: database),
        columns: table.sourceColumns)
    ]
    return scope
  }

  private func bindExpressions(
    of table: CreateTableStatement, in scope: Scope, _ binder: Binder
  ) throws(DatabaseError) {
    guard case .columns(let columns, let constraints) = table.body else { return }
    for column in ast[columns] {
      for constraint in ast[column.constraints] {
        switch constraint.kind {
        case .check(let expression, _), .generated(let expression, _, _):
          _ = try binder.bind(expression, in: scope)
        default: break
        }
      }
    }
    for constraint in ast[constraints] {
      switch constraint.kind {
      case .check(let expression, _, _): _ = try binder.bind(expression, in: scope)
      case .primaryKey(let terms, _, _), .unique(let terms, _):
        for term in ast[terms] { try bindColumn(term.expression, in: scope, binder) }
      default: break
      }
    }
  }

  /// An indexed column, which may be written as a string, or an indexed expression.
  private func bindColumn(_ id: ExprID, in scope: Scope, _ binder: Binder) throws(DatabaseError) {
    let inner = ast.withoutCollation(id)
    guard case .string(let text) = ast[inner] else {
      _ = try binder.bind(id, in: scope)
      return
    }
    let name = Name(text: text, quoting: .single, range: ast.range(inner))
    guard let source = scope.sources.first,
      let column = source.columns.firstIndex(where: { $0.name.equalsIgnoringCase(ast.string(text)) })
    else { throw DatabaseError(.error, "no such column: \(ast.string(text))") }
    names.noteColumn(column, of: source, name: name)
  }

  // MARK: Strings in double quotes

  /// The text with strings in double quotes made literals: renaming a column must not make a name of one.
  /// The strings of DEFAULT stay as they are: no name can be meant there.
  func requoted(_ context: CompilationContext) throws(DatabaseError) -> [UInt8]? {
    try bind(context)
    var edit = edit()
    for string in names.strings { edit.add(range(string)) }
    return edit.isEmpty ? nil : edit.requoted()
  }
}
