// Opening, closing and reading cursors.

extension VirtualMachine {
  typealias FramePointer = UnsafeMutablePointer<ProgramFrame>
  typealias CursorPointer = UnsafeMutablePointer<VirtualCursor>

  // MARK: Opening

  @inline(__always)
  func keyInfo(_ p4: UInt16, _ frame: FramePointer) -> UnsafePointer<KeyInfo>? {
    p4 == Instruction.noP4 ? nil : UnsafePointer(frame.pointee.tables.keyInfos + Int(p4))
  }

  /// openRead, openWrite.
  @inline(never)
  func openCursor(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    var root = PageNumber(truncatingIfNeeded: ip.pointee.p2)
    if ip.pointee.p5 & InstructionFlag.rootInRegister != 0 {
      let cell = frame.pointee.registers.cells[Int(ip.pointee.p2)]
      root = PageNumber(truncatingIfNeeded: cell.integer)
    }
    let keyInfo = keyInfo(ip.pointee.p4, frame)
    let slot = connection.slots + Int(ip.pointee.p3)
    BTreeCursor.open(
      at: cursor.pointee.tree, tree: try slot.pointee.tree(of: connection), root: root, keyInfo: keyInfo,
      isWritable: ip.pointee.opcode == .openWrite)
    cursor.pointee.begin(keyInfo == nil ? .table : .index, root: root)
    cursor.pointee.database = ip.pointee.p3
    cursor.pointee.keyInfo = keyInfo
  }

  /// openEphemeral. Opened again it is only emptied.
  @inline(never)
  func openEphemeral(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let keyInfo = keyInfo(ip.pointee.p4, frame)
    let trees = try temporaryTrees()
    if cursor.pointee.kind != .closed, cursor.pointee.isEphemeral, cursor.pointee.ephemeralRoot != 0 {
      // Emptying invalidates whatever stands on the tree.
      try trees.clear(cursor.pointee.ephemeralRoot, isIndex: keyInfo != nil)
      cursor.pointee.rowChanged()
      cursor.pointee.parsedBefore = 0
      cursor.pointee.isNullRow = true
      cursor.pointee.counter = 0
      return
    }
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    let root = try trees.create(isIndex: keyInfo != nil)
    BTreeCursor.open(
      at: cursor.pointee.tree, tree: trees.tree, root: root, keyInfo: keyInfo, isWritable: true)
    cursor.pointee.begin(keyInfo == nil ? .table : .index, root: root)
    cursor.pointee.isEphemeral = true
    cursor.pointee.ephemeralRoot = root
    cursor.pointee.keyInfo = keyInfo
    cursor.pointee.isNullRow = true
  }

  /// The machine's private trees, made at first use.
  func temporaryTrees() throws(DatabaseError) -> TemporaryTrees {
    if let temporary { return temporary }
    let fresh = try connection.makeTemporaryTrees()
    temporary = fresh
    state.pointee.hasTemporaryTrees = true
    return fresh
  }

  @inline(never)
  func openDuplicate(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let original = frame.pointee.cursors + Int(ip.pointee.p2)
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    guard original.pointee.isTree, original.pointee.isEphemeral else {
      throw DatabaseError(.internal, "openDuplicate of a cursor that is not ephemeral")
    }
    BTreeCursor.open(
      at: cursor.pointee.tree, tree: try temporaryTrees().tree, root: original.pointee.root,
      keyInfo: original.pointee.keyInfo, isWritable: true)
    cursor.pointee.begin(original.pointee.kind, root: original.pointee.root)
    cursor.pointee.isEphemeral = true
    cursor.pointee.keyInfo = original.pointee.keyInfo
    cursor.pointee.isNullRow = true
  }

  @inline(never)
  func openSorter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    var bound = 0
    if ip.pointee.p3 > 0 {
      let limit = frame.pointee.registers.cells[Int(ip.pointee.p3)]
      if limit.tag == .integer && limit.integer > 0 && limit.integer <= Int64(RecordSorter.largestBound) {
        bound = Int(limit.integer)
      }
    }
    if cursor.pointee.kind == .sorter, let sorter = cursor.pointee.sorter {
      cursor.pointee.rowChanged()
      sorter.takeUnretainedValue().restart(bound: bound)
      return
    }
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    let sorter = RecordSorter(
      keyInfo: frame.pointee.tables.keyInfos[Int(ip.pointee.p4)], bound: bound,
      memoryLimit: connection.settings.sorterMemory, connection: connection)
    cursor.pointee.begin(.sorter, root: 0)
    cursor.pointee.sorter = .passRetained(sorter)
    cursor.pointee.sorted = sorter.arena
  }

  @inline(never)
  func openPseudo(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    cursor.pointee.begin(.pseudo, root: 0)
    cursor.pointee.register = ip.pointee.p2
  }

  // MARK: Closing

  @inline(__always)
  func closeCursor(_ cursor: CursorPointer) {
    switch cursor.pointee.kind {
    case .closed: return
    case .table, .index: cursor.pointee.tree.pointee.close()
    case .sorter:
      cursor.pointee.sorter?.release()
      cursor.pointee.sorter = nil
    case .virtual:
      cursor.pointee.virtual?.release()
      cursor.pointee.virtual = nil
    case .window:
      cursor.pointee.window?.release()
      cursor.pointee.window = nil
    case .pseudo: break
    }
    cursor.pointee.kind = .closed
    cursor.pointee.rowChanged()
    cursor.pointee.parsedBefore = 0
    cursor.pointee.isNullRow = true
    cursor.pointee.isEphemeral = false
    cursor.pointee.ephemeralRoot = 0
    if cursor.pointee.gathered.capacity > RegisterFile.keptCapacity { cursor.pointee.gathered.deallocate() }
  }

  /// Closes the cursors of every frame that runs and drops the private trees.
  @inline(__always)
  func closeAllCursors() {
    closeCursors(of: root)
    if state.pointee.hasTemporaryTrees { dropTemporaryTrees() }
  }

  @inline(never)
  private func dropTemporaryTrees() {
    state.pointee.hasTemporaryTrees = false
    temporary = nil
  }

  func closeCursors(of frame: FramePointer) {
    for index in 0..<frame.pointee.cursorCount { closeCursor(frame.pointee.cursors + index) }
    if frame.pointee.program._withUnsafeGuaranteedRef({ $0.usesObjects }) {
      for index in 0..<frame.pointee.registers.count
      where frame.pointee.registers.cells[index].flags & RegisterFlag.frame != 0 {
        let bits = UInt(frame.pointee.registers.cells[index].bits)
        if let child = FramePointer(bitPattern: bits) { closeCursors(of: child) }
      }
    }
  }

  // MARK: Reading

  enum Location: UInt8 { case found, elsewhere }

  /// Makes `column` of the row under the cursor known. `elsewhere`: `columnSlow` has to answer.
  @inline(__always)
  func locate(
    _ cursor: CursorPointer, column: Int32, typeOnly: Bool
  ) throws(DatabaseError) -> Location {
    if !cursor.pointee.isLoaded {
      guard try load(cursor) else { return .elsewhere }
      if column < cursor.pointee.parsed { return .found }
    }
    if try cursor.pointee.parse(to: column, typeOnly: typeOnly) && column < cursor.pointee.parsed {
      return .found
    }
    return .elsewhere
  }

  /// Attaches the cursor to the record of its row. False on a null row or with a seek deferred.
  @inline(__always)
  func load(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    guard cursor.pointee.isTree, !cursor.pointee.isNullRow, !cursor.pointee.isSeekDeferred,
      cursor.pointee.tree.pointee.isValid
    else { return try loadSlow(cursor) }
    let tree = cursor.pointee.tree
    try cursor.pointee.attach(
      tree.pointee.localPayload, available: tree.pointee.localSize, size: tree.pointee.payloadSize)
    return true
  }

  @inline(never)
  private func loadSlow(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    if cursor.pointee.isNullRow || cursor.pointee.isSeekDeferred { return false }
    switch cursor.pointee.kind {
    case .table, .index:
      let tree = cursor.pointee.tree
      if tree.pointee.needsRestore {
        guard try tree.pointee.restore() else {
          cursor.pointee.isNullRow = true
          return false
        }
      }
      guard tree.pointee.isValid else {
        cursor.pointee.isNullRow = true
        return false
      }
      try cursor.pointee.attach(
        tree.pointee.localPayload, available: tree.pointee.localSize, size: tree.pointee.payloadSize)
      return true
    case .sorter:
      guard let record = cursor.pointee.sorted.pointee.current,
        let start = record.baseAddress
      else { return false }
      try cursor.pointee.attach(start, available: record.count, size: record.count)
      return true
    case .pseudo, .virtual, .window, .closed: return false
    }
  }

  /// `column` where the fast path does not answer: null rows, deferred seeks, pseudo cursors, short records, types only.
  @inline(never)
  func columnSlow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let file = frame.pointee.registers
    var cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    var column = ip.pointee.p2
    let target = Int(ip.pointee.p3)
    if cursor.pointee.isSeekDeferred {
      let map = cursor.pointee.columnMap
      if Int(column) < map.count, map.base[Int(column)] > 0 {
        column = map.base[Int(column)] - 1
        cursor = frame.pointee.cursors + Int(cursor.pointee.deferredIndex)
      } else {
        try finishSeek(cursor, frame: frame)
      }
    }
    if cursor.pointee.isNullRow {
      file.cells[target] = .null
      return
    }
    if cursor.pointee.kind == .pseudo && !cursor.pointee.isLoaded {
      let record = file.cells[Int(cursor.pointee.register)]
      guard record.hasBytes, record.count > 0, let start = UnsafeRawPointer(bitPattern: UInt(record.bits))
      else {
        file.cells[target] = .null
        return
      }
      try cursor.pointee.attach(start, available: Int(record.count), size: Int(record.count))
    }
    if !cursor.pointee.isLoaded, try !load(cursor) {
      file.cells[target] = .null
      return
    }
    if column >= cursor.pointee.parsed {
      let typeOnly = ip.pointee.p5 & InstructionFlag.typeOnly != 0
      guard try cursor.pointee.parse(to: column, typeOnly: typeOnly) else {
        file.cells[target] =
          ip.pointee.p4 == Instruction.noP4 ? .null : frame.pointee.constants[Int(ip.pointee.p4)]
        return
      }
      if column >= cursor.pointee.parsed {
        // typeOnly of a value on overflow pages: its type and length, without bytes.
        let type = cursor.pointee.layout[Int(column)].serialType
        let count = Int((type &- 12) &>> 1)
        // Text length is counted in characters, which needs the bytes.
        if type & 1 == 0 {
          file.cells[target] = .blob(nil, count: count)
          return
        }
        guard try cursor.pointee.parse(to: column) else { return }
      }
    }
    file.decode(
      cursor.pointee.layout[Int(column)], at: cursor.pointee.payload, into: target,
      borrow: ip.pointee.p5 & InstructionFlag.borrow != 0 && cursor.pointee.kind != .pseudo, isUTF16: isUTF16,
      machine: self)
  }

  /// The record under a cursor, gathered if it overflows; nil on a null row.
  func wholeRecord(_ cursor: CursorPointer, frame: FramePointer) throws(DatabaseError)
    -> UnsafeRawBufferPointer?
  {
    if cursor.pointee.isSeekDeferred { try finishSeek(cursor, frame: frame) }
    if !cursor.pointee.isLoaded, try !load(cursor) { return nil }
    if cursor.pointee.available < cursor.pointee.size { try cursor.pointee.gather() }
    return UnsafeRawBufferPointer(start: cursor.pointee.payload, count: Int(cursor.pointee.size))
  }

  @inline(never)
  func rowData(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    guard let record = try wholeRecord(cursor, frame: frame) else {
      frame.pointee.registers.cells[Int(ip.pointee.p2)] = .null
      return
    }
    frame.pointee.registers.set(
      Int(ip.pointee.p2), bytes: record.baseAddress, count: record.count, tag: .blob)
  }

  /// rowID of a cursor that is on a null row, has a seek deferred or lost its place.
  @inline(never)
  func rowIDSlow(_ cursor: CursorPointer) throws(DatabaseError) -> Cell {
    if cursor.pointee.isNullRow { return .null }
    if cursor.pointee.isSeekDeferred { return .integer(cursor.pointee.deferredRowID) }
    if cursor.pointee.kind == .virtual { return try virtualRowID(cursor) }
    guard cursor.pointee.kind == .table else { return .null }
    if cursor.pointee.tree.pointee.needsRestore {
      guard try cursor.pointee.tree.pointee.restore() else {
        cursor.pointee.isNullRow = true
        return .null
      }
    }
    guard cursor.pointee.tree.pointee.isValid else { return .null }
    return .integer(cursor.pointee.tree.pointee.rowID)
  }

  @inline(never)
  func nullRow(_ cursor: CursorPointer) {
    cursor.pointee.rowChanged()
    cursor.pointee.isNullRow = true
    // A loop that a NULL key has never entered still stands where it ended before.
    if cursor.pointee.kind == .table || cursor.pointee.kind == .index {
      cursor.pointee.tree.pointee.leaveForNullRow()
    }
  }

  func isEmpty(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    cursor.pointee.rowChanged()
    let hasEntry = try cursor.pointee.tree.pointee.first()
    cursor.pointee.isNullRow = !hasEntry
    return !hasEntry
  }

  @inline(never)
  func countEntries(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let tree =
      cursor.pointee.isEphemeral
      ? try temporaryTrees().tree : try connection.slots[Int(cursor.pointee.database)].tree(of: connection)
    frame.pointee.registers.cells[Int(ip.pointee.p2)] = .integer(
      try tree.entryCount(cursor.pointee.root))
  }

  // MARK: Sorters

  @inline(never)
  func sort(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    cursor.pointee.rowChanged()
    guard let sorter = cursor.pointee.sorter?.takeUnretainedValue() else { return false }
    let hasRow = try sorter.sort()
    cursor.pointee.isNullRow = !hasRow
    return hasRow
  }

  @inline(never)
  func sorterInsert(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let record = frame.pointee.registers.cells[Int(ip.pointee.p2)]
    guard cursor.pointee.kind == .sorter else { return }
    if !cursor.pointee.sorted.pointee.insertFast(record.bytes) {
      try cursor.pointee.sorter.unsafelyUnwrapped.takeUnretainedValue().insert(record.bytes)
    }
  }

  /// Goes to the sorter's next record. False after the last.
  @inline(__always)
  func sorterNext(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    if !cursor.pointee.sorted.pointee.isMerging { return cursor.pointee.sorted.pointee.advance() }
    return try sorterNextMerged(cursor)
  }

  @inline(never)
  private func sorterNextMerged(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    try cursor.pointee.sorter.unsafelyUnwrapped.takeUnretainedValue().next()
  }

  @inline(never)
  func sorterData(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let register = Int(ip.pointee.p2)
    guard cursor.pointee.kind == .sorter, let record = cursor.pointee.sorted.pointee.current,
      let start = record.baseAddress
    else {
      frame.pointee.registers.cells[register] = .null
      return
    }
    // The record stays in the sorter's memory until it moves to the next row.
    var cell = Cell.blob(start, count: record.count)
    cell.flags = RegisterFlag.borrowed
    frame.pointee.registers.cells[register] = cell
    if ip.pointee.p3 >= 0 { (frame.pointee.cursors + Int(ip.pointee.p3)).pointee.rowChanged() }
  }
}

extension VirtualCursor {
  /// The start of a cursor's life: on no row.
  mutating func begin(_ kind: Kind, root: PageNumber) {
    self.kind = kind
    self.root = root
    rowChanged()
    parsedBefore = 0
    isEphemeral = false
    ephemeralRoot = 0
    counter = 0
    seekResult = 0
    keyInfo = nil
  }
}
