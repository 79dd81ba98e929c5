// Made from SQLite 3.51.3: statements on the schema of `CatalogFixture.statements`, and what SQLite says to them.

enum RefusedStatementCases {
  static let all: [(sql: String, message: String)] = [
    (
      "create table x(a,A)",
      "duplicate column name: A"
    ),
    (
      "create table x(a primary key,b primary key)",
      "table \"x\" has more than one primary key"
    ),
    (
      "create table x(a integer primary key,primary key(a))",
      "table \"x\" has more than one primary key"
    ),
    (
      "create table x(a text primary key autoincrement)",
      "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY"
    ),
    (
      "create table x(a integer primary key desc autoincrement)",
      "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY"
    ),
    (
      "create table x(a int, primary key(a autoincrement))",
      "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY"
    ),
    (
      "create table x(a integer primary key autoincrement) without rowid",
      "AUTOINCREMENT not allowed on WITHOUT ROWID tables"
    ),
    (
      "create table x(a) without rowid",
      "PRIMARY KEY missing on table x"
    ),
    (
      "create table x(a) foo",
      "unknown table option: foo"
    ),
    (
      "create table x(a) without foo",
      "unknown table option: foo"
    ),
    (
      "create table x(a) strict",
      "missing datatype for x.a"
    ),
    (
      "create table x(a foo) strict",
      "unknown datatype for x.a: \"foo\""
    ),
    (
      "create table x(a int, b) strict",
      "missing datatype for x.b"
    ),
    (
      "create table x(a, primary key(b))",
      "no such column: b"
    ),
    (
      "create table x(a, unique(b))",
      "no such column: b"
    ),
    (
      "create table x(a, unique(a+1))",
      "expressions prohibited in PRIMARY KEY and UNIQUE constraints"
    ),
    (
      "create table x(a, primary key(a+1))",
      "expressions prohibited in PRIMARY KEY and UNIQUE constraints"
    ),
    (
      "create table x(a, foreign key(b) references t(a))",
      "unknown column \"b\" in foreign key definition"
    ),
    (
      "create table x(a, foreign key(a) references t(a,b))",
      "number of columns in foreign key does not match the number of columns in the referenced table"
    ),
    (
      "create table x(a references t(a,b))",
      "foreign key on a should reference only one column of table t"
    ),
    (
      "create table sqlite_x(a)",
      "object name reserved for internal use: sqlite_x"
    ),
    (
      "create table t(a)",
      "table t already exists"
    ),
    (
      "create table i(a)",
      "there is already an index named i"
    ),
    (
      "create table v(a)",
      "view v already exists"
    ),
    (
      "create view t as select 1",
      "table t already exists"
    ),
    (
      "create view i as select 1",
      "there is already an index named i"
    ),
    (
      "create view v as select 1",
      "view v already exists"
    ),
    (
      "create index t on t(a)",
      "there is already a table named t"
    ),
    (
      "create index i on t(a)",
      "index i already exists"
    ),
    (
      "create index v on t(a)",
      "there is already a table named v"
    ),
    (
      "create index j on v(a)",
      "views may not be indexed"
    ),
    (
      "create index j on nope(a)",
      "no such table: main.nope"
    ),
    (
      "create index j on t(zz)",
      "no such column: zz"
    ),
    (
      "create index sqlite_j on t(a)",
      "object name reserved for internal use: sqlite_j"
    ),
    (
      "create index j on sqlite_master(name)",
      "table sqlite_master may not be indexed"
    ),
    (
      "create table nope.x(a)",
      "unknown database nope"
    ),
    (
      "create view nope.x as select 1",
      "unknown database nope"
    ),
    (
      "create index nope.j on t(a)",
      "unknown database nope"
    ),
    (
      "create index temp.j on t(a)",
      "cannot create a TEMP index on non-TEMP table \"t\""
    ),
    (
      "create trigger nope.tt after insert on t begin select 1; end",
      "unknown database nope"
    ),
    (
      "create trigger tr after insert on t begin select 1; end",
      "trigger tr already exists"
    ),
    (
      "create trigger t2 after insert on nope begin select 1; end",
      "no such table: main.nope"
    ),
    (
      "create trigger t2 after insert on v begin select 1; end",
      "cannot create AFTER trigger on view: v"
    ),
    (
      "create trigger t2 before insert on v begin select 1; end",
      "cannot create BEFORE trigger on view: v"
    ),
    (
      "create trigger t2 instead of insert on t begin select 1; end",
      "cannot create INSTEAD OF trigger on table: t"
    ),
    (
      "create trigger t2 after insert on sqlite_master begin select 1; end",
      "cannot create trigger on system table"
    ),
    (
      "create trigger sqlite_t after insert on t begin select 1; end",
      "object name reserved for internal use: sqlite_t"
    ),
    (
      "create trigger t2 after insert on t begin insert into main.t values(1,2); end",
      "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin update main.t set a=1; end",
      "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin delete from main.t; end",
      "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin delete from t indexed by i; end",
      "the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin delete from t not indexed; end",
      "the NOT INDEXED clause is not allowed on UPDATE or DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin update t indexed by i set a=1; end",
      "the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers"
    ),
    (
      "create trigger t2 after insert on t begin insert into t default values; end",
      "near \"default\": syntax error"
    ),
    (
      "create trigger t2 after insert on t begin select ?; end",
      "trigger cannot use variables"
    ),
    (
      "create trigger t2 after insert on t when ?1 begin select 1; end",
      "trigger cannot use variables"
    ),
    (
      "create view w as select ?",
      "parameters are not allowed in views"
    ),
    (
      "create view w as select :a",
      "parameters are not allowed in views"
    ),
    (
      "create index j on t(a) where ?",
      "parameters prohibited in partial index WHERE clauses"
    ),
    (
      "create index j on t(a+?)",
      "parameters prohibited in index expressions"
    ),
    (
      "create index j on t(random())",
      "non-deterministic functions prohibited in index expressions"
    ),
    (
      "create index j on t((select 1))",
      "subqueries prohibited in index expressions"
    ),
    (
      "create index j on t(a) where (select 1)",
      "subqueries prohibited in partial index WHERE clauses"
    ),
    (
      "create index j on t(a) where random()",
      "non-deterministic functions prohibited in partial index WHERE clauses"
    ),
    (
      "create index j on t(sum(a))",
      "misuse of aggregate function sum()"
    ),
    (
      "create index j on t(a) where a>(select 1)",
      "subqueries prohibited in partial index WHERE clauses"
    ),
    (
      "create index j on t(t.a)",
      "the \".\" operator prohibited in index expressions"
    ),
    (
      "create index j on t(main.t.a)",
      "the \".\" operator prohibited in index expressions"
    ),
    (
      "create index j on t(nosuch(a))",
      "no such function: nosuch"
    ),
    (
      "create table x(a default (b))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (?))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (select 1))",
      "near \"select\": syntax error"
    ),
    (
      "create table x(a default ((select 1)))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default 'x'||'y')",
      "near \"||\": syntax error"
    ),
    (
      "create table x(a check(?))",
      "parameters prohibited in CHECK constraints"
    ),
    (
      "create table x(a check(b))",
      "no such column: b"
    ),
    (
      "create table x(a check(select 1))",
      "near \"select\": syntax error"
    ),
    (
      "create table x(a check((select 1)))",
      "subqueries prohibited in CHECK constraints"
    ),
    (
      "create table x(a, check(sum(a)))",
      "misuse of aggregate function sum()"
    ),
    (
      "create table x(a check(nosuch(a)))",
      "no such function: nosuch"
    ),
    (
      "create table x(a check(y.a>1))",
      "no such column: y.a"
    ),
    (
      "create table x(a as (1))",
      "must have at least one non-generated column"
    ),
    (
      "create table x(a as (b), b as (a))",
      "must have at least one non-generated column"
    ),
    (
      "create table x(a, b as (random()))",
      "non-deterministic functions prohibited in generated columns"
    ),
    (
      "create table x(a, b as (a) primary key)",
      "generated columns cannot be part of the PRIMARY KEY"
    ),
    (
      "create table x(a, b as (a), primary key(b))",
      "generated columns cannot be part of the PRIMARY KEY"
    ),
    (
      "create table x(a, b as (a) default 1)",
      "cannot use DEFAULT on a generated column"
    ),
    (
      "create table x(a, b as (select 1))",
      "near \"select\": syntax error"
    ),
    (
      "create table x(a, b as ((select 1)))",
      "subqueries prohibited in generated columns"
    ),
    (
      "create table x(a, b as (a) bogus)",
      "error in generated column \"b\""
    ),
    (
      "create table x(a,b as (?))",
      "parameters prohibited in generated columns"
    ),
    (
      "create table x(a,b as (rowid))",
      "no such column: rowid"
    ),
    (
      "create table x(a,b as (b))",
      "generated column loop on \"b\""
    ),
    (
      "create table x(a, b generated always as (a) stored default 3)",
      "cannot use DEFAULT on a generated column"
    ),
    (
      "create table x(a collate foo)",
      "no such collation sequence: foo"
    ),
    (
      "create index j on t(a collate foo)",
      "no such collation sequence: foo"
    ),
    (
      "create table x(a unique collate foo)",
      "no such collation sequence: foo"
    ),
    (
      "create table x(a, unique(a collate foo))",
      "no such collation sequence: foo"
    ),
    (
      "create index j on t(a asc nulls last)",
      "unsupported use of NULLS LAST"
    ),
    (
      "create index j on t(a nulls first)",
      "unsupported use of NULLS FIRST"
    ),
    (
      "create table x(a, unique(a nulls first))",
      "unsupported use of NULLS FIRST"
    ),
    (
      "create table x(a, primary key(a desc nulls last))",
      "unsupported use of NULLS LAST"
    ),
    (
      "create table y(a unique on conflict replace, unique(a) on conflict ignore)",
      "conflicting ON CONFLICT clauses specified"
    ),
    (
      "create temp table main.z(a)",
      "temporary table name must be unqualified"
    ),
    (
      "create temp view main.z as select 1",
      "temporary table name must be unqualified"
    ),
    (
      "create temp trigger main.z after insert on t begin select 1; end",
      "temporary trigger may not have qualified name"
    ),
    (
      "drop table x;drop table nope",
      "no such table: x"
    ),
    (
      "drop table v",
      "use DROP VIEW to delete view v"
    ),
    (
      "drop view t",
      "use DROP TABLE to delete table t"
    ),
    (
      "drop view nope",
      "no such view: nope"
    ),
    (
      "drop index nope",
      "no such index: nope"
    ),
    (
      "drop index t",
      "no such index: t"
    ),
    (
      "drop trigger nope",
      "no such trigger: nope"
    ),
    (
      "drop table main.nope",
      "no such table: main.nope"
    ),
    (
      "drop index main.nope",
      "no such index: main.nope"
    ),
    (
      "drop table nope.t",
      "no such table: nope.t"
    ),
    (
      "drop index nope.t",
      "no such index: nope.t"
    ),
    (
      "drop view main.nope",
      "no such view: main.nope"
    ),
    (
      "drop trigger main.nope",
      "no such trigger: main.nope"
    ),
    (
      "drop view zz.nope",
      "no such view: zz.nope"
    ),
    (
      "drop trigger zz.nope",
      "no such trigger: zz.nope"
    ),
    (
      "drop index sqlite_autoindex_u_1",
      "no such index: sqlite_autoindex_u_1"
    ),
    (
      "drop table sqlite_master",
      "table sqlite_master may not be dropped"
    ),
    (
      "drop table sqlite_sequence",
      "no such table: sqlite_sequence"
    ),
    (
      "drop table sqlite_temp_master",
      "table sqlite_temp_master may not be dropped"
    ),
    (
      "drop table sqlite_schema",
      "table sqlite_master may not be dropped"
    ),
    (
      "drop view sqlite_master",
      "table sqlite_master may not be dropped"
    ),
    (
      "reindex nope",
      "unable to identify the object to be reindexed"
    ),
    (
      "reindex main.nope",
      "unable to identify the object to be reindexed"
    ),
    (
      "reindex zz.t",
      "unknown database zz"
    ),
    (
      "create table a.b(x)",
      "unknown database a"
    ),
    (
      "create table if not exists i(a)",
      "there is already an index named i"
    ),
    (
      "create index if not exists i on nope(a)",
      "no such table: main.nope"
    ),
    (
      "create trigger if not exists tr after insert on nope begin select 1; end",
      "no such table: main.nope"
    ),
    (
      "drop table if exists v",
      "use DROP VIEW to delete view v"
    ),
    (
      "drop view if exists t",
      "use DROP TABLE to delete table t"
    ),
    (
      "create index j on t(a) where nope",
      "no such column: nope"
    ),
    (
      "create index j on t(x.a)",
      "no such column: x.a"
    ),
    (
      "create index j on t(count(*) over ())",
      "misuse of window function count()"
    ),
    (
      "create index j on t(a) where sum(a)>1",
      "misuse of aggregate function sum()"
    ),
    (
      "create view v2 as select (select ?)",
      "parameters are not allowed in views"
    ),
    (
      "create view sqlite_foo as select 1",
      "object name reserved for internal use: sqlite_foo"
    ),
    (
      "create view main.t as select 1",
      "table t already exists"
    ),
    (
      "create table x(a, foreign key(a,a) references t(b))",
      "number of columns in foreign key does not match the number of columns in the referenced table"
    ),
    (
      "create table x(a, foreign key(a) references t(b,c))",
      "number of columns in foreign key does not match the number of columns in the referenced table"
    ),
    (
      "create table x(a, b as (x.a))",
      "the \".\" operator prohibited in generated columns"
    ),
    (
      "create table x(a, b as (c), c as (b))",
      "generated column loop on \"c\""
    ),
    (
      "create table x(a, b as (sum(a)))",
      "misuse of aggregate function sum()"
    ),
    (
      "create table x(a, b as (current_timestamp))",
      "non-deterministic functions prohibited in generated columns"
    ),
    (
      "create table x(a default sum(1))",
      "near \"(\": syntax error"
    ),
    (
      "create table x(a default (rowid))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (\"b\"))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (:a))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (a))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a default (raise(ignore)))",
      "default value of column [a] is not constant"
    ),
    (
      "create table x(a check(a in (select 1)))",
      "subqueries prohibited in CHECK constraints"
    ),
    (
      "create table x(a check(exists(select 1)))",
      "subqueries prohibited in CHECK constraints"
    ),
    (
      "create table x(a int primary key autoincrement) strict",
      "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY"
    ),
    (
      "create table x(a int) strict strict",
      "near \"strict\": syntax error"
    ),
    (
      "create table x(a int primary key) without rowid, foo",
      "unknown table option: foo"
    ),
    (
      "create table x(a varchar(5)) strict",
      "unknown datatype for x.a: \"varchar(5)\""
    ),
    (
      "create table x(a integer(5)) strict",
      "unknown datatype for x.a: \"integer(5)\""
    ),
    (
      "create trigger main.t2 after insert on temp.t begin select 1; end",
      "trigger t2 cannot reference objects in database temp"
    ),
    (
      "create trigger t2 after insert on t begin select 1 limit ?; end",
      "trigger cannot use variables"
    ),
    (
      "create trigger t2 after insert on t begin insert into nope values(1) returning 1; end",
      "cannot use RETURNING in a trigger"
    ),
    (
      "create trigger t2 after insert on t begin with x as (select 1) insert into t select * from x; end",
      "near \"insert\": syntax error"
    ),
    (
      "create trigger t2 after insert on t begin delete from t order by a limit 1; end",
      "near \"order\": syntax error"
    ),
    (
      "create trigger t2 after insert on t begin select ?1 from t; end",
      "trigger cannot use variables"
    ),
    (
      "create trigger t2 after insert on sqlite_sequence begin select 1; end",
      "no such table: main.sqlite_sequence"
    ),
    (
      "drop table t,wr",
      "near \",\": syntax error"
    ),
    (
      "drop table temp.t",
      "no such table: temp.t"
    ),
    (
      "drop index main.j",
      "no such index: main.j"
    ),
    (
      "reindex main.t2",
      "unable to identify the object to be reindexed"
    ),
    (
      "reindex t.main",
      "unknown database t"
    ),
    (
      "reindex zork.nocase",
      "unknown database zork"
    ),
    (
      "reindex main.nocase",
      "unable to identify the object to be reindexed"
    ),
    (
      "create table sqlite_stat1(tbl,idx,stat)",
      "object name reserved for internal use: sqlite_stat1"
    ),
    (
      "create table sqlite_sequence(a)",
      "object name reserved for internal use: sqlite_sequence"
    ),
    (
      "create table x()",
      "near \")\": syntax error"
    ),
    (
      "create table x(a check (a>1) b)",
      "near \"b\": syntax error"
    ),
    (
      "create table t.x(a)",
      "unknown database t"
    ),
  ]
}
