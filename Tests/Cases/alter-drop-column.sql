-- case keys, UNIQUE, views
create table t(a,b,c unique, d references t(a));
create view v as select a from t;
alter table v rename a to b;
--> error: cannot rename columns of view "v"
alter table v drop a;
--> error: cannot drop column from view "v"
alter table v add x;
--> error: Cannot add a column to a view
alter table v rename to x;
--> error: view v may not be altered
alter table t drop c;
--> error: cannot drop UNIQUE column: "c"
alter table t drop d;
alter table t drop b;
alter table t drop a;
--> error: error in view v after drop column: no such column: a
alter table t drop c;
--> error: cannot drop UNIQUE column: "c"
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,c unique)'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from t'
-- case comments with commas
create table t(a,/* x,y */ b /* tail, */);
alter table t drop b;
--> error: error in table t after drop column: incomplete input
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,/* x,y */ b /* tail, */)'
-- case double quotes in a view are a string then
create table t(a,b);
create view v as select "b" from t;
create view w as with c as (select a,zz from t) select b from t;
alter table t drop b;
--> error: error in view w after drop column: no such column: b
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "b" from t'
--> 'view', 'w', 'w', 'CREATE VIEW w as with c as (select a,zz from t) select b from t'
-- case double quotes in CHECK
create table t(a,b, check("b">1));
alter table t drop b;
--> error: error in table t after drop column: no such column: "b" - should this be a string literal in single-quotes?
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b, check("b">1))'
-- case double quotes in an index
create table t(a,b);
create index i on t("b");
alter table t drop b;
--> error: error in index i after drop column: no such column: "b" - should this be a string literal in single-quotes?
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'index', 'i', 't', 'CREATE INDEX i on t("b")'
-- case WITHOUT ROWID
create table t(a,b) without rowid;
--> error: PRIMARY KEY missing on table t
create table t(a primary key,b,c) without rowid;
insert into t values(1,2,3);
alter table t drop b;
alter table t drop a;
--> error: cannot drop PRIMARY KEY column: "a"
alter table t drop column c;
alter table t drop a;
--> error: cannot drop PRIMARY KEY column: "a"
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a primary key) without rowid'
-- case generated columns
create table t(a, b generated always as (a+1), c generated always as (b+1));
alter table t rename a to z;
alter table t rename b to y;
alter table t drop b;
--> error: no such column: "b"
alter table t drop y;
--> error: error in table t after drop column: no such column: y
alter table t drop c;
alter table t drop y;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(z)'
-- case column lists of triggers are not looked at
create table t(a,b);
create trigger tr after update of b on t begin select 1; end;
alter table t drop b;
drop trigger tr;
create trigger tr after insert on t begin insert into t(b) values(1); update t set b=1; end;
alter table t drop b;
--> error: no such column: "b"
select * from t;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin insert into t(b) values(1); update t set b=1; end'
-- case foreign keys
create table t(a,b,foreign key(b) references p(x));
create table p(x primary key, y);
alter table t drop b;
--> error: error in table t after drop column: unknown column "b" in foreign key definition
alter table p rename x to z;
alter table t rename b to bb;
alter table t drop bb;
--> error: error in table t after drop column: unknown column "bb" in foreign key definition
alter table p rename to pp;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,bb,foreign key(bb) references "pp"(z))'
--> 'table', 'pp', 'pp', 'CREATE TABLE "pp"(z primary key, y)'
--> 'index', 'sqlite_autoindex_pp_1', 'pp', NULL
-- case table constraints
create table t(a,b,c,unique(b),check(c>a));
alter table t drop b;
--> error: error in table t after drop column: no such column: b
alter table t drop c;
--> error: error in table t after drop column: no such column: c
alter table t drop a;
--> error: error in table t after drop column: no such column: a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b,c,unique(b),check(c>a))'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
-- case indexes
create table t(a,b,c);
create index i on t(b) where c>0;
create index j on t(a);
alter table t drop c;
--> error: error in index i after drop column: no such column: c
alter table t drop b;
--> error: error in index i after drop column: no such column: b
alter table t drop a;
--> error: error in index j after drop column: no such column: a
drop index i;
alter table t drop b;
alter table t drop c;
alter table t drop a;
--> error: cannot drop column "a": no other columns exist
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
--> 'index', 'j', 't', 'CREATE INDEX j on t(a)'
-- case triggers
create table t(a,b,c);
create trigger tr after insert on t when new.b>0 begin select 1; end;
alter table t drop b;
--> error: error in trigger tr after drop column: no such column: new.b
drop trigger tr;
create trigger tr after insert on t begin update t set c=b; end;
alter table t drop b;
--> error: error in trigger tr after drop column: no such column: b
alter table t drop c;
drop trigger tr;
create temp trigger tt after insert on t begin select b from t; end;
alter table t drop b;
--> error: error in trigger tt after drop column: no such column: b
alter table t rename b to bbb;
alter table t rename to ttt;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'ttt', 'ttt', 'CREATE TABLE "ttt"(a,bbb)'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'trigger', 'tt', 'ttt', 'CREATE TRIGGER tt after insert on "ttt" begin select bbb from "ttt"; end'
-- case many rows of a WITHOUT ROWID table
create table t(a primary key, b, c, d) without rowid;
with recursive n(i) as (select 1 union all select i+1 from n where i<3000) insert into t select i*7%3001, 'xxxxxxxxxxxxxxxxxxxxxxx'||i, i/2.0, zeroblob(i%50) from n;
create index i on t(c);
alter table t drop b;
select count(*), sum(a), sum(c), sum(length(d)) from t;
--> 3000, 4501500, 2250750.0, 73500
alter table t drop d;
select count(*), sum(a), sum(c) from t where c > 1000;
--> 1000, 1643215, 1250250.0
pragma integrity_check;
--> 'ok'
alter table t add z default 'abc';
select count(*), min(z) from t;
--> 3000, 'abc'
alter table t rename c to cc;
select sum(cc) from t;
--> 2250750.0
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a primary key, cc, z default ''abc'') without rowid'
--> 'index', 'i', 't', 'CREATE INDEX i on t(cc)'
-- case many rows under a descending key
create table t(a text collate nocase, x, b int, c, d, primary key(b desc, a)) without rowid;
with recursive n(i) as (select 1 union all select i+1 from n where i<2000) insert into t select 'K'||i, i, i%13, 'yyyyyyyyyyyyyyyyyyy'||i, i from n;
create unique index j on t(d);
alter table t drop x;
alter table t drop c;
pragma integrity_check;
--> 'ok'
select a,b,d from t order by d limit 5;
--> 'K1', 1, 1
--> 'K2', 2, 2
--> 'K3', 3, 3
--> 'K4', 4, 4
--> 'K5', 5, 5
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a text collate nocase, b int, d, primary key(b desc, a)) without rowid'
--> 'index', 'j', 't', 'CREATE UNIQUE INDEX j on t(d)'
-- case many rows
create table t(id integer primary key, a, b real, c text);
with recursive n(i) as (select 1 union all select i+1 from n where i<3000) insert into t select i*3, i, i, hex(zeroblob(i)) from n;
create index i on t(b);
alter table t drop a;
pragma integrity_check;
--> 'ok'
select count(*), sum(b), typeof(b) from t;
--> 3000, 4501500.0, 'real'
alter table t drop c;
select id, b from t limit 3;
--> 3, 1.0
--> 6, 2.0
--> 9, 3.0
pragma integrity_check;
--> 'ok'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(id integer primary key, b real)'
--> 'index', 'i', 't', 'CREATE INDEX i on t(b)'
-- case views on views
create table t(a,b,c,d);
create view v1 as select a from t;
create view v2 as select b from v1 join t;
alter table t drop d;
alter table t drop c;
alter table t drop b;
--> error: error in view v2 after drop column: no such column: b
drop view v2;
alter table t drop b;
alter table t drop a;
--> error: cannot drop column "a": no other columns exist
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
--> 'view', 'v1', 'v1', 'CREATE VIEW v1 as select a from t'
-- case rows and triggers
create table t(x,y);
create trigger r1 after insert on t begin update t set y = new.x * 10 where rowid = new.rowid; end;
insert into t(x) values(4);
alter table t rename x to xx;
insert into t(xx) values(5);
alter table t rename to tt;
insert into tt(xx) values(6);
select * from tt;
--> 4, 40
--> 5, 50
--> 6, 60
alter table tt drop y;
drop trigger r1;
alter table tt drop y;
--> error: no such column: "y"
select * from tt;
--> 4
--> 5
--> 6
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'tt', 'tt', 'CREATE TABLE "tt"(xx)'
-- case in transactions and savepoints
create table t(a,b);
insert into t values(1,2);
begin;
alter table t rename to u;
alter table u rename a to z;
alter table u add q default 7;
alter table u drop b;
select * from u;
--> 1, 7
savepoint s;
alter table u rename z to y;
rollback to s;
select * from u;
--> 1, 7
rollback;
select * from t;
--> 1, 2
alter table t drop a;
select * from t;
--> 2
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(b)'
-- case in transactions
create table t(a,b);
begin;
create table u(x);
alter table u rename to w;
alter table t drop a;
commit;
select * from w;
savepoint a;
alter table w rename x to y;
release a;
select y from w;
begin;
alter table w add z;
savepoint q;
alter table w drop z;
rollback to q;
insert into w values(1,2);
commit;
select * from w;
--> 1, 2
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(b)'
--> 'table', 'w', 'w', 'CREATE TABLE "w"(y, z)'
-- case a view that is wrong before
create table t(a,b);
create view v as select zz from t;
alter table t rename a to x;
--> error: error in view v: no such column: zz
alter table t rename to k;
--> error: error in view v: no such column: zz
alter table t drop b;
--> error: error in view v: no such column: zz
alter table t add c;
pragma writable_schema=1;
alter table t rename a to x;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(x,b, c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select zz from t'
-- case views cannot be altered
create table t1(a);
drop table t1;
alter table t1 rename to x;
--> error: no such table: t1
create view v as select 1 as a;
alter table v rename a to b;
--> error: cannot rename columns of view "v"
alter table v drop a;
--> error: cannot drop column from view "v"
alter table v add b;
--> error: Cannot add a column to a view
alter table v rename to x;
--> error: view v may not be altered
alter table sqlite_schema rename to x;
--> error: table sqlite_master may not be altered
alter table sqlite_schema add x;
--> error: table sqlite_master may not be altered
alter table sqlite_schema drop name;
--> error: table sqlite_master may not be altered
alter table sqlite_schema rename name to x;
--> error: table sqlite_master may not be altered
alter table temp.sqlite_schema add z;
--> error: table sqlite_temp_master may not be altered
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'view', 'v', 'v', 'CREATE VIEW v as select 1 as a'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
-- case legacy_alter_table does not name what is wrong
create table t(a,b);
create view v as select nope from t;
pragma legacy_alter_table=1;
alter table t rename a to q;
--> error: SQL logic error
alter table t rename to z;
alter table z drop b;
--> error: SQL logic error
pragma legacy_alter_table;
--> 1
create trigger tr after insert on z begin select nope from z where q; end;
alter table z rename q to r;
--> error: no such column: "q"
alter table z rename to zz;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'zz', 'zz', 'CREATE TABLE "zz"(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select nope from t'
--> 'trigger', 'tr', 'zz', 'CREATE TRIGGER tr after insert on "zz" begin select nope from z where q; end'
