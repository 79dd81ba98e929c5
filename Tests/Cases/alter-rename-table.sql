-- case t.* and qualified names, but no alias
create table t(a,b);
create view v as select t.* from t;
create view v2 as select "t".*, t.a, x.b from t, t as x;
alter table t rename to "new one";
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'new one', 'new one', 'CREATE TABLE "new one"(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "new one".* from "new one"'
--> 'view', 'v2', 'v2', 'CREATE VIEW v2 as select "new one".*, "new one".a, x.b from "new one", "new one" as x'
-- case ON CONFLICT clauses: excluded is renamed with its table, as in SQLite
create table t(a primary key,b);
create trigger tr after insert on t begin insert into t values(1,2) on conflict(a) do update set b=excluded.b, a=t.a where excluded.a>1 and t.b; end;
alter table t rename to n;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'n', 'n', 'CREATE TABLE "n"(a primary key,b)'
--> 'index', 'sqlite_autoindex_n_1', 'n', NULL
--> 'trigger', 'tr', 'n', 'CREATE TRIGGER tr after insert on "n" begin insert into "n" values(1,2) on conflict(a) do update set b="n".b, a="n".a where "n".a>1 and "n".b; end'
-- case foreign keys that refer to the table
create table t(a,b);
create table u(x references t(a), y, foreign key(y) references "t"(b));
create temp table q(x references t(a));
alter table t rename to n;
alter table n rename a to c;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'n', 'n', 'CREATE TABLE "n"(c,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(x references "n"(c), y, foreign key(y) references "n"(b))'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'table', 'q', 'q', 'CREATE TABLE q(x references t(a))'
-- case names that are taken, system tables
create table t(a,b);
alter table t rename to t;
--> error: there is already another table or index with this name: t
alter table t rename to T;
--> error: there is already another table or index with this name: T
alter table t rename to sqlite_x;
--> error: object name reserved for internal use: sqlite_x
alter table sqlite_master rename to z;
--> error: table sqlite_master may not be altered
alter table t rename a to A;
alter table t rename a to b;
--> error: error in table t after rename: duplicate column name: b
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(A,b)'
-- case AUTOINCREMENT, and names of constraint indexes
create table t(id integer primary key autoincrement, u unique);
insert into t values(3,4);
alter table t rename to "a""b";
select * from sqlite_sequence;
--> 'a"b', 3
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'a"b', 'a"b', 'CREATE TABLE "a""b"(id integer primary key autoincrement, u unique)'
--> 'index', 'sqlite_autoindex_a"b_1', 'a"b', NULL
--> 'table', 'sqlite_sequence', 'sqlite_sequence', 'CREATE TABLE sqlite_sequence(name,seq)'
-- case quotation marks of new names
create table "t 1"("a 1","b""2", [c] int);
insert into "t 1" values(1,2,3);
alter table "t 1" rename "b""2" to b2;
alter table "t 1" rename "c" to 'c d';
alter table "t 1" rename column [a 1] to a;
alter table "t 1" rename to t2;
alter table t2 drop column `c d`;
select * from t2;
--> 1, 2
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't2', 't2', 'CREATE TABLE "t2"("a","b2")'
-- case other quotation marks
create table t(a);
create table sqlite_x(a);
--> error: object name reserved for internal use: sqlite_x
create table "a b"(c);
alter table "a b" rename to c;
alter table c rename to 'd';
alter table d rename to [e f];
alter table "e f" rename to `g`;
alter table g rename c to [h i];
alter table g rename "h i" to j;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a)'
--> 'table', 'g', 'g', 'CREATE TABLE "g"("j")'
-- case CHECK and WHERE of a partial index
create table t(a,b, c check(t.a>0 and "t"."b">0));
create index i on t(a) where t.b>0;
alter table t rename to k;
alter table k rename b to z;
insert into k values(-1,1,1);
--> error: CHECK constraint failed: k
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(a,z, c check("k".a>0 and "k"."z">0))'
--> 'index', 'i', 'k', 'CREATE INDEX i on "k"(a) where "k".z>0'
-- case a schema qualifier stays
create table t(a,b);
create view w as select main.t.a, t.b, [t].[a] from main.t;
alter table t rename a to q;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(q,b)'
--> 'view', 'w', 'w', 'CREATE VIEW w as select main."k".q, "k".b, "k"."q" from main."k"'
-- case names of indexes and views are taken too
create table t(a,b);
create index "i x" on t(a);
alter table t rename to "i x";
--> error: there is already another table or index with this name: i x
alter table t rename to i;
create view v as select 1;
alter table i rename to v;
--> error: there is already another table or index with this name: v
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'i', 'i', 'CREATE TABLE "i"(a,b)'
--> 'index', 'i x', 'i', 'CREATE INDEX "i x" on "i"(a)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select 1'
-- case tables that do not exist
alter table nope rename to x;
--> error: no such table: nope
alter table main.nope rename to x;
--> error: no such table: main.nope
alter table xx.nope rename to x;
--> error: no such table: xx.nope
alter table nope rename a to x;
--> error: no such table: nope
alter table nope add x;
--> error: no such table: nope
alter table temp.nope drop x;
--> error: no such table: temp.nope
SELECT type, name, tbl_name, sql FROM sqlite_schema;
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
-- case foreign keys in every spelling
create table abc(x);
create table def(y references abc(x), z references 'abc'(x), w references [abc]);
alter table abc rename to "g h";
alter table "g h" rename x to 'i j';
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'g h', 'g h', 'CREATE TABLE "g h"("i j")'
--> 'table', 'def', 'def', 'CREATE TABLE def(y references "g h"("i j"), z references "g h"("i j"), w references "g h")'
-- case foreign keys while they are enforced
create table p(id integer primary key, x unique);
create table c(r references p(id) on delete cascade, s references p(x));
pragma foreign_keys=on;
insert into p values(1,2);
insert into c values(1,2);
alter table p rename to pp;
alter table pp rename id to ident;
alter table pp rename x to xx;
delete from pp;
select * from c;
insert into c values(5,null);
--> error: FOREIGN KEY constraint failed
alter table pp drop xx;
--> error: cannot drop UNIQUE column: "xx"
alter table c drop s;
pragma foreign_key_list(c);
--> 0, 0, 'pp', 'r', 'ident', 'NO ACTION', 'CASCADE', 'NONE'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'pp', 'pp', 'CREATE TABLE "pp"(ident integer primary key, xx unique)'
--> 'index', 'sqlite_autoindex_pp_1', 'pp', NULL
--> 'table', 'c', 'c', 'CREATE TABLE c(r references "pp"(ident) on delete cascade)'
-- case legacy_alter_table leaves views and triggers alone
create table t(a,b);
pragma legacy_alter_table=1;
create view v as select a from t;
create index i on t(a) where t.b;
create trigger tr after insert on t begin insert into t select t.a from t; end;
create table u(x references t(a));
alter table t rename to k;
--> error: error in index i after rename: no such column: t.b
alter table k rename a to z;
--> error: no such table: k
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select a from t'
--> 'index', 'i', 't', 'CREATE INDEX i on t(a) where t.b'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin insert into t select t.a from t; end'
--> 'table', 'u', 'u', 'CREATE TABLE u(x references t(a))'
-- case legacy_alter_table and foreign keys
create table t(a,b);
pragma legacy_alter_table=1;
pragma foreign_keys=1;
create table u(x references t(a));
create table w(a check(w.a>1) references w);
alter table t rename to k;
alter table w rename to ww;
--> error: error in table ww after rename: no such column: w.a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(a,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(x references "k"(a))'
--> 'table', 'w', 'w', 'CREATE TABLE w(a check(w.a>1) references w)'
-- case a main table under a temporary namesake
create table t(a,b);
create temp table t(a,c);
create view v as select a from t;
create temp view tv as select a from t;
create temp view tv2 as select a from main.t;
alter table t rename to k;
alter table main.t rename a to q;
alter table main.t rename to k2;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k2', 'k2', 'CREATE TABLE "k2"(q,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select q from "k2"'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(a,c)'
--> 'view', 'tv', 'tv', 'CREATE VIEW tv as select a from "k"'
--> 'view', 'tv2', 'tv2', 'CREATE VIEW tv2 as select q from main."k2"'
-- case triggers and views of the temporary database
create table t(a);
create temp table t(b);
create temp trigger tr after insert on main.t begin insert into t values(new.a); end;
create temp view v as select * from main.t, t;
alter table main.t rename to m;
alter table main.m rename a to z;
alter table t rename b to c;
alter table temp.t rename to tm;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'm', 'm', 'CREATE TABLE "m"(z)'
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'table', 'tm', 'tm', 'CREATE TABLE "tm"(c)'
--> 'trigger', 'tr', 'm', 'CREATE TRIGGER tr after insert on main."m" begin insert into "m" values(new.z); end'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from main."m", "tm"'
-- case constraint indexes get the new name
create table t(a UNIQUE, b UNIQUE ON CONFLICT REPLACE, c, UNIQUE(a), UNIQUE(c,a));
select name from sqlite_master;
--> 't'
--> 'sqlite_autoindex_t_1'
--> 'sqlite_autoindex_t_2'
--> 'sqlite_autoindex_t_3'
alter table t rename to "x y";
select name,tbl_name from sqlite_master;
--> 'x y', 'x y'
--> 'sqlite_autoindex_x y_1', 'x y'
--> 'sqlite_autoindex_x y_2', 'x y'
--> 'sqlite_autoindex_x y_3', 'x y'
insert into "x y" values(1,2,3);
pragma integrity_check;
--> 'ok'
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'x y', 'x y', 'CREATE TABLE "x y"(a UNIQUE, b UNIQUE ON CONFLICT REPLACE, c, UNIQUE(a), UNIQUE(c,a))'
--> 'index', 'sqlite_autoindex_x y_1', 'x y', NULL
--> 'index', 'sqlite_autoindex_x y_2', 'x y', NULL
--> 'index', 'sqlite_autoindex_x y_3', 'x y', NULL
-- case AUTOINCREMENT goes on counting
create table a1(x integer primary key autoincrement);
create table a2(x integer primary key autoincrement);
insert into a1 values(5);
insert into a2 values(9);
alter table a1 rename to b1;
select * from sqlite_sequence order by 1;
--> 'a2', 9
--> 'b1', 5
insert into b1 values(null);
select * from b1;
--> 5
--> 6
alter table b1 add y;
insert into b1(y) values(3);
select * from b1;
--> 5, NULL
--> 6, NULL
--> 7, 3
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'b1', 'b1', 'CREATE TABLE "b1"(x integer primary key autoincrement, y)'
--> 'table', 'sqlite_sequence', 'sqlite_sequence', 'CREATE TABLE sqlite_sequence(name,seq)'
--> 'table', 'a2', 'a2', 'CREATE TABLE a2(x integer primary key autoincrement)'
-- case a function may be unknown
create table t(a,b);
create view v as select nofunc(a) from t;
alter table t rename a to x;
alter table t rename to k;
alter table t drop b;
--> error: no such table: t
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(x,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select nofunc(x) from "k"'
-- case names beyond ASCII
create table t(é, b);
create view v as select é from t;
alter table t rename é to "ü";
alter table t rename "ü" to ö;
alter table t rename to ß;
alter table ß add ñ default 'ñ';
alter table ß drop b;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'ß', 'ß', 'CREATE TABLE "ß"("ö", ñ default ''ñ'')'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "ö" from "ß"'
-- case a table of common table expressions and a table of one name
create table t(a,b);
create view v(p) as with cte(m,n) as (select a, b from t), t as (select m as a from cte) select t.a from t;
alter table t rename a to x;
--> error: error in view v: circular reference: t
alter table t rename to y;
--> error: error in view v: circular reference: t
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'view', 'v', 'v', 'CREATE VIEW v(p) as with cte(m,n) as (select a, b from t), t as (select m as a from cte) select t.a from t'
-- case a joined group
create table t(a,b);
create table u(c);
create view v as select t.a from (t join u as w on w.c=t.a);
alter table t rename a to n;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(n,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select "k".n from ("k" join u as w on w.c="k".n)'
-- case a joined group that is not the first
create table t(a,b);
create table u(c);
create view v as select * from u, (t join u as w on w.c=t.a);
alter table t rename a to n;
alter table t rename to k;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 'k', 'k', 'CREATE TABLE "k"(n,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select * from u, ("k" join u as w on w.c="k".n)'
-- case names in a joined group that is not the first
create table t(a,b);
create table u(c);
create view v as select b from u, (t join u as w on w.c=t.a);
alter table t rename a to n;
--> error: error in view v: no such column: b
alter table t rename to k;
--> error: error in view v: no such column: b
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select b from u, (t join u as w on w.c=t.a)'
-- case a joined group behind LEFT JOIN
create table t(a,b);
create table u(c);
create view v as select t.a, u.c from u left join (t join u as w on w.c=t.a) on t.b=w.c;
alter table t rename a to n;
--> error: error in view v: no such column: t.a
alter table t rename to k;
--> error: error in view v: no such column: t.a
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(a,b)'
--> 'table', 'u', 'u', 'CREATE TABLE u(c)'
--> 'view', 'v', 'v', 'CREATE VIEW v as select t.a, u.c from u left join (t join u as w on w.c=t.a) on t.b=w.c'
-- case IN t is not renamed
create table t(a,b);
create table u(a,b);
create trigger tr after insert on t begin insert into u(a) select new.a from t where t.a in (select a from u); delete from t where a in t; update u set (a,b)=(new.a,2) where exists(select 1 from t as a where a.a=u.a); end;
alter table t rename a to q;
alter table t rename to k;
--> error: error in trigger tr after rename: no such table: main.t
alter table u rename a to q2;
alter table u rename to k2;
SELECT type, name, tbl_name, sql FROM sqlite_schema;
--> 'table', 't', 't', 'CREATE TABLE t(q,b)'
--> 'table', 'k2', 'k2', 'CREATE TABLE "k2"(q2,b)'
--> 'trigger', 'tr', 't', 'CREATE TRIGGER tr after insert on t begin insert into "k2"(q2) select new.q from t where t.q in (select q2 from "k2"); delete from t where q in t; update "k2" set (q2,b)=(new.q,2) where exists(select 1 from t as a where a.q="k2".q2); end'

-- case windows come after result columns in what a view cannot find
CREATE TABLE t2(a);
CREATE VIEW v5 AS SELECT a2.c4 WINDOW win1 AS (PARTITION BY a5.a);
ALTER TABLE t2 RENAME TO n9;
--> error: error in view v5: no such column: a2.c4
DROP VIEW v5;
CREATE VIEW v5 AS SELECT 1 FROM t2 WHERE x.c4 WINDOW win1 AS (PARTITION BY a5.a);
ALTER TABLE t2 RENAME TO n9;
--> error: error in view v5: no such column: x.c4
DROP VIEW v5;
CREATE VIEW v5 AS SELECT 1 FROM t2 WINDOW win1 AS (PARTITION BY a5.a) ORDER BY a6.b;
ALTER TABLE t2 RENAME TO n9;
--> error: error in view v5: no such column: a5.a

-- case views with USING behind a join in parentheses
CREATE TABLE t1(k1);
CREATE TABLE t2(x, f);
CREATE TABLE t3(f);
CREATE VIEW v1 AS SELECT 1 FROM t3 JOIN (t1 JOIN t3) NATURAL JOIN t3;
CREATE VIEW v2 AS SELECT 1 FROM t3 JOIN (t1 JOIN t3) USING (f) JOIN t3 USING (f);
CREATE VIEW v3 AS SELECT f FROM t1 JOIN (t1 JOIN t3) JOIN t3 USING (f);
CREATE VIEW v4 AS SELECT 1 FROM t1 JOIN (t1 JOIN t3) FULL JOIN t3 USING (f);
CREATE VIEW v5 AS SELECT 1 FROM t1 JOIN (t1 JOIN t3) FULL JOIN t3 USING (f) JOIN t2 USING (f);
CREATE VIEW v6 AS SELECT 1 FROM t3 JOIN (t1 JOIN t3) FULL JOIN t3 USING (f) JOIN t2 USING (f);
ALTER TABLE t1 RENAME TO t12;
--> error: error in view v6: ambiguous reference to f in USING()
DROP VIEW v6;
ALTER TABLE t1 RENAME TO t12;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE "t12"(k1)'
--> 'CREATE TABLE t2(x, f)'
--> 'CREATE TABLE t3(f)'
--> 'CREATE VIEW v1 AS SELECT 1 FROM t3 JOIN ("t12" JOIN t3) NATURAL JOIN t3'
--> 'CREATE VIEW v2 AS SELECT 1 FROM t3 JOIN ("t12" JOIN t3) USING (f) JOIN t3 USING (f)'
--> 'CREATE VIEW v3 AS SELECT f FROM "t12" JOIN ("t12" JOIN t3) JOIN t3 USING (f)'
--> 'CREATE VIEW v4 AS SELECT 1 FROM "t12" JOIN ("t12" JOIN t3) FULL JOIN t3 USING (f)'
--> 'CREATE VIEW v5 AS SELECT 1 FROM "t12" JOIN ("t12" JOIN t3) FULL JOIN t3 USING (f) JOIN t2 USING (f)'
CREATE VIEW v7 AS SELECT a3.c4 FROM t2 JOIN (t12 JOIN t3) JOIN t3 USING (f);
ALTER TABLE t12 RENAME TO t13;
--> error: error in view v7: no such column: a3.c4
