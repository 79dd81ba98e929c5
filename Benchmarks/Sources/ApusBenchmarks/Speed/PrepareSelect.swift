import Apus
import CSQLite

/// Compiling a statement, with no cache of compiled ones.
struct PrepareSelect: Workload {
  let name: String
  let goal: Double
  let operations: Int
  let sql: String

  func runApus(_ setting: Setting) throws -> Sample {
    let connection = try Connection.open(Dataset.path(setting.directory))
    defer { connection.close() }
    try connection.run(script: setting.pragmas)
    connection.settings.statementCacheSize = 0
    connection.finish(try connection.compile(sql))  // reads the schema
    var checksum: Int64 = 0
    let start = CPUClock.now
    for _ in 0..<operations {
      let statement = try connection.compile(sql)
      checksum += Int64(statement.columnCount)
      connection.finish(statement)
    }
    return Sample(seconds: CPUClock.now - start, checksum: checksum)
  }

  func runSQLite(_ setting: Setting) throws -> Sample {
    let database = try SQLiteDatabase(Dataset.path(setting.directory))
    try database.run(setting.pragmas)
    sqlite3_finalize(try database.prepare(sql))
    var checksum: Int64 = 0
    let start = CPUClock.now
    for _ in 0..<operations {
      let statement = try database.prepare(sql)
      checksum += Int64(sqlite3_column_count(statement))
      sqlite3_finalize(statement)
    }
    return Sample(seconds: CPUClock.now - start, checksum: checksum)
  }
}
