import ApusSQL

/// `PRAGMA foreign_key_check`: one program per child table that answers a row for each key without a parent.
struct ForeignKeyReport {
  let child: TableDefinition
  private let generator: CodeGenerator
  private let values: Int32

  private init(_ child: TableDefinition, _ generator: CodeGenerator) {
    self.child = child
    self.generator = generator
    values = generator.newRegisters(4)
  }

  /// Adds the violations of one table: its name, the rowid (NULL without one), the parent, the key's number.
  /// - Throws: "foreign key mismatch" for a key that its parent table does not have.
  static func append(
    _ child: TableDefinition, on connection: Connection, to rows: inout PragmaRows
  ) throws(DatabaseError) {
    guard !child.foreignKeys.isEmpty else { return }
    let context = CompilationContext(
      catalogs: connection.catalogSet, encoding: connection.encoding, connection: connection)
    let generator = CodeGenerator(context: context)
    let report = ForeignKeyReport(child, generator)
    try report.emit()
    let machine = VirtualMachine(program: try generator.finish(), connection: connection)
    defer { machine.reset() }
    while try machine.step() {
      let number = ForeignKeyLink.all(of: child)[Int(machine.row[3].integer)]
      rows.append(
        .text(child.name), child.isWithoutRowID ? .null : .integer(machine.row[1].integer),
        .text(number.definition.parentTable), .init(number.number))
    }
  }

  private func emit() throws(DatabaseError) {
    let context = generator.context
    let schema = context.catalogs.name(ofDatabase: child.database)
    generator.readDatabases.insert(child.database)
    var keys: [(link: ForeignKeyLink, parent: ParentKey?, cursor: Int32)] = []
    for link in ForeignKeyLink.all(of: child) {
      var key: ParentKey?
      if let relation = context.catalogs.findRelation(link.definition.parentTable, schema: schema) {
        guard case .table(let parent) = relation,
          let found = ParentKey(link, parent: parent, catalogs: context.catalogs)
        else { throw ParentKey.mismatch(link) }
        key = found
      }
      let cursor = generator.builder.newCursor()
      try key.map { (key) throws(DatabaseError) in try emitOpen(key, cursor) }
      keys.append((link, key, cursor))
    }
    let source = BoundSource(
      .table(child), name: child.name, schema: schema, columns: child.sourceColumns)
    source.indexHint = .notIndexed
    for key in keys { for column in key.link.definition.columns { source.usedColumns.insert(column) } }
    if !child.isWithoutRowID { source.usedColumns.insert(-1) }
    try generator.generateLoops(over: [source], filter: []) { () throws(DatabaseError) in
      for key in keys { try self.emitTest(key.link, key.parent, key.cursor, source) }
    }
  }

  private func emitOpen(_ key: ParentKey, _ cursor: Int32) throws(DatabaseError) {
    if let index = key.index {
      generator.builder.emit(
        .openRead, cursor, Int32(bitPattern: index.rootPage), Int32(index.database),
        p4: try generator.keyInfo(of: index))
    } else {
      generator.builder.emit(
        .openRead, cursor, Int32(bitPattern: key.parent.rootPage), Int32(key.parent.database))
    }
  }

  private func emitTest(
    _ link: ForeignKeyLink, _ key: ParentKey?, _ cursor: Int32, _ source: BoundSource
  ) throws(DatabaseError) {
    let fine = generator.builder.newLabel()
    let columns = key?.childColumns ?? link.definition.columns
    let first = generator.newRegisters(columns.count)
    for (position, column) in columns.enumerated() {
      try generator.emitColumn(source, column, into: first + Int32(position))
      generator.builder.emit(.isNull, first + Int32(position), fine.placeholder)
    }
    let count = Int32(truncatingIfNeeded: columns.count)
    if let key, key.index != nil {
      let letters = key.parentColumns.map { key.parent.columns[$0].affinity.rawValue }
      generator.builder.emit(.affinity, first, count, p4: try generator.builder.affinityString(letters))
      generator.builder.emit(
        .found, cursor, fine.placeholder, first, p4: UInt16(truncatingIfNeeded: count))
    } else if key != nil {
      let missing = generator.builder.newLabel()
      generator.builder.emit(.seekRowID, cursor, missing.placeholder, first)
      generator.builder.emit(.goto, 0, fine.placeholder)
      generator.builder.place(missing)
    }
    generator.builder.emit(.null, 0, values, values + 3)
    if !child.isWithoutRowID { try generator.emitColumn(source, -1, into: values + 1) }
    generator.builder.emit(.integer, Int32(truncatingIfNeeded: link.number), values + 3)
    generator.builder.emit(.resultRow, values, 4)
    generator.builder.place(fine)
  }
}
