// Subqueries: scalar and EXISTS in expressions; derived tables and common tables in FROM, taken row by row or materialised.

extension CodeGenerator {
  /// Column `column` of the first row of a query, NULL without one. Uncorrelated queries run once.
  func emitScalar(_ query: BoundQuery, column: Int, into target: Int32) throws(DatabaseError) {
    if query.columns.count > 1, !query.isCorrelated {
      let row = try runRowSubquery(query)
      builder.emit(.shallowCopy, row.first + Int32(column), target)
      return
    }
    if let row = try heldRow(query) {
      builder.emit(.shallowCopy, row + Int32(column), target)
      return
    }
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

  /// A subquery of several columns that runs once: its row, and the subroutine that makes it.
  struct RowSubquery {
    let first: Int32
    let returnAddress: Int32
    let subroutine: ProgramBuilder.Label
  }

  private func runRowSubquery(_ query: BoundQuery) throws(DatabaseError) -> RowSubquery {
    let key = ObjectIdentifier(query)
    if let known = rowSubqueries[key] {
      if reusedQueries.remove(key) != nil { explain("REUSE SUBQUERY \(query.number)") }
      builder.emit(.gosub, known.returnAddress, known.subroutine.placeholder)
      return known
    }
    let count = query.columns.count
    let row = RowSubquery(
      first: newRegisters(count), returnAddress: newRegister(), subroutine: builder.newLabel())
    rowSubqueries[key] = row
    keep(query)
    let after = builder.newLabel()
    let done = builder.newLabel()
    builder.emit(.goto, 0, after.placeholder)
    builder.place(row.subroutine)
    builder.emit(.once, 0, done.placeholder)
    builder.emit(.null, 0, row.first, row.first + Int32(count - 1))
    try explain("SCALAR SUBQUERY \(query.number)") { () throws(DatabaseError) in
      try self.generate(query, firstRowOnly: true) { first, _ throws(DatabaseError) in
        self.builder.emit(.copy, first, row.first, Int32(count - 1))
      }
    }
    builder.place(done)
    builder.emit(.return, row.returnAddress)
    builder.place(after)
    builder.emit(.gosub, row.returnAddress, row.subroutine.placeholder)
    return row
  }

  func emitExists(_ query: BoundQuery, into target: Int32) throws(DatabaseError) {
    // Whether there is a row does not depend on their order.
    query.orderBy = []
    query.compoundOrder = []
    query.singleSelect?.isDistinct = false
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
    let outerMutes = mutesPlan
    var isExplained = false
    let lines = pendingLines
    pendingLines = []
    let withSubtype = columnsWithSubtype(source)
    let outerText = context.authorization?.innermost
    let consume: RowConsumer = { first, _ throws(DatabaseError) in
      for column in withSubtype { self.builder.emit(.clearSubtype, first + Int32(column)) }
      source.access = .registers(first: first, rowID: 0)
      let inner = self.explainParent
      let isDraining = self.isDraining
      let innerMutes = self.mutesPlan
      self.mutesPlan = outerMutes
      self.explainParent = parent
      self.isDraining = false
      defer {
        self.explainParent = inner
        self.isDraining = isDraining
        self.mutesPlan = innerMutes
      }
      let isMuted = self.mutesPlan
      if isExplained {
        self.mutesPlan = true
      } else {
        self.pendingLines = lines
        self.explainLevel(level, isSearchForExtreme: plan.isSearchForExtreme)
      }
      isExplained = true
      defer { self.mutesPlan = isMuted }
      guard let authorization = self.context.authorization else { return try body() }
      try authorization.within(outerText, body)
    }
    try generateDerived(source, consume: consume)
  }

  /// A derived table's rows as they are made.
  func generateDerived(_ source: BoundSource, consume: @escaping RowConsumer) throws(DatabaseError) {
    let isMuted = mutesPlan
    let wereUncounted = hasUncountedRows
    hasUncountedRows = source.hasUncountedRows
    defer { hasUncountedRows = wereUncounted }
    if source.isRows { mutesPlan = true }
    defer { mutesPlan = isMuted }
    switch source.kind {
    case .query(let query):
      try explain("CO-ROUTINE \(source.madeName)") { () throws(DatabaseError) in
        try self.context.within(source) { () throws(DatabaseError) in
          try self.generate(query, consume: consume)
        }
      }
    case .shared(let shared):
      try explain("CO-ROUTINE \(shared.name)") { () throws(DatabaseError) in
        try self.context.within(source) { () throws(DatabaseError) in
          try self.generate(shared, consume: consume)
        }
      }
    default: throw DatabaseError(.internal, "\(source.name) is not a derived table")
    }
  }

  func columnsWithSubtype(_ source: BoundSource) -> [Int] {
    switch source.kind {
    case .query(let query): query.columnsWithSubtype
    case .shared(let shared): shared.query.columnsWithSubtype
    default: []
    }
  }

  private func generate(_ shared: SharedQuery, consume: @escaping RowConsumer) throws(DatabaseError) {
    if let recursive = shared.recursive {
      try generate(recursive, name: shared.name, consume: consume)
    } else {
      shared.keepAsBound(context)
      try generate(shared.query, consume: consume)
    }
  }

  /// Writes a derived table's rows to a temporary table and returns a cursor on it.
  func materialize(_ source: BoundSource) throws(DatabaseError) -> Int32 {
    guard let authorization = context.authorization else { return try materialized(source) }
    return try authorization.within(authorization.name(of: source)) { () throws(DatabaseError) in
      try self.materialized(source)
    }
  }

  private func materialized(_ source: BoundSource) throws(DatabaseError) -> Int32 {
    switch source.kind {
    case .query(let query):
      let cursor = builder.newCursor()
      let filled = builder.newLabel()
      if !query.isCorrelated, !query.isVolatile { builder.emit(.once, 0, filled.placeholder) }
      let isMuted = mutesPlan
      let wereUncounted = hasUncountedRows
      hasUncountedRows = source.hasUncountedRows
      defer { hasUncountedRows = wereUncounted }
      if source.isRows { mutesPlan = true }
      defer { mutesPlan = isMuted }
      try explain("MATERIALIZE \(source.madeName)") { () throws(DatabaseError) in
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
      // Filled by whichever reader comes first, in a subroutine that stands at the one that is generated first; each reader has a cursor of
      // its own.
      let state = try sharedTable(shared)
      let isFilled = builder.newLabel()
      builder.emit(.if, state.filled, isFilled.placeholder)
      builder.emit(.gosub, state.returnAddress, state.subroutine.placeholder)
      builder.place(isFilled)
      let own = builder.newCursor()
      builder.emit(.openDuplicate, own, state.cursor)
      return own
    default: throw DatabaseError(.internal, "\(source.name) is not a derived table")
    }
  }

  private func sharedTable(_ shared: SharedQuery) throws(DatabaseError) -> SharedTable {
    let key = ObjectIdentifier(shared)
    if let known = sharedTables[key] { return known }
    let state = SharedTable(
      cursor: builder.newCursor(), filled: newRegister(), returnAddress: newRegister(),
      subroutine: builder.newLabel())
    sharedTables[key] = state
    keep(shared)
    let after = builder.newLabel()
    builder.emit(.goto, 0, after.placeholder)
    builder.place(state.subroutine)
    try explain("MATERIALIZE \(shared.name)") { () throws(DatabaseError) in
      try self.fill(state.cursor, columns: shared.query.columns.count) { consume throws(DatabaseError) in
        try self.generate(shared, consume: consume)
      }
    }
    builder.emit(.integer, 1, state.filled)
    builder.emit(.return, state.returnAddress)
    builder.place(after)
    return state
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
}
