import ApusSQL

/// The fields of an index's entry and its partial condition, bound on one source of rows.
struct IndexTerms {
  let fields: [BoundExpression]
  let condition: BoundExpression?
  /// The columns that they read; -1 is the rowid.
  let columns: ColumnSet

  /// - Parameter source: gets the columns that the terms read noted, so it should be one of its own.
  init(
    _ index: IndexDefinition, over source: BoundSource, context: CompilationContext
  ) throws(DatabaseError) {
    let before = source.usedColumns
    source.usedColumns = ColumnSet()
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [source]
    var binder: Binder?
    if let ast = index.ast {
      binder = Binder(ast: ast, context: context)
      binder?.parametersAllowed = false
      binder?.ignoresDatabaseNames = true
      binder?.schemaPlace = .index
    }
    func bound(_ id: ExprID) throws(DatabaseError) -> BoundExpression {
      guard let binder else { throw DatabaseError(.internal, "index \(index.name) has no text") }
      return try binder.bindWhole(id, in: scope)
    }
    var fields: [BoundExpression] = []
    for column in index.storedColumns {
      if let expression = column.expression {
        fields.append(try bound(expression))
      } else {
        source.usedColumns.insert(column.tableColumn)
        fields.append(BoundExpression(.column(source, column.tableColumn)))
      }
    }
    self.fields = fields
    condition = try index.partialCondition.map { (id) throws(DatabaseError) in try bound(id) }
    columns = source.usedColumns
    source.usedColumns = before
  }
}

extension IndexDefinition {
  /// Whether an UPDATE of these columns (-1: the rowid) can change its entries.
  func isChanged(
    by changed: Set<Int>, of table: TableDefinition, context: CompilationContext
  ) throws(DatabaseError) -> Bool {
    let source = BoundSource(
      .registers(table, base: 0), name: table.name,
      schema: context.catalogs.name(ofDatabase: table.database), columns: table.sourceColumns)
    let terms = try IndexTerms(self, over: source, context: context)
    if terms.columns.contains(-1) && (changed.contains(-1) || changed.contains(table.rowIDAlias)) {
      return true
    }
    return changed.contains { terms.columns.contains($0) }
  }
}
