import ApusSQL

// Generated columns: virtual ones are computed whenever they are read, from the other columns of the same row.

extension CodeGenerator {
  /// The expression of a generated column over a source of its table's rows.
  func generatedExpression(
    _ source: BoundSource, _ table: TableDefinition, _ column: Int
  ) throws(DatabaseError) -> BoundExpression {
    let slot = Slot(source, column)
    if let known = generatedExpressions[slot] { return known }
    guard table.columns.indices.contains(column), let id = table.columns[column].generatedExpression else {
      throw DatabaseError(.internal, "column \(column) of \(table.name) is not generated")
    }
    var binder = Binder(ast: table.ast, context: context)
    binder.parametersAllowed = false
    binder.ignoresDatabaseNames = true
    binder.schemaPlace = .generated
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [source]
    // What the expression reads is no use of the statement's: the planner has counted the column itself.
    let used = source.usedColumns
    let bound = try binder.bindWhole(id, in: scope)
    source.usedColumns = used
    keep(source)
    generatedExpressions[slot] = bound
    return bound
  }

  /// Computes a virtual column of the row under a source's cursor.
  func emitVirtualColumn(
    _ source: BoundSource, _ table: TableDefinition, _ column: Int, into target: Int32
  ) throws(DatabaseError) {
    guard let generated = table.generated, generated.virtualOrder.contains(column) else {
      throw GeneratedColumns.loopError(table.columns[column].name)
    }
    let end = builder.newLabel()
    // Of the NULL row of an outer join every column is NULL, whatever the expression makes of NULLs.
    if source.isNullable, let cursor = source.access.cursor {
      builder.emit(.ifNullRow, cursor, end.placeholder, target)
    }
    var added: [Slot] = []
    if generated.needsSteps(column) {
      for step in generated.steps(to: column) where redirects[Slot(source, step)] == nil {
        if case .index(_, let map, _) = source.access, map.indices.contains(step), map[step] >= 0 { continue }
        let register = newRegister()
        try emitGeneratedValue(source, table, step, into: register)
        redirects[Slot(source, step)] = .register(register)
        added.append(Slot(source, step))
      }
    }
    try emitGeneratedValue(source, table, column, into: target)
    for slot in added { redirects[slot] = nil }
    builder.place(end)
  }

  /// Computes a generated column's expression and converts it to the column's type.
  func emitGeneratedValue(
    _ source: BoundSource, _ table: TableDefinition, _ column: Int, into target: Int32
  ) throws(DatabaseError) {
    try emit(try generatedExpression(source, table, column), into: target)
    let definition = table.columns[column]
    if table.isStrict, definition.generated == .virtual {
      let violation = ConstraintViolation(
        kind: .dataType, name: definition.declaredType, table: table.name, columns: [definition.name])
      builder.emit(
        .typeCheck, target, 1, Int32(try builder.violation(violation)),
        p4: try builder.affinityString([definition.strictLetter]))
    } else if definition.affinity != .none, definition.affinity != .blob {
      builder.emit(.affinity, target, 1, p4: try builder.affinityString([definition.affinity.rawValue]))
    }
  }
}

extension ColumnDefinition {
  /// The letter of `typeCheck` for a column of a STRICT table.
  var strictLetter: UInt8 {
    switch declaredType.lowercasedASCII {
    case "int", "integer": Affinity.integer.rawValue
    case "real": Affinity.real.rawValue
    case "text": Affinity.text.rawValue
    case "blob": UInt8(ascii: "b")
    default: Affinity.blob.rawValue
    }
  }
}

extension SourceAccess {
  /// The cursor that stands on the row.
  var cursor: Int32? {
    switch self {
    case .table(let cursor), .virtual(let cursor): cursor
    case .index(let indexCursor, _, _): indexCursor
    case .closed, .registers, .parameters: nil
    }
  }
}
