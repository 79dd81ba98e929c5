import Testing

@testable import ApusEngine

@Suite("Trigger programs")
struct TriggerTests {
  /// A trigger that inserts OLD/NEW value * 10 into `log`, or raises.
  private func trigger(_ log: Int32, _ body: (inout ProgramBuilder) throws -> Void = { _ in }) throws
    -> Program
  {
    var builder = ProgramBuilder()
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    try body(&builder)
    let cursor = builder.newCursor()
    let r = builder.newRegisters(4)
    builder.emit(.openWrite, cursor, log, 0)
    builder.emit(.parameter, 0, r)
    builder.emit(.integer, 10, r + 1)
    builder.emit(.multiply, r, r + 1, r)
    builder.emit(.newRowID, cursor, r + 2)
    builder.emit(.makeRecord, r, 1, r + 3)
    builder.emit(.insert, cursor, r + 3, r + 2, p5: InstructionFlag.countChange | InstructionFlag.lastRowID)
    builder.emit(.resetCount, 1)
    builder.emit(.halt, 0, 0, -1)
    builder.triggerIdentity = "main.t"
    return builder.finish()
  }

  private func fire(
    _ harness: ProgramHarness, _ table: Int32, _ trigger: Program, values: [Int32]
  ) throws -> [[TestValue]] {
    try harness.run { builder in
      builder.isWrite = true
      builder.needsStatementJournal = true
      builder.emit(.transaction, 0, 1)
      let cursor = builder.newCursor()
      let r = builder.newRegisters(4)
      builder.emit(.openWrite, cursor, table, 0)
      let program = try builder.subprogram(trigger)
      for value in values {
        builder.emit(.integer, value, r)
        builder.emit(.newRowID, cursor, r + 1)
        builder.emit(.makeRecord, r, 1, r + 2)
        builder.emit(
          .insert, cursor, r + 2, r + 1, p5: InstructionFlag.countChange | InstructionFlag.lastRowID)
        let skip = builder.newLabel()
        builder.emit(.program, r, skip.placeholder, r + 3, p4: program)
        builder.emit(.resultRow, r, 1)
        builder.place(skip)
      }
    }
  }

  @Test("A trigger reads its parent's row, writes, and hides its counts")
  func fires() throws {
    let harness = try ProgramHarness()
    let table = try harness.makeTable()
    let log = try harness.makeTable()
    #expect(try fire(harness, table, try trigger(log), values: [1, 2, 3]) == [[1], [2], [3]])
    #expect(try harness.scan(root: log, columns: 1) == [[1, 10], [2, 20], [3, 30]])
    #expect(harness.connection.changes == 3)
    #expect(harness.connection.totalChanges == 6)
    #expect(harness.connection.lastInsertRowID == 3)
  }

  @Test("RAISE(IGNORE) skips to p2; RAISE(ABORT) undoes the statement")
  func raise() throws {
    let harness = try ProgramHarness()
    let table = try harness.makeTable()
    let log = try harness.makeTable()
    let ignoring = try trigger(log) { builder in
      let r = builder.newRegisters(2)
      builder.emit(.parameter, 0, r)
      builder.emit(.integer, 2, r + 1)
      let other = builder.newLabel()
      builder.emit(.ne, r, other.placeholder, r + 1, p5: Affinity.none.rawValue)
      builder.emit(.halt, 0, Int32(ConflictAction.ignore.rawValue), -1)
      builder.place(other)
    }
    #expect(try fire(harness, table, ignoring, values: [1, 2, 3]) == [[1], [3]])
    #expect(try harness.scan(root: log, columns: 1) == [[1, 10], [2, 30]])
    let aborting = try trigger(log) { builder in
      let r = builder.newRegisters(2)
      builder.emit(.parameter, 0, r)
      builder.emit(.integer, 8, r + 1)
      let other = builder.newLabel()
      builder.emit(.ne, r, other.placeholder, r + 1, p5: Affinity.none.rawValue)
      builder.emit(
        .halt, ResultCode.constraintTrigger.rawValue, Int32(ConflictAction.abort.rawValue),
        builder.constant(.text(Array("no eight".utf8))))
      builder.place(other)
    }
    for explicit in [false, true] {
      if explicit { try harness.begin() }
      #expect(failure { _ = try fire(harness, table, aborting, values: [7, 8]) } == "no eight")
      #expect(harness.connection.isAutocommit == !explicit)
      if explicit { try harness.commit() }
      #expect(try harness.scan(root: table, columns: 1) == [[1, 1], [2, 2], [3, 3]])
      #expect(try harness.scan(root: log, columns: 1) == [[1, 10], [2, 30]])
    }
  }
}
