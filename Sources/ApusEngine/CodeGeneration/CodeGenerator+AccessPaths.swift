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
      case .anyOf(let alternatives):
        source.access = try openTable(table)
        try prepareAlternatives(alternatives, level)
      case .automaticIndex: try prepareAutomaticIndex(level)
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
      case .automaticIndex: try prepareAutomaticIndex(level)
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
    case .recursiveRow: return openSingle()
    case .inline: return openCoroutine(level.source)
    case .tableScan, .materialized:
      return openScan(scanCursor(level.source), reversed: level.path.isReversed)
    case .rowIDEqual(let bound): return try openRowIDEqual(level, bound)
    case .rowIDRange(let lower, let upper): return try openRowIDRange(level, lower, upper)
    case .index(let index, let equal, let lower, let upper):
      return try openIndex(level, index, equal, lower, upper)
    case .anyOf(let alternatives): return try openAlternatives(level, alternatives)
    case .automaticIndex(let bounds, _): return try openAutomatic(level, bounds)
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

  /// The rows of a derived table as they are made.
  private func openCoroutine(_ source: BoundSource) -> OpenLoop {
    guard let coroutine = coroutines[ObjectIdentifier(source)] else { return openSingle() }
    let next = builder.newLabel()
    let end = builder.newLabel()
    start(coroutine)
    builder.place(next)
    resume(coroutine, orJump: end)
    source.access = .registers(first: coroutine.first, rowID: 0)
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.emit(.goto, 0, next.placeholder)
      self.builder.place(end)
    }
  }

  func openScan(_ cursor: Int32, reversed: Bool) -> OpenLoop {
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
      let members = try openMembers(bound, reversed: level.path.isReversed)
      let register = newRegister()
      emitMember(members, field: bound.field, into: register)
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
    return OpenLoop(next: next, end: next)
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

extension Affinity {
  /// What a value that is sought among values of this affinity is converted to. An integer stays one: it compares with
  /// reals exactly, and as a real it might have been rounded.
  var forSearch: Affinity { self == .real ? .numeric : self }
}
