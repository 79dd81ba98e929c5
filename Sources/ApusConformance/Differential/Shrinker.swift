// Makes a script small while its last statement still differs.
//
// First statements are left out, in large groups and then one by one. Then each statement is made smaller: runs of its
// tokens are removed, and its expressions replaced by their parts or by literals. A candidate must parse, which keeps
// the engines from being asked about nonsense.

import ApusSQL

struct Shrinker {
  /// Whether a script still shows the difference.
  private let differs: ([String]) -> Bool
  private var script: [String]
  private(set) var attempts = 0
  private let attemptLimit: Int
  private let deadline: Double
  private var tried: Set<[String]> = []

  /// - Parameters:
  ///   - attempts: how often `differs` may be asked.
  ///   - seconds: how long it may take.
  init(_ script: [String], attempts: Int = 4000, seconds: Double = 30, differs: @escaping ([String]) -> Bool)
  {
    self.script = script
    self.differs = differs
    attemptLimit = attempts
    deadline = now() + seconds
  }

  /// The smallest script found.
  mutating func shrink() -> [String] {
    var isSmaller = true
    while isSmaller, !isExhausted {
      isSmaller = dropStatements()
      for index in script.indices.reversed() {
        if reduceTokens(index) { isSmaller = true }
        if replaceExpressions(index) { isSmaller = true }
      }
    }
    for index in script.indices { _ = tidy(index) }
    return script
  }

  /// The statement as the printer writes it.
  private mutating func tidy(_ index: Int) -> Bool {
    var parser = Parser()
    var ast = AST()
    guard let parsed = try? parser.parseStatement(script[index], into: &ast) else { return false }
    return tryText(index, Printer.text(parsed, in: ast))
  }

  private var isExhausted: Bool { attempts >= attemptLimit || now() > deadline }

  private mutating func accept(_ candidate: [String]) -> Bool {
    guard !isExhausted, tried.insert(candidate).inserted else { return false }
    attempts += 1
    guard differs(candidate) else { return false }
    script = candidate
    return true
  }

  private mutating func dropStatements() -> Bool {
    let before = script.count
    var size = max(1, (script.count - 1) / 2)
    while true {
      var start = 0
      while start < script.count - 1 {
        var candidate = script
        candidate.removeSubrange(start..<min(start + size, script.count - 1))
        if !accept(candidate) { start += size }
      }
      if size == 1 { break }
      size /= 2
    }
    return script.count < before
  }

  // MARK: Inside a statement

  private mutating func tryText(_ index: Int, _ text: [UInt8]) -> Bool {
    let sql = String(decoding: text, as: UTF8.self)
    guard Self.parses(sql) else { return false }
    var candidate = script
    candidate[index] = sql
    return accept(candidate)
  }

  static func parses(_ sql: String) -> Bool {
    var parser = Parser()
    var ast = AST()
    guard let parsed = try? parser.parseStatement(sql, into: &ast) else { return false }
    return parsed.next >= sql.utf8.count || parsed.end == sql.utf8.count
  }

  /// Removes runs of tokens with balanced parentheses.
  private mutating func reduceTokens(_ index: Int) -> Bool {
    let before = script[index].utf8.count
    var size = SQLToken.all(in: Array(script[index].utf8)).count / 2
    while size >= 1 {
      var start = 0
      while !isExhausted {
        let text = Array(script[index].utf8)
        let tokens = SQLToken.all(in: text).filter { $0.kind != .space }
        guard start < tokens.count else { break }
        let end = min(start + size, tokens.count)
        if Self.isBalanced(tokens[start..<end], text), tryText(index, Self.without(tokens[start..<end], text))
        {
          continue
        }
        start += 1
      }
      size = size > 12 ? size * 3 / 4 : size - 1
    }
    return script[index].utf8.count < before
  }

  private static func isBalanced(_ tokens: ArraySlice<SQLToken>, _ text: [UInt8]) -> Bool {
    var depth = 0
    for token in tokens where token.kind == .symbol {
      if text[token.range.lowerBound] == UInt8(ascii: "(") { depth += 1 }
      if text[token.range.lowerBound] == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static func without(_ tokens: ArraySlice<SQLToken>, _ text: [UInt8]) -> [UInt8] {
    guard let first = tokens.first, let last = tokens.last else { return text }
    var head = Array(text[..<first.range.lowerBound])
    while head.last == 32 { head.removeLast() }
    let tail = text[last.range.upperBound...].drop { $0 == 32 }
    if !head.isEmpty, !tail.isEmpty { head.append(32) }
    return head + tail
  }

  /// Replaces expressions by the expressions inside them, and by literals.
  private mutating func replaceExpressions(_ index: Int) -> Bool {
    let before = script[index].utf8.count
    var place = 0
    while !isExhausted {
      let text = Array(script[index].utf8)
      let spans = Self.expressions(script[index])
      guard place < spans.count else { break }
      let span = spans[place]
      let inner = spans.filter {
        $0 != span && $0.lowerBound >= span.lowerBound && $0.upperBound <= span.upperBound
      }
      let literals = ["NULL", "1", "0", "'a'"].map { Array($0.utf8) }.filter { $0.count < span.count }
      let parts = inner.prefix(6).map { Array(text[$0]) }
      var isReplaced = false
      for part in literals + parts where part.count < span.count {
        let candidate = Array(text[..<span.lowerBound]) + part + Array(text[span.upperBound...])
        if tryText(index, candidate) {
          isReplaced = true
          break
        }
      }
      if !isReplaced { place += 1 }
    }
    return script[index].utf8.count < before
  }

  /// Where the expressions of a statement lie, the longest first.
  private static func expressions(_ sql: String) -> [Range<Int>] {
    var parser = Parser()
    var ast = AST()
    guard let parsed = try? parser.parseStatement(sql, into: &ast) else { return [] }
    var spans: [Range<Int>] = []
    for range in ast.ranges where range.end > range.start {
      let span = Int(range.start) + parsed.start..<Int(range.end) + parsed.start
      if span.upperBound <= sql.utf8.count, !spans.contains(span) { spans.append(span) }
    }
    return spans.sorted { $0.count > $1.count }
  }
}
