/// The trigger whose program a `CodeGenerator` makes. Its presence allows RAISE.
final class TriggerContext {
  let trigger: TriggerDefinition
  /// The conflict action of the statement that fires the trigger: it goes before what the statements of the
  /// trigger's body say themselves.
  let conflict: ConflictAction
  /// OLD and NEW, as far as the event has them.
  let rows: [BoundSource]

  init(_ trigger: TriggerDefinition, rows: [BoundSource], conflict: ConflictAction) {
    self.trigger = trigger
    self.rows = rows
    self.conflict = conflict
  }

  /// What recursion is recognised by: one text per trigger, whatever conflict action its program was made for.
  static func identity(of trigger: TriggerDefinition) -> String {
    "\(trigger.database).\(trigger.name.lowercasedASCII)"
  }
}
