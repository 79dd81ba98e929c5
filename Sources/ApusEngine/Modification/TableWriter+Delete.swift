// Removing a row: its triggers, its index entries, the row itself.

extension TableWriter {
  /// How a row is removed.
  struct Deletion {
    /// The data cursor stands on the row.
    var isPositioned = false
    var countsChange = false
    /// The loop goes on from the data cursor's place.
    var keepsPosition = false
    var triggers: [TriggerDefinition] = []
    /// What the triggers' statements do at a violation.
    var conflict = ConflictAction.unspecified
    /// The row goes to RETURNING.
    var isReturned = false
  }

  /// Removes the row with that key. Nothing happens when it is gone already or a trigger says RAISE(IGNORE).
  func emitDelete(_ key: RowKey, _ deletion: Deletion) throws(DatabaseError) {
    let done = generator.builder.newLabel()
    try statement.prepare(deletion.triggers, on: table, conflict: deletion.conflict)
    if !deletion.isPositioned { emitSeek(key, orJump: done) }
    var old: RowRegisters?
    if !deletion.triggers.isEmpty || foreignKeys != nil || announcesChanges
      || (deletion.isReturned && statement.returning != nil)
    {
      let row = newRow()
      try emitRow(of: storedRow, into: row)
      old = row
      if deletion.triggers.contains(.before) {
        try fire(deletion, .before, row, ignore: done)
        // The trigger may have removed or moved the row.
        emitSeek(key, orJump: done)
      }
      try foreignKeys?.emitCount(old: row)
    }
    if let old { try emitAnnouncement(.delete, old: old) }
    for index in indexes where !index.isTree { try emitEntryDelete(index) }
    var flags: UInt8 = 0
    if deletion.countsChange { flags |= InstructionFlag.countChange }
    if deletion.keepsPosition { flags |= InstructionFlag.savePosition }
    generator.builder.emit(.delete, dataCursor, p5: flags)
    if deletion.countsChange, case .rowID(let rowID) = key { try emitNotice(.delete, rowID: rowID) }
    if let old {
      try foreignKeys?.emitActions(parameters: old.rowID, changed: nil)
      if deletion.isReturned { try statement.returning?.emitRow(old, stored: .ofVirtualColumns) }
      try fire(deletion, .after, old, ignore: done)
    }
    generator.builder.place(done)
  }

  private func fire(
    _ deletion: Deletion, _ timing: TriggerDefinition.Timing, _ old: RowRegisters,
    ignore: CodeGenerator.Label
  ) throws(DatabaseError) {
    try statement.fire(
      deletion.triggers, timing, on: table, parameters: old.rowID, conflict: deletion.conflict,
      ignore: ignore)
  }

  /// Deletes the entry of the row under the data cursor from an index.
  func emitEntryDelete(_ index: OpenIndex) throws(DatabaseError) {
    let skip = generator.builder.newLabel()
    let terms = try IndexTerms(index.definition, over: storedRow, context: statement.context)
    if let condition = terms.condition {
      try generator.jumpIfFalse(condition, to: skip, whenNull: true)
    }
    let first = generator.newRegisters(terms.fields.count)
    for (position, field) in terms.fields.enumerated() {
      try generator.emit(field, into: first + Int32(position))
    }
    generator.builder.emit(
      .indexDelete, index.cursor, first, Int32(terms.fields.count), p5: InstructionFlag.mustExist)
    generator.builder.place(skip)
  }
}
