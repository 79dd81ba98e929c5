// Indexes, views, triggers, ALTER and DROP.

extension Generator {
  mutating func createIndex() -> GeneratedStatement? {
    let tables = schema.tables.filter { !$0.columns.isEmpty }
    guard !tables.isEmpty else { return nil }
    let table = random.pick(tables)
    touched = [table.name]
    let name = freshName("i")
    let isUnique = random.chance(8)
    let scope = columnScope(table)
    var columns: [String] = []
    var terms: [String] = []
    for column in random.some(table.columns.map(\.name), percent: 25).prefix(3) {
      var term = column
      if random.chance(12) {
        term = "(\(expression(randomType(), scope, 1)) || '')"
      } else {
        columns.append(column)
        if has(.collations), random.chance(8) { term += " COLLATE \(random.pick(["NOCASE", "RTRIM"]))" }
      }
      terms.append(term + random.pick(["", "", " DESC", " ASC"]))
    }
    let filter = random.chance(20) ? " WHERE \(partialFilter(table))" : ""
    let isKey =
      isUnique && filter.isEmpty && columns.count == terms.count && !terms.contains { $0.contains("COLLATE") }
    let schemaName = table.isTemporary ? "temp." : ""
    return definition(
      "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(schemaName)\(name) ON \(table.name)(\(terms.joined(separator: ", ")))\(filter)",
      .addIndex(
        IndexEntry(
          name: name, table: table.name, isPlain: columns.count == terms.count && filter.isEmpty,
          descending: terms[0].hasSuffix(" DESC") && terms[0].hasPrefix(columns.first ?? "(")
            ? columns.first : nil),
        unique: isKey ? columns : nil))
  }

  private mutating func partialFilter(_ table: Relation) -> String {
    let column = random.pick(table.columns)
    switch random.below(3) {
    case 0: return "\(column.name) IS NOT NULL"
    case 1: return "\(column.name) \(random.pick([">", "<", "<>"])) \(literal(column.type))"
    default: return condition(columnScope(table), 1)
    }
  }

  mutating func createView() -> GeneratedStatement? {
    guard !schema.tables.isEmpty else { return nil }
    let name = freshName("v")
    let hasTemporary = schema.relations.contains(where: \.isTemporary)
    selectDepth = 0
    makesView = true
    let body = subquery(nil, Scope())
    makesView = false
    let columns = body.columns.enumerated().map { Column(name: "v\($0.offset + 1)", type: $0.element.type) }
    let names = columns.map(\.name).joined(separator: ", ")
    let view = Relation(name: name, kind: .view, columns: columns, isTemporary: hasTemporary, bases: touched)
    enqueue(
      GeneratedStatement(
        sql: "SELECT * FROM \(name)", kind: .query, tables: touched.count, needsOutcome: true),
      .check(name))
    return definition(
      "CREATE \(hasTemporary ? "TEMP " : "")VIEW \(name)(\(names)) AS \(body.sql)", .add(view))
  }

  mutating func createTrigger() -> GeneratedStatement? {
    let tables = schema.tables.filter { !$0.isTemporary }
    guard !tables.isEmpty else { return nil }
    let views = schema.views.filter { !$0.isTemporary }
    let isOnView = !views.isEmpty && random.chance(25)
    let subject = random.pick(isOnView ? views : tables)
    touched = subject.bases
    let event = random.pick(["INSERT", "UPDATE", "DELETE"])
    var leaves: [Leaf] = []
    for column in subject.columns {
      if event != "INSERT" { leaves.append(Leaf(text: "OLD.\(column.name)", type: column.type)) }
      // Before an UPDATE SQLite computes NEW's generated columns from those columns only that the trigger names.
      if event != "DELETE", event == "INSERT" || !column.isGenerated {
        leaves.append(Leaf(text: "NEW.\(column.name)", type: column.type))
      }
    }
    let scope = Scope(leaves: leaves, allowsSubqueries: false)
    let columns =
      event == "UPDATE" && random.chance(35)
      ? " OF " + random.some(subject.columns.map(\.name)).joined(separator: ", ") : ""
    let when = random.chance(40) ? " WHEN \(condition(scope, 1))" : ""
    let time = isOnView ? "INSTEAD OF" : random.pick(["BEFORE", "AFTER", "AFTER", ""])
    var body: [String] = []
    for _ in 0...(random.chance(30) ? 1 : 0) { body.append(triggerStatement(subject, tables, scope)) }
    let name = freshName("r")
    let entry = TriggerEntry(name: name, table: subject.name, uses: touched)
    let sql =
      "CREATE TRIGGER \(name) \(time)\(time.isEmpty ? "" : " ")\(event)\(columns) ON \(subject.name)"
      + "\(random.chance(30) ? " FOR EACH ROW" : "")\(when) BEGIN \(body.joined(separator: "; ")); END"
    return definition(sql, .addTrigger(entry, insteadOf: isOnView ? event : nil))
  }

  private mutating func triggerStatement(_ subject: Relation, _ tables: [Relation], _ scope: Scope) -> String
  {
    let others = tables.filter { $0.name != subject.name && !schema.setsNull($0.name) }
    guard !others.isEmpty else { return "SELECT 1" }
    let target = random.pick(others)
    touched.insert(target.name)
    let columns = target.columns.filter { !$0.isGenerated }
    var inner = scope
    inner.leaves += columns.map { Leaf(text: $0.name, type: $0.type) }
    switch random.below(8) {
    case 0, 1, 2:
      let chosen = columns.filter { $0.isNotNull || $0.isKey || random.chance(60) }
      let used = chosen.isEmpty ? [columns[0]] : chosen
      let values = used.map { column in
        column.isKey || target.isStrict || random.chance(40)
          ? value(for: column, in: target) : expression(column.type, scope, 1)
      }
      return "INSERT OR \(random.pick(["IGNORE", "REPLACE", "IGNORE"])) INTO \(target.name)"
        + "(\(used.map(\.name).joined(separator: ", "))) VALUES (\(values.joined(separator: ", ")))"
    case 3, 4:
      let plain = columns.filter { !$0.isKey && $0.parent == nil }
      guard let column = random.any(of: plain) else { return "SELECT 1" }
      // A value that does not fit into a STRICT table ends a trigger, but SQLite does not undo what it and its statement have done.
      let value =
        target.isStrict ? value(for: column, in: target) : expression(column.type, inner, 1)
      return
        "UPDATE \(random.pick(["", "OR IGNORE "]))\(target.name) SET \(column.name) = \(value) "
        + "WHERE \(condition(inner, 1))"
    case 5: return "DELETE FROM \(target.name) WHERE \(condition(inner, 1)) AND \(condition(inner, 1))"
    case 6:
      let action = random.pick(["IGNORE", "ABORT, 'stopped'", "FAIL, 'failed'"])
      return "SELECT RAISE(\(action)) WHERE \(condition(scope, 1)) AND \(condition(scope, 1))"
    default: return "SELECT count(*) FROM \(target.name)"
    }
  }

  /// CREATE, ALTER or DROP in the middle of the work.
  mutating func randomDefinition() -> GeneratedStatement? {
    switch random.below(20) {
    case 0...2: return schema.tables.count < 7 ? createTable() : drop()
    case 3...7: return has(.indexes) ? createIndex() : nil
    case 8, 9: return has(.views) ? createView() : nil
    case 10, 11: return has(.triggers) && schema.triggers.count < 3 ? createTrigger() : dropTrigger()
    case 12...15: return has(.alter) ? alter() : nil
    case 16: return createTableAs()
    default: return drop()
    }
  }

  private mutating func createTableAs() -> GeneratedStatement? {
    let name = freshName("t")
    selectDepth = 0
    let body = subquery(nil, Scope())
    let table = Relation(name: name, kind: .table, columns: body.columns, bases: [name])
    let order = (1...body.columns.count).map(String.init).joined(separator: ", ")
    touched.insert(name)
    return definition(
      "CREATE TABLE \(name) AS SELECT * FROM (\(body.sql)) ORDER BY \(order) LIMIT 30", .add(table))
  }

  private mutating func dropTrigger() -> GeneratedStatement? {
    guard let trigger = random.any(of: schema.triggers) else { return nil }
    touched = [trigger.table]
    return definition("DROP TRIGGER \(trigger.name)", .removeTrigger(trigger.name))
  }

  private mutating func drop() -> GeneratedStatement? {
    switch random.below(4) {
    case 0:
      guard let index = random.any(of: schema.indexes) else { return nil }
      touched = [index.table]
      return definition("DROP INDEX \(index.name)", .removeIndex(index.name))
    case 1:
      guard let view = random.any(of: schema.views.filter({ !isUsed($0.name) })) else { return nil }
      touched = view.bases
      return definition("DROP VIEW \(view.name)", .remove(view.name))
    case 2: return dropTrigger()
    default:
      let unused = schema.tables.filter { !isUsed($0.name) }
      guard schema.tables.count > 3, let table = random.any(of: unused) else { return nil }
      touched = [table.name]
      return definition("DROP TABLE \(random.pick(["", "IF EXISTS "]))\(table.name)", .remove(table.name))
    }
  }

  /// Whether views, triggers of others or foreign keys name a table.
  private func isUsed(_ name: String) -> Bool {
    schema.relations.contains { relation in
      relation.name != name
        && (relation.bases.contains(name) || relation.columns.contains { $0.parent?.table == name })
    } || schema.triggers.contains { $0.table != name && $0.uses.contains(name) }
  }

  /// Whether changing a table's columns may fail for what names them, inside a transaction: SQLite then goes on with the changed
  /// schema, though the statement is undone.
  private func leavesSchemaBehind(_ name: String) -> Bool {
    !marks.isEmpty && (isUsed(name) || schema.triggers.contains { $0.table == name })
  }

  private mutating func alter() -> GeneratedStatement? {
    guard let table = random.any(of: schema.tables) else { return nil }
    touched = [table.name]
    switch random.below(5) {
    case 0:
      let name = freshName("t")
      return definition("ALTER TABLE \(table.name) RENAME TO \(name)", .rename(table.name, to: name))
    case 1:
      guard let column = random.any(of: table.columns), !leavesSchemaBehind(table.name) else { return nil }
      let name = freshName("n")
      let word = random.pick(["", "COLUMN "])
      return definition(
        "ALTER TABLE \(table.name) RENAME \(word)\(column.name) TO \(name)",
        .renameColumn(table: table.name, from: column.name, to: name))
    case 2, 3:
      let type = randomType()
      let name = freshName("n")
      var column = Column(name: name, type: type)
      let declared = table.isStrict ? "ANY" : random.pick(["INTEGER", "REAL", "TEXT", "NUMERIC", "BLOB"])
      var text = "\(name) \(declared)"
      if random.chance(40) {
        column.hasDefault = true
        var value = addedDefault(type)
        // An integer that no REAL is: SQLite does not find it in its filters as the REAL that it becomes.
        if declared == "REAL", value.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) > 15 { value = "7" }
        text += " DEFAULT \(value)"
        if random.chance(40), value != "NULL" { text += " NOT NULL" }
      }
      if has(.collations), random.chance(15) { text += " COLLATE NOCASE" }
      return definition("ALTER TABLE \(table.name) ADD COLUMN \(text)", .addColumn(table: table.name, column))
    default:
      let plain = table.columns.filter {
        !$0.isKey && !table.primaryKey.contains($0.name) && $0.parent == nil
      }
      guard table.columns.count > 2, let column = random.any(of: plain), !leavesSchemaBehind(table.name)
      else { return nil }
      return definition(
        "ALTER TABLE \(table.name) DROP COLUMN \(column.name)", .removeColumn(table: table.name, column.name))
    }
  }
}
