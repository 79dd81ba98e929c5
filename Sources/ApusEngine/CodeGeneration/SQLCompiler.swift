import ApusSQL

/// From SQL text to a program: parser, binder, planner, code generator. The one that connections use.
public struct SQLCompiler: StatementCompiler {
  public init() {}

  public func compile(
    _ sql: UnsafeBufferPointer<UInt8>, connection: Connection
  ) throws(DatabaseError) -> CompiledStatement {
    // Taken, not borrowed: compiling may compile again, to read a schema.
    let memory = connection.compilerMemory ?? CompilerMemory()
    connection.compilerMemory = nil
    defer { if sql.count <= CompilerMemory.keptLength { connection.compilerMemory = memory } }
    let parsed: ParsedStatement?
    do throws(SyntaxError) {
      parsed = try memory.parse(sql, limits: connection.parserLimits)
    } catch {
      throw DatabaseError(.error, error.message, sqlOffset: error.offset)
    }
    guard let parsed else { return CompiledStatement(program: nil, tail: sql.count) }
    do throws(DatabaseError) {
      let program = try compile(parsed, memory: memory, input: sql, connection: connection)
      return CompiledStatement(
        program: program, tail: parsed.next, isCacheable: Self.isCacheable(parsed))
    } catch {
      throw error.moved(by: parsed.start)
    }
  }

  /// (What EXPLAIN tells is not looked at again when it runs.)
  private static func isCacheable(_ parsed: ParsedStatement) -> Bool {
    guard parsed.explanation == .none else { return false }
    switch parsed.statement {
    case .select, .insert, .update, .delete: return true
    default: return false
    }
  }

  private func compile(
    _ parsed: ParsedStatement, memory: CompilerMemory, input: UnsafeBufferPointer<UInt8>,
    connection: Connection
  ) throws(DatabaseError) -> Program {
    let program = try compileStatement(parsed, memory: memory, input: input, connection: connection)
    guard parsed.explanation != .none, program.explain == .none else { return program }
    program.explain = Program.ExplainMode(parsed.explanation)
    return program
  }

  private func compileStatement(
    _ parsed: ParsedStatement, memory: CompilerMemory, input: UnsafeBufferPointer<UInt8>,
    connection: Connection
  ) throws(DatabaseError) -> Program {
    let ast = memory.ast
    if connection.authorizer != nil, try ignores(parsed.statement, ast: ast, connection: connection) {
      return single(.noop, 0, 0, 0)
    }
    switch parsed.statement {
    case .begin(let kind):
      let mode: Int32 =
        switch kind {
        case .unspecified, .deferred: 0
        case .immediate: 1
        case .exclusive: 2
        }
      return single(.autoCommit, 0, 0, mode)
    case .commit: return single(.autoCommit, 1, 0, 0)
    case .rollback: return single(.autoCommit, 1, 1, 0)
    case .savepoint(let name): return try savepoint(0, ast.string(name))
    case .release(let name): return try savepoint(1, ast.string(name))
    case .rollbackTo(let name): return try savepoint(2, ast.string(name))
    default: break
    }
    if case .pragma(let statement) = parsed.statement, PragmaCompiler.needsNoFile(statement, ast: ast) {
      return try PragmaCompiler.compile(statement, ast: ast, catalogs: CatalogSet([]))
    }
    let catalogs: CatalogSet
    var unreadable: DatabaseError?
    let hasReadSchema = connection.hasReadSchema
    do throws(DatabaseError) {
      catalogs = try connection.loadCatalogs()
    } catch  where SchemalessStatements.contains(parsed.statement, ast, hasReadSchema: hasReadSchema) {
      unreadable = error
      catalogs = connection.catalogsWithoutObjects()
    } catch {
      // As in SQLite, where it is found out while VACUUM runs, it does not say what is wrong with the schema.
      if case .vacuum = parsed.statement, error.code == .corrupt {
        throw DatabaseError(.corrupt, "database disk image is malformed")
      }
      throw error
    }
    if case .pragma(let statement) = parsed.statement {
      return try PragmaCompiler.compile(statement, ast: ast, catalogs: catalogs)
    }
    var context = CompilationContext.take(
      from: memory, catalogs: catalogs, encoding: connection.encoding, connection: connection)
    if let authorizer = connection.authorizer {
      context.authorization = Authorization(authorizer, connection, catalogs)
    }
    context.wantsQueryPlan = parsed.explanation == .queryPlan
    context.recursiveTriggers = connection.settings.recursiveTriggers
    context.enforcesForeignKeys = connection.settings.foreignKeys
    context.defersForeignKeys = connection.settings.deferForeignKeys
    context.plannerOptions.reversesUnordered = connection.settings.reverseUnorderedSelects
    context.plannerOptions.makesAutomaticIndexes = connection.settings.automaticIndex
    context.optimizations = Optimizations.all.subtracting(connection.settings.disabledOptimizations)
    context.isLikeCaseSensitive = connection.environment.caseSensitiveLike
    context.ignoresChecks = connection.settings.ignoresCheckConstraints
    context.writableSchema = connection.settings.writableSchema
    context.countsChanges = connection.settings.countChanges
    if connection.settings.fullColumnNames {
      context.columnNaming = connection.settings.shortColumnNames ? .fullUnlessStar : .full
    } else if !connection.settings.shortColumnNames {
      context.columnNaming = .asWritten
    }
    context.parameterNames = memory.parameterNamesOfTree()
    switch parsed.statement {
    case .select(let id):
      do throws(DatabaseError) {
        let program = try compileSelect(id, ast: ast, context: context)
        CompilationContext.giveBack(&context)
        return program
      } catch {
        // (`x IN name` is the one way to a table that is no member of a FROM clause.)
        if let unreadable, error.message.hasPrefix("no such table") { throw unreadable }
        throw error
      }
    case .insert(let statement):
      return try ModificationCompiler.compileInsert(statement, ast: ast, context: context)
    case .update(let statement):
      return try ModificationCompiler.compileUpdate(statement, ast: ast, context: context)
    case .delete(let statement):
      return try ModificationCompiler.compileDelete(statement, ast: ast, context: context)
    case .attach(let file, let schema, let key):
      return try AttachCompiler(ast: ast, context: context)
        .compileAttach(file: file, schema: schema, key: key)
    case .detach(let schema):
      return try AttachCompiler(ast: ast, context: context).compileDetach(schema)
    case .vacuum(let schema, let into):
      return try VacuumCompiler.compile(schema: schema, into: into, ast: ast, context: context)
    default:
      var schema = SchemaCompiler(
        ast: ast, catalogs: catalogs, lookup: connection.statementLookup,
        text: SchemaCompiler.statementText(of: parsed, in: input), hooks: SchemaExpressions.hooks(context))
      schema.allowsReservedNames = context.writableSchema
      schema.authorization = context.authorization
      var check = context.authorization.map { SchemaAuthorization(schema, $0) }
      if try check?.ignores(parsed.statement) ?? false { return single(.noop, 0, 0, 0) }
      schema.tablesLeftOut = check?.tablesLeftOut ?? [:]
      if case .createTable(let statement) = parsed.statement, case .select(let id) = statement.body {
        let program = try compileCreateTableAs(statement, id, schema, ast: ast, context: context)
        if try check?.ignoresEnd(of: parsed.statement) ?? false { return single(.noop, 0, 0, 0) }
        return program
      }
      guard let program = try schema.compile(parsed.statement) else {
        throw DatabaseError(.internal, "a statement that nothing compiles")
      }
      if try check?.ignoresEnd(of: parsed.statement) ?? false { return single(.noop, 0, 0, 0) }
      return program
    }
  }

  /// Whether the authorizer leaves out a statement that is about no table.
  private func ignores(
    _ statement: Statement, ast: AST, connection: Connection
  ) throws(DatabaseError) -> Bool {
    guard let authorizer = connection.authorizer else { return false }
    var catalogs = CatalogSet([])
    if case .pragma(let pragma) = statement, pragma.schema != nil { catalogs = try connection.loadCatalogs() }
    let authorization = Authorization(authorizer, connection, catalogs)
    switch statement {
    // What they begin with is known before the rows are parsed.
    case .createTrigger, .createTable: break
    default: try authorization.checkRows(in: ast)
    }
    switch statement {
    case .begin: return try authorization.ignores(.transaction, "BEGIN")
    case .commit: return try authorization.ignores(.transaction, "COMMIT")
    case .rollback: return try authorization.ignores(.transaction, "ROLLBACK")
    case .savepoint(let name): return try authorization.ignores(.savepoint, "BEGIN", ast.string(name))
    case .release(let name): return try authorization.ignores(.savepoint, "RELEASE", ast.string(name))
    case .rollbackTo(let name): return try authorization.ignores(.savepoint, "ROLLBACK", ast.string(name))
    case .pragma(let pragma):
      let database = pragma.schema.flatMap { catalogs.database(named: ast.string($0)) }
      return try authorization.ignores(
        .pragma, ast.string(pragma.name), PragmaCompiler.argument(pragma, ast).text, database: database)
    default: return false
    }
  }

  private func single(_ opcode: Opcode, _ p1: Int32, _ p2: Int32, _ p3: Int32) -> Program {
    var builder = ProgramBuilder()
    builder.emit(.`init`, 0, 1)
    builder.emit(opcode, p1, p2, p3)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  private func savepoint(_ operation: Int32, _ name: String) throws(DatabaseError) -> Program {
    var builder = ProgramBuilder()
    builder.emit(.`init`, 0, 1)
    builder.emit(.savepoint, operation, 0, 0, p4: try builder.constantP4(.text(Array(name.utf8))))
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  // MARK: Queries

  private func compileSelect(
    _ id: SelectID, ast: AST, context: CompilationContext
  ) throws(DatabaseError) -> Program {
    let binder = Binder(ast: ast, context: context)
    var query: BoundQuery
    do throws(DatabaseError) {
      guard let bound = try binder.bindStatementQuery(id) else { return single(.noop, 0, 0, 0) }
      query = bound
    } catch {
      throw binder.missingTableFirst(of: id, else: error)
    }
    let generator = CodeGenerator.take(for: context)
    try generator.generate(query) { first, count throws(DatabaseError) in
      generator.builder.emit(.resultRow, first, Int32(count))
    }
    var columns: [ResultColumn] = []
    columns.reserveCapacity(query.columns.count)
    if context.columnNaming == .short {
      for index in query.columns.indices { columns.append(query.columns[index].description) }
    } else {
      for column in query.columns { columns.append(column.result(context.columnNaming)) }
    }
    let program = try generator.finish(columns: columns)
    generator.giveBack()
    if let memory = context.memory { BoundQuery.giveBack(&query, to: memory) }
    return program
  }

  /// CREATE TABLE AS: the query's rows wait in a temporary table until the new table exists.
  private func compileCreateTableAs(
    _ statement: CreateTableStatement, _ id: SelectID, _ schema: SchemaCompiler, ast: AST,
    context: CompilationContext
  ) throws(DatabaseError) -> Program {
    let binder = Binder(ast: ast, context: context)
    var bound: BoundQuery?
    return try schema.compileCreateTableAs(statement) { () throws(DatabaseError) in
      let query: BoundQuery
      do throws(DatabaseError) {
        query = try binder.bindQuery(id, parent: nil)
      } catch {
        throw binder.missingTableFirst(of: id, else: error)
      }
      binder.requireCollations(of: query)
      if let error = context.callError ?? context.lateError { throw error }
      bound = query
      return Binder.sourceColumns(query.columns, names: [], isResolved: true).map {
        SchemaCompiler.QueryColumn(name: $0.name, affinity: $0.affinity)
      }
    } emitRows: { builder, cursor, columns throws(DatabaseError) in
      guard let query = bound else { return }
      let generator = CodeGenerator(context: context)
      generator.borrowsColumns = false
      generator.adopt(&builder)
      // (What has never been written holds nothing to read.)
      for (index, entry) in context.catalogs.entries.enumerated()
      where index != 1 || entry.catalog.schemaCookie != 0 {
        generator.builder.emit(
          .transaction, Int32(index), 0, Int32(bitPattern: entry.catalog.schemaCookie), p5: 0)
      }
      let record = generator.newRegister()
      let rowID = generator.newRegister()
      let letters = try generator.builder.affinityString(
        columns.enumerated().map {
          query.keepsReals($0.offset) ? Affinity.blob.rawValue : $0.element.affinity.rawValue
        })
      try generator.generate(query) { first, count throws(DatabaseError) in
        generator.builder.emit(.makeRecord, first, Int32(count), record, p4: letters)
        generator.builder.emit(.newRowID, cursor, rowID)
        generator.builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
      }
      generator.builder.parameterNames = context.parameterNames
      generator.giveBack(&builder)
    }
  }
}

extension DatabaseError {
  /// The same error with its place in the text counted from an earlier start.
  func moved(by distance: Int) -> DatabaseError {
    guard distance != 0, let offset = sqlOffset else { return self }
    return DatabaseError(
      code, message, page: page, pageOffset: pageOffset, sqlOffset: offset + distance,
      constraint: constraint, systemError: systemError, detail: detail)
  }
}

extension Program.ExplainMode {
  init(_ explanation: Explanation) {
    switch explanation {
    case .none: self = .none
    case .program: self = .program
    case .queryPlan: self = .queryPlan
    }
  }
}
