/// Breaks text into the lines of a table's cell. A control character other than a tab ends a line; tabs go to the
/// next multiple of eight. Widths count characters, each as one column.
enum TextWrapping {
  /// Characters of UTF-8 text.
  static func width(_ text: some Sequence<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
  }

  /// At least one line.
  static func lines(_ text: [UInt8], width: Int, atWords: Bool) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var rest = text[...]
    repeat {
      let (end, next) = firstLine(rest, width: width, atWords: atWords)
      result.append(expandingTabs(rest[rest.startIndex..<end], width: width))
      guard let next else { break }
      rest = rest[next...]
    } while true
    return result
  }

  /// Where the first line ends, and where the next begins if there is one.
  private static func firstLine(
    _ text: ArraySlice<UInt8>, width: Int, atWords: Bool
  ) -> (end: Int, next: Int?) {
    var index = text.startIndex
    var column = 0
    while column < width, index < text.endIndex {
      let byte = text[index]
      if byte == 9 {
        repeat { column += 1 } while column & 7 != 0 && column < width
        index += 1
      } else if byte >= 0x20 {
        column += 1
        repeat { index += 1 } while index < text.endIndex && text[index] & 0xc0 == 0x80
      } else {
        break
      }
    }
    guard index < text.endIndex else { return (index, nil) }
    if column >= width, text[index] >= 0x20 {
      guard atWords, let word = wordEnd(text, index) else { return (index, index) }
      var next = word
      while next < text.endIndex, text[next] == 0x20 { next += 1 }
      return (word, next < text.endIndex ? next : nil)
    }
    let length = text[index] == 13 && index + 1 < text.endIndex && text[index + 1] == 10 ? 2 : 1
    let next = index + length
    return (index, next < text.endIndex ? next : nil)
  }

  /// A better place to break before `limit`, in the second half of the line: behind white space, else between kinds of
  /// characters.
  private static func wordEnd(_ text: ArraySlice<UInt8>, _ limit: Int) -> Int? {
    let half = text.startIndex + (limit - text.startIndex) / 2
    var index = limit
    while index > half {
      if isSpace(text[index - 1]) { return index }
      index -= 1
    }
    index = limit
    while index > half {
      if isWord(text[index - 1]) != isWord(text[index]) && text[index] & 0xc0 != 0x80 { return index }
      index -= 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func expandingTabs(_ line: ArraySlice<UInt8>, width: Int) -> [UInt8] {
    guard line.contains(9) else { return Array(line) }
    var result: [UInt8] = []
    var column = 0
    for byte in line {
      if byte == 9 {
        repeat {
          result.append(0x20)
          column += 1
        } while column & 7 != 0 && column < width
      } else {
        result.append(byte)
        if byte & 0xc0 != 0x80 { column += 1 }
      }
    }
    return result
  }
}
