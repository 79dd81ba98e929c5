import Apus
import Testing

@Suite("Functions and collations of the program")
struct FunctionTests {
  private struct NoInitials: Error, CustomStringConvertible { var description: String { "no name" } }

  /// The product of numbers; a window function, because a factor can be divided out.
  private struct Product: WindowFunction {
    var product = 1.0
    var zeros = 0

    mutating func step(_ arguments: FunctionValues) throws {
      let factor = try arguments[0, as: Double.self]
      if factor == 0 { zeros += 1 } else { product *= factor }
    }

    mutating func inverse(_ arguments: FunctionValues) throws {
      let factor = try arguments[0, as: Double.self]
      if factor == 0 { zeros -= 1 } else { product /= factor }
    }

    func value() throws -> (any ColumnValue)? { zeros > 0 ? 0 : product }
  }

  private struct Longest: AggregateFunction {
    var text: String?

    mutating func step(_ arguments: FunctionValues) throws {
      guard let next = try arguments[0, as: String?.self] else { return }
      if next.count > text?.count ?? -1 { text = next }
    }

    func value() throws -> (any ColumnValue)? { text }
  }

  /// The largest number of arguments so far.
  private struct Widest: WindowFunction {
    var count = 0
    mutating func step(_ arguments: FunctionValues) throws { count = max(count, arguments.count) }
    mutating func inverse(_ arguments: FunctionValues) throws {}
    func value() throws -> (any ColumnValue)? { count }
  }

  private static func configuration() throws -> Database.Configuration {
    var configuration = Database.Configuration()
    configuration.functions = [
      .scalar("initials", arguments: 1...1, options: .deterministic) { arguments in
        guard let name = try arguments[0, as: String?.self] else { return nil }
        guard !name.isEmpty else { throw NoInitials() }
        return String(name.split(separator: " ").compactMap(\.first))
      },
      .scalar("joined", arguments: 1...4) { arguments in
        (0..<arguments.count).map { "\(arguments[$0])" }.joined(separator: "/")
      },
      .scalar("joined", arguments: 2...2) { _ in "two" },
      .scalar("abs", arguments: 1...1) { _ in "mine" },
      .scalar("secret", arguments: 0...0, options: .directOnly) { _ in 42 },
      .window("product", arguments: 1...1) { Product() },
      .aggregate("longest", arguments: 1...1) { Longest() },
      .scalar("counted", arguments: 0...1000) { $0.count },
      .window("widest", arguments: 0...1000) { Widest() },
    ]
    configuration.collations = [
      try ApplicationCollation("backwards") { $0 > $1 },
      try ApplicationCollation("length") { left, right in left.count - right.count },
    ]
    return configuration
  }

  private func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? DatabaseError)?.message
    }
  }

  @Test(
    "scalar functions get values and answer values; overloads by number of arguments; built-in ones give way")
  func scalars() throws {
    let database = try Database.inMemory(Self.configuration())
    try database.write { tx in
      let row = try tx.query(
        "SELECT initials('Ada King Lovelace'), initials(NULL), joined(1), joined(1, 2), joined(x'00', 'a', 2.5), abs(-1)"
      ).values()[0]
      #expect(
        row == ["AKL", nil, "integer(1)", "two", "blob([0])/text(\"a\")/real(2.5)", "mine"])
      #expect(try tx.query("SELECT INITIALS('a b') IS 'ab'").scalar(Bool.self) == true)
    }
    try database.read { tx in
      #expect(
        message { _ = try tx.query("SELECT initials('')").values() } == "no name")
      #expect(
        message { _ = try tx.query("SELECT initials(5)").values() } == "argument 1 is no Optional<String>")
      #expect(
        message { _ = try tx.query("SELECT initials('a', 'b')").values() }
          == "wrong number of arguments to function initials()")
      #expect(message { _ = try tx.query("SELECT nosuch(1)").values() } == "no such function: nosuch")
    }
  }

  @Test("functions take up to 1,000 arguments", arguments: [0, 1, 255, 256, 257, 512, 767, 1000])
  func manyArguments(_ count: Int) throws {
    let database = try Database.inMemory(Self.configuration())
    let list = repeatElement("a", count: count).joined(separator: ", ")
    let last = count > 1 ? ", max(\(list))" : ""
    try database.read { tx in
      let row = try tx.query("SELECT counted(\(list)) \(last) FROM (SELECT 7 AS a LIMIT 1)").values()[0]
      #expect(row.first == .integer(Int64(count)))
      #expect(row.dropFirst().allSatisfy { $0 == 7 })
      #expect(
        try tx.query("SELECT widest(\(list)) FROM (SELECT 7 AS a)").values() == [[.integer(Int64(count))]])
      #expect(
        try tx.query("SELECT widest(\(list)) OVER (ORDER BY a ROWS 1 PRECEDING) FROM (SELECT 7 AS a)")
          .values()
          == [[.integer(Int64(count))]])
    }
  }

  @Test("a deterministic function can be indexed; others cannot, and a direct-only one not be used in a view")
  func schema() throws {
    let database = try Database.inMemory(Self.configuration())
    try database.write { tx in
      try tx.execute(
        """
        CREATE TABLE person(name TEXT);
        CREATE INDEX by_initials ON person(initials(name));
        INSERT INTO person VALUES ('Ada Lovelace'), ('Grace Hopper'), ('Alan Turing');
        CREATE VIEW v AS SELECT secret();
        CREATE TEMP VIEW w AS SELECT secret();
        """)
      #expect(
        try tx.query("SELECT name FROM person WHERE initials(name) = 'GH'").values() == [["Grace Hopper"]])
      #expect(
        message { try tx.execute("CREATE INDEX i ON person(joined(name))") }
          == "non-deterministic functions prohibited in index expressions")
      #expect(message { _ = try tx.query("SELECT * FROM v").values() } == "unsafe use of secret()")
      #expect(try tx.query("SELECT * FROM w").scalar(Int.self) == 42)
    }
  }

  @Test("aggregates have a state for every group")
  func aggregates() throws {
    let database = try Database.inMemory(Self.configuration())
    try database.write { tx in
      try tx.execute("CREATE TABLE t(g, n, s)")
      try tx.execute("INSERT INTO t VALUES (1, 2, 'a'), (1, 3, 'bcd'), (2, 4, NULL), (2, 0, 'x')")
      let groups = try tx.query("SELECT g, product(n), longest(s) FROM t GROUP BY g").values()
      #expect(groups == [[1, 6.0, "bcd"], [2, 0, "x"]])
      #expect(try tx.query("SELECT product(n), longest(s) FROM t WHERE g > 9").values() == [[1.0, nil]])
      #expect(
        message { _ = try tx.query("SELECT product(s) FROM t").values() } == "argument 1 is no Double")
      #expect(
        message { _ = try tx.query("SELECT g FROM t WHERE product(n) > 1").values() }
          == "misuse of aggregate function product()")
      // A statement that ends early frees the states that it has.
      let statement = try tx.prepare("SELECT longest(s) FROM t GROUP BY g")
      #expect(try statement.step())
      statement.finish()
    }
  }

  @Test("window functions take rows in and out; an aggregate that cannot is refused")
  func windows() throws {
    let database = try Database.inMemory(Self.configuration())
    try database.write { tx in
      try tx.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, n)")
      try tx.execute("INSERT INTO t(n) VALUES (2), (3), (0), (5)")
      let sliding = try tx.query(
        "SELECT product(n) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t"
      ).values()
      #expect(sliding == [[2.0], [6.0], [0], [0]])
      let growing = try tx.query("SELECT product(n) OVER (ORDER BY a) FROM t WHERE n > 0").values()
      #expect(growing == [[2.0], [6.0], [30.0]])
      let others = try tx.query(
        "SELECT product(n) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM t"
      ).values()
      #expect(others == [[0], [0], [30.0], [0]])
      #expect(
        message { _ = try tx.query("SELECT longest(n) OVER () FROM t").values() }
          == "longest() may not be used as a window function")
    }
  }

  @Test("collations order and compare text, in indexes too")
  func collations() throws {
    let directory = TemporaryDirectory()
    let database = try Database(directory.file("c.db"), Self.configuration())
    try database.write { tx in
      try tx.execute(
        """
        CREATE TABLE t(a TEXT COLLATE backwards, b TEXT);
        CREATE INDEX i ON t(a);
        CREATE INDEX j ON t(b COLLATE length);
        INSERT INTO t VALUES ('b', 'two'), ('c', 'x'), ('a', 'four');
        """)
    }
    try database.read { (tx: Transaction) throws in
      #expect(try tx.query("SELECT a FROM t ORDER BY a").values() == [["c"], ["b"], ["a"]])
      #expect(try tx.query("SELECT a FROM t WHERE a > 'b'").values() == [["a"]])
      #expect(
        try tx.query("SELECT b FROM t ORDER BY b COLLATE length").values() == [["x"], ["two"], ["four"]])
      #expect(try tx.query("SELECT a FROM t WHERE b COLLATE length = 'abc'").values() == [["b"]])
      #expect(
        try tx.query("SELECT group_concat(name) FROM pragma_collation_list").scalar(String.self)
          == "backwards,length,RTRIM,NOCASE,BINARY")
      #expect(try tx.query("PRAGMA integrity_check").values() == [["ok"]])
    }
    #expect(throws: DatabaseError.self) { _ = try ApplicationCollation("Binary") { $0 < $1 } }
    // A connection that does not know them reads what needs no order.
    let other = try Database(directory.file("c.db"))
    try other.read { tx in
      #expect(
        message { _ = try tx.query("SELECT a FROM t ORDER BY b COLLATE length").values() }
          == "no such collation sequence: length")
      #expect(
        message { _ = try tx.query("SELECT a FROM t ORDER BY a").values() }
          == "no such collation sequence: backwards")
    }
    // SQLite, which judges the file, does not know them either.
    try database.write { try $0.execute("DROP TABLE t") }
  }
}
