/// The row that a window operator is given, and what it does with it.
struct WindowInput {
  /// The row's values as they are sorted. The first `description.outputCount` of them come out again.
  private(set) var row: [BoundExpression]
  /// What is evaluated from these when the row goes in, and stands behind them: arguments of aggregates that may look at
  /// subtypes, which sorting would lose.
  private(set) var late: [BoundExpression] = []
  private(set) var description = WindowDescription()
  /// Distances of frames, evaluated once.
  private(set) var offsets: [BoundExpression] = []
  private let outputCount: Int

  /// `readers`: what is evaluated for the rows that come out.
  init(
    _ select: BoundSelect, _ level: WindowLevel, readers: [BoundExpression], _ generator: CodeGenerator
  ) throws(DatabaseError) {
    var collector = WindowFieldCollector(select, calls: level.calls)
    for reader in readers { collector.visit(reader) }
    for index in level.calls {
      let call = select.windows[index]
      if Self.isLate(call) { for argument in call.arguments { collector.visit(argument) } }
    }
    row = collector.fields
    outputCount = row.count
    description.outputCount = outputCount
    for term in level.window.partition {
      description.partition.append(.init(field: place(of: term), collation: Self.collation(term)))
    }
    for term in level.window.order {
      description.order.append(
        .init(
          field: place(of: term.expression), collation: Self.collation(term.expression),
          isDescending: term.isDescending, nullsReversed: term.nullsReversed))
    }
    for group in level.groups {
      description.frames.append(frame(select.windows[group[0]].window.frame))
      for index in group {
        let call = select.windows[index]
        let function = try self.function(call, frame: description.frames.count - 1, generator)
        description.functions.append(function)
      }
    }
    for index in description.functions.indices where description.functions[index].firstArgument < 0 {
      // Numbered from -1 on while the row was growing.
      description.functions[index].firstArgument =
        Int32(row.count) - description.functions[index].firstArgument - 1
    }
    description.fieldCount = row.count + late.count
    description.lateStart = row.count
    description.offsetCount = offsets.count
  }

  private static func collation(_ expression: BoundExpression) -> Collation {
    expression.collation?.collation ?? .binary
  }

  /// The field that has the value of an expression, a new one if need be.
  private mutating func place(of expression: BoundExpression) -> Int32 {
    if !expression.isVolatile, let known = row.firstIndex(where: { $0.isSame(as: expression) }) {
      return Int32(known)
    }
    row.append(expression)
    return Int32(row.count - 1)
  }

  private static func isLate(_ call: BoundWindowCall) -> Bool {
    guard case .aggregate = call.function, partial(call) == .none else { return false }
    return call.arguments.contains(where: \.mayHaveSubtype)
  }

  private static func partial(_ call: BoundWindowCall) -> WindowDescription.Partial {
    // (The application's own function of one of these names adds up what it likes.)
    guard case .aggregate(let definition) = call.function, definition.closure == nil else { return .none }
    return switch definition.name {
    case "min": .minimum
    case "max": .maximum
    case "sum", "total", "avg": .sum
    case "count": .count
    default: .none
    }
  }

  private mutating func frame(_ frame: BoundFrame) -> WindowDescription.Frame {
    let unit: WindowDescription.Unit =
      switch frame.unit {
      case .rows: .rows
      case .range: .range
      case .groups: .groups
      }
    let exclusion: WindowDescription.Exclusion =
      switch frame.exclusion {
      case .none, .noOthers: .none
      case .currentRow: .currentRow
      case .group: .group
      case .ties: .ties
      }
    return WindowDescription.Frame(
      unit: unit, start: Self.end(frame.start), end: Self.end(frame.end), exclusion: exclusion,
      hasExclusion: frame.exclusion != .none, startOffset: offset(frame.start),
      endOffset: offset(frame.end))
  }

  private static func end(_ end: BoundFrameEnd) -> WindowDescription.End {
    switch end {
    case .unboundedPreceding: .unboundedPreceding
    case .preceding: .preceding
    case .currentRow: .currentRow
    case .following: .following
    case .unboundedFollowing: .unboundedFollowing
    }
  }

  private mutating func offset(_ end: BoundFrameEnd) -> Int32 {
    guard let offset = end.offset else { return -1 }
    offsets.append(offset)
    return Int32(offsets.count - 1)
  }

  private mutating func function(
    _ call: BoundWindowCall, frame: Int, _ generator: CodeGenerator
  ) throws(DatabaseError) -> WindowDescription.Function {
    var first: Int32 = 0
    if Self.isLate(call) {
      first = -1 - Int32(late.count)
      late += call.arguments
    } else if call.arguments.count == 1 {
      first = place(of: call.arguments[0])
    } else if !call.arguments.isEmpty {
      // Arguments stand side by side.
      first = Int32(row.count)
      row += call.arguments
    }
    let filter = call.filter.map { place(of: $0) } ?? -1
    var builtin: WindowFunction?
    var aggregate: Int32 = -1
    switch call.function {
    case .builtin(let function): builtin = function
    case .aggregate(let definition): aggregate = Int32(try generator.builder.function(definition))
    }
    let partial = Self.partial(call)
    return WindowDescription.Function(
      builtin: builtin, aggregate: aggregate, frame: Int32(frame), firstArgument: first,
      argumentCount: Int32(call.arguments.count), filter: filter,
      collation: call.arguments.first.map(Self.collation) ?? .binary, partial: partial)
  }
}

extension BoundSelect {
  /// An aggregate of this SELECT in a subquery above the last window: SQLite moves only the aggregates of the expressions themselves to
  /// the query below its windows, which is where this SELECT's groups are.
  var aggregateBelowWindow: BoundAggregate? {
    guard !aggregates.isEmpty else { return nil }
    var expressions = output + finalOrder.map(\.expression)
    for call in windowGroups.dropLast().joined() {
      windows[call].forEachExpression { expressions.append($0) }
    }
    var hidden: BoundAggregate?
    for expression in expressions {
      find(expression, isInside: false) { index, isInside in
        if isInside { hidden = hidden ?? aggregates[index] }
      }
    }
    return hidden
  }

  /// Calls `body` with each use of an aggregate of this SELECT, and whether it is in a subquery.
  private func find(_ expression: BoundExpression, isInside: Bool, _ body: (Int, Bool) -> Void) {
    if case .aggregate(let owner, let index) = expression.kind, owner === self { body(index, isInside) }
    expression.forEachOperand { find($0, isInside: isInside, body) }
    expression.subquery?.forEachExpression { find($0, isInside: true, body) }
  }
}

/// Gathers what the readers of a window operator's rows need of the rows that go in: columns of the SELECT's FROM items, its
/// aggregates, and its calls with OVER that were computed before.
struct WindowFieldCollector {
  private(set) var fields: [BoundExpression] = []
  private let select: BoundSelect
  private let sources: [ObjectIdentifier]
  private let calls: Set<Int>

  init(_ select: BoundSelect, calls: [Int]) {
    self.select = select
    self.calls = Set(calls)
    sources = select.sources.map { ObjectIdentifier($0) }
  }

  mutating func visit(_ expression: BoundExpression) {
    switch expression.kind {
    case .column(let source, _):
      if sources.contains(ObjectIdentifier(source)) { add(expression) }
    case .aggregate(let owner, _):
      if owner === select { add(expression) }
    case .window(let owner, let index):
      if owner === select, !calls.contains(index) { add(expression) }
    default:
      var operands: [BoundExpression] = []
      expression.forEachOperand { operands.append($0) }
      for operand in operands { visit(operand) }
      if let query = expression.subquery { visit(query) }
    }
  }

  private mutating func add(_ expression: BoundExpression) {
    if !fields.contains(where: { $0.isSame(as: expression) }) { fields.append(expression) }
  }

  private mutating func visit(_ query: BoundQuery) {
    guard query.isCorrelated else { return }
    var inner: [BoundExpression] = []
    query.forEachExpression { inner.append($0) }
    for expression in inner { visit(expression) }
    for part in query.parts {
      guard case .select(let select) = part.core else { continue }
      for source in select.sources {
        switch source.kind {
        case .query(let nested): visit(nested)
        case .shared(let shared):
          visit(shared.query)
          for part in shared.recursive?.recursiveParts ?? [] { visit(part) }
        default: break
        }
      }
    }
  }
}
