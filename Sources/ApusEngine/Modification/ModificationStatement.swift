import ApusSQL

/// One INSERT, UPDATE or DELETE while its code is generated: what the generators of the three share.
final class ModificationStatement {
  let generator: CodeGenerator
  let binder: Binder
  let pool: TriggerPool
  /// OR x, or for a statement in a trigger that of the statement which fired it. Unspecified: each constraint's own.
  let conflict: ConflictAction
  /// The rows go because their table is dropped: no triggers of the table fire, and keys of what is gone already are no error.
  var isTableDrop = false
  /// Hooks are told of changes: not of those that DROP TABLE implies.
  var tellsHooks: Bool { !isTableDrop }
  /// RETURNING; nil without it.
  var returning: ReturningRows?
  /// PRAGMA count_changes: what its count is beside changes(), in a register.
  var countCorrection: Int32?

  init(generator: CodeGenerator, binder: Binder, pool: TriggerPool, conflict: ConflictAction) {
    self.generator = generator
    self.binder = binder
    self.pool = pool
    self.conflict = conflict
  }

  var ast: AST { binder.ast }
  var context: CompilationContext { generator.context }

  /// Runs the triggers of one timing for one row.
  /// - Parameters:
  ///   - parameters: the register of the first parameter: OLD, then NEW.
  ///   - conflict: what the statements in the triggers do at a violation, unspecified for what they say themselves.
  ///   - ignore: where RAISE(IGNORE) leads.
  func fire(
    _ triggers: [TriggerDefinition], _ timing: TriggerDefinition.Timing, on table: TableDefinition,
    parameters: Int32, conflict: ConflictAction, ignore: CodeGenerator.Label
  ) throws(DatabaseError) {
    for trigger in triggers where trigger.timing == timing {
      let number = try pool.number(of: trigger, on: table, conflict: conflict)
      generator.builder.emit(
        .program, parameters, ignore.placeholder, generator.newRegister(), p4: number,
        p5: context.recursiveTriggers ? 0 : 1)
    }
  }

  /// Has the programs of triggers made before the values of a row, where an authorizer can tell the difference.
  func prepare(
    _ triggers: [TriggerDefinition], on table: TableDefinition, conflict: ConflictAction
  ) throws(DatabaseError) {
    guard context.authorization != nil else { return }
    for trigger in triggers { _ = try pool.number(of: trigger, on: table, conflict: conflict) }
  }

  /// PRAGMA count_changes counts rows of views, and none that ON CONFLICT DO UPDATE changes.
  func correctCount(by rows: Int32) {
    if let countCorrection { generator.builder.emit(.addImmediate, countCorrection, 0, rows) }
  }

  /// After the last row: stores the counters of AUTOINCREMENT, then delivers the rows of RETURNING, unless an immediate foreign key is
  /// violated.
  func emitEnd() throws(DatabaseError) {
    if generator.triggerContext == nil {
      // The programs of triggers have counters, too.
      try pool.complete()
      try pool.emitCounterEnds()
    }
    guard let returning else { return }
    if context.enforcesForeignKeys { generator.builder.emit(.foreignKeyCheck) }
    returning.emitResults()
  }

  /// Gathers the rows of RETURNING, if there is any. `emitRow` is to be called for each changed row.
  func openReturning(
    _ list: NodeList<ApusSQL.ResultColumn>, _ table: TableDefinition, with clause: WithID?
  ) throws(DatabaseError) {
    guard !list.isEmpty else { return }
    // Its expressions are computed when the row has been changed, and may fail.
    generator.builder.needsStatementJournal = true
    // Common tables of its own: what the rest of the statement has read of them is as it was before the changes.
    let commonTables = try binder.bindWith(clause, parent: nil, outer: [])
    returning = try ReturningRows(
      list, table, commonTables: commonTables, binder: binder, generator: generator)
  }
}

extension Array where Element == TriggerDefinition {
  func contains(_ timing: TriggerDefinition.Timing) -> Bool { contains { $0.timing == timing } }
}
