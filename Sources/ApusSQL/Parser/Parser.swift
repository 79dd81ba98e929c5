// A recursive-descent parser of SQLite's grammar; expressions by precedence climbing. One token of lookahead.
//
// SQLite's own parser is table-driven: a keyword that the grammar cannot use at some point is taken as an
// identifier. Here the same rule reads: look for the keywords first, then for `isID`, `isColumnName`, `isName`.
//
// Invariants:
// - `token` is the first token not yet consumed; `lastEnd` is the offset behind the last one consumed.
// - Recursion passes through `enter()`, which counts it.
// - Inside the parser the thrown error is empty and the message lies in `failure`: frames stay small.
// - Lists under construction lie on the stacks in `scratch`: each list takes off what it pushed.
// - Offsets put into the arena are relative to `origin`, the first token of the statement.

/// Turns SQL text into an ``AST``. Keep one and use it again: its stacks keep their memory.
///
/// ```swift
/// var parser = Parser()
/// var ast = AST()
/// let parsed = try parser.parseStatement("SELECT a FROM t", into: &ast)
/// ```
public struct Parser: ~Copyable {
  /// The limits; a longer or deeper statement is an error.
  public var limits = ParserLimits()

  var ast = AST()
  var lexer = Lexer(UnsafeBufferPointer(start: nil, count: 0), position: 0)
  var token = Token(kind: .endOfText, start: 0, end: 0)
  var lastEnd = 0
  var origin = 0
  var depth = 0
  var isInTrigger = false
  /// A WITH has been read in the statement.
  var hasWith = false
  /// Where the stack was when parsing began.
  var stackStart = 0
  var scratch = ParserScratch()
  /// Height of each expression, parallel to `ast.expressions`.
  var heights = ScratchStack<Int32>()
  /// Height of each SELECT, parallel to `ast.selects`.
  var selectHeights = ScratchStack<Int32>()
  /// What to report when a `ParseFailure` has been thrown.
  var failure = SyntaxError(message: "", offset: 0, length: 0)
  /// The end of the texts that name result columns: comments behind the statement may be part of one.
  var namedEnd = 0
  /// Text and number of each named parameter so far.
  var namedParameters: [ParameterUse] = []

  /// Makes a parser.
  public init() {}

  /// Parses the first statement at or after an offset.
  ///
  /// - Parameters:
  ///   - input: SQL text. Bytes need not be valid UTF-8; a zero byte ends the text.
  ///   - offset: Where to begin.
  ///   - ast: The arena, which is emptied first.
  /// - Returns: The statement, or `nil` if there are only blanks, comments and semicolons.
  /// - Throws: ``SyntaxError`` with SQLite's message; its offset is relative to `input`.
  /// - Complexity: O(n) in the length of the statement.
  public mutating func parseStatement(
    _ input: UnsafeBufferPointer<UInt8>, from offset: Int = 0, into ast: inout AST
  ) throws(SyntaxError) -> ParsedStatement? {
    swap(&self.ast, &ast)
    defer { swap(&self.ast, &ast) }
    begin(input, from: offset)
    guard input.count <= limits.sqlLength else {
      throw SyntaxError(message: "query string is too large", offset: 0, length: 0)
    }
    do throws(ParseFailure) {
      try advance()
      while token.kind == .semicolon { try advance() }
      if token.kind == .endOfText { return nil }
      origin = token.start
      let parsed = try parseTopLevel()
      keepSource(input, to: max(parsed.end, namedEnd))
      return parsed
    } catch {
      throw failure
    }
  }

  /// Parses an expression that fills the whole input.
  ///
  /// - Returns: The expression, in `ast`.
  /// - Throws: ``SyntaxError`` as for statements.
  public mutating func parseExpression(
    _ input: UnsafeBufferPointer<UInt8>, into ast: inout AST
  ) throws(SyntaxError) -> ExprID {
    swap(&self.ast, &ast)
    defer { swap(&self.ast, &ast) }
    begin(input, from: 0)
    do throws(ParseFailure) {
      try advance()
      origin = token.start
      let expression = try parseExpression(.lowest)
      guard token.kind == .endOfText else { throw unexpected() }
      keepSource(input, to: lastEnd)
      return expression
    } catch {
      throw failure
    }
  }

  private mutating func begin(_ input: UnsafeBufferPointer<UInt8>, from offset: Int) {
    ast.reset()
    scratch.reset()
    heights.truncate(to: 0)
    selectHeights.truncate(to: 0)
    if !namedParameters.isEmpty { namedParameters.removeAll(keepingCapacity: true) }
    lexer = Lexer(input, position: offset)
    token = Token(kind: .endOfText, start: lexer.position, end: lexer.position)
    lastEnd = lexer.position
    namedEnd = 0
    origin = 0
    depth = 0
    stackStart = Self.stackAddress()
    isInTrigger = false
    hasWith = false
  }

  private mutating func keepSource(_ input: UnsafeBufferPointer<UInt8>, to end: Int) {
    guard origin >= 0, origin < end, end <= input.count else { return }
    ast.source.append(contentsOf: UnsafeBufferPointer(rebasing: input[origin..<end]))
  }
}

extension Parser {
  /// Parses the first statement of a string; see ``parseStatement(_:from:into:)``.
  public mutating func parseStatement(
    _ sql: String, into ast: inout AST
  ) throws(SyntaxError) -> ParsedStatement? {
    var sql = sql
    var outcome: Result<ParsedStatement?, SyntaxError> = .success(nil)
    sql.withUTF8 { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parseStatement(bytes, from: 0, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Parses the first statement of bytes; see ``parseStatement(_:from:into:)``.
  public mutating func parseStatement(
    utf8 sql: [UInt8], into ast: inout AST
  ) throws(SyntaxError) -> ParsedStatement? {
    var outcome: Result<ParsedStatement?, SyntaxError> = .success(nil)
    sql.withUnsafeBufferPointer { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parseStatement(bytes, from: 0, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Parses an expression that fills a string.
  public mutating func parseExpression(_ sql: String, into ast: inout AST) throws(SyntaxError) -> ExprID {
    var sql = sql
    var outcome: Result<ExprID, SyntaxError> = .success(ExprID(0))
    sql.withUTF8 { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parseExpression(bytes, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }
}
