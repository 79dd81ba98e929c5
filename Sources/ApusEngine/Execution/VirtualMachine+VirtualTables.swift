// Cursors of virtual tables.

/// An open cursor of a virtual table, and the table, which must live as long.
final class OpenVirtualCursor {
  let table: ConnectedTable
  let cursor: any VirtualTableCursor

  init(table: ConnectedTable, cursor: any VirtualTableCursor) {
    self.table = table
    self.cursor = cursor
  }
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

  /// Whether there is a row.
  @inline(never)
  func virtualFilter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    guard let open = cursor.pointee.virtual else { throw Self.notVirtual }
    let scan = program(of: frame).virtualScans[Int(ip.pointee.p4)]
    let first = UnsafeRawPointer(frame.pointee.registers.cells + Int(ip.pointee.p3))
    // A module may run statements of its own, which look at the rowid inserted last.
    if state.pointee.hasInsertedRowID { publishRowID() }
    cursor.pointee.isNullRow = true
    let hasRow = try open.takeUnretainedValue().cursor.filter(
      scan.scan, Arguments(first, Int32(truncatingIfNeeded: scan.argumentCount)))
    cursor.pointee.isNullRow = !hasRow
    return hasRow
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

  private static var notVirtual: DatabaseError { DatabaseError(.internal, "not a cursor of a virtual table") }
}
