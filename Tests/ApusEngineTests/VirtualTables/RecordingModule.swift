@testable import ApusEngine

/// What the tables of a `RecordingModule` were asked to do.
final class CallLog: @unchecked Sendable {
  // @unchecked: the tests use one thread.
  private(set) var calls: [String] = []

  func add(_ call: String) { calls.append(call) }

  func take() -> [String] {
    defer { calls = [] }
    return calls
  }
}

/// Tables `x(a, b, c HIDDEN)` in memory that write down their calls. The text 'bad' in a violates a constraint, 'err' is an error.
struct RecordingModule: VirtualTableModule {
  let log: CallLog
  var eponymy = VirtualTableEponymy.none
  var honorsConflictClauses = false
  var declaration = "CREATE TABLE x(a, b DEFAULT 5, c HIDDEN)"

  func create(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    try make(request, "create")
  }

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    try make(request, "connect")
  }

  func isShadowSuffix(_ suffix: String) -> Bool { suffix == "data" }

  private func make(
    _ request: VirtualTableRequest, _ verb: String
  ) throws(DatabaseError) -> VirtualTableConnection {
    let arguments = request.arguments.map { "[\($0)]" }.joined()
    log.add("\(verb) \(request.moduleName) \(request.schemaName).\(request.tableName) \(arguments)")
    if request.arguments.first == "fail" { throw DatabaseError(.error, "made to fail") }
    if request.arguments.first == "silent" { throw DatabaseError(.error, "") }
    let table = RecordingTable(
      name: request.tableName, log: log, connection: request.connection,
      honorsConflictClauses: honorsConflictClauses)
    if request.arguments.first == "shadow" {
      table.hasShadow = true
      if verb == "create" { try table.run("CREATE TABLE \(request.tableName)_data(x)") }
    }
    return VirtualTableConnection(declaration: declaration, table: table)
  }
}

final class RecordingTable: WritableVirtualTable, TransactionalVirtualTable {
  private var name: String
  private let log: CallLog
  private unowned let connection: Connection
  let honorsConflictClauses: Bool
  var hasShadow = false
  private(set) var rows: [Int64: [String]] = [:]
  private var committed: [Int64: [String]]?
  private var savepoints: [Int: [Int64: [String]]] = [:]

  init(name: String, log: CallLog, connection: Connection, honorsConflictClauses: Bool) {
    self.name = name
    self.log = log
    self.connection = connection
    self.honorsConflictClauses = honorsConflictClauses
  }

  func run(_ sql: String) throws(DatabaseError) {
    let statement = try connection.prepare(sql).statement
    while try statement?.step() ?? false {}
  }

  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? { IndexPlan() }
  func open() throws(DatabaseError) -> any VirtualTableCursor { RecordingCursor(self) }

  func destroy() throws(DatabaseError) {
    log.add("destroy \(name)")
    if hasShadow { try run("DROP TABLE \(name)_data") }
  }

  static func text(_ cell: Cell) -> String {
    switch cell.tag {
    case .null: "NULL"
    case .integer: String(cell.integer)
    case .real: String(cell.real)
    case .text, .blob: String(decoding: cell.bytes, as: UTF8.self)
    }
  }

  func update(_ change: RowChange) throws(DatabaseError) -> Int64? {
    let values = (0..<change.values.count).map { Self.text(change.values[$0]) }
    let conflict = change.conflict == .unspecified ? "" : " or \(change.conflict)"
    log.add(
      "\(change.kind) \(Self.text(change.oldKey)) \(Self.text(change.newKey)) \(values)\(conflict)")
    if values.first == "bad" { throw DatabaseError(.constraintVirtualTable, "nope") }
    if values.first == "err" { throw DatabaseError(.error, "wrong") }
    if hasShadow { try run("INSERT INTO \(name)_data VALUES('\(values.first ?? "gone")')") }
    switch change.kind {
    case .insert:
      let rowID = change.newKey.isNull ? (rows.keys.max() ?? 0) + 1 : change.newKey.integer
      rows[rowID] = values
      return rowID
    case .delete: rows[change.oldKey.integer] = nil
    case .update:
      rows[change.oldKey.integer] = nil
      rows[change.newKey.integer] = values
    }
    return nil
  }

  func begin() throws(DatabaseError) {
    log.add("begin \(name)")
    committed = rows
  }

  func sync() throws(DatabaseError) {
    log.add("sync \(name)")
    if rows.values.contains(where: { $0.first == "unsyncable" }) {
      throw DatabaseError(.ioError, "cannot sync")
    }
  }

  func commit() { end("commit", keeping: rows) }
  func rollback() { end("rollback", keeping: committed ?? [:]) }

  private func end(_ verb: String, keeping kept: [Int64: [String]]) {
    log.add("\(verb) \(name)")
    rows = kept
    committed = nil
    savepoints = [:]
  }

  func savepoint(_ number: Int) throws(DatabaseError) {
    log.add("savepoint \(number)")
    savepoints[number] = rows
  }

  func release(_ number: Int) throws(DatabaseError) { log.add("release \(number)") }

  func rollback(to number: Int) throws(DatabaseError) {
    log.add("rollback to \(number)")
    rows = savepoints[number] ?? rows
  }

  func rename(to name: String) throws(DatabaseError) {
    log.add("rename \(self.name) \(name)")
    self.name = name
  }
}

private final class RecordingCursor: VirtualTableCursor {
  private let table: RecordingTable
  private var rows: [(Int64, [String])] = []
  private var place = 0

  init(_ table: RecordingTable) { self.table = table }

  var rowID: Int64 { rows[place].0 }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    rows = table.rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    place = 0
    return !rows.isEmpty
  }

  func next() throws(DatabaseError) -> Bool {
    place += 1
    return place < rows.count
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    if rows[place].1[column] != "NULL" { result.result(text: rows[place].1[column]) }
  }
}
