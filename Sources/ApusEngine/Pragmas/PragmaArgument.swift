/// Reads the values that pragmas take, as leniently as SQLite does: nothing here fails.
enum PragmaArgument {
  /// on, yes, true, off, no, false, or an integer (anything but 0 is true). Other words are `otherwise`.
  static func boolean(_ text: String, otherwise: Bool = false) -> Bool {
    level(text, allowFull: false, otherwise: otherwise ? 1 : 0) != 0
  }

  /// off 0, normal 1, full 2, extra 3, the words of `boolean`, or an integer taken modulo 256.
  static func safetyLevel(_ text: String, otherwise: UInt8 = 1) -> UInt8 {
    level(text, allowFull: true, otherwise: otherwise)
  }

  private static func level(_ text: String, allowFull: Bool, otherwise: UInt8) -> UInt8 {
    if let first = text.utf8.first, first >= 0x30, first <= 0x39 {
      return UInt8(truncatingIfNeeded: integer32(text))
    }
    switch text.lowercasedASCII {
    case "on", "yes", "true": return 1
    case "off", "no", "false": return 0
    case "extra" where allowFull: return 3
    case "full" where allowFull: return 2
    case "normal" where allowFull: return 1
    default: return otherwise
    }
  }

  /// The integer that `text` begins with, or hexadecimal after 0x; 0 when there is none or it exceeds 32 bits.
  static func integer32(_ text: String) -> Int32 {
    var bytes = Substring(text).utf8
    var negative = false
    if bytes.first == 0x2d {
      negative = true
      bytes = bytes.dropFirst()
    } else if bytes.first == 0x2b {
      bytes = bytes.dropFirst()
    } else if bytes.first == 0x30, let second = bytes.dropFirst().first, second | 0x20 == 0x78 {
      return hexadecimal32(bytes.dropFirst(2))
    }
    var value: Int64 = 0
    var digits = 0
    for byte in bytes.drop(while: { $0 == 0x30 }) {
      guard byte >= 0x30, byte <= 0x39 else { break }
      digits += 1
      if digits > 10 { return 0 }
      value = value * 10 + Int64(byte - 0x30)
    }
    if negative { value = -value }
    return Int32(exactly: value) ?? 0
  }

  /// `integer32`, and nil for a text without a number of 32 bits at its beginning.
  static func integer32Prefix(_ text: String) -> Int32? {
    let number = integer32(text)
    if number != 0 { return number }
    let digits = text.utf8.drop { $0 == 0x2d || $0 == 0x2b }
    guard let first = digits.first, first == 0x30 else { return nil }
    return 0
  }

  private static func hexadecimal32(_ digits: Substring.UTF8View) -> Int32 {
    var value: UInt32 = 0
    var count = 0
    for byte in digits.drop(while: { $0 == 0x30 }) {
      guard let digit = hexDigit(byte) else { break }
      count += 1
      if count > 8 { return 0 }
      value = value << 4 | digit
    }
    return Int32(exactly: value) ?? 0
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// As `integer32`; nil when `text` does not begin with an integer of 32 bits.
  static func wholeInteger32(_ text: String) -> Int32? {
    var digits = Substring(text).utf8
    if let sign = digits.first, sign == 0x2d || sign == 0x2b { digits = digits.dropFirst() }
    guard let first = digits.first, first >= 0x30, first <= 0x39 else { return nil }
    let value = integer32(text)
    return value == 0 && digits.contains(where: { $0 >= 0x31 && $0 <= 0x39 }) && digits.count > 9
      ? nil : value
  }

  /// The integer that `text` begins with, at the ends of the range when it exceeds 64 bits; 0 when there is none.
  static func integer64Prefix(_ text: String) -> Int64 {
    if let whole = integer64(text) { return whole }
    var bytes = Substring(text).utf8
    let negative = bytes.first == 0x2d
    if negative || bytes.first == 0x2b { bytes = bytes.dropFirst() }
    var value: Int64 = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { break }
      let (shifted, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = shifted.subtractingReportingOverflow(Int64(byte - 0x30))
      if first || second { return negative ? .min : .max }
      value = sum
    }
    if negative { return value }
    return value == .min ? .max : -value
  }

  /// A whole decimal or hexadecimal 64-bit integer; nil when `text` is anything else.
  static func integer64(_ text: String) -> Int64? {
    let bytes = Substring(text).utf8
    if bytes.count > 2, bytes.first == 0x30, (bytes.dropFirst().first ?? 0) | 0x20 == 0x78 {
      guard bytes.count <= 18 else { return nil }
      var value: UInt64 = 0
      for byte in bytes.dropFirst(2) {
        guard let digit = hexDigit(byte) else { return nil }
        value = value << 4 | UInt64(digit)
      }
      return Int64(bitPattern: value)
    }
    return Int64(text)
  }
}
