-- case a database in memory is attached, used and detached
PRAGMA database_list;
--> 0, 'main', ''
ATTACH ':memory:' AS aux;
PRAGMA database_list;
--> 0, 'main', ''
--> 2, 'aux', ''
CREATE TABLE aux.t(a, b);
INSERT INTO aux.t VALUES(1, 2);
SELECT * FROM t;
--> 1, 2
SELECT * FROM aux.t;
--> 1, 2
SELECT * FROM main.t;
--> error: no such table: main.t
DETACH aux;
SELECT * FROM t;
--> error: no such table: t
SELECT * FROM aux.t;
--> error: no such table: aux.t
PRAGMA database_list;
--> 0, 'main', ''
-- case file and name are expressions; bare names are strings
ATTACH abs(x) AS y;
--> error: no such column: x
ATTACH x.y AS q;
--> error: no such column: x.y
ATTACH count(*) AS q;
--> error: misuse of aggregate function count()
ATTACH ':mem' || 'ory:' AS 'a' || 'b';
ATTACH ':memory:' AS "q d";
ATTACH ':memory:' AS 1 + 1;
ATTACH DATABASE ':memory:' AS [br];
ATTACH '' AS e;
ATTACH NULL AS n;
PRAGMA database_list;
--> 0, 'main', ''
--> 2, 'ab', ''
--> 3, 'q d', ''
--> 4, '2', ''
--> 5, 'br', ''
--> 6, 'e', ''
--> 7, 'n', ''
DETACH "Q D";
DETACH 1 + 1;
DETACH DATABASE 'ab';
DETACH br;
DETACH x.y;
--> error: no such column: x.y
DETACH abs(x);
--> error: no such column: x
PRAGMA database_list;
--> 0, 'main', ''
--> 2, 'e', ''
--> 3, 'n', ''
-- case an encryption key must be an expression and does nothing
ATTACH ':memory:' AS a KEY foo;
ATTACH ':memory:' AS b KEY 'x' || 'y';
ATTACH ':memory:' AS c KEY foo(1);
--> error: no such function: foo
ATTACH ':memory:' AS c KEY x.y;
--> error: no such column: x.y
PRAGMA database_list;
--> 0, 'main', ''
--> 2, 'a', ''
--> 3, 'b', ''
-- case names in use, unknown names
ATTACH ':memory:' AS main;
--> error: database main is already in use
ATTACH ':memory:' AS TEMP;
--> error: database TEMP is already in use
ATTACH ':memory:' AS a;
ATTACH ':memory:' AS A;
--> error: database A is already in use
DETACH nope;
--> error: no such database: nope
DETACH main;
--> error: cannot detach database main
DETACH temp;
--> error: no such database: temp
CREATE TEMP TABLE t(x);
DETACH temp;
--> error: cannot detach database temp
ATTACH '/nonexistent/folder/x.db' AS f;
--> error: unable to open database: /nonexistent/folder/x.db
ATTACH '/' AS f;
--> error: unable to open database: /
PRAGMA database_list;
--> 0, 'main', ''
--> 1, 'temp', ''
--> 2, 'a', ''
-- case inside transactions
BEGIN;
ATTACH ':memory:' AS aux;
DETACH aux;
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(x);
DETACH aux;
--> error: database aux is locked
ROLLBACK;
SELECT * FROM aux.sqlite_schema;
CREATE TABLE aux.t(x);
SAVEPOINT s;
INSERT INTO aux.t VALUES(1);
SELECT * FROM t;
--> 1
DETACH aux;
--> error: database aux is locked
ROLLBACK TO s;
SELECT * FROM t;
DETACH aux;
--> error: database aux is locked
RELEASE s;
BEGIN;
SELECT * FROM aux.t;
DETACH aux;
--> error: database aux is locked
COMMIT;
DETACH aux;
-- case the databases behind a detached one keep their objects
ATTACH ':memory:' AS a;
ATTACH ':memory:' AS b;
CREATE TABLE a.t(x);
CREATE TABLE b.t(x);
CREATE TABLE b.u(x UNIQUE);
INSERT INTO b.u VALUES(7);
BEGIN;
INSERT INTO b.u VALUES(8);
SAVEPOINT s;
CREATE TABLE b.w(x);
DETACH a;
ROLLBACK TO s;
SELECT * FROM w;
--> error: no such table: w
INSERT INTO u VALUES(9);
COMMIT;
SELECT * FROM u WHERE x > 7;
--> 8
--> 9
PRAGMA database_list;
--> 0, 'main', ''
--> 2, 'b', ''
PRAGMA b.integrity_check;
--> 'ok'
-- case names are looked up in temp, main, and the others in order
CREATE TABLE t(a);
INSERT INTO t VALUES('main');
CREATE TEMP TABLE t(a);
INSERT INTO t VALUES('temp');
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a);
INSERT INTO aux.t VALUES('aux');
SELECT * FROM t;
--> 'temp'
SELECT * FROM main.t, aux.t, temp.t;
--> 'main', 'aux', 'temp'
DROP TABLE t;
SELECT * FROM t;
--> 'main'
DROP TABLE t;
SELECT * FROM t;
--> 'aux'
DROP TABLE t;
SELECT * FROM t;
--> error: no such table: t
-- case a name that becomes another object is found by statements that were used before
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a);
INSERT INTO aux.t VALUES('aux');
SELECT * FROM t;
--> 'aux'
CREATE TABLE main.t(a);
SELECT  * FROM t;
CREATE TEMP VIEW t AS SELECT 'temp';
SELECT * FROM t;
--> 'temp'
DROP VIEW t;
SELECT * FROM t;
-- case joins and changes across databases
CREATE TABLE src(a, b);
INSERT INTO src VALUES(1, 2), (3, 4);
ATTACH ':memory:' AS aux;
CREATE TABLE aux.dst AS SELECT * FROM src;
CREATE TABLE aux.dst2(a PRIMARY KEY, b);
INSERT INTO aux.dst2 SELECT * FROM src;
SELECT * FROM src JOIN dst USING(a) JOIN dst2 USING(a);
--> 1, 2, 2, 2
--> 3, 4, 4, 4
UPDATE dst2 SET b = (SELECT max(b) FROM main.src) WHERE a = 1;
SELECT * FROM dst2;
--> 1, 4
--> 3, 4
DELETE FROM dst2 WHERE a IN (SELECT a FROM src WHERE b > 2);
UPDATE dst SET b = src.b + 100 FROM src WHERE src.a = dst.a;
SELECT * FROM dst;
--> 1, 102
--> 3, 104
WITH x AS (SELECT * FROM main.src) INSERT INTO aux.dst2 SELECT a + 10, b FROM x;
SELECT aux.dst2.a FROM aux.dst2;
--> 1
--> 11
--> 13
SELECT aux.dst2.* FROM aux.dst2;
--> error: near "*": syntax error
SELECT main.dst2.a FROM aux.dst2;
--> error: no such column: main.dst2.a
BEGIN;
DELETE FROM dst2;
DELETE FROM src;
ROLLBACK;
SELECT (SELECT count(*) FROM dst2), (SELECT count(*) FROM src);
--> 3, 2
INSERT INTO nosuch.t VALUES(1);
--> error: no such table: nosuch.t
UPDATE nosuch.t SET a = 1;
--> error: no such table: nosuch.t
DELETE FROM nosuch.t;
--> error: no such table: nosuch.t
-- case a statement that fails is undone in all databases
ATTACH ':memory:' AS aux;
CREATE TABLE main.a(x UNIQUE);
CREATE TABLE aux.b(x);
CREATE TEMP TRIGGER t AFTER INSERT ON aux.b BEGIN INSERT INTO a VALUES(new.x); END;
INSERT INTO b VALUES(1);
BEGIN;
INSERT INTO b VALUES(2);
INSERT INTO b VALUES(3), (1), (4);
--> error: UNIQUE constraint failed: a.x
COMMIT;
SELECT * FROM a;
--> 1
--> 2
SELECT * FROM b;
--> 1
--> 2
-- case objects are created and dropped by qualified names
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a INTEGER PRIMARY KEY AUTOINCREMENT, b);
INSERT INTO t(b) VALUES(1), (2);
CREATE INDEX aux.i ON t(b);
CREATE INDEX main.i2 ON t(b);
--> error: no such table: main.t
CREATE INDEX i2 ON t(b);
--> error: no such table: main.t
CREATE INDEX temp.i2 ON t(b);
--> error: cannot create a TEMP index on non-TEMP table "t"
CREATE VIEW aux.v AS SELECT b FROM t;
SELECT * FROM v;
--> 1
--> 2
SELECT name, seq FROM aux.sqlite_sequence;
--> 't', 2
SELECT type, name, sql FROM aux.sqlite_schema;
--> 'table', 't', 'CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT, b)'
--> 'table', 'sqlite_sequence', 'CREATE TABLE sqlite_sequence(name,seq)'
--> 'index', 'i', 'CREATE INDEX i ON t(b)'
--> 'view', 'v', 'CREATE VIEW v AS SELECT b FROM t'
CREATE TABLE nosuch.t(x);
--> error: unknown database nosuch
CREATE VIEW nosuch.v AS SELECT 1;
--> error: unknown database nosuch
CREATE INDEX nosuch.i ON t(b);
--> error: unknown database nosuch
DROP TABLE nosuch.t;
--> error: no such table: nosuch.t
DROP TABLE aux.nope;
--> error: no such table: aux.nope
DROP VIEW aux.nope;
--> error: no such view: aux.nope
DROP INDEX aux.nope;
--> error: no such index: aux.nope
DROP TRIGGER aux.nope;
--> error: no such trigger: aux.nope
DROP INDEX main.i;
--> error: no such index: main.i
DROP INDEX i;
DROP VIEW aux.v;
REINDEX aux.t;
VACUUM aux;
VACUUM nosuch;
--> error: unknown database nosuch
DROP TABLE aux.t;
SELECT * FROM aux.sqlite_sequence;
SELECT name FROM aux.sqlite_schema;
--> 'sqlite_sequence'
-- case views and triggers stay within their database, but for those in temp
ATTACH ':memory:' AS aux;
CREATE TABLE aux.u(x);
INSERT INTO aux.u VALUES(7);
CREATE TABLE t(x);
CREATE VIEW v AS SELECT * FROM aux.u;
--> error: view v cannot reference objects in database aux
CREATE VIEW main.v AS SELECT * FROM t, (SELECT * FROM aux.u);
--> error: view v cannot reference objects in database aux
CREATE VIEW aux.v AS SELECT * FROM main.t;
--> error: view v cannot reference objects in database main
CREATE VIEW v AS SELECT * FROM u;
SELECT * FROM v;
--> error: no such table: main.u
DROP VIEW v;
CREATE VIEW aux.v AS SELECT x + 1 FROM u;
SELECT * FROM v;
--> 8
CREATE TEMP VIEW v AS SELECT * FROM aux.u, main.sqlite_schema;
SELECT count(*) FROM v;
--> 1
CREATE TRIGGER main.tr AFTER INSERT ON aux.u BEGIN SELECT 1; END;
--> error: trigger tr cannot reference objects in database aux
CREATE TRIGGER tr AFTER INSERT ON u BEGIN SELECT 1; END;
--> error: no such table: main.u
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO aux.u VALUES(1); END;
--> error: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT * FROM aux.u; END;
--> error: trigger tr cannot reference objects in database aux
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO u VALUES(new.x); END;
INSERT INTO t VALUES(1);
--> error: no such table: main.u
DROP TRIGGER tr;
CREATE TRIGGER aux.tr AFTER INSERT ON u BEGIN UPDATE u SET x = x + 10; END;
INSERT INTO u VALUES(9);
SELECT * FROM u;
--> 17
--> 19
CREATE TEMP TRIGGER tt AFTER INSERT ON t BEGIN INSERT INTO u VALUES(new.x); END;
INSERT INTO t VALUES(2);
SELECT * FROM u;
--> 27
--> 29
--> 12
CREATE TEMP TRIGGER temp.t2 AFTER INSERT ON t BEGIN SELECT 1; END;
--> error: temporary trigger may not have qualified name
DROP TABLE t;
SELECT name FROM sqlite_temp_schema;
--> 'v'
-- case pragmas of an attached database
ATTACH ':memory:' AS aux;
CREATE TABLE aux.t(a PRIMARY KEY, b);
PRAGMA aux.user_version = 7;
PRAGMA aux.user_version;
--> 7
PRAGMA user_version;
--> 0
PRAGMA nosuch.user_version;
--> error: unknown database nosuch
PRAGMA aux.table_info(t);
--> 0, 'a', '', 0, NULL, 1
--> 1, 'b', '', 0, NULL, 0
PRAGMA table_info(t);
--> 0, 'a', '', 0, NULL, 1
--> 1, 'b', '', 0, NULL, 0
PRAGMA aux.index_list(t);
--> 0, 'sqlite_autoindex_t_1', 1, 'pk', 0
PRAGMA main.index_list(t);
PRAGMA aux.journal_mode;
--> 'memory'
PRAGMA aux.locking_mode;
--> 'exclusive'
PRAGMA aux.page_count;
--> 3
PRAGMA aux.schema_version;
--> 1
PRAGMA aux.encoding;
--> 'UTF-8'
PRAGMA aux.integrity_check;
--> 'ok'
PRAGMA integrity_check;
--> 'ok'
PRAGMA table_list;
--> 'main', 'sqlite_schema', 'table', 5, 0, 0
--> 'temp', 'sqlite_temp_schema', 'table', 5, 0, 0
--> 'aux', 't', 'table', 2, 0, 0
--> 'aux', 'sqlite_schema', 'table', 5, 0, 0
PRAGMA aux.table_list;
--> 'aux', 't', 'table', 2, 0, 0
--> 'aux', 'sqlite_schema', 'table', 5, 0, 0
PRAGMA table_list(t);
--> 'aux', 't', 'table', 2, 0, 0
-- case foreign keys stay within their database
PRAGMA foreign_keys = on;
CREATE TABLE p(x PRIMARY KEY);
INSERT INTO p VALUES(1);
ATTACH ':memory:' AS aux;
CREATE TABLE aux.c(x REFERENCES p(x));
INSERT INTO c VALUES(1);
--> error: no such table: aux.p
CREATE TABLE aux.p(x PRIMARY KEY);
INSERT INTO c VALUES(1);
--> error: FOREIGN KEY constraint failed
INSERT INTO aux.p VALUES(1);
INSERT INTO c VALUES(1);
DELETE FROM p;
DELETE FROM aux.p;
--> error: FOREIGN KEY constraint failed
