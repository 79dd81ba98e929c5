// A result in sqllogictest's form: one text a value, by the type letter of its column.

/// Formatting, sorting and hashing of sqllogictest results.
enum SQLLogicResult {
  /// The values of a result in the order of the sort mode.
  static func values(
    _ rows: [[SQLValue]], types: [UInt8], sort: SQLLogicRecord.Sort
  ) -> [[UInt8]] {
    var formatted = rows.map { row in zip(row, types).map { format($0, $1) } }
    switch sort {
    case .nosort: return formatted.flatMap { $0 }
    case .rowsort:
      formatted.sort { precedes($0, $1) }
      return formatted.flatMap { $0 }
    case .valuesort: return formatted.flatMap { $0 }.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// The hash of a result: MD5 of the values, each with a line feed.
  static func digest(_ values: [[UInt8]]) -> String {
    var digest = MD5()
    for value in values {
      digest.update(value)
      digest.update([10])
    }
    return digest.finish()
  }

  /// The count and hash of an expectation like `30 values hashing to 3c13dee48d9356ae19af2515e05e6b54`.
  static func hashed(_ line: [UInt8]) -> (count: Int, digest: String)? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 5, words[1] == "values", words[2] == "hashing", words[3] == "to",
      words[4].count == 32,
      let count = Int(words[0])
    else { return nil }
    return (count, String(words[4]))
  }

  /// One value as a column of type I, T or R shows it.
  static func format(_ value: SQLValue, _ type: UInt8) -> [UInt8] {
    if case .null = value { return Array("NULL".utf8) }
    switch type {
    case UInt8(ascii: "T"):
      let text = value.rendered
      if text.isEmpty { return Array("(empty)".utf8) }
      return text.map { (32...126).contains($0) ? $0 : UInt8(ascii: "@") }
    case UInt8(ascii: "I"): return Array(integer(value).utf8)
    default: return Array(real(value).utf8)
    }
  }

  private static func integer(_ value: SQLValue) -> String {
    switch value {
    case .integer(let value): return String(value)
    case .real(let value):
      guard value.magnitude < 9.3e18 else { return String(value > 0 ? Int64.max : Int64.min) }
      return String(Int128(value))
    default: return leadingInteger(value.rendered)
    }
  }

  private static func leadingInteger(_ text: [UInt8]) -> String {
    var rest = text.drop { $0 == 32 || (9...13).contains($0) }
    var sign = ""
    if rest.first == UInt8(ascii: "-") { sign = "-" }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let digits = rest.prefix { (48...57).contains($0) }
    let significant = digits.drop { $0 == 48 }
    return significant.isEmpty ? "0" : sign + String(decoding: significant, as: UTF8.self)
  }

  private static func real(_ value: SQLValue) -> String {
    let number: Double
    switch value {
    case .integer(let value): number = Double(value)
    case .real(let value): number = value
    default: number = leadingReal(value.rendered)
    }
    return number.magnitude < 1e12 ? formatted("%.3f", number) : bigReal(number)
  }

  private static func leadingReal(_ text: [UInt8]) -> Double {
    let rest = Array(text.drop { $0 == 32 || (9...13).contains($0) })
    var end = 0
    func digits() -> Int {
      let start = end
      while end < rest.count, (48...57).contains(rest[end]) { end += 1 }
      return end - start
    }
    if end < rest.count, rest[end] == UInt8(ascii: "-") || rest[end] == UInt8(ascii: "+") { end += 1 }
    var count = digits()
    if end < rest.count, rest[end] == UInt8(ascii: ".") {
      end += 1
      count += digits()
    }
    guard count > 0 else { return 0 }
    let mantissa = end
    if end < rest.count, rest[end] | 32 == UInt8(ascii: "e") {
      end += 1
      if end < rest.count, rest[end] == UInt8(ascii: "-") || rest[end] == UInt8(ascii: "+") { end += 1 }
      if digits() == 0 { end = mantissa }
    }
    return strtod(String(decoding: rest[..<end], as: UTF8.self), nil)
  }

  /// SQLite's own `%.3f` of large numbers, which keeps 16 significant digits and pads with zeros.
  private static func bigReal(_ value: Double) -> String {
    if value.isNaN { return "NULL" }
    if value.isInfinite { return value > 0 ? "Inf" : "-Inf" }
    let scientific = formatted("%.15e", value.magnitude)
    let parts = scientific.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1].drop { $0 == "+" }) else { return scientific }
    let digits = parts[0].filter { $0 != "." }
    var whole = String(digits.prefix(exponent + 1))
    while whole.count < exponent + 1 { whole += "0" }
    var fraction = String(digits.dropFirst(exponent + 1).prefix(3))
    while fraction.count < 3 { fraction += "0" }
    return "\(value < 0 ? "-" : "")\(whole).\(fraction)"
  }

  /// Lexicographic order of rows of texts.
  static func precedes(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    for (first, second) in zip(left, right) where first != second {
      return first.lexicographicallyPrecedes(second)
    }
    return left.count < right.count
  }
}
