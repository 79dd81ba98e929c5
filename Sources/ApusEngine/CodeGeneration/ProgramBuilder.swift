/// Gathers a program's instructions and pools. Addresses of jumps that are not known yet are labels, negative
/// numbers that `resolve` replaces at the end.
public struct ProgramBuilder {
  public enum Constant: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text([UInt8])
    case blob([UInt8])

    /// Both zeros are constants of their own.
    public static func == (left: Constant, right: Constant) -> Bool {
      switch (left, right) {
      case (.null, .null): true
      case (.integer(let a), .integer(let b)): a == b
      case (.real(let a), .real(let b)): a.bitPattern == b.bitPattern
      case (.text(let a), .text(let b)), (.blob(let a), .blob(let b)): a == b
      default: false
      }
    }

    public func hash(into hasher: inout Hasher) {
      switch self {
      case .null: hasher.combine(0)
      case .integer(let value): hasher.combine(value)
      case .real(let value): hasher.combine(value.bitPattern)
      case .text(let bytes), .blob(let bytes): hasher.combine(bytes)
      }
    }
  }

  public struct KeyInfoDescription {
    public var fields: [KeyInfo.Field]
    public var encoding: TextEncoding
  }

  /// A jump target that is not known yet.
  public struct Label: Hashable, Sendable {
    /// What stands in `p2` until `finish()`: -1, -2, …
    public let placeholder: Int32
  }

  public var instructions: [Instruction] = []
  public var constants: [Constant] = []
  private var constantIndex: [Constant: Int32] = [:]
  /// Shared with the program at the end; nil while nothing is in them.
  private(set) var pools: ProgramPools?
  public var registerCount = 0
  public var cursorCount = 0
  public var parameterNames: [String?] = []
  public var columns: [ResultColumn] = []
  public var isWrite = false
  /// The statement sets changes(), whatever its instructions count.
  var countsChanges = false
  public var needsStatementJournal = false
  /// "database or disk is full" undoes the transaction, not the statement: SQLite keeps a journal of those statements only that change
  /// several rows or tables and that a constraint or function could have ended alone.
  var fullEndsTransaction = false
  /// A function is called, other than an aggregate.
  var callsFunctions: Bool { instructions.contains { $0.opcode == .function } }
  public var explain = Program.ExplainMode.none
  public var triggerIdentity: String?
  private var labelAddresses: [Int32] = []
  /// A collation that the program needs and nobody knows.
  private(set) var missingCollation: Collation?

  /// The program compares by this collation.
  @inline(__always)
  mutating func need(_ collation: Collation) {
    if collation.isMissing, missingCollation == nil { missingCollation = collation }
  }

  /// The pools, for something to be added.
  private mutating func ownPools() -> ProgramPools {
    if let shared = pools, !isKnownUniquelyReferenced(&pools) { pools = ProgramPools(shared) }
    if let pools { return pools }
    let fresh = ProgramPools()
    pools = fresh
    return fresh
  }

  public init() {
    instructions.reserveCapacity(32)
    labelAddresses.reserveCapacity(8)
  }

  /// Its arrays may be kept for another program.
  var isSmall: Bool { instructions.capacity <= 1 << 10 && labelAddresses.capacity <= 1 << 8 }

  /// Begins another program, in the memory of the last one.
  mutating func reset() {
    instructions.removeAll(keepingCapacity: true)
    labelAddresses.empty()
    if !constants.isEmpty { constants = [] }
    if !constantIndex.isEmpty { constantIndex = [:] }
    pools = nil
    registerCount = 0
    cursorCount = 0
    parameterNames = []
    columns = []
    isWrite = false
    countsChanges = false
    needsStatementJournal = false
    fullEndsTransaction = false
    explain = .none
    triggerIdentity = nil
    missingCollation = nil
  }

  /// The address of the next instruction.
  @inline(__always)
  public var address: Int32 { Int32(truncatingIfNeeded: instructions.count) }

  /// Appends an instruction and returns its address.
  @discardableResult
  public mutating func emit(
    _ opcode: Opcode, _ p1: Int32 = 0, _ p2: Int32 = 0, _ p3: Int32 = 0, p4: UInt16 = Instruction.noP4,
    p5: UInt8 = 0
  ) -> Int32 {
    instructions.append(Instruction(opcode, p1, p2, p3, p4: p4, p5: p5))
    return Int32(truncatingIfNeeded: instructions.count - 1)
  }

  /// Appends a call of a function with `count` arguments: see `Instruction.argumentCount`. `p1` is below 2^24.
  mutating func emitCall(
    _ opcode: Opcode, _ p1: Int32, _ p2: Int32, _ p3: Int32, function: UInt16, count: Int
  ) {
    let count = Int32(truncatingIfNeeded: count)
    emit(opcode, p1 | (count >> 8) << 24, p2, p3, p4: function, p5: UInt8(truncatingIfNeeded: count))
  }

  public mutating func newLabel() -> Label {
    labelAddresses.append(-1)
    return Label(placeholder: -Int32(truncatingIfNeeded: labelAddresses.count))
  }

  /// The label stands for the next instruction's address.
  public mutating func place(_ label: Label) { labelAddresses[Int(-label.placeholder) - 1] = address }

  /// Makes the jump at `address` go to the next instruction.
  public mutating func patchHere(_ address: Int32) { instructions[Int(address)].p2 = self.address }

  public mutating func newRegister() -> Int32 {
    registerCount += 1
    return Int32(truncatingIfNeeded: registerCount)
  }

  /// The first of `count` registers in a row.
  public mutating func newRegisters(_ count: Int) -> Int32 {
    let first = registerCount + 1
    registerCount += count
    return Int32(truncatingIfNeeded: first)
  }

  public mutating func newCursor() -> Int32 {
    cursorCount += 1
    return Int32(truncatingIfNeeded: cursorCount - 1)
  }

  public mutating func constant(_ value: Constant) -> Int32 {
    if let known = constantIndex[value] { return known }
    let index = Int32(truncatingIfNeeded: constants.count)
    constants.append(value)
    constantIndex[value] = index
    return index
  }

  /// The pool index of a constant for `p4`. Throws when the program has more than 65,534 constants.
  public mutating func constantP4(_ value: Constant) throws(DatabaseError) -> UInt16 {
    try Self.poolIndex(Int(constant(value)))
  }

  public mutating func keyInfo(
    _ fields: [KeyInfo.Field], encoding: TextEncoding
  ) throws(DatabaseError) -> UInt16 {
    for field in fields { try field.collation.requireKnown() }
    return try Self.append(KeyInfoDescription(fields: fields, encoding: encoding), to: &ownPools().keyInfos)
  }

  public mutating func function(_ definition: FunctionDefinition) throws(DatabaseError) -> UInt16 {
    let pools = ownPools()
    for (index, known) in pools.functions.enumerated()
    where known.name == definition.name && known.argumentCount == definition.argumentCount
      && known.isAggregate == definition.isAggregate
    {
      return UInt16(index)
    }
    return try Self.append(definition, to: &pools.functions)
  }

  public mutating func affinityString(_ letters: [UInt8]) throws(DatabaseError) -> UInt16 {
    try Self.appendIfNew(letters, to: &ownPools().affinities)
  }

  public mutating func columnMap(_ map: [Int32]) throws(DatabaseError) -> UInt16 {
    try Self.append(map, to: &ownPools().columnMaps)
  }

  public mutating func window(_ description: WindowDescription) throws(DatabaseError) -> UInt16 {
    try Self.append(description, to: &ownPools().windows)
  }

  /// - Parameter key: the registers of the key's values where the constraint is found violated.
  public mutating func violation(
    _ violation: ConstraintViolation, key: [Int32] = []
  ) throws(DatabaseError) -> UInt16 {
    try Self.append(CheckedConstraint(violation: violation, key: key), to: &ownPools().constraints)
  }

  public mutating func subprogram(_ program: Program) throws(DatabaseError) -> UInt16 {
    try Self.append(program, to: &ownPools().subprograms)
  }

  public mutating func virtualTable(_ reference: VirtualTableReference) throws(DatabaseError) -> UInt16 {
    try Self.appendIfNew(reference, to: &ownPools().virtualTables)
  }

  public mutating func virtualScan(_ scan: VirtualScan) throws(DatabaseError) -> UInt16 {
    try Self.append(scan, to: &ownPools().virtualScans)
  }

  public mutating func changedTable(_ table: ChangedTable) throws(DatabaseError) -> UInt16 {
    try Self.appendIfNew(table, to: &ownPools().changedTables)
  }

  /// Adds a line of EXPLAIN QUERY PLAN.
  /// Puts each line of EXPLAIN QUERY PLAN before what stands under it, and that before its next neighbour.
  mutating func nestPlanRows() {
    guard let rows = pools?.queryPlan, rows.count > 2 else { return }
    let children = Dictionary(grouping: rows, by: \.parent)
    var nested: [QueryPlanRow] = []
    func add(under parent: Int) {
      for row in children[parent] ?? [] {
        nested.append(row)
        add(under: row.id)
      }
    }
    add(under: 0)
    pools?.queryPlan = nested
  }

  mutating func addPlanRow(_ row: QueryPlanRow) { ownPools().queryPlan.append(row) }

  /// Appends a `native` instruction.
  public mutating func emitNative(
    _ call: NativeCall, registers: Int32 = 0, elseJump: Int32 = 0
  ) throws(DatabaseError) {
    emit(.native, registers, elseJump, 0, p4: try Self.append(call, to: &ownPools().nativeCalls))
  }

  private static func append<T>(_ item: T, to pool: inout [T]) throws(DatabaseError) -> UInt16 {
    pool.append(item)
    return try poolIndex(pool.count - 1)
  }

  private static func appendIfNew<T: Equatable>(
    _ item: T, to pool: inout [T]
  ) throws(DatabaseError) -> UInt16 {
    if let known = pool.firstIndex(of: item) { return UInt16(known) }
    return try append(item, to: &pool)
  }

  private static func poolIndex(_ index: Int) throws(DatabaseError) -> UInt16 {
    guard index < Int(Instruction.noP4) else {
      throw DatabaseError(.tooBig, "statement too complex")
    }
    return UInt16(index)
  }

  /// Replaces the labels and makes the program.
  public consuming func finish() -> Program { makeProgram() }

  /// Replaces the labels and makes the program; what it consists of stays here, too, until `reset`.
  mutating func makeProgram() -> Program {
    let labels = labelAddresses
    instructions.withUnsafeMutableBufferPointer { instructions in
      for index in instructions.indices {
        switch instructions[index].opcode {
        case .compareJump:
          instructions[index].p1 = Self.resolve(instructions[index].p1, labels)
          instructions[index].p2 = Self.resolve(instructions[index].p2, labels)
          instructions[index].p3 = Self.resolve(instructions[index].p3, labels)
        case .initCoroutine:
          instructions[index].p2 = Self.resolve(instructions[index].p2, labels)
          instructions[index].p3 = Self.resolve(instructions[index].p3, labels)
        case .openRead, .openWrite:
          // p2 is a page number, of 32 bits without a sign.
          break
        default:
          if instructions[index].p2 < 0 {
            instructions[index].p2 = Self.resolve(instructions[index].p2, labels)
          }
        }
      }
    }
    return Program(self)
  }

  private static func resolve(_ target: Int32, _ labels: [Int32]) -> Int32 {
    target < 0 ? labels[Int(-target) - 1] : target
  }
}
