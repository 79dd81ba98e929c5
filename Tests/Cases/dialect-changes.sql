-- INSERT, UPDATE, DELETE, UPSERT and RETURNING: the simple forms, and what is refused.

-- case INSERT of values
-- holds insert: VALUES of one and several rows
-- holds insert: a list of columns, in any order
-- holds insert: NULL in an INTEGER PRIMARY KEY chooses the next
-- holds insert: too few values
-- holds insert: a column that is not there
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT DEFAULT 'd', c REAL);
INSERT INTO t VALUES (5, 'x', 1), (2, NULL, '2.5'), ('9', 7, 'text');
INSERT INTO t(c, b) VALUES (3, 'in order'), ((SELECT count(*) FROM t), upper('y'));
INSERT INTO t(b, a) VALUES ('given', NULL), ('after', NULL), ('min', -7);
INSERT INTO t(c) VALUES (NULL);
INSERT INTO t VALUES (NULL, 'next', 0);
INSERT INTO t(rowid, b) VALUES (NULL, 'by rowid'), (50, 'fifty');
INSERT INTO t(a, rowid) VALUES (60, 61);
INSERT INTO t(b, b) VALUES ('first', 'second');
INSERT INTO t VALUES (1, 2);
--> error: table t has 3 columns but 2 values were supplied
INSERT INTO t VALUES (1, 2, 3, 4);
--> error: table t has 3 columns but 4 values were supplied
INSERT INTO t VALUES (70, 'p', 0), (71, 'q');
--> error: all VALUES must have the same number of terms
INSERT INTO t(a, b) VALUES (1);
--> error: 1 values for 2 columns
INSERT INTO t(a) VALUES (1, 2);
--> error: 2 values for 1 columns
INSERT INTO t(a, b) SELECT 1;
--> error: 1 values for 2 columns
INSERT INTO t SELECT 1, 2;
--> error: table t has 3 columns but 2 values were supplied
INSERT INTO t(nosuch) VALUES (1);
--> error: table t has no column named nosuch
INSERT INTO t(a, nosuch, b) SELECT 1, 2, 3;
--> error: table t has no column named nosuch
INSERT INTO t(t.a) VALUES (1);
--> error: near ".": syntax error
INSERT INTO t() VALUES ();
--> error: near ")": syntax error
INSERT INTO nosuch(a) VALUES (1);
--> error: no such table: nosuch
INSERT INTO t VALUES (a, b, c);
--> error: no such column: a
INSERT INTO t VALUES (DEFAULT, 1, 2);
--> error: near "DEFAULT": syntax error
INSERT INTO t VALUES ((1, 2), 1, 2);
--> error: row value misused
SELECT *, typeof(c) FROM t;
--> -7, 'min', NULL, 'null'
--> 2, NULL, 2.5, 'real'
--> 5, 'x', 1.0, 'real'
--> 9, '7', 'text', 'text'
--> 10, 'in order', 3.0, 'real'
--> 11, 'Y', 3.0, 'real'
--> 12, 'given', NULL, 'null'
--> 13, 'after', NULL, 'null'
--> 14, 'd', NULL, 'null'
--> 15, 'next', 0.0, 'real'
--> 16, 'by rowid', NULL, 'null'
--> 50, 'fifty', NULL, 'null'
--> 61, 'd', NULL, 'null'
--> 62, 'first', NULL, 'null'
SELECT last_insert_rowid(), changes(), total_changes();
--> 62, 1, 14

-- case UPDATE of columns
-- holds update: one and several columns
-- holds update: without WHERE
-- holds update: the values before the statement count
-- holds update: a row value, a subquery of several columns
-- holds update: a column twice: the last one counts
CREATE TABLE t(a, b, c);
CREATE TABLE u(k, v, w);
INSERT INTO t VALUES (1, 2, 3), (4, 5, 6), (7, 8, 9);
INSERT INTO u VALUES (1, 'one', 'eins'), (4, 'four', 'vier');
UPDATE t SET a = b, b = a;
UPDATE t SET c = a + b, a = c WHERE a = 5;
SELECT * FROM t;
--> 2, 1, 3
--> 6, 4, 9
--> 8, 7, 9
UPDATE t SET (a, b, c) = (c, a, b);
UPDATE t SET (c, b) = (b * 10, c * 10), a = -a WHERE a > 3;
SELECT * FROM t;
--> 3, 2, 1
--> -9, 40, 60
--> -9, 70, 80
UPDATE t SET (a, b) = (SELECT v, w FROM u WHERE k = t.c / 10 OR k = -t.a);
SELECT * FROM t;
--> NULL, NULL, 1
--> NULL, NULL, 60
--> NULL, NULL, 80
UPDATE t SET (a) = 1, (b) = (2);
UPDATE t SET (a, b) = (SELECT max(k), group_concat(v) FROM u WHERE k < t.c);
SELECT * FROM t;
--> NULL, NULL, 1
--> 4, 'one,four', 60
--> 4, 'one,four', 80
UPDATE t SET a = 'first', b = a, a = 'last', (b, c) = (c, a), c = 'end';
SELECT * FROM t;
--> 'last', 1, 'end'
--> 'last', 60, 'end'
--> 'last', 80, 'end'
UPDATE t SET (a, a) = (1, 2), b = (SELECT count(*) FROM t WHERE a = 'last');
SELECT * FROM t;
--> 2, 3, 'end'
--> 2, 3, 'end'
--> 2, 3, 'end'
UPDATE u SET v = (SELECT v FROM u AS o WHERE o.k <> u.k), w = rowid;
SELECT * FROM u;
--> 1, 'four', 1
--> 4, 'four', 2
UPDATE u SET rowid = 10 - rowid, k = rowid;
SELECT rowid, k FROM u;
--> 8, 2
--> 9, 1
UPDATE u SET k = k + 1 RETURNING k;
--> 3
--> 2
SELECT changes();
--> 2
UPDATE u SET nosuch = 1;
--> error: no such column: nosuch
UPDATE u SET k = nosuch;
--> error: no such column: nosuch
UPDATE u SET u.k = 1;
--> error: near ".": syntax error
UPDATE u SET (k, v) = (1, 2, 3);
--> error: 2 columns assigned 3 values
UPDATE u SET (k, v) = 1;
--> error: 2 columns assigned 1 values
UPDATE u SET (k, v) = (SELECT 1);
--> error: 2 columns assigned 1 values
UPDATE u SET k = (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
UPDATE u SET;
--> error: near ";": syntax error
UPDATE u SET k = 1 WHERE nosuch;
--> error: no such column: nosuch
UPDATE u SET k = 1, WHERE k = 1;
--> error: near "WHERE": syntax error
UPDATE nosuch SET k = 1;
--> error: no such table: nosuch
UPDATE u SET k = DEFAULT;
--> error: near "DEFAULT": syntax error
UPDATE u SET k = max(k);
--> error: misuse of aggregate function max()

-- case ORDER BY and LIMIT are not for UPDATE and DELETE
-- holds update: LIMIT
-- holds delete: LIMIT
CREATE TABLE t(a);
INSERT INTO t VALUES (1), (2), (3);
UPDATE t SET a = 1 LIMIT 1;
--> error: near "LIMIT": syntax error
UPDATE t SET a = 1 WHERE a > 1 LIMIT 1 OFFSET 1;
--> error: near "LIMIT": syntax error
UPDATE t SET a = 1 ORDER BY a LIMIT 1;
--> error: near "ORDER": syntax error
DELETE FROM t LIMIT 1;
--> error: near "LIMIT": syntax error
DELETE FROM t WHERE a > 1 LIMIT 1;
--> error: near "LIMIT": syntax error
DELETE FROM t ORDER BY a LIMIT 1;
--> error: near "ORDER": syntax error
DELETE FROM t WHERE a IN (SELECT a FROM t ORDER BY a DESC LIMIT 1);
UPDATE t SET a = a * 10 WHERE a = (SELECT a FROM t ORDER BY a LIMIT 1 OFFSET 1);
SELECT * FROM t;
--> 1
--> 20

-- case targets of UPSERT
-- holds upsert: a partial index, an expression, a collation as target
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c COLLATE NOCASE, d, n DEFAULT 0);
CREATE UNIQUE INDEX i1 ON t(lower(b), d) WHERE d > 0;
CREATE UNIQUE INDEX i2 ON t(c COLLATE BINARY);
CREATE UNIQUE INDEX i3 ON t(c, d);
INSERT INTO t VALUES (1, 'Key', 'x', 5, 0), (2, 'key', 'y', -5, 0), (3, 'KEY', 'z', NULL, 0);
INSERT INTO t VALUES (9, 'kEY', 'n', 5, 1) ON CONFLICT (lower(b), d) WHERE d > 0 DO UPDATE SET n = n + excluded.n;
INSERT INTO t VALUES (10, 'kEY', 'n', 5, 1) ON CONFLICT (d, lower(b)) WHERE d > 0 DO UPDATE SET n = n + 10;
INSERT INTO t VALUES (11, 'kEY', 'm', 5, 1) ON CONFLICT (lower(b), d) WHERE d > 0 AND a > 0 DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (11, 'kEY', 'm', 5, 1) ON CONFLICT (lower(b), d) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (11, 'kEY', 'm', 5, 1) ON CONFLICT (lower(b)) WHERE d > 0 DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (12, 'kEY', 'x', -1, 1) ON CONFLICT (c COLLATE BINARY) DO UPDATE SET n = 100;
INSERT INTO t VALUES (13, 'kEY', 'y', -2, 1) ON CONFLICT (c) DO UPDATE SET n = 200;
INSERT INTO t VALUES (14, 'new', 'X', 5, 1) ON CONFLICT (c, d) DO UPDATE SET b = excluded.b || t.b, n = 300 WHERE t.c = excluded.c;
INSERT INTO t VALUES (14, 'new', 'X', 5, 1) ON CONFLICT (c COLLATE NOCASE, d) DO UPDATE SET n = n + 1;
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (c, d) DO NOTHING;
--> error: UNIQUE constraint failed: t.a
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (c, d) DO NOTHING ON CONFLICT (rowid) DO UPDATE SET n = -1;
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (c, d) DO NOTHING ON CONFLICT (a) DO UPDATE SET n = -1;
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (c, d) DO NOTHING ON CONFLICT DO UPDATE SET n = n - 1;
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT DO NOTHING ON CONFLICT (a) DO NOTHING;
--> error: near "ON": syntax error
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (nosuch) DO NOTHING;
--> error: no such column: nosuch
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (b) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (a) DO UPDATE SET nosuch = 1;
--> error: no such column: nosuch
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (a) DO UPDATE SET a = 2;
--> error: UNIQUE constraint failed: t.a
INSERT INTO t VALUES (1, 'p', 'p', 1, 1) ON CONFLICT (a) DO UPDATE SET n = other.n;
--> error: no such column: other.n
SELECT * FROM t;
--> 1, 'newKey', 'x', 5, -2
--> 2, 'key', 'y', -5, 200
--> 3, 'KEY', 'z', NULL, 0

-- case a view is no target of UPSERT
-- holds upsert: a view
CREATE TABLE t(a UNIQUE);
CREATE VIEW v AS SELECT a FROM t;
INSERT INTO v VALUES (1) ON CONFLICT DO NOTHING;
--> error: cannot modify v because it is a view
CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a) ON CONFLICT DO UPDATE SET a = -new.a; END;
INSERT INTO v VALUES (1) ON CONFLICT DO NOTHING;
--> error: cannot UPSERT a view
INSERT INTO v VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 1;
--> error: cannot UPSERT a view
INSERT INTO v VALUES (1), (1), (2);
SELECT * FROM v;
--> -1
--> 2

-- case RETURNING in a trigger
-- holds returning: in a trigger
-- holds create-trigger: RETURNING in it
CREATE TABLE t(a);
CREATE TABLE u(x);
CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u RETURNING x; END;
--> error: near "RETURNING": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u WHERE x = 1 RETURNING x; END;
--> error: near "RETURNING": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE u SET x = 1 RETURNING x; END;
--> error: near "RETURNING": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u VALUES (1) RETURNING x; END;
--> error: cannot use RETURNING in a trigger
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u SELECT new.a; UPDATE t SET a = a + 1; DELETE FROM t WHERE a > 100; END;
INSERT INTO t VALUES (1), (200) RETURNING a, (SELECT count(*) FROM u);
--> 1, 0
--> 200, 0
SELECT * FROM t;
--> 3
DELETE FROM t RETURNING a, (SELECT count(*) FROM t);
--> 3, 0

-- case UPSERT of several clauses, of rows and queries
CREATE TABLE t(k INTEGER PRIMARY KEY, a UNIQUE, b UNIQUE, c DEFAULT 0);
INSERT INTO t VALUES(1,'a','b',0),(2,'x','y',0);
INSERT INTO t VALUES(1,'a2','b2',5) ON CONFLICT(k) DO UPDATE SET c = c + excluded.c, a = a || excluded.a;
INSERT INTO t VALUES(3,'x','b',5) ON CONFLICT(a) DO UPDATE SET c = c + 1 ON CONFLICT(b) DO UPDATE SET c = c + 100;
INSERT INTO t VALUES(4,'new','b',5) ON CONFLICT(a) DO UPDATE SET c = c + 1 ON CONFLICT(b) DO UPDATE SET c = c + 100;
INSERT INTO t VALUES(2,'new','b',5) ON CONFLICT DO UPDATE SET c = c + 1000;
INSERT INTO t(a) VALUES('x'),('y'),('x') ON CONFLICT(a) DO UPDATE SET c = c + 1 RETURNING k, a, c;
--> 2, 'x', 1002
--> 3, 'y', 0
--> 2, 'x', 1003
INSERT INTO t SELECT k + 10, a, b || '1', 1 FROM t WHERE true ON CONFLICT(a) DO UPDATE SET c = excluded.k;
SELECT * FROM t;
--> 1, 'aa2', 'b', 11
--> 2, 'x', 'y', 12
--> 3, 'y', NULL, 13
INSERT INTO t(k, a) VALUES(1, 'z') ON CONFLICT(k) DO UPDATE SET a = excluded.a WHERE t.c > 1000;
SELECT changes();
--> 0
INSERT INTO t(k, a) VALUES(1, 'z') ON CONFLICT(k) DO UPDATE SET k = 2;
--> error: UNIQUE constraint failed: t.k
INSERT INTO t(k, a) VALUES(1, 'z') ON CONFLICT(k) DO UPDATE SET k = 50, (a, b) = (SELECT 'sub', excluded.a);
SELECT * FROM t WHERE k = 50;
--> 50, 'sub', 'z', 11
INSERT INTO t AS q(k, a) VALUES(50, 'z') ON CONFLICT(k) DO UPDATE SET c = q.c || t.c;
--> error: no such column: t.c
INSERT INTO t AS q(k, a) VALUES(50, 'z') ON CONFLICT(k) DO UPDATE SET c = q.c || 'q';
INSERT INTO t(k) VALUES(50) ON CONFLICT(k) DO UPDATE SET c = (SELECT count(*) FROM t), b = excluded.rowid;
SELECT * FROM t WHERE k = 50;
--> 50, 'sub', 50, 3
INSERT INTO t(k) VALUES(50) ON CONFLICT(k) WHERE k > 5 DO NOTHING;
INSERT INTO t(k) VALUES(50) ON CONFLICT(k, a) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t(k) VALUES(50) ON CONFLICT() DO NOTHING;
--> error: near ")": syntax error
INSERT OR REPLACE INTO t(k, a) VALUES(50, 'x') ON CONFLICT(k) DO UPDATE SET c = 'or';
INSERT OR IGNORE INTO t(k, a) VALUES(51, 'x') ON CONFLICT(k) DO UPDATE SET c = 'or';
INSERT INTO t(k, a) VALUES(51, 'x') ON CONFLICT(k) DO UPDATE SET c = 'or';
--> error: UNIQUE constraint failed: t.a
SELECT * FROM t;
--> 2, 'x', 'y', 12
--> 3, 'y', NULL, 13
--> 50, 'sub', 50, 'or'

-- case RETURNING of many expressions
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c AS (b || 'c'));
INSERT INTO t(b) VALUES('x'),('y') RETURNING *, rowid, t.c, b AS "as", upper(b), (SELECT max(a) FROM t), 'lit';
--> 1, 'x', 'xc', 1, 'xc', 'x', 'X', 1, 'lit'
--> 2, 'y', 'yc', 2, 'yc', 'y', 'Y', 2, 'lit'
UPDATE t SET b = 'z', a = a + 10 RETURNING a, b, c, old.a;
--> error: no such column: old.a
UPDATE t SET b = 'z', a = a + 10 RETURNING a, b, c;
--> 11, 'z', 'zc'
--> 12, 'z', 'zc'
DELETE FROM t WHERE a = 11 RETURNING a, c, (SELECT count(*) FROM t);
--> 11, 'zc', 1
DELETE FROM t RETURNING nosuch;
--> error: no such column: nosuch
DELETE FROM t RETURNING count(*);
--> error: misuse of aggregate function count()
DELETE FROM t RETURNING sum(a) OVER ();
--> error: misuse of window function sum()
INSERT INTO t(b) VALUES('q') RETURNING a IN (SELECT a FROM t), CASE WHEN a > 1 THEN 'big' END, typeof(a);
--> 1, 'big', 'integer'
REPLACE INTO t(a, b) VALUES(12, 'r') RETURNING *;
--> 12, 'r', 'rc'
INSERT INTO t(a, b) VALUES(12, 's') ON CONFLICT DO UPDATE SET b = 'u' RETURNING *;
--> 12, 'u', 'uc'
INSERT INTO t(a, b) VALUES(12, 's') ON CONFLICT DO NOTHING RETURNING *;
INSERT OR IGNORE INTO t(a, b) VALUES(12, 's'), (30, 't') RETURNING a;
--> 30
WITH q AS (SELECT 5 AS n) UPDATE t SET b = n FROM q WHERE a > 12 RETURNING a, b;
--> 13, 5
--> 30, 5
WITH q AS (SELECT 5 AS n) DELETE FROM t WHERE b IN q RETURNING (SELECT n FROM q), a;
--> 5, 13
--> 5, 30
DELETE FROM t RETURNING a + 1 AS x, * ;
--> 13, 12, 'u', 'uc'
SELECT changes();
--> 1
INSERT INTO t DEFAULT VALUES RETURNING a, b IS NULL;
--> 1, 1
UPDATE t SET b = 1 RETURNING;
--> error: near ";": syntax error
UPDATE t SET b = 1 RETURNING t.*;
--> error: RETURNING may not use "TABLE.*" wildcards
UPDATE t AS z SET b = 1 RETURNING z.b;
--> error: no such column: z.b
UPDATE t AS z SET b = 1 RETURNING t.b;
--> 1

-- case conflicts of every kind, by statement and by constraint
CREATE TABLE n(a PRIMARY KEY, b NOT NULL DEFAULT 'd', c CHECK(c < 10), UNIQUE(c));
INSERT INTO n VALUES(1,'x',1),(2,'y',2),(3,'z',3);
UPDATE OR IGNORE n SET a = 2 WHERE a = 1;
UPDATE OR IGNORE n SET b = NULL WHERE a = 1;
UPDATE OR REPLACE n SET b = NULL WHERE a = 1;
UPDATE OR IGNORE n SET c = 20 WHERE a = 1;
UPDATE OR REPLACE n SET c = 20 WHERE a = 1;
--> error: CHECK constraint failed: c < 10
UPDATE OR REPLACE n SET c = 3 WHERE a = 1;
SELECT * FROM n;
--> 1, 'd', 3
--> 2, 'y', 2
INSERT OR REPLACE INTO n VALUES(1, 'r', 2);
SELECT * FROM n;
--> 1, 'r', 2
INSERT OR FAIL INTO n VALUES(5, 'f', 5), (1, 'f', 6), (6, 'f', 7);
--> error: UNIQUE constraint failed: n.a
SELECT * FROM n;
--> 1, 'r', 2
--> 5, 'f', 5
UPDATE OR FAIL n SET a = a + 4;
--> error: UNIQUE constraint failed: n.a
SELECT * FROM n;
--> 1, 'r', 2
--> 5, 'f', 5
UPDATE OR ABORT n SET a = 100;
--> error: UNIQUE constraint failed: n.a
BEGIN;
INSERT INTO n VALUES(50, 'b', 9);
UPDATE OR ROLLBACK n SET a = 100;
--> error: UNIQUE constraint failed: n.a
COMMIT;
--> error: cannot commit - no transaction is active
SELECT * FROM n;
--> 1, 'r', 2
--> 5, 'f', 5
UPDATE OR REPLACE n SET a = 100;
SELECT * FROM n;
--> 100, 'f', 5
INSERT OR REPLACE INTO n(a) SELECT a FROM n;
INSERT OR IGNORE INTO n SELECT a, b, c + 1 FROM n UNION ALL SELECT 7, NULL, 1 UNION ALL SELECT 8, 'ok', 4;
SELECT * FROM n;
--> 100, 'd', NULL
--> 8, 'ok', 4
CREATE TABLE m(a UNIQUE ON CONFLICT IGNORE, b UNIQUE ON CONFLICT REPLACE, c UNIQUE ON CONFLICT ABORT, d);
INSERT INTO m VALUES(1,1,1,'first'),(2,2,2,'second'),(3,3,3,'third');
INSERT INTO m VALUES(1,2,9,'a ignored');
INSERT INTO m VALUES(9,2,9,'b replaced');
INSERT INTO m VALUES(8,9,1,'c aborts');
--> error: UNIQUE constraint failed: m.c
INSERT INTO m VALUES(8,3,9,'b and c');
--> error: UNIQUE constraint failed: m.c
INSERT INTO m VALUES(1,3,1,'all');
--> error: UNIQUE constraint failed: m.c
UPDATE m SET b = 1 WHERE a = 3;
UPDATE m SET a = 3;
SELECT * FROM m;
--> 3, 1, 3, 'third'
--> 9, 2, 9, 'b replaced'

-- case last_insert_rowid, changes and total_changes
CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE);
CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID;
INSERT INTO t VALUES(10, 'x');
SELECT last_insert_rowid(), changes(), total_changes();
--> 10, 1, 1
INSERT OR IGNORE INTO t VALUES(11, 'x');
SELECT last_insert_rowid(), changes(), total_changes();
--> 10, 0, 1
INSERT INTO w VALUES(5);
SELECT last_insert_rowid(), changes(), total_changes();
--> 10, 1, 2
INSERT OR REPLACE INTO t VALUES(12, 'x');
SELECT last_insert_rowid(), changes(), total_changes();
--> 12, 1, 3
INSERT INTO t VALUES(13, 'x') ON CONFLICT(b) DO UPDATE SET a = 14;
SELECT last_insert_rowid(), changes(), total_changes();
--> 12, 1, 4
INSERT INTO t VALUES(13, 'x') ON CONFLICT DO NOTHING;
SELECT last_insert_rowid(), changes(), total_changes();
--> 12, 0, 4
INSERT INTO t SELECT a + 100, a FROM w;
SELECT last_insert_rowid(), changes(), total_changes();
--> 105, 1, 5
UPDATE t SET a = 500 WHERE b = 'x';
SELECT last_insert_rowid(), changes(), total_changes();
--> 105, 1, 6
INSERT INTO t VALUES(1000, 'y'), (1001, 'x');
--> error: UNIQUE constraint failed: t.b
SELECT last_insert_rowid(), changes(), total_changes();
--> 1000, 0, 6
CREATE TABLE q AS SELECT * FROM t;
SELECT last_insert_rowid(), changes(), total_changes();
--> 1000, 0, 6
DELETE FROM q;
SELECT last_insert_rowid(), changes(), total_changes();
--> 1000, 2, 8
ALTER TABLE t ADD c DEFAULT 1;
CREATE INDEX i ON t(c);
DROP TABLE q;
SELECT last_insert_rowid(), changes(), total_changes();
--> 1000, 2, 8
BEGIN;
INSERT INTO t(b) VALUES('z');
ROLLBACK;
SELECT last_insert_rowid(), changes(), total_changes();
--> 501, 1, 9
ALTER TABLE t DROP c;
--> error: error in index i after drop column: no such column: c
DROP INDEX i;
ALTER TABLE t DROP c;
SELECT last_insert_rowid(), changes(), total_changes();
--> 501, 1, 9
DELETE FROM t WHERE 0;
SELECT changes();
--> 0
UPDATE t SET b = b;
SELECT changes();
--> 2
PRAGMA count_changes = ON;
UPDATE t SET b = b;
--> 2
INSERT INTO t VALUES(1,1);
--> 1
DELETE FROM t WHERE a = 1;
--> 1
PRAGMA count_changes = OFF;

-- case many changes of one row and its index
CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT);
CREATE INDEX i ON t(v);
INSERT INTO t VALUES (1, 'a');
UPDATE t SET v = v || v;
UPDATE t SET v = v || v;
UPDATE t SET v = v || v || hex(zeroblob(3000));
UPDATE t SET v = substr(v, 1, 5) || hex(zeroblob(100));
SELECT length(v), substr(v, 1, 6) FROM t;
--> 205, 'aaaaa0'
SELECT count(*) FROM t INDEXED BY i WHERE v > 'a';
--> 1
UPDATE t SET k = 100;
UPDATE t SET v = NULL;
UPDATE t SET v = x'00';
UPDATE t SET v = 5;
SELECT k, v, typeof(v) FROM t INDEXED BY i WHERE v > '';
--> 100, '5', 'text'
DELETE FROM t;
PRAGMA integrity_check;
--> 'ok'
