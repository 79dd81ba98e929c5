/// What is measured at every change of a hot path. Goals of at least 1 mean that SQLite must not be faster.
func standardWorkloads(rows: Int) -> [any Workload] {
  [
    PointSelect(
      name: "point select in a transaction", goal: 1.2, isAutocommit: false, rows: rows, operations: rows),
    PointSelect(
      name: "point select, autocommit", goal: 1.4, isAutocommit: true, rows: rows, operations: rows / 5),
    PointSelect(
      name: "point select, autocommit, lock kept", goal: 4, isAutocommit: true, keepsReadLock: true,
      rows: rows,
      operations: rows / 5),
    AutocommitInsert(operations: 20_000),
    Query(
      name: "filtered aggregate scan", goal: 1, operations: rows,
      sql: "SELECT sum(k), avg(r), count(*) FROM t WHERE r > 2500.0 AND k % 10 < 7"),
    BulkInsert(rows: rows),
    PrepareSelect(
      name: "prepare of a simple select", goal: 0.5, operations: 50_000,
      sql: "SELECT k, v FROM t WHERE id = ?1"),
    Query(
      name: "GROUP BY, 1000 groups", goal: 1, operations: rows,
      sql: "SELECT k % 1000, count(*), sum(r) FROM t GROUP BY 1"),
    Query(name: "ORDER BY text", goal: 1, operations: rows, sql: "SELECT id, v FROM t ORDER BY v"),
    Query(
      name: "index range", goal: 1, operations: rows / 10,
      sql: "SELECT count(*), sum(r) FROM t WHERE k BETWEEN 1 AND \(rows / 10)"),
    Query(
      name: "self join by rowid", goal: 1, operations: rows,
      sql: "SELECT count(*), sum(b.k) FROM t AS a JOIN t AS b ON b.id = a.k + 1"),
  ]
}
