/// The counter of an AUTOINCREMENT table: the highest rowid that the table ever had, kept in `sqlite_sequence`.
///
/// Without triggers it is read once before the first row and written once after the last. With triggers, which may insert into the same
/// table, it is read and written around each row's rowid.
struct AutoIncrement {
  let generator: CodeGenerator
  private let sequence: TableDefinition
  private let name: Int32
  /// The counter: what `newRowID` raises.
  let counter: Int32
  /// The value in the table, NULL when it has no row yet.
  private let stored: Int32
  private let sequenceRow: Int32

  init(_ generator: CodeGenerator, _ table: TableDefinition) throws(DatabaseError) {
    self.generator = generator
    guard let sequence = generator.context.catalogs[table.database]?.tables["sqlite_sequence"],
      sequence.columns.count == 2
    else { throw .corrupt("no sqlite_sequence table", page: 1) }
    self.sequence = sequence
    name = generator.register(of: .text([UInt8](table.name.utf8)))
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
    generator.writtenDatabases.insert(sequence.database)
    let cursor = open(.openRead)
    let none = generator.builder.newLabel()
    let next = generator.builder.newLabel()
    let done = generator.builder.newLabel()
    let text = generator.newRegister()
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

  /// A rowid that the statement gives raises the counter as well.
  func emitNote(_ rowID: Int32) {
    let lower = generator.builder.newLabel()
    generator.builder.emit(
      .le, rowID, lower.placeholder, counter, p4: Collation.binary.id, p5: Affinity.none.rawValue)
    generator.builder.emit(.copy, rowID, counter, 0)
    generator.builder.place(lower)
  }

  /// Writes the counter if it was raised, or if the table has no row yet.
  func emitEnd() throws(DatabaseError) {
    let unchanged = generator.builder.newLabel()
    let known = generator.builder.newLabel()
    generator.builder.emit(
      .le, counter, unchanged.placeholder, stored, p4: Collation.binary.id, p5: Affinity.none.rawValue)
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
