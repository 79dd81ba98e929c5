-- CREATE VIEW and DROP VIEW.

-- case names of columns
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT COLLATE NOCASE, c REAL);
INSERT INTO t VALUES (1, 'One', 1.5), (2, 'two', NULL);
CREATE VIEW v1 AS SELECT a, b AS k, t.c, a + 1, 'x', a, k2.b FROM t JOIN (SELECT 5 AS b) AS k2;
SELECT name, type FROM pragma_table_info('v1');
--> error: ambiguous column name: b
CREATE VIEW v2(p, "q r", p2) AS SELECT a, b, c FROM t;
SELECT "q r", v2.p FROM v2 WHERE p2 > 1;
--> 'One', 1
SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('v2');
--> 'p', 'INTEGER', 0, NULL, 0
--> 'q r', 'TEXT', 0, NULL, 0
--> 'p2', 'REAL', 0, NULL, 0
CREATE VIEW v3(p) AS SELECT a, b FROM t;
SELECT * FROM v3;
--> error: expected 1 columns for 'v3' but got 2
SELECT 1 FROM v3;
--> error: expected 1 columns for 'v3' but got 2
CREATE VIEW v4(p, q, r) AS SELECT a, b FROM t;
SELECT * FROM v4;
--> error: expected 3 columns for 'v4' but got 2
CREATE VIEW v5(p, p) AS SELECT a, b FROM t;
SELECT * FROM v5;
--> 1, 'One'
--> 2, 'two'
CREATE VIEW v6(a, b, c) AS SELECT * FROM t WHERE b = 'ONE';
SELECT * FROM v6;
--> 1, 'One', 1.5
SELECT count(*) FROM v6 WHERE b = 'one' AND c = '1.5';
--> 1
CREATE VIEW v7() AS SELECT 1;
--> error: near ")": syntax error
CREATE VIEW v7(a + 1) AS SELECT 1;
--> error: near "+": syntax error
CREATE VIEW v8 AS SELECT rowid, oid AS o FROM t;
SELECT * FROM v8;
--> 1, 1
--> 2, 2
SELECT v6.rowid FROM v6;
--> error: no such column: v6.rowid
SELECT count(*) FROM sqlite_schema WHERE type = 'view';
--> 7

-- case the query may be anything
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'x');
CREATE VIEW v AS WITH RECURSIVE q(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM q WHERE n < 3) SELECT n, b FROM q JOIN t ON a = n UNION SELECT count(*), 'all' FROM t ORDER BY 2 DESC, 1 LIMIT 3;
SELECT * FROM v;
--> 2, 'y'
--> 1, 'x'
--> 3, 'x'
SELECT max(n) FROM v WHERE b <> 'y';
--> 3
CREATE VIEW w(n, m) AS VALUES (1, 'x'), (2, 'z');
SELECT v.n, w.m FROM w LEFT JOIN v USING (n) WHERE v.b = 'x';
--> 1, 'x'
CREATE VIEW x AS SELECT b, count(*) AS n, row_number() OVER (ORDER BY b DESC) AS r FROM t GROUP BY b HAVING count(*) > 0;
SELECT * FROM x AS y WHERE y.r = 1;
--> 'y', 1, 1
CREATE VIEW z AS SELECT w.*, x.n AS xn FROM w LEFT JOIN x ON x.b = w.m;
SELECT * FROM z JOIN t ON t.a = z.n ORDER BY t.a;
--> 1, 'x', 2, 1, 'x'
--> 2, 'z', NULL, 2, 'y'
SELECT (SELECT sum(xn) FROM z), EXISTS (SELECT 1 FROM z WHERE xn IS NULL);
--> 2, 1
CREATE VIEW bad AS DELETE FROM t;
--> error: near "DELETE": syntax error
CREATE VIEW bad AS SELECT ?;
--> error: parameters are not allowed in views
CREATE VIEW bad AS SELECT :x FROM t;
--> error: parameters are not allowed in views
CREATE VIEW bad AS SELECT 1 FROM t WHERE a = ?2;
--> error: parameters are not allowed in views
INSERT INTO t SELECT n, m FROM z;
SELECT count(*) FROM t;
--> 5

-- case a view follows its tables
CREATE VIEW v AS SELECT * FROM t;
SELECT * FROM v;
--> error: no such table: main.t
SELECT * FROM pragma_table_info('v');
--> error: no such table: main.t
CREATE TABLE t(a);
INSERT INTO t VALUES (1);
SELECT * FROM v;
--> 1
ALTER TABLE t ADD b DEFAULT 'new';
SELECT * FROM v;
--> 1, 'new'
DROP TABLE t;
SELECT * FROM v;
--> error: no such table: main.t
CREATE VIEW t AS SELECT 7 AS seven;
SELECT * FROM v;
--> 7
DROP VIEW t;
CREATE VIEW t AS SELECT * FROM v;
SELECT * FROM v;
--> error: view v is circularly defined
SELECT * FROM t;
--> error: view t is circularly defined
DROP VIEW t;
CREATE VIEW self AS SELECT * FROM self;
SELECT 1 FROM self;
--> error: view self is circularly defined
CREATE VIEW c1 AS SELECT 1 FROM c2;
CREATE VIEW c2 AS SELECT 1 FROM (SELECT 1 FROM c3);
CREATE VIEW c3 AS SELECT 1 WHERE EXISTS (SELECT 1 FROM c1);
SELECT * FROM c1;
--> error: view c1 is circularly defined
CREATE TABLE n(a);
CREATE VIEW d AS SELECT nosuch FROM n;
SELECT * FROM d;
--> error: no such column: nosuch
SELECT count(*) FROM d;
--> error: no such column: nosuch
CREATE VIEW e AS SELECT a FROM n WHERE nosuch(a);
SELECT * FROM e;
--> error: no such function: nosuch

-- case names that are taken, schemas, TEMP
CREATE TABLE t(a UNIQUE);
INSERT INTO t VALUES (1);
CREATE INDEX i ON t(a);
CREATE VIEW v AS SELECT 'main' AS n;
CREATE VIEW v AS SELECT 2;
--> error: view v already exists
CREATE VIEW T AS SELECT 2;
--> error: table T already exists
CREATE VIEW i AS SELECT 2;
--> error: there is already an index named i
CREATE VIEW IF NOT EXISTS v AS SELECT 'second' AS n;
CREATE VIEW IF NOT EXISTS t AS SELECT 'second' AS n;
CREATE VIEW sqlite_v AS SELECT 1;
--> error: object name reserved for internal use: sqlite_v
CREATE TEMP VIEW main.v AS SELECT 1;
--> error: temporary table name must be unqualified
CREATE VIEW nosuch.v AS SELECT 1;
--> error: unknown database nosuch
CREATE  TEMPORARY  VIEW  IF NOT EXISTS  v  AS  select 'temp' AS n, a FROM main . t ;
SELECT n FROM v;
--> 'temp'
SELECT n FROM main.v;
--> 'main'
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_temp_schema;
--> 'view', 'v', 'v', 0, 'CREATE VIEW v  AS  select ''temp'' AS n, a FROM main . t'
ATTACH ':memory:' AS o;
CREATE TABLE o.p(a);
CREATE VIEW o.w AS SELECT a FROM p;
CREATE VIEW x AS SELECT a FROM o.p;
--> error: view x cannot reference objects in database o
CREATE VIEW o.x AS SELECT a FROM main.t;
--> error: view x cannot reference objects in database main
CREATE TEMP VIEW x AS SELECT p.a AS pa, t.a AS ta FROM o.p JOIN main.t;
CREATE VIEW y AS SELECT a FROM p;
INSERT INTO p VALUES (5);
SELECT * FROM w;
--> 5
SELECT * FROM x;
--> 5, 1
SELECT * FROM y;
--> error: no such table: main.p
DROP VIEW v;
SELECT n FROM v;
--> 'main'
DROP VIEW v;
DROP VIEW v;
--> error: no such view: v
DROP VIEW IF EXISTS v;
DROP VIEW o.w;
DROP VIEW main.x;
--> error: no such view: main.x
DROP VIEW t;
--> error: use DROP TABLE to delete table t
DROP VIEW IF EXISTS t;
--> error: use DROP TABLE to delete table t
DROP VIEW i;
--> error: no such view: i
DROP VIEW sqlite_schema;
--> error: table sqlite_master may not be dropped
SELECT * FROM w;
--> error: no such table: w
SELECT name FROM sqlite_schema WHERE type = 'view';
--> 'y'

-- case what a view cannot take
CREATE TABLE t(a, b);
CREATE VIEW v AS SELECT a, b FROM t;
INSERT INTO v VALUES (1, 2);
--> error: cannot modify v because it is a view
INSERT INTO v DEFAULT VALUES;
--> error: cannot modify v because it is a view
REPLACE INTO v VALUES (1, 2);
--> error: cannot modify v because it is a view
UPDATE v SET a = 1;
--> error: cannot modify v because it is a view
DELETE FROM v;
--> error: cannot modify v because it is a view
INSERT INTO v VALUES (1, 2) ON CONFLICT DO NOTHING;
--> error: cannot modify v because it is a view
CREATE INDEX i ON v(a);
--> error: views may not be indexed
CREATE TRIGGER r AFTER INSERT ON v BEGIN SELECT 1; END;
--> error: cannot create AFTER trigger on view: v
ALTER TABLE v ADD c;
--> error: Cannot add a column to a view
ANALYZE v;
SELECT * FROM v INDEXED BY i;
--> error: no such index: i
SELECT * FROM v NOT INDEXED;
DROP TABLE v;
--> error: use DROP VIEW to delete view v
CREATE TRIGGER r INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = old.a; END;
INSERT INTO v VALUES (1, 2);
--> error: cannot modify v because it is a view
UPDATE v SET a = 1;
--> error: cannot modify v because it is a view
INSERT INTO t VALUES (1, 2), (3, 4);
DELETE FROM v WHERE b > 3;
SELECT * FROM t;
--> 1, 2
DROP VIEW v;
SELECT name FROM sqlite_schema;
--> 't'
--> 'sqlite_stat1'
--> 'sqlite_stat4'
BEGIN;
CREATE VIEW v AS SELECT 1 AS n;
DROP VIEW v;
CREATE VIEW v AS SELECT 2 AS n;
ROLLBACK;
SELECT * FROM v;
--> error: no such table: v

-- case columns of a view have the affinity and collation of the query's
-- holds create-view: affinity and collation of its columns are those of the query's
CREATE TABLE t(a TEXT COLLATE NOCASE, b INT, c REAL, d BLOB, e, f NUMERIC COLLATE RTRIM);
INSERT INTO t VALUES ('Ab', 5, 2, '7', '7', 'x '), ('12', '12', 12, 12, 12, 12);
CREATE VIEW v AS SELECT *, a || '' AS g, +b AS h, CAST(e AS TEXT) AS i, (SELECT a) AS j, a COLLATE BINARY AS k FROM t;
SELECT name, type FROM pragma_table_info('v');
--> 'a', 'TEXT'
--> 'b', 'INT'
--> 'c', 'REAL'
--> 'd', 'BLOB'
--> 'e', 'BLOB'
--> 'f', 'NUMERIC'
--> 'g', ''
--> 'h', ''
--> 'i', 'TEXT'
--> 'j', 'TEXT'
--> 'k', 'TEXT'
SELECT typeof(b), typeof(c), typeof(h), typeof(i) FROM v;
--> 'integer', 'real', 'integer', 'text'
--> 'integer', 'real', 'integer', 'text'
CREATE VIEW w(p, q) AS SELECT a, b FROM v UNION ALL SELECT b, a FROM v;
SELECT name, type FROM pragma_table_info('w');
--> 'p', 'BLOB'
--> 'q', 'BLOB'
SELECT p = 'aB', p = 12, q = '12', q = 12, q = 'ab' FROM w;
--> 1, 0, 0, 0, 0
--> 0, 0, 0, 1, 0
--> 0, 0, 0, 0, 0
--> 0, 1, 1, 0, 0
SELECT DISTINCT p FROM w WHERE p = 'AB' OR p = '5';
--> 'Ab'
SELECT x.a FROM v AS x JOIN w ON x.a = w.q ORDER BY 1;
--> '12'
--> 'Ab'
SELECT max(a), min(a), count(DISTINCT a) FROM (SELECT a FROM v UNION ALL SELECT upper(a) FROM v);
--> 'Ab', '12', 2

-- case names of columns, joins and changes below a view
CREATE TABLE t1(a,b,c);
INSERT INTO t1 VALUES(1,2,3),(4,5,6),(7,8,9);
CREATE VIEW v1 AS SELECT a,b FROM t1;
CREATE VIEW v2 AS SELECT * FROM t1 WHERE a>5;
CREATE VIEW v3(x,y) AS SELECT a, sum(b) FROM t1 GROUP BY a HAVING sum(b) > 2;
SELECT v1.a, v2.c, x FROM v1 LEFT JOIN v2 ON v1.a=v2.a LEFT JOIN v3 ON x=v1.a ORDER BY 1;
--> 1, NULL, NULL
--> 4, NULL, 4
--> 7, 9, 7
SELECT v1.*, v2.* FROM v1, v2;
--> 1, 2, 7, 8, 9
--> 4, 5, 7, 8, 9
--> 7, 8, 7, 8, 9
SELECT rowid FROM v1;
--> error: no such column: rowid
SELECT v1.a FROM v1 AS z;
--> error: no such column: v1.a
SELECT z.a FROM v1 AS z WHERE z.b IN (SELECT y FROM v3);
--> 4
--> 7
SELECT "v1"."a" FROM v1;
--> 1
--> 4
--> 7
SELECT main.v1.a FROM main.v1;
--> 1
--> 4
--> 7
SELECT * FROM v1 UNION SELECT * FROM v2;
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
SELECT * FROM v1 UNION SELECT a, b FROM v2 ORDER BY a DESC;
--> 7, 8
--> 4, 5
--> 1, 2
SELECT count(*), max(a) FROM v1;
--> 3, 7
SELECT a FROM v1 GROUP BY b HAVING b > 2;
--> 4
--> 7
CREATE VIEW v4 AS SELECT a AS x, a AS x FROM t1;
SELECT * FROM v4 LIMIT 1;
--> 1, 1
SELECT x FROM v4 LIMIT 1;
--> 1
SELECT "x:1" FROM v4 LIMIT 1;
--> 1
CREATE VIEW v5 AS SELECT t1.a, t1.a, t2.a, a+1 FROM t1 JOIN t1 AS t2 USING(a);
PRAGMA table_info(v5);
--> 0, 'a', 'BLOB', 0, NULL, 0
--> 1, 'a:1', 'BLOB', 0, NULL, 0
--> 2, 'a:2', 'BLOB', 0, NULL, 0
--> 3, 'a+1', '', 0, NULL, 0
CREATE VIEW v6 AS SELECT max(a), count(*), a||b, 'lit', 5, -a, (a), t1.a+1 FROM t1;
PRAGMA table_info(v6);
--> 0, 'max(a)', '', 0, NULL, 0
--> 1, 'count(*)', '', 0, NULL, 0
--> 2, 'a||b', '', 0, NULL, 0
--> 3, '''lit''', '', 0, NULL, 0
--> 4, '5', '', 0, NULL, 0
--> 5, '-a', '', 0, NULL, 0
--> 6, 'a', 'BLOB', 0, NULL, 0
--> 7, 't1.a+1', '', 0, NULL, 0
PRAGMA table_xinfo(v3);
--> 0, 'x', 'BLOB', 0, NULL, 0, 0
--> 1, 'y', '', 0, NULL, 0, 0
CREATE VIEW v7 AS SELECT * FROM v3 NATURAL JOIN (SELECT 1 AS x);
SELECT * FROM v7;
DROP TABLE t1;
SELECT * FROM v1;
--> error: no such table: main.t1
PRAGMA table_info(v1);
--> error: no such table: main.t1
CREATE TABLE t1(b);
SELECT * FROM v1;
--> error: no such column: a
PRAGMA integrity_check;
--> 'ok'
SELECT name FROM sqlite_schema WHERE type='view' ORDER BY 1;
--> 'v1'
--> 'v2'
--> 'v3'
--> 'v4'
--> 'v5'
--> 'v6'
--> 'v7'
