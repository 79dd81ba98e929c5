-- ON CONFLICT: targets, and when DO UPDATE is looked at.

-- case DO UPDATE that no constraint uses
CREATE TABLE t(a);
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET c = e;
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = e;
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = 1 WHERE nosuch;
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = max(a);
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET a = (SELECT 1 FROM nosuch);
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET (a, b) = (1, 2, 3);
--> error: 2 columns assigned 3 values
INSERT INTO t VALUES (1) ON CONFLICT DO UPDATE SET rowid = 5;
INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 5;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (1) ON CONFLICT (rowid) DO UPDATE SET b = 5;
CREATE TABLE u(a UNIQUE);
INSERT INTO u VALUES (1) ON CONFLICT DO UPDATE SET c = e;
--> error: no such column: e
INSERT INTO u VALUES (1) ON CONFLICT (a) DO NOTHING ON CONFLICT DO UPDATE SET c = e;
INSERT INTO u VALUES (1) ON CONFLICT (rowid) DO NOTHING ON CONFLICT DO UPDATE SET c = e;
--> error: no such column: e
INSERT INTO u VALUES (1) ON CONFLICT (a) DO NOTHING ON CONFLICT (a) DO UPDATE SET c = e;
CREATE TABLE w(a INTEGER PRIMARY KEY);
INSERT INTO w VALUES (1) ON CONFLICT DO UPDATE SET c = e;
--> error: no such column: e
INSERT INTO w VALUES (1) ON CONFLICT (a) DO NOTHING ON CONFLICT DO UPDATE SET c = e;
INSERT INTO w(rowid) VALUES (1) ON CONFLICT (a) DO NOTHING ON CONFLICT DO UPDATE SET c = e;
CREATE TABLE x(a, b INTEGER PRIMARY KEY);
INSERT INTO x(a) VALUES (1) ON CONFLICT DO UPDATE SET c = e;
INSERT INTO x(a) VALUES (1) ON CONFLICT DO UPDATE SET a = 5;
INSERT INTO t(a) VALUES (1) ON CONFLICT DO UPDATE SET a = b;
INSERT INTO t(rowid, a) VALUES (1,1) ON CONFLICT DO UPDATE SET a = b;
--> error: no such column: b
CREATE TABLE y(a CHECK (a > 0) NOT NULL);
INSERT INTO y VALUES (1) ON CONFLICT DO UPDATE SET c = e;

-- case targets with the INTEGER PRIMARY KEY
CREATE TABLE t(id INTEGER PRIMARY KEY, c, UNIQUE (id, c));
INSERT INTO t VALUES (9, 1) ON CONFLICT (id, c) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (9, 1) ON CONFLICT (c, id) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (9, 1) ON CONFLICT (rowid, c) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
CREATE UNIQUE INDEX i ON t(+id, c);
INSERT INTO t VALUES (9, 1) ON CONFLICT (+id, c) DO NOTHING;
CREATE UNIQUE INDEX i2 ON t(c) WHERE id > 5;
INSERT INTO t VALUES (9, 1) ON CONFLICT (c) WHERE id > 5 DO NOTHING;
CREATE TABLE w(id INTEGER PRIMARY KEY, c, UNIQUE (id, c)) WITHOUT ROWID;
INSERT INTO w VALUES (9, 1) ON CONFLICT (id, c) DO NOTHING;
INSERT INTO w VALUES (9, 1) ON CONFLICT (id) DO NOTHING;

-- case a clause in the place of ON CONFLICT REPLACE, and a missing parent
PRAGMA foreign_keys = ON;
CREATE TABLE p(id PRIMARY KEY);
CREATE TABLE c(id, r REFERENCES p, d UNIQUE ON CONFLICT REPLACE);
INSERT INTO c(id, r) VALUES (1, 1) ON CONFLICT DO UPDATE SET id = 1;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 0
INSERT INTO c(id, r) VALUES (1, 1) ON CONFLICT (d) DO NOTHING;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 0
INSERT INTO c(id, r) VALUES (1, 1);
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 1

-- case excluded compares without affinities and collations
CREATE TABLE t1(id INTEGER PRIMARY KEY, a INTEGER, b TEXT COLLATE NOCASE, c INTEGER);
INSERT INTO t1 VALUES (12, 1, 'abc', 3);
INSERT INTO t1(id, a, b) VALUES (12, 7, -1) ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.a >= '-5' RETURNING 1;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.b = 'abc' RETURNING 2;
INSERT INTO t1(id, a, b) VALUES (12, 7, '5') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.b = 5 RETURNING 3;
INSERT INTO t1(id, a, b) VALUES (12, 7, '5') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.a IN ('7') RETURNING 4;
INSERT INTO t1(id, a, b) VALUES (12, 7, '5') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.a IN (SELECT '7') RETURNING 5;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE (SELECT excluded.b = 'abc') RETURNING 6;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = 1 WHERE (SELECT 1 FROM (SELECT excluded.a AS x) WHERE x = '7') RETURNING 7;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.rowid = '12' RETURNING 8;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE excluded.b = t1.b RETURNING 9;
--> 9
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE t1.b = excluded.b RETURNING 10;
--> 10
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = excluded.c WHERE (excluded.id, '1') BETWEEN ('-5', '"s"') AND ('abc', 'x') RETURNING 11;
INSERT INTO t1(id, a, b) VALUES (12, 7, 'ABC') ON CONFLICT (id) DO UPDATE SET c = CASE excluded.a WHEN '7' THEN 1 ELSE 2 END, a = typeof(excluded.a) RETURNING a, c;
--> 'integer', 2

-- case excluded has its values as they were given when the rowid is checked before anything looks at them
CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b REAL, c INTEGER);
INSERT INTO t VALUES (1, 1, 1, 1);
INSERT INTO t VALUES (1, 1, 1, '1') ON CONFLICT DO UPDATE SET a = quote(excluded.a) || quote(excluded.b) || quote(excluded.c);
SELECT * FROM t;
--> 1, '11.0''1''', 1.0, 1
INSERT INTO t VALUES (1, 2, '2', 2.0) ON CONFLICT DO UPDATE SET a = quote(excluded.a) || quote(excluded.b) || quote(excluded.c) WHERE typeof(excluded.a) = 'integer';
SELECT * FROM t;
--> 1, '2''2''2.0', 1.0, 1
INSERT INTO t VALUES (1, 3, 3, '3') ON CONFLICT DO UPDATE SET a = excluded.a, b = excluded.b, c = excluded.c RETURNING typeof(a), typeof(b), typeof(c);
--> 'text', 'real', 'integer'
SELECT *, typeof(a), typeof(b), typeof(c) FROM t;
--> 1, '3', 3.0, 3, 'text', 'real', 'integer'
CREATE INDEX i ON t(a);
INSERT INTO t VALUES (1, 1, 1, '1') ON CONFLICT DO UPDATE SET a = quote(excluded.a) || quote(excluded.b) || quote(excluded.c);
SELECT * FROM t;
--> 1, '11.0''1''', 3.0, 3

-- case excluded has converted values behind an index, a CHECK, generated columns
CREATE TABLE t(id INT PRIMARY KEY, a TEXT, b INTEGER);
INSERT INTO t VALUES (1, 1, 1);
INSERT INTO t VALUES (1, 1, '1') ON CONFLICT DO UPDATE SET a = quote(excluded.a) || quote(excluded.b);
SELECT * FROM t;
--> 1, '''1''1', 1
CREATE TABLE w(id INTEGER PRIMARY KEY, a INTEGER UNIQUE, b TEXT);
INSERT INTO w VALUES (1, 1, 1);
INSERT INTO w VALUES (1, 1, 1) ON CONFLICT(a) DO UPDATE SET b = quote(excluded.b);
SELECT * FROM w;
--> 1, 1, '''1'''
INSERT INTO w VALUES (1, 1, 1) ON CONFLICT(id) DO UPDATE SET b = quote(excluded.b);
SELECT * FROM w;
--> 1, 1, '1'
INSERT INTO w VALUES (1, 2, 1) ON CONFLICT(a) DO NOTHING ON CONFLICT(id) DO UPDATE SET b = quote(excluded.b);
SELECT * FROM w;
--> 1, 1, '''1'''
CREATE TABLE c(id INTEGER PRIMARY KEY, a INTEGER, b TEXT CHECK (b <> 'z'));
INSERT INTO c VALUES (1, 1, 1);
INSERT INTO c VALUES (1, '1', 1) ON CONFLICT(id) DO UPDATE SET b = quote(excluded.b) || quote(excluded.a);
SELECT * FROM c;
--> 1, 1, '''1''1'
PRAGMA ignore_check_constraints = 1;
INSERT INTO c VALUES (1, '1', 1) ON CONFLICT(id) DO UPDATE SET b = quote(excluded.b) || quote(excluded.a);
SELECT * FROM c;
--> 1, 1, '1''1'''
CREATE TABLE g(id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c TEXT AS (a) STORED);
INSERT INTO g VALUES (1, 1, 1);
INSERT INTO g VALUES (1, '1', 1) ON CONFLICT(id) DO UPDATE SET b = quote(excluded.b) || quote(excluded.a) || quote(excluded.c);
SELECT * FROM g;
--> 1, 1, '''1''1''1''', '1'

-- case a rowid that is there already comes before the types of a STRICT table
CREATE TABLE t(id INTEGER PRIMARY KEY, a INT) STRICT;
INSERT INTO t VALUES (1, 1), (2, 2);
INSERT INTO t VALUES (1, 'x');
--> error: UNIQUE constraint failed: t.id
INSERT OR IGNORE INTO t VALUES (1, 'x');
INSERT INTO t VALUES (1, 'x') ON CONFLICT DO UPDATE SET a = 5;
INSERT INTO t VALUES (1, 'x') ON CONFLICT DO UPDATE SET a = excluded.a;
--> error: cannot store TEXT value in INT column t.a
INSERT OR REPLACE INTO t VALUES (1, 'x');
--> error: cannot store TEXT value in INT column t.a
UPDATE t SET id = 1, a = 'y' WHERE id = 2;
--> error: UNIQUE constraint failed: t.id
UPDATE OR IGNORE t SET id = 1, a = 'y' WHERE id = 2;
SELECT * FROM t;
--> 1, 5
--> 2, 2
CREATE TABLE u(id INTEGER PRIMARY KEY, a INT UNIQUE, b TEXT) STRICT;
INSERT INTO u VALUES (1, 1, 'x');
INSERT INTO u VALUES (1, 'x', 1);
--> error: UNIQUE constraint failed: u.id
INSERT INTO u VALUES (2, 1, x'00');
--> error: cannot store BLOB value in TEXT column u.b
INSERT INTO u VALUES (1, 1, x'00') ON CONFLICT(a) DO UPDATE SET b = 'y';
--> error: cannot store BLOB value in TEXT column u.b
INSERT INTO u VALUES (1, 1, x'00') ON CONFLICT(id) DO UPDATE SET b = typeof(excluded.b);
SELECT * FROM u;
--> 1, 1, 'blob'

-- case an upsert of a rowid that nobody gives does nothing else
PRAGMA foreign_keys = ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE t(id INTEGER PRIMARY KEY, b, u UNIQUE, r REFERENCES p(id));
CREATE TRIGGER x UPDATE OF b ON t BEGIN SELECT 1; END;
INSERT INTO t VALUES (5, 1, 1, NULL);
INSERT INTO t(b, r) VALUES (1, 9) ON CONFLICT (id) DO UPDATE SET b = 2;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 5
INSERT INTO t(b, r) VALUES (1, 9) ON CONFLICT (u) DO UPDATE SET r = 2;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 6
INSERT INTO t(id, b, r) VALUES (8, 1, 9) ON CONFLICT (id) DO UPDATE SET b = 2;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 8
INSERT INTO t(b, u, r) VALUES (1, 7, 9) ON CONFLICT (u) DO UPDATE SET b = 2;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 6
INSERT INTO t(id, b, u, r) VALUES (18, 1, 7, 9) ON CONFLICT (id) DO NOTHING ON CONFLICT DO UPDATE SET b = 2;
--> error: FOREIGN KEY constraint failed
SELECT last_insert_rowid();
--> 18
