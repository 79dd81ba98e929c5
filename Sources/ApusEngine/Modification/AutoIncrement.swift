/// The counter of an AUTOINCREMENT table: the highest rowid that the table ever had, kept in `sqlite_sequence`.
///
/// As in SQLite it is read once before the statement's first row and written once after the last; between them it stands in a register of the
/// statement's own program, which the programs of triggers use as well. So triggers see the old rows of `sqlite_sequence`, and a statement that
/// fails with OR FAIL leaves them as they were.
struct AutoIncrement {
  let generator: CodeGenerator
  private let sequence: TableDefinition
  private let name: ProgramBuilder.Constant
  /// The counter: what `newRowID` and `raiseCounter` raise, a register of the statement's own program.
  let counter: Int32
  /// The value in the table, NULL when it has no row yet.
  private let stored: Int32
  private let sequenceRow: Int32

  init(_ generator: CodeGenerator, _ table: TableDefinition) throws(DatabaseError) {
    self.generator = generator
    generator.writtenDatabases.insert(table.database)
    guard let sequence = generator.context.catalogs[table.database]?.tables["sqlite_sequence"],
      sequence.columns.count == 2
    else { throw .corrupt("no sqlite_sequence table", page: 1) }
    self.sequence = sequence
    name = .text([UInt8](table.name.utf8))
    counter = generator.newRegister()
    stored = generator.newRegister()
    sequenceRow = generator.newRegister()
  }

  private func open(_ opcode: Opcode) -> Int32 {
    let cursor = generator.builder.newCursor()
    generator.builder.emit(
      opcode, cursor, Int32(bitPattern: sequence.rootPage), Int32(sequence.database))
    return cursor
  }

  /// Reads the counter.
  func emitBegin() {
    let cursor = open(.openRead)
    let none = generator.builder.newLabel()
    let next = generator.builder.newLabel()
    let done = generator.builder.newLabel()
    let text = generator.newRegister()
    let name = generator.register(of: name)
    generator.builder.emit(.null, 0, stored, sequenceRow)
    generator.builder.emit(.rewind, cursor, none.placeholder)
    let top = generator.builder.address
    generator.builder.emit(.column, cursor, 0, text)
    generator.builder.emit(
      .ne, text, next.placeholder, name, p4: Collation.binary.id,
      p5: Affinity.none.rawValue | InstructionFlag.jumpIfNull)
    generator.builder.emit(.rowID, cursor, sequenceRow)
    generator.builder.emit(.column, cursor, 1, counter)
    generator.builder.emit(.addImmediate, counter, 0, 0)
    generator.builder.emit(.copy, counter, stored, 0)
    generator.builder.emit(.goto, 0, done.placeholder)
    generator.builder.place(next)
    generator.builder.emit(.next, cursor, top)
    generator.builder.place(none)
    generator.builder.emit(.integer, 0, counter)
    generator.builder.place(done)
    generator.builder.emit(.close, cursor)
  }

  /// Writes the counter if it was raised, or if the table has no row yet.
  func emitEnd() throws(DatabaseError) {
    let unchanged = generator.builder.newLabel()
    let known = generator.builder.newLabel()
    generator.builder.emit(
      .le, counter, unchanged.placeholder, stored, p4: Collation.binary.id, p5: Affinity.none.rawValue)
    let name = generator.register(of: name)
    let cursor = open(.openWrite)
    let values = generator.newRegisters(2)
    let record = generator.newRegister()
    generator.builder.emit(.notNull, sequenceRow, known.placeholder)
    generator.builder.emit(.newRowID, cursor, sequenceRow)
    generator.builder.place(known)
    generator.builder.emit(.shallowCopy, name, values)
    generator.builder.emit(.copy, counter, values + 1, 0)
    generator.builder.emit(.makeRecord, values, 2, record)
    generator.builder.emit(.insert, cursor, record, sequenceRow)
    generator.builder.emit(.close, cursor)
    generator.builder.place(unchanged)
  }
}
