import Apus
import Testing

/// A row is valid until its own statement steps on, whatever other statements do to the pages that it came from.
@Suite("Rows beside changes")
struct RowLifetimeTests {
  private static let long = String(repeating: "the first value ", count: 20)

  private func row(changedBy change: (Transaction) throws -> Void) throws -> [Value] {
    let db = try Database.inMemory()
    return try db.write { tx in
      try tx.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b BLOB)")
      let insert = try tx.prepare("INSERT INTO t(a, b) VALUES (?, zeroblob(100))")
      for _ in 0..<50 { try insert.execute([Self.long]) }
      let select = try tx.prepare("SELECT a, b, id FROM t WHERE id >= 7 ORDER BY id")
      #expect(try select.step())
      let row = try select.row()
      try change(tx)
      return try row.copy()
    }
  }

  private let expected: [Value] = [.text(long), .blob([UInt8](repeating: 0, count: 100)), 7]

  @Test("An update in place")
  func update() throws {
    #expect(
      try row { try $0.execute("UPDATE t SET a = upper(a), b = randomblob(100)") } == expected)
  }

  @Test("Deleting the row and filling its place")
  func delete() throws {
    let found = try row { tx in
      try tx.execute("DELETE FROM t")
      let insert = try tx.prepare("INSERT INTO t(a) VALUES (?)")
      for _ in 0..<100 { try insert.execute([String(repeating: "#", count: 400)]) }
    }
    #expect(found == expected)
  }

  @Test("Rolling back the savepoint that made the row's page")
  func rollback() throws {
    struct Stop: Error {}
    let db = try Database.inMemory()
    try db.write { tx in
      try tx.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT)")
      #expect(throws: Stop.self) {
        try tx.savepoint {
          let insert = try tx.prepare("INSERT INTO t(a) VALUES (?)")
          for _ in 0..<50 { try insert.execute([Self.long]) }
          throw Stop()
        }
      }
      try tx.execute("INSERT INTO t(a) VALUES ('short')")
      let select = try tx.prepare("SELECT a FROM t")
      #expect(try select.step())
      let row = try select.row()
      #expect(throws: Stop.self) {
        try tx.savepoint {
          try tx.execute("UPDATE t SET a = 'SHORT'; INSERT INTO t(a) SELECT hex(randomblob(200)) FROM t")
          throw Stop()
        }
      }
      #expect(try row[0] == "short")
    }
  }
}
