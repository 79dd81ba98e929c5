// SELECT: cores, compounds, common table expressions, grouping, ordering, limits.

/// A query and the columns that it gives.
struct Query: Sendable {
  var sql: String
  var columns: [Column]
  /// What else ORDER BY may name: columns that are not in the result.
  var hidden: [Leaf] = []
  /// Result columns with a name of their own.
  var named: [String] = []
}

extension Generator {
  /// A SELECT as a statement.
  mutating func topLevelQuery() -> String {
    selectDepth = 0
    if random.chance(2) { return valuesStatement() }
    if random.chance(5) { return starQuery() }
    if has(.recursion), has(.ctes), random.below(500) == 0 { return largeQuery() }
    return query(nil, outer: [], isTopLevel: true).sql
  }

  private mutating func valuesStatement() -> String {
    let width = 1 + random.below(3)
    let rows = (0...random.below(3)).map { _ in
      "(" + (0..<width).map { _ in anyExpression(Scope(), 2) }.joined(separator: ", ") + ")"
    }
    return "VALUES \(rows.joined(separator: ", "))"
  }

  /// A subquery with columns of these types, or of any.
  mutating func subquery(_ types: [ValueType]?, _ scope: Scope) -> Query {
    selectDepth += 1
    defer { selectDepth -= 1 }
    return query(types, outer: scope.forInner, isTopLevel: false)
  }

  /// A subquery that gives one value, and always the same.
  mutating func scalarSubquery(_ type: ValueType, _ scope: Scope) -> String {
    selectDepth += 1
    defer { selectDepth -= 1 }
    let from = fromClause(outer: scope.forInner)
    let inner = Scope(leaves: from.leaves, outer: scope.forInner)
    let filter = random.chance(75) ? " WHERE \(condition(inner, 1))" : ""
    if random.chance(60) {
      return "(SELECT \(aggregate(type, inner).text) FROM \(from.sql)\(filter))"
    }
    return
      "(SELECT \(expression(type, inner, 1)) FROM \(from.sql)\(filter) ORDER BY 1\(random.chance(30) ? " DESC" : "") LIMIT 1)"
  }

  mutating func existsSubquery(_ scope: Scope) -> String {
    selectDepth += 1
    defer { selectDepth -= 1 }
    let from = fromClause(outer: scope.forInner)
    let inner = Scope(leaves: from.leaves, outer: scope.forInner)
    return "SELECT \(random.pick(["1", "*", "NULL"])) FROM \(from.sql) WHERE \(condition(inner, 2))"
  }

  private mutating func query(_ wanted: [ValueType]?, outer: [Leaf], isTopLevel: Bool) -> Query {
    let hidden = locals
    defer { locals = hidden }
    let with = has(.ctes) && selectDepth < 2 && random.chance(isTopLevel ? 14 : 4) ? withClause() : ""
    let types = wanted ?? (0...random.below(4)).map { _ in randomType() }
    var first = core(types, outer: outer, isTopLevel: isTopLevel)
    var isCompound = false
    if has(.compounds), random.chance(isTopLevel ? 12 : 7) {
      isCompound = true
      for _ in 0...(random.chance(25) ? 1 : 0) {
        var symbol = random.pick(["UNION", "UNION ALL", "INTERSECT", "EXCEPT"])
        let next = core(types, outer: outer, isTopLevel: isTopLevel).sql
        if symbol == "UNION ALL", !isTopLevel, hasRightJoin(first.sql) || hasRightJoin(next) {
          symbol = "UNION"
        }
        first.sql += " \(symbol) " + next
      }
    }
    first.sql =
      with + first.sql
      + (isTopLevel && random.chance(14)
        ? expressionOrder(first, isCompound)
        : ordering(types, isTopLevel: isTopLevel, isCompound: isCompound))
    return first
  }

  /// SQLite loses conditions of other arms where it merges such a UNION ALL into a query around it.
  private func hasRightJoin(_ sql: String) -> Bool { sql.contains("RIGHT JOIN") || sql.contains("FULL JOIN") }

  /// ORDER BY over positions, all of them where a LIMIT follows.
  private mutating func ordering(_ types: [ValueType], isTopLevel: Bool, isCompound: Bool) -> String {
    guard random.chance(isTopLevel ? 65 : 15) else { return "" }
    let limits = random.chance(isTopLevel ? 25 : 80)
    var positions = Array(1...types.count)
    if random.chance(50) { positions.reverse() }
    if !limits, random.chance(35) { positions = Array(positions.prefix(1)) }
    let terms = positions.map { position -> String in
      var term = String(position)
      if has(.collations), !isCompound, types[position - 1] == .text, random.chance(8) {
        term += " COLLATE NOCASE"
      }
      term += random.pick(["", "", " DESC", " ASC"])
      if random.chance(10) { term += random.pick([" NULLS FIRST", " NULLS LAST"]) }
      return term
    }
    var text = " ORDER BY \(terms.joined(separator: ", "))"
    if limits {
      text += " LIMIT \(random.pick(["1", "2", "3", "5", "10", "0", "-1"]))"
      if random.chance(30) { text += " OFFSET \(random.below(4))" }
    }
    return text
  }

  /// ORDER BY over names and expressions.
  private mutating func expressionOrder(_ query: Query, _ isCompound: Bool) -> String {
    var choices = query.named
    if !isCompound {
      choices += query.hidden.map(\.text)
      for leaf in query.hidden.prefix(2) { choices.append("\(leaf.text) || ''") }
      for name in query.named.prefix(1) { choices.append("\(name) IS NULL") }
    }
    guard !choices.isEmpty else { return "" }
    let terms = random.some(choices, percent: 20).prefix(3).map { term in
      term + (has(.collations) && random.chance(8) ? " COLLATE NOCASE" : "")
        + random.pick(["", " DESC", " NULLS LAST"])
    }
    return " ORDER BY \(terms.joined(separator: ", "))"
  }

  // MARK: One core

  private mutating func core(_ types: [ValueType], outer: [Leaf], isTopLevel: Bool) -> Query {
    let hasFrom = random.chance(isTopLevel ? 97 : 94)
    let from = hasFrom ? fromClause(outer: outer) : FromClause(sql: "", leaves: [], keys: [])
    let scope = Scope(leaves: from.leaves, outer: outer)
    var tail = hasFrom ? " FROM \(from.sql)" : ""
    if random.chance(hasFrom ? 55 : 5) { tail += " WHERE \(condition(scope, 2))" }
    var resultScope = scope
    var windows = ""
    var first: String?
    var isGrouped = false
    if hasFrom, random.chance(24) {
      isGrouped = true
      resultScope = grouping(scope, &tail, &first)
    } else if hasFrom, has(.windows), selectDepth < 2, random.chance(isTopLevel ? 12 : 5) {
      resultScope.leaves += windowFunctions(from, scope, &windows)
    }
    let depth = isTopLevel ? 2 : 1
    var columns: [Column] = []
    var items: [String] = []
    var named: [String] = []
    for (index, type) in types.enumerated() {
      let name = "c\(index + 1)"
      let computed = resultScope.leaves.filter { !$0.isColumn && $0.type == type }
      let isDirect = !computed.isEmpty && random.chance(60)
      var item = isDirect ? random.pick(computed).text : expression(type, resultScope, depth)
      if index == 0, let first { item = first }
      let isNamed = !isTopLevel || random.chance(60)
      if isNamed { named.append(name) }
      items.append(isNamed ? "\(item) AS \(name)" : item)
      columns.append(Column(name: name, type: type))
    }
    let distinct = random.chance(12) ? "DISTINCT " : random.chance(2) ? "ALL " : ""
    return Query(
      sql: "SELECT \(distinct)\(items.joined(separator: ", "))\(tail)\(windows)", columns: columns,
      hidden: isGrouped || distinct == "DISTINCT " ? [] : from.leaves, named: named)
  }

  /// GROUP BY and HAVING, or an aggregate over everything; the scope of result columns.
  /// - Parameter first: what the first result column has to be, when it is the key.
  private mutating func grouping(_ scope: Scope, _ tail: inout String, _ first: inout String?) -> Scope {
    var keys: [Leaf] = []
    if random.chance(75) {
      for _ in 0...(random.chance(30) ? 1 : 0) {
        let type = randomType()
        if random.chance(70), let column = random.pick(scope.leaves + [Leaf(text: "", type: type)]).nonEmpty {
          keys.append(column)
        } else {
          keys.append(
            Leaf(
              text: expression(type, Scope(leaves: scope.leaves, allowsSubqueries: false), 1), type: type,
              isColumn: false))
        }
      }
      // An integer literal would be the position of a result column.
      keys = keys.map { key in
        var key = key
        if !key.isColumn { key.text = "(\(key.text)) || ''"; key.type = .text }
        return key
      }
      if random.chance(12) {
        first = keys[0].text
        tail += " GROUP BY \((["1"] + keys.dropFirst().map(\.text)).joined(separator: ", "))"
      } else {
        tail += " GROUP BY \(keys.map(\.text).joined(separator: ", "))"
      }
    }
    var leaves = keys
    for _ in 0...random.below(3) { leaves.append(aggregate(randomType(), scope)) }
    // Outer columns stay visible; the columns of the group do not, as their values would be those of any row.
    var grouped = Scope(leaves: leaves, outer: scope.outer)
    if !keys.isEmpty, random.chance(25) {
      tail += " HAVING \(condition(Scope(leaves: leaves, outer: scope.outer, allowsSubqueries: false), 1))"
    }
    if has(.windows), selectDepth == 0, random.chance(15) {
      let order = keys.isEmpty ? "" : "ORDER BY \(keys.map(\.text).joined(separator: ", "))"
      let call = random.pick(["row_number()", "sum(count(*))", "rank()", "max(count(*))", "lag(count(*))"])
      grouped.leaves.append(Leaf(text: "\(call) OVER (\(order))", type: .integer, isColumn: false))
    }
    return grouped
  }

  /// An aggregate function call of about the type.
  ///
  /// It reads a column of its own query if anything: one of outer columns alone makes the outer query an aggregate query, whose bare columns
  /// are those of any row, or is wrong there; and whether SQLite finds that out depends on what it has merged.
  mutating func aggregate(_ type: ValueType, _ scope: Scope) -> Leaf {
    let found = call(ofAggregate: type, scope)
    func names(_ leaves: [Leaf]) -> Bool { leaves.contains { found.text.contains($0.text) } }
    guard names(scope.outer), !names(scope.leaves) else { return found }
    return call(ofAggregate: type, Scope(leaves: scope.leaves))
  }

  private mutating func call(ofAggregate type: ValueType, _ scope: Scope) -> Leaf {
    let inner = Scope(leaves: scope.leaves.filter(\.isColumn), outer: scope.outer, allowsSubqueries: false)
    var text: String
    switch type {
    case .integer:
      switch random.below(6) {
      case 0: text = "count(*)"
      case 1: text = "count(DISTINCT \(anyExpression(inner, 1)))"
      case 2: text = "count(\(anyExpression(inner, 1)))"
      case 3: text = "\(random.pick(["min", "max"]))(\(expression(.integer, inner, 1)))"
      case 4: text = "sum(DISTINCT \(expression(.integer, inner, 0)) % 100000)"
      default: text = "sum(\(expression(.integer, inner, 0)) % 100000)"
      }
    case .real:
      let name = random.pick(["sum", "avg", "total", "min", "max"])
      let isDistinct = random.chance(15)
      // A sum of integers may be too large for one: whether that is seen depends on whether anybody reads the subquery.
      let input = expression(.real, inner, 1) + (name == "sum" && selectDepth > 0 ? " + 0.0" : "")
      text = "\(name)(\(isDistinct ? "DISTINCT " : "")\(input))"
    case .text:
      if has(.aggregateOrder), random.chance(60) {
        let item = leaf(.text, inner)
        let distinct = random.chance(20)
        text =
          distinct
          ? "group_concat(DISTINCT \(item) ORDER BY \(item))"
          : "\(random.pick(["group_concat", "string_agg"]))(\(item), \(random.pick(["','", "'-'", "''"])) "
            + "ORDER BY \(item)\(random.pick(["", " DESC"])))"
      } else {
        text = "\(random.pick(["min", "max"]))(\(expression(.text, inner, 1)))"
      }
    case .blob: text = "\(random.pick(["min", "max"]))(\(expression(.blob, inner, 0)))"
    case .json:
      if has(.json), has(.aggregateOrder) {
        let item = withoutBlob(leaf(.integer, inner), inner)
        text =
          random.chance(60)
          ? "json_group_array(\(item) ORDER BY \(item))"
          : "json_group_object('k', \(item) ORDER BY \(item))"
      } else {
        text = "max(\(leaf(.json, inner)))"
      }
    }
    if random.chance(12) { text += " FILTER (WHERE \(condition(inner, 1)))" }
    return Leaf(text: text, type: type, isColumn: false)
  }

  // MARK: WITH

  mutating func withClause() -> String {
    var parts: [String] = []
    var isRecursive = false
    for _ in 0...(random.chance(25) ? 1 : 0) {
      let name = freshAlias().replacing("a", with: "w")
      if has(.recursion), random.chance(35) {
        isRecursive = true
        parts.append(recursiveTable(name))
        continue
      }
      let before = touched
      touched = []
      let body = subquery(nil, Scope())
      let bases = touched
      touched.formUnion(before)
      let names = body.columns.indices.map { "\(name)c\($0 + 1)" }
      let hint = random.weighted([(8, ""), (1, "MATERIALIZED "), (1, "NOT MATERIALIZED ")])
      parts.append("\(name)(\(names.joined(separator: ", "))) AS \(hint)(\(body.sql))")
      let columns = zip(names, body.columns).map { Column(name: $0, type: $1.type) }
      locals.append(Relation(name: name, kind: .local, columns: columns, bases: bases))
    }
    return "WITH \(isRecursive || random.chance(10) ? "RECURSIVE " : "")\(parts.joined(separator: ", ")) "
  }

  /// A second recursive term, or a limit. (Of an ORDER BY here SQLite believes that it orders what reads the table.)
  private mutating func recursionTail(_ name: String, _ step: String) -> String {
    switch random.below(7) {
    case 0: " LIMIT 4"
    case 1: " UNION ALL SELECT n + 10, \(step) FROM \(name) WHERE n < 3"
    case 2: " UNION SELECT n + 20, \(step) FROM \(name) AS z WHERE z.n < 2"
    default: ""
    }
  }

  private mutating func recursiveTable(_ name: String) -> String {
    let limit = 2 + random.below(6)
    var bases: Set<String> = []
    let sql: String
    let value: ValueType
    if random.chance(50), let table = random.any(of: schema.tables) {
      bases = [table.name]
      touched.insert(table.name)
      let column = random.pick(table.columns)
      value = column.type
      let union = random.pick(["UNION", "UNION ALL"])
      sql =
        "\(name)(n, x) AS (SELECT 1, min(\(column.name)) FROM \(table.name) \(union) "
        + "SELECT n + 1, \(name)t.\(column.name) FROM \(name) JOIN \(table.name) AS \(name)t "
        + "ON \(name)t.\(column.name) > \(name).x WHERE n < \(min(limit, 3)))"
    } else {
      value = random.pick([.integer, .text])
      let step = value == .integer ? "x * 2 + 1" : "x || \(literal(.text))"
      sql =
        "\(name)(n, x) AS (\(random.pick(["SELECT 1, \(literal(value))", "VALUES (1, \(literal(value)))"])) "
        + "\(random.pick(["UNION", "UNION ALL"])) SELECT n + 1, \(step) FROM \(name) WHERE n < \(limit)"
        + recursionTail(name, step) + ")"
    }
    locals.append(
      Relation(
        name: name, kind: .local,
        columns: [Column(name: "n", type: .integer), Column(name: "x", type: value)],
        bases: bases))
    return sql
  }
}

extension Leaf {
  fileprivate var nonEmpty: Leaf? { text.isEmpty ? nil : self }
}
