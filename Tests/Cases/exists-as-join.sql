-- case EXISTS is a loop of the join
CREATE TABLE t(a, b);
CREATE TABLE u(a, c);
CREATE TABLE v(a PRIMARY KEY, d) WITHOUT ROWID;
CREATE INDEX uc ON u(c);
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'z'), (3, 'x'), (NULL, 'n');
INSERT INTO u VALUES (1, 5), (1, 6), (2, 5), (2, 7), (4, 7), (NULL, 5);
INSERT INTO v VALUES (1, 'x'), (2, 'q'), (3, 'x');
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 'SCAN t'
--> 'BLOOM FILTER ON u (a=?)'
--> 'SEARCH u EXISTS USING AUTOMATIC PARTIAL COVERING INDEX (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.c = t.a);
--> 'SCAN t'
--> 'SEARCH u EXISTS USING COVERING INDEX uc (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM v WHERE v.a = t.a) AND EXISTS (SELECT 1 FROM u WHERE u.a > t.a);
--> 'SCAN t'
--> 'SEARCH v EXISTS USING PRIMARY KEY (a=?)'
--> 'SCAN u EXISTS'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND EXISTS (SELECT 1 FROM v WHERE v.a = u.c));
--> 'SCAN t'
--> 'BLOOM FILTER ON u (a=?)'
--> 'SEARCH u EXISTS USING AUTOMATIC PARTIAL COVERING INDEX (a=?)'
--> 'SEARCH v EXISTS USING PRIMARY KEY (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN u'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a) OR b = 'n';
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN u'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a LIMIT 1);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN u'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE EXISTS (SELECT max(c) FROM u WHERE u.a = t.a);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SEARCH u USING INDEX uc'
EXPLAIN QUERY PLAN SELECT * FROM t JOIN v ON EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN u'
--> 'SCAN v'
EXPLAIN QUERY PLAN SELECT 1 WHERE EXISTS (SELECT 1 FROM u);
--> 'SCAN u EXISTS USING COVERING INDEX uc'
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 1, 'x'
--> 2, 'y'
--> 2, 'z'
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.c > 6 AND u.a = t.a);
--> 2, 'y'
--> 2, 'z'
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.c = 5);
--> 1, 'x'
--> 2, 'y'
--> 2, 'z'
--> 3, 'x'
--> NULL, 'n'
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.c = 50);
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM v WHERE v.a = t.a) AND EXISTS (SELECT 1 FROM u WHERE u.a > t.a);
--> 1, 'x'
--> 2, 'y'
--> 2, 'z'
--> 3, 'x'
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND EXISTS (SELECT 1 FROM v WHERE v.a = u.a AND v.d = t.b));
--> 1, 'x'
SELECT t.*, v.d FROM t LEFT JOIN v ON v.a = t.a AND v.d = t.b WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 1, 'x', 'x'
--> 2, 'y', NULL
--> 2, 'z', NULL
SELECT t.a, v.d FROM t, v WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND u.c > v.a) AND v.d = 'x';
--> 1, 'x'
--> 1, 'x'
--> 2, 'x'
--> 2, 'x'
--> 2, 'x'
--> 2, 'x'
SELECT b, count(*) FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a OR u.a IS NULL) GROUP BY b ORDER BY b;
--> 'n', 1
--> 'x', 2
--> 'y', 1
--> 'z', 1
SELECT DISTINCT b FROM t WHERE EXISTS (SELECT * FROM u WHERE u.a = t.a ORDER BY c) ORDER BY b DESC LIMIT 2;
--> 'z'
--> 'y'
SELECT max(a), count(*) FROM t WHERE EXISTS (SELECT DISTINCT c FROM u WHERE u.a = t.a);
--> 2, 3
SELECT 1 WHERE EXISTS (SELECT 1 FROM u);
--> 1
SELECT count(*) WHERE EXISTS (SELECT 1 FROM u WHERE a > 3);
--> 1
SELECT * FROM t RIGHT JOIN v ON t.a = v.a WHERE EXISTS (SELECT 1 FROM u WHERE u.a = v.a) ORDER BY v.a, b;
--> 1, 'x', 1, 'x'
--> 2, 'y', 2, 'q'
--> 2, 'z', 2, 'q'
SELECT a FROM (SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a)) JOIN v USING (a);
--> 1
--> 2
--> 2
SELECT a, a IN (SELECT a FROM t AS x WHERE EXISTS (SELECT 1 FROM u WHERE u.a = x.a AND u.c = t.a + 4)) FROM t;
--> 1, 1
--> 2, 0
--> 2, 0
--> 3, 0
--> NULL, 0
SELECT * FROM t WHERE EXISTS (SELECT 1 FROM json_each('[1,' || ifnull(t.a, 0) || ']') WHERE value = 3);
--> 3, 'x'
SELECT row_number() OVER (ORDER BY a), a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a);
--> 1, 1
--> 2, 2
--> 3, 2
DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a AND u.c = 7) RETURNING b;
--> 'y'
--> 'z'
UPDATE t SET b = 'u' WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a) RETURNING a, b;
--> 1, 'u'

