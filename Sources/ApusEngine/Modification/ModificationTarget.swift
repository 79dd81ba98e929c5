import ApusSQL

/// The table or view that a statement changes.
struct ModificationTarget {
  /// For a view: a table with the view's columns, no tree and no rowid.
  let table: TableDefinition
  let view: ViewDefinition?
  /// For a virtual table: what its module makes of it.
  var virtual: ConnectedTable?
  /// The FROM item that WHERE and SET read.
  let source: BoundSource
  /// The triggers of the statement's event, in firing order. UPDATE OF is not looked at yet.
  var triggers: [TriggerDefinition]
  /// The authorizer leaves the statement out; of a DELETE, it goes row by row.
  var isLeftOut = false
  /// The table as the statement names it, for messages.
  let writtenName: String
  /// What the text of a view asks an authorizer when its rows are gathered.
  private var waiting: Range<Int>?
  /// What WHERE has asked about the rows of a view; it asks again for the rows that are gathered.
  private(set) var filterQuestions = 0..<0

  init(
    table: TableDefinition, view: ViewDefinition?, virtual: ConnectedTable? = nil, source: BoundSource,
    triggers: [TriggerDefinition], isLeftOut: Bool = false, writtenName: String
  ) {
    self.table = table
    self.view = view
    self.virtual = virtual
    self.source = source
    self.triggers = triggers
    self.isLeftOut = isLeftOut
    self.writtenName = writtenName
  }

  /// Binds WHERE. For a view an authorizer is asked for the query of the rows first, under the view's name.
  mutating func bindFilter(
    _ condition: ExprID?, in scope: Scope, _ binder: Binder
  ) throws(DatabaseError) -> [BoundExpression] {
    var filter: [BoundExpression] = []
    guard let view, let authorization = binder.context.authorization else {
      if let condition { try binder.bindWhole(condition, in: scope).conjuncts(into: &filter) }
      return filter
    }
    let source = self.source
    let waiting = self.waiting ?? 0..<0
    let start = try authorization.within(view.name) { () throws(DatabaseError) in
      if try authorization.ignores(.select), case .query(let query) = source.kind {
        query.limit = BoundExpression(.constant(.integer(0)))
      }
      let again = try authorization.settle(waiting) { () throws(DatabaseError) in
        try binder.viewSource(view, alias: nil, name: view.name, mayMismatch: true)
      }
      if case .query(let query) = source.kind, case .query(let other)? = again?.kind { query.take(other) }
      for column in source.columns.indices { _ = try authorization.hides(column, of: source) }
      let start = authorization.mark
      if let condition { try binder.bindWhole(condition, in: scope).conjuncts(into: &filter) }
      return start
    }
    filterQuestions = start..<authorization.mark
    return filter
  }

  /// - Throws: "no such table", and why the table or view cannot be modified.
  static func resolve(
    _ name: Name, schema: Name?, alias: Name?, index: ApusSQL.IndexHint,
    event: TriggerDefinition.Event, changing assignments: NodeList<Assignment>? = nil,
    hasReturning: Bool, binder: Binder
  ) throws(DatabaseError) -> ModificationTarget {
    let ast = binder.ast
    let catalogs = binder.context.catalogs
    let text = ast.string(name)
    let schemaText = schema.map { ast.string($0) }
    let searched = schemaText ?? binder.homeSchema
    let aliasText = alias.map { ast.string($0) }
    guard let relation = catalogs.findRelation(text, schema: searched) else {
      if let connected = try binder.context.eponymousTable(named: text) {
        return try target(connected, alias: aliasText, written: text, index: index, binder)
      }
      throw CatalogSet.missing(
        "table", text, schema: searched, sqlOffset: binder.parametersAllowed ? Int(name.range.start) : nil)
    }
    let isLeftOut = try ignores(event, relation, binder)
    let triggers = catalogs.triggers(on: relation).filter { $0.event == event }
    let writtenName = aliasText ?? (schemaText.map { "\($0)." } ?? "") + text
    switch relation {
    case .table(let table):
      if table.isSystem, !binder.context.writableSchema {
        throw DatabaseError(.error, "table \(table.name) may not be modified")
      }
      let source = BoundSource(
        .table(table), name: aliasText ?? table.name, schema: catalogs.name(ofDatabase: table.database),
        columns: table.sourceColumns)
      switch index {
      case .none: break
      case .notIndexed: source.indexHint = .notIndexed
      case .indexedBy(let hint):
        let wanted = ast.string(hint)
        guard catalogs.indexes(of: table).contains(where: { $0.name.equalsIgnoringCase(wanted) }) else {
          throw DatabaseError(.error, "no such index: \(wanted)")
        }
        source.indexHint = .named(wanted)
      }
      if binder.context.authorization != nil { binder.note(source, named: text, schema: schemaText) }
      return ModificationTarget(
        table: table, view: nil, source: source, triggers: triggers, isLeftOut: isLeftOut,
        writtenName: writtenName)
    case .virtual(let table):
      var target = try target(
        try binder.context.connectedTable(table), alias: aliasText, written: writtenName, index: index, binder
      )
      target.isLeftOut = isLeftOut
      return target
    case .view(let view):
      let names = assignments.map { ast[$0].flatMap { ast[$0.columns].map { ast.string($0) } } } ?? []
      // An INSERT does not read the view.
      let source: BoundSource
      var waiting: Range<Int>?
      if let authorization = binder.context.authorization {
        let bound = try authorization.postponing { () throws(DatabaseError) in
          try binder.viewSource(view, alias: aliasText, name: view.name, mayMismatch: true)
        }
        (source, waiting) = (bound.value, bound.waiting)
        binder.note(source, named: view.name, schema: schemaText)
      } else {
        source = try binder.viewSource(view, alias: aliasText, name: text, mayMismatch: true)
      }
      // With RETURNING any trigger will do, of whichever event: SQLite makes a trigger of RETURNING itself.
      guard
        Assignments.fired(triggers, by: names).contains(.insteadOf)
          || hasReturning && !catalogs.triggers(on: relation).isEmpty
      else { throw DatabaseError(.error, "cannot modify \(view.name) because it is a view") }
      if event != .insert { try binder.checkWidth(of: view, source) }
      var target = ModificationTarget(
        table: standIn(for: view, columns: source.columns), view: view, source: source, triggers: triggers,
        isLeftOut: isLeftOut, writtenName: writtenName)
      target.waiting = waiting
      return target
    }
  }

  private static func ignores(
    _ event: TriggerDefinition.Event, _ relation: CatalogSet.Relation, _ binder: Binder
  ) throws(DatabaseError) -> Bool {
    guard let authorization = binder.context.authorization else { return false }
    switch event {
    case .insert: return try authorization.ignores(.insert, relation.name, database: relation.database)
    case .delete: return try authorization.ignores(.delete, relation.name, database: relation.database)
    // Asked by column.
    case .update: return false
    }
  }

  private static func target(
    _ connected: ConnectedTable, alias: String?, written: String, index: ApusSQL.IndexHint, _ binder: Binder
  ) throws(DatabaseError) -> ModificationTarget {
    let table = connected.definition
    guard connected.writable != nil else {
      throw DatabaseError(.error, "table \(table.name) may not be modified")
    }
    if case .indexedBy(let hint) = index {
      throw DatabaseError(.error, "no such index: \(binder.ast.string(hint))")
    }
    return ModificationTarget(
      table: table, view: nil, virtual: connected, source: try binder.virtualSource(connected, alias: alias),
      triggers: [], writtenName: written)
  }

  /// What OLD and NEW of an INSTEAD OF trigger look like.
  private static func standIn(for view: ViewDefinition, columns: [SourceColumn]) -> TableDefinition {
    let definitions = columns.map { column in
      ColumnDefinition(
        name: column.name, declaredType: column.declaredType, affinity: column.affinity, isNotNull: false,
        notNullConflict: .unspecified, collation: column.collation, collationName: nil,
        defaultExpression: nil, defaultText: nil, generated: nil, generatedExpression: nil,
        isHidden: column.isHidden)
    }
    return TableDefinition(
      name: view.name, database: view.database, rootPage: 0, columns: definitions, rowIDAlias: -1,
      isWithoutRowID: true, isStrict: false, isAutoIncrement: false, primaryKeyIndex: nil,
      primaryKeyColumns: [], rowIDConflict: .unspecified, checks: [], foreignKeys: [], sql: "", ast: AST(),
      isSystem: false)
  }
}
