-- VACUUM and sqlite_sequence.

-- case the table of sequences goes with the last AUTOINCREMENT table
CREATE TABLE t3 (id INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO t3 VALUES(5);
VACUUM;
SELECT name FROM sqlite_schema;
--> 't3'
--> 'sqlite_sequence'
SELECT * FROM sqlite_sequence;
--> 't3', 5
CREATE TABLE t4 (id INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE t5(a);
DROP TABLE t3;
VACUUM;
SELECT name FROM sqlite_schema;
--> 't4'
--> 'sqlite_sequence'
--> 't5'
SELECT * FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('t5', 9);
DROP TABLE t4;
VACUUM;
SELECT name FROM sqlite_schema;
--> 't5'
CREATE TABLE t4 (id INTEGER PRIMARY KEY AUTOINCREMENT);
SELECT * FROM sqlite_sequence;
PRAGMA integrity_check;
--> 'ok'
