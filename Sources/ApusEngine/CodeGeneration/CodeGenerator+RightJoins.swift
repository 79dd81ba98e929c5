// RIGHT and FULL joins: the rows that find a partner are noted; a pass over the others comes after the loops.

extension CodeGenerator {
  /// What a RIGHT or FULL join keeps while its loops run.
  struct RightJoin {
    var level: Int
    /// Keys of the rows that found a partner.
    var matchedCursor: Int32
    var keyColumns: [Int32]
    var returnAddress: Int32
    var rest: ProgramBuilder.Label

    init(
      level: Int, _ generator: CodeGenerator, _ plan: JoinPlan.Level
    ) throws(DatabaseError) {
      self.level = level
      matchedCursor = generator.builder.newCursor()
      returnAddress = generator.newRegister()
      rest = generator.builder.newLabel()
      keyColumns = []
      if let table = plan.source.table, table.isWithoutRowID {
        keyColumns = table.primaryKeyColumns.map { Int32($0) }
      }
      let fields = [KeyInfo.Field](repeating: KeyInfo.Field(), count: max(keyColumns.count, 1))
      let keyInfo = try generator.builder.keyInfo(fields, encoding: generator.context.encoding)
      generator.builder.emit(.openEphemeral, matchedCursor, Int32(fields.count), p4: keyInfo)
    }
  }

  /// The key of the present row of a right-joined item, in registers.
  private func emitKey(_ join: RightJoin, _ source: BoundSource) throws(DatabaseError) -> (Int32, Int) {
    if join.keyColumns.isEmpty {
      let register = newRegister()
      try emitColumn(source, -1, into: register)
      return (register, 1)
    }
    let first = newRegisters(join.keyColumns.count)
    for (index, column) in join.keyColumns.enumerated() {
      try emitColumn(source, Int(column), into: first + Int32(index))
    }
    return (first, join.keyColumns.count)
  }

  func markMatched(_ join: RightJoin, _ level: JoinPlan.Level) throws(DatabaseError) {
    let (first, count) = try emitKey(join, level.source)
    let known = builder.newLabel()
    let record = newRegister()
    builder.emit(.found, join.matchedCursor, known.placeholder, first, p4: UInt16(count))
    builder.emit(.makeRecord, first, Int32(count), record)
    builder.emit(.indexInsert, join.matchedCursor, record, first, p4: UInt16(count))
    builder.place(known)
  }

  /// Runs the rest of the join for rows of a right-joined item that found no partner, with NULLs on the left.
  func generateUnmatched(_ plan: JoinPlan, _ join: RightJoin) throws(DatabaseError) {
    let level = plan.levels[join.level]
    let pass = try planOfUnmatched(plan, level)
    let name = level.source.explainedName
    try explain("RIGHT-JOIN \(level.source.table?.name ?? name)") { () throws(DatabaseError) in
      self.explain(pass.map { self.text($0) } ?? "SCAN \(name)")
    }
    for before in plan.levels[..<join.level] { emitNullRow(before.source) }
    if case .virtual = level.source.access { return try generateUnmatchedVirtual(level, join) }
    guard scanCursor(level.source) >= 0 else { return }
    let search = searchCursors[ObjectIdentifier(level.source)]
    defer { searchCursors[ObjectIdentifier(level.source)] = search }
    if case .index(let index, _, _, _)? = pass?.path.method {
      let cursor = builder.newCursor()
      builder.emit(
        .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
        p4: try keyInfo(of: index))
      searchCursors[ObjectIdentifier(level.source)] = cursor
    }
    let loop = try pass.map(openLoop) ?? openScan(scanCursor(level.source), reversed: false)
    let (first, count) = try emitKey(join, level.source)
    builder.emit(.found, join.matchedCursor, loop.next.placeholder, first, p4: UInt16(count))
    builder.emit(.gosub, join.returnAddress, join.rest.placeholder)
    try loop.close(in: self)
  }

  /// How the rows of a table that found no partner are looked for: by what WHERE says of them, which is tested in the rest of the join too.
  /// nil: all rows are scanned.
  private func planOfUnmatched(_ plan: JoinPlan, _ level: JoinPlan.Level) throws(DatabaseError) -> JoinPlan
    .Level?
  {
    let source = level.source
    guard let table = source.table else { return nil }
    let (kind, conditions, position) = (source.join, source.joinFilter, source.position)
    source.join = .inner
    source.joinFilter = []
    defer {
      source.join = kind
      source.joinFilter = conditions
      source.position = position
    }
    // A row that WHERE refuses may still be the partner of a row of a later RIGHT or FULL join.
    let isLast = !plan.levels.contains {
      $0.position > level.position && ($0.source.join == .right || $0.source.join == .full)
    }
    let terms = isLast ? plan.levels.flatMap(\.filter).filter { $0.readsOnly(source) } : []
    guard let pass = try JoinPlanner.plan([source], filter: terms, context: context).levels.first else {
      return nil
    }
    switch pass.path.method {
    case .index(let index, let equal, let lower, _):
      // The table's own tree, from end to end.
      if table.isWithoutRowID, index === table.primaryKeyIndex {
        return equal.isEmpty && lower == nil ? nil : pass
      }
      return pass
    case .rowIDEqual, .rowIDRange: return pass
    default: return nil
    }
  }

  /// The rows of a virtual table are asked for once more, by no condition of the join but the arguments of its call.
  private func generateUnmatchedVirtual(
    _ level: JoinPlan.Level, _ join: RightJoin
  ) throws(DatabaseError) {
    let conditions = level.source.joinFilter
    level.source.joinFilter = level.source.tableArguments
    defer { level.source.joinFilter = conditions }
    let plan = try JoinPlanner.plan([level.source], filter: [], context: context)
    let loop = try openLoop(plan.levels[0])
    for term in plan.levels[0].joinFilter { try jumpIfFalse(term, to: loop.next, whenNull: true) }
    let (first, count) = try emitKey(join, level.source)
    builder.emit(.found, join.matchedCursor, loop.next.placeholder, first, p4: UInt16(count))
    builder.emit(.gosub, join.returnAddress, join.rest.placeholder)
    try loop.close(in: self)
  }
}
