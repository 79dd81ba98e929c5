-- case members of IN come in their order
CREATE TABLE t(a, b, c, id INTEGER PRIMARY KEY);
CREATE INDEX ta ON t(a, b);
CREATE INDEX tc ON t(c DESC);
INSERT INTO t(a, b, c) VALUES (3, 1, 5), (1, 2, 6), (2, 2, 5), (1, 1, 7), (3, 0, NULL), (NULL, 1, 6), ('x', 2, 'y');
EXPLAIN QUERY PLAN SELECT id FROM t WHERE a IN (3, 1) ORDER BY a;
--> 'SEARCH t USING COVERING INDEX ta (a=?)'
EXPLAIN QUERY PLAN SELECT id FROM t WHERE a IN (3, 1) ORDER BY a DESC, b DESC;
--> 'SEARCH t USING COVERING INDEX ta (a=?)'
EXPLAIN QUERY PLAN SELECT id FROM t WHERE c IN (SELECT c FROM t) ORDER BY c;
--> 'SEARCH t USING COVERING INDEX tc (c=?)'
--> 'LIST SUBQUERY 1'
--> 'SCAN t USING COVERING INDEX tc'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT id FROM t WHERE id IN (5, 2, 4) ORDER BY id DESC;
--> 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
SELECT id FROM t WHERE a IN (3, 1, NULL, 'x', 9) ORDER BY a;
--> 4
--> 2
--> 5
--> 1
--> 7
SELECT id FROM t WHERE a IN (3, 1, 'x') ORDER BY a DESC;
--> 7
--> 1
--> 5
--> 2
--> 4
SELECT id FROM t WHERE a IN (3, 1) ORDER BY a, b;
--> 4
--> 2
--> 5
--> 1
SELECT id FROM t WHERE a IN (3, 1) AND b IN (0, 2, 1) ORDER BY a DESC, b DESC;
--> 1
--> 5
--> 2
--> 4
SELECT id FROM t WHERE a IN (3, 1) AND b IN (0, 2, 1) ORDER BY a DESC, b;
--> 5
--> 1
--> 4
--> 2
SELECT id, c FROM t WHERE c IN (SELECT c FROM t WHERE c > 5) ORDER BY c, id;
--> 2, 6
--> 6, 6
--> 4, 7
--> 7, 'y'
SELECT id, c FROM t WHERE c IN (6, 5, 7) ORDER BY c DESC, id DESC;
--> 4, 7
--> 6, 6
--> 2, 6
--> 3, 5
--> 1, 5
SELECT id FROM t WHERE id IN (5, 2, 4) ORDER BY id DESC;
--> 5
--> 4
--> 2
SELECT id FROM t WHERE id IN (SELECT c FROM t) ORDER BY id;
--> 5
--> 6
--> 7
SELECT x.id, t.id FROM t AS x LEFT JOIN t ON t.a IN (x.b, x.c) WHERE x.id < 4 ORDER BY x.id, t.a;
--> 1, 4
--> 1, 2
--> 2, 3
--> 3, 3
SELECT DISTINCT a FROM t WHERE a IN (2, 3, 1) ORDER BY a DESC LIMIT 2;
--> 3
--> 2

-- case an OR of two comparisons is a range
CREATE TABLE t(a, b);
CREATE INDEX ta ON t(a);
INSERT INTO t VALUES (1, 1), (2, 2), (2, NULL), (3, 3), (NULL, 2), ('2', 2), (0, 5);
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a > 2 OR a = 2;
--> 'SEARCH t USING INDEX ta (a>?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a > 2 OR (a = 2 AND b = 2);
--> 'SEARCH t USING INDEX ta (a>?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a < 2 OR 2 = a;
--> 'SEARCH t USING INDEX ta (a<?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a < 1 OR a > 2;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a<?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX ta (a>?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a < 1 OR a = 2;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a<?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX ta (a=?)'
SELECT a, b FROM t WHERE a > 2 OR a = 2 ORDER BY a, b;
--> 2, NULL
--> 2, 2
--> 3, 3
--> '2', 2
SELECT a, b FROM t WHERE a > 2 OR (a = 2 AND b = 2) ORDER BY a, b;
--> 2, 2
--> 3, 3
--> '2', 2
SELECT a, b FROM t WHERE a < 2 OR 2 = a ORDER BY a, b;
--> 0, 5
--> 1, 1
--> 2, NULL
--> 2, 2
SELECT a, b FROM t WHERE a < 1 OR a = 2 ORDER BY a, b;
--> 0, 5
--> 2, NULL
--> 2, 2
SELECT a, b FROM t WHERE (a >= 3 AND b > 0) OR (a > 3 AND b < 0) ORDER BY a, b;
--> 3, 3
--> '2', 2

-- case what LIMIT, views and empty operands decide
CREATE TABLE t(a, b, c, d, e);
CREATE INDEX tb ON t(b);
CREATE TABLE w(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE p(x INTEGER PRIMARY KEY, y);
INSERT INTO t VALUES (1, 2, 3, 4, 5), (2, 1, 3, 4, 5), (3, 3, 3, 4, 5);
INSERT INTO w VALUES (1, 'q'), (2, 'r'), (3, 'q');
INSERT INTO p VALUES (1, 1), (2, 2), (3, 1);
CREATE VIEW v AS SELECT a, b, c FROM t;
EXPLAIN QUERY PLAN SELECT b FROM v WHERE b > 1;
--> 'SEARCH t USING COVERING INDEX tb (b>?)'
EXPLAIN QUERY PLAN SELECT a FROM v WHERE b > 1;
--> 'SEARCH t USING INDEX tb (b>?)'
EXPLAIN QUERY PLAN SELECT (SELECT max(v.a) FROM w) FROM v WHERE b > 1;
--> 'SEARCH t USING INDEX tb (b>?)'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN w'
EXPLAIN QUERY PLAN SELECT count(*) FROM t;
--> 'SCAN t USING COVERING INDEX tb'
EXPLAIN QUERY PLAN SELECT count(*) FROM w;
--> 'SCAN w'
EXPLAIN QUERY PLAN SELECT count(*) FROM t NOT INDEXED;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM p JOIN w ON w.v = p.y;
--> 'SCAN p'
--> 'BLOOM FILTER ON w (v=?)'
--> 'SEARCH w USING AUTOMATIC COVERING INDEX (v=?)'
EXPLAIN QUERY PLAN SELECT * FROM p, t WHERE (x = a AND y = 1 AND d = 4) OR (x = a AND y = 2 AND d = 5);
--> 'SCAN t'
--> 'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'
EXPLAIN QUERY PLAN WITH r(x) AS (VALUES (1), (2)) SELECT * FROM r;
--> 'CO-ROUTINE r'
--> 'SCAN 2 CONSTANT ROWS'
--> 'SCAN r'
EXPLAIN QUERY PLAN WITH r(x) AS (SELECT b FROM t LIMIT 2) SELECT * FROM r AS x, r AS y;
--> 'MATERIALIZE r'
--> 'SCAN t USING COVERING INDEX tb'
--> 'SCAN x'
--> 'SCAN y'
SELECT b FROM v WHERE b > 1 ORDER BY b;
--> 2
--> 3
SELECT (SELECT max(v.a) FROM w) FROM v WHERE b > 1 ORDER BY 1;
--> 3
SELECT count(*) FROM t;
--> 3
SELECT count(*) FROM w;
--> 3
SELECT x, k FROM p JOIN w ON w.v = CASE p.y WHEN 1 THEN 'q' END ORDER BY 1, 2;
--> 1, 1
--> 1, 3
--> 3, 1
--> 3, 3
SELECT x, a FROM p, t WHERE (x = a AND y = 1 AND d = 4) OR (x = a AND y = 2 AND d = 5) ORDER BY 1, 2;
--> 1, 1
--> 3, 3
WITH r(x) AS (SELECT b FROM t ORDER BY b LIMIT 2) SELECT x.x, y.x FROM r AS x, r AS y ORDER BY 1, 2;
--> 1, 1
--> 1, 2
--> 2, 1
--> 2, 2
WITH r(x) AS (SELECT b FROM t ORDER BY b LIMIT 2) SELECT (SELECT count(*) FROM r), (SELECT max(x) FROM r WHERE x < t.a) FROM t ORDER BY t.a;
--> 2, NULL
--> 2, 1
--> 2, 2
SELECT t.a, column1 FROM t LEFT JOIN (VALUES (1), (2)) AS r ON r.column1 = t.a ORDER BY 1;
--> 1, 1
--> 2, 2
--> 3, NULL

-- case a derived table whose rows are taken as they are made stands before those that are kept
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (2, 1), (3, 3), (2, 5);
EXPLAIN QUERY PLAN SELECT * FROM (SELECT a, max(b) AS m FROM t GROUP BY a) AS x, (SELECT b, count(*) AS n FROM t GROUP BY b) AS y;
--> 'CO-ROUTINE x'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'MATERIALIZE y'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'SCAN x'
--> 'SCAN y'
EXPLAIN QUERY PLAN SELECT * FROM t JOIN (SELECT a, max(b) AS m FROM t GROUP BY a) AS x ON x.a = t.b;
--> 'CO-ROUTINE x'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'SCAN t'
--> 'BLOOM FILTER ON x (a=?)'
--> 'SEARCH x USING AUTOMATIC COVERING INDEX (a=?)'
SELECT x.a, m, y.b, n FROM (SELECT a, max(b) AS m FROM t GROUP BY a) AS x, (SELECT b, count(*) AS n FROM t GROUP BY b) AS y WHERE m <= y.b ORDER BY 1, 3;
--> 1, 2, 2, 1
--> 1, 2, 3, 1
--> 1, 2, 5, 1
--> 2, 5, 5, 1
--> 3, 3, 3, 1
--> 3, 3, 5, 1
SELECT t.a, x.m FROM t JOIN (SELECT a, max(b) AS m FROM t GROUP BY a) AS x ON x.a = t.b ORDER BY 1, 2;
--> 1, 5
--> 2, 2
--> 3, 3
SELECT (SELECT sum(m * n) FROM (SELECT a, max(b) AS m FROM t WHERE a >= z.a GROUP BY a) AS x, (SELECT b, count(*) AS n FROM t GROUP BY b) AS y) FROM t AS z;
--> 40
--> 32
--> 12
--> 32
SELECT x.a, y.b FROM (SELECT a FROM t ORDER BY a LIMIT 3) AS x LEFT JOIN (SELECT b FROM t LIMIT 2) AS y ON y.b = x.a ORDER BY 1;
--> 1, 1
--> 2, 2
--> 2, 2

-- case in a table without rowid an index of a UNIQUE constraint does not hold the primary key
CREATE TABLE t1(a, b, d, e, f, PRIMARY KEY (d, f), UNIQUE (a)) WITHOUT ROWID;
INSERT INTO t1 VALUES ('a', 1, 1, 1, 'Abc'), (1, 1, 64, 1, 'ABC');
SELECT f FROM t1;
--> 'Abc'
--> 'ABC'
SELECT d, a FROM t1;
--> 1, 'a'
--> 64, 1
SELECT a FROM t1;
--> 1
--> 'a'
SELECT f COLLATE NOCASE FROM t1 EXCEPT SELECT 1 ORDER BY 1;
--> 'Abc'
EXPLAIN QUERY PLAN SELECT d FROM t1;
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT d FROM t1 WHERE a = 1;
--> 'SEARCH t1 USING INDEX sqlite_autoindex_t1_2 (a=?)'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE a = 1;
--> 'SEARCH t1 USING COVERING INDEX sqlite_autoindex_t1_2 (a=?)'
CREATE INDEX i ON t1(b);
EXPLAIN QUERY PLAN SELECT b, d FROM t1;
--> 'SCAN t1 USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT d FROM t1 WHERE b = 1;
--> 'SEARCH t1 USING COVERING INDEX i (b=?)'

-- case ORDER BY of a derived table is dropped where no aggregate sees it
CREATE TABLE t1(c);
CREATE TABLE t2(b);
CREATE VIEW v AS SELECT c FROM t1 ORDER BY 1;
EXPLAIN QUERY PLAN SELECT count(b) FROM v JOIN t2 GROUP BY b;
--> 'SCAN t1'
--> 'SCAN t2'
--> 'USE TEMP B-TREE FOR GROUP BY'
EXPLAIN QUERY PLAN SELECT b, min(c), max(c) FROM v JOIN t2 GROUP BY b;
--> 'SCAN t1'
--> 'SCAN t2'
--> 'USE TEMP B-TREE FOR GROUP BY'
EXPLAIN QUERY PLAN SELECT group_concat(b) FROM v JOIN t2;
--> 'CO-ROUTINE v'
--> 'SCAN t1'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'SCAN v'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT count(c) FROM v;
--> 'CO-ROUTINE v'
--> 'SCAN t1'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'SCAN v'
EXPLAIN QUERY PLAN SELECT max(c) FROM v GROUP BY c ORDER BY 1;
--> 'SCAN t1'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'USE TEMP B-TREE FOR ORDER BY'

-- case a derived table in a subquery that is run often has an index of its own
CREATE TABLE t(a, b);
CREATE TABLE o(x, y);
CREATE TABLE u(p, q);
INSERT INTO t VALUES (1, 2), (1, 3), (2, 4);
INSERT INTO o VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO u VALUES (2, 5), (4, 6);
EXPLAIN QUERY PLAN SELECT (SELECT c FROM (SELECT a, count(*) AS c FROM t GROUP BY a) AS s WHERE s.a = o.x) FROM o;
--> 'SCAN o'
--> 'CORRELATED SCALAR SUBQUERY 2'
--> 'CO-ROUTINE s'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'BLOOM FILTER ON s (a=?)'
--> 'SEARCH s USING AUTOMATIC COVERING INDEX (a=?)'
EXPLAIN QUERY PLAN SELECT (SELECT count(*) FROM (SELECT DISTINCT a, b FROM t) AS s JOIN u ON p = b WHERE s.a = o.x) FROM o;
--> 'SCAN o'
--> 'CORRELATED SCALAR SUBQUERY 2'
--> 'CO-ROUTINE s'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'BLOOM FILTER ON s (a=?)'
--> 'SEARCH s USING AUTOMATIC COVERING INDEX (a=?)'
--> 'BLOOM FILTER ON u (p=?)'
--> 'SEARCH u USING AUTOMATIC COVERING INDEX (p=?)'
EXPLAIN QUERY PLAN SELECT (SELECT count(*) FROM u WHERE p = o.x) FROM o;
--> 'SCAN o'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN u'
EXPLAIN QUERY PLAN SELECT * FROM (SELECT a, b FROM t LIMIT 10), o WHERE a = 5;
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN t'
--> 'SCAN (subquery-1)'
--> 'SCAN o'
EXPLAIN QUERY PLAN SELECT * FROM o WHERE EXISTS (SELECT 1 FROM (SELECT DISTINCT p, q FROM u) WHERE p = o.x AND q > 3);
--> 'SCAN o'
--> 'CORRELATED SCALAR SUBQUERY 2'
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'BLOOM FILTER ON (subquery-1) (p=?)'
--> 'SEARCH (subquery-1) USING AUTOMATIC PARTIAL COVERING INDEX (p=?)'
SELECT (SELECT c FROM (SELECT a, count(*) AS c FROM t GROUP BY a) AS s WHERE s.a = o.x) FROM o;
--> 2
--> 1
--> NULL
SELECT (SELECT count(*) FROM (SELECT DISTINCT a, b FROM t) AS s JOIN u ON p = b WHERE s.a = o.x) FROM o;
--> 1
--> 1
--> 0
SELECT * FROM o WHERE EXISTS (SELECT 1 FROM (SELECT DISTINCT p, q FROM u) WHERE p = o.x AND q > 3);
--> 2, 2
