// Transactions, schema checks, and trees as a whole.

extension VirtualMachine {
  /// `transaction`: begins what is not begun, and checks that the program fits the schema.
  @inline(__always)
  func transaction(_ ip: UnsafePointer<Instruction>) throws(DatabaseError) {
    let slot = connection.slots + Int(ip.pointee.p1)
    if ip.pointee.p2 != 0 {
      try beginWrite(ip)
    } else if !slot.pointee.isReading {
      try connection.beginRead(Int(ip.pointee.p1))
    }
    if ip.pointee.p5 & InstructionFlag.checkSchema != 0 {
      let database = Int(ip.pointee.p1)
      guard database < compiledCount, slot.pointee.catalogGeneration == compiledGenerations[database],
        slot.pointee.schemaCookie == UInt32(bitPattern: ip.pointee.p3),
        compiledEnvironment == connection.counters.pointee.environmentGeneration
      else { throw DatabaseError(.schemaChanged, "database schema has changed") }
    }
    if ip.pointee.p1 == 1 { connection.isTemporaryDatabaseOpen = true }
  }

  @inline(never)
  private func beginWrite(_ ip: UnsafePointer<Instruction>) throws(DatabaseError) {
    let database = Int(ip.pointee.p1)
    guard !connection.counters.pointee.isQueryOnly else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    connection.ownRows(except: self)
    try connection.beginWrite(database)
    writeCounter.pointee &+= 1
    if !state.pointee.isWriter { connection.becameWriter(self) }
    // Alone in autocommit mode, undoing the statement is undoing the transaction.
    let counters = connection.counters
    if program.needsStatementJournal
      && (!counters.pointee.isAutocommit || counters.pointee.activeReaders > 1)
    {
      if state.pointee.statementDatabases & (1 << UInt64(database)) == 0 {
        try connection.openStatementSavepoint(database, for: self)
      }
    }
  }

  /// autoCommit: BEGIN, COMMIT, ROLLBACK. Ends the program.
  @inline(never)
  func autoCommit(_ ip: UnsafePointer<Instruction>) throws(DatabaseError) {
    if ip.pointee.p1 == 0 {
      try connection.begin(TransactionMode(rawValue: ip.pointee.p3) ?? .deferred)
    } else if ip.pointee.p2 != 0 {
      try connection.rollbackTransaction()
    } else {
      try connection.commitTransaction(by: self)
    }
    closeAllCursors()
    try connection.statementEnds(self, error: nil)
    state.pointee.phase = .done
  }

  /// savepoint: SAVEPOINT, RELEASE, ROLLBACK TO.
  @inline(never)
  func savepoint(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let name = String(decoding: frame.pointee.constants[Int(ip.pointee.p4)].bytes, as: UTF8.self)
    switch ip.pointee.p1 {
    case 0: try connection.openSavepoint(named: name)
    case 1: try connection.releaseSavepoint(named: name, by: self)
    default: try connection.rollback(toSavepoint: name)
    }
  }

  @inline(never)
  func readCookie(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    guard let field = HeaderField(rawValue: Int(ip.pointee.p3)) else {
      throw DatabaseError(.internal, "unknown header field")
    }
    let value = try connection.tree(Int(ip.pointee.p1)).meta(field)
    frame.pointee.registers.cells[Int(ip.pointee.p2)] = .integer(Int64(Int32(bitPattern: value)))
  }

  @inline(never)
  func setCookie(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    guard let field = HeaderField(rawValue: Int(ip.pointee.p2)) else {
      throw DatabaseError(.internal, "unknown header field")
    }
    let value = integerValue(frame.pointee.registers.cells[Int(ip.pointee.p3)])
    let database = Int(ip.pointee.p1)
    try connection.tree(database).setMeta(field, UInt32(truncatingIfNeeded: value))
    writeCounter.pointee &+= 1
    if field == .schemaCookie { connection.slots[database].schemaCookie = UInt32(truncatingIfNeeded: value) }
  }

  @inline(never)
  func reloadSchema(_ ip: UnsafePointer<Instruction>) throws(DatabaseError) {
    try connection.reloadCatalog(Int(ip.pointee.p1), after: SchemaAlteration(rawValue: ip.pointee.p2))
    connection.isEncodingFixed = true
  }

  // MARK: Whole trees

  @inline(never)
  func createTree(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let root = try connection.tree(Int(ip.pointee.p1)).createTree(ip.pointee.p3 == 2 ? .index : .table)
    writeCounter.pointee &+= 1
    frame.pointee.registers.cells[Int(ip.pointee.p2)] = .integer(Int64(root))
  }

  @inline(never)
  func destroyTree(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    // Root pages may move: nothing else may be reading.
    guard
      connection.counters.pointee.activeReaders <= 1 + connection.counters.pointee.runningDestructions
    else {
      throw DatabaseError(.locked, "database table is locked")
    }
    var root = PageNumber(truncatingIfNeeded: ip.pointee.p1)
    if ip.pointee.p5 & 1 != 0 {
      root = PageNumber(truncatingIfNeeded: frame.pointee.registers.cells[Int(ip.pointee.p1)].integer)
    }
    let moved = try connection.tree(Int(ip.pointee.p3)).dropTree(root)
    writeCounter.pointee &+= 1
    forgetAllRecords()
    frame.pointee.registers.cells[Int(ip.pointee.p2)] = .integer(Int64(moved))
  }

  @inline(never)
  func clearTree(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let removed = try connection.tree(Int(ip.pointee.p2)).clearTree(
      PageNumber(truncatingIfNeeded: ip.pointee.p1), ip.pointee.p4 == 1 ? .index : .table)
    writeCounter.pointee &+= 1
    forgetAllRecords()
    guard ip.pointee.p3 > 0 else { return }
    let register = Int(ip.pointee.p3)
    let before = integerValue(frame.pointee.registers.cells[register])
    frame.pointee.registers.cells[register] = .integer(before &+ removed)
    state.pointee.changes &+= removed
  }

  private func forgetAllRecords() {
    var frame: FramePointer? = state.pointee.frame
    while let current = frame {
      for index in 0..<current.pointee.cursorCount { current.pointee.cursors[index].forgetRecord() }
      frame = current.pointee.parent
    }
  }

  // MARK: Foreign keys

  func countForeignKey(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let counters = connection.counters
    let increment = Int64(ip.pointee.p3)
    if counters.pointee.defersForeignKeys {
      counters.pointee.deferredForeignKeys.postponed &+= increment
    } else if ip.pointee.p1 != 0 {
      counters.pointee.deferredForeignKeys.declared &+= increment
    } else {
      let before = state.pointee.foreignKeyViolations
      state.pointee.foreignKeyViolations = before &+ increment
      if increment < 0 {
        // Which of the violations was repaired is not known.
        firstForeignKeyViolation = nil
      } else if before == 0 {
        firstForeignKeyViolation =
          ip.pointee.p4 == Instruction.noP4
          ? nil
          : program(of: frame).constraints[Int(ip.pointee.p4)].violation(in: frame.pointee.registers)
      }
    }
  }

  /// No violation is known that a change could repair.
  func hasNoForeignKeyViolation(_ ip: UnsafePointer<Instruction>) -> Bool {
    let deferred = connection.counters.pointee.deferredForeignKeys
    guard deferred.postponed == 0 else { return false }
    return ip.pointee.p1 != 0 ? deferred.declared == 0 : state.pointee.foreignKeyViolations == 0
  }

  @inline(never)
  func foreignKeyCheck() throws(DatabaseError) {
    guard state.pointee.foreignKeyViolations > 0 else { return }
    throw DatabaseError.countedForeignKeyViolation(firstForeignKeyViolation)
  }

  // MARK: Native calls, interrupts

  @inline(never)
  func callNative(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let body = program(of: frame).nativeCalls[Int(ip.pointee.p4)].body
    return try body(
      connection, RegisterWindow(file: frame.pointee.registers, first: Int(ip.pointee.p1), machine: self))
  }

  /// Called now and then from loops; answers how many steps to count until the next time.
  @inline(never)
  func checkInterrupt() throws(DatabaseError) -> Int {
    if connection.interruption.isRequested { throw DatabaseError(.interrupt, "interrupted") }
    if let handler = connection.progressHandler, handler() { throw DatabaseError(.interrupt, "interrupted") }
    return connection.counters.pointee.progressInterval
  }
}
