-- Where the sign of a zero stays, and where it is lost.

-- case in texts and quotes it is lost
SELECT quote(-0.0), -0.0 || '', printf('%f', -0.0), printf('%!g', -0.0), json_array(-0.0), printf('%+.1f', -0.0), CAST(-0.0 AS TEXT), group_concat(x) FROM (SELECT -0.0 AS x);
--> '0.0', '0.0', '0.000000', '0.0', '[0.0]', '+0.0', '0.0', '0.0'

-- case literals, signs, arithmetic
SELECT -0.0, -(-0.0), -(0.0), - -0.0, 0 - 0.0, 0 - (-0.0), -0.0 + -0.0, -1e-200 * 1e-200, 5 * -0.0, -0.0 * 5;
--> -0.0, 0.0, -0.0, 0.0, 0.0, 0.0, -0.0, -0.0, -0.0, -0.0
SELECT -x, +x, x * -1, x * 1, 0 - x, x + 0, x - 0, x + x, x / 2, x = 0, x IS 0.0 FROM (SELECT -0.0 AS x);
--> 0.0, -0.0, 0.0, -0.0, 0.0, 0.0, -0.0, -0.0, -0.0, 1, 1
SELECT x * -5, -5 * x, x / -5, -x FROM (SELECT 0.0 AS x);
--> -0.0, -0.0, -0.0, 0.0
SELECT 0.0 * -5, 0.0 * -1, 0.0 / -5;
--> -0.0, -0.0, -0.0

-- case both zeros as constants of one statement
SELECT 1, 1.0, '1', 1 / 2, 1.0 / 2, x'31', TRUE;
--> 1, 1.0, '1', 0, 0.5, x'31', 1

-- case columns
CREATE TABLE n(a REAL, b, c INT, d TEXT);
INSERT INTO n VALUES (-0.0, -0.0, -0.0, -0.0);
SELECT a, b, c, d, -a, -b, quote(a), max(a, 0), min(a, 0), a || '' FROM n;
--> 0.0, -0.0, 0, '0.0', 0.0, 0.0, '0.0', 0.0, 0, '0.0'
SELECT sum(b), avg(b), total(b), min(b), max(b) FROM n;
--> 0.0, 0.0, 0.0, -0.0, -0.0
SELECT DISTINCT b FROM (SELECT b FROM n UNION ALL SELECT 0.0 UNION ALL SELECT 0);
--> -0.0

-- case functions
SELECT ceil(-0.5), floor(-0.0), trunc(-0.5), sign(-0.0), sqrt(-0.0), sin(-0.0), mod(-4.0, 2), round(-0.0), round(-0.4), coalesce(-0.0, 1), iif(1, -0.0, 0), nullif(-0.0, 1);
--> -0.0, -0.0, -0.0, 0, -0.0, -0.0, -0.0, 0.0, 0.0, -0.0, -0.0, -0.0

-- case casts
SELECT CAST('-0.0' AS REAL), CAST('-0' AS REAL), CAST(-0.0 AS INTEGER), CAST('-0.0' AS NUMERIC), '-0.0' + 0, -'0.0', '[-0.0]' ->> 0;
--> -0.0, -0.0, 0, 0, 0.0, 0.0, -0.0

-- case printf of what rounds to it
SELECT printf('%.1f|%!.1f|%+.1f|% .1f|%.0f|%.2e|%g', -1e-5, -1e-5, -1e-5, -1e-5, -0.4, -1e-5, -0.0);
--> '-0.0|-0.0|-0.0|-0.0|-0|-1.00e-05|0'

-- case a column of REAL loses it before anything reads the new row
CREATE TABLE t(a, c REAL, n NUMERIC);
CREATE TABLE l(x, y);
CREATE TRIGGER r1 BEFORE INSERT ON t BEGIN INSERT INTO l VALUES (1, atan2(new.c, new.c)), (1, atan2(new.n, new.n)); END;
CREATE TRIGGER r2 AFTER INSERT ON t BEGIN INSERT INTO l VALUES (2, atan2(new.c, new.c)), (2, atan2(new.n, new.n)); END;
INSERT INTO t VALUES (-0.0, -0.0, -0.0);
SELECT * FROM l;
--> 1, 0.0
--> 1, 0.0
--> 2, 0.0
--> 2, 0.0
INSERT INTO t VALUES (-0.0, -0.0, '-0.0') RETURNING atan2(a, a), atan2(c, c), atan2(n, n);
--> -3.1415926535897931, 0.0, 0.0
UPDATE t SET c = -0.0, a = -0.0 RETURNING atan2(a, a), atan2(c, c);
--> -3.1415926535897931, 0.0
--> -3.1415926535897931, 0.0
CREATE TABLE u(c REAL CHECK (atan2(c, c) < 0));
INSERT INTO u VALUES (-0.0);
--> error: CHECK constraint failed: atan2(c, c) < 0
CREATE TABLE g(c REAL, d AS (atan2(c, c)), e REAL AS (atan2(c, c)) STORED);
CREATE INDEX gd ON g(d);
CREATE INDEX ge ON g(atan2(c, c)) WHERE atan2(c, c) < 0;
INSERT INTO g(c) VALUES (-0.0), (-0.0);
SELECT * FROM g WHERE d < 0;
SELECT * FROM g WHERE atan2(c, c) < 0;
SELECT * FROM g WHERE d = 0;
--> 0.0, 0.0, 0.0
--> 0.0, 0.0, 0.0
UPDATE g SET c = 1;
PRAGMA integrity_check;
--> 'ok'
CREATE TABLE w(c REAL PRIMARY KEY, d) WITHOUT ROWID;
INSERT INTO w VALUES (-0.0, 1) RETURNING atan2(c, c);
--> 0.0
CREATE TABLE s(c REAL) STRICT;
INSERT INTO s VALUES (-0.0) RETURNING atan2(c, c);
--> 0.0
CREATE TABLE k(k PRIMARY KEY, c REAL, d REAL);
INSERT INTO k VALUES (1, 1, 1);
INSERT INTO k VALUES (1, -0.0, 2) ON CONFLICT (k) DO UPDATE SET d = atan2(excluded.c, excluded.c) RETURNING *;
--> 1, 1.0, 0.0
