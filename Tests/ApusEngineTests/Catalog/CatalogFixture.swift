import ApusSQL

@testable import ApusEngine

/// Schemas for tests, made of CREATE statements without a file behind them.
enum CatalogFixture {
  static let statements = [
    "CREATE TABLE t(a,b)", "CREATE TABLE wr(a primary key,b) without rowid", "CREATE VIEW v as select 1 x",
    "CREATE INDEX i on t(a)", "CREATE TRIGGER tr after insert on t begin select 1; end",
  ]

  /// A row of the schema table for each statement, with roots from 2 on.
  static func rows(_ statements: [String]) throws -> [SchemaRow] {
    var root: UInt32 = 1
    return try statements.map { sql in
      var ast = AST()
      var parser = Parser()
      guard let parsed = try parser.parseStatement(sql, into: &ast) else {
        throw DatabaseError(.misuse, "no statement")
      }
      let type: String
      let name: Name
      var table: Name
      switch parsed.statement {
      case .createTable(let statement): (type, name, table) = ("table", statement.name, statement.name)
      case .createIndex(let statement): (type, name, table) = ("index", statement.name, statement.table)
      case .createView(let statement): (type, name, table) = ("view", statement.name, statement.name)
      case .createTrigger(let statement): (type, name, table) = ("trigger", statement.name, statement.table)
      case .createVirtualTable(let statement):
        (type, name, table) = ("table", statement.name, statement.name)
      default: throw DatabaseError(.misuse, "no CREATE statement")
      }
      var page: UInt32 = 0
      if type == "index" || type == "table", !sql.lowercased().contains("virtual table") {
        root += 1
        page = root
      }
      return SchemaRow(
        type: type, name: ast.string(name), tableName: ast.string(table), rootPage: .number(page),
        sql: Array(sql.utf8))
    }
  }

  static func catalog(
    _ statements: [String], database: Int = 0, name: String = "main",
    statistics: [StatisticsRow] = []
  ) throws -> Catalog {
    try CatalogLoader.load(
      CatalogLoader.Source(
        database: database, databaseName: name, schemaCookie: 1, rows: try rows(statements),
        statistics: statistics))
  }

  /// Main with these statements, an empty temp, and attached databases.
  static func set(
    _ main: [String] = statements, temp: [String] = [], attached: [(String, [String])] = []
  ) throws -> CatalogSet {
    var entries = [
      CatalogSet.Entry(name: "main", catalog: try catalog(main)),
      CatalogSet.Entry(name: "temp", catalog: try catalog(temp, database: 1, name: "temp")),
    ]
    for (offset, (name, statements)) in attached.enumerated() {
      entries.append(
        CatalogSet.Entry(
          name: name, catalog: try catalog(statements, database: offset + 2, name: name)))
    }
    return CatalogSet(entries)
  }

  /// Knows the functions that the cases use.
  static let lookup = SchemaLookup(
    isStrict: true, findCollation: { Collation.builtin(named: $0) },
    findFunction: { name, _ in
      switch name.lowercased() {
      case "random": .scalar(isDeterministic: false)
      case "sum", "count": .aggregate
      case "nosuch": .unknown
      default: .scalar(isDeterministic: true)
      }
    })

  static let hooks = SchemaCompilerHooks(
    emitExpression: { builder, _, _, _, register in builder.emit(.null, 0, register) },
    emitJumpUnless: { _, _, _, _, _ in })

  /// Compiles a schema-changing statement.
  static func compile(_ sql: String, in set: CatalogSet) throws -> Program? {
    var ast = AST()
    var parser = Parser()
    guard let parsed = try parser.parseStatement(sql, into: &ast) else { return nil }
    let text = Array(sql.utf8).withUnsafeBufferPointer {
      SchemaCompiler.statementText(of: parsed, in: $0)
    }
    return try SchemaCompiler(ast: ast, catalogs: set, lookup: lookup, text: text, hooks: hooks)
      .compile(parsed.statement)
  }

  /// The error that a statement meets, syntax errors included; nil when it compiles.
  static func message(_ sql: String, in set: CatalogSet) -> String? {
    do {
      _ = try compile(sql, in: set)
      return nil
    } catch let error as SyntaxError {
      return error.message
    } catch let error as DatabaseError {
      return error.message
    } catch {
      return "\(error)"
    }
  }
}
