// Printing: what the text looks like, and that it parses to the same tree.

import ApusSQL
import Testing

@Suite("Printer")
struct PrinterTests {
  @Test(
    "statements print in one canonical form",
    arguments: [
      ("select  a b,c from t u", "SELECT a AS b, c FROM t AS u"),
      ("select (((a)))+(b*c),(a+b)*c", "SELECT a + b * c, (a + b) * c"),
      ("select - -1, -(-a), not not a", "SELECT - -1, - -a, NOT NOT a"),
      ("select a == b, a != b, a is not distinct from b", "SELECT a = b, a <> b, a IS b"),
      ("select left, [select], \"x\"\"y\", `k`", "SELECT [left], [select], \"x\"\"y\", `k`"),
      ("select 'it''s', x'aB0f', 0xff, 1_000, 5., .5e1", "SELECT 'it''s', x'AB0F', 255, 1000, 5., .5e1"),
      ("select ?, ?7, :a, $b::c(d) limit ?, ?", "SELECT ?, ?7, :a, $b::c(d) LIMIT ?, ?"),
      (
        "select * from a natural inner join b cross join c left outer join d using(x), e on 1",
        "SELECT * FROM a NATURAL JOIN b CROSS JOIN c LEFT JOIN d USING (x), e ON 1"
      ),
      (
        "select sum(a) filter(where b) over w from t window w as (order by a rows 1 preceding)",
        "SELECT sum(a) FILTER (WHERE b) OVER w FROM t WINDOW w AS "
          + "(ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"
      ),
      ("replace into t default values", "INSERT OR REPLACE INTO t DEFAULT VALUES"),
      (
        "insert into t select 1 where 1 on conflict do nothing returning *",
        "INSERT INTO t SELECT 1 WHERE 1 ON CONFLICT DO NOTHING RETURNING *"
      ),
      (
        "update t set (a,b)=(1,2),c=3 from u where 1",
        "UPDATE t SET (a, b) = (1, 2), c = 3 FROM u WHERE 1"
      ),
      (
        "create table t(a int generated always as (b), b default abc, c default (1), check(a>1))",
        "CREATE TABLE t (a int GENERATED ALWAYS AS (b), b DEFAULT 'abc', c DEFAULT 1, CHECK (a > 1))"
      ),
      (
        "create trigger g update of a on t begin delete from t; end",
        "CREATE TRIGGER g UPDATE OF a ON t BEGIN DELETE FROM t; END"
      ),
      ("create virtual table f using m( a  b , (c,d) )", "CREATE VIRTUAL TABLE f USING m(a  b, (c,d))"),
      ("pragma x = on", "PRAGMA x = on"),
      ("end transaction", "COMMIT"),
      ("rollback to s", "ROLLBACK TO SAVEPOINT s"),
      ("explain query plan vacuum main into 'f'", "EXPLAIN QUERY PLAN VACUUM main INTO 'f'"),
    ])
  func canonical(_ sql: String, _ expected: String) throws {
    #expect(try printed(sql) == expected)
  }

  @Test(
    "the printed text parses to the same tree",
    arguments: [
      "select a between (b = c) and d, a = (not b), (a, b) = (1, 2), (a collate x) like b escape c",
      "select 1 = (not with), with from t",
      "with recursive c(x) as materialized (values(1),(2)) select * from c, (select 1) as d, f(1, 2)",
      "select * from (a join b on 1) as q left join (c natural join d) on 2",
      "select a from t order by a collate nocase desc nulls last limit 1 offset 2",
      "select group_concat(distinct a order by b), count(*), f(all a), g() from t",
      "select * from t not indexed, u indexed by i where a in (select 1) or b not in t.u or c in f(1)",
      "select case a when 1 then 2 end, case when 1 then 2 else 3 end, cast(a as varchar(10, -2)), raise(ignore)",
      "create table t(a integer primary key desc on conflict fail autoincrement, b null not deferrable, "
        + "c references x(y) on delete set default on update no action match m deferrable initially deferred, "
        + "constraint n constraint m unique (a, b) on conflict ignore foreign key(a) references p)",
      "create table t(a abcdefghijklmnopq always generated always, b generated always as (1))",
      "create table t(a int as (1) as (2) stored generated always as (3))",
      "create table t(a always as (1), b always, c always not null, d abcdefghijkl always generated always check (1))",
      "create table m.t as values (1)",
      "create unique index if not exists m.i on t(a + 1, b desc) where c",
      "create temp view if not exists v(a, b) as select 1, 2",
      "create temp trigger if not exists m.g after delete on m.t for each row when 1 begin "
        + "update or fail t set a = 1 from u; insert into t(a) values(1); select 1; end",
      "alter table t rename to u", "alter table t rename a to b", "alter table t add a int",
      "alter table t drop a",
      "drop table if exists m.t", "drop index i", "drop view v", "drop trigger g",
      "reindex", "reindex m.t", "analyze", "analyze t", "attach 'f' as g key 'h'", "detach g",
      "begin exclusive transaction x", "savepoint s", "release s", "pragma a.b(-1)", "pragma a='b'",
    ])
  func roundTrip(_ sql: String) throws {
    let result = RoundTrip.check(Array(sql.utf8))
    #expect(result.error == nil)
    #expect(result.isSame, "\(String(decoding: result.printed, as: UTF8.self))")
  }

  @Test("bytes of a literal that are no UTF-8 survive")
  func invalidUTF8() {
    let sql: [UInt8] = Array("select '".utf8) + [0xFF, 0xC0] + Array("' as ".utf8) + [0xE9]
    let result = RoundTrip.check(sql)
    #expect(result.printed == Array("SELECT '".utf8) + [0xFF, 0xC0] + Array("' AS ".utf8) + [0xE9])
    #expect(result.isSame)
  }

  @Test("a statement built in Swift quotes what must be quoted")
  func built() {
    var ast = AST()
    let table = ast.addName("select from")
    let column = ast.add(.column(ast.addName("with")))
    let columns = ast.addList([ResultColumn(kind: .expression(column), alias: ast.addName("a\"b"))])
    let from = ast.addList([TableSource(kind: .table(schema: nil, name: table))])
    let arms = ast.addList([SelectArm.select(.first, SelectCore(columns: columns, from: from))])
    let select = ast.add(SelectNode(arms: arms))
    let text = String(decoding: Printer.text(select, in: ast), as: UTF8.self)
    #expect(text == "SELECT [with] AS \"a\"\"b\" FROM \"select from\"")
  }
}
