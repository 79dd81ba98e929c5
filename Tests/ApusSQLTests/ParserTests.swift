// Trees, names, literals, ranges and scripts.

import ApusSQL
import Testing

@Suite("Parser")
struct ParserTests {
  @Test(
    "keywords without a use at a place are names there",
    arguments: [
      "select abort, action, after, key, offset, row, rows, temp, view, like(1, 2), if(1, 2), replace(1, 2, 3)",
      "select left, right, full, cross, natural, inner, outer, indexed, left(1), left.a from t",
      "select a key, b desc, c offset, d end from t row",
      "select a as left, b as indexed from t as cross",
      "select 1 as over, 2 filter, 3 window, over(1), filter(2), window(3)",
      "select sum(1) over from t", "select sum(1) filter from t", "select * from t window",
      "select with from t", "create table key(\"a\" 'int', [b] `c d`)", "select case end when 1 then 2 end",
      "create table a(c1 generated always, c2 always generated)", "release savepoint savepoint",
      "rollback to savepoint savepoint",
    ])
  func fallback(_ sql: String) {
    #expect(message(sql) == nil)
  }

  @Test("WINDOW, OVER and FILTER are keywords only in their contexts")
  func windowWords() throws {
    let parsed = try parse("select sum(a) filter (where b) over w, over, filter from t window w as ()")
    let core = try #require(parsed.core)
    #expect(core.windows.count == 1)
    let id = try #require(parsed.column(0))
    guard case .function(let function) = parsed.ast[id] else {
      Issue.record("not a call")
      return
    }
    #expect(parsed.ast[function].filter != nil)
    guard case .named(let name) = parsed.ast[function].over else {
      Issue.record("no window")
      return
    }
    #expect(parsed.ast.string(name) == "w")
  }

  @Test("names keep their text without quotes, and the kind of the quotes")
  func quoting() throws {
    let parsed = try parse("select a, \"b\"\"c\", [d e], `f```, 'g'.h")
    var found: [(String, Quoting)] = []
    for index in 0..<4 {
      let id = try #require(parsed.column(index))
      if case .column(let name) = parsed.ast[id] { found.append((parsed.ast.string(name), name.quoting)) }
    }
    #expect(found.map(\.0) == ["a", "b\"c", "d e", "f`"])
    #expect(found.map(\.1) == [.none, .double, .bracket, .backtick])
    let id = try #require(parsed.column(4))
    guard case .qualifiedColumn(let name) = parsed.ast[id] else {
      Issue.record("not qualified")
      return
    }
    #expect(parsed.ast[name].table.quoting == .single)
    #expect(parsed.ast.equals(parsed.ast[name].column, "H"))
  }

  @Test("numbers")
  func numbers() throws {
    let parsed = try parse(
      "select 9223372036854775807, 9223372036854775808, 0x7F, 0xFFFFFFFFFFFFFFFF, 1_000, 1_0.5_0e1_0, .5, 0x1_f"
    )
    var nodes: [ExprNode] = []
    for index in 0..<8 { nodes.append(parsed.ast[try #require(parsed.column(index))]) }
    #expect(nodes[0] == .integer(.max))
    #expect(nodes[2] == .integer(127))
    #expect(nodes[3] == .integer(-1))
    #expect(nodes[4] == .integer(1000))
    #expect(nodes[7] == .integer(31))
    func real(_ node: ExprNode) -> String? {
      if case .real(let text) = node { return parsed.ast.string(text) }
      return nil
    }
    #expect(real(nodes[1]) == "9223372036854775808")
    #expect(real(nodes[5]) == "10.50e10")
    #expect(real(nodes[6]) == ".5")
  }

  @Test("strings and blobs are decoded")
  func literals() throws {
    let parsed = try parse("select 'it''s', '', x'00fF', x''")
    var values: [[UInt8]] = []
    for index in 0..<4 {
      switch parsed.ast[try #require(parsed.column(index))] {
      case .string(let text), .blob(let text): values.append(parsed.ast.bytes(text))
      default: break
      }
    }
    #expect(values == [Array("it's".utf8), [], [0, 255], []])
  }

  @Test("parameters are numbered as in SQLite")
  func parameters() throws {
    let parsed = try parse("select ?, :a, ?5, ?, @b, :a, $c, ?005, #d")
    var numbers: [Int32] = []
    for index in 0..<9 {
      if case .parameter(let id) = parsed.ast[try #require(parsed.column(index))] {
        numbers.append(parsed.ast[id].number)
      }
    }
    #expect(numbers == [1, 2, 5, 6, 7, 2, 8, 5, 9])
    #expect(parsed.ast.parameterCount == 9)
  }

  @Test("result columns keep their source text")
  func columnText() throws {
    let parsed = try parse("-- c\n  select ( a )+1 as x,  'b'  ||  c , t . * , count( * )from t")
    let core = try #require(parsed.core)
    let texts = parsed.ast[core.columns].map { parsed.ast.string($0.range) }
    #expect(texts == ["( a )+1", "'b'  ||  c", "t . *", "count( * )"])
  }

  @Test("definitions keep the ranges that the schema needs")
  func definitionRanges() throws {
    let sql =
      " ; explain create table \"t\"(a text  varchar ( 1,2 ) default ( 1 + 2 ) check( a > 1 ), b default -5) ; x"
    let parsed = try parse(sql)
    guard case .createTable(let table) = parsed.statement.statement, case .columns(let list, _) = table.body
    else {
      Issue.record("not a table")
      return
    }
    #expect(parsed.ast.string(table.name.range) == "\"t\"")
    #expect(parsed.ast.string(parsed.statement.bodyRange).hasPrefix("create table"))
    #expect(parsed.ast.string(parsed.statement.bodyRange).hasSuffix("-5)"))
    #expect(parsed.statement.explanation == .program)
    let columns = Array(parsed.ast[list])
    #expect(parsed.ast.string(columns[0].type) == "text  varchar ( 1,2 )")
    var texts: [String] = []
    for column in columns {
      for constraint in parsed.ast[column.constraints] {
        switch constraint.kind {
        case .defaultValue(_, let text), .check(_, let text): texts.append(parsed.ast.string(text))
        default: break
        }
      }
    }
    #expect(texts == ["1 + 2", "a > 1", "-5"])
  }

  @Test("GENERATED ALWAYS is no part of the type")
  func generatedType() throws {
    let parsed = try parse(
      "create table t(a int generated always as (1), b generated always as (2), c int as (3))")
    guard case .createTable(let table) = parsed.statement.statement, case .columns(let list, _) = table.body
    else {
      Issue.record("not a table")
      return
    }
    #expect(parsed.ast[list].map { parsed.ast.string($0.type) } == ["int", "", "int"])
  }

  @Test("a DEFAULT word is a string unless it is TRUE or FALSE")
  func defaultWord() throws {
    let parsed = try parse("create table t(a default abc, b default true, c default \"d e\")")
    guard case .createTable(let table) = parsed.statement.statement, case .columns(let list, _) = table.body
    else {
      Issue.record("not a table")
      return
    }
    var kinds: [String] = []
    for column in parsed.ast[list] {
      for constraint in parsed.ast[column.constraints] {
        guard case .defaultValue(let id, _) = constraint.kind else { continue }
        switch parsed.ast[id] {
        case .string(let text): kinds.append("string " + parsed.ast.string(text))
        case .column(let name): kinds.append("column " + parsed.ast.string(name))
        default: break
        }
      }
    }
    #expect(kinds == ["string abc", "column true", "string d e"])
  }

  @Test("joins are flat lists with their words")
  func joins() throws {
    let parsed = try parse("select * from a, b join c left join d natural full outer join e cross join f")
    let core = try #require(parsed.core)
    #expect(
      parsed.ast[core.from].map(\.join) == [
        [], .comma, .inner, [.left, .outer], [.natural, .left, .right, .outer], [.inner, .cross],
      ])
  }

  @Test("a script is parsed statement by statement")
  func script() throws {
    let script =
      "\u{FEFF}select 1;; -- c\n insert into t values(';') /* ; */ ;\ncreate trigger a insert on b begin select 1; end; "
    var parser = Parser()
    var ast = AST()
    var texts: [String] = []
    let bytes = Array(script.utf8)
    var offset = 0
    while true {
      let parsed = try bytes.withUnsafeBufferPointer {
        try parser.parseStatement($0, from: offset, into: &ast)
      }
      guard let parsed else { break }
      texts.append(String(decoding: bytes[parsed.start..<parsed.end], as: UTF8.self))
      #expect(ast.source == Array(bytes[parsed.start..<parsed.end]))
      offset = parsed.next
    }
    #expect(
      texts == [
        "select 1", "insert into t values(';')", "create trigger a insert on b begin select 1; end",
      ])
  }

  @Test(
    "a text without statement is none", arguments: ["", " ", ";;", "-- x", "/* x", "\u{FEFF}", "\0select"])
  func empty(_ sql: String) throws {
    var parser = Parser()
    var ast = AST()
    #expect(try parser.parseStatement(sql, into: &ast) == nil)
  }

  @Test("single expressions")
  func expression() throws {
    #expect(try grouped(" a + 1 ") == "(a add 1)")
    #expect(throws: SyntaxError.self) { try grouped("a b") }
    #expect(throws: SyntaxError.self) { try grouped("") }
  }

  @Test("a parser and an arena can be used again after an error")
  func reuse() throws {
    var parser = Parser()
    var ast = AST()
    for _ in 0..<3 {
      #expect((try? parser.parseStatement("select (1, case a when", into: &ast)) == nil)
      let parsed = try #require(try parser.parseStatement("select :a, b", into: &ast))
      #expect(Printer.text(parsed, in: ast) == Array("SELECT :a, b".utf8))
      #expect(ast.parameterCount == 1)
    }
  }
}
