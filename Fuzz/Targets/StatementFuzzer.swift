// A libFuzzer target for statements: any text is run, statement by statement, on a small database in memory.
// Whatever it says, each statement answers or refuses with an error that has a message, within a bounded number of instructions; nothing traps, and
// afterwards the database is sound.
//
// Compiled in one module with the sources of ApusEngine, so that the counters of libFuzzer lie in binder, planner, code generator and machine.

import ApusSQL

/// Instructions between two looks of the progress handler are a constant of the machine; so many looks a text has.
private let budget = 400

private let schema = [
  "PRAGMA foreign_keys = ON",
  "CREATE TABLE t1(a INTEGER PRIMARY KEY, b TEXT COLLATE NOCASE, c REAL, d BLOB DEFAULT x'00ff', UNIQUE(b, c))",
  "CREATE TABLE t2(x INT NOT NULL, y REFERENCES t1(a) ON DELETE CASCADE, z CHECK (z IS NOT 7))",
  "CREATE TABLE t3(k TEXT, n INTEGER, v ANY, PRIMARY KEY(k, n)) WITHOUT ROWID, STRICT",
  "CREATE INDEX i1 ON t1(c DESC, b)", "CREATE INDEX i2 ON t2(x + 1) WHERE y > 1", "CREATE UNIQUE INDEX i3 ON t2(z, x)",
  "CREATE VIEW v1(p, q) AS SELECT a, sum(x) FROM t1 LEFT JOIN t2 ON y = a GROUP BY a",
  "CREATE TRIGGER r1 AFTER UPDATE OF b ON t1 WHEN new.b > 'b' BEGIN INSERT OR IGNORE INTO t3 VALUES (old.b, new.a, new.c); END",
  "CREATE TRIGGER r2 INSTEAD OF INSERT ON v1 BEGIN INSERT INTO t1(b) VALUES (new.p); END",
  "INSERT INTO t1 VALUES (1, 'one', 1.5, NULL), (2, 'Two', -2, 'x'), (5, NULL, 1e300, x'41'), (9223372036854775807, '', 0.0, 7)",
  "INSERT INTO t2 VALUES (1, 1, 'q'), (2, 1, NULL), (-9, NULL, 3.5), (1, 5, x'')",
  "INSERT INTO t3 VALUES ('one', 1, 1.0), ('ONE', -1, '[1,{\"a\":null}]'), ('', 0, x'0b')",
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStatements(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data, count > 0 else { return 0 }
  let system = MemoryFileSystem(clock: POSIXFileSystem.shared, maximumFileSize: 8 << 20)
  do throws(DatabaseError) {
    let connection = try Connection.open("/fuzz.db", OpenConfiguration(), vfs: system)
    defer { connection.close() }
    for sql in schema + ["PRAGMA cache_size = 60", "PRAGMA max_page_count = 2000"] { try run(Array(sql.utf8), connection) }
    var looks = 0
    connection.progressHandler = {
      looks += 1
      return looks > budget
    }
    _ = try? run(Array(UnsafeBufferPointer(start: data, count: count)), connection)
    connection.progressHandler = nil
    if !connection.isAutocommit { try run(Array("ROLLBACK".utf8), connection) }
    if !mentionsPragma(UnsafeBufferPointer(start: data, count: count)) { try check(connection) }
  } catch {
    fatalError("the database cannot be made: \(error)")
  }
  return 0
}

/// Runs the statements of a text one by one, up to the first that fails.
/// - Returns: the first column of the last row, if it is text.
@discardableResult
private func run(_ text: [UInt8], _ connection: Connection) throws(DatabaseError) -> String? {
  var start = 0
  var statements = 0
  var last: String?
  while start < text.count, statements < 20 {
    statements += 1
    let (statement, length) = try text.withUnsafeBufferPointer { bytes in
      prepare(UnsafeBufferPointer(rebasing: bytes[start...]), connection)
    }.get()
    guard length > 0 else { break }
    start += length
    guard let statement else { continue }
    defer { connection.finish(statement) }
    var rows = 0
    while rows < 200, try step(statement) {
      rows += 1
      var sum: UInt8 = 0
      for column in 0..<statement.columnCount where statement.row[column].hasBytes {
        for byte in statement.row[column].bytes { sum &+= byte }
      }
      guard statement.columnCount > 0, statement.row[0].tag == .text else { continue }
      last = String(decoding: statement.row[0].bytes, as: UTF8.self)
    }
  }
  return last
}

private func prepare(
  _ bytes: UnsafeBufferPointer<UInt8>, _ connection: Connection
) -> Result<(PreparedStatement?, Int), DatabaseError> {
  do throws(DatabaseError) {
    return .success(try connection.prepare(bytes))
  } catch {
    precondition(!error.message.isEmpty, "an error without a message")
    return .failure(error)
  }
}

/// Pragmas may turn off what keeps a database sound: CHECK, or the protection of the schema table.
private func mentionsPragma(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let word: StaticString = "pragma"
  return text.indices.contains { start in
    start + word.utf8CodeUnitCount <= text.count
      && (0..<word.utf8CodeUnitCount).allSatisfy { text[start + $0] | 0x20 == word.utf8Start[$0] }
  }
}

private func step(_ statement: PreparedStatement) throws(DatabaseError) -> Bool {
  do throws(DatabaseError) {
    return try statement.step()
  } catch {
    precondition(!error.message.isEmpty, "an error without a message")
    throw error
  }
}

/// What statements have made of a sound database is sound.
private func check(_ connection: Connection) throws(DatabaseError) {
  let verdict = try run(Array("PRAGMA integrity_check(3)".utf8), connection)
  precondition(verdict == "ok", "not sound: \(verdict ?? "")")
}
