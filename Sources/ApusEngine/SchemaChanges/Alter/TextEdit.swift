import ApusSQL

/// Replaces tokens of a text and keeps all other bytes.
struct TextEdit {
  private let text: [UInt8]
  private var ranges: Set<SourceRange> = []

  init(_ text: [UInt8]) { self.text = text }

  var isEmpty: Bool { ranges.isEmpty }

  mutating func add(_ range: SourceRange) {
    if !range.isEmpty, Int(range.end) <= text.count { ranges.insert(range) }
  }

  /// Every token becomes `name`: as it is where the token was a bare word and the user wrote the name without quotation marks,
  /// else in double quotes. A blank keeps it apart from a quotation mark behind it.
  func renamed(to name: String, isQuoted: Bool) -> [UInt8] {
    let bare = Array(name.utf8)
    let quoted = Self.quoted(bare, 0x22)
    return replacing { first, following in
      if !isQuoted, Self.isIdentifier(first) { return bare }
      return following == 0x22 ? quoted + [0x20] : quoted
    }
  }

  /// Every token, a string in double quotes, becomes the same in single quotes.
  func requoted() -> [UInt8] {
    replacing(withToken: { token, following in
      var content: [UInt8] = []
      var index = 1
      while index < token.count - 1 {
        content.append(token[index])
        index += token[index] == 0x22 ? 2 : 1
      }
      let string = Self.quoted(content, 0x27)
      return following == 0x27 ? string + [0x20] : string
    })
  }

  private func replacing(_ replacement: (_ first: UInt8, _ following: UInt8?) -> [UInt8]) -> [UInt8] {
    replacing(withToken: { token, following in replacement(token.first ?? 0, following) })
  }

  private func replacing(
    withToken replacement: (_ token: [UInt8], _ following: UInt8?) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for range in ranges.sorted(by: { $0.start < $1.start }) where Int(range.start) >= position {
      let end = Int(range.end)
      result += text[position..<Int(range.start)]
      result += replacement(Array(text[Int(range.start)..<end]), end < text.count ? text[end] : nil)
      position = end
    }
    return result + text[position...]
  }

  static func quoted(_ bytes: [UInt8], _ quote: UInt8) -> [UInt8] {
    var result = [quote]
    for byte in bytes {
      result.append(byte)
      if byte == quote { result.append(quote) }
    }
    result.append(quote)
    return result
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5f || byte == 0x24 || (byte >= 0x30 && byte <= 0x39)
      || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a)
  }
}
