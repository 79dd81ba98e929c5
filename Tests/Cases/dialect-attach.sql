-- ATTACH and DETACH, with databases in memory.

-- case names of schemas
-- holds attach: a file that cannot be opened
CREATE TABLE t(a);
INSERT INTO t VALUES ('main');
ATTACH ':memory:' AS one;
ATTACH DATABASE ':mem' || 'ory:' AS 'two 2';
ATTACH '' AS "three";
ATTACH ':memory:' AS ('fo' || 'ur');
ATTACH ':memory:' AS 5;
ATTACH ':memory:' AS NULL;
ATTACH NULL AS six;
ATTACH (SELECT ':memory:') AS seven;
SELECT seq, name, file FROM pragma_database_list;
--> 0, 'main', ''
--> 2, 'one', ''
--> 3, 'two 2', ''
--> 4, 'three', ''
--> 5, 'four', ''
--> 6, '5', ''
--> 7, '', ''
--> 8, 'six', ''
--> 9, 'seven', ''
ATTACH ':memory:' AS ONE;
--> error: database ONE is already in use
ATTACH ':memory:' AS main;
--> error: database main is already in use
ATTACH ':memory:' AS temp;
--> error: database temp is already in use
ATTACH "no/such/folder/a" AS eight;
--> error: unable to open database: no/such/folder/a
ATTACH ':memory:' AS a.b;
--> error: no such column: a.b
ATTACH ':memory:' AS a || b;
--> error: no such column: a
ATTACH count(*) AS eight;
--> error: misuse of aggregate function count()
ATTACH ':memory:';
--> error: near ";": syntax error
ATTACH 'no/such/folder/x.db' AS eight;
--> error: unable to open database: no/such/folder/x.db
CREATE TABLE "two 2".t(a);
INSERT INTO "two 2".t VALUES ('two');
CREATE TABLE three.t3 AS SELECT 'three' AS a;
SELECT * FROM t, [two 2].t AS t2, t3;
--> 'main', 'two', 'three'
SELECT main.t.a, "two 2".t.a FROM main.t, "two 2".t;
--> 'main', 'two'
DETACH nosuch;
--> error: no such database: nosuch
DETACH main;
--> error: cannot detach database main
DETACH temp;
--> error: no such database: temp
DETACH DATABASE 'two 2';
DETACH THREE;
DETACH 5;
SELECT * FROM t3;
--> error: no such table: t3
SELECT name FROM pragma_database_list;
--> 'main'
--> 'one'
--> 'four'
--> ''
--> 'six'
--> 'seven'

-- case where a name is looked for
CREATE TABLE a(w);
INSERT INTO a VALUES ('main');
ATTACH ':memory:' AS x;
ATTACH ':memory:' AS y;
CREATE TABLE x.b(w);
CREATE TABLE y.b(w);
CREATE TABLE y.a(w);
CREATE TABLE y.c(w);
INSERT INTO b VALUES ('x');
INSERT INTO y.b VALUES ('y');
INSERT INTO c VALUES ('y');
SELECT (SELECT w FROM a), (SELECT w FROM b), (SELECT w FROM c), (SELECT w FROM y.b);
--> 'main', 'x', 'y', 'y'
CREATE TEMP TABLE b(w);
INSERT INTO b VALUES ('temp');
SELECT w FROM b;
--> 'temp'
UPDATE b SET w = w || '!';
UPDATE x.b SET w = w || '?';
DELETE FROM y.b;
SELECT (SELECT w FROM b), (SELECT w FROM x.b), (SELECT count(*) FROM y.b);
--> 'temp!', 'x?', 0
DROP TABLE b;
DROP TABLE b;
DROP TABLE b;
DROP TABLE b;
--> error: no such table: b
CREATE INDEX x.i ON a(w);
--> error: no such table: x.a
CREATE INDEX y.i ON a(w);
CREATE INDEX i ON a(w);
CREATE INDEX i2 ON c(w);
--> error: no such table: main.c
CREATE VIEW y.v AS SELECT w FROM c;
CREATE VIEW v2 AS SELECT w FROM c;
CREATE VIEW v3 AS SELECT w FROM y.c;
--> error: view v3 cannot reference objects in database y
CREATE TRIGGER y.r AFTER INSERT ON c BEGIN INSERT INTO a VALUES (new.w); END;
CREATE TRIGGER r2 AFTER INSERT ON c BEGIN SELECT 1; END;
--> error: no such table: main.c
CREATE TRIGGER main.r3 AFTER INSERT ON y.c BEGIN SELECT 1; END;
--> error: trigger r3 cannot reference objects in database y
CREATE TEMP TRIGGER r4 AFTER INSERT ON y.c BEGIN INSERT INTO a VALUES ('temp trigger'); END;
INSERT INTO c VALUES ('new');
SELECT * FROM v;
--> 'y'
--> 'new'
SELECT * FROM v2;
--> error: no such table: main.c
SELECT (SELECT group_concat(w) FROM main.a), (SELECT group_concat(w) FROM y.a);
--> 'main,temp trigger', 'new'
SELECT 'main', name FROM main.sqlite_schema UNION ALL SELECT 'x', name FROM x.sqlite_schema UNION ALL SELECT 'y', name FROM y.sqlite_master;
--> 'main', 'a'
--> 'main', 'i'
--> 'main', 'v2'
--> 'y', 'a'
--> 'y', 'c'
--> 'y', 'i'
--> 'y', 'v'
--> 'y', 'r'
DETACH y;
SELECT * FROM v;
--> error: no such table: v
SELECT name FROM sqlite_temp_schema;
--> 'r4'

-- case statements across schemas
CREATE TABLE t(k INTEGER PRIMARY KEY, v);
INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c');
ATTACH ':memory:' AS o;
CREATE TABLE o.n(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO o.n SELECT k * 2, v || v FROM main.t;
SELECT t.k, t.v, n.v FROM t LEFT JOIN o.n AS n ON n.k = t.k ORDER BY 1;
--> 1, 'a', NULL
--> 2, 'b', 'aa'
--> 3, 'c', NULL
SELECT v FROM t UNION SELECT v FROM n EXCEPT SELECT v FROM o.n WHERE k = 2;
--> 'a'
--> 'b'
--> 'bb'
--> 'c'
--> 'cc'
UPDATE t SET v = n.v FROM o.n WHERE n.k = t.k;
DELETE FROM n WHERE k IN (SELECT k FROM main.t WHERE v LIKE 'a%');
INSERT INTO n VALUES (4, 'z') ON CONFLICT (k) DO UPDATE SET v = (SELECT group_concat(v) FROM main.t);
WITH q AS (SELECT k FROM o.n) INSERT INTO t(v) SELECT 'from o ' || k FROM q;
REPLACE INTO o.n SELECT k, v FROM t WHERE k < 3 RETURNING k;
--> 1
--> 2
SELECT * FROM t;
--> 1, 'a'
--> 2, 'aa'
--> 3, 'c'
--> 4, 'from o 4'
--> 5, 'from o 6'
SELECT * FROM o.n;
--> 1, 'a'
--> 2, 'aa'
--> 4, 'a,aa,c'
--> 6, 'cc'
CREATE TABLE o.copy AS SELECT t.v, n.k FROM t JOIN n USING (k);
SELECT * FROM copy;
--> 'a', 1
--> 'aa', 2
--> 'from o 4', 4
PRAGMA o.user_version = 7;
PRAGMA o.user_version;
--> 7
PRAGMA main.user_version;
--> 0
PRAGMA o.table_list(n);
--> 'o', 'n', 'table', 2, 1, 0
SELECT name FROM pragma_table_info('copy', 'o');
--> 'v'
--> 'k'
PRAGMA o.table_info(copy);
--> 0, 'v', '', 0, NULL, 0
--> 1, 'k', '', 0, NULL, 0
ANALYZE o;
SELECT tbl FROM o.sqlite_stat1 ORDER BY 1;
--> 'copy'
--> 'n'
ALTER TABLE o.copy RENAME TO copied;
ALTER TABLE copied ADD z DEFAULT 5;
SELECT * FROM o.copied;
--> 'a', 1, 5
--> 'aa', 2, 5
--> 'from o 4', 4, 5
REINDEX o.n;
VACUUM o;
SELECT count(*) FROM o.copied;
--> 3

-- case one transaction
CREATE TABLE t(a UNIQUE);
ATTACH ':memory:' AS o;
CREATE TABLE o.t(a UNIQUE);
BEGIN;
INSERT INTO t VALUES (1);
INSERT INTO o.t VALUES (1);
SAVEPOINT s;
INSERT INTO o.t VALUES (2);
CREATE TABLE o.u(a);
INSERT INTO t VALUES (2), (3);
ROLLBACK TO s;
INSERT INTO o.t VALUES (4), (1);
--> error: UNIQUE constraint failed: t.a
ATTACH ':memory:' AS p;
CREATE TABLE p.n(a);
DETACH o;
--> error: database o is locked
DETACH p;
--> error: database p is locked
COMMIT;
SELECT (SELECT group_concat(a) FROM main.t), (SELECT group_concat(a) FROM o.t), (SELECT count(*) FROM o.sqlite_schema);
--> '1', '1', 2
BEGIN;
DELETE FROM o.t;
DROP TABLE main.t;
ROLLBACK;
SELECT (SELECT count(*) FROM main.t), (SELECT count(*) FROM o.t);
--> 1, 1
DETACH p;
BEGIN;
SELECT count(*) FROM o.t;
--> 1
DETACH o;
--> error: database o is locked
COMMIT;
DETACH o;
SELECT count(*) FROM o.t;
--> error: no such table: o.t
SELECT name FROM pragma_database_list;
--> 'main'

-- case two tables of one name
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a PRIMARY KEY, b);
CREATE TABLE t(a PRIMARY KEY, b);
INSERT INTO t VALUES(1, 'main');
INSERT INTO aux.t VALUES(1, 'aux');
SELECT t.b, aux.t.b FROM t, aux.t;
--> error: ambiguous column name: t.b
SELECT main.t.b, aux.t.b FROM main.t JOIN aux.t ON main.t.a = aux.t.a;
--> 'main', 'aux'
SELECT * FROM main.t NATURAL JOIN aux.t;
SELECT b FROM main.t, aux.t;
--> error: ambiguous column name: b
UPDATE aux.t SET b = (SELECT b FROM main.t WHERE main.t.a = aux.t.a);
UPDATE aux.t SET b = 'x' WHERE aux.t.a = 1 AND t.a = 1;
DELETE FROM aux.t WHERE main.t.a = 1;
--> error: no such column: main.t.a
CREATE TABLE aux.c AS SELECT * FROM main.t;
INSERT INTO main.t SELECT a + 1, b FROM aux.t;
SELECT * FROM t;
--> 1, 'main'
--> 2, 'x'
CREATE UNIQUE INDEX aux.i ON t(b);
DROP INDEX aux.i;
DROP INDEX main.i;
--> error: no such index: main.i
SELECT name, tbl_name FROM aux.sqlite_schema;
--> 't', 't'
--> 'sqlite_autoindex_t_1', 't'
--> 'c', 'c'
CREATE TRIGGER aux.r AFTER INSERT ON t BEGIN INSERT INTO c VALUES(new.a, new.b); END;
INSERT INTO aux.t VALUES(7, 7);
SELECT * FROM c;
--> 1, 'main'
--> 7, 7
CREATE TRIGGER aux.r2 AFTER INSERT ON main.t BEGIN SELECT 1; END;
--> error: trigger r2 cannot reference objects in database main
CREATE TRIGGER r2 AFTER INSERT ON aux.t BEGIN SELECT 1; END;
--> error: trigger r2 cannot reference objects in database aux
CREATE VIEW aux.v AS SELECT * FROM t;
SELECT * FROM v;
--> 1, 'x'
--> 7, 7
CREATE TEMP VIEW w AS SELECT main.t.a AS m, aux.t.a AS x FROM main.t, aux.t;
SELECT count(*) FROM w;
--> 4
DETACH aux;
SELECT * FROM w;
--> error: no such table: aux.t
SELECT * FROM aux.t;
--> error: no such table: aux.t
