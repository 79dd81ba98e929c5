// FROM: tables, views, subqueries, common table expressions, values and JSON tables, joined in every way.

/// A FROM clause.
struct FromClause: Sendable {
  var sql: String
  var leaves: [Leaf]
  /// Columns that tell the rows apart, for orders that must be total.
  var keys: [String]
}

extension Generator {
  private struct Source {
    var sql: String
    var leaves: [Leaf]
    var keys: [String]
    var columns: [Column]
  }

  /// A FROM clause of one to three sources.
  mutating func fromClause(outer: [Leaf]) -> FromClause {
    let first = source(outer: outer, left: [])
    var clause = FromClause(sql: first.sql, leaves: first.leaves, keys: first.keys)
    var joined = first.columns
    let count = random.weighted([(selectDepth > 1 ? 70 : 28, 0), (46, 1), (selectDepth > 1 ? 2 : 20, 2)])
    for _ in 0..<count {
      let next =
        selectDepth < 2 && random.chance(6) ? group(outer: outer) : source(outer: outer, left: clause.leaves)
      clause.sql += join(clause.leaves, joined, next, outer)
      clause.leaves += next.leaves
      clause.keys += next.keys
      joined += next.columns
    }
    return clause
  }

  private mutating func join(_ left: [Leaf], _ columns: [Column], _ right: Source, _ outer: [Leaf]) -> String
  {
    var kinds = [
      (40, "JOIN"), (22, "LEFT JOIN"), (3, "INNER JOIN"), (3, "LEFT OUTER JOIN"), (2, "CROSS JOIN"),
    ]
    if has(.outerJoins) { kinds += [(8, "RIGHT JOIN"), (8, "FULL JOIN")] }
    let kind = random.weighted(kinds)
    let shared = right.columns.filter { column in columns.count { $0.name == column.name } == 1 }.map(\.name)
    if !shared.isEmpty {
      let isClear = right.columns.allSatisfy { column in columns.count { $0.name == column.name } <= 1 }
      if isClear, random.chance(7) { return " NATURAL \(kind) \(right.sql)" }
      if random.chance(8) {
        return " \(kind) \(right.sql) USING (\(random.some(shared, percent: 30).joined(separator: ", ")))"
      }
    }
    let scope = Scope(
      leaves: left + right.leaves, outer: outer, allowsSubqueries: random.chance(10), isOfJoin: true)
    if random.chance(6), kind == "JOIN" { return ", \(right.sql)" }
    if random.chance(3), kind == "JOIN" || kind == "CROSS JOIN" { return " \(kind) \(right.sql)" }
    let isMixed = random.chance(10)
    let pairs = left.flatMap { first in
      right.leaves.filter { isMixed || $0.type == first.type || ($0.type.isNumeric && first.type.isNumeric) }
        .map {
          (first, $0)
        }
    }
    var condition: String
    if !pairs.isEmpty, random.chance(88) {
      let pair = random.pick(pairs)
      let symbol = random.chance(88) ? "=" : random.pick(["<", ">=", "IS"])
      condition =
        random.chance(50)
        ? "\(pair.0.text) \(symbol) \(pair.1.text)" : "\(pair.1.text) \(symbol) \(pair.0.text)"
      if random.chance(25) { condition += " AND \(self.condition(scope, 1))" }
    } else {
      condition = self.condition(scope, 1)
    }
    return " \(kind) \(right.sql) ON \(condition)"
  }

  /// A join in parentheses.
  private mutating func group(outer: [Leaf]) -> Source {
    let first = source(outer: outer, left: [])
    let second = source(outer: outer, left: first.leaves)
    let text = first.sql + join(first.leaves, first.columns, second, outer)
    return Source(
      sql: "(\(text))", leaves: first.leaves + second.leaves, keys: first.keys + second.keys,
      columns: first.columns + second.columns)
  }

  private mutating func source(outer: [Leaf], left: [Leaf]) -> Source {
    let alias = freshAlias()
    if !locals.isEmpty, random.chance(35) { return named(random.pick(locals), alias) }
    if selectDepth < 2, has(.subqueries), random.chance(12) { return derived(alias) }
    if has(.json), has(.jsonTables), random.chance(4) { return jsonTable(alias, left) }
    if random.chance(2) { return values(alias) }
    if has(.pragmas), random.chance(2) { return schemaSource(alias) }
    let relations = schema.relations.filter { $0.kind == .table || selectDepth < 2 }
    guard !relations.isEmpty else { return values(alias) }
    return named(random.pick(relations), alias)
  }

  private func leaves(_ columns: [Column], _ alias: String) -> [Leaf] {
    columns.map { Leaf(text: "\(alias).\($0.name)", type: $0.type, collation: $0.collation) }
  }

  private mutating func named(_ relation: Relation, _ alias: String) -> Source {
    touched.formUnion(relation.bases)
    var found = leaves(relation.columns, alias)
    if relation.hasRowid, random.chance(10) { found.append(Leaf(text: "\(alias).rowid", type: .integer)) }
    let keys: [String]
    if relation.kind == .table {
      keys = relation.isWithoutRowid ? relation.primaryKey.map { "\(alias).\($0)" } : ["\(alias).rowid"]
    } else {
      keys = found.map(\.text)
    }
    let schemaName =
      relation.kind != .local && random.chance(6) ? (relation.isTemporary ? "temp." : "main.") : ""
    return Source(
      sql: "\(schemaName)\(relation.name) \(random.chance(30) ? "" : "AS ")\(alias)\(indexHint(relation))",
      leaves: found, keys: keys,
      columns: relation.columns)
  }

  private mutating func indexHint(_ relation: Relation) -> String {
    // What a view says of an index is an error when the index is gone, but one that any other comes before.
    guard relation.kind == .table, !makesView, random.chance(5) else { return "" }
    let own = schema.indexes.filter { $0.table == relation.name && $0.isPlain }
    if let index = random.any(of: own), random.chance(50) { return " INDEXED BY \(index.name)" }
    return " NOT INDEXED"
  }

  /// What the schema says of itself.
  private mutating func schemaSource(_ alias: String) -> Source {
    let columns: [Column]
    let sql: String
    if let table = random.any(of: schema.tables), random.chance(70) {
      touched.formUnion(table.bases)
      switch random.below(3) {
      case 0:
        columns = [
          Column(name: "cid", type: .integer), Column(name: "name", type: .text),
          Column(name: "type", type: .text), Column(name: "pk", type: .integer),
        ]
        sql = "pragma_table_xinfo('\(table.name)')"
      case 1:
        columns = [
          Column(name: "name", type: .text), Column(name: "unique", type: .integer),
          Column(name: "origin", type: .text), Column(name: "partial", type: .integer),
        ].filter { $0.name != "unique" }
        sql = "pragma_index_list('\(table.name)')"
      default:
        columns = [
          Column(name: "seq", type: .integer), Column(name: "table", type: .text),
          Column(name: "on_delete", type: .text),
        ].filter { $0.name != "table" }
        sql = "pragma_foreign_key_list('\(table.name)')"
      }
    } else {
      columns = [
        Column(name: "type", type: .text), Column(name: "name", type: .text),
        Column(name: "tbl_name", type: .text),
      ]
      sql = random.pick(["sqlite_schema", "main.sqlite_master", "sqlite_temp_schema"])
    }
    let found = leaves(columns, alias)
    return Source(sql: "\(sql) AS \(alias)", leaves: found, keys: found.map(\.text), columns: columns)
  }

  private mutating func derived(_ alias: String) -> Source {
    let query = subquery(nil, Scope())
    let found = leaves(query.columns, alias)
    return Source(
      sql: "(\(query.sql)) AS \(alias)", leaves: found, keys: found.map(\.text), columns: query.columns)
  }

  private mutating func values(_ alias: String) -> Source {
    let types = (0...random.below(3)).map { _ in randomType() }
    // Several rows in a query that becomes the right of a LEFT JOIN are NULL rows to SQLite where only their number is asked for.
    let rows = (0...(selectDepth > 0 ? 0 : random.below(4))).map { _ in
      "(" + types.map { random.chance(8) ? "NULL" : literal($0) }.joined(separator: ", ") + ")"
    }
    let columns = types.enumerated().map { Column(name: "column\($0.offset + 1)", type: $0.element) }
    let found = leaves(columns, alias)
    return Source(
      sql: "(VALUES \(rows.joined(separator: ", "))) AS \(alias)", leaves: found, keys: found.map(\.text),
      columns: columns)
  }

  private mutating func jsonTable(_ alias: String, _ left: [Leaf]) -> Source {
    let document =
      random.chance(60)
      ? document(Scope(leaves: left.filter { $0.type == .json && $0.isColumn })) : literal(.json)
    let columns = [
      Column(name: "key", type: .text), Column(name: "value", type: .text), Column(name: "type", type: .text),
      Column(name: "atom", type: .text), Column(name: "fullkey", type: .text),
      Column(name: "path", type: .text), Column(name: "id", type: .integer),
      Column(name: "parent", type: .integer),
    ]
    let found = leaves(columns, alias)
    let path = random.chance(20) ? ", \(random.pick(["'$.a'", "'$.b'", "'$[0]'"]))" : ""
    return Source(
      sql: "\(random.pick(["json_each", "json_tree"]))(\(document)\(path)) AS \(alias)", leaves: found,
      keys: ["\(alias).fullkey"], columns: columns)
  }
}
