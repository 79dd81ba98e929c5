import Testing

@testable import ApusEngine

@Suite("generate_series counts as SQLite's does")
struct SeriesTests {
  /// Statements and their rows, columns joined by `|`, by the rules of https://www.sqlite.org/series.html.
  static let cases: [(sql: String, rows: [String])] = [
    ("SELECT value FROM generate_series(1, 5, 2)", ["1", "3", "5"]),
    ("SELECT value FROM generate_series(1, 6, 2)", ["1", "3", "5"]),
    ("SELECT value FROM generate_series(5, 1, -2)", ["5", "3", "1"]),
    ("SELECT value FROM generate_series(0, -1)", []),
    ("SELECT value FROM generate_series(1, 2, -1)", []),
    ("SELECT value FROM generate_series(1, 3, 0)", ["1", "2", "3"]),
    ("SELECT value FROM generate_series(20) LIMIT 3", ["20", "21", "22"]),
    ("SELECT value FROM generate_series(4294967294)", ["4294967294", "4294967295"]),
    ("SELECT value FROM generate_series('2', 3.9)", ["2", "3"]),
    ("SELECT value FROM generate_series(NULL, 3)", []),
    ("SELECT value FROM generate_series(1, NULL)", []),
    ("SELECT value FROM generate_series(1, 3, NULL)", []),
    ("SELECT rowid, start, stop, step FROM generate_series(1, 6, 4)", ["1|1|6|4", "5|1|6|4"]),
    ("SELECT value FROM generate_series WHERE start = 1 AND stop = 2", ["1", "2"]),
    ("SELECT value FROM generate_series WHERE value BETWEEN 3 AND 5", ["3", "4", "5"]),
    ("SELECT value FROM generate_series(1, 20, 3) WHERE value >= 5 AND value < 13", ["7", "10"]),
    ("SELECT value FROM generate_series(1, 20, 3) WHERE value > 7 AND value <= 12.5", ["10"]),
    ("SELECT value FROM generate_series(20, 1, -3) WHERE value >= 5 AND value < 14", ["11", "8", "5"]),
    ("SELECT value FROM generate_series(1, 9) WHERE value > 3.5 AND value < 6", ["4", "5"]),
    ("SELECT value FROM generate_series(1, 9) WHERE value = 4.0", ["4"]),
    ("SELECT value FROM generate_series(1, 9) WHERE value = 4.5", []),
    ("SELECT value FROM generate_series(1, 9, 2) WHERE value = 4", []),
    ("SELECT value FROM generate_series(1, 9) WHERE value = NULL", []),
    ("SELECT value FROM generate_series(1, 9) WHERE value IN (2, 7, 11)", ["2", "7"]),
    ("SELECT value FROM generate_series(1, 5, 2) ORDER BY value DESC", ["5", "3", "1"]),
    ("SELECT value FROM generate_series(1, 6, 2) ORDER BY value DESC", ["5", "3", "1"]),
    ("SELECT value FROM generate_series(5, 1, -2) ORDER BY value", ["1", "3", "5"]),
    ("SELECT value FROM generate_series(1, 9, 2) ORDER BY value DESC LIMIT 2 OFFSET 1", ["7", "5"]),
    (
      "SELECT value FROM generate_series(9223372036854775806, 9223372036854775807)",
      ["9223372036854775806", "9223372036854775807"]
    ),
    (
      "SELECT value FROM generate_series(9223372036854775807, -9223372036854775808, -9223372036854775808)",
      ["9223372036854775807", "-1"]
    ),
    (
      "SELECT value FROM generate_series(-9223372036854775808, 9223372036854775807, 9223372036854775807)",
      ["-9223372036854775808", "-1", "9223372036854775806"]
    ),
    (
      "SELECT value FROM generate_series(9223372036854775800, 9223372036854775807, 5) WHERE value > 9.3e18",
      []
    ),
    ("SELECT count(*) FROM generate_series(1, 100000)", ["100000"]),
    (
      "SELECT a.value, b.value FROM generate_series(1, 3) a, generate_series(1, a.value) b WHERE a.value <> 2",
      ["1|1", "3|1", "3|2", "3|3"]
    ),
    (
      "SELECT a.value, b.value FROM generate_series(1, b.value) a, generate_series(1, 2) b",
      ["1|1", "1|2", "2|2"]
    ),
    (
      "SELECT a.value, b.value FROM generate_series(1, 2) a LEFT JOIN generate_series(2, a.value) b",
      ["1|NULL", "2|2"]
    ),
    (
      "EXPLAIN QUERY PLAN SELECT * FROM generate_series(1, 5) WHERE value > 2 ORDER BY value DESC",
      ["2|0|0|SCAN generate_series VIRTUAL TABLE INDEX 0x20b:"]
    ),
  ]

  @Test("Rows", arguments: cases.indices)
  func rows(_ index: Int) throws {
    let connection = try Connection.open(":memory:")
    var rows = try connection.texts(Self.cases[index].sql)
    if Self.cases[index].sql.hasPrefix("EXPLAIN") { rows = rows.map { "2" + $0.drop { $0.isNumber } } }
    #expect(rows == Self.cases[index].rows, "\(Self.cases[index].sql)")
  }

  @Test("The start is needed")
  func start() throws {
    let connection = try Connection.open(":memory:")
    #expect(throws: DatabaseError.self) { try connection.texts("SELECT * FROM generate_series") }
    #expect(throws: DatabaseError.self) {
      try connection.texts("SELECT * FROM generate_series(1, b.value) a, generate_series(1, a.value) b")
    }
  }
}

extension Connection {
  /// The rows of a statement, columns joined by `|`.
  func texts(_ sql: String) throws(DatabaseError) -> [String] {
    guard let statement = try prepare(sql).statement else { return [] }
    var rows: [String] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { column in
          let cell = statement.row[column]
          return cell.tag == .null
            ? "NULL" : ValueRules.withText(of: cell) { String(decoding: $0, as: UTF8.self) }
        }.joined(separator: "|"))
    }
    return rows
  }
}
