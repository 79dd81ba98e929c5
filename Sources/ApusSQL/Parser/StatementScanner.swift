// Where statements end, found from tokens alone: for shells that read lines until a statement is complete, and
// for splitting scripts without parsing them.
//
// A semicolon ends a statement, but inside CREATE TRIGGER only the semicolon behind `; END` does.

/// Finds the ends of statements.
public enum StatementScanner {
  /// Whether the text ends with a complete statement, as SQLite's `sqlite3_complete` decides it: blanks and
  /// comments may follow the last semicolon, and a text of blanks alone is not complete.
  public static func isComplete(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
    var machine = StateMachine()
    var lexer = Lexer(input, position: 0)
    while true {
      let token = lexer.scan()
      switch token.kind {
      case .endOfText: return machine.state == .start && !lexer.isInsideComment
      case .illegal where token.end >= input.count && isOpenQuote(input, token): return false
      case .variable, .illegal:
        // The colons and parentheses of Tcl's names are not looked for: a semicolon after them is one.
        machine.step(token.kind)
        lexer = Lexer(input, position: min(token.end, endOfWord(input, token)))
      default: machine.step(token.kind)
      }
    }
  }

  /// Whether a string ends with a complete statement; see ``isComplete(_:)-(UnsafeBufferPointer<UInt8>)``.
  public static func isComplete(_ sql: String) -> Bool {
    var sql = sql
    return sql.withUTF8 { isComplete($0) }
  }

  /// The offset behind the semicolon that ends the statement at `offset`, or the length of the input.
  ///
  /// Works on text that does not parse; for text that does, `ParsedStatement.next` says the same.
  public static func nextStatement(_ input: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var machine = StateMachine()
    var lexer = Lexer(input, position: offset)
    while true {
      let token = lexer.scan()
      if token.kind == .endOfText { return input.count }
      machine.step(token.kind)
      if token.kind == .semicolon && machine.state == .start { return token.end }
    }
  }

  /// Behind the first byte of a token and the bytes of identifiers that follow it.
  private static func endOfWord(_ input: UnsafeBufferPointer<UInt8>, _ token: Token) -> Int {
    var end = token.start + 1
    while end < token.end, CharacterClass.isIdentifier(input[end]) { end += 1 }
    return end
  }

  private static func isOpenQuote(_ input: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
    guard token.start < input.count else { return false }
    switch input[token.start] {
    case 0x22, 0x27, 0x5B, 0x60: return true
    default: return false
    }
  }

  /// The states between two ends of statements.
  private struct StateMachine {
    enum State { case invalid, start, normal, explain, create, trigger, semicolon, end }
    var state = State.invalid

    mutating func step(_ token: TokenKind) {
      switch state {
      case .invalid, .start: state = first(token)
      case .explain:
        switch token {
        case .create: state = .create
        case .semicolon: state = .start
        case .explain, .temp, .temporary, .trigger, .end: state = .normal
        default: state = .explain
        }
      case .create:
        switch token {
        case .semicolon: state = .start
        case .temp, .temporary: state = .create
        case .trigger: state = .trigger
        default: state = .normal
        }
      case .normal: if token == .semicolon { state = .start }
      case .trigger: if token == .semicolon { state = .semicolon }
      case .semicolon:
        if token == .end { state = .end } else if token != .semicolon { state = .trigger }
      case .end:
        if token == .semicolon { state = .start } else { state = .trigger }
      }
    }

    private func first(_ token: TokenKind) -> State {
      switch token {
      case .semicolon: return .start
      case .explain: return .explain
      case .create: return .create
      default: return .normal
      }
    }
  }
}
