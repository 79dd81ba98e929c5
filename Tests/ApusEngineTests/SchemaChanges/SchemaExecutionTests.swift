import Testing

@testable import ApusEngine

@Suite("Schema changes are carried out")
struct SchemaExecutionTests {
  @Test("CREATE TABLE writes the rows that SQLite writes, with its root pages")
  func createTable() throws {
    let database = try SchemaHarness(
      "create table t(a unique, b primary key, c)", "create table q(x integer primary key autoincrement)",
      "create index i on t(c)", "create view v as select 1")
    #expect(
      try database.schema() == [
        "table|t|t|2|CREATE TABLE t(a unique, b primary key, c)",
        "index|sqlite_autoindex_t_1|t|3|NULL", "index|sqlite_autoindex_t_2|t|4|NULL",
        "table|q|q|5|CREATE TABLE q(x integer primary key autoincrement)",
        "table|sqlite_sequence|sqlite_sequence|6|CREATE TABLE sqlite_sequence(name,seq)",
        "index|i|t|7|CREATE INDEX i on t(c)", "view|v|v|0|CREATE VIEW v as select 1",
      ])
    #expect(try database.run("pragma schema_version") == ["4"])
    #expect(try database.run("pragma index_list(t)").first == "0|i|0|c|0")
  }

  @Test("temp objects go to temp")
  func temporary() throws {
    let database = try SchemaHarness("create table t(a)", "create temp table t(b)")
    #expect(try database.schema(database: 1) == ["table|t|t|2|CREATE TABLE t(b)"])
    #expect(try database.run("pragma table_info(t)") == ["0|b||0|NULL|0"])
    #expect(try database.run("pragma main.table_info(t)") == ["0|a||0|NULL|0"])
    #expect(try database.run("pragma database_list") == ["0|main|", "1|temp|"])
  }

  @Test("DROP TABLE takes indexes, triggers, sequence and statistics rows along")
  func dropTable() throws {
    let database = try SchemaHarness(
      "create table keep(a)", "create table t(x integer primary key autoincrement, y unique)",
      "create index i on t(y)", "create trigger tr after insert on t begin select 1; end",
      "create trigger other after insert on keep begin select 1; end")
    let sequence = try #require(try database.connection.loadCatalogs().findTable("sqlite_sequence"))
    try database.insert(root: sequence.rootPage, [["t", 5], ["keep", 7]])
    try database.run("drop table t")
    #expect(
      try database.schema() == [
        "table|keep|keep|2|CREATE TABLE keep(a)",
        "table|sqlite_sequence|sqlite_sequence|5|CREATE TABLE sqlite_sequence(name,seq)",
        "trigger|other|keep|0|CREATE TRIGGER other after insert on keep begin select 1; end",
      ])
    #expect(try database.scan(root: sequence.rootPage, columns: 2, keyInfo: nil) == ["keep|7"])
    #expect(try database.run("pragma freelist_count") == ["3"])
    #expect(try database.run("pragma integrity_check") == ["ok"])
    #expect(database.message("drop table t") == "no such table: t")
  }

  @Test("a moved root is written down in an auto-vacuum database")
  func movedRoot() throws {
    let database = try SchemaHarness(
      "pragma auto_vacuum = 1", "create table a(x)", "create table b(x)", "create index i on b(x)")
    #expect(try database.run("pragma auto_vacuum") == ["1"])
    let before = try database.schema()
    #expect(before.map { $0.split(separator: "|")[3] } == ["3", "4", "5"])
    try database.run("drop table a")
    #expect(try Set(database.schema().map { $0.split(separator: "|")[3] }) == ["3", "4"])
    #expect(try database.run("pragma integrity_check") == ["ok"])
  }

  @Test("CREATE INDEX holds every row in order")
  func fill() throws {
    let database = try SchemaHarness("create table t(a,b)")
    try database.insert(root: 2, [["x", 3], ["y", 1], ["z", .null], ["w", 2]])
    try database.run("create index i on t(b desc, a)")
    #expect(try database.indexEntries("i") == ["3|x|1", "2|w|4", "1|y|2", "NULL|z|3"])
    #expect(try database.run("pragma integrity_check") == ["ok"])
  }

  @Test("a WITHOUT ROWID table's index ends in the primary key")
  func fillWithoutRowID() throws {
    let database = try SchemaHarness("create table t(a, b, c, primary key(b)) without rowid")
    try database.run("create index i on t(c)")
    let index = try #require(try database.connection.loadCatalogs().findIndex("i"))
    #expect(index.storedColumns.map(\.tableColumn) == [2, 1])
    #expect(try database.run("pragma integrity_check") == ["ok"])
  }

  @Test("a UNIQUE index over equal values fails and leaves nothing")
  func uniqueViolation() throws {
    let database = try SchemaHarness("create table t(a,b)")
    try database.insert(root: 2, [["x", 1], ["y", 2], ["x", 3]])
    let before = try database.run("pragma page_count")
    #expect(database.message("create unique index i on t(a)") == "UNIQUE constraint failed: t.a")
    #expect(try database.schema().count == 1)
    #expect(try database.run("pragma page_count") == before)
    #expect(try database.connection.loadCatalogs().findIndex("i") == nil)
    try database.run("create unique index i on t(b)")
    #expect(try database.run("pragma integrity_check") == ["ok"])
  }

  @Test("NULLs do not collide in a UNIQUE index")
  func uniqueNulls() throws {
    let database = try SchemaHarness("create table t(a,b)")
    try database.insert(root: 2, [[.null, 1], [.null, 1]])
    #expect(database.message("create unique index i on t(a,b)") == nil)
    #expect(database.message("create unique index j on t(b)") == "UNIQUE constraint failed: t.b")
  }

  @Test("REINDEX repairs an index that lost an entry")
  func reindex() throws {
    let database = try SchemaHarness("create table t(a)")
    try database.insert(root: 2, [["x"], ["y"], ["z"]])
    try database.run("create index i on t(a)")
    try database.deleteFirstEntry(of: "i")
    #expect(
      try database.run("pragma integrity_check")
        == ["wrong # of entries in index i", "row 1 missing from index i"])
    #expect(try database.run("pragma quick_check") == ["wrong # of entries in index i"])
    try database.run("reindex t")
    #expect(try database.indexEntries("i") == ["x|1", "y|2", "z|3"])
    #expect(try database.run("pragma integrity_check") == ["ok"])
  }

  @Test("views and triggers are dropped")
  func dropViewAndTrigger() throws {
    let database = try SchemaHarness(
      "create table t(a)", "create view v as select 1",
      "create trigger tv instead of insert on v begin select 1; end",
      "create trigger tt after insert on t begin select 1; end")
    try database.run("drop view v")
    #expect(try database.schema().count == 2)
    try database.run("drop trigger tt")
    #expect(try database.schema() == ["table|t|t|2|CREATE TABLE t(a)"])
    #expect(try database.run("pragma schema_version") == ["6"])
  }
}
