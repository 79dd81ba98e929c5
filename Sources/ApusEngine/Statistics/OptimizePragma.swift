/// `PRAGMA optimize` (https://www.sqlite.org/pragma.html#pragma_optimize): ANALYZE for the tables whose plans may get better by it.
enum OptimizePragma {
  static let definition = PragmaDefinition("optimize", needs: .schema) {
    call, connection, rows throws(DatabaseError) in
    let mask = call.argument.map { PragmaArgument.integer32($0) } ?? defaultMask
    guard mask & actsOnTables != 0 else { return }
    let statements = try neededStatements(call, connection, mask: mask)
    if mask & onlyTells != 0 {
      for statement in statements { rows.append(.text(statement)) }
      return
    }
    let limit = connection.settings.pragmas.analysisLimit
    if mask & limitsWork != 0, limit == 0 || limit > workLimit {
      connection.settings.pragmas.analysisLimit = workLimit
    }
    defer { connection.settings.pragmas.analysisLimit = limit }
    for statement in statements {
      guard let prepared = try connection.prepare(statement).statement else { continue }
      defer { connection.finish(prepared) }
      while try prepared.step() {}
    }
  }

  private static let defaultMask: Int32 = 0xfffe
  private static let onlyTells: Int32 = 0x01
  private static let actsOnTables: Int32 = 0x02
  private static let limitsWork: Int32 = 0x10
  private static let looksAtAllTables: Int32 = 0x10000
  private static let workLimit: Int64 = 2000
  /// A table is analysed again when it has grown or shrunk by this factor.
  private static let sizeChange = 10.0

  private static func neededStatements(
    _ call: PragmaCall, _ connection: Connection, mask: Int32
  ) throws(DatabaseError) -> [String] {
    var found: [String] = []
    let catalogs = connection.catalogSet
    for database in call.databases(of: connection) where database != 1 {
      let entry = catalogs.entries[database]
      for key in entry.catalog.listedNames {
        guard let table = entry.catalog.tables[key], !table.name.hasPrefixIgnoringCase("sqlite_") else {
          continue
        }
        let indexes = entry.catalog.indexesByTable[key] ?? []
        let lacksStatistics = indexes.contains { $0.statistics.isEmpty }
        guard lacksStatistics || mask & looksAtAllTables != 0 else { continue }
        let tree = try connection.tree(database)
        let isNeeded: Bool
        if lacksStatistics {
          isNeeded = try tree.hasEntries(table.rootPage)
        } else {
          let rows = Double(try tree.entryCount(table.rootPage))
          let known = entry.catalog.rowEstimates[key] ?? CostModel.defaultRows
          isNeeded = rows < known / sizeChange || rows > known * sizeChange
        }
        if isNeeded { found.append("ANALYZE \(quoted(entry.name)).\(quoted(table.name))") }
      }
    }
    return found
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension BTree {
  /// Whether there is anything in a tree, of whatever kind it is.
  fileprivate func hasEntries(_ root: PageNumber) throws(DatabaseError) -> Bool {
    let page = try loadPage(root)
    defer { pager.unpin(page.frame) }
    return !page.kind.isLeaf || page.cellCount > 0
  }
}
