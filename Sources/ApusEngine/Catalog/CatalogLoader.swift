import ApusSQL
import Synchronization

/// Makes a `Catalog` of the rows of a schema table.
///
/// Every row's CREATE statement is parsed and analysed with the rules that executed it once. What does not fit is
/// "malformed database schema (name) - reason"; names that nobody knows (collations, functions) are no damage.
public struct CatalogLoader: ~Copyable {
  public struct Source: Sendable {
    /// 0 main, 1 temp, 2… attached.
    public var database: Int
    public var databaseName: String
    public var schemaCookie: UInt32
    /// The schema format of the header: 0 for a new file, else 1…4.
    public var schemaFormat: UInt32
    public var encoding: TextEncoding
    /// Roots beyond it are damage; 0: not known.
    public var pageCount: UInt32
    /// In rowid order.
    public var rows: [SchemaRow]
    public var statistics: [StatisticsRow]
    public var samples: [SampleRow]
    /// `PRAGMA writable_schema`: leave out bad rows instead of failing.
    public var ignoresDamage: Bool
    /// The ALTER TABLE that has just changed the rows: what they say wrong is its error.
    public var alteration: SchemaAlteration?

    /// Formats below 4 ignore DESC in indexes; a new file gets format 4.
    var allowsDescending: Bool { schemaFormat == 0 || schemaFormat >= 4 }

    public init(
      database: Int, databaseName: String, schemaCookie: UInt32, schemaFormat: UInt32 = 4,
      encoding: TextEncoding = .utf8, pageCount: UInt32 = 0, rows: [SchemaRow],
      statistics: [StatisticsRow] = [], samples: [SampleRow] = [], ignoresDamage: Bool = false,
      alteration: SchemaAlteration? = nil
    ) {
      self.database = database
      self.databaseName = databaseName
      self.schemaCookie = schemaCookie
      self.schemaFormat = schemaFormat
      self.encoding = encoding
      self.pageCount = pageCount
      self.rows = rows
      self.statistics = statistics
      self.samples = samples
      self.ignoresDamage = ignoresDamage
      self.alteration = alteration
    }
  }

  private static let nextGeneration = Atomic<UInt64>(1)

  /// A number that no other catalog of this process has.
  public static func newGeneration() -> UInt64 {
    nextGeneration.wrappingAdd(1, ordering: .relaxed).oldValue
  }

  let source: Source
  let lookup: SchemaLookup
  private var parser = Parser()
  var tables: [String: CatalogDraft.Table] = [:]
  var tableOrder: [String] = []
  /// Names of indexes to the tables that hold them (lower case).
  var indexOwners: [String: String] = [:]
  var views: [String: ViewDefinition] = [:]
  var triggers: [String: TriggerDefinition] = [:]
  var triggersByTable: [String: [TriggerDefinition]] = [:]
  var virtualTables: [String: VirtualTableDefinition] = [:]

  private init(_ source: Source, lookup: SchemaLookup) {
    self.source = source
    self.lookup = lookup
  }

  /// Reads a schema.
  /// - Throws: `.corrupt` with SQLite's message when a row is damaged; `.error` for a schema format of the future.
  public static func load(
    _ source: Source, lookup: SchemaLookup = .lenient
  ) throws(DatabaseError) -> Catalog {
    guard source.schemaFormat <= 4 else { throw DatabaseError(.error, "unsupported file format") }
    var lenient = lookup
    lenient.isStrict = false
    var loader = CatalogLoader(source, lookup: lenient)
    loader.addSchemaTable()
    for row in source.rows {
      do throws(DatabaseError) {
        try loader.add(row)
      } catch {
        if !source.ignoresDamage { throw error }
      }
    }
    return loader.finish()
  }

  /// The catalog of a file without content.
  public static func empty(
    database: Int, databaseName: String, encoding: TextEncoding = .utf8
  ) -> Catalog {
    var loader = CatalogLoader(
      Source(
        database: database, databaseName: databaseName, schemaCookie: 0, schemaFormat: 0,
        encoding: encoding, rows: []), lookup: .lenient)
    loader.addSchemaTable()
    return loader.finish()
  }

  // MARK: Rows

  private mutating func add(_ row: SchemaRow) throws(DatabaseError) {
    guard row.rootPage != .null else { throw damaged(row) }
    guard let sql = row.sql, sql.count >= 2, sql[0] | 0x20 == 0x63, sql[1] | 0x20 == 0x72 else {
      guard let name = row.name, row.sql?.isEmpty ?? true else { throw damaged(row) }
      try addConstraintIndex(row, name: name)
      return
    }
    guard case .number(let root) = row.rootPage, source.pageCount == 0 || root <= source.pageCount else {
      throw damaged(row, "invalid rootpage")
    }
    var ast = AST()
    do throws(DatabaseError) {
      guard let statement = try parse(sql, into: &ast) else { throw Self.unexplained }
      try add(statement, ast: ast, row: row, root: root, sql: String(decoding: sql, as: UTF8.self))
    } catch {
      throw damaged(row, error.message)
    }
  }

  private mutating func parse(_ sql: [UInt8], into ast: inout AST) throws(DatabaseError) -> Statement? {
    var outcome: Result<ParsedStatement?, SyntaxError> = .success(nil)
    sql.withUnsafeBufferPointer { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parser.parseStatement(bytes, from: 0, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    switch outcome {
    case .success(let parsed): return parsed?.statement
    case .failure(let error): throw DatabaseError(.error, error.message, sqlOffset: error.offset)
    }
  }

  private mutating func add(
    _ statement: Statement, ast: AST, row: SchemaRow, root: UInt32, sql: String
  ) throws(DatabaseError) {
    switch statement {
    case .createTable(let table): try add(table, ast: ast, row: row, root: root, sql: sql)
    case .createIndex(let index): try add(index, ast: ast, row: row, root: root, sql: sql)
    case .createView(let view): try add(view, ast: ast, row: row, root: root, sql: sql)
    case .createTrigger(let trigger): try add(trigger, ast: ast, row: row, sql: sql)
    case .createVirtualTable(let table): try add(table, ast: ast, row: row, sql: sql)
    default: throw Self.unexplained
    }
  }

  /// A row that contradicts its own statement: the message names the object and no reason.
  static let unexplained = DatabaseError(.error, "")

  func damaged(_ row: SchemaRow, _ reason: String = "") -> DatabaseError {
    if let alteration = source.alteration {
      return DatabaseError(
        .error, "error in \(row.type ?? "?") \(row.name ?? "?") after \(alteration.title): \(reason)")
    }
    let title = "malformed database schema (\(row.name ?? "?"))"
    let message = reason.isEmpty ? title : "\(title) - \(reason)"
    return DatabaseError(.corrupt, message, page: row.place?.page, pageOffset: row.place?.offset)
  }

  /// The columns of the row must say what the statement says, and the statement may not name a schema.
  func checkRow(
    _ row: SchemaRow, type: String, name: String, tableName: String, schema: Name?
  ) throws(DatabaseError) {
    guard schema == nil else {
      throw DatabaseError(.corrupt, "corrupt database", page: row.place?.page, pageOffset: row.place?.offset)
    }
    guard let rowType = row.type, rowType.equalsIgnoringCase(type),
      let rowName = row.name, rowName.equalsIgnoringCase(name),
      let rowTable = row.tableName, rowTable.equalsIgnoringCase(tableName)
    else { throw Self.unexplained }
  }
}
