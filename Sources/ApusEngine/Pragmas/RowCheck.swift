import ApusSQL

/// The part of an integrity check that reads rows: one program per table that walks it in key order and answers a row
/// of text for each defect. Wording as in SQLite 3.51.
struct RowCheck {
  let table: TableDefinition
  let indexes: [IndexDefinition]
  let encoding: TextEncoding
  /// quick_check: rows are looked at, indexes are not.
  let isQuick: Bool
  let ignoresChecks: Bool
  let hooks: SchemaCompilerHooks

  /// Runs the check and gathers its messages.
  /// - Throws: damage that keeps the table from being read on, as `.corrupt`.
  func run(on connection: Connection, limit: Int, _ messages: inout [String]) throws(DatabaseError) {
    let machine = VirtualMachine(program: try program(), connection: connection)
    defer { machine.reset() }
    while messages.count < limit, try machine.step() {
      messages.append(String(decoding: machine.row[0].bytes, as: UTF8.self))
    }
  }

  /// Registers and cursors of a program under construction.
  private struct Frame {
    var builder = ProgramBuilder()
    let tableCursor: Int32
    /// Rows so far, from 1: how messages number them.
    let rowNumber: Int32
    /// The message.
    let message: Int32
    let scratch: Int32

    init() {
      let start = builder.emit(.`init`)
      builder.patchHere(start)
      builder.columns = [ResultColumn(name: "integrity_check")]
      tableCursor = builder.newCursor()
      rowNumber = builder.newRegister()
      message = builder.newRegister()
      scratch = builder.newRegister()
    }

    mutating func text(_ text: String, to register: Int32) {
      builder.emit(.constant, builder.constant(.text(Array(text.utf8))), register)
    }

    mutating func emitMessage(_ text: String) {
      self.text(text, to: message)
      builder.emit(.resultRow, message, 1)
    }

    /// "row 3 missing from index i": prefix, row number, rest.
    mutating func emitRowMessage(_ prefix: String, _ rest: String) {
      text(prefix, to: message)
      builder.emit(.concat, message, rowNumber, message)
      text(rest, to: scratch)
      builder.emit(.concat, message, scratch, message)
      builder.emit(.resultRow, message, 1)
    }
  }

  func program() throws(DatabaseError) -> Program {
    var frame = Frame()
    let database = Int32(truncatingIfNeeded: table.database)
    frame.builder.emit(.transaction, database, 0)
    try TableCode.emitOpenRead(&frame.builder, table, cursor: frame.tableCursor, encoding: encoding)
    var checked: [(index: IndexDefinition, cursor: Int32)] = []
    if !isQuick {
      for index in indexes where !index.isTableTree && index.rootPage > 1 && canCheck(index) {
        let cursor = frame.builder.newCursor()
        frame.builder.emit(
          .openRead, cursor, Int32(bitPattern: index.rootPage), database,
          p4: try frame.builder.keyInfo(index.keyFields, encoding: encoding))
        checked.append((index, cursor))
      }
    }
    frame.builder.emit(.integer, 0, frame.rowNumber)
    let done = frame.builder.newLabel()
    frame.builder.emit(.rewind, frame.tableCursor, done.placeholder)
    let top = frame.builder.emit(.addImmediate, frame.rowNumber, 0, 1)
    try emitRecordCheck(&frame)
    for column in table.columns.indices where column != table.rowIDAlias {
      try emitColumnCheck(column, &frame)
    }
    if !ignoresChecks { try emitConstraintChecks(&frame) }
    for (index, cursor) in checked { try emitIndexCheck(index, cursor: cursor, &frame) }
    frame.builder.emit(.next, frame.tableCursor, top, p5: 1)
    frame.builder.place(done)
    frame.builder.emit(.halt, 0, 0, -1)
    return frame.builder.finish()
  }

  /// Indexes with expressions, or a WHERE, need the expression compiler.
  private func canCheck(_ index: IndexDefinition) -> Bool {
    if index.partialCondition != nil, hooks.emitJumpUnless == nil { return false }
    if hooks.emitExpression != nil { return true }
    return index.columns.allSatisfy { column in
      column.tableColumn != -2
        && !(table.columns.indices.contains(column.tableColumn)
          && table.columns[column.tableColumn].generated == .virtual)
    }
  }

  /// Reading the last stored field takes the whole record header apart.
  private func emitRecordCheck(_ frame: inout Frame) throws(DatabaseError) {
    var last: Int?
    if let tree = table.primaryKeyIndex {
      last = tree.storedColumns.last?.tableColumn
    } else {
      last = table.columns.indices.last { table.storageIndex(ofColumn: $0) != nil }
    }
    if let last { try emitLoad(last, to: frame.scratch, &frame) }
  }

  private func emitLoad(_ column: Int, to register: Int32, _ frame: inout Frame) throws(DatabaseError) {
    try TableCode.emitColumn(
      &frame.builder, table, column: column, cursor: frame.tableCursor, register: register,
      encoding: encoding,
      hooks: hooks)
  }

  // MARK: Columns

  private func emitColumnCheck(_ column: Int, _ frame: inout Frame) throws(DatabaseError) {
    let definition = table.columns[column]
    if definition.generated == .virtual, hooks.emitExpression == nil { return }
    let standard = table.isStrict ? DeclaredType(source: definition.declaredType).standard : nil
    let checksType = table.isStrict ? standard != nil && standard != .any : definition.affinity != .blob
    guard definition.isNotNull || checksType else { return }
    let value = frame.builder.newRegister()
    try emitLoad(column, to: value, &frame)
    let title = "\(table.name).\(definition.name)"
    let fine = frame.builder.newLabel()
    if definition.isNotNull {
      let notNull = frame.builder.newLabel()
      frame.builder.emit(.notNull, value, notNull.placeholder)
      frame.emitMessage("NULL value in \(title)")
      frame.builder.emit(.goto, 0, fine.placeholder)
      frame.builder.place(notNull)
    }
    if checksType { try emitTypeCheck(standard, definition, title, value: value, fine: fine, &frame) }
    frame.builder.place(fine)
  }

  private func emitTypeCheck(
    _ standard: DeclaredType.Standard?, _ definition: ColumnDefinition, _ title: String, value: Int32,
    fine: ProgramBuilder.Label, _ frame: inout Frame
  ) throws(DatabaseError) {
    if let standard {
      let allowed: Set<Cell.Tag>
      switch standard {
      case .any: return
      case .blob: allowed = [.null, .blob]
      case .int, .integer: allowed = [.null, .integer]
      case .real: allowed = [.null, .integer, .real]
      case .text: allowed = [.null, .text]
      }
      try emitJump(unless: value, isNoneOf: allowed, to: fine, &frame)
      frame.emitMessage("non-\(standard.rawValue) value in \(title)")
    } else if definition.affinity == .text {
      try emitJump(unless: value, isNoneOf: [.null, .text, .blob], to: fine, &frame)
      frame.emitMessage("NUMERIC value in \(title)")
    } else if definition.affinity.isNumeric {
      try emitJump(unless: value, isNoneOf: [.null, .integer, .real, .blob], to: fine, &frame)
      // Text that would have become a number when it was stored.
      frame.builder.emit(
        .affinity, value, 1, p4: try frame.builder.affinityString([Affinity.numeric.rawValue]))
      try emitJump(unless: value, isNoneOf: [.null, .text, .blob], to: fine, &frame)
      frame.emitMessage("TEXT value in \(title)")
    }
  }

  /// Goes on when the type of r[register] is none of `allowed`, else jumps to `fine`.
  private func emitJump(
    unless register: Int32, isNoneOf allowed: Set<Cell.Tag>, to fine: ProgramBuilder.Label,
    _ frame: inout Frame
  ) throws(DatabaseError) {
    try frame.builder.emitNative(
      NativeCall("type check") { _, registers throws(DatabaseError) in
        !allowed.contains(registers[0].tag)
      }, registers: register, elseJump: fine.placeholder)
  }

  private func emitConstraintChecks(_ frame: inout Frame) throws(DatabaseError) {
    guard let jump = hooks.emitJumpUnless, !table.checks.isEmpty else { return }
    let row = SchemaCompilerHooks.Row(table: table, cursor: frame.tableCursor, place: .check)
    let failed = frame.builder.newLabel()
    let passed = frame.builder.newLabel()
    for check in table.checks {
      try jump(&frame.builder, check.expression, table.ast, row, failed)
    }
    frame.builder.emit(.goto, 0, passed.placeholder)
    frame.builder.place(failed)
    frame.emitMessage("CHECK constraint failed in \(table.name)")
    frame.builder.place(passed)
  }

  // MARK: Indexes

  private func emitIndexCheck(
    _ index: IndexDefinition, cursor: Int32, _ frame: inout Frame
  ) throws(DatabaseError) {
    let end = frame.builder.newLabel()
    let row = SchemaCompilerHooks.Row(table: table, cursor: frame.tableCursor)
    if let condition = index.partialCondition, let ast = index.ast, let jump = hooks.emitJumpUnless {
      try jump(&frame.builder, condition, ast, row, end)
    }
    let fieldCount = index.storedColumns.count
    let key = frame.builder.newRegisters(fieldCount)
    for (position, column) in index.storedColumns.enumerated() {
      let register = key + Int32(truncatingIfNeeded: position)
      if let expression = column.expression, let ast = index.ast, let emit = hooks.emitExpression {
        try emit(&frame.builder, expression, ast, row, register)
      } else {
        try emitLoad(column.tableColumn, to: register, &frame)
      }
    }
    let found = frame.builder.newLabel()
    frame.builder.emit(
      .found, cursor, found.placeholder, key, p4: UInt16(truncatingIfNeeded: fieldCount))
    frame.emitRowMessage("row ", " missing from index \(index.name)")
    frame.builder.emit(.goto, 0, end.placeholder)
    frame.builder.place(found)
    emitValueCheck(index, cursor: cursor, key: key, &frame)
    if index.isUnique { emitUniqueCheck(index, cursor: cursor, key: key, end: end, &frame) }
    frame.builder.place(end)
  }

  /// Text that is equal under the collation must still be the same text.
  private func emitValueCheck(
    _ index: IndexDefinition, cursor: Int32, key: Int32, _ frame: inout Frame
  ) {
    let differs = frame.builder.newLabel()
    let same = frame.builder.newLabel()
    var isNeeded = false
    for (position, column) in index.columns.enumerated() where column.collation != .binary {
      isNeeded = true
      let offset = Int32(truncatingIfNeeded: position)
      frame.builder.emit(.column, cursor, offset, frame.scratch)
      frame.builder.emit(
        .ne, frame.scratch, differs.placeholder, key + offset, p4: Collation.binary.id,
        p5: InstructionFlag.nullEquals)
    }
    guard isNeeded else {
      frame.builder.place(differs)
      frame.builder.place(same)
      return
    }
    frame.builder.emit(.goto, 0, same.placeholder)
    frame.builder.place(differs)
    frame.emitRowMessage("row ", " values differ from index \(index.name)")
    frame.builder.place(same)
  }

  private func emitUniqueCheck(
    _ index: IndexDefinition, cursor: Int32, key: Int32, end: ProgramBuilder.Label, _ frame: inout Frame
  ) {
    for (position, column) in index.columns.enumerated() {
      let isNotNull =
        table.columns.indices.contains(column.tableColumn) && table.columns[column.tableColumn].isNotNull
      if !isNotNull {
        frame.builder.emit(.isNull, key + Int32(truncatingIfNeeded: position), end.placeholder)
      }
    }
    let hasNext = frame.builder.newLabel()
    frame.builder.emit(.next, cursor, hasNext.placeholder)
    frame.builder.emit(.goto, 0, end.placeholder)
    frame.builder.place(hasNext)
    frame.builder.emit(
      .indexGT, cursor, end.placeholder, key, p4: UInt16(truncatingIfNeeded: index.columns.count))
    frame.emitMessage("non-unique entry in index \(index.name)")
  }
}
