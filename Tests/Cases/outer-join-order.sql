-- Conditions of outer joins fix neither order nor groups.

-- case ORDER BY and GROUP BY
CREATE TABLE t1 (a, b, c, e);
CREATE TABLE w(x);
INSERT INTO w VALUES(1);
INSERT INTO t1 VALUES (1, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1);
SELECT 1 FROM t1 LEFT JOIN w ON b = 1 GROUP BY b;
--> 1
--> 1
SELECT a FROM t1 LEFT JOIN w ON a = 2 ORDER BY 1 DESC;
--> 1
--> 1
--> 1
SELECT b FROM t1 LEFT JOIN w ON b = 1 AND x = 1 ORDER BY b DESC;
--> 1
--> 1
--> 0
SELECT b FROM t1 RIGHT JOIN w ON b = 1 AND x = 1 ORDER BY b DESC;
--> 1
--> 1
SELECT b FROM t1 LEFT JOIN w ON t1.b = w.x ORDER BY b DESC;
--> 1
--> 1
--> 0
SELECT b,x FROM t1 LEFT JOIN w ON w.x = t1.b ORDER BY x DESC;
--> 1, 1
--> 1, 1
--> 0, NULL
SELECT DISTINCT b FROM t1 LEFT JOIN w ON b IS NULL;
--> 1
--> 0
SELECT rowid FROM t1 LEFT JOIN w ON t1.rowid = 2 ORDER BY t1.rowid DESC;
--> error: ambiguous column name: rowid

-- case what makes an outer join an inner one, seen by the order of rows
CREATE TABLE t1(a, b);
CREATE TABLE t2(c, d);
CREATE VIEW v(v1, v2) AS SELECT 0, 1 FROM (SELECT 1);
INSERT INTO t1 VALUES (1, 2), (2, 3);
INSERT INTO t2 VALUES (1, 2), (3, 3), (2, 3);
SELECT * FROM t1 LEFT JOIN t2 WHERE NOT (c = 1);
--> 1, 2, 3, 3
--> 2, 3, 3, 3
--> 1, 2, 2, 3
--> 2, 3, 2, 3
SELECT * FROM t1 LEFT JOIN t2 WHERE NOT (c = 1 AND d = 1);
--> 1, 2, 1, 2
--> 2, 3, 1, 2
--> 1, 2, 3, 3
--> 2, 3, 3, 3
--> 1, 2, 2, 3
--> 2, 3, 2, 3
SELECT * FROM t1 LEFT JOIN t2 WHERE c OR 1 AND c;
--> 1, 2, 1, 2
--> 1, 2, 3, 3
--> 1, 2, 2, 3
--> 2, 3, 1, 2
--> 2, 3, 3, 3
--> 2, 3, 2, 3
SELECT * FROM t1 LEFT JOIN t2 WHERE c OR (d AND c);
--> 1, 2, 1, 2
--> 2, 3, 1, 2
--> 1, 2, 3, 3
--> 2, 3, 3, 3
--> 1, 2, 2, 3
--> 2, 3, 2, 3
SELECT * FROM t1 LEFT JOIN t2 WHERE 1 BETWEEN c AND d;
--> 1, 2, 1, 2
--> 2, 3, 1, 2
SELECT * FROM t1 LEFT JOIN t2 WHERE (c OR d) IS NOT NULL;
--> 1, 2, 1, 2
--> 2, 3, 1, 2
--> 1, 2, 3, 3
--> 2, 3, 3, 3
--> 1, 2, 2, 3
--> 2, 3, 2, 3
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE NOT (c = 1);
--> 'SCAN t2'
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE c OR 1 AND c;
--> 'SCAN t1'
--> 'SCAN t2 LEFT-JOIN'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE a + (d = 2);
--> 'SCAN t1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE 1 BETWEEN c AND d;
--> 'SCAN t2'
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE 1 BETWEEN a AND d;
--> 'SCAN t1'
--> 'SCAN t2 LEFT-JOIN'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE (c OR d) IS NOT NULL;
--> 'SCAN t2'
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 WHERE (a AND d) IS NOT NULL;
--> 'SCAN t1'
--> 'SCAN t2 LEFT-JOIN'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN json_each('[1]') AS j WHERE j.value = 1;
--> 'SCAN t1'
--> 'SCAN j VIRTUAL TABLE INDEX 1: LEFT-JOIN'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN json_each('[1]') AS j WHERE j.value;
--> 'SCAN t1'
--> 'SCAN j VIRTUAL TABLE INDEX 1:'
DELETE FROM t1;
SELECT v2, max(b) FROM t1 RIGHT JOIN v WHERE a OR 1 AND a;
--> NULL, NULL
SELECT v2, max(b) FROM t1 RIGHT JOIN v WHERE a;
--> 1, NULL

-- case outer joins of a derived table are simplified before it is merged
CREATE TABLE t1(a, b, c);
CREATE TABLE t3(c, e);
INSERT INTO t1 VALUES (1, 2, 3), (2, 3, 3), (3, 1, 1);
INSERT INTO t3 VALUES (1, 2), (0, 3);
CREATE VIEW v6 AS SELECT a2.c AS x FROM t1 AS a1 LEFT JOIN (t1 AS a2, t3 AS a3) ON a2.c = a1.c INNER JOIN t3 AS a4 ON a4.e >= a2.a AND a3.c < a1.b;
EXPLAIN QUERY PLAN SELECT * FROM v6;
--> 'SCAN a1'
--> 'SCAN a3'
--> 'SCAN a4'
--> 'BLOOM FILTER ON a2 (c=?)'
--> 'SEARCH a2 USING AUTOMATIC COVERING INDEX (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM v6 AS a2, t3;
--> 'SCAN a1'
--> 'SCAN a3'
--> 'SCAN a4'
--> 'SCAN t3'
--> 'BLOOM FILTER ON a2 (c=?)'
--> 'SEARCH a2 USING AUTOMATIC COVERING INDEX (c=?)'
SELECT count(*), sum(x) FROM v6;
--> 17, 49
SELECT count(*), sum(a2.x) FROM v6 AS a2, v6 AS a3;
--> 289, 833

-- case behind the last RIGHT or FULL join the order is free
CREATE TABLE a(x, y);
CREATE TABLE b(x, y);
CREATE TABLE c(x, y);
CREATE TABLE d(x INTEGER PRIMARY KEY, y);
INSERT INTO a VALUES (1, 1), (2, 2);
INSERT INTO b VALUES (2, 2), (3, 3);
INSERT INTO c VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO d VALUES (1, 1), (2, 2), (3, 3);
EXPLAIN QUERY PLAN SELECT * FROM a FULL JOIN b ON a.x = b.x JOIN c ON c.x > 0 JOIN d ON d.x = a.x;
--> 'SCAN a'
--> 'SCAN b LEFT-JOIN'
--> 'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)'
--> 'SCAN c'
--> 'RIGHT-JOIN b'
--> 'SCAN b'
SELECT * FROM a FULL JOIN b ON a.x = b.x JOIN c ON c.x > 0 JOIN d ON d.x = a.x;
--> 1, 1, NULL, NULL, 1, 1, 1, 1
--> 1, 1, NULL, NULL, 2, 2, 1, 1
--> 1, 1, NULL, NULL, 3, 3, 1, 1
--> 2, 2, 2, 2, 1, 1, 2, 2
--> 2, 2, 2, 2, 2, 2, 2, 2
--> 2, 2, 2, 2, 3, 3, 2, 2
SELECT * FROM a FULL JOIN b ON a.x = b.x JOIN c ON c.x > 1 JOIN d ON d.x = b.x WHERE c.y <> d.y;
--> 2, 2, 2, 2, 3, 3, 2, 2
--> NULL, NULL, 3, 3, 2, 2, 3, 3
SELECT * FROM a RIGHT JOIN b ON a.x = b.x JOIN c ON c.x > 1 JOIN d ON d.x = c.x AND d.y = b.y;
--> 2, 2, 2, 2, 2, 2, 2, 2
--> NULL, NULL, 3, 3, 3, 3, 3, 3
SELECT * FROM a FULL JOIN b ON a.x = b.x JOIN c ON c.x > 1 LEFT JOIN d ON d.x = a.x;
--> 1, 1, NULL, NULL, 2, 2, 1, 1
--> 1, 1, NULL, NULL, 3, 3, 1, 1
--> 2, 2, 2, 2, 2, 2, 2, 2
--> 2, 2, 2, 2, 3, 3, 2, 2
--> NULL, NULL, 3, 3, 2, 2, NULL, NULL
--> NULL, NULL, 3, 3, 3, 3, NULL, NULL
SELECT * FROM a FULL JOIN b ON a.x = b.x JOIN c ON c.x > 1 CROSS JOIN d ON d.x = a.x;
--> 1, 1, NULL, NULL, 2, 2, 1, 1
--> 1, 1, NULL, NULL, 3, 3, 1, 1
--> 2, 2, 2, 2, 2, 2, 2, 2
--> 2, 2, 2, 2, 3, 3, 2, 2
SELECT count(*) FROM a JOIN c ON a.x = c.x RIGHT JOIN b ON a.x = b.x JOIN c AS c2 JOIN d ON d.x = b.x AND d.x > c2.x;
--> 3
SELECT * FROM a FULL JOIN b USING (x) JOIN (c JOIN d ON c.x > 2) ON d.x = a.x;
--> error: ambiguous column name: x
