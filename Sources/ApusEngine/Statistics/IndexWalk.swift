/// Programs that ANALYZE runs over one index.
struct IndexWalk {
  let index: IndexDefinition
  let table: TableDefinition
  let encoding: TextEncoding

  /// Fields of an entry that prefixes are made of: all, but of a table's own tree the primary key.
  var columnCount: Int { index.isTableTree ? index.columns.count : index.storedColumns.count }

  /// Fields to compare with those of the entry before; if these are the same, so is all but what makes every entry different.
  private var comparedCount: Int {
    if index.isTableTree { return columnCount - 1 }
    return isUniqueWithoutNull ? index.columns.count - 1 : columnCount - 1
  }

  private var isUniqueWithoutNull: Bool {
    index.isUnique
      && index.columns.allSatisfy { column in
        table.columns.indices.contains(column.tableColumn) && table.columns[column.tableColumn].isNotNull
      }
  }

  /// A program that gives out a row for each entry in key order: the number of fields that are the same as in the entry before, and the
  /// entry's record.
  /// - Parameter limit: after so many entries with the same first field it goes on behind them, and ends once that has changed; 0 for none.
  func program(limit: Int64) throws(DatabaseError) -> Program {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    let cursor = builder.newCursor()
    try emitOpen(&builder, cursor)
    let changed = builder.newRegisters(2)
    let record = changed + 1
    let value = builder.newRegister()
    let hasChanged = builder.newRegister()
    let left = builder.newRegister()
    let count = comparedCount
    let before = builder.newRegisters(max(columnCount, 1))
    builder.columns = [ResultColumn(name: "changed"), ResultColumn(name: "record")]
    builder.emit(.integer, 0, hasChanged)
    builder.emit(.integer, Int32(clamping: limit + 1), left)
    let done = builder.newLabel()
    let emit = builder.newLabel()
    let remember = (0..<count).map { _ in builder.newLabel() }
    builder.emit(.rewind, cursor, done.placeholder)
    builder.emit(.integer, 0, changed)
    builder.emit(.goto, 0, (remember.first ?? emit).placeholder)
    let top = builder.address
    builder.emit(.integer, 0, changed)
    if count == 1, index.columns.count == 1, index.isUnique {
      // Behind the NULLs every entry is new.
      let isNew = builder.newLabel()
      builder.emit(.notNull, before, isNew.placeholder)
      emitComparisons(&builder, cursor, changed: changed, value: value, before: before, remember)
      builder.emit(.goto, 0, emit.placeholder)
      builder.place(isNew)
      builder.emit(.integer, 1, hasChanged)
      builder.emit(.goto, 0, emit.placeholder)
    } else if count > 0 {
      emitComparisons(&builder, cursor, changed: changed, value: value, before: before, remember)
      builder.emit(.goto, 0, emit.placeholder)
    }
    for column in 0..<count {
      builder.place(remember[column])
      let offset = Int32(truncatingIfNeeded: column)
      builder.emit(.column, cursor, offset, value)
      builder.emit(.copy, value, before + offset, 0)
    }
    builder.place(emit)
    builder.emit(.rowData, cursor, record)
    builder.emit(.resultRow, changed, 2)
    if limit > 0 { emitSkip(&builder, cursor, limit, changed, hasChanged, left, before, done) }
    builder.emit(.next, cursor, top, p5: 1)
    builder.place(done)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  private func emitOpen(_ builder: inout ProgramBuilder, _ cursor: Int32) throws(DatabaseError) {
    builder.emit(
      .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(truncatingIfNeeded: index.database),
      p4: try builder.keyInfo(index.keyFields, encoding: encoding))
  }

  private func emitComparisons(
    _ builder: inout ProgramBuilder, _ cursor: Int32, changed: Int32, value: Int32, before: Int32,
    _ remember: [ProgramBuilder.Label]
  ) {
    for (column, label) in remember.enumerated() {
      let offset = Int32(truncatingIfNeeded: column)
      builder.emit(.integer, offset, changed)
      builder.emit(.column, cursor, offset, value)
      builder.emit(
        .ne, value, label.placeholder, before + offset, p4: index.storedColumns[column].collation.id,
        p5: InstructionFlag.nullEquals)
    }
    builder.emit(.integer, Int32(truncatingIfNeeded: remember.count), changed)
  }

  /// `PRAGMA analysis_limit`.
  private func emitSkip(
    _ builder: inout ProgramBuilder, _ cursor: Int32, _ limit: Int64, _ changed: Int32, _ hasChanged: Int32,
    _ left: Int32, _ before: Int32, _ done: ProgramBuilder.Label
  ) {
    let goOn = builder.newLabel()
    let isFull = builder.newLabel()
    let isSame = builder.newLabel()
    let isFirst = builder.newRegister()
    // (The first entry of all counts as changed, too, but there is none before it.)
    builder.emit(.if, changed, isSame.placeholder)
    builder.emit(.once, 0, builder.address + 2)
    builder.emit(.goto, 0, isSame.placeholder)
    builder.emit(.integer, 1, hasChanged)
    builder.place(isSame)
    builder.emit(.decrementJumpZero, left, isFull.placeholder)
    builder.emit(.goto, 0, goOn.placeholder)
    builder.place(isFull)
    builder.emit(.if, hasChanged, done.placeholder)
    builder.emit(.integer, Int32(clamping: limit), left)
    builder.emit(.copy, before, isFirst, 0)
    builder.emit(.seekGT, cursor, done.placeholder, isFirst, p4: 1)
    builder.place(goOn)
  }

  /// A program that makes the sample of `sqlite_stat4` out of parameter 1, an entry's record.
  func sampleProgram() throws(DatabaseError) -> Program {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    builder.parameterNames = [nil]
    builder.columns = [ResultColumn(name: "sample")]
    let entry = builder.newRegister()
    let fields = builder.newRegisters(max(columnCount, 1))
    let record = builder.newRegister()
    let cursor = builder.newCursor()
    builder.emit(.variable, 1, entry)
    builder.emit(.openPseudo, cursor, entry, Int32(truncatingIfNeeded: index.storedColumns.count))
    for column in 0..<columnCount {
      let register = fields + Int32(truncatingIfNeeded: column)
      builder.emit(.column, cursor, Int32(truncatingIfNeeded: column), register)
      let source = index.storedColumns[column].tableColumn
      if table.columns.indices.contains(source), table.columns[source].affinity == .real {
        builder.emit(.realAffinity, register)
      }
    }
    builder.emit(.makeRecord, fields, Int32(truncatingIfNeeded: columnCount), record)
    builder.emit(.resultRow, record, 1)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  /// A program that gives out the number of entries of a tree.
  static func countProgram(
    root: PageNumber, database: Int, keyFields: [KeyInfo.Field]?, encoding: TextEncoding
  ) throws(DatabaseError) -> Program {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    builder.columns = [ResultColumn(name: "count")]
    let cursor = builder.newCursor()
    let count = builder.newRegister()
    var keyInfo = Instruction.noP4
    if let keyFields { keyInfo = try builder.keyInfo(keyFields, encoding: encoding) }
    builder.emit(
      .openRead, cursor, Int32(bitPattern: root), Int32(truncatingIfNeeded: database), p4: keyInfo)
    builder.emit(.count, cursor, count)
    builder.emit(.resultRow, count, 1)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }
}
