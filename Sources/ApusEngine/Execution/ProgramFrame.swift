/// One activation of a program: the statement itself, or a trigger program that it runs.
///
/// Plain data in raw memory. A trigger's frame is made at its first run, hangs in the register that the `program`
/// instruction names, and is used again by later runs of that instruction.
struct ProgramFrame {
  let registers: RegisterFile
  let cursors: UnsafeMutablePointer<VirtualCursor>
  let treeCursors: UnsafeMutablePointer<BTreeCursor>
  let cursorCount: Int
  let program: Unmanaged<Program>
  let instructions: UnsafePointer<Instruction>
  let constants: UnsafePointer<Cell>
  let tables: ProgramTables
  /// One byte per instruction: set once a `once` at that address has run.
  let onceMarks: UnsafeMutablePointer<UInt8>?
  let instructionCount: Int
  /// The frame whose `program` instruction runs this one.
  var parent: UnsafeMutablePointer<ProgramFrame>?
  /// That instruction.
  var caller: UnsafePointer<Instruction>
  var depth: Int
  /// What last_insert_rowid() and the statement's change count go back to when the trigger is done.
  var savedLastInsertRowID: Int64 = 0
  var savedChanges: Int64 = 0
  var savedPublishedChanges: Int64 = 0

  /// Allocates a frame for `program`, which must outlive it.
  static func make(for program: Program) -> UnsafeMutablePointer<ProgramFrame> {
    // One block, which begins with the frame.
    let cursorCount = program.cursorCount
    var layout = BlockLayout()
    _ = layout.place(ProgramFrame.self, 1)
    let treeCursorStart = layout.place(BTreeCursor.self, cursorCount)
    let cursorStart = layout.place(VirtualCursor.self, cursorCount)
    let registers = RegisterFile.Place(&layout, count: program.registerCount)
    let markStart = layout.place(UInt8.self, program.usesOnce ? program.instructionCount : 0)
    let block = layout.allocate()
    let frame = block.bindMemory(to: ProgramFrame.self, capacity: 1)
    let treeCursors = (block + treeCursorStart).bindMemory(to: BTreeCursor.self, capacity: cursorCount)
    let cursors = (block + cursorStart).bindMemory(to: VirtualCursor.self, capacity: cursorCount)
    for index in 0..<cursorCount {
      (cursors + index).initialize(to: VirtualCursor(tree: treeCursors + index))
    }
    var marks: UnsafeMutablePointer<UInt8>?
    if program.usesOnce {
      marks = (block + markStart).initializeMemory(
        as: UInt8.self, repeating: 0, count: program.instructionCount)
    }
    frame.initialize(
      to: ProgramFrame(
        registers: RegisterFile(in: block, registers), cursors: cursors, treeCursors: treeCursors,
        cursorCount: cursorCount, program: .passUnretained(program), instructions: program.instructions,
        constants: program.constants, tables: program.tables, onceMarks: marks,
        instructionCount: program.instructionCount, parent: nil, caller: program.instructions, depth: 0))
    return frame
  }

  /// Frees the frame. `VirtualMachine.release(frame:)` has closed its cursors and objects.
  static func free(_ frame: UnsafeMutablePointer<ProgramFrame>) {
    for index in 0..<frame.pointee.cursorCount { frame.pointee.cursors[index].deallocate() }
    frame.pointee.registers.releaseBuffers()
    UnsafeMutableRawPointer(frame).deallocate()
  }
}
