// Names: which tokens may be one, and how quotation marks are taken off.

extension Parser {
  /// A name of a schema object, or behind AS: identifier, join word or string.
  mutating func parseName() throws(ParseFailure) -> Name {
    guard token.kind.isName else { throw unexpected() }
    return try takeName()
  }

  /// A name that is an identifier or string but not a join word.
  mutating func parseIdentifierOrString() throws(ParseFailure) -> Name {
    guard token.kind.isID || token.kind == .string else { throw unexpected() }
    return try takeName()
  }

  /// Takes the current token as a name.
  @inline(never)
  mutating func takeName() throws(ParseFailure) -> Name {
    let name = makeName(token)
    try advance()
    return name
  }

  /// `name` or `schema.name`.
  mutating func parseQualifiedName() throws(ParseFailure) -> (schema: Name?, name: Name) {
    let first = try parseName()
    guard try accept(.dot) else { return (nil, first) }
    return (first, try parseName())
  }

  /// The name that a token spells.
  @inline(never)
  mutating func makeName(_ token: Token) -> Name {
    let (text, quoting) = dequote(token)
    return Name(text: text, quoting: quoting, range: range(token.start, token.end))
  }

  /// The text of a token without its quotation marks.
  @inline(never)
  mutating func dequote(_ token: Token) -> (Text, Quoting) {
    let quoting: Quoting
    switch lexer.byte(token.start) {
    case 0x22: quoting = .double
    case 0x27: quoting = .single
    case 0x5B: quoting = .bracket
    case 0x60: quoting = .backtick
    default: return (text(token.start, token.end), .none)
    }
    guard token.count >= 2 else { return (.empty, quoting) }
    let inner = text(token.start &+ 1, token.end &- 1)
    if quoting == .bracket { return (inner, quoting) }
    let quote = lexer.byte(token.start)
    var index = token.start &+ 1
    while index < token.end &- 1 {
      if lexer.byte(index) == quote { return (dequoteDoubled(token, quote), quoting) }
      index &+= 1
    }
    return (inner, quoting)
  }

  /// A run of the input as text of the arena.
  @inline(__always)
  func text(_ start: Int, _ end: Int) -> Text {
    Text(
      location: UInt32(truncatingIfNeeded: start &- origin), count: UInt32(truncatingIfNeeded: end &- start))
  }

  @inline(never)
  private mutating func dequoteDoubled(_ token: Token, _ quote: UInt8) -> Text {
    let start = ast.ownBytes.count
    var index = token.start &+ 1
    while index < token.end &- 1 {
      let byte = lexer.byte(index)
      ast.ownBytes.append(byte)
      index &+= byte == quote ? 2 : 1
    }
    return Text(
      location: UInt32(truncatingIfNeeded: start) | Text.ownTableBit,
      count: UInt32(truncatingIfNeeded: ast.ownBytes.count &- start))
  }

  /// `(a, b, …)` in a place where SQLite's grammar also reads COLLATE and a sort order, to refuse them.
  mutating func parseColumnNameList() throws(ParseFailure) -> NodeList<Name> {
    try expect(.leftParenthesis)
    let mark = scratch.names.count
    repeat {
      let nameToken = token
      scratch.names.append(try parseName())
      var isAdorned = false
      if try accept(.collate) {
        _ = try parseIdentifierOrString()
        isAdorned = true
      }
      if token.kind == .asc || token.kind == .desc {
        try advance()
        isAdorned = true
      }
      if isAdorned { throw fail("syntax error after column name \"\(text(of: nameToken))\"", at: nameToken) }
    } while try accept(.comma)
    try expect(.rightParenthesis)
    return takeNames(from: mark)
  }

  /// `(a, b, …)` behind a table name, if there is one.
  mutating func parseOptionalColumnNameList() throws(ParseFailure) -> NodeList<Name> {
    token.kind == .leftParenthesis ? try parseColumnNameList() : .empty
  }

  /// `a, b, …` of plain names.
  mutating func parseNameList() throws(ParseFailure) -> NodeList<Name> {
    let mark = scratch.names.count
    repeat { scratch.names.append(try parseName()) } while try accept(.comma)
    return takeNames(from: mark)
  }
}
