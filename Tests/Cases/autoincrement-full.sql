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

-- case what has a journal of the statement
PRAGMA foreign_keys = ON;
CREATE TABLE p(k PRIMARY KEY);
INSERT INTO p VALUES (1);
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a);
INSERT INTO t VALUES (9223372036854775807, 1);
CREATE TABLE f(id INTEGER PRIMARY KEY AUTOINCREMENT, a REFERENCES p);
INSERT INTO f VALUES (9223372036854775807, 1);
BEGIN;
INSERT INTO t(a) VALUES (abs(1));
--> error: database or disk is full
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO t(a) VALUES (abs(1)), (2);
--> error: database or disk is full
ROLLBACK;
BEGIN;
INSERT INTO t(a) SELECT abs(1);
--> error: database or disk is full
ROLLBACK;
BEGIN;
INSERT INTO t(a) VALUES (1) RETURNING a;
--> error: database or disk is full
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO t(a) VALUES (1) RETURNING abs(a);
--> error: database or disk is full
ROLLBACK;
BEGIN;
INSERT OR REPLACE INTO f(a) VALUES (1);
--> error: database or disk is full
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO f(a) VALUES (1), (1);
--> error: database or disk is full
ROLLBACK;
CREATE TABLE n(id INTEGER PRIMARY KEY AUTOINCREMENT, a NOT NULL, b NOT NULL DEFAULT 1);
INSERT INTO n VALUES (9223372036854775807, 1, 1);
BEGIN;
INSERT OR REPLACE INTO n(a) VALUES (1), (1);
--> error: database or disk is full
ROLLBACK;

-- case the types of a STRICT table are no constraint that could end the statement
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT) STRICT;
CREATE TABLE u(a);
INSERT INTO t VALUES (9223372036854775807, 1);
BEGIN;
INSERT INTO u VALUES (1);
INSERT INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO u VALUES (1);
INSERT INTO t(a) SELECT 1;
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO u VALUES (1);
INSERT INTO t(a) VALUES (1) RETURNING 1;
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0

-- case a CHECK ends the statement under OR REPLACE, too
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a CHECK (a > 0));
CREATE TABLE u(a);
INSERT INTO t VALUES (9223372036854775807, 1);
BEGIN;
INSERT INTO u VALUES (1);
INSERT OR REPLACE INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT count(*) FROM u;
--> 1
ROLLBACK;
BEGIN;
INSERT INTO u VALUES (1);
INSERT OR IGNORE INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0
ROLLBACK;
--> error: cannot rollback - no transaction is active
BEGIN;
INSERT INTO u VALUES (1);
INSERT OR FAIL INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0
ROLLBACK;
--> error: cannot rollback - no transaction is active
PRAGMA ignore_check_constraints = 1;
BEGIN;
INSERT INTO u VALUES (1);
INSERT OR REPLACE INTO t(a) VALUES (1), (2);
--> error: database or disk is full
SELECT count(*) FROM u;
--> 0
