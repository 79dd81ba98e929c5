// Trigger programs, and how programs end.

extension VirtualMachine {
  /// `program`: the frame to run, or nil when the trigger must not fire.
  @inline(never)
  func enterProgram(
    _ ip: UnsafePointer<Instruction>, frame: FramePointer
  ) throws(DatabaseError) -> FramePointer? {
    // All trigger programs belong to the statement's own program, so that a trigger may fire itself.
    let child = program.subprograms[Int(ip.pointee.p4)]
    if ip.pointee.p5 != 0, let identity = child.triggerIdentity {
      var running: FramePointer? = frame
      while let current = running {
        if program(of: current).triggerIdentity == identity { return nil }
        running = current.pointee.parent
      }
    }
    guard frame.pointee.depth < connection.settings.triggerDepthLimit else {
      throw DatabaseError(.error, "too many levels of trigger recursion")
    }
    let register = Int(ip.pointee.p3)
    let cell = frame.pointee.registers.cells[register]
    let entered: FramePointer
    if cell.flags & RegisterFlag.frame != 0, let known = FramePointer(bitPattern: UInt(cell.bits)) {
      entered = known
      clear(frame: known)
    } else {
      entered = ProgramFrame.make(for: child)
      frame.pointee.registers.cells[register] = Cell(
        bits: UInt64(UInt(bitPattern: entered)), count: 0, tag: .null, flags: RegisterFlag.frame)
    }
    entered.pointee.parent = frame
    entered.pointee.caller = ip
    entered.pointee.depth = frame.pointee.depth + 1
    if state.pointee.hasInsertedRowID { publishRowID() }
    entered.pointee.savedLastInsertRowID = connection.environment.lastInsertRowID
    entered.pointee.savedChanges = state.pointee.changes
    entered.pointee.savedPublishedChanges = connection.environment.changes
    state.pointee.changes = 0
    state.pointee.frame = entered
    return entered
  }

  /// `halt` with an error, or in a trigger program: where the parent goes on.
  @inline(never)
  func halt(
    _ ip: UnsafePointer<Instruction>, frame: FramePointer
  ) throws(DatabaseError) -> UnsafePointer<Instruction> {
    guard ip.pointee.p1 == 0, let parent = frame.pointee.parent else {
      throw haltError(ip, frame: frame)
    }
    closeCursors(of: frame)
    // Changes made by triggers count in total_changes() only.
    connection.environment.totalChanges &+= state.pointee.changes
    state.pointee.changes = frame.pointee.savedChanges
    state.pointee.hasInsertedRowID = false
    connection.environment.lastInsertRowID = frame.pointee.savedLastInsertRowID
    connection.environment.changes = frame.pointee.savedPublishedChanges
    state.pointee.frame = parent
    let caller = frame.pointee.caller
    if ip.pointee.p2 == Int32(ConflictAction.ignore.rawValue) {
      return parent.pointee.instructions + Int(caller.pointee.p2)
    }
    return caller + 1
  }

  /// The error that `halt` or `haltIfNull` asks for; the conflict action is kept for the clean-up.
  @inline(never)
  func haltError(
    _ ip: UnsafePointer<Instruction>, frame: FramePointer
  ) -> DatabaseError {
    state.pointee.errorAction =
      ConflictAction(rawValue: UInt8(truncatingIfNeeded: ip.pointee.p2)) ?? .abort
    if state.pointee.errorAction == .unspecified { state.pointee.errorAction = .abort }
    let code = ResultCode(rawValue: ip.pointee.p1)
    let program = program(of: frame)
    let violation =
      ip.pointee.p4 == Instruction.noP4
      ? nil : program.constraints[Int(ip.pointee.p4)].violation(in: frame.pointee.registers)
    if ip.pointee.opcode == .haltMessage {
      let bytes = utf8(of: frame.pointee.registers.cells[Int(ip.pointee.p3)])
      return DatabaseError(code, String(decoding: bytes, as: UTF8.self), constraint: violation)
    }
    if ip.pointee.opcode == .halt && ip.pointee.p3 >= 0 {
      let bytes = frame.pointee.constants[Int(ip.pointee.p3)].bytes
      return DatabaseError(code, String(decoding: bytes, as: UTF8.self), constraint: violation)
    }
    if let violation {
      return DatabaseError(code, violation.message, constraint: violation)
    }
    return DatabaseError(code, code.primary == .constraint ? "constraint failed" : "SQL logic error")
  }
}

extension ConstraintViolation {
  /// SQLite's text for the violation.
  var message: String {
    let places = columns.map { "\(table).\($0)" }.joined(separator: ", ")
    switch kind {
    case .notNull: return "NOT NULL constraint failed: \(places)"
    case .unique, .primaryKey, .rowID:
      // An index on expressions has no columns to name.
      if columns.isEmpty, let name { return "UNIQUE constraint failed: index '\(name)'" }
      return "UNIQUE constraint failed: \(places)"
    case .check: return "CHECK constraint failed: \(name ?? table)"
    case .foreignKey: return "FOREIGN KEY constraint failed"
    case .dataType: return "datatype mismatch"
    case .trigger: return name ?? "constraint failed"
    case .virtualTable: return "constraint failed"
    }
  }
}
