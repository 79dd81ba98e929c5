import Apus
import CSQLite

/// Rows into an empty table, each in a transaction of its own.
struct AutocommitInsert: Workload {
  let name = "insert, autocommit"
  let goal = 1.1
  let operations: Int
  private let sql = "INSERT INTO t VALUES(?1, ?2, 'a text of forty bytes, more or less so', 1.5)"

  func runApus(_ setting: Setting) throws -> Sample {
    let path = setting.directory + "/autocommit-apus.db"
    try removeDatabase(path)
    let connection = try Connection.open(path)
    defer { connection.close() }
    try connection.run(script: setting.pragmas + Dataset.createTable)
    let statement = try connection.compile(sql)
    defer { connection.finish(statement) }
    let start = CPUClock.now
    for id in 1...operations {
      try statement.bind(1, integer: Int64(id))
      try statement.bind(2, integer: Int64(id % 97))
      _ = try statement.step()
      statement.reset()
    }
    return Sample(seconds: CPUClock.now - start, checksum: connection.lastInsertRowID)
  }

  func runSQLite(_ setting: Setting) throws -> Sample {
    let path = setting.directory + "/autocommit-sqlite.db"
    try removeDatabase(path)
    let database = try SQLiteDatabase(path)
    try database.run(setting.pragmas + Dataset.createTable)
    let statement = try database.prepare(sql)
    defer { sqlite3_finalize(statement) }
    let start = CPUClock.now
    for id in 1...operations {
      sqlite3_bind_int64(statement, 1, Int64(id))
      sqlite3_bind_int64(statement, 2, Int64(id % 97))
      guard sqlite3_step(statement) == SQLITE_DONE else { throw database.failure }
      sqlite3_reset(statement)
    }
    return Sample(seconds: CPUClock.now - start, checksum: sqlite3_last_insert_rowid(database.handle))
  }
}
