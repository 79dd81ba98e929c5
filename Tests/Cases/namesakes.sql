-- case a name in two items of one name that USING merges
CREATE TABLE t1(a INTEGER PRIMARY KEY, b);
CREATE TABLE t2(a, b);
INSERT INTO t1 VALUES(10,'Y');
INSERT INTO t2 VALUES(10,'Y');
SELECT t1.a FROM t1 JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 JOIN t1 USING(a,b);
--> 10
SELECT t1.b FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: t1.b
SELECT t1.a FROM t1 JOIN t1 ON 1;
--> error: ambiguous column name: t1.a
SELECT t1.a FROM t1, t1;
--> error: ambiguous column name: t1.a
SELECT t1.a FROM t1 NATURAL JOIN t1;
--> 10
SELECT (SELECT t1.a FROM t1 AS x) FROM t1 JOIN t1 USING(a,b);
--> 10
SELECT t1.a FROM t1 LEFT JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 RIGHT JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 FULL JOIN t1 USING(a);
--> 10
SELECT t1.rowid FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: t1.rowid
SELECT t1.* FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: main.t1.b
SELECT main.t1.a FROM t1 JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 JOIN t2 AS t1 USING(a);
--> 10
SELECT t1.b FROM t1 JOIN t2 AS t1 USING(a);
--> error: ambiguous column name: t1.b
SELECT x.a FROM t1 AS x JOIN t1 AS x USING(a) JOIN t2 AS x USING (a);
--> 10
SELECT x.a FROM t1 AS x JOIN t1 AS x USING(a), t2 AS x;
--> error: ambiguous column name: x.a

-- case rowids of items of one name
CREATE TABLE t1(a INTEGER PRIMARY KEY, b);
CREATE TABLE t2(a, b);
INSERT INTO t1 VALUES(10,'Y');
INSERT INTO t2 VALUES(10,'Y');
SELECT x.rowid FROM t1 AS x, t2 AS x;
--> error: ambiguous column name: x.rowid
SELECT t1.rowid FROM t1, t1;
--> error: ambiguous column name: t1.rowid
SELECT x.rowid FROM (SELECT 1) AS x, t2 AS x;
--> 1
SELECT x.rowid FROM t2 AS x, (SELECT 1) AS x;
--> 1
SELECT x.rowid FROM t2 AS x, (SELECT * FROM t1) AS x;
--> 1
SELECT rowid FROM t2 AS x, (SELECT * FROM t1) AS x;
--> 1
SELECT rowid FROM t2, t1;
--> error: ambiguous column name: rowid
SELECT oid FROM t1 JOIN t1 USING (a);
--> error: ambiguous column name: oid
SELECT t1.rowid FROM (t1 JOIN t1 USING (a));
--> error: ambiguous column name: t1.rowid
SELECT t1.rowid FROM (t1 JOIN t2 USING (a)) JOIN t1 USING (a);
--> error: ambiguous column name: t1.rowid
SELECT t1.rowid FROM t2 RIGHT JOIN (t1 JOIN t2 AS z USING (a)) USING (a);
--> 10
SELECT (SELECT t1.rowid FROM t2) FROM t1;
--> 10
SELECT t1.rowid, t2.oid FROM t1 NATURAL JOIN t2;
--> 10, 1

-- case temp triggers: a namesake in temp takes no trigger over
CREATE TABLE t(a);
CREATE TABLE log(x);
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;
INSERT INTO t VALUES(1);
SELECT * FROM log;
--> 1
CREATE TEMP TABLE t(a,b);
INSERT INTO t VALUES(2,3);
INSERT INTO main.t VALUES(4);
SELECT * FROM log;
--> 1
--> 4
SELECT name, tbl_name FROM temp.sqlite_schema;
--> 'tr', 't'
--> 't', 't'
DROP TABLE temp.t;
INSERT INTO t VALUES(5);
SELECT * FROM log;
--> 1
--> 4
--> 5
SELECT name, tbl_name FROM temp.sqlite_schema;
--> 'tr', 't'

-- case temp triggers: a trigger that names its database
CREATE TABLE t(a);
CREATE TABLE log(x);
CREATE TEMP TRIGGER tr AFTER INSERT ON main.t BEGIN INSERT INTO log VALUES(new.a); END;
CREATE TEMP TABLE t(a,b);
INSERT INTO t VALUES(2,3);
INSERT INTO main.t VALUES(4);
SELECT * FROM log;
--> 4
DROP TABLE main.t;
SELECT name, tbl_name FROM temp.sqlite_schema;
--> 't', 't'

-- case temp triggers: renaming beside a namesake
CREATE TABLE t(a);
CREATE TABLE log(x);
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;
CREATE TEMP TABLE t(a,b);
ALTER TABLE main.t RENAME TO u;
SELECT name, tbl_name, sql FROM temp.sqlite_schema;
--> 'tr', 't', 'CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END'
--> 't', 't', 'CREATE TABLE t(a,b)'
INSERT INTO u VALUES(7);
SELECT * FROM log;
ALTER TABLE temp.t RENAME TO w;
SELECT name, tbl_name, sql FROM temp.sqlite_schema;
--> 'tr', 'w', 'CREATE TRIGGER tr AFTER INSERT ON "w" BEGIN INSERT INTO log VALUES(new.a); END'
--> 'w', 'w', 'CREATE TABLE "w"(a,b)'

-- case temp triggers: a trigger on a temp table with a namesake in main
CREATE TABLE t(a);
CREATE TABLE log(x);
CREATE TEMP TABLE t(a,b);
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;
INSERT INTO t VALUES(2,3);
INSERT INTO main.t VALUES(4);
SELECT * FROM log;
--> 2
DROP TABLE t;
SELECT name, tbl_name FROM temp.sqlite_schema;
INSERT INTO t VALUES(9);
SELECT * FROM log;
--> 2

-- case temp triggers: a view in temp as a namesake
CREATE TABLE t(a);
CREATE TABLE log(x);
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;
CREATE TEMP VIEW t AS SELECT 1 AS a;
INSERT INTO t VALUES(2);
--> error: cannot modify t because it is a view
INSERT INTO main.t VALUES(4);
SELECT * FROM log;
--> 4
DROP TRIGGER tr;

-- case temp triggers: a namesake in main of an attached table
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a);
CREATE TABLE log(x);
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.a); END;
INSERT INTO t VALUES(1);
CREATE TABLE main.t(a);
INSERT INTO t VALUES(2);
INSERT INTO aux.t VALUES(3);
SELECT * FROM log;
--> 1
--> 3
DETACH aux;
SELECT name, tbl_name FROM temp.sqlite_schema;
--> 'tr', 't'
INSERT INTO t VALUES(4);
SELECT * FROM log;
--> 1
--> 3
