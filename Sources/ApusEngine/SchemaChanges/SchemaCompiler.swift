import ApusSQL

/// Compiles the statements that change a schema: CREATE and DROP of tables, indexes, views and triggers, and REINDEX.
///
/// One file per kind of statement; `SchemaProgram` has what they share.
public struct SchemaCompiler {
  let ast: AST
  let catalogs: CatalogSet
  /// With functions and collations of the connection; `isStrict` is set.
  let lookup: SchemaLookup
  /// The statement from its first token up to its semicolon, comments behind the last token included.
  let text: [UInt8]
  let hooks: SchemaCompilerHooks

  /// - Parameters:
  ///   - text: see `statementText(of:in:)`.
  ///   - lookup: what CHECK constraints and the like may use.
  ///   - hooks: the expression compiler, for expression indexes.
  /// `PRAGMA writable_schema`: names that begin with sqlite_ are like others.
  var allowsReservedNames = false
  /// Tables that the authorizer does not let ANALYZE look at, in lower case, by database.
  var tablesLeftOut: [Int: Set<String>] = [:]
  /// Asks the connection's authorizer for the indexes that REINDEX fills; nil without one.
  var authorization: Authorization?

  public init(
    ast: AST, catalogs: CatalogSet, lookup: SchemaLookup, text: [UInt8],
    hooks: SchemaCompilerHooks = SchemaCompilerHooks()
  ) {
    self.ast = ast
    self.catalogs = catalogs
    var lookup = lookup
    lookup.isStrict = true
    self.lookup = lookup
    self.text = text
    self.hooks = hooks
  }

  /// The bytes of a statement up to its semicolon, which is what SQLite keeps of CREATE INDEX and CREATE VIEW: a
  /// comment behind the last token belongs to it.
  public static func statementText(
    of parsed: ParsedStatement, in input: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    guard parsed.start >= 0, parsed.start <= parsed.end, parsed.end <= input.count else { return [] }
    var end = min(max(parsed.next, parsed.end), input.count)
    if end > parsed.end, input[end - 1] == 0x3b {
      end -= 1
    } else {
      end = input[parsed.end...].firstIndex(of: 0) ?? input.count
    }
    return Array(input[parsed.start..<end])
  }

  /// The program of a schema-changing statement; nil for other statements and for CREATE TABLE AS, which
  /// `compileCreateTableAs` makes.
  /// - Throws: SQLite's error for what is wrong with the statement.
  public func compile(_ statement: Statement) throws(DatabaseError) -> Program? {
    switch statement {
    case .createTable(let statement):
      if case .select = statement.body { return nil }
      return try compile(statement)
    case .createIndex(let statement): return try compile(statement)
    case .createView(let statement): return try compile(statement)
    case .createTrigger(let statement): return try compile(statement)
    case .drop(let statement): return try compile(statement)
    case .reindex(let schema, let name): return try compileReindex(schema: schema, name: name)
    case .createVirtualTable(let statement): return try compile(statement)
    case .alterTable(let statement): return try compile(statement)
    case .analyze(let schema, let name):
      return try AnalyzeCompiler(ast: ast, catalogs: catalogs, leftOut: tablesLeftOut)
        .compile(schema: schema, name: name)
    default: return nil
    }
  }

  // MARK: Names

  /// A name as it stands in the statement, quotes included: how SQLite's messages show it.
  func written(_ name: Name) -> String {
    let source = ast.string(name.range)
    return source.isEmpty ? ast.string(name) : source
  }

  /// The database of an object to be created.
  func database(_ schema: Name?) throws(DatabaseError) -> Int {
    guard let schema else { return 0 }
    guard let found = catalogs.database(named: ast.string(schema)) else {
      throw DatabaseError(
        .error, "unknown database \(written(schema))", sqlOffset: Int(schema.range.start))
    }
    return found
  }

  /// - Throws: "object name reserved for internal use: sqlite_x".
  func refuseReservedName(_ name: String) throws(DatabaseError) {
    if !allowsReservedNames, name.hasPrefixIgnoringCase("sqlite_") {
      throw DatabaseError(.error, "object name reserved for internal use: \(name)")
    }
  }

  /// Whether the name of a new table or view is in use and IF NOT EXISTS forgives it.
  func isTaken(_ name: Name, database: Int, ifNotExists: Bool) throws(DatabaseError) -> Bool {
    let text = ast.string(name)
    let schema = catalogs.name(ofDatabase: database)
    if let relation = catalogs.findRelation(text, schema: schema) {
      if ifNotExists { return true }
      let kind: String
      if case .view = relation { kind = "view" } else { kind = "table" }
      throw DatabaseError(
        .error, "\(kind) \(written(name)) already exists", sqlOffset: Int(name.range.start))
    }
    if catalogs[database]?.indexes[text.lowercasedASCII] != nil {
      throw DatabaseError(.error, "there is already an index named \(text)")
    }
    return false
  }

  /// - Throws: "view v cannot reference objects in database x", unless the object is a temporary one.
  func refuseForeignReferences(
    _ references: [TableReferences.Reference], kind: String, name: Name, database: Int
  ) throws(DatabaseError) {
    guard database != 1 else { return }
    for reference in references {
      guard let schema = reference.schema.map({ ast.string($0) }) else { continue }
      if catalogs.database(named: schema) != database {
        throw DatabaseError(
          .error, "\(kind) \(written(name)) cannot reference objects in database \(schema)",
          sqlOffset: Int(name.range.start))
      }
    }
  }

  /// A program that only makes sure that the schema is still the one that made the statement unnecessary.
  func emptyProgram(database: Int) -> Program {
    var builder = ProgramBuilder()
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    if let catalog = catalogs[database] {
      builder.emit(
        .transaction, Int32(truncatingIfNeeded: database), 0, Int32(bitPattern: catalog.schemaCookie), p5: 1)
    }
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  // MARK: Text for the schema table

  /// From a name to the end of the statement's last token.
  func storedText(_ prefix: String, from name: Name) -> String {
    prefix + String(decoding: ast.source.dropFirst(Int(name.range.start)), as: UTF8.self)
  }

  /// From a name to the semicolon.
  func storedTextToSemicolon(_ prefix: String, from name: Name) -> String {
    let source = text.isEmpty ? ast.source : text
    return prefix + String(decoding: source.dropFirst(Int(name.range.start)), as: UTF8.self)
  }
}

/// What the schema compiler asks of the expression compiler.
public struct SchemaCompilerHooks: Sendable {
  /// What an index key or partial index condition is computed from: a table cursor on a row.
  public struct Row {
    public var table: TableDefinition
    public var cursor: Int32
    /// What the expression is of the schema.
    var place = SchemaExpressionCheck.Place.index
  }

  /// Emits code that puts an expression of `ast` (index key, generated column) into `register`.
  public typealias EmitExpression =
    @Sendable (
      _ builder: inout ProgramBuilder, _ expression: ExprID, _ ast: AST, _ row: Row, _ register: Int32
    ) throws(DatabaseError) -> Void
  /// Emits code that jumps to `label` unless a condition of `ast` holds.
  public typealias EmitJumpUnless =
    @Sendable (
      _ builder: inout ProgramBuilder, _ condition: ExprID, _ ast: AST, _ row: Row,
      _ label: ProgramBuilder.Label
    ) throws(DatabaseError) -> Void

  public var emitExpression: EmitExpression?
  public var emitJumpUnless: EmitJumpUnless?
  /// Whether a name that no schema has is a table that a module is by itself.
  var isEponymousTable: @Sendable (_ name: String) -> Bool = { _ in false }
  /// PRAGMA foreign_keys.
  var enforcesForeignKeys = false
  /// Makes sure that a virtual table can be reached, which DROP TABLE needs.
  var connectVirtualTable: (@Sendable (VirtualTableDefinition) throws(DatabaseError) -> Void)?
  /// Emits the DELETE that DROP TABLE implies while foreign keys are enforced.
  var emitImplicitDelete:
    (@Sendable (_ builder: inout ProgramBuilder, _ table: TableDefinition) throws(DatabaseError) -> Void)?

  public init(emitExpression: EmitExpression? = nil, emitJumpUnless: EmitJumpUnless? = nil) {
    self.emitExpression = emitExpression
    self.emitJumpUnless = emitJumpUnless
  }
}
