-- DISTINCT and ORDER BY that need no work of their own; groups in the order of an index.

-- case DISTINCT by keys
CREATE TABLE t(id INTEGER PRIMARY KEY, a NOT NULL, b, c TEXT NOT NULL COLLATE NOCASE, UNIQUE(a, c));
CREATE UNIQUE INDEX tb ON t(b);
INSERT INTO t VALUES (1, 1, NULL, 'x'), (2, 1, NULL, 'y'), (3, 2, 5, 'x'), (4, 2, 6, 'y');
EXPLAIN QUERY PLAN SELECT DISTINCT id, a FROM t;
--> 'SCAN t USING COVERING INDEX sqlite_autoindex_t_1'
EXPLAIN QUERY PLAN SELECT DISTINCT a, c FROM t WHERE b > 1;
--> 'SEARCH t USING INDEX tb (b>?)'
EXPLAIN QUERY PLAN SELECT DISTINCT c FROM t WHERE a = 1;
--> 'SEARCH t USING COVERING INDEX sqlite_autoindex_t_1 (a=?)'
EXPLAIN QUERY PLAN SELECT DISTINCT b FROM t;
--> 'SCAN t USING COVERING INDEX tb'
EXPLAIN QUERY PLAN SELECT DISTINCT c COLLATE BINARY, a FROM t;
--> 'SCAN t USING COVERING INDEX sqlite_autoindex_t_1'
--> 'USE TEMP B-TREE FOR DISTINCT'
SELECT DISTINCT b FROM t ORDER BY 1;
--> NULL
--> 5
--> 6
SELECT DISTINCT c FROM t WHERE a = 1 ORDER BY 1;
--> 'x'
--> 'y'
SELECT DISTINCT c COLLATE BINARY, a FROM t ORDER BY 1, 2;
--> 'x', 1
--> 'x', 2
--> 'y', 1
--> 'y', 2
EXPLAIN QUERY PLAN SELECT DISTINCT id FROM t ORDER BY id DESC;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT DISTINCT id, a FROM t ORDER BY b;
--> 'SCAN t USING INDEX tb'

-- case DISTINCT by order
CREATE TABLE t(a, b, c);
CREATE TABLE u(a, b);
CREATE INDEX tab ON t(a, b);
INSERT INTO t VALUES (1, 2, 3), (2, 3, 4), (1, 3, 4), (2, 1, 9), (NULL, 1, 1), (NULL, NULL, 2), (1.0, 2, 5), ('1', 2, 6), (NULL, 1, 3);
INSERT INTO u VALUES (1, 1), (2, NULL);
EXPLAIN QUERY PLAN SELECT DISTINCT a FROM t;
--> 'SCAN t USING COVERING INDEX tab'
SELECT DISTINCT a FROM t;
--> NULL
--> 1
--> 2
--> '1'
EXPLAIN QUERY PLAN SELECT DISTINCT b, a FROM t LIMIT 4;
--> 'SCAN t USING COVERING INDEX tab'
SELECT DISTINCT b, a FROM t LIMIT 4;
--> NULL, NULL
--> 1, NULL
--> 2, 1
--> 3, 1
SELECT DISTINCT a, b FROM t ORDER BY a DESC;
--> '1', 2
--> 2, 3
--> 2, 1
--> 1, 3
--> 1.0, 2
--> NULL, 1
--> NULL, NULL
EXPLAIN QUERY PLAN SELECT DISTINCT a, b FROM t ORDER BY a;
--> 'SCAN t USING COVERING INDEX tab'
SELECT DISTINCT b FROM t ORDER BY a;
--> NULL
--> 1
--> 2
--> 3
SELECT DISTINCT t.a FROM t, u ORDER BY 1;
--> NULL
--> 1
--> 2
--> '1'
EXPLAIN QUERY PLAN SELECT DISTINCT t.a FROM t, u;
--> 'SCAN t USING COVERING INDEX tab'
--> 'SCAN u'
SELECT DISTINCT u.a, t.a FROM u, t ORDER BY 1, 2;
--> 1, NULL
--> 1, 1
--> 1, 2
--> 1, '1'
--> 2, NULL
--> 2, 1
--> 2, 2
--> 2, '1'
SELECT DISTINCT a, 1, c IS NULL FROM t WHERE a = 1;
--> 1, 1, 0
SELECT DISTINCT a COLLATE NOCASE FROM t ORDER BY 1;
--> NULL
--> 1
--> 2
--> '1'
SELECT count(*) FROM (SELECT DISTINCT a, b FROM t);
--> 7
SELECT DISTINCT a FROM t WHERE b > 1 LIMIT 1 OFFSET 1;
--> 2
SELECT (SELECT DISTINCT t.a FROM t WHERE t.a = u.a) FROM u;
--> 1
--> 2
EXPLAIN QUERY PLAN SELECT count(DISTINCT a), 1 FROM t;
--> 'SCAN t USING COVERING INDEX tab'
SELECT count(DISTINCT a), sum(DISTINCT a) FROM t;
--> 3, 4
SELECT count(DISTINCT a) FROM t;
--> 3
SELECT group_concat(DISTINCT a) FROM t;
--> '1,2,1'
EXPLAIN QUERY PLAN SELECT a, count(DISTINCT b) FROM t GROUP BY a;
--> 'SCAN t USING COVERING INDEX tab'
SELECT a, count(DISTINCT b) FROM t GROUP BY a;
--> NULL, 1
--> 1, 2
--> 2, 2
--> '1', 1
SELECT a, group_concat(DISTINCT b) FROM t GROUP BY a;
--> NULL, '1'
--> 1, '2,3'
--> 2, '1,3'
--> '1', '2'
SELECT a, count(DISTINCT b) FILTER (WHERE c > 3) FROM t GROUP BY a;
--> NULL, 0
--> 1, 2
--> 2, 2
--> '1', 1
SELECT count(DISTINCT a) FILTER (WHERE c > 3) FROM t;
--> 3
SELECT b, count(DISTINCT a) FROM t GROUP BY b ORDER BY 1;
--> NULL, 0
--> 1, 1
--> 2, 2
--> 3, 2
SELECT total(DISTINCT u.a) FROM u, t WHERE t.a = u.a;
--> 3.0

-- case groups and their order
CREATE TABLE t(a, b, c);
CREATE TABLE u(a, b, c);
CREATE INDEX tab ON t(a, b);
INSERT INTO t VALUES (1, 2, 3), (2, 3, 4), (1, 3, 4), (2, 1, 9), (NULL, 1, 1), (1, 2, 8), (NULL, NULL, 2);
INSERT INTO u SELECT * FROM t;
EXPLAIN QUERY PLAN SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a DESC, b;
--> 'SCAN t USING INDEX tab'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a DESC, b;
--> 2, 1, 9
--> 2, 3, 4
--> 1, 2, 11
--> 1, 3, 4
--> NULL, NULL, 2
--> NULL, 1, 1
EXPLAIN QUERY PLAN SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a DESC, b DESC;
--> 'SCAN t USING INDEX tab'
SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a DESC, b DESC;
--> 2, 3, 4
--> 2, 1, 9
--> 1, 3, 4
--> 1, 2, 11
--> NULL, 1, 1
--> NULL, NULL, 2
EXPLAIN QUERY PLAN SELECT a, b, sum(c) FROM t GROUP BY b, a ORDER BY b, a;
--> 'SCAN t USING INDEX tab'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT a, b, sum(c) FROM t GROUP BY b, a ORDER BY b, a;
--> NULL, NULL, 2
--> NULL, 1, 1
--> 2, 1, 9
--> 1, 2, 11
--> 1, 3, 4
--> 2, 3, 4
SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a DESC;
--> 2, 1, 9
--> 2, 3, 4
--> 1, 2, 11
--> 1, 3, 4
--> NULL, NULL, 2
--> NULL, 1, 1
SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a;
--> NULL, NULL, 2
--> NULL, 1, 1
--> 1, 2, 11
--> 1, 3, 4
--> 2, 1, 9
--> 2, 3, 4
SELECT a, b, sum(c) FROM t GROUP BY a, b ORDER BY a NULLS LAST, b;
--> 1, 2, 11
--> 1, 3, 4
--> 2, 1, 9
--> 2, 3, 4
--> NULL, NULL, 2
--> NULL, 1, 1
EXPLAIN QUERY PLAN SELECT a, b, sum(c) FROM u GROUP BY a, b ORDER BY a DESC, b;
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR GROUP BY'
SELECT a, b, sum(c) FROM u GROUP BY a, b ORDER BY a DESC, b LIMIT 3;
--> 2, 1, 9
--> 2, 3, 4
--> 1, 2, 11

-- case ORDER BY inside
CREATE TABLE t(a, b);
CREATE TABLE u(a, b);
INSERT INTO t VALUES (2, 1), (1, 2), (3, 0), (1, 0);
INSERT INTO u VALUES (7, 8);
EXPLAIN QUERY PLAN SELECT x FROM (SELECT DISTINCT a AS x FROM t ORDER BY b), u;
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'SCAN (subquery-1)'
--> 'SCAN u'
SELECT x FROM (SELECT DISTINCT a AS x FROM t ORDER BY b) ORDER BY x;
--> 1
--> 2
--> 3
EXPLAIN QUERY PLAN SELECT x FROM (SELECT DISTINCT a AS x FROM t ORDER BY b) ORDER BY x;
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'SCAN (subquery-1)'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT count(x) FROM (SELECT a AS x FROM t ORDER BY b), u;
--> 'SCAN t'
--> 'SCAN u'
EXPLAIN QUERY PLAN SELECT group_concat(x) FROM (SELECT a AS x FROM t ORDER BY b), u;
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'SCAN (subquery-1)'
--> 'SCAN u'
SELECT group_concat(x) FROM (SELECT a AS x FROM t ORDER BY b), u;
--> '3,1,2,1'
SELECT group_concat(x) FROM (SELECT a AS x FROM t ORDER BY b);
--> '3,1,2,1'
EXPLAIN QUERY PLAN SELECT x FROM (SELECT a AS x, b FROM t UNION SELECT a, b FROM u ORDER BY 2, 1) ORDER BY x;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'UNION USING TEMP B-TREE'
--> 'SCAN u'
--> 'SCAN (subquery-2)'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT x FROM (SELECT a AS x, b FROM t UNION SELECT a, b FROM u ORDER BY 2, 1) ORDER BY x;
--> 1
--> 1
--> 2
--> 3
--> 7
SELECT x FROM (SELECT a AS x FROM t ORDER BY b LIMIT 2) ORDER BY x;
--> 1
--> 3
SELECT x, row_number() OVER () FROM (SELECT a AS x FROM t ORDER BY b);
--> 3, 1
--> 1, 2
--> 2, 3
--> 1, 4

-- case IS NOT NULL as a range
CREATE TABLE t(a, b NOT NULL, c);
CREATE INDEX ta ON t(a, c);
CREATE INDEX tb ON t(b);
CREATE INDEX td ON t(c DESC);
INSERT INTO t VALUES (NULL, 1, 1), (2, 2, NULL), (1, 3, 3), (NULL, 4, NULL), ('x', 5, 5);
EXPLAIN QUERY PLAN SELECT a FROM t WHERE a IS NOT NULL;
--> 'SEARCH t USING COVERING INDEX ta (a>?)'
SELECT a FROM t WHERE a IS NOT NULL;
--> 1
--> 2
--> 'x'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a NOTNULL ORDER BY a DESC;
--> 'SEARCH t USING INDEX ta (a>?)'
SELECT * FROM t WHERE a NOTNULL ORDER BY a DESC;
--> 'x', 5, 5
--> 2, 2, NULL
--> 1, 3, 3
EXPLAIN QUERY PLAN SELECT b FROM t WHERE b IS NOT NULL;
--> 'SCAN t USING COVERING INDEX tb'
SELECT c FROM t WHERE c IS NOT NULL ORDER BY c DESC;
--> 5
--> 3
--> 1
SELECT c FROM t WHERE c IS NOT NULL AND c < 4 ORDER BY c;
--> 1
--> 3
SELECT a, c FROM t WHERE a = 1 AND c IS NOT NULL;
--> 1, 3
SELECT x.b, y.a FROM t x LEFT JOIN t y ON y.a IS NOT NULL AND y.b = x.b ORDER BY 1, 2;
--> 1, NULL
--> 2, 2
--> 3, 1
--> 4, NULL
--> 5, 'x'
SELECT min(a), max(a) FROM t;
--> 1, 'x'
EXPLAIN QUERY PLAN SELECT min(a) FROM t;
--> 'SEARCH t USING COVERING INDEX ta'
SELECT b FROM t WHERE a IS NOT NULL OR b = 4 ORDER BY b;
--> 2
--> 3
--> 4
--> 5
