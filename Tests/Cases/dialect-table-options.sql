-- CREATE TABLE: AUTOINCREMENT, rowids, WITHOUT ROWID, STRICT and generated columns.

-- case AUTOINCREMENT
CREATE TABLE n(k INTEGER PRIMARY KEY AUTOINCREMENT, b UNIQUE);
SELECT name FROM sqlite_schema;
--> 'n'
--> 'sqlite_autoindex_n_1'
--> 'sqlite_sequence'
INSERT INTO n(b) VALUES ('x'), ('y');
INSERT INTO n VALUES (-5, 'z'), (0, 'w');
DELETE FROM n WHERE k > 0;
SELECT * FROM sqlite_sequence;
--> 'n', 2
INSERT INTO n(b) VALUES ('q');
UPDATE n SET k = 500 WHERE b = 'q';
INSERT INTO n(b) VALUES ('r');
SELECT * FROM n;
--> -5, 'z'
--> 0, 'w'
--> 500, 'q'
--> 501, 'r'
INSERT OR IGNORE INTO n(b) VALUES ('r');
INSERT INTO n(b) VALUES ('s');
REPLACE INTO n(b) VALUES ('s');
SELECT k, b FROM n WHERE b IN ('r', 's');
--> 501, 'r'
--> 504, 's'
UPDATE sqlite_sequence SET seq = 1000;
INSERT INTO n(b) VALUES ('t');
DELETE FROM sqlite_sequence;
INSERT INTO n(b) VALUES ('u');
UPDATE sqlite_sequence SET seq = 'text';
INSERT INTO n(b) VALUES ('v');
UPDATE sqlite_sequence SET seq = NULL;
INSERT INTO n(b) VALUES ('w2');
INSERT INTO sqlite_sequence VALUES ('n', 3000);
SELECT max(k) FROM n;
--> 1004
SELECT * FROM sqlite_sequence;
--> 'n', 1004
--> 'n', 3000
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES ('n', 4000);
INSERT INTO n(b) VALUES ('x2');
SELECT * FROM sqlite_sequence;
--> 'n', 4001
BEGIN;
INSERT INTO n(b) VALUES ('y2');
ROLLBACK;
SELECT seq FROM sqlite_sequence;
--> 4001
CREATE TEMP TABLE m(k INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO m VALUES (3), (NULL);
SELECT * FROM temp.sqlite_sequence;
--> 'm', 4
CREATE TABLE o(z, k INTEGER, PRIMARY KEY (k AUTOINCREMENT));
CREATE TABLE p(z, k INTEGER, PRIMARY KEY (k ASC) AUTOINCREMENT);
--> error: near "AUTOINCREMENT": syntax error
INSERT INTO o(z) VALUES (1);
DROP TABLE n;
SELECT * FROM sqlite_sequence;
--> 'm', 4
DROP TABLE sqlite_sequence;
--> error: table sqlite_sequence may not be dropped
ALTER TABLE sqlite_sequence ADD z;
--> error: table sqlite_sequence may not be altered
CREATE INDEX i ON sqlite_sequence(name);
--> error: table sqlite_sequence may not be indexed
CREATE TABLE x(k INT PRIMARY KEY AUTOINCREMENT);
--> error: AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY
CREATE TABLE x(k INTEGER PRIMARY KEY DESC AUTOINCREMENT);
--> error: AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY
CREATE TABLE x(k INTEGER, z, PRIMARY KEY (k, z) AUTOINCREMENT);
--> error: near "AUTOINCREMENT": syntax error
CREATE TABLE x(k INTEGER AUTOINCREMENT PRIMARY KEY);
--> error: near "AUTOINCREMENT": syntax error
CREATE TABLE x(k INTEGER PRIMARY KEY AUTOINCREMENT) WITHOUT ROWID;
--> error: AUTOINCREMENT not allowed on WITHOUT ROWID tables
CREATE TABLE y(k INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;
INSERT INTO y VALUES (9223372036854775807);
INSERT INTO y VALUES (NULL);
--> error: database or disk is full
DELETE FROM y;
INSERT INTO y VALUES (NULL);
--> error: database or disk is full
SELECT * FROM sqlite_sequence ORDER BY name;
--> 'm', 4

-- case rowids and their names
CREATE TABLE n(rowid TEXT, b);
CREATE TABLE m(oid INTEGER PRIMARY KEY, _rowid_, rowid);
INSERT INTO n VALUES ('mine', 1);
INSERT INTO n(oid, rowid) VALUES (10, 'ten');
INSERT INTO m VALUES (5, 'u', 'r');
SELECT rowid, oid, _rowid_, n.OID FROM n;
--> 'mine', 1, 1, 1
--> 'ten', 10, 10, 10
SELECT rowid, oid, _rowid_ FROM m;
--> 'r', 5, 'u'
UPDATE n SET _rowid_ = 20, rowid = 'twenty' WHERE oid = 10;
SELECT oid, * FROM n ORDER BY _rowid_ DESC;
--> 20, 'twenty', NULL
--> 1, 'mine', 1
CREATE TABLE o(k INTEGER PRIMARY KEY);
INSERT INTO o VALUES (-10);
INSERT INTO o VALUES (NULL);
INSERT INTO o VALUES (5);
DELETE FROM o WHERE k = 5;
INSERT INTO o DEFAULT VALUES;
SELECT group_concat(k) FROM o;
--> '-10,-9,-8'
INSERT INTO o VALUES (9223372036854775807);
INSERT INTO o VALUES (NULL), (NULL), (NULL);
SELECT count(*), count(DISTINCT k), sum(k > 0 AND k < 9223372036854775807) FROM o;
--> 7, 7, 3
INSERT INTO o VALUES ('12'), (13.0), ('14.0'), (' 15 ');
SELECT k, typeof(k) FROM o WHERE k BETWEEN 12 AND 15;
--> 12, 'integer'
--> 13, 'integer'
--> 14, 'integer'
--> 15, 'integer'
INSERT INTO o VALUES (16.5);
--> error: datatype mismatch
INSERT INTO o VALUES ('17x');
--> error: datatype mismatch
INSERT INTO o VALUES (1e30);
--> error: datatype mismatch
INSERT INTO o VALUES ('');
--> error: datatype mismatch
INSERT OR IGNORE INTO o VALUES ('x');
--> error: datatype mismatch
SELECT k FROM o WHERE k = '12' OR k = 13.0 OR k = 'x';
--> 12
--> 13

-- case WITHOUT ROWID
-- holds create-table: a column twice in the key counts once
CREATE TABLE n(a, b TEXT, c INT DEFAULT 7, d UNIQUE, PRIMARY KEY (b DESC, a), CHECK (c > 0)) WITHOUT ROWID;
INSERT INTO n(a, b, d) VALUES (1, 'x', 'p'), (2, 'x', 'q'), (1, 'y', 'r'), ('1', 'y', 's'), (x'31', 'y', NULL);
SELECT * FROM n;
--> 1, 'y', 7, 'r'
--> '1', 'y', 7, 's'
--> x'31', 'y', 7, NULL
--> 1, 'x', 7, 'p'
--> 2, 'x', 7, 'q'
SELECT a, b FROM n WHERE b = 'y' AND a > 0;
--> 1, 'y'
--> '1', 'y'
--> x'31', 'y'
SELECT b, a FROM n WHERE d > 'p' ORDER BY d DESC;
--> 'y', '1'
--> 'y', 1
--> 'x', 2
INSERT INTO n(a, b) VALUES (1, 'x');
--> error: UNIQUE constraint failed: n.b, n.a
INSERT INTO n(a, b) VALUES (NULL, 'x');
--> error: NOT NULL constraint failed: n.a
INSERT INTO n(a) VALUES (1);
--> error: NOT NULL constraint failed: n.b
INSERT INTO n(a, b, d) VALUES (9, 'z', 'q');
--> error: UNIQUE constraint failed: n.d
INSERT OR IGNORE INTO n(a, b, d) VALUES (9, 'z', 'q'), (1, 'x', 'new'), (NULL, 'n', 1), (8, 'z', 'new');
INSERT OR REPLACE INTO n VALUES (1, 'x', 8, 'q');
INSERT INTO n(a, b, d) VALUES (8, 'z', 'other') ON CONFLICT (a, b) DO UPDATE SET d = excluded.d, c = c + 1;
UPDATE n SET a = a + 10 WHERE b = 'x';
UPDATE n SET b = 'y' WHERE a = 8;
UPDATE n SET a = 1, b = 'y';
--> error: UNIQUE constraint failed: n.b, n.a
DELETE FROM n WHERE typeof(a) = 'blob';
SELECT * FROM n;
--> 1, 'y', 7, 'r'
--> 8, 'y', 8, 'other'
--> '1', 'y', 7, 's'
--> 11, 'x', 8, 'q'
SELECT last_insert_rowid(), changes();
--> 0, 1
SELECT rowid FROM n;
--> error: no such column: rowid
SELECT _rowid_ FROM n;
--> error: no such column: _rowid_
CREATE TABLE o(rowid PRIMARY KEY) WITHOUT ROWID;
INSERT INTO o VALUES ('r');
SELECT rowid FROM o;
--> 'r'
SELECT oid FROM o;
--> error: no such column: oid
CREATE TABLE p(k INTEGER PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO p VALUES ('x', 1), (2, 2), ('3', 3), (2.5, 4), (x'00', 5);
INSERT INTO p(v) VALUES (1);
--> error: NOT NULL constraint failed: p.k
SELECT k, typeof(k) FROM p;
--> 2, 'integer'
--> 2.5, 'real'
--> 3, 'integer'
--> 'x', 'text'
--> x'00', 'blob'
CREATE TABLE q(a, b, PRIMARY KEY (a, b, a, b COLLATE NOCASE)) WITHOUT ROWID;
SELECT seqno, name, coll, key FROM pragma_index_xinfo('sqlite_autoindex_q_1');
--> 0, 'a', 'BINARY', 1
--> 1, 'b', 'BINARY', 1
--> 2, 'b', 'NOCASE', 1
INSERT INTO q VALUES (1, 'x'), (1, 'X');
SELECT * FROM q WHERE a = 1;
--> 1, 'X'
--> 1, 'x'
CREATE TABLE r(a PRIMARY KEY, b) without rowid;
CREATE UNIQUE INDEX i ON r(b) WHERE b > 0;
CREATE INDEX j ON r(b + 1, a);
INSERT INTO r VALUES ('x', 0), ('y', 0), ('z', 1);
INSERT INTO r VALUES ('w', 1);
--> error: UNIQUE constraint failed: r.b
SELECT a FROM r INDEXED BY j WHERE b + 1 = 1;
--> 'x'
--> 'y'
SELECT type, wr FROM pragma_table_list('r');
--> 'table', 1
CREATE TABLE x(a) WITHOUT ROWID;
--> error: PRIMARY KEY missing on table x
CREATE TABLE x(a UNIQUE NOT NULL) WITHOUT ROWID;
--> error: PRIMARY KEY missing on table x
CREATE TABLE x(a PRIMARY KEY) WITHOUT ROWID WITHOUT ROWID;
--> error: near "WITHOUT": syntax error
SELECT name FROM sqlite_schema WHERE type = 'index';
--> 'sqlite_autoindex_n_1'
--> 'i'
--> 'j'

-- case STRICT
CREATE TABLE n(i INT, j INTEGER, r REAL, t TEXT, b BLOB, a ANY, k "TEXT", l [integer]) STRICT;
INSERT INTO n VALUES (1, 2, 3.5, 'x', x'01', 'any', 'k', 5);
INSERT INTO n VALUES ('12', 3.0, '5', 7, NULL, 1.0, 1.5, '8');
INSERT INTO n VALUES ('0012', ' 9 ', 4, 1e3, x'', x'', '', -0.0);
INSERT INTO n VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
SELECT i, j, r, t, quote(b), quote(a), k, l FROM n;
--> 1, 2, 3.5, 'x', 'X''01''', '''any''', 'k', 5
--> 12, 3, 5.0, '7', 'NULL', '1.0', '1.5', 8
--> 12, 9, 4.0, '1000.0', 'X''''', 'X''''', '', 0
--> NULL, NULL, NULL, NULL, 'NULL', 'NULL', NULL, NULL
SELECT typeof(i), typeof(j), typeof(r), typeof(t), typeof(a), typeof(k), typeof(l) FROM n;
--> 'integer', 'integer', 'real', 'text', 'text', 'text', 'integer'
--> 'integer', 'integer', 'real', 'text', 'real', 'text', 'integer'
--> 'integer', 'integer', 'real', 'text', 'blob', 'text', 'integer'
--> 'null', 'null', 'null', 'null', 'null', 'null', 'null'
INSERT INTO n(i) VALUES ('x');
--> error: cannot store TEXT value in INT column n.i
INSERT INTO n(i) VALUES (1.5);
--> error: cannot store REAL value in INT column n.i
INSERT INTO n(i) VALUES (x'31');
--> error: cannot store BLOB value in INT column n.i
INSERT INTO n(j) VALUES ('1.5');
--> error: cannot store REAL value in INTEGER column n.j
INSERT INTO n(j) VALUES (9223372036854775808.0);
--> error: cannot store REAL value in INTEGER column n.j
INSERT INTO n(r) VALUES ('');
--> error: cannot store TEXT value in REAL column n.r
INSERT INTO n(r) VALUES (x'00');
--> error: cannot store BLOB value in REAL column n.r
INSERT INTO n(t) VALUES (x'78');
--> error: cannot store BLOB value in TEXT column n.t
INSERT INTO n(b) VALUES ('78');
--> error: cannot store TEXT value in BLOB column n.b
INSERT INTO n(b) VALUES (5);
--> error: cannot store INT value in BLOB column n.b
INSERT INTO n(l) VALUES ('five');
--> error: cannot store TEXT value in INTEGER column n.l
UPDATE n SET r = 'x' WHERE i = 1;
--> error: cannot store TEXT value in REAL column n.r
UPDATE n SET r = '7' WHERE i = 1;
INSERT OR IGNORE INTO n(i) VALUES ('x');
--> error: cannot store TEXT value in INT column n.i
INSERT OR REPLACE INTO n(i) VALUES ('x');
--> error: cannot store TEXT value in INT column n.i
SELECT r, typeof(r) FROM n WHERE i = 1;
--> 7.0, 'real'
CREATE TABLE o(a ANY PRIMARY KEY, b INT UNIQUE DEFAULT 'zero') STRICT, WITHOUT ROWID;
INSERT INTO o(a) VALUES ('007');
--> error: cannot store TEXT value in INT column o.b
INSERT INTO o VALUES ('007', 1), (7, 2), (7.5, '3'), (x'07', NULL);
INSERT INTO o VALUES (NULL, 5);
--> error: NOT NULL constraint failed: o.a
INSERT INTO o VALUES (7.0, 6);
--> error: UNIQUE constraint failed: o.a
CREATE TABLE p(a INTEGER PRIMARY KEY, b ANY COLLATE NOCASE) strict;
INSERT INTO p VALUES ('5', 'x'), (NULL, 1);
INSERT INTO p VALUES ('x', 1);
--> error: datatype mismatch
SELECT rowid, a, b FROM p WHERE b = 'X';
--> 5, 5, 'x'
CREATE TABLE q(a INT PRIMARY KEY) STRICT;
INSERT INTO q VALUES (8);
INSERT INTO q VALUES (NULL);
--> error: NOT NULL constraint failed: q.a
SELECT rowid, a FROM q;
--> 1, 8
CREATE TABLE s(a TEXT, b INT AS (length(a)), c TEXT AS (a || 1) STORED, d INT AS (a)) STRICT;
INSERT INTO s(a) VALUES ('12');
INSERT INTO s(a) VALUES ('xy');
--> error: cannot store TEXT value in INT column s.d
SELECT * FROM s;
--> '12', 2, '121', 12
CREATE TABLE x(a) STRICT;
--> error: missing datatype for x.a
CREATE TABLE x(a VARCHAR(3)) STRICT;
--> error: unknown datatype for x.a: "VARCHAR(3)"
CREATE TABLE x(a INT(4)) STRICT;
--> error: unknown datatype for x.a: "INT(4)"
CREATE TABLE x(a NUMERIC, b) STRICT;
--> error: unknown datatype for x.a: "NUMERIC"
CREATE TABLE x(a INT, b AS (a)) STRICT;
--> error: missing datatype for x.b
SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' ORDER BY name;
--> 'n', 0, 1
--> 'o', 1, 1
--> 'p', 0, 1
--> 'q', 0, 1
--> 's', 0, 1
CREATE TABLE y AS SELECT * FROM n;
SELECT name, type FROM pragma_table_info('y');
--> 'i', 'INT'
--> 'j', 'INT'
--> 'r', 'REAL'
--> 't', 'TEXT'
--> 'b', ''
--> 'a', ''
--> 'k', 'TEXT'
--> 'l', 'INT'

-- case generated columns: values, order, affinity
-- holds create-table: columns in any order, generated ones of generated ones
CREATE TABLE n(c AS (b + 1), b INT AS (a + 1) STORED, a, d GENERATED ALWAYS AS (c || '/' || b) VIRTUAL, e TEXT COLLATE NOCASE AS (d), "f g" REAL GENERATED ALWAYS AS (a) STORED);
INSERT INTO n VALUES (1);
INSERT INTO n(a) VALUES ('2'), (NULL), (1.5);
SELECT * FROM n;
--> 3, 2, 1, '3/2', '3/2', 1.0
--> 4, 3, '2', '4/3', '4/3', 2.0
--> NULL, NULL, NULL, NULL, NULL, NULL
--> 3.5, 2.5, 1.5, '3.5/2.5', '3.5/2.5', 1.5
SELECT typeof(b), typeof(c), typeof(e), typeof("f g") FROM n;
--> 'integer', 'integer', 'text', 'real'
--> 'integer', 'integer', 'text', 'real'
--> 'null', 'null', 'null', 'null'
--> 'real', 'real', 'text', 'real'
UPDATE n SET a = a * 10;
SELECT c, b, a, e FROM n WHERE d = '12/11' OR b = 21;
--> 12, 11, 10, '12/11'
--> 22, 21, 20, '22/21'
SELECT name, type, hidden FROM pragma_table_xinfo('n');
--> 'c', '', 2
--> 'b', 'INT', 3
--> 'a', '', 0
--> 'd', '', 2
--> 'e', 'TEXT', 2
--> 'f g', 'REAL', 3
SELECT name, cid FROM pragma_table_info('n');
--> 'a', 0
INSERT INTO n(a, c) VALUES (1, 2);
--> error: cannot INSERT into generated column "c"
INSERT INTO n VALUES (1, 2);
--> error: table n has 1 columns but 2 values were supplied
INSERT INTO n(b) SELECT 1;
--> error: cannot INSERT into generated column "b"
UPDATE n SET d = 1;
--> error: cannot UPDATE generated column "d"
UPDATE n SET (a, "f g") = (1, 2);
--> error: cannot UPDATE generated column "f g"
CREATE TABLE m(k INTEGER PRIMARY KEY, j, v AS (j ->> '$.v') UNIQUE NOT NULL CHECK (v <> 'no'), w AS (k * 10) STORED REFERENCES m, UNIQUE (w, v));
INSERT INTO m(j) VALUES ('{"v":"a"}'), ('{"v":2}');
INSERT INTO m(j) VALUES ('{"v":"a"}');
--> error: UNIQUE constraint failed: m.v
INSERT INTO m(j) VALUES ('{"w":"a"}');
--> error: NOT NULL constraint failed: m.v
INSERT INTO m(j) VALUES ('{"v":"no"}');
--> error: CHECK constraint failed: v <> 'no'
INSERT OR IGNORE INTO m(j) VALUES ('{"v":"a"}'), ('{}'), ('{"v":"no"}'), ('{"v":"b"}');
INSERT OR REPLACE INTO m(j) VALUES ('{"v":2}');
CREATE INDEX i ON m(v, w);
SELECT k, v, w FROM m INDEXED BY i WHERE v >= 'a';
--> 1, 'a', 10
--> 3, 'b', 30
UPDATE m SET j = json_set(j, '$.v', 'c') WHERE k = 1;
SELECT k, v, w FROM m INDEXED BY i WHERE v >= 'a';
--> 3, 'b', 30
--> 1, 'c', 10
CREATE TABLE o(a, b AS (upper(a)), PRIMARY KEY (a)) WITHOUT ROWID;
CREATE UNIQUE INDEX p ON o(b);
INSERT INTO o VALUES ('x');
INSERT INTO o VALUES ('X');
--> error: UNIQUE constraint failed: o.b
SELECT * FROM o WHERE b = 'X';
--> 'x', 'X'
PRAGMA foreign_keys = ON;
INSERT INTO m(k, j) VALUES (77, '{"v":"z"}');
--> error: FOREIGN KEY constraint failed

-- case generated columns that are refused
CREATE TABLE x(a AS (1));
--> error: must have at least one non-generated column
CREATE TABLE x(a AS (b), b AS (a));
--> error: must have at least one non-generated column
CREATE TABLE x(a, b DEFAULT 5 AS (a));
--> error: error in generated column "b"
CREATE TABLE x(a, b AS (a) DEFAULT 5);
--> error: cannot use DEFAULT on a generated column
CREATE TABLE x(a, b AS (a) PRIMARY KEY);
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE x(a, b AS (a), PRIMARY KEY (a, b));
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE x(a, b AS (a), PRIMARY KEY (b)) WITHOUT ROWID;
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE x(a, b AS ((SELECT 1)));
--> error: subqueries prohibited in generated columns
CREATE TABLE x(a, b AS (random()));
--> error: non-deterministic functions prohibited in generated columns
CREATE TABLE x(a, b AS (count(a)));
--> error: misuse of aggregate function count()
CREATE TABLE x(a, b AS (sum(a) OVER ()));
--> error: misuse of window function sum()
CREATE TABLE x(a, b AS (?));
--> error: parameters prohibited in generated columns
CREATE TABLE x(a, b AS (a) KEPT);
--> error: error in generated column "b"
CREATE TABLE x(a, b AS a);
--> error: near "a": syntax error
CREATE TABLE x(a, b AS (nosuch));
--> error: no such column: nosuch
CREATE TABLE x(a, b AS (nosuch(a)));
--> error: no such function: nosuch
CREATE TABLE y(a, b AS (x.a));
--> error: no such column: x.a
CREATE TABLE y(a, b AS (y.a));
--> error: the "." operator prohibited in generated columns
CREATE TABLE y(a, b AS ("a" + [a]));
INSERT INTO y VALUES (2);
SELECT * FROM y;
--> 2, 4
CREATE TABLE z(a, b AS (c), c AS (d), d AS (b));
--> error: generated column loop on "d"
INSERT INTO z VALUES (1);
--> error: no such table: z

-- case WITHOUT ROWID: changes, indexes, no rowid
CREATE TABLE t(a INT, b TEXT, c REAL, d, PRIMARY KEY(c, b)) WITHOUT ROWID;
INSERT INTO t VALUES (1,'x',1,NULL),(2,'y',0.5,'z'),(3,'a',1,x'00');
CREATE INDEX i ON t(a DESC);
CREATE UNIQUE INDEX u ON t(d) WHERE d IS NOT NULL;
SELECT c, b FROM t;
--> 1.0, 'a'
--> 0.5, 'y'
--> 1.0, 'x'
SELECT a FROM t ORDER BY a DESC;
--> 3
--> 2
--> 1
REPLACE INTO t VALUES(9,'x',1.0,'z');
SELECT * FROM t;
--> 3, 'a', 1.0, x'00'
--> 9, 'x', 1.0, 'z'
INSERT INTO t(b, c) VALUES('n', 3) RETURNING *;
--> NULL, 'n', 3.0, NULL
UPDATE t SET c = c + 1 RETURNING c, b;
--> 2.0, 'a'
--> 2.0, 'x'
--> 4.0, 'n'
DELETE FROM t WHERE a IS NULL RETURNING b;
--> 'n'
SELECT max(c), min(b) FROM t;
--> 2.0, 'a'
SELECT t.rowid FROM t;
--> error: no such column: t.rowid
UPDATE t SET rowid = 1;
--> error: no such column: rowid
INSERT INTO t(rowid, a) VALUES(1,1);
--> error: table t has no column named rowid
CREATE INDEX j ON t(rowid);
--> error: no such column: rowid
CREATE TABLE t2(a PRIMARY KEY, b, a2 UNIQUE) WITHOUT ROWID;
INSERT INTO t2 VALUES('a', 1, 1), ('b', 2, 2);
UPDATE t2 SET a2 = 3 - a2;
--> error: UNIQUE constraint failed: t2.a2
UPDATE t2 SET a = 'c' WHERE a2 > 0;
--> error: UNIQUE constraint failed: t2.a
INSERT INTO t2 SELECT a || 'x', b, a2 + 10 FROM t2;
SELECT * FROM t2;
--> 'a', 1, 1
--> 'ax', 1, 11
--> 'b', 2, 2
--> 'bx', 2, 12
SELECT typeof(a) FROM t2 WHERE a = 'ax' AND b = 1;
--> 'text'

-- case AUTOINCREMENT: other writers of sqlite_sequence
CREATE TABLE t(a INTEGER PRIMARY KEY AUTOINCREMENT, b);
INSERT INTO t VALUES(-1, 'neg');
SELECT * FROM sqlite_sequence;
--> 't', 0
INSERT INTO t VALUES(5, 'five') ON CONFLICT DO NOTHING;
INSERT INTO t VALUES(5, 'five') ON CONFLICT(a) DO UPDATE SET a = 20;
SELECT * FROM sqlite_sequence;
--> 't', 5
INSERT INTO t(b) VALUES('after');
DELETE FROM sqlite_sequence WHERE name = 't';
INSERT INTO t(b) SELECT b FROM t;
CREATE TABLE s AS SELECT * FROM sqlite_sequence;
ALTER TABLE t RENAME TO tt;
CREATE TABLE T2(a INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO T2 DEFAULT VALUES;
INSERT INTO t2 DEFAULT VALUES;
UPDATE sqlite_sequence SET name = 'other' WHERE name = 'T2';
INSERT INTO t2 DEFAULT VALUES;
DROP TABLE t2;
INSERT INTO tt VALUES(9223372036854775806, 'big');
INSERT INTO tt(b) VALUES('last');
INSERT INTO tt(b) VALUES('over');
--> error: database or disk is full
SELECT seq FROM sqlite_sequence WHERE name = 'tt';
--> 9223372036854775807

-- case AUTOINCREMENT and triggers
CREATE TABLE a(id INTEGER PRIMARY KEY AUTOINCREMENT, v);
CREATE TABLE b(id INTEGER PRIMARY KEY AUTOINCREMENT, aid);
CREATE TRIGGER r AFTER INSERT ON a BEGIN INSERT INTO b(aid) VALUES(new.id); INSERT INTO b(aid) VALUES(last_insert_rowid()); END;
INSERT INTO a(v) VALUES('x'), ('y');
SELECT * FROM b;
--> 1, 1
--> 2, 1
--> 3, 2
--> 4, 3
SELECT last_insert_rowid();
--> 2
SELECT * FROM sqlite_sequence ORDER BY name;
--> 'a', 2
--> 'b', 4
INSERT INTO a(v) SELECT v FROM a RETURNING id;
--> 3
--> 4
SELECT * FROM sqlite_sequence ORDER BY name;
--> 'a', 4
--> 'b', 8
DELETE FROM a;
DELETE FROM b;
INSERT OR IGNORE INTO a VALUES(3, 'three');
INSERT INTO a(v) VALUES('z');
SELECT * FROM a;
--> 3, 'three'
--> 5, 'z'

-- case rowids at both ends
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t VALUES (9223372036854775807, 'max'), (-9223372036854775808, 'min'), (0, 'zero');
SELECT * FROM t WHERE a > 9223372036854775806;
--> 9223372036854775807, 'max'
SELECT * FROM t WHERE a < -9223372036854775807;
--> -9223372036854775808, 'min'
SELECT * FROM t WHERE a >= 9223372036854775808;
SELECT * FROM t WHERE a = 9223372036854775807.0;
SELECT * FROM t WHERE a = '9223372036854775807';
--> 9223372036854775807, 'max'
SELECT * FROM t WHERE a < 1e19 AND a > -1e19 ORDER BY a;
--> -9223372036854775808, 'min'
--> 0, 'zero'
--> 9223372036854775807, 'max'
SELECT a + 1 FROM t ORDER BY 1;
--> -9223372036854775807
--> 1
--> 9.2233720368547758e+18
SELECT sum(a) FROM t;
--> -1
SELECT total(a), avg(a) FROM t;
--> -1.0, -0.33333333333333331
UPDATE t SET a = a + 1 WHERE b = 'max';
--> error: datatype mismatch
UPDATE t SET a = a - 1 WHERE b = 'min';
--> error: datatype mismatch
UPDATE t SET a = -a WHERE b = 'max';
SELECT * FROM t;
--> -9223372036854775808, 'min'
--> -9223372036854775807, 'max'
--> 0, 'zero'
INSERT INTO t(b) VALUES ('next');
SELECT * FROM t WHERE b = 'next';
--> 1, 'next'
