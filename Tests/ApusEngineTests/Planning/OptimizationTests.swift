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
    ("ordered merge", .orderedMerge), ("EXISTS as a join", .existsAsJoin), ("all", .all),
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
    "SELECT a FROM t UNION SELECT b FROM w EXCEPT SELECT g FROM t ORDER BY 1 DESC",
    "SELECT c FROM t INTERSECT SELECT c FROM t WHERE b > 3 ORDER BY 1",
    "SELECT n FROM t WHERE EXISTS (SELECT 1 FROM w WHERE w.c = t.b AND w.a < 4) ORDER BY n",
    "SELECT n FROM t x WHERE EXISTS (SELECT 1 FROM t WHERE a = x.b OR n = x.a) AND EXISTS (SELECT 1 FROM w WHERE b = x.n) ORDER BY n",
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
