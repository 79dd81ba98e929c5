import Apus
import Foundation

/// The table that the reading workloads use: an integer, a text of 40 bytes and a real per row.
enum Dataset {
  static let createTable = "CREATE TABLE t(id INTEGER PRIMARY KEY, k INTEGER, v TEXT, r REAL)"

  static func path(_ directory: String) -> String { directory + "/dataset.db" }

  /// Makes the file by the C library: both engines read the same bytes.
  static func build(in directory: String, rows: Int) throws {
    let path = path(directory)
    try removeDatabase(path)
    let database = try SQLiteDatabase(path)
    try database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; \(createTable); BEGIN")
    try fill(database, rows: rows)
    try database.run("COMMIT; CREATE INDEX t_k ON t(k); ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

func removeDatabase(_ path: String) throws {
  for suffix in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
    try FileManager.default.removeItem(atPath: path + suffix)
  }
}
