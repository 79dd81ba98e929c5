// One SELECT without aggregates: join loops, DISTINCT, ORDER BY, result row. `OutputStage` is shared with aggregate queries.

extension CodeGenerator {
  func generate(
    _ select: BoundSelect, orderBy: [BoundOrderTerm], limits: Limits, offered: Limits? = nil,
    end: ProgramBuilder.Label, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    if !select.windows.isEmpty {
      try generateWindows(select, orderBy: orderBy, limits: limits, end: end, consume: consume)
      return
    }
    var order = orderBy
    try QueryRewriter.rewrite(select, &order, context: context)
    if let authorization = context.authorization {
      try QueryAuthorization(authorization, context).checkItems(of: select)
    }
    groupInsteadOfDistinct(select, order)
    NeedlessDistinct.apply(to: select, context: context)
    // What is computed inside belongs to this SELECT only.
    let outerRedirects = redirects
    let outerSubstitutions = substitutions
    defer {
      redirects = outerRedirects
      substitutions = outerSubstitutions
    }
    try generatePlain(select, orderBy: order, limits: limits, offered: offered, end: end, consume: consume)
  }

  /// SELECT DISTINCT in the order of all that it selects: groups come sorted, and one sorter does both.
  private func groupInsteadOfDistinct(_ select: BoundSelect, _ order: [BoundOrderTerm]) {
    guard select.isDistinct, !select.isArm, !select.isAggregate, select.having == nil, !select.output.isEmpty,
      order.count == select.output.count, !select.sources.isEmpty,
      zip(order, select.output).allSatisfy({
        $0.expression.isSame(as: $1) && !$1.isVolatile && !$1.isConstant && !$1.hasSubquery
          && !$1.mayHaveSubtype
      })
    else { return }
    select.isDistinct = false
    select.isAggregate = true
    select.groupBy = select.output
    select.isDistinctByGroups = true
  }

  /// A SELECT after its rewriting, windows apart.
  /// - Parameter offered: the limits of the compound that it is a part of.
  func generatePlain(
    _ select: BoundSelect, orderBy order: [BoundOrderTerm], limits: Limits, offered: Limits? = nil,
    end: ProgramBuilder.Label, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    if select.isAggregate {
      try generateAggregate(select, orderBy: order, limits: limits, end: end, consume: consume)
      return
    }
    let isOrderForDistinct = select.isDistinct && order.isEmpty && mayComeTogether(select)
    let wanted = isOrderForDistinct ? select.output.map(\.ascending) : order
    let plan = try JoinPlanner.plan(
      select.sources, filter: select.filter, context: context, wantedOrder: wanted,
      directionsFree: isOrderForDistinct,
      readers: select.output + order.map(\.expression), limit: limits.rows,
      offer: select.offer(offered ?? limits),
      distinct: isOrderForDistinct
        ? .byOrder : select.isDistinct && mayComeTogether(select) ? .columns(select.output) : .notWanted,
      isPlain: select.windows.isEmpty
    )
    if select.sources.isEmpty { explain("SCAN CONSTANT ROW") }
    if !select.isDistinct, plan.isOrdered || order.isEmpty {
      try generateLoops(plan) { () throws(DatabaseError) in
        try self.emitRow(of: select, limits, end: end, consume)
      }
      return
    }
    let stage = try OutputStage(
      self, select, orderBy: plan.isOrdered || isOrderForDistinct ? [] : order,
      sorted: context.optimizations.contains(.partialSorting) && !isOrderForDistinct ? plan.orderedTerms : 0,
      bringsEqualsTogether: isOrderForDistinct ? plan.isOrdered : plan.bringsEqualsTogether, limits: limits,
      end: end, consume: consume)
    try generateLoops(plan) { () throws(DatabaseError) in try stage.emitRow() }
    try stage.finish()
  }

  /// Generates the end of the loop body where nothing is sorted and no row left out: the row's values are computed and passed on.
  private func emitRow(
    of select: BoundSelect, _ limits: Limits, end: ProgramBuilder.Label, _ consume: RowConsumer
  ) throws(DatabaseError) {
    let count = select.output.count
    let first = newRegisters(count)
    try emitInOrder(select.output, into: first)
    if limits.limit == 0, limits.offset == 0 {
      try consume(first, count)
    } else {
      try emitLimited(limits, end: end) { () throws(DatabaseError) in try consume(first, count) }
    }
  }
}

extension CodeGenerator {
  /// The loops may deliver rows that are equal for DISTINCT one after the other: values that are kept from row to row must be the same when they are
  /// computed once more.
  func mayComeTogether(_ select: BoundSelect) -> Bool {
    guard context.optimizations.contains(.needlessDistinct), !select.sources.isEmpty, select.windows.isEmpty,
      !select.hasRightJoin
    else { return false }
    for source in select.sources {
      if case .virtual = source.kind { return false }
    }
    return true
  }
}

extension BoundExpression {
  /// A term of an order by this.
  var ascending: BoundOrderTerm {
    BoundOrderTerm(expression: self, isDescending: false, nullsReversed: false)
  }
}

/// What happens with the rows of a SELECT after its loops: DISTINCT, ORDER BY, LIMIT, then the consumer.
final class OutputStage {
  private let generator: CodeGenerator
  private let select: BoundSelect
  private let orderBy: [BoundOrderTerm]
  private let limits: CodeGenerator.Limits
  private let end: ProgramBuilder.Label
  private let consume: CodeGenerator.RowConsumer
  private let sorter: SortOperator?
  /// A cursor over the rows that were delivered, -1 where none is needed.
  private let distinct: Int32
  /// Equal rows come one after the other: the last one that was delivered.
  private let last: LastRow?
  /// Rows come in the order of the first terms: they are sorted group by group.
  private let groups: SortGroups?
  /// For each result column: the field of the sorter's row that holds it.
  private var fields: [Int] = []
  /// Result columns that have a field of their own behind the keys.
  private var stored: [Int] = []

  /// - Parameters:
  ///   - sorted: so many of the first terms of `orderBy` are the order in which the rows come.
  ///   - bringsEqualsTogether: as in `JoinPlan`.
  init(
    _ generator: CodeGenerator, _ select: BoundSelect, orderBy: [BoundOrderTerm], sorted: Int = 0,
    bringsEqualsTogether: Bool = false, limits: CodeGenerator.Limits, end: ProgramBuilder.Label,
    consume: @escaping CodeGenerator.RowConsumer
  ) throws(DatabaseError) {
    self.generator = generator
    self.select = select
    self.orderBy = orderBy
    self.limits = limits
    self.end = end
    self.consume = consume
    if select.isDistinct {
      let keys = select.output.map { KeyInfo.Field(collation: $0.collation?.collation ?? .binary) }
      let keyInfo = try generator.builder.keyInfo(keys, encoding: generator.context.encoding)
      if bringsEqualsTogether {
        distinct = -1
        last = LastRow(generator, count: keys.count, keyInfo: keyInfo)
      } else {
        distinct = generator.builder.newCursor()
        last = nil
        generator.builder.emit(.openEphemeral, distinct, Int32(keys.count), p4: keyInfo)
      }
    } else {
      distinct = -1
      last = nil
    }
    guard !orderBy.isEmpty else {
      sorter = nil
      groups = nil
      return
    }
    for (index, expression) in select.output.enumerated() {
      if let key = orderBy.firstIndex(where: {
        $0.expression.isSame(as: expression) && !expression.isVolatile
      }) {
        fields.append(key)
      } else {
        fields.append(orderBy.count + stored.count)
        stored.append(index)
      }
    }
    let keys = orderBy.map {
      KeyInfo.Field(
        collation: $0.expression.collation?.collation ?? .binary, isDescending: $0.isDescending,
        nullsReversed: $0.nullsReversed)
    }
    let sorter = try SortOperator(
      generator, keys: keys, columns: orderBy.count + stored.count,
      limits: limits)
    self.sorter = sorter
    groups =
      sorted > 0 && sorted < orderBy.count
      ? try SortGroups(sorter, keys: Array(keys.prefix(sorted)), limits: limits) : nil
  }

  /// Generates the end of the loop body: the row's values are computed and passed on.
  func emitRow() throws(DatabaseError) {
    let skip = generator.builder.newLabel()
    let count = select.output.count
    let needsRow = distinct >= 0 || last != nil || sorter == nil
    var first: Int32 = 0
    if needsRow {
      first = generator.newRegisters(count)
      try generator.emitInOrder(select.output, into: first)
    }
    if distinct >= 0 {
      generator.builder.emit(.found, distinct, skip.placeholder, first, p4: UInt16(count))
      let record = generator.newRegister()
      generator.builder.emit(.makeRecord, first, Int32(count), record)
      generator.builder.emit(.indexInsert, distinct, record, first, p4: UInt16(count))
    }
    last?.jumpIfSame(first, to: skip)
    if let sorter {
      let row = generator.newRegisters(sorter.columns)
      // As in SQLite the keys come last.
      for (offset, index) in stored.enumerated() {
        let target = row + Int32(orderBy.count + offset)
        if needsRow {
          generator.builder.emit(.shallowCopy, first + Int32(index), target)
        } else {
          try generator.emit(select.output[index], into: target)
        }
      }
      for (index, term) in orderBy.enumerated() {
        try generator.emit(term.expression, into: row + Int32(index))
      }
      groups?.arrive(row)
      sorter.push(row)
    } else {
      let row = first
      try generator.emitLimited(limits, end: end) { () throws(DatabaseError) in
        try self.consume(row, count)
      }
    }
    generator.builder.place(skip)
  }

  /// After the loops: delivers sorted rows.
  func finish() throws(DatabaseError) {
    if distinct >= 0 { generator.explain("USE TEMP B-TREE FOR DISTINCT") }
    guard let sorter else { return }
    let unsorted = orderBy.count - (groups?.count ?? 0)
    generator.explain(
      groups == nil
        ? "USE TEMP B-TREE FOR ORDER BY"
        : unsorted == 1
          ? "USE TEMP B-TREE FOR LAST TERM OF ORDER BY"
          : "USE TEMP B-TREE FOR LAST \(unsorted) TERMS OF ORDER BY")
    let drain = { () throws(DatabaseError) in
      try sorter.drain { cursor throws(DatabaseError) in try self.deliver(cursor) }
    }
    if let groups {
      try groups.finish(drain)
    } else {
      try drain()
    }
  }

  /// Passes on the sorted row under a cursor.
  private func deliver(_ cursor: Int32) throws(DatabaseError) {
    let count = select.output.count
    let first = generator.newRegisters(count)
    for (index, field) in fields.enumerated() {
      generator.builder.emit(.column, cursor, Int32(field), first + Int32(index))
    }
    generator.isDraining = true
    defer { generator.isDraining = false }
    try generator.emitLimited(limits, end: end) { () throws(DatabaseError) in try consume(first, count) }
  }
}
