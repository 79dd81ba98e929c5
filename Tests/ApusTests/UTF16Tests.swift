import Apus
import Foundation
import Testing

/// Texts of UTF-16 databases that are no characters, in files and at the interface.
@Suite("UTF-16 databases")
struct UTF16Tests {
  private let directory = TemporaryDirectory()

  private static let encodings = ["UTF-16le", "UTF-16be"]

  /// High surrogate, low surrogate, both the wrong way round, one inside of a text, U+FFFF.
  private static let content = """
    CREATE TABLE t(n INTEGER PRIMARY KEY, a TEXT, b TEXT COLLATE NOCASE);
    CREATE INDEX ia ON t(a);
    CREATE INDEX ib ON t(b DESC, a COLLATE RTRIM);
    INSERT INTO t(n, a) VALUES (1, CAST(x'3dd8' AS TEXT)), (2, CAST(x'd83d' AS TEXT)), (3, CAST(x'00de3dd8' AS TEXT)),
      (4, CAST(x'de00d83d' AS TEXT)), (5, CAST(x'61003dd86200' AS TEXT)), (6, CAST(x'0061d83d0062' AS TEXT)), (7, CAST(x'ffff' AS TEXT));
    UPDATE t SET b = a;
    """

  private static let listing =
    "SELECT group_concat(hex(a) || hex(b), '/') FROM (SELECT a, b FROM t ORDER BY n);"

  private func make(_ name: String, _ encoding: String) throws -> Database {
    let database = try Database(directory.file(name))
    try database.writeWithoutTransaction {
      try $0.execute("PRAGMA encoding = '\(encoding)';" + Self.content)
    }
    return database
  }

  @Test("Copies keep every unit, and SQLite finds the same", arguments: encodings)
  func copies(_ encoding: String) throws {
    let database = try make("\(encoding).db", encoding)
    let expected =
      "3DD83DD8/D83DD83D/00DE3DD800DE3DD8/DE00D83DDE00D83D/61003DD8620061003DD86200/0061D83D00620061D83D0062/FFFFFFFF"
    func check(_ path: String) throws {
      let copy = try Database(path)
      #expect(try copy.read { try $0.query(Self.listing).scalar(String.self) } == expected)
      #expect(try copy.read { try $0.query("PRAGMA integrity_check").scalar(String.self) } == "ok")
      guard StockShell.path != nil else { return }
      #expect(
        try StockShell.run(path, Self.listing + "PRAGMA integrity_check;").output == expected + "\nok\n")
    }
    try check(directory.file("\(encoding).db"))
    try database.writeWithoutTransaction {
      try $0.execute(
        """
        CREATE TABLE u AS SELECT * FROM t; DELETE FROM t; INSERT INTO t SELECT * FROM u; DROP TABLE u;
        ALTER TABLE t ADD COLUMN c DEFAULT 1; UPDATE t SET c = 2; ALTER TABLE t DROP COLUMN c; VACUUM; REINDEX;
        VACUUM INTO '\(directory.file("\(encoding)-into.db"))';
        """)
    }
    try check(directory.file("\(encoding).db"))
    try check(directory.file("\(encoding)-into.db"))
    try database.backup(toFile: directory.file("\(encoding)-backup.db"))
    try check(directory.file("\(encoding)-backup.db"))
  }

  @Test("The program gets and gives UTF-8", arguments: encodings)
  func interface(_ encoding: String) throws {
    var configuration = Database.Configuration()
    configuration.functions = [
      .scalar("count", arguments: 2...2) { arguments in try arguments[0, as: String.self].unicodeScalars.count
      },
      .scalar("last", arguments: 0...0) { _ in "a\u{ffff}" },
    ]
    let database = try Database(directory.file("\(encoding)-interface.db"), configuration)
    try database.writeWithoutTransaction {
      try $0.execute("PRAGMA encoding = '\(encoding)'; CREATE TABLE t(a);")
      try $0.execute("INSERT INTO t VALUES (?)", ["b\u{fffe}"])
    }
    let isLittle = encoding == "UTF-16le"
    // A surrogate takes the next unit for its other half; at the end it is written as any other unit.
    let pair = isLittle ? "x'3dd86100'" : "x'd83d0061'"
    let lone = isLittle ? "x'61003dd8'" : "x'0061d83d'"
    try database.read { tx in
      var seen: [[UInt8]] = []
      try tx.query("SELECT CAST(\(pair) AS TEXT), CAST(\(lone) AS TEXT) FROM t, t").forEach { row in
        for column in 0..<2 { try row.withBytes(column) { seen.append([UInt8]($0)) } }
      }
      #expect(seen == [[0xf0, 0x9f, 0x91, 0xa1], [0x61, 0xed, 0xa0, 0xbd]])
      #expect(
        try tx.query("SELECT count(CAST(\(pair) AS TEXT), 0) || hex(last()) || hex(a) FROM t").scalar(
          String.self)
          == (isLittle ? "16100FDFF6200FDFF" : "10061FFFD0062FFFD"))
    }
  }

  /// As text the bytes of zeroblob() are something else once they are stored, and keys are made before.
  @Test("Indexes on the text of blobs fit their rows", arguments: encodings)
  func keys(_ encoding: String) throws {
    let database = try Database(directory.file("\(encoding)-keys.db"))
    try database.writeWithoutTransaction {
      try $0.execute(
        """
        PRAGMA encoding = '\(encoding)';
        CREATE TABLE t(b, v AS (upper(b)));
        CREATE INDEX i ON t(trim(b)); CREATE INDEX j ON t(b) WHERE length(CAST(b AS TEXT)) = 0; CREATE INDEX k ON t(v);
        INSERT INTO t VALUES (zeroblob(4)), (zeroblob(3)), (x'6100');
        UPDATE t SET b = zeroblob(2) WHERE rowid = 3;
        """)
    }
    #expect(try database.read { try $0.query("PRAGMA integrity_check").scalar(String.self) } == "ok")
    let found = "SELECT count(*) FROM t INDEXED BY i WHERE trim(b) = CAST(x'00000000' AS TEXT)"
    #expect(try database.read { try $0.query(found).scalar(Int.self) } == 1)
  }
}
