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
    switch random.below(28) {
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
    default: sql = "SELECT FROM \(name) WHERE"
    }
    return GeneratedStatement(sql: sql, kind: .mistake, tables: touched.count)
  }
}
