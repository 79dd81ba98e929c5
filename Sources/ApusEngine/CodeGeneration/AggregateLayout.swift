/// Registers and helper cursors of one SELECT's aggregates, and the code that fills, steps and finishes them.
final class AggregateLayout {
  struct InputColumn {
    let source: BoundSource
    let column: Int
  }

  private let generator: CodeGenerator
  private let select: BoundSelect
  /// Columns that aggregates or the output read: what a sorter row must carry.
  private(set) var inputColumns: [InputColumn] = []
  /// Columns that the output reads outside aggregates, and their registers.
  private var bareColumns: [(column: InputColumn, register: Int32)] = []
  /// 1 once the bare columns hold a row of the group.
  private var hasRow: Int32 = 0
  /// Per DISTINCT aggregate: the cursor over values seen.
  private var distinctCursors: [Int: (cursor: Int32, keyInfo: UInt16)] = [:]
  /// The argument of the only aggregate, a DISTINCT one, where equal ones come one after the other within a group.
  private var lastValue: LastRow?
  /// Per aggregate with ORDER BY: the sorter of its arguments.
  private var orderedInputs: [Int: OrderedAggregateInput] = [:]
  /// The aggregate that picks the bare columns' row, with the best value so far.
  private var picker: (index: Int, best: Int32)?

  /// Of rows without a value for min() or max() the first counts, not the last: they come in the order of an index.
  var keepsFirstNull = false
  var hasBareColumns: Bool { !bareColumns.isEmpty }

  init(
    _ generator: CodeGenerator, _ select: BoundSelect, _ orderBy: [BoundOrderTerm]
  ) throws(DatabaseError) {
    self.generator = generator
    self.select = select
    select.aggregateRegisters = generator.newRegisters(max(select.aggregates.count, 1))
    hasRow = generator.newRegister()
    var inputs = ColumnCollector(select.sources)
    for aggregate in select.aggregates {
      for argument in aggregate.arguments { inputs.visit(argument) }
      for term in aggregate.orderBy { inputs.visit(term.expression) }
      if let filter = aggregate.filter { inputs.visit(filter) }
    }
    var outputs = ColumnCollector(select.sources)
    let keys = select.groupBy.filter { select.readsKey($0) }
    for expression in select.output { outputs.visit(expression, except: keys) }
    if let having = select.having { outputs.visit(having, except: keys) }
    for term in orderBy { outputs.visit(term.expression, except: keys) }
    for found in outputs.columns {
      bareColumns.append((InputColumn(source: found.source, column: found.column), generator.newRegister()))
      inputs.add(found.source, found.column)
    }
    inputColumns = inputs.columns.map { InputColumn(source: $0.source, column: $0.column) }
    for (index, aggregate) in select.aggregates.enumerated() {
      if !aggregate.orderBy.isEmpty {
        orderedInputs[index] = try OrderedAggregateInput(
          generator, aggregate, state: select.aggregateRegisters + Int32(index))
      }
      if aggregate.isDistinct, orderedInputs[index]?.dropsDuplicates != true {
        let collation = aggregate.arguments.first?.collation?.collation ?? .binary
        let keyInfo = try generator.builder.keyInfo(
          [KeyInfo.Field(collation: collation)], encoding: generator.context.encoding)
        distinctCursors[index] = (generator.builder.newCursor(), keyInfo)
      }
      if aggregate.definition.flags.contains(.picksRow), !bareColumns.isEmpty {
        picker = (index, picker?.best ?? generator.newRegister())
      }
    }
  }

  /// The argument of the only aggregate comes in an order that brings equal values of a group together: DISTINCT looks at the last one only.
  func compareWithLast() {
    guard let distinct = distinctCursors.removeValue(forKey: 0) else { return }
    lastValue = LastRow(generator, count: 1, keyInfo: distinct.keyInfo)
  }

  /// Starts a group: no aggregate has a state, no row was seen.
  /// - Parameter isBeforeLoops: EXPLAIN QUERY PLAN tells of what it opens once the derived tables are made.
  func reset(isBeforeLoops: Bool = false) throws(DatabaseError) {
    func explain(_ line: @autoclosure () -> String) {
      if !isBeforeLoops {
        generator.explain(line())
      } else if generator.context.wantsQueryPlan {
        generator.pendingLines.append(line())
      }
    }
    let builder = select.aggregateRegisters
    let last = builder + Int32(max(select.aggregates.count, 1)) - 1
    generator.builder.emit(.null, 0, builder, last)
    generator.builder.emit(.integer, 0, hasRow)
    if let picker { generator.builder.emit(.null, 0, picker.best, picker.best) }
    for bare in bareColumns {
      if select.groupBy.isEmpty, let constant = bare.column.source.mergedConstant(bare.column.column) {
        try generator.emit(constant, into: bare.register)
      } else {
        generator.builder.emit(.null, 0, bare.register, bare.register)
      }
    }
    lastValue?.reset()
    for (index, aggregate) in select.aggregates.enumerated() {
      if let distinct = distinctCursors[index] {
        generator.builder.emit(.openEphemeral, distinct.cursor, 1, p4: distinct.keyInfo)
        explain("USE TEMP B-TREE FOR \(aggregate.definition.name)(DISTINCT)")
      }
      if let ordered = orderedInputs[index] {
        ordered.open()
        explain("USE TEMP B-TREE FOR \(aggregate.definition.name)(ORDER BY)")
      }
    }
  }

  /// Adds the present row to the group.
  func step() throws(DatabaseError) {
    try takeBareColumns()
    for (index, aggregate) in select.aggregates.enumerated() {
      let skip = generator.builder.newLabel()
      if let filter = aggregate.filter { try generator.jumpIfFalse(filter, to: skip, whenNull: true) }
      let count = aggregate.arguments.count
      let first = count == 0 ? 0 : generator.newRegisters(count)
      for (offset, argument) in aggregate.arguments.enumerated() {
        try generator.emit(argument, into: first + Int32(offset))
      }
      if let distinct = distinctCursors[index] {
        generator.builder.emit(.found, distinct.cursor, skip.placeholder, first, p4: 1)
        let record = generator.newRegister()
        generator.builder.emit(.makeRecord, first, 1, record)
        generator.builder.emit(.indexInsert, distinct.cursor, record, first, p4: 1)
      }
      lastValue?.jumpIfSame(first, to: skip)
      if let ordered = orderedInputs[index] {
        try ordered.push(arguments: first)
      } else {
        try generator.emitStep(
          aggregate, arguments: first, state: select.aggregateRegisters + Int32(index))
      }
      generator.builder.place(skip)
    }
  }

  private func takeBareColumns() throws(DatabaseError) {
    guard !bareColumns.isEmpty else { return }
    let keep = generator.builder.newLabel()
    let take = generator.builder.newLabel()
    if let picker {
      let aggregate = select.aggregates[picker.index]
      guard let argument = aggregate.arguments.first else { return }
      let stopped = generator.builder.newLabel()
      if let filter = aggregate.filter { try generator.jumpIfFalse(filter, to: stopped, whenNull: true) }
      let value = generator.newRegister()
      try generator.emit(argument, into: value)
      let isNull = generator.builder.newLabel()
      generator.builder.emit(.isNull, value, isNull.placeholder)
      var rules = ComparisonRules(argument, argument)
      rules.affinity = .none
      let best = generator.builder.newLabel()
      generator.builder.emit(.isNull, picker.best, best.placeholder)
      let worse: ComparisonOperator = aggregate.definition.name == "max" ? .le : .ge
      generator.emitComparison(
        worse, value, picker.best, rules, target: keep.placeholder, flags: 0)
      generator.builder.place(best)
      generator.builder.emit(.copy, value, picker.best, 0)
      generator.builder.emit(.goto, 0, take.placeholder)
      generator.builder.place(isNull)
      generator.builder.emit(.notNull, picker.best, keep.placeholder)
      if keepsFirstNull { generator.builder.emit(.if, hasRow, keep.placeholder) }
      if aggregate.filter != nil {
        generator.builder.emit(.goto, 0, take.placeholder)
        // The first row counts, although it is stopped, until there is one to pick.
        generator.builder.place(stopped)
        generator.builder.emit(.if, hasRow, keep.placeholder)
      }
    } else {
      generator.builder.emit(.if, hasRow, keep.placeholder)
    }
    generator.builder.place(take)
    for bare in bareColumns {
      let value = generator.temporary()
      try generator.emitColumn(bare.column.source, bare.column.column, into: value)
      generator.builder.emit(.copy, value, bare.register, 0)
      generator.release(value)
    }
    generator.builder.emit(.integer, 1, hasRow)
    generator.builder.place(keep)
  }

  /// Turns the states into answers.
  func finalize() throws(DatabaseError) {
    for (index, aggregate) in select.aggregates.enumerated() {
      try orderedInputs[index]?.drain()
      generator.builder.emit(
        .aggregateFinal, select.aggregateRegisters + Int32(index), 0, 0,
        p4: try generator.builder.function(aggregate.definition))
    }
  }

  /// From here on columns are read from the group's registers.
  func enterOutput() {
    for bare in bareColumns {
      generator.redirects[CodeGenerator.Slot(bare.column.source, bare.column.column)] = .register(
        bare.register)
    }
  }
}

/// Gathers the columns of some FROM items that expressions read, subqueries included.
struct ColumnCollector {
  private let sources: [ObjectIdentifier]
  private(set) var columns: [(source: BoundSource, column: Int)] = []

  init(_ sources: [BoundSource]) { self.sources = sources.map { ObjectIdentifier($0) } }

  mutating func add(_ source: BoundSource, _ column: Int) {
    guard sources.contains(ObjectIdentifier(source)),
      !columns.contains(where: { $0.source === source && $0.column == column })
    else { return }
    columns.append((source, column))
  }

  /// Visits an expression; parts equal to one of `keys` are read from the group's keys, aggregates from their answers.
  mutating func visit(_ expression: BoundExpression, except keys: [BoundExpression] = []) {
    for key in keys where key.isSame(as: expression) { return }
    if case .aggregate(let owner, let index) = expression.kind {
      // An inner query's aggregate over columns from here.
      guard !owner.sources.contains(where: { sources.contains(ObjectIdentifier($0)) }) else { return }
      for argument in owner.aggregates[index].arguments { visit(argument, except: keys) }
      return
    }
    if case .column(let source, let column) = expression.kind { add(source, column) }
    var operands: [BoundExpression] = []
    expression.forEachOperand { operands.append($0) }
    for operand in operands { visit(operand, except: keys) }
    if let query = expression.subquery { visit(query, except: keys) }
  }

  mutating func visit(_ query: BoundQuery, except keys: [BoundExpression]) {
    guard query.isCorrelated else { return }
    var inner: [BoundExpression] = []
    query.forEachExpression { inner.append($0) }
    for expression in inner { visit(expression, except: keys) }
    for part in query.parts {
      guard case .select(let select) = part.core else { continue }
      for source in select.sources {
        switch source.kind {
        case .query(let nested): visit(nested, except: keys)
        case .shared(let shared):
          visit(shared.query, except: keys)
          for part in shared.recursive?.recursiveParts ?? [] { visit(part, except: keys) }
        default: break
        }
      }
    }
  }
}

extension BoundQuery {
  /// Calls `body` with every expression of this query's own clauses.
  func forEachExpression(_ body: (BoundExpression) -> Void) {
    for part in parts {
      switch part.core {
      case .values(let rows): for row in rows { for value in row { body(value) } }
      case .select(let select): select.forEachExpression(body)
      }
    }
    for term in orderBy { body(term.expression) }
    if let limit { body(limit) }
    if let offset { body(offset) }
  }
}

extension BoundSelect {
  /// Whether a GROUP BY term is read from the key of the group. It is computed again where it may carry a subtype, which a sorter loses, and
  /// where min() or max() picks one of several rows whose keys are equal but not the same.
  func readsKey(_ key: BoundExpression) -> Bool {
    if key.mayHaveSubtype { return false }
    guard aggregates.contains(where: { $0.definition.flags.contains(.picksRow) }) else { return true }
    if (key.collation?.collation ?? .binary) != .binary { return false }
    return key.affinity != .none && key.affinity != .blob
  }

  /// Calls `body` with every expression of this SELECT's own clauses, aggregate arguments included.
  func forEachExpression(_ body: (BoundExpression) -> Void) {
    for expression in output { body(expression) }
    for expression in filter { body(expression) }
    for expression in groupBy { body(expression) }
    if let having { body(having) }
    for aggregate in aggregates {
      for argument in aggregate.arguments { body(argument) }
      for term in aggregate.orderBy { body(term.expression) }
      if let filter = aggregate.filter { body(filter) }
    }
    for call in windows { call.forEachExpression(body) }
    for source in sources { for term in source.joinFilter { body(term) } }
  }
}
