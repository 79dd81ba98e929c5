import Foundation
import Testing

@testable import ApusEngine

/// Every way to reach rows gives the rows that a plain scan gives.
@Suite("Answers do not depend on the ways that the planner may go")
struct OptimizationTests {
  static let switches: [(name: String, value: Optimizations)] = [
    ("partial indexes", .partialIndexes), ("indexes on expressions", .expressionIndexes),
    ("ranges of patterns", .patternRanges), ("OR by indexes", .orByIndexes), ("skip-scan", .skipScan),
    ("min and max", .minMax), ("Bloom filters", .bloomFilters), ("partial sorting", .partialSorting),
    ("ordered merge", .orderedMerge), ("EXISTS as a join", .existsAsJoin),
    ("common tables merged", .commonTableMerging), ("LEFT JOIN merged", .leftJoinMerging),
    ("UNION ALL merged", .unionAllMerging), ("conditions through equalities", .equalityTransfer),
    ("OR as IN", .orAsMembership), ("needless DISTINCT", .needlessDistinct),
    ("needless ORDER BY", .needlessOrder), ("rows in IN", .rowMembership),
    ("members by index", .membersByIndex), ("needless joins", .needlessJoins),
    ("early disjunctions", .earlyDisjunctions), ("count of UNION ALL", .countOfUnionAll), ("all", .all),
  ]

  private static let schema = [
    "CREATE TABLE t(a, b INT, c TEXT, n INTEGER PRIMARY KEY, g AS (b * 2))",
    "CREATE TABLE w(a, b, c, PRIMARY KEY(a, b)) WITHOUT ROWID",
    "CREATE INDEX ta ON t(a)", "CREATE INDEX tb ON t(b, a)", "CREATE INDEX tg ON t(g)",
    "CREATE INDEX tp ON t(c) WHERE b IS NOT NULL", "CREATE INDEX tq ON t(a) WHERE b > 3 AND c = 'k2'",
    "CREATE INDEX te ON t(lower(c), b + n)", "CREATE INDEX tl ON t(c COLLATE NOCASE)",
    "CREATE INDEX wc ON w(c)", "CREATE INDEX we ON w(a + b)",
    """
    INSERT INTO t(a, b, c) WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 300)
    SELECT CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN CAST('k' || (i % 7) AS BLOB) ELSE i % 11 END,
      CASE i % 6 WHEN 0 THEN NULL ELSE i % 9 END, CASE i % 4 WHEN 0 THEN 'K' || (i % 3) ELSE 'k' || (i % 13) END FROM s
    """,
    "INSERT INTO w SELECT n % 17, n, a FROM t",
  ]

  private static let queries = [
    "SELECT n FROM t WHERE a = 3 OR b = 4 ORDER BY n",
    "SELECT n FROM t WHERE a = 3 OR n = 7 OR (b = 2 AND a > 5) ORDER BY n",
    "SELECT a, b FROM w WHERE c = 3 OR a = 5 OR a + b = 40 ORDER BY a, b",
    "SELECT n FROM t WHERE c LIKE 'k1%' ORDER BY n", "SELECT n FROM t WHERE a LIKE 'K%' OR b = 1 ORDER BY n",
    "SELECT n FROM t WHERE c = 'k2' AND b = 5 ORDER BY n",
    "SELECT n FROM t WHERE a = 4 AND b > 3 AND c = 'k2' ORDER BY n",
    "SELECT lower(c), b + n FROM t WHERE lower(c) = 'k2' ORDER BY n",
    "SELECT n FROM t ORDER BY lower(c), b + n, n LIMIT 50",
    "SELECT max(lower(c)), min(a) FROM t", "SELECT min(a) FROM t WHERE b = 3",
    "SELECT max(b), count(*) FROM t WHERE g = 8",
    "SELECT max(lower(c)) FROM t", "SELECT n FROM t WHERE g > 12 OR a IS NULL ORDER BY n",
    "SELECT x.n, y.n FROM t x JOIN t y ON (y.a = x.b AND y.n < 20) OR lower(y.c) = x.c WHERE x.n < 30 ORDER BY 1, 2",
    "SELECT count(*) FROM t x LEFT JOIN w ON w.c = x.a OR w.a = x.b WHERE x.n < 40",
    "SELECT x.n, y.n FROM t x JOIN (SELECT n, c || '' AS k FROM t) y ON y.k = x.c WHERE x.n < 30 ORDER BY 1, 2",
    "SELECT n, c IN (SELECT c FROM t WHERE n % 3 = 0), (a, b) IN (SELECT b, a FROM w) FROM t ORDER BY n",
    "SELECT n FROM t WHERE c NOT IN (SELECT upper(c) FROM t WHERE n > 295) ORDER BY n",
    "SELECT a, c, n FROM t ORDER BY a, c DESC, n LIMIT 40 OFFSET 3",
    "SELECT b, a, n FROM t ORDER BY b DESC, n",
    "SELECT a, n FROM t UNION ALL SELECT b, n FROM t ORDER BY 1, 2 LIMIT 90",
    "SELECT count(*) FROM (SELECT a, n FROM t UNION ALL SELECT b, c FROM w UNION ALL SELECT 1, 2)",
    "SELECT a FROM t UNION SELECT b FROM w EXCEPT SELECT g FROM t ORDER BY 1 DESC",
    "SELECT c FROM t INTERSECT SELECT c FROM t WHERE b > 3 ORDER BY 1",
    "SELECT n FROM t WHERE EXISTS (SELECT 1 FROM w WHERE w.c = t.b AND w.a < 4) ORDER BY n",
    "SELECT n FROM t x WHERE EXISTS (SELECT 1 FROM t WHERE a = x.b OR n = x.a) AND EXISTS (SELECT 1 FROM w WHERE b = x.n) ORDER BY n",
    "SELECT n FROM t WHERE a = 3 OR (b > 2 AND (c = 'k2' OR a = 5 OR n < 9)) ORDER BY n",
    "WITH k AS (SELECT a, b, n FROM t WHERE b > 3) SELECT x.n, y.n FROM k x JOIN k y ON x.a = y.b WHERE x.n < 90 ORDER BY 1, 2",
    "WITH k AS (SELECT a, b || '' AS s, n FROM t) SELECT x.n, y.s FROM k x LEFT JOIN k y ON x.n = y.a WHERE x.n < 20 ORDER BY 1, 2",
    "SELECT x.n, v.s, v.k FROM t x LEFT JOIN (SELECT a, coalesce(b, -1) AS s, 7 AS k FROM t WHERE n % 3 = 0) v ON v.a = x.n ORDER BY 1, 2, 3",
    "SELECT x.n, v.s FROM t x LEFT JOIN (SELECT a, b, ifnull(c, 0) AS s FROM w) v ON v.b = x.n AND v.s > 3 ORDER BY 1, 2",
    "SELECT k, n FROM (SELECT a AS k, n FROM t UNION ALL SELECT b, n + 1000 FROM t) WHERE k > 4 ORDER BY n, k LIMIT 70",
    "SELECT v.k, w.c FROM (SELECT a AS k, n FROM t UNION ALL SELECT b, n FROM t) v JOIN w ON w.b = v.n AND v.k = w.a ORDER BY v.k, w.c",
    "SELECT x.n, y.n FROM t x JOIN t y ON x.a = y.b WHERE y.b IN (2, 5) AND x.n < 60 ORDER BY 1, 2",
    "SELECT x.n, w.a FROM t x JOIN w ON w.b = x.n WHERE x.n BETWEEN 20 AND 40 ORDER BY 1",
    "SELECT x.n, y.n FROM t x LEFT JOIN t y ON y.n = x.a OR y.n = x.b WHERE x.n < 30 ORDER BY 1, 2",
    "SELECT DISTINCT n, a FROM t WHERE b = 3 ORDER BY n",
    "SELECT count(*), sum(b) FROM (SELECT DISTINCT b, a FROM t)",
    "SELECT DISTINCT b, a FROM t ORDER BY b, a",
    "SELECT count(DISTINCT a), 1 FROM t", "SELECT b, count(DISTINCT a) FROM t GROUP BY b",
    "SELECT k FROM (SELECT DISTINCT a AS k FROM t ORDER BY b) ORDER BY k",
    "SELECT count(k), max(k) FROM (SELECT a AS k FROM t ORDER BY c) v, w WHERE w.b = v.k",
    "SELECT n FROM t WHERE (a, b) IN (SELECT b, a FROM t WHERE n < 200) ORDER BY n",
    "SELECT n FROM t WHERE (b, a) IN (SELECT a, c FROM w) ORDER BY n",
    "SELECT n, a IN (SELECT n FROM t), b NOT IN (SELECT a FROM t), n IN (SELECT b FROM t) FROM t ORDER BY n",
    "SELECT n FROM t WHERE a NOT IN (SELECT c FROM w) OR b IN (SELECT n FROM t) ORDER BY n",
    "SELECT n FROM t WHERE a IN (SELECT n FROM t) ORDER BY a, n",
    "SELECT a FROM t WHERE a IS NOT NULL ORDER BY a",
    "SELECT b, a, count(*) FROM t GROUP BY b, a ORDER BY b DESC, a",
    "SELECT t.n, y.a FROM t LEFT JOIN t x ON x.n = t.a LEFT JOIN w y ON y.b = t.n AND y.a = 3 ORDER BY 1",
    "SELECT x.n, y.b FROM t x JOIN w y ON (x.b = 3 AND y.a = 4 AND x.n < 99) OR (x.b = 4 AND y.c = 2) OR (x.a IS NULL AND y.b = x.n) ORDER BY 1, 2",
    "SELECT x.n, y.b FROM t x LEFT JOIN w y ON y.b = x.n WHERE (x.b = 3 AND y.a = 4) OR (x.b = 4 AND y.c IS NULL) ORDER BY 1, 2",
    "SELECT DISTINCT t.b FROM t LEFT JOIN t x ON x.a = t.b LEFT JOIN w ON w.c = x.a ORDER BY 1",
  ]

  @Test(arguments: switches.map(\.name))
  func sameRows(_ name: String) throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    for statement in Self.schema { #expect(RecordedCaseTests.run(statement, on: connection) == []) }
    let disabled = try #require(Self.switches.first { $0.name == name }).value
    for query in Self.queries {
      let answer = RecordedCaseTests.run(query, on: connection)
      #expect(!answer.isEmpty)
      connection.settings.disabledOptimizations = disabled
      // Another text: not the program that was compiled before.
      #expect(RecordedCaseTests.run(query + " -- without", on: connection) == answer, "\(query)")
      connection.settings.disabledOptimizations = []
    }
  }

  @Test func switchesSwitch() throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    for statement in Self.schema { _ = RecordedCaseTests.run(statement, on: connection) }
    for (query, value) in [
      ("SELECT * FROM t WHERE a = 3 OR b = 4", Optimizations.orByIndexes),
      ("SELECT * FROM t WHERE c LIKE 'k1%'", .patternRanges),
      ("SELECT * FROM t WHERE c = 'x' AND b = 5 AND +a = 1", .partialIndexes),
      ("SELECT * FROM t WHERE lower(c) = 'k2'", .expressionIndexes), ("SELECT max(a) FROM t", .minMax),
      ("SELECT * FROM t WHERE c IN (SELECT a FROM w)", .bloomFilters),
      ("SELECT a, c FROM t ORDER BY a, c, n", .partialSorting),
      ("SELECT a FROM t UNION SELECT b FROM t ORDER BY 1", .orderedMerge),
      ("SELECT * FROM t WHERE EXISTS (SELECT 1 FROM w WHERE c = t.b)", .existsAsJoin),
      ("WITH k AS (SELECT a, b FROM t) SELECT * FROM k x JOIN k y ON x.a = y.b", .commonTableMerging),
      ("SELECT * FROM w LEFT JOIN (SELECT n, 1 FROM t) v ON v.n = w.a", .leftJoinMerging),
      ("SELECT * FROM (SELECT a FROM t UNION ALL SELECT b FROM w) WHERE a > 3", .unionAllMerging),
      ("SELECT * FROM w, t WHERE t.a = w.c AND w.c IN (1, 2)", .equalityTransfer),
      ("SELECT * FROM t JOIN t AS x ON x.n = t.b OR x.n = t.b + 1", .orAsMembership),
      ("SELECT DISTINCT n, a FROM t", .needlessDistinct), ("SELECT DISTINCT b FROM t", .needlessDistinct),
      ("SELECT * FROM (SELECT DISTINCT a FROM t ORDER BY b), w", .needlessOrder),
      ("SELECT * FROM t WHERE (b, a) IN (SELECT a, b FROM w)", .rowMembership),
      ("SELECT * FROM t WHERE +a IN (SELECT n FROM t)", .membersByIndex),
      ("SELECT t.a FROM t LEFT JOIN t AS x ON x.n = t.b", .needlessJoins),
      ("SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM w)", .countOfUnionAll),
    ] {
      let plan = RecordedCaseTests.run("EXPLAIN QUERY PLAN " + query, on: connection)
      connection.settings.disabledOptimizations = value
      #expect(RecordedCaseTests.run("EXPLAIN QUERY PLAN " + query, on: connection) != plan, "\(query)")
      connection.settings.disabledOptimizations = []
    }
  }

  /// Statistics make the planner leave the first columns of an index out.
  @Test func skipScan() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("skip.db")
    _ = try SystemSQLite.run(
      """
      CREATE TABLE t(a, b, c); CREATE INDEX i ON t(a, b);
      CREATE TABLE w(a, b, c, PRIMARY KEY(a DESC, b)) WITHOUT ROWID;
      INSERT INTO t WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 4000)
        SELECT CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN 'x' ELSE i % 4 END, CASE i % 50 WHEN 0 THEN NULL ELSE i % 50 END, i FROM s;
      INSERT INTO w SELECT rowid % 3, rowid, c FROM t;
      ANALYZE;
      """, on: file)
    let connection = try Connection.open(file)
    defer { connection.close() }
    let queries = [
      "SELECT * FROM t WHERE b = 7", "SELECT * FROM t WHERE b IN (7, 9)", "SELECT * FROM t WHERE b IS NULL",
      "SELECT * FROM w WHERE b = 30", "SELECT * FROM w WHERE b BETWEEN 30 AND 33",
      "SELECT * FROM t WHERE b = 99", "SELECT a, b FROM t WHERE b = 8 ORDER BY a DESC",
    ]
    for query in queries {
      let plan = RecordedCaseTests.run("EXPLAIN QUERY PLAN " + query, on: connection)
      #expect(plan.contains { $0.contains("ANY(a) AND b") }, "\(query): \(plan)")
      let rows = RecordedCaseTests.run(query, on: connection)
      connection.settings.disabledOptimizations = .skipScan
      let scanned = RecordedCaseTests.run(query + " -- without", on: connection)
      connection.settings.disabledOptimizations = []
      #expect(rows.sorted() == scanned.sorted(), "\(query)")
      if query.contains("ORDER BY") { #expect(rows == scanned) }
    }
    #expect(
      RecordedCaseTests.run("EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 7", on: connection).first
        == "'SEARCH t USING INDEX i (ANY(a) AND b=?)'")
  }

  /// Common tables that each read the one before twice are merged only so far: the program would double with each of them.
  @Test func doublingCommonTables() throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    #expect(RecordedCaseTests.run("CREATE TABLE t(k)", on: connection) == [])
    #expect(RecordedCaseTests.run("INSERT INTO t VALUES (1)", on: connection) == [])
    var tables = ["c0 AS (SELECT k FROM t UNION ALL SELECT k + 1 FROM t)"]
    for number in 1...12 {
      tables.append("c\(number) AS (SELECT k FROM c\(number - 1) UNION ALL SELECT k FROM c\(number - 1))")
    }
    let query = "WITH \(tables.joined(separator: ", ")) SELECT k FROM c12"
    #expect(RecordedCaseTests.run(query, on: connection).count == 8192)
    #expect(RecordedCaseTests.run("EXPLAIN QUERY PLAN " + query, on: connection).count < 4096)
    // Forty of them: nothing but their number may grow with that.
    tables = ["c0 AS (SELECT k FROM t)"]
    for number in 1..<40 {
      tables.append("c\(number) AS (SELECT k, (SELECT max(k) FROM c\(number - 1)) FROM c\(number - 1))")
    }
    let chain = "WITH \(tables.joined(separator: ", ")) SELECT k FROM c39"
    #expect(RecordedCaseTests.run(chain, on: connection) == ["1"])
  }

  /// A long chain of virtual columns, and one that doubles at each step, are computed step by step.
  @Test func chainsOfVirtualColumns() throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    var columns = ["a INT", "c1 AS (a + 1)", "d1 AS (a + a)"]
    for step in 2...600 { columns.append("c\(step) AS (c\(step - 1) + 1)") }
    for step in 2...40 { columns.append("d\(step) AS (d\(step - 1) + d\(step - 1))") }
    #expect(RecordedCaseTests.run("CREATE TABLE t(\(columns.joined(separator: ", ")))", on: connection) == [])
    #expect(RecordedCaseTests.run("INSERT INTO t VALUES (1)", on: connection) == [])
    #expect(RecordedCaseTests.run("SELECT c600, d40 FROM t", on: connection) == ["601, 1099511627776"])
    #expect(RecordedCaseTests.run("CREATE INDEX i ON t(c600, d40)", on: connection) == [])
    #expect(RecordedCaseTests.run("SELECT a FROM t WHERE c600 = 601", on: connection) == ["1"])
  }
}
