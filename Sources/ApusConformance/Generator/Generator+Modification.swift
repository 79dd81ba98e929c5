// INSERT, UPDATE and DELETE whose result does not depend on the order in which rows are found.

extension Generator {
  /// Rows for a table that was just made.
  mutating func fill() -> GeneratedStatement? {
    let tables = schema.tables
    guard !tables.isEmpty else { return nil }
    let table = random.pick(tables)
    return insertValues(into: table, rows: 2 + random.below(7), isPlain: true)
  }

  private mutating func target(_ event: String) -> Relation? {
    let writable = schema.relations.filter { $0.kind == .table || $0.insteadOf.contains(event) }
    return random.any(of: writable)
  }

  mutating func insert() -> GeneratedStatement? {
    guard let table = target("INSERT") else { return nil }
    touched = table.bases
    if random.chance(3) {
      return change("INSERT INTO \(table.name) DEFAULT VALUES" + returning(table))
    }
    if has(.subqueries), random.chance(30) { return insertSelect(into: table) }
    return insertValues(into: table, rows: 1 + random.below(3), isPlain: false)
  }

  private mutating func change(_ sql: String) -> GeneratedStatement {
    // It may end the transaction, which has to be heard before the next BEGIN or COMMIT is made.
    let mayEndTransaction = !marks.isEmpty && sql.contains("OR ROLLBACK")
    return GeneratedStatement(
      sql: sql, kind: .change, tables: touched.count, needsOutcome: mayEndTransaction)
  }

  /// The columns that an INSERT names: those that must have a value, and some others.
  private mutating func insertColumns(_ table: Relation) -> [Column] {
    let plain = table.columns.filter { !$0.isGenerated }
    let chosen = plain.filter { column in
      (column.isNotNull && !column.hasDefault)
        || (table.primaryKey.contains(column.name) && table.rowidAlias == nil)
        || random.chance(80)
    }
    return chosen.isEmpty ? Array(plain.prefix(1)) : chosen
  }

  private mutating func head(_ table: Relation, isPlain: Bool) -> String {
    if isPlain || random.chance(65) { return "INSERT INTO \(table.name)" }
    if random.chance(15) { return "REPLACE INTO \(table.name)" }
    let action = random.weighted([(4, "IGNORE"), (4, "REPLACE"), (1, "ABORT"), (1, "FAIL"), (1, "ROLLBACK")])
    return "INSERT OR \(action) INTO \(table.name)"
  }

  private mutating func insertValues(into table: Relation, rows: Int, isPlain: Bool) -> GeneratedStatement {
    touched.formUnion(table.bases)
    let columns = insertColumns(table)
    let allNamed = columns.count == table.columns.filter({ !$0.isGenerated }).count
    let list = allNamed && random.chance(50) ? "" : "(\(columns.map(\.name).joined(separator: ", ")))"
    let tuples = (0..<rows).map { _ in
      "("
        + columns.map { column in
          !isPlain && random.chance(12) && !column.isKey && !table.isStrict
            ? expression(column.type, Scope(), 2) : value(for: column, in: table)
        }.joined(separator: ", ") + ")"
    }
    let start = head(table, isPlain: isPlain)
    let conflict = isPlain || start != "INSERT INTO \(table.name)" ? "" : upsert(table)
    let sql = "\(start)\(list) VALUES \(tuples.joined(separator: ", "))\(conflict)"
    return change(isPlain ? sql : sql + returning(table))
  }

  private mutating func insertSelect(into table: Relation) -> GeneratedStatement {
    let columns = insertColumns(table)
    selectDepth = 0
    let hidden = locals
    defer { locals = hidden }
    let from = fromClause(outer: [])
    let scope = Scope(leaves: from.leaves, allowsSubqueries: false)
    let items = columns.map { column -> String in
      table.isStrict || column.isKey || column.parent != nil
        ? value(for: column, in: table) : expression(column.type, scope, 1)
    }
    // Rows in a total order get the same rowids in every engine; a key made here is good for one row.
    let limit = columns.contains(where: \.isKey) ? 1 : 1 + random.below(4)
    let filter = random.chance(60) ? condition(scope, 1) : "true"
    let order = (1...items.count).map(String.init).joined(separator: ", ")
    let list = columns.map(\.name).joined(separator: ", ")
    let start = head(table, isPlain: false)
    let conflict = start == "INSERT INTO \(table.name)" ? upsert(table) : ""
    return change(
      "\(start)(\(list)) SELECT * FROM (SELECT \(items.joined(separator: ", ")) FROM \(from.sql) WHERE \(filter) "
        + "ORDER BY \(order) LIMIT \(limit)) WHERE true\(conflict)" + returning(table))
  }

  private mutating func upsert(_ table: Relation) -> String {
    guard has(.upsert), table.kind == .table, random.chance(35) else { return "" }
    if table.uniqueKeys.isEmpty || random.chance(15) { return " ON CONFLICT DO NOTHING" }
    let key = random.pick(table.uniqueKeys)
    let other = random.pick(table.uniqueKeys)
    let before =
      other != key && random.chance(40) ? " ON CONFLICT (\(other.joined(separator: ", "))) DO NOTHING" : ""
    let target = before + " ON CONFLICT (\(key.joined(separator: ", ")))"
    let plain = table.columns.filter {
      !$0.isGenerated && !key.contains($0.name) && !$0.isKey && $0.parent == nil
    }
    guard !plain.isEmpty, random.chance(80) else { return target + " DO NOTHING" }
    let scope = Scope(
      leaves: table.columns.flatMap {
        [
          Leaf(text: "excluded.\($0.name)", type: $0.type),
          Leaf(text: "\(table.name).\($0.name)", type: $0.type),
        ]
      }, allowsSubqueries: random.chance(10))
    let sets = random.some(plain).prefix(2).map { column in
      "\(column.name) = \(table.isStrict || random.chance(50) ? "excluded.\(column.name)" : expression(column.type, scope, 1))"
    }
    let filter = random.chance(25) ? " WHERE \(condition(scope, 1))" : ""
    return "\(target) DO UPDATE SET \(sets.joined(separator: ", "))\(filter)"
  }

  private mutating func returning(_ table: Relation) -> String {
    guard has(.returning), random.chance(15) else { return "" }
    if random.chance(40) { return " RETURNING *" }
    let scope = Scope(
      leaves: table.columns.map { Leaf(text: $0.name, type: $0.type) }, allowsSubqueries: false)
    let items = (0...random.below(3)).map { _ in anyExpression(scope, 1) }
    return " RETURNING \(items.joined(separator: ", "))"
  }

  /// Not where a view is changed: SQLite resolves WHERE twice then, and after an error the second time without the common tables.
  private mutating func modificationWith(_ table: Relation) -> String {
    has(.ctes) && has(.subqueries) && table.kind == .table && random.chance(6) ? withClause() : ""
  }

  // MARK: UPDATE

  mutating func update() -> GeneratedStatement? {
    guard let table = target("UPDATE") else { return nil }
    touched = table.bases
    selectDepth = 0
    let with = modificationWith(table)
    let plain = table.columns.filter { !$0.isGenerated && !$0.isKey && !table.primaryKey.contains($0.name) }
    if table.kind == .table, !table.primaryKey.isEmpty, random.chance(plain.isEmpty ? 100 : 12) {
      return updateKey(table)
    }
    guard !plain.isEmpty else { return nil }
    let action =
      random.chance(12) ? "OR \(random.pick(["IGNORE", "ABORT", "FAIL", "REPLACE", "ROLLBACK"])) " : ""
    let own = table.columns.map { Leaf(text: "\(table.name).\($0.name)", type: $0.type) }
    var scope = Scope(leaves: own, allowsSubqueries: random.chance(45))
    var from = ""
    var joinFilter = ""
    if has(.updateFrom), table.kind == .table, random.chance(15) {
      (from, joinFilter) = updateSource(table, &scope)
    }
    var sets: [String] = []
    for column in random.some(plain).prefix(3) { sets.append(assignment(column, table, scope)) }
    if has(.rowValues), has(.subqueries), plain.count > 1, !table.isStrict, from.isEmpty, random.chance(10) {
      let pair = Array(plain.prefix(2))
      let query = subquery(pair.map(\.type), Scope(leaves: own))
      sets = ["(\(pair[0].name), \(pair[1].name)) = (SELECT * FROM (\(query.sql)) ORDER BY 1, 2 LIMIT 1)"]
    }
    var filters = joinFilter.isEmpty ? [] : [joinFilter]
    if random.chance(80) { filters.append(condition(scope, 2)) }
    let filter = filters.isEmpty ? "" : " WHERE \(filters.joined(separator: " AND "))"
    let columns = from.isEmpty ? returning(table) : ""
    return change(
      "\(with)UPDATE \(action)\(table.name) SET \(sets.joined(separator: ", "))\(from)\(filter)\(columns)")
  }

  private mutating func assignment(_ column: Column, _ table: Relation, _ scope: Scope) -> String {
    let isRestricted = table.isStrict || column.parent != nil
    return
      "\(column.name) = \(isRestricted ? value(for: column, in: table) : expression(column.type, scope, 2))"
  }

  /// A source with one row for each value, so that no row of the table has two partners.
  private mutating func updateSource(_ table: Relation, _ scope: inout Scope) -> (
    from: String, filter: String
  ) {
    let others = schema.tables.filter { $0.name != table.name }
    guard let other = random.any(of: others),
      let key = random.any(of: other.columns),
      let value = random.any(of: other.columns),
      let column = table.columns.first(where: { $0.type == key.type })
    else { return ("", "") }
    touched.insert(other.name)
    let body = "SELECT \(key.name) AS k, max(\(value.name)) AS m FROM \(other.name) GROUP BY \(key.name)"
    scope.leaves += [Leaf(text: "s.k", type: key.type), Leaf(text: "s.m", type: value.type)]
    return (" FROM (\(body)) AS s", "s.k = \(table.name).\(column.name)")
  }

  /// One row gets another key: with several, the order in which rows are visited would show.
  private mutating func updateKey(_ table: Relation) -> GeneratedStatement {
    let name = random.pick(table.primaryKey)
    guard let column = table.columns.first(where: { $0.name == name }) else {
      return change("DELETE FROM \(table.name) WHERE 0")
    }
    let chosen = table.primaryKey.map { key in
      "\(key) = (SELECT \(key) FROM \(table.name) ORDER BY \(table.primaryKey.joined(separator: ", ")) LIMIT 1)"
    }
    // Where a foreign key has ON UPDATE, SQLite finds the row itself in its other unique indexes and refuses to replace it.
    let isFollowed = schema.relations.contains { relation in
      relation.columns.contains { $0.followsUpdates && $0.parent?.table == table.name }
    }
    let conflicts = isFollowed ? ["IGNORE", "FAIL"] : ["IGNORE", "REPLACE", "FAIL"]
    let action = random.chance(40) ? "OR \(random.pick(conflicts)) " : ""
    return change(
      "UPDATE \(action)\(table.name) SET \(name) = \(value(for: column, in: table)) WHERE \(chosen.joined(separator: " AND "))"
    )
  }

  // MARK: DELETE

  mutating func delete() -> GeneratedStatement? {
    guard let table = target("DELETE") else { return nil }
    touched = table.bases
    selectDepth = 0
    let scope = Scope(leaves: table.columns.map { Leaf(text: "\(table.name).\($0.name)", type: $0.type) })
    if random.chance(3) { return change("DELETE FROM \(table.name)" + returning(table)) }
    let with = modificationWith(table)
    let more = random.chance(50) ? " AND \(condition(scope, 1))" : ""
    return change("\(with)DELETE FROM \(table.name) WHERE \(condition(scope, 2))\(more)" + returning(table))
  }
}
