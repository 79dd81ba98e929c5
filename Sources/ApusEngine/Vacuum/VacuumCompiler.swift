import ApusSQL

/// Compiles VACUUM to a call of `Connection.vacuum`.
enum VacuumCompiler {
  /// - Throws: "unknown database x", and what is wrong with the expression behind INTO.
  static func compile(
    schema: Name?, into: ExprID?, ast: AST, context: CompilationContext
  ) throws(DatabaseError) -> Program {
    var index = 0
    if let schema {
      index = try context.catalogs.requireDatabase(
        named: ast.string(schema), sqlOffset: Int(schema.range.start))
    }
    let database = index
    let generator = CodeGenerator(context: context)
    let register = generator.newRegister()
    if let into {
      let binder = Binder(ast: ast, context: context)
      let path = try binder.bindWhole(into, in: Scope(parent: nil, select: nil))
      try generator.emit(path, into: register)
      try generator.builder.emitNative(
        NativeCall("vacuum into") { connection, registers throws(DatabaseError) in
          guard registers[0].tag == .text, let path = registers.string(0) else {
            throw DatabaseError(.error, "non-text filename")
          }
          try connection.vacuum(database: database, into: path)
          return true
        }, registers: register)
    } else {
      try generator.builder.emitNative(
        NativeCall("vacuum") { connection, _ throws(DatabaseError) in
          try connection.vacuum(database: database)
          return true
        }, registers: register)
    }
    let program = try generator.finish()
    program.isWrite = true
    return program
  }
}
