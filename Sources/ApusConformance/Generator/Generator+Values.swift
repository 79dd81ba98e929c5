// Literals: ordinary ones, and those at which engines differ.

extension Generator {
  /// A literal of a type, never NULL.
  mutating func literal(_ type: ValueType) -> String {
    switch type {
    case .integer: integerLiteral()
    case .real: realLiteral()
    case .text: Self.quoted(random.pick(Self.texts))
    case .blob: random.pick(isUTF16 ? Self.evenBlobs : Self.blobs)
    case .json: Self.quoted(random.pick(Self.documents))
    }
  }

  mutating func integerLiteral() -> String {
    random.chance(70) ? String(random.below(24) - 3) : random.pick(Self.integers)
  }

  mutating func realLiteral() -> String {
    random.chance(60)
      ? "\(random.below(40) - 5).\(random.pick(["0", "5", "25", "1"]))" : random.pick(Self.reals)
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static let integers = [
    "0", "-1", "127", "128", "255", "256", "32767", "32768", "-32769", "65536", "8388607", "2147483647",
    "2147483648",
    "-2147483649", "140737488355328", "9007199254740992", "9007199254740993", "-9007199254740993",
    "9223372036854775807", "9223372036854775806", "-9223372036854775808", "-9223372036854775807", "0x7f",
    "1_000",
  ]
  private static let reals = [
    "0.0", "-0.0", "1.0", "2.0", "-3.0", "1e3", "0.1", "1e-5", "3.14159", "1e15", "1e16", "123456789012345.6",
    "9007199254740992.0", "9007199254740993.0", "9223372036854775807.0", "-9223372036854775808.0", "1e100",
    "-1e308",
    "4.9e-324", "1.7976931348623157e308", "0.30000000000000004",
  ]
  private static let texts = [
    "", " ", "a", "A", "b", "B", "abc", "ABC", "Abc", "abc ", "abc  ", " abc", "ab", "xyz", "1", "01", "1.0",
    "1e2", "-5",
    " 7", "7 ", "0x10", "9223372036854775807", "9223372036854775808", "1.5abc", "x'y", "é", "Ä", "ä", "日本",
    "😀", "a%b",
    "a_b", "[x]", "NULL", "null", "true", "hello world", "Hello World",
    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "ß", "k1",
    "k2", "k3",
  ]
  private static let blobs = [
    "x''", "x'00'", "x'61'", "x'616263'", "x'ff'", "x'313233'", "x'0061'", "x'e99a'",
  ]
  /// Those that are text in UTF-16, too.
  private static let evenBlobs = ["x''", "x'6100'", "x'0061'", "x'e99a'", "x'31003200'"]
  static let documents = [
    "{}", "[]", "null", "1", "2.5", "\"s\"", "true", "[1,2,3]", "[1,2.5,\"x\",null,true,{\"k\":\"v\"}]",
    "{\"a\":1,\"b\":[1,2,3]}", "{\"a\":{\"b\":{\"c\":[10,20]}},\"k\":\"é\"}", "{\"a\":null,\"b\":\"x'y\"}",
    "[[1,[2]],{\"a\":[]}]", "{\"a\":1,\"a\":2}", "{\"a b\":3,\"\":4}", "[-1,1e3,0.5,9223372036854775807]",
    "\"\\u00e9\\n\"", "{\"a\":[{\"b\":1},{\"b\":2}]}",
  ]

  /// A value for a column of a table: mostly one that it takes.
  mutating func value(for column: Column, in relation: Relation) -> String {
    if !column.isNotNull, !column.isKey, random.chance(14) { return "NULL" }
    if let parent = column.parent, schema[parent.table] != nil {
      if !column.isNotNull, random.chance(25) { return "NULL" }
      if random.chance(92) {
        touched.insert(parent.table)
        return "(SELECT \(parent.column) FROM \(parent.table) ORDER BY 1 LIMIT 1 OFFSET \(random.below(4)))"
      }
    }
    if column.isKey, random.chance(93) {
      keyCount += 1
      switch column.type {
      case .integer: return String(keyCount)
      case .real: return "\(keyCount).5"
      case .text, .json: return "'\(random.pick(["k", "K", "key "]))\(keyCount)'"
      case .blob: return "x'\(hexadecimal("k\(keyCount)".utf8))'"
      }
    }
    let isFree = !relation.isStrict && relation.rowidAlias != column.name
    if isFree, random.chance(7) { return literal(random.pick(ValueType.allCases)) }
    // A STRICT column takes what converts without loss; a real literal may be too large for an integer.
    let value = literal(column.type)
    // After the largest rowid SQLite looks for a free one by chance, but with AUTOINCREMENT it says that the table is full.
    let isRowid = relation.rowidAlias == column.name && !relation.countsRowids
    return isRowid && value.hasPrefix("922337203685477580") ? "9223372036854770000" : value
  }
}
