import ApusSQL

/// The SET list of UPDATE and of ON CONFLICT DO UPDATE.
struct Assignments {
  /// Column, -1 for the rowid and its alias, to its new value. A column that is assigned twice gets the last value.
  private(set) var values: [Int: BoundExpression] = [:]
  /// The names as written: what UPDATE OF triggers look at.
  private(set) var names: [String] = []

  /// - Parameter ignored: the columns that an authorizer leaves as they are; nil when it has not been asked.
  init(
    _ list: NodeList<Assignment>, table: TableDefinition, binder: Binder, scope: Scope,
    ignored: Set<Int>? = nil
  ) throws(DatabaseError) {
    let ast = binder.ast
    for assignment in ast[list] {
      let targets = Array(ast[assignment.columns])
      if binder.context.authorization != nil, case .row(let parts) = ast[assignment.value],
        parts.count == targets.count
      {
        // Value by value, as SQLite asks.
        for (target, part) in zip(targets, ast[parts]) {
          let value = try binder.bindWhole(part, in: scope)
          try assign(value, to: ast.string(target), table, binder, ignored)
        }
        continue
      }
      let late = binder.context.lateError
      let bound = try binder.bindWhole(assignment.value, in: scope, allowsRows: true)
      var items = [bound]
      if case .row(let row) = bound.kind { items = row }
      guard items.count == targets.count else {
        if assignment.isRow {
          throw binder.error("\(targets.count) columns assigned \(items.count) values")
        }
        if case .scalarQuery = items.first?.kind {
          throw binder.error("sub-select returns \(items.count) columns - expected 1")
        }
        throw binder.error("row value misused")
      }
      if assignment.isRow, binder.context.lateError != nil, late == nil {
        // SQLite finds no values where the code of a subquery cannot be made, and says so.
        binder.context.setLateError(binder.error("\(targets.count) columns assigned 1 values"))
      }
      for (target, value) in zip(targets, items) {
        try assign(value, to: ast.string(target), table, binder, ignored)
      }
    }
  }

  private mutating func assign(
    _ value: BoundExpression, to name: String, _ table: TableDefinition, _ binder: Binder,
    _ ignored: Set<Int>?
  ) throws(DatabaseError) {
    let column = try Self.column(named: name, of: table)
    if let ignored {
      if ignored.contains(column) { return }
    } else if try Self.ignores(name, column, of: table, binder) {
      return
    }
    names.append(name)
    values[column] = value
  }

  /// What is wrong with the columns of UPDATE FROM comes first: the values are looked at by the query that joins the tables.
  /// - Returns: the columns that an authorizer leaves as they are.
  static func checkColumns(
    _ list: NodeList<Assignment>, of table: TableDefinition, _ binder: Binder
  ) throws(DatabaseError) -> Set<Int> {
    let ast = binder.ast
    var ignored: Set<Int> = []
    for assignment in ast[list] {
      for target in ast[assignment.columns] {
        let name = ast.string(target)
        let column = try column(named: name, of: table)
        if try ignores(name, column, of: table, binder) { ignored.insert(column) }
      }
    }
    return ignored
  }

  private static func ignores(
    _ name: String, _ column: Int, of table: TableDefinition, _ binder: Binder
  ) throws(DatabaseError) -> Bool {
    guard let authorization = binder.context.authorization else { return false }
    return try authorization.ignores(
      .update, table.name, written(name, column, in: table), database: table.database)
  }

  /// What the authorizer is told of a column.
  private static func written(_ name: String, _ column: Int, in table: TableDefinition) -> String {
    if column >= 0 { return table.columns[column].name }
    let isAlias = table.rowIDAlias >= 0 && table.columns[table.rowIDAlias].name.equalsIgnoringCase(name)
    return isAlias ? table.columns[table.rowIDAlias].name : "ROWID"
  }

  private static func column(named name: String, of table: TableDefinition) throws(DatabaseError) -> Int {
    if let index = table.columns.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) {
      guard table.columns[index].generated == nil else {
        throw DatabaseError(.error, "cannot UPDATE generated column \"\(table.columns[index].name)\"")
      }
      return index == table.rowIDAlias ? -1 : index
    }
    if Binder.isRowIDName(name), !table.isWithoutRowID { return -1 }
    throw DatabaseError(.error, "no such column: \(name)")
  }

  /// The triggers among `triggers` that an UPDATE of these columns fires.
  func fired(_ triggers: [TriggerDefinition]) -> [TriggerDefinition] { Self.fired(triggers, by: names) }

  /// The triggers among `triggers` that a change of the columns with these names fires.
  static func fired(_ triggers: [TriggerDefinition], by names: [String]) -> [TriggerDefinition] {
    triggers.filter { trigger in
      trigger.updateColumns.isEmpty
        || trigger.updateColumns.contains { column in names.contains { $0.equalsIgnoringCase(column) } }
    }
  }

  /// Replaces the values by registers: they were computed before.
  mutating func take(from registers: [Int: Int32]) {
    for (column, register) in registers {
      values[column] = BoundExpression(.register(register, like: values[column]))
    }
  }
}
