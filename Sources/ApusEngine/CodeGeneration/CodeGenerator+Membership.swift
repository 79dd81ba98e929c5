// IN: as a value, as a jump, and as a loop over the members that drives an index search.

extension CodeGenerator {
  /// A loop over the members of an IN, each once, in order.
  struct MemberLoop {
    var cursor: Int32
    var next: ProgramBuilder.Label
    var end: ProgramBuilder.Label
    /// The members are the rowids of a table under the cursor.
    var isRowIDs = false
    /// Where rows are members: which of their columns the loop delivers, in order.
    var fields = [0]
    var close: Body
  }

  /// The member that a loop is at; of rows, one column.
  func emitMember(_ loop: MemberLoop, field: Int = 0, into register: Int32) {
    if loop.isRowIDs {
      builder.emit(.rowID, loop.cursor, register)
    } else {
      builder.emit(.column, loop.cursor, Int32(loop.fields.firstIndex(of: field) ?? 0), register)
    }
  }

  /// Computes an IN expression into a register: 1, 0 or NULL.
  func emitMembership(_ expression: BoundExpression, into target: Int32) throws(DatabaseError) {
    let negated: Bool
    switch expression.kind {
    case .inList(_, _, let not), .inQuery(_, _, let not): negated = not
    default: return
    }
    let isFalse = builder.newLabel()
    let isNull = builder.newLabel()
    let end = builder.newLabel()
    try jumpUnlessMember(expression, ifFalse: isFalse, ifNull: isNull)
    builder.emit(.integer, negated ? 0 : 1, target)
    builder.emit(.goto, 0, end.placeholder)
    builder.place(isFalse)
    builder.emit(.integer, negated ? 1 : 0, target)
    builder.emit(.goto, 0, end.placeholder)
    builder.place(isNull)
    builder.emit(.null, 0, target, target)
    builder.place(end)
  }

  /// Falls through when the operand is a member, whatever NOT says; else jumps. x IN () is false even for NULL.
  func jumpUnlessMember(
    _ expression: BoundExpression, ifFalse: ProgramBuilder.Label, ifNull: ProgramBuilder.Label
  ) throws(DatabaseError) {
    switch expression.kind {
    case .inList(let value, let items, _):
      guard !items.isEmpty else {
        builder.emit(.goto, 0, ifFalse.placeholder)
        return
      }
      if items.count > 3, items.allSatisfy(\.isConstant) {
        try jumpUnlessInConstants(value, items, ifFalse, ifNull)
      } else {
        try jumpUnlessInItems(value, items, ifFalse, ifNull)
      }
    case .inQuery(let values, let reference, _):
      guard values.count > 1 else { return try jumpUnlessInQuery(values, reference.query, ifFalse, ifNull) }
      try holdingRows(of: values) { () throws(DatabaseError) in
        try self.jumpUnlessInQuery(values, reference.query, ifFalse, ifNull)
      }
    default: throw DatabaseError(.internal, "not an IN expression")
    }
  }

  /// x IN (a, b, c) by comparing one after the other.
  private func jumpUnlessInItems(
    _ value: BoundExpression, _ items: [BoundExpression], _ ifFalse: ProgramBuilder.Label,
    _ ifNull: ProgramBuilder.Label
  ) throws(DatabaseError) {
    let found = builder.newLabel()
    let held = newRegister()
    try emit(value, into: held)
    // NULL & anything is NULL: the sum tells at the end whether a NULL was met.
    let sawNull = newRegister()
    builder.emit(.integer, 0, sawNull)
    var rules = ComparisonRules(value, value)
    rules.affinity = value.affinity
    rules.collation = value.collation?.collation ?? .binary
    for item in items {
      let member = try operand(item)
      emitComparison(.eq, held, member.register, rules, target: found.placeholder, flags: 0)
      builder.emit(.bitAnd, sawNull, member.register, sawNull)
      release(member)
    }
    builder.emit(.isNull, held, ifNull.placeholder)
    builder.emit(.isNull, sawNull, ifNull.placeholder)
    builder.emit(.goto, 0, ifFalse.placeholder)
    builder.place(found)
  }

  private func jumpUnlessInConstants(
    _ value: BoundExpression, _ items: [BoundExpression], _ ifFalse: ProgramBuilder.Label,
    _ ifNull: ProgramBuilder.Label
  ) throws(DatabaseError) {
    let affinity = value.affinity
    let collation = value.collation?.collation ?? .binary
    let hasNull = newRegister()
    let cursor = try fillMembers(items, affinity: affinity, collation: collation, hasNull: hasNull)
    let held = newRegister()
    try emit(value, into: held)
    builder.emit(.isNull, held, ifNull.placeholder)
    if affinity != .none, affinity != .blob {
      builder.emit(.affinity, held, 1, p4: try builder.affinityString([affinity.rawValue]))
    }
    let found = builder.newLabel()
    builder.emit(.found, cursor, found.placeholder, held, p4: 1)
    builder.emit(.if, hasNull, ifNull.placeholder)
    builder.emit(.goto, 0, ifFalse.placeholder)
    builder.place(found)
  }

  /// A temporary index of the distinct constants of a list, filled once per run. `hasNull` is set to 1 if one is NULL.
  private func fillMembers(
    _ items: [BoundExpression], affinity: Affinity, collation: Collation, hasNull: Int32
  ) throws(DatabaseError) -> Int32 {
    let cursor = builder.newCursor()
    let filled = builder.newLabel()
    let isConstant = items.allSatisfy(\.isConstant)
    if isConstant { builder.emit(.once, 0, filled.placeholder) }
    let key = try builder.keyInfo([KeyInfo.Field(collation: collation)], encoding: context.encoding)
    builder.emit(.openEphemeral, cursor, 1, p4: key)
    builder.emit(.integer, 0, hasNull)
    let letters = try builder.affinityString([
      (affinity == .none ? Affinity.blob : affinity.forSearch).rawValue
    ])
    let value = newRegister()
    let record = newRegister()
    for item in items {
      try emit(item, into: value)
      let skip = builder.newLabel()
      let isNull = builder.newLabel()
      builder.emit(.isNull, value, isNull.placeholder)
      builder.emit(.makeRecord, value, 1, record, p4: letters)
      builder.emit(.indexInsert, cursor, record, value, p4: 1)
      builder.emit(.goto, 0, skip.placeholder)
      builder.place(isNull)
      builder.emit(.integer, 1, hasNull)
      builder.place(skip)
    }
    builder.place(filled)
    return cursor
  }

  private func jumpUnlessInQuery(
    _ values: [BoundExpression], _ query: BoundQuery, _ ifFalse: ProgramBuilder.Label,
    _ ifNull: ProgramBuilder.Label
  ) throws(DatabaseError) {
    if values.count == 1,
      let stored = StoredMembers(values[0], query, self, memberCollation(values[0], query, 0))
    {
      try jumpUnlessStored(stored, values[0], ifFalse, ifNull)
      return
    }
    let hasNull = newRegister()
    let (cursor, letters, filter) = try fillMembers(values, query, hasNull: hasNull)
    let count = values.count
    let first = newRegisters(count)
    for (index, value) in values.enumerated() { try emit(value, into: first + Int32(index)) }
    builder.emit(.affinity, first, Int32(count), p4: letters)
    let found = builder.newLabel()
    let valueIsNull = builder.newLabel()
    for index in 0..<Int32(count) { builder.emit(.isNull, first + index, valueIsNull.placeholder) }
    let isMissing = builder.newLabel()
    testFilter(
      filter, first, values.indices.map { memberCollation(values[$0], query, $0) },
      orJump: isMissing.placeholder)
    builder.emit(.found, cursor, found.placeholder, first, p4: UInt16(count))
    builder.place(isMissing)
    if count == 1 {
      builder.emit(.if, hasNull, ifNull.placeholder)
      builder.emit(.goto, 0, ifFalse.placeholder)
      builder.place(valueIsNull)
      // NULL IN (nothing) is false.
      builder.emit(.ifEmpty, cursor, ifFalse.placeholder)
      builder.emit(.goto, 0, ifNull.placeholder)
    } else {
      // Rows: NULL if some member equals in every place where neither side is NULL.
      builder.emit(.ifNot, hasNull, ifFalse.placeholder)
      builder.place(valueIsNull)
      let next = builder.newLabel()
      builder.emit(.rewind, cursor, ifFalse.placeholder)
      let top = builder.address
      let member = newRegister()
      for (index, value) in values.enumerated() {
        builder.emit(.column, cursor, Int32(index), member)
        var rules = ComparisonRules(value, value)
        rules.affinity = .blob
        rules.collation = memberCollation(value, query, index)
        emitComparison(
          .ne, first + Int32(index), member, rules, target: next.placeholder, flags: 0)
      }
      builder.emit(.goto, 0, ifNull.placeholder)
      builder.place(next)
      builder.emit(.next, cursor, top)
      builder.emit(.goto, 0, ifFalse.placeholder)
    }
    builder.place(found)
  }

  /// As in SQLite the last arm of a compound stands for the query.
  private func memberCollation(_ value: BoundExpression, _ query: BoundQuery, _ column: Int) -> Collation {
    guard case .select(let select)? = query.parts.last?.core, select.output.indices.contains(column) else {
      return value.collation?.collation ?? .binary
    }
    return ComparisonRules.collation(value, select.output[column])
  }

  /// A temporary index of a subquery's distinct rows. Uncorrelated subqueries run once.
  private func fillMembers(
    _ values: [BoundExpression], _ query: BoundQuery, hasNull: Int32
  ) throws(DatabaseError) -> (cursor: Int32, affinities: UInt16, filter: Int32?) {
    var letters: [UInt8] = []
    var fields: [KeyInfo.Field] = []
    for (index, value) in values.enumerated() {
      let affinity = ComparisonRules.affinity(value.affinity, query.operandAffinity(index))
      letters.append((affinity == .none ? Affinity.blob : affinity).rawValue)
      fields.append(KeyInfo.Field(collation: memberCollation(value, query, index)))
    }
    let affinities = try builder.affinityString(letters)
    let cursor = builder.newCursor()
    let filled = builder.newLabel()
    if !query.isCorrelated { builder.emit(.once, 0, filled.placeholder) }
    builder.emit(
      .openEphemeral, cursor, Int32(values.count), p4: try builder.keyInfo(fields, encoding: context.encoding)
    )
    builder.emit(.integer, 0, hasNull)
    // Filled anew for each use it would cost more than it spares.
    let filter = query.isCorrelated ? nil : openFilter().map { MemberFilter(register: $0) }
    let title = (query.isCorrelated ? "CORRELATED " : "") + "LIST SUBQUERY \(query.number)"
    try explain(title) { () throws(DatabaseError) in
      self.pendingFilter = filter
      try self.generate(query) { first, count throws(DatabaseError) in
        let keys = self.newRegisters(count)
        for index in 0..<Int32(count) {
          self.builder.emit(.shallowCopy, first + index, keys + index)
          let known = self.builder.newLabel()
          self.builder.emit(.notNull, keys + index, known.placeholder)
          self.builder.emit(.integer, 1, hasNull)
          self.builder.place(known)
        }
        let record = self.newRegister()
        self.builder.emit(.makeRecord, keys, Int32(count), record, p4: affinities)
        self.builder.emit(.indexInsert, cursor, record, keys, p4: UInt16(count))
        if let filter, filter.isFilled {
          self.addToFilter(filter.register, keys, fields.map(\.collation))
        }
      }
    }
    builder.place(filled)
    return (cursor, affinities, filter.flatMap { $0.isFilled ? $0.register : nil })
  }

  /// Opens a loop over the members of an IN bound, the greatest first when `reversed`.
  /// - Parameter fields: of rows, the columns to be delivered; the loop goes by their order.
  func openMembers(
    _ bound: ColumnBound, fields: [ColumnBound] = [], reversed: Bool
  ) throws(DatabaseError) -> MemberLoop {
    if case .inQuery(let values, let reference, _) = bound.value.kind, values.count > 1 {
      let cursor = try fillRows(values, reference.query, fields.isEmpty ? [bound] : fields)
      return openMembers(
        cursor, fields: fields.isEmpty ? [bound.field] : fields.map(\.field), reversed: reversed)
    }
    return try openMembers(of: bound.value, collation: bound.collation, reversed: reversed)
  }

  func openMembers(
    of membership: BoundExpression, collation: Collation, reversed: Bool = false
  ) throws(DatabaseError) -> MemberLoop {
    switch membership.kind {
    case .inList(let value, let items, _):
      let cursor = try fillMembers(
        items, affinity: value.affinity, collation: collation, hasNull: newRegister())
      return openMembers(cursor, reversed: reversed)
    case .inQuery(let values, let reference, _):
      if values.count == 1, let stored = StoredMembers(values[0], reference.query, self, collation),
        stored.isOrderedSet
      {
        return openMembers(
          try open(stored), isRowIDs: stored.index == nil, reversed: reversed != stored.isDescending)
      }
      let cursor = try fillMembers(values, reference.query, hasNull: newRegister()).cursor
      return openMembers(cursor, reversed: reversed)
    default: throw DatabaseError(.internal, "not an IN expression")
    }
  }

  private func openMembers(
    _ cursor: Int32, fields: [Int] = [0], isRowIDs: Bool = false, reversed: Bool
  ) -> MemberLoop {
    let next = builder.newLabel()
    let end = builder.newLabel()
    builder.emit(reversed ? .last : .rewind, cursor, end.placeholder)
    let top = builder.address
    if !isRowIDs {
      let member = temporary()
      for field in fields.indices {
        builder.emit(.column, cursor, Int32(field), member)
        builder.emit(.isNull, member, next.placeholder)
      }
      release(member)
    }
    return MemberLoop(cursor: cursor, next: next, end: end, isRowIDs: isRowIDs, fields: fields) {
      () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(reversed ? .previous : .next, cursor, top)
      self.builder.place(end)
    }
  }

  /// A temporary index of some columns of a subquery's rows.
  private func fillRows(
    _ values: [BoundExpression], _ query: BoundQuery, _ bounds: [ColumnBound]
  ) throws(DatabaseError) -> Int32 {
    let letters = bounds.map { bound in
      let affinity = ComparisonRules.affinity(
        values[bound.field].affinity, query.operandAffinity(bound.field))
      return (affinity == .none ? Affinity.blob : affinity).rawValue
    }
    let affinities = try builder.affinityString(letters)
    let fields = bounds.map { KeyInfo.Field(collation: $0.collation) }
    let cursor = builder.newCursor()
    let filled = builder.newLabel()
    if !query.isCorrelated { builder.emit(.once, 0, filled.placeholder) }
    builder.emit(
      .openEphemeral, cursor, Int32(fields.count), p4: try builder.keyInfo(fields, encoding: context.encoding)
    )
    // As in SQLite it is another query than the one that the test of the term runs.
    context.queryNumber += 1
    let title = (query.isCorrelated ? "CORRELATED " : "") + "LIST SUBQUERY \(context.queryNumber)"
    try explain(title) { () throws(DatabaseError) in
      if self.context.wantsQueryPlan, !query.isCorrelated { self.pendingFilter = MemberFilter(register: 0) }
      try self.generate(query) { first, _ throws(DatabaseError) in
        let keys = self.newRegisters(bounds.count)
        for (place, bound) in bounds.enumerated() {
          self.builder.emit(.shallowCopy, first + Int32(bound.field), keys + Int32(place))
        }
        let record = self.newRegister()
        self.builder.emit(.makeRecord, keys, Int32(bounds.count), record, p4: affinities)
        self.builder.emit(.indexInsert, cursor, record, keys, p4: UInt16(bounds.count))
      }
    }
    builder.place(filled)
    return cursor
  }

  // MARK: Members that a table holds

  /// Opens the tree that holds the members, once a run.
  private func open(_ stored: StoredMembers) throws(DatabaseError) -> Int32 {
    let cursor = builder.newCursor()
    let opened = builder.newLabel()
    readDatabases.insert(stored.table.database)
    builder.emit(.once, 0, opened.placeholder)
    if let index = stored.index {
      explain("USING INDEX \(index.name) FOR IN-OPERATOR")
      builder.emit(
        .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
        p4: try keyInfo(of: index))
    } else {
      explain("USING ROWID SEARCH ON TABLE \(stored.table.name) FOR IN-OPERATOR")
      builder.emit(
        .openRead, cursor, Int32(bitPattern: stored.table.rootPage), Int32(stored.table.database))
    }
    builder.place(opened)
    return cursor
  }

  /// Whether a value is a member is looked up in the table's own tree, or in an index.
  private func jumpUnlessStored(
    _ stored: StoredMembers, _ value: BoundExpression, _ ifFalse: ProgramBuilder.Label,
    _ ifNull: ProgramBuilder.Label
  ) throws(DatabaseError) {
    let cursor = try open(stored)
    let held = newRegister()
    try emit(value, into: held)
    let isGiven = builder.newLabel()
    builder.emit(.notNull, held, isGiven.placeholder)
    // NULL IN (nothing) is false.
    builder.emit(.ifEmpty, cursor, ifFalse.placeholder)
    builder.emit(.goto, 0, ifNull.placeholder)
    builder.place(isGiven)
    guard stored.index != nil else {
      builder.emit(.seekRowID, cursor, ifFalse.placeholder, held)
      return
    }
    if stored.affinity != .none {
      builder.emit(.affinity, held, 1, p4: try builder.affinityString([stored.affinity.rawValue]))
    }
    let found = builder.newLabel()
    builder.emit(.found, cursor, found.placeholder, held, p4: 1)
    if stored.mayHoldNull {
      // NULLs are at one end.
      builder.emit(stored.isDescending ? .last : .rewind, cursor, ifFalse.placeholder)
      let end = temporary()
      builder.emit(.column, cursor, 0, end)
      builder.emit(.isNull, end, ifNull.placeholder)
      release(end)
    }
    builder.emit(.goto, 0, ifFalse.placeholder)
    builder.place(found)
  }
}
