// Forms that ordinary statements seldom have, so that they are reached at all.

extension Generator {
  /// A condition of a seldom form.
  mutating func rareCondition(_ scope: Scope) -> String {
    let negation = random.chance(30) ? "NOT " : ""
    switch random.below(8) {
    case 0, 1:
      // SQLite compares constants of a row of VALUES with 1 and 0 instead.
      if scope.leaves.isEmpty, scope.outer.isEmpty { return "\(literal(randomType())) IS \(negation)NULL" }
      return "(\(leaf(randomType(), scope)) IS \(negation)\(random.pick(["TRUE", "FALSE"])))"
    case 2:
      guard has(.rowValues) else { return "\(leaf(.integer, scope)) \(negation)IN ()" }
      let types = [randomType(), randomType()]
      let rows = (0...random.below(2)).map { _ in row(types, Scope()) }
      return "\(row(types, scope)) \(negation)IN (\(rows.joined(separator: ", ")))"
    case 3:
      guard has(.rowValues) else { return "\(leaf(.text, scope)) \(negation)IN ()" }
      let types = [randomType(), randomType()]
      return "(\(row(types, scope)) \(negation)BETWEEN \(row(types, scope)) AND \(row(types, scope)))"
    case 4: return "\(leaf(randomType(), scope)) \(negation)IN ()"
    case 5:
      let narrow = (schema.relations + locals).filter {
        $0.columns.count == 1 && !schema.isDescending($0.name, $0.columns[0].name)
      }
      guard let relation = random.any(of: narrow) else { return "\(leaf(.integer, scope)) IN (1, NULL)" }
      touched.formUnion(relation.bases)
      return "\(leaf(relation.columns[0].type, scope)) \(negation)IN \(relation.name)"
    case 6:
      let call = random.pick(["likely", "unlikely", "likelihood"])
      return "\(call)(\(condition(scope, 1))\(call == "likelihood" ? ", 0.25" : ""))"
    default:
      let clock = random.pick(["CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP"])
      return "length(\(clock)) \(random.pick(["=", "<"])) \(random.pick(["8", "10", "19"]))"
    }
  }

  private mutating func row(_ types: [ValueType], _ scope: Scope) -> String {
    "(" + types.map { leaf($0, scope) }.joined(separator: ", ") + ")"
  }

  /// SELECT with stars, which bring every column of what stands in FROM.
  mutating func starQuery() -> String {
    let from = fromClause(outer: [])
    let aliases = Set(from.keys.compactMap { $0.split(separator: ".").first.map(String.init) }).sorted()
    let star =
      random.chance(50) || aliases.isEmpty
      ? "*" : random.some(aliases).map { "\($0).*" }.joined(separator: ", ")
    let scope = Scope(leaves: from.leaves)
    let filter = random.chance(50) ? " WHERE \(condition(scope, 1))" : ""
    let distinct = random.chance(10) ? "DISTINCT " : ""
    let order = random.chance(30) && !from.leaves.isEmpty ? " ORDER BY \(random.pick(from.leaves).text)" : ""
    return "SELECT \(distinct)\(star) FROM \(from.sql)\(filter)\(distinct.isEmpty ? order : "")"
  }

  /// A query over more rows than fit the memory of a sort or of a window's partition.
  mutating func largeQuery() -> String {
    let count = 1200 + random.below(1200)
    let width = 200 + random.below(200)
    let factor = random.pick([7919, 104_729, 1_299_709])
    let source =
      "n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < \(count)), "
      + "w(x, k, s) AS (SELECT x, x * \(factor) % 1009, printf('%0\(width)d', x * \(factor) % 997) FROM n)"
    switch random.below(has(.windows) ? 5 : 3) {
    case 0:
      return "WITH RECURSIVE \(source) SELECT x, substr(s, -4) FROM w "
        + "ORDER BY s\(random.pick(["", " DESC"])), x\(random.pick(["", " DESC"]))"
    case 1:
      return "WITH RECURSIVE \(source) SELECT k % 50 AS g, count(*), max(s) || '', min(x) FROM w "
        + "GROUP BY k % 50, length(s) ORDER BY 1"
    case 2:
      return
        "WITH RECURSIVE \(source) SELECT DISTINCT k, s FROM w WHERE x IN (SELECT x FROM w WHERE k > 300) ORDER BY 1, 2 LIMIT 20"
    case 3:
      return
        "WITH RECURSIVE \(source) SELECT x, lag(substr(s, -3), \(random.below(900))) OVER (ORDER BY s, x), "
        + "sum(k) OVER (ORDER BY s, x ROWS BETWEEN \(random.below(700)) PRECEDING AND \(random.below(300)) FOLLOWING) FROM w ORDER BY 1 LIMIT 40"
    default:
      return
        "WITH RECURSIVE \(source) SELECT k, count(*) OVER (ORDER BY k GROUPS BETWEEN 2 PRECEDING AND 1 FOLLOWING), "
        + "max(s) OVER (PARTITION BY k % 3 ORDER BY x, s) FROM w ORDER BY 1, 2, 3 LIMIT 30"
    }
  }

  /// DEFAULT of a column that is added: what old rows show.
  mutating func addedDefault(_ type: ValueType) -> String {
    switch random.below(8) {
    case 0: "-\(random.chance(50) ? integerLiteral().drop { $0 == "-" } : realLiteral().drop { $0 == "-" })"
    case 1: "+\(literal(type))"
    case 2: "(\(literal(type)))"
    case 3: random.pick(["TRUE", "FALSE", "NULL", "bare", "\"quoted\""])
    case 4: "(CAST(\(literal(type)) AS \(random.pick(["TEXT", "INTEGER", "REAL", "NUMERIC", "BLOB"]))))"
    default: literal(type)
    }
  }
}
