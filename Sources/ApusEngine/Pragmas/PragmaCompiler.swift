import ApusSQL

/// Compiles PRAGMA statements. A pragma's program is a native call that gathers all rows into a register, and a
/// loop that takes them out again one by one.
public enum PragmaCompiler {
  /// A setting of the connection, for all databases: works also while no database can be read (it is locked by another process, say, and
  /// the setting is how long to wait).
  static func needsNoFile(_ statement: PragmaStatement, ast: AST) -> Bool {
    statement.schema == nil && PragmaRegistry.isSetting(ast.string(statement.name))
  }

  /// The program of a parsed PRAGMA statement.
  /// - Throws: "unknown database x".
  public static func compile(
    _ statement: PragmaStatement, ast: AST, catalogs: CatalogSet
  ) throws(DatabaseError) -> Program {
    let (argument, isNumber) = argument(statement, ast)
    return try compile(
      schema: statement.schema.map { ast.string($0) }, name: ast.string(statement.name), argument: argument,
      isArgumentNumber: isNumber,
      catalogs: catalogs, schemaOffset: statement.schema.map { Int($0.range.start) })
  }

  /// The text behind a pragma's `=` or in its parentheses.
  static func argument(_ statement: PragmaStatement, _ ast: AST) -> (text: String?, isNumber: Bool) {
    switch statement.value {
    case .none: (nil, false)
    case .name(let name, _): (ast.string(name), false)
    case .number(let text, let negative, _): ((negative ? "-" : "") + ast.string(text), true)
    }
  }

  /// The program of `PRAGMA [schema.]name [= argument]`. A pragma that is not known does nothing and has no columns,
  /// as in SQLite.
  public static func compile(
    schema: String?, name: String, argument: String?, isArgumentNumber: Bool = false, catalogs: CatalogSet,
    schemaOffset: Int? = nil
  ) throws(DatabaseError) -> Program {
    var database = 0
    if let schema {
      database = try catalogs.requireDatabase(named: schema, sqlOffset: schemaOffset)
    }
    var builder = ProgramBuilder()
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    guard let definition = PragmaRegistry.definition(named: name) else {
      builder.emit(.halt, 0, 0, -1)
      return builder.finish()
    }
    let call = PragmaCall(
      schemaName: schema, database: database, argument: argument, isArgumentNumber: isArgumentNumber)
    emitTransactions(definition, call, catalogs, &builder)
    if let piece = definition.piece {
      try emitPieces(piece, definition, call, &builder)
      builder.emit(.halt, 0, 0, -1)
      return builder.finish()
    }
    let answers = !definition.columns.isEmpty && (argument == nil || definition.answersAssignment)
    let columnCount = definition.columns.count
    let body = definition.body
    // Registers: the encoded rows, the offset of the next one, then one row.
    let blob = builder.newRegister()
    let first = builder.newRegisters(1 + max(columnCount, 1)) + 1
    try builder.emitNative(
      NativeCall("pragma \(definition.name)") { connection, registers throws(DatabaseError) in
        var rows = PragmaRows(columnCount: columnCount)
        if call.database == 1 { connection.isTemporaryDatabaseOpen = true }
        try body(call, connection, &rows)
        rows.store(in: registers)
        return true
      }, registers: blob)
    if answers {
      builder.columns = definition.columns.map { ResultColumn(name: $0) }
      let end = builder.newLabel()
      let top = builder.address
      try builder.emitNative(
        NativeCall("next pragma row") { _, registers throws(DatabaseError) in
          PragmaRows.loadNext(columnCount: columnCount, from: registers)
        }, registers: blob, elseJump: end.placeholder)
      builder.emit(.resultRow, first, Int32(truncatingIfNeeded: columnCount))
      builder.emit(.goto, 0, top)
      builder.place(end)
    }
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  /// One piece of the work after the other, each when the row of the one before is taken.
  private static func emitPieces(
    _ piece: @escaping PragmaDefinition.Piece, _ definition: PragmaDefinition, _ call: PragmaCall,
    _ builder: inout ProgramBuilder
  ) throws(DatabaseError) {
    let limit = call.argument.map { PragmaArgument.integer32($0) } ?? 0
    let left = builder.newRegister()
    builder.emit(.integer, limit > 0 ? limit : .max, left)
    let end = builder.newLabel()
    let top = builder.address
    try builder.emitNative(
      NativeCall("pragma \(definition.name)") { connection, _ throws(DatabaseError) in
        try piece(call, connection)
      }, registers: left, elseJump: end.placeholder)
    builder.emit(.resultRow, left, 0)
    builder.emit(.decrementJumpZero, left, end.placeholder)
    builder.emit(.goto, 0, top)
    builder.place(end)
  }

  private static func emitTransactions(
    _ definition: PragmaDefinition, _ call: PragmaCall, _ catalogs: CatalogSet,
    _ builder: inout ProgramBuilder
  ) {
    func emit(_ database: Int, write: Bool, checkSchema: Bool) {
      let cookie = catalogs[database]?.schemaCookie ?? 0
      builder.emit(
        .transaction, Int32(truncatingIfNeeded: database), write ? 1 : 0, Int32(bitPattern: cookie),
        p5: checkSchema ? 1 : 0)
      if write { builder.isWrite = true }
    }
    switch definition.needs {
    case .nothing:
      break
    case .schema:
      guard call.schemaName == nil else { return emit(call.database, write: false, checkSchema: true) }
      // Nobody else changes temp: what is known of it holds.
      for database in catalogs.entries.indices where database != 1 {
        emit(database, write: false, checkSchema: true)
      }
    case .readTransaction:
      emit(call.database, write: false, checkSchema: false)
    case .writeTransactionForArgument:
      emit(call.database, write: call.argument != nil, checkSchema: false)
    case .writeTransaction:
      emit(call.database, write: true, checkSchema: false)
    }
  }
}

/// All pragmas by lower-case name.
enum PragmaRegistry {
  static let groups: [[PragmaDefinition]] = [
    SchemaPragmas.all, ListPragmas.all, HeaderPragmas.all, StoragePragmas.all, JournalPragmas.all,
    SettingPragmas.all, MemoryPragmas.all, IntegrityPragmas.all,
    [OptimizePragma.definition],
  ]

  private static let byName: [String: PragmaDefinition] = {
    var table: [String: PragmaDefinition] = [:]
    for group in groups {
      for definition in group { table[definition.name] = definition }
    }
    return table
  }()

  static func definition(named name: String) -> PragmaDefinition? { byName[name.lowercasedASCII] }

  private static let settings = Set(SettingPragmas.all.map(\.name) + ["locking_mode", "database_list"])

  static func isSetting(_ name: String) -> Bool { settings.contains(name.lowercasedASCII) }

  static var sortedNames: [String] { byName.keys.sorted() }
}
