/// A compiled statement or trigger: instructions and pools, immutable once built, shareable between connections.
public final class Program: @unchecked Sendable {
  // @unchecked: every member is immutable after init; raw memory is only read.
  public let instructions: UnsafePointer<Instruction>
  public let instructionCount: Int
  /// Text and blobs point into `constantBytes`.
  public let constants: UnsafePointer<Cell>
  public let constantCount: Int
  private let constantBytes: UnsafeMutableRawPointer?
  public let keyInfos: [KeyInfo]
  public let functions: [FunctionDefinition]
  /// Affinity strings: one `Affinity` raw value per column.
  public let affinities: [[UInt8]]
  public let columnMaps: [[Int32]]
  public let constraintViolations: [ConstraintViolation]
  public let subprograms: [Program]
  public let nativeCalls: [NativeCall]
  public let virtualTables: [VirtualTableReference]
  public let virtualScans: [VirtualScan]
  public let windows: [WindowDescription]
  public let changedTables: [ChangedTable]
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
  /// Set before the program is handed out, never after.
  public internal(set) var explain: ExplainMode
  /// For a trigger: what recursion is recognised by.
  public let triggerIdentity: String?
  /// The rows of EXPLAIN QUERY PLAN: (id, parent, 0, text).
  public let queryPlan: [QueryPlanRow]

  public enum ExplainMode: UInt8, Sendable { case none, program, queryPlan }

  public init(_ builder: consuming ProgramBuilder) {
    let instructionMemory = UnsafeMutablePointer<Instruction>.allocate(
      capacity: max(builder.instructions.count, 1))
    for (index, instruction) in builder.instructions.enumerated() {
      (instructionMemory + index).initialize(to: instruction)
    }
    instructions = UnsafePointer(instructionMemory)
    instructionCount = builder.instructions.count
    let cells = UnsafeMutablePointer<Cell>.allocate(capacity: max(builder.constants.count, 1))
    var total = 0
    for constant in builder.constants {
      switch constant {
      case .text(let bytes), .blob(let bytes): total += bytes.count + 16
      default: break
      }
    }
    let bytesMemory =
      total > 0 ? UnsafeMutableRawPointer.allocate(byteCount: total, alignment: 16) : nil
    bytesMemory?.initializeMemory(as: UInt8.self, repeating: 0, count: total)
    var offset = 0
    func store(_ bytes: [UInt8]) -> UnsafeRawPointer? {
      guard let bytesMemory else { return nil }
      let start = bytesMemory + offset
      bytes.withUnsafeBytes { source in
        if let base = source.baseAddress { start.copyMemory(from: base, byteCount: source.count) }
      }
      offset += bytes.count + 16
      return UnsafeRawPointer(start)
    }
    for (index, constant) in builder.constants.enumerated() {
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
    constants = UnsafePointer(cells)
    constantCount = builder.constants.count
    constantBytes = bytesMemory
    let keyInfos = builder.keyInfos.map { KeyInfo($0.fields, encoding: $0.encoding) }
    self.keyInfos = keyInfos
    functions = builder.functions
    affinities = builder.affinities
    columnMaps = builder.columnMaps
    tables = ProgramTables(
      keyInfos: keyInfos, functions: builder.functions, affinities: builder.affinities,
      columnMaps: builder.columnMaps)
    constraintViolations = builder.constraintViolations
    subprograms = builder.subprograms
    nativeCalls = builder.nativeCalls
    virtualTables = builder.virtualTables
    virtualScans = builder.virtualScans
    windows = builder.windows
    changedTables = builder.changedTables
    registerCount = builder.registerCount + 1
    cursorCount = builder.cursorCount
    parameterCount = builder.parameterNames.count
    parameterNames = builder.parameterNames
    columns = builder.columns
    isWrite = builder.isWrite
    needsStatementJournal = builder.needsStatementJournal
    explain = builder.explain
    triggerIdentity = builder.triggerIdentity
    queryPlan = builder.queryPlan
    var objects = false
    var marks = false
    var reads = false
    var functionCalls = false
    var counts = false
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
    instructions.deallocate()
    constants.deallocate()
    constantBytes?.deallocate()
    for keyInfo in keyInfos { keyInfo.deallocate() }
  }
}
