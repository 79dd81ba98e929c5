/// What JSON5 allows between tokens: more spaces than JSON, and comments.
enum JSONWhitespace {
  /// Bytes of spaces and comments that begin a text which a zero byte ends. An unfinished comment is not counted.
  @inline(__always)
  static func length(_ text: UnsafePointer<UInt8>) -> Int {
    let first = text[0]
    // Most text does not begin with any.
    if first > 0x2f, first < 0xc2 { return 0 }
    return countedLength(text)
  }

  @inline(never)
  private static func countedLength(_ text: UnsafePointer<UInt8>) -> Int {
    var length = 0
    while true {
      let step = oneLength(text + length)
      if step == 0 { return length }
      length &+= step
    }
  }

  private static func oneLength(_ text: UnsafePointer<UInt8>) -> Int {
    switch text[0] {
    case 0x09...0x0d, 0x20: return 1
    case 0x2f: return commentLength(text)
    case 0xc2: return text[1] == 0xa0 ? 2 : 0
    case 0xe1: return text[1] == 0x9a && text[2] == 0x80 ? 3 : 0
    case 0xe2:
      if text[1] == 0x80 {
        switch text[2] {
        case 0x80...0x8a, 0xa8, 0xa9, 0xaf: return 3
        default: return 0
        }
      }
      return text[1] == 0x81 && text[2] == 0x9f ? 3 : 0
    case 0xe3: return text[1] == 0x80 && text[2] == 0x80 ? 3 : 0
    case 0xef: return text[1] == 0xbb && text[2] == 0xbf ? 3 : 0
    default: return 0
    }
  }

  private static func commentLength(_ text: UnsafePointer<UInt8>) -> Int {
    if text[1] == 0x2a, text[2] != 0 {
      var index = 3
      while text[index] != 0x2f || text[index &- 1] != 0x2a {
        if text[index] == 0 { return 0 }
        index &+= 1
      }
      return index &+ 1
    }
    guard text[1] == 0x2f else { return 0 }
    var index = 2
    while text[index] != 0 {
      if text[index] == 0x0a || text[index] == 0x0d { return index &+ 1 }
      if text[index] == 0xe2, text[index &+ 1] == 0x80, text[index &+ 2] & 0xfe == 0xa8 { return index &+ 3 }
      index &+= 1
    }
    return index
  }
}
