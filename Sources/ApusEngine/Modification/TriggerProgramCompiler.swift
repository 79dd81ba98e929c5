import ApusSQL

/// Turns a trigger into the program that runs once per row: WHEN, then the statements of the body.
///
/// Parameters of the program are the parent's registers: OLD as `RowRegisters` (UPDATE and DELETE), then NEW (INSERT and
/// UPDATE). Transactions are begun by the statement's own program alone.
enum TriggerProgramCompiler {
  static func compile(
    _ trigger: TriggerDefinition, on table: TableDefinition, conflict: ConflictAction, pool: TriggerPool,
    root: CodeGenerator
  ) throws(DatabaseError) -> Program {
    guard let authorization = root.context.authorization else {
      return try compileText(of: trigger, on: table, conflict: conflict, pool: pool, root: root)
    }
    // What a foreign key does has no name.
    let name = trigger.isForeignKeyAction ? nil : trigger.name
    return try authorization.within(name) { () throws(DatabaseError) in
      try compileText(of: trigger, on: table, conflict: conflict, pool: pool, root: root)
    }
  }

  private static func compileText(
    of trigger: TriggerDefinition, on table: TableDefinition, conflict: ConflictAction, pool: TriggerPool,
    root: CodeGenerator
  ) throws(DatabaseError) -> Program {
    let context = root.context
    let generator = CodeGenerator(context: context)
    generator.borrowsColumns = false
    let rows = rowSources(trigger, table)
    generator.triggerContext = TriggerContext(trigger, rows: rows, conflict: conflict)
    generator.builder.triggerIdentity = TriggerContext.identity(of: trigger)
    var binder = Binder(ast: trigger.ast, context: context)
    binder.isTrigger = true
    binder.parametersAllowed = false
    // Names in a temp trigger may mean any database; elsewhere they mean the trigger's own.
    if trigger.database != 1 { binder.homeSchema = context.catalogs.name(ofDatabase: trigger.database) }
    binder.rowSources = rows

    let end = generator.builder.newLabel()
    if let condition = trigger.statement.condition {
      let scope = Scope(parent: nil, select: nil)
      let bound = try binder.bindWhole(condition, in: scope)
      try generator.jumpIfFalse(bound, to: end, whenNull: true)
    }
    for statement in trigger.ast[trigger.statement.body] {
      try generate(statement, binder: binder, generator: generator, pool: pool, conflict: conflict)
    }
    generator.builder.place(end)
    root.readDatabases.formUnion(generator.readDatabases)
    root.writtenDatabases.formUnion(generator.writtenDatabases)
    generator.readDatabases = []
    generator.writtenDatabases = []
    return try generator.finish()
  }

  private static func rowSources(_ trigger: TriggerDefinition, _ table: TableDefinition) -> [BoundSource] {
    var sources: [BoundSource] = []
    var base: Int32 = 0
    func add(_ name: String) {
      let source = BoundSource(
        .triggerRow(table, base: base), name: name, schema: nil, columns: table.sourceColumns)
      source.access = .parameters(base: base)
      sources.append(source)
      base += Int32(truncatingIfNeeded: table.columns.count + 1)
    }
    if trigger.event != .insert { add("old") }
    if trigger.event != .delete { add("new") }
    return sources
  }

  private static func generate(
    _ statement: Statement, binder: Binder, generator: CodeGenerator, pool: TriggerPool,
    conflict: ConflictAction
  ) throws(DatabaseError) {
    func modification(_ own: ApusSQL.ConflictAction) -> ModificationStatement {
      ModificationStatement(
        generator: generator, binder: binder, pool: pool,
        conflict: conflict == .unspecified ? ConflictAction(own) : conflict)
    }
    switch statement {
    case .select(let id):
      guard let query = try binder.bindStatementQuery(id) else { return }
      // Rows are computed, for what their expressions do (RAISE), and dropped.
      try generator.generate(query) { _, _ throws(DatabaseError) in }
      return
    case .insert(let node):
      try refuseReturning(node.returning)
      try InsertGenerator(modification(node.conflict), node).generate()
    case .update(let node):
      try refuseReturning(node.returning)
      try UpdateGenerator(modification(node.conflict), node).generate()
    case .delete(let node):
      try refuseReturning(node.returning)
      try DeleteGenerator(modification(.unspecified), node).generate()
    default: throw DatabaseError(.error, "statement is not allowed in a trigger")
    }
    // changes() inside the trigger tells of the statement before.
    generator.builder.emit(.resetCount, 1)
  }

  private static func refuseReturning(_ list: NodeList<ApusSQL.ResultColumn>) throws(DatabaseError) {
    if !list.isEmpty { throw DatabaseError(.error, "cannot use RETURNING in a trigger") }
  }
}

extension ConflictAction {
  /// What happens at a violation of a constraint with this clause in a statement that says `statement`.
  func overridden(by statement: ConflictAction) -> ConflictAction {
    if statement != .unspecified { return statement }
    return self == .unspecified ? .abort : self
  }
}
