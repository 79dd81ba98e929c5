// Aggregate queries: one group, or groups in the order of their keys (from an index, else through a sorter).
//
// Bare columns, those outside aggregates that are no GROUP BY term, are copied to registers from one row of the group: the row that min() or
// max() picked, else the first (https://www.sqlite.org/lang_select.html#bareagg).

extension CodeGenerator {
  func generateAggregate(
    _ select: BoundSelect, orderBy: [BoundOrderTerm], limits: Limits, end: ProgramBuilder.Label,
    consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    if let table = countShortcut(select) {
      try generateCount(select, table, orderBy, limits, end, consume)
      return
    }
    let layout = try AggregateLayout(self, select, orderBy)
    if select.groupBy.isEmpty {
      try generateSingleGroup(select, layout, orderBy, limits, end, consume)
    } else {
      try generateGroups(select, layout, orderBy, limits, end, consume)
    }
  }

  // MARK: One group

  private func generateSingleGroup(
    _ select: BoundSelect, _ layout: AggregateLayout, _ orderBy: [BoundOrderTerm], _ limits: Limits,
    _ end: ProgramBuilder.Label, _ consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    var filter = select.filter
    var wanted: [BoundOrderTerm] = []
    // min(x) or max(x) alone: the first row in the order of x that is not NULL.
    if select.aggregates.count == 1, let aggregate = select.aggregates.first,
      aggregate.definition.flags.contains(.picksRow), let argument = aggregate.arguments.first,
      aggregate.filter == nil, !argument.isConstant, context.optimizations.contains(.minMax)
    {
      wanted = [
        BoundOrderTerm(
          expression: argument, isDescending: aggregate.definition.name == "max", nullsReversed: false)
      ]
      if !layout.hasBareColumns {
        // Not as a range, which a plan would tell of.
        filter.append(argument.replacing(.not(argument.replacing(.isNull(argument, negated: false)))))
      }
    }
    let readers = layout.hasBareColumns ? nil : select.aggregates.flatMap(\.inputs)
    let isTold =
      select.aggregates.count == 1
      && NeedlessDistinct.areTold(
        select.aggregates[0].isDistinct ? select.aggregates[0].arguments : [], select, context)
    let distinct = wanted.isEmpty && !isTold ? distinctArgument(select) : nil
    var plan = try JoinPlanner.plan(
      select.sources, filter: filter, context: context,
      wantedOrder: distinct.map { [$0.ascending] } ?? wanted,
      directionsFree: distinct != nil, readers: readers, distinct: distinct == nil ? .notWanted : .byOrder)
    let firstRowOnly = !wanted.isEmpty && plan.isOrdered
    layout.keepsFirstNull = firstRowOnly
    if distinct != nil {
      if plan.isOrdered { layout.compareWithLast() }
    } else if !firstRowOnly, !wanted.isEmpty {
      let distinct = isTold ? nil : distinctArgument(select)
      plan = try JoinPlanner.plan(
        select.sources, filter: select.filter, context: context,
        wantedOrder: distinct.map { [$0.ascending] } ?? [],
        directionsFree: true, readers: readers, distinct: distinct == nil ? .notWanted : .byOrder)
      if distinct != nil, plan.isOrdered { layout.compareWithLast() }
    }
    // Of one row, and of values that a key tells apart, none comes twice.
    if firstRowOnly || isTold || select.sources.isEmpty && select.aggregates.count == 1 {
      layout.compareWithLast()
    }
    if select.sources.isEmpty { explain("SCAN CONSTANT ROW") }
    // As in SQLite it is called a search even if all rows are looked at, but not with HAVING.
    plan.isSearchForExtreme =
      context.optimizations.contains(.minMax) && select.having == nil && select.aggregates.count == 1
      && select.aggregates[0].filter == nil
      && select.aggregates[0].definition.flags.contains(.picksRow)
    try layout.reset(isBeforeLoops: true)
    let done = builder.newLabel()
    try generateLoops(plan) { () throws(DatabaseError) in
      try layout.step()
      guard firstRowOnly else { return }
      if layout.hasBareColumns, let extreme = wanted.first?.expression {
        // Rows of NULLs count only as long as there is no other.
        let value = try self.operand(extreme)
        self.builder.emit(.notNull, value.register, done.placeholder)
        self.release(value)
      } else {
        self.builder.emit(.goto, 0, done.placeholder)
      }
    }
    builder.place(done)
    try layout.finalize()
    layout.enterOutput()
    let stage = try OutputStage(self, select, orderBy: [], limits: limits, end: end, consume: consume)
    let skip = builder.newLabel()
    if let having = select.having { try jumpIfFalse(having, to: skip, whenNull: true) }
    try stage.emitRow()
    builder.place(skip)
    try stage.finish()
  }

  /// What the only aggregate, a DISTINCT one, is of: its rows may come in that order.
  private func distinctArgument(_ select: BoundSelect) -> BoundExpression? {
    guard select.aggregates.count == 1, let aggregate = select.aggregates.first, aggregate.isDistinct,
      aggregate.orderBy.isEmpty, aggregate.arguments.count == 1, mayComeTogether(select)
    else { return nil }
    return aggregate.arguments[0]
  }

  /// count(*) of one whole table: the tree's cells are counted, not read.
  private func countShortcut(_ select: BoundSelect) -> TableDefinition? {
    guard select.groupBy.isEmpty, select.aggregates.count == 1, select.filter.isEmpty,
      select.having == nil, let aggregate = select.aggregates.first,
      aggregate.definition.flags.contains(.isCount), aggregate.arguments.isEmpty, aggregate.filter == nil,
      select.sources.count == 1, case .table(let table) = select.sources[0].kind,
      select.output.count == 1, case .aggregate = select.output[0].kind
    else { return nil }
    return table
  }

  private func generateCount(
    _ select: BoundSelect, _ table: TableDefinition, _ orderBy: [BoundOrderTerm], _ limits: Limits,
    _ end: ProgramBuilder.Label, _ consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    readDatabases.insert(table.database)
    let source = select.sources[0]
    let cursor: Int32
    if let index = smallestIndex(table, source) {
      explain("SCAN \(table.name) USING COVERING INDEX \(index.name)")
      cursor = builder.newCursor()
      builder.emit(
        .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
        p4: try keyInfo(of: index))
    } else {
      explain("SCAN \(table.name)")
      switch try openTable(table) {
      case .table(let open): cursor = open
      case .index(let open, _, _): cursor = open
      default: return
      }
    }
    select.aggregateRegisters = newRegisters(1)
    builder.emit(.count, cursor, select.aggregateRegisters)
    let stage = try OutputStage(self, select, orderBy: [], limits: limits, end: end, consume: consume)
    try stage.emitRow()
  }

  /// The index with the narrowest entries, if they are narrower than rows: it has as many.
  private func smallestIndex(_ table: TableDefinition, _ source: BoundSource) -> IndexDefinition? {
    guard case .none = source.indexHint else { return nil }
    var best: IndexDefinition?
    var width = CostModel.rowWidth(table)
    if table.isWithoutRowID, let primary = table.primaryKeyIndex {
      width = min(width, CostModel.entryWidth(primary, table))
    }
    for index in context.catalogs.indexes(of: table) where !index.isPartial && !index.isUnordered {
      let own = CostModel.entryWidth(index, table)
      if own < width {
        best = index
        width = own
      }
    }
    return best
  }

  // MARK: Groups

  private func generateGroups(
    _ select: BoundSelect, _ layout: AggregateLayout, _ orderBy: [BoundOrderTerm], _ limits: Limits,
    _ end: ProgramBuilder.Label, _ consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    // ORDER BY that repeats the GROUP BY terms is served by sorting the rows that way; where an index brings the groups together in another
    // order, they are sorted, being fewer. As in SQLite one of as many terms decides the directions of the sorting whatever its terms are,
    // and so the order of groups that it does not tell apart.
    var directions = select.groupBy.map {
      BoundOrderTerm(expression: $0, isDescending: false, nullsReversed: false)
    }
    var orderIsGroup = orderBy.count == directions.count
    for (index, term) in orderBy.enumerated() where orderIsGroup {
      if !term.expression.isSame(as: select.groupBy[index]) { orderIsGroup = false }
    }
    if orderIsGroup { directions = orderBy }
    let distinct = distinctArgument(select)
    let plan = try JoinPlanner.plan(
      select.sources, filter: select.filter, context: context, wantedOrder: directions,
      directionsFree: true, finalOrder: orderIsGroup ? directions : [], offer: select.groupOffer,
      distinct: distinct.map { .columns(select.groupBy + [$0]) } ?? .notWanted
    )
    if orderIsGroup, plan.isOrdered, !plan.isSorted { orderIsGroup = false }
    if distinct != nil, plan.isOrdered, plan.bringsEqualsTogether { layout.compareWithLast() }
    let keyCount = select.groupBy.count
    let present = newRegisters(keyCount)
    let previous = newRegisters(keyCount)
    let hasGroup = newRegister()
    let outputReturn = newRegister()
    let outputRoutine = builder.newLabel()
    let finished = builder.newLabel()
    let stage = try OutputStage(
      self, select, orderBy: orderIsGroup ? [] : orderBy, limits: limits, end: end, consume: consume)
    builder.emit(.integer, 0, hasGroup)
    builder.emit(.null, 0, previous, previous + Int32(keyCount) - 1)
    let keyFields = select.groupBy.map { KeyInfo.Field(collation: $0.collation?.collation ?? .binary) }
    let keyInfo = try builder.keyInfo(keyFields, encoding: context.encoding)
    // A row of the group order arrived: its keys are in `present`.
    let arrive: Body = { () throws(DatabaseError) in
      let newGroup = self.builder.newLabel()
      let sameGroup = self.builder.newLabel()
      let compare = self.builder.newLabel()
      self.builder.emit(.if, hasGroup, compare.placeholder)
      self.builder.emit(.goto, 0, newGroup.placeholder)
      self.builder.place(compare)
      self.builder.emit(.compareRegisters, previous, present, Int32(keyCount), p4: keyInfo)
      self.builder.emit(
        .compareJump, newGroup.placeholder, sameGroup.placeholder, newGroup.placeholder)
      self.builder.place(newGroup)
      self.builder.emit(.gosub, outputReturn, outputRoutine.placeholder)
      self.builder.emit(.copy, present, previous, Int32(keyCount - 1))
      try layout.reset()
      self.builder.emit(.integer, 1, hasGroup)
      self.builder.place(sameGroup)
      try layout.step()
    }
    if plan.isOrdered {
      try generateLoops(plan) { () throws(DatabaseError) in
        for (index, term) in select.groupBy.enumerated() {
          try self.emit(term, into: present + Int32(index))
        }
        try arrive()
      }
    } else {
      let columns = layout.inputColumns
      let followsOrder = orderBy.count == directions.count
      let sortFields = directions.enumerated().map { index, term in
        KeyInfo.Field(
          collation: term.expression.collation?.collation ?? .binary,
          isDescending: followsOrder ? orderBy[index].isDescending : term.isDescending,
          nullsReversed: term.nullsReversed)
      }
      let sorter = try SortOperator(
        self, keys: sortFields, columns: keyCount + columns.count, limits: Limits())
      try generateLoops(plan) { () throws(DatabaseError) in
        let row = self.newRegisters(sorter.columns)
        for (index, term) in select.groupBy.enumerated() {
          try self.emit(term, into: row + Int32(index))
        }
        for (index, column) in columns.enumerated() {
          try self.emitColumn(column.source, column.column, into: row + Int32(keyCount + index))
        }
        sorter.push(row)
      }
      explain("USE TEMP B-TREE FOR \(select.isDistinctByGroups ? "DISTINCT" : "GROUP BY")")
      try sorter.drain { cursor throws(DatabaseError) in
        for index in 0..<Int32(keyCount) { self.builder.emit(.column, cursor, index, present + index) }
        for (index, column) in columns.enumerated() {
          self.redirects[Slot(column.source, column.column)] = .field(
            cursor: cursor, column: Int32(keyCount + index))
        }
        try arrive()
      }
    }
    builder.emit(.gosub, outputReturn, outputRoutine.placeholder)
    builder.emit(.goto, 0, finished.placeholder)
    builder.place(outputRoutine)
    let empty = builder.newLabel()
    builder.emit(.ifNot, hasGroup, empty.placeholder, 1)
    try layout.finalize()
    layout.enterOutput()
    for (index, term) in select.groupBy.enumerated() where select.readsKey(term) {
      substitutions.append((term, previous + Int32(index)))
    }
    if let having = select.having { try jumpIfFalse(having, to: empty, whenNull: true) }
    try stage.emitRow()
    builder.place(empty)
    builder.emit(.return, outputReturn)
    builder.place(finished)
    try stage.finish()
  }
}
