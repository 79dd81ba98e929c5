import Testing

@testable import ApusEngine

@Suite("Pragmas have SQLite's names, columns and argument rules")
struct PragmaTests {
  @Test("every pragma of SQLite is known, with its columns")
  func columns() throws {
    for expected in PragmaColumnCases.all {
      let definition = PragmaRegistry.definition(named: expected.name)
      #expect(definition != nil, "\(expected.name)")
      guard let definition else { continue }
      #expect(definition.columns == expected.query, "\(expected.name)")
      let assigned = definition.answersAssignment ? definition.columns : []
      #expect(assigned == expected.assignment, "\(expected.name) = …")
    }
  }

  @Test("names are compared without case, and an unknown one does nothing")
  func names() throws {
    let set = try CatalogFixture.set()
    #expect(PragmaRegistry.definition(named: "USER_Version")?.name == "user_version")
    let program = try PragmaCompiler.compile(schema: nil, name: "bogus", argument: "1", catalogs: set)
    #expect(program.columns.isEmpty)
    #expect(program.nativeCalls.isEmpty)
  }

  @Test("an unknown schema is refused")
  func unknownSchema() throws {
    let set = try CatalogFixture.set()
    #expect(throws: DatabaseError.self) {
      try PragmaCompiler.compile(schema: "nope", name: "user_version", argument: nil, catalogs: set)
    }
  }

  @Test(
    "booleans",
    arguments: [
      ("on", true), ("YES", true), ("true", true), ("1", true), ("2", true), ("off", false), ("no", false),
      ("false", false), ("0", false), ("bogus", false), ("full", false), ("-1", false),
    ])
  func booleans(text: String, expected: Bool) {
    #expect(PragmaArgument.boolean(text) == expected)
  }

  @Test(
    "safety levels",
    arguments: [("off", 0), ("normal", 1), ("FULL", 2), ("extra", 3), ("5", 5), ("on", 1), ("bogus", 1)])
  func safetyLevels(text: String, expected: UInt8) {
    #expect(PragmaArgument.safetyLevel(text) == expected)
  }

  @Test(
    "integers",
    arguments: [
      ("5", 5), ("-1", -1), ("5000000000", 0), ("abc", 0), ("12x", 12), ("0x10", 16), ("1.9", 1),
      ("-0x5", 0), ("+7", 7), ("-2147483648", -2_147_483_648), ("2147483648", 0), ("0xffffffff", 0),
    ])
  func integers(text: String, expected: Int32) {
    #expect(PragmaArgument.integer32(text) == expected)
  }

  @Test("rows survive the way through a register")
  func rows() throws {
    var rows = PragmaRows(columnCount: 3)
    rows.append(1, "héllo", nil)
    rows.append("", 0)
    #expect(rows.rowCount == 2)
    let bytes = rows.bytes
    bytes.withUnsafeBytes { blob in
      var offset = 0
      var tags: [Cell.Tag] = []
      while let (cell, next) = PragmaRows.value(in: blob, at: offset) {
        tags.append(cell.tag)
        offset = next
      }
      #expect(tags == [.integer, .text, .null, .text, .integer, .null])
      #expect(offset == blob.count)
    }
    for length in 0..<bytes.count {
      bytes.prefix(length).withUnsafeBytes { blob in
        var offset = 0
        while let (_, next) = PragmaRows.value(in: blob, at: offset) { offset = next }
        #expect(offset <= blob.count)
      }
    }
  }
}
