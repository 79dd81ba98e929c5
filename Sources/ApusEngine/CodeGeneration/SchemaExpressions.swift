import ApusSQL

/// What the schema compiler borrows from expression compilation: keys of expression indexes and conditions of partial indexes, computed from a
/// table row under a cursor.
enum SchemaExpressions {
  static func hooks(_ context: CompilationContext) -> SchemaCompilerHooks {
    let box = ContextBox(context)
    var hooks = SchemaCompilerHooks(
      emitExpression: { builder, id, ast, row, register throws(DatabaseError) in
        try box.generate(&builder, id, ast, row) { generator, expression throws(DatabaseError) in
          try generator.emit(expression, into: register)
        }
      },
      emitJumpUnless: { builder, id, ast, row, label throws(DatabaseError) in
        try box.generate(&builder, id, ast, row) { generator, expression throws(DatabaseError) in
          // To a CHECK constraint unknown is as good as true.
          try generator.jumpIfFalse(expression, to: label, whenNull: row.place != .check)
        }
      })
    hooks.enforcesForeignKeys = context.enforcesForeignKeys
    hooks.emitImplicitDelete = { builder, table throws(DatabaseError) in
      try ImplicitDelete.emit(into: &builder, of: table, box.context)
    }
    hooks.isEponymousTable = { name in (try? box.context.eponymousTable(named: name)) != nil }
    hooks.connectVirtualTable = { table throws(DatabaseError) in
      _ = try box.context.connectedTable(table)
    }
    return hooks
  }

  private final class ContextBox: @unchecked Sendable {
    // @unchecked: the hooks run while the statement is compiled, on the compiling thread.
    let context: CompilationContext
    init(_ context: CompilationContext) { self.context = context }

    func generate(
      _ builder: inout ProgramBuilder, _ id: ExprID, _ ast: AST, _ row: SchemaCompilerHooks.Row,
      _ body: (CodeGenerator, BoundExpression) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
      var binder = Binder(ast: ast, context: context)
      binder.parametersAllowed = false
      binder.ignoresDatabaseNames = true
      binder.schemaPlace = row.place
      let source = BoundSource(
        .table(row.table), name: row.table.name,
        schema: context.catalogs.name(ofDatabase: row.table.database), columns: row.table.sourceColumns)
      let scope = Scope(parent: nil, select: nil)
      scope.sources = [source]
      let expression = try binder.bindWhole(id, in: scope)
      if let error = context.lateError { throw error }
      if row.table.isWithoutRowID, let primary = row.table.primaryKeyIndex {
        source.access = .index(indexCursor: row.cursor, map: primary.columnMap(row.table), cursor: -1)
      } else {
        source.access = .table(cursor: row.cursor)
      }
      let generator = CodeGenerator(context: context)
      generator.adopt(&builder)
      try body(generator, expression)
      generator.giveBack(&builder)
    }
  }
}
