// Turns bound statements and physical plans into bytecode. This file holds the state that all of code generation
// shares: the program under construction, registers, constants, and how columns are read at the moment.
//
// Layout of every program: address 0 is `init`, which jumps to the set-up code at the end (transactions, constants,
// bound parameters), which jumps back to address 1. So constants and parameters are loaded once however often the body
// loops. Registers of constants are never written by the body.

/// One program's code generation.
final class CodeGenerator {
  /// A column read by generated code.
  struct Slot: Hashable {
    let source: ObjectIdentifier
    let column: Int
    init(_ source: BoundSource, _ column: Int) {
      self.source = ObjectIdentifier(source)
      self.column = column
    }
  }

  /// Where a column stands when it is not read from its own source.
  enum Redirect {
    case field(cursor: Int32, column: Int32)
    case register(Int32)
  }

  @exclusivity(unchecked) var builder = ProgramBuilder()
  /// nil while it waits for the next statement.
  @exclusivity(unchecked) private var statement: CompilationContext?
  @inline(__always)
  var context: CompilationContext { statement.unsafelyUnwrapped }
  /// Columns that are read from a sorter or materialised row instead of their own source.
  @exclusivity(unchecked) var redirects: [Slot: Redirect] = [:]
  /// Index cursors of items whose columns are read from another cursor.
  @exclusivity(unchecked) var searchCursors: [ObjectIdentifier: Int32] = [:]
  /// Index cursors of the operands of an OR, by the item whose rows they find; nil for operands that need none.
  @exclusivity(unchecked) var alternativeCursors: [ObjectIdentifier: [Int32?]] = [:]
  /// The number of the next of these cursors that an item's loops take, while they are generated.
  @exclusivity(unchecked) var alternativePlaces: [ObjectIdentifier: Int] = [:]
  /// Bloom filters over the keys that items are sought by.
  @exclusivity(unchecked) var filters: [ObjectIdentifier: Int32] = [:]
  /// The filter over the members of the IN whose query is going to be generated.
  @exclusivity(unchecked) var pendingFilter: MemberFilter?
  /// Rows come out of a sorter, behind the arms that made them.
  @exclusivity(unchecked) var isDraining = false
  /// What is inside of the loop being opened runs in other loops too: nothing can be read from its cursor.
  @exclusivity(unchecked) var sharesBody = false
  /// Expressions whose value is a field of an index entry under an open loop's cursor.
  @exclusivity(unchecked) var indexedFields: [(expression: BoundExpression, cursor: Int32, field: Int32)] = []
  /// Expressions whose value stands in a register: GROUP BY terms in the output phase.
  @exclusivity(unchecked) var substitutions: [(expression: BoundExpression, register: Int32)] = []
  @exclusivity(unchecked) private var constantRegisters: [ProgramBuilder.Constant: Int32] = [:]
  /// By parameter number; 0 where none is loaded yet.
  @exclusivity(unchecked) private var parameterRegisters: [Int32] = []
  @exclusivity(unchecked) private var constantOrder: [(ProgramBuilder.Constant, Int32)] = []
  @exclusivity(unchecked) private var freeRegisters: [Int32] = []
  /// Databases that the program reads or writes: bit per database index, in two sets.
  @exclusivity(unchecked) var readDatabases = DatabaseSet()
  @exclusivity(unchecked) var writtenDatabases = DatabaseSet()
  /// Parent of the next EXPLAIN QUERY PLAN line.
  @exclusivity(unchecked) var explainParent = 0
  @exclusivity(unchecked) private var explainID = 0
  /// A common table that is read in several places.
  struct SharedTable {
    let cursor: Int32
    /// Tells that it is filled.
    let filled: Int32
    let returnAddress: Int32
    /// Fills it.
    let subroutine: ProgramBuilder.Label
  }

  @exclusivity(unchecked) var sharedTables: [ObjectIdentifier: SharedTable] = [:]
  /// What automatic indexes are to be built from, and the register that tells that one is built; 0: it is built once a run.
  @exclusivity(unchecked)
  var automaticInputs: [ObjectIdentifier: (input: AutomaticInput, isBuilt: Int32)] = [:]
  /// Derived tables that their loop resumes for each row.
  @exclusivity(unchecked) var coroutines: [ObjectIdentifier: Coroutine] = [:]
  /// The lines of EXPLAIN QUERY PLAN under which those of an OR's operands go.
  @exclusivity(unchecked) var alternativeLines: [ObjectIdentifier: Int] = [:]
  /// Subqueries of several columns whose row stands in registers once they have run.
  @exclusivity(unchecked) var rowSubqueries: [ObjectIdentifier: RowSubquery] = [:]
  /// Those that a range has read and the test of its term reads again.
  @exclusivity(unchecked) var reusedQueries: Set<ObjectIdentifier> = []
  /// Correlated subqueries that several terms of the filter being tested read: where their row stands, 0 before the first.
  @exclusivity(unchecked) var heldRows: [ObjectIdentifier: Int32] = [:]
  /// Code is generated a second time: EXPLAIN QUERY PLAN has its lines.
  @exclusivity(unchecked) var mutesPlan = false
  /// Expressions of generated columns, over the sources that they were read from.
  @exclusivity(unchecked) var generatedExpressions: [Slot: BoundExpression] = [:]
  /// What the tables above know by identity lives as long as they do: another object must not get its address.
  @exclusivity(unchecked) private var kept: [AnyObject] = []

  func keep(_ object: AnyObject) { kept.append(object) }

  /// Lines of EXPLAIN QUERY PLAN that come behind those of the derived tables of the loops to be generated.
  @exclusivity(unchecked) var pendingLines: [String] = []
  /// The derived table being generated is VALUES that `BoundSource.hasUncountedRows` is true of.
  @exclusivity(unchecked) var hasUncountedRows = false
  /// Subqueries that windows stand for, in EXPLAIN QUERY PLAN.
  @exclusivity(unchecked) var windowSubqueries = 0
  /// Column values may stay on their pages: whoever reads them is done before the cursor moves or a tree changes. False in
  /// programs that write.
  @exclusivity(unchecked) var borrowsColumns = true
  /// Nesting of generated subqueries, bounded so that generated programs and the generator's stack stay small.
  @exclusivity(unchecked) var depth = 0
  /// The limits of the compound whose parts are generated, where each of its rows counts.
  @exclusivity(unchecked) var partLimits = Limits()
  /// The trigger being compiled and what encloses it, innermost last.
  @exclusivity(unchecked) var triggerContext: TriggerContext?

  /// The address of the first instruction behind `init`.
  static let firstAddress: Int32 = 1

  init(context: CompilationContext) {
    statement = context
    builder.emit(.`init`)
  }

  // MARK: Reuse

  /// One that another statement has left, or a new one.
  static func take(for context: CompilationContext) -> CodeGenerator {
    guard let memory = context.memory, let kept = memory.codeGenerator else {
      return CodeGenerator(context: context)
    }
    memory.codeGenerator = nil
    kept.statement = context
    kept.builder.emit(.`init`)
    return kept
  }

  /// Leaves the generator to the next query. Its program must be finished.
  func giveBack() {
    guard let memory = context.memory, builder.isSmall else { return }
    builder.reset()
    // Mostly there is nothing in them, and to see that is cheaper than to assign.
    if !redirects.isEmpty { redirects = [:] }
    if !searchCursors.isEmpty { searchCursors = [:] }
    if !alternativeCursors.isEmpty { alternativeCursors = [:] }
    if !alternativePlaces.isEmpty { alternativePlaces = [:] }
    if !heldRows.isEmpty { heldRows = [:] }
    if !pendingLines.isEmpty { pendingLines = [] }
    hasUncountedRows = false
    if !filters.isEmpty { filters = [:] }
    if pendingFilter != nil { pendingFilter = nil }
    isDraining = false
    sharesBody = false
    if !indexedFields.isEmpty { indexedFields = [] }
    if !substitutions.isEmpty { substitutions = [] }
    if !constantRegisters.isEmpty { constantRegisters = [:] }
    parameterRegisters.empty()
    if !constantOrder.isEmpty { constantOrder = [] }
    freeRegisters.empty()
    readDatabases = DatabaseSet()
    writtenDatabases = DatabaseSet()
    explainParent = 0
    explainID = 0
    if !sharedTables.isEmpty { sharedTables = [:] }
    if !automaticInputs.isEmpty { automaticInputs = [:] }
    if !coroutines.isEmpty { coroutines = [:] }
    if !alternativeLines.isEmpty { alternativeLines = [:] }
    if !rowSubqueries.isEmpty { rowSubqueries = [:] }
    if !reusedQueries.isEmpty { reusedQueries = [] }
    mutesPlan = false
    if !generatedExpressions.isEmpty { generatedExpressions = [:] }
    if !kept.isEmpty { kept.removeAll(keepingCapacity: kept.count <= 16) }
    windowSubqueries = 0
    borrowsColumns = true
    depth = 0
    partLimits = Limits()
    if triggerContext != nil { triggerContext = nil }
    isGuest = false
    statement = nil
    memory.codeGenerator = self
  }

  // MARK: Registers

  /// A register that stays in use.
  func newRegister() -> Int32 { builder.newRegister() }

  func newRegisters(_ count: Int) -> Int32 { builder.newRegisters(count) }

  /// A register for the next few instructions; give it back with `release`.
  func temporary() -> Int32 { freeRegisters.popLast() ?? builder.newRegister() }

  func release(_ register: Int32) { freeRegisters.append(register) }

  /// Gives an operand's register back if it was a temporary.
  func release(_ operand: Operand) { if operand.isTemporary { freeRegisters.append(operand.register) } }

  /// The register of a constant, loaded by the set-up code. The body must not write to it.
  func register(of constant: ProgramBuilder.Constant) -> Int32 {
    if isGuest {
      let register = builder.newRegister()
      emit(loading: constant, into: register)
      return register
    }
    if let known = constantRegisters[constant] { return known }
    let register = builder.newRegister()
    constantRegisters[constant] = register
    constantOrder.append((constant, register))
    return register
  }

  /// The register of a bound parameter, loaded by the set-up code.
  func register(ofParameter number: Int32) -> Int32 {
    let index = Int(number)
    if parameterRegisters.indices.contains(index), parameterRegisters[index] != 0 {
      return parameterRegisters[index]
    }
    let register = builder.newRegister()
    if isGuest {
      builder.emit(.variable, number, register)
      return register
    }
    if parameterRegisters.count <= index {
      parameterRegisters.append(contentsOf: repeatElement(0, count: index + 1 - parameterRegisters.count))
    }
    parameterRegisters[index] = register
    return register
  }

  func emit(loading constant: ProgramBuilder.Constant, into target: Int32) {
    switch constant {
    case .null: builder.emit(.null, 0, target, target)
    case .integer(let value) where value >= Int64(Int32.min) && value <= Int64(Int32.max):
      builder.emit(.integer, Int32(value), target)
    default: builder.emit(.constant, builder.constant(constant), target)
    }
  }

  /// The register that holds the value of an expression equal to this one.
  @inline(__always)
  func substituted(_ expression: BoundExpression) -> Int32? {
    if substitutions.isEmpty { return nil }
    for substitution in substitutions where substitution.expression.isSame(as: expression) {
      return substitution.register
    }
    return nil
  }

  // MARK: Program frame

  /// Ends the body with `halt`, writes the set-up code and makes the program.
  /// - Parameter start: where the program goes on when transactions are begun and constants are loaded.
  func finish(
    columns: [ResultColumn] = [], start: Int32 = CodeGenerator.firstAddress
  ) throws(DatabaseError) -> Program {
    try builder.missingCollation?.requireKnown()
    if let error = context.callError ?? context.lateError { throw error }
    builder.emit(.halt, 0, 0, -1)
    builder.instructions[0].p2 = builder.address
    for database in context.viewDatabases { readDatabases.insert(database) }
    for database in readDatabases.union(writtenDatabases).numbers {
      let isWrite = writtenDatabases.contains(database)
      let cookie = Int32(bitPattern: context.catalogs.schemaCookie(database: database))
      builder.emit(.transaction, Int32(database), isWrite ? 1 : 0, cookie, p5: 1)
    }
    for (constant, register) in constantOrder { emit(loading: constant, into: register) }
    for (number, register) in parameterRegisters.enumerated() where register != 0 {
      builder.emit(.variable, Int32(number), register)
    }
    builder.emit(.goto, 0, start)
    builder.isWrite = !writtenDatabases.isEmpty
    builder.columns = columns
    builder.parameterNames = context.parameterNames
    if context.wantsQueryPlan { builder.nestPlanRows() }
    return builder.makeProgram()
  }

  // MARK: Code inside other programs

  /// Constants are loaded where they are used: the program belongs to somebody else, who has no set-up code of ours.
  @exclusivity(unchecked) private(set) var isGuest = false

  /// Continues a program that somebody else has begun, until `giveBack`.
  func adopt(_ other: inout ProgramBuilder) {
    swap(&builder, &other)
    isGuest = true
  }

  func giveBack(_ other: inout ProgramBuilder) { swap(&builder, &other) }

  // MARK: EXPLAIN QUERY PLAN

  /// Adds a line and returns its id.
  @discardableResult
  func explain(_ detail: @autoclosure () -> String) -> Int {
    guard context.wantsQueryPlan, !mutesPlan else { return 0 }
    explainID += 1
    builder.addPlanRow(QueryPlanRow(id: explainID, parent: explainParent, detail: detail()))
    return explainID
  }

  /// Adds a line and puts the lines that `body` adds under it.
  func explain(
    _ detail: @autoclosure () -> String, around body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let parent = explainParent
    let id = explain(detail())
    if context.wantsQueryPlan { explainParent = id }
    defer { explainParent = parent }
    try body()
  }
}

/// A register that holds an operand's value.
struct Operand {
  var register: Int32
  /// To be given back after use.
  var isTemporary: Bool
}
