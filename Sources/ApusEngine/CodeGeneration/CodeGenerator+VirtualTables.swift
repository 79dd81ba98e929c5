// The loop over a virtual table: its cursor is filtered by the values that the plan asks for, then moved from row to row.

extension CodeGenerator {
  func openVirtual(
    _ level: JoinPlan.Level, _ path: VirtualTablePath
  ) throws(DatabaseError) -> OpenLoop {
    let cursor = scanCursor(level.source)
    let end = builder.newLabel()
    let next = builder.newLabel()
    var memberLoops: [MemberLoop] = []
    var exhausted = end
    let first = newRegisters(max(path.arguments.count, 1))
    for (index, argument) in path.arguments.enumerated() {
      let register = first + Int32(index)
      guard argument.isMembership else {
        try emit(argument.value, into: register)
        continue
      }
      if argument.isWholeList {
        try emitMembers(of: argument, into: register)
        continue
      }
      let loop = try openMembers(of: argument.value, collation: argument.collation)
      memberLoops.append(loop)
      exhausted = loop.next
      emitMember(loop, into: register)
    }
    if path.offsetRegister != 0 { builder.emit(.integer, 0, path.offsetRegister) }
    let scan = VirtualScan(scan: path.scan, argumentCount: path.arguments.count)
    builder.emit(.virtualFilter, cursor, exhausted.placeholder, first, p4: try builder.virtualScan(scan))
    let top = builder.address
    // Each member has a search of its own: rows that a lazy table gives besides belong to others.
    for (index, argument) in path.arguments.enumerated() where argument.isLoop && !argument.isTestOmitted {
      try emitMemberTest(argument, first + Int32(index), orJump: next)
    }
    let loops = memberLoops
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      if !loops.isEmpty { self.leaveAfterNullRow(level, end) }
      self.builder.emit(.virtualNext, cursor, top)
      for loop in loops.reversed() { try loop.close() }
      self.builder.place(end)
    }
  }

  private func emitMemberTest(
    _ argument: VirtualTablePath.Argument, _ member: Int32, orJump next: ProgramBuilder.Label
  ) throws(DatabaseError) {
    let column: BoundExpression
    switch argument.value.kind {
    case .inList(let operand, _, _): column = operand
    case .inQuery(let operands, _, _) where operands.count == 1: column = operands[0]
    default: return
    }
    let value = newRegister()
    try emit(column, into: value)
    var rules = ComparisonRules(column, column)
    rules.affinity = .none
    rules.collation = argument.collation
    emitComparison(.ne, value, member, rules, target: next.placeholder, flags: InstructionFlag.jumpIfNull)
  }

  /// All members of an IN as one `MemberList`.
  private func emitMembers(
    of argument: VirtualTablePath.Argument, into register: Int32
  ) throws(DatabaseError) {
    builder.emit(.membersBegin, register)
    let loop = try openMembers(of: argument.value, collation: argument.collation)
    let member = newRegister()
    emitMember(loop, into: member)
    builder.emit(.membersAppend, register, member)
    try loop.close()
  }
}
