import ApusSQL

/// Resolves the names in a trigger: WHEN and the expressions of its statements, each under the rules of its place.
/// Column lists of INSERT, SET and UPDATE OF are no names to resolve: what they say is looked at when the trigger runs.
struct TriggerNames {
  private let trigger: CreateTriggerStatement
  private let text: SchemaText
  private var binder: Binder

  private var ast: AST { text.ast }

  init(_ trigger: CreateTriggerStatement, text: SchemaText, binder: Binder) {
    self.trigger = trigger
    self.text = text
    self.binder = binder
    self.binder.isTrigger = true
  }

  /// The table or view that a trigger watches.
  static func target(
    of trigger: CreateTriggerStatement, in text: SchemaText, _ catalogs: CatalogSet
  ) throws(DatabaseError) -> CatalogSet.Relation {
    let own = text.database == 1 ? nil : catalogs.name(ofDatabase: text.database)
    let schema = trigger.tableSchema.map { text.ast.string($0) } ?? own
    return try catalogs.requireRelation(text.ast.string(trigger.table), schema: schema)
  }

  consuming func bind() throws(DatabaseError) {
    binder.rowSources = try rowSources()
    if let condition = trigger.condition {
      _ = try binder.bind(condition, in: Scope(parent: nil, select: nil))
    }
    for step in ast[trigger.body] {
      switch step {
      case .select(let select): _ = try binder.bindQuery(select, parent: nil)
      case .insert(let insert): try bind(insert)
      case .update(let update): try bind(update)
      case .delete(let delete):
        let scope = try scope(of: delete.table)
        if let filter = delete.filter { _ = try binder.bind(filter, in: scope) }
      default: break
      }
    }
  }

  /// OLD and NEW, as far as the event has them.
  private func rowSources() throws(DatabaseError) -> [BoundSource] {
    let relation = try Self.target(of: trigger, in: text, binder.context.catalogs)
    var names: [String] = []
    if trigger.event != .insert { names.append("old") }
    if trigger.event != .delete { names.append("new") }
    var sources: [BoundSource] = []
    for name in names {
      switch relation {
      case .table(let table):
        sources.append(
          BoundSource(.triggerRow(table, base: 0), name: name, schema: nil, columns: table.sourceColumns))
      case .view, .virtual:
        let schema = binder.context.catalogs.name(ofDatabase: relation.database)
        sources.append(try binder.bindRelation(relation.name, schema: schema, alias: name, name: nil))
      }
    }
    return sources
  }

  /// Where a statement's expressions are resolved: its table.
  private func scope(of name: Name) throws(DatabaseError) -> Scope {
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [try binder.bindRelation(ast.string(name), schema: nil, alias: nil, name: name)]
    return scope
  }

  private func bind(_ insert: InsertStatement) throws(DatabaseError) {
    if case .select(let select) = insert.source { _ = try binder.bindQuery(select, parent: nil) }
    let scope = try scope(of: insert.table)
    // Of several ON CONFLICT clauses SQLite resolves the first alone.
    guard let upsert = ast[insert.upserts].first, let source = scope.sources.first else { return }
    let outer = Scope(parent: nil, select: nil)
    if let table = source.table {
      outer.sources = [
        BoundSource(
          .registers(table, base: 0), name: "excluded", schema: nil, columns: table.sourceColumns)
      ]
    }
    let inner = Scope(parent: outer, select: nil)
    inner.sources = scope.sources
    for term in ast[upsert.target] { _ = try binder.bind(term.expression, in: inner) }
    try bind(upsert.assignments, in: inner)
    if let filter = upsert.filter { _ = try binder.bind(filter, in: inner) }
    if let filter = upsert.targetFilter { _ = try binder.bind(filter, in: inner) }
  }

  private func bind(_ update: UpdateStatement) throws(DatabaseError) {
    let scope = try scope(of: update.table)
    if !update.from.isEmpty {
      try binder.bindFrom(update.from, BoundSelect(), scope)
    }
    try bind(update.assignments, in: scope)
    // As in SQLite, names in ON conditions must mean something but are not renamed.
    var silent = binder
    silent.names = nil
    try silent.bindJoinConditions(scope)
    if let filter = update.filter { _ = try binder.bind(filter, in: scope) }
  }

  private func bind(_ list: NodeList<Assignment>, in scope: Scope) throws(DatabaseError) {
    for assignment in ast[list] { _ = try binder.bind(assignment.value, in: scope) }
  }
}
