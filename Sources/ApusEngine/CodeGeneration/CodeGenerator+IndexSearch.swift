// Loops over the entries of an index: a search on its first columns, then on until the prefix or a bound ends.

extension CodeGenerator {
  func openIndex(
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
    let affinities = keyAffinities(level, index, table)
    let reversed = level.path.isReversed
    let skipped = level.path.skipped
    let end = builder.newLabel()
    let rangeWidth = max(lower?.rowLength ?? 1, upper?.rowLength ?? 1)
    let first = newRegisters(skipped + equal.count + rangeWidth)
    // Where a search without rows leads: around the searches are loops over values of skipped columns, over members of
    // IN, and over the two ranges of a pattern.
    var exhausted = end
    let groups = openGroups(cursor, skipped, first, reversed: reversed, end: end)
    if let groups { exhausted = groups.end }
    var memberLoops: [MemberLoop] = []
    var rowLoops: [(membership: BoundExpression, loop: MemberLoop)] = []
    for (position, bound) in equal.enumerated() {
      let register = first + Int32(skipped + position)
      let affinity = affinities[skipped + position]
      if bound.isMembership {
        // The members in the order of the index, so that the rows are in it, too.
        let field = skipped + position
        let isDescending =
          index.storedColumns.indices.contains(field) && index.storedColumns[field].isDescending
        // The columns of one row come from one loop.
        if let known = rowLoops.first(where: { $0.membership === bound.value }) {
          emitMember(known.loop, field: bound.field, into: register)
          continue
        }
        let fields = equal.filter { $0.value === bound.value }
        let loop = try openMembers(bound, fields: fields, reversed: reversed != isDescending)
        if fields.count > 1 { rowLoops.append((bound.value, loop)) }
        memberLoops.append(loop)
        exhausted = loop.next
        emitMember(loop, field: bound.field, into: register)
      } else if bound.operation == .isNull {
        builder.emit(.null, 0, register, register)
      } else {
        try emit(bound.value, into: register)
        if bound.operation == .equal { builder.emit(.isNull, register, exhausted.placeholder) }
        try applyAffinity(affinity, bound.affinity, register)
      }
    }
    let keyCount = skipped + equal.count
    var range = IndexRange(
      keyCount: keyCount, first: first, lower: lower, upper: upper,
      affinities: affinities.dropFirst(keyCount),
      isReversed: reversed,
      isDescending: index.storedColumns.indices.contains(keyCount)
        && index.storedColumns[keyCount].isDescending,
      exhausted: exhausted)
    let passes = openPasses(&range)
    if let passes { range.exhausted = passes.end }
    let top = try emitRange(cursor, range)
    let next = builder.newLabel()
    try emitRowAccess(level, table, index, indexCursor: cursor, next: next)
    noteFields(of: index, level, cursor)
    let isUnique = level.path.isUnique && lower == nil && upper == nil
    let loops = memberLoops
    let outer = exhausted
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      if !loops.isEmpty || groups != nil || passes != nil { self.leaveAfterNullRow(level, end) }
      if !isUnique { self.builder.emit(reversed ? .previous : .next, cursor, top) }
      if let passes { self.closePasses(passes, outer) }
      for loop in loops.reversed() { try loop.close() }
      if let groups {
        self.builder.place(groups.end)
        self.builder.emit(
          reversed ? .seekLT : .seekGT, cursor, end.placeholder, first,
          p4: UInt16(truncatingIfNeeded: skipped))
        self.builder.emit(.goto, 0, groups.top)
      }
      self.builder.place(end)
    }
  }

  /// The affinities with which the key of an index is sought.
  private func keyAffinities(
    _ level: JoinPlan.Level, _ index: IndexDefinition, _ table: TableDefinition
  ) -> [Affinity] {
    index.storedColumns.enumerated().map { position, column in
      if column.expression != nil {
        return level.path.fields?.terms?.fields[position].affinity.forSearch ?? .none
      }
      return table.columns.indices.contains(column.tableColumn)
        ? table.columns[column.tableColumn].affinity.forSearch : .integer
    } + [.integer]
  }

  /// Inside the loop the index's expressions are read from its entry. Not where a row of NULLs may stand for the item's: there the
  /// expression decides.
  private func noteFields(of index: IndexDefinition, _ level: JoinPlan.Level, _ cursor: Int32) {
    guard let terms = level.path.fields?.terms, !level.source.isNullable, level.source.join != .right,
      level.source.join != .full, !sharesBody
    else { return }
    for (field, column) in index.columns.enumerated() where column.expression != nil {
      // An entry keeps no subtype: JSON would come back as text.
      if terms.fields[field].mayHaveSubtype { continue }
      indexedFields.append((terms.fields[field].withoutCollate, cursor, Int32(field)))
    }
  }

  /// Reads an expression from the entry of an index that holds it; false when none does.
  func emitIndexedField(_ expression: BoundExpression, into target: Int32) -> Bool {
    for known in indexedFields where known.expression.isSame(as: expression) {
      builder.emit(.column, known.cursor, known.field, target, p5: columnFlags)
      // Whole numbers are stored as integers.
      if expression.affinity == .real { builder.emit(.realAffinity, target) }
      return true
    }
    return false
  }

  // MARK: Loops around the search

  /// The loop over the values of the columns that are skipped.
  private struct Groups {
    let top: Int32
    let end: ProgramBuilder.Label
  }

  private func openGroups(
    _ cursor: Int32, _ skipped: Int, _ first: Int32, reversed: Bool, end: ProgramBuilder.Label
  ) -> Groups? {
    guard skipped > 0 else { return nil }
    builder.emit(reversed ? .last : .rewind, cursor, end.placeholder)
    let top = builder.address
    // The cursor moves on: the values must be the registers' own.
    for field in 0..<Int32(skipped) { builder.emit(.column, cursor, field, first + field) }
    return Groups(top: top, end: builder.newLabel())
  }

  /// LIKE and GLOB match blobs too, which are behind all texts: the range is searched once with texts and once with blobs as bounds.
  private struct Passes {
    let second: Int32
    let top: Int32
    let end: ProgramBuilder.Label
  }

  private func openPasses(_ range: inout IndexRange) -> Passes? {
    guard range.lower?.isPattern ?? false else { return nil }
    let second = newRegister()
    builder.emit(.integer, 0, second)
    range.secondPass = second
    return Passes(second: second, top: builder.address, end: builder.newLabel())
  }

  private func closePasses(_ passes: Passes, _ outer: ProgramBuilder.Label) {
    builder.place(passes.end)
    builder.emit(.ifPositive, passes.second, outer.placeholder, 0)
    builder.emit(.integer, 1, passes.second)
    builder.emit(.goto, 0, passes.top)
  }

  // MARK: The search

  /// `prefix = equal AND lower AND upper` of an index.
  private struct IndexRange {
    let keyCount: Int
    /// The registers of the equal columns, and one more.
    let first: Int32
    let lower: ColumnBound?
    let upper: ColumnBound?
    /// Of the columns that are bounded: one, or those of a row.
    let affinities: ArraySlice<Affinity>
    let isReversed: Bool
    let isDescending: Bool
    /// Where to go when there is no row, or no more.
    var exhausted: ProgramBuilder.Label
    /// For a pattern: the register that tells the second pass.
    var secondPass: Int32?

    /// In the direction of the scan. NULLs are at the low end and match no range.
    var startsLow: Bool { isReversed == isDescending }
  }

  /// Applies a column's affinity to a key value; not when the comparison is made without affinity.
  func applyAffinity(
    _ column: Affinity, _ comparison: Affinity, _ register: Int32
  ) throws(DatabaseError) {
    guard comparison != .none, comparison != .blob, column != .none, column != .blob else { return }
    builder.emit(.affinity, register, 1, p4: try builder.affinityString([column.rawValue]))
  }

  /// Positions an index cursor at the start of a range and tests its end. Returns the top of the loop.
  private func emitRange(_ cursor: Int32, _ range: IndexRange) throws(DatabaseError) -> Int32 {
    let hasRange = range.lower != nil || range.upper != nil
    let startBound = range.startsLow ? range.lower : range.upper
    let stopBound = range.startsLow ? range.upper : range.lower
    let keys = Int32(truncatingIfNeeded: range.keyCount)
    let first = range.first
    let exhausted = range.exhausted
    func seek(_ strict: Bool, _ count: Int32) {
      emitSeek(cursor, strict, range.isReversed, register: first, count: count, exhausted)
    }
    if hasRange, let bound = startBound {
      seek(try emitBound(bound, range, into: first + keys), keys + Int32(bound.rowLength))
    } else if hasRange, range.startsLow {
      builder.emit(.null, 0, first + keys, first + keys)
      seek(true, keys + 1)
    } else if keys > 0 {
      seek(false, keys)
    } else {
      builder.emit(range.isReversed ? .last : .rewind, cursor, exhausted.placeholder)
    }
    // The end key has registers of its own: it is computed once, before the loop.
    var stopFirst = first
    var stopCount = keys
    var stopStrict = false
    if hasRange, stopBound != nil || !range.startsLow {
      stopFirst = newRegisters(range.keyCount + (stopBound?.rowLength ?? 1))
      if keys > 0 {
        for offset in 0..<keys { builder.emit(.shallowCopy, first + offset, stopFirst + offset) }
      }
      let register = stopFirst + keys
      if let bound = stopBound {
        stopStrict = try emitBound(bound, range, into: register)
      } else {
        builder.emit(.null, 0, register, register)
        stopStrict = true
      }
      stopCount = keys + Int32(stopBound?.rowLength ?? 1)
    }
    let top = builder.address
    if stopCount > 0 {
      let opcode: Opcode =
        range.isReversed ? (stopStrict ? .indexLE : .indexLT) : (stopStrict ? .indexGE : .indexGT)
      builder.emit(opcode, cursor, exhausted.placeholder, stopFirst, p4: UInt16(stopCount))
    }
    return top
  }

  /// Computes an end of a range; true when the end itself does not belong to it.
  private func emitBound(
    _ bound: ColumnBound, _ range: IndexRange, into register: Int32
  ) throws(DatabaseError) -> Bool {
    try emit(bound.value, into: register)
    if bound.isNotNull { return true }
    if let second = range.secondPass {
      // Texts come before blobs in the index.
      let isText = builder.newLabel()
      builder.emit(range.startsLow ? .ifNot : .if, second, isText.placeholder)
      builder.emit(.cast, register, Int32(Affinity.blob.rawValue))
      builder.place(isText)
    } else {
      builder.emit(.isNull, register, range.exhausted.placeholder)
      try applyAffinity(range.affinities.first ?? .none, bound.affinity, register)
      if let row = bound.row { try emitRest(of: row, bound.rowLength, range, from: register + 1) }
    }
    return bound.operation == .less || bound.operation == .greater
  }

  /// The values of a row behind its first: NULL compares with nothing, but the row is tested anyway.
  private func emitRest(
    of row: RowComparison, _ length: Int, _ range: IndexRange, from register: Int32
  ) throws(DatabaseError) {
    for place in 1..<max(length, 1) {
      let target = register + Int32(place - 1)
      try emit(row.right[place], into: target)
      let affinity = range.affinities.dropFirst(place).first ?? .none
      try applyAffinity(affinity, ComparisonRules(row.left[place], row.right[place]).affinity, target)
    }
    if case .scalarQuery(let reference, _) = row.right[0].kind {
      reusedQueries.insert(ObjectIdentifier(reference.query))
    }
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
