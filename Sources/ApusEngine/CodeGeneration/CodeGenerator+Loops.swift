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

  // MARK: RIGHT and FULL joins

  /// What a RIGHT or FULL join keeps while its loops run.
  struct RightJoin {
    var level: Int
    /// Keys of the rows that found a partner.
    var matchedCursor: Int32
    var keyColumns: [Int32]
    var returnAddress: Int32
    var rest: ProgramBuilder.Label

    init(
      level: Int, _ generator: CodeGenerator, _ plan: JoinPlan.Level
    ) throws(DatabaseError) {
      self.level = level
      matchedCursor = generator.builder.newCursor()
      returnAddress = generator.newRegister()
      rest = generator.builder.newLabel()
      keyColumns = []
      if let table = plan.source.table, table.isWithoutRowID {
        keyColumns = table.primaryKeyColumns.map { Int32($0) }
      }
      let fields = [KeyInfo.Field](repeating: KeyInfo.Field(), count: max(keyColumns.count, 1))
      let keyInfo = try generator.builder.keyInfo(fields, encoding: generator.context.encoding)
      generator.builder.emit(.openEphemeral, matchedCursor, Int32(fields.count), p4: keyInfo)
    }
  }

  /// The key of the present row of a right-joined item, in registers.
  private func emitKey(_ join: RightJoin, _ source: BoundSource) throws(DatabaseError) -> (Int32, Int) {
    if join.keyColumns.isEmpty {
      let register = newRegister()
      try emitColumn(source, -1, into: register)
      return (register, 1)
    }
    let first = newRegisters(join.keyColumns.count)
    for (index, column) in join.keyColumns.enumerated() {
      try emitColumn(source, Int(column), into: first + Int32(index))
    }
    return (first, join.keyColumns.count)
  }

  private func markMatched(_ join: RightJoin, _ level: JoinPlan.Level) throws(DatabaseError) {
    let (first, count) = try emitKey(join, level.source)
    let known = builder.newLabel()
    let record = newRegister()
    builder.emit(.found, join.matchedCursor, known.placeholder, first, p4: UInt16(count))
    builder.emit(.makeRecord, first, Int32(count), record)
    builder.emit(.indexInsert, join.matchedCursor, record, first, p4: UInt16(count))
    builder.place(known)
  }

  /// Runs the rest of the join for rows of a right-joined item that found no partner, with NULLs on the left.
  private func generateUnmatched(_ plan: JoinPlan, _ join: RightJoin) throws(DatabaseError) {
    let level = plan.levels[join.level]
    let name = level.source.explainedName
    try explain("RIGHT-JOIN \(level.source.table?.name ?? name)") { () throws(DatabaseError) in
      self.explain("SCAN \(name)")
    }
    for before in plan.levels[..<join.level] { emitNullRow(before.source) }
    let cursor: Int32
    switch level.source.access {
    case .table(let open): cursor = open
    case .index(let open, _, _): cursor = open
    case .virtual: return try generateUnmatchedVirtual(level, join)
    default: return
    }
    let next = builder.newLabel()
    let end = builder.newLabel()
    builder.emit(.rewind, cursor, end.placeholder)
    let top = builder.address
    let (first, count) = try emitKey(join, level.source)
    builder.emit(.found, join.matchedCursor, next.placeholder, first, p4: UInt16(count))
    builder.emit(.gosub, join.returnAddress, join.rest.placeholder)
    builder.place(next)
    builder.emit(.next, cursor, top)
    builder.place(end)
  }

  /// The rows of a virtual table are asked for once more, by no condition of the join but the arguments of its call.
  private func generateUnmatchedVirtual(
    _ level: JoinPlan.Level, _ join: RightJoin
  ) throws(DatabaseError) {
    let conditions = level.source.joinFilter
    level.source.joinFilter = level.source.tableArguments
    defer { level.source.joinFilter = conditions }
    let plan = try JoinPlanner.plan([level.source], filter: [], context: context)
    let loop = try openLoop(plan.levels[0])
    for term in plan.levels[0].joinFilter { try jumpIfFalse(term, to: loop.next, whenNull: true) }
    let (first, count) = try emitKey(join, level.source)
    builder.emit(.found, join.matchedCursor, loop.next.placeholder, first, p4: UInt16(count))
    builder.emit(.gosub, join.returnAddress, join.rest.placeholder)
    try loop.close(in: self)
  }
}
