import Apus
import Foundation
import Testing

@Suite("VACUUM", .enabled(if: StockShell.path != nil, "there is no sqlite3 on the path"))
struct VacuumTests {
  private let directory = TemporaryDirectory()

  /// Every kind of tree, with holes.
  static let content = """
    PRAGMA user_version = 7; PRAGMA application_id = 99;
    CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT UNIQUE, c);
    CREATE TABLE w(a TEXT PRIMARY KEY, b) WITHOUT ROWID;
    CREATE TABLE s(x INTEGER PRIMARY KEY AUTOINCREMENT, y);
    CREATE TABLE plain(x);
    CREATE INDEX tc ON t(c DESC, b) WHERE a > 10;
    CREATE VIEW v AS SELECT * FROM t;
    CREATE TRIGGER tr AFTER INSERT ON s BEGIN SELECT 1; END;
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
      INSERT INTO t SELECT i * 2, 'k' || i, printf('%.*c', i * 7 % 1500, 'x') FROM n;
    INSERT INTO t VALUES (100000, 'long', hex(zeroblob(40000)));
    INSERT INTO w SELECT b, c FROM t;
    INSERT INTO s(y) VALUES (1), (2), (3);
    INSERT INTO plain SELECT a FROM t;
    DELETE FROM t WHERE a % 3 = 0; DELETE FROM s WHERE x = 3; DELETE FROM plain WHERE rowid % 5 <> 1;
    """

  private func make(_ name: String, _ mode: JournalMode, before: String = "") throws -> (
    path: String, db: Database
  ) {
    let path = directory.file(name)
    var configuration = Database.Configuration()
    configuration.journalMode = mode
    configuration.busyTimeout = 0
    let db = try Database(path, configuration)
    try db.writeWithoutTransaction { try $0.execute(before + Self.content) }
    return (path, db)
  }

  private func run(_ sql: String, _ db: Database) throws {
    try db.writeWithoutTransaction { try $0.execute(sql) }
  }

  private func integer(_ sql: String, _ db: Database) throws -> Int? {
    try db.writeWithoutTransaction { try $0.query(sql).scalar(Int.self) }
  }

  /// All that SQLite finds, rowids included.
  private func content(_ path: String) throws -> String {
    try StockShell.run(
      path,
      """
      .dump
      SELECT rowid, x FROM plain; SELECT rowid, * FROM sqlite_sequence; PRAGMA user_version; PRAGMA application_id; PRAGMA encoding;
      """
    ).output
  }

  @Test(
    "The content stays, the holes go; others see it", arguments: JournalMode.allCases)
  func rebuilt(_ mode: JournalMode) throws {
    let (path, db) = try make("a.db", mode)
    let other = try Database(path)
    let before = try content(path)
    let pages = try #require(try integer("PRAGMA page_count", db))
    let cookie = try #require(try integer("PRAGMA schema_version", db))
    #expect(try #require(try integer("PRAGMA freelist_count", db)) > 50)
    let query = "SELECT sum(a) || '/' || sum(length(c)) FROM t"
    let seen = try other.read { try $0.query(query).scalar(String.self) }
    try run("VACUUM", db)
    #expect(try integer("PRAGMA freelist_count", db) == 0)
    #expect(try #require(try integer("PRAGMA page_count", db)) < pages - 50)
    #expect(try integer("PRAGMA schema_version", db) == cookie + 1)
    #expect(try other.read { try $0.query(query).scalar(String.self) } == seen)
    try run("INSERT INTO t VALUES (-1, 'after', NULL); DELETE FROM t WHERE a = -1", db)
    #expect(
      try db.read { try $0.query("PRAGMA integrity_check").map { try $0[0, as: String.self] } } == ["ok"])
    other.close()
    db.close()
    #expect(try content(path) == before)
    // As compact as SQLite's own.
    let copy = directory.file("copy.db")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let sizes = try StockShell.run(copy, "PRAGMA page_count; VACUUM; PRAGMA page_count").output
      .split(separator: "\n").compactMap { Int($0) }
    #expect(sizes.count == 2 && Double(sizes[0]) < Double(sizes[1]) * 1.03, "\(sizes)")
  }

  @Test(
    "The page size changes where it can", arguments: [512, 1024, 8192, 65_536],
    [JournalMode.delete, .persist, .wal])
  func pageSize(_ size: Int, _ mode: JournalMode) throws {
    let (path, db) = try make("p-\(size)-\(mode).db", mode)
    let before = try content(path)
    let other = try Database(path)
    #expect(try other.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 601)
    try run("PRAGMA page_size = \(size)", db)
    #expect(try integer("PRAGMA page_size", db) == 4096)
    try run("VACUUM", db)
    #expect(try integer("PRAGMA page_size", db) == (mode == .wal ? 4096 : size))
    if mode == .wal {
      // With a log the wish is forgotten, too.
      try run("VACUUM INTO '\(directory.file("w-\(size).db"))'", db)
      #expect(try StockShell.run(directory.file("w-\(size).db"), "PRAGMA page_size").output == "4096\n")
    }
    #expect(try other.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 601)
    try other.write {
      try $0.execute("INSERT INTO plain VALUES (1); DELETE FROM plain WHERE rowid = last_insert_rowid()")
    }
    other.close()
    db.close()
    #expect(try content(path) == before)
  }

  @Test("auto_vacuum changes, there and back", arguments: [JournalMode.delete, .wal])
  func autoVacuum(_ mode: JournalMode) throws {
    let (path, db) = try make("v-\(mode).db", mode)
    let before = try content(path)
    for (wanted, number) in [("full", 1), ("incremental", 2), ("none", 0), ("incremental", 2), ("full", 1)] {
      try run("PRAGMA auto_vacuum = \(wanted); VACUUM", db)
      #expect(try integer("PRAGMA auto_vacuum", db) == number)
      #expect(
        try StockShell.run(path, "PRAGMA auto_vacuum; PRAGMA integrity_check").output == "\(number)\nok\n")
      #expect(try content(path) == before)
    }
    db.close()
  }

  @Test("INTO a new file; the database itself stays as it is", arguments: [JournalMode.delete, .wal])
  func into(_ mode: JournalMode) throws {
    let (path, db) = try make("i-\(mode).db", mode, before: "PRAGMA encoding = 'UTF-16be';")
    let before = try content(path)
    let target = directory.file("into-\(mode).db")
    let pages = try integer("PRAGMA page_count", db)
    try db.writeWithoutTransaction { try $0.execute("VACUUM INTO ?", [target]) }
    #expect(try content(target) == before)
    #expect(try StockShell.run(target, "PRAGMA freelist_count; PRAGMA integrity_check").output == "0\nok\n")
    #expect(try integer("PRAGMA page_count", db) == pages)
    #expect(throws: DatabaseError.self) { try run("VACUUM INTO '\(target)'", db) }
    #expect(try content(target) == before)
    // An empty file will do.
    let empty = directory.file("empty-\(mode).db")
    #expect(FileManager.default.createFile(atPath: empty, contents: nil))
    try run("PRAGMA page_size = 1024; VACUUM main INTO '\(empty)'", db)
    #expect(try content(empty) == before)
    #expect(try StockShell.run(empty, "PRAGMA page_size").output == "1024\n")
    db.close()
  }

  @Test("What cannot be done is refused, and nothing has changed")
  func refused() throws {
    let (path, db) = try make("r.db", .wal)
    let before = try content(path)
    func message(_ sql: String, _ db: Database) -> String? {
      do {
        try run(sql, db)
        return nil
      } catch { return (error as? DatabaseError)?.message }
    }
    #expect(message("BEGIN; VACUUM", db) == "cannot VACUUM from within a transaction")
    #expect(message("VACUUM bogus", db) == "unknown database bogus")
    #expect(message("VACUUM INTO 5", db) == "non-text filename")
    #expect(message("VACUUM INTO x", db) == "no such column: x")
    #expect(message("VACUUM INTO '\(path)'", db) == "output file already exists")
    #expect(message("VACUUM temp", db) == nil)
    let missing = directory.file("no/such/folder.db")
    #expect(errorCode { try run("VACUUM INTO '\(missing)'", db) } == .cannotOpen)
    try db.writeWithoutTransaction { connection in
      let rows = try connection.query("SELECT a FROM t")
      _ = rows
      #expect(errorCode { try connection.execute("PRAGMA query_only = 1; VACUUM") } == .readOnly)
      try connection.execute("PRAGMA query_only = 0")
    }
    // Somebody else writes.
    let other = try Database(path, db.configuration)
    try other.write { transaction in
      try transaction.execute("INSERT INTO plain VALUES (1)")
      #expect(errorCode { try run("VACUUM", db) } == .busy)
      try transaction.execute("DELETE FROM plain WHERE rowid = last_insert_rowid()")
    }
    other.close()
    db.close()
    #expect(try content(path) == before)
  }

  @Test("A virtual table of an unknown module is copied as it is")
  func unknownModule() throws {
    let path = directory.file("m.db")
    let made = try StockShell.run(
      path,
      "CREATE VIRTUAL TABLE f USING fts5(x); INSERT INTO f VALUES ('one two'), ('two three'); CREATE TABLE t(a);"
    )
    try #require(made.output == "", "\(made.output)")
    let db = try Database(path)
    try run("VACUUM", db)
    let copy = directory.file("m2.db")
    try run("VACUUM INTO '\(copy)'", db)
    db.close()
    for file in [path, copy] {
      #expect(try StockShell.run(file, "SELECT count(*) FROM f WHERE f MATCH 'two'").output == "2\n")
    }
  }

  @Test("Another process gives the file another page size", arguments: [512, 65_536])
  func pageSizeChangedElsewhere(_ size: Int) throws {
    let (path, db) = try make("e-\(size).db", .delete)
    let query = "SELECT count(*) || '/' || sum(length(c)) || '/' || (SELECT count(*) FROM w) FROM t"
    let seen = try db.read { try $0.query(query).scalar(String.self) }
    for round in 0..<3 {
      let wanted = round % 2 == 0 ? size : 4096
      #expect(
        try StockShell.run(path, "PRAGMA page_size = \(wanted); VACUUM; PRAGMA page_size").output
          == "\(wanted)\n")
      #expect(try db.read { try $0.query(query).scalar(String.self) } == seen)
      try db.write {
        try $0.execute(
          "UPDATE t SET c = c || 'y' WHERE a % 7 = 0; UPDATE t SET c = rtrim(c, 'y') WHERE a % 7 = 0")
      }
      #expect(try db.read { try $0.query(query).scalar(String.self) } == seen)
    }
    db.close()
  }
}
