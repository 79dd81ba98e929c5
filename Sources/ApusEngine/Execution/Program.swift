/// A compiled statement or trigger: instructions and pools, immutable once built, shareable between connections.
public final class Program: @unchecked Sendable {
  // @unchecked: every member is immutable after init; raw memory is only read.
  public let instructions: UnsafePointer<Instruction>
  public let instructionCount: Int
  /// Text and blobs point behind them.
  public let constants: UnsafePointer<Cell>
  public let constantCount: Int
  /// What the pointers above point into.
  private let block: UnsafeMutableRawPointer
  /// Of key infos, functions and so on; nil when the program refers to none.
  private let pools: ProgramPools?
  public let keyInfos: [KeyInfo]
  public var functions: [FunctionDefinition] { pools?.functions ?? [] }
  /// Affinity strings: one `Affinity` raw value per column.
  public var affinities: [[UInt8]] { pools?.affinities ?? [] }
  var constraints: [CheckedConstraint] { pools?.constraints ?? [] }
  public var subprograms: [Program] { pools?.subprograms ?? [] }
  public var nativeCalls: [NativeCall] { pools?.nativeCalls ?? [] }
  public var virtualTables: [VirtualTableReference] { pools?.virtualTables ?? [] }
  public var virtualScans: [VirtualScan] { pools?.virtualScans ?? [] }
  public var windows: [WindowDescription] { pools?.windows ?? [] }
  public var changedTables: [ChangedTable] { pools?.changedTables ?? [] }
  /// The pools above as plain data: the interpreter reads these and never an array.
  let tables: ProgramTables
  public let registerCount: Int
  public let cursorCount: Int
  /// The highest number of a bound parameter.
  public let parameterCount: Int
  /// Name of parameter n at n - 1, with its prefix character; nil for `?`.
  public let parameterNames: [String?]
  public let columns: [ResultColumn]
  /// The statement changes the database file (also pragmas that do).
  public internal(set) var isWrite: Bool
  /// More than one row may change, or a constraint may abort half-way: a statement savepoint is needed.
  public let needsStatementJournal: Bool
  /// See `ProgramBuilder.fullEndsTransaction`.
  let fullEndsTransaction: Bool
  /// Set before the program is handed out, never after.
  public internal(set) var explain: ExplainMode
  /// For a trigger: what recursion is recognised by.
  public let triggerIdentity: String?
  /// The rows of EXPLAIN QUERY PLAN: (id, parent, 0, text).
  public var queryPlan: [QueryPlanRow] { pools?.queryPlan ?? [] }

  public enum ExplainMode: UInt8, Sendable { case none, program, queryPlan }

  public init(_ builder: borrowing ProgramBuilder) {
    // One block: the instructions, the constants, their bytes.
    var layout = BlockLayout()
    let instructionStart = layout.place(Instruction.self, builder.instructions.count)
    let cellStart = layout.place(Cell.self, builder.constants.count)
    let byteStart = layout.place(UInt8.self, Self.byteCount(builder.constants))
    block = layout.allocate()
    instructions = UnsafePointer(
      Self.copy(builder.instructions, to: block + instructionStart))
    instructionCount = builder.instructions.count
    constants = UnsafePointer(
      Self.makeCells(builder.constants, at: block + cellStart, bytes: block + byteStart))
    constantCount = builder.constants.count
    pools = builder.pools
    if let pools = builder.pools {
      keyInfos = pools.keyInfos.map { KeyInfo($0.fields, encoding: $0.encoding) }
      tables = ProgramTables(
        keyInfos: keyInfos, functions: pools.functions, affinities: pools.affinities,
        columnMaps: pools.columnMaps)
    } else {
      keyInfos = []
      tables = ProgramTables(emptyAt: block)
    }
    registerCount = builder.registerCount + 1
    cursorCount = builder.cursorCount
    parameterNames = builder.parameterNames
    parameterCount = parameterNames.count
    columns = builder.columns
    isWrite = builder.isWrite
    needsStatementJournal = builder.needsStatementJournal
    fullEndsTransaction = builder.fullEndsTransaction
    explain = builder.explain
    triggerIdentity = builder.triggerIdentity
    var objects = false
    var marks = false
    var reads = false
    var functionCalls = false
    var counts = builder.countsChanges
    for instruction in builder.instructions {
      switch instruction.opcode {
      case .aggregateStep, .rowSetAdd, .rowSetTest, .program: objects = true
      case .once: marks = true
      case .function, .windowOpen: functionCalls = true
      case .transaction, .autoCommit, .savepoint: reads = true
      case .insert, .delete, .indexInsert:
        if instruction.p5 & InstructionFlag.countChange != 0 { counts = true }
      case .clearTree: if instruction.p3 > 0 { counts = true }
      case .virtualUpdate: counts = true
      default: break
      }
    }
    usesObjects = objects
    usesOnce = marks
    isReader = reads
    usesFunctions = functionCalls || objects
    countsChanges = counts
  }

  /// Some register may own more than bytes: aggregate states, row sets, trigger frames.
  let usesObjects: Bool
  /// The program may call functions, by itself or in triggers.
  let usesFunctions: Bool
  /// The program opens a transaction on some database.
  let isReader: Bool
  /// The statement sets changes(), be it to 0.
  let countsChanges: Bool
  /// The program has `once` instructions.
  let usesOnce: Bool

  deinit {
    tables.deallocate()
    block.deallocate()
    for keyInfo in keyInfos { keyInfo.deallocate() }
  }

  // MARK: Memory

  /// Zeros behind every text and blob, so that they can be read a word at a time.
  private static let padding = 16

  private static func byteCount(_ constants: [ProgramBuilder.Constant]) -> Int {
    var total = 0
    for constant in constants {
      switch constant {
      case .text(let bytes), .blob(let bytes): total += bytes.count + padding
      default: break
      }
    }
    return total
  }

  private static func copy(
    _ list: [Instruction], to memory: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<Instruction> {
    let target = memory.bindMemory(to: Instruction.self, capacity: list.count)
    list.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { target.initialize(from: base, count: source.count) }
    }
    return target
  }

  private static func makeCells(
    _ list: [ProgramBuilder.Constant], at memory: UnsafeMutableRawPointer, bytes: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<Cell> {
    let cells = memory.bindMemory(to: Cell.self, capacity: list.count)
    var next = bytes
    func store(_ bytes: [UInt8]) -> UnsafeRawPointer {
      let start = next
      bytes.withUnsafeBytes { source in
        if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
      }
      (start + bytes.count).initializeMemory(as: UInt8.self, repeating: 0, count: padding)
      next += bytes.count + padding
      return UnsafeRawPointer(start)
    }
    for (index, constant) in list.enumerated() {
      var cell: Cell =
        switch constant {
        case .null: .null
        case .integer(let value): .integer(value)
        case .real(let value): .real(value)
        case .text(let bytes): .text(store(bytes), count: bytes.count)
        case .blob(let bytes): .blob(store(bytes), count: bytes.count)
        }
      if cell.hasBytes { cell.flags = RegisterFlag.fixed }
      (cells + index).initialize(to: cell)
    }
    return cells
  }
}
