-- Generated columns, STRICT and CHECK together with changes of every kind.

-- case triggers, UPSERT, RETURNING and indexes
CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c AS (b*2) STORED, d AS (c+1) UNIQUE, e TEXT AS (d||'e'));
CREATE TABLE l(s);
CREATE TRIGGER r AFTER UPDATE OF c ON t BEGIN INSERT INTO l VALUES(old.e || '->' || new.e); END;
CREATE TRIGGER r2 BEFORE INSERT ON t BEGIN INSERT INTO l VALUES('bi' || coalesce(new.c, 'null') || coalesce(new.e, 'null')); END;
INSERT INTO t(a, b) VALUES(1, 5), (2, 6);
INSERT INTO t(a, b) VALUES(3, 5);
--> error: UNIQUE constraint failed: t.d
INSERT INTO t(a, b) VALUES(3, 5) ON CONFLICT(d) DO UPDATE SET b = excluded.d + excluded.c;
UPDATE t SET b = b + 1;
UPDATE t SET b = 7;
--> error: UNIQUE constraint failed: t.d
SELECT * FROM t;
--> 1, 22, 44, 45, '45e'
--> 2, 7, 14, 15, '15e'
SELECT * FROM l;
--> 'bi1011e'
--> 'bi1213e'
--> 'bi1011e'
SELECT typeof(e), typeof(c) FROM t;
--> 'text', 'integer'
--> 'text', 'integer'
SELECT * FROM t WHERE d BETWEEN 10 AND 20 ORDER BY e DESC;
--> 2, 7, 14, 15, '15e'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE d = 13;
--> 'SEARCH t USING INDEX sqlite_autoindex_t_1 (d=?)'
SELECT count(*), sum(c) FROM t GROUP BY d % 2;
--> 2, 58
DELETE FROM t WHERE e LIKE '1%';
SELECT * FROM t;
--> 1, 22, 44, 45, '45e'
INSERT INTO t(b) VALUES(NULL) RETURNING *;
--> 2, NULL, NULL, NULL, NULL
UPDATE t SET b = 1 WHERE d IS NULL RETURNING c, d, e;
--> 2, 3, '3e'

-- case affinities, virtual and stored
CREATE TABLE t(a, b INTEGER AS (a), c TEXT AS (a), d REAL AS (a), e NUMERIC AS (a), f BLOB AS (a), g AS (typeof(b)||typeof(c)||typeof(d)||typeof(e)||typeof(f)));
INSERT INTO t VALUES('12'), (12), (12.5), ('12.0'), ('x'), (x'3132'), (NULL), (1e20);
SELECT * FROM t;
--> '12', 12, '12', 12.0, 12, '12', 'integertextrealintegertext'
--> 12, 12, '12', 12.0, 12, 12, 'integertextrealintegerinteger'
--> 12.5, 12.5, '12.5', 12.5, 12.5, 12.5, 'realtextrealrealreal'
--> '12.0', 12, '12.0', 12.0, 12, '12.0', 'integertextrealintegertext'
--> 'x', 'x', 'x', 'x', 'x', 'x', 'texttexttexttexttext'
--> x'3132', x'3132', x'3132', x'3132', x'3132', x'3132', 'blobblobblobblobblob'
--> NULL, NULL, NULL, NULL, NULL, NULL, 'nullnullnullnullnull'
--> 1e+20, 1e+20, '1.0e+20', 1e+20, 1e+20, 1e+20, 'realtextrealrealreal'
SELECT g, typeof(b), typeof(c), typeof(d), typeof(e), typeof(f) FROM t;
--> 'integertextrealintegertext', 'integer', 'text', 'real', 'integer', 'text'
--> 'integertextrealintegerinteger', 'integer', 'text', 'real', 'integer', 'integer'
--> 'realtextrealrealreal', 'real', 'text', 'real', 'real', 'real'
--> 'integertextrealintegertext', 'integer', 'text', 'real', 'integer', 'text'
--> 'texttexttexttexttext', 'text', 'text', 'text', 'text', 'text'
--> 'blobblobblobblobblob', 'blob', 'blob', 'blob', 'blob', 'blob'
--> 'nullnullnullnullnull', 'null', 'null', 'null', 'null', 'null'
--> 'realtextrealrealreal', 'real', 'text', 'real', 'real', 'real'
CREATE TABLE s(a, b INTEGER AS (a) STORED, c TEXT AS (a) STORED, d REAL AS (a) STORED, e NUMERIC AS (a) STORED, f BLOB AS (a) STORED);
INSERT INTO s SELECT a FROM t;
SELECT * FROM s;
--> '12', 12, '12', 12.0, 12, '12'
--> 12, 12, '12', 12.0, 12, 12
--> 12.5, 12.5, '12.5', 12.5, 12.5, 12.5
--> '12.0', 12, '12.0', 12.0, 12, '12.0'
--> 'x', 'x', 'x', 'x', 'x', 'x'
--> x'3132', x'3132', x'3132', x'3132', x'3132', x'3132'
--> NULL, NULL, NULL, NULL, NULL, NULL
--> 1e+20, 1e+20, '1.0e+20', 1e+20, 1e+20, 1e+20
SELECT * FROM s JOIN t USING (a) WHERE s.b IS NOT t.b OR s.c IS NOT t.c;

-- case NOT NULL, CHECK and DEFAULT beside them
CREATE TABLE t(a DEFAULT 5, b NOT NULL AS (a) , c CHECK(c < 10) AS (a + 1));
INSERT INTO t DEFAULT VALUES;
INSERT INTO t VALUES(NULL);
--> error: NOT NULL constraint failed: t.b
INSERT OR IGNORE INTO t VALUES(NULL), (2);
INSERT INTO t VALUES(10);
--> error: CHECK constraint failed: c < 10
UPDATE t SET a = NULL;
--> error: NOT NULL constraint failed: t.b
UPDATE OR IGNORE t SET a = CASE a WHEN 2 THEN NULL ELSE 6 END;
SELECT * FROM t;
--> 6, 6, 7
--> 2, 2, 3
CREATE TABLE u(a, b NOT NULL ON CONFLICT REPLACE DEFAULT 3 , c AS (b || '!') NOT NULL);
INSERT INTO u(a) VALUES(1);
INSERT INTO u VALUES(1, NULL);
SELECT * FROM u;
--> 1, 3, '3!'
--> 1, 3, '3!'
CREATE TABLE v(a, b NOT NULL ON CONFLICT REPLACE AS (a));
INSERT INTO v VALUES(NULL);
--> error: NOT NULL constraint failed: v.b
CREATE TABLE w(a, b AS (a) NOT NULL ON CONFLICT IGNORE);
INSERT INTO w VALUES(NULL), (1);
SELECT * FROM w;
--> 1, 1

-- case ALTER TABLE
CREATE TABLE t(a, b AS (a + 1));
INSERT INTO t VALUES(1);
ALTER TABLE t ADD COLUMN c AS (b * 2);
ALTER TABLE t ADD COLUMN d INT NOT NULL DEFAULT 5;
ALTER TABLE t ADD COLUMN e AS (d + c) VIRTUAL;
SELECT * FROM t;
--> 1, 2, 4, 5, 9
ALTER TABLE t RENAME COLUMN b TO bb;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t(a, bb AS (a + 1), c AS (bb * 2), d INT NOT NULL DEFAULT 5, e AS (d + c) VIRTUAL)'
ALTER TABLE t DROP COLUMN bb;
--> error: error in table t after drop column: no such column: bb
ALTER TABLE t DROP COLUMN e;
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t DROP COLUMN bb;
SELECT * FROM t;
--> 1, 5
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t ADD COLUMN f AS (d);
ALTER TABLE t DROP COLUMN f;
ALTER TABLE t ADD COLUMN g GENERATED ALWAYS AS (upper(nosuch));
--> error: error in table t after add column: no such column: nosuch
ALTER TABLE t ADD COLUMN h AS (1) PRIMARY KEY;
--> error: generated columns cannot be part of the PRIMARY KEY
ALTER TABLE t ADD COLUMN i AS (1) UNIQUE;
--> error: Cannot add a UNIQUE column
ALTER TABLE t ADD COLUMN j AS (d) REFERENCES t(d);
SELECT * FROM t;
--> 5, 5

-- case STRICT tables
CREATE TABLE t(a INT, b REAL, c TEXT, d BLOB, e ANY) STRICT;
INSERT INTO t VALUES(1e15, 1, 'x', x'', 1);
INSERT INTO t(a) VALUES(9007199254740993.0);
INSERT INTO t(a) VALUES(1e19);
--> error: cannot store REAL value in INT column t.a
INSERT INTO t(a) VALUES('1e2');
INSERT INTO t(a) VALUES(' 5');
INSERT INTO t(a) VALUES('5 ');
INSERT INTO t(a) VALUES('0x10');
--> error: cannot store TEXT value in INT column t.a
INSERT INTO t(b) VALUES('1e400');
INSERT INTO t(b) VALUES('abc');
--> error: cannot store TEXT value in REAL column t.b
INSERT INTO t(b) VALUES(9223372036854775807);
INSERT INTO t(c) VALUES(1.0), (1e100), (-0.0), (9223372036854775807);
INSERT INTO t(e) VALUES('1'), (1.0), (x'01'), (NULL);
SELECT *, typeof(a), typeof(b), typeof(c), typeof(e) FROM t;
--> 1000000000000000, 1.0, 'x', x'', 1, 'integer', 'real', 'text', 'integer'
--> 9007199254740992, NULL, NULL, NULL, NULL, 'integer', 'null', 'null', 'null'
--> 100, NULL, NULL, NULL, NULL, 'integer', 'null', 'null', 'null'
--> 5, NULL, NULL, NULL, NULL, 'integer', 'null', 'null', 'null'
--> 5, NULL, NULL, NULL, NULL, 'integer', 'null', 'null', 'null'
--> NULL, inf, NULL, NULL, NULL, 'null', 'real', 'null', 'null'
--> NULL, 9.2233720368547758e+18, NULL, NULL, NULL, 'null', 'real', 'null', 'null'
--> NULL, NULL, '1.0', NULL, NULL, 'null', 'null', 'text', 'null'
--> NULL, NULL, '1.0e+100', NULL, NULL, 'null', 'null', 'text', 'null'
--> NULL, NULL, '0.0', NULL, NULL, 'null', 'null', 'text', 'null'
--> NULL, NULL, '9223372036854775807', NULL, NULL, 'null', 'null', 'text', 'null'
--> NULL, NULL, NULL, NULL, '1', 'null', 'null', 'null', 'text'
--> NULL, NULL, NULL, NULL, 1.0, 'null', 'null', 'null', 'real'
--> NULL, NULL, NULL, NULL, x'01', 'null', 'null', 'null', 'blob'
--> NULL, NULL, NULL, NULL, NULL, 'null', 'null', 'null', 'null'
UPDATE t SET a = b WHERE b > 1e18;
--> error: cannot store REAL value in INT column t.a
UPDATE t SET c = x'00';
--> error: cannot store BLOB value in TEXT column t.c
UPDATE t SET d = 'text';
--> error: cannot store TEXT value in BLOB column t.d
INSERT INTO t(a) SELECT c FROM t WHERE c = '1.0';
INSERT INTO t(a) VALUES(1), ('x');
--> error: cannot store TEXT value in INT column t.a
SELECT count(*) FROM t;
--> 16
CREATE TABLE u(a INTEGER PRIMARY KEY, b INT DEFAULT 'x') STRICT;
INSERT INTO u(a) VALUES(1);
--> error: cannot store TEXT value in INT column u.b
INSERT INTO u(a, b) VALUES('2', '3');
SELECT typeof(a), typeof(b) FROM u;
--> 'integer', 'integer'
CREATE TABLE v(a int, b Integer, c real, d text, e blob, f any) strict;
CREATE TABLE w(a INT UNIQUE, b TEXT COLLATE NOCASE PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO w VALUES(1, 2), ('2', 'B');
INSERT INTO w VALUES(3, 'b');
--> error: UNIQUE constraint failed: w.b
SELECT * FROM w;
--> 1, '2'
--> 2, 'B'
CREATE TABLE x(a TEXT AS (b), b INT) STRICT;
INSERT INTO x VALUES(5);
SELECT a, typeof(a) FROM x;
--> '5', 'text'
CREATE TABLE y(a DOUBLE) STRICT;
--> error: unknown datatype for y.a: "DOUBLE"
CREATE TABLE y(a INT8) STRICT;
--> error: unknown datatype for y.a: "INT8"
CREATE TABLE y(a "INT") STRICT;
CREATE TABLE y2(a INTEGER(5)) STRICT;
--> error: unknown datatype for y2.a: "INTEGER(5)"
CREATE TABLE y3(a INT, b NUM) STRICT, WITHOUT ROWID;
--> error: unknown datatype for y3.b: "NUM"
CREATE TABLE y4(a INT PRIMARY KEY, b NUM) STRICT, WITHOUT ROWID;
--> error: unknown datatype for y4.b: "NUM"

-- case CHECK constraints of many kinds
CREATE TABLE t(a INT CHECK(a BETWEEN 1 AND 5), b TEXT CHECK(b LIKE 'x%' OR b IS NULL), c CHECK(c IN (1, 2, 'three')), d CHECK(CASE WHEN d > 5 THEN 0 ELSE 1 END), e CHECK(json_valid(e)), CHECK(a + length(b) < 8), CHECK((a, c) <> (1, 2)));
INSERT INTO t VALUES(1, 'xyz', 1, 5, '{}');
INSERT INTO t VALUES(6, 'xyz', 1, 5, '{}');
--> error: CHECK constraint failed: a BETWEEN 1 AND 5
INSERT INTO t VALUES(1, 'yz', 1, 5, '{}');
--> error: CHECK constraint failed: b LIKE 'x%' OR b IS NULL
INSERT INTO t VALUES(1, 'xyz', '1', 5, '{}');
--> error: CHECK constraint failed: c IN (1, 2, 'three')
INSERT INTO t VALUES(1, 'xyz', 'three', 6, '{}');
--> error: CHECK constraint failed: CASE WHEN d > 5 THEN 0 ELSE 1 END
INSERT INTO t VALUES(1, 'xyz', 'three', 1, '{');
--> error: CHECK constraint failed: json_valid(e)
INSERT INTO t VALUES(5, 'xyz', 'three', 1, NULL);
--> error: CHECK constraint failed: a + length(b) < 8
INSERT INTO t VALUES(1, 'xyz', 2, 1, NULL);
--> error: CHECK constraint failed: (a, c) <> (1, 2)
INSERT INTO t VALUES('3', NULL, NULL, NULL, NULL);
UPDATE t SET a = a + 4 WHERE a = 3;
--> error: CHECK constraint failed: a BETWEEN 1 AND 5
UPDATE t SET b = 'xlong' || b WHERE a = 1;
--> error: CHECK constraint failed: a + length(b) < 8
SELECT * FROM t;
--> 1, 'xyz', 1, 5, '{}'
--> 3, NULL, NULL, NULL, NULL
CREATE TABLE u(a CHECK(typeof(a) = 'integer'), b TEXT CHECK(typeof(b) = 'text'), c CHECK(length(c) <= 3), d CHECK(d = 'x'));
INSERT INTO u VALUES(1, 2, 'abc', NULL);
INSERT INTO u VALUES(1.0, 2, 'abc', 'x');
--> error: CHECK constraint failed: typeof(a) = 'integer'
INSERT INTO u VALUES('1', 2, 'abc', 'x');
--> error: CHECK constraint failed: typeof(a) = 'integer'
CREATE TABLE v(a CHECK(a > (1)), CHECK("a" < 10), CHECK([a] <> 5), CHECK(`a` <> 6), CHECK(v.a <> 7), CHECK('a' = 'a'));
INSERT INTO v VALUES(5);
--> error: CHECK constraint failed: a
INSERT INTO v VALUES(6);
--> error: CHECK constraint failed: a
INSERT INTO v VALUES(7);
--> error: CHECK constraint failed: v.a <> 7
INSERT INTO v VALUES(8);
CREATE TABLE w(a CHECK(main.w.a > 1));
CREATE TABLE x(a CHECK(a > 0) CHECK(a < 10) NOT NULL, b DEFAULT -1 CHECK(b > 0));
INSERT INTO x(a) VALUES(5);
--> error: CHECK constraint failed: b > 0
INSERT INTO x VALUES(NULL, 1);
--> error: NOT NULL constraint failed: x.a
INSERT INTO x VALUES(11, 0);
--> error: CHECK constraint failed: a < 10
CREATE TABLE y(a, b, CHECK(a IS NOT NULL OR b IS NOT NULL), CHECK(a NOT NULL AND b ISNULL OR b NOTNULL));
INSERT INTO y VALUES(NULL, NULL);
--> error: CHECK constraint failed: a IS NOT NULL OR b IS NOT NULL
INSERT INTO y VALUES(1, NULL);
INSERT INTO y VALUES(NULL, 1);
SELECT count(*) FROM y;
--> 2
CREATE TABLE z(a CHECK(abs(a) > 5 AND a NOT IN (7, 8)), b CHECK(b GLOB '[a-c]*') COLLATE NOCASE, c COLLATE NOCASE CHECK(c = 'X'));
INSERT INTO z VALUES(-6, 'abc', 'x');
INSERT INTO z VALUES(7, 'abc', 'x');
--> error: CHECK constraint failed: abs(a) > 5 AND a NOT IN (7, 8)
INSERT INTO z VALUES(9, 'Abc', 'x');
--> error: CHECK constraint failed: b GLOB '[a-c]*'
INSERT INTO z VALUES(9, 'abc', 'y');
--> error: CHECK constraint failed: c = 'X'
PRAGMA integrity_check;
--> 'ok'
