-- WHERE terms on a derived table, tested within it too.

-- case each arm compares by its own affinity
CREATE TABLE n(a INT, b TEXT, c REAL, d);
INSERT INTO n VALUES (1, '1', 1, 1), (5, 'a', 5, 'x'), (0, '10', 0, '10');
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n) WHERE z < '1';
--> 0
--> 1
SELECT z FROM (SELECT a AS z FROM n UNION SELECT d FROM n) WHERE z < '1' ORDER BY z;
--> 0
--> 1
SELECT count(*) FROM (SELECT a AS z FROM n EXCEPT SELECT d FROM n) WHERE z < '1';
--> 1
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT b FROM n) WHERE z = 1;
--> 1
SELECT z FROM (SELECT b AS z FROM n UNION ALL SELECT a FROM n) WHERE z = 1;
--> 1
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT b FROM n) WHERE z IN ('1', '10');
--> '1'
--> '10'
SELECT z FROM (SELECT d AS z FROM n UNION ALL SELECT c FROM n UNION ALL SELECT b FROM n) WHERE z BETWEEN '0' AND '5';
--> '10'
--> '1'
--> '10'
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n LIMIT 9) WHERE z < '1';
--> 1
--> 5
--> 0
--> 1
SELECT count(*) FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n) WHERE z < '1';
--> 2
SELECT z FROM (SELECT 1 AS z UNION ALL SELECT '1' UNION ALL SELECT a FROM n) WHERE z = '1';
--> '1'
SELECT z FROM (SELECT '1' AS z UNION ALL SELECT d FROM n) WHERE z = 1;
--> 1
SELECT z, typeof(z) FROM (SELECT d AS z FROM n INTERSECT SELECT a FROM n) WHERE z <= '1';
--> 1, 'integer'
CREATE VIEW v AS SELECT a AS z FROM n UNION ALL SELECT d FROM n;
SELECT z FROM v WHERE z < '1';
--> 0
--> 1
SELECT z FROM v WHERE z < '1' ORDER BY z DESC;
--> 1
--> 0
SELECT DISTINCT z FROM v WHERE z < '1';
--> 0
--> 1
SELECT x.z, y.z FROM v AS x JOIN v AS y WHERE x.z < '1' AND y.z < '1';
--> 0, 0
--> 0, 1
--> 1, 0
--> 1, 1
SELECT x.a, y.z FROM n AS x LEFT JOIN v AS y ON y.z < '1';
--> 1, 0
--> 1, 1
--> 5, 0
--> 5, 1
--> 0, 0
--> 0, 1
SELECT x.a, y.z FROM n AS x LEFT JOIN v AS y WHERE y.z < '1';
--> 1, 0
--> 5, 0
--> 0, 0
--> 1, 1
--> 5, 1
--> 0, 1
WITH k AS (SELECT a AS z FROM n UNION ALL SELECT d FROM n) SELECT z FROM k WHERE z < '1';
--> 0
--> 1
WITH k AS MATERIALIZED (SELECT a AS z FROM n UNION ALL SELECT d FROM n) SELECT z FROM k WHERE z < '1';
--> 1
--> 5
--> 0
--> 1
WITH k AS (SELECT a AS z FROM n UNION ALL SELECT d FROM n) SELECT x.z FROM k AS x, k AS y WHERE x.z < '1' AND y.z < '0';
--> 1
--> 1
--> 1
--> 1
--> 5
--> 5
--> 5
--> 5
--> 0
--> 0
--> 0
--> 0
--> 1
--> 1
--> 1
--> 1

-- case collations of arms
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'X'), ('y', 'z'), ('Y', 'y');
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT b FROM n) WHERE z = 'X';
--> 'x'
--> 'X'
SELECT z FROM (SELECT b AS z FROM n UNION ALL SELECT a FROM n) WHERE z = 'X';
--> 'X'
SELECT z FROM (SELECT a AS z FROM n UNION SELECT b FROM n) WHERE z = 'Y';
--> 'y'
SELECT z FROM (SELECT b AS z FROM n UNION SELECT a FROM n) WHERE z = 'Y' ORDER BY z;
--> 'Y'
SELECT z FROM (SELECT b COLLATE NOCASE AS z FROM n UNION ALL SELECT b FROM n) WHERE z > 'Y';
--> 'z'
--> 'z'
SELECT DISTINCT z FROM (SELECT DISTINCT a AS z FROM n) WHERE z = 'Y';
--> 'y'
SELECT z, c FROM (SELECT a AS z, count(*) AS c FROM n GROUP BY a) WHERE z = 'Y';
--> 'y', 2

-- case groups, DISTINCT and windows
CREATE TABLE p(a PRIMARY KEY, b);
INSERT INTO p VALUES (1, 'x'), (2, 'y'), (3, 'x'), (4, NULL);
SELECT * FROM (SELECT b, count(*) AS c FROM p GROUP BY b) WHERE c > 1;
--> 'x', 2
SELECT * FROM (SELECT b, count(*) AS c FROM p GROUP BY b) WHERE b = 'x';
--> 'x', 2
SELECT * FROM (SELECT b, count(*) AS c FROM p GROUP BY b HAVING c < 2) WHERE b IS NULL;
--> NULL, 1
SELECT * FROM (SELECT b || '!' AS d, sum(a) AS c FROM p GROUP BY d) WHERE d > 'x' AND c > 3;
--> 'x!', 4
SELECT * FROM (SELECT a, b, max(a) FROM p GROUP BY b) WHERE a = 3;
--> 3, 'x', 3
SELECT * FROM (SELECT a, b, count(*) FROM p GROUP BY b) WHERE a = 1;
--> 1, 'x', 2
SELECT * FROM (SELECT count(*) AS c FROM p) WHERE c > 3;
--> 4
SELECT * FROM (SELECT count(*) AS c FROM p) WHERE c > 4;
SELECT * FROM (SELECT count(*) AS c, max(b) AS m FROM p WHERE a > 9) WHERE m IS NULL;
--> 0, NULL
SELECT * FROM (SELECT DISTINCT b FROM p) WHERE b > 'x';
--> 'y'
SELECT * FROM (SELECT a, row_number() OVER (PARTITION BY b ORDER BY a) AS r FROM p) WHERE a > 1;
--> 4, 1
--> 3, 2
--> 2, 1
SELECT * FROM (SELECT a, sum(a) OVER () AS s FROM p) WHERE a = 2;
--> 2, 10
SELECT * FROM (SELECT b, (SELECT count(*) FROM p AS q WHERE q.b = p.b) AS c FROM p GROUP BY b) WHERE c = 2;
--> 'x', 2
SELECT * FROM (SELECT DISTINCT b, random() * 0 AS r FROM p) WHERE r = 0 AND b = 'y';
--> 'y', 0
SELECT q.a, x.c FROM p AS q LEFT JOIN (SELECT b, count(*) AS c FROM p GROUP BY b) AS x ON x.b = 'x' AND q.a > 2;
--> 1, NULL
--> 2, NULL
--> 3, 2
--> 4, 2
SELECT q.a, x.c FROM p AS q JOIN (SELECT b, count(*) AS c FROM p GROUP BY b) AS x ON x.b = q.b AND x.c > 1 AND x.b > 'a';
--> 1, 2
--> 3, 2
SELECT (SELECT c FROM (SELECT b, count(*) AS c FROM p GROUP BY b) AS x WHERE x.b = q.b AND x.c > 1) FROM p AS q;
--> 2
--> NULL
--> 2
--> NULL
SELECT x.b, y.b FROM (SELECT DISTINCT b FROM p) AS x FULL JOIN (SELECT DISTINCT a, b FROM p) AS y ON y.a = 1 WHERE x.b IS NULL OR x.b > 'x';
--> 'y', 'x'
--> NULL, 'x'
--> NULL, 'y'
--> NULL, 'x'
--> NULL, NULL
SELECT * FROM (SELECT * FROM (SELECT DISTINCT a, b FROM p UNION SELECT 9, 'n') WHERE a > 1) WHERE b = 'x';
--> 3, 'x'
SELECT * FROM (VALUES (1, 'x'), (2, 'y')) WHERE column1 = 2;
--> 2, 'y'
SELECT * FROM (SELECT 1 AS a UNION ALL VALUES (2), (3)) WHERE a > 1;
--> 2
--> 3
WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 5) SELECT i FROM r WHERE i > 3;
--> 4
--> 5
DELETE FROM p WHERE a IN (SELECT a FROM (SELECT DISTINCT a, b FROM p) WHERE b = 'x');
SELECT * FROM p;
--> 2, 'y'
--> 4, NULL

-- case indexes within
CREATE TABLE p(a PRIMARY KEY, b);
CREATE TABLE q(a PRIMARY KEY, b);
INSERT INTO p VALUES (1, 'x'), (2, 'y'), (5, 'z');
INSERT INTO q VALUES (1, 'X'), (5, 'Y');
SELECT * FROM (SELECT a, b FROM p UNION SELECT a, b FROM q) WHERE a = 5;
--> 5, 'Y'
--> 5, 'z'
EXPLAIN QUERY PLAN SELECT * FROM (SELECT a, b FROM p UNION SELECT a, b FROM q) WHERE a = 5;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SEARCH p USING INDEX sqlite_autoindex_p_1 (a=?)'
--> 'UNION USING TEMP B-TREE'
--> 'SEARCH q USING INDEX sqlite_autoindex_q_1 (a=?)'
--> 'SCAN (subquery-2)'
SELECT * FROM (SELECT DISTINCT a, b FROM p) WHERE a = 5;
--> 5, 'z'
SELECT count(*) FROM (SELECT a FROM p UNION ALL SELECT a FROM q) WHERE a = 5;
--> 2
EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT a FROM p UNION ALL SELECT a FROM q) WHERE a = 5;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SEARCH p USING COVERING INDEX sqlite_autoindex_p_1 (a=?)'
--> 'UNION ALL'
--> 'SEARCH q USING COVERING INDEX sqlite_autoindex_q_1 (a=?)'
--> 'SCAN (subquery-2)'
SELECT * FROM q LEFT JOIN (SELECT DISTINCT a, b FROM p) AS x ON x.a = 5;
--> 1, 'X', 5, 'z'
--> 5, 'Y', 5, 'z'

-- case windows that see whole partitions
CREATE TABLE p(a, b, c);
INSERT INTO p VALUES (1, 'x', 5), (2, 'y', 6), (3, 'x', 7), (4, NULL, 8), (1, 'y', 9);
CREATE INDEX i ON p(b, a);
SELECT * FROM (SELECT a, b, row_number() OVER (PARTITION BY b ORDER BY a) AS r FROM p) WHERE b = 'x';
--> 1, 'x', 1
--> 3, 'x', 2
SELECT * FROM (SELECT a, b, row_number() OVER (PARTITION BY b ORDER BY a) AS r FROM p) WHERE b = 'x' AND r = 2;
--> 3, 'x', 2
SELECT * FROM (SELECT a, b, row_number() OVER (PARTITION BY b ORDER BY a) AS r FROM p) WHERE a = 3;
--> 3, 'x', 2
SELECT * FROM (SELECT a, b, sum(c) OVER (PARTITION BY b) AS s, sum(c) OVER (PARTITION BY a) AS q FROM p) WHERE b = 'y' AND a = 1;
--> 1, 'y', 15, 14
SELECT * FROM (SELECT a, b, sum(c) OVER (PARTITION BY b, a) AS s, sum(c) OVER (PARTITION BY b) AS q FROM p) WHERE b = 'y' AND a = 1;
--> 1, 'y', 9, 15
SELECT * FROM (SELECT a, b, sum(c) OVER (PARTITION BY b) AS s, sum(c) OVER () AS q FROM p) WHERE b = 'y';
--> 2, 'y', 15, 35
--> 1, 'y', 15, 35
SELECT * FROM (SELECT b, count(*) AS n, sum(count(*)) OVER (PARTITION BY b) AS s FROM p GROUP BY b) WHERE b = 'y';
--> 'y', 2, 2
SELECT * FROM (SELECT b, lag(c) OVER (PARTITION BY b COLLATE NOCASE ORDER BY c) AS s FROM p) WHERE b = 'y';
--> 'y', NULL
--> 'y', 6
SELECT * FROM (SELECT b || '!' AS d, lag(c) OVER (PARTITION BY b || '!' ORDER BY c) AS s FROM p) WHERE d = 'y!';
--> 'y!', NULL
--> 'y!', 6
SELECT * FROM (SELECT b, sum(c) OVER (PARTITION BY b) AS s FROM p UNION ALL SELECT a, c FROM p) WHERE b = 1;
--> 1, 5
--> 1, 9
SELECT * FROM (SELECT b, sum(c) OVER (PARTITION BY b) AS s FROM p) WHERE b IS NULL;
--> NULL, 8

-- case several conditions on groups
CREATE TABLE t1(a INTEGER PRIMARY KEY, b, c);
CREATE INDEX i ON t1(b, c);
CREATE VIEW v3 AS SELECT b, count(*) n FROM t1 GROUP BY b;
INSERT INTO t1(b, c) VALUES (3, 1), (3, 2), (4, 5), (5, 1);
EXPLAIN QUERY PLAN SELECT * FROM v3 WHERE b = 3;
--> 'CO-ROUTINE v3'
--> 'SEARCH t1 USING COVERING INDEX i (b=?)'
--> 'SCAN v3'
SELECT * FROM v3 WHERE b = 3;
--> 3, 2
EXPLAIN QUERY PLAN SELECT * FROM v3 WHERE b = 3 AND n > 1;
--> 'CO-ROUTINE v3'
--> 'SEARCH t1 USING COVERING INDEX i (b=?)'
--> 'SCAN v3'
SELECT * FROM v3 WHERE b = 3 AND n > 1;
--> 3, 2
EXPLAIN QUERY PLAN SELECT * FROM v3 WHERE b > 3 AND b < 5;
--> 'CO-ROUTINE v3'
--> 'SEARCH t1 USING COVERING INDEX i (b>? AND b<?)'
--> 'SCAN v3'
SELECT * FROM v3 WHERE b > 3 AND b < 5;
--> 4, 1
EXPLAIN QUERY PLAN SELECT * FROM v3 WHERE b IN (3, 4) AND n > 1;
--> 'CO-ROUTINE v3'
--> 'SEARCH t1 USING COVERING INDEX i (b=?)'
--> 'SCAN v3'
SELECT * FROM v3 WHERE b IN (3, 4) AND n > 1;
--> 3, 2
SELECT * FROM v3 WHERE (b, n) = (3, 2);
--> 3, 2
EXPLAIN QUERY PLAN SELECT * FROM v3 WHERE (b, n) > (3, 2) AND b < 5;
--> 'CO-ROUTINE v3'
--> 'SEARCH t1 USING COVERING INDEX i (b<?)'
--> 'SCAN v3'
SELECT * FROM v3 WHERE (b, n) > (3, 2) AND b < 5;
--> 4, 1
