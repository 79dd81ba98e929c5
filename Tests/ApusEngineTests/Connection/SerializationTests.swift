import Testing

@testable import ApusEngine

@Suite("Databases become bytes and come back")
struct SerializationTests {
  private func rows(_ sql: String, _ connection: Connection) throws -> [String] {
    var answer: [String] = []
    guard let statement = try connection.prepare(sql).statement else { return answer }
    defer { connection.finish(statement) }
    while try statement.step() {
      answer.append(
        (0..<statement.columnCount).map { RecordingTable.text(statement.row[$0]) }.joined(separator: "|"))
    }
    return answer
  }

  @Test(
    "the bytes are a file's, uncommitted changes of the connection included", arguments: ["delete", "wal"])
  func roundTrip(mode: String) throws {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let first = try Connection.open("/s.db", vfs: files)
    #expect(try first.serialize() == [])
    _ = try rows("PRAGMA journal_mode = \(mode)", first)
    _ = try rows("CREATE TABLE t(a, b)", first)
    _ = try rows(
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500) INSERT INTO t SELECT x, hex(zeroblob(x)) FROM c",
      first)
    _ = try rows("BEGIN", first)
    _ = try rows("DELETE FROM t WHERE a > 400", first)
    let image = try first.serialize()
    _ = try rows("ROLLBACK", first)
    #expect(try rows("SELECT count(*) FROM t", first) == ["500"])
    #expect(image.count % 4096 == 0)
    let second = try Connection.open(":memory:")
    try second.deserialize(image)
    #expect(try rows("SELECT count(*), sum(length(b)) FROM t", second) == ["400|160400"])
    #expect(try rows("PRAGMA integrity_check", second) == ["ok"])
    _ = try rows("INSERT INTO t VALUES (1, 2)", second)
    // Again, over content.
    try second.deserialize(first.serialize())
    #expect(try rows("SELECT count(*) FROM t", second) == ["500"])
  }

  @Test("what is no database is refused, and nothing is lost")
  func refusals() throws {
    let connection = try Connection.open(":memory:")
    _ = try rows("CREATE TABLE t(a)", connection)
    #expect(throws: DatabaseError.self) {
      try connection.deserialize([UInt8](repeating: 7, count: 4096))
    }
    #expect(throws: DatabaseError.self) { try connection.serialize("nosuch") }
    #expect(throws: DatabaseError.self) { try connection.deserialize([], into: "temp") }
    #expect(try rows("SELECT count(*) FROM t", connection) == ["0"])
  }
}
