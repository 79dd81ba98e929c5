// Messages of refused statements. Every expected message is the answer of SQLite 3.51.3.

import ApusSQL
import Testing

@Suite("Syntax errors")
struct ErrorTests {
  @Test(
    "messages are those of SQLite",
    arguments: [
      ("select", "incomplete input"),
      ("select ;", "near \";\": syntax error"),
      ("explain", "incomplete input"),
      ("explain;", "near \";\": syntax error"),
      ("select a b c from t", "near \"c\": syntax error"),
      ("select a indexed from t", "near \"indexed\": syntax error"),
      ("select a from t indexed", "incomplete input"),
      ("select cast", "incomplete input"),
      ("select current_time(1)", "near \"(\": syntax error"),
      ("select current_time.a", "near \".\": syntax error"),
      ("select count(distinct *) from t", "near \"*\": syntax error"),
      ("values(1) order by 1", "near \"order\": syntax error"),
      ("values(1),(2,3)", "all VALUES must have the same number of terms"),
      ("update t set a=1 limit 1", "near \"limit\": syntax error"),
      ("select 1 where 'a' between 1 or 2 and 3", "incomplete input"),
      ("select 'abc", "unrecognized token: \"'abc\""),
      ("select [abc", "unrecognized token: \"[abc\""),
      ("select x'1", "unrecognized token: \"x'1\""),
      ("select 1a", "unrecognized token: \"1a\""),
      ("select 12e", "unrecognized token: \"12e\""),
      ("select 1e+", "unrecognized token: \"1e\""),
      ("select 1__0", "unrecognized token: \"1__0\""),
      ("select 1_", "unrecognized token: \"1_\""),
      ("select !", "unrecognized token: \"!\""),
      ("select $", "unrecognized token: \"$\""),
      ("select $a::b(c d)", "unrecognized token: \"$a::b(c\""),
      ("select #1", "near \"#1\": syntax error"),
      ("select /*", "near \"/\": syntax error"),
      ("select ?0", "variable number must be between ?1 and ?32766"),
      ("select ?32767", "variable number must be between ?1 and ?32766"),
      ("select ?99999999999999999999", "variable number must be between ?1 and ?32766"),
      ("select ?32766, ?", "too many SQL variables"),
      (
        "select 1 order by 1 union select 2", "ORDER BY clause should come after UNION not before"
      ),
      (
        "select 1 limit 1 union all select 2", "LIMIT clause should come after UNION ALL not before"
      ),
      (
        "select 1 limit 1 union all select 2 order by 1 except select 3",
        "ORDER BY clause should come after EXCEPT not before"
      ),
      ("select * from t left inner join t", "unknown join type: left inner"),
      ("select * from t on 1", "a JOIN clause is required before ON"),
      ("select * from t using(a)", "a JOIN clause is required before USING"),
      ("create table y(a) foo", "unknown table option: foo"),
      ("create table y(a) without foo", "unknown table option: foo"),
      ("create table y(a, unique(a nulls first))", "unsupported use of NULLS FIRST"),
      ("create table y(a as (1) foo)", "error in generated column \"a\""),
      ("create table y(a varchar(1_0))", "near \"1_0\": syntax error"),
      ("select sum(a) over (rows 1 following) from t", "unsupported frame specification"),
      ("create view v(a collate x) as select 1", "syntax error after column name \"a\""),
      ("create view v(a desc) as select 1", "syntax error after column name \"a\""),
      ("pragma foo=-'a'", "near \"'a'\": syntax error"),
      ("pragma foo=1_0", "near \"1_0\": syntax error"),
      (
        "create trigger x after insert on t begin insert into main.t values(1); end",
        "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers"
      ),
      (
        "create trigger x after insert on t begin update t indexed by x set a=1; end",
        "the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers"
      ),
      (
        "create trigger x after insert on t begin update t not indexed set a=1; end",
        "the NOT INDEXED clause is not allowed on UPDATE or DELETE statements within triggers"
      ),
      (
        "create trigger x after insert on t begin insert into t values(1) returning a; end",
        "cannot use RETURNING in a trigger"
      ),
    ])
  func messages(_ sql: String, _ expected: String) {
    #expect(message(sql) == expected)
  }

  @Test("the offset and length point at the offending token")
  func position() {
    var parser = Parser()
    var ast = AST()
    do throws(SyntaxError) {
      _ = try parser.parseStatement("select 1;", into: &ast)
      _ = try parser.parseStatement("select a, from t", into: &ast)
      Issue.record("the text parsed")
    } catch {
      #expect(error == SyntaxError(message: "near \"from\": syntax error", offset: 10, length: 4))
    }
  }

  @Test("limits are those of SQLite")
  func limits() {
    let depth = "Expression tree is too large (maximum depth 1000)"
    #expect(message("select " + String(repeating: "not ", count: 999) + "1") == nil)
    #expect(message("select " + String(repeating: "not ", count: 1000) + "1") == depth)
    #expect(message("select 1" + String(repeating: "+1", count: 999)) == nil)
    #expect(message("select 1" + String(repeating: "+1", count: 1000)) == depth)
    #expect(message("select 1" + String(repeating: " union all select 1", count: 499)) == nil)
    #expect(
      message("select 1" + String(repeating: " union all select 1", count: 500))
        == "too many terms in compound SELECT")
    #expect(message("select " + Array(repeating: "1", count: 2000).joined(separator: ",")) == nil)
    #expect(
      message("select " + Array(repeating: "1", count: 2001).joined(separator: ","))
        == "too many columns in result set")
    #expect(message("select max(" + Array(repeating: "1", count: 1000).joined(separator: ",") + ")") == nil)
    #expect(
      message("select max(" + Array(repeating: "1", count: 1001).joined(separator: ",") + ")")
        == "too many arguments on function max")
    let columns = (0...2000).map { "a\($0)" }.joined(separator: ",")
    #expect(message("create table x(\(columns))") == "too many columns on x")
  }

  @Test("leading parentheses nest without limit, other nesting ends in an error and not in a crash")
  func nesting() {
    let deep = 20_000
    #expect(
      message("select " + String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep))
        == nil)
    for opening in ["abs(", "1+(", "case when ", "(select ", "1 in (", "exists (select ", "cast("] {
      #expect(message("select " + String(repeating: opening, count: deep)) != nil)
    }
    for opening in ["(select * from ", "("] {
      #expect(message("select * from " + String(repeating: opening, count: deep)) == "parser stack overflow")
    }
  }
}
