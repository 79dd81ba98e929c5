import ApusSQL

/// The trees of one table while rows are written to it: the table's own tree and its indexes, each with a cursor.
///
/// `storedRow` reads the row under the data cursor; index entries to be deleted are computed from it. Text and blobs that `column`
/// delivers belong to their registers, so a value read stays valid when its page changes.
final class TableWriter {
  /// An index and the cursor that writes it. The tree of a WITHOUT ROWID table is one of them: its cursor is the data cursor.
  struct OpenIndex {
    let definition: IndexDefinition
    let cursor: Int32
    let isTree: Bool
  }

  let statement: ModificationStatement
  let table: TableDefinition
  let storedRow: BoundSource
  /// In the order in which their constraints are checked: those that REPLACE last.
  private(set) var indexes: [OpenIndex] = []
  private(set) var dataCursor: Int32 = -1
  /// DELETE triggers that REPLACE fires: none unless triggers are recursive.
  let replaceTriggers: [TriggerDefinition]
  /// nil when the table has to do with no foreign key that is enforced.
  let foreignKeys: ForeignKeyChecks?

  var generator: CodeGenerator { statement.generator }

  init(_ statement: ModificationStatement, _ table: TableDefinition) {
    self.statement = statement
    self.table = table
    let catalogs = statement.context.catalogs
    storedRow = Self.source(of: table, .table(table), catalogs)
    foreignKeys = ForeignKeyChecks(statement, table)
    if statement.context.recursiveTriggers {
      replaceTriggers = catalogs.triggers(on: .table(table)).filter { $0.event == .delete }
    } else {
      replaceTriggers = []
    }
  }

  private static func source(
    of table: TableDefinition, _ kind: BoundSource.Kind, _ catalogs: CatalogSet
  ) -> BoundSource {
    BoundSource(
      kind, name: table.name, schema: catalogs.name(ofDatabase: table.database),
      columns: table.sourceColumns)
  }

  /// A row in registers as a source of expressions.
  func source(over row: RowRegisters) -> BoundSource {
    let source = Self.source(of: table, .registers(table, base: row.rowID), statement.context.catalogs)
    source.access = row.access
    return source
  }

  /// All indexes with a tree of their own, in the order of constraint checks.
  static func secondaryIndexes(of table: TableDefinition, _ catalogs: CatalogSet) -> [IndexDefinition] {
    catalogs.indexes(of: table).filter { !isTree($0, of: table) }
  }

  private static func isTree(_ index: IndexDefinition, of table: TableDefinition) -> Bool {
    table.isWithoutRowID && index.rootPage == table.rootPage
  }

  // MARK: Opening

  /// Opens the table's own tree, unless `scanCursor` is on it already, and the indexes that `isWritten` chooses.
  func open(scanCursor: Int32? = nil, isWritten: (IndexDefinition) -> Bool = { _ in true })
    throws(DatabaseError)
  {
    generator.writtenDatabases.insert(table.database)
    if let scanCursor {
      adopt(scanCursor)
    } else {
      try openData()
    }
    try openIndexes(isWritten)
  }

  /// Opens the table's own tree.
  func openData() throws(DatabaseError) {
    let cursor = generator.builder.newCursor()
    let keyInfo =
      table.isWithoutRowID
      ? try table.primaryKeyIndex.map { (index) throws(DatabaseError) in try generator.keyInfo(of: index) }
      : nil
    generator.builder.emit(
      .openWrite, cursor, Int32(bitPattern: table.rootPage), Int32(table.database),
      p4: keyInfo ?? Instruction.noP4)
    adopt(cursor)
  }

  /// The data cursor is one that the table is scanned with.
  func adopt(_ cursor: Int32) {
    generator.writtenDatabases.insert(table.database)
    dataCursor = cursor
    if table.isWithoutRowID, let primary = table.primaryKeyIndex {
      storedRow.access = .index(indexCursor: cursor, map: primary.columnMap(table), cursor: -1)
    } else {
      storedRow.access = .table(cursor: cursor)
    }
    for (position, index) in indexes.enumerated() where index.isTree {
      indexes[position] = OpenIndex(definition: index.definition, cursor: cursor, isTree: true)
    }
  }

  func openIndexes(_ isWritten: (IndexDefinition) -> Bool = { _ in true }) throws(DatabaseError) {
    var definitions = statement.context.catalogs.indexes(of: table)
    if let primary = table.primaryKeyIndex, table.isWithoutRowID,
      !definitions.contains(where: { Self.isTree($0, of: table) })
    {
      definitions.append(primary)
    }
    for definition in definitions {
      if Self.isTree(definition, of: table) {
        indexes.append(OpenIndex(definition: definition, cursor: dataCursor, isTree: true))
        continue
      }
      guard isWritten(definition) else { continue }
      let cursor = generator.builder.newCursor()
      generator.builder.emit(
        .openWrite, cursor, Int32(bitPattern: definition.rootPage), Int32(definition.database),
        p4: try generator.keyInfo(of: definition))
      indexes.append(OpenIndex(definition: definition, cursor: cursor, isTree: false))
    }
  }

  // MARK: Rows

  /// Moves the data cursor to a row; jumps when there is none with that key.
  func emitSeek(_ key: RowKey, orJump label: CodeGenerator.Label) {
    switch key {
    case .rowID(let register): generator.builder.emit(.notExists, dataCursor, label.placeholder, register)
    case .primaryKey(let first):
      generator.builder.emit(
        .notFound, dataCursor, label.placeholder, first, p4: UInt16(truncatingIfNeeded: primaryKey.count))
    }
  }

  /// The key columns of a WITHOUT ROWID table.
  var primaryKey: [IndexDefinition.Column] { table.primaryKeyIndex?.columns ?? [] }

  /// Reads what finds the row under `source` into new registers.
  func emitKey(of source: BoundSource) throws(DatabaseError) -> RowKey {
    guard table.isWithoutRowID else {
      let register = generator.newRegister()
      try generator.emitColumn(source, -1, into: register)
      return .rowID(register)
    }
    let first = generator.newRegisters(primaryKey.count)
    for (position, column) in primaryKey.enumerated() {
      try generator.emitColumn(source, column.tableColumn, into: first + Int32(position))
    }
    return .primaryKey(first: first)
  }

  /// Reads all of a source's row into registers.
  func emitRow(of source: BoundSource, into row: RowRegisters) throws(DatabaseError) {
    if table.isWithoutRowID {
      generator.builder.emit(.null, 0, row.rowID, row.rowID)
    } else {
      try generator.emitColumn(source, -1, into: row.rowID)
    }
    for column in table.columns.indices {
      if column == table.rowIDAlias {
        generator.builder.emit(.null, 0, row.column(column), row.column(column))
      } else {
        try generator.emitColumn(source, column, into: row.column(column))
      }
    }
  }

  /// New registers for a row of the table.
  func newRow() -> RowRegisters {
    RowRegisters(rowID: generator.newRegisters(table.columns.count + 1))
  }
}
