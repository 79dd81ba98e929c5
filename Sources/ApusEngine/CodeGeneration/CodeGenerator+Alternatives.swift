// One index per operand of an OR. The loops over the operands' rows follow each other, and each calls the body, which is generated once,
// for the rows that none before it has found.

extension CodeGenerator {
  /// Opens the index cursors of the operands; the table's own cursor is open.
  func prepareAlternatives(
    _ alternatives: [AccessPath.Alternative], _ level: JoinPlan.Level
  ) throws(DatabaseError) {
    var cursors: [Int32?] = []
    try openCursors(of: alternatives, level, &cursors)
    alternativeCursors[ObjectIdentifier(level.source)] = cursors
  }

  /// Adds a cursor for each search, in the order in which their loops follow each other.
  private func openCursors(
    of alternatives: [AccessPath.Alternative], _ level: JoinPlan.Level, _ cursors: inout [Int32?]
  ) throws(DatabaseError) {
    for alternative in alternatives {
      if case .anyOf(let inner) = alternative.path.method {
        try openCursors(of: inner, level, &cursors)
        continue
      }
      guard case .index(let index, _, _, _) = alternative.path.method,
        !(level.source.table?.isWithoutRowID ?? false) || index !== level.source.table?.primaryKeyIndex
      else {
        cursors.append(nil)
        continue
      }
      let cursor = builder.newCursor()
      builder.emit(
        .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
        p4: try keyInfo(of: index))
      cursors.append(cursor)
    }
  }

  /// The loops of an operand that is an OR itself leave it to those around them to ask which rows were found.
  func openAlternatives(
    _ level: JoinPlan.Level, _ alternatives: [AccessPath.Alternative]
  ) throws(DatabaseError) -> OpenLoop {
    let item = ObjectIdentifier(level.source)
    let cursors = alternativeCursors[item] ?? []
    let isInner = alternativePlaces[item] != nil
    if !isInner { alternativePlaces[item] = 0 }
    defer { if !isInner { alternativePlaces[item] = nil } }
    let body = builder.newLabel()
    let next = builder.newLabel()
    let end = builder.newLabel()
    let returnAddress = newRegister()
    let seen = isInner ? nil : try openSeenRows(level.source)
    for alternative in alternatives {
      let operand = JoinPlan.Level(
        source: level.source, position: level.position, path: alternative.path, joinFilter: [],
        filter: alternative.filter)
      if !alternative.path.isAnyOf {
        let place = alternativePlaces[item] ?? 0
        searchCursors[item] = cursors.indices.contains(place) ? cursors[place] : nil
        alternativePlaces[item] = place + 1
      }
      try explainAlternative(alternative, level.source) { () throws(DatabaseError) in
        self.sharesBody = true
        let loop = try self.openLoop(operand)
        self.sharesBody = false
        for term in operand.filter { try self.jumpIfFalse(term, to: loop.next, whenNull: true) }
        if let seen { try self.emitUnlessSeen(seen, level.source, orJump: loop.next) }
        self.builder.emit(.gosub, returnAddress, body.placeholder)
        try loop.close(in: self)
      }
    }
    searchCursors[item] = nil
    builder.emit(.goto, 0, end.placeholder)
    builder.place(body)
    return OpenLoop(next: next, end: end, returnAddress: returnAddress) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(.return, returnAddress)
      self.builder.place(end)
    }
  }

  /// The keys of the rows that were found: a register with rowids, or a cursor on a temporary index of primary keys.
  private enum SeenRows {
    case rowIDs(Int32)
    case keys(Int32, columns: [Int])
  }

  private func openSeenRows(_ source: BoundSource) throws(DatabaseError) -> SeenRows {
    guard let primary = source.table?.primaryKeyIndex, source.table?.isWithoutRowID ?? false else {
      let set = newRegister()
      builder.emit(.null, 0, set, set)
      return .rowIDs(set)
    }
    let cursor = builder.newCursor()
    let fields = primary.columns.map { KeyInfo.Field(collation: $0.collation) }
    builder.emit(
      .openEphemeral, cursor, Int32(fields.count),
      p4: try builder.keyInfo(fields, encoding: context.encoding))
    return .keys(cursor, columns: primary.columns.map(\.tableColumn))
  }

  private func emitUnlessSeen(
    _ seen: SeenRows, _ source: BoundSource, orJump label: ProgramBuilder.Label
  ) throws(DatabaseError) {
    switch seen {
    case .rowIDs(let set):
      let register = newRegister()
      try emitColumn(source, -1, into: register)
      builder.emit(.rowSetTest, set, label.placeholder, register)
    case .keys(let cursor, let columns):
      let first = newRegisters(columns.count)
      for (position, column) in columns.enumerated() {
        try emitColumn(source, column, into: first + Int32(position))
      }
      let record = newRegister()
      let count = UInt16(truncatingIfNeeded: columns.count)
      builder.emit(.found, cursor, label.placeholder, first, p4: count)
      builder.emit(.makeRecord, first, Int32(columns.count), record)
      builder.emit(.indexInsert, cursor, record, first, p4: count)
    }
  }
}
