import Apus
import CSQLite

/// A query over the whole table; all rows of the result are read.
struct Query: Workload {
  let name: String
  let goal: Double
  let operations: Int
  let sql: String

  func runApus(_ setting: Setting) throws -> Sample {
    let connection = try Connection.open(Dataset.path(setting.directory))
    defer { connection.close() }
    try connection.run(script: setting.pragmas)
    let statement = try connection.compile(sql)
    defer { connection.finish(statement) }
    _ = try drain(statement)  // fills the cache
    let start = CPUClock.now
    let checksum = try drain(statement)
    return Sample(seconds: CPUClock.now - start, checksum: checksum)
  }

  private func drain(_ statement: PreparedStatement) throws -> Int64 {
    statement.reset()
    var checksum: Int64 = 0
    while try statement.step() {
      let cell = statement.row[0]
      checksum &+= cell.tag == .integer ? cell.integer : 1
    }
    return checksum
  }

  func runSQLite(_ setting: Setting) throws -> Sample {
    let database = try SQLiteDatabase(Dataset.path(setting.directory))
    try database.run(setting.pragmas)
    let statement = try database.prepare(sql)
    defer { sqlite3_finalize(statement) }
    _ = drain(statement)
    let start = CPUClock.now
    let checksum = drain(statement)
    return Sample(seconds: CPUClock.now - start, checksum: checksum)
  }

  private func drain(_ statement: OpaquePointer) -> Int64 {
    sqlite3_reset(statement)
    var checksum: Int64 = 0
    while sqlite3_step(statement) == SQLITE_ROW {
      let isInteger = sqlite3_column_type(statement, 0) == SQLITE_INTEGER
      checksum &+= isInteger ? sqlite3_column_int64(statement, 0) : 1
    }
    return checksum
  }
}
