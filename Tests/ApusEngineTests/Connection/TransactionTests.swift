import Testing

@testable import ApusEngine

@Suite("Transactions, savepoints and statement undo")
struct TransactionTests {
  @Test("BEGIN, COMMIT and ROLLBACK keep SQLite's rules and messages")
  func messages() throws {
    let harness = try ProgramHarness()
    #expect(failure { try harness.commit() } == "cannot commit - no transaction is active")
    #expect(failure { try harness.rollback() } == "cannot rollback - no transaction is active")
    try harness.begin()
    #expect(failure { try harness.begin() } == "cannot start a transaction within a transaction")
    try harness.commit()
    #expect(failure { try harness.savepoint(1, "x") } == "no such savepoint: x")
    try harness.begin(.immediate)
    try harness.rollback()
    #expect(harness.connection.isAutocommit)
  }

  @Test("ROLLBACK undoes, COMMIT keeps")
  func rollback() throws {
    let harness = try ProgramHarness()
    let root = try harness.makeTable()
    try harness.insert([(1, [.integer(1)])], root: root)
    try harness.begin()
    try harness.insert([(2, [.integer(2)])], root: root)
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1], [2, 2]])
    try harness.rollback()
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1]])
    try harness.begin()
    try harness.insert([(3, [.integer(3)])], root: root)
    try harness.commit()
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1], [3, 3]])
  }

  @Test("Savepoints nest, roll back to, and release; the outermost commits")
  func savepoints() throws {
    let harness = try ProgramHarness()
    let root = try harness.makeTable()
    try harness.savepoint(0, "a")
    #expect(!harness.connection.isAutocommit)
    try harness.insert([(1, [.integer(1)])], root: root)
    try harness.savepoint(0, "b")
    try harness.insert([(2, [.integer(2)])], root: root)
    try harness.savepoint(0, "C")
    try harness.insert([(3, [.integer(3)])], root: root)
    try harness.savepoint(2, "B")
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1]])
    #expect(failure { try harness.savepoint(1, "c") } == "no such savepoint: c")
    try harness.insert([(4, [.integer(4)])], root: root)
    try harness.savepoint(1, "b")
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1], [4, 4]])
    try harness.savepoint(1, "a")
    #expect(harness.connection.isAutocommit)
    #expect(try harness.scan(root: root, columns: 1) == [[1, 1], [4, 4]])
  }

  /// Inserts rowids 10… and then fails with a UNIQUE violation under `action`.
  private func failingInsert(_ harness: ProgramHarness, _ root: Int32, _ action: ConflictAction) -> String? {
    failure {
      try harness.run { builder in
        builder.isWrite = true
        builder.needsStatementJournal = true
        builder.emit(.transaction, 0, 1)
        let cursor = builder.newCursor()
        let r = builder.newRegisters(2)
        builder.emit(.openWrite, cursor, root, 0)
        builder.emit(.integer, 10, r)
        builder.emit(.makeRecord, r, 1, r + 1)
        builder.emit(.insert, cursor, r + 1, r, p5: InstructionFlag.countChange)
        let violation = try builder.violation(
          ConstraintViolation(kind: .unique, table: "t", columns: ["a", "b"]))
        builder.emit(
          .halt, ResultCode.constraintUnique.rawValue, Int32(action.rawValue), -1, p4: violation)
      }
    }
  }

  @Test("ABORT undoes the statement, FAIL keeps it, ROLLBACK ends the transaction")
  func conflictActions() throws {
    let message = "UNIQUE constraint failed: t.a, t.b"
    for (action, inside, open) in [
      (ConflictAction.abort, [[1, 1], [2, 2]] as [[TestValue]], true),
      (.fail, [[1, 1], [2, 2], [10, 10]], true),
      (.rollback, [[1, 1]], false),
    ] {
      let harness = try ProgramHarness()
      let root = try harness.makeTable()
      try harness.insert([(1, [.integer(1)])], root: root)
      try harness.begin()
      try harness.insert([(2, [.integer(2)])], root: root)
      #expect(failingInsert(harness, root, action) == message)
      #expect(harness.connection.isAutocommit == !open)
      #expect(try harness.scan(root: root, columns: 1) == inside)
      #expect(harness.connection.changes == (action == .fail ? 1 : 0))
    }
    let harness = try ProgramHarness()
    let root = try harness.makeTable()
    #expect(failingInsert(harness, root, .abort) == message)
    #expect(try harness.scan(root: root, columns: 1) == [])
    #expect(failingInsert(harness, root, .fail) == message)
    #expect(try harness.scan(root: root, columns: 1) == [[10, 10]])
  }

  @Test("haltIfNull names the column")
  func notNull() throws {
    let harness = try ProgramHarness()
    let message = failure {
      try harness.run { builder in
        let r = builder.newRegister()
        builder.emit(.null, 0, r)
        let violation = try builder.violation(
          ConstraintViolation(kind: .notNull, table: "t", columns: ["a"]))
        builder.emit(
          .haltIfNull, ResultCode.constraintNotNull.rawValue, Int32(ConflictAction.abort.rawValue), r,
          p4: violation)
      }
    }
    #expect(message == "NOT NULL constraint failed: t.a")
  }

  @Test("A suspended reader keeps its row and place while another statement writes")
  func readerAndWriter() throws {
    let harness = try ProgramHarness()
    let root = try harness.makeTable()
    try harness.insert(
      (1...300).map { (Int64($0), [.integer(Int64($0)), .text(Array("row \($0)".utf8))]) }, root: root)
    let reader = try harness.machine { builder in
      builder.emit(.transaction, 0, 0)
      let cursor = builder.newCursor()
      let r = builder.newRegisters(2)
      builder.emit(.openRead, cursor, root, 0)
      let end = builder.newLabel()
      builder.emit(.rewind, cursor, end.placeholder)
      let top = builder.address
      builder.emit(.rowID, cursor, r)
      builder.emit(.column, cursor, 1, r + 1, p5: InstructionFlag.borrow)
      builder.emit(.resultRow, r, 2)
      builder.emit(.next, cursor, top)
      builder.place(end)
    }
    var seen: [TestValue] = []
    while try reader.step() {
      let row = TestValue(reader.row[0])
      seen.append(row)
      if seen.count == 5 {
        try harness.insert([(1000, [.integer(0), .text(Array("new".utf8))])], root: root)
        try harness.insert([(5, [.integer(0), .text(Array("xxxxx".utf8))])], root: root)
        #expect(TestValue(reader.row[1]) == "row 5")
        #expect(failure { try harness.begin() } == nil)
        #expect(failure { try harness.commit() } == nil)
      }
    }
    #expect(seen.count == 301)
    #expect(seen.last == 1000)
  }

  @Test("A deferred foreign key violation stops COMMIT and leaves the transaction open")
  func deferredForeignKey() throws {
    let harness = try ProgramHarness()
    try harness.begin()
    try harness.run { $0.emit(.foreignKeyCounter, 1, 0, 1) }
    #expect(failure { try harness.commit() } == "FOREIGN KEY constraint failed")
    #expect(!harness.connection.isAutocommit)
    try harness.run { $0.emit(.foreignKeyCounter, 1, 0, -1) }
    try harness.commit()
    #expect(
      failure { try harness.run { $0.emit(.foreignKeyCounter, 0, 0, 1) } } == "FOREIGN KEY constraint failed")
  }

  @Test("Native calls see registers and may hand out rows one at a time")
  func native() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let r = builder.newRegisters(2)
      builder.emit(.integer, 0, r)
      let end = builder.newLabel()
      let top = builder.address
      try builder.emitNative(
        NativeCall("count") { _, window throws(DatabaseError) in
          let value = window.integer(0) + 1
          window.set(0, value)
          window.set(1, "row \(value)")
          return value <= 3
        }, registers: r, elseJump: end.placeholder)
      builder.emit(.resultRow, r, 2)
      builder.emit(.goto, 0, top)
      builder.place(end)
    }
    #expect(rows == [[1, "row 1"], [2, "row 2"], [3, "row 3"]])
  }
}
