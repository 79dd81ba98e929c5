// Consuming tokens, and the errors that name one.

extension Parser {
  /// Steps to the next token. Not inlined: the frames of the recursive functions have to stay small.
  @inline(never)
  mutating func advance() throws(ParseFailure) {
    lastEnd = token.end
    token = lexer.next()
    if token.kind == .illegal { throw unrecognized(token) }
  }

  /// Consumes a token of this kind if it is next.
  @inline(__always)
  mutating func accept(_ kind: TokenKind) throws(ParseFailure) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Consumes a token of this kind.
  @inline(__always)
  mutating func expect(_ kind: TokenKind) throws(ParseFailure) {
    guard token.kind == kind else { throw unexpected() }
    try advance()
  }

  /// Counts one level of recursion and measures the stack.
  @inline(never)
  mutating func enter() throws(ParseFailure) {
    depth &+= 1
    let used = stackStart &- Self.stackAddress()
    if depth > limits.nestingDepth || abs(used) > limits.stackBytes { throw fail("parser stack overflow") }
  }

  /// The address of a local variable: about where the stack ends now.
  @inline(never)
  static func stackAddress() -> Int {
    var local: UInt8 = 0
    return withUnsafeMutablePointer(to: &local) { Int(bitPattern: $0) }
  }

  /// Ends one level of recursion.
  @inline(__always)
  mutating func leave() { depth &-= 1 }

  /// The error for a token that the grammar does not allow here.
  @inline(never)
  mutating func unexpected() -> ParseFailure {
    if token.kind == .endOfText {
      return fail("incomplete input")
    }
    return syntaxError(near: token)
  }

  /// The error `near "…": syntax error`.
  mutating func syntaxError(near token: Token) -> ParseFailure {
    fail("near \"\(text(of: token))\": syntax error", at: token)
  }

  /// The error for bytes that begin no token.
  @inline(never)
  mutating func unrecognized(_ token: Token) -> ParseFailure {
    fail("unrecognized token: \"\(text(of: token))\"", at: token)
  }

  /// An error at the current token.
  @inline(never)
  mutating func fail(_ message: String) -> ParseFailure { fail(message, at: token) }

  /// An error at a token.
  @inline(never)
  mutating func fail(_ message: String, at token: Token) -> ParseFailure {
    failure = SyntaxError(message: message, offset: token.start, length: token.count)
    return ParseFailure()
  }

  /// The bytes of a token.
  func bytes(of token: Token) -> UnsafeBufferPointer<UInt8> {
    guard token.start >= 0, token.end <= lexer.count, token.start < token.end else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: lexer.base + token.start, count: token.count)
  }

  /// The text of a token, for messages.
  @inline(never)
  func text(of token: Token) -> String { String(decoding: bytes(of: token), as: UTF8.self) }

  /// A span relative to the statement.
  @inline(__always)
  func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(
      start: UInt32(truncatingIfNeeded: start &- origin), end: UInt32(truncatingIfNeeded: end &- origin))
  }

  /// The span from `start` to the last consumed token.
  @inline(__always)
  func range(from start: Int) -> SourceRange { range(start, lastEnd) }

  /// The kind of the token behind the current one.
  func peek() -> TokenKind {
    var ahead = lexer
    return ahead.next().kind
  }
}
