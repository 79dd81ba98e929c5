import ApusSQL

// Uniqueness of rowid and indexes, and what each conflict action does about a violation. The records of the index
// entries are made on the way, so that the write that follows only inserts them.

/// The records of a row that has passed its checks.
struct PreparedRow {
  struct Entry {
    var index: TableWriter.OpenIndex
    /// NULL at run time when a partial index leaves the row out.
    var record: Int32
    /// The fields of the entry, one register each.
    var first: Int32
    var isPartial: Bool
    /// The cursor was positioned by a failed search for the key.
    var wasSought: Bool
  }

  var row: RowRegisters
  var entries: [Entry] = []
}

/// One constraint on a row's keys.
enum KeyConstraint {
  case rowID
  /// Position in the writer's list of indexes.
  case index(Int)
}

extension TableWriter {
  /// Checks the keys of a row and makes its index records. Only indexes that the row's change affects are looked at.
  func emitKeyChecks(_ check: inout NewRow) throws(DatabaseError) -> PreparedRow {
    var prepared = PreparedRow(row: check.row)
    let changesRow = check.changed != nil
    var order: [KeyConstraint] = indexes.indices.map { .index($0) }
    if !table.isWithoutRowID, check.rowIDMayExist {
      // A rowid that replaces by its own clause is checked last: another constraint may still refuse the row.
      let delayed =
        table.rowIDConflict == .replace && check.conflict == .unspecified && check.upsert == nil
        && !indexes.isEmpty
      order.insert(.rowID, at: delayed ? order.count : 0)
    }
    if let upsert = check.upsert { order = upsert.ordered(order, self) }
    for constraint in order {
      switch constraint {
      case .rowID: try emitRowIDCheck(check)
      case .index(let position):
        let index = indexes[position]
        if changesRow, let changed = check.changed, !index.isTree, !check.rewritesIndexes,
          try !index.definition.isChanged(by: changed, of: table, context: statement.context),
          !changesKey(check)
        {
          continue
        }
        try convert(&check)
        try emitIndexCheck(&check, index, position, &prepared)
      }
    }
    try convert(&check)
    try emitRecheck(check, prepared)
    return prepared
  }

  /// UPDATE: what finds the row is assigned.
  func changesKey(_ check: NewRow) -> Bool {
    guard let changed = check.changed else { return false }
    if table.isWithoutRowID { return primaryKey.contains { changed.contains($0.tableColumn) } }
    return changed.contains(-1) || changed.contains(table.rowIDAlias)
  }

  // MARK: Rowid

  private func emitRowIDCheck(_ check: NewRow) throws(DatabaseError) {
    let free = generator.builder.newLabel()
    if case .rowID(let old) = check.oldKey { emitEqual(check.row.rowID, old, to: free) }
    emitSeek(.rowID(check.row.rowID), orJump: free)
    if let clause = check.upsert?.clause(for: .rowID) {
      try clause.emit(check, self, foundBy: nil)
    } else {
      switch table.rowIDConflict.overridden(by: check.conflict) {
      case .ignore: generator.builder.emit(.goto, 0, check.ignore.placeholder)
      case .replace:
        if replaceTriggers.isEmpty, foreignKeys == nil {
          // The row itself is overwritten.
          try emitReplacedAnnouncement()
          for index in indexes where !index.isTree { try emitEntryDelete(index) }
        } else {
          try emitDelete(.rowID(check.row.rowID), replacement(isPositioned: true))
        }
      case let action: try emitRowIDViolation(check, action)
      }
    }
    generator.builder.place(free)
  }

  private func emitRowIDViolation(
    _ check: NewRow, _ action: ConflictAction
  ) throws(DatabaseError) {
    let hasAlias = table.rowIDAlias >= 0
    let violation = ConstraintViolation(
      kind: hasAlias ? .primaryKey : .rowID, table: table.name,
      columns: [hasAlias ? table.columns[table.rowIDAlias].name : "rowid"])
    let code: ResultCode = hasAlias ? .constraintPrimaryKey : .constraintRowID
    generator.builder.emit(
      .halt, code.rawValue, Int32(action.rawValue), -1,
      p4: try generator.builder.violation(violation, key: [check.row.rowID]))
  }

  private func replacement(isPositioned: Bool) -> Deletion {
    Deletion(isPositioned: isPositioned, triggers: replaceTriggers, conflict: .replace)
  }

  /// Jumps when two integers are equal.
  private func emitEqual(_ left: Int32, _ right: Int32, to label: CodeGenerator.Label) {
    generator.builder.emit(
      .eq, left, label.placeholder, right, p4: Collation.binary.id, p5: Affinity.none.rawValue)
  }

  // MARK: Indexes

  private func emitIndexCheck(
    _ check: inout NewRow, _ index: OpenIndex, _ position: Int, _ prepared: inout PreparedRow
  ) throws(DatabaseError) {
    let definition = index.definition
    let terms = try keyTerms(definition, &check)
    let record = generator.newRegister()
    let first = generator.newRegisters(terms.fields.count)
    let free = generator.builder.newLabel()
    if let condition = terms.condition {
      generator.builder.emit(.null, 0, record, record)
      try generator.jumpIfFalse(condition, to: free, whenNull: true)
    }
    for (field, expression) in terms.fields.enumerated() {
      try generator.emit(expression, into: first + Int32(field))
    }
    generator.builder.emit(
      .makeRecord, first, Int32(terms.fields.count), record, p4: try recordLetters(of: definition))
    var entry = PreparedRow.Entry(
      index: index, record: record, first: first, isPartial: terms.condition != nil, wasSought: false)
    defer { prepared.entries.append(entry) }
    // The key of an UPDATE that does not touch the primary key is its own.
    let keepsKey = index.isTree && check.oldKey != nil && !changesKey(check)
    guard definition.isUnique || index.isTree, !keepsKey else {
      generator.builder.place(free)
      return
    }
    entry.wasSought = true
    generator.builder.emit(
      .noConflict, index.cursor, free.placeholder, first,
      p4: UInt16(truncatingIfNeeded: definition.columns.count))
    let clause = check.upsert?.clause(for: .index(position))
    let action = definition.conflict.overridden(by: check.conflict)
    var found: RowKey?
    if check.oldKey != nil || clause != nil || action == .replace {
      found = index.isTree ? .primaryKey(first: first) : try emitKey(under: index)
    }
    if let old = check.oldKey, let found { emitSameRow(old, found, to: free) }
    if let clause {
      try clause.emit(check, self, foundBy: index.isTree ? nil : found)
    } else {
      switch action {
      case .ignore: generator.builder.emit(.goto, 0, check.ignore.placeholder)
      case .replace:
        if let found { try emitDelete(found, replacement(isPositioned: index.isTree)) }
      default: try emitViolation(of: definition, key: first, action)
      }
    }
    generator.builder.place(free)
  }

  /// Reads what finds the table's row out of the entry under an index cursor.
  private func emitKey(under index: OpenIndex) throws(DatabaseError) -> RowKey {
    guard table.isWithoutRowID else {
      let register = generator.newRegister()
      generator.builder.emit(.indexRowID, index.cursor, register)
      return .rowID(register)
    }
    let map = index.definition.columnMap(table)
    let first = generator.newRegisters(primaryKey.count)
    for (position, column) in primaryKey.enumerated() {
      guard map.indices.contains(column.tableColumn), map[column.tableColumn] >= 0 else {
        throw .corrupt("index \(index.definition.name) lacks the primary key", page: 1)
      }
      generator.builder.emit(.column, index.cursor, map[column.tableColumn], first + Int32(position))
    }
    return .primaryKey(first: first)
  }

  /// Jumps when both keys are of one row.
  private func emitSameRow(_ old: RowKey, _ found: RowKey, to label: CodeGenerator.Label) {
    switch (old, found) {
    case (.rowID(let a), .rowID(let b)): emitEqual(a, b, to: label)
    case (.primaryKey(let a), .primaryKey(let b)):
      let differs = generator.builder.newLabel()
      for (position, column) in primaryKey.enumerated() {
        generator.builder.emit(
          .ne, a + Int32(position), differs.placeholder, b + Int32(position), p4: column.collation.id,
          p5: Affinity.none.rawValue | InstructionFlag.nullEquals)
      }
      generator.builder.emit(.goto, 0, label.placeholder)
      generator.builder.place(differs)
    default: break
    }
  }

  private func emitViolation(
    of index: IndexDefinition, key first: Int32, _ action: ConflictAction
  ) throws(DatabaseError) {
    let isPrimary = index.origin == .primaryKey
    let hasExpression = index.columns.contains { $0.expression != nil }
    let violation = ConstraintViolation(
      kind: isPrimary ? .primaryKey : .unique, name: index.origin == .createIndex ? index.name : nil,
      table: table.name,
      columns: hasExpression
        ? []
        : index.columns.map { $0.tableColumn >= 0 ? table.columns[$0.tableColumn].name : "rowid" })
    let code: ResultCode = isPrimary ? .constraintPrimaryKey : .constraintUnique
    generator.builder.emit(
      .halt, code.rawValue, Int32(action.rawValue), -1,
      p4: try generator.builder.violation(
        violation, key: index.columns.indices.map { first + Int32(truncatingIfNeeded: $0) }))
  }

  /// Integral values of REAL columns are stored as integers, in entries as in rows.
  private func recordLetters(of index: IndexDefinition) throws(DatabaseError) -> UInt16 {
    let letters = index.storedColumns.map { column in
      let isReal =
        column.tableColumn >= 0 && table.columns[column.tableColumn].affinity == .real
      return isReal ? Affinity.real.rawValue : Affinity.blob.rawValue
    }
    guard letters.contains(Affinity.real.rawValue) else { return Instruction.noP4 }
    return try generator.builder.affinityString(letters)
  }

  /// DELETE triggers that REPLACE has fired may have brought back what was replaced: the keys are looked up once more.
  private func emitRecheck(_ check: NewRow, _ prepared: PreparedRow) throws(DatabaseError) {
    guard !replaceTriggers.isEmpty || foreignKeys != nil else { return }
    let replaces =
      check.conflict == .replace
      || (check.conflict == .unspecified
        && (table.rowIDConflict == .replace || indexes.contains { $0.definition.conflict == .replace }))
    guard replaces else { return }
    if !table.isWithoutRowID, check.rowIDMayExist {
      let free = generator.builder.newLabel()
      if case .rowID(let old) = check.oldKey { emitEqual(check.row.rowID, old, to: free) }
      emitSeek(.rowID(check.row.rowID), orJump: free)
      try emitRowIDViolation(check, .abort)
      generator.builder.place(free)
    }
    for entry in prepared.entries where entry.wasSought {
      let free = generator.builder.newLabel()
      if entry.isPartial { generator.builder.emit(.isNull, entry.record, free.placeholder) }
      generator.builder.emit(
        .noConflict, entry.index.cursor, free.placeholder, entry.first,
        p4: UInt16(truncatingIfNeeded: entry.index.definition.columns.count))
      if let old = check.oldKey {
        emitSameRow(
          old, entry.index.isTree ? .primaryKey(first: entry.first) : try emitKey(under: entry.index),
          to: free)
      }
      try emitViolation(of: entry.index.definition, key: entry.first, .abort)
      generator.builder.place(free)
    }
  }

  // MARK: Writing

  /// Inserts a row that has passed its checks, and its index entries.
  /// - Parameters:
  ///   - flags: for the table's own tree.
  ///   - seeks: positions found by the checks may be used.
  func emitWrite(_ prepared: PreparedRow, flags: UInt8) throws(DatabaseError) {
    for entry in prepared.entries where !entry.index.isTree {
      let skip = generator.builder.newLabel()
      if entry.isPartial { generator.builder.emit(.isNull, entry.record, skip.placeholder) }
      generator.builder.emit(
        .indexInsert, entry.index.cursor, entry.record, entry.first,
        p4: UInt16(truncatingIfNeeded: entry.index.definition.storedColumns.count),
        p5: entry.wasSought ? InstructionFlag.useSeekResult : 0)
      generator.builder.place(skip)
    }
    if table.isWithoutRowID {
      for entry in prepared.entries where entry.index.isTree {
        generator.builder.emit(
          .indexInsert, dataCursor, entry.record, entry.first,
          p4: UInt16(truncatingIfNeeded: primaryKey.count),
          p5: flags & InstructionFlag.countChange | (entry.wasSought ? InstructionFlag.useSeekResult : 0))
      }
      return
    }
    let record = generator.newRegister()
    let stored = table.columns.indices.filter { table.columns[$0].generated != .virtual }
    var first = prepared.row.first
    if stored.count < table.columns.count {
      first = generator.newRegisters(stored.count)
      for (field, column) in stored.enumerated() {
        generator.builder.emit(.shallowCopy, prepared.row.column(column), first + Int32(field))
      }
    }
    generator.builder.emit(
      .makeRecord, first, Int32(truncatingIfNeeded: stored.count), record,
      p4: try generator.builder.affinityString(stored.map { table.columns[$0].affinity.rawValue }))
    generator.builder.emit(.insert, dataCursor, record, prepared.row.rowID, p5: flags)
  }
}
