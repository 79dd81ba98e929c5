import Testing

@testable import ApusEngine

/// Calls, rows and messages are those that SQLite 3.51.3 gives for the same statements and a module that does the same.
@Suite("Virtual tables are created, changed and dropped through their modules as in SQLite")
struct VirtualTableTests {
  let log = CallLog()
  let connection: Connection

  init() throws {
    connection = try Connection.open(":memory:")
    connection.register(RecordingModule(log: log), named: "m")
  }

  /// Runs statements.
  /// - Returns: the rows of the last one, columns joined by `|`; its error's message.
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

  @Test("CREATE VIRTUAL TABLE stores its text, gives the module the arguments and commits")
  func creates() {
    run("CREATE VIRTUAL TABLE IF NOT EXISTS  t USING m(a  b, 'c', (d,e) , , ) ; ")
    #expect(log.take() == ["create m main.t [a  b]['c'][(d,e)]", "sync t", "commit t"])
    #expect(
      run("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema") == [
        "table|t|t|0|CREATE VIRTUAL TABLE t USING m(a  b, 'c', (d,e) , , )"
      ])
    #expect(run("CREATE VIRTUAL TABLE t USING m(z)") == ["table t already exists"])
    #expect(run("CREATE VIRTUAL TABLE IF NOT EXISTS t USING m(z)") == [])
    #expect(run("CREATE TABLE t(x)") == ["table t already exists"])
    #expect(run("CREATE VIRTUAL TABLE x USING nope(1)") == ["no such module: nope"])
    #expect(log.take() == [])
    #expect(run("CREATE VIRTUAL TABLE x USING m(fail)") == ["made to fail"])
    #expect(run("CREATE VIRTUAL TABLE x USING m(silent)") == ["vtable constructor failed: x"])
    #expect(run("SELECT count(*) FROM sqlite_schema") == ["1"])
    run("CREATE VIRTUAL TABLE temp.u USING m")
    #expect(run("SELECT sql FROM temp.sqlite_schema") == ["CREATE VIRTUAL TABLE u USING m"])
  }

  @Test("a table that nobody can write, and what cannot be done to a virtual table")
  func refuses() {
    run("CREATE VIRTUAL TABLE t USING m", "CREATE VIRTUAL TABLE d USING dbstat")
    #expect(run("INSERT INTO d(name) VALUES(1)") == ["table d may not be modified"])
    #expect(run("DELETE FROM d") == ["table d may not be modified"])
    #expect(run("CREATE INDEX i ON t(a)") == ["virtual tables may not be indexed"])
    #expect(
      run("CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END") == [
        "cannot create triggers on virtual tables"
      ])
    #expect(run("SELECT * FROM t INDEXED BY i") == ["no such index: i"])
    #expect(run("DELETE FROM t INDEXED BY i") == ["no such index: i"])
    #expect(run("DROP VIEW t") == ["use DROP TABLE to delete table t"])
    #expect(
      run("INSERT INTO t VALUES(1, 2) ON CONFLICT DO NOTHING") == [
        "UPSERT not implemented for virtual table \"t\""
      ])
    #expect(
      run("DELETE FROM t RETURNING *") == ["DELETE RETURNING is not available on virtual tables"])
    #expect(
      run("UPDATE t SET a = 1 RETURNING *") == ["UPDATE RETURNING is not available on virtual tables"])
    #expect(run("INSERT INTO t VALUES(1, 2, 3)") == ["table t has 2 columns but 3 values were supplied"])
    run("CREATE VIEW v AS SELECT name FROM d", "CREATE TEMP VIEW w AS SELECT name FROM d LIMIT 1")
    #expect(run("SELECT * FROM v") == ["unsafe use of virtual table \"d\""])
    #expect(run("SELECT * FROM w") == ["sqlite_schema"])
  }

  @Test("INSERT gives values, hidden columns and rowids; defaults are the module's business")
  func inserts() {
    run("CREATE VIRTUAL TABLE t USING m")
    _ = log.take()
    run("INSERT INTO t VALUES(1, 2)")
    #expect(log.take() == ["begin t", "insert NULL NULL [\"1\", \"2\", \"NULL\"]", "sync t", "commit t"])
    run("INSERT INTO t(rowid, b) VALUES(9, 'x')")
    #expect(log.take()[1] == "insert NULL 9 [\"NULL\", \"x\", \"NULL\"]")
    #expect(run("SELECT last_insert_rowid(), changes(), total_changes()") == ["9|1|2"])
    run("INSERT INTO t(c) VALUES(9)", "INSERT INTO t DEFAULT VALUES")
    #expect(
      log.take().filter { $0.hasPrefix("insert") }.last == "insert NULL NULL [\"NULL\", \"NULL\", \"NULL\"]")
    run("INSERT INTO t SELECT a, b FROM t")
    #expect(run("SELECT changes(), count(*) FROM t") == ["4|8"])
    #expect(run("INSERT INTO t(rowid, a) VALUES('x', 1)") == ["datatype mismatch"])
    #expect(run("INSERT INTO t(rowid, a) VALUES(77, 2) RETURNING rowid, *, c") == ["77|2|NULL|NULL"])
    #expect(run("INSERT INTO t(a) VALUES(2), (3) RETURNING rowid, a") == ["-1|2", "-1|3"])
  }

  @Test("UPDATE and DELETE read first, then change row by row")
  func updates() {
    run(
      "CREATE VIRTUAL TABLE t USING m",
      "INSERT INTO t(rowid, a, b, c) VALUES(1, 'p', 'q', 'r'), (2, 'p', 's', NULL), (3, 'u', 'v', 'w')")
    _ = log.take()
    run("UPDATE t SET a = b || '!', c = 7 WHERE a = 'p'")
    #expect(
      log.take() == [
        "begin t", "update 1 1 [\"q!\", \"q\", \"7\"]", "update 2 2 [\"s!\", \"s\", \"7\"]", "sync t",
        "commit t",
      ])
    #expect(run("SELECT changes()") == ["2"])
    run("UPDATE OR REPLACE t SET rowid = rowid + 100 WHERE rowid = 1")
    #expect(log.take()[1] == "update 1 101 [\"q!\", \"q\", \"7\"] or replace")
    run("UPDATE t SET a = x.v FROM (SELECT 5 AS v) AS x WHERE t.rowid < 3")
    #expect(log.take()[1] == "update 2 2 [\"5\", \"s\", \"7\"]")
    run("DELETE FROM t WHERE rowid > 2")
    #expect(log.take() == ["begin t", "delete 3 NULL []", "delete 101 NULL []", "sync t", "commit t"])
    #expect(run("SELECT rowid, a FROM t") == ["2|5"])
  }

  @Test("an error undoes the statement, or what the conflict clause says where the table honours it")
  func conflicts() {
    run("CREATE VIRTUAL TABLE t USING m")
    #expect(run("INSERT OR IGNORE INTO t VALUES('ok', 1), ('bad', 1)") == ["nope"])
    #expect(run("SELECT count(*) FROM t") == ["0"])
    connection.register(RecordingModule(log: log, honorsConflictClauses: true), named: "h")
    run("CREATE VIRTUAL TABLE u USING h", "BEGIN", "INSERT INTO u VALUES('first', 1)")
    #expect(run("INSERT OR IGNORE INTO u VALUES('ok', 1), ('bad', 1), ('on', 1)") == [])
    #expect(run("INSERT OR IGNORE INTO u VALUES('err', 1)") == ["wrong"])
    #expect(run("INSERT OR FAIL INTO u VALUES('kept', 1), ('bad', 1), ('never', 1)") == ["nope"])
    #expect(run("INSERT INTO u VALUES('gone', 1), ('bad', 1)") == ["nope"])
    #expect(run("SELECT a FROM u") == ["first", "ok", "on", "kept"])
    #expect(run("INSERT OR ROLLBACK INTO u VALUES('bad', 1)") == ["nope"])
    #expect(run("COMMIT") == ["cannot commit - no transaction is active"])
    #expect(run("SELECT count(*) FROM u") == ["0"])
  }

  @Test("tables take part in transactions and savepoints")
  func transactions() {
    run("CREATE VIRTUAL TABLE t USING m", "BEGIN", "SELECT * FROM t", "COMMIT")
    #expect(log.take().suffix(2) == ["sync t", "commit t"])
    run("BEGIN", "INSERT INTO t VALUES(1, 2)", "SAVEPOINT a", "INSERT INTO t VALUES(3, 4)")
    #expect(run("SELECT a FROM t") == ["1", "3"])
    run("ROLLBACK TO a")
    #expect(run("SELECT a FROM t") == ["1"])
    run("SAVEPOINT b", "INSERT INTO t VALUES(5, 6)", "RELEASE a", "COMMIT")
    #expect(run("SELECT a FROM t") == ["1", "5"])
    run("BEGIN", "SAVEPOINT a", "SAVEPOINT b", "DELETE FROM t", "ROLLBACK TO a")
    #expect(run("SELECT a FROM t") == ["1", "5"])
    run("DELETE FROM t", "ROLLBACK")
    #expect(run("SELECT a FROM t") == ["1", "5"])
    _ = log.take()
    run("SAVEPOINT x", "INSERT INTO t VALUES(7, 8)", "RELEASE x")
    #expect(log.take().suffix(2) == ["sync t", "commit t"])
    #expect(run("INSERT INTO t VALUES('unsyncable', 1)") == ["cannot sync"])
    #expect(log.take().last == "rollback t")
    #expect(run("SELECT a FROM t") == ["1", "5", "7"])
    #expect(run("BEGIN", "INSERT INTO t VALUES('unsyncable', 1)", "COMMIT") == ["cannot sync"])
    #expect(connection.isAutocommit)
    #expect(run("SELECT count(*) FROM t") == ["3"])
  }

  @Test("CREATE and DROP are undone with their transaction")
  func undoneSchema() {
    run("BEGIN", "CREATE VIRTUAL TABLE u USING m", "INSERT INTO u VALUES(1, 2)", "ROLLBACK")
    #expect(log.take().last == "rollback u")
    #expect(run("SELECT * FROM u") == ["no such table: u"])
    run("CREATE VIRTUAL TABLE t USING m", "BEGIN", "DROP TABLE t", "ROLLBACK")
    #expect(log.take().last == "destroy t")
    #expect(run("SELECT * FROM t") == [])
    #expect(log.take() == ["connect m main.t "])
  }

  @Test("modules keep their rows in tables of the database, which DROP TABLE drops")
  func shadowTables() {
    run(
      "CREATE TABLE z(x)", "CREATE VIRTUAL TABLE t USING m(shadow)", "INSERT INTO t VALUES('a', 1), ('b', 2)")
    #expect(run("SELECT x FROM t_data") == ["a", "b"])
    #expect(
      run("SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name LIKE 't%' ORDER BY 1") == [
        "t|virtual", "t_data|shadow",
      ])
    #expect(run("INSERT INTO t VALUES('c', 1), ('err', 2)") == ["wrong"])
    run("BEGIN", "INSERT INTO t VALUES('d', 1)", "ROLLBACK")
    run("BEGIN", "INSERT INTO t VALUES('e', 1)")
    #expect(run("INSERT INTO t VALUES('f', 1), ('err', 2)") == ["wrong"])
    run("COMMIT")
    #expect(run("SELECT x FROM t_data") == ["a", "b", "e"])
    run("INSERT INTO t SELECT 'g' || x, 0 FROM t_data ORDER BY x")
    #expect(run("SELECT x FROM t_data") == ["a", "b", "e", "ga", "gb", "ge"])
    run("BEGIN", "DROP TABLE t", "ROLLBACK")
    #expect(run("SELECT count(*) FROM t_data") == ["6"])
    run("DROP TABLE t")
    #expect(run("SELECT name FROM sqlite_schema") == ["z"])
    #expect(run("CREATE VIRTUAL TABLE z_ USING m(shadow)", "SELECT count(*) FROM z__data") == ["0"])
    #expect(run("PRAGMA integrity_check") == ["ok"])
  }

  @Test(
    "RENAME TO renames in all texts, tells the table and reaches it under the new name; nothing else of it can be altered"
  )
  func alters() {
    run(
      "CREATE VIRTUAL TABLE t USING m(1)", "CREATE VIEW v AS SELECT a, t.b FROM t", "CREATE TABLE k(x)",
      "CREATE TRIGGER g AFTER INSERT ON k BEGIN INSERT INTO t VALUES(new.x, 1); DELETE FROM t WHERE a = 'no'; END"
    )
    #expect(run("ALTER TABLE t ADD COLUMN x") == ["virtual tables may not be altered"])
    #expect(run("ALTER TABLE t RENAME COLUMN a TO b") == ["cannot rename columns of virtual table \"t\""])
    #expect(run("ALTER TABLE t DROP COLUMN a") == ["cannot drop column from virtual table \"t\""])
    #expect(
      run("ALTER TABLE t RENAME TO k") == ["there is already another table or index with this name: k"])
    _ = log.take()
    run("ALTER TABLE t RENAME TO z")
    #expect(log.take() == ["rename t z", "connect m main.z [1]"])
    #expect(
      run("SELECT sql FROM sqlite_schema") == [
        "CREATE VIRTUAL TABLE \"z\" USING m(1)", "CREATE VIEW v AS SELECT a, \"z\".b FROM \"z\"",
        "CREATE TABLE k(x)",
        "CREATE TRIGGER g AFTER INSERT ON k BEGIN INSERT INTO \"z\" VALUES(new.x, 1); DELETE FROM \"z\" WHERE a = 'no'; END",
      ])
    run("INSERT INTO k VALUES('by trigger')")
    #expect(run("SELECT * FROM v") == ["by trigger|1"])
    run("BEGIN", "ALTER TABLE z RENAME TO y", "ROLLBACK")
    #expect(
      run("SELECT sql FROM sqlite_schema WHERE name = 'z'") == ["CREATE VIRTUAL TABLE \"z\" USING m(1)"])
    connection.register(nil, named: "m")
    #expect(run("ALTER TABLE z RENAME TO y") == ["no such module: m"])
  }

  @Test("a table that is being read cannot be dropped")
  func busyTable() throws {
    run("CREATE VIRTUAL TABLE t USING m", "INSERT INTO t VALUES(1, 2), (3, 4)")
    let statement = try #require(try connection.prepare("SELECT * FROM t").statement)
    #expect(try statement.step())
    #expect(run("DROP TABLE t") == ["database table is locked"])
    statement.reset()
    #expect(run("DROP TABLE t") == [])
  }

  @Test("without its module a table is kept as it is, and an error when it is named")
  func unknownModule() {
    run("CREATE TABLE k(x)", "CREATE VIRTUAL TABLE t USING m(1)")
    connection.register(nil, named: "m")
    for sql in [
      "SELECT * FROM t", "DROP TABLE t", "DROP TABLE IF EXISTS t", "INSERT INTO t VALUES(1)", "DELETE FROM t",
      "PRAGMA table_info(t)", "SELECT 1 FROM k WHERE EXISTS (SELECT 1 FROM t)", "SELECT * FROM t LIMIT 0",
    ] {
      #expect(run(sql) == ["no such module: m"], "\(sql)")
    }
    #expect(
      run("SELECT * FROM k", "VACUUM", "SELECT sql FROM sqlite_schema WHERE name = 't'") == [
        "CREATE VIRTUAL TABLE t USING m(1)"
      ])
    connection.register(RecordingModule(log: log), named: "m")
    #expect(run("SELECT * FROM t") == [])
    #expect(run("DROP TABLE t") == [])
  }

  @Test("eponymous tables can be written; the key of a table WITHOUT ROWID finds its rows")
  func otherTables() {
    connection.register(RecordingModule(log: log, eponymy: .only), named: "e")
    run("INSERT INTO e VALUES(1, 2)")
    #expect(
      log.take() == [
        "connect e main.e ", "begin e", "insert NULL NULL [\"1\", \"2\", \"NULL\"]", "sync e", "commit e",
      ])
    #expect(run("SELECT * FROM e") == ["1|2"])
    #expect(run("DROP TABLE e") == ["table e may not be dropped"])
    #expect(run("CREATE VIRTUAL TABLE x USING e") == ["no such module: e"])
    connection.register(
      RecordingModule(log: log, declaration: "CREATE TABLE x(a, b, c, PRIMARY KEY(b)) WITHOUT ROWID"),
      named: "w")
    run("CREATE VIRTUAL TABLE w USING w", "INSERT INTO w VALUES(1, 2, 3)")
    _ = log.take()
    run("UPDATE w SET b = b + 1")
    #expect(log.take()[1] == "update 2 3 [\"1\", \"3\", \"3\"]")
    connection.register(
      RecordingModule(log: log, declaration: "CREATE TABLE x(a, b, c, PRIMARY KEY(a, b)) WITHOUT ROWID"),
      named: "w2")
    #expect(
      run("CREATE VIRTUAL TABLE w2 USING w2") == ["vtable constructor failed: w2"])
  }
}
