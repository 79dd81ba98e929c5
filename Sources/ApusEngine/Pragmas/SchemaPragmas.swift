/// Pragmas that describe tables, indexes and foreign keys. They read nothing but the catalogs, at run time, so that
/// a prepared pragma shows the schema of the moment.
enum SchemaPragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition(
      "table_info", columns: ["cid", "name", "type", "notnull", "dflt_value", "pk"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      try tableInfo(call, connection, &rows, extended: false)
    },
    PragmaDefinition(
      "table_xinfo", columns: ["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      try tableInfo(call, connection, &rows, extended: true)
    },
    PragmaDefinition(
      "table_list", columns: ["schema", "name", "type", "ncol", "wr", "strict"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      tableList(call, connection, &rows)
    },
    PragmaDefinition(
      "index_list", columns: ["seq", "name", "unique", "origin", "partial"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      indexList(call, connection, &rows)
    },
    PragmaDefinition("index_info", columns: ["seqno", "cid", "name"], needs: .schema) {
      call, connection, rows throws(DatabaseError) in
      indexInfo(call, connection, &rows, extended: false)
    },
    PragmaDefinition(
      "index_xinfo", columns: ["seqno", "cid", "name", "desc", "coll", "key"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      indexInfo(call, connection, &rows, extended: true)
    },
    PragmaDefinition(
      "foreign_key_list",
      columns: ["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"], needs: .schema
    ) { call, connection, rows throws(DatabaseError) in
      foreignKeyList(call, connection, &rows)
    },
    PragmaDefinition("database_list", columns: ["seq", "name", "file"]) {
      call, connection, rows throws(DatabaseError) in
      databaseList(connection, &rows)
    },
  ]

  // MARK: Tables

  private static func tableInfo(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows, extended: Bool
  ) throws(DatabaseError) {
    guard let name = call.argument else { return }
    guard let relation = connection.catalogSet.findRelation(name, schema: call.schemaName) else {
      if let connected = try connection.modules.eponymousTable(named: name, connection: connection) {
        appendColumns(of: connected.definition, to: &rows, extended: extended)
      }
      return
    }
    switch relation {
    case .table(let table): appendColumns(of: table, to: &rows, extended: extended)
    case .virtual(let table):
      let connected = try connection.modules.connect(table, connection: connection)
      appendColumns(of: connected.definition, to: &rows, extended: extended)
    case .view(let view):
      for (index, column) in try connection.columns(ofView: view).enumerated() {
        rows.append(.init(index), .text(column.name), .text(column.declaredType), 0, nil, 0, 0)
      }
    }
  }

  static func appendColumns(of table: TableDefinition, to rows: inout PragmaRows, extended: Bool) {
    var hiddenBefore = 0
    for (index, column) in table.columns.enumerated() {
      let hidden: Int
      switch column.generated {
      case .virtual?: hidden = 2
      case .stored?: hidden = 3
      case nil: hidden = column.isHidden ? 1 : 0
      }
      if hidden != 0, !extended {
        hiddenBefore += 1
        continue
      }
      let keyPosition = table.primaryKeyColumns.firstIndex(of: index).map { $0 + 1 } ?? 0
      rows.append(
        .init(index - hiddenBefore), .text(column.name), .text(column.declaredType),
        .init(column.isNotNull), .init(column.defaultText), .init(keyPosition), .init(hidden))
    }
  }

  /// A table whose module cannot show it has no columns to count.
  private static func appendVirtual(
    _ table: VirtualTableDefinition, schema: String, _ connection: Connection, _ rows: inout PragmaRows
  ) {
    let definition = try? connection.modules.connect(table, connection: connection).definition
    rows.append(
      .text(schema), .text(table.name), "virtual", .init(definition?.columns.count ?? 0),
      .init(definition?.isWithoutRowID ?? false), 0)
  }

  private static func tableList(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) {
    let catalogs = connection.catalogSet
    for database in call.databases(of: connection) {
      let entry = catalogs.entries[database]
      for key in entry.catalog.listedNames {
        if let view = entry.catalog.views[key] {
          if let wanted = call.argument, !wanted.equalsIgnoringCase(view.name) { continue }
          // A view whose query fails has no columns to count; SQLite shows it with 0.
          let columnCount = (try? connection.columns(ofView: view).count) ?? 0
          rows.append(.text(entry.name), .text(view.name), "view", .init(columnCount), 0, 0)
          continue
        }
        if let table = entry.catalog.virtualTables[key] {
          if let wanted = call.argument, !wanted.equalsIgnoringCase(table.name) { continue }
          appendVirtual(table, schema: entry.name, connection, &rows)
          continue
        }
        guard let table = entry.catalog.tables[key] else { continue }
        let name = shownName(of: table)
        if let wanted = call.argument, !wanted.equalsIgnoringCase(table.name) { continue }
        let isShadow = connection.modules.isShadow(name, in: entry.catalog)
        rows.append(
          .text(entry.name), .text(name), isShadow ? "shadow" : "table", .init(table.columns.count),
          .init(table.isWithoutRowID), .init(table.isStrict))
      }
    }
  }

  /// The schema tables go by their newer names in listings.
  private static func shownName(of table: TableDefinition) -> String {
    switch table.name {
    case "sqlite_master": "sqlite_schema"
    case "sqlite_temp_master": "sqlite_temp_schema"
    default: table.name
    }
  }

  // MARK: Indexes

  private static func indexList(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) {
    let catalogs = connection.catalogSet
    guard let name = call.argument, let table = catalogs.findTable(name, schema: call.schemaName) else {
      return
    }
    for (sequence, index) in catalogs.indexes(of: table).enumerated() {
      let origin: PragmaRows.Value
      switch index.origin {
      case .createIndex: origin = "c"
      case .unique: origin = "u"
      case .primaryKey: origin = "pk"
      }
      rows.append(
        .init(sequence), .text(index.name), .init(index.isUnique), origin,
        .init(index.partialCondition != nil))
    }
  }

  private static func indexInfo(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows, extended: Bool
  ) {
    let catalogs = connection.catalogSet
    guard let name = call.argument else { return }
    // A WITHOUT ROWID table's name stands for the index that is its tree.
    let table = catalogs.findTable(name, schema: call.schemaName)
    guard let index = catalogs.findIndex(name, schema: call.schemaName) ?? table?.primaryKeyIndex else {
      return
    }
    let columns = catalogs[index.database]?.tables[index.tableName.lowercasedASCII]?.columns ?? []
    let shown = extended ? index.storedColumns : index.columns
    for (sequence, column) in shown.enumerated() {
      let columnName = columns.indices.contains(column.tableColumn) ? columns[column.tableColumn].name : nil
      rows.append(
        .init(sequence), .init(column.tableColumn), .init(columnName), .init(column.isDescending),
        .text(column.collationName), .init(sequence < index.columns.count))
    }
  }

  // MARK: Foreign keys and databases

  private static func foreignKeyList(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) {
    guard let name = call.argument,
      let table = connection.catalogSet.findTable(name, schema: call.schemaName)
    else { return }
    for (number, key) in table.foreignKeys.reversed().enumerated() {
      for (sequence, column) in key.columns.enumerated() {
        let parentColumn = sequence < key.parentColumns.count ? key.parentColumns[sequence] : nil
        rows.append(
          .init(number), .init(sequence), .text(key.parentTable),
          .init(table.columns.indices.contains(column) ? table.columns[column].name : nil),
          .init(parentColumn),
          .text(key.onUpdate.rawValue), .text(key.onDelete.rawValue), "NONE")
      }
    }
  }

  private static func databaseList(_ connection: Connection, _ rows: inout PragmaRows) {
    for (number, database) in connection.databases.enumerated() {
      // temp is listed once it is in use.
      if number == 1, !connection.isTemporaryDatabaseOpen { continue }
      rows.append(.init(number), .text(database.name), .text(database.filePath))
    }
  }
}
