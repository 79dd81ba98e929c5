-- A query around a UNION ALL as a UNION ALL of queries around its arms.

-- case joins, conditions and orders
CREATE TABLE t(a INT, b TEXT);
CREATE TABLE u(a INT, b TEXT COLLATE NOCASE);
CREATE TABLE w(a, n);
CREATE INDEX ta ON t(a);
INSERT INTO t VALUES (1, 'x'), (2, 'Y'), (NULL, 'z'), (3, NULL);
INSERT INTO u VALUES (1, 'X'), (4, 'y'), (2, 'y'), (NULL, NULL);
INSERT INTO w VALUES (1, 'one'), (2, 'two'), (4, 'four'), (4, 'vier');
CREATE VIEW v AS SELECT a, b FROM t UNION ALL SELECT a, b FROM u;
EXPLAIN QUERY PLAN SELECT a, b FROM v WHERE a = 2;
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'UNION ALL'
--> 'SCAN u'
SELECT a, b FROM v WHERE a = 2;
--> 2, 'Y'
--> 2, 'y'
EXPLAIN QUERY PLAN SELECT a, b FROM (SELECT a, b FROM t UNION ALL SELECT a, b FROM u) ORDER BY a;
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN t USING INDEX ta'
--> 'RIGHT'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT a, b FROM (SELECT a, b FROM t UNION ALL SELECT a, b FROM u) ORDER BY a, b;
--> NULL, NULL
--> NULL, 'z'
--> 1, 'X'
--> 1, 'x'
--> 2, 'Y'
--> 2, 'y'
--> 3, NULL
--> 4, 'y'
SELECT a, b FROM v WHERE b = 'y';
--> 4, 'y'
--> 2, 'y'
SELECT a, b COLLATE BINARY AS c FROM v WHERE b = 'y' ORDER BY c;
--> 4, 'y'
--> 2, 'y'
SELECT b FROM (SELECT a, b FROM u UNION ALL SELECT a, b FROM t) WHERE b = 'y';
--> 'y'
--> 'y'
--> 'Y'
EXPLAIN QUERY PLAN SELECT v.a, n FROM v JOIN w ON v.a = w.a ORDER BY n, v.a LIMIT 3;
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN w'
--> 'SEARCH t USING COVERING INDEX ta (a=?)'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN w'
--> 'BLOOM FILTER ON u (a=?)'
--> 'SEARCH u USING AUTOMATIC COVERING INDEX (a=?)'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT v.a, n FROM v JOIN w ON v.a = w.a ORDER BY n, v.a LIMIT 3;
--> 4, 'four'
--> 1, 'one'
--> 1, 'one'
SELECT v.a, n FROM w, v WHERE v.a = w.a ORDER BY n DESC, v.a LIMIT 2 OFFSET 1;
--> 2, 'two'
--> 2, 'two'
SELECT v.a, n FROM v LEFT JOIN w ON v.a = w.a ORDER BY 1, 2;
--> NULL, NULL
--> NULL, NULL
--> 1, 'one'
--> 1, 'one'
--> 2, 'two'
--> 2, 'two'
--> 3, NULL
--> 4, 'four'
--> 4, 'vier'
EXPLAIN QUERY PLAN SELECT x.a, y.b FROM v x JOIN v y ON x.a = y.a;
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'SEARCH t USING COVERING INDEX ta (a=?)'
--> 'UNION ALL'
--> 'SCAN u'
--> 'SEARCH t USING COVERING INDEX ta (a=?)'
--> 'UNION ALL'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN u'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'UNION ALL'
--> 'SCAN u'
--> 'BLOOM FILTER ON u (a=?)'
--> 'SEARCH u USING AUTOMATIC COVERING INDEX (a=?)'
SELECT x.a, y.b FROM v x JOIN v y ON x.a = y.a ORDER BY 1, 2;
--> 1, 'X'
--> 1, 'X'
--> 1, 'x'
--> 1, 'x'
--> 2, 'Y'
--> 2, 'Y'
--> 2, 'y'
--> 2, 'y'
--> 3, NULL
--> 4, 'y'
SELECT a, (SELECT count(*) FROM w WHERE w.a = v.a) FROM v ORDER BY 1, 2;
--> NULL, 0
--> NULL, 0
--> 1, 1
--> 1, 1
--> 2, 1
--> 2, 1
--> 3, 0
--> 4, 2
SELECT a FROM v WHERE a IN (SELECT a FROM v WHERE b > 'x') ORDER BY a;
--> 2
--> 2
--> 4
SELECT a FROM v WHERE EXISTS (SELECT 1 FROM v AS z WHERE z.a = v.a + 1) ORDER BY 1;
--> 1
--> 1
--> 2
--> 2
--> 3
SELECT (SELECT b FROM v WHERE v.a = w.a), n FROM w ORDER BY n;
--> 'y', 'four'
--> 'x', 'one'
--> 'Y', 'two'
--> 'y', 'vier'
SELECT a + 1 AS s FROM v ORDER BY s DESC LIMIT 4;
--> 5
--> 4
--> 3
--> 3
SELECT a FROM v ORDER BY b, a;
--> NULL
--> 3
--> 1
--> 2
--> 1
--> 2
--> 4
--> NULL
SELECT count(*), max(a) FROM v;
--> 8, 4
SELECT a, count(*) FROM v GROUP BY a ORDER BY 1;
--> NULL, 2
--> 1, 2
--> 2, 2
--> 3, 1
--> 4, 1
SELECT DISTINCT a FROM v ORDER BY 1;
--> NULL
--> 1
--> 2
--> 3
--> 4
SELECT sum(a) OVER (ORDER BY a, b) FROM v ORDER BY 1;
--> NULL
--> NULL
--> 1
--> 2
--> 4
--> 6
--> 9
--> 13
SELECT * FROM (SELECT a FROM v LIMIT 3) ORDER BY a;
--> NULL
--> NULL
--> 1
SELECT a, b FROM v LIMIT 5;
--> 1, 'x'
--> 2, 'Y'
--> NULL, 'z'
--> 3, NULL
--> 1, 'X'
SELECT a FROM v UNION SELECT a FROM w ORDER BY 1;
--> NULL
--> 1
--> 2
--> 3
--> 4
SELECT a FROM v EXCEPT SELECT a FROM t ORDER BY 1;
--> 4
SELECT n FROM w EXCEPT SELECT b FROM v ORDER BY 1;
--> 'four'
--> 'one'
--> 'two'
--> 'vier'
SELECT w.a, v.b FROM w LEFT JOIN v ON w.a = v.a ORDER BY 1, 2;
--> 1, 'X'
--> 1, 'x'
--> 2, 'Y'
--> 2, 'y'
--> 4, 'y'
--> 4, 'y'
SELECT w.a, v.b FROM v RIGHT JOIN w ON w.a = v.a ORDER BY 1, 2;
--> 1, 'X'
--> 1, 'x'
--> 2, 'Y'
--> 2, 'y'
--> 4, 'y'
--> 4, 'y'

-- case common tables of several arms
CREATE TABLE t(x, y);
INSERT INTO t VALUES (1, 5), (2, 6), (3, NULL), (4, 7);
EXPLAIN QUERY PLAN WITH c AS (SELECT x, y FROM t WHERE x > 0 AND x <= 3) SELECT * FROM (SELECT x, y, 'first' AS src FROM c UNION ALL SELECT x, y, 'second' FROM c) combo ORDER BY src, x;
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
WITH c AS (SELECT x, y FROM t WHERE x > 0 AND x <= 3) SELECT * FROM (SELECT x, y, 'first' AS src FROM c UNION ALL SELECT x, y, 'second' FROM c) combo ORDER BY src, x;
--> 1, 5, 'first'
--> 2, 6, 'first'
--> 3, NULL, 'first'
--> 1, 5, 'second'
--> 2, 6, 'second'
--> 3, NULL, 'second'
WITH c AS (SELECT x FROM t UNION ALL SELECT y FROM t) SELECT a.x, b.x FROM c a JOIN c b ON a.x = b.x + 1 ORDER BY 1, 2;
--> 2, 1
--> 3, 2
--> 4, 3
--> 5, 4
--> 6, 5
--> 7, 6
WITH c AS (SELECT x FROM t UNION ALL SELECT y FROM t) SELECT (SELECT count(*) FROM c), x FROM c WHERE x > 3 ORDER BY x;
--> 8, 4
--> 8, 5
--> 8, 6
--> 8, 7
WITH c(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < 3), d AS (SELECT x, k FROM t, c WHERE x = k UNION ALL SELECT y, k FROM t, c WHERE y = k + 4) SELECT * FROM d WHERE x > 1 ORDER BY 1, 2;
--> 2, 2
--> 3, 3
--> 5, 1
--> 6, 2
--> 7, 3
INSERT INTO t SELECT x + 100, y FROM (SELECT x, y FROM t WHERE y > 5 UNION ALL SELECT y, x FROM t WHERE x = 1) WHERE x > 1;
SELECT * FROM t ORDER BY 1, 2;
--> 1, 5
--> 2, 6
--> 3, NULL
--> 4, 7
--> 102, 6
--> 104, 7
--> 105, 1
CREATE TABLE z AS SELECT x AS p FROM (SELECT x FROM t UNION ALL SELECT y FROM t) WHERE x < 5;
SELECT p FROM z ORDER BY 1;
--> 1
--> 1
--> 2
--> 3
--> 4

-- case arms of other kinds
CREATE TABLE t(x INT, y TEXT);
INSERT INTO t VALUES (1, '5'), (2, '6');
EXPLAIN QUERY PLAN SELECT * FROM (SELECT x FROM t UNION ALL SELECT y FROM t) WHERE x = 5;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'UNION ALL'
--> 'SCAN t'
--> 'SCAN (subquery-2)'
SELECT * FROM (SELECT x FROM t UNION ALL SELECT y FROM t) WHERE x = 5;
SELECT * FROM (SELECT y FROM t UNION ALL SELECT x FROM t) WHERE y = 5;
EXPLAIN QUERY PLAN SELECT * FROM (SELECT x FROM t UNION ALL VALUES (3)) WHERE x > 1;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'UNION ALL'
--> 'SCAN CONSTANT ROW'
--> 'SCAN (subquery-2)'
SELECT * FROM (SELECT x FROM t UNION ALL VALUES (3)) WHERE x > 1;
--> 2
--> 3
SELECT * FROM (SELECT x FROM t UNION SELECT 2) WHERE x > 1;
--> 2
SELECT * FROM (SELECT max(x) AS x FROM t UNION ALL SELECT x FROM t) WHERE x > 1;
--> 2
--> 2
SELECT * FROM (SELECT x, y FROM t UNION ALL SELECT y, x FROM t ORDER BY 1 LIMIT 3) WHERE x > 1;
--> 2, '6'
--> '5', 1
SELECT * FROM (SELECT x, y FROM t UNION ALL SELECT x + 1, y FROM t ORDER BY 2 DESC), t AS o WHERE o.x = 1 ORDER BY 1;
--> 1, '5', 1, '5'
--> 2, '6', 1, '5'
--> 2, '5', 1, '5'
--> 3, '6', 1, '5'

-- case the rows of a UNION ALL are counted arm by arm
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (NULL, 3), (4, NULL);
CREATE INDEX tb ON t(b);
CREATE VIEW v AS SELECT a FROM t UNION ALL SELECT b FROM t UNION ALL SELECT 5;
EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t);
--> 'SCAN CONSTANT ROW'
--> 'SCALAR SUBQUERY 1'
--> 'SCAN t USING COVERING INDEX tb'
--> 'SCALAR SUBQUERY 2'
--> 'SCAN t USING COVERING INDEX tb'
SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t);
--> 6
SELECT count(*) FROM v;
--> 7
SELECT count(*) + 1 FROM v;
--> 8
SELECT count(*) FROM v WHERE a > 1;
--> 4
SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t LIMIT 4);
--> 4
SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t WHERE b > 2);
--> 4
SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT DISTINCT 1 FROM t);
--> 4
SELECT count(*) FROM (SELECT a FROM t UNION ALL SELECT count(*) FROM t);
--> 4
SELECT count(*) FROM (VALUES (1) UNION ALL SELECT b FROM t);
--> 4
SELECT count(*) FROM v ORDER BY 1;
--> 7
SELECT count(*) FROM v LIMIT 0;
SELECT count(*) FROM v HAVING count(*) > 100;
SELECT (SELECT count(*) FROM (SELECT t.a UNION ALL SELECT t.b FROM t AS u)) FROM t;
--> 4
--> 4
--> 4
SELECT a FROM t WHERE (SELECT count(*) FROM (SELECT 1 UNION ALL SELECT 2 FROM t AS u)) = 4;
--> 1
--> NULL
--> 4
WITH c AS (SELECT a FROM t UNION ALL SELECT b FROM t) SELECT count(*) FROM c;
--> 6
SELECT count(*) FROM (SELECT x.a FROM t AS x JOIN t AS y UNION ALL SELECT b FROM t);
--> 12
SELECT count(*) FROM (SELECT x.a FROM t AS x LEFT JOIN t AS y ON x.a = y.b UNION ALL SELECT b FROM t);
--> 6

-- case what is only counted may be an aggregate out of place
CREATE TABLE o(c1);
INSERT INTO o VALUES (1), (2);
CREATE TABLE i(c2);
INSERT INTO i VALUES (7);
SELECT c1 FROM o WHERE (SELECT count(*) FROM (SELECT 1 UNION ALL SELECT sum(c1)));
--> 1
--> 2
SELECT c1 FROM o WHERE EXISTS (SELECT 1 FROM i WHERE (SELECT count(*) FROM (SELECT 1 UNION ALL SELECT sum(c1))));
--> 1
--> 2
SELECT c1 FROM o WHERE EXISTS (SELECT 1 FROM i WHERE (SELECT count(*) FROM (SELECT 1 WHERE true UNION ALL SELECT sum(c1))));
--> error: misuse of aggregate: sum()
SELECT c1 FROM o WHERE (SELECT x FROM (SELECT 1 AS x UNION ALL SELECT sum(c1)));
--> error: misuse of aggregate: sum()

-- case what is only counted in HAVING may be an aggregate out of place
CREATE TABLE o(c1, c2);
INSERT INTO o VALUES (1, 2), (3, 4);
CREATE TABLE i(c3, c4);
INSERT INTO i VALUES (5, 6);
SELECT c1 FROM o WHERE EXISTS (SELECT 1 FROM i GROUP BY c3 HAVING (SELECT count(*) FROM (SELECT 1 UNION ALL SELECT sum(DISTINCT c1)))) BETWEEN 1 AND 1;
--> 1
--> 3
SELECT c1 FROM o WHERE EXISTS (SELECT 1 FROM i GROUP BY c3 HAVING (SELECT x FROM (SELECT 1 AS x UNION ALL SELECT sum(DISTINCT c1))));
--> error: misuse of aggregate: sum()
SELECT c1 FROM o WHERE EXISTS (SELECT max(c4) FROM i GROUP BY c3 HAVING (SELECT count(*) FROM (SELECT 1 UNION ALL SELECT sum(c1))) > count(*));
--> 1
--> 3
