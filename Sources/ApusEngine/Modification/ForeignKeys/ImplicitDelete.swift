import ApusSQL

/// The DELETE that DROP TABLE implies while foreign keys are enforced (https://www.sqlite.org/foreignkeys.html §5): it fires
/// no triggers of the table, but carries out foreign key actions and fails if it leaves immediate violations.
enum ImplicitDelete {
  /// Emits it into the program of a DROP TABLE; nothing where no foreign key is concerned.
  static func emit(
    into builder: inout ProgramBuilder, of table: TableDefinition, _ context: CompilationContext
  ) throws(DatabaseError) {
    guard let keys = TableForeignKeys(table, context) else { return }
    let isParent = !keys.incoming.isEmpty
    // Rows of a child take only deferred violations away with them.
    let hasDeferred = context.defersForeignKeys || keys.outgoing.contains { $0.definition.isDeferred }
    guard isParent || hasDeferred else { return }
    _ = try context.authorization?.ignores(.delete, table.name, database: table.database)
    let generator = CodeGenerator(context: context)
    generator.borrowsColumns = false
    generator.adopt(&builder)
    try emit(table, generator, isParent: isParent)
    generator.giveBack(&builder)
  }

  private static func emit(
    _ table: TableDefinition, _ generator: CodeGenerator, isParent: Bool
  ) throws(DatabaseError) {
    let begin = generator.builder.newLabel()
    let body = generator.builder.newLabel()
    let end = generator.builder.newLabel()
    generator.builder.emit(.goto, 0, begin.placeholder)
    generator.builder.place(body)
    if !isParent { generator.builder.emit(.foreignKeyIfZero, 1, end.placeholder) }
    let firstCursor = Int32(truncatingIfNeeded: generator.builder.cursorCount)
    try emitRows(table, generator)
    for cursor in firstCursor..<Int32(truncatingIfNeeded: generator.builder.cursorCount) {
      generator.builder.emit(.close, cursor)
    }
    if !generator.context.defersForeignKeys {
      // Before the schema changes.
      generator.builder.emit(.foreignKeyIfZero, 0, end.placeholder)
      generator.builder.emit(
        .halt, ResultCode.constraintForeignKey.rawValue, Int32(ConflictAction.abort.rawValue), -1,
        p4: try generator.builder.violation(ConstraintViolation(kind: .foreignKey, table: table.name)))
    } else {
      generator.builder.emit(.goto, 0, end.placeholder)
    }
    generator.builder.place(begin)
    // Triggers of child tables may use other databases.
    for database in generator.readDatabases.union(generator.writtenDatabases).numbers
    where database != table.database {
      generator.builder.emit(
        .transaction, Int32(truncatingIfNeeded: database),
        generator.writtenDatabases.contains(database) ? 1 : 0,
        Int32(bitPattern: generator.context.catalogs.schemaCookie(database: database)), p5: 1)
    }
    generator.builder.emit(.goto, 0, body.placeholder)
    generator.builder.place(end)
  }

  private static func emitRows(
    _ table: TableDefinition, _ generator: CodeGenerator
  ) throws(DatabaseError) {
    let context = generator.context
    let statement = ModificationStatement(
      generator: generator, binder: Binder(ast: AST(), context: context), pool: TriggerPool(root: generator),
      conflict: .unspecified)
    statement.isTableDrop = true
    let source = BoundSource(
      .table(table), name: table.name, schema: context.catalogs.name(ofDatabase: table.database),
      columns: table.sourceColumns)
    let writer = TableWriter(statement, table)
    let begin = generator.builder.newLabel()
    let rows = generator.builder.newLabel()
    let end = generator.builder.newLabel()
    generator.builder.emit(.goto, 0, begin.placeholder)
    generator.builder.place(rows)
    let visit = try RowVisit(statement, source, writer, filter: [], allowsMany: false)
    try visit.emit(isWritten: { _ in true }) { key, _ throws(DatabaseError) in
      try writer.emitDelete(key, TableWriter.Deletion(isPositioned: true, countsChange: true))
    }
    try statement.emitEnd()
    generator.builder.emit(.goto, 0, end.placeholder)
    generator.builder.place(begin)
    statement.pool.emitCounterBegins()
    generator.builder.emit(.goto, 0, rows.placeholder)
    generator.builder.place(end)
  }
}
