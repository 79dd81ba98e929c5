import Testing

@testable import ApusEngine

@Suite("Windows whose partitions do not fit the memory")
struct WindowTests {
  /// A table of rows with text, integers with ties, reals and NULLs.
  private static func fill(_ connection: Connection, rows: Int) {
    for sql in [
      "CREATE TABLE t(id INTEGER PRIMARY KEY, g INT, k INT, s TEXT, r REAL)",
      """
      WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
      INSERT INTO t SELECT i, i % 3, (i * 7919) % 1000, CASE WHEN i % 11 THEN printf('%05d-%s', (i * 31) % 2003,
        substr('abcdefghijklmnopqrstuvwxyz', 1, i % 26)) END, (i * 37) % 101 / 8.0 FROM n
      """,
    ] {
      #expect(RecordedCaseTests.run(sql, on: connection) == [])
    }
  }

  static let queries = [
    "row_number() OVER (ORDER BY k, id), lag(s, 3000) OVER (ORDER BY k, id), lead(s, 2500, s) OVER (ORDER BY k, id)",
    "first_value(s) OVER w, last_value(s) OVER w, nth_value(s, 700) OVER w",
    "min(s) OVER w, max(s) OVER w, sum(k) OVER w, count(s) OVER w",
    "min(s) OVER (ORDER BY id ROWS 900 PRECEDING), max(s) OVER (ORDER BY id ROWS BETWEEN 900 PRECEDING AND 700 FOLLOWING)",
    "max(s) OVER x, min(s) OVER x, sum(r) OVER x, first_value(s) OVER x",
    "count(*) OVER (ORDER BY s RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING), sum(k) OVER (ORDER BY k RANGE BETWEEN 5 PRECEDING AND 9 FOLLOWING)",
    "length(group_concat(s) OVER (PARTITION BY k ORDER BY id)), rank() OVER (PARTITION BY g ORDER BY s), dense_rank() OVER (ORDER BY s)",
    "sum(id) OVER (ORDER BY k GROUPS BETWEEN 3 PRECEDING AND 2 FOLLOWING), cume_dist() OVER (ORDER BY k)",
  ]

  @Test("Chunks in a temporary file give the same rows", arguments: queries)
  func spilling(columns: String) throws {
    let sql = """
      SELECT id, s, \(columns) FROM t WINDOW w AS (PARTITION BY g ORDER BY k, id ROWS BETWEEN 1000 PRECEDING AND 500 FOLLOWING),
        x AS (ORDER BY k GROUPS BETWEEN 40 PRECEDING AND 60 FOLLOWING EXCLUDE TIES)
      """
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    Self.fill(connection, rows: 6000)
    let inMemory = RecordedCaseTests.run(sql, on: connection)
    #expect(inMemory.count == 6000)
    connection.settings.sorterMemory = 0
    #expect(RecordedCaseTests.run(sql, on: connection) == inMemory)
  }

  @Test("A statement that is left half-way can be run again")
  func leftHalfWay() throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    Self.fill(connection, rows: 600)
    let sql = """
      SELECT id, group_concat(s) OVER (PARTITION BY g ORDER BY id ROWS 20 PRECEDING), max(s) OVER (ORDER BY k ROWS 9 PRECEDING)
      FROM t
      """
    let all = RecordedCaseTests.run(sql, on: connection)
    #expect(all.count == 600)
    let statement = try #require(try connection.prepare(sql).statement)
    for steps in [1, 7, 250] {
      for _ in 0..<steps { #expect(try statement.step()) }
      statement.reset()
    }
    connection.finish(statement)
    #expect(RecordedCaseTests.run(sql, on: connection) == all)
  }
}
