-- AUTOINCREMENT after the largest rowid.

-- case the transaction is undone when no constraint could end the statement
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a);
INSERT INTO t VALUES (9223372036854775807, 1);
INSERT INTO t(a) VALUES (1);
--> error: database or disk is full
BEGIN;
INSERT INTO t VALUES (5, 1);
INSERT INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT * FROM t;
--> 9223372036854775807, 1
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO t VALUES (5, 1);
INSERT INTO t(a) VALUES (1);
--> error: database or disk is full
SELECT * FROM t;
--> 9223372036854775807, 1
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO t VALUES (5, 1);
INSERT INTO t(a) SELECT 1;
--> error: database or disk is full
SELECT * FROM t;
--> 9223372036854775807, 1
ROLLBACK;
--> error: cannot rollback - no transaction is active
DELETE FROM t;
SELECT * FROM sqlite_sequence;
--> 't', 9223372036854775807
CREATE TABLE u(id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE);
INSERT INTO u VALUES (9223372036854775807, 1);
BEGIN;
INSERT INTO u VALUES (5, 2);
INSERT INTO u(a) VALUES (3), (4);
--> error: database or disk is full
SELECT * FROM u;
--> 5, 2
--> 9223372036854775807, 1
COMMIT;
BEGIN;
INSERT OR IGNORE INTO u(a) VALUES (3), (4);
--> error: database or disk is full
SELECT * FROM u;
--> 5, 2
--> 9223372036854775807, 1
