import Testing

@testable import ApusConformance

@Suite struct ComparisonTests {
  private func step(_ json: String) throws -> CaseStep {
    try CaseStep(try #require(JSONParser.parse(Array(json.utf8))))
  }
  private func verdict(_ json: String, _ reply: String) throws -> Verdict {
    CaseComparison.verdict(try step(json), Reply(line: Array(reply.utf8)))
  }

  @Test func rowsAndTheirStorageClasses() throws {
    let wanted = #"{"sql":"SELECT 1","rows":[[1,"a"],[2,null]]}"#
    #expect(try verdict(wanted, #"{"rows":[[1,"a"],[2,null]],"columns":["a","b"]}"#) == .pass)
    #expect(try verdict(wanted, #"{"rows":[["1","a"],[2,null]],"columns":[]}"#) == .type)
    #expect(try verdict(wanted, #"{"rows":[[1,"a"],[2,""]],"columns":[]}"#) == .type)
    #expect(try verdict(wanted, #"{"rows":[[1.0,"a"],[2,null]],"columns":[]}"#) == .rows)
    #expect(try verdict(wanted, #"{"rows":[[2,null],[1,"a"]],"columns":[]}"#) == .order)
    #expect(try verdict(wanted, #"{"rows":[[1,"a"]],"columns":[]}"#) == .rows)
    #expect(try verdict(wanted, #"{"error":"no such table: t"}"#) == .error)
    let unordered = #"{"sql":"SELECT 1","rows":[[1,"a"],[2,null]],"ordered":false}"#
    #expect(try verdict(unordered, #"{"rows":[[2,null],[1,"a"]],"columns":[]}"#) == .pass)
  }

  @Test func errorsAndTheirMessages() throws {
    let wanted = #"{"sql":"x","error":"near \"x\": syntax error"}"#
    #expect(try verdict(wanted, #"{"error":"Near  \"x\": syntax error"}"#) == .pass)
    #expect(try verdict(wanted, #"{"error":"incomplete input"}"#) == .message)
    #expect(try verdict(wanted, #"{"rows":[],"columns":[]}"#) == .noerror)
    #expect(try verdict(wanted, "nonsense") == .died)
    #expect(try verdict(#"{"sql":"x","any":true,"rows":[]}"#, #"{"error":"x"}"#) == .any)
  }

  @Test func digestsSortUnorderedRowsAndHashNullAsNothing() throws {
    let rows: [[SQLValue]] = [[.text(Array("b".utf8))], [.null], [.text(Array("a".utf8))]]
    // md5 of "\na\nb\n" and of "b\n\na\n"
    #expect(CaseComparison.digest(rows, isOrdered: false) == MD5.digest("\na\nb\n".utf8))
    #expect(CaseComparison.digest(rows, isOrdered: true) == MD5.digest("b\n\na\n".utf8))
  }

  @Test func numbersKeepTheirKindAndAll64Bits() {
    let reply = Reply(
      line: Array(
        #"{"rows":[[9223372036854775807,-9223372036854775808,1.0,1e999,{"blob":"00ff"},{"text_hex":"ff41"}]]}"#
          .utf8))
    #expect(
      reply
        == .rows(
          [
            [.integer(.max), .integer(.min), .real(1), .real(.infinity), .blob([0, 255]), .text([255, 65])]
          ], columns: []))
  }

  /// Which common tables SQLite still knows behind an ambiguous name in USING is left open, and nothing else.
  @Test func commonTablesAreForgottenBehindAnAmbiguousName() {
    func difference(_ sql: String, _ expected: String, _ message: String) -> DifferenceKind? {
      AnswerComparison.difference(
        sql, oracle: .failure(message: expected, code: nil), ours: .failure(message: message, code: 1))
    }
    let sql = "WITH w5(a) AS (SELECT 1) SELECT 1"
    let ambiguous = "ambiguous reference to x in USING()"
    #expect(difference(sql, "no such table: w5", ambiguous) == nil)
    #expect(difference(sql, "no such table: t5", ambiguous) == .message)
    #expect(difference("SELECT 1", "no such table: w5", ambiguous) == .message)
    #expect(difference(sql, "no such table: w5", "no such column: x") == .message)
  }

  @Test func generatedAnswersCompareAsSetsUnlessTheOrderIsTotal() {
    func difference(_ sql: String, _ first: [[SQLValue]], _ second: [[SQLValue]]) -> DifferenceKind? {
      AnswerComparison.difference(sql, oracle: .rows(first, columns: []), ours: .rows(second, columns: []))
    }
    let one: [SQLValue] = [.integer(1), .text(Array("a".utf8))]
    let two: [SQLValue] = [.integer(2), .text(Array("b".utf8))]
    #expect(difference("SELECT a, b FROM t", [one, two], [two, one]) == nil)
    #expect(difference("SELECT a, b FROM t ORDER BY 2", [one, two], [two, one]) == .order)
    #expect(difference("SELECT a, b AS x FROM t ORDER BY x", [one, two], [two, one]) == .order)
    #expect(difference("SELECT a FROM t", [[.integer(1)]], [[.real(1)]]) == .rows)
    #expect(difference("SELECT a FROM t", [[.integer(1)]], [[.text([49])]]) == .type)
    #expect(difference("SELECT sum(a) FROM t", [[.real(0.1)]], [[.real(0.1 + 1e-17 * 2)]]) == nil)
    let near = (0.1).nextUp
    #expect(difference("SELECT sum(a) FROM t", [[.real(0.1)]], [[.real(near)]]) == nil)
    #expect(difference("SELECT a FROM t", [[.real(0.1)]], [[.real(near)]]) == .rows)
    // Equal under a collation: their order is open.
    #expect(
      difference(
        "SELECT a FROM t ORDER BY 1", [[.text(Array("A".utf8))], [.text(Array("a".utf8))]],
        [[.text(Array("a".utf8))], [.text(Array("A".utf8))]]) == nil)
  }

  @Test func textsMayBeEqualUnderACollation() {
    func text(_ text: String) -> [SQLValue] { [.integer(1), .text(Array(text.utf8))] }
    #expect(AnswerComparison.isSameUpToCollations([text("a  "), text("b")], [text("B"), text("A")]))
    #expect(!AnswerComparison.isSameUpToCollations([text("a")], [text("a"), text("a")]))
    #expect(!AnswerComparison.isSameUpToCollations([text("a")], [text(" a")]))
  }

  @Test func plansAreEachEnginesOwn() {
    let scan = Reply.rows([[.text(Array("SCAN t".utf8))]], columns: ["detail"])
    let search = Reply.rows([[.text(Array("SEARCH t".utf8))]], columns: ["detail"])
    let failure = Reply.failure(message: "no such table: t", code: 1)
    let sql = "EXPLAIN QUERY PLAN SELECT * FROM t"
    #expect(AnswerComparison.difference(sql, oracle: scan, ours: search) == nil)
    #expect(AnswerComparison.difference(sql, oracle: scan, ours: failure) == .failure)
    #expect(AnswerComparison.difference(sql, oracle: failure, ours: scan) == .success)
  }

  @Test func codesDecideWhereBothGiveThem() {
    func difference(_ oracle: Reply, _ ours: Reply) -> DifferenceKind? {
      AnswerComparison.difference("x", oracle: oracle, ours: ours)
    }
    let constraint = Reply.failure(message: "UNIQUE constraint failed: t.a", code: 2067)
    #expect(difference(constraint, .failure(message: "other", code: 19)) == nil)
    #expect(difference(constraint, .failure(message: "UNIQUE constraint failed: t.a", code: 1)) == .code)
    #expect(difference(.failure(message: "a", code: nil), .failure(message: "b", code: 1)) == .message)
    #expect(
      difference(.rows([], columns: []), .failure(message: "ALTER TABLE is not supported yet", code: 1))
        == .refused)
    #expect(difference(constraint, .rows([], columns: [])) == .success)
  }

  @Test func scriptsSplitOutsideOfTriggersAndQuotes() {
    let script =
      "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT ';'; END; SELECT 1; ; -- no; more\nSELECT 2"
    let parts = SQLText.statements(Array(script.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      parts == [
        "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; SELECT ';'; END;", "SELECT 1;", "SELECT 2",
      ])
    #expect(SQLText.hasOuterOrderBy(Array("SELECT (SELECT 1 ORDER BY 1) order by 1".utf8)))
    #expect(!SQLText.hasOuterOrderBy(Array("SELECT (SELECT 1 ORDER BY 1)".utf8)))
  }

  @Test func everythingInThePageIsEscaped() {
    #expect(HTMLReport.escape("<a href=\"x\">'&\u{1}") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\u{fffd}")
    let failure = Failure(
      id: "<id>", place: 1, reason: "<why>", sql: "SELECT '<script>'", expected: "<b>", got: "</pre>")
    var outcome = Outcome(corpus: .cases, id: "<id>", topic: "<topic>")
    outcome.steps = 1
    outcome.bad = 1
    outcome.failures = [failure]
    let page = String(
      decoding: HTMLReport.text([outcome], TopicTable([outcome]), driver: "<driver>"), as: UTF8.self)
    for text in ["<id>", "<why>", "<script>", "<topic>", "<driver>", "<b>"] { #expect(!page.contains(text)) }
  }
}
