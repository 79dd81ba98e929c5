-- Derived tables on the right of a LEFT JOIN, merged into the query around them: where there is no row for them every column is NULL.

-- case columns and expressions
CREATE TABLE t(a, b);
CREATE TABLE u(a INT, b TEXT COLLATE NOCASE, c REAL, d);
CREATE TABLE w(a, b, PRIMARY KEY(b, a)) WITHOUT ROWID;
CREATE INDEX ua ON u(a);
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'Z'), (NULL, NULL), ('1', 1);
INSERT INTO u VALUES (1, 'x', 1.5, NULL), (1, 'X', NULL, 2), (2, 'z', 0, 'q'), (NULL, 'y', 3, 4);
INSERT INTO w VALUES (1, 'x'), (2, 'x'), (3, 'z');
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN (SELECT a, c + 1 AS e FROM u WHERE d > 1) v ON t.a = v.a;
--> 'SCAN t'
--> 'SEARCH u USING INDEX ua (a=?) LEFT-JOIN'
SELECT * FROM t LEFT JOIN (SELECT a, c + 1 AS e FROM u WHERE d > 1) v ON t.a = v.a ORDER BY 1, 2, 3;
--> NULL, NULL, NULL, NULL
--> 1, 'x', 1, NULL
--> 2, 'y', 2, 1.0
--> 3, 'Z', NULL, NULL
--> '1', 1, 1, NULL
SELECT t.b, v.e, v.f, v.g, typeof(v.g) FROM t LEFT JOIN (SELECT a, coalesce(c, 7) AS e, 5 AS f, CAST(d AS TEXT) AS g FROM u) v ON t.a = v.a ORDER BY 1, 2, 3, 4;
--> NULL, NULL, NULL, NULL, 'null'
--> 1, 1.5, 5, NULL, 'null'
--> 1, 7, 5, '2', 'text'
--> 'Z', NULL, NULL, NULL, 'null'
--> 'x', 1.5, 5, NULL, 'null'
--> 'x', 7, 5, '2', 'text'
--> 'y', 0.0, 5, 'q', 'text'
SELECT t.b, v.e IS NULL, v.n FROM t LEFT JOIN (SELECT a, ifnull(d, 'none') AS e, rowid AS n FROM u WHERE c IS NOT 0) v ON t.a = v.a ORDER BY 1, 2, 3;
--> NULL, 1, NULL
--> 1, 0, 1
--> 1, 0, 2
--> 'Z', 1, NULL
--> 'x', 0, 1
--> 'x', 0, 2
--> 'y', 1, NULL
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN (SELECT a, 1 AS one FROM u) v ON t.a = v.a WHERE v.one IS NULL;
--> 'SCAN t'
--> 'SEARCH u USING COVERING INDEX ua (a=?) LEFT-JOIN'
SELECT * FROM t LEFT JOIN (SELECT a, 1 AS one FROM u) v ON t.a = v.a WHERE v.one IS NULL ORDER BY 1;
--> NULL, NULL, NULL, NULL
--> 3, 'Z', NULL, NULL
SELECT * FROM t LEFT JOIN (SELECT a, 1 AS one FROM u) v ON t.a = v.a WHERE v.one = 1 ORDER BY 1;
--> 1, 'x', 1, 1
--> 1, 'x', 1, 1
--> 2, 'y', 2, 1
--> '1', 1, 1, 1
--> '1', 1, 1, 1
SELECT t.a, v.b, v.k FROM t LEFT JOIN (SELECT b, a, a || '!' AS k FROM w WHERE a < 3) v ON t.b = v.b ORDER BY 1, 2, 3;
--> NULL, NULL, NULL
--> 1, 'x', '1!'
--> 1, 'x', '2!'
--> 2, NULL, NULL
--> 3, NULL, NULL
--> '1', NULL, NULL
SELECT t.a, v.x FROM t LEFT JOIN (SELECT b AS x FROM u) v ON v.x = t.b ORDER BY 1, 2;
--> NULL, NULL
--> 1, 'x'
--> 1, 'X'
--> 2, 'y'
--> 3, 'z'
--> '1', NULL
SELECT t.a, v.x FROM t LEFT JOIN (SELECT b || '' AS x FROM u) v ON v.x = t.b ORDER BY 1, 2;
--> NULL, NULL
--> 1, 'x'
--> 2, 'y'
--> 3, NULL
--> '1', NULL
SELECT t.a, v.x FROM t LEFT JOIN (SELECT b || '' AS x FROM u) v ON v.x = t.b COLLATE NOCASE ORDER BY 1, 2;
--> NULL, NULL
--> 1, 'X'
--> 1, 'x'
--> 2, 'y'
--> 3, 'z'
--> '1', NULL
SELECT t.a, v.x FROM t LEFT JOIN (SELECT CAST(a AS TEXT) AS x FROM u) v ON v.x = t.a ORDER BY 1, 2;
--> NULL, NULL
--> 1, NULL
--> 2, NULL
--> 3, NULL
--> '1', '1'
--> '1', '1'
SELECT count(*), count(v.z), sum(v.z), max(v.q) FROM t LEFT JOIN (SELECT a, -1 AS z, d AS q FROM u) v USING (a);
--> 7, 5, -5, 'q'
SELECT v.z, count(*) FROM t LEFT JOIN (SELECT a, a > 1 AS z FROM u) v USING (a) GROUP BY v.z ORDER BY 1;
--> NULL, 2
--> 0, 4
--> 1, 1
SELECT DISTINCT v.z FROM t LEFT JOIN (SELECT a, a > 1 AS z FROM u) v USING (a) ORDER BY 1;
--> NULL
--> 0
--> 1
SELECT t.a, (SELECT v.z) FROM t LEFT JOIN (SELECT a, 'k' AS z FROM u) v USING (a) ORDER BY 1, 2;
--> NULL, NULL
--> 1, 'k'
--> 1, 'k'
--> 2, 'k'
--> 3, NULL
--> '1', 'k'
--> '1', 'k'
SELECT t.a, v.z FROM t LEFT JOIN (SELECT a, (SELECT max(b) FROM w WHERE w.a = u.a) AS z FROM u) v USING (a) ORDER BY 1, 2;
--> NULL, NULL
--> 1, 'x'
--> 1, 'x'
--> 2, 'x'
--> 3, NULL
--> '1', 'x'
--> '1', 'x'
SELECT t.a, v.z, x.b FROM t LEFT JOIN (SELECT a, 2 AS z FROM u WHERE b = 'z') v USING (a) LEFT JOIN w x ON x.a = v.z ORDER BY 1, 2, 3;
--> NULL, NULL, NULL
--> 1, NULL, NULL
--> 2, 2, 'x'
--> 3, NULL, NULL
--> '1', NULL, NULL
SELECT t.a, v.z, x.y FROM t LEFT JOIN (SELECT a, 2 AS z FROM u) v USING (a) LEFT JOIN (SELECT a AS p, b AS y, 8 AS e FROM w) x ON x.p = v.z AND x.e = 8 ORDER BY 1, 2, 3;
--> NULL, NULL, NULL
--> 1, 2, 'x'
--> 1, 2, 'x'
--> 2, 2, 'x'
--> 3, NULL, NULL
--> '1', 2, 'x'
--> '1', 2, 'x'
SELECT t.a, v.j FROM t LEFT JOIN (SELECT a, json_array(a) AS j FROM u) v USING (a) ORDER BY 1, 2;
--> NULL, NULL
--> 1, '[1]'
--> 1, '[1]'
--> 2, '[2]'
--> 3, NULL
--> '1', '[1]'
--> '1', '[1]'
SELECT t.a, json_array(v.j) FROM t LEFT JOIN (SELECT a, json_array(a) AS j FROM u) v USING (a) ORDER BY 1, 2;
--> NULL, '[null]'
--> 1, '["[1]"]'
--> 1, '["[1]"]'
--> 2, '["[2]"]'
--> 3, '[null]'
--> '1', '["[1]"]'
--> '1', '["[1]"]'
SELECT sum(v.o) OVER (ORDER BY t.b), v.o FROM t LEFT JOIN (SELECT a, 1 AS o FROM u WHERE d = 2) v USING (a) ORDER BY t.b, v.o;
--> NULL, NULL
--> 1, 1
--> 1, NULL
--> 2, 1
--> 2, NULL

-- case what stays a query of its own
CREATE TABLE t(a, b);
CREATE TABLE u(a, b);
INSERT INTO t VALUES (1, 1), (2, 2);
INSERT INTO u VALUES (1, 5), (3, 6), (1, 7);
EXPLAIN QUERY PLAN SELECT DISTINCT * FROM t LEFT JOIN (SELECT a, b + 1 FROM u) v ON t.a = v.a;
--> 'MATERIALIZE v'
--> 'SCAN u'
--> 'SCAN t'
--> 'BLOOM FILTER ON v (a=?)'
--> 'SEARCH v USING AUTOMATIC COVERING INDEX (a=?) LEFT-JOIN'
--> 'USE TEMP B-TREE FOR DISTINCT'
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN (SELECT u.a, x.b FROM u JOIN t x ON x.a = u.a) v ON t.a = v.a;
--> 'MATERIALIZE v'
--> 'SCAN u'
--> 'BLOOM FILTER ON x (a=?)'
--> 'SEARCH x USING AUTOMATIC COVERING INDEX (a=?)'
--> 'SCAN t'
--> 'BLOOM FILTER ON v (a=?)'
--> 'SEARCH v USING AUTOMATIC COVERING INDEX (a=?) LEFT-JOIN'
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN (SELECT a, max(b) FROM u GROUP BY a) v ON t.a = v.a;
--> 'MATERIALIZE v'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'SCAN t'
--> 'BLOOM FILTER ON v (a=?)'
--> 'SEARCH v USING AUTOMATIC COVERING INDEX (a=?) LEFT-JOIN'
SELECT * FROM t LEFT JOIN (SELECT a, b FROM u LIMIT 1) v ON t.a = v.a;
--> 1, 1, 1, 5
--> 2, 2, NULL, NULL
SELECT t.a, v.* FROM u AS v LEFT JOIN (SELECT a, 3 AS c FROM t) t ON t.a = v.a RIGHT JOIN t x ON x.a = v.a ORDER BY 1, 2, 3;
--> NULL, NULL, NULL
--> 1, 1, 5
--> 1, 1, 7

-- case inner groups with outer joins in them
CREATE TABLE t1(a, b);
CREATE TABLE t2(a, c);
CREATE TABLE t3(a, d);
INSERT INTO t1 VALUES (1, 'p'), (2, 'q'), (3, 'r');
INSERT INTO t2 VALUES (1, 'x'), (2, NULL);
INSERT INTO t3 VALUES (2, 'k'), (3, 'l');
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 ON t1.a = t2.a JOIN (t3 AS y LEFT JOIN t2 AS z ON y.a = z.a) ON y.a = t1.a ORDER BY 1;
--> 'SCAN t1'
--> 'BLOOM FILTER ON t2 (a=?)'
--> 'SEARCH t2 USING AUTOMATIC COVERING INDEX (a=?) LEFT-JOIN'
--> 'BLOOM FILTER ON y (a=?)'
--> 'SEARCH y USING AUTOMATIC COVERING INDEX (a=?)'
--> 'BLOOM FILTER ON z (a=?)'
--> 'SEARCH z USING AUTOMATIC COVERING INDEX (a=?) LEFT-JOIN'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT * FROM t1 LEFT JOIN t2 ON t1.a = t2.a JOIN (t3 AS y LEFT JOIN t2 AS z ON y.a = z.a) ON y.a = t1.a ORDER BY 1;
--> 2, 'q', 2, NULL, 2, 'k', 2, NULL
--> 3, 'r', NULL, NULL, 3, 'l', NULL, NULL
SELECT * FROM t1 LEFT JOIN t3 USING (a) JOIN (SELECT y.a, z.c FROM t1 AS y LEFT JOIN t2 AS z ON y.a = z.a AND z.c IS NOT NULL) v USING (a) ORDER BY 1;
--> 1, 'p', NULL, 'x'
--> 2, 'q', 'k', NULL
--> 3, 'r', 'l', NULL
SELECT * FROM t1 JOIN (SELECT y.a, z.c FROM t1 AS y LEFT JOIN t2 AS z ON y.a = z.a) v ON v.c IS t1.b OR v.a = t1.a LEFT JOIN t3 ON t3.a = v.a ORDER BY 1, 3;
--> 1, 'p', 1, 'x', NULL, NULL
--> 2, 'q', 2, NULL, 2, 'k'
--> 3, 'r', 3, NULL, 3, 'l'
