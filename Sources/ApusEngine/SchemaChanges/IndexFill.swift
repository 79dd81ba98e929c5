import ApusSQL

/// Emits the code that fills an index from its table: scan, sort, append in order. Equal neighbours in a UNIQUE index
/// end the statement.
struct IndexFill {
  let index: IndexDefinition
  let table: TableDefinition
  let encoding: TextEncoding
  let hooks: SchemaCompilerHooks

  private var databaseOperand: Int32 { Int32(truncatingIfNeeded: table.database) }

  /// - Parameter rootRegister: holds the root of the new tree; nil: the index's own tree, which is empty.
  func emit(_ builder: inout ProgramBuilder, rootRegister: Int32?) throws(DatabaseError) {
    let keyInfo = try builder.keyInfo(index.keyFields, encoding: encoding)
    let fieldCount = Int32(truncatingIfNeeded: index.storedColumns.count)
    let sorter = builder.newCursor()
    builder.emit(.sorterOpen, sorter, fieldCount, 0, p4: keyInfo)
    let record = builder.newRegister()
    try emitScan(&builder, sorter: sorter, record: record, fieldCount: fieldCount)
    let target = builder.newCursor()
    if let rootRegister {
      builder.emit(
        .openWrite, target, rootRegister, databaseOperand, p4: keyInfo, p5: InstructionFlag.rootInRegister)
    } else {
      guard index.rootPage > 1 else { throw .corrupt("root page of \(index.name)", page: 1) }
      builder.emit(.openWrite, target, Int32(bitPattern: index.rootPage), databaseOperand, p4: keyInfo)
    }
    let done = builder.newLabel()
    let pseudo = builder.newCursor()
    let neighbours = index.isUnique ? try Neighbours(index, encoding, &builder) : nil
    builder.emit(.openPseudo, pseudo, record, fieldCount)
    builder.emit(.sorterSort, sorter, done.placeholder)
    let top = builder.address
    builder.emit(.sorterData, sorter, record, pseudo)
    if let neighbours { try emitUniqueCheck(&builder, neighbours, pseudo: pseudo) }
    builder.emit(.indexInsert, target, record, 0, p4: 0, p5: InstructionFlag.append)
    builder.emit(.sorterNext, sorter, top)
    builder.place(done)
    builder.emit(.close, sorter)
    builder.emit(.close, pseudo)
    builder.emit(.close, target)
  }

  /// Gathers one record per row of the table.
  private func emitScan(
    _ builder: inout ProgramBuilder, sorter: Int32, record: Int32, fieldCount: Int32
  ) throws(DatabaseError) {
    let source = builder.newCursor()
    try TableCode.emitOpenRead(&builder, table, cursor: source, encoding: encoding)
    let first = builder.newRegisters(index.storedColumns.count)
    let done = builder.newLabel()
    builder.emit(.rewind, source, done.placeholder)
    let top = builder.address
    let skip = builder.newLabel()
    if let condition = index.partialCondition {
      guard let emitJumpUnless = hooks.emitJumpUnless, let ast = index.ast else {
        throw DatabaseError(.internal, "no compiler of expressions for partial indexes")
      }
      try emitJumpUnless(
        &builder, condition, ast, SchemaCompilerHooks.Row(table: table, cursor: source), skip)
    }
    for (position, column) in index.storedColumns.enumerated() {
      try emitIndexKey(
        &builder, column, cursor: source, register: first + Int32(truncatingIfNeeded: position))
    }
    builder.emit(.makeRecord, first, fieldCount, record)
    builder.emit(.sorterInsert, sorter, record)
    builder.place(skip)
    builder.emit(.next, source, top, p5: 1)
    builder.place(done)
    builder.emit(.close, source)
  }

  private func emitIndexKey(
    _ builder: inout ProgramBuilder, _ column: IndexDefinition.Column, cursor: Int32, register: Int32
  ) throws(DatabaseError) {
    if let expression = column.expression, let ast = index.ast {
      try emitIndexKeyExpression(&builder, expression, ast, cursor: cursor, register: register)
    } else {
      try TableCode.emitColumn(
        &builder, table, column: column.tableColumn, cursor: cursor, register: register, encoding: encoding,
        hooks: hooks)
    }
  }

  /// An indexed expression: the work of the expression compiler, which `hooks` brings.
  func emitIndexKeyExpression(
    _ builder: inout ProgramBuilder, _ expression: ExprID, _ ast: AST, cursor: Int32, register: Int32
  ) throws(DatabaseError) {
    guard let emitExpression = hooks.emitExpression else {
      throw DatabaseError(.internal, "no compiler of expressions for indexes on expressions")
    }
    try emitExpression(
      &builder, expression, ast, SchemaCompilerHooks.Row(table: table, cursor: cursor), register)
  }

  // MARK: Uniqueness

  /// Registers that hold the key of the entry at hand and of the one before it.
  private struct Neighbours {
    let hasPrevious: Int32
    let current: Int32
    let previous: Int32
    let keyInfo: UInt16

    init(
      _ index: IndexDefinition, _ encoding: TextEncoding, _ builder: inout ProgramBuilder
    ) throws(DatabaseError) {
      hasPrevious = builder.newRegister()
      current = builder.newRegisters(index.columns.count)
      previous = builder.newRegisters(index.columns.count)
      keyInfo = try builder.keyInfo(index.uniqueFields, encoding: encoding)
      builder.emit(.integer, 0, hasPrevious)
    }
  }

  private func emitUniqueCheck(
    _ builder: inout ProgramBuilder, _ registers: Neighbours, pseudo: Int32
  ) throws(DatabaseError) {
    let count = Int32(truncatingIfNeeded: index.columns.count)
    for column in 0..<count { builder.emit(.column, pseudo, column, registers.current + column) }
    let unique = builder.newLabel()
    builder.emit(.ifNot, registers.hasPrevious, unique.placeholder)
    // NULLs differ from each other.
    for column in 0..<count { builder.emit(.isNull, registers.current + column, unique.placeholder) }
    builder.emit(
      .compareRegisters, registers.current, registers.previous, count, p4: registers.keyInfo)
    let equal = builder.newLabel()
    builder.emit(.compareJump, unique.placeholder, equal.placeholder, unique.placeholder)
    builder.place(equal)
    try emitViolation(&builder, key: (0..<count).map { registers.current + $0 })
    builder.place(unique)
    builder.emit(.copy, registers.current, registers.previous, count - 1)
    builder.emit(.integer, 1, registers.hasPrevious)
  }

  private func emitViolation(_ builder: inout ProgramBuilder, key: [Int32]) throws(DatabaseError) {
    let text = index.uniqueViolationText(columnNames: table.columns.map(\.name))
    let message = builder.constant(.text(Array("UNIQUE constraint failed: \(text)".utf8)))
    let isKey = index.origin == .primaryKey
    let columns = index.columns.compactMap { column in
      table.columns.indices.contains(column.tableColumn) ? table.columns[column.tableColumn].name : nil
    }
    let violation = try builder.violation(
      ConstraintViolation(
        kind: isKey ? .primaryKey : .unique, name: index.name, table: table.name, columns: columns),
      key: key)
    let code: ResultCode = isKey ? .constraintPrimaryKey : .constraintUnique
    builder.emit(
      .halt, code.rawValue, Int32(ConflictAction.abort.rawValue), message, p4: violation)
  }
}

/// Code for reading a table row by row, as far as no expression is needed.
enum TableCode {
  /// Opens the tree of a table.
  static func emitOpenRead(
    _ builder: inout ProgramBuilder, _ table: TableDefinition, cursor: Int32, encoding: TextEncoding
  ) throws(DatabaseError) {
    let root = Int32(bitPattern: table.rootPage)
    let database = Int32(truncatingIfNeeded: table.database)
    if let tree = table.primaryKeyIndex {
      builder.emit(
        .openRead, cursor, root, database, p4: try builder.keyInfo(tree.keyFields, encoding: encoding))
    } else {
      builder.emit(.openRead, cursor, root, database)
    }
  }

  /// r[register] = a column of the row under the cursor, as it is stored.
  static func emitColumn(
    _ builder: inout ProgramBuilder, _ table: TableDefinition, column: Int, cursor: Int32, register: Int32,
    encoding: TextEncoding, hooks: SchemaCompilerHooks
  ) throws(DatabaseError) {
    if column == -1 || (column == table.rowIDAlias && !table.isWithoutRowID) {
      builder.emit(.rowID, cursor, register)
      return
    }
    if let position = table.storageIndex(ofColumn: column) {
      let definition = table.columns[column]
      var fallback = Instruction.noP4
      if let value = definition.defaultExpression.flatMap({
        ConstantFolding.value(of: $0, in: table.ast, affinity: definition.affinity, encoding: encoding)
      }) {
        fallback = try builder.constantP4(value)
      }
      builder.emit(.column, cursor, Int32(truncatingIfNeeded: position), register, p4: fallback)
      return
    }
    guard table.columns.indices.contains(column),
      let expression = table.columns[column].generatedExpression
    else { throw .corrupt("column \(column) of \(table.name)", page: 1) }
    guard let emitExpression = hooks.emitExpression else {
      throw DatabaseError(.internal, "no compiler of expressions for indexes on generated columns")
    }
    try emitExpression(
      &builder, expression, table.ast,
      SchemaCompilerHooks.Row(table: table, cursor: cursor, place: .generated), register)
    let affinity = table.columns[column].affinity
    if affinity != .none, affinity != .blob {
      builder.emit(.affinity, register, 1, p4: try builder.affinityString([affinity.rawValue]))
    }
  }
}
