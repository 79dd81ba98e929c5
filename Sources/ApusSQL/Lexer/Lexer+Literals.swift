// Numbers, parameters and punctuation.

extension Lexer {
  /// A number: decimal, hexadecimal or with a fraction or exponent, `_` between digits allowed.
  mutating func scanNumber() -> TokenKind {
    var index = position
    var kind = TokenKind.integer
    if byte(index) == 0x30, byte(index &+ 1) | 0x20 == 0x78, CharacterClass.isHexDigit(byte(index &+ 2)) {
      index &+= 3
      while true {
        let current = byte(index)
        if current == 0x5F {
          kind = .separatedNumber
        } else if !CharacterClass.isHexDigit(current) {
          break
        }
        index &+= 1
      }
    } else {
      skipDigits(&index, &kind)
      if byte(index) == 0x2E {
        if kind == .integer { kind = .float }
        index &+= 1
        skipDigits(&index, &kind)
      }
      if byte(index) | 0x20 == 0x65 {
        let next = byte(index &+ 1)
        let isSigned = next == 0x2B || next == 0x2D
        if CharacterClass.isDigit(isSigned ? byte(index &+ 2) : next) {
          if kind == .integer { kind = .float }
          index &+= 2
          skipDigits(&index, &kind)
        }
      }
    }
    while CharacterClass.isIdentifier(byte(index)) {
      kind = .illegal
      index &+= 1
    }
    position = index
    return kind
  }

  private func skipDigits(_ index: inout Int, _ kind: inout TokenKind) {
    while true {
      let current = byte(index)
      if current == 0x5F {
        kind = .separatedNumber
      } else if !CharacterClass.isDigit(current) {
        return
      }
      index &+= 1
    }
  }

  /// `:name`, `@name`, `#name`, or `$name` with `::` and a parenthesised suffix.
  mutating func scanNamedVariable() -> TokenKind {
    var index = position &+ 1
    var kind = TokenKind.variable
    var length = 0
    scanning: while true {
      let current = byte(index)
      if CharacterClass.isIdentifier(current) {
        length &+= 1
        index &+= 1
      } else if current == 0x28 && length > 0 {
        repeat {
          index &+= 1
        } while byte(index) != 0 && !CharacterClass.isSpace(byte(index)) && byte(index) != 0x29
        if byte(index) == 0x29 {
          index &+= 1
        } else {
          kind = .illegal
        }
        break scanning
      } else if current == 0x3A && byte(index &+ 1) == 0x3A {
        index &+= 2
      } else {
        break scanning
      }
    }
    position = min(index, count)
    return length == 0 ? .illegal : kind
  }

  /// Operators and separators; `?` with its digits; the end of the text.
  mutating func scanPunctuation(_ first: UInt8) -> TokenKind {
    let second = byte(position &+ 1)
    switch first {
    case 0x28: return take(1, .leftParenthesis)
    case 0x29: return take(1, .rightParenthesis)
    case 0x2C: return take(1, .comma)
    case 0x3B: return take(1, .semicolon)
    case 0x2A: return take(1, .star)
    case 0x2B: return take(1, .plus)
    case 0x2F: return take(1, .slash)
    case 0x25: return take(1, .percent)
    case 0x26: return take(1, .ampersand)
    case 0x7E: return take(1, .tilde)
    case 0x2E: return CharacterClass.isDigit(second) ? scanNumber() : take(1, .dot)
    case 0x3D: return take(second == 0x3D ? 2 : 1, .equal)
    case 0x7C: return second == 0x7C ? take(2, .concat) : take(1, .bar)
    case 0x21: return second == 0x3D ? take(2, .notEqual) : take(1, .illegal)
    case 0x2D:
      guard second == 0x3E else { return take(1, .minus) }
      return byte(position &+ 2) == 0x3E ? take(3, .longArrow) : take(2, .arrow)
    case 0x3C:
      switch second {
      case 0x3D: return take(2, .lessOrEqual)
      case 0x3E: return take(2, .notEqual)
      case 0x3C: return take(2, .shiftLeft)
      default: return take(1, .less)
      }
    case 0x3E:
      switch second {
      case 0x3D: return take(2, .greaterOrEqual)
      case 0x3E: return take(2, .shiftRight)
      default: return take(1, .greater)
      }
    case 0x3F:
      position &+= 1
      while CharacterClass.isDigit(byte(position)) { position &+= 1 }
      return .variable
    case 0: return .endOfText
    default: return take(1, .illegal)
    }
  }

  @inline(__always)
  private mutating func take(_ length: Int, _ kind: TokenKind) -> TokenKind {
    position &+= length
    return kind
  }
}
