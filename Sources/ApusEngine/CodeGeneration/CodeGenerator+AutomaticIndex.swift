// Indexes made for one statement: built when their loop is first reached, so not at all when no row comes from the loops around it.

extension CodeGenerator {
  /// Where the rows of an automatic index come from.
  enum AutomaticInput {
    case table(TableDefinition)
    /// A derived table in a temporary table, by its cursor.
    case temporary(Int32)
    /// A derived table whose rows are taken as they are made.
    case coroutine(Coroutine)
  }

  /// Before any loop: what the index will be built from. A derived table is explained here.
  func prepareAutomaticIndex(_ level: JoinPlan.Level) throws(DatabaseError) {
    let source = level.source
    let input: AutomaticInput
    var isRepeatable = true
    switch source.kind {
    case .table(let table): input = .table(table)
    case .query, .shared:
      if level.path.takesRowsAsMade {
        input = .coroutine(try makeCoroutine(source))
      } else {
        input = .temporary(try materialize(source))
      }
      switch source.kind {
      case .query(let query): isRepeatable = !query.isCorrelated && !query.isVolatile
      case .shared(let shared): isRepeatable = !shared.query.isCorrelated
      default: break
      }
    default: throw DatabaseError(.internal, "an automatic index over no table")
    }
    // One over rows that may be others each time the loops are run is built anew each time.
    let isBuilt = isRepeatable ? 0 : newRegister()
    if !isRepeatable { builder.emit(.integer, 0, isBuilt) }
    automaticInputs[ObjectIdentifier(source)] = (input, isBuilt)
  }

  /// Builds a temporary index over an item: the compared columns, then every other column that is read, then the rowid.
  func buildAutomaticIndex(
    _ bounds: [ColumnBound], _ partial: [BoundExpression], _ level: JoinPlan.Level
  ) throws(DatabaseError) {
    let source = level.source
    guard let (input, isBuilt) = automaticInputs.removeValue(forKey: ObjectIdentifier(source)) else {
      throw DatabaseError(.internal, "an automatic index is not prepared")
    }
    var columns = bounds.map(\.column)
    let keyCount = columns.count
    let holdsAll = source.isIndexedWhole
    for column in source.columns.indices where !columns.contains(column) {
      let isKey = source.table.map { $0.isWithoutRowID && $0.primaryKeyColumns.contains(column) } ?? false
      guard holdsAll || isKey || source.usedColumns.contains(column) else { continue }
      if !holdsAll, let table = source.table, !table.isWithoutRowID, column == table.rowIDAlias { continue }
      columns.append(column)
    }
    let indexCursor = builder.newCursor()
    var fields: [KeyInfo.Field] = []
    for bound in bounds { fields.append(KeyInfo.Field(collation: bound.collation)) }
    for _ in keyCount...columns.count { fields.append(KeyInfo.Field()) }
    let built = builder.newLabel()
    if isBuilt == 0 {
      builder.emit(.once, 0, built.placeholder)
    } else {
      builder.emit(.if, isBuilt, built.placeholder)
      builder.emit(.integer, 1, isBuilt)
    }
    builder.emit(
      .openEphemeral, indexCursor, Int32(columns.count + 1),
      p4: try builder.keyInfo(fields, encoding: context.encoding))
    // As SQLite, which cannot tell texts apart in a filter, none for keys that are all text.
    let filter = bounds.allSatisfy { source.columns[$0.column].affinity == .text } ? nil : openFilter()
    filters[ObjectIdentifier(source)] = filter
    try generateRows(of: input, source) { next, cursor throws(DatabaseError) in
      for condition in partial { try self.jumpIfFalse(condition, to: next, whenNull: true) }
      let first = self.newRegisters(columns.count + 1)
      for (index, column) in columns.enumerated() {
        try self.emitColumn(source, column, into: first + Int32(index))
        // A NULL key equals nothing.
        if index < keyCount { self.builder.emit(.isNull, first + Int32(index), next.placeholder) }
      }
      let last = first + Int32(columns.count)
      if let cursor {
        self.builder.emit(.rowID, cursor, last)
      } else {
        self.builder.emit(.sequence, indexCursor, last)
      }
      let record = self.newRegister()
      self.builder.emit(.makeRecord, first, Int32(columns.count + 1), record)
      self.builder.emit(.indexInsert, indexCursor, record, first, p4: UInt16(columns.count + 1))
      self.addToFilter(filter, first, bounds.map(\.collation))
    }
    builder.place(built)
    var map = [Int32](repeating: -1, count: source.columns.count)
    for (field, column) in columns.enumerated() where map.indices.contains(column) {
      map[column] = Int32(field)
    }
    source.access = .index(indexCursor: indexCursor, map: map, cursor: -1)
  }

  /// Runs `row` for each row, whose columns can be read in it; it is given where to go on, and the cursor that has a rowid.
  private func generateRows(
    of input: AutomaticInput, _ source: BoundSource,
    _ row: (ProgramBuilder.Label, Int32?) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let next = builder.newLabel()
    let end = builder.newLabel()
    switch input {
    case .coroutine(let coroutine):
      start(coroutine)
      builder.place(next)
      resume(coroutine, orJump: end)
      source.access = .registers(first: coroutine.first, rowID: 0)
      try row(next, nil)
      builder.emit(.goto, 0, next.placeholder)
      builder.place(end)
      return
    case .table(let table): source.access = try openTable(table)
    case .temporary(let cursor): source.access = .table(cursor: cursor)
    }
    let cursor = scanCursor(source)
    builder.emit(.rewind, cursor, end.placeholder)
    let top = builder.address
    try row(next, source.table?.isWithoutRowID ?? false ? nil : cursor)
    builder.place(next)
    builder.emit(.next, cursor, top)
    builder.place(end)
  }

  func openAutomatic(
    _ level: JoinPlan.Level, _ bounds: [ColumnBound]
  ) throws(DatabaseError) -> OpenLoop {
    guard case .index(let cursor, _, _) = level.source.access else {
      throw DatabaseError(.internal, "automatic index is not open")
    }
    let next = builder.newLabel()
    let end = builder.newLabel()
    let first = newRegisters(bounds.count)
    for (index, bound) in bounds.enumerated() {
      let register = first + Int32(index)
      try emit(bound.value, into: register)
      builder.emit(.isNull, register, end.placeholder)
      try applyAffinity(level.source.columns[bound.column].affinity.forSearch, bound.affinity, register)
    }
    let count = UInt16(bounds.count)
    testFilter(
      filters[ObjectIdentifier(level.source)], first, bounds.map(\.collation), orJump: end.placeholder)
    builder.emit(.seekGE, cursor, end.placeholder, first, p4: count)
    let top = builder.address
    builder.emit(.indexGT, cursor, end.placeholder, first, p4: count)
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(.next, cursor, top)
      self.builder.place(end)
    }
  }
}

extension BoundSource {
  /// Whether an index that is made for the statement holds columns that nobody reads too, as SQLite's does. It decides about the order of rows
  /// with equal keys.
  fileprivate var isIndexedWhole: Bool {
    switch kind {
    case .table(let table):
      // To compute a generated column any other may be needed.
      return table.columns.indices.contains {
        table.columns[$0].generated != nil && usedColumns.contains($0)
      }
    case .query(let query): return query.keepsUnreadColumns
    default: return false
    }
  }
}

extension BoundQuery {
  /// Its rows depend on columns that nobody reads: DISTINCT, groups, windows, compounds other than UNION ALL.
  fileprivate var keepsUnreadColumns: Bool {
    parts.enumerated().contains { index, part in
      if index > 0, part.compoundOperator != .unionAll { return true }
      guard case .select(let select) = part.core else { return false }
      return select.isDistinct || select.isDistinctAnyway || select.isAggregate || !select.windows.isEmpty
    }
  }
}
