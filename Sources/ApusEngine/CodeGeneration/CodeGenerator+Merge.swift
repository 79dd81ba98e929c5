// Compounds with ORDER BY: both sides of an operator run as coroutines, each in the wanted order, and their rows are merged. Operators other than
// UNION ALL sort by all columns, so that equal rows meet; what is left of many arms of one operator is halved, so that few merges lie above a row.

extension CodeGenerator {
  /// A term of a compound's order.
  typealias CompoundTerm = (column: Int, collation: Collation, isDescending: Bool, nullsReversed: Bool)

  /// - Parameter total: as in `Limits`.
  func generateMerged(
    _ query: BoundQuery, _ parts: ArraySlice<BoundQuery.Part>, _ order: [CompoundTerm], total: Int32,
    filter: MemberFilter? = nil, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    guard let last = parts.last else { return }
    if parts.count == 1 {
      try generateArm(last.core, order, total: total, consume: consume)
      return
    }
    let operation = last.compoundOperator
    let split = Self.split(parts, operation)
    let width = query.columns.count
    let order = Self.mergeOrder(of: query, operation, order)
    try explain("MERGE (\(title(operation)))") { () throws(DatabaseError) in
      // Of an arm more rows than the LIMIT are not wanted only where none is left out.
      let limit = operation == .unionAll ? total : 0
      func side(_ title: String, _ arms: ArraySlice<BoundQuery.Part>) throws(DatabaseError) -> Coroutine {
        try self.makeCoroutine(columns: width) { deliver throws(DatabaseError) in
          if let authorization = self.context.authorization,
            try authorization.leavesOut(side: arms, of: query)
          {
            return
          }
          try self.explain(title) { () throws(DatabaseError) in
            try self.generateMerged(query, arms, order, total: limit, consume: deliver)
          }
        }
      }
      let left = try side("LEFT", parts[..<split])
      let right = try side("RIGHT", parts[split...])
      self.announce(filter)
      if operation == .unionAll || operation == .union { self.announce(filter) }
      try self.merge(left, right, operation, order, query, consume: consume)
    }
  }

  /// By what the two sides of an operator are sorted.
  static func mergeOrder(
    of query: BoundQuery, _ operation: BoundQuery.CompoundOperator, _ wanted: [CompoundTerm]
  ) -> [CompoundTerm] {
    var order = wanted
    if operation != .unionAll {
      for column in query.columns.indices where !order.contains(where: { $0.column == column }) {
        order.append((column, query.columns[column].collation, false, false))
      }
    }
    return order
  }

  /// ORDER BY of an arm.
  static func armOrder(_ select: BoundSelect, _ order: [CompoundTerm]) -> [BoundOrderTerm] {
    order.map { term in
      let value = select.output[term.column]
      let isSame = (value.collation?.collation ?? .binary) == term.collation
      return BoundOrderTerm(
        expression: isSame ? value : value.replacing(.collate(value, term.collation, isExplicit: true)),
        isDescending: term.isDescending, nullsReversed: term.nullsReversed)
    }
  }

  private func title(_ operation: BoundQuery.CompoundOperator) -> String {
    switch operation {
    case .unionAll: "UNION ALL"
    case .union: "UNION"
    case .except: "EXCEPT"
    case .intersect: "INTERSECT"
    }
  }

  /// Where the right side begins: at the last arm, but with four or more of one operator that may be grouped as one likes, in their middle.
  static func split(
    _ parts: ArraySlice<BoundQuery.Part>, _ operation: BoundQuery.CompoundOperator
  ) -> Int {
    let last = parts.endIndex - 1
    guard operation == .unionAll || operation == .union else { return last }
    var count = 1
    var place = last
    while place > parts.startIndex, parts[place].compoundOperator == operation {
      count += 1
      place -= 1
    }
    return count <= 3 ? last : last - (count - 1) / 2
  }

  /// One arm in the wanted order.
  private func generateArm(
    _ core: BoundQuery.BoundCore, _ order: [CompoundTerm], total: Int32, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    switch core {
    case .select(let select):
      select.isArm = true
      let end = builder.newLabel()
      try generate(
        select, orderBy: Self.armOrder(select, order), limits: Limits(total: total), end: end,
        consume: consume)
      builder.place(end)
    case .values(let rows):
      guard rows.count > 1 else {
        try generateValues(rows, consume: consume)
        return
      }
      try generateSorted(order, width: rows[0].count, limits: Limits(total: total), consume: consume) {
        push throws(DatabaseError) in try self.generateValues(rows, consume: push)
      }
    }
  }

  /// The rows of two coroutines that deliver the same order.
  private func merge(
    _ left: Coroutine, _ right: Coroutine, _ operation: BoundQuery.CompoundOperator, _ order: [CompoundTerm],
    _ query: BoundQuery, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    let output = try MergeOutput(self, query, dropsDuplicates: operation != .unionAll)
    let keys = order.map {
      KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending, nullsReversed: $0.nullsReversed)
    }
    let keyInfo = try builder.keyInfo(keys, encoding: context.encoding)
    let leftKey = newRegisters(order.count)
    let rightKey = newRegisters(order.count)
    let end = builder.newLabel()
    let compare = builder.newLabel()
    let less = builder.newLabel()
    let equal = builder.newLabel()
    let greater = builder.newLabel()
    let onlyLeft = builder.newLabel()
    let onlyRight = builder.newLabel()
    let noLeft = builder.newLabel()
    func advance(_ side: Coroutine, orJump target: ProgramBuilder.Label) {
      resume(side, orJump: target)
      let key = side.address == left.address ? leftKey : rightKey
      for (index, term) in order.enumerated() {
        builder.emit(.shallowCopy, side.first + Int32(term.column), key + Int32(index))
      }
    }
    let givesRight = operation == .unionAll || operation == .union
    start(left)
    start(right)
    advance(left, orJump: noLeft)
    advance(right, orJump: onlyLeft)
    builder.place(compare)
    builder.emit(.compareRegisters, leftKey, rightKey, Int32(truncatingIfNeeded: order.count), p4: keyInfo)
    builder.emit(.compareJump, less.placeholder, equal.placeholder, greater.placeholder)
    builder.place(less)
    // Of equal rows a UNION ALL gives that of the left side first.
    if operation == .unionAll { builder.place(equal) }
    if operation != .intersect { output.emit(left) }
    advance(left, orJump: givesRight ? onlyRight : end)
    builder.emit(.goto, 0, compare.placeholder)
    if operation != .unionAll {
      builder.place(equal)
      if operation == .intersect { output.emit(left) }
      advance(left, orJump: givesRight ? onlyRight : end)
      builder.emit(.goto, 0, compare.placeholder)
    }
    builder.place(greater)
    if givesRight { output.emit(right) }
    advance(right, orJump: operation == .intersect ? end : onlyLeft)
    builder.emit(.goto, 0, compare.placeholder)
    builder.place(onlyLeft)
    if operation != .intersect {
      output.emit(left)
      resume(left, orJump: end)
      builder.emit(.goto, 0, onlyLeft.placeholder)
    } else {
      builder.emit(.goto, 0, end.placeholder)
    }
    builder.place(noLeft)
    if givesRight {
      resume(right, orJump: end)
      builder.place(onlyRight)
      output.emit(right)
      resume(right, orJump: end)
      builder.emit(.goto, 0, onlyRight.placeholder)
    } else {
      builder.place(onlyRight)
      builder.emit(.goto, 0, end.placeholder)
    }
    try output.finish(consume)
    builder.place(end)
  }
}

/// Where the rows of a merge come out: a subroutine, which leaves out a row that equals the one before it.
private struct MergeOutput {
  private let generator: CodeGenerator
  private let width: Int
  private let row: Int32
  private let returnAddress: Int32
  private let subroutine: ProgramBuilder.Label
  /// The row that came out last, and the register that tells that there is one; nil where duplicates stay.
  private var previous: (row: Int32, isKnown: Int32, keyInfo: UInt16)?

  init(_ generator: CodeGenerator, _ query: BoundQuery, dropsDuplicates: Bool) throws(DatabaseError) {
    self.generator = generator
    width = query.columns.count
    row = generator.newRegisters(width)
    returnAddress = generator.newRegister()
    subroutine = generator.builder.newLabel()
    guard dropsDuplicates else { return }
    let keys = query.columns.map { KeyInfo.Field(collation: $0.collation) }
    previous = (
      generator.newRegisters(width), generator.newRegister(),
      try generator.builder.keyInfo(keys, encoding: generator.context.encoding)
    )
    if let previous { generator.builder.emit(.integer, 0, previous.isKnown) }
  }

  /// Passes on the row of a coroutine.
  func emit(_ side: CodeGenerator.Coroutine) {
    for index in 0..<Int32(width) { generator.builder.emit(.shallowCopy, side.first + index, row + index) }
    generator.builder.emit(.gosub, returnAddress, subroutine.placeholder)
  }

  /// Generates the subroutine; what stands before it does not run into it.
  func finish(_ consume: CodeGenerator.RowConsumer) throws(DatabaseError) {
    let isSame = generator.builder.newLabel()
    generator.builder.place(subroutine)
    if let previous {
      let isNew = generator.builder.newLabel()
      let count = Int32(truncatingIfNeeded: width)
      generator.builder.emit(.ifNot, previous.isKnown, isNew.placeholder, 1)
      generator.builder.emit(.compareRegisters, previous.row, row, count, p4: previous.keyInfo)
      generator.builder.emit(.compareJump, isNew.placeholder, isSame.placeholder, isNew.placeholder)
      generator.builder.place(isNew)
      generator.builder.emit(.copy, row, previous.row, count - 1)
      generator.builder.emit(.integer, 1, previous.isKnown)
    }
    try consume(row, width)
    generator.builder.place(isSame)
    generator.builder.emit(.return, returnAddress)
  }
}

extension BoundQuery {
  /// Whether the arms of a compound can deliver the order that it asks for. An operator that compares rows does so by the collations of the columns;
  /// an order by another collation is made behind it.
  func canMerge(_ context: CompilationContext) -> Bool {
    guard context.optimizations.contains(.orderedMerge), parts.count > 1, !compoundOrder.isEmpty
    else { return false }
    if parts.dropFirst().allSatisfy({ $0.compoundOperator == .unionAll }) { return true }
    return compoundOrder.allSatisfy { $0.collation == columns[$0.column].collation }
  }
}
