import Testing

@testable import ApusEngine

@Suite("Pragmas answer as SQLite answers")
struct PragmaExecutionTests {
  @Test("tables and columns")
  func tables() throws {
    let database = try SchemaHarness(
      "create table t(a integer primary key,b text not null default 'x' collate nocase, c as (a+1))",
      "create unique index i on t(b desc)", "create table wr(a primary key, b) without rowid",
      "create table st(a int) strict")
    #expect(
      try database.run("pragma table_info(t)") == ["0|a|INTEGER|0|NULL|1", "1|b|TEXT|1|'x'|0"])
    #expect(
      try database.run("pragma table_xinfo('T')") == [
        "0|a|INTEGER|0|NULL|1|0", "1|b|TEXT|1|'x'|0|0", "2|c||0|NULL|0|2",
      ])
    #expect(try database.run("pragma table_info(nope)") == [])
    #expect(try database.run("pragma index_list=t") == ["0|i|1|c|0"])
    #expect(try database.run("pragma index_info(i)") == ["0|1|b"])
    #expect(
      try database.run("pragma index_xinfo(i)") == ["0|1|b|1|nocase|1", "1|-1|NULL|0|BINARY|0"])
    #expect(try database.run("pragma index_info(wr)") == ["0|0|a"])
    #expect(
      try database.run("pragma index_xinfo(wr)") == ["0|0|a|0|BINARY|1", "1|1|b|0|BINARY|0"])
    #expect(
      try Set(database.run("pragma main.table_list")) == [
        "main|t|table|3|0|0", "main|wr|table|2|1|0", "main|st|table|1|0|1",
        "main|sqlite_schema|table|5|0|0",
      ])
    #expect(
      try database.run("pragma table_info(sqlite_master)") == [
        "0|type|TEXT|0|NULL|0", "1|name|TEXT|0|NULL|0", "2|tbl_name|TEXT|0|NULL|0",
        "3|rootpage|INT|0|NULL|0", "4|sql|TEXT|0|NULL|0",
      ])
  }

  @Test("foreign keys, the newest first")
  func foreignKeys() throws {
    let database = try SchemaHarness(
      "create table ch(x references t(a) on delete cascade, y, z, w references q, foreign key(y,z)"
        + " references t(a,b) on update set null deferrable initially deferred)")
    #expect(
      try database.run("pragma foreign_key_list(ch)") == [
        "0|0|t|y|a|SET NULL|NO ACTION|NONE", "0|1|t|z|b|SET NULL|NO ACTION|NONE",
        "1|0|q|w|NULL|NO ACTION|NO ACTION|NONE", "2|0|t|x|a|NO ACTION|CASCADE|NONE",
      ])
  }

  @Test("header fields are 32-bit signed integers, read leniently")
  func header() throws {
    let database = try SchemaHarness("create table t(a)")
    for (value, expected) in [
      ("5", "5"), ("-1", "-1"), ("5000000000", "0"), ("abc", "0"), ("'12x'", "12"), ("0x10", "16"),
      ("1.9", "1"), ("+7", "7"),
    ] {
      #expect(try database.run("pragma user_version=\(value)") == [])
      #expect(try database.run("pragma user_version") == [expected], "\(value)")
    }
    try database.run("pragma application_id=77")
    #expect(try database.run("pragma main.application_id") == ["77"])
    #expect(try database.run("pragma temp.user_version") == ["0"])
    try database.run("pragma schema_version=3")
    #expect(try database.run("pragma schema_version") == ["3"])
    #expect(try database.run("pragma table_info(t)") == ["0|a||0|NULL|0"])
  }

  @Test("settings are set and told")
  func settings() throws {
    let database = try SchemaHarness()
    for name in [
      "foreign_keys", "recursive_triggers", "ignore_check_constraints", "reverse_unordered_selects",
      "cell_size_check", "count_changes", "legacy_alter_table", "read_uncommitted", "fullfsync",
      "checkpoint_fullfsync", "defer_foreign_keys", "writable_schema",
    ] {
      #expect(try database.run("pragma \(name)") == ["0"], "\(name)")
      #expect(try database.run("pragma \(name)=on") == [])
      #expect(try database.run("pragma \(name)") == ["1"], "\(name)")
      #expect(try database.run("pragma \(name)=bogus") == [])
      #expect(try database.run("pragma \(name)") == ["0"], "\(name)")
    }
    for name in ["automatic_index", "short_column_names", "trusted_schema"] {
      #expect(try database.run("pragma \(name)") == ["1"], "\(name)")
    }
    #expect(try database.run("pragma busy_timeout=50") == ["50"])
    #expect(try database.run("pragma busy_timeout=-50") == ["0"])
    try database.run("pragma temp_store=memory")
    #expect(try database.run("pragma temp_store") == ["2"])
    #expect(try database.run("pragma analysis_limit=100") == ["100"])
    #expect(try database.run("pragma analysis_limit=-5") == ["100"])
    try database.run("pragma case_sensitive_like=on")
    #expect(database.connection.environment.caseSensitiveLike)
  }

  @Test("storage facts")
  func storage() throws {
    let database = try SchemaHarness("create table t(a)")
    #expect(try database.run("pragma page_count") == ["2"])
    #expect(try database.run("pragma page_size") == ["4096"])
    #expect(try database.run("pragma encoding") == ["UTF-8"])
    #expect(try database.run("pragma encoding='UTF-16'") == [])
    #expect(try database.run("pragma encoding=bogus") == [])
    #expect(try database.run("pragma auto_vacuum") == ["0"])
    #expect(try database.run("pragma journal_mode") == ["memory"])
    #expect(try database.run("pragma journal_mode=wal") == ["memory"])
    #expect(try database.run("pragma wal_checkpoint") == ["0|-1|-1"])
    #expect(try database.run("pragma synchronous") == ["2"])
    try database.run("pragma synchronous=off")
    #expect(try database.run("pragma synchronous") == ["0"])
    #expect(try database.run("pragma temp.synchronous") == ["0"])
    #expect(try database.run("pragma max_page_count=1000") == ["1000"])
    #expect(try database.run("pragma max_page_count=1") == ["2"])
    try database.run("pragma cache_size=100")
    #expect(try database.run("pragma cache_size") == ["100"])
    #expect(try database.run("pragma locking_mode") == ["normal"])
    #expect(try database.run("pragma collation_list") == ["0|RTRIM", "1|NOCASE", "2|BINARY"])
    #expect(try database.run("pragma bogus") == [])
    #expect(database.message("pragma nope.user_version") == "unknown database nope")
  }

  @Test("what rows say wrong is told in SQLite's words")
  func integrity() throws {
    let database = try SchemaHarness(
      "create table t(a int not null, b text, c unique)",
      "create table s(i int, r real, x text, y blob) strict")
    try database.insert(root: 2, [[.null, 7, 1], ["12", "x", 2], ["zork", "x", 2]])
    let strict = try #require(try database.connection.loadCatalogs().findTable("s"))
    try database.insert(
      root: strict.rootPage,
      [["q", "w", 5, 6], [1, 2, "t", .blob([1])], [.real(1.5), .null, .null, .null]])
    #expect(
      try database.run("pragma integrity_check") == [
        "wrong # of entries in index sqlite_autoindex_t_1",
        "non-INT value in s.i", "non-REAL value in s.r", "non-TEXT value in s.x", "non-BLOB value in s.y",
        "non-INT value in s.i",
        "NULL value in t.a", "NUMERIC value in t.b", "row 1 missing from index sqlite_autoindex_t_1",
        "TEXT value in t.a",
        "row 2 missing from index sqlite_autoindex_t_1", "row 3 missing from index sqlite_autoindex_t_1",
      ])
    #expect(try database.run("pragma integrity_check(2)").count == 2)
    #expect(try database.run("pragma integrity_check(s)").count == 5)
    #expect(database.message("pragma integrity_check(nope)") == "no such table: nope")
  }
}
