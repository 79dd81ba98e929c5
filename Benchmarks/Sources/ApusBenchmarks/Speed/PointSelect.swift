import Apus
import CSQLite

/// Rows by uniformly random rowid, inside one transaction or each in its own: an integer and a text of 40 bytes of each are
/// read.
struct PointSelect: Workload {
  let name: String
  let goal: Double
  /// Each in a transaction of its own: another process may write between any two.
  let isAutocommit: Bool
  /// The read lock stays for some milliseconds: `OpenConfiguration.keepsReadLock`.
  var keepsReadLock = false
  let rows: Int
  let operations: Int
  private let sql = "SELECT k, v FROM t WHERE id = ?1"

  func runApus(_ setting: Setting) throws -> Sample {
    var configuration = OpenConfiguration()
    configuration.keepsReadLock = keepsReadLock
    let connection = try Connection.open(Dataset.path(setting.directory), configuration)
    defer { connection.close() }
    try connection.run(script: setting.pragmas + (isAutocommit ? "" : "BEGIN"))
    let statement = try connection.compile(sql)
    _ = try select(statement, seed: 1)  // fills the cache
    let start = CPUClock.now
    let checksum = try select(statement, seed: 2)
    let seconds = CPUClock.now - start
    connection.finish(statement)
    if !isAutocommit { try connection.run(script: "COMMIT") }
    return Sample(seconds: seconds, checksum: checksum)
  }

  private func select(_ statement: PreparedStatement, seed: UInt64) throws -> Int64 {
    var random = SplitMix(seed: seed)
    var checksum: Int64 = 0
    for _ in 0..<operations {
      try statement.bind(1, integer: Int64(random.below(UInt64(rows))) + 1)
      if try statement.step() {
        let row = statement.row
        checksum &+= row[0].integer
        checksum &+= Int64(row[1].bytes[3])
      }
      statement.reset()
    }
    return checksum
  }

  func runSQLite(_ setting: Setting) throws -> Sample {
    let database = try SQLiteDatabase(Dataset.path(setting.directory))
    try database.run(setting.pragmas + (isAutocommit ? "" : "BEGIN"))
    let statement = try database.prepare(sql)
    _ = select(statement, seed: 1)
    let start = CPUClock.now
    let checksum = select(statement, seed: 2)
    let seconds = CPUClock.now - start
    sqlite3_finalize(statement)
    if !isAutocommit { try database.run("COMMIT") }
    return Sample(seconds: seconds, checksum: checksum)
  }

  private func select(_ statement: OpaquePointer, seed: UInt64) -> Int64 {
    var random = SplitMix(seed: seed)
    var checksum: Int64 = 0
    for _ in 0..<operations {
      sqlite3_bind_int64(statement, 1, Int64(random.below(UInt64(rows))) + 1)
      if sqlite3_step(statement) == SQLITE_ROW {
        checksum &+= sqlite3_column_int64(statement, 0)
        checksum &+= Int64(sqlite3_column_text(statement, 1)[3])
      }
      sqlite3_reset(statement)
    }
    return checksum
  }
}
