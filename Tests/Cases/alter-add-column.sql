-- case what cannot be added
create table t(a,b);
insert into t values(1,2);
alter table t add c not null;
--> error: Cannot add a NOT NULL column with default value NULL
alter table t add c not null default null;
--> error: Cannot add a NOT NULL column with default value NULL
alter table t add c not null default (1+1);
--> error: Cannot add a column with non-constant default
alter table t add c default (1+1);
--> error: Cannot add a column with non-constant default
alter table t add c default current_time;
--> error: Cannot add a column with non-constant default
alter table t add c default (random());
--> error: Cannot add a column with non-constant default
alter table t add c default ('a'||'b');
--> error: Cannot add a column with non-constant default
alter table t add c default (cast('5' as int));
select * from t;
--> 1, 2, 5
alter table t add d default (-5);
alter table t add e default -'6';
alter table t add f default (+7.5);
alter table t add g default true;
alter table t add h default 'x''y' collate nocase;
alter table t add i default x'0102';
alter table t add j default "dq";
alter table t add k default word;
alter table t add l integer default '12';
alter table t add m text default 12;
alter table t add n real default 3;
alter table t add o unique;
--> error: Cannot add a UNIQUE column
alter table t add o primary key;
--> error: Cannot add a PRIMARY KEY column
alter table t add o integer primary key autoincrement;
--> error: Cannot add a PRIMARY KEY column
alter table t add o text primary key autoincrement;
--> error: AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY
alter table t add o as (a) stored;
--> error: cannot add a STORED column
alter table t add o default null not null;
--> error: Cannot add a NOT NULL column with default value NULL
select * from t;
--> 1, 2, 5, -5, -6, 7.5, 1, 'x''y', x'0102', 'dq', 'word', 12, '12', 3.0
select typeof(l),typeof(m),typeof(n),typeof(e) from t;
--> 'integer', 'text', 'real', 'integer'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b, c default (cast(''5'' as int)), d default (-5), e default -''6'', f default (+7.5), g default true, h default ''x''''y'' collate nocase, i default x''0102'', j default "dq", k default word, l integer default ''12'', m text default 12, n real default 3)'
-- case REFERENCES with a default
create table t(a);
insert into t values(1);
pragma foreign_keys=1;
alter table t add b references t(a) default 5;
--> error: Cannot add a REFERENCES column with non-NULL default value
alter table t add b references t(a) default null;
alter table t add c references t;
alter table t add d references t(a,b);
--> error: foreign key on d should reference only one column of table t
select * from t;
--> 1, NULL, NULL
pragma foreign_key_list(t);
--> 0, 0, 't', 'c', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 1, 0, 't', 'b', 'a', 'NO ACTION', 'NO ACTION', 'NONE'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a, b references t(a) default null, c references t)'
-- case checks against rows
create table t(a,b);
insert into t values(1,2);
begin;
insert into t values(3,4);
alter table t add c check(c>0);
alter table t add c check(c>0) default 0;
--> error: duplicate column name: c
alter table t add c check(c>0) default 1;
--> error: duplicate column name: c
select * from t;
--> 1, 2, NULL
--> 3, 4, NULL
commit;
select * from t;
--> 1, 2, NULL
--> 3, 4, NULL
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b, c check(c>0))'
-- case checks of the added column
create table t(a);
insert into t values(1),(2);
alter table t add b not null default 5 check(b>a*3);
--> error: CHECK constraint failed
alter table t add c check(c is not null);
--> error: CHECK constraint failed
alter table t add c check(t.a>0);
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a, c check(t.a>0))'
-- case STRICT
create table t(a int, b text) strict;
insert into t values(1,'x');
alter table t add c;
--> error: error in table t after add column: missing datatype for t.c
alter table t add c foo;
--> error: error in table t after add column: unknown datatype for t.c: "foo"
alter table t add c int default 'x';
--> error: type mismatch on DEFAULT
alter table t add c int default '5';
select *, typeof(c) from t;
--> 1, 'x', 5, 'integer'
alter table t add d any default 4;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a int, b text, c int default ''5'', d any default 4) strict'
-- case STRICT and WITHOUT ROWID
create table t(a int primary key, b text) strict, without rowid;
insert into t values(1,'x');
alter table t add c int default 4;
alter table t add d text default 4;
alter table t add e any;
alter table t drop b;
select * from t;
--> 1, 4, '4', NULL
alter table t rename to "q""q";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'q"q', 'q"q', 'CREATE TABLE "q""q"(a int primary key, c int default 4, d text default 4, e any) strict, without rowid'
-- case before table constraints
create table t(a, primary key(a));
alter table t add b;
alter table t add c default (-5),;
--> error: near ",": syntax error
alter table t add c default (-5);
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a, b, c default (-5), primary key(a))'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
-- case comments in the definition
create table t(a,b);
insert into t values(1,2);
alter table t add column c /* x; */ default 3;
select * from t;
--> 1, 2, 3
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b, c /* x; */ default 3)'
-- case text is kept
create table t(a /* one */, b /* two */, c /* three */);
alter table t drop b;
alter table t drop c;
alter table t add zz int -- hi
;
--> error: error in table t after add column: incomplete input
alter table t add yy int /* hi */;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a /* one */, yy int /* hi */)'
-- case text is kept, line comments
CREATE  TABLE   t  ( a  INT  ,  b   TEXT -- comment
 , c);
alter table t add d;
alter table t drop c;
alter table t drop b;
alter table t rename to x;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'x', 'x', 'CREATE TABLE "x"  ( a  INT  ,  d)'
-- case default in reads and writes
create table t(a,b);
insert into t values(1,2);
alter table t add c default 3;
update t set a=5;
select * from t;
--> 5, 2, 3
alter table t add d default 4;
insert into t(a) values(9);
delete from t where d=4 and a=9;
select * from t;
--> 5, 2, 3, 4
create index i on t(d);
select * from t where d=4;
--> 5, 2, 3, 4
pragma integrity_check;
--> 'ok'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b, c default 3, d default 4)'
--> 'index', 'i', 't', 'CREATE INDEX i on t(d)'
-- case default in a WITHOUT ROWID table
create table t(a primary key,b) without rowid;
insert into t values(1,2),(2,3);
alter table t add c default 3;
create index i on t(c);
select a from t where c=3;
--> 1
--> 2
update t set b=7 where c=3;
select * from t;
--> 1, 7, 3
--> 2, 7, 3
pragma integrity_check;
--> 'ok'
delete from t where c=3;
pragma integrity_check;
--> 'ok'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a primary key,b, c default 3) without rowid'
--> 'index', 'i', 't', 'CREATE INDEX i on t(c)'
-- case views see new columns
create table t(a,b,c);
insert into t values(1,2,3);
create view v as select * from t;
select * from v;
--> 1, 2, 3
alter table t drop b;
select * from v;
--> 1, 3
alter table t add d default 9;
select * from v;
--> 1, 3, 9
alter table t rename a to z;
select z from v;
--> 1
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(z,c, d default 9)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from t'
-- case STORED is refused when there are rows
create table t(a);
insert into t values(1);
alter table t add b as (a) stored;
--> error: cannot add a STORED column
alter table t add b as (a) not null default 3;
--> error: cannot use DEFAULT on a generated column
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
-- case clauses of columns
create table t(a, b collate nocase, c varchar(10) not null default 'q' on conflict ignore);
--> error: near "on": syntax error
alter table t rename b to bb;
--> error: no such table: t
create table u(a int not null on conflict replace default 3, b text collate rtrim check(length(b)>2) constraint nm unique);
alter table u rename b to "x y";
alter table u drop "x y";
--> error: cannot drop UNIQUE column: "x y"
alter table u add constraint;
--> error: near "constraint": syntax error
alter table u add zz constraint foo;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'u', 'u', 'CREATE TABLE u(a int not null on conflict replace default 3, "x y" text collate rtrim check(length("x y")>2) constraint nm unique, zz constraint foo)'
--> 'index', 'sqlite_autoindex_u_1', 'u', NULL
-- case grammar
create table t(a, b);
alter table t rename column a to c;
alter table t add column d;
alter table t drop column b;
alter table main.t rename column d to e;
alter table t rename;
--> error: near ";": syntax error
alter table t drop;
--> error: near ";": syntax error
alter table t add;
--> error: near ";": syntax error
alter table t modify a;
--> error: near "modify": syntax error
alter table t rename to;
--> error: near ";": syntax error
alter table if exists t rename to x;
--> error: near "exists": syntax error
alter table t rename column to column2;
--> error: near "to": syntax error
alter table t add if not exists z;
--> error: near "exists": syntax error
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(c, e)'

-- case what is wrong with the expressions of a new column
CREATE TABLE t(a);
INSERT INTO t VALUES(1);
ALTER TABLE t ADD COLUMN b INTEGER CHECK(count(*) > 0);
--> error: error in table t after add column: misuse of aggregate function count()
ALTER TABLE t ADD COLUMN b CHECK(nosuch>0);
--> error: error in table t after add column: no such column: nosuch
ALTER TABLE t ADD COLUMN b CHECK(f(a)>0);
--> error: unknown function: f()
ALTER TABLE t ADD COLUMN b CHECK(abs(a,1)>0);
--> error: error in table t after add column: wrong number of arguments to function abs()
ALTER TABLE t ADD COLUMN b CHECK((SELECT 1));
--> error: error in table t after add column: subqueries prohibited in CHECK constraints
ALTER TABLE t ADD COLUMN b CHECK(row_number() OVER ());
--> error: error in table t after add column: misuse of window function row_number()
ALTER TABLE t ADD COLUMN b AS (nosuch);
--> error: error in table t after add column: no such column: nosuch
ALTER TABLE t ADD COLUMN b AS (f(a));
ALTER TABLE t ADD COLUMN b AS (sum(a));
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS (random());
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS ((SELECT 1));
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS (b);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS (b+1);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b DEFAULT (a);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b DEFAULT (f());
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b DEFAULT (sum(1));
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b COLLATE nosuch;
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b REFERENCES x(y,z);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b CHECK(1) CHECK(nosuch);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS (a) STORED;
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b AS (a) DEFAULT 5;
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b PRIMARY KEY AS (a);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN b INT GENERATED ALWAYS AS (a) CHECK(b>5);
--> error: duplicate column name: b
ALTER TABLE t ADD COLUMN c CHECK(c IS NOT NULL);
--> error: CHECK constraint failed
ALTER TABLE t ADD COLUMN d NOT NULL DEFAULT (NULL);
--> error: Cannot add a NOT NULL column with default value NULL
ALTER TABLE t ADD COLUMN e DEFAULT ('x'||'y');
--> error: Cannot add a column with non-constant default
ALTER TABLE t ADD COLUMN e INT CHECK(e>5) DEFAULT 3;
--> error: CHECK constraint failed
DROP TABLE t;
-- case a text under a minus is a number as CAST makes it to rows that were there before
create table t(n, a default (-'1.0'));
insert into t(n) values (1);
alter table t add b default (-'1.0');
alter table t add c default (-'1e3');
alter table t add d default (- -x'312e30');
alter table t add e default (-'1.5');
alter table t add f default (-+'9223372036854775808');
insert into t(n) values (2);
select a, b, c, d, e, f from t;
--> -1.0, -1, -1000, 1, -1.5, -9.2233720368547758e+18
--> -1.0, -1.0, -1000.0, 1.0, -1.5, -9.2233720368547758e+18
select typeof(a), typeof(b), typeof(c), typeof(d), typeof(e), typeof(f) from t;
--> 'real', 'integer', 'integer', 'integer', 'real', 'real'
--> 'real', 'real', 'real', 'real', 'real', 'real'
