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
    // One document for every tenth row, of some 200 bytes.
    try database.run(
      """
      CREATE TABLE d(id INTEGER PRIMARY KEY, doc TEXT);
      INSERT INTO d SELECT id, json_object('id', id, 'name', v, 'tags', json_array('a', k % 7, v),
        'place', json_object('x', r, 'y', k, 'note', 'some "quoted" text'), 'last', k % 1000)
      FROM t WHERE id % 10 = 0
      """)
    try database.run("COMMIT; CREATE INDEX t_k ON t(k); ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
  }
}

func removeDatabase(_ path: String) throws {
  for suffix in ["", "-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
    try FileManager.default.removeItem(atPath: path + suffix)
  }
}
