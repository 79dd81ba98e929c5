/// Text as an SQL literal: what `quote()`, `unistr_quote()` and the %q %Q %w conversions write.
struct QuotedText {
  private let text: UnsafeRawBufferPointer
  private let quote: UInt8
  private let isEnclosed: Bool
  /// Control characters and backslashes are written as `unistr()` reads them.
  private let escapesControls: Bool
  /// Bytes of the form.
  let length: Int

  /// - Parameters:
  ///   - letter: q, Q or w as in printf.
  ///   - isAlternate: escape control characters; under Q only if there is one, and then within `unistr('…')`.
  init(_ text: UnsafeRawBufferPointer, _ letter: UInt8, isAlternate: Bool) {
    self.text = text
    quote = letter == 0x77 ? 0x22 : 0x27
    isEnclosed = letter == 0x51
    var quotes = 0
    var controls = 0
    var backslashes = 0
    for byte in text {
      if byte == quote {
        quotes &+= 1
      } else if byte == 0x5c {
        backslashes &+= 1
      } else if byte <= 0x1f {
        controls &+= 1
      }
    }
    escapesControls = isAlternate && letter != 0x77 && (controls > 0 || letter == 0x71)
    var total = text.count &+ quotes
    if isEnclosed { total &+= 2 }
    if escapesControls {
      total &+= backslashes &+ 5 &* controls
      if isEnclosed { total &+= 8 }
    }
    length = total
  }

  /// False after "string or blob too big".
  func append(to context: CallContext) -> Bool {
    guard context.reserve(length), let base = context.pointee.output.base else { return false }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    var place = context.pointee.output.count
    @inline(__always)
    func put(_ byte: UInt8) {
      bytes[place] = byte
      place &+= 1
    }
    if isEnclosed, escapesControls {
      let opening: StaticString = "unistr("
      (base + place).copyMemory(from: opening.utf8Start, byteCount: 7)
      place &+= 7
    }
    if isEnclosed { put(quote) }
    for byte in text {
      if escapesControls, byte <= 0x1f {
        put(0x5c)
        put(0x75)
        put(0x30)
        put(0x30)
        put(byte >= 0x10 ? 0x31 : 0x30)
        put(HexDigits.lower(byte & 0xf))
        continue
      }
      put(byte)
      if byte == quote || (escapesControls && byte == 0x5c) { put(byte) }
    }
    if isEnclosed { put(quote) }
    if isEnclosed, escapesControls { put(0x29) }
    context.pointee.output.count = place
    return true
  }
}

/// Hexadecimal digits both ways.
enum HexDigits {
  /// The digit of a number below 16.
  @inline(__always)
  static func upper(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }

  @inline(__always)
  static func lower(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

  /// The number that a digit stands for; nil for any other byte.
  @inline(__always)
  static func value(_ digit: UInt8) -> UInt8? {
    if digit &- 0x30 < 10 { return digit &- 0x30 }
    let small = digit | 0x20
    return small &- 0x61 < 6 ? small &- 0x57 : nil
  }
}
