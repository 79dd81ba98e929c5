// Expressions that are used as truth values: comparisons, IN, patterns, subqueries.

extension Generator {
  /// An expression that is used as a truth value.
  mutating func condition(_ scope: Scope, _ depth: Int) -> String {
    if depth <= 0 { return comparison(scope, 0) }
    switch random.below(23) {
    case 0...5: return comparison(scope, depth - 1)
    case 6, 7: return "(\(condition(scope, depth - 1)) AND \(condition(scope, depth - 1)))"
    case 8, 9: return "(\(condition(scope, depth - 1)) OR \(condition(scope, depth - 1)))"
    case 10: return "NOT (\(condition(scope, depth - 1)))"
    case 11:
      let type = randomType()
      let negation = random.chance(30) ? "NOT " : ""
      return
        "(\(expression(type, scope, depth - 1)) \(negation)BETWEEN \(leaf(type, scope)) AND \(leaf(type, scope)))"
    case 12, 13: return list(scope)
    case 14:
      return "\(leaf(randomType(), scope)) \(random.pick(["IS NULL", "IS NOT NULL", "ISNULL", "NOTNULL"]))"
    case 15, 16: return pattern(scope)
    case 17:
      guard has(.subqueries), scope.allowsSubqueries, selectDepth < 3 else {
        return comparison(scope, depth - 1)
      }
      return "\(random.chance(30) ? "NOT " : "")EXISTS (\(existsSubquery(scope)))"
    case 18, 19:
      guard has(.subqueries), scope.allowsSubqueries, selectDepth < 3 else {
        return comparison(scope, depth - 1)
      }
      return membership(scope)
    case 21: return rareCondition(scope)
    case 20: return has(.rowValues) ? rowComparison(scope) : comparison(scope, 0)
    default: return expression(.integer, scope, depth - 1)
    }
  }

  /// IN with a list.
  private mutating func list(_ scope: Scope) -> String {
    let type = randomType()
    let negation = random.chance(25) ? "NOT " : ""
    if random.chance(50) {
      // From four constants on they are an index, whose keys have the affinity of what is looked for.
      let columns = scope.leaves.filter { $0.isColumn && $0.type != .blob }
      let value = random.any(of: columns) ?? Leaf(text: leaf(type, scope), type: type)
      let items = (0...(3 + random.below(4))).map { _ in member(value.type) }
      return "\(value.text) \(negation)IN (\(items.joined(separator: ", ")))"
    }
    let items = (0...random.below(4)).map { _ in random.chance(80) ? literal(type) : leaf(type, scope) }
    return "\(leaf(type, scope)) \(negation)IN (\(items.joined(separator: ", ")))"
  }

  /// A constant that is often of another type than what it is looked for in, and equal to it only when it is converted.
  private mutating func member(_ type: ValueType) -> String {
    if random.chance(45) { return literal(type) }
    if random.chance(5) { return "NULL" }
    let number = random.below(24) - 3
    return switch type {
    case .integer: random.pick(["'\(number)'", "\(number).0", "' \(number)'", "'\(number).0'", "x'31'"])
    case .real: random.pick(["'\(number).5'", "'\(number).0'", "\(number)", "'\(number)'", "'1e3'"])
    default: random.pick(["1", "-5", "1.0", "7", "\(number)", "9223372036854775807", "x'61'"])
    }
  }

  private mutating func comparison(_ scope: Scope, _ depth: Int) -> String {
    let type = randomType()
    let symbol = random.pick([
      "=", "=", "=", "<", "<=", ">", ">=", "<>", "!=", "==", "IS", "IS NOT", "IS DISTINCT FROM",
      "IS NOT DISTINCT FROM",
    ])
    let other: ValueType = random.chance(10) ? randomType() : type
    var text = "\(expression(type, scope, depth)) \(symbol) \(expression(other, scope, depth))"
    if has(.collations), type == .text, random.chance(10) {
      text += " COLLATE \(random.pick(["NOCASE", "RTRIM"]))"
    }
    return depth > 0 || random.chance(60) ? "(\(text))" : text
  }

  /// The text of a LIKE. In an outer join, which a derived table may come to be part of, SQLite takes the range of an index with NOCASE that
  /// LIKE allows for a condition of WHERE, and loses rows.
  private mutating func patternText(_ scope: Scope) -> String {
    let text = leaf(.text, scope)
    guard scope.isOfJoin || selectDepth > 0, !scope.leaves.isEmpty else { return text }
    // An index of the column may have the collation, too.
    let hasNoCase =
      scope.isOfJoin
      || (scope.leaves + scope.outer).contains { $0.text == text && $0.collation == "NOCASE" }
    return hasNoCase ? "(\(text) || '')" : text
  }

  private mutating func pattern(_ scope: Scope) -> String {
    let negation = random.chance(25) ? "NOT " : ""
    if random.chance(65) {
      let pattern = random.pick([
        "'a%'", "'%b%'", "'_b_'", "'A%'", "'%'", "''", "'%c'", "'ab_'", "'k%'", "'%é%'",
      ])
      let escape = random.chance(12) ? " ESCAPE '\\'" : ""
      return
        "\(patternText(scope)) \(negation)LIKE \(random.chance(88) ? pattern : leaf(.text, scope))\(escape)"
    }
    let pattern = random.pick(["'a*'", "'*b*'", "'?b?'", "'[a-c]*'", "'[^a]*'", "'*'", "'k[0-9]*'"])
    return "\(leaf(.text, scope)) \(negation)GLOB \(pattern)"
  }

  private mutating func rowComparison(_ scope: Scope) -> String {
    let types = [randomType(), randomType()]
    func row(_ generator: inout Generator) -> String {
      "(" + types.map { generator.leaf($0, scope) }.joined(separator: ", ") + ")"
    }
    let left = row(&self)
    guard random.chance(40), has(.subqueries), scope.allowsSubqueries, selectDepth < 3 else {
      return "\(left) \(random.pick(["=", "<", "<=", ">", ">=", "<>", "IS"])) \(row(&self))"
    }
    return "\(left) \(random.chance(25) ? "NOT " : "")IN (\(subquery(types, scope).sql))"
  }

  private mutating func membership(_ scope: Scope) -> String {
    let type = randomType()
    var value = expression(type, scope, 1)
    // SQLite converts the aggregate itself to the affinity of the list.
    let isAggregate = scope.leaves.contains { !$0.isColumn && $0.text == value }
    if isAggregate { value = "coalesce(\(value), NULL)" }
    let negation = random.chance(25) ? "NOT " : ""
    let query = subquery([type], scope).sql
    return "\(value) \(negation)IN (\(query)\(readsDescending(query) ? " WHERE 1" : ""))"
  }

  /// A column read as it is, by which an index descends: SQLite looks for a NULL among the members at the wrong end of it.
  private func readsDescending(_ query: String) -> Bool {
    let words = query.split(separator: " ")
    guard words.count >= 6, words[0] == "SELECT", words[2] == "AS", words[4] == "FROM", words.count <= 8,
      let column = words[1].split(separator: ".").last, let table = words[5].split(separator: ".").last
    else { return false }
    return schema.isDescending(String(table), String(column))
  }
}
