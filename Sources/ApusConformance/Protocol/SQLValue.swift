// The value model of the driver protocol, and the text that SQLite makes of a value.

/// A value with its storage class. Texts and blobs are bytes: a text need not be UTF-8.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text([UInt8])
  case blob([UInt8])

  /// The storage class as `typeof` names it.
  var typeName: String {
    switch self {
    case .null: "null"
    case .integer: "integer"
    case .real: "real"
    case .text: "text"
    case .blob: "blob"
    }
  }

  /// What `sqlite3_column_text` gives; NULL is empty.
  var rendered: [UInt8] {
    switch self {
    case .null: []
    case .integer(let value): Array(String(value).utf8)
    case .real(let value): Array(Self.render(value).utf8)
    case .text(let bytes), .blob(let bytes): bytes
    }
  }

  /// SQLite's `%!.15g`.
  static func render(_ value: Double) -> String {
    if value.isNaN { return "" }
    if value.isInfinite { return value > 0 ? "Inf" : "-Inf" }
    if value == 0 { return "0.0" }
    let scientific = formatted("%.14e", value)
    guard let mark = scientific.firstIndex(of: "e"),
      let exponent = Int(scientific[scientific.index(after: mark)...].replacingPlus)
    else { return scientific }
    if exponent < -4 || exponent > 14 {
      let digits = withoutTrailingZeros(String(scientific[..<mark]))
      let size = abs(exponent)
      return "\(digits)e\(exponent < 0 ? "-" : "+")\(size < 10 ? "0" : "")\(size)"
    }
    let text = formatted("%.\(max(14 - exponent, 0))f", value)
    return text.contains(".") ? withoutTrailingZeros(text) : text + ".0"
  }

  private static func withoutTrailingZeros(_ text: String) -> String {
    var result = Substring(text)
    while result.last == "0" { result.removeLast() }
    return result.last == "." ? result + "0" : String(result)
  }

  /// As an SQL literal, for reports.
  var literal: String {
    switch self {
    case .null: return "NULL"
    case .integer(let value): return String(value)
    case .real(let value):
      return value.isInfinite ? (value < 0 ? "-9e999" : "9e999") : value.description
    case .text(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case .blob(let bytes): return "x'" + hexadecimal(bytes) + "'"
    }
  }
}

extension Substring {
  /// `Int` wants no plus sign with leading zeros behind it; C writes one.
  fileprivate var replacingPlus: Substring { first == "+" ? dropFirst() : self }
}

/// Lower-case hexadecimal digits of bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var result: [UInt8] = []
  for byte in bytes {
    result.append(digits[Int(byte >> 4)])
    result.append(digits[Int(byte & 15)])
  }
  return String(decoding: result, as: UTF8.self)
}

/// The bytes of an even number of hexadecimal digits.
func bytes(hexadecimal digits: [UInt8]) -> [UInt8]? {
  guard digits.count % 2 == 0 else { return nil }
  var result: [UInt8] = []
  for index in stride(from: 0, to: digits.count, by: 2) {
    let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
    guard let byte = UInt8(pair, radix: 16) else { return nil }
    result.append(byte)
  }
  return result
}
