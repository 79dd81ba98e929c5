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
