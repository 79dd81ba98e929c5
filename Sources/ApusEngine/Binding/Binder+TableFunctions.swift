// Virtual tables in FROM, and table-valued functions: a call `f(a, b)` is the table f with its hidden columns equal to a and b
// (https://www.sqlite.org/vtab.html#tabfunc2).

import ApusSQL

extension Binder {
  func virtualSource(_ connected: ConnectedTable, alias: String?) throws(DatabaseError) -> BoundSource {
    let table = connected.definition
    let isTrusted = context.connection?.settings.trustedSchema ?? true
    if homeSchema != nil, connected.isDirectOnly || !(isTrusted || connected.isInnocuous) {
      throw error("unsafe use of virtual table \"\(table.name)\"")
    }
    return BoundSource(
      .virtual(connected), name: alias ?? table.name,
      schema: context.catalogs.name(ofDatabase: table.database), columns: table.sourceColumns)
  }

  func bindTableFunction(
    _ name: Name, schema: Name?, _ arguments: NodeList<ExprID>, alias: String?, _ scope: Scope
  ) throws(DatabaseError) -> BoundSource {
    let text = ast.string(name)
    if schema == nil, let common = findCommonTable(text, scope) {
      // While it is being made it is a table without parameters.
      if common.recursiveTable != nil, !arguments.isEmpty {
        throw error("too many arguments on \(common.name)() - max 0")
      }
      throw error("'\(text)' is not a function")
    }
    let schemaText = schema.map { ast.string($0) }
    let source = try bindRelation(text, schema: schemaText, alias: alias, name: name)
    guard case .virtual(let connected) = source.kind else { throw error("'\(text)' is not a function") }
    let limit = source.columns.count { $0.isHidden }
    guard arguments.count <= limit else {
      throw error("too many arguments on \(connected.definition.name)() - max \(limit)")
    }
    if context.authorization != nil { note(source, named: text, schema: schemaText) }
    if !arguments.isEmpty { scope.pendingArguments.append((arguments, source)) }
    return source
  }

  /// Makes the arguments of the scope's table-valued functions conditions of their items. They see all FROM items, as ON conditions do.
  func bindTableArguments(_ scope: Scope) throws(DatabaseError) {
    guard !scope.pendingArguments.isEmpty else { return }
    scope.aggregates = .forbidden
    for (arguments, source) in scope.pendingArguments {
      let hidden = source.columns.indices.filter { source.columns[$0].isHidden }
      for (column, argument) in zip(hidden, ast[arguments]) {
        let value = try bindWhole(argument, in: scope)
        source.usedColumns.insert(column)
        if source.joinFilter.isEmpty { context.note(source) }
        source.tableArguments.append(
          value.replacing(.comparison(.eq, BoundExpression(.column(source, column)), value)))
      }
      source.joinFilter += source.tableArguments
    }
    scope.pendingArguments = []
  }

  /// `x IN f(a)`: the visible columns of the table.
  func bindTableFunctionAsQuery(
    _ table: TableReference, in scope: Scope
  ) throws(DatabaseError) -> BoundQuery {
    let select = BoundSelect()
    let inner = Scope(parent: scope, select: select)
    inner.commonTables = scope.commonTables
    inner.sources = [
      try bindTableFunction(table.name, schema: table.schema, table.arguments, alias: nil, inner)
    ]
    select.sources = inner.sources
    try bindTableArguments(inner)
    let query = try queryOfColumns(inner.sources[0], select)
    query.outerSources = inner.outerSources
    if inner.isVolatile { query.isVolatile = true }
    return query
  }
}
