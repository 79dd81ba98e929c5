/// The place of an error in a statement: a line of it, and a caret under the place.
enum ErrorContext {
  /// Bytes of text in front of the place, and in all.
  private static let before = 50
  private static let length = 78

  /// - Parameter offset: of the place, in bytes; nil or behind the text: there is nothing to show.
  static func describe(_ text: [UInt8], offset: Int?) -> String {
    guard let offset, offset >= 0, offset < text.count else { return "" }
    var start = max(0, offset - before)
    while start < offset, text[start] & 0xc0 == 0x80 { start += 1 }
    var end = min(text.count, start + length)
    while end > start, end < text.count, text[end] & 0xc0 == 0x80 { end -= 1 }
    let line = text[start..<end].map { isBlank($0) ? UInt8(ascii: " ") : $0 }
    let column = offset - start
    let caret =
      column < 25
      ? String(repeating: " ", count: column) + "^--- error here"
      : String(repeating: " ", count: column - 14) + "error here ---^"
    return "\n  " + String(decoding: line, as: UTF8.self) + "\n  " + caret
  }
}
