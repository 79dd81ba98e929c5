// Nested loops of a join plan. Each level opens its cursors, loops over its access path and tests its filters; the innermost runs the
// body. Outer joins add a match flag (LEFT) or a set of matched rows (RIGHT, FULL).

extension CodeGenerator {
  typealias Body = () throws(DatabaseError) -> Void

  /// A loop that is open while the levels inside it are generated.
  struct OpenLoop {
    /// Where to go for the next row of this level.
    var next: ProgramBuilder.Label
    /// Where the level ends.
    var end: ProgramBuilder.Label
    /// Where several loops share what is inside as a subroutine: its register; else 0.
    var returnAddress: Int32 = 0
    /// Emits the advance and places both labels; nil for a loop of one row, which has one label and nothing to advance.
    var advance: Body?

    /// Closes the loop.
    func close(in generator: CodeGenerator) throws(DatabaseError) {
      if let advance { try advance() } else { generator.builder.place(next) }
    }
  }

  /// Plans and generates loops over FROM items; `body` is generated once, where every item's columns can be read.
  func generateLoops(
    over sources: [BoundSource], filter: [BoundExpression], body: @escaping Body
  ) throws(DatabaseError) {
    let plan = try JoinPlanner.plan(sources, filter: filter, context: context)
    try generateLoops(plan, body: body)
  }

  func generateLoops(_ plan: JoinPlan, body: @escaping Body) throws(DatabaseError) {
    let end = builder.newLabel()
    for term in plan.constantFilter { try jumpIfFalse(term, to: end, whenNull: true) }
    let outerFields = indexedFields.count
    let nest = LoopNest(plan, end: end, body: body)
    let lines = pendingLines
    pendingLines = []
    // Derived tables are made, and explained, in the order of the text.
    if plan.levels.count == 1 {
      try prepare(plan.levels[0])
    } else {
      for level in plan.levels.sorted(by: { $0.position < $1.position }) {
        try prepare(level)
        // Where others follow it, it must be explained before them: its code stands here, too.
        if case .inline = level.path.method,
          plan.levels.contains(where: { $0 !== level && $0.source.isDerived })
        {
          coroutines[ObjectIdentifier(level.source)] = try makeCoroutine(level.source)
        }
      }
    }
    pendingLines = lines
    if plan.levels.isEmpty { explainPending() }
    for (index, level) in plan.levels.enumerated()
    where level.source.join == .right || level.source.join == .full {
      nest.rightJoins.append(try RightJoin(level: index, self, level))
    }
    let outerRows = context.outerRows
    context.outerRows += plan.rows
    defer { context.outerRows = outerRows }
    try generateLevel(nest, 0, leave: nil)
    for join in nest.rightJoins { try generateUnmatched(plan, join) }
    builder.place(end)
    if indexedFields.count > outerFields { indexedFields.removeLast(indexedFields.count - outerFields) }
    for level in plan.levels { level.source.access = .closed }
  }

  /// The loops of a plan while they are generated.
  private final class LoopNest {
    let plan: JoinPlan
    /// Where to go when no more row can come.
    let end: ProgramBuilder.Label
    /// Generates what is inside of all loops.
    let body: Body
    @exclusivity(unchecked) var rightJoins: [RightJoin] = []

    init(_ plan: JoinPlan, end: ProgramBuilder.Label, body: @escaping Body) {
      self.plan = plan
      self.end = end
      self.body = body
    }
  }

  /// - Parameter leave: where the loops that stand for EXISTS are left once the body has run; nil outside of them.
  private func generateLevel(
    _ nest: LoopNest, _ index: Int, leave: ProgramBuilder.Label?
  ) throws(DatabaseError) {
    guard index < nest.plan.levels.count else {
      try nest.body()
      if let leave { builder.emit(.goto, 0, leave.placeholder) }
      return
    }
    let level = nest.plan.levels[index]
    let isLeft = level.source.join == .left || level.source.join == .full
    let matched = isLeft ? newRegister() : 0
    if isLeft { builder.emit(.integer, 0, matched) }
    if case .inline = level.path.method, coroutines[ObjectIdentifier(level.source)] == nil {
      try generateInline(level, nest.plan) { () throws(DatabaseError) in
        let next = self.builder.newLabel()
        for term in level.joinFilter { try self.jumpIfFalse(term, to: next, whenNull: true) }
        try self.emitFilter(level, next, nest)
        try self.generateLevel(nest, index + 1, leave: leave)
        self.builder.place(next)
      }
      return
    }
    if case .automaticIndex(let bounds, let partial) = level.path.method {
      try buildAutomaticIndex(bounds, partial, level)
    }
    explainLevel(level, isSearchForExtreme: nest.plan.isSearchForExtreme)
    let loop = try openLoop(level)
    // A loop that stands for EXISTS comes behind all others: one row of each is enough.
    let leave = leave ?? (level.source.isExists ? loop.end : nil)
    for term in level.joinFilter { try jumpIfFalse(term, to: loop.next, whenNull: true) }
    let found = builder.newLabel()
    if isLeft { builder.emit(.integer, 1, matched) }
    if let join = nest.rightJoins.first(where: { $0.level == index }) {
      try markMatched(join, level)
      // What comes after the match is a subroutine: the pass over unmatched rows runs it too.
      builder.place(found)
      builder.emit(.gosub, join.returnAddress, join.rest.placeholder)
      builder.emit(.goto, 0, loop.next.placeholder)
      builder.place(join.rest)
      let done = builder.newLabel()
      try emitFilter(level, done, nest)
      try generateLevel(nest, index + 1, leave: leave)
      builder.place(done)
      builder.emit(.return, join.returnAddress)
    } else {
      builder.place(found)
      try emitFilter(level, loop.next, nest)
      try generateLevel(nest, index + 1, leave: leave)
    }
    try loop.close(in: self)
    if isLeft {
      let skip = builder.newLabel()
      builder.emit(.ifPositive, matched, skip.placeholder, 0)
      emitNullRow(level.source)
      // Counts as a match, so that the NULL row passes through once.
      builder.emit(.integer, 1, matched)
      if loop.returnAddress == 0 {
        builder.emit(.goto, 0, found.placeholder)
      } else {
        builder.emit(.gosub, loop.returnAddress, found.placeholder)
      }
      builder.place(skip)
    }
  }

  private func emitFilter(
    _ level: JoinPlan.Level, _ next: ProgramBuilder.Label, _ nest: LoopNest
  ) throws(DatabaseError) {
    guard level.filter.count > 1, level.filter.contains(where: \.hasCorrelatedSubquery) else {
      for (number, term) in level.filter.enumerated() {
        try jumpIfFalse(term, to: level.invariants.contains(number) ? nest.end : next, whenNull: true)
      }
      return
    }
    try holdingRows(of: level.filter) { () throws(DatabaseError) in
      for (number, term) in level.filter.enumerated() {
        try self.jumpIfFalse(term, to: level.invariants.contains(number) ? nest.end : next, whenNull: true)
      }
    }
  }

  func emitNullRow(_ source: BoundSource) {
    switch source.access {
    case .table(let cursor), .virtual(let cursor): builder.emit(.nullRow, cursor)
    case .index(let indexCursor, _, let cursor):
      builder.emit(.nullRow, indexCursor)
      if cursor >= 0 { builder.emit(.nullRow, cursor) }
    case .registers, .parameters, .closed: break
    }
    // The loop goes on with the cursor that searches.
    if let search = searchCursors[ObjectIdentifier(source)] { builder.emit(.nullRow, search) }
  }
}
