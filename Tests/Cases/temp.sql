-- case temp hides main
CREATE TABLE t(a);
INSERT INTO t VALUES('main');
CREATE TEMP TABLE t(a, b);
INSERT INTO t VALUES('temp', 1);
SELECT * FROM t;
--> 'temp', 1
SELECT * FROM main.t;
--> 'main'
SELECT * FROM temp.t;
--> 'temp', 1
UPDATE t SET b = 2;
DELETE FROM main.t;
SELECT * FROM t;
--> 'temp', 2
SELECT * FROM main.t;
CREATE INDEX i ON t(b);
SELECT name, tbl_name FROM sqlite_temp_schema;
--> 't', 't'
--> 'i', 't'
SELECT name FROM sqlite_schema;
--> 't'
DROP TABLE main.t;
SELECT * FROM t;
--> 'temp', 2
DROP TABLE t;
SELECT * FROM t;
--> error: no such table: t
-- case the schema table of temp goes by several names
CREATE TEMP TABLE t(x);
CREATE TEMPORARY VIEW v AS SELECT * FROM t;
SELECT name FROM sqlite_temp_schema;
--> 't'
--> 'v'
SELECT name FROM sqlite_temp_master;
--> 't'
--> 'v'
SELECT name FROM temp.sqlite_schema;
--> 't'
--> 'v'
SELECT name FROM temp.sqlite_master;
--> 't'
--> 'v'
SELECT name FROM temp.sqlite_temp_schema;
--> 't'
--> 'v'
SELECT name FROM main.sqlite_temp_schema;
--> error: no such table: main.sqlite_temp_schema
SELECT count(*) FROM sqlite_schema;
--> 0
SELECT sql FROM sqlite_temp_schema;
--> 'CREATE TABLE t(x)'
--> 'CREATE VIEW v AS SELECT * FROM t'
INSERT INTO sqlite_temp_schema VALUES(1, 2, 3, 4, 5);
--> error: table sqlite_temp_master may not be modified
DROP TABLE sqlite_temp_schema;
--> error: table sqlite_temp_master may not be dropped
-- case temp is created by its name, too
CREATE TABLE temp.t(x UNIQUE);
CREATE TEMP TABLE temp.u(x);
CREATE TEMP TABLE main.u(x);
--> error: temporary table name must be unqualified
CREATE TEMP VIEW main.v AS SELECT 1;
--> error: temporary table name must be unqualified
CREATE TEMP TRIGGER main.tr AFTER INSERT ON t BEGIN SELECT 1; END;
--> error: temporary trigger may not have qualified name
CREATE INDEX temp.i ON u(x);
CREATE INDEX main.i ON t(x);
--> error: no such table: main.t
CREATE TABLE m(x);
CREATE INDEX temp.im ON m(x);
--> error: cannot create a TEMP index on non-TEMP table "m"
CREATE VIEW temp.v AS SELECT * FROM t, u;
CREATE TRIGGER temp.tr AFTER INSERT ON m BEGIN INSERT INTO t VALUES(new.x); END;
INSERT INTO m VALUES(1);
SELECT * FROM t;
--> 1
INSERT INTO m VALUES(1);
--> error: UNIQUE constraint failed: t.x
SELECT * FROM m;
--> 1
SELECT type, name FROM sqlite_temp_schema;
--> 'table', 't'
--> 'index', 'sqlite_autoindex_t_1'
--> 'table', 'u'
--> 'index', 'i'
--> 'view', 'v'
--> 'trigger', 'tr'
DROP TRIGGER main.tr;
--> error: no such trigger: main.tr
DROP TRIGGER tr;
DROP VIEW main.v;
--> error: no such view: main.v
DROP VIEW v;
-- case views of main do not see temp
CREATE TEMP TABLE t(x);
CREATE VIEW v AS SELECT * FROM t;
SELECT * FROM v;
--> error: no such table: main.t
CREATE VIEW main.w AS SELECT * FROM temp.t;
--> error: view w cannot reference objects in database temp
CREATE TABLE main.t(y);
INSERT INTO main.t VALUES(5);
SELECT * FROM v;
--> 5
-- case triggers in temp watch other databases
CREATE TABLE t(x);
CREATE TABLE log(x);
CREATE TEMP TABLE log(x, y);
CREATE TEMP TRIGGER a AFTER INSERT ON main.t BEGIN INSERT INTO log VALUES(new.x, 'a'); END;
CREATE TRIGGER b AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.x); END;
INSERT INTO t VALUES(1);
SELECT * FROM temp.log;
--> 1, 'a'
SELECT * FROM main.log;
--> 1
DROP TABLE t;
SELECT name FROM sqlite_temp_schema;
--> 'log'
-- case temp is shown once it is used
PRAGMA database_list;
--> 0, 'main', ''
SELECT * FROM sqlite_temp_schema;
PRAGMA database_list;
--> 0, 'main', ''
--> 1, 'temp', ''
-- case temp is shown after a pragma on it
PRAGMA temp.user_version;
--> 0
PRAGMA database_list;
--> 0, 'main', ''
--> 1, 'temp', ''
-- case temp takes part in transactions
BEGIN;
CREATE TEMP TABLE t(x);
INSERT INTO t VALUES(1);
SAVEPOINT s;
INSERT INTO t VALUES(2);
CREATE TEMP TABLE u(x);
ROLLBACK TO s;
SELECT * FROM t;
--> 1
SELECT * FROM u;
--> error: no such table: u
COMMIT;
BEGIN;
DROP TABLE t;
CREATE TEMP VIEW t AS SELECT 'view';
SELECT * FROM t;
--> 'view'
ROLLBACK;
SELECT * FROM t;
--> 1
PRAGMA database_list;
--> 0, 'main', ''
--> 1, 'temp', ''
-- case temp_store
CREATE TEMP TABLE t(x);
INSERT INTO t VALUES(1);
PRAGMA temp_store;
--> 0
PRAGMA temp_store = 0;
SELECT * FROM t;
--> 1
BEGIN;
INSERT INTO t VALUES(2);
PRAGMA temp_store = memory;
--> error: temporary storage cannot be changed from within a transaction
COMMIT;
PRAGMA temp_store = memory;
PRAGMA temp_store;
--> 2
SELECT * FROM t;
--> error: no such table: t
PRAGMA database_list;
--> 0, 'main', ''
CREATE TEMP TABLE t(y);
INSERT INTO t VALUES(3);
SELECT * FROM t;
--> 3
PRAGMA temp_store = file;
PRAGMA temp_store;
--> 1
SELECT * FROM t;
--> error: no such table: t
PRAGMA temp_store = 3;
PRAGMA temp_store;
--> 0
PRAGMA temp_store = '1x';
PRAGMA temp_store;
--> 1
PRAGMA temp_store = xyz;
PRAGMA temp_store;
--> 0
PRAGMA temp_store_directory;
-- case pragmas on temp
CREATE TEMP TABLE t(a PRIMARY KEY);
PRAGMA temp.journal_mode;
--> 'delete'
PRAGMA temp.journal_mode = wal;
--> 'delete'
PRAGMA temp.journal_mode = memory;
--> 'memory'
PRAGMA temp.journal_mode = off;
--> 'off'
PRAGMA temp.journal_mode = persist;
--> 'persist'
PRAGMA temp.locking_mode;
--> 'exclusive'
PRAGMA temp.locking_mode = normal;
--> 'exclusive'
PRAGMA temp.synchronous;
--> 0
PRAGMA temp.user_version = 5;
PRAGMA temp.user_version;
--> 5
PRAGMA temp.schema_version;
--> 1
PRAGMA temp.integrity_check;
--> 'ok'
PRAGMA temp.table_info(t);
--> 0, 'a', '', 0, NULL, 1
PRAGMA temp.index_list(t);
--> 0, 'sqlite_autoindex_t_1', 1, 'pk', 0
PRAGMA temp.table_list;
--> 'temp', 't', 'table', 1, 0, 0
--> 'temp', 'sqlite_temp_schema', 'table', 5, 0, 0
PRAGMA temp.wal_checkpoint;
--> 0, -1, -1
PRAGMA temp.mmap_size;
-- case a temporary table with a name of SQLite's
CREATE TEMP TABLE sqlite_x(a);
--> error: object name reserved for internal use: sqlite_x
CREATE TEMP TABLE t(a, a);
--> error: duplicate column name: a
CREATE TEMP TABLE t(a);
CREATE TEMP TABLE IF NOT EXISTS t(b);
CREATE TEMP TABLE t(b);
--> error: table t already exists
CREATE TEMP TABLE u AS SELECT 1 AS x UNION ALL SELECT 2;
SELECT * FROM u;
--> 1
--> 2
