import Testing

@testable import ApusEngine

@Suite("Schema changes are compiled as SQLite compiles them")
struct SchemaCompilerTests {
  @Test("statements are stored in SQLite's words")
  func stored() throws {
    let set = try CatalogFixture.set()
    for expected in CreateStatementCases.stored {
      let message = CatalogFixture.message(expected.sql, in: set)
      #expect(message == nil, "\(expected.sql)")
      guard message == nil, let program = try CatalogFixture.compile(expected.sql, in: set) else { continue }
      // (The row of a table is written last, over the one that reserves its place before those of its indexes; recorded cases read the
      // schema table itself.)
      #expect(schemaRows(program).sorted() == expected.rows.sorted(), "\(expected.sql)")
    }
  }

  @Test("statements are refused in SQLite's words")
  func refused() throws {
    let set = try CatalogFixture.set()
    for expected in RefusedStatementCases.all {
      #expect(CatalogFixture.message(expected.sql, in: set) == expected.message, "\(expected.sql)")
    }
  }

  /// The rows that a program adds to a schema table, by following its constants to the records.
  private func schemaRows(_ program: Program) -> [String] {
    var texts: [Int32: String] = [:]
    var rows: [String] = []
    for address in 0..<program.instructionCount {
      let instruction = program.instructions[address]
      switch instruction.opcode {
      case .constant:
        let cell = program.constants[Int(instruction.p1)]
        texts[instruction.p2] = String(decoding: cell.bytes, as: UTF8.self)
      case .null: texts[instruction.p2] = nil
      case .makeRecord where instruction.p2 == 5 && instruction.p4 != Instruction.noP4:
        let first = instruction.p1
        rows.append([0, 1, 2, 4].map { texts[first + $0] ?? "NULL" }.joined(separator: "|"))
      default: break
      }
    }
    return rows
  }

  private func opcodes(_ sql: String, in set: CatalogSet) throws -> [(Opcode, Int32, Int32, Int32)] {
    let program = try #require(try CatalogFixture.compile(sql, in: set))
    return (0..<program.instructionCount).map {
      let instruction = program.instructions[$0]
      return (instruction.opcode, instruction.p1, instruction.p2, instruction.p3)
    }
  }

  @Test("DROP TABLE gives up trees from the largest root down")
  func dropOrder() throws {
    let set = try CatalogFixture.set([
      "CREATE TABLE t(a,b)", "CREATE INDEX i ON t(a)", "CREATE TABLE u(a)", "CREATE INDEX j ON t(b)",
    ])
    let code = try opcodes("DROP TABLE t", in: set)
    #expect(code.filter { $0.0 == .destroyTree }.map(\.1) == [5, 3, 2])
    #expect(code.last?.0 == .halt)
    #expect(code.contains { $0.0 == .setCookie && $0.2 == 40 })
    #expect(code.filter { $0.0 == .reloadSchema }.count == 1)
  }

  @Test("DROP TABLE takes a temp trigger along")
  func dropTemporaryTrigger() throws {
    let set = try CatalogFixture.set(
      temp: ["CREATE TRIGGER tt AFTER INSERT ON t BEGIN SELECT 1; END"])
    let code = try opcodes("DROP TABLE t", in: set)
    #expect(code.filter { $0.0 == .transaction }.map(\.1) == [0, 1])
    #expect(code.filter { $0.0 == .reloadSchema }.map(\.1) == [1, 0])
  }

  @Test("IF EXISTS and IF NOT EXISTS write nothing when there is nothing to do")
  func nothingToDo() throws {
    let set = try CatalogFixture.set()
    for sql in [
      "CREATE TABLE IF NOT EXISTS t(x)", "CREATE TABLE IF NOT EXISTS v(x)", "DROP TABLE IF EXISTS nope",
      "CREATE INDEX IF NOT EXISTS i ON t(b)", "DROP TRIGGER IF EXISTS nope", "DROP INDEX IF EXISTS t",
      "CREATE TRIGGER IF NOT EXISTS tr AFTER INSERT ON t BEGIN SELECT 1; END", "REINDEX v",
    ] {
      let program = try #require(try CatalogFixture.compile(sql, in: set))
      #expect(!program.isWrite, "\(sql)")
    }
  }

  @Test("a new index is filled in sorted order, and UNIQUE compares neighbours")
  func fill() throws {
    let set = try CatalogFixture.set()
    let plain = try opcodes("CREATE INDEX j ON t(b)", in: set).map(\.0)
    #expect(plain.contains(.sorterInsert) && plain.contains(.indexInsert))
    #expect(!plain.contains(.compareRegisters))
    let program = try #require(try CatalogFixture.compile("CREATE UNIQUE INDEX j ON t(b, a)", in: set))
    #expect(
      program.constraints.map(\.violation) == [
        ConstraintViolation(kind: .unique, name: "j", table: "t", columns: ["b", "a"])
      ])
    let messages = (0..<program.constantCount).map {
      String(decoding: program.constants[$0].bytes, as: UTF8.self)
    }
    #expect(messages.contains("UNIQUE constraint failed: t.b, t.a"))
    let expression = try #require(
      try CatalogFixture.compile("CREATE UNIQUE INDEX j ON t(b+1)", in: set))
    #expect(
      (0..<expression.constantCount).contains {
        String(decoding: expression.constants[$0].bytes, as: UTF8.self)
          == "UNIQUE constraint failed: index 'j'"
      })
  }

  @Test("REINDEX empties and fills the indexes that a name means")
  func reindex() throws {
    let set = try CatalogFixture.set([
      "CREATE TABLE t(a,b)", "CREATE INDEX i ON t(a)", "CREATE INDEX j ON t(b COLLATE nocase)",
    ])
    func cleared(_ sql: String) throws -> [Int32] {
      try opcodes(sql, in: set).filter { $0.0 == .clearTree }.map(\.1)
    }
    #expect(try cleared("REINDEX") == [4, 3])
    #expect(try cleared("REINDEX t") == [4, 3])
    #expect(try cleared("REINDEX i") == [3])
    #expect(try cleared("REINDEX nocase") == [4])
    #expect(try cleared("REINDEX main.i") == [3])
  }

  @Test(
    "the text of CREATE TABLE AS",
    arguments: [
      (["a": Affinity.integer], "CREATE TABLE z(a INT)"),
      (["b c": .text], "CREATE TABLE z(\"b c\" TEXT)"), (["1.5": .blob], "CREATE TABLE z(\"1.5\")"),
      (["x\"y": .real], "CREATE TABLE z(\"x\"\"y\" REAL)"),
      (["select": .numeric], "CREATE TABLE z(\"select\" NUM)"),
    ])
  func createTableText(columns: [String: Affinity], expected: String) {
    let list = columns.map { SchemaCompiler.QueryColumn(name: $0.key, affinity: $0.value) }
    #expect(SchemaCompiler.createTableText(name: "z", columns: list) == expected)
  }

  @Test("a long CREATE TABLE AS takes one line per column")
  func longCreateTableText() {
    let columns: [(String, Affinity)] = [
      ("a", .integer), ("b", .text), ("c", .real), ("d", .blob), ("e", .numeric), ("f", .blob),
      ("a+1", .blob), ("cast(a as text)", .text),
    ]
    let text = SchemaCompiler.createTableText(
      name: "w2", columns: columns.map { .init(name: $0.0, affinity: $0.1) })
    #expect(
      text
        == "CREATE TABLE w2(\n  a INT,\n  b TEXT,\n  c REAL,\n  d,\n  e NUM,\n  f,\n  \"a+1\",\n  \"cast(a as text)\" TEXT\n)"
    )
  }
}
