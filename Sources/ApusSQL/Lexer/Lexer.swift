// Cuts UTF-8 bytes into tokens by SQLite's rules. Works on the caller's buffer and allocates nothing.
//
// Invariants:
// - A byte of value zero ends the text, as it does in C.
// - No byte outside the buffer is read: `byte(_:)` answers zero there.
// - `position` never moves backwards, and every token but `endOfText` has at least one byte.

/// A cursor over SQL text.
struct Lexer {
  let base: UnsafePointer<UInt8>
  let count: Int
  var position: Int
  /// Kind of the token before, on which OVER and FILTER depend.
  var previous: TokenKind = .semicolon
  /// Whether the text ended inside a block comment.
  var isInsideComment = false

  init(_ input: UnsafeBufferPointer<UInt8>, position: Int) {
    // A buffer without address has no bytes, so the address that stands for it is never read.
    base = input.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    count = input.baseAddress == nil ? 0 : input.count
    self.position = max(0, min(position, input.count))
  }

  /// The byte at an offset; zero behind the end.
  @inline(__always)
  func byte(_ index: Int) -> UInt8 {
    index < count ? base[index] : 0
  }

  /// The next token, with WINDOW, OVER and FILTER turned into identifiers where they are not keywords.
  @inline(__always)
  mutating func next() -> Token {
    var token = scan()
    switch token.kind {
    case .window, .over, .filter: token.kind = resolve(token.kind)
    default: break
    }
    previous = token.kind
    return token
  }

  /// Decides by what follows whether WINDOW, OVER or FILTER is a keyword here.
  @inline(never)
  private func resolve(_ kind: TokenKind) -> TokenKind {
    var ahead = self
    switch kind {
    case .window:
      guard ahead.scan().kind.isWindowName, ahead.scan().kind == .as else { return .identifier }
      return .window
    case .over:
      guard previous == .rightParenthesis else { return .identifier }
      let following = ahead.scan().kind
      return following == .leftParenthesis || following.isWindowName ? .over : .identifier
    default:
      guard previous == .rightParenthesis, ahead.scan().kind == .leftParenthesis else { return .identifier }
      return .filter
    }
  }

  /// The next token by its own bytes alone.
  mutating func scan() -> Token {
    skipSpace()
    let start = position
    let first = byte(start)
    let kind: TokenKind
    switch first {
    case 0x58, 0x78:
      kind = byte(start &+ 1) == 0x27 ? scanBlob() : scanWord()
    case 0x41...0x5A, 0x61...0x7A: kind = scanWord()
    case 0x5F, 0x80...0xFF: kind = scanIdentifier(from: start &+ 1)
    case 0x30...0x39: kind = scanNumber()
    case 0x27, 0x22, 0x60: kind = scanQuoted(first)
    case 0x5B: kind = scanBracketed()
    case 0x24, 0x3A, 0x40, 0x23: kind = scanNamedVariable()
    default: kind = scanPunctuation(first)
    }
    return Token(kind: kind, start: start, end: position)
  }

  /// Skips white space, byte order marks and comments.
  @inline(__always)
  private mutating func skipSpace() {
    if byte(position) > 0x2F && byte(position) != 0xEF { return }
    skipSpaceSlowly()
  }

  private mutating func skipSpaceSlowly() {
    while true {
      switch byte(position) {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        position &+= 1
        while CharacterClass.isSpace(byte(position)) { position &+= 1 }
      case 0xEF:
        guard byte(position &+ 1) == 0xBB, byte(position &+ 2) == 0xBF else { return }
        position &+= 3
      case 0x2D:
        guard byte(position &+ 1) == 0x2D else { return }
        position &+= 2
        while byte(position) != 0x0A && byte(position) != 0 { position &+= 1 }
      case 0x2F:
        guard byte(position &+ 1) == 0x2A, byte(position &+ 2) != 0 else { return }
        skipBlockComment()
      default: return
      }
    }
  }

  private mutating func skipBlockComment() {
    var index = position &+ 3
    var previous = byte(position &+ 2)
    while previous != 0 && !(previous == 0x2A && byte(index) == 0x2F) {
      previous = byte(index)
      index &+= 1
    }
    isInsideComment = previous == 0
    position = min(previous == 0 ? index &- 1 : index &+ 1, count)
  }

  private mutating func scanWord() -> TokenKind {
    var index = position
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    let headEnd = min(index &+ 8, count)
    while index < headEnd, CharacterClass.isKeyword(base[index]) {
      head |= UInt64(base[index] | 0x20) &<< shift
      shift &+= 8
      index &+= 1
    }
    if shift == 64 {
      shift = 0
      while CharacterClass.isKeyword(byte(index)) {
        if shift < 64 { tail |= UInt64(byte(index) | 0x20) &<< shift }
        shift &+= 8
        index &+= 1
      }
    }
    if CharacterClass.isIdentifier(byte(index)) { return scanIdentifier(from: index &+ 1) }
    let length = index &- position
    position = index
    return .keyword(head: head, tail: tail, count: length)
  }

  private mutating func scanIdentifier(from start: Int) -> TokenKind {
    var index = start
    while CharacterClass.isIdentifier(byte(index)) { index &+= 1 }
    position = index
    return .identifier
  }

  private mutating func scanQuoted(_ quote: UInt8) -> TokenKind {
    var index = position &+ 1
    while true {
      let current = byte(index)
      if current == quote {
        guard byte(index &+ 1) == quote else { break }
        index &+= 2
      } else if current == 0 {
        position = index
        return .illegal
      } else {
        index &+= 1
      }
    }
    position = index &+ 1
    return quote == 0x27 ? .string : .identifier
  }

  private mutating func scanBracketed() -> TokenKind {
    var index = position &+ 1
    while byte(index) != 0x5D {
      if byte(index) == 0 {
        position = index
        return .illegal
      }
      index &+= 1
    }
    position = index &+ 1
    return .identifier
  }

  private mutating func scanBlob() -> TokenKind {
    var index = position &+ 2
    while CharacterClass.isHexDigit(byte(index)) { index &+= 1 }
    let digits = index &- position &- 2
    if byte(index) == 0x27 && digits & 1 == 0 {
      position = index &+ 1
      return .blob
    }
    while byte(index) != 0 && byte(index) != 0x27 { index &+= 1 }
    position = byte(index) == 0 ? index : index &+ 1
    return .illegal
  }
}

extension TokenKind {
  /// What counts as a name behind WINDOW and OVER.
  var isWindowName: Bool { isID || isJoinWord || self == .string || self == .window || self == .over }
}
