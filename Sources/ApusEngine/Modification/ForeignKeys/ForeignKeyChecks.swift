/// Code that counts the foreign keys which a change of one row violates or repairs, and runs their actions.
///
/// The method is SQLite's (https://www.sqlite.org/foreignkeys.html): a counter of violations per statement, and one per
/// transaction for deferred constraints. A new child row without a parent adds one, and so does each child row whose parent
/// goes away; a child row that goes away without a parent, and each child row that a new parent row fits, takes one off. So a
/// statement may violate keys for a while: what counts is the number at its end, or at COMMIT.
struct ForeignKeyChecks {
  let statement: ModificationStatement
  let table: TableDefinition
  let keys: TableForeignKeys

  private var generator: CodeGenerator { statement.generator }
  private var catalogs: CatalogSet { statement.context.catalogs }

  init?(_ statement: ModificationStatement, _ table: TableDefinition) {
    guard let keys = TableForeignKeys(table, statement.context) else { return nil }
    self.statement = statement
    self.table = table
    self.keys = keys
  }

  /// Counts what the change of one row does.
  /// - Parameters:
  ///   - old: the row that goes away, while it is still there.
  ///   - new: the row that comes, before it is there.
  ///   - changed: UPDATE: the columns that are assigned.
  ///   - isOnlyChange: the statement inserts this one row and does nothing else: it fails at once.
  func emitCount(
    old: RowRegisters? = nil, new: RowRegisters? = nil, changed: Set<Int>? = nil, isOnlyChange: Bool = false
  ) throws(DatabaseError) {
    let failsAtOnce = isOnlyChange && !statement.context.defersForeignKeys
    for link in keys.outgoing {
      if let changed, !link.isSelfReference, !TableForeignKeys.isChildChanged(link, changed) { continue }
      guard let key = try parentKey(of: link, old) else { continue }
      // Whoever must not read the parent table finds nothing in it.
      let hidden = try hiddenColumns(key.parentColumns, of: key.parent)
      let isHidden = key.parentColumns.last.map(hidden.contains) ?? false
      if let old { try emitLookup(key, old, increment: -1, failsAtOnce: false, isHidden: isHidden) }
      if let new { try emitLookup(key, new, increment: 1, failsAtOnce: failsAtOnce, isHidden: isHidden) }
    }
    // Of keys that are not affected the last unsound one is named, after those that are.
    var unsound: ForeignKeyLink?
    for link in keys.incoming {
      let isAffected = changed.map { TableForeignKeys.isParentChanged(link, $0, table) } ?? true
      // A new parent row can repair only what was counted before.
      if failsAtOnce, !link.definition.isDeferred { continue }
      // Where rows go away or change, every key that refers to the table has to be a sound one.
      guard isAffected || old != nil else { continue }
      guard let key = ParentKey(link, parent: table, catalogs: catalogs) else {
        if statement.isTableDrop { continue }
        if isAffected { throw ParentKey.mismatch(link) }
        unsound = link
        continue
      }
      guard isAffected else { continue }
      if let new { try emitChildScan(key, new, increment: -1) }
      if let old { try emitChildScan(key, old, increment: 1) }
    }
    if let unsound { throw ParentKey.mismatch(unsound) }
  }

  /// The columns that the authorizer hides.
  private func hiddenColumns(_ columns: [Int], of table: TableDefinition) throws(DatabaseError) -> Set<Int> {
    guard let authorization = statement.context.authorization else { return [] }
    var hidden: Set<Int> = []
    for column in columns {
      let index = column < 0 ? table.rowIDAlias : column
      let name = table.columns.indices.contains(index) ? table.columns[index].name : "ROWID"
      do throws(DatabaseError) {
        if try authorization.hides(name, of: table.name, database: table.database) { hidden.insert(column) }
      } catch {
        // SQLite asks on after a refusal.
        statement.context.noteLate(error, in: nil, isOfResult: false)
      }
    }
    return hidden
  }

  private func parentKey(of link: ForeignKeyLink, _ old: RowRegisters?) throws(DatabaseError) -> ParentKey? {
    let name = link.definition.parentTable
    let schema = catalogs.name(ofDatabase: table.database)
    let relation = catalogs.findRelation(name, schema: schema)
    if case .table(let parent) = relation, let key = ParentKey(link, parent: parent, catalogs: catalogs) {
      return key
    }
    guard statement.isTableDrop else {
      if relation == nil { throw CatalogSet.missing("table", name, schema: schema) }
      throw ParentKey.mismatch(link)
    }
    if relation == nil, let old {
      // Without a parent table every row of the dropped one is a violation, which goes away with it.
      let satisfied = generator.builder.newLabel()
      emitJumpIfNull(link.definition.columns, of: table, old, to: satisfied)
      generator.builder.emit(.foreignKeyCounter, link.definition.isDeferred ? 1 : 0, 0, -1)
      generator.builder.place(satisfied)
    }
    return nil
  }

  // MARK: Parents of a child row

  /// Counts a child row for which there is no parent row.
  private func emitLookup(
    _ key: ParentKey, _ row: RowRegisters, increment: Int32, failsAtOnce: Bool, isHidden: Bool
  ) throws(DatabaseError) {
    let satisfied = generator.builder.newLabel()
    let deferred: Int32 = key.definition.isDeferred ? 1 : 0
    if increment < 0 { generator.builder.emit(.foreignKeyIfZero, deferred, satisfied.placeholder) }
    emitJumpIfNull(key.childColumns, of: key.child, row, to: satisfied)
    let isOwnParent = increment > 0 && key.parent === key.child
    let cursor = generator.builder.newCursor()
    generator.readDatabases.insert(key.parent.database)
    if isHidden {
      // No parent will do.
    } else if let index = key.index {
      try emitIndexLookup(key, index, row, cursor: cursor, isOwnParent: isOwnParent, found: satisfied)
    } else {
      emitRowIDLookup(key, row, cursor: cursor, isOwnParent: isOwnParent, found: satisfied)
    }
    if failsAtOnce, !key.definition.isDeferred {
      generator.builder.emit(
        .halt, ResultCode.constraintForeignKey.rawValue, Int32(ConflictAction.abort.rawValue), -1,
        p4: try emittedViolation(key, key.childColumns, of: key.child, row))
    } else {
      try emitCounter(key, increment, key.childColumns, of: key.child, row)
    }
    generator.builder.place(satisfied)
    generator.builder.emit(.close, cursor)
  }

  private func emitRowIDLookup(
    _ key: ParentKey, _ row: RowRegisters, cursor: Int32, isOwnParent: Bool, found: CodeGenerator.Label
  ) {
    let missing = generator.builder.newLabel()
    let value = generator.newRegister()
    generator.builder.emit(
      .copy, Self.register(key.childColumns[0], of: key.child, row), value, 0)
    generator.builder.emit(.mustBeInteger, value, missing.placeholder)
    if isOwnParent {
      generator.builder.emit(
        .eq, row.rowID, found.placeholder, value, p4: Collation.binary.id, p5: Affinity.none.rawValue)
    }
    generator.builder.emit(
      .openRead, cursor, Int32(bitPattern: key.parent.rootPage), Int32(key.parent.database))
    generator.builder.emit(.notExists, cursor, missing.placeholder, value)
    generator.builder.emit(.goto, 0, found.placeholder)
    generator.builder.place(missing)
  }

  private func emitIndexLookup(
    _ key: ParentKey, _ index: IndexDefinition, _ row: RowRegisters, cursor: Int32, isOwnParent: Bool,
    found: CodeGenerator.Label
  ) throws(DatabaseError) {
    let count = Int32(truncatingIfNeeded: key.childColumns.count)
    let first = generator.newRegisters(key.childColumns.count)
    if isOwnParent {
      // The row may be its own parent; it is not in the index yet.
      let differs = generator.builder.newLabel()
      for (child, parent) in zip(key.childColumns, key.parentColumns) {
        generator.builder.emit(
          .ne, Self.register(child, of: table, row), differs.placeholder,
          Self.register(parent, of: table, row), p4: Collation.binary.id,
          p5: Affinity.none.rawValue | InstructionFlag.jumpIfNull)
      }
      generator.builder.emit(.goto, 0, found.placeholder)
      generator.builder.place(differs)
    }
    for (position, column) in key.childColumns.enumerated() {
      generator.builder.emit(
        .copy, Self.register(column, of: key.child, row), first + Int32(position), 0)
    }
    generator.builder.emit(
      .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
      p4: try generator.keyInfo(of: index))
    let letters = key.parentColumns.map { key.parent.columns[$0].affinity.rawValue }
    generator.builder.emit(.affinity, first, count, p4: try generator.builder.affinityString(letters))
    generator.builder.emit(
      .found, cursor, found.placeholder, first, p4: UInt16(truncatingIfNeeded: count))
  }

  private func emitJumpIfNull(
    _ columns: [Int], of table: TableDefinition, _ row: RowRegisters, to label: CodeGenerator.Label
  ) {
    for column in columns {
      generator.builder.emit(.isNull, Self.register(column, of: table, row), label.placeholder)
    }
  }

  // MARK: Children of a parent row

  /// Counts the child rows that refer to a row of this table.
  private func emitChildScan(
    _ key: ParentKey, _ row: RowRegisters, increment: Int32
  ) throws(DatabaseError) {
    let hidden = try hiddenColumns(key.childColumns, of: key.child)
    let done = generator.builder.newLabel()
    if increment < 0 {
      generator.builder.emit(.foreignKeyIfZero, key.definition.isDeferred ? 1 : 0, done.placeholder)
    }
    let schema = catalogs.name(ofDatabase: key.child.database)
    let children = BoundSource(
      .table(key.child), name: key.child.name, schema: schema,
      columns: key.child.sourceColumns)
    let parent = BoundSource(
      .registers(table, base: row.rowID), name: table.name, schema: schema,
      columns: table.sourceColumns)
    func value(_ column: Int) -> BoundExpression {
      BoundExpression(
        .register(
          Self.register(column, of: table, row), like: BoundExpression(.column(parent, column))))
    }
    func field(_ column: Int) -> BoundExpression {
      if hidden.contains(column) { return BoundExpression(.constant(.null)) }
      children.usedColumns.insert(column)
      return BoundExpression(.column(children, column))
    }
    // The parent's value stands on the left: its collation is the one that counts.
    var filter: [BoundExpression] = []
    for (childColumn, parentColumn) in zip(key.childColumns, key.parentColumns) {
      filter.append(BoundExpression(.comparison(.eq, value(parentColumn), field(childColumn))))
    }
    if increment > 0, key.child === table {
      filter.append(isAnotherRow(key, value: value, field: field))
    }
    let generator = self.generator
    generator.readDatabases.insert(key.child.database)
    try generator.generateLoops(over: [children], filter: filter) { () throws(DatabaseError) in
      try self.emitCounter(key, increment, key.parentColumns, of: self.table, row)
    }
    generator.builder.place(done)
  }

  /// The row that goes away is no longer a child of itself.
  private func isAnotherRow(
    _ key: ParentKey, value: (Int) -> BoundExpression, field: (Int) -> BoundExpression
  ) -> BoundExpression {
    guard table.isWithoutRowID else {
      return BoundExpression(.comparison(.ne, value(-1), field(-1)))
    }
    var same: BoundExpression?
    for column in key.parentColumns {
      let term = BoundExpression(.comparison(.is, value(column), field(column)))
      same = same.map { BoundExpression(.and($0, term)) } ?? term
    }
    return BoundExpression(.not(same ?? BoundExpression(.constant(.integer(0)))))
  }

  // MARK: Actions

  /// The program of an action runs after the row has changed and before AFTER triggers.
  /// - Parameters:
  ///   - parameters: OLD, and for UPDATE NEW behind it.
  ///   - changed: UPDATE: the columns that are assigned; nil: DELETE.
  func emitActions(parameters: Int32, changed: Set<Int>?) throws(DatabaseError) {
    for link in keys.incoming {
      if let changed, !TableForeignKeys.isParentChanged(link, changed, table) { continue }
      let event: TriggerDefinition.Event = changed == nil ? .delete : .update
      let action = event == .delete ? link.definition.onDelete : link.definition.onUpdate
      if action == .noAction || (action == .restrict && statement.context.defersForeignKeys) { continue }
      guard let key = ParentKey(link, parent: table, catalogs: catalogs) else { continue }
      let program = try statement.pool.action(of: key, event)
      let number = try statement.pool.number(of: program, on: table, conflict: .abort)
      let next = generator.builder.newLabel()
      generator.builder.emit(
        .program, parameters, next.placeholder, generator.newRegister(), p4: number, p5: 0)
      generator.builder.place(next)
    }
  }

  // MARK: Parts

  /// - Parameters:
  ///   - columns: of `table`, whose values in `row` are the key that is violated.
  private func emitCounter(
    _ key: ParentKey, _ increment: Int32, _ columns: [Int], of table: TableDefinition, _ row: RowRegisters
  ) throws(DatabaseError) {
    let isViolation = increment > 0 && !key.definition.isDeferred
    if isViolation { generator.builder.needsStatementJournal = true }
    generator.builder.emit(
      .foreignKeyCounter, key.definition.isDeferred ? 1 : 0, 0, increment,
      p4: isViolation ? try emittedViolation(key, columns, of: table, row) : Instruction.noP4)
  }

  /// The register of a column; an INTEGER PRIMARY KEY is the rowid.
  private static func register(_ column: Int, of table: TableDefinition, _ row: RowRegisters) -> Int32 {
    column < 0 || (column == table.rowIDAlias && !table.isWithoutRowID) ? row.rowID : row.column(column)
  }

  /// The number of the violation of `key` by the values that `columns` of `table` have in `row`.
  private func emittedViolation(
    _ key: ParentKey, _ columns: [Int], of table: TableDefinition, _ row: RowRegisters
  ) throws(DatabaseError) -> UInt16 {
    try generator.builder.violation(
      key.violation, key: columns.map { Self.register($0, of: table, row) })
  }
}
