-- sqlite_sequence.

-- case which inserts advance the sequence
CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, u UNIQUE);
INSERT INTO t(u) VALUES('a');
INSERT INTO t(u) VALUES('a') ON CONFLICT DO NOTHING;
SELECT * FROM sqlite_sequence;
--> 't', 2
INSERT OR IGNORE INTO t(u) VALUES('a');
SELECT * FROM sqlite_sequence;
--> 't', 3
INSERT INTO t(u) VALUES('b'), ('a'), ('c') ON CONFLICT DO NOTHING;
SELECT * FROM sqlite_sequence;
--> 't', 6
INSERT INTO t VALUES(50, 'a') ON CONFLICT DO NOTHING;
SELECT * FROM sqlite_sequence;
--> 't', 50
INSERT INTO t VALUES(50, 'a') ON CONFLICT(u) DO UPDATE SET u = 'z';
SELECT * FROM sqlite_sequence;
--> 't', 50
INSERT INTO t VALUES(NULL, 'b') ON CONFLICT(u) DO UPDATE SET id = 90;
SELECT * FROM sqlite_sequence;
--> 't', 51
SELECT * FROM t ORDER BY id;
--> 1, 'z'
--> 6, 'c'
--> 90, 'b'
INSERT OR REPLACE INTO t(u) VALUES('c');
SELECT * FROM sqlite_sequence;
--> 't', 91
INSERT INTO t VALUES(3, 'c3') ON CONFLICT DO NOTHING;
UPDATE t SET id = 500 WHERE u = 'c';
SELECT * FROM sqlite_sequence;
--> 't', 91
INSERT INTO t(u) VALUES('n');
SELECT * FROM sqlite_sequence;
--> 't', 501
SELECT * FROM t ORDER BY id;
--> 1, 'z'
--> 3, 'c3'
--> 90, 'b'
--> 500, 'c'
--> 501, 'n'
CREATE TABLE e(id INTEGER PRIMARY KEY AUTOINCREMENT, u UNIQUE CHECK(u > 0));
INSERT OR IGNORE INTO e(u) VALUES(-1);
SELECT * FROM sqlite_sequence;
--> 't', 501
--> 'e', 1
INSERT OR FAIL INTO e(u) VALUES(1), (-1);
--> error: CHECK constraint failed: u > 0
SELECT * FROM sqlite_sequence;
--> 't', 501
--> 'e', 1
INSERT OR FAIL INTO e(u) VALUES(2), (-1);
--> error: CHECK constraint failed: u > 0
SELECT * FROM sqlite_sequence;
--> 't', 501
--> 'e', 1
CREATE TABLE g(a);
CREATE TRIGGER gt AFTER INSERT ON g BEGIN INSERT INTO t(u) VALUES(new.a) ON CONFLICT DO NOTHING; END;
INSERT INTO g VALUES('n'), ('m'), ('n'), ('o');
SELECT * FROM sqlite_sequence;
--> 't', 505
--> 'e', 1
CREATE TRIGGER tt BEFORE INSERT ON t WHEN new.u = 'skip' BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO t(u) VALUES('skip'), ('kept'), ('skip');
SELECT * FROM sqlite_sequence;
--> 't', 506
--> 'e', 1
DELETE FROM sqlite_sequence;
INSERT INTO t(u) VALUES('after');
SELECT * FROM sqlite_sequence;
--> 't', 507
SELECT * FROM t ORDER BY id;
--> 1, 'z'
--> 3, 'c3'
--> 90, 'b'
--> 500, 'c'
--> 501, 'n'
--> 503, 'm'
--> 505, 'o'
--> 506, 'kept'
--> 507, 'after'
INSERT INTO t SELECT NULL, 'after' WHERE 1 ON CONFLICT DO NOTHING;
SELECT * FROM sqlite_sequence;
--> 't', 508
UPDATE sqlite_sequence SET seq = 'x' WHERE name = 't';
INSERT INTO t(u) VALUES('after2');
SELECT * FROM sqlite_sequence;
--> 't', 508
UPDATE sqlite_sequence SET seq = NULL WHERE name = 't';
INSERT INTO t(u) VALUES('after3');
SELECT * FROM sqlite_sequence;
--> 't', 509
INSERT INTO t(id, u) VALUES(-5, 'neg');
INSERT INTO t(id, u) VALUES(9223372036854775807, 'max');
INSERT INTO t(u) VALUES('over');
--> error: database or disk is full
SELECT * FROM sqlite_sequence;
--> 't', 9223372036854775807
