// Subqueries: scalar and EXISTS in expressions; derived tables and common tables in FROM, taken row by row or materialised.

extension CodeGenerator {
  /// Column `column` of the first row of a query, NULL without one. Uncorrelated queries run once.
  func emitScalar(_ query: BoundQuery, column: Int, into target: Int32) throws(DatabaseError) {
    let answer = newRegister()
    let done = builder.newLabel()
    if !query.isCorrelated { builder.emit(.once, 0, done.placeholder) }
    builder.emit(.null, 0, answer, answer)
    let title = (query.isCorrelated ? "CORRELATED " : "") + "SCALAR SUBQUERY \(query.number)"
    try explain(title) { () throws(DatabaseError) in
      try self.generate(query, firstRowOnly: true) { first, count throws(DatabaseError) in
        self.builder.emit(.copy, first + Int32(column), answer, 0)
      }
    }
    builder.place(done)
    builder.emit(.shallowCopy, answer, target)
  }

  func emitExists(_ query: BoundQuery, into target: Int32) throws(DatabaseError) {
    let answer = newRegister()
    let done = builder.newLabel()
    if !query.isCorrelated { builder.emit(.once, 0, done.placeholder) }
    builder.emit(.integer, 0, answer)
    let title = (query.isCorrelated ? "CORRELATED " : "") + "SCALAR SUBQUERY \(query.number)"
    try explain(title) { () throws(DatabaseError) in
      try self.generate(query, firstRowOnly: true) { _, _ throws(DatabaseError) in
        self.builder.emit(.integer, 1, answer)
      }
    }
    builder.place(done)
    builder.emit(.shallowCopy, answer, target)
  }

  // MARK: Derived tables

  /// Generates a derived table's own loops around `body`: its rows are read from registers as they come.
  func generateInline(
    _ level: JoinPlan.Level, _ plan: JoinPlan, body: @escaping Body
  ) throws(DatabaseError) {
    let source = level.source
    let parent = explainParent
    var isExplained = false
    var withSubtype: [Int] = []
    if case .query(let query) = source.kind { withSubtype = query.columnsWithSubtype }
    if case .shared(let shared) = source.kind { withSubtype = shared.query.columnsWithSubtype }
    let consume: RowConsumer = { first, _ throws(DatabaseError) in
      for column in withSubtype { self.builder.emit(.clearSubtype, first + Int32(column)) }
      source.access = .registers(first: first, rowID: 0)
      let inner = self.explainParent
      let isDraining = self.isDraining
      self.explainParent = parent
      self.isDraining = false
      defer {
        self.explainParent = inner
        self.isDraining = isDraining
      }
      if !isExplained { self.explainLevels(plan) }
      isExplained = true
      try body()
    }
    switch source.kind {
    case .query(let query):
      try explain("CO-ROUTINE \(source.explainedName)") { () throws(DatabaseError) in
        try self.generate(query, consume: consume)
      }
    case .shared(let shared):
      try explain("CO-ROUTINE \(shared.name)") { () throws(DatabaseError) in
        try self.generate(shared, consume: consume)
      }
    default: throw DatabaseError(.internal, "\(source.name) is not a derived table")
    }
  }

  private func generate(_ shared: SharedQuery, consume: @escaping RowConsumer) throws(DatabaseError) {
    if let recursive = shared.recursive {
      try generate(recursive, name: shared.name, consume: consume)
    } else {
      try generate(shared.query, consume: consume)
    }
  }

  /// Writes a derived table's rows to a temporary table and returns a cursor on it.
  func materialize(_ source: BoundSource) throws(DatabaseError) -> Int32 {
    switch source.kind {
    case .query(let query):
      let cursor = builder.newCursor()
      let filled = builder.newLabel()
      if !query.isCorrelated, !query.isVolatile { builder.emit(.once, 0, filled.placeholder) }
      try explain("MATERIALIZE \(source.explainedName)") { () throws(DatabaseError) in
        try self.fill(cursor, columns: query.columns.count) { consume throws(DatabaseError) in
          try self.generate(query, consume: consume)
        }
      }
      builder.place(filled)
      return cursor
    case .shared(let shared):
      if shared.query.isCorrelated {
        let cursor = builder.newCursor()
        try explain("MATERIALIZE \(shared.name)") { () throws(DatabaseError) in
          try self.fill(cursor, columns: shared.query.columns.count) { consume throws(DatabaseError) in
            try self.generate(shared, consume: consume)
          }
        }
        return cursor
      }
      // Filled by whichever reader comes first; each reader has a cursor of its own.
      let key = ObjectIdentifier(shared)
      let state: (cursor: Int32, filled: Int32)
      if let known = sharedTables[key] {
        state = known
      } else {
        state = (builder.newCursor(), newRegister())
        sharedTables[key] = state
        keep(shared)
      }
      let isFilled = builder.newLabel()
      builder.emit(.if, state.filled, isFilled.placeholder)
      try explain("MATERIALIZE \(shared.name)") { () throws(DatabaseError) in
        try self.fill(state.cursor, columns: shared.query.columns.count) { consume throws(DatabaseError) in
          try self.generate(shared, consume: consume)
        }
      }
      builder.emit(.integer, 1, state.filled)
      builder.place(isFilled)
      let own = builder.newCursor()
      builder.emit(.openDuplicate, own, state.cursor)
      return own
    default: throw DatabaseError(.internal, "\(source.name) is not a derived table")
    }
  }

  /// Opens a temporary table and writes the rows that `rows` produces to it.
  private func fill(
    _ cursor: Int32, columns: Int, rows: (@escaping RowConsumer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    builder.emit(.openEphemeral, cursor, Int32(columns))
    let record = newRegister()
    let rowID = newRegister()
    try rows { first, count throws(DatabaseError) in
      self.builder.emit(.makeRecord, first, Int32(count), record)
      self.builder.emit(.newRowID, cursor, rowID)
      self.builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
    }
  }

  // MARK: Automatic indexes

  /// Builds a temporary index over an item: the compared columns, then every other column that is read, then the rowid.
  func buildAutomaticIndex(
    _ bounds: [ColumnBound], _ source: BoundSource, where conditions: [BoundExpression]
  ) throws(DatabaseError) {
    var columns = bounds.map(\.column)
    let keyCount = columns.count
    for column in source.columns.indices
    where source.usedColumns.contains(column) && !columns.contains(column) {
      if let table = source.table, !table.isWithoutRowID, column == table.rowIDAlias { continue }
      columns.append(column)
    }
    let indexCursor = builder.newCursor()
    var fields: [KeyInfo.Field] = []
    for bound in bounds { fields.append(KeyInfo.Field(collation: bound.collation)) }
    for _ in keyCount...columns.count { fields.append(KeyInfo.Field()) }
    let isRepeatable: Bool
    switch source.kind {
    case .query(let query): isRepeatable = !query.isCorrelated && !query.isVolatile
    case .shared(let shared): isRepeatable = !shared.query.isCorrelated
    default: isRepeatable = true
    }
    let built = builder.newLabel()
    if isRepeatable { builder.emit(.once, 0, built.placeholder) }
    builder.emit(
      .openEphemeral, indexCursor, Int32(columns.count + 1),
      p4: try builder.keyInfo(fields, encoding: context.encoding))
    let filter = openFilter()
    filters[ObjectIdentifier(source)] = filter
    let cursor: Int32
    if let table = source.table {
      source.access = try openTable(table)
      switch source.access {
      case .table(let open): cursor = open
      case .index(let open, _, _): cursor = open
      default: return
      }
    } else {
      cursor = try materialize(source)
      source.access = .table(cursor: cursor)
    }
    let next = builder.newLabel()
    let end = builder.newLabel()
    builder.emit(.rewind, cursor, end.placeholder)
    let top = builder.address
    for condition in conditions { try jumpIfFalse(condition, to: next, whenNull: true) }
    let first = newRegisters(columns.count + 1)
    for (index, column) in columns.enumerated() {
      try emitColumn(source, column, into: first + Int32(index))
      // A NULL key equals nothing; but RIGHT and FULL joins give such rows back as unmatched.
      if index < keyCount && source.join != .right && source.join != .full {
        builder.emit(.isNull, first + Int32(index), next.placeholder)
      }
    }
    let last = first + Int32(columns.count)
    if let table = source.table, table.isWithoutRowID {
      builder.emit(.sequence, indexCursor, last)
    } else {
      builder.emit(.rowID, cursor, last)
    }
    let record = newRegister()
    builder.emit(.makeRecord, first, Int32(columns.count + 1), record)
    builder.emit(.indexInsert, indexCursor, record, first, p4: UInt16(columns.count + 1))
    addToFilter(filter, first, bounds.map(\.collation))
    builder.place(next)
    builder.emit(.next, cursor, top)
    builder.place(end)
    builder.place(built)
    var map = [Int32](repeating: -1, count: source.columns.count)
    for (field, column) in columns.enumerated() where map.indices.contains(column) {
      map[column] = Int32(field)
    }
    source.access = .index(indexCursor: indexCursor, map: map, cursor: -1)
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
