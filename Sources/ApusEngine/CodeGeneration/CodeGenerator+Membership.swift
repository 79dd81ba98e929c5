// IN: as a value, as a jump, and as a loop over the members that drives an index search.

extension CodeGenerator {
  /// A loop over the members of an IN, each once, in order.
  struct MemberLoop {
    var cursor: Int32
    var next: ProgramBuilder.Label
    var end: ProgramBuilder.Label
    var close: Body
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
      try jumpUnlessInQuery(values, reference.query, ifFalse, ifNull)
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
  func openMembers(_ bound: ColumnBound, reversed: Bool) throws(DatabaseError) -> MemberLoop {
    try openMembers(of: bound.value, collation: bound.collation, reversed: reversed)
  }

  func openMembers(
    of membership: BoundExpression, collation: Collation, reversed: Bool = false
  ) throws(DatabaseError) -> MemberLoop {
    let hasNull = newRegister()
    let cursor: Int32
    switch membership.kind {
    case .inList(let value, let items, _):
      cursor = try fillMembers(
        items, affinity: value.affinity, collation: collation, hasNull: hasNull)
    case .inQuery(let values, let reference, _):
      cursor = try fillMembers(values, reference.query, hasNull: hasNull).cursor
    default: throw DatabaseError(.internal, "not an IN expression")
    }
    let next = builder.newLabel()
    let end = builder.newLabel()
    builder.emit(reversed ? .last : .rewind, cursor, end.placeholder)
    let top = builder.address
    let member = temporary()
    builder.emit(.column, cursor, 0, member)
    builder.emit(.isNull, member, next.placeholder)
    release(member)
    return MemberLoop(cursor: cursor, next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      self.builder.emit(reversed ? .previous : .next, cursor, top)
      self.builder.place(end)
    }
  }
}
