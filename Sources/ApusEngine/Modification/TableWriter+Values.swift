import ApusSQL

// What happens to a new row's values before its keys are checked: NOT NULL, affinities or STRICT types, CHECK.

/// A row that is about to be written.
struct NewRow {
  var row: RowRegisters
  /// `row` as a source of expressions.
  var source: BoundSource
  /// UPDATE: the key that the row had. nil: INSERT.
  var oldKey: RowKey?
  /// UPDATE: the columns that are assigned, -1 for the rowid. nil: all.
  var changed: Set<Int>?
  /// The old row is taken out of every index before foreign keys are looked up in them.
  var rewritesIndexes = false
  /// The rowid is not one that was found to be free.
  var rowIDMayExist: Bool
  /// The statement's conflict action.
  var conflict: ConflictAction
  /// Where a row that is ignored leads.
  var ignore: CodeGenerator.Label
  var upsert: UpsertPlan?
  /// The values have their columns' affinities, or STRICT types. As in SQLite that is done for the first constraint that looks at values: what a
  /// rowid that is there already does to a row comes before, and `excluded` then has the values as they were given.
  var isConverted = false
  /// The row as it reads once it is stored, if keys are computed from that.
  var stored: RowAsStored?

  func isChanged(_ column: Int) -> Bool { changed?.contains(column) ?? true }
}

extension TableWriter {
  /// Generated columns, NOT NULL, then the columns' affinities if there is any CHECK.
  func emitValueChecks(_ check: inout NewRow) throws(DatabaseError) {
    try emitGenerated(check.row, over: check.source)
    try emitNotNull(check)
    try emitChecks(&check)
  }

  // MARK: NOT NULL

  private func emitNotNull(_ check: NewRow) throws(DatabaseError) {
    var replaced: [Int] = []
    for (index, column) in table.columns.enumerated() where column.isNotNull && index != table.rowIDAlias {
      guard column.generated == nil, check.isChanged(index) else { continue }
      let register = check.row.column(index)
      switch column.notNullConflict.overridden(by: check.conflict) {
      case .ignore: generator.builder.emit(.isNull, register, check.ignore.placeholder)
      case .replace where column.defaultExpression != nil:
        let filled = generator.builder.newLabel()
        generator.builder.emit(.notNull, register, filled.placeholder)
        try emitDefault(index, into: register)
        generator.builder.place(filled)
        replaced.append(index)
      case .replace: try emitHaltIfNull(index, register, .abort)
      case let action: try emitHaltIfNull(index, register, action)
      }
    }
    // Generated columns may follow from what was filled in.
    if !replaced.isEmpty { try emitGenerated(check.row, over: check.source) }
    for (index, column) in table.columns.enumerated() where column.isNotNull {
      let register = check.row.column(index)
      if column.generated != nil {
        switch column.notNullConflict.overridden(by: check.conflict) {
        case .ignore: generator.builder.emit(.isNull, register, check.ignore.placeholder)
        case .replace: try emitHaltIfNull(index, register, .abort)
        case let action: try emitHaltIfNull(index, register, action)
        }
      } else if replaced.contains(index) {
        // A default may be NULL itself.
        try emitHaltIfNull(index, register, .abort)
      }
    }
  }

  private func emitHaltIfNull(
    _ column: Int, _ register: Int32, _ action: ConflictAction
  ) throws(DatabaseError) {
    let violation = ConstraintViolation(
      kind: .notNull, table: table.name, columns: [table.columns[column].name])
    generator.builder.emit(
      .haltIfNull, ResultCode.constraintNotNull.rawValue, Int32(action.rawValue), register,
      p4: try generator.builder.violation(violation))
  }

  /// Computes a column's DEFAULT, NULL without one.
  func emitDefault(_ column: Int, into register: Int32) throws(DatabaseError) {
    guard let id = table.columns[column].defaultExpression else {
      generator.builder.emit(.null, 0, register, register)
      return
    }
    // A converted literal is something else in rows older than the column; new rows get the value.
    if !table.ast.convertsLiteral(id),
      let value = statement.context.constantDefault(of: table, column: column, affinity: .none)
    {
      generator.emit(loading: value, into: register)
      return
    }
    var binder = Binder(ast: table.ast, context: statement.context)
    binder.parametersAllowed = false
    binder.ignoresDatabaseNames = true
    binder.isDefault = true
    try generator.emit(try binder.bindWhole(id, in: Scope(parent: nil, select: nil)), into: register)
  }

  // MARK: Affinities and types

  /// Converts the values of a row that is checked, once.
  func convert(_ check: inout NewRow) throws(DatabaseError) {
    if check.isConverted { return }
    try emitAffinities(check.row)
    check.isConverted = true
  }

  /// Converts the values of a row as storing them does.
  func emitAffinities(_ row: RowRegisters) throws(DatabaseError) {
    try emitAffinities(row) { $0.generated != .virtual }
  }

  /// Converts the values of the columns that `isChosen` says.
  private func emitAffinities(
    _ row: RowRegisters, _ isChosen: (ColumnDefinition) -> Bool
  ) throws(DatabaseError) {
    let count = Int32(truncatingIfNeeded: table.columns.count)
    let none = Affinity.blob.rawValue
    if table.isStrict {
      let violation = ConstraintViolation(
        kind: .dataType, name: table.columns.map(\.declaredType).joined(separator: ","), table: table.name,
        columns: table.columns.map(\.name))
      let number = try generator.builder.violation(violation)
      generator.builder.emit(
        .typeCheck, row.first, count, Int32(number),
        p4: try generator.builder.affinityString(
          table.columns.map { isChosen($0) ? $0.strictLetter : none }))
      return
    }
    let letters = table.columns.map { isChosen($0) ? $0.affinity.rawValue : none }
    guard letters.contains(where: { $0 > none }) else { return }
    generator.builder.emit(.affinity, row.first, count, p4: try generator.builder.affinityString(letters))
  }

  // MARK: Generated columns

  /// Computes the generated columns of a row whose other columns stand in their registers, which are converted first.
  func emitGenerated(_ row: RowRegisters, over source: BoundSource) throws(DatabaseError) {
    guard let generated = table.generated else { return }
    if let loop = generated.loop { throw GeneratedColumns.loopError(table.columns[loop].name) }
    try emitAffinities(row) { $0.generated == nil }
    for column in generated.order {
      try generator.emitGeneratedValue(source, table, column, into: row.column(column))
    }
  }

  /// What BEFORE triggers see of a row: its values as they would be stored.
  func emitConversions(_ row: RowRegisters, over source: BoundSource) throws(DatabaseError) {
    try emitGenerated(row, over: source)
    try emitAffinities(row)
  }

  // MARK: CHECK

  private func emitChecks(_ check: inout NewRow) throws(DatabaseError) {
    guard !table.checks.isEmpty, !statement.context.ignoresChecks else { return }
    var binder = Binder(ast: table.ast, context: statement.context)
    binder.parametersAllowed = false
    binder.ignoresDatabaseNames = true
    binder.schemaPlace = .check
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [check.source]
    for constraint in table.checks {
      let bound = try binder.bindWhole(constraint.expression, in: scope)
      if let changed = check.changed, !reads(bound, changed, of: check.source) { continue }
      try convert(&check)
      let passes = generator.builder.newLabel()
      try generator.jumpIfTrue(bound, to: passes, whenNull: true)
      var action = ConflictAction.unspecified.overridden(by: check.conflict)
      if action == .ignore {
        generator.builder.emit(.goto, 0, check.ignore.placeholder)
      } else {
        if action == .replace { action = .abort }
        let violation = ConstraintViolation(
          kind: .check, name: constraint.name ?? constraint.text, table: table.name)
        generator.builder.emit(
          .halt, ResultCode.constraintCheck.rawValue, Int32(action.rawValue), -1,
          p4: try generator.builder.violation(violation))
      }
      generator.builder.place(passes)
    }
  }

  private func reads(_ expression: BoundExpression, _ changed: Set<Int>, of source: BoundSource) -> Bool {
    var found = false
    expression.walk { node in
      guard case .column(let owner, let column) = node.kind, owner === source else { return }
      if changed.contains(column) || (column < 0 && changed.contains(table.rowIDAlias)) { found = true }
      if column == table.rowIDAlias, changed.contains(-1) { found = true }
    }
    return found
  }
}
