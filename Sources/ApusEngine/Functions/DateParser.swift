/// Reads dates and times in text (https://www.sqlite.org/lang_datefunc.html#time_values).
struct DateParser {
  let text: UnsafeRawBufferPointer
  var index = 0

  init(_ text: UnsafeRawBufferPointer) { self.text = text }

  /// The byte at `offset` from here; 0 past the end.
  @inline(__always)
  func byte(_ offset: Int = 0) -> UInt8 {
    let place = index &+ offset
    return place < text.count ? text[place] : 0
  }

  var isAtEnd: Bool { index >= text.count }

  mutating func skipSpaces() { while NumericText.isSpace(byte()) { index &+= 1 } }

  /// Exactly `count` digits that make a number within `range`.
  mutating func number(_ count: Int, _ range: ClosedRange<Int>) -> Int? {
    var value = 0
    for offset in 0..<count {
      let digit = byte(offset)
      guard NumericText.isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    guard range.contains(value) else { return nil }
    index &+= count
    return value
  }

  mutating func take(_ wanted: UInt8) -> Bool {
    guard byte() == wanted, !isAtEnd else { return false }
    index &+= 1
    return true
  }

  /// YYYY-MM-DD, then perhaps a time.
  static func date(_ text: UnsafeRawBufferPointer, into moment: inout DateTime) -> Bool {
    var parser = DateParser(text)
    let isNegative = parser.take(0x2d)
    guard let year = parser.number(4, 0...9999), parser.take(0x2d), let month = parser.number(2, 1...12),
      parser.take(0x2d), let day = parser.number(2, 1...31)
    else { return false }
    while NumericText.isSpace(parser.byte()) || parser.byte() == 0x54 { parser.index &+= 1 }
    if parser.time(into: &moment) {
      // The time stands.
    } else if parser.isAtEnd {
      moment.hasTime = false
    } else {
      return false
    }
    moment.hasJulian = false
    moment.hasDate = true
    moment.year = isNegative ? -year : year
    moment.month = month
    moment.day = day
    moment.computeOverflow()
    if moment.zone != 0 { moment.computeJulian() }
    return true
  }

  /// HH:MM, HH:MM:SS or HH:MM:SS.FFF, then perhaps a time zone. Does not move when it fails.
  mutating func time(into moment: inout DateTime) -> Bool {
    var parser = self
    guard let hour = parser.number(2, 0...24), parser.take(0x3a), let minute = parser.number(2, 0...59) else {
      return false
    }
    var second = 0.0
    if parser.take(0x3a) {
      guard let whole = parser.number(2, 0...59) else { return false }
      second = Double(whole)
      if parser.byte() == 0x2e, NumericText.isDigit(parser.byte(1)) {
        parser.index &+= 1
        var fraction = 0.0
        var scale = 1.0
        while NumericText.isDigit(parser.byte()) {
          fraction = fraction * 10 + Double(parser.byte() - 0x30)
          scale *= 10
          parser.index &+= 1
        }
        // Never a whole second by rounding. NaN when there are more digits than a double counts.
        fraction /= scale
        second += fraction > 0.999 ? 0.999 : fraction.isNaN ? 0 : fraction
      }
    }
    moment.hasJulian = false
    moment.isRaw = false
    moment.hasTime = true
    moment.hour = hour
    moment.minute = minute
    moment.second = second
    guard parser.zone(into: &moment) else { return false }
    self = parser
    return true
  }

  /// Nothing, Z, or ±HH:MM, up to the end of the text.
  private mutating func zone(into moment: inout DateTime) -> Bool {
    skipSpaces()
    moment.zone = 0
    let sign: Int
    switch byte() {
    case 0x2d: sign = -1
    case 0x2b: sign = 1
    case 0x5a, 0x7a:
      index &+= 1
      moment.isLocal = false
      moment.isUTC = true
      skipSpaces()
      return isAtEnd
    default: return isAtEnd
    }
    index &+= 1
    guard let hours = number(2, 0...14), take(0x3a), let minutes = number(2, 0...59) else { return false }
    moment.zone = sign * (minutes + hours * 60)
    if moment.zone == 0 {
      moment.isLocal = false
      moment.isUTC = true
    }
    skipSpaces()
    return isAtEnd
  }
}
