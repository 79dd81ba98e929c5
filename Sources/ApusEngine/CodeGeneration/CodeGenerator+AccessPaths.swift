// One loop per access path: full scans, rowid lookups and ranges, index searches, temporary tables.

extension CodeGenerator {
  /// Opens the cursors of a level, before any loop runs, and says how its columns are read.
  func prepare(_ level: JoinPlan.Level) throws(DatabaseError) {
    let source = level.source
    keep(source)
    switch source.kind {
    case .table(let table):
      readDatabases.insert(table.database)
      switch level.path.method {
      case .index(let index, _, _, _):
        try prepareIndex(index, table, level)
      case .automaticIndex(let bounds):
        try buildAutomaticIndex(bounds, source)
      default: source.access = try openTable(table)
      }
    case .virtual(let connected):
      readDatabases.insert(connected.definition.database)
      let cursor = builder.newCursor()
      builder.emit(.virtualOpen, cursor, p4: try builder.virtualTable(connected.reference))
      source.access = .virtual(cursor: cursor)
    case .query, .shared:
      switch level.path.method {
      case .inline: break
      case .automaticIndex(let bounds): try buildAutomaticIndex(bounds, source)
      default: source.access = .table(cursor: try materialize(source))
      }
    case .recursive(let table): source.access = .registers(first: table.firstRegister, rowID: 0)
    case .triggerRow(_, let base): source.access = .parameters(base: base)
    case .registers(_, let base): source.access = .registers(first: base + 1, rowID: base)
    }
  }

  /// Opens a read cursor on a table's own tree.
  func openTable(_ table: TableDefinition) throws(DatabaseError) -> SourceAccess {
    let cursor = builder.newCursor()
    if table.isWithoutRowID, let primary = table.primaryKeyIndex {
      builder.emit(
        .openRead, cursor, Int32(bitPattern: table.rootPage), Int32(table.database),
        p4: try keyInfo(of: primary))
      return .index(indexCursor: cursor, map: primary.columnMap(table), cursor: -1)
    }
    builder.emit(.openRead, cursor, Int32(bitPattern: table.rootPage), Int32(table.database))
    return .table(cursor: cursor)
  }

  /// Key info of an index: collations and directions of all stored fields.
  func keyInfo(of index: IndexDefinition) throws(DatabaseError) -> UInt16 {
    let fields = index.keyFields
    return try builder.keyInfo(
      fields, encoding: context.catalogs[index.database]?.encoding ?? context.encoding)
  }

  private func prepareIndex(
    _ index: IndexDefinition, _ table: TableDefinition, _ level: JoinPlan.Level
  ) throws(DatabaseError) {
    let indexCursor = builder.newCursor()
    builder.emit(
      .openRead, indexCursor, Int32(bitPattern: index.rootPage), Int32(index.database),
      p4: try keyInfo(of: index))
    let map = index.columnMap(table)
    let isPrimary = table.isWithoutRowID && index === table.primaryKeyIndex
    if isPrimary || (level.path.isCovering && level.source.join != .right && level.source.join != .full) {
      level.source.access = .index(indexCursor: indexCursor, map: map, cursor: -1)
      return
    }
    let tableAccess = try openTable(table)
    switch tableAccess {
    case .table(let cursor):
      if level.source.join == .right || level.source.join == .full {
        // The pass over unmatched rows moves the table cursor only.
        level.source.access = .table(cursor: cursor)
        searchCursors[ObjectIdentifier(level.source)] = indexCursor
      } else {
        level.source.access = .index(indexCursor: indexCursor, map: map, cursor: cursor)
      }
    default:
      level.source.access = tableAccess
      searchCursors[ObjectIdentifier(level.source)] = indexCursor
    }
  }

  /// Opens the loop of a level whose cursors are prepared. The caller generates what is inside, then calls `close`.
  func openLoop(_ level: JoinPlan.Level) throws(DatabaseError) -> OpenLoop {
    switch level.path.method {
    case .recursiveRow, .inline: return openSingle()
    case .tableScan, .materialized:
      return openScan(scanCursor(level.source), reversed: level.path.isReversed)
    case .rowIDEqual(let bound): return try openRowIDEqual(level, bound)
    case .rowIDRange(let lower, let upper): return try openRowIDRange(level, lower, upper)
    case .index(let index, let equal, let lower, let upper):
      return try openIndex(level, index, equal, lower, upper)
    case .automaticIndex(let bounds): return try openAutomatic(level, bounds)
    case .virtual(let path): return try openVirtual(level, path)
    }
  }

  func scanCursor(_ source: BoundSource) -> Int32 {
    switch source.access {
    case .table(let cursor): cursor
    case .index(let cursor, _, _): cursor
    case .virtual(let cursor): cursor
    default: -1
    }
  }

  /// A level of one row that needs no loop.
  private func openSingle() -> OpenLoop {
    let next = builder.newLabel()
    let end = builder.newLabel()
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.place(end)
    }
  }

  private func openScan(_ cursor: Int32, reversed: Bool) -> OpenLoop {
    let next = builder.newLabel()
    let end = builder.newLabel()
    builder.emit(reversed ? .last : .rewind, cursor, end.placeholder)
    let top = builder.address
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(reversed ? .previous : .next, cursor, top)
      self.builder.place(end)
    }
  }

  private func openRowIDEqual(
    _ level: JoinPlan.Level, _ bound: ColumnBound
  ) throws(DatabaseError) -> OpenLoop {
    let cursor = scanCursor(level.source)
    if bound.isMembership {
      let members = try openMembers(bound, affinity: .integer)
      let register = newRegister()
      builder.emit(.column, members.cursor, 0, register)
      builder.emit(.seekRowID, cursor, members.next.placeholder, register)
      let next = builder.newLabel()
      return OpenLoop(next: next, end: members.end) { () throws(DatabaseError) in
        self.builder.place(next)
        self.leaveAfterNullRow(level, members.end)
        try members.close()
      }
    }
    let next = builder.newLabel()
    let value = try operand(bound.value)
    builder.emit(.seekRowID, cursor, next.placeholder, value.register)
    release(value)
    return OpenLoop(next: next, end: next) { () throws(DatabaseError) in self.builder.place(next) }
  }

  /// The NULL row of an outer join runs the body once; the loops over IN members, which may never have begun, must not
  /// go on after it.
  func leaveAfterNullRow(_ level: JoinPlan.Level, _ end: ProgramBuilder.Label) {
    guard level.source.join == .left || level.source.join == .full else { return }
    builder.emit(.ifNullRow, scanCursor(level.source), end.placeholder)
  }

  private func openRowIDRange(
    _ level: JoinPlan.Level, _ lower: ColumnBound?, _ upper: ColumnBound?
  ) throws(DatabaseError) -> OpenLoop {
    let cursor = scanCursor(level.source)
    let next = builder.newLabel()
    let end = builder.newLabel()
    let reversed = level.path.isReversed
    var lowRegister: Int32 = 0
    var highRegister: Int32 = 0
    if let lower {
      lowRegister = newRegister()
      try emit(lower.value, into: lowRegister)
      builder.emit(.isNull, lowRegister, end.placeholder)
    }
    if let upper {
      highRegister = newRegister()
      try emit(upper.value, into: highRegister)
      builder.emit(.isNull, highRegister, end.placeholder)
    }
    let start = reversed ? upper : lower
    let startRegister = reversed ? highRegister : lowRegister
    if let start {
      let isStrict = start.operation == .greater || start.operation == .less
      let opcode: Opcode = reversed ? (isStrict ? .seekLT : .seekLE) : (isStrict ? .seekGT : .seekGE)
      builder.emit(opcode, cursor, end.placeholder, startRegister)
    } else {
      builder.emit(reversed ? .last : .rewind, cursor, end.placeholder)
    }
    let top = builder.address
    if let stop = reversed ? lower : upper {
      let row = temporary()
      builder.emit(.rowID, cursor, row)
      let stopRegister = reversed ? lowRegister : highRegister
      let op: ComparisonOperator =
        switch stop.operation {
        case .less: .ge
        case .lessOrEqual: .gt
        case .greater: .le
        default: .lt
        }
      var rules = ComparisonRules(stop.value, stop.value)
      rules.affinity = .numeric
      rules.collation = .binary
      emitComparison(op, row, stopRegister, rules, target: end.placeholder, flags: 0)
      release(row)
    }
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(reversed ? .previous : .next, cursor, top)
      self.builder.place(end)
    }
  }

  // MARK: Indexes

  private func openIndex(
    _ level: JoinPlan.Level, _ index: IndexDefinition, _ equal: [ColumnBound], _ lower: ColumnBound?,
    _ upper: ColumnBound?
  ) throws(DatabaseError) -> OpenLoop {
    guard let table = level.source.table else { throw DatabaseError(.internal, "index without a table") }
    let cursor: Int32
    if let search = searchCursors[ObjectIdentifier(level.source)] {
      cursor = search
    } else {
      cursor = scanCursor(level.source)
    }
    let affinities = index.columns.map { column -> Affinity in
      table.columns.indices.contains(column.tableColumn)
        ? table.columns[column.tableColumn].affinity : .integer
    }
    let end = builder.newLabel()
    // Loops over IN members go around the search; their `next` is where a search without rows leads.
    var memberLoops: [MemberLoop] = []
    var exhausted = end
    let first = newRegisters(equal.count + 1)
    for (position, bound) in equal.enumerated() {
      let register = first + Int32(position)
      if bound.isMembership {
        let loop = try openMembers(bound, affinity: affinities[position])
        memberLoops.append(loop)
        exhausted = loop.next
        builder.emit(.column, loop.cursor, 0, register)
      } else if bound.operation == .isNull {
        builder.emit(.null, 0, register, register)
      } else {
        try emit(bound.value, into: register)
        if bound.operation == .equal { builder.emit(.isNull, register, exhausted.placeholder) }
        try applyAffinity(affinities[position], bound.affinity, register)
      }
    }
    let top = try emitRange(
      cursor, index: index, equalCount: equal.count, first: first, lower: lower, upper: upper,
      affinity: affinities.indices.contains(equal.count) ? affinities[equal.count] : .none,
      reversed: level.path.isReversed, exhausted: exhausted)
    let next = builder.newLabel()
    try emitRowAccess(level, table, index, indexCursor: cursor, next: next)
    let isUnique = level.path.isUnique && lower == nil && upper == nil
    let loops = memberLoops
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      if !loops.isEmpty { self.leaveAfterNullRow(level, end) }
      if !isUnique { self.builder.emit(level.path.isReversed ? .previous : .next, cursor, top) }
      for loop in loops.reversed() { try loop.close() }
      self.builder.place(end)
    }
  }

  /// Applies a column's affinity to a key value, as storing it would; not when the comparison is made without affinity.
  private func applyAffinity(
    _ column: Affinity, _ comparison: Affinity, _ register: Int32
  ) throws(DatabaseError) {
    guard comparison != .none, comparison != .blob, column != .none, column != .blob else { return }
    builder.emit(.affinity, register, 1, p4: try builder.affinityString([column.rawValue]))
  }

  /// Positions an index cursor at the start of `prefix = equal AND lower AND upper` and tests its end. Returns the top of the loop.
  private func emitRange(
    _ cursor: Int32, index: IndexDefinition, equalCount: Int, first: Int32, lower: ColumnBound?,
    upper: ColumnBound?, affinity: Affinity, reversed: Bool, exhausted: ProgramBuilder.Label
  ) throws(DatabaseError) -> Int32 {
    let descending = index.columns.indices.contains(equalCount) && index.columns[equalCount].isDescending
    let hasRange = lower != nil || upper != nil
    // In the direction of the scan: where it starts, where it stops. NULLs are at the low end and match no range.
    let startsLow = reversed == descending
    let startBound = startsLow ? lower : upper
    let stopBound = startsLow ? upper : lower
    let keys = Int32(equalCount)
    if hasRange {
      let register = first + keys
      if let bound = startBound {
        try emit(bound.value, into: register)
        builder.emit(.isNull, register, exhausted.placeholder)
        try applyAffinity(affinity, bound.affinity, register)
        let strict = bound.operation == .less || bound.operation == .greater
        emitSeek(cursor, strict, reversed, register: first, count: keys + 1, exhausted)
      } else if startsLow {
        builder.emit(.null, 0, register, register)
        emitSeek(cursor, true, reversed, register: first, count: keys + 1, exhausted)
      } else if equalCount > 0 {
        emitSeek(cursor, false, reversed, register: first, count: keys, exhausted)
      } else {
        builder.emit(reversed ? .last : .rewind, cursor, exhausted.placeholder)
      }
    } else if equalCount > 0 {
      emitSeek(cursor, false, reversed, register: first, count: keys, exhausted)
    } else {
      builder.emit(reversed ? .last : .rewind, cursor, exhausted.placeholder)
    }
    // The end key has registers of its own: it is computed once, before the loop.
    var stopFirst = first
    var stopCount = keys
    var stopStrict = false
    if hasRange, stopBound != nil || !startsLow {
      stopFirst = newRegisters(equalCount + 1)
      if equalCount > 0 {
        for offset in 0..<keys { builder.emit(.shallowCopy, first + offset, stopFirst + offset) }
      }
      let register = stopFirst + keys
      if let bound = stopBound {
        try emit(bound.value, into: register)
        builder.emit(.isNull, register, exhausted.placeholder)
        try applyAffinity(affinity, bound.affinity, register)
        stopStrict = bound.operation == .less || bound.operation == .greater
      } else {
        builder.emit(.null, 0, register, register)
        stopStrict = true
      }
      stopCount = keys + 1
    }
    let top = builder.address
    if stopCount > 0 {
      let opcode: Opcode =
        reversed ? (stopStrict ? .indexLE : .indexLT) : (stopStrict ? .indexGE : .indexGT)
      builder.emit(opcode, cursor, exhausted.placeholder, stopFirst, p4: UInt16(stopCount))
    }
    return top
  }

  private func emitSeek(
    _ cursor: Int32, _ strict: Bool, _ reversed: Bool, register: Int32, count: Int32,
    _ exhausted: ProgramBuilder.Label
  ) {
    let opcode: Opcode = reversed ? (strict ? .seekLT : .seekLE) : (strict ? .seekGT : .seekGE)
    builder.emit(opcode, cursor, exhausted.placeholder, register, p4: UInt16(count))
  }

  /// After an index entry was found: makes the table row reachable.
  private func emitRowAccess(
    _ level: JoinPlan.Level, _ table: TableDefinition, _ index: IndexDefinition, indexCursor: Int32,
    next: ProgramBuilder.Label
  ) throws(DatabaseError) {
    switch level.source.access {
    case .index(let open, _, let tableCursor):
      if open == indexCursor {
        if tableCursor >= 0 { builder.emit(.deferredSeek, indexCursor, 0, tableCursor) }
      } else {
        // A secondary index of a WITHOUT ROWID table: its entries end with the primary key.
        guard let primary = table.primaryKeyIndex else { return }
        let count = primary.columns.count
        let first = newRegisters(count)
        let map = index.columnMap(table)
        for (position, column) in primary.columns.enumerated() {
          let field = map.indices.contains(column.tableColumn) ? map[column.tableColumn] : -1
          guard field >= 0 else {
            throw DatabaseError.corrupt("index \(index.name) lacks the primary key", page: 1)
          }
          builder.emit(.column, indexCursor, field, first + Int32(position))
        }
        builder.emit(.notFound, open, next.placeholder, first, p4: UInt16(count))
      }
    case .table(let tableCursor): builder.emit(.deferredSeek, indexCursor, 0, tableCursor)
    default: break
    }
  }
}

extension IndexDefinition {
  /// Table column → field of an entry, -1 for columns that are not in the index.
  func columnMap(_ table: TableDefinition) -> [Int32] {
    var map = [Int32](repeating: -1, count: table.columns.count)
    for (field, column) in storedColumns.enumerated()
    where map.indices.contains(column.tableColumn) && map[column.tableColumn] < 0 {
      map[column.tableColumn] = Int32(field)
    }
    return map
  }
}

extension TableDefinition {
  /// The field of the stored record that holds a column: virtual columns are not stored.
  func recordField(ofColumn column: Int) -> Int {
    var field = 0
    for index in 0..<min(column, columns.count) where columns[index].generated != .virtual { field += 1 }
    return field
  }
}
