/// Turns the bytes that a terminal sends into keys.
struct KeyReader {
  /// The next byte; nil at the end of the input.
  let nextByte: () -> UInt8?
  /// Whether another byte is there already, which tells an escape sequence from the escape key.
  let hasMore: () -> Bool

  func next() -> LineEditor.Key {
    guard let byte = nextByte() else { return .endOfInput }
    switch byte {
    case 1: return .home
    case 2: return .left
    case 3: return .interrupt
    case 4: return .endOfInput
    case 5: return .end
    case 6: return .right
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 11: return .killToEnd
    case 12: return .clearScreen
    case 14: return .down
    case 16: return .up
    case 18: return .searchBackward
    case 20: return .transpose
    case 21: return .killToStart
    case 23: return .killWord
    case 25: return .yank
    case 27: return hasMore() ? escapeSequence() : .escape
    case 0..<32: return .unknown
    default: return character(byte)
    }
  }

  private func escapeSequence() -> LineEditor.Key {
    guard let first = nextByte() else { return .escape }
    switch first {
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case UInt8(ascii: "["), UInt8(ascii: "O"): break
    default: return .unknown
    }
    var parameters: [UInt8] = []
    while let byte = nextByte() {
      if (0x40...0x7e).contains(byte) { return Self.key(byte, parameters) }
      parameters.append(byte)
      if parameters.count > 16 { break }
    }
    return .unknown
  }

  private static func key(_ final: UInt8, _ parameters: [UInt8]) -> LineEditor.Key {
    let isModified = parameters.contains(UInt8(ascii: ";"))
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isModified ? .wordRight : .right
    case UInt8(ascii: "D"): return isModified ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "~"):
      switch parameters.first {
      case UInt8(ascii: "1"), UInt8(ascii: "7"): return .home
      case UInt8(ascii: "4"), UInt8(ascii: "8"): return .end
      case UInt8(ascii: "3"): return .delete
      default: return .unknown
      }
    default: return .unknown
    }
  }

  private func character(_ first: UInt8) -> LineEditor.Key {
    let count =
      switch first {
      case 0xc0..<0xe0: 1
      case 0xe0..<0xf0: 2
      case 0xf0..<0xf8: 3
      default: 0
      }
    var bytes = [first]
    for _ in 0..<count {
      guard let byte = nextByte() else { break }
      bytes.append(byte)
    }
    return .character(Character(String(decoding: bytes, as: UTF8.self).first.map(String.init) ?? "?"))
  }
}
