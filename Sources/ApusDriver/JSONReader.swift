/// Reads a request: an object with one member, whose value is a string or `{"text_hex": …}`.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The member's name and its value's bytes; nil when the line is no such object.
  mutating func readRequest() -> (key: String, value: [UInt8])? {
    guard take("{"), let key = readString(), take(":") else { return nil }
    let name = String(decoding: key, as: UTF8.self)
    skipSpace()
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "{") {
      guard take("{"), let inner = readString(), take(":"), let digits = readString() else { return nil }
      guard inner == Array("text_hex".utf8), let value = Self.decodeHex(digits) else { return nil }
      return (name, value)
    }
    guard let value = readString() else { return nil }
    return (name, value)
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func readString() -> [UInt8]? {
    guard take("\"") else { return nil }
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return result
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape() else { return nil }
        result.append(contentsOf: String(Character(scalar)).utf8)
      default: result.append(byte)
      }
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"):
      guard let unit = readUnit() else { return nil }
      guard unit & 0xf800 == 0xd800 else { return Unicode.Scalar(unit) }
      // A surrogate pair; half of one stands for the replacement character.
      guard unit < 0xdc00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { return "\u{fffd}" }
      position += 2
      guard let low = readUnit(), low & 0xfc00 == 0xdc00 else { return "\u{fffd}" }
      return Unicode.Scalar(0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff))
    default: return Unicode.Scalar(byte)
    }
  }

  private mutating func readUnit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Self.digit(byte) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  private static func decodeHex(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var result: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digit(digits[index]), let low = digit(digits[index + 1]) else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }
}
