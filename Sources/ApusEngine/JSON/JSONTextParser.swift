/// JSON and JSON5 text to JSONB, in one pass and without recursion.
///
/// Invariants:
/// - The text is followed by at least 16 zero bytes (`JSONTextParser.padding`): a byte that is not zero may be followed
///   by a look at the next one without a check, and eight bytes may be loaded at any place of the text.
/// - `output.count` never passes `output.capacity`: every element reserves what it takes before it is written.
///
/// The parser's position after an error is the one that SQLite's json_error_position() tells.
struct JSONTextParser {
  static let padding = 16

  let text: UnsafePointer<UInt8>
  let count: Int
  /// The JSONB, appended to what is there.
  var output: ByteBuffer
  /// Open containers; kept for its memory.
  var levels: ByteBuffer
  /// Where the text cannot be JSON; when it goes on behind its value, where a closing bracket or comma was met last
  /// that `next` had to look for, as SQLite has it.
  var errorOffset = 0
  /// Where the container begins that `next` found.
  private var openOffset = 0
  /// JSON5 that is not JSON was seen.
  var isNonstandard = false

  private struct Level: BitwiseCopyable {
    /// Offset of the container's header in `output`, and that header's length.
    var start: Int
    var headerLength: Int
    var isObject: Bool
    /// The container stands where a label should, so the text is wrong, which shows when it ends.
    var isLabel: Bool
  }

  /// What `next` found: the offset behind a value that it appended, or one of these.
  private enum Token {
    static let end = 0
    static let error = -1
    static let closeBrace = -2
    static let closeBracket = -3
    static let comma = -4
    static let colon = -5
    static let openBrace = -6
    static let openBracket = -7
  }

  /// `text` must be followed by the padding.
  init(_ text: UnsafePointer<UInt8>, _ count: Int, output: ByteBuffer, levels: ByteBuffer) {
    self.text = text
    self.count = count
    self.output = output
    self.levels = levels
    self.levels.reserve(MemoryLayout<Level>.stride * JSONValidity.maximumDepth)
  }

  /// Translates the whole text; false, and `errorOffset`, when it is not JSON.
  mutating func parse() -> Bool {
    var end = parseValue()
    guard end > 0 else { return false }
    while Self.isSpace(text[end]) { end &+= 1 }
    if text[end] != 0 {
      end &+= JSONWhitespace.length(text + end)
      if text[end] != 0 {
        return false
      }
      isNonstandard = true
    }
    return true
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09
  }

  // MARK: Structure

  private enum State { case element, label, colon, member, comma }

  /// The offset behind the value at the start of the text; 0 or less after an error.
  private mutating func parseValue() -> Int {
    guard let levelBase = levels.base else { return -1 }
    let open = levelBase.assumingMemoryBound(to: Level.self)
    var depth = 0
    var position = next(0)
    if position > 0 || position > Token.openBrace { return position }
    var labelOffset = 0
    var state = State.element
    // The token at hand opens a container.
    var opener = position
    var isLabel = false
    position = 0
    opening: while true {
      let at = openOffset
      guard depth < JSONValidity.maximumDepth else {
        errorOffset = at
        return Token.error
      }
      let isObject = opener == Token.openBrace
      let headerLength = JSONHeader.length(count &- at)
      open[depth] = Level(
        start: output.count, headerLength: headerLength, isObject: isObject, isLabel: isLabel)
      depth &+= 1
      isLabel = false
      output.reserve(output.count &+ headerLength)
      guard let base = output.base else { return Token.error }
      JSONHeader.write(
        isObject ? JSONType.object : JSONType.array, size: 0, length: headerLength, to: base + output.count)
      output.count &+= headerLength
      position = at &+ 1
      state = isObject ? .label : .element
      while true {
        switch state {
        case .label:
          let label = output.count
          labelOffset = position
          var token = next(position)
          if token <= 0 {
            if token == Token.closeBrace {
              position = errorOffset
              let level = open[depth &- 1]
              if output.count != level.start &+ level.headerLength { isNonstandard = true }
              break
            }
            if token <= Token.openBrace {
              opener = token
              isLabel = true
              continue opening
            }
            labelOffset = position &+ JSONWhitespace.length(text + position)
            token = identifier(labelOffset, token)
            if token <= 0 { return Token.error }
          }
          guard let base = output.base,
            JSONType.isText(base.load(fromByteOffset: label, as: UInt8.self) & 0x0f)
          else { return fail(labelOffset) }
          position = token
          if text[position] == 0x3a {
            position &+= 1
          } else {
            while Self.isSpace(text[position]) { position &+= 1 }
            if text[position] == 0x3a {
              position &+= 1
            } else {
              let token = next(position)
              guard token == Token.colon else { return token == Token.error ? token : fail(position) }
              position = errorOffset &+ 1
            }
          }
          state = .member
          continue
        case .member, .element:
          let token = next(position)
          if token > 0 {
            position = token
            state = .comma
            continue
          }
          if token <= Token.openBrace {
            opener = token
            continue opening
          }
          guard token == Token.closeBracket, state == .element else {
            return token == Token.error ? token : fail(position)
          }
          position = errorOffset
          let level = open[depth &- 1]
          if output.count != level.start &+ level.headerLength { isNonstandard = true }
        case .comma, .colon:
          let isObject = open[depth &- 1].isObject
          let close: UInt8 = isObject ? 0x7d : 0x5d
          if text[position] != 0x2c, text[position] != close {
            while Self.isSpace(text[position]) { position &+= 1 }
          }
          if text[position] == 0x2c {
            position &+= 1
            state = isObject ? .label : .element
            continue
          }
          if text[position] != close {
            // Only comments and the spaces of JSON5 may still come first.
            let saved = output.count
            let token = next(position)
            if token == Token.comma {
              position = errorOffset &+ 1
              state = isObject ? .label : .element
              continue
            }
            guard token == (isObject ? Token.closeBrace : Token.closeBracket) else {
              output.count = saved
              return fail(position)
            }
            position = errorOffset
          }
        }
        // The innermost container ends at `position`.
        depth &-= 1
        let level = open[depth]
        close(level)
        position &+= 1
        if level.isLabel { return fail(labelOffset) }
        if depth == 0 { return position }
        state = .comma
      }
    }
  }

  /// Writes the size of a container that ends here.
  @inline(__always)
  private mutating func close(_ level: Level) {
    let size = output.count &- level.start &- level.headerLength
    if size <= 11, level.headerLength == 1, let base = output.base {
      let header = base.load(fromByteOffset: level.start, as: UInt8.self) & 0x0f
      base.storeBytes(
        of: UInt8(truncatingIfNeeded: size &<< 4) | header, toByteOffset: level.start, as: UInt8.self)
      return
    }
    _ = JSONHeader.resize(at: level.start, oldLength: level.headerLength, size: size, in: &output)
  }

  @inline(never)
  private mutating func fail(_ offset: Int) -> Int {
    errorOffset = offset
    return Token.error
  }

  /// A label without quotes at `start`, after `next` answered `token` there.
  private mutating func identifier(_ start: Int, _ token: Int) -> Int {
    var type = JSONType.text
    var end = start
    if JSONCharacter.beginsIdentifier(text[end]) {
      end &+= 1
    } else if isUnicodeEscape(end) {
      type = JSONType.textEscaped
      end &+= 1
    } else {
      return token == Token.error ? token : fail(start)
    }
    while true {
      if JSONCharacter.continuesIdentifier(text[end]), JSONWhitespace.length(text + end) == 0 {
        end &+= 1
      } else if isUnicodeEscape(end) {
        type = JSONType.textEscaped
        end &+= 1
      } else {
        break
      }
    }
    appendText(type, start, end &- start)
    isNonstandard = true
    return end
  }

  /// `\u` and four digits.
  private func isUnicodeEscape(_ index: Int) -> Bool {
    guard text[index] == 0x5c, text[index &+ 1] == 0x75 else { return false }
    return hasDigits(index &+ 2, 4)
  }

  private func hasDigits(_ index: Int, _ number: Int) -> Bool {
    for offset in 0..<number where HexDigits.value(text[index &+ offset]) == nil { return false }
    return true
  }

  // MARK: Elements

  /// Appends an element whose payload is a part of the text.
  @inline(__always)
  mutating func appendText(_ type: UInt8, _ start: Int, _ length: Int) {
    output.reserve(output.count &+ length &+ 9)
    guard let base = output.base else { return }
    let target = base + output.count
    let source = UnsafeRawPointer(text + start)
    if length <= 11 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: length &<< 4) | type, as: UInt8.self)
      // Both sides have the room for 16 bytes.
      (target + 1).storeBytes(
        of: source.loadUnaligned(as: SIMD2<UInt64>.self), as: SIMD2<UInt64>.self)
      output.count &+= 1 &+ length
      return
    }
    let header = JSONHeader.length(length)
    JSONHeader.write(type, size: length, length: header, to: target)
    (target + header).copyMemory(from: source, byteCount: length)
    output.count &+= header &+ length
  }

  @inline(never)
  mutating func appendLiteral(_ type: UInt8, _ payload: StaticString) {
    JSONHeader.append(type, size: payload.utf8CodeUnitCount, to: &output)
    output.append(payload)
  }

  /// Appends the scalar at `position`, spaces before it skipped, and returns the offset behind it; or a token, whose
  /// place is then `errorOffset`.
  @inline(__always)
  private mutating func next(_ position: Int) -> Int {
    // One space between tokens is what most writers put there.
    let start = text[position] == 0x20 ? position &+ 1 : position
    switch text[start] {
    case 0x22: return string(start)
    case 0x30...0x39, 0x2d: return number(start)
    default: return other(start)
    }
  }

  @inline(never)
  private mutating func other(_ start: Int) -> Int {
    var index = start
    while true {
      let byte = text[index]
      switch byte {
      case 0x22: return string(index)
      case 0x30...0x39, 0x2d: return number(index)
      case 0x20, 0x0a, 0x0d, 0x09:
        index &+= 1
        while Self.isSpace(text[index]) { index &+= 1 }
        continue
      case 0x7b:
        openOffset = index
        return Token.openBrace
      case 0x5b:
        openOffset = index
        return Token.openBracket
      case 0x7d:
        errorOffset = index
        return Token.closeBrace
      case 0x5d:
        errorOffset = index
        return Token.closeBracket
      case 0x2c:
        errorOffset = index
        return Token.comma
      case 0x3a:
        errorOffset = index
        return Token.colon
      case 0: return Token.end
      case 0x27:
        isNonstandard = true
        return string(index)
      case 0x2b:
        isNonstandard = true
        return number(index)
      case 0x2e:
        guard NumericText.isDigit(text[index &+ 1]) else { return fail(index) }
        isNonstandard = true
        return fraction(index, isNonstandard: true)
      case 0x74: return literal("true", JSONType.true, index) ?? fail(index)
      case 0x66: return literal("false", JSONType.false, index) ?? fail(index)
      case 0x0b, 0x0c, 0x2f, 0xc2, 0xe1, 0xe2, 0xe3, 0xef:
        let length = JSONWhitespace.length(text + index)
        guard length > 0 else { return fail(index) }
        index &+= length
        isNonstandard = true
        continue
      default:
        if byte == 0x6e, let end = literal("null", JSONType.null, index) { return end }
        return name(index)
      }
    }
  }

  /// A word of JSON at `index`.
  private mutating func literal(_ word: StaticString, _ type: UInt8, _ index: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    for offset in 0..<length where text[index &+ offset] != word.utf8Start[offset] { return nil }
    guard !JSONCharacter.isAlphanumeric(text[index &+ length]) else { return nil }
    output.append(type)
    return index &+ length
  }

  /// The names of infinity and of what is no number, in any case.
  private mutating func name(_ index: Int) -> Int {
    for (word, isInfinity): (StaticString, Bool) in [
      ("inf", true), ("infinity", true), ("nan", false), ("qnan", false), ("snan", false),
    ] {
      let length = word.utf8CodeUnitCount
      guard matches(word, index), !JSONCharacter.isAlphanumeric(text[index &+ length]) else { continue }
      if isInfinity { appendLiteral(JSONType.real, "9e999") } else { output.append(JSONType.null) }
      isNonstandard = true
      return index &+ length
    }
    return fail(index)
  }

  /// The word stands at `index`, in any case.
  private func matches(_ word: StaticString, _ index: Int) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount
    where ValueRules.lowercased(text[index &+ offset]) != word.utf8Start[offset] { return false }
    return true
  }
}
