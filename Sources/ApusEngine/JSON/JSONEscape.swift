/// One escape sequence of JSON5, and texts that contain some.
struct JSONEscape {
  /// Bytes of the sequence; at least 1.
  let length: Int
  /// What it stands for; meaningless unless `isValid`.
  let scalar: UInt32
  let isValid: Bool

  private init(_ scalar: UInt32, length: Int) {
    self.scalar = scalar
    self.length = length
    isValid = true
  }

  private init(invalid length: Int) {
    scalar = 0
    self.length = max(length, 1)
    isValid = false
  }

  /// The sequence that begins the text: its first byte is the backslash. A line that a backslash continues stands for
  /// the character after it.
  init(_ text: UnsafeRawBufferPointer) {
    guard text.count >= 2 else {
      self.init(invalid: text.count)
      return
    }
    switch text[1] {
    case 0x75:  // u
      guard text.count >= 6, let high = Self.hexadecimal(text.part(2, 4)) else {
        self.init(invalid: text.count >= 6 ? 6 : text.count)
        return
      }
      if high & 0xfc00 == 0xd800, text.count >= 12, text[6] == 0x5c, text[7] == 0x75,
        let low = Self.hexadecimal(text.part(8, 4)), low & 0xfc00 == 0xdc00
      {
        self.init(0x10000 &+ (high & 0x3ff) &<< 10 | low & 0x3ff, length: 12)
        return
      }
      self.init(high, length: 6)
    case 0x62: self.init(8, length: 2)
    case 0x66: self.init(12, length: 2)
    case 0x6e: self.init(10, length: 2)
    case 0x72: self.init(13, length: 2)
    case 0x74: self.init(9, length: 2)
    case 0x76: self.init(11, length: 2)
    case 0x30:
      if text.count > 2, NumericText.isDigit(text[2]) {
        self.init(invalid: 2)
      } else {
        self.init(0, length: 2)
      }
    case 0x27, 0x22, 0x2f, 0x5c: self.init(UInt32(text[1]), length: 2)
    case 0x78:  // x
      guard text.count >= 4, let high = HexDigits.value(text[2]), let low = HexDigits.value(text[3]) else {
        self.init(invalid: text.count >= 4 ? 4 : text.count)
        return
      }
      self.init(UInt32(high) &<< 4 | UInt32(low), length: 4)
    case 0xe2, 0x0d, 0x0a:
      let skipped = Self.continuationLength(text)
      if skipped == 0 {
        self.init(invalid: text.count)
      } else if skipped >= text.count {
        self.init(0, length: text.count)
      } else if text[skipped] == 0x5c {
        // No continuation again, so this ends.
        let next = JSONEscape(text.part(skipped, text.count &- skipped))
        if next.isValid {
          self.init(next.scalar, length: skipped &+ next.length)
        } else {
          self.init(invalid: skipped &+ next.length)
        }
      } else {
        var index = skipped
        let scalar = Self.scalar(text, &index)
        self.init(scalar, length: index)
      }
    default: self.init(invalid: 2)
    }
  }

  /// Bytes of the line continuations (a backslash and an end of line each) that begin the text.
  private static func continuationLength(_ text: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index &+ 1 < text.count, text[index] == 0x5c {
      switch text[index &+ 1] {
      case 0x0a: index &+= 2
      case 0x0d: index &+= index &+ 2 < text.count && text[index &+ 2] == 0x0a ? 3 : 2
      case 0xe2:
        guard index &+ 3 < text.count, text[index &+ 2] == 0x80, text[index &+ 3] & 0xfe == 0xa8 else {
          return index
        }
        index &+= 4
      default: return index
      }
    }
    return index
  }

  /// Four hexadecimal digits.
  @inline(__always)
  static func hexadecimal(_ digits: UnsafeRawBufferPointer) -> UInt32? {
    var value: UInt32 = 0
    for index in 0..<4 {
      guard index < digits.count, let digit = HexDigits.value(digits[index]) else { return nil }
      value = value &<< 4 | UInt32(digit)
    }
    return value
  }

  /// The character at `index`, whatever the bytes are; moves past it.
  static func scalar(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32 {
    let first = text[index]
    let end = min(text.count, index &+ 4)
    index &+= 1
    guard first >= 0xc0 else { return UInt32(first) }
    var scalar: UInt32
    switch first {
    case ..<0xe0: scalar = UInt32(first & 0x1f)
    case ..<0xf0: scalar = UInt32(first & 0x0f)
    case ..<0xf8: scalar = UInt32(first & 0x07)
    case ..<0xfc: scalar = UInt32(first & 0x03)
    case ..<0xfe: scalar = UInt32(first & 0x01)
    default: scalar = 0
    }
    while index < end, text[index] & 0xc0 == 0x80 {
      scalar = scalar &<< 6 | UInt32(text[index] & 0x3f)
      index &+= 1
    }
    return scalar
  }

  /// Appends a text with its escapes replaced; invalid ones are left out.
  static func appendUnescaped(_ text: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
    // No escape stands for more bytes than it has, a line continuation at the end apart.
    output.reserve(output.count &+ text.count &+ 4)
    guard let base = output.base else { return }
    var target = output.count
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte != 0x5c {
        base.storeBytes(of: byte, toByteOffset: target, as: UInt8.self)
        target &+= 1
        index &+= 1
        continue
      }
      let escape = JSONEscape(text.part(index, text.count &- index))
      if escape.isValid, escape.scalar != invalidScalar { target &+= write(escape.scalar, to: base + target) }
      index &+= escape.length
    }
    output.count = target
  }

  /// Writes a character as UTF-8, surrogates included.
  private static func write(_ scalar: UInt32, to target: UnsafeMutableRawPointer) -> Int {
    func put(_ byte: UInt32, _ offset: Int) {
      target.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: offset, as: UInt8.self)
    }
    switch scalar {
    case ..<0x80:
      put(scalar, 0)
      return 1
    case ..<0x800:
      put(0xc0 | scalar &>> 6, 0)
      put(0x80 | scalar & 0x3f, 1)
      return 2
    case ..<0x10000:
      put(0xe0 | scalar &>> 12, 0)
      put(0x80 | scalar &>> 6 & 0x3f, 1)
      put(0x80 | scalar & 0x3f, 2)
      return 3
    default:
      put(0xf0 | scalar &>> 18 & 0x07, 0)
      put(0x80 | scalar &>> 12 & 0x3f, 1)
      put(0x80 | scalar &>> 6 & 0x3f, 2)
      put(0x80 | scalar & 0x3f, 3)
      return 4
    }
  }

  // MARK: Labels

  /// Two labels are the same text. `isRaw`: backslashes of that side stand for themselves.
  @inline(__always)
  static func areEqual(
    _ a: UnsafeRawBufferPointer, isRaw aIsRaw: Bool, _ b: UnsafeRawBufferPointer, isRaw bIsRaw: Bool
  ) -> Bool {
    if aIsRaw && bIsRaw { return isSame(a, b) }
    return areEqualUnescaped(a, aIsRaw, b, bIsRaw)
  }

  @inline(__always)
  private static func isSame(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    var index = 0
    while index &+ 8 <= a.count {
      if a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        != b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index &+= 8
    }
    while index < a.count {
      if a[index] != b[index] { return false }
      index &+= 1
    }
    return true
  }

  @inline(never)
  private static func areEqualUnescaped(
    _ a: UnsafeRawBufferPointer, _ aIsRaw: Bool, _ b: UnsafeRawBufferPointer, _ bIsRaw: Bool
  ) -> Bool {
    var left = 0
    var right = 0
    while true {
      let one = next(a, aIsRaw, &left)
      guard one == next(b, bIsRaw, &right) else { return false }
      // The end, or an escaped NUL, where SQLite stops comparing too.
      if one == 0 { return true }
    }
  }

  /// What SQLite takes an invalid escape for. The character of that number is lost with it.
  private static let invalidScalar: UInt32 = 0x99999

  private static func next(_ text: UnsafeRawBufferPointer, _ isRaw: Bool, _ index: inout Int) -> UInt32 {
    guard index < text.count else { return 0 }
    if isRaw || text[index] != 0x5c { return scalar(text, &index) }
    let escape = JSONEscape(text.part(index, text.count &- index))
    index &+= escape.length
    return escape.isValid ? escape.scalar : invalidScalar
  }
}
