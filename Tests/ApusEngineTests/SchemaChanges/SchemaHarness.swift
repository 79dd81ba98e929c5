import ApusSQL

@testable import ApusEngine

/// A database in memory that DDL, pragmas and hand-made inserts run on: what the catalog layer compiles, and nothing
/// else.
final class SchemaHarness {
  let connection: Connection

  init(connection: Connection) throws { self.connection = connection }

  init(_ statements: String...) throws {
    connection = try makeTestConnection()
    for statement in statements { try run(statement) }
  }

  func compile(_ sql: String) throws -> Program? {
    var ast = AST()
    var parser = Parser()
    guard let parsed = try parser.parseStatement(sql, into: &ast) else { return nil }
    let catalogs = try connection.loadCatalogs()
    if case .pragma(let pragma) = parsed.statement {
      return try PragmaCompiler.compile(pragma, ast: ast, catalogs: catalogs)
    }
    let text = Array(sql.utf8).withUnsafeBufferPointer {
      SchemaCompiler.statementText(of: parsed, in: $0)
    }
    return try SchemaCompiler(ast: ast, catalogs: catalogs, lookup: CatalogFixture.lookup, text: text)
      .compile(parsed.statement)
  }

  /// Rows as text, columns joined by bars.
  @discardableResult
  func run(_ sql: String) throws -> [String] {
    guard let program = try compile(sql) else { return [] }
    return try rows(of: program, columnCount: program.columns.count)
  }

  func rows(of program: Program, columnCount: Int) throws -> [String] {
    let machine = VirtualMachine(program: program, connection: connection)
    defer { machine.reset() }
    var rows: [String] = []
    while try machine.step() {
      rows.append((0..<columnCount).map { Self.text(machine.row[$0]) }.joined(separator: "|"))
    }
    return rows
  }

  /// The message of the error that a statement ends with.
  func message(_ sql: String) -> String? {
    do {
      try run(sql)
      return nil
    } catch let error as DatabaseError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  private static func text(_ cell: Cell) -> String {
    switch cell.tag {
    case .null: "NULL"
    case .integer: "\(cell.integer)"
    case .real: "\(cell.real)"
    case .text, .blob: String(decoding: cell.bytes, as: UTF8.self)
    }
  }

  /// The schema table: type|name|tbl_name|rootpage|sql.
  func schema(database: Int = 0) throws -> [String] {
    try scan(root: 1, database: database, columns: 5, keyInfo: nil)
  }

  /// Every record of a tree.
  func scan(
    root: PageNumber, database: Int = 0, columns: Int, keyInfo: [KeyInfo.Field]?
  ) throws -> [String] {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    let cursor = builder.newCursor()
    let first = builder.newRegisters(columns)
    builder.emit(.transaction, Int32(database), 0)
    let key = try keyInfo.map { try builder.keyInfo($0, encoding: .utf8) } ?? Instruction.noP4
    builder.emit(.openRead, cursor, Int32(root), Int32(database), p4: key)
    let end = builder.newLabel()
    builder.emit(.rewind, cursor, end.placeholder)
    let top = builder.address
    for column in 0..<Int32(columns) { builder.emit(.column, cursor, column, first + column) }
    builder.emit(.resultRow, first, Int32(columns))
    builder.emit(.next, cursor, top)
    builder.place(end)
    builder.emit(.halt, 0, 0, -1)
    return try rows(of: builder.finish(), columnCount: columns)
  }

  /// Appends records to a table tree without touching its indexes.
  func insert(root: PageNumber, _ records: [[ProgramBuilder.Constant]]) throws {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    builder.isWrite = true
    let cursor = builder.newCursor()
    builder.emit(.transaction, 0, 1)
    builder.emit(.openWrite, cursor, Int32(root), 0)
    for values in records {
      let first = builder.newRegisters(values.count)
      let record = builder.newRegister()
      let rowID = builder.newRegister()
      for (offset, value) in values.enumerated() {
        if value == .null {
          builder.emit(.null, 0, first + Int32(offset))
        } else {
          builder.emit(.constant, builder.constant(value), first + Int32(offset))
        }
      }
      builder.emit(.newRowID, cursor, rowID)
      builder.emit(.makeRecord, first, Int32(values.count), record)
      builder.emit(.insert, cursor, record, rowID)
    }
    builder.emit(.halt, 0, 0, -1)
    _ = try rows(of: builder.finish(), columnCount: 0)
  }

  /// Removes the first entry of an index.
  func deleteFirstEntry(of name: String) throws {
    let index = try connection.loadCatalogs().requireIndex(name)
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    builder.isWrite = true
    let cursor = builder.newCursor()
    builder.emit(.transaction, 0, 1)
    builder.emit(
      .openWrite, cursor, Int32(index.rootPage), 0,
      p4: try builder.keyInfo(index.keyFields, encoding: .utf8))
    let end = builder.newLabel()
    builder.emit(.rewind, cursor, end.placeholder)
    builder.emit(.delete, cursor)
    builder.place(end)
    builder.emit(.halt, 0, 0, -1)
    _ = try rows(of: builder.finish(), columnCount: 0)
  }

  func indexEntries(_ name: String) throws -> [String] {
    let index = try connection.loadCatalogs().requireIndex(name)
    return try scan(
      root: index.rootPage, columns: index.storedColumns.count, keyInfo: index.keyFields)
  }
}

extension ProgramBuilder.Constant: ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral
{
  public init(stringLiteral value: String) { self = .text(Array(value.utf8)) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
}
