/// pragma_name: the rows of a pragma as a table (https://www.sqlite.org/pragma.html#pragfunc). The pragma's argument and schema are hidden columns.
struct PragmaModule: VirtualTableModule {
  /// The hidden columns of a pragma's table.
  enum Parameters: UInt8 { case none, schema, argument, argumentAndSchema }

  private let definition: PragmaDefinition
  private let parameters: Parameters

  var eponymy: VirtualTableEponymy { .only }

  /// The module behind a table name in lower case; nil when that names no pragma that answers with rows.
  init?(tableName: String) {
    guard tableName.hasPrefix("pragma_"),
      let definition = PragmaRegistry.definition(named: String(tableName.dropFirst("pragma_".count))),
      !definition.columns.isEmpty, !Self.withoutTable.contains(definition.name)
    else { return nil }
    self.definition = definition
    parameters =
      if Self.describing.contains(definition.name) {
        .argumentAndSchema
      } else if Self.withArgument.contains(definition.name) {
        .argument
      } else if Self.ofOneDatabase.contains(definition.name) {
        .schema
      } else {
        .none
      }
  }

  private static let describing: Set<String> = [
    "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check",
    "quick_check", "table_info", "table_xinfo",
  ]
  private static let withArgument: Set<String> = ["optimize", "table_list"]
  private static let ofOneDatabase: Set<String> = [
    "auto_vacuum", "cache_size", "cache_spill", "journal_mode", "journal_size_limit", "locking_mode",
    "max_page_count", "page_count", "page_size", "synchronous",
  ]
  /// Pragmas that do something rather than tell something.
  private static let withoutTable: Set<String> = [
    "case_sensitive_like", "incremental_vacuum", "mmap_size", "shrink_memory", "temp_store_directory",
    "wal_autocheckpoint", "wal_checkpoint",
  ]

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    var columns = definition.columns.map { "\"\($0)\"" }
    if parameters == .argument || parameters == .argumentAndSchema { columns.append("arg HIDDEN") }
    if parameters == .schema || parameters == .argumentAndSchema { columns.append("schema HIDDEN") }
    return VirtualTableConnection(
      declaration: "CREATE TABLE x(\(columns.joined(separator: ",")))",
      table: PragmaTable(connection: request.connection, definition: definition, parameters: parameters))
  }
}

private final class PragmaTable: VirtualTable {
  unowned let connection: Connection
  let definition: PragmaDefinition
  let parameters: PragmaModule.Parameters

  init(connection: Connection, definition: PragmaDefinition, parameters: PragmaModule.Parameters) {
    self.connection = connection
    self.definition = definition
    self.parameters = parameters
  }

  func open() throws(DatabaseError) -> any VirtualTableCursor { PragmaCursor(self) }

  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var plan = IndexPlan()
    plan.estimatedCost = 1
    if parameters == .none { return plan }
    let firstHidden = definition.columns.count
    var given: [Int?] = [nil, nil]
    for (index, constraint) in query.constraints.enumerated()
    where constraint.column >= firstHidden && constraint.operation == .equal {
      guard constraint.isUsable else { return nil }
      if given.indices.contains(constraint.column - firstHidden) {
        given[constraint.column - firstHidden] = index
      }
    }
    guard let first = given[0] else {
      plan.estimatedCost = 2_147_483_647
      plan.estimatedRows = 2_147_483_647
      return plan
    }
    plan.estimatedCost = 20
    plan.estimatedRows = 20
    plan.use(first)
    if let second = given[1] { plan.use(second) }
    return plan
  }
}

/// Runs the pragma as a statement of its own, inside the one that reads it.
private final class PragmaCursor: VirtualTableCursor {
  private let table: PragmaTable
  private var machine: VirtualMachine?
  private(set) var rowID: Int64 = 0
  private var argument: String?
  private var schema: String?

  init(_ table: PragmaTable) { self.table = table }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    machine = nil
    rowID = 0
    argument = nil
    schema = nil
    let texts = (0..<arguments.count).map { Self.text(arguments[$0]) }
    if table.parameters == .schema {
      schema = texts.first ?? nil
    } else {
      argument = texts.first ?? nil
      schema = texts.dropFirst().first ?? nil
    }
    let catalogs = try table.connection.loadCatalogs()
    if let schema, catalogs.database(named: schema) == nil {
      throw DatabaseError(
        .error,
        "unknown database '\(schema.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
      )
    }
    let program = try PragmaCompiler.compile(
      schema: schema, name: table.definition.name, argument: argument,
      catalogs: catalogs)
    machine = VirtualMachine(program: program, connection: table.connection)
    return try next()
  }

  private static func text(_ cell: Cell) -> String? {
    cell.tag == .null ? nil : ValueRules.withText(of: cell) { String(decoding: $0.untilNUL, as: UTF8.self) }
  }

  func next() throws(DatabaseError) -> Bool {
    rowID += 1
    guard let machine else { return false }
    if try machine.step() { return true }
    self.machine = nil
    return false
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    guard let machine else { return }
    let hidden = column - table.definition.columns.count
    if hidden < 0 {
      if column < machine.columnCount { result.pointee.result = machine.row[column] }
      return
    }
    // As in SQLite the schema of a pragma without an argument reads NULL.
    if let text = hidden == 0 ? argument : schema { result.result(text: text) }
  }
}
