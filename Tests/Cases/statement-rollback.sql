-- A statement that fails inside a transaction leaves nothing behind.

-- case DELETE whose filter fails
CREATE TABLE t(a);
INSERT INTO t VALUES (1), (2), (-9223372036854775808), (4);
BEGIN;
DELETE FROM t WHERE abs(a);
--> error: integer overflow
SELECT a FROM t;
--> 1
--> 2
--> -9223372036854775808
--> 4
SELECT changes();
--> 0
DELETE FROM t WHERE rowid > 1 AND abs(a) > 0;
--> error: integer overflow
SELECT a FROM t;
--> 1
--> 2
--> -9223372036854775808
--> 4
COMMIT;
SELECT a FROM t;
--> 1
--> 2
--> -9223372036854775808
--> 4

-- case DELETE whose RETURNING fails
CREATE TABLE t(id INTEGER PRIMARY KEY, d);
INSERT INTO t VALUES (1, '{}'), (2, 'x');
BEGIN;
DELETE FROM t RETURNING json(d);
--> error: malformed JSON
DELETE FROM t WHERE id = 2 RETURNING json(d);
--> error: malformed JSON
SELECT * FROM t;
--> 1, '{}'
--> 2, 'x'
COMMIT;

-- case INSERT whose RETURNING fails
CREATE TABLE t(d);
BEGIN;
INSERT INTO t VALUES ('a') RETURNING json(d);
--> error: malformed JSON
SELECT count(*) FROM t;
--> 0
INSERT INTO t VALUES ('1'), ('a') RETURNING json(d);
--> error: malformed JSON
SELECT count(*) FROM t;
--> 0
COMMIT;
SELECT count(*) FROM t;
--> 0

-- case UPDATE of one row whose RETURNING fails
CREATE TABLE t(id INTEGER PRIMARY KEY, d);
INSERT INTO t VALUES (1, '{}');
SAVEPOINT s;
UPDATE t SET d = 'x' WHERE id = 1 RETURNING json(d);
--> error: malformed JSON
SELECT * FROM t;
--> 1, '{}'
RELEASE s;
SELECT * FROM t;
--> 1, '{}'
