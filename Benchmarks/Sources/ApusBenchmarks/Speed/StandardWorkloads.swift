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
      name: "prepare of a simple select", goal: 0.7, operations: 50_000,
      sql: "SELECT k, v FROM t WHERE id = ?1"),
    PrepareSelect(
      name: "prepare of a 10-table join", goal: 0.7, operations: 1_000, sql: joinOfTen),
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
    Query(
      name: "JSON extraction", goal: 0.7, operations: rows / 10,
      sql:
        "SELECT sum(doc ->> '$.last'), sum(json_extract(doc, '$.place.y')), count(doc -> '$.tags[2]') FROM d"),
    Query(
      name: "JSON each", goal: 0.7, operations: rows / 10,
      sql: "SELECT count(*), max(e.key) FROM d, json_each(d.doc) AS e"),
    Query(
      name: "window: running sum", goal: 1, operations: rows / 10,
      sql: window("sum(k) OVER (PARTITION BY k % 100 ORDER BY id)", rows)),
    Query(
      name: "window: rank", goal: 1, operations: rows / 10,
      sql: window("rank() OVER (PARTITION BY k % 100 ORDER BY r)", rows)),
    Query(
      name: "window: moving average", goal: 1, operations: rows / 10,
      sql: window("avg(k) OVER (ORDER BY id ROWS BETWEEN 5 PRECEDING AND 5 FOLLOWING)", rows)),
    Query(
      name: "window: lag and lead", goal: 1, operations: rows / 10,
      sql: window("lag(k, 1, 0) OVER (ORDER BY id) + lead(k, 1, 0) OVER (ORDER BY id)", rows)),
  ]
}

private func window(_ call: String, _ rows: Int) -> String {
  "SELECT count(*), sum(x) FROM (SELECT \(call) AS x FROM t WHERE id <= \(rows / 10))"
}

private let joinOfTen =
  "SELECT a.v, j.v FROM t AS a JOIN t AS b ON b.id = a.k JOIN t AS c ON c.id = b.k JOIN t AS d ON d.id = c.k"
  + " JOIN t AS e ON e.id = d.k JOIN t AS f ON f.k = e.id JOIN t AS g ON g.id = f.k JOIN t AS h ON h.id = g.k"
  + " JOIN t AS i ON i.k = h.k JOIN t AS j ON j.id = i.k WHERE a.r > ?1 AND j.v <> ?2"
