// Makes one database and statements on it, from a seed.
//
// Invariant: what comes next depends on the seed, the features and the outcomes that were reported, and on nothing else.
// The schema is that of the oracle: a definition counts when it has succeeded there.

/// An endless but planned stream of statements for one episode.
struct Generator: Sendable {
  var random: SplitMix64
  let features: Set<Feature>
  var schema = Schema()
  /// Common table expressions that the statement being made can see.
  var locals: [Relation] = []
  /// Tables that the statement being made touches.
  var touched: Set<String> = []
  var nameCount = 0
  var aliasCount = 0
  var keyCount: Int64 = 0
  /// How deeply subqueries may nest.
  var selectDepth = 0
  var isUTF16 = false
  var makesView = false

  private var plan: [Step]
  /// What follows at once, with what it changes.
  private var queue: [(statement: GeneratedStatement, change: SchemaChange?)] = []
  /// What the statement that waits for its outcome changes.
  private var change: SchemaChange?
  /// Open transactions: the schema before BEGIN (without a name) and before each SAVEPOINT.
  var marks: [(name: String?, schema: Schema)] = []

  private enum Step { case setting, table, index, fill, view, trigger, mixed, finish }

  /// - Parameter length: statements after tables and their rows have been made.
  init(seed: UInt64, features: Set<Feature>, length: Int) {
    random = SplitMix64(seed: seed)
    self.features = features
    var plan: [Step] = [.setting]
    let tables = 2 + random.below(4)
    plan += Array(repeating: .table, count: tables)
    plan += Array(repeating: .index, count: random.below(2 + tables))
    plan += Array(repeating: .fill, count: tables * 3)
    plan += Array(repeating: .view, count: random.below(3))
    plan += Array(repeating: .trigger, count: random.chance(40) ? 1 + random.below(2) : 0)
    plan += Array(repeating: .index, count: random.below(3))
    plan += Array(repeating: .mixed, count: length)
    plan.append(.finish)
    self.plan = plan.reversed()
  }

  func has(_ feature: Feature) -> Bool { features.contains(feature) }

  /// The next statement; nil at the end of the plan.
  mutating func next() -> GeneratedStatement? {
    while true {
      if !queue.isEmpty {
        let next = queue.removeFirst()
        if next.statement.needsOutcome { change = next.change }
        return next.statement
      }
      guard let step = plan.popLast() else { return nil }
      touched = []
      locals = []
      aliasCount = 0
      let statement: GeneratedStatement?
      switch step {
      case .setting: statement = settings()
      case .table: statement = createTable()
      case .index: statement = has(.indexes) ? createIndex() : nil
      case .fill: statement = fill()
      case .view: statement = has(.views) ? createView() : nil
      case .trigger: statement = has(.triggers) ? createTrigger() : nil
      case .mixed: statement = mixed()
      case .finish: statement = marks.isEmpty ? nil : definition("COMMIT", .commit, kind: .transaction)
      }
      if let statement { return statement }
    }
  }

  /// Tells whether the statement that needed an outcome succeeded in the oracle.
  mutating func report(success: Bool) {
    let pending = change
    change = nil
    switch pending {
    case nil:
      // A statement with OR ROLLBACK: when it fails it may have ended the transaction.
      if !success { rollBack() }
    case .check(let view)?:
      // A view is made without a look at its query.
      if !success { schema.remove(view) }
    case .commit? where !success: rollBack()
    case .rollback?: apply(.rollback)
    case let change?: if success { apply(change) }
    }
  }

  private mutating func rollBack() {
    if marks.isEmpty { return }
    enqueue(
      GeneratedStatement(sql: "ROLLBACK", kind: .transaction, tables: 0, needsOutcome: true), .rollback)
  }

  /// A statement whose success changes the schema. There is at most one without an outcome.
  mutating func definition(
    _ sql: String, _ change: SchemaChange?, kind: GeneratedStatement.Kind = .definition
  ) -> GeneratedStatement {
    self.change = change
    return GeneratedStatement(sql: sql, kind: kind, tables: touched.count, needsOutcome: true)
  }

  private mutating func settings() -> GeneratedStatement? {
    var settings: [String] = []
    if has(.pragmas) {
      if has(.utf16), random.chance(12) {
        isUTF16 = true
        settings.append("PRAGMA encoding = 'UTF-16le'")
      }
      if random.chance(20) { settings.append("PRAGMA page_size = \(random.pick([512, 1024, 8192]))") }
      if random.chance(15) { settings.append("PRAGMA auto_vacuum = \(random.pick(["FULL", "INCREMENTAL"]))") }
      if has(.triggers), random.chance(10) { settings.append("PRAGMA recursive_triggers = ON") }
      if random.chance(8) { settings.append("PRAGMA case_sensitive_like = ON") }
    }
    if has(.foreignKeys), random.chance(60) { settings.append("PRAGMA foreign_keys = ON") }
    for sql in settings { enqueue(GeneratedStatement(sql: sql, kind: .setting, tables: 0)) }
    return nil
  }

  private enum Mixture { case query, insert, update, delete, transaction, definition, mistake, maintenance }

  private mutating func mixed() -> GeneratedStatement? {
    if schema.tables.count < 2 { return createTable() }
    let choice = random.weighted([
      (60, Mixture.query), (13, .insert), (11, .update), (7, .delete), (5, .transaction), (5, .definition),
      (3, .mistake), (1, .maintenance),
    ])
    switch choice {
    case .query:
      let sql = topLevelQuery()
      let prefix = random.chance(2) ? random.pick(["EXPLAIN ", "EXPLAIN QUERY PLAN "]) : ""
      return GeneratedStatement(sql: prefix + sql, kind: .query, tables: touched.count)
    case .insert: return insert()
    case .update: return update()
    case .delete: return delete()
    case .transaction: return transaction()
    case .definition: return randomDefinition()
    case .mistake: return has(.errors) ? mistake() : nil
    case .maintenance: return maintenance()
    }
  }

  private mutating func maintenance() -> GeneratedStatement? {
    var choices = ["REINDEX", "PRAGMA integrity_check"]
    if has(.foreignKeys) { choices.append("PRAGMA foreign_key_check") }
    if has(.analyze) { choices.append("ANALYZE") }
    if has(.vacuum), marks.isEmpty, vacuumKeepsRowids { choices.append("VACUUM") }
    return GeneratedStatement(sql: random.pick(choices), kind: .query, tables: schema.tables.count)
  }

  /// SQLite's VACUUM may number rows anew where there is neither an INTEGER PRIMARY KEY nor an index.
  private var vacuumKeepsRowids: Bool {
    schema.tables.allSatisfy { table in
      table.isWithoutRowid || table.rowidAlias != nil || !table.uniqueKeys.isEmpty
        || schema.indexes.contains { $0.table == table.name }
    }
  }

  private mutating func transaction() -> GeneratedStatement? {
    guard has(.transactions) else { return nil }
    if marks.isEmpty {
      if has(.savepoints), random.chance(20) { return savepoint() }
      let kind = random.pick(["", " DEFERRED", " IMMEDIATE", " EXCLUSIVE"])
      return definition("BEGIN\(kind)", .begin, kind: .transaction)
    }
    let names = marks.compactMap(\.name)
    if has(.savepoints), random.chance(30) { return savepoint() }
    if let name = names.last, random.chance(60) {
      let target = random.chance(80) ? name : random.pick(names)
      return random.chance(50)
        ? definition("RELEASE \(target)", .release(target), kind: .transaction)
        : definition("ROLLBACK TO \(target)", .rollbackTo(target), kind: .transaction)
    }
    return random.chance(65)
      ? definition("COMMIT", .commit, kind: .transaction)
      : definition("ROLLBACK", .rollback, kind: .transaction)
  }

  private mutating func savepoint() -> GeneratedStatement {
    let name = random.pick(["s1", "s2", "s3"])
    return definition("SAVEPOINT \(name)", .savepoint(name), kind: .transaction)
  }

  private mutating func apply(_ change: SchemaChange) {
    switch change {
    case .begin: marks.append((nil, schema))
    case .savepoint(let name): marks.append((name, schema))
    case .commit: marks = []
    case .rollback:
      if let first = marks.first { schema = first.schema }
      marks = []
    case .release(let name):
      if let index = marks.lastIndex(where: { $0.name == name }) { marks.removeSubrange(index...) }
    case .rollbackTo(let name):
      if let index = marks.lastIndex(where: { $0.name == name }) {
        schema = marks[index].schema
        marks.removeSubrange((index + 1)...)
      }
    default: schema.apply(change)
    }
  }

  // MARK: Names

  mutating func freshName(_ prefix: String) -> String {
    nameCount += 1
    return "\(prefix)\(nameCount)"
  }

  mutating func freshAlias() -> String {
    aliasCount += 1
    return "a\(aliasCount)"
  }

  /// Adds a statement that follows at once.
  mutating func enqueue(_ statement: GeneratedStatement, _ change: SchemaChange? = nil) {
    queue.append((statement, change))
  }
}

extension Schema {
  /// What a definition changes.
  mutating func apply(_ change: SchemaChange) {
    switch change {
    case .add(let relation): relations.append(relation)
    case .remove(let name):
      remove(name)
      relations.removeAll { $0.kind == .view && $0.bases.contains(name) }
    case .addIndex(let entry, let unique):
      indexes.append(entry)
      if let unique { update(entry.table) { $0.uniqueKeys.append(unique) } }
    case .removeIndex(let name): indexes.removeAll { $0.name == name }
    case .addTrigger(let entry, let event):
      triggers.append(entry)
      if let event { update(entry.table) { _ = $0.insteadOf.insert(event) } }
    case .removeTrigger(let name): triggers.removeAll { $0.name == name }
    case .rename(let name, let new): rename(name, to: new)
    case .renameColumn(let table, let old, let new): renameColumn(table, old, new)
    case .addColumn(let table, let column): update(table) { $0.columns.append(column) }
    case .removeColumn(let table, let column): update(table) { $0.columns.removeAll { $0.name == column } }
    case .begin, .commit, .rollback, .savepoint, .release, .rollbackTo, .check: break
    }
  }

  private mutating func renameColumn(_ table: String, _ old: String, _ new: String) {
    update(table) { relation in
      for index in relation.columns.indices where relation.columns[index].name == old {
        relation.columns[index].name = new
      }
      relation.primaryKey = relation.primaryKey.map { $0 == old ? new : $0 }
      if relation.descending.remove(old) != nil { relation.descending.insert(new) }
      relation.uniqueKeys = relation.uniqueKeys.map { $0.map { $0 == old ? new : $0 } }
      if relation.rowidAlias == old { relation.rowidAlias = new }
    }
    for index in indexes.indices where indexes[index].table == table && indexes[index].descending == old {
      indexes[index].descending = new
    }
    for index in relations.indices {
      for column in relations[index].columns.indices {
        guard let parent = relations[index].columns[column].parent, parent == (table, old) else { continue }
        relations[index].columns[column].parent = (table, new)
      }
    }
  }
}
