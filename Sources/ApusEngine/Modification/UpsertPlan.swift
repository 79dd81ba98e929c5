import ApusSQL

/// The ON CONFLICT clauses of an INSERT: which constraint each is about, and what it does.
final class UpsertPlan {
  /// One ON CONFLICT clause.
  final class Clause {
    /// The constraint; nil: every one that no clause before is about.
    fileprivate enum Target {
      case rowID
      case index(IndexDefinition)
      case any
    }

    fileprivate let target: Target
    /// DO UPDATE; nil for DO NOTHING.
    fileprivate let assignments: Assignments?
    fileprivate let filter: BoundExpression?
    /// What is wrong with DO UPDATE: SQLite finds it out where some constraint makes use of the clause.
    fileprivate var failure: DatabaseError?
    fileprivate unowned let plan: UpsertPlan
    fileprivate let excluded: BoundSource
    fileprivate let row: BoundSource

    fileprivate init(
      _ target: Target, _ assignments: Assignments?, _ filter: BoundExpression?, plan: UpsertPlan,
      excluded: BoundSource, row: BoundSource
    ) {
      self.target = target
      self.assignments = assignments
      self.filter = filter
      self.plan = plan
      self.excluded = excluded
      self.row = row
    }

    /// Generates what happens at a violation.
    /// - Parameter found: what finds the existing row; nil when the data cursor stands on it.
    func emit(_ check: NewRow, _ writer: TableWriter, foundBy found: RowKey?) throws(DatabaseError) {
      let generator = writer.generator
      if let failure { throw failure }
      guard let assignments else {
        generator.builder.emit(.goto, 0, check.ignore.placeholder)
        return
      }
      if let found { writer.emitSeek(found, orJump: check.ignore) }
      row.access = writer.storedRow.access
      excluded.access = check.row.access
      if !check.isConverted {
        // Only whole numbers of REAL columns are reals already.
        for (column, definition) in writer.table.columns.enumerated() where definition.affinity == .real {
          generator.builder.emit(.realAffinity, check.row.column(column))
        }
      }
      if let filter { try generator.jumpIfFalse(filter, to: check.ignore, whenNull: true) }
      let table = writer.table
      let replaces =
        table.rowIDConflict == .replace
        || writer.indexes.contains { $0.definition.conflict == .replace }
      let update = RowUpdate(
        statement: plan.statement, writer: writer, source: row, assignments: assignments.values,
        triggers: assignments.fired(plan.updateTriggers), conflict: .abort, replaces: replaces,
        foreignKeys: plan.foreignKeyEffect(of: assignments, writer))
      try update.emit(try writer.emitKey(of: row), next: check.ignore)
      plan.statement.correctCount(by: -1)
      generator.builder.emit(.goto, 0, check.ignore.placeholder)
      row.access = .closed
      excluded.access = .closed
    }
  }

  let statement: ModificationStatement
  private let table: TableDefinition
  fileprivate let updateTriggers: [TriggerDefinition]
  private var clauses: [Clause] = []
  /// What is wrong with a clause: told when code is made of it.
  var error: DatabaseError? { clauses.lazy.compactMap(\.failure).first }
  private var writer: TableWriter?

  /// nil when the statement has no ON CONFLICT clause.
  init?(_ insert: InsertGenerator) throws(DatabaseError) {
    let list = insert.node.upserts
    guard !list.isEmpty else { return nil }
    statement = insert.statement
    table = insert.table
    guard insert.target.view == nil else { throw DatabaseError(.error, "cannot UPSERT a view") }
    guard insert.target.virtual == nil else {
      throw DatabaseError(.error, "UPSERT not implemented for virtual table \"\(insert.table.name)\"")
    }
    let catalogs = insert.statement.context.catalogs
    updateTriggers = catalogs.triggers(on: .table(insert.table)).filter { $0.event == .update }
    let nodes = Array(insert.statement.ast[list])
    for (position, node) in nodes.enumerated() {
      clauses.append(try bind(node, position, isOnly: nodes.count == 1, insert))
    }
  }

  private func bind(
    _ node: UpsertClause, _ position: Int, isOnly: Bool, _ insert: InsertGenerator
  ) throws(DatabaseError) -> Clause {
    let binder = statement.binder
    let schema = statement.context.catalogs.name(ofDatabase: table.database)
    let columns = table.sourceColumns
    let row = BoundSource(
      .table(table), name: insert.target.source.name, schema: schema, columns: columns)
    let excluded = BoundSource(
      .registers(table, base: 0), name: "excluded", schema: nil, columns: columns)
    // As in SQLite, where it stands in registers.
    excluded.isUntyped = true
    let outer = Scope(parent: nil, select: nil)
    outer.sources = [excluded]
    let scope = Scope(parent: outer, select: nil)
    scope.sources = [row]
    let target = try resolveTarget(node, position, isOnly: isOnly, row, binder)
    guard node.isUpdate else {
      return Clause(target, nil, nil, plan: self, excluded: excluded, row: row)
    }
    let late = statement.context.lateError
    var assignments: Assignments?
    var filter: BoundExpression?
    var failure: DatabaseError?
    do throws(DatabaseError) {
      assignments = try Assignments(node.assignments, table: table, binder: binder, scope: scope)
      filter = try node.filter.map { (id) throws(DatabaseError) in try binder.bindWhole(id, in: scope) }
    } catch {
      failure = error
    }
    if late == nil, let error = statement.context.lateError {
      failure = failure ?? error
      statement.context.setLateError(nil)
    }
    let clause = Clause(target, assignments, filter, plan: self, excluded: excluded, row: row)
    clause.failure = failure
    return clause
  }

  /// The constraint that a clause's target names.
  private func resolveTarget(
    _ node: UpsertClause, _ position: Int, isOnly: Bool, _ row: BoundSource, _ binder: Binder
  ) throws(DatabaseError) -> Clause.Target {
    guard !node.target.isEmpty else { return .any }
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [row]
    var terms: [BoundExpression] = []
    for term in binder.ast[node.target] { terms.append(try binder.bindWhole(term.expression, in: scope)) }
    let condition = try node.targetFilter.map { (id) throws(DatabaseError) in
      try binder.bindWhole(id, in: scope)
    }
    if !table.isWithoutRowID, terms.count == 1, case .column(_, let column) = terms[0].kind,
      column < 0 || column == table.rowIDAlias
    {
      return .rowID
    }
    for index in statement.context.catalogs.indexes(of: table)
    where index.isUnique && index.columns.count == terms.count {
      // As in SQLite, no target names an index over the INTEGER PRIMARY KEY.
      if table.rowIDAlias >= 0, !table.isWithoutRowID,
        index.columns.contains(where: { $0.tableColumn == table.rowIDAlias })
      {
        continue
      }
      let fields = try IndexTerms(index, over: row, context: statement.context)
      if let own = fields.condition {
        guard let condition, condition.isSame(as: own) else { continue }
      }
      let matches = index.columns.indices.allSatisfy { field in
        terms.contains { term in
          if case .collate(_, let collation, _) = term.kind, collation != index.columns[field].collation {
            return false
          }
          return term.withoutCollate.isSame(as: fields.fields[field].withoutCollate)
        }
      }
      if matches { return .index(index) }
    }
    let which = isOnly ? "" : "\(Binder.ordinal(position + 1)) "
    throw DatabaseError(
      .error, "\(which)ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint")
  }

  /// The writer whose list of indexes `KeyConstraint` counts in.
  func open(_ writer: TableWriter) throws(DatabaseError) { self.writer = writer }

  /// An update of its clauses fires triggers or has to do with foreign keys.
  /// - Parameter rowIDMayExist: of a rowid that the statement finds itself no row can be in the way, and no clause is about it.
  func changesMore(_ writer: TableWriter, rowIDMayExist: Bool) -> Bool {
    func changesMore(_ constraint: KeyConstraint) -> Bool {
      guard let assignments = clause(for: constraint)?.assignments else { return false }
      return !assignments.fired(updateTriggers).isEmpty || foreignKeyEffect(of: assignments, writer) != .none
    }
    return rowIDMayExist && !table.isWithoutRowID && changesMore(.rowID)
      || writer.indexes.indices.contains { position in
        let index = writer.indexes[position]
        return (index.definition.isUnique || index.isTree) && changesMore(.index(position))
      }
  }

  fileprivate func foreignKeyEffect(
    of assignments: Assignments, _ writer: TableWriter
  ) -> TableForeignKeys.UpdateEffect {
    let changed = RowUpdate.changedColumns(assignments.values, table)
    return writer.foreignKeys?.keys.effect(ofUpdating: changed, of: table) ?? .none
  }

  /// The clause that is about a constraint, nil when the constraint's own rule holds.
  func clause(for constraint: KeyConstraint) -> Clause? {
    clauses.first { clause in
      switch (clause.target, constraint) {
      case (.any, _), (.rowID, .rowID): true
      case (.index(let index), .index(let position)):
        writer?.indexes[position].definition === index
      default: false
      }
    }
  }

  /// The constraints that clauses name come first, in the order of the clauses.
  func ordered(_ constraints: [KeyConstraint], _ writer: TableWriter) -> [KeyConstraint] {
    var rest = constraints
    var result: [KeyConstraint] = []
    for clause in clauses {
      let position = rest.firstIndex { constraint in
        switch (clause.target, constraint) {
        case (.rowID, .rowID): true
        case (.index(let index), .index(let position)): writer.indexes[position].definition === index
        default: false
        }
      }
      if let position { result.append(rest.remove(at: position)) }
    }
    return result + rest
  }
}
