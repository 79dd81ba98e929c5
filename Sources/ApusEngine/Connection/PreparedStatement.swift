/// A statement that was compiled: its text, its program, and a machine that runs it.
///
/// When the schema has changed since it was compiled, `step` compiles it again and keeps the bindings, as
/// `sqlite3_prepare_v2()` statements do.
public final class PreparedStatement {
  public let connection: Connection
  /// The statement's own text, without what follows it.
  public var sql: String { String(decoding: text, as: UTF8.self) }
  let text: [UInt8]
  @exclusivity(unchecked) public private(set) var machine: VirtualMachine
  /// Its place in the statement cache; nil when its text must not be kept.
  let cacheKey: StatementCache.Key?
  @exclusivity(unchecked) private var explainRows: ExplainRows?
  @exclusivity(unchecked) private var explainPosition = -1

  /// How often a statement is compiled anew within one step before the change of schema is reported.
  private static let attempts = 50

  init(connection: Connection, text: [UInt8], program: Program, cacheKey: StatementCache.Key?) {
    self.connection = connection
    self.text = text
    self.cacheKey = cacheKey
    machine = VirtualMachine(program: program, connection: connection)
    if program.explain != .none { explainRows = ExplainRows(program) }
  }

  public var program: Program { machine.program }
  /// Names, declared types and origins of the result's columns.
  public var columns: [ResultColumn] { explainRows?.columns ?? program.columns }
  public var columnCount: Int { columns.count }
  public var parameterCount: Int { program.parameterCount }
  /// The statement cannot change the database by itself.
  public var isReadOnly: Bool { !program.isWrite }

  /// The number of the parameter with that name, its prefix character included; nil when there is none.
  public func parameterIndex(named name: String) -> Int? {
    program.parameterNames.firstIndex { $0 == name }.map { $0 + 1 }
  }

  // MARK: Binding

  public func bind(_ index: Int, _ cell: Cell) throws(DatabaseError) { try machine.bind(index, cell) }

  @inline(__always)
  public func bind(_ index: Int, integer: Int64) throws(DatabaseError) {
    try machine.bind(index, integer: integer)
  }

  public func bind(_ index: Int, text: String) throws(DatabaseError) { try machine.bind(index, text: text) }
  public func clearBindings() { machine.clearBindings() }

  // MARK: Running

  /// Runs to the next row (true) or to the end (false). After the end the next step begins anew.
  @inline(__always)
  public func step() throws(DatabaseError) -> Bool {
    if explainRows != nil { return stepExplain() }
    if machine.state.pointee.phase == .done { machine.reset() }
    do throws(DatabaseError) {
      return try machine.step()
    } catch {
      guard error.code == .schemaChanged else { throw error }
      return try stepAfterSchemaChange(error)
    }
  }

  @inline(never)
  private func stepAfterSchemaChange(_ first: DatabaseError) throws(DatabaseError) -> Bool {
    var error = first
    for _ in 0..<Self.attempts {
      try prepareAgain()
      do throws(DatabaseError) {
        return try machine.step()
      } catch let next {
        guard next.code == .schemaChanged else { throw next }
        error = next
      }
    }
    throw error
  }

  private func prepareAgain() throws(DatabaseError) {
    guard let program = try connection.compile(text).program else {
      throw DatabaseError(.schemaChanged, "database schema has changed")
    }
    let fresh = VirtualMachine(program: program, connection: connection)
    try fresh.takeBindings(from: machine)
    machine.reset()
    machine = fresh
  }

  /// The row that `step` answered true for: valid until the next call.
  @inline(__always)
  public var row: UnsafePointer<Cell> {
    if let explainRows { return explainRows.row(explainPosition) }
    return machine.row
  }

  /// Ends the run. Bindings stay.
  @inline(__always)
  public func reset() {
    machine.reset()
    explainPosition = -1
  }

  private func stepExplain() -> Bool {
    explainPosition += 1
    if explainPosition < explainRows?.count ?? 0 { return true }
    explainPosition = -1
    return false
  }
}
