// CREATE TABLE: columns, types, options. Constraints are in `Parser+Constraints.swift`.

extension Parser {
  /// Behind `CREATE [TEMP] TABLE`.
  mutating func parseCreateTable(isTemporary: Bool) throws(ParseFailure) -> Statement {
    let ifNotExists = try parseIfNotExists()
    let (schema, name) = try parseQualifiedName()
    var statement = CreateTableStatement(
      isTemporary: isTemporary, ifNotExists: ifNotExists, schema: schema, name: name,
      body: .columns(.empty, .empty))
    if try accept(.as) {
      statement.body = .select(try parseSelect())
      return .createTable(statement)
    }
    try expect(.leftParenthesis)
    let columnMark = scratch.columns.count
    let constraintMark = scratch.tableConstraints.count
    repeat {
      if token.kind.beginsTableConstraint && scratch.columns.count > columnMark {
        try parseTableConstraints()
        break
      }
      let column = try parseColumnDefinition()
      scratch.columns.append(column)
      if scratch.columns.count &- columnMark > limits.columns {
        let text = sourceText(name)
        throw fail("too many columns on \(ast.string(text))")
      }
      statement.columnsEnd = range(token.start, token.end)
    } while try accept(.comma)
    try expect(.rightParenthesis)
    statement.body = .columns(takeColumns(from: columnMark), takeTableConstraints(from: constraintMark))
    try parseTableOptions(&statement)
    return .createTable(statement)
  }

  /// The text of a name before the arena has its source: copied to the arena's own table.
  private mutating func sourceText(_ name: Name) -> Text {
    guard name.text.location & Text.ownTableBit == 0 else { return name.text }
    let start = Int(name.text.location) &+ origin
    return ast.addText(bytes(of: Token(kind: .identifier, start: start, end: start &+ Int(name.text.count))))
  }

  /// `IF NOT EXISTS`.
  mutating func parseIfNotExists() throws(ParseFailure) -> Bool {
    guard try accept(.if) else { return false }
    try expect(.not)
    try expect(.exists)
    return true
  }

  private mutating func parseTableOptions(_ statement: inout CreateTableStatement) throws(ParseFailure) {
    guard token.kind == .comma || token.kind == .without || token.kind.isName else { return }
    if token.kind == .comma { try advance() }
    repeat {
      let isWithout = try accept(.without)
      let option = token
      guard option.kind.isName else { throw unexpected() }
      if isWithout, matches(option, "rowid") {
        statement.isWithoutRowid = true
      } else if !isWithout, matches(option, "strict") {
        statement.isStrict = true
      } else {
        throw fail("unknown table option: \(text(of: option))", at: option)
      }
      try advance()
    } while try accept(.comma)
  }

  /// Whether a token is a word, letter case aside.
  func matches(_ token: Token, _ word: StaticString) -> Bool {
    let bytes = bytes(of: token)
    return word.withUTF8Buffer { word in
      guard word.count == bytes.count else { return false }
      return zip(word, bytes).allSatisfy { AST.lowercased($0) == AST.lowercased($1) }
    }
  }

  /// A column with its type and constraints.
  mutating func parseColumnDefinition() throws(ParseFailure) -> ColumnDefinition {
    let start = token.start
    let name = try parseName()
    let type = cutGenerated(try parseTypeName())
    let constraints = try parseColumnConstraints(of: name)
    return ColumnDefinition(name: name, type: type, constraints: constraints, range: range(from: start))
  }

  /// A type name: words, then perhaps one or two numbers in parentheses. The text is what stands in the source.
  mutating func parseTypeName() throws(ParseFailure) -> Text {
    guard token.kind.isID || token.kind == .string else { return .empty }
    let start = token.start
    repeat { try advance() } while token.kind.isID || token.kind == .string
    if try accept(.leftParenthesis) {
      try parseSignedNumber()
      if try accept(.comma) { try parseSignedNumber() }
      try expect(.rightParenthesis)
    }
    return text(start, lastEnd)
  }

  private mutating func parseSignedNumber() throws(ParseFailure) {
    if token.kind == .plus || token.kind == .minus { try advance() }
    guard token.kind == .integer || token.kind == .float else { throw unexpected() }
    try advance()
  }

  /// Cuts `ALWAYS` and a `GENERATED` before it from a column type of at least sixteen bytes, as SQLite does:
  /// both words are identifiers here, so they were read as words of the type.
  private func cutGenerated(_ type: Text) -> Text {
    let start = Int(type.location) &+ origin
    let end = start &+ Int(type.count)
    guard type.count >= 16, ends(end, with: "always") else { return type }
    var cut = trimmed(start, end &- 6)
    if cut &- start >= 9, ends(cut, with: "generated") { cut = trimmed(start, cut &- 9) }
    return cut > start ? text(start, cut) : .empty
  }

  private func ends(_ end: Int, with word: StaticString) -> Bool {
    matches(Token(kind: .identifier, start: end &- word.utf8CodeUnitCount, end: end), word)
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, CharacterClass.isSpace(lexer.byte(end &- 1)) { end &-= 1 }
    return end
  }
}

extension TokenKind {
  /// Whether a table constraint may begin here.
  var beginsTableConstraint: Bool {
    switch self {
    case .constraint, .primary, .unique, .check, .foreign: return true
    default: return false
    }
  }
}
