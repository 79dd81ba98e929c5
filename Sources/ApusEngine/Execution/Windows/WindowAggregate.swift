/// An aggregate over the frames of a partition's rows, one after the other.
///
/// How it goes from one frame to the next is decided once: rows are added as the frame grows (`growing`), taken out again as it
/// moves on (`sliding`, for aggregates with an inverse), candidates for the extreme wait in a queue (`queue`), or every frame
/// is put together anew: from a tree of partial answers (`tree`) or row by row (`anew`).
struct WindowAggregate: BitwiseCopyable {
  enum Strategy: UInt8 { case growing, sliding, queue, tree, anew }

  private let function: WindowDescription.Function
  private let code: ProgramTables.Function?
  private let rows: WindowRows
  private let context: UnsafeMutablePointer<FunctionContext>
  private let strategy: Strategy
  /// Rows come in before others go out.
  private let addsFirst: Bool
  private let hasExclusion: Bool
  /// The aggregate's own state, and whether it has begun.
  private let state: UnsafeMutableRawPointer
  private let stateBytes: Int
  private var hasState = false
  private let arguments: UnsafeMutablePointer<Cell>
  /// Rows that the state holds.
  private var low = 0
  private var high = 0
  /// The answer for the parts at hand, whose bytes lie in `output`.
  private var hasAnswer = false
  private var answer = Cell.null
  private var answeredParts: FrameParts?
  private var output = ByteBuffer()
  private var candidates = RowQueue()
  private var tree = FrameTree()
  private var untilInterrupt = 0
  /// The function wants UTF-8 where rows hold WTF-8: its arguments, its answer.
  private let convertsText: Bool
  private var utf8 = UTF8Cells()
  private var converted = ByteBuffer()
  /// ntile: its argument in the partition's first row.
  var buckets: Int64 = 0

  init(
    _ function: WindowDescription.Function, _ frame: WindowDescription.Frame, code: ProgramTables.Function?,
    rows: WindowRows, context: UnsafeMutablePointer<FunctionContext>
  ) {
    self.function = function
    self.code = code
    self.rows = rows
    self.context = context
    convertsText = rows.encoding != .utf8 && code?.usesStoredText == false
    stateBytes = ((code?.stateSize ?? 0) + 31) & ~15
    state = .allocate(byteCount: stateBytes, alignment: 16)
    state.initializeMemory(as: UInt8.self, repeating: 0, count: stateBytes)
    arguments = .allocate(capacity: max(Int(function.argumentCount), 1))
    arguments.initialize(repeating: .null, count: max(Int(function.argumentCount), 1))
    addsFirst = frame.unit == .range && frame.start == .preceding && frame.end == .preceding
    hasExclusion = frame.hasExclusion
    if hasExclusion {
      strategy = function.partial != .none ? .tree : .anew
    } else if frame.start == .unboundedPreceding {
      strategy = .growing
    } else if function.partial.isExtreme {
      strategy = .queue
    } else {
      strategy = code?.inverse != nil ? .sliding : .anew
    }
  }

  mutating func deallocate() {
    end()
    state.deallocate()
    arguments.deallocate()
    output.deallocate()
    converted.deallocate()
    utf8.deallocate()
    candidates.deallocate()
    tree.deallocate()
  }

  // MARK: Partitions

  mutating func begin() throws(DatabaseError) {
    end()
    guard strategy == .tree else { return }
    tree.reset(function.partial, rowCount: rows.count)
    for block in 0..<tree.blockCount {
      let first = block &* FrameTree.blockSize
      for row in first..<min(first &+ FrameTree.blockSize, rows.count) {
        if function.partial.isExtreme {
          if try isCandidate(row) { try tree.offer(row, block, function, rows) }
        } else {
          try call(code?.step, row)
        }
      }
      if !function.partial.isExtreme {
        tree.store(state, block)
        dropState()
      }
    }
    try tree.join(function, rows)
  }

  /// The partition is over, or the statement is.
  mutating func end() {
    dropState()
    low = 0
    high = 0
    hasAnswer = false
    answeredParts = nil
    candidates.removeAll()
  }

  /// The first use of the zeroed state.
  @inline(never)
  private mutating func beginState() {
    hasState = true
    if let closure = code?.closure { closure.takeUnretainedValue().begin(state) }
  }

  private mutating func dropState() {
    guard hasState, let code else { return }
    hasState = false
    if let finalize = code.finalize {
      let saved = context.pointee.output
      prepare(output: output)
      finalize(UnsafeMutableRawPointer(context))
      _ = context.pointee.takeError()
      output = context.pointee.output
      context.pointee.output = saved
    }
    state.initializeMemory(as: UInt8.self, repeating: 0, count: stateBytes)
  }

  // MARK: Frames

  /// The aggregate of the frame of `row`.
  @inline(__always)
  mutating func value(_ frame: FrameCursor, _ row: Int, _ peers: PeerGroup) throws(DatabaseError) -> Cell {
    switch strategy {
    case .growing, .sliding:
      let newLow = frame.low
      let newHigh = max(frame.low, frame.high)
      if hasAnswer, newLow == low, newHigh == high { return answer }
      try slide(newLow, newHigh)
      return try presentValue()
    case .queue:
      return try extreme(frame.low, max(frame.low, frame.high))
    case .tree, .anew:
      let parts = FrameParts(frame, row, peers)
      if hasAnswer, let known = answeredParts, known == parts { return answer }
      answeredParts = parts
      return strategy == .tree ? try treeValue(parts) : try valueAnew(parts)
    }
  }

  private mutating func slide(_ newLow: Int, _ newHigh: Int) throws(DatabaseError) {
    // As in SQLite, rows that the frame jumps over come in and go out; what an aggregate cannot forget (that a sum was real, an
    // overflow) depends on it, and on the order.
    if addsFirst { try add(upTo: newHigh) }
    while low < newLow {
      if low == high { try add(upTo: high &+ 1) }
      try call(code?.inverse, low)
      low &+= 1
    }
    try add(upTo: newHigh)
  }

  @inline(__always)
  private mutating func add(upTo end: Int) throws(DatabaseError) {
    while high < end {
      try call(code?.step, high)
      high &+= 1
    }
  }

  private mutating func valueAnew(_ parts: FrameParts) throws(DatabaseError) -> Cell {
    dropState()
    var row = parts.firstLow
    while row < parts.firstHigh {
      try call(code?.step, row)
      row &+= 1
    }
    if parts.middle >= 0 { try call(code?.step, parts.middle) }
    row = parts.lastLow
    while row < parts.lastHigh {
      try call(code?.step, row)
      row &+= 1
    }
    return try finalValue()
  }

  /// Gives a row to `step` or `inverse`, unless the FILTER drops it.
  @inline(__always)
  private mutating func call(_ step: FunctionDefinition.Call?, _ row: Int) throws(DatabaseError) {
    untilInterrupt &-= 1
    if untilInterrupt < 0 {
      untilInterrupt = 4096
      try rows.buffer.pointee.checkInterrupt()
    }
    guard try counts(row), let step else { return }
    let count = Int(function.argumentCount)
    if count > 0 {
      try rows.buffer.pointee.copyCells(
        row, from: Int(function.firstArgument), count: count, to: arguments, flags: 0)
    }
    if !hasState { beginState() }
    context.pointee.result = .null
    context.pointee.state = state
    context.pointee.collation = function.collation
    var cells = UnsafePointer(arguments)
    if convertsText { cells = utf8.view(cells, count: count) }
    step(UnsafeMutableRawPointer(context), UnsafeRawPointer(cells), function.argumentCount)
    if context.pointee.error != nil { try throwError() }
  }

  @inline(__always)
  private func counts(_ row: Int) throws(DatabaseError) -> Bool {
    if function.filter < 0 { return true }
    return context.truth(of: try rows.cell(row, Int(function.filter))) == 1
  }

  @inline(never)
  private func throwError() throws(DatabaseError) {
    if let error = context.pointee.takeError() { throw error }
  }

  /// The function's text is UTF-8; rows hold WTF-8.
  private mutating func takeForeignText() {
    guard answer.tag == .text, !WTF8.accepts(answer.bytes) else { return }
    converted.count = 0
    TextTranscoder.appendWTF8(ofUTF8: answer.bytes, to: &converted)
    answer.bits = UInt64(UInt(bitPattern: converted.base))
    answer.count = UInt32(truncatingIfNeeded: converted.count)
  }

  private func prepare(output: ByteBuffer) {
    context.pointee.result = .null
    context.pointee.output = output
    context.pointee.output.count = 0
    context.pointee.state = state
    context.pointee.collation = function.collation
  }

  private mutating func ask(
    _ call: FunctionDefinition.Finish?, endsState: Bool
  ) throws(DatabaseError) -> Cell {
    let saved = context.pointee.output
    if !hasState { beginState() }
    prepare(output: output)
    call?(UnsafeMutableRawPointer(context))
    output = context.pointee.output
    context.pointee.output = saved
    if endsState {
      hasState = false
      state.initializeMemory(as: UInt8.self, repeating: 0, count: stateBytes)
    }
    if context.pointee.error != nil { try throwError() }
    answer = context.pointee.result
    if convertsText { takeForeignText() }
    if answer.hasBytes, Int(answer.count) > context.environment.lengthLimit {
      throw VirtualMachine.tooBig()
    }
    hasAnswer = true
    return answer
  }

  /// With EXCLUDE the function is asked for its last answer in each row, as in SQLite; no row will leave the state.
  private mutating func finalValue() throws(DatabaseError) -> Cell {
    guard hasExclusion, let finalize = code?.finalize else { return try presentValue() }
    return try ask(finalize, endsState: true)
  }

  private mutating func presentValue() throws(DatabaseError) -> Cell {
    try ask(code?.value, endsState: false)
  }

  // MARK: Extremes

  private mutating func extreme(_ newLow: Int, _ newHigh: Int) throws(DatabaseError) -> Cell {
    high = max(high, newLow)
    while high < newHigh {
      try offer(high)
      high &+= 1
    }
    candidates.removeFirst(before: newLow)
    guard let best = candidates.first else { return .null }
    return try kept(try rows.cell(best, Int(function.firstArgument)))
  }

  /// A candidate drives out those before it that are no better: they leave the frame earlier.
  private mutating func offer(_ row: Int) throws(DatabaseError) {
    guard try isCandidate(row) else { return }
    while let last = candidates.last {
      if try FrameTree.compare(last, row, function, rows) < 0 { break }
      candidates.removeLast()
    }
    candidates.append(row)
  }

  private mutating func treeValue(_ parts: FrameParts) throws(DatabaseError) -> Cell {
    dropState()
    var best = -1
    try gather(parts.firstLow, parts.firstHigh, &best)
    if parts.middle >= 0 { try gather(parts.middle, parts.middle &+ 1, &best) }
    try gather(parts.lastLow, parts.lastHigh, &best)
    guard function.partial.isExtreme else { return try finalValue() }
    hasAnswer = true
    answer = best < 0 ? .null : try kept(try rows.cell(best, Int(function.firstArgument)))
    return answer
  }

  /// Takes rows in: whole blocks by the tree, those at the edges one by one.
  private mutating func gather(_ low: Int, _ high: Int, _ best: inout Int) throws(DatabaseError) {
    let size = FrameTree.blockSize
    let firstBlock = (low &+ size &- 1) / size
    let lastBlock = high / size
    guard firstBlock < lastBlock else {
      try gatherRows(low, high, &best)
      return
    }
    try gatherRows(low, firstBlock &* size, &best)
    if function.partial.isExtreme {
      best = try tree.best(firstBlock, lastBlock, best, function, rows)
    } else {
      hasState = true
      tree.add(firstBlock, lastBlock, to: state)
    }
    try gatherRows(lastBlock &* size, high, &best)
  }

  private mutating func gatherRows(_ low: Int, _ high: Int, _ best: inout Int) throws(DatabaseError) {
    var row = low
    while row < high {
      if !function.partial.isExtreme {
        try call(code?.step, row)
      } else if try isCandidate(row) {
        best = try FrameTree.better(best, row, function, rows)
      }
      row &+= 1
    }
  }

  private func isCandidate(_ row: Int) throws(DatabaseError) -> Bool {
    guard try counts(row) else { return false }
    return try rows.cell(row, Int(function.firstArgument)).tag != .null
  }

  /// A value of a row, so that it stays valid until the next one is asked for.
  @inline(__always)
  mutating func kept(_ cell: Cell) throws(DatabaseError) -> Cell {
    if cell.hasBytes, rows.buffer.pointee.hasSpilled { return copied(cell) }
    return cell
  }

  @inline(never)
  private mutating func copied(_ cell: Cell) -> Cell {
    output.count = 0
    output.append(cell.bytes)
    var copy = cell
    copy.bits = UInt64(UInt(bitPattern: output.base))
    return copy
  }
}
