// Calls of SQL functions: scalar, aggregate. Those with OVER are the window operator's.
//
// An aggregate's state lies in the buffer of its register, whose cell carries `RegisterFlag.aggregate` and the
// function's index as subtype: no allocation per group, and a statement that ends early still finds every state
// that must be finalized.

extension VirtualMachine {
  @inline(__always)
  func prepareContext(output: ByteBuffer, state: UnsafeMutableRawPointer?, collation: Int32) {
    context.pointee.result = .null
    context.pointee.output = output
    context.pointee.output.count = 0
    context.pointee.state = state
    context.pointee.collation = Collation(id: UInt16(truncatingIfNeeded: collation))
  }

  /// r[p3] = function p4 over the registers from p2.
  @inline(never)
  func callFunction(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let function = frame.pointee.tables.functions + Int(ip.pointee.p4)
    if state.pointee.hasInsertedRowID { publishRowID() }
    let file = frame.pointee.registers
    let target = Int(ip.pointee.p3)
    let first = Int(ip.pointee.p2)
    let count = Int(ip.pointee.argumentCount)
    // The output buffer must not hold an argument's bytes.
    var aliases = false
    for index in first..<first &+ count
    where file.cells[index].hasBytes && overlaps(file.cells[index].bytes, file.buffers[target]) {
      aliases = true
    }
    if aliases {
      let spare = scratch[2]
      scratch[2] = file.buffers[target]
      file.buffers[target] = spare
    }
    let arguments = arguments(first, count, of: function, file)
    prepareContext(output: file.buffers[target], state: nil, collation: ip.pointee.p1)
    let place = ip.pointee.p1 &>> 16 & 0xff
    if place != 0 { context.pointee.isImpure = false }
    if let scalar = function.pointee.scalar {
      scalar(UnsafeMutableRawPointer(context), UnsafeRawPointer(arguments), Int32(count))
    } else {
      try callClosure(function.pointee.closure, first: first, count: count, target: target, file)
    }
    try takeResult(target, file, isStored: function.pointee.usesStoredText)
    if place != 0, context.pointee.isImpure { throw impureCall(ip, place, frame) }
  }

  /// A schema must mean the same at all times.
  private func impureCall(
    _ ip: UnsafePointer<Instruction>, _ place: Int32, _ frame: FramePointer
  ) -> DatabaseError {
    let name = program(of: frame).functions[Int(ip.pointee.p4)].name
    let place = SchemaExpressionCheck.Place(rawValue: UInt8(truncatingIfNeeded: place)) ?? .index
    return DatabaseError(.error, "non-deterministic use of \(name)() in \(place.singular)")
  }

  /// A function of the application: it may run statements of its own, so that its arguments must not lie on pages.
  @inline(never)
  private func callClosure(
    _ closure: Unmanaged<FunctionClosure>?, first: Int, count: Int, target: Int, _ file: RegisterFile
  ) throws(DatabaseError) {
    guard let closure else { throw DatabaseError(.internal, "aggregate called as a function") }
    file.buffers[target] = ByteBuffer()
    for index in first..<first &+ count { file.own(index) }
    var cells = UnsafePointer(file.cells + first)
    if isUTF16 { cells = argumentCells.pointee.view(cells, count: count) }
    closure.takeUnretainedValue().call(
      context, Arguments(UnsafeRawPointer(cells), Int32(truncatingIfNeeded: count)))
  }

  /// What a function sees of r[first..<first+count].
  @inline(__always)
  private func arguments(
    _ first: Int, _ count: Int, of function: UnsafePointer<ProgramTables.Function>, _ file: RegisterFile
  ) -> UnsafePointer<Cell> {
    let cells = UnsafePointer(file.cells + first)
    guard isUTF16, !function.pointee.usesStoredText else { return cells }
    return argumentCells.pointee.view(cells, count: count)
  }

  /// Puts the context's result into r[target], whose buffer the context's output was.
  /// - Parameter isStored: its text is what registers hold, not UTF-8.
  @inline(__always)
  func takeResult(_ target: Int, _ file: RegisterFile, isStored: Bool = false) throws(DatabaseError) {
    file.buffers[target] = context.pointee.output
    context.pointee.output = ByteBuffer()
    if context.pointee.error != nil { try throwContextError() }
    var result = context.pointee.result
    if result.hasBytes {
      if Int(result.count) > connection.counters.pointee.lengthLimit { throw Self.tooBig() }
      if isUTF16 && isStored { result.subtype &= ~Cell.zeroBlob }
      if isUTF16 && result.tag == .text {
        try checkStoredLength(result.bytes, UnsafeRawBufferPointer(start: nil, count: 0))
        if !isStored && !WTF8.accepts(result.bytes) { return takeForeignText(result, target, file) }
      }
      if overlaps(result.bytes, file.buffers[target]) {
        result.flags = 0
        file.cells[target] = result
      } else {
        file.set(
          target, bytes: UnsafeRawPointer(bitPattern: UInt(result.bits)), count: Int(result.count),
          tag: result.tag, subtype: result.subtype)
      }
    } else {
      result.flags = 0
      file.cells[target] = result
    }
  }

  @inline(never)
  private func throwContextError() throws(DatabaseError) {
    if let error = context.pointee.takeError() { throw error }
  }

  // MARK: Aggregates

  /// The state in r[index], begun with zeros if there is none yet.
  @inline(__always)
  private func aggregateState(
    _ index: Int, function: UInt16, frame: FramePointer
  ) -> UnsafeMutableRawPointer {
    let cell = frame.pointee.registers.cells[index]
    if cell.flags & RegisterFlag.aggregate != 0 {
      return UnsafeMutableRawPointer(bitPattern: UInt(cell.bits)).unsafelyUnwrapped
    }
    return beginState(index, function: function, frame: frame)
  }

  @inline(never)
  private func beginState(
    _ index: Int, function: UInt16, frame: FramePointer
  ) -> UnsafeMutableRawPointer {
    let file = frame.pointee.registers
    let size = frame.pointee.tables.functions[Int(function)].stateSize
    file.buffers[index].count = 0
    file.buffers[index].reserve(max(size, 1))
    let base = file.buffers[index].base.unsafelyUnwrapped
    base.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    if let closure = frame.pointee.tables.functions[Int(function)].closure {
      closure.takeUnretainedValue().begin(base)
    }
    file.cells[index] = Cell(
      bits: UInt64(UInt(bitPattern: base)), count: UInt32(truncatingIfNeeded: size), tag: .blob,
      flags: RegisterFlag.aggregate, subtype: function)
    return base
  }

  @inline(__always)
  func aggregateStep(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let function = frame.pointee.tables.functions + Int(ip.pointee.p4)
    let memory = aggregateState(Int(ip.pointee.p3), function: ip.pointee.p4, frame: frame)
    context.pointee.result = .null
    context.pointee.state = memory
    context.pointee.collation = Collation(id: UInt16(truncatingIfNeeded: ip.pointee.p1))
    let arguments = arguments(
      Int(ip.pointee.p2), Int(ip.pointee.argumentCount), of: function, frame.pointee.registers)
    function.pointee.step.unsafelyUnwrapped(
      UnsafeMutableRawPointer(context), UnsafeRawPointer(arguments), ip.pointee.argumentCount)
    if context.pointee.error != nil { try throwContextError() }
  }

  /// aggregateFinal: in place, ends the state.
  @inline(never)
  func aggregateResult(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let file = frame.pointee.registers
    let source = Int(ip.pointee.p1)
    let function = frame.pointee.tables.functions[Int(ip.pointee.p4)]
    let memory = aggregateState(source, function: ip.pointee.p4, frame: frame)
    // The state's memory becomes working memory, the working memory the register's buffer.
    let output = scratch[2]
    scratch[2] = file.buffers[source]
    file.buffers[source] = ByteBuffer()
    file.cells[source] = .null
    prepareContext(output: output, state: memory, collation: 0)
    function.finalize.unsafelyUnwrapped(UnsafeMutableRawPointer(context))
    try takeResult(source, file, isStored: function.usesStoredText)
  }

  // MARK: Objects in registers

  /// Frees what r[index] owns besides bytes.
  @inline(never)
  func releaseObject(_ index: Int, frame: FramePointer) {
    let cell = frame.pointee.registers.cells[index]
    frame.pointee.registers.cells[index] = .null
    guard let address = UnsafeMutableRawPointer(bitPattern: UInt(cell.bits)) else { return }
    if cell.flags & RegisterFlag.aggregate != 0 {
      guard let finalize = frame.pointee.tables.functions[Int(cell.subtype)].finalize else { return }
      prepareContext(output: context.pointee.output, state: address, collation: 0)
      finalize(UnsafeMutableRawPointer(context))
      _ = context.pointee.takeError()
    } else if cell.flags & RegisterFlag.rowSet != 0 {
      let set = address.assumingMemoryBound(to: RowSet.self)
      set.pointee.deallocate()
      set.deallocate()
    } else if cell.flags & RegisterFlag.frame != 0 {
      destroy(frame: address.assumingMemoryBound(to: ProgramFrame.self))
    }
  }

  /// Makes a frame ready for another run: cursors closed, objects freed, registers NULL. Trigger frames stay.
  func clear(frame: FramePointer) {
    let file = frame.pointee.registers
    if frame.pointee.program._withUnsafeGuaranteedRef({ $0.usesObjects }) {
      for index in 0..<file.count where file.cells[index].flags & RegisterFlag.object != 0 {
        if file.cells[index].flags & RegisterFlag.frame != 0 {
          if let child = FramePointer(bitPattern: UInt(file.cells[index].bits)) { clear(frame: child) }
        } else {
          releaseObject(index, frame: frame)
        }
      }
      for index in 0..<file.count where file.cells[index].flags & RegisterFlag.frame == 0 {
        file.cells[index] = .null
        if file.buffers[index].capacity > RegisterFile.keptCapacity { file.buffers[index].deallocate() }
      }
    } else {
      file.clear()
    }
    if let marks = frame.pointee.onceMarks {
      marks.update(repeating: 0, count: frame.pointee.instructionCount)
    }
  }

  /// Frees a frame with everything that hangs on it.
  func destroy(frame: FramePointer) {
    for index in 0..<frame.pointee.cursorCount { closeCursor(frame.pointee.cursors + index) }
    for index in 0..<frame.pointee.registers.count
    where frame.pointee.registers.cells[index].flags & RegisterFlag.object != 0 {
      releaseObject(index, frame: frame)
    }
    ProgramFrame.free(frame)
  }
}
