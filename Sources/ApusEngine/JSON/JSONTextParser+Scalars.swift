// Texts and numbers of JSON text.

extension JSONTextParser {
  /// The text between quotes at `start`: appended as it stands, its type says what its escapes are.
  @inline(__always)
  mutating func string(_ start: Int) -> Int {
    let quote = text[start]
    var index = start &+ 1
    if quote == 0x22 {
      index = skipPlain(index)
      if text[index] == 0x22 {
        appendText(JSONType.text, start &+ 1, index &- start &- 1)
        return index &+ 1
      }
    }
    return specialString(start, index)
  }

  /// The first byte at or after `index` that is a quote, a backslash or a control character.
  @inline(__always)
  private func skipPlain(_ start: Int) -> Int {
    var index = start
    let base = UnsafeRawPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    while true {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ (0x22 &* ones)
      let slashes = word ^ (0x5c &* ones)
      // A byte's top bit: the byte is zero after the exclusive or, or is below 0x20. A borrow from below can mark
      // only bytes behind the first one that counts. The zeros behind the text end the search.
      let found =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- 0x20 &* ones) & ~word))
        & tops
      if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
  }

  /// A text with quotes of the other kind, escapes, or control characters.
  @inline(never)
  private mutating func specialString(_ start: Int, _ first: Int) -> Int {
    let quote = text[start]
    var type = JSONType.text
    var index = first
    while true {
      let byte = text[index]
      if byte == quote { break }
      if byte == 0x5c {
        index &+= 1
        switch text[index] {
        case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74:
          if type == JSONType.text { type = JSONType.textEscaped }
        case 0x75 where isHexadecimal(index &+ 1, 4):
          if type == JSONType.text { type = JSONType.textEscaped }
        case 0x27, 0x76, 0x0a: type = JSONType.text5
        case 0x30 where !NumericText.isDigit(text[index &+ 1]): type = JSONType.text5
        case 0x78 where isHexadecimal(index &+ 1, 2): type = JSONType.text5
        case 0xe2 where text[index &+ 1] == 0x80 && text[index &+ 2] & 0xfe == 0xa8:
          type = JSONType.text5
        case 0x0d:
          if text[index &+ 1] == 0x0a { index &+= 1 }
          type = JSONType.text5
        default:
          errorOffset = index
          return -1
        }
        if type == JSONType.text5 { isNonstandard = true }
      } else if byte <= 0x1f {
        if byte == 0 {
          errorOffset = index
          return -1
        }
        type = JSONType.text5
        isNonstandard = true
      } else if byte == 0x22 {
        type = JSONType.text5
      }
      index &+= 1
      if quote == 0x22 { index = skipPlain(index) }
    }
    appendText(type, start &+ 1, index &- start &- 1)
    return index &+ 1
  }

  private func isHexadecimal(_ index: Int, _ digits: Int) -> Bool {
    for offset in 0..<digits where HexDigits.value(text[index &+ offset]) == nil { return false }
    return true
  }

  /// The number at `start`, which begins with a sign or a digit.
  @inline(__always)
  mutating func number(_ start: Int) -> Int {
    // A digit other than 0, or a 0 with nothing behind that makes it special.
    let first = text[start]
    if first &- 0x31 < 9 {
      var index = start &+ 1
      while NumericText.isDigit(text[index]) { index &+= 1 }
      let byte = text[index]
      if byte == 0x2c || byte == 0x5d || byte == 0x7d {
        appendText(JSONType.integer, start, index &- start)
        return index
      }
    }
    return generalNumber(start)
  }

  @inline(never)
  private mutating func generalNumber(_ start: Int) -> Int {
    if text[start] > 0x30 { return fraction(start, isNonstandard: false) }
    var digits = start
    if text[start] != 0x30 {
      digits &+= 1
      let byte = text[digits]
      if !NumericText.isDigit(byte) {
        if byte | 0x20 == 0x69, isInfinity(digits, 3) {
          isNonstandard = true
          if text[start] == 0x2d {
            appendLiteral(JSONType.real, "-9e999")
          } else {
            appendLiteral(JSONType.real, "9e999")
          }
          return start &+ (isInfinity(digits, 8) ? 9 : 4)
        }
        if byte == 0x2e {
          isNonstandard = true
          return fraction(start, isNonstandard: true)
        }
        errorOffset = start
        return -1
      }
    }
    if text[digits] == 0x30 {
      let byte = text[digits &+ 1]
      if byte | 0x20 == 0x78, HexDigits.value(text[digits &+ 2]) != nil {
        isNonstandard = true
        var end = digits &+ 3
        while HexDigits.value(text[end]) != nil { end &+= 1 }
        return finish(start, end, JSONType.integer5)
      }
      if NumericText.isDigit(byte) {
        errorOffset = start &+ 1
        return -1
      }
    }
    return fraction(start, isNonstandard: false)
  }

  private func isInfinity(_ index: Int, _ length: Int) -> Bool {
    let word: StaticString = "infinity"
    for offset in 0..<length
    where ValueRules.lowercased(text[index &+ offset]) != word.utf8Start[offset] { return false }
    return true
  }

  /// Digits, point and exponent from `start` on, whose first byte is taken for granted.
  mutating func fraction(_ start: Int, isNonstandard nonstandard: Bool) -> Int {
    var isFive = nonstandard
    var isReal = text[start] == 0x2e
    var hasExponent = false
    var index = start &+ 1
    while true {
      let byte = text[index]
      if NumericText.isDigit(byte) {
        index &+= 1
        continue
      }
      if byte == 0x2e {
        if isReal { return failNumber(index) }
        isReal = true
        index &+= 1
        continue
      }
      guard byte | 0x20 == 0x65 else { break }
      if text[index &- 1] < 0x30 {
        // A point may end the digits, but there must be some.
        guard index &- 2 >= start, NumericText.isDigit(text[index &- 2]) else { return failNumber(index) }
        isFive = true
      }
      if hasExponent { return failNumber(index) }
      isReal = true
      hasExponent = true
      if text[index &+ 1] == 0x2b || text[index &+ 1] == 0x2d { index &+= 1 }
      guard NumericText.isDigit(text[index &+ 1]) else { return failNumber(index) }
      index &+= 1
    }
    if text[index &- 1] < 0x30 {
      guard index &- 2 >= start, NumericText.isDigit(text[index &- 2]) else { return failNumber(index) }
      isFive = true
    }
    if isFive { isNonstandard = true }
    let type =
      isReal ? (isFive ? JSONType.real5 : JSONType.real) : (isFive ? JSONType.integer5 : JSONType.integer)
    return finish(start, index, type)
  }

  private mutating func failNumber(_ offset: Int) -> Int {
    errorOffset = offset
    return -1
  }

  /// Appends the number; a plus sign is no part of it.
  private mutating func finish(_ start: Int, _ end: Int, _ type: UInt8) -> Int {
    let first = text[start] == 0x2b ? start &+ 1 : start
    appendText(type, first, end &- first)
    return end
  }
}
