/// How UPDATE and DELETE come to the rows that WHERE chooses.
///
/// A row is changed while the scan stands on it only where that cannot disturb the scan; else the keys of all rows
/// are gathered first, and each row is looked up again before it is changed.
struct RowVisit {
  private enum Mode {
    /// The cursor that scans the table writes it.
    case direct
    /// Rows that are found through an index which the statement leaves alone, in its order.
    case found
    case collected
  }

  let statement: ModificationStatement
  let source: BoundSource
  let writer: TableWriter
  private let plan: JoinPlan
  private let mode: Mode
  /// At most one row is visited.
  let isSingle: Bool

  private var generator: CodeGenerator { statement.generator }

  /// - Parameters:
  ///   - allowsMany: rows may be changed while they are found; in the table's own tree it is `allowsOwnTree` that decides.
  ///   - leavesAlone: the indexes whose entries stay as they are while rows are changed.
  init(
    _ statement: ModificationStatement, _ source: BoundSource, _ writer: TableWriter,
    filter: [BoundExpression], allowsMany: Bool, allowsOwnTree: Bool = true,
    leavesAlone: (IndexDefinition) -> Bool = { _ in false }
  ) throws(DatabaseError) {
    self.statement = statement
    self.source = source
    self.writer = writer
    if let table = source.table, !table.isWithoutRowID {
      // As in SQLite rows that are going to be changed are not scanned in the order of an index just because it is smaller.
      for column in table.columns.indices { source.usedColumns.insert(column) }
    }
    let read = source.usedColumns
    if let table = source.table, table.isWithoutRowID, !filter.contains(where: \.hasSubquery) {
      // Without a rowid they are: only what finds them counts.
      source.usedColumns = Self.columns(of: source, in: filter)
    }
    let plan = try JoinPlanner.plan([source], filter: filter, context: statement.context)
    source.usedColumns = read
    self.plan = plan
    // With RETURNING the rows come by their keys, even when scans run backwards.
    let isReversed = statement.context.plannerOptions.reversesUnordered && statement.returning != nil
    let many: Mode =
      allowsMany && !isReversed && !filter.contains(where: \.hasSubquery) ? .direct : .collected
    guard let path = plan.levels.first?.path else {
      mode = .collected
      isSingle = false
      return
    }
    switch path.method {
    case .tableScan, .rowIDRange:
      mode = allowsOwnTree ? many : .collected
      isSingle = false
    case .rowIDEqual(let bound):
      mode = bound.isMembership ? .collected : .direct
      isSingle = !bound.isMembership
    case .index(let index, let equal, nil, nil)
    where index.isUnique && equal.count == index.columns.count
      && equal.allSatisfy({ $0.operation == .equal }):
      mode = .found
      isSingle = true
    case .index(let index, _, _, _)
    where many == .direct && leavesAlone(index) && index !== source.table?.primaryKeyIndex:
      mode = .found
      isSingle = false
    default:
      mode = .collected
      isSingle = false
    }
  }

  private static func columns(of source: BoundSource, in filter: [BoundExpression]) -> ColumnSet {
    var columns = ColumnSet()
    for term in filter {
      term.walk { node in
        if case .column(let owner, let column) = node.kind, owner === source { columns.insert(column) }
      }
    }
    return columns
  }

  /// Generates the visit. `body` changes the row with that key, on which the data cursor stands, and which `source` reads.
  /// - Parameters:
  ///   - isWritten: the indexes that `body` writes.
  ///   - body: called once; its label leads to the next row.
  func emit(
    isWritten: @escaping (IndexDefinition) -> Bool,
    body: @escaping (RowKey, CodeGenerator.Label) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    switch mode {
    case .direct: try emitDirect(isWritten, body)
    case .found:
      try writer.open(isWritten: isWritten)
      try generator.generateLoops(plan) { () throws(DatabaseError) in
        let next = self.generator.builder.newLabel()
        let key = try self.writer.emitKey(of: self.source)
        self.writer.emitSeek(key, orJump: next)
        // The entry that was found may be gone before the row is done with.
        self.generator.indexedFields = []
        self.source.access = self.writer.storedRow.access
        try body(key, next)
        self.generator.builder.place(next)
      }
    case .collected: try emitCollected(isWritten, body)
    }
  }

  /// A scan of the table's own tree may go on while its rows are removed or overwritten (`savePosition`).
  var isDirect: Bool { mode == .direct }

  private func emitDirect(
    _ isWritten: (IndexDefinition) -> Bool,
    _ body: @escaping (RowKey, CodeGenerator.Label) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    try writer.openIndexes(isWritten)
    let start = Int(generator.builder.address)
    try generator.generateLoops(plan) { () throws(DatabaseError) in
      let cursor: Int32
      switch self.source.access {
      case .table(let open): cursor = open
      case .index(let open, _, _): cursor = open
      default: throw DatabaseError(.internal, "scan without a cursor")
      }
      // The scan's cursor becomes the one that writes.
      for address in start..<Int(self.generator.builder.address)
      where self.generator.builder.instructions[address].opcode == .openRead
        && self.generator.builder.instructions[address].p1 == cursor
      {
        self.generator.builder.instructions[address].opcode = .openWrite
      }
      self.writer.adopt(cursor)
      let next = self.generator.builder.newLabel()
      let key = try self.writer.emitKey(of: self.source)
      try body(key, next)
      self.generator.builder.place(next)
    }
  }

  // MARK: Two passes

  private func emitCollected(
    _ isWritten: (IndexDefinition) -> Bool,
    _ body: (RowKey, CodeGenerator.Label) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let keys = try RowKeyList(writer)
    var cursors: [Int32] = []
    try generator.generateLoops(plan) { () throws(DatabaseError) in
      cursors = (self.generator.alternativeCursors[ObjectIdentifier(self.source)] ?? []).compactMap { $0 }
      switch self.source.access {
      case .table(let cursor): cursors.append(cursor)
      case .index(let index, _, let cursor): cursors += cursor >= 0 ? [index, cursor] : [index]
      default: break
      }
      try keys.emitAdd(from: self.source)
    }
    for cursor in cursors { generator.builder.emit(.close, cursor) }
    try writer.open(isWritten: isWritten)
    source.access = writer.storedRow.access
    try keys.emitLoop { key, next throws(DatabaseError) in
      self.writer.emitSeek(key, orJump: next)
      try body(key, next)
    }
    source.access = .closed
  }
}

/// The keys of the rows that a statement is going to change, in key order, each once.
struct RowKeyList {
  private let writer: TableWriter
  /// Rowid set, or for WITHOUT ROWID a cursor on a temporary index.
  private let set: Int32
  private var generator: CodeGenerator { writer.generator }

  init(_ writer: TableWriter) throws(DatabaseError) {
    self.writer = writer
    let generator = writer.generator
    if writer.table.isWithoutRowID {
      set = generator.builder.newCursor()
      let fields = writer.primaryKey.map {
        KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending)
      }
      generator.builder.emit(
        .openEphemeral, set, Int32(fields.count),
        p4: try generator.builder.keyInfo(fields, encoding: generator.context.encoding))
    } else {
      set = generator.newRegister()
      generator.builder.emit(.null, 0, set, set)
    }
  }

  func emitAdd(from source: BoundSource) throws(DatabaseError) {
    switch try writer.emitKey(of: source) {
    case .rowID(let register): generator.builder.emit(.rowSetAdd, set, register)
    case .primaryKey(let first):
      let record = generator.newRegister()
      let count = writer.primaryKey.count
      generator.builder.emit(.makeRecord, first, Int32(count), record)
      generator.builder.emit(.indexInsert, set, record, first, p4: UInt16(truncatingIfNeeded: count))
    }
  }

  func emitLoop(
    _ body: (RowKey, CodeGenerator.Label) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let end = generator.builder.newLabel()
    let next = generator.builder.newLabel()
    if writer.table.isWithoutRowID {
      generator.builder.emit(.rewind, set, end.placeholder)
      let top = generator.builder.address
      let count = writer.primaryKey.count
      let first = generator.newRegisters(count)
      for index in 0..<Int32(count) { generator.builder.emit(.column, set, index, first + index) }
      try body(.primaryKey(first: first), next)
      generator.builder.place(next)
      generator.builder.emit(.next, set, top)
    } else {
      let register = generator.newRegister()
      generator.builder.place(next)
      generator.builder.emit(.rowSetRead, set, end.placeholder, register)
      try body(.rowID(register), next)
      generator.builder.emit(.goto, 0, next.placeholder)
    }
    generator.builder.place(end)
  }
}
