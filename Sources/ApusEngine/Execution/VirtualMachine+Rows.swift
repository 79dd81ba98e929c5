// Making records, and writing rows and index entries.

extension VirtualMachine {
  /// r[p3] = record of r[p1..<p1+p2].
  @inline(__always)
  func makeRecord(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let file = frame.pointee.registers
    let first = Int(ip.pointee.p1)
    let count = Int(ip.pointee.p2)
    var letters = ProgramTables.Slice<UInt8>(base: UnsafePointer(scratchLetters), count: 0)
    if ip.pointee.p4 != Instruction.noP4 {
      letters = frame.pointee.tables.affinities[Int(ip.pointee.p4)]
      try applyAffinities(letters, first: first, count: count, file)
    }
    let target = Int(ip.pointee.p3)
    if isUTF16 { try transcodeForRecord(first: first, count: count, file) }
    let cells = isUTF16 ? UnsafePointer(reserveKeyCells(count)) : UnsafePointer(file.cells + first)
    let fits = RecordWriter.write(
      cells, count: count, affinities: letters, types: &scratch[3], into: &file.buffers[target],
      limit: connection.counters.pointee.lengthLimit)
    if !fits { throw Self.tooBig() }
    file.publishBuffer(target, tag: .blob)
  }

  /// A valid address for an empty affinity string.
  private var scratchLetters: UnsafeMutablePointer<UInt8> {
    UnsafeMutableRawPointer(state).assumingMemoryBound(to: UInt8.self)
  }

  /// What a cursor's companions know of their records is out of date: its tree changed.
  @inline(__always)
  func treeChanged(_ cursor: CursorPointer) {
    writeCounter.pointee &+= 1
    if cursor.pointee.tree.pointee.hasCompanions { forgetCompanions(of: cursor) }
  }

  @inline(never)
  private func forgetCompanions(of cursor: CursorPointer) {
    var frame: FramePointer? = state.pointee.frame
    while let current = frame {
      for index in 0..<current.pointee.cursorCount {
        let other = current.pointee.cursors + index
        if other != cursor && other.pointee.isTree && other.pointee.root == cursor.pointee.root {
          other.pointee.forgetRecord()
        }
      }
      frame = current.pointee.parent
    }
  }

  @inline(__always)
  func insertRow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let r = frame.pointee.registers.cells
    let rowID = r[Int(ip.pointee.p3)].integer
    let flags = ip.pointee.p5
    try cursor.pointee.tree.pointee.insert(
      rowID: rowID, payload: r[Int(ip.pointee.p2)].bytes, zeroTail: 0,
      append: flags & InstructionFlag.append != 0,
      seekResult: flags & InstructionFlag.useSeekResult != 0 ? cursor.pointee.seekResult : 0)
    cursor.pointee.rowChanged()
    cursor.pointee.seekResult = 0
    if flags & InstructionFlag.countChange != 0 { state.pointee.changes &+= 1 }
    if flags & InstructionFlag.lastRowID != 0 {
      state.pointee.insertedRowID = rowID
      state.pointee.hasInsertedRowID = true
    }
    treeChanged(cursor)
  }

  @inline(never)
  func deleteRow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.isSeekDeferred { try finishSeek(cursor, frame: frame) }
    try cursor.pointee.tree.pointee.delete(
      keepPosition: ip.pointee.p5 & InstructionFlag.savePosition != 0)
    cursor.pointee.rowChanged()
    cursor.pointee.parsedBefore = 0
    cursor.pointee.seekResult = 0
    if ip.pointee.p5 & InstructionFlag.countChange != 0 { state.pointee.changes &+= 1 }
    treeChanged(cursor)
  }

  @inline(never)
  func insertEntry(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let r = frame.pointee.registers.cells
    let count = ip.pointee.p4 == Instruction.noP4 ? 0 : Int(ip.pointee.p4)
    let flags = ip.pointee.p5
    try cursor.pointee.tree.pointee.insert(
      record: r[Int(ip.pointee.p2)].bytes,
      key: count > 0 ? UnsafePointer(r + Int(ip.pointee.p3)) : nil, count: count,
      append: flags & InstructionFlag.append != 0,
      seekResult: flags & InstructionFlag.useSeekResult != 0 ? cursor.pointee.seekResult : 0)
    cursor.pointee.rowChanged()
    cursor.pointee.seekResult = 0
    if flags & InstructionFlag.countChange != 0 { state.pointee.changes &+= 1 }
    treeChanged(cursor)
  }

  @inline(never)
  func deleteEntry(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let key = UnsafePointer(frame.pointee.registers.cells + Int(ip.pointee.p2))
    let found = try cursor.pointee.tree.pointee.seek(key: key, count: Int(ip.pointee.p3), bias: 0)
    cursor.pointee.rowChanged()
    if found == 0 {
      try cursor.pointee.tree.pointee.delete(keepPosition: false)
    } else if ip.pointee.p5 & InstructionFlag.mustExist != 0 {
      throw cursor.pointee.damaged("index entry to delete is missing")
    }
    cursor.pointee.parsedBefore = 0
    cursor.pointee.seekResult = 0
    treeChanged(cursor)
  }

  /// r[p2] = a rowid that is not in use.
  @inline(__always)
  func newRowID(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let r = frame.pointee.registers.cells
    cursor.pointee.rowChanged()
    cursor.pointee.seekResult = 0
    var rowID: Int64 = 1
    var isFull = false
    if try cursor.pointee.tree.pointee.last() {
      let last = cursor.pointee.tree.pointee.rowID
      isFull = last == Int64.max
      rowID = last &+ 1
    }
    if ip.pointee.p3 > 0 {
      let counter = rootRegisters(of: frame) + Int(ip.pointee.p3)
      let highest = integerValue(counter.pointee)
      if highest == Int64.max || isFull { throw DatabaseError(.full, "database or disk is full") }
      if rowID <= highest { rowID = highest &+ 1 }
      counter.pointee = .integer(rowID)
    } else if isFull {
      rowID = try randomRowID(cursor)
    }
    r[Int(ip.pointee.p2)] = .integer(rowID)
  }

  /// raiseCounter
  @inline(never)
  func raiseCounter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let counter = rootRegisters(of: frame) + Int(ip.pointee.p1)
    let rowID = integerValue(frame.pointee.registers.cells[Int(ip.pointee.p2)])
    if rowID > integerValue(counter.pointee) { counter.pointee = .integer(rowID) }
  }

  /// The registers of the statement's own program.
  private func rootRegisters(of frame: FramePointer) -> UnsafeMutablePointer<Cell> {
    var root = frame
    while let parent = root.pointee.parent { root = parent }
    return root.pointee.registers.cells
  }

  /// The largest rowid is taken: tries random ones, as SQLite does.
  @inline(never)
  private func randomRowID(_ cursor: CursorPointer) throws(DatabaseError) -> Int64 {
    for _ in 0..<100 {
      let candidate = Int64(connection.environment.random() >> 2) &+ 1
      if try cursor.pointee.tree.pointee.seek(rowID: candidate) != 0 { return candidate }
    }
    throw DatabaseError(.full, "database or disk is full")
  }

  func resetCount(_ ip: UnsafePointer<Instruction>) {
    if ip.pointee.p1 == 1 { connection.publish(changes: state.pointee.changes) }
    state.pointee.changes = 0
  }

  // MARK: STRICT tables

  /// typeCheck: every value must have its column's type.
  @inline(never)
  func checkTypes(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let letters = frame.pointee.tables.affinities[Int(ip.pointee.p4)]
    let file = frame.pointee.registers
    for offset in 0..<min(Int(ip.pointee.p2), letters.count) {
      let letter = letters.base[offset]
      let index = Int(ip.pointee.p1) + offset
      if letter != Affinity.blob.rawValue && letter != UInt8(ascii: "b") {
        applyAffinity(letter, index, file)
      }
      let tag = file.cells[index].tag
      let fits: Bool =
        switch letter {
        case Affinity.text.rawValue: tag == .text
        case UInt8(ascii: "b"): tag == .blob
        case Affinity.integer.rawValue: tag == .integer
        case Affinity.real.rawValue: tag == .real
        default: true
        }
      guard tag != .null, !fits else { continue }
      let all = program(of: frame).constraints[Int(ip.pointee.p3)].violation
      let types = (all.name ?? "").split(separator: ",", omittingEmptySubsequences: false)
      let column = offset < all.columns.count ? all.columns[offset] : "?"
      let type = offset < types.count ? String(types[offset]) : "?"
      let name: String =
        switch tag {
        case .integer: "INT"
        case .real: "REAL"
        case .text: "TEXT"
        default: "BLOB"
        }
      throw DatabaseError(
        .constraintDataType, "cannot store \(name) value in \(type) column \(all.table).\(column)",
        constraint: ConstraintViolation(
          kind: .dataType, table: all.table, columns: [column], key: [Value(copying: file.cells[index])]))
    }
  }

  func program(of frame: FramePointer) -> Program { frame.pointee.program.takeUnretainedValue() }
}
