/// A program that changes the schema of one database, under construction.
///
/// Every such program has the same frame: a write transaction that checks the schema cookie, the changes to trees
/// and to rows of the schema table, the new cookie, and last the catalog read again (`reloadSchema`), which also
/// proves that the stored text parses. The schema table is changed by ordinary cursor instructions, so that
/// journals, savepoints and errors work as for any row.
struct SchemaProgram {
  var builder = ProgramBuilder()
  private(set) var database: Int
  let catalogs: CatalogSet

  private static let schemaRoot: Int32 = 1
  static let schemaColumnCount: Int32 = 5
  static let headerSchemaFormat: Int32 = 44
  private static let headerTextEncoding: Int32 = 56
  private static let headerSchemaCookie: Int32 = 40

  /// Begins the program with a write transaction on `database`.
  init(database: Int, catalogs: CatalogSet) {
    self.database = database
    self.catalogs = catalogs
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    builder.isWrite = true
    builder.needsStatementJournal = true
    emitTransaction(database)
  }

  /// Goes on with another database, whose transaction has begun.
  mutating func turn(to database: Int) { self.database = database }

  var databaseOperand: Int32 { Int32(truncatingIfNeeded: database) }

  /// A write transaction on one more database (temp triggers of a dropped table).
  mutating func emitTransaction(_ database: Int) {
    let cookie = catalogs[database]?.schemaCookie ?? 0
    builder.emit(
      .transaction, Int32(truncatingIfNeeded: database), 1, Int32(bitPattern: cookie), p5: 1)
  }

  /// Gives a file that has no schema yet its schema format and text encoding.
  mutating func emitFileFormat() {
    let register = builder.newRegister()
    let done = builder.newLabel()
    builder.emit(.readCookie, databaseOperand, register, Self.headerSchemaFormat)
    builder.emit(.if, register, done.placeholder)
    builder.emit(.integer, 4, register)
    builder.emit(.setCookie, databaseOperand, Self.headerSchemaFormat, register)
    let encoding = catalogs[database]?.encoding ?? .utf8
    builder.emit(.integer, Int32(encoding.rawValue), register)
    builder.emit(.setCookie, databaseOperand, Self.headerTextEncoding, register)
    builder.place(done)
  }

  /// Register with the root of a new tree.
  mutating func emitCreateTree(isIndex: Bool) -> Int32 {
    let root = builder.newRegister()
    builder.emit(.createTree, databaseOperand, root, isIndex ? 2 : 1)
    return root
  }

  mutating func emitText(_ text: String?, to register: Int32) {
    if let text {
      let bytes = WTF8.literal(Array(text.utf8), catalogs[database]?.encoding ?? .utf8)
      builder.emit(.constant, builder.constant(.text(bytes)), register)
    } else {
      builder.emit(.null, 0, register)
    }
  }

  // MARK: Schema rows

  /// Opens the schema table for writing.
  mutating func openSchemaTable(of database: Int) -> Int32 {
    let cursor = builder.newCursor()
    builder.emit(.openWrite, cursor, Self.schemaRoot, Int32(truncatingIfNeeded: database))
    return cursor
  }

  /// Appends a row to the schema table. `rootRegister` nil: root page 0 (views and triggers).
  mutating func emitSchemaRow(
    cursor: Int32, type: String, name: String, tableName: String, rootRegister: Int32?, sql: String?,
    replacing reserved: Int32? = nil
  ) throws(DatabaseError) {
    let first = builder.newRegisters(Int(Self.schemaColumnCount))
    let record = builder.newRegister()
    let rowID = reserved ?? builder.newRegister()
    emitText(type, to: first)
    emitText(name, to: first + 1)
    emitText(tableName, to: first + 2)
    if let rootRegister {
      builder.emit(.copy, rootRegister, first + 3, 0)
    } else {
      builder.emit(.integer, 0, first + 3)
    }
    emitText(sql, to: first + 4)
    if reserved == nil { builder.emit(.newRowID, cursor, rowID) }
    builder.emit(
      .makeRecord, first, Self.schemaColumnCount, record,
      p4: try builder.affinityString(Self.schemaAffinities))
    builder.emit(.insert, cursor, record, rowID, p5: reserved == nil ? InstructionFlag.append : 0)
  }

  /// Inserts a row of NULLs that `emitSchemaRow` replaces later; answers the register of its rowid.
  mutating func emitReservedRow(cursor: Int32) -> Int32 {
    let first = builder.newRegisters(Int(Self.schemaColumnCount))
    let record = builder.newRegister()
    let rowID = builder.newRegister()
    builder.emit(.null, 0, first, first + Int32(Self.schemaColumnCount) - 1)
    builder.emit(.newRowID, cursor, rowID)
    builder.emit(.makeRecord, first, Self.schemaColumnCount, record)
    builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
    return rowID
  }

  static let schemaAffinities: [UInt8] = [
    Affinity.text.rawValue, Affinity.text.rawValue, Affinity.text.rawValue, Affinity.integer.rawValue,
    Affinity.text.rawValue,
  ]

  /// A condition on one column of a row: equal to (or different from) a text, without ASCII case.
  struct ColumnTest {
    var column: Int32
    var text: String
    var isEqual = true
  }

  /// Deletes the rows of a rowid table that pass all tests. Rowids are gathered first, so that the deletes do not
  /// disturb the scan.
  mutating func emitDeleteRows(root: Int32, database: Int, where tests: [ColumnTest]) {
    let cursor = builder.newCursor()
    let set = builder.newRegister()
    let value = builder.newRegister()
    let expected = builder.newRegister()
    let rowID = builder.newRegister()
    builder.emit(.openWrite, cursor, root, Int32(truncatingIfNeeded: database))
    builder.emit(.null, 0, set)
    let scanned = builder.newLabel()
    builder.emit(.rewind, cursor, scanned.placeholder)
    let top = builder.address
    let advance = builder.newLabel()
    for test in tests {
      builder.emit(.column, cursor, test.column, value)
      emitText(test.text, to: expected)
      builder.emit(
        test.isEqual ? .ne : .eq, value, advance.placeholder, expected, p4: Collation.noCase.id,
        p5: test.isEqual ? InstructionFlag.jumpIfNull : 0)
    }
    builder.emit(.rowID, cursor, rowID)
    builder.emit(.rowSetAdd, set, rowID)
    builder.place(advance)
    builder.emit(.next, cursor, top)
    builder.place(scanned)
    let finished = builder.newLabel()
    let deleteTop = builder.address
    builder.emit(.rowSetRead, set, finished.placeholder, rowID)
    builder.emit(.notExists, cursor, deleteTop, rowID)
    builder.emit(.delete, cursor)
    builder.emit(.goto, 0, deleteTop)
    builder.place(finished)
    builder.emit(.close, cursor)
  }

  mutating func emitDeleteSchemaRows(database: Int? = nil, where tests: [ColumnTest]) {
    emitDeleteRows(root: Self.schemaRoot, database: database ?? self.database, where: tests)
  }

  /// Drops the tree with that root. In an auto-vacuum database another tree's root may move into the gap: its row
  /// of the schema table then gets the new number.
  mutating func emitDestroyTree(root: PageNumber) throws(DatabaseError) {
    let moved = builder.newRegister()
    builder.emit(.destroyTree, Int32(bitPattern: root), moved, databaseOperand)
    let done = builder.newLabel()
    builder.emit(.ifNot, moved, done.placeholder)
    let cursor = openSchemaTable(of: database)
    let first = builder.newRegisters(Int(Self.schemaColumnCount))
    let record = builder.newRegister()
    let rowID = builder.newRegister()
    let target = builder.newRegister()
    builder.emit(.integer, Int32(bitPattern: root), target)
    builder.emit(.rewind, cursor, done.placeholder)
    let top = builder.address
    let advance = builder.newLabel()
    builder.emit(.column, cursor, 3, first + 3)
    builder.emit(
      .ne, first + 3, advance.placeholder, moved, p4: Collation.binary.id, p5: InstructionFlag.jumpIfNull)
    for column in [Int32(0), 1, 2, 4] { builder.emit(.column, cursor, column, first + column) }
    builder.emit(.copy, target, first + 3, 0)
    builder.emit(.rowID, cursor, rowID)
    builder.emit(
      .makeRecord, first, Self.schemaColumnCount, record,
      p4: try builder.affinityString(Self.schemaAffinities))
    builder.emit(.insert, cursor, record, rowID)
    builder.emit(.goto, 0, done.placeholder)
    builder.place(advance)
    builder.emit(.next, cursor, top)
    builder.place(done)
  }

  // MARK: End

  /// Writes the next schema cookie of `database` and reads its schema again.
  mutating func emitSchemaChanged(_ changed: Int? = nil, by alteration: SchemaAlteration? = nil) {
    let database = changed ?? database
    let register = builder.newRegister()
    let cookie = (catalogs[database]?.schemaCookie ?? 0) &+ 1
    let operand = Int32(truncatingIfNeeded: database)
    builder.emit(.integer, Int32(bitPattern: cookie), register)
    builder.emit(.setCookie, operand, Self.headerSchemaCookie, register)
    builder.emit(.reloadSchema, operand, alteration?.rawValue ?? 0)
  }

  /// As `emitSchemaChanged`, after instructions that may have changed the cookie themselves.
  mutating func emitSchemaChangedAgain() {
    let register = builder.newRegister()
    builder.emit(.readCookie, databaseOperand, register, Self.headerSchemaCookie)
    builder.emit(.addImmediate, register, 0, 1)
    builder.emit(.setCookie, databaseOperand, Self.headerSchemaCookie, register)
    builder.emit(.reloadSchema, databaseOperand)
  }

  /// Ends the program and makes it.
  consuming func finish() -> Program {
    var builder = self.builder
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }
}
