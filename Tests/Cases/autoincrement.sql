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

-- case counters are read once before and stored once after the statement, those of triggers too
CREATE TABLE s(x INTEGER PRIMARY KEY AUTOINCREMENT, y);
CREATE TABLE u(x INTEGER PRIMARY KEY AUTOINCREMENT, y);
CREATE TABLE log(a, b);
CREATE TRIGGER r AFTER INSERT ON s BEGIN INSERT INTO log SELECT name, seq FROM sqlite_sequence; INSERT INTO u(y) VALUES (new.y), (new.y + 1); INSERT INTO log SELECT name, seq FROM sqlite_sequence; END;
INSERT INTO s(y) VALUES (10), (20);
SELECT * FROM log;
SELECT rowid, * FROM sqlite_sequence;
--> 1, 'u', 4
--> 2, 's', 2
INSERT INTO s(y) VALUES (10), (20);
SELECT * FROM log;
--> 'u', 4
--> 's', 2
--> 'u', 4
--> 's', 2
--> 'u', 4
--> 's', 2
--> 'u', 4
--> 's', 2
SELECT rowid, * FROM sqlite_sequence;
--> 1, 'u', 8
--> 2, 's', 4
SELECT * FROM u;
--> 1, 10
--> 2, 11
--> 3, 20
--> 4, 21
--> 5, 10
--> 6, 11
--> 7, 20
--> 8, 21
INSERT INTO s(x, y) VALUES (100, 1) RETURNING (SELECT group_concat(name || seq) FROM sqlite_sequence);
--> 'u8,s4'
SELECT rowid, * FROM sqlite_sequence;
--> 1, 'u', 10
--> 2, 's', 100

-- case what triggers insert into the same table, and what they write into sqlite_sequence
CREATE TABLE s(x INTEGER PRIMARY KEY AUTOINCREMENT, y);
CREATE TRIGGER r AFTER INSERT ON s WHEN new.y > 0 BEGIN INSERT INTO s(y) VALUES (new.y - 1); END;
PRAGMA recursive_triggers = 1;
INSERT INTO s(y) VALUES (3), (2);
SELECT * FROM s;
--> 1, 3
--> 2, 2
--> 3, 1
--> 4, 0
--> 5, 2
--> 6, 1
--> 7, 0
SELECT * FROM sqlite_sequence;
--> 's', 7
CREATE TRIGGER r2 BEFORE INSERT ON s BEGIN UPDATE sqlite_sequence SET seq = 70; END;
INSERT INTO s(y) VALUES (1);
SELECT * FROM s;
--> 1, 3
--> 2, 2
--> 3, 1
--> 4, 0
--> 5, 2
--> 6, 1
--> 7, 0
--> 8, 1
--> 9, 0
SELECT * FROM sqlite_sequence;
--> 's', 9
CREATE TABLE v(a);
CREATE TRIGGER r3 AFTER UPDATE ON v BEGIN INSERT INTO s(x, y) VALUES (new.a, 0); END;
CREATE TRIGGER r4 AFTER DELETE ON v BEGIN INSERT INTO s(y) VALUES (0); END;
INSERT INTO v VALUES (200), (300);
UPDATE v SET a = a + 1;
SELECT * FROM sqlite_sequence;
--> 's', 301
DELETE FROM v;
SELECT * FROM s;
--> 1, 3
--> 2, 2
--> 3, 1
--> 4, 0
--> 5, 2
--> 6, 1
--> 7, 0
--> 8, 1
--> 9, 0
--> 201, 0
--> 301, 0
--> 302, 0
--> 303, 0
SELECT * FROM sqlite_sequence;
--> 's', 303

-- case a statement that fails without being undone leaves sqlite_sequence as it was
CREATE TABLE t(a);
CREATE TABLE u(id INTEGER PRIMARY KEY AUTOINCREMENT, a, b NOT NULL);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT OR REPLACE INTO u(id, b) VALUES (1, new.a); END;
INSERT OR FAIL INTO t VALUES (NULL);
--> error: NOT NULL constraint failed: u.b
SELECT * FROM sqlite_sequence;
INSERT OR FAIL INTO t VALUES (1), (NULL);
--> error: NOT NULL constraint failed: u.b
SELECT * FROM sqlite_sequence;
SELECT * FROM u;
--> 1, NULL, 1
INSERT INTO u(b) VALUES (1);
SELECT * FROM u;
--> 1, NULL, 1
--> 2, NULL, 1
SELECT * FROM sqlite_sequence;
--> 'u', 2
INSERT OR FAIL INTO u VALUES (10, 1, 1), (11, 1, NULL);
--> error: NOT NULL constraint failed: u.b
SELECT * FROM u;
--> 1, NULL, 1
--> 2, NULL, 1
--> 10, 1, 1
SELECT * FROM sqlite_sequence;
--> 'u', 2

-- case triggers of a view, of an action of a foreign key, of a dropped parent
PRAGMA foreign_keys = 1;
CREATE TABLE s(x INTEGER PRIMARY KEY AUTOINCREMENT, y);
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(a REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TRIGGER r AFTER UPDATE ON c BEGIN INSERT INTO s(y) VALUES (new.a); END;
CREATE VIEW v AS SELECT a FROM p;
CREATE TRIGGER rv INSTEAD OF INSERT ON v BEGIN INSERT INTO s(y) VALUES (new.a); END;
INSERT INTO p VALUES (1), (2), (3);
INSERT INTO c VALUES (1), (2), (3);
INSERT INTO v VALUES (7), (8);
UPDATE p SET a = a + 10;
DELETE FROM p WHERE a = 11;
SELECT * FROM s;
--> 1, 7
--> 2, 8
--> 3, 11
--> 4, 12
--> 5, 13
--> 6, NULL
SELECT * FROM sqlite_sequence;
--> 's', 6
DROP TABLE p;
SELECT * FROM s;
--> 1, 7
--> 2, 8
--> 3, 11
--> 4, 12
--> 5, 13
--> 6, NULL
--> 7, NULL
--> 8, NULL
SELECT * FROM sqlite_sequence;
--> 's', 8
SELECT * FROM c;
--> NULL
--> NULL
--> NULL
