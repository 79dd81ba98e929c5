// Made from SQLite 3.51.3: statements on the schema of `CatalogFixture.statements`, and what SQLite says to them.

enum CreateStatementCases {
  /// The rows that a statement adds to the schema tables: type, name, table and SQL, joined by bars.
  static let stored: [(sql: String, rows: [String])] = [
    (
      "create table x(a integer, primary key(a autoincrement))",
      [
        "table|x|x|CREATE TABLE x(a integer, primary key(a autoincrement))",
        "table|sqlite_sequence|sqlite_sequence|CREATE TABLE sqlite_sequence(name,seq)",
      ]
    ),
    (
      "create table x(a any) strict",
      ["table|x|x|CREATE TABLE x(a any) strict"]
    ),
    (
      "create table tr(a)",
      ["table|tr|tr|CREATE TABLE tr(a)"]
    ),
    (
      "create index j on t(\"zz\")",
      ["index|j|t|CREATE INDEX j on t(\"zz\")"]
    ),
    (
      "create view w(a) as select 1,2",
      ["view|w|w|CREATE VIEW w(a) as select 1,2"]
    ),
    (
      "create view w(a,a) as select 1,2",
      ["view|w|w|CREATE VIEW w(a,a) as select 1,2"]
    ),
    (
      "create view w as select * from nope",
      ["view|w|w|CREATE VIEW w as select * from nope"]
    ),
    (
      "create table x(a default (random()))",
      ["table|x|x|CREATE TABLE x(a default (random()))"]
    ),
    (
      "create table x(a default b)",
      ["table|x|x|CREATE TABLE x(a default b)"]
    ),
    (
      "create table x(a check(random()))",
      ["table|x|x|CREATE TABLE x(a check(random()))"]
    ),
    (
      "create table x(a check(datetime('now')))",
      ["table|x|x|CREATE TABLE x(a check(datetime('now')))"]
    ),
    (
      "create table x(a check(rowid>1))",
      ["table|x|x|CREATE TABLE x(a check(rowid>1))"]
    ),
    (
      "create table x(a check(x.a>1))",
      ["table|x|x|CREATE TABLE x(a check(x.a>1))"]
    ),
    (
      "create table x(a check(main.x.a>1))",
      ["table|x|x|CREATE TABLE x(a check(main.x.a>1))"]
    ),
    (
      "create table x(a as (b), b)",
      ["table|x|x|CREATE TABLE x(a as (b), b)"]
    ),
    (
      "create table x(a, b as (a) virtual, primary key(a)) without rowid",
      ["table|x|x|CREATE TABLE x(a, b as (a) virtual, primary key(a)) without rowid"]
    ),
    (
      "create index j on t(a,a)",
      ["index|j|t|CREATE INDEX j on t(a,a)"]
    ),
    (
      "create table x(a integer primary key on conflict replace, unique(a) on conflict ignore)",
      [
        "table|x|x|CREATE TABLE x(a integer primary key on conflict replace, unique(a) on conflict ignore)",
        "index|sqlite_autoindex_x_1|x|NULL",
      ]
    ),
    (
      "create temp table temp.z(a)",
      ["table|z|z|CREATE TABLE z(a)"]
    ),
    (
      "create table u(a unique)",
      ["table|u|u|CREATE TABLE u(a unique)", "index|sqlite_autoindex_u_1|u|NULL"]
    ),
    (
      "create table q(a integer primary key autoincrement)",
      [
        "table|q|q|CREATE TABLE q(a integer primary key autoincrement)",
        "table|sqlite_sequence|sqlite_sequence|CREATE TABLE sqlite_sequence(name,seq)",
      ]
    ),
    (
      "create table x(a, constraint c)",
      ["table|x|x|CREATE TABLE x(a, constraint c)"]
    ),
    (
      "create table x(a constraint c)",
      ["table|x|x|CREATE TABLE x(a constraint c)"]
    ),
    (
      "create table if not exists t(a)",
      []
    ),
    (
      "create table if not exists v(a)",
      []
    ),
    (
      "create view if not exists t as select 1",
      []
    ),
    (
      "create index j on t(1)",
      ["index|j|t|CREATE INDEX j on t(1)"]
    ),
    (
      "create index j on t('a')",
      ["index|j|t|CREATE INDEX j on t('a')"]
    ),
    (
      "create index j on t(a) where b",
      ["index|j|t|CREATE INDEX j on t(a) where b"]
    ),
    (
      "create index j on t(a) where rowid",
      ["index|j|t|CREATE INDEX j on t(a) where rowid"]
    ),
    (
      "create index j on t(datetime('now'))",
      ["index|j|t|CREATE INDEX j on t(datetime('now'))"]
    ),
    (
      "create view w(a,a) as select 1,2;",
      ["view|w|w|CREATE VIEW w(a,a) as select 1,2"]
    ),
    (
      "create view w as select * from nope;",
      ["view|w|w|CREATE VIEW w as select * from nope"]
    ),
    (
      "create view w as select 1 union select 1,2",
      ["view|w|w|CREATE VIEW w as select 1 union select 1,2"]
    ),
    (
      "create view w as select 1 from t order by zork",
      ["view|w|w|CREATE VIEW w as select 1 from t order by zork"]
    ),
    (
      "create table x(a references t(b) references t)",
      ["table|x|x|CREATE TABLE x(a references t(b) references t)"]
    ),
    (
      "create table x(a deferrable)",
      ["table|x|x|CREATE TABLE x(a deferrable)"]
    ),
    (
      "create table x(a deferrable initially deferred)",
      ["table|x|x|CREATE TABLE x(a deferrable initially deferred)"]
    ),
    (
      "create table x(a references t match full on delete cascade on insert restrict)",
      ["table|x|x|CREATE TABLE x(a references t match full on delete cascade on insert restrict)"]
    ),
    (
      "create table x(rowid, oid, _rowid_ integer primary key)",
      ["table|x|x|CREATE TABLE x(rowid, oid, _rowid_ integer primary key)"]
    ),
    (
      "create table x(rowid primary key) without rowid",
      ["table|x|x|CREATE TABLE x(rowid primary key) without rowid"]
    ),
    (
      "create table x(a int, b as (a) unique)",
      ["table|x|x|CREATE TABLE x(a int, b as (a) unique)", "index|sqlite_autoindex_x_1|x|NULL"]
    ),
    (
      "create table x(a int, b as (a) not null references t)",
      ["table|x|x|CREATE TABLE x(a int, b as (a) not null references t)"]
    ),
    (
      "create table x(a, b as (date('now')))",
      ["table|x|x|CREATE TABLE x(a, b as (date('now')))"]
    ),
    (
      "create table x(a, b as (a collate foo))",
      ["table|x|x|CREATE TABLE x(a, b as (a collate foo))"]
    ),
    (
      "create table x(a default (sum(1)))",
      ["table|x|x|CREATE TABLE x(a default (sum(1)))"]
    ),
    (
      "create table x(a default (nosuch(1)))",
      ["table|x|x|CREATE TABLE x(a default (nosuch(1)))"]
    ),
    (
      "create table x(a default (current_time))",
      ["table|x|x|CREATE TABLE x(a default (current_time))"]
    ),
    (
      "create table x(a default (1 in (1,2)))",
      ["table|x|x|CREATE TABLE x(a default (1 in (1,2)))"]
    ),
    (
      "create table x(a check(raise(ignore)))",
      ["table|x|x|CREATE TABLE x(a check(raise(ignore)))"]
    ),
    (
      "create table x(a check(\"b\"))",
      ["table|x|x|CREATE TABLE x(a check(\"b\"))"]
    ),
    (
      "create table x(a int) strict, strict",
      ["table|x|x|CREATE TABLE x(a int) strict, strict"]
    ),
    (
      "create table x(a blob, b any, c text, d real, e int, f integer) strict",
      ["table|x|x|CREATE TABLE x(a blob, b any, c text, d real, e int, f integer) strict"]
    ),
    (
      "create trigger t2 after insert on main.t begin select 1; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on main.t begin select 1; end"]
    ),
    (
      "create trigger t2 after update of zork on t begin select 1; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after update of zork on t begin select 1; end"]
    ),
    (
      "create trigger t2 after update of zork on t begin select new.zork; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after update of zork on t begin select new.zork; end"]
    ),
    (
      "create trigger t2 after insert on t begin select old.a; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on t begin select old.a; end"]
    ),
    (
      "create trigger t2 after insert on t begin select * from nope; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on t begin select * from nope; end"]
    ),
    (
      "create trigger t2 after insert on t for each row begin update t set a=1 from v; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on t for each row begin update t set a=1 from v; end"]
    ),
    (
      "create trigger v2 instead of update of x on v begin select 1; end",
      ["trigger|v2|v|CREATE TRIGGER v2 instead of update of x on v begin select 1; end"]
    ),
    (
      "create trigger temp.t2 after insert on t begin select 1; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on t begin select 1; end"]
    ),
    (
      "create temp trigger t2 after insert on main.t begin select 1; end",
      ["trigger|t2|t|CREATE TRIGGER t2 after insert on main.t begin select 1; end"]
    ),
    (
      "create trigger t after insert on t begin select 1;end",
      ["trigger|t|t|CREATE TRIGGER t after insert on t begin select 1;end"]
    ),
    (
      "create unique index j on t(a,b)",
      ["index|j|t|CREATE UNIQUE INDEX j on t(a,b)"]
    ),
    (
      "create index j on wr(b)",
      ["index|j|wr|CREATE INDEX j on wr(b)"]
    ),
    (
      "create table xxxxxxxxxx(a)",
      ["table|xxxxxxxxxx|xxxxxxxxxx|CREATE TABLE xxxxxxxxxx(a)"]
    ),
    (
      "create table x(sqlite_a)",
      ["table|x|x|CREATE TABLE x(sqlite_a)"]
    ),
    (
      "create table 'x'('a' 'b' 'c')",
      ["table|x|x|CREATE TABLE 'x'('a' 'b' 'c')"]
    ),
    (
      "create table x(a,b,constraint foo check (a>b) constraint bar unique(a))",
      [
        "table|x|x|CREATE TABLE x(a,b,constraint foo check (a>b) constraint bar unique(a))",
        "index|sqlite_autoindex_x_1|x|NULL",
      ]
    ),
    (
      "create table s1(a int) strict ;",
      ["table|s1|s1|CREATE TABLE s1(a int) strict "]
    ),
    (
      "create table s3(a int) strict -- hi",
      ["table|s3|s3|CREATE TABLE s3(a int) strict -- hi"]
    ),
    (
      "create table s4(a int primary key)  strict , without rowid -- hi\n;",
      ["table|s4|s4|CREATE TABLE s4(a int primary key)  strict , without rowid -- hi\n"]
    ),
    (
      "create table s5(a) -- x\n;",
      ["table|s5|s5|CREATE TABLE s5(a)"]
    ),
    (
      "create table s6(a) /* x */",
      ["table|s6|s6|CREATE TABLE s6(a)"]
    ),
    (
      "create index i1 on t(b) ;",
      ["index|i1|t|CREATE INDEX i1 on t(b) "]
    ),
    (
      "create index i2 on t(b) -- zork\n",
      ["index|i2|t|CREATE INDEX i2 on t(b) -- zork\n"]
    ),
    (
      "create index i3 on t(b) /* x */ ;",
      ["index|i3|t|CREATE INDEX i3 on t(b) /* x */ "]
    ),
    (
      "create view v1 as select 1 /* x */ ",
      ["view|v1|v1|CREATE VIEW v1 as select 1 /* x */"]
    ),
    (
      "create trigger t1 after insert on t begin select 1; end -- x",
      ["trigger|t1|t|CREATE TRIGGER t1 after insert on t begin select 1; end"]
    ),
    (
      "create table s9(a int)strict",
      ["table|s9|s9|CREATE TABLE s9(a int)strict"]
    ),
    (
      "create table main.\"s 11\"(a)",
      ["table|s 11|s 11|CREATE TABLE \"s 11\"(a)"]
    ),
    (
      "create index main . [i 6] on t(a)",
      ["index|i 6|t|CREATE INDEX [i 6] on t(a)"]
    ),
    (
      "create temp trigger x1 after insert on t begin select 1; end",
      ["trigger|x1|t|CREATE TRIGGER x1 after insert on t begin select 1; end"]
    ),
    (
      "create   table  /*x*/ if not exists  main . T1 ( a /*c*/, b ) -- foo",
      ["table|T1|T1|CREATE TABLE T1 ( a /*c*/, b )"]
    ),
    (
      "create unique   index if not exists main.i1 on T ( a ) ; ",
      ["index|i1|t|CREATE UNIQUE INDEX i1 on T ( a ) "]
    ),
    (
      "create table x(a unique, b primary key, c as (a+b) unique)",
      [
        "table|x|x|CREATE TABLE x(a unique, b primary key, c as (a+b) unique)",
        "index|sqlite_autoindex_x_1|x|NULL", "index|sqlite_autoindex_x_2|x|NULL",
        "index|sqlite_autoindex_x_3|x|NULL",
      ]
    ),
    (
      "create table x(a, b, primary key(b,a), unique(b,a), unique(a)) without rowid",
      [
        "table|x|x|CREATE TABLE x(a, b, primary key(b,a), unique(b,a), unique(a)) without rowid",
        "index|sqlite_autoindex_x_2|x|NULL",
      ]
    ),
    (
      "create table x(a integer primary key autoincrement)",
      [
        "table|x|x|CREATE TABLE x(a integer primary key autoincrement)",
        "table|sqlite_sequence|sqlite_sequence|CREATE TABLE sqlite_sequence(name,seq)",
      ]
    ),
  ]
}
