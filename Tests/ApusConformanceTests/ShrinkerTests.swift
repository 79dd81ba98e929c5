import Testing

@testable import ApusConformance

/// The shrinker on differences that were planted: the closure is the oracle that disagrees.
@Suite struct ShrinkerTests {
  private static let script = [
    "CREATE TABLE t1(a INTEGER PRIMARY KEY, b TEXT DEFAULT 'x', c REAL CHECK (c > 0))",
    "CREATE TABLE t2(x, y)", "INSERT INTO t1 VALUES (1, 'a', 1.5), (2, 'b', 2.5), (3, NULL, 3.5)",
    "SELECT count(*) FROM t1", "INSERT INTO t2 VALUES (1, 2)",
    "UPDATE t1 SET b = upper(b) WHERE a IN (SELECT x FROM t2)",
    "DELETE FROM t2 WHERE y > 5 AND x IS NOT NULL",
    "SELECT t1.a, coalesce(t1.b, 'z') AS n, max(t2.x, 3) FROM t1 LEFT JOIN t2 ON t2.x = t1.a WHERE t1.a BETWEEN 1 AND 9 ORDER BY 1, 2 DESC LIMIT 5",
  ]

  @Test func onlyWhatMattersRemains() {
    var shrinker = Shrinker(Self.script) { script in
      script.contains { $0.hasPrefix("CREATE TABLE t1") } && script.last?.contains("LEFT JOIN") == true
        && script.last?.contains("t1") == true
    }
    let small = shrinker.shrink()
    #expect(small.count == 2)
    #expect(small[0].utf8.count < 24)
    #expect(small[1].utf8.count < 40, "\(small[1])")
  }

  @Test func rowsOfValuesAreLeftOut() {
    var shrinker = Shrinker(Self.script) { script in
      script.contains { $0.hasPrefix("INSERT") && $0.contains("'b'") } && script.count > 1
    }
    let small = shrinker.shrink()
    #expect(small.count == 2)
    #expect(small[0].contains("'b'"))
    #expect(!small[0].contains("'a'"))
  }

  @Test func expressionsBecomeTheirParts() {
    var shrinker = Shrinker(["SELECT 1 + abs(CASE WHEN 2 > 1 THEN round(7.25, 1) ELSE 4 END) * 3"]) {
      script in
      script[0].contains("round(")
    }
    let small = shrinker.shrink()
    #expect(small[0].utf8.count <= "SELECT round(1, 1)".utf8.count, "\(small[0])")
  }

  @Test func theLastStatementStays() {
    var shrinker = Shrinker(Self.script) { $0.last?.hasPrefix("SELECT") == true }
    #expect(shrinker.shrink() == ["SELECT 1"])
  }

  @Test func attemptsAreLimited() {
    var shrinker = Shrinker(Self.script, attempts: 10) { _ in true }
    _ = shrinker.shrink()
    #expect(shrinker.attempts <= 10)
  }

  @Test func textsThatDoNotParseAreNotTried() {
    var shrinker = Shrinker(Self.script) { script in
      for sql in script { #expect(Shrinker.parses(sql)) }
      return script.count > 2
    }
    #expect(shrinker.shrink().count == 3)
  }
}
