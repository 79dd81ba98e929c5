// Cursors of virtual tables.

/// An open cursor of a virtual table, and the table, which must live as long.
final class OpenVirtualCursor {
  let table: ConnectedTable
  let cursor: any VirtualTableCursor

  init(table: ConnectedTable, cursor: any VirtualTableCursor) {
    self.table = table
    self.cursor = cursor
    table.openCursors += 1
  }

  deinit { table.openCursors -= 1 }
}

/// A scan of a virtual table, as a program holds it.
public struct VirtualScan: Sendable {
  public var scan: IndexScan
  public var argumentCount: Int
}

extension VirtualMachine {
  @inline(never)
  func openVirtual(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    let reference = program(of: frame).virtualTables[Int(ip.pointee.p4)]
    let table = try connection.modules.table(reference, connection: connection)
    let open = OpenVirtualCursor(table: table, cursor: try table.table.open())
    cursor.pointee.begin(.virtual, root: 0)
    cursor.pointee.virtual = .passRetained(open)
    cursor.pointee.isNullRow = true
  }

  /// Makes what stands in the register's buffer its value.
  func publishMembers(_ index: Int, _ file: RegisterFile) {
    file.buffers[index].reserve(1)
    file.publishBuffer(index, tag: .blob)
    file.cells[index].subtype = MemberList.subtype
  }

  /// Whether there is a row.
  @inline(never)
  func virtualFilter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    guard let open = cursor.pointee.virtual else { throw Self.notVirtual }
    let scan = program(of: frame).virtualScans[Int(ip.pointee.p4)]
    // A module may run statements of its own: they may write, and look at the rowid inserted last.
    for index in 0..<scan.argumentCount { frame.pointee.registers.own(Int(ip.pointee.p3) + index) }
    if state.pointee.hasInsertedRowID { publishRowID() }
    cursor.pointee.isNullRow = true
    let first = moduleCells(frame, Int(ip.pointee.p3), scan.argumentCount)
    let hasRow = try open.takeUnretainedValue().cursor.filter(
      scan.scan, Arguments(UnsafeRawPointer(first), Int32(truncatingIfNeeded: scan.argumentCount)))
    cursor.pointee.isNullRow = !hasRow
    return hasRow
  }

  /// What a module sees of the registers.
  private func moduleCells(_ frame: FramePointer, _ first: Int, _ count: Int) -> UnsafePointer<Cell> {
    let cells = UnsafePointer(frame.pointee.registers.cells + first)
    return isUTF16 ? argumentCells.pointee.view(cells, count: count) : cells
  }

  @inline(__always)
  func virtualNext(_ cursor: CursorPointer) throws(DatabaseError) -> Bool {
    guard let open = cursor.pointee.virtual else { throw Self.notVirtual }
    let hasRow = try open.takeUnretainedValue().cursor.next()
    cursor.pointee.isNullRow = !hasRow
    return hasRow
  }

  @inline(never)
  func virtualColumn(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let file = frame.pointee.registers
    let target = Int(ip.pointee.p3)
    guard !cursor.pointee.isNullRow, let open = cursor.pointee.virtual else {
      file.cells[target] = .null
      return
    }
    prepareContext(output: file.buffers[target], state: nil, collation: 0)
    file.buffers[target] = ByteBuffer()
    do throws(DatabaseError) {
      try open.takeUnretainedValue().cursor.column(Int(ip.pointee.p2), context)
    } catch {
      file.buffers[target] = context.pointee.output
      context.pointee.output = ByteBuffer()
      file.cells[target] = .null
      _ = context.pointee.takeError()
      throw error
    }
    try takeResult(target, file)
  }

  func virtualRowID(_ cursor: CursorPointer) throws(DatabaseError) -> Cell {
    guard let open = cursor.pointee.virtual else { return .null }
    return .integer(try open.takeUnretainedValue().cursor.rowID)
  }

  // MARK: Changes

  private func virtualTable(
    _ ip: UnsafePointer<Instruction>, frame: FramePointer
  ) throws(DatabaseError) -> ConnectedTable {
    let reference = program(of: frame).virtualTables[Int(ip.pointee.p4)]
    return try connection.modules.table(reference, connection: connection)
  }

  @inline(never)
  func virtualBegin(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let table = try virtualTable(ip, frame: frame)
    try connection.modules.transaction.begin(table, depth: connection.savepointDepth)
  }

  @inline(never)
  func virtualUpdate(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let table = try virtualTable(ip, frame: frame)
    guard let writable = table.writable else { throw Self.notVirtual }
    if state.pointee.hasInsertedRowID { publishRowID() }
    let first = moduleCells(frame, Int(ip.pointee.p1), Int(ip.pointee.p2))
    let change = RowChange(
      Arguments(UnsafeRawPointer(first), ip.pointee.p2),
      conflict: ConflictAction(rawValue: ip.pointee.p5) ?? .unspecified)
    do throws(DatabaseError) {
      let rowID = try writable.update(change)
      state.pointee.changes &+= 1
      if ip.pointee.p3 != 0, let rowID {
        state.pointee.insertedRowID = rowID
        state.pointee.hasInsertedRowID = true
      }
    } catch {
      if error.code.primary == .constraint, writable.honorsConflictClauses {
        if change.conflict == .ignore { return }
        if change.conflict != .unspecified, change.conflict != .replace {
          state.pointee.errorAction = change.conflict
        }
      }
      if error.code == .constraintVirtualTable, error.constraint == nil {
        throw DatabaseError(
          error.code, error.message, constraint: .init(kind: .virtualTable, table: table.definition.name))
      }
      throw error
    }
    // What it ran may have changed the trees under this statement's cursors.
    writeCounter.pointee &+= 1
  }

  @inline(never)
  func virtualLife(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let reference = program(of: frame).virtualTables[Int(ip.pointee.p4)]
    switch ip.pointee.opcode {
    case .virtualCreate: try connection.modules.create(reference, connection: connection)
    case .virtualDestroy: try connection.modules.destroy(reference, connection: connection)
    default:
      let name = frame.pointee.registers.cells[Int(ip.pointee.p1)]
      try connection.modules.rename(
        reference, to: String(decoding: name.bytes, as: UTF8.self), connection: connection)
    }
  }

  private static var notVirtual: DatabaseError { DatabaseError(.internal, "not a cursor of a virtual table") }
}
