// Windows: instructions of the window operator, which is what such a cursor holds.

extension VirtualMachine {
  /// c[p1] = an empty window operator for description p4.
  @inline(never)
  func openWindow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.kind == .window, let window = cursor.pointee.window {
      window.takeUnretainedValue().restart()
      return
    }
    if cursor.pointee.kind != .closed { closeCursor(cursor) }
    let description = program(of: frame).windows[Int(ip.pointee.p4)]
    cursor.pointee.begin(.window, root: 0)
    cursor.pointee.window = .passRetained(
      WindowOperator(description, machine: self, tables: frame.pointee.tables))
  }

  private func window(
    _ ip: UnsafePointer<Instruction>, frame: FramePointer
  ) throws(DatabaseError) -> Unmanaged<WindowOperator> {
    guard let window = (frame.pointee.cursors + Int(ip.pointee.p1)).pointee.window else {
      throw DatabaseError(.internal, "no window operator")
    }
    return window
  }

  /// The row in r[p3...] belongs to the partition at hand.
  @inline(never)
  func isSamePartition(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let row = UnsafePointer(frame.pointee.registers.cells + Int(ip.pointee.p3))
    return try window(ip, frame: frame).takeUnretainedValue().isSamePartition(row)
  }

  @inline(never)
  func insertWindowRow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let row = UnsafePointer(frame.pointee.registers.cells + Int(ip.pointee.p2))
    try window(ip, frame: frame).takeUnretainedValue().append(row)
  }

  /// False when the partition is empty.
  @inline(never)
  func beginPartition(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let offsets = UnsafePointer(frame.pointee.registers.cells + Int(ip.pointee.p3))
    return try window(ip, frame: frame).takeUnretainedValue().begin(offsets)
  }

  /// False after the partition's last row.
  @inline(never)
  func nextWindowRow(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    try window(ip, frame: frame).takeUnretainedValue().next(
      into: frame.pointee.registers, first: Int(ip.pointee.p3))
  }
}
