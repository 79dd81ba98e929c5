/// `PRAGMA integrity_check` and `quick_check`: pages first (`IntegrityChecker`), then what the rows say (`RowCheck`).
///
/// Damage never fails the pragma: it is a row of its answer.
enum IntegrityPragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition("integrity_check", needs: .schema) { call, connection, rows throws(DatabaseError) in
      try check(call, connection, &rows, isQuick: false)
    },
    PragmaDefinition("quick_check", needs: .schema) { call, connection, rows throws(DatabaseError) in
      try check(call, connection, &rows, isQuick: true)
    },
    PragmaDefinition("foreign_key_check", columns: ["table", "rowid", "parent", "fkid"], needs: .schema) {
      call, connection, rows throws(DatabaseError) in
      let catalogs = connection.catalogSet
      if let name = call.argument {
        if case .table(let table) = try catalogs.requireRelation(name, schema: call.schemaName) {
          try ForeignKeyReport.append(table, on: connection, to: &rows)
        }
        return
      }
      guard let catalog = catalogs[call.database] else { return }
      for name in catalog.listedNames {
        if let table = catalog.tables[name] {
          try ForeignKeyReport.append(table, on: connection, to: &rows)
        }
      }
    },
  ]

  /// How many lines an answer has at most, unless the argument says otherwise.
  private static let defaultLimit = 100

  private static func check(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows, isQuick: Bool
  ) throws(DatabaseError) {
    var limit = defaultLimit
    var only: TableDefinition?
    let catalogs = connection.catalogSet
    if let argument = call.argument {
      // What begins with a number is one.
      if call.isArgumentNumber, let number = PragmaArgument.integer32Prefix(argument) {
        if number > 0 { limit = Int(number) }
      } else {
        let relation = try catalogs.requireRelation(argument, schema: call.schemaName)
        guard case .table(let table) = relation else {
          rows.append("ok")
          return
        }
        only = table
      }
    }
    var messages: [String] = []
    if call.schemaName == nil { connection.isTemporaryDatabaseOpen = true }
    for index in call.databases(of: connection) {
      if let only, only.database != index { continue }
      guard let catalog = catalogs[index] else { continue }
      try checkDatabase(
        index, catalog, connection, only: only, isQuick: isQuick, limit: limit, &messages)
    }
    if messages.isEmpty { messages = ["ok"] }
    for message in messages.prefix(limit) { rows.append(.text(message)) }
  }

  private static func checkDatabase(
    _ index: Int, _ catalog: Catalog, _ connection: Connection, only: TableDefinition?, isQuick: Bool,
    limit: Int, _ messages: inout [String]
  ) throws(DatabaseError) {
    let database = try connection.database(index)
    guard database.pager.pageCount > 0 else { return }
    var tables: [TableDefinition] = []
    for key in catalog.listedNames {
      guard let table = catalog.tables[key], only.map({ $0 === table }) ?? true else { continue }
      tables.append(table)
    }
    let report = try checkPages(
      database.btree, catalog, tables, isPartial: only != nil, limit: limit - messages.count)
    if !report.messages.isEmpty {
      messages.append("*** in database \(database.name) ***\n" + report.messages.joined(separator: "\n"))
    }
    for table in tables where messages.count < limit {
      compareCounts(table, catalog, report, &messages)
    }
    let context = CompilationContext(
      catalogs: connection.catalogSet, encoding: catalog.encoding, connection: connection)
    let hooks = SchemaExpressions.hooks(context)
    for table in tables where messages.count < limit && table.rootPage != 0 {
      let check = RowCheck(
        table: table, indexes: catalog.indexesByTable[table.name.lowercasedASCII] ?? [],
        encoding: catalog.encoding, isQuick: isQuick,
        ignoresChecks: connection.settings.ignoresCheckConstraints,
        hooks: hooks)
      do throws(DatabaseError) {
        try check.run(on: connection, limit: limit, &messages)
      } catch {
        guard error.code.primary == .corrupt else { throw error }
        messages.append(error.message)
      }
    }
  }

  // MARK: Pages

  private static func checkPages(
    _ tree: BTree, _ catalog: Catalog, _ tables: [TableDefinition], isPartial: Bool, limit: Int
  ) throws(DatabaseError) -> IntegrityReport {
    var keyInfos: [KeyInfo] = []
    var pages: [(page: PageNumber, keyInfo: Int?)] = []
    for table in tables {
      if !table.isWithoutRowID { pages.append((table.rootPage, nil)) }
      for index in catalog.indexesByTable[table.name.lowercasedASCII] ?? [] {
        let canCompare = index.storedColumns.allSatisfy { $0.collation.id < 16 }
        if canCompare {
          keyInfos.append(KeyInfo(index.keyFields, encoding: catalog.encoding))
          pages.append((index.rootPage, keyInfos.count - 1))
        } else {
          pages.append((index.rootPage, nil))
        }
      }
    }
    let memory = UnsafeMutablePointer<KeyInfo>.allocate(capacity: max(keyInfos.count, 1))
    for (position, keyInfo) in keyInfos.enumerated() { (memory + position).initialize(to: keyInfo) }
    defer {
      for keyInfo in keyInfos { keyInfo.deallocate() }
      memory.deallocate()
    }
    let roots = pages.map { entry in
      IntegrityChecker.Root(entry.page, keyInfo: entry.keyInfo.map { UnsafePointer(memory + $0) })
    }
    let checker = try IntegrityChecker(tree, limit: max(limit, 1))
    return try checker.check(roots: roots, isPartial: isPartial)
  }

  /// Every index without a WHERE has as many entries as its table has rows.
  private static func compareCounts(
    _ table: TableDefinition, _ catalog: Catalog, _ report: IntegrityReport, _ messages: inout [String]
  ) {
    guard let rowCount = report.entryCounts[table.rootPage] else { return }
    for index in catalog.indexesByTable[table.name.lowercasedASCII] ?? []
    where index.partialCondition == nil && !index.isTableTree {
      if report.entryCounts[index.rootPage] ?? 0 != rowCount {
        messages.append("wrong # of entries in index \(index.name)")
      }
    }
  }
}
