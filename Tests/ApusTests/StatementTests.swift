import Apus
import Testing

@Suite("Statements and rows")
struct StatementTests {
  private let db: Database

  init() throws {
    db = try Database.inMemory()
    try db.write { try $0.execute("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB, n)") }
  }

  @Test("Values of all types go in and come out")
  func roundTrip() throws {
    try db.write { tx in
      try tx.execute(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?)", [Int64.min, 0.1, "swift 🐦", [0, 255, 1] as [UInt8], nil])
    }
    try db.read { tx in
      let rows = try tx.query("SELECT * FROM t")
      let row = try #require(try rows.next())
      #expect(row.count == 5)
      #expect(row.columnNames == ["i", "r", "s", "b", "n"])
      #expect(try row[0, as: Int64.self] == .min)
      #expect(try row["r", as: Double.self] == 0.1)
      #expect(try row["S", as: String.self] == "swift 🐦")
      #expect(try row["b", as: [UInt8].self] == [0, 255, 1])
      #expect(try row["n", as: Int?.self] == nil)
      #expect(try row["n"] == .null)
      #expect(try row.withBytes(2) { $0.count } == 10)
      #expect(try row.copy() == [.integer(.min), 0.1, "swift 🐦", .blob([0, 255, 1]), nil])
      #expect(try rows.next() == nil)
      #expect(try rows.next() == nil)
    }
  }

  @Test("A type that cannot hold the value is a mismatch, never a wrong value")
  func mismatches() throws {
    try db.read { tx in
      let rows = try tx.query("SELECT 300, 1.5, '12', NULL, x'00', 2.0")
      let row = try #require(try rows.next())
      #expect(errorCode { _ = try row[0, as: UInt8.self] } == .mismatch)
      #expect(errorCode { _ = try row[1, as: Int.self] } == .mismatch)
      #expect(errorCode { _ = try row[2, as: Int.self] } == .mismatch)
      #expect(errorCode { _ = try row[3, as: String.self] } == .mismatch)
      #expect(errorCode { _ = try row[4, as: String.self] } == .mismatch)
      #expect(try row[0, as: Double.self] == 300)
      #expect(try row[0, as: Bool.self])
      #expect(try row[5, as: Int.self] == 2)
      #expect(errorCode { _ = try row[6, as: Int.self] } == .range)
      #expect(errorCode { _ = try row[-1] } == .range)
      #expect(errorCode { _ = try row["nothing"] } == .range)
    }
  }

  @Test("A raw-representable type reads and binds as its raw value")
  func rawRepresentable() throws {
    try db.write { try $0.execute("INSERT INTO t(s) VALUES (?)", [Color.red]) }
    try db.read { tx in
      let color = try tx.query("SELECT s FROM t").scalar(Color.self)
      #expect(color == .red)
      #expect(errorCode { _ = try tx.query("SELECT 'mauve'").scalar(Color.self) } == .mismatch)
    }
  }

  private enum Color: String, ColumnValue { case red, blue }

  @Test("Parameters by position, number and name; what does not fit is refused")
  func parameters() throws {
    try db.read { tx in
      let swapped = try tx.query("SELECT ?2, ?1", ["a", "b"]).values()
      #expect(swapped == [["b", "a"]])
      let sum = try tx.query("SELECT :a + @b + $c", ["a": 1, "@b": 2, "c": 3]).scalar(Int.self)
      #expect(sum == 6)
      #expect(errorCode { _ = try tx.query("SELECT ?", [1, 2]) } == .range)
      #expect(errorCode { _ = try tx.query("SELECT ?, ?", [1]) } == .range)
      #expect(errorCode { _ = try tx.query("SELECT :a", ["b": 1]) } == .range)
      #expect(errorCode { _ = try tx.query("SELECT :a, :b", ["a": 1]) } == .range)
      #expect(errorCode { try tx.execute("SELECT ?") } == .range)
    }
  }

  @Test("A prepared statement runs many times, step by step too")
  func prepared() throws {
    try db.write { tx in
      let insert = try tx.prepare("INSERT INTO t(i, s) VALUES (?, ?)")
      for number in 1...100 { try insert.execute([number, "row \(number)"]) }
      #expect(errorCode { try insert.bind(1, at: 3) } == .range)
    }
    try db.read { tx in
      let select = try tx.prepare("SELECT s FROM t WHERE i = :i")
      #expect(select.parameterCount == 1)
      #expect(select.columnNames == ["s"])
      for number in [1, 50, 100] {
        try select.bind(number, named: "i")
        #expect(try select.step())
        #expect(try select.row()[0, as: String.self] == "row \(number)")
        #expect(try !select.step())
      }
      #expect(try select.query(["i": 7]).map { try $0[0, as: String.self] } == ["row 7"])
    }
  }

  @Test("A statement has all the parameters that are written in it, also where nothing reads them")
  func unreadParameters() throws {
    try db.write { tx in
      let select = try tx.prepare("SELECT :a IN (), 0 AND :b, ?5")
      #expect(select.parameterCount == 5)
      try select.bind(1, named: "b")
      try tx.execute("CREATE TABLE u(i INTEGER PRIMARY KEY, s)")
      let upsert = try tx.prepare(
        "INSERT INTO u(i) VALUES (1) ON CONFLICT (i) DO NOTHING ON CONFLICT DO UPDATE SET s = :s")
      #expect(upsert.parameterCount == 1)
      try upsert.bind("x", named: "s")
    }
  }

  @Test("A row is over after the next step")
  func staleRow() throws {
    try db.read { tx in
      let rows = try tx.query("SELECT 1 UNION ALL SELECT 2")
      let first = try #require(try rows.next())
      let second = try #require(try rows.next())
      #expect(errorCode { _ = try first[0] } == .misuse)
      #expect(try second[0] == 2)
    }
  }

  @Test("An error names the offset in the text, in a script too")
  func errorOffsets() throws {
    try db.read { tx in
      do {
        try tx.execute("SELECT 1; SELECT missing FROM t")
        Issue.record("no error")
      } catch let error as DatabaseError {
        #expect(error.code == .error)
        #expect(error.message == "no such column: missing")
        #expect(error.sqlOffset == 17)
      }
      #expect(errorCode { _ = try tx.prepare("SELECT 1; SELECT 2") } == .misuse)
      #expect(errorCode { _ = try tx.prepare(" -- nothing") } == .misuse)
    }
  }

  @Test("An error carries the text that it happened in")
  func errorTexts() throws {
    func text(_ body: () throws -> Void) -> String? {
      do {
        try body()
        return nil
      } catch { return (error as? DatabaseError)?.statement }
    }
    try db.write { tx in
      try tx.execute("CREATE TABLE w(a UNIQUE)")
      #expect(text { _ = try tx.prepare("SELECT nosuch") } == "SELECT nosuch")
      #expect(text { try tx.execute("SELECT 1; SELECT nosuch") } == "SELECT 1; SELECT nosuch")
      let insert = try tx.prepare("INSERT INTO w VALUES (?)")
      try insert.execute([1])
      #expect(text { try insert.execute([1]) } == "INSERT INTO w VALUES (?)")
      #expect(text { while try insert.step() {} } == "INSERT INTO w VALUES (?)")
      #expect(text { try tx.execute("INSERT INTO w VALUES (?)", [1]) } == "INSERT INTO w VALUES (?)")
      #expect(insert.sql == "INSERT INTO w VALUES (?)")
    }
  }

  @Test("Table-valued functions are read like tables; a name that is none is refused")
  func tableFunctions() throws {
    try db.read { tx in
      let sum = try tx.query("SELECT sum(value) FROM generate_series(1, 4)").scalar(Int.self)
      #expect(sum == 10)
      let member = try tx.query("SELECT value FROM json_each('[7]')").scalar(Int.self)
      #expect(member == 7)
      let error = #expect(throws: DatabaseError.self) { try tx.query("SELECT * FROM pragma_nosuch('t')") }
      #expect(error?.message == "no such table: pragma_nosuch")
    }
  }

  @Test("A violated constraint leaves the transaction usable")
  func constraint() throws {
    try db.write { tx in
      try tx.execute("CREATE TABLE u(a UNIQUE); INSERT INTO u VALUES (1)")
      #expect(errorCode { try tx.execute("INSERT INTO u VALUES (2), (1)") } == .constraintUnique)
      try tx.execute("INSERT INTO u VALUES (3)")
    }
    #expect(try db.read { try $0.query("SELECT a FROM u ORDER BY a").values() } == [[1], [3]])
  }

  @Test("a statement that is finished and let go is nothing to its transaction any more")
  func finishedAndGone() throws {
    let database = try Database.inMemory()
    for _ in 0..<20 {
      try database.write { tx in
        for _ in 0..<20 {
          let statement = try tx.prepare("SELECT 1 UNION ALL SELECT 2")
          _ = try statement.step()
          statement.finish()
        }
      }
    }
  }
}
