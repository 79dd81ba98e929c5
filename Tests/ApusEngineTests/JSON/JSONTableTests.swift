import Testing

@testable import ApusEngine

/// Expectations are what SQLite 3.51.3 answers: key, value, type, atom, id, parent, fullkey, path.
@Suite("Rows of json_each() and json_tree()")
struct JSONTableTests {
  typealias Value = JSONHarness.Value
  private static let document = Value.text(#"{"a":[1,{"b c":2}],"d":null}"#)

  private func rows(_ isRecursive: Bool, _ path: String? = nil, _ json: Value = document) throws -> [[Value]]
  {
    let harness = try JSONHarness()
    let table = JSONTable(isRecursive: isRecursive, form: .text)
    return try harness.rows(table, json, path: path.map { .text($0) }).get()
  }

  private func row(
    _ key: Value, _ value: Value, _ type: String, _ atom: Value, _ id: Int64, _ parent: Int64?,
    _ fullkey: String,
    _ path: String
  ) -> [Value] {
    [
      key, value, .text(type), atom, .integer(id), parent.map { .integer($0) } ?? .null, .text(fullkey),
      .text(path),
    ]
  }

  @Test("json_tree goes down, a container before what it holds")
  func tree() throws {
    let expected = [
      row(.null, Self.document, "object", .null, 0, nil, "$", "$"),
      row(.text("a"), .text(#"[1,{"b c":2}]"#), "array", .null, 2, 0, "$.a", "$"),
      row(.integer(0), .integer(1), "integer", .integer(1), 5, 2, "$.a[0]", "$.a"),
      row(.integer(1), .text(#"{"b c":2}"#), "object", .null, 7, 2, "$.a[1]", "$.a"),
      row(.text("b c"), .integer(2), "integer", .integer(2), 8, 7, #"$.a[1]."b c""#, "$.a[1]"),
      row(.text("d"), .null, "null", .null, 14, 0, "$.d", "$"),
    ]
    #expect(try rows(true) == expected)
  }

  @Test("json_each lists what a container holds, and a scalar itself")
  func each() throws {
    #expect(
      try rows(false) == [
        row(.text("a"), .text(#"[1,{"b c":2}]"#), "array", .null, 2, nil, "$.a", "$"),
        row(.text("d"), .null, "null", .null, 14, nil, "$.d", "$"),
      ])
    #expect(
      try rows(false, "$.a") == [
        row(.integer(0), .integer(1), "integer", .integer(1), 5, nil, "$.a[0]", "$.a"),
        row(.integer(1), .text(#"{"b c":2}"#), "object", .null, 7, nil, "$.a[1]", "$.a"),
      ])
    #expect(try rows(false, "$.d") == [row(.null, .null, "null", .null, 14, nil, "$.d", "$.d")])
    #expect(
      try rows(false, nil, .text("5")) == [row(.null, .integer(5), "integer", .integer(5), 0, nil, "$", "$")])
    #expect(try rows(false, "$.z") == [])
    #expect(try rows(false, nil, .null) == [])
  }

  @Test("The first row of json_tree with a path has the key that the path ends with")
  func treeFromPath() throws {
    let rows = try rows(true, "$.a")
    #expect(rows.count == 4)
    #expect(rows.first == row(.text("a"), .text(#"[1,{"b c":2}]"#), "array", .null, 2, nil, "$.a", "$"))
    #expect(
      try self.rows(true, "$.a[1]").first
        == row(.text("a[1]"), .text(#"{"b c":2}"#), "object", .null, 7, nil, "$.a[1]", "$"))
  }
}
