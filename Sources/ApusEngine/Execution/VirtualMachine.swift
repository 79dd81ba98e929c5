import ApusSQL

/// Runs one prepared statement's program.
///
/// Life: `init` → `bind` → `step` until it answers false → `reset` → … The interpreter (`VirtualMachine+Run.swift`)
/// keeps its program counter and register base in locals; everything else that it needs lies in raw memory reached
/// through `let` pointers, so that no instruction on a hot path touches a reference count or a class variable.
///
/// Invariants:
/// - Between two `step` calls the machine is either ready, suspended on a row (`row` is valid until the next
///   call of any method), or done.
/// - While suspended or running it counts in the connection's numbers of active statements.
/// - One thread at a time.
public final class VirtualMachine {
  /// What the interpreter saves when it leaves the loop. In raw memory, not in class variables.
  struct State {
    enum Phase: UInt8 { case ready, suspended, done }
    var phase = Phase.ready
    var frame: UnsafeMutablePointer<ProgramFrame>
    /// The next instruction of `frame`.
    var next: UnsafePointer<Instruction>
    var row: UnsafePointer<Cell>
    var rowCount = 0
    var interruptCountdown = 1000
    /// Rows changed by this statement so far.
    var changes: Int64 = 0
    /// Immediate foreign keys violated by this statement so far.
    var foreignKeyViolations: Int64 = 0
    var counts = false
    /// What a failed instruction asks for.
    var errorAction = ConflictAction.abort
    /// Counted in the connection's active statements; its flags tell as what.
    var isActive = false
    var isReader = false
    var isWriter = false
    /// Bit per database whose statement savepoint this run has opened.
    var statementDatabases: UInt64 = 0
    var hasStatementSavepoint = false
    /// Its index among the pager's savepoints.
    var statementSavepoint = 0
    /// The connection's deferred violations when this run began to write.
    var foreignKeyCountAtStart = DeferredViolations()
    /// `connection.writeCounter` when the machine last left the loop.
    var writeCounter: UInt64 = 0
    /// What last_insert_rowid() is once `publishRowID` has run.
    var insertedRowID: Int64 = 0
    var hasInsertedRowID = false
    /// The machine has ephemeral trees.
    var hasTemporaryTrees = false
    /// The connection's list of active statements.
    var nextActive: Unmanaged<VirtualMachine>?
    var previousActive: Unmanaged<VirtualMachine>?
  }

  public let program: Program
  public let connection: Connection
  let root: UnsafeMutablePointer<ProgramFrame>
  /// What the pointers below point into.
  private let block: UnsafeMutableRawPointer
  let state: UnsafeMutablePointer<State>
  let context: UnsafeMutablePointer<FunctionContext>
  let parameters: RegisterFile
  /// Buffers for work within one instruction.
  let scratch: UnsafeMutablePointer<ByteBuffer>
  static let scratchCount = 4
  /// Cells for unpacked records.
  let keyCells: UnsafeMutablePointer<UnsafeMutablePointer<Cell>?>
  let keyCapacity: UnsafeMutablePointer<Int>
  /// The private trees of ephemeral cursors, once there are any.
  @exclusivity(unchecked) var temporary: TemporaryTrees?
  /// The first of the violations that `State.foreignKeyViolations` counts; nil also after one of them was repaired.
  @exclusivity(unchecked) var firstForeignKeyViolation: ConstraintViolation?
  /// The generations of the catalogs under which the program was compiled, by database; `transaction` compares.
  let compiledGenerations: UnsafeMutablePointer<UInt64>
  let compiledCount: Int
  let compiledEnvironment: UInt64
  let writeCounter: UnsafeMutablePointer<UInt64>
  /// Buffers that cells of the present instruction may still point into; freed at reset.
  @exclusivity(unchecked) var retiredScratch: [ByteBuffer] = []
  let isUTF16: Bool
  /// What functions and modules, and what the application see of cells in a UTF-16 database.
  let argumentCells: UnsafeMutablePointer<UTF8Cells>
  let rowCells: UnsafeMutablePointer<UTF8Cells>

  /// A machine for `program` on `connection`, whose catalogs are those that the program was compiled under.
  public init(program: Program, connection: Connection) {
    self.program = program
    self.connection = connection
    root = ProgramFrame.make(for: program)
    compiledCount = connection.databases.count
    var layout = BlockLayout()
    let stateStart = layout.place(State.self, 1)
    let contextStart = layout.place(FunctionContext.self, 1)
    let scratchStart = layout.place(ByteBuffer.self, Self.scratchCount)
    let keyCellsStart = layout.place(UnsafeMutablePointer<Cell>?.self, 1)
    let keyCapacityStart = layout.place(Int.self, 1)
    let utf8CellsStart = layout.place(UTF8Cells.self, 2)
    let generationStart = layout.place(UInt64.self, compiledCount)
    let parameterPlace = RegisterFile.Place(&layout, count: program.parameterCount + 1)
    block = layout.allocate()
    state = (block + stateStart).bindMemory(to: State.self, capacity: 1)
    state.initialize(
      to: State(
        frame: root, next: program.instructions, row: UnsafePointer(root.pointee.registers.cells)))
    context = (block + contextStart).bindMemory(to: FunctionContext.self, capacity: 1)
    context.initialize(to: FunctionContext(environment: connection.environment))
    parameters = RegisterFile(in: block, parameterPlace)
    scratch = (block + scratchStart).initializeMemory(
      as: ByteBuffer.self, repeating: ByteBuffer(), count: Self.scratchCount)
    keyCells = (block + keyCellsStart).initializeMemory(
      as: UnsafeMutablePointer<Cell>?.self, repeating: nil, count: 1)
    keyCapacity = (block + keyCapacityStart).initializeMemory(as: Int.self, repeating: 0, count: 1)
    argumentCells = (block + utf8CellsStart).initializeMemory(
      as: UTF8Cells.self, repeating: UTF8Cells(), count: 2)
    rowCells = argumentCells + 1
    compiledGenerations = (block + generationStart).bindMemory(to: UInt64.self, capacity: compiledCount)
    for index in 0..<compiledCount {
      (compiledGenerations + index).initialize(to: connection.slots[index].catalogGeneration)
    }
    writeCounter = connection.writeCounter
    compiledEnvironment = connection.environmentGeneration
    isUTF16 = connection.encoding != .utf8
  }

  deinit {
    if state.pointee.isActive { abandon() }
    destroy(frame: root)
    for index in 0..<Self.scratchCount { scratch[index].deallocate() }
    parameters.releaseBuffers()
    context.pointee.output.deallocate()
    _ = context.pointee.takeError()
    keyCells.pointee?.deallocate()
    argumentCells.pointee.deallocate()
    rowCells.pointee.deallocate()
    for index in retiredScratch.indices { retiredScratch[index].deallocate() }
    block.deallocate()
  }

  // MARK: The row

  /// The first cell of the row that the last `step` answered true for.
  @inline(__always)
  public var row: UnsafePointer<Cell> { state.pointee.row }

  /// The number of cells in the row.
  @inline(__always)
  public var columnCount: Int { state.pointee.rowCount }

  /// The statement is between its first step and its end.
  public var isActive: Bool { state.pointee.isActive }

  // MARK: Stepping

  /// Runs to the next row (true) or to the end (false). Throws what made the statement fail, after the
  /// statement's changes have been undone as its conflict action asks.
  @inline(__always)
  public func step() throws(DatabaseError) -> Bool {
    if state.pointee.phase == .ready {
      begin()
    } else if state.pointee.phase == .suspended {
      if state.pointee.writeCounter != writeCounter.pointee { resumeAfterWrites() }
    } else {
      return false
    }
    do throws(DatabaseError) {
      if try run() { return true }
    } catch {
      throw failed(with: error)
    }
    return false
  }

  /// The first step of a run.
  @inline(__always)
  private func begin() {
    state.pointee.frame = root
    state.pointee.next = root.pointee.instructions
    state.pointee.changes = 0
    state.pointee.foreignKeyViolations = 0
    state.pointee.counts = false
    state.pointee.errorAction = .abort
    connection.statementBegins(self)
    if connection.counters.pointee.progressInterval < state.pointee.interruptCountdown {
      state.pointee.interruptCountdown = connection.counters.pointee.progressInterval
    }
  }

  /// Other statements wrote while this one was suspended: what cursors know of their records may be out of date.
  @inline(never)
  private func resumeAfterWrites() {
    var frame: UnsafeMutablePointer<ProgramFrame>? = state.pointee.frame
    while let current = frame {
      for index in 0..<current.pointee.cursorCount { current.pointee.cursors[index].forgetRecord() }
      frame = current.pointee.parent
    }
  }

  /// Another statement of the connection is about to write: copies what the present row, or what an instruction at work that runs that statement,
  /// borrows from pages.
  func ownRow() {
    var frame: UnsafeMutablePointer<ProgramFrame>? = state.pointee.frame
    while let current = frame {
      let registers = current.pointee.registers
      for index in 0..<registers.count { registers.own(index) }
      frame = current.pointee.parent
    }
  }

  /// Ends the run, undoing nothing that was done, and makes the machine ready to run again. Bindings stay.
  public func reset() {
    if state.pointee.isActive { abandon() }
    if state.pointee.phase != .ready {
      clear(frame: root)
      if isUTF16 { freeRetiredScratch() }
      state.pointee.phase = .ready
    }
  }

  private func freeRetiredScratch() {
    for index in retiredScratch.indices { retiredScratch[index].deallocate() }
    retiredScratch.removeAll()
  }

  /// Ends a run that did not come to its end.
  @inline(never)
  private func abandon() {
    closeAllCursors()
    _ = try? connection.statementEnds(self, error: nil)
  }

  /// Cleans up after an error and returns the error to throw.
  @inline(never)
  private func failed(with error: DatabaseError) -> DatabaseError {
    state.pointee.phase = .done
    if state.pointee.isActive {
      forgetTriggerChanges()
      closeAllCursors()
      do throws(DatabaseError) {
        try connection.statementEnds(self, error: error)
      } catch let second {
        return second
      }
    }
    return error
  }

  /// An error inside a trigger: the changes and the last rowid so far are those of the statement itself.
  private func forgetTriggerChanges() {
    var frame = state.pointee.frame
    while let parent = frame.pointee.parent {
      state.pointee.changes = frame.pointee.savedChanges
      state.pointee.hasInsertedRowID = false
      connection.environment.lastInsertRowID = frame.pointee.savedLastInsertRowID
      connection.environment.changes = frame.pointee.savedPublishedChanges
      frame = parent
    }
  }

  /// Tells the connection the rowid inserted last; put off because functions and the statement's end alone look at it.
  @inline(never)
  func publishRowID() {
    state.pointee.hasInsertedRowID = false
    connection.environment.lastInsertRowID = state.pointee.insertedRowID
  }

  /// The end of a run that succeeded: commits in autocommit mode.
  @inline(__always)
  func finish() throws(DatabaseError) {
    closeAllCursors()
    try connection.statementEnds(self, error: nil)
    state.pointee.phase = .done
  }
}
