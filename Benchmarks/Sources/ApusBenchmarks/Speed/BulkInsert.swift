import Apus
import CSQLite

/// The rows that are inserted: a fresh generator gives the same ones.
struct RowGenerator {
  private var random = SplitMix(seed: 42)
  private let keys: UInt64
  var text = [UInt8](repeating: 0, count: 40)
  var key: Int64 = 0
  var real = 0.0

  init(keys: Int) { self.keys = UInt64(keys) }

  @inline(__always)
  mutating func next() {
    key = Int64(random.below(keys))
    real = Double(random.below(1_000_000)) / 100
    for word in 0..<5 {
      var bits = random.next()
      for byte in 0..<8 {
        text[word * 8 + byte] = UInt8(truncatingIfNeeded: 97 + (bits & 15))
        bits >>= 8
      }
    }
  }
}

private let insertSQL = "INSERT INTO t VALUES(?1, ?2, ?3, ?4)"

extension Dataset {
  static func fill(_ database: SQLiteDatabase, rows: Int) throws {
    let statement = try database.prepare(insertSQL)
    defer { sqlite3_finalize(statement) }
    var generator = RowGenerator(keys: rows)
    for id in 1...rows {
      generator.next()
      sqlite3_bind_int64(statement, 1, Int64(id))
      sqlite3_bind_int64(statement, 2, generator.key)
      sqlite3_bind_double(statement, 4, generator.real)
      let result = generator.text.withUnsafeBufferPointer { bytes -> Int32 in
        bytes.withMemoryRebound(to: CChar.self) {
          _ = sqlite3_bind_text(statement, 3, $0.baseAddress, 40, nil)
        }
        return sqlite3_step(statement)
      }
      guard result == SQLITE_DONE else { throw database.failure }
      sqlite3_reset(statement)
    }
  }

  static func fill(_ connection: Connection, rows: Int) throws {
    let statement = try connection.compile(insertSQL)
    defer { connection.finish(statement) }
    var generator = RowGenerator(keys: rows)
    for id in 1...rows {
      generator.next()
      try statement.bind(1, integer: Int64(id))
      try statement.bind(2, integer: generator.key)
      try statement.bind(4, .real(generator.real))
      try generator.text.withUnsafeBytes { try statement.bind(3, .text($0.baseAddress, count: 40)) }
      _ = try statement.step()
      statement.reset()
    }
  }
}

/// All rows into an empty table, in one transaction, with the commit.
struct BulkInsert: Workload {
  let name = "bulk insert, one transaction"
  let goal = 1.0
  let rows: Int
  var operations: Int { rows }

  func runApus(_ setting: Setting) throws -> Sample {
    let path = setting.directory + "/insert-apus.db"
    try removeDatabase(path)
    let connection = try Connection.open(path)
    defer { connection.close() }
    try connection.run(script: setting.pragmas + Dataset.createTable)
    let start = CPUClock.now
    try connection.run(script: "BEGIN")
    try Dataset.fill(connection, rows: rows)
    try connection.run(script: "COMMIT")
    return Sample(seconds: CPUClock.now - start, checksum: connection.lastInsertRowID)
  }

  func runSQLite(_ setting: Setting) throws -> Sample {
    let path = setting.directory + "/insert-sqlite.db"
    try removeDatabase(path)
    let database = try SQLiteDatabase(path)
    try database.run(setting.pragmas + Dataset.createTable)
    let start = CPUClock.now
    try database.run("BEGIN")
    try Dataset.fill(database, rows: rows)
    try database.run("COMMIT")
    return Sample(seconds: CPUClock.now - start, checksum: sqlite3_last_insert_rowid(database.handle))
  }
}
