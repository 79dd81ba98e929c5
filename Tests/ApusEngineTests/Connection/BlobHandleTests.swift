import Testing

@testable import ApusEngine

/// Messages are SQLite's (https://www.sqlite.org/c3ref/blob_open.html).
@Suite("Blobs are read and written in parts")
struct BlobHandleTests {
  let connection: Connection

  init() throws {
    connection = try Connection.open(":memory:")
    run(
      "PRAGMA page_size = 512", "CREATE TABLE t(a INTEGER PRIMARY KEY, b, c, d UNIQUE)",
      "INSERT INTO t VALUES (1, 7, zeroblob(5000), 'key'), (2, 'text', x'010203', 2.5)",
      "CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID", "CREATE VIEW v AS SELECT 1 AS a",
      "CREATE VIRTUAL TABLE n USING dbstat")
  }

  @discardableResult
  private func run(_ statements: String...) -> [String] {
    var answer: [String] = []
    for sql in statements {
      answer = []
      do {
        guard let statement = try connection.prepare(sql).statement else { continue }
        defer { connection.finish(statement) }
        while try statement.step() {
          answer.append(
            (0..<statement.columnCount).map { RecordingTable.text(statement.row[$0]) }.joined(separator: "|"))
        }
      } catch {
        answer = [error.message]
      }
    }
    return answer
  }

  private func message(_ body: () throws(DatabaseError) -> Void) -> String? {
    do throws(DatabaseError) {
      try body()
      return nil
    } catch {
      return error.message
    }
  }

  @Test("parts across overflow pages, committed when the handle is closed")
  func parts() throws {
    let blob = try connection.openBlob(table: "t", column: "c", rowID: 1, isWritable: true)
    #expect(blob.count == 5000)
    let pattern = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try blob.write(pattern, at: 20)
    #expect(try blob.read(20..<3020) == pattern)
    #expect(try blob.read(0..<21) == [UInt8](repeating: 0, count: 20) + [0])
    try blob.write([9, 8], at: 4998)
    #expect(try blob.read(4997..<5000) == [0, 9, 8])
    #expect(message { () throws(DatabaseError) in try blob.write([1], at: 5000) } == "SQL logic error")
    #expect(message { () throws(DatabaseError) in _ = try blob.read(4999..<5001) } == "SQL logic error")
    try blob.close()
    #expect(message { () throws(DatabaseError) in _ = try blob.read(0..<1) } == "the blob is closed")
    #expect(
      run("SELECT length(c), hex(substr(c, 21, 4)), hex(substr(c, 4999)) FROM t WHERE a = 1") == [
        "5000|00070E15|0908"
      ])
    #expect(run("PRAGMA integrity_check") == ["ok"])
  }

  @Test("a handle moves from row to row")
  func moves() throws {
    let blob = try connection.openBlob(table: "t", column: "c", rowID: 1)
    try blob.move(toRowID: 2)
    #expect(try blob.read(0..<blob.count) == [1, 2, 3])
    #expect(message { () throws(DatabaseError) in try blob.move(toRowID: 3) } == "no such rowid: 3")
    #expect(message { () throws(DatabaseError) in _ = try blob.read(0..<1) } == "SQL logic error")
    try blob.move(toRowID: 1)
    #expect(blob.count == 5000)
    #expect(
      message { () throws(DatabaseError) in try blob.write([1], at: 0) }
        == "attempt to write a readonly database")
  }

  @Test("what cannot be opened")
  func refusals() {
    func open(_ table: String, _ column: String, _ rowID: Int64 = 1, writing: Bool = false) -> String? {
      message { () throws(DatabaseError) in
        _ = try connection.openBlob(table: table, column: column, rowID: rowID, isWritable: writing)
      }
    }
    #expect(open("nosuch", "a") == "no such table: main.nosuch")
    #expect(open("t", "z") == "no such column: \"z\"")
    #expect(open("t", "c", 9) == "no such rowid: 9")
    #expect(open("t", "b") == "cannot open value of type integer")
    #expect(open("t", "d", 2) == "cannot open value of type real")
    #expect(open("t", "a") == "cannot open value of type null")
    #expect(open("t", "d", writing: true) == "cannot open indexed column for writing")
    #expect(open("t", "d") == nil)
    #expect(open("w", "a") == "cannot open table without rowid: w")
    #expect(open("v", "a") == "cannot open view: v")
    #expect(open("n", "name") == "cannot open virtual table: n")
    // Nothing of these keeps a transaction open.
    #expect(run("DROP TABLE w") == [])
  }

  @Test("changes of others: the handle stays on its row, or is expired")
  func expiry() throws {
    let blob = try connection.openBlob(table: "t", column: "c", rowID: 1)
    run(
      "INSERT INTO t SELECT x, 1, zeroblob(200), x FROM (WITH RECURSIVE c(x) AS (SELECT 10 UNION ALL SELECT x + 1 FROM c LIMIT 50) SELECT x FROM c)"
    )
    #expect(try blob.read(0..<2) == [0, 0])
    run("UPDATE t SET c = zeroblob(10) WHERE a = 1")
    #expect(message { () throws(DatabaseError) in _ = try blob.read(0..<2) } == "query aborted")
    run("DELETE FROM t WHERE a = 1")
    #expect(message { () throws(DatabaseError) in _ = try blob.read(0..<2) } == "query aborted")
    try blob.close()
    run("BEGIN")
    let other = try connection.openBlob(table: "t", column: "c", rowID: 2, isWritable: true)
    try other.write([9], at: 0)
    #expect(run("COMMIT") == ["cannot commit transaction - SQL statements in progress"])
    run("ROLLBACK")
    #expect(message { () throws(DatabaseError) in try other.write([9], at: 0) } == "query aborted")
    try other.close()
    #expect(run("SELECT hex(c) FROM t WHERE a = 2") == ["010203"])
  }
}
