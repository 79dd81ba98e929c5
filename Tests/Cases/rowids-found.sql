-- Rowids that INSERT finds.

-- case after -1 comes 0
CREATE TABLE t(id INTEGER PRIMARY KEY, a);
INSERT INTO t VALUES (-1, 1);
INSERT INTO t(a) VALUES (1);
SELECT last_insert_rowid();
--> 0
INSERT INTO t(a) VALUES (1);
SELECT * FROM t;
--> -1, 1
--> 0, 1
--> 1, 1

-- case RETURNING and a foreign key that fails
PRAGMA foreign_keys = ON;
CREATE TABLE p(k PRIMARY KEY);
CREATE TABLE t(r REFERENCES p);
INSERT INTO t VALUES (1) RETURNING *;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 1
INSERT INTO t VALUES (1);
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 1
INSERT INTO t VALUES (1), (2);
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid(), (SELECT count(*) FROM t);
--> 2, 0
