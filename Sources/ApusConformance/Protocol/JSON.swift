// JSON that keeps apart integers and reals, and strings that are not UTF-8.

/// A JSON value. A number is an integer when it has neither point nor exponent and fits 64 bits.
enum JSON: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case real(Double)
  case string([UInt8])
  case array([JSON])
  case object([(key: String, value: JSON)])

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  var int: Int? {
    guard case .integer(let value) = self else { return nil }
    return Int(exactly: value)
  }

  /// Whether a flag is set: true, or a number other than 0.
  var isTrue: Bool {
    switch self {
    case .bool(let value): value
    case .integer(let value): value != 0
    default: false
    }
  }

  /// The SQL value that the driver protocol writes in this form.
  var sqlValue: SQLValue? {
    switch self {
    case .null: return .null
    case .integer(let value): return .integer(value)
    case .real(let value): return .real(value)
    case .string(let bytes): return .text(bytes)
    case .bool(let value): return .integer(value ? 1 : 0)
    case .array: return nil
    case .object(let members):
      guard let member = members.first, case .string(let content) = member.value else { return nil }
      switch member.key {
      case "blob": return bytes(hexadecimal: content).map { .blob($0) }
      case "text_hex": return bytes(hexadecimal: content).map { .text($0) }
      case "real": return Double(String(decoding: content, as: UTF8.self)).map { .real($0) }
      default: return nil
      }
    }
  }
}

/// Reads one JSON value from bytes. Nesting is limited, so that input cannot exhaust the stack.
struct JSONParser {
  private let input: UnsafeBufferPointer<UInt8>
  private var position = 0
  private static let depthLimit = 200

  /// The value that fills the bytes; nil when they hold no JSON.
  static func parse(_ bytes: some Collection<UInt8>) -> JSON? {
    let array = ContiguousArray(bytes)
    return array.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(input: buffer)
      guard let value = parser.value(depth: 0) else { return nil }
      parser.skipSpace()
      return parser.position == buffer.count ? value : nil
    }
  }

  private init(input: UnsafeBufferPointer<UInt8>) { self.input = input }

  private mutating func skipSpace() {
    while position < input.count, input[position] <= 32 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < input.count, input[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func word(_ text: StaticString, _ value: JSON) -> JSON? {
    let count = text.utf8CodeUnitCount
    guard position + count <= input.count else { return nil }
    for index in 0..<count where input[position + index] != text.utf8Start[index] { return nil }
    position += count
    return value
  }

  private mutating func value(depth: Int) -> JSON? {
    guard depth < Self.depthLimit else { return nil }
    skipSpace()
    guard position < input.count else { return nil }
    switch input[position] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "n"): return word("null", .null)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    default: return number()
    }
  }

  private mutating func array(_ depth: Int) -> JSON? {
    position += 1
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(elements) : nil
  }

  private mutating func object(_ depth: Int) -> JSON? {
    position += 1
    var members: [(key: String, value: JSON)] = []
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard position < input.count, input[position] == UInt8(ascii: "\""), let key = string(),
        take(UInt8(ascii: ":")), let member = value(depth: depth + 1)
      else { return nil }
      members.append((String(decoding: key, as: UTF8.self), member))
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(members) : nil
  }

  private mutating func number() -> JSON? {
    let start = position
    var isReal = false
    scan: while position < input.count {
      switch input[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isReal = true
      default: break scan
      }
      position += 1
    }
    guard position > start else { return nil }
    let text = String(decoding: UnsafeBufferPointer(rebasing: input[start..<position]), as: UTF8.self)
    if !isReal, let value = Int64(text) { return .integer(value) }
    if let value = Double(text) { return .real(value) }
    return nil
  }

  private mutating func string() -> [UInt8]? {
    position += 1
    var start = position
    var result: [UInt8] = []
    while position < input.count {
      let byte = input[position]
      if byte == UInt8(ascii: "\"") {
        result.append(contentsOf: input[start..<position])
        position += 1
        return result
      }
      position += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      result.append(contentsOf: input[start..<position - 1])
      guard let scalar = escape() else { return nil }
      result.append(contentsOf: String(Character(scalar)).utf8)
      start = position
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard position < input.count else { return nil }
    let byte = input[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "u"):
      guard let high = unit() else { return nil }
      guard high & 0xf800 == 0xd800 else { return Unicode.Scalar(high) }
      guard high < 0xdc00, position + 1 < input.count, input[position] == UInt8(ascii: "\\"),
        input[position + 1] == UInt8(ascii: "u")
      else { return "\u{fffd}" }
      position += 2
      guard let low = unit(), low & 0xfc00 == 0xdc00 else { return "\u{fffd}" }
      return Unicode.Scalar(0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff))
    default: return Unicode.Scalar(byte)
    }
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= input.count else { return nil }
    let digits = String(
      decoding: UnsafeBufferPointer(rebasing: input[position..<position + 4]), as: UTF8.self)
    position += 4
    return UInt32(digits, radix: 16)
  }
}

/// Builds JSON text.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A string; bytes that are not UTF-8 become replacement characters.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32, 127: raw("\\u00" + hexadecimal([byte]))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The members of an object, with the comma between them.
  mutating func object(_ members: [(String, (inout JSONText) -> Void)]) {
    raw("{")
    for (index, member) in members.enumerated() {
      if index > 0 { raw(", ") }
      string(member.0)
      raw(": ")
      member.1(&self)
    }
    raw("}")
  }

  mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
    raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(",\n ") }
      body(&self, element)
    }
    raw("]")
  }
}
