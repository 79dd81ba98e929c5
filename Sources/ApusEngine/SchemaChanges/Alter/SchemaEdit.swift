import ApusSQL

/// Changes of schema rows that are worked out while an ALTER TABLE runs: all rows are read, then all are rewritten in
/// memory, then those that differ are written. An error on the way leaves the tables as they were.
///
/// The program drives it by native calls in this order: `reset`, `read` per row, `change`, then `next` and `apply` per changed row.
final class SchemaEdit: @unchecked Sendable {
  // @unchecked: it belongs to one program, which runs on its connection's thread; every run begins with `reset`.

  struct Row {
    var rowID: Int64
    var type: String
    var name: String
    var tableName: String
    /// As it stands in the file: it may be no valid UTF-8.
    var sql: [UInt8]?

    /// Rows that SQLite keeps for itself: no ALTER TABLE looks into them.
    var isInternal: Bool { name.hasPrefixIgnoringCase("sqlite_") }
    var isVirtualTable: Bool { sql?.withUnsafeBytes { $0.hasPrefixIgnoringCase("create virtual") } ?? false }
  }

  /// The rows of one database.
  struct Table {
    let database: Int
    var rows: [Row] = []
    fileprivate var changed: [Int] = []
    fileprivate var position = 0

    mutating func update(_ body: (Row) throws(DatabaseError) -> Row?) throws(DatabaseError) {
      for index in rows.indices {
        guard let row = try body(rows[index]) else { continue }
        rows[index] = row
        if !changed.contains(index) { changed.append(index) }
      }
    }
  }

  /// The altered database first, then perhaps the temporary one.
  private(set) var tables: [Table]
  private let databases: [Int]
  private let body: (_ edit: SchemaEdit, _ connection: Connection) throws(DatabaseError) -> Void

  init(
    databases: [Int],
    _ body: @escaping (_ edit: SchemaEdit, _ connection: Connection) throws(DatabaseError) -> Void
  ) {
    self.databases = databases
    self.body = body
    tables = databases.map { Table(database: $0) }
  }

  /// Replaces the rows for which `body` has a new one, in every database.
  func update(_ body: (_ database: Int, Row) throws(DatabaseError) -> Row?) throws(DatabaseError) {
    for index in tables.indices {
      let database = tables[index].database
      try tables[index].update { (row) throws(DatabaseError) in try body(database, row) }
    }
  }

  // MARK: What the program calls

  fileprivate func reset() { tables = databases.map { Table(database: $0) } }

  fileprivate func read(_ position: Int, _ registers: RegisterWindow) {
    tables[position].rows.append(
      Row(
        rowID: registers.integer(0), type: registers.string(1) ?? "", name: registers.string(2) ?? "",
        tableName: registers.string(3) ?? "", sql: registers.utf8(5)))
  }

  fileprivate func change(_ connection: Connection) throws(DatabaseError) { try body(self, connection) }

  /// The rowid of the next changed row; false: there is none.
  fileprivate func next(_ position: Int, _ registers: RegisterWindow) -> Bool {
    let table = tables[position]
    guard table.position < table.changed.count else { return false }
    registers.set(0, table.rows[table.changed[table.position]].rowID)
    tables[position].position += 1
    return true
  }

  fileprivate func apply(_ position: Int, _ registers: RegisterWindow) {
    let table = tables[position]
    guard table.position > 0, table.position <= table.changed.count else { return }
    let row = table.rows[table.changed[table.position - 1]]
    if registers.string(2) != row.name { registers.set(2, row.name) }
    if registers.string(3) != row.tableName { registers.set(3, row.tableName) }
    if let sql = row.sql { registers.set(5, text: sql) } else { registers.setNull(5) }
  }
}

extension SchemaProgram {
  /// Reads the rows, rewrites them, and writes those that changed.
  mutating func emitEdit(_ edit: SchemaEdit, of databases: [Int]) throws(DatabaseError) {
    let first = builder.newRegisters(1 + Int(Self.schemaColumnCount))
    let record = builder.newRegister()
    try builder.emitNative(
      NativeCall("begin schema edit") { _, _ throws(DatabaseError) in
        edit.reset()
        return true
      })
    for (position, database) in databases.enumerated() {
      let cursor = openSchemaTable(of: database)
      let done = builder.newLabel()
      builder.emit(.rewind, cursor, done.placeholder)
      let top = builder.address
      emitReadRow(cursor, first)
      try builder.emitNative(
        NativeCall("read schema row") { _, registers throws(DatabaseError) in
          edit.read(position, registers)
          return true
        }, registers: first)
      builder.emit(.next, cursor, top)
      builder.place(done)
      builder.emit(.close, cursor)
    }
    try builder.emitNative(
      NativeCall("edit schema") { connection, _ throws(DatabaseError) in
        try edit.change(connection)
        return true
      })
    for (position, database) in databases.enumerated() {
      let cursor = openSchemaTable(of: database)
      let done = builder.newLabel()
      let top = builder.address
      try builder.emitNative(
        NativeCall("next schema row") { _, registers throws(DatabaseError) in
          edit.next(position, registers)
        }, registers: first, elseJump: done.placeholder)
      builder.emit(.notExists, cursor, top, first)
      emitReadRow(cursor, first)
      try builder.emitNative(
        NativeCall("apply schema row") { _, registers throws(DatabaseError) in
          edit.apply(position, registers)
          return true
        }, registers: first)
      builder.emit(
        .makeRecord, first + 1, Self.schemaColumnCount, record,
        p4: try builder.affinityString(Self.schemaAffinities))
      builder.emit(.insert, cursor, record, first)
      builder.emit(.goto, 0, top)
      builder.place(done)
      builder.emit(.close, cursor)
    }
  }

  /// r[first] = rowid, then the five columns.
  private mutating func emitReadRow(_ cursor: Int32, _ first: Int32) {
    builder.emit(.rowID, cursor, first)
    for column in 0..<Self.schemaColumnCount { builder.emit(.column, cursor, column, first + 1 + column) }
  }
}
