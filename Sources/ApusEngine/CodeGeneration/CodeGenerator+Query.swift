// Whole queries: one SELECT, VALUES or a compound, with LIMIT and OFFSET. Rows are handed to a consumer that generates what happens
// with them; it is called once per place in the code where rows come out, as a rule exactly once.

extension CodeGenerator {
  /// Generates the use of a row that stands in `count` registers from `first`.
  typealias RowConsumer = (_ first: Int32, _ count: Int) throws(DatabaseError) -> Void

  /// Registers of LIMIT and OFFSET, 0 for none.
  struct Limits {
    var limit: Int32 = 0
    var offset: Int32 = 0
    /// Rows that a sorter must keep: limit + offset; 0 when unknown.
    var total: Int32 = 0
    /// LIMIT, where it is known when the statement is compiled.
    var rows: Estimate?
    /// Their values where the text tells them.
    var knownLimit: Int64?
    var knownOffset: Int64?
  }

  func generate(
    _ query: BoundQuery, firstRowOnly: Bool = false, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 250 else { throw DatabaseError(.error, "parser stack overflow") }
    let filter = pendingFilter
    let wasDraining = isDraining
    pendingFilter = nil
    isDraining = false
    defer { isDraining = wasDraining }
    let end = builder.newLabel()
    if let authorization = context.authorization { try authorization.checkSelect(query) }
    if !firstRowOnly { LimitTransfer.apply(to: query) }
    try UnionAllFlattening.apply(to: query, context: context)
    if let authorization = context.authorization {
      try QueryAuthorization(authorization, context).checkItems(of: query)
    }
    let wereUncounted = hasUncountedRows
    if query.isRowList { hasUncountedRows = true }
    defer { hasUncountedRows = wereUncounted }
    var limits = try openLimits(query.limit, query.offset, end: end)
    if firstRowOnly, limits.limit == 0 { limits.knownLimit = 1 }
    let outerPartLimits = partLimits
    partLimits = Limits()
    defer { partLimits = outerPartLimits }
    // As a rule nothing is added to what the consumer does.
    var take = consume
    if firstRowOnly || filter != nil {
      take = { first, count throws(DatabaseError) in
        if query.parts.count == 1 { self.announce(filter, times: self.rowsInList(query)) }
        try consume(first, count)
        if firstRowOnly { self.builder.emit(.goto, 0, end.placeholder) }
      }
    }
    if query.parts.count == 1 {
      switch query.parts[0].core {
      case .select(let select) where query.compoundOrder.isEmpty:
        try generate(select, orderBy: query.orderBy, limits: limits, end: end, consume: take)
        builder.place(end)
        return
      default: break
      }
    }
    if limits.offset == 0, query.compoundOrder.isEmpty,
      query.parts.dropFirst().allSatisfy({ $0.compoundOperator == .unionAll })
    {
      partLimits = limits
    }
    let taken = take
    let limited: RowConsumer = { first, count throws(DatabaseError) in
      try self.emitLimited(limits, end: end) { () throws(DatabaseError) in try taken(first, count) }
    }
    if query.compoundOrder.isEmpty {
      try explainCompound(query) { () throws(DatabaseError) in
        try self.generateParts(
          query, query.parts[...], keepsDuplicates: false, filter: filter, consume: limited)
      }
    } else if query.canMerge(context) {
      try generateMerged(
        query, query.parts[...], query.compoundOrder, total: limits.total, filter: filter, consume: limited)
    } else {
      try generateSorted(
        query.compoundOrder, width: query.columns.count, limits: limits, consume: limited
      ) { push throws(DatabaseError) in
        guard query.parts.count > 1 else {
          try self.generateParts(query, query.parts[...], keepsDuplicates: false, consume: push)
          return
        }
        // In SQLite's words a query around the compound sorts its rows.
        let name = "(subquery-\(query.number))"
        try self.explain("CO-ROUTINE \(name)") { () throws(DatabaseError) in
          try self.explainCompound(query) { () throws(DatabaseError) in
            try self.generateParts(query, query.parts[...], keepsDuplicates: false, consume: push)
          }
        }
        self.explain("SCAN \(name)")
      }
    }
    builder.place(end)
  }

  private func explainCompound(_ query: BoundQuery, _ body: Body) throws(DatabaseError) {
    if query.parts.count > 1 {
      try explain("COMPOUND QUERY", around: body)
    } else {
      try body()
    }
  }

  // MARK: LIMIT

  /// Evaluates LIMIT and OFFSET once, before the loops. LIMIT 0 jumps to `end`.
  func openLimits(
    _ limit: BoundExpression?, _ offset: BoundExpression?, end: ProgramBuilder.Label
  ) throws(DatabaseError) -> Limits {
    var limits = Limits()
    if let limit {
      limits.limit = newRegister()
      if case .constant(.integer(let number)) = limit.kind, number > 0 {
        limits.rows = Estimates.of(Double(number))
      }
      try emit(limit, into: limits.limit)
      builder.emit(.mustBeInteger, limits.limit, 0)
      limits.knownLimit = Self.known(limit)
      builder.emit(.ifNot, limits.limit, end.placeholder)
    }
    if let offset {
      limits.offset = newRegister()
      try emit(offset, into: limits.offset)
      builder.emit(.mustBeInteger, limits.offset, 0)
      limits.knownOffset = Self.known(offset)
    }
    if limits.limit != 0 {
      limits.total = newRegister()
      builder.emit(.offsetLimit, limits.limit, limits.total, limits.offset)
    }
    return limits
  }

  private static func known(_ value: BoundExpression) -> Int64? {
    guard case .constant(.integer(let number)) = value.kind, number >= 0 else { return nil }
    return number
  }

  /// Skips rows of the OFFSET, runs `body`, and leaves for `end` when the LIMIT is reached.
  func emitLimited(
    _ limits: Limits, end: ProgramBuilder.Label, _ body: Body
  ) throws(DatabaseError) {
    let skip = builder.newLabel()
    if limits.offset != 0 { builder.emit(.ifPositive, limits.offset, skip.placeholder, 1) }
    try body()
    if limits.limit != 0 { builder.emit(.decrementJumpZero, limits.limit, end.placeholder) }
    builder.place(skip)
  }

  // MARK: Parts

  private func generatePart(
    _ part: BoundQuery.Part, columns: [OutputColumn], dropsDuplicates: Bool, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    switch part.core {
    case .select(let select):
      // The operator drops duplicates: the arm need not.
      if dropsDuplicates { select.isDistinct = false }
      var order: [BoundOrderTerm] = []
      if !select.isRewritten, select.sources.contains(where: \.isDerived) {
        let arm = BoundQuery(parts: [part], columns: columns)
        try UnionAllFlattening.apply(to: arm, context: context)
        if arm.parts.count > 1 {
          // It was asked about as the part that it is.
          _ = context.authorization?.isNew(arm)
          try generate(arm, consume: consume)
          return
        }
        order = arm.orderBy
      }
      let end = builder.newLabel()
      try generate(
        select, orderBy: order, limits: Limits(), offered: partLimits, end: end, consume: consume)
      builder.place(end)
    case .values(let rows): try generateValues(rows, consume: consume)
    }
  }

  /// VALUES: one row is evaluated in place; several share one copy of the consumer's code, as a subroutine.
  func generateValues(
    _ rows: [[BoundExpression]], consume: RowConsumer
  ) throws(DatabaseError) {
    guard let width = rows.first?.count else { return }
    let first = newRegisters(width)
    explain(
      rows.count == 1
        ? "SCAN CONSTANT ROW"
        : "SCAN \(rows.count)\(context.hasCommonTables || hasUncountedRows ? " CONSTANT ROWS" : "-ROW VALUES CLAUSE")"
    )
    if rows.count == 1 {
      for (index, value) in rows[0].enumerated() { try emit(value, into: first + Int32(index)) }
      try consume(first, width)
      return
    }
    let returnAddress = newRegister()
    let subroutine = builder.newLabel()
    let done = builder.newLabel()
    for row in rows {
      for (index, value) in row.enumerated() { try emit(value, into: first + Int32(index)) }
      builder.emit(.gosub, returnAddress, subroutine.placeholder)
    }
    builder.emit(.goto, 0, done.placeholder)
    builder.place(subroutine)
    try consume(first, width)
    builder.emit(.return, returnAddress)
    builder.place(done)
  }

  /// A part under its line of EXPLAIN QUERY PLAN.
  private func generatePart(
    _ number: Int, _ title: String, of query: BoundQuery, dropsDuplicates: Bool,
    consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    let part = query.parts[number]
    guard query.parts.count > 1 else {
      try generatePart(part, columns: query.columns, dropsDuplicates: false, consume: consume)
      return
    }
    if let authorization = context.authorization, try authorization.leavesOut(part: number, of: query) {
      return
    }
    try explain(title) { () throws(DatabaseError) in
      try self.generatePart(
        part, columns: query.columns, dropsDuplicates: dropsDuplicates, consume: consume)
    }
  }

  /// The parts of a compound, the last operator applied last. With `keepsDuplicates` the consumer drops duplicates itself.
  private func generateParts(
    _ query: BoundQuery, _ parts: ArraySlice<BoundQuery.Part>, keepsDuplicates: Bool,
    filter: MemberFilter? = nil, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    guard let operation = parts.last?.compoundOperator else { return }
    let last = parts.endIndex - 1
    if parts.count == 1 {
      try generatePart(
        last, "LEFT-MOST SUBQUERY", of: query, dropsDuplicates: keepsDuplicates, consume: consume)
      return
    }
    let before = parts.dropLast()
    let width = query.columns.count
    switch operation {
    case .unionAll:
      // Both sides deliver into the same registers and share the consumer's code.
      let first = newRegisters(width)
      let returnAddress = newRegister()
      let subroutine = builder.newLabel()
      let done = builder.newLabel()
      let deliver: RowConsumer = { from, count throws(DatabaseError) in
        self.announce(filter)
        for index in 0..<Int32(count) {
          self.builder.emit(.shallowCopy, from + index, first + index)
        }
        self.builder.emit(.gosub, returnAddress, subroutine.placeholder)
      }
      if before.allSatisfy({ $0.compoundOperator == .unionAll }) {
        for index in parts.indices {
          try generatePart(
            index, index == parts.startIndex ? "LEFT-MOST SUBQUERY" : "UNION ALL", of: query,
            dropsDuplicates: keepsDuplicates, consume: deliver)
        }
      } else {
        try generateParts(query, before, keepsDuplicates: keepsDuplicates, consume: deliver)
        try generatePart(
          last, "UNION ALL", of: query, dropsDuplicates: keepsDuplicates, consume: deliver)
      }
      builder.emit(.goto, 0, done.placeholder)
      builder.place(subroutine)
      try consume(first, width)
      builder.emit(.return, returnAddress)
      builder.place(done)
    case .union:
      if keepsDuplicates {
        // An enclosing operator drops duplicates: this one need not.
        try generateParts(query, before, keepsDuplicates: true, consume: consume)
        try generatePart(
          last, "UNION USING TEMP B-TREE", of: query, dropsDuplicates: true, consume: consume)
        return
      }
      let set = try openRowSet(query)
      let add = insertInto(set)
      try generateParts(query, before, keepsDuplicates: true, consume: add)
      try generatePart(
        last, "UNION USING TEMP B-TREE", of: query, dropsDuplicates: true, consume: add)
      try scan(set, width: width) { first, count throws(DatabaseError) in
        self.announce(filter)
        try consume(first, count)
      }
    case .except:
      let set = try openRowSet(query)
      let done = builder.newLabel()
      try generateParts(query, before, keepsDuplicates: true, consume: insertInto(set))
      // Of no rows nothing is left, whatever the last part has.
      builder.emit(.ifEmpty, set, done.placeholder)
      try generatePart(last, "EXCEPT USING TEMP B-TREE", of: query, dropsDuplicates: true) {
        first, count throws(DatabaseError) in
        self.builder.emit(.indexDelete, set, first, Int32(count))
      }
      try scan(set, width: width) { first, count throws(DatabaseError) in
        self.announce(filter)
        try consume(first, count)
      }
      builder.place(done)
    case .intersect:
      let left = try openRowSet(query)
      let right = try openRowSet(query)
      let done = builder.newLabel()
      try generateParts(query, before, keepsDuplicates: true, consume: insertInto(left))
      builder.emit(.ifEmpty, left, done.placeholder)
      try generatePart(
        last, "INTERSECT USING TEMP B-TREE", of: query, dropsDuplicates: true, consume: insertInto(right))
      try scan(left, width: width) { first, count throws(DatabaseError) in
        let skip = self.builder.newLabel()
        self.builder.emit(.notFound, right, skip.placeholder, first, p4: UInt16(count))
        self.announce(filter)
        try consume(first, count)
        self.builder.place(skip)
      }
      builder.place(done)
    }
  }

  /// A temporary index of distinct rows, ordered by the compound's collations.
  private func openRowSet(_ query: BoundQuery) throws(DatabaseError) -> Int32 {
    let cursor = builder.newCursor()
    let fields = query.columns.map { KeyInfo.Field(collation: $0.collation) }
    builder.emit(
      .openEphemeral, cursor, Int32(fields.count), p4: try builder.keyInfo(fields, encoding: context.encoding)
    )
    return cursor
  }

  private func insertInto(_ cursor: Int32) -> RowConsumer {
    { first, count throws(DatabaseError) in
      let record = self.newRegister()
      self.builder.emit(.makeRecord, first, Int32(count), record)
      self.builder.emit(.indexInsert, cursor, record, first, p4: UInt16(count))
    }
  }

  private func scan(
    _ cursor: Int32, width: Int, consume: RowConsumer
  ) throws(DatabaseError) {
    let end = builder.newLabel()
    builder.emit(.rewind, cursor, end.placeholder)
    let top = builder.address
    let first = newRegisters(width)
    for index in 0..<Int32(width) { builder.emit(.column, cursor, index, first + index) }
    try consume(first, width)
    builder.emit(.next, cursor, top)
    builder.place(end)
  }

  /// The rows of `rows` through a sorter.
  func generateSorted(
    _ order: [CompoundTerm], width: Int, limits: Limits, consume: @escaping RowConsumer,
    rows: (@escaping RowConsumer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let keyFields = order.map {
      KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending, nullsReversed: $0.nullsReversed)
    }
    let sorter = try SortOperator(self, keys: keyFields, columns: keyFields.count + width, limits: limits)
    try rows { first, count throws(DatabaseError) in
      let row = self.newRegisters(keyFields.count + count)
      for (index, term) in order.enumerated() {
        self.builder.emit(.shallowCopy, first + Int32(term.column), row + Int32(index))
      }
      for index in 0..<Int32(count) {
        self.builder.emit(.shallowCopy, first + index, row + Int32(keyFields.count) + index)
      }
      sorter.push(row)
    }
    explain("USE TEMP B-TREE FOR ORDER BY")
    try sorter.drain { fieldCursor throws(DatabaseError) in
      let first = self.newRegisters(width)
      for index in 0..<width {
        self.builder.emit(
          .column, fieldCursor, Int32(keyFields.count + index), first + Int32(index))
      }
      self.isDraining = true
      defer { self.isDraining = false }
      try consume(first, width)
    }
  }
}

/// A sorter under construction: rows are pushed, then drained in order.
struct SortOperator {
  let generator: CodeGenerator
  let cursor: Int32
  let columns: Int
  private let record: Int32
  private(set) var keyInfo = Instruction.noP4

  /// A sorter that is to be opened with `open`.
  init(_ generator: CodeGenerator, columns: Int) {
    self.generator = generator
    self.columns = columns
    cursor = generator.builder.newCursor()
    record = generator.newRegister()
  }

  init(
    _ generator: CodeGenerator, keys: [KeyInfo.Field], columns: Int, limits: CodeGenerator.Limits
  ) throws(DatabaseError) {
    self.init(generator, columns: columns)
    keyInfo = try generator.builder.keyInfo(keys, encoding: generator.context.encoding)
    open(keyInfo: keyInfo, limits: limits)
  }

  /// Opens the sorter, or empties it.
  func open(keyInfo: UInt16, limits: CodeGenerator.Limits = .init()) {
    generator.builder.emit(.sorterOpen, cursor, Int32(columns), limits.total, p4: keyInfo)
  }

  /// Adds the row in `columns` registers from `first`.
  func push(_ first: Int32) {
    generator.builder.emit(.makeRecord, first, Int32(columns), record)
    generator.builder.emit(.sorterInsert, cursor, record)
  }

  /// Sorts, and loops over the rows; `row` gets a cursor on the fields.
  func drain(_ row: (Int32) throws(DatabaseError) -> Void) throws(DatabaseError) {
    let end = generator.builder.newLabel()
    let pseudo = generator.builder.newCursor()
    let data = generator.newRegister()
    generator.builder.emit(.openPseudo, pseudo, data, Int32(columns))
    generator.builder.emit(.sorterSort, cursor, end.placeholder)
    let top = generator.builder.address
    generator.builder.emit(.sorterData, cursor, data, pseudo)
    try row(pseudo)
    generator.builder.emit(.sorterNext, cursor, top)
    generator.builder.place(end)
  }
}
