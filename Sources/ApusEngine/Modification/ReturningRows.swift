import ApusSQL

/// RETURNING: rows are computed as they are changed, kept in a temporary table, and delivered when all changes are made.
final class ReturningRows {
  let columns: [ResultColumn]
  private let generator: CodeGenerator
  private let source: BoundSource
  private var expressions: [BoundExpression]
  /// Binds the expressions again, and what they ask an authorizer when their code is made; without one there is none.
  private let waiting: (binding: () throws(DatabaseError) -> Binding, questions: Range<Int>)?
  /// The view whose rows are deleted or updated: authorizers are told of it.
  var view: String?
  private let cursor: Int32
  private let values: Int32
  private let record: Int32
  private let rowID: Int32

  private struct Binding {
    var columns: [ResultColumn] = []
    var expressions: [BoundExpression] = []
  }

  init(
    _ list: NodeList<ApusSQL.ResultColumn>, _ table: TableDefinition, commonTables: [CommonTableScope],
    binder: Binder, generator: CodeGenerator
  ) throws(DatabaseError) {
    self.generator = generator
    let source = BoundSource(
      .registers(table, base: 0), name: table.name,
      schema: nil, columns: table.sourceColumns)
    self.source = source
    let binding: Binding
    if let authorization = binder.context.authorization {
      let bound = try authorization.postponing { () throws(DatabaseError) in
        try Self.bind(list, source, table, commonTables, binder)
      }
      binding = bound.value
      let again: () throws(DatabaseError) -> Binding = { () throws(DatabaseError) in
        try Self.bind(list, source, table, commonTables, binder)
      }
      waiting = (again, bound.waiting)
    } else {
      binding = try Self.bind(list, source, table, commonTables, binder)
      waiting = nil
    }
    columns = binding.columns
    expressions = binding.expressions
    cursor = generator.builder.newCursor()
    values = generator.newRegisters(max(expressions.count, 1))
    record = generator.newRegister()
    rowID = generator.newRegister()
    generator.builder.emit(.openEphemeral, cursor, Int32(expressions.count))
  }

  private static func bind(
    _ list: NodeList<ApusSQL.ResultColumn>, _ source: BoundSource, _ table: TableDefinition,
    _ commonTables: [CommonTableScope], _ binder: Binder
  ) throws(DatabaseError) -> Binding {
    let scope = Scope(parent: nil, select: nil)
    scope.sources = [source]
    scope.commonTables = commonTables
    var binding = Binding()
    let naming = binder.context.columnNaming
    func add(
      _ bound: BoundExpression, _ node: ApusSQL.ResultColumn, name: String?, isStar: Bool = false
    ) {
      var column = binder.describe(bound, text: node)
      column.origin = isStar && naming != .full ? nil : binder.origin(of: bound, node)
      if let name { column.name = name }
      binding.columns.append(column.result(naming))
      binding.expressions.append(bound)
    }
    // As in SQLite a common table counts as read twice.
    binder.context.membershipDepth += 1
    defer { binder.context.membershipDepth -= 1 }
    for node in binder.ast[list] {
      if case .tableStar = node.kind {
        throw DatabaseError(.error, "RETURNING may not use \"TABLE.*\" wildcards")
      }
    }
    for node in binder.ast[list] {
      switch node.kind {
      case .expression(let id):
        add(try binder.bindWhole(id, in: scope), node, name: node.alias.map { binder.ast.string($0) })
      case .star:
        for (index, column) in source.columns.enumerated() where !column.isHidden {
          source.usedColumns.insert(index)
          let isHidden = try binder.context.authorization?.hides(index, of: source) ?? false
          add(
            BoundExpression(isHidden ? .constant(.null) : .column(source, index)), node, name: column.name,
            isStar: true)
        }
      case .tableStar: break
      }
    }
    for expression in binding.expressions { Self.makeRepeatable(expression, reading: table, source) }
    return binding
  }

  /// Asks an authorizer, at each place where rows are computed. SQLite looks at the names twice: the second time the row's own columns are known.
  private func settle() throws(DatabaseError) {
    guard let waiting, let authorization = generator.context.authorization else { return }
    let outer = authorization.innermost
    try authorization.within(view ?? outer) { () throws(DatabaseError) in
      if let again = try authorization.settle(waiting.questions, within: outer, rebinding: waiting.binding) {
        expressions = again.expressions
      }
      try authorization.askAgain(waiting.questions, within: outer) { !$0.isOfRow }
    }
  }

  /// A subquery that reads the changed table itself answers anew for each row; any other one runs once.
  private static func makeRepeatable(
    _ expression: BoundExpression, reading table: TableDefinition, _ row: BoundSource
  ) {
    expression.walk { node in
      guard let query = node.subquery, !query.isCorrelated, query.singleSelect?.reads(table) ?? false else {
        return
      }
      query.outerSources.append(row)
    }
  }

  /// Which values of REAL columns are as a record holds them: integers where they are whole.
  enum StoredReals { case none, ofVirtualColumns, all }

  /// Keeps the row that stands in `row`. As in SQLite, what passes a stored integer on without being a REAL itself is an integer.
  func emitRow(_ row: RowRegisters, stored: StoredReals) throws(DatabaseError) {
    if waiting != nil { try settle() }
    source.access = row.access
    var reveals = false
    for (index, column) in source.columns.enumerated()
    where stored != .none && column.affinity == .real && source.usedColumns.contains(index) {
      if stored == .ofVirtualColumns, source.table?.columns[index].generated != .virtual { continue }
      generator.builder.emit(.markStoredInteger, row.column(index))
      reveals = true
    }
    for (index, expression) in expressions.enumerated() {
      let value = values + Int32(index)
      try generator.emit(expression, into: value)
      if expression.affinity == .real {
        // The row of a view may hold integers.
        if stored == .none { generator.builder.emit(.realAffinity, value) }
      } else if reveals {
        generator.builder.emit(.takeStoredInteger, value)
      }
    }
    source.access = .closed
    generator.builder.emit(.makeRecord, values, Int32(expressions.count), record)
    generator.builder.emit(.newRowID, cursor, rowID)
    generator.builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
  }

  /// Delivers the rows.
  func emitResults() {
    let end = generator.builder.newLabel()
    generator.builder.emit(.rewind, cursor, end.placeholder)
    let top = generator.builder.address
    for index in expressions.indices {
      generator.builder.emit(.column, cursor, Int32(index), values + Int32(index))
    }
    generator.builder.emit(.resultRow, values, Int32(expressions.count))
    generator.builder.emit(.next, cursor, top)
    generator.builder.place(end)
  }
}
