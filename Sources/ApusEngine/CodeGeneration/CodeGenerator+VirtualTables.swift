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
      let loop = try openMembers(of: argument.value, collation: argument.collation)
      memberLoops.append(loop)
      exhausted = loop.next
      builder.emit(.column, loop.cursor, 0, register)
    }
    let scan = VirtualScan(scan: path.scan, argumentCount: path.arguments.count)
    builder.emit(.virtualFilter, cursor, exhausted.placeholder, first, p4: try builder.virtualScan(scan))
    let top = builder.address
    let loops = memberLoops
    return OpenLoop(next: next, end: end) { () throws(DatabaseError) in
      self.builder.place(next)
      if !loops.isEmpty { self.leaveAfterNullRow(level, end) }
      self.builder.emit(.virtualNext, cursor, top)
      for loop in loops.reversed() { try loop.close() }
      self.builder.place(end)
    }
  }
}
