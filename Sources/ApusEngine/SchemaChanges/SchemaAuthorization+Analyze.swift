// ANALYZE.

import ApusSQL

extension SchemaAuthorization {
  mutating func ignoresAnalysis(_ schema: Name?, _ name: Name?) throws(DatabaseError) -> Bool {
    let compiler = AnalyzeCompiler(ast: ast, catalogs: catalogs)
    guard let subjects = try? compiler.subjects(schema, name) else { return false }
    // SQLite goes on to the tables when it must not make those of the statistics.
    var refusal: DatabaseError?
    for subject in subjects {
      let catalog = catalogs[subject.database]
      do throws(DatabaseError) {
        if refusal == nil { try makesStatistics(of: subject) }
      } catch {
        refusal = error
      }
      let tables = subject.table.map { [$0] } ?? (catalog?.tables.values.map(\.name).sorted() ?? [])
      for table in tables where !table.hasPrefixIgnoringCase("sqlite_") {
        if try authorization.ignores(.analyze, table, database: subject.database) {
          tablesLeftOut[subject.database, default: []].insert(table.lowercasedASCII)
        }
      }
    }
    if let refusal { throw refusal }
    return false
  }

  /// The tables of the statistics are made, or lose what they have of the subject.
  mutating func makesStatistics(of subject: StatisticsSubject) throws(DatabaseError) {
    let database = subject.database
    for table in ["sqlite_stat1", "sqlite_stat4"] {
      if catalogs[database]?.tables[table] != nil {
        if subject.table != nil {
          try deletes(from: table, by: [subject.index == nil ? "tbl" : "idx"], database)
        }
        continue
      }
      if try ignoresNew(.createTable, table, database: database, isTemporary: false) {
        isLeftOut = true
      } else {
        try completesRow(database)
      }
    }
  }
}
