// A SELECT with window functions: operators above its joins and groups, the innermost one first.
//
//   base rows, sorted ─▶ operator of the last window ─▶ sorted ─▶ … ─▶ operator of the first window ─▶ DISTINCT, ORDER BY, LIMIT
//
// An operator's rows come out in a subroutine, called at the end of each partition.

extension CodeGenerator {
  func generateWindows(
    _ select: BoundSelect, orderBy: [BoundOrderTerm], limits: Limits, end: ProgramBuilder.Label,
    consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    WindowLevel.prepare(select, orderBy)
    if let aggregate = select.aggregateBelowWindow {
      throw DatabaseError(.error, "misuse of aggregate: \(aggregate.definition.name)()")
    }
    let groups = select.windowGroups
    var baseOrder = WindowLevel.baseOrder(of: select)
    if let authorization = context.authorization {
      try QueryAuthorization(authorization, context).checkWindows(of: select, &baseOrder)
    } else {
      try QueryRewriter.rewrite(select, &baseOrder, context: context)
    }
    let output = BoundSelect()
    output.output = select.output
    output.isDistinct = select.isDistinct
    try generateLevels(
      select, WindowLevel.levels(of: groups, select.windows)[...], baseOrder: baseOrder, output: output,
      orderBy: select.finalOrder, limits: limits, end: end, consume: consume)
  }

  /// Rows with the values `output.output`, in the order `orderBy`, after the calls of all `levels`.
  private func generateLevels(
    _ select: BoundSelect, _ levels: ArraySlice<WindowLevel>, baseOrder: [BoundOrderTerm],
    output: BoundSelect, orderBy: [BoundOrderTerm], limits: Limits, end: ProgramBuilder.Label,
    consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    guard let level = levels.first else {
      try generateBase(select, output: output, orderBy: baseOrder, end: end, consume: consume)
      return
    }
    // Each level is a subquery of SQLite's, and nested in the generator.
    depth += 1
    defer { depth -= 1 }
    guard depth <= 250 else { throw DatabaseError(.error, "parser stack overflow") }
    let readers = output.output + orderBy.map(\.expression)
    let input = try WindowInput(select, level, readers: readers, self)
    let window = builder.newCursor()
    builder.emit(.windowOpen, window, 0, 0, p4: try builder.window(input.description))
    let offsets = newRegisters(max(input.offsets.count, 1))
    for (index, offset) in input.offsets.enumerated() { try emit(offset, into: offsets + Int32(index)) }
    let order = level.satisfies(orderBy) ? [] : orderBy
    let stage = try OutputStage(self, output, orderBy: order, limits: limits, end: end, consume: consume)
    let returnAddress = newRegister()
    let subroutine = builder.newLabel()
    let done = builder.newLabel()
    let below = BoundSelect()
    below.output = input.row
    try explainSubqueries(level.groups.count) { () throws(DatabaseError) in
      let inputEnd = self.builder.newLabel()
      try self.generateLevels(
        select, levels.dropFirst(), baseOrder: baseOrder, output: below, orderBy: level.sort,
        limits: Limits(), end: inputEnd
      ) { first, _ throws(DatabaseError) in
        if !level.window.partition.isEmpty {
          let same = self.builder.newLabel()
          self.builder.emit(.windowSame, window, same.placeholder, first)
          self.builder.emit(.gosub, returnAddress, subroutine.placeholder)
          self.builder.place(same)
        }
        try self.insert(first, into: window, input, level, select)
      }
      self.builder.place(inputEnd)
    }
    builder.emit(.gosub, returnAddress, subroutine.placeholder)
    builder.emit(.goto, 0, done.placeholder)
    builder.place(subroutine)
    let empty = builder.newLabel()
    builder.emit(.windowBegin, window, empty.placeholder, offsets)
    let top = builder.address
    let row = newRegisters(max(input.description.resultCount, 1))
    builder.emit(.windowNext, window, empty.placeholder, row)
    try withFields(of: input, level, select, at: row) { () throws(DatabaseError) in try stage.emitRow() }
    builder.emit(.goto, 0, top)
    builder.place(empty)
    builder.emit(.return, returnAddress)
    builder.place(done)
    try stage.finish()
  }

  /// Adds a row to an operator. Its sorted values stand in registers from `first`.
  private func insert(
    _ first: Int32, into window: Int32, _ input: WindowInput, _ level: WindowLevel, _ select: BoundSelect
  ) throws(DatabaseError) {
    guard !input.late.isEmpty else {
      builder.emit(.windowInsert, window, first)
      return
    }
    let count = Int32(input.row.count)
    let row = newRegisters(input.row.count + input.late.count)
    for index in 0..<count {
      builder.emit(.shallowCopy, first + index, row + index)
      if input.row[Int(index)].mayHaveSubtype { builder.emit(.clearSubtype, row + index) }
    }
    try withFields(of: input, level, select, at: row) { () throws(DatabaseError) in
      for (index, argument) in input.late.enumerated() {
        try self.emit(argument, into: row + count + Int32(index))
      }
    }
    builder.emit(.windowInsert, window, row)
  }

  /// Generates code in which the fields and values of an operator's row are read from registers from `row`.
  private func withFields(
    of input: WindowInput, _ level: WindowLevel, _ select: BoundSelect, at row: Int32, _ body: Body
  ) throws(DatabaseError) {
    let outerRedirects = redirects
    let outerSubstitutions = substitutions
    defer {
      redirects = outerRedirects
      substitutions = outerSubstitutions
    }
    for index in 0..<input.description.outputCount {
      let register = row + Int32(index)
      if case .column(let source, let column) = input.row[index].kind {
        redirects[Slot(source, column)] = .register(register)
      } else {
        substitutions.insert((input.row[index], register), at: 0)
      }
    }
    for (index, call) in level.calls.enumerated() {
      let register = row + Int32(input.description.outputCount + index)
      substitutions.insert((BoundExpression(.window(select, call)), register), at: 0)
    }
    try body()
  }

  /// The SELECT without its windows: what its rows' values are, and their order, the operator above has said.
  private func generateBase(
    _ select: BoundSelect, output: BoundSelect, orderBy: [BoundOrderTerm], end: ProgramBuilder.Label,
    consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    let (values, isDistinct) = (select.output, select.isDistinct)
    select.output = output.output
    select.isDistinct = false
    defer {
      select.output = values
      select.isDistinct = isDistinct
    }
    let outerRedirects = redirects
    let outerSubstitutions = substitutions
    defer {
      redirects = outerRedirects
      substitutions = outerSubstitutions
    }
    try generatePlain(select, orderBy: orderBy, limits: Limits(), end: end, consume: consume)
  }

  /// Lines for the subqueries that SQLite makes, one in the other.
  private func explainSubqueries(_ count: Int, _ body: Body) throws(DatabaseError) {
    guard count > 0, context.wantsQueryPlan else {
      try body()
      return
    }
    guard count <= 250 else { throw DatabaseError(.error, "parser stack overflow") }
    windowSubqueries += 1
    let name = "(subquery-\(context.selectCount + windowSubqueries))"
    try explain("CO-ROUTINE \(name)") { () throws(DatabaseError) in
      try self.explainSubqueries(count - 1, body)
    }
    explain("SCAN \(name)")
  }
}
