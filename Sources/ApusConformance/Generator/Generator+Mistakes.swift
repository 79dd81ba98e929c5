// Statements that must fail, and how.

extension Generator {
  mutating func mistake() -> GeneratedStatement? {
    guard let table = random.any(of: schema.tables),
      let column = random.any(of: table.columns)?.name
    else { return nil }
    touched = [table.name]
    let name = table.name
    let other = random.any(of: schema.tables)?.name ?? name
    let sql: String
    switch random.below(66) {
    case 0: sql = "SELECT nothing FROM \(name)"
    case 1: sql = "SELECT \(column) FROM nowhere"
    case 2: sql = "SELECT x.\(column) FROM \(name)"
    case 3: sql = "SELECT nofunction(\(column)) FROM \(name)"
    case 4: sql = "SELECT abs(\(column), 1) FROM \(name)"
    case 5: sql = "SELECT \(column) FROM \(name) WHERE count(*) > 1"
    case 6: sql = "SELECT \(column) FROM \(name) AS p JOIN \(name) AS q ON p.\(column) = q.\(column)"
    case 7: sql = "SELECT \(column) FROM \(name) UNION SELECT 1, 2"
    case 8: sql = "SELECT \(column) FROM \(name) ORDER BY 7"
    case 9: sql = "SELECT \(column) FROM \(name) UNION SELECT 1 ORDER BY nothing"
    case 10: sql = "SELECT sum(count(*)) FROM \(name)"
    case 11: sql = "INSERT INTO \(name)(\(column)) VALUES (1, 2, 3)"
    case 12: sql = "INSERT INTO \(name)(nothing) VALUES (1)"
    case 13: sql = "UPDATE \(name) SET nothing = 1"
    case 14: sql = "CREATE TABLE \(name)(a)"
    case 15: sql = "CREATE INDEX wrong ON \(name)(nothing)"
    case 16: sql = "DROP TABLE nowhere"
    case 17: sql = "SELECT \(column) FROM \(name) LIMIT 'x'"
    case 18: sql = "SELECT (\(column), 1) FROM \(name)"
    case 19: sql = "SELECT \(column) COLLATE nothing FROM \(name) ORDER BY 1 COLLATE nothing"
    case 20: sql = "ROLLBACK TO nowhere"
    case 21: sql = "SELECT (SELECT 1, 2) FROM \(name)"
    case 22: sql = "SELECT \(column) IN (SELECT 1, 2) FROM \(name)"
    case 23: sql = "SELECT * FROM \(name) JOIN \(other) USING (nothing)"
    case 24: sql = "SELECT max(\(column)) FROM \(name) GROUP BY max(\(column))"
    case 25: sql = "CREATE TABLE wrong(a, a)"
    case 26: sql = "SELECT RAISE(ABORT, 'x') FROM \(name)"
    case 27: sql = "VALUES (1, 2), (3)"
    case 28: sql = "SELECT \(column) FROM \(name) HAVING \(column) > 1"
    case 29: sql = "SELECT \(column) FROM \(name) NATURAL JOIN \(other) ON 1"
    case 30: sql = "WITH w AS (SELECT 1), w AS (SELECT 2) SELECT * FROM w"
    case 31: sql = "WITH w(a, b) AS (SELECT 1) SELECT * FROM w"
    case 32: sql = "WITH RECURSIVE w(a) AS (SELECT 1 UNION ALL SELECT max(a) FROM w) SELECT * FROM w"
    case 33:
      sql =
        "WITH RECURSIVE w(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM w WHERE a < (SELECT max(a) FROM w)) "
        + "SELECT * FROM w"
    case 34:
      sql = "WITH RECURSIVE w(a) AS (SELECT 1 UNION ALL SELECT row_number() OVER () FROM w) SELECT * FROM w"
    case 35: sql = "SELECT (\(column), 1) = (1, 2, 3) FROM \(name)"
    case 36: sql = "SELECT \(column) IN ((1, 2)) FROM \(name)"
    case 37: sql = "SELECT (\(column), 1) IN ((1, 2), (1, 2, 3)) FROM \(name)"
    case 38: sql = "SELECT (\(column), 1) = (SELECT 1) FROM \(name)"
    case 39: sql = "SELECT (1, 2) BETWEEN 1 AND 2 FROM \(name)"
    case 40: sql = "SELECT count(DISTINCT \(column), 1) FROM \(name)"
    case 41: sql = "SELECT abs(\(column)) FILTER (WHERE 1) FROM \(name)"
    case 42: sql = "SELECT abs(\(column) ORDER BY 1) FROM \(name)"
    case 43: sql = "SELECT likelihood(\(column), 2.0) FROM \(name)"
    case 44: sql = "SELECT row_number() OVER nowhere FROM \(name)"
    case 45: sql = "SELECT row_number() FROM \(name)"
    case 46: sql = "SELECT abs(\(column)) OVER () FROM \(name)"
    case 47: sql = "SELECT count(DISTINCT \(column)) OVER () FROM \(name)"
    case 48: sql = "SELECT row_number() OVER (w PARTITION BY \(column)) FROM \(name) WINDOW w AS (ORDER BY 1)"
    case 49:
      sql = "SELECT row_number() OVER (w ORDER BY \(column)) FROM \(name) WINDOW w AS (ORDER BY \(column))"
    case 50: sql = "SELECT row_number() OVER (w ROWS 1 PRECEDING) FROM \(name) WINDOW w AS (ROWS 1 PRECEDING)"
    case 51: sql = "SELECT sum(1) OVER (RANGE 1 PRECEDING) FROM \(name)"
    case 52: sql = "SELECT row_number() FILTER (WHERE 1) OVER () FROM \(name)"
    case 53: sql = "SELECT lag() OVER () FROM \(name)"
    case 54: sql = "SELECT ntile(0) OVER () FROM \(name)"
    case 55: sql = "SELECT sum(1) OVER (ROWS -1 PRECEDING) FROM \(name)"
    case 56: sql = "SELECT \(column) FROM \(name) GROUP BY 9"
    case 57: sql = "SELECT \(column) FROM \(name) UNION SELECT 1 ORDER BY \(column) || 1"
    case 58: sql = "SELECT \(column) FROM \(name) INDEXED BY nowhere"
    case 59: sql = "SELECT * FROM json_each(1, 2, 3)"
    case 60: sql = "SELECT \(column) FROM \(name) WHERE \(column) REGEXP 1"
    case 61: sql = "SELECT * FROM \(name) WHERE sum(\(column)) OVER () > 1"
    case 62: sql = "ALTER TABLE \(name) ADD COLUMN \(column)"
    case 63: sql = "INSERT INTO \(name) DEFAULT VALUES ON CONFLICT (nothing) DO NOTHING"
    case 64: sql = "UPDATE \(name) SET (\(column), \(column)) = (1, 2, 3)"
    default: sql = "SELECT FROM \(name) WHERE"
    }
    let needed: [(Feature, String)] = [
      (.windows, "OVER"), (.ctes, "WITH "), (.json, "json_"), (.upsert, "ON CONFLICT"), (.alter, "ALTER"),
      (.returning, "RETURNING"),
    ]
    guard needed.allSatisfy({ has($0.0) || !sql.contains($0.1) }) else { return nil }
    return GeneratedStatement(sql: sql, kind: .mistake, tables: touched.count)
  }
}
