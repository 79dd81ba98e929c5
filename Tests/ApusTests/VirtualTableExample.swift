// The example of the documentation: a table of settings that lives in memory and is written with SQL.

import Apus
import Synchronization

/// `CREATE VIRTUAL TABLE settings USING settings`: the entries of one `SettingsStore` as rows (name, value), for every connection.
struct SettingsModule: VirtualTableModule {
  let store: SettingsStore

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: "CREATE TABLE x(name TEXT PRIMARY KEY, value) WITHOUT ROWID",
      table: SettingsTable(store: store))
  }
}

/// What the program itself uses.
final class SettingsStore: Sendable {
  private let values = Mutex<[String: Value]>([:])

  subscript(name: String) -> Value? {
    get { values.withLock { $0[name] } }
    set { values.withLock { $0[name] = newValue } }
  }

  var all: [(name: String, value: Value)] {
    values.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
  }
}

final class SettingsTable: WritableVirtualTable {
  private let store: SettingsStore

  init(store: SettingsStore) { self.store = store }

  /// One entry by its name is found at once; anything else reads all.
  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var plan = IndexPlan()
    let byName = query.constraints.firstIndex { $0.column == 0 && $0.operation == .equal && $0.isUsable }
    if let byName {
      plan.use(byName)
      plan.scan.number = 1
      plan.estimatedCost = 1
      plan.isUnique = true
    } else {
      plan.estimatedCost = 100
    }
    return plan
  }

  func open() throws(DatabaseError) -> any VirtualTableCursor { SettingsCursor(store) }

  func update(_ change: RowChange) throws(DatabaseError) -> Int64? {
    if change.kind != .insert, let old = String(change.oldKey) { store[old] = nil }
    guard change.kind != .delete else { return nil }
    guard let name = String(change.values[0]) else {
      throw DatabaseError(.constraintNotNull, "NOT NULL constraint failed: settings.name")
    }
    if change.kind == .insert, change.conflict != .replace, store[name] != nil {
      throw DatabaseError(.constraintPrimaryKey, "UNIQUE constraint failed: settings.name")
    }
    store[name] = Value(copying: change.values[1])
    return nil
  }

  var honorsConflictClauses: Bool { true }
}

final class SettingsCursor: VirtualTableCursor {
  private let store: SettingsStore
  private var rows: ArraySlice<(name: String, value: Value)> = []

  init(_ store: SettingsStore) { self.store = store }

  /// A table WITHOUT ROWID has none.
  var rowID: Int64 { 0 }

  func filter(_ scan: IndexScan, _ arguments: FunctionArguments) throws(DatabaseError) -> Bool {
    if scan.number == 1 {
      let name = String(arguments[0])
      rows = name.flatMap { name in store[name].map { [(name, $0)] } } ?? []
    } else {
      rows = store.all[...]
    }
    return !rows.isEmpty
  }

  func next() throws(DatabaseError) -> Bool {
    rows = rows.dropFirst()
    return !rows.isEmpty
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    guard let row = rows.first else { return }
    if column == 0 { result.result(text: row.name) } else { result.result(row.value) }
  }
}
