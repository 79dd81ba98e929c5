-- Indexes on expressions: searches, orders and values read from them.

-- case searches
CREATE TABLE t(a, b, c, d TEXT, id INTEGER PRIMARY KEY);
CREATE INDEX tl ON t(lower(d), c);
CREATE INDEX ts ON t(a + b DESC);
CREATE UNIQUE INDEX tu ON t(b || '-' || id) WHERE b IS NOT NULL;
INSERT INTO t VALUES (1, 2, 1, 'X', 1), (2, 1, 2, 'x', 2), (NULL, 1, 3, 'Y', 3), (4, 4, 4, NULL, 4), (5, '6', 5, 'Zz', 5);
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(d) = 'x';
--> 'SEARCH t USING INDEX tl (<expr>=?)'
SELECT id FROM t WHERE lower(d) = 'x' ORDER BY id;
--> 1
--> 2
SELECT id FROM t WHERE 'x' = lower(d) AND c = 2;
--> 2
EXPLAIN QUERY PLAN SELECT * FROM t WHERE 'x' = lower(d) AND c = 2;
--> 'SEARCH t USING INDEX tl (<expr>=? AND c=?)'
EXPLAIN QUERY PLAN SELECT lower(d) FROM t WHERE lower(d) = 'x' AND c = 1;
--> 'SEARCH t USING COVERING INDEX tl (<expr>=? AND c=?)'
SELECT lower(d) FROM t WHERE lower(d) = 'x' AND c = 1;
--> 'x'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(d) IN ('x', 'zz');
--> 'SEARCH t USING INDEX tl (<expr>=?)'
SELECT id FROM t WHERE lower(d) IN ('x', 'zz') ORDER BY id;
--> 1
--> 2
--> 5
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(d) BETWEEN 'x' AND 'y';
--> 'SEARCH t USING INDEX tl (<expr>>? AND <expr><?)'
SELECT id FROM t WHERE lower(d) BETWEEN 'x' AND 'y' ORDER BY id;
--> 1
--> 2
--> 3
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(d) IS NULL;
--> 'SEARCH t USING INDEX tl (<expr>=?)'
SELECT id FROM t WHERE lower(d) IS NULL;
--> 4
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a + b = 3;
--> 'SEARCH t USING INDEX ts (<expr>=?)'
SELECT id FROM t WHERE a + b = 3 ORDER BY id;
--> 1
--> 2
EXPLAIN QUERY PLAN SELECT * FROM t WHERE upper(d) = 'X';
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE lower(d) = 'x' COLLATE NOCASE;
--> 'SCAN t'
SELECT id FROM t WHERE a + b = '3';
SELECT id, a + b, lower(d) || '!' FROM t WHERE a + b > 2 ORDER BY a + b DESC, id;
--> 5, 11, 'zz!'
--> 4, 8, NULL
--> 1, 3, 'x!'
--> 2, 3, 'x!'
EXPLAIN QUERY PLAN UPDATE t SET c = lower(d) WHERE lower(d) = 'x' AND c = 1;
--> 'SEARCH t USING INDEX tl (<expr>=? AND c=?)'
UPDATE t SET c = lower(d), d = 'new' WHERE lower(d) = 'x' AND c = 1;
DELETE FROM t WHERE b || '-' || id = '1-3';
SELECT * FROM t;
--> 1, 2, 'x', 'new', 1
--> 2, 1, 2, 'x', 2
--> 4, 4, 4, NULL, 4
--> 5, '6', 5, 'Zz', 5
PRAGMA integrity_check;
--> 'ok'

-- case orders and extremes
CREATE TABLE t(a INT, d TEXT);
CREATE INDEX tl ON t(lower(d), a);
INSERT INTO t VALUES (1, 'b'), (2, 'A'), (3, NULL), (4, 'a'), (5, 'C');
EXPLAIN QUERY PLAN SELECT lower(d), a FROM t ORDER BY lower(d);
--> 'SCAN t USING COVERING INDEX tl'
SELECT lower(d), a FROM t ORDER BY lower(d), a;
--> NULL, 3
--> 'a', 2
--> 'a', 4
--> 'b', 1
--> 'c', 5
EXPLAIN QUERY PLAN SELECT * FROM t ORDER BY lower(d);
--> 'SCAN t USING INDEX tl'
SELECT d FROM t ORDER BY lower(d) DESC, a DESC;
--> 'C'
--> 'b'
--> 'a'
--> 'A'
--> NULL
EXPLAIN QUERY PLAN SELECT lower(d), count(*) FROM t GROUP BY lower(d);
--> 'SCAN t USING INDEX tl'
SELECT lower(d), count(*), max(a) FROM t GROUP BY lower(d);
--> NULL, 1, 3
--> 'a', 2, 4
--> 'b', 1, 1
--> 'c', 1, 5
EXPLAIN QUERY PLAN SELECT max(lower(d)) FROM t;
--> 'SEARCH t USING COVERING INDEX tl'
SELECT max(lower(d)), min(lower(d)) FROM t;
--> 'c', 'a'
SELECT max(lower(d)), a FROM t;
--> 'c', 5
SELECT DISTINCT lower(d) FROM t ORDER BY 1;
--> NULL
--> 'a'
--> 'b'
--> 'c'

-- case affinities and collations
CREATE TABLE t(a, n INT, s TEXT);
CREATE INDEX i1 ON t(CAST(a AS INT));
CREATE INDEX i2 ON t(CAST(a AS REAL));
CREATE INDEX i3 ON t(a || '' COLLATE NOCASE);
CREATE INDEX i4 ON t(n + 0);
INSERT INTO t VALUES (1, 1, '1'), ('2', 2, '2'), ('3x', 3, '3'), ('aB', 4, 'AB'), (2.5, 5, '2.5');
SELECT n FROM t WHERE CAST(a AS INT) = '2' ORDER BY n;
--> 2
--> 5
EXPLAIN QUERY PLAN SELECT n FROM t WHERE CAST(a AS INT) = '2';
--> 'SEARCH t USING INDEX i1 (<expr>=?)'
SELECT n, CAST(a AS REAL), typeof(CAST(a AS REAL)) FROM t WHERE CAST(a AS REAL) = 2;
--> 2, 2.0, 'real'
SELECT n FROM t WHERE a || '' = 'ab' COLLATE NOCASE;
--> 4
EXPLAIN QUERY PLAN SELECT n FROM t WHERE a || '' = 'ab' COLLATE NOCASE;
--> 'SCAN t'
SELECT n FROM t WHERE a || '' = 'ab';
SELECT n FROM t WHERE n + 0 = s ORDER BY n;
--> 1
--> 2
--> 3
SELECT n FROM t WHERE n + 0 = '1';
SELECT x.n, y.n FROM t x JOIN t y ON y.n + 0 = x.n + 1 ORDER BY 1;
--> 1, 2
--> 2, 3
--> 3, 4
--> 4, 5
PRAGMA integrity_check;
--> 'ok'

-- case the NULL row of an outer join
CREATE TABLE t(a, b);
CREATE TABLE u(x, y);
CREATE INDEX ux ON u(coalesce(x, 7));
INSERT INTO t VALUES (1, 1), (7, 2), (9, 3);
INSERT INTO u VALUES (1, 'one'), (NULL, 'none');
SELECT a, coalesce(x, 7), y FROM t LEFT JOIN u ON coalesce(x, 7) = a ORDER BY a;
--> 1, 1, 'one'
--> 7, 7, 'none'
--> 9, 7, NULL
SELECT a, coalesce(x, 7), y FROM t FULL JOIN u ON coalesce(x, 7) = a ORDER BY a;
--> 1, 1, 'one'
--> 7, 7, 'none'
--> 9, 7, NULL
SELECT a, coalesce(x, 7), y FROM u RIGHT JOIN t ON coalesce(x, 7) = a ORDER BY a;
--> 1, 1, 'one'
--> 7, 7, 'none'
--> 9, 7, NULL

-- case generated columns in indexes with expressions
CREATE TABLE t(a, b AS (a * 2), c AS (b + 1) STORED);
CREATE INDEX i ON t(b + c);
CREATE INDEX j ON t(b) WHERE c > 5;
INSERT INTO t VALUES (1), (2), (3), (4);
SELECT a FROM t WHERE b + c = 9;
--> 2
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b + c = 9;
--> 'SEARCH t USING INDEX i (<expr>=?)'
SELECT a, b + c FROM t ORDER BY b + c DESC;
--> 4, 17
--> 3, 13
--> 2, 9
--> 1, 5
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b = 6 AND c > 5;
--> 'SEARCH t USING INDEX j (b=?)'
SELECT a FROM t WHERE b = 6 AND c > 5;
--> 3
UPDATE t SET a = a + 1 WHERE b + c > 8;
SELECT a, b + c FROM t WHERE b + c > 5 ORDER BY 1;
--> 3, 13
--> 4, 17
--> 5, 21
PRAGMA integrity_check;
--> 'ok'
