-- BEGIN, COMMIT, ROLLBACK, SAVEPOINT and RELEASE.

-- case kinds and words
-- holds transaction: DEFERRED, IMMEDIATE, EXCLUSIVE
CREATE TABLE t(a);
BEGIN;
INSERT INTO t VALUES (1);
COMMIT;
BEGIN TRANSACTION;
INSERT INTO t VALUES (2);
END;
BEGIN DEFERRED TRANSACTION mine;
INSERT INTO t VALUES (3);
COMMIT TRANSACTION yours;
BEGIN IMMEDIATE;
INSERT INTO t VALUES (4);
END TRANSACTION;
BEGIN EXCLUSIVE TRANSACTION;
INSERT INTO t VALUES (5);
ROLLBACK TRANSACTION;
BEGIN IMMEDIATE;
BEGIN;
--> error: cannot start a transaction within a transaction
BEGIN EXCLUSIVE;
--> error: cannot start a transaction within a transaction
ROLLBACK;
BEGIN CONCURRENT;
--> error: near "CONCURRENT": syntax error
BEGIN READ ONLY;
--> error: near "READ": syntax error
BEGIN DEFERRED IMMEDIATE;
--> error: near "IMMEDIATE": syntax error
COMMIT WORK;
--> error: near "WORK": syntax error
COMMIT;
--> error: cannot commit - no transaction is active
END;
--> error: cannot commit - no transaction is active
ROLLBACK;
--> error: cannot rollback - no transaction is active
ROLLBACK TRANSACTION x;
--> error: cannot rollback - no transaction is active
SELECT group_concat(a) FROM t;
--> '1,2,3,4'

-- case what is undone and what is not
CREATE TABLE t(k INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE);
INSERT INTO t(a) VALUES ('x'), ('y');
CREATE INDEX i ON t(a);
CREATE VIEW v AS SELECT a FROM t;
CREATE TEMP TABLE n(a);
PRAGMA user_version = 1;
BEGIN;
INSERT INTO t VALUES (100, 'z');
UPDATE t SET a = a || '!';
DELETE FROM t WHERE k = 1;
INSERT INTO n VALUES (1);
CREATE TABLE u AS SELECT * FROM t;
CREATE TEMP TABLE m(a);
DROP VIEW v;
DROP INDEX i;
ALTER TABLE t ADD b DEFAULT 5;
ALTER TABLE t RENAME a TO c;
PRAGMA user_version = 2;
PRAGMA application_id = 3;
ANALYZE;
SELECT * FROM t;
--> 2, 'y!', 5
--> 100, 'z!', 5
ROLLBACK;
SELECT * FROM t;
--> 1, 'x'
--> 2, 'y'
SELECT * FROM v;
--> 'x'
--> 'y'
SELECT name FROM sqlite_schema ORDER BY rowid;
--> 't'
--> 'sqlite_autoindex_t_1'
--> 'sqlite_sequence'
--> 'i'
--> 'v'
SELECT name, (SELECT count(*) FROM n) FROM sqlite_temp_schema;
--> 'n', 0
SELECT * FROM sqlite_sequence;
--> 't', 2
PRAGMA user_version;
--> 1
PRAGMA application_id;
--> 0
SELECT a FROM t INDEXED BY i WHERE a > 'x';
--> 'y'
SELECT last_insert_rowid(), total_changes();
--> 1, 8
INSERT INTO t(a) VALUES ('new');
SELECT max(k) FROM t;
--> 3
PRAGMA integrity_check;
--> 'ok'

-- case a statement that fails within a transaction
CREATE TABLE t(a UNIQUE, b NOT NULL ON CONFLICT FAIL, c CHECK (c < 10));
BEGIN;
INSERT INTO t VALUES (1, 1, 1);
INSERT INTO t VALUES (2, 2, 2), (1, 1, 1);
--> error: UNIQUE constraint failed: t.a
INSERT OR FAIL INTO t VALUES (3, 3, 3), (1, 1, 1), (4, 4, 4);
--> error: UNIQUE constraint failed: t.a
INSERT OR IGNORE INTO t VALUES (5, 5, 5), (1, 1, 1), (6, 6, 60), (7, 7, 7);
INSERT OR REPLACE INTO t VALUES (1, 'r', 1), (8, 8, 80);
--> error: CHECK constraint failed: c < 10
INSERT INTO t VALUES (9, 9, 9), (10, NULL, 1);
--> error: NOT NULL constraint failed: t.b
UPDATE t SET a = a + 1;
UPDATE OR FAIL t SET c = c + 4;
--> error: CHECK constraint failed: c < 10
UPDATE OR IGNORE t SET a = 5 WHERE a < 5;
SELECT nosuch FROM t;
--> error: no such column: nosuch
SELECT abs(-9223372036854775808);
--> error: integer overflow
SELECT * FROM t;
--> 5, 1, 5
--> 4, 3, 7
--> 6, 5, 9
--> 8, 7, 7
--> 10, 9, 9
INSERT OR ROLLBACK INTO t VALUES (11, 11, 11);
--> error: CHECK constraint failed: c < 10
SELECT * FROM t;
COMMIT;
--> error: cannot commit - no transaction is active
BEGIN;
INSERT INTO t VALUES (1, 1, 1);
UPDATE OR ROLLBACK t SET c = 100;
--> error: CHECK constraint failed: c < 10
ROLLBACK;
--> error: cannot rollback - no transaction is active
SELECT count(*) FROM t;
--> 0

-- case large transactions
CREATE TABLE t(k INTEGER PRIMARY KEY, v UNIQUE);
BEGIN;
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO t SELECT i, i * 7919 % 3001 || hex(zeroblob(20)) FROM n;
SAVEPOINT a;
DELETE FROM t WHERE k % 3 = 0;
UPDATE t SET v = 'u' || v WHERE k % 5 = 0;
SAVEPOINT b;
DROP TABLE t;
CREATE TABLE t(other);
ROLLBACK TO b;
SELECT count(*), sum(k), max(v) < 'u1' FROM t;
--> 2000, 3000000, 0
ROLLBACK TO a;
SELECT count(*), sum(k), count(DISTINCT v) FROM t;
--> 3000, 4501500, 3000
INSERT INTO t SELECT k + 10000, 'c' || v FROM t;
COMMIT;
BEGIN;
DELETE FROM t;
ROLLBACK;
SELECT count(*), sum(k) FROM t;
--> 6000, 39003000
PRAGMA integrity_check;
--> 'ok'

-- case savepoints nest
CREATE TABLE t(a);
SAVEPOINT one;
INSERT INTO t VALUES (1);
SAVEPOINT two;
INSERT INTO t VALUES (2);
SAVEPOINT one;
INSERT INTO t VALUES (3);
ROLLBACK TO ONE;
INSERT INTO t VALUES (4);
ROLLBACK TRANSACTION TO SAVEPOINT one;
SELECT group_concat(a) FROM t;
--> '1,2'
RELEASE SAVEPOINT "one";
INSERT INTO t VALUES (5);
ROLLBACK TO one;
SELECT count(*) FROM t;
--> 0
RELEASE two;
--> error: no such savepoint: two
ROLLBACK TO two;
--> error: no such savepoint: two
INSERT INTO t VALUES (6);
BEGIN;
--> error: cannot start a transaction within a transaction
RELEASE one;
RELEASE one;
--> error: no such savepoint: one
ROLLBACK TO one;
--> error: no such savepoint: one
COMMIT;
--> error: cannot commit - no transaction is active
SELECT group_concat(a) FROM t;
--> '6'
SAVEPOINT 'a b';
INSERT INTO t VALUES (7);
SAVEPOINT [A B];
INSERT INTO t VALUES (8);
COMMIT;
ROLLBACK TO "a b";
--> error: no such savepoint: a b
SAVEPOINT x;
DELETE FROM t;
SAVEPOINT y;
ROLLBACK;
RELEASE x;
--> error: no such savepoint: x
SELECT group_concat(a) FROM t;
--> '6,7,8'
BEGIN;
SAVEPOINT x;
INSERT INTO t VALUES (9);
RELEASE x;
ROLLBACK;
SELECT group_concat(a) FROM t;
--> '6,7,8'
SAVEPOINT;
--> error: near ";": syntax error
SAVEPOINT x y;
--> error: near "y": syntax error
RELEASE;
--> error: near ";": syntax error
ROLLBACK TO;
--> error: near ";": syntax error
SAVEPOINT 5;
--> error: near "5": syntax error
SAVEPOINT begin;
RELEASE "begin";

-- case savepoints and definitions, sequences, schemas
CREATE TABLE t(k INTEGER PRIMARY KEY AUTOINCREMENT, a);
CREATE TEMP TABLE n(a);
ATTACH ':memory:' AS o;
CREATE TABLE o.m(a);
SAVEPOINT s;
INSERT INTO t(a) VALUES (1);
INSERT INTO n VALUES (1);
INSERT INTO m VALUES (1);
CREATE TABLE u(z);
INSERT INTO u VALUES (1);
SAVEPOINT r;
ALTER TABLE t ADD b DEFAULT 'b';
CREATE INDEX i ON t(b);
DROP TABLE n;
CREATE TABLE o.m2(z);
INSERT INTO t VALUES (50, 5, 5);
SELECT * FROM t INDEXED BY i WHERE b > 0;
--> 50, 5, 5
--> 1, 1, 'b'
ROLLBACK TO r;
SELECT * FROM t;
--> 1, 1
SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' UNION ALL SELECT name FROM sqlite_temp_schema UNION ALL SELECT name FROM o.sqlite_schema;
--> 't'
--> 'u'
--> 'n'
--> 'm'
INSERT INTO t(a) VALUES (2);
RELEASE r;
SELECT * FROM sqlite_sequence;
--> 't', 2
ROLLBACK TO s;
INSERT INTO t(a) VALUES (3);
RELEASE s;
SELECT (SELECT group_concat(k || a) FROM t), (SELECT count(*) FROM n), (SELECT count(*) FROM m), (SELECT seq FROM sqlite_sequence);
--> '13', 0, 0, 1
SELECT * FROM u;
--> error: no such table: u

-- case savepoints of one name, other statements between
CREATE TABLE t(a);
BEGIN;
INSERT INTO t VALUES(1);
SAVEPOINT a;
SAVEPOINT a;
INSERT INTO t VALUES(2);
ROLLBACK TO a;
RELEASE a;
INSERT INTO t VALUES(3);
ROLLBACK TO a;
COMMIT;
SELECT * FROM t;
--> 1
SAVEPOINT "";
RELEASE "";
SAVEPOINT [x];
ROLLBACK TRANSACTION TO [X];
RELEASE 'x';
SAVEPOINT a;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys;
--> 0
VACUUM;
--> error: cannot VACUUM from within a transaction
ATTACH ':memory:' AS q;
DETACH q;
PRAGMA journal_mode = DELETE;
--> 'memory'
COMMIT;
ROLLBACK;
--> error: cannot rollback - no transaction is active

-- case pragmas within a transaction
BEGIN;
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys;
--> 0
PRAGMA user_version = 3;
PRAGMA encoding = 'UTF-16';
PRAGMA auto_vacuum = 1;
PRAGMA page_size = 1024;
PRAGMA journal_mode;
--> 'memory'
PRAGMA synchronous = OFF;
--> error: Safety level may not be changed inside a transaction
PRAGMA temp_store = MEMORY;
PRAGMA recursive_triggers = ON;
PRAGMA case_sensitive_like = ON;
SELECT 'a' LIKE 'A';
--> 0
PRAGMA defer_foreign_keys = ON;
PRAGMA defer_foreign_keys;
--> 1
ROLLBACK;
PRAGMA user_version;
--> 0
PRAGMA defer_foreign_keys;
--> 0
SELECT 'a' LIKE 'A';
--> 0
PRAGMA recursive_triggers;
--> 1
