// Just enough of SQL's tokens to split scripts, to find an outer ORDER BY, and to take statements apart when they are
// shrunk. Works on bytes that need not be valid SQL.

/// A token of a text.
struct SQLToken: Equatable {
  enum Kind { case space, word, number, quoted, semicolon, symbol }
  var kind: Kind
  var range: Range<Int>

  /// The tokens of a text without gaps.
  static func all(in text: [UInt8]) -> [SQLToken] {
    var tokens: [SQLToken] = []
    var start = 0
    while start < text.count {
      let (kind, end) = next(text, start)
      tokens.append(SQLToken(kind: kind, range: start..<end))
      start = end
    }
    return tokens
  }

  private static func next(_ text: [UInt8], _ start: Int) -> (Kind, Int) {
    let byte = text[start]
    var end = start + 1
    func scan(_ test: (UInt8) -> Bool) { while end < text.count, test(text[end]) { end += 1 } }
    func follows(_ other: UInt8) -> Bool { start + 1 < text.count && text[start + 1] == other }
    if isSpace(byte) {
      scan(isSpace)
      return (.space, end)
    }
    if byte == UInt8(ascii: "-"), follows(byte) {
      scan { $0 != 10 }
      return (.space, min(end + 1, text.count))
    }
    if byte == UInt8(ascii: "/"), follows(UInt8(ascii: "*")) {
      end = start + 2
      while end < text.count,
        !(text[end] == UInt8(ascii: "*") && end + 1 < text.count && text[end + 1] == byte)
      {
        end += 1
      }
      return (.space, min(end + 2, text.count))
    }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      while end < text.count {
        if text[end] == byte {
          guard end + 1 < text.count, text[end + 1] == byte else { break }
          end += 1
        }
        end += 1
      }
      return (.quoted, min(end + 1, text.count))
    case UInt8(ascii: "["):
      scan { $0 != UInt8(ascii: "]") }
      return (.quoted, min(end + 1, text.count))
    case UInt8(ascii: ";"): return (.semicolon, end)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scan { isWord($0) || $0 == UInt8(ascii: ".") }
      return (.number, end)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      if follows(UInt8(ascii: "'")) {
        end = start + 2
        scan { $0 != UInt8(ascii: "'") }
        return (.quoted, min(end + 1, text.count))
      }
      scan(isWord)
      return (.word, end)
    case UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "-"):
      let pairs = ["||", "<<", ">>", "<=", ">=", "==", "!=", "<>", "->"]
      guard start + 1 < text.count, pairs.contains(String(decoding: text[start..<start + 2], as: UTF8.self))
      else {
        return (.symbol, end)
      }
      end = start + 2
      if byte == UInt8(ascii: "-"), end < text.count, text[end] == UInt8(ascii: ">") { end += 1 }
      return (.symbol, end)
    default:
      guard isWord(byte) else { return (.symbol, end) }
      scan(isWord)
      return (.word, end)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 36, 128...255: true
    default: false
    }
  }
}

/// Questions about a statement's text.
enum SQLText {
  /// The token's text in upper case.
  private static func word(_ token: SQLToken, _ text: [UInt8]) -> String {
    String(decoding: text[token.range], as: UTF8.self).uppercased()
  }

  /// Whether ORDER BY stands outside of all parentheses.
  static func hasOuterOrderBy(_ text: [UInt8]) -> Bool {
    var depth = 0
    var previous = ""
    for token in SQLToken.all(in: text) where token.kind != .space {
      let word = word(token, text)
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      if depth == 0, previous == "ORDER", word == "BY" { return true }
      previous = word
    }
    return false
  }

  /// The statements of a script, each with its semicolon. Those of a trigger's body stay in the trigger.
  static func statements(_ text: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var start: Int?
    var head: [String] = []
    var last: [String] = []
    for token in SQLToken.all(in: text) where token.kind != .space {
      guard token.kind == .semicolon else {
        if start == nil { start = token.range.lowerBound }
        let word = word(token, text)
        if head.count < 8 { head.append(word) }
        last.append(word)
        continue
      }
      guard let begin = start else { continue }
      if isTrigger(head), last != ["END"] {
        last = []
        continue
      }
      result.append(Array(text[begin..<token.range.upperBound]))
      (start, head, last) = (nil, [], [])
    }
    if let start {
      var rest = text[start...]
      while let byte = rest.last, byte <= 32 { rest.removeLast() }
      if !rest.isEmpty { result.append(Array(rest)) }
    }
    return result
  }

  private static func isTrigger(_ head: [String]) -> Bool {
    var words = head[...]
    if words.first == "EXPLAIN" {
      words = words.dropFirst()
      if words.prefix(2) == ["QUERY", "PLAN"] { words = words.dropFirst(2) }
    }
    guard words.first == "CREATE" else { return false }
    words = words.dropFirst()
    if words.first == "TEMP" || words.first == "TEMPORARY" { words = words.dropFirst() }
    return words.first == "TRIGGER"
  }
}
