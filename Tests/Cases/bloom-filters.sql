-- case an automatic index has a filter before it
CREATE TABLE t(a, b);
CREATE TABLE u(a, c TEXT COLLATE NOCASE);
CREATE TABLE w(a PRIMARY KEY, d) WITHOUT ROWID;
INSERT INTO t VALUES (1, 'x'), (2.0, 'Y'), ('3', x'7a'), (NULL, 'z'), (9007199254740993, NULL), (-0.0, 'q');
INSERT INTO u VALUES (1.0, 'X'), (2, 'y'), (3, 'Z'), (NULL, 'z'), (9007199254740992.0, NULL), (0, 'Q');
INSERT INTO w VALUES (1, 'a'), (2, 'b'), ('3', 'c');
EXPLAIN QUERY PLAN SELECT * FROM t JOIN u ON t.a = u.a;
--> 'SCAN t'
--> 'BLOOM FILTER ON u (a=?)'
--> 'SEARCH u USING AUTOMATIC COVERING INDEX (a=?)'
SELECT t.rowid, u.rowid FROM t JOIN u ON t.a = u.a ORDER BY 1, 2;
--> 1, 1
--> 2, 2
--> 6, 6
SELECT t.rowid, u.rowid FROM t JOIN u ON t.b = u.c ORDER BY 1, 2;
--> 4, 4
SELECT t.rowid, u.rowid FROM t JOIN u ON t.b = u.c COLLATE BINARY ORDER BY 1, 2;
--> 4, 4
SELECT t.rowid, u.rowid FROM t LEFT JOIN u ON t.a = u.a AND t.b = u.c ORDER BY 1, 2;
--> 1, NULL
--> 2, NULL
--> 3, NULL
--> 4, NULL
--> 5, NULL
--> 6, NULL
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN u ON t.a = u.a AND t.b = u.c;
--> 'SCAN t'
--> 'BLOOM FILTER ON u (c=? AND a=?)'
--> 'SEARCH u USING AUTOMATIC COVERING INDEX (c=? AND a=?) LEFT-JOIN'
SELECT t.rowid, w.d FROM t LEFT JOIN w ON w.d = t.b OR w.d = 'b' ORDER BY 1, 2;
--> 1, 'b'
--> 2, 'b'
--> 3, 'b'
--> 4, 'b'
--> 5, 'b'
--> 6, 'b'
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN (SELECT a, max(c) AS m FROM u GROUP BY a) AS v ON v.m = t.b;
--> 'MATERIALIZE v'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'SCAN t'
--> 'BLOOM FILTER ON v (m=?)'
--> 'SEARCH v USING AUTOMATIC COVERING INDEX (m=?) LEFT-JOIN'
SELECT t.rowid, v.m FROM t LEFT JOIN (SELECT a, max(c) AS m FROM u GROUP BY a) AS v ON v.m = t.b ORDER BY 1, 2;
--> 1, NULL
--> 2, NULL
--> 3, NULL
--> 4, 'z'
--> 5, NULL
--> 6, NULL

-- case filters over the members of IN
CREATE TABLE t(a, b TEXT COLLATE NOCASE, c INTEGER);
CREATE TABLE u(x, y);
CREATE INDEX tc ON t(c);
INSERT INTO t VALUES (1, 'one', 1), (2.0, 'TWO', 2), ('3', 'three', 3), (NULL, NULL, NULL), (x'31', 'x', 31);
INSERT INTO u VALUES (1, 'ONE'), (2, 'two'), (3.0, 'Three'), ('1', x'31');
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u);
--> 'SCAN t'
--> 'LIST SUBQUERY 1'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE c IN (SELECT x FROM u);
--> 'SEARCH t USING COVERING INDEX tc (c=?)'
--> 'LIST SUBQUERY 1'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u ORDER BY y LIMIT 2);
--> 'SCAN t'
--> 'LIST SUBQUERY 1'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT DISTINCT x FROM u GROUP BY y ORDER BY 1 LIMIT 2);
--> 'SCAN t'
--> 'LIST SUBQUERY 1'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u UNION ALL SELECT y FROM u);
--> 'SCAN t'
--> 'LIST SUBQUERY 2'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
--> 'UNION ALL'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u UNION SELECT y FROM u);
--> 'SCAN t'
--> 'LIST SUBQUERY 2'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN u'
--> 'UNION USING TEMP B-TREE'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u UNION SELECT y FROM u ORDER BY 1 LIMIT 3);
--> 'SCAN t'
--> 'LIST SUBQUERY 2'
--> 'MERGE (UNION)'
--> 'LEFT'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE (a, b) IN (SELECT x, y FROM u);
--> 'SCAN t'
--> 'LIST SUBQUERY 1'
--> 'SCAN u'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE a IN (SELECT x FROM u WHERE y = t.b);
--> 'SCAN t'
--> 'CORRELATED LIST SUBQUERY 1'
--> 'SCAN u'
SELECT c, a IN (SELECT x FROM u), a NOT IN (SELECT x FROM u), a IN (SELECT x FROM u UNION ALL SELECT NULL) FROM t ORDER BY 1;
--> NULL, NULL, NULL, NULL
--> 1, 1, 0, 1
--> 2, 1, 0, 1
--> 3, 0, 1, NULL
--> 31, 0, 1, NULL
SELECT c, b IN (SELECT y FROM u), +b IN (SELECT y FROM u), b IN (SELECT y FROM u LIMIT 2) FROM t ORDER BY 1;
--> NULL, NULL, NULL, NULL
--> 1, 1, 1, 1
--> 2, 1, 1, 1
--> 3, 1, 1, 0
--> 31, 0, 0, 0
SELECT c FROM t WHERE (a, b) IN (SELECT x, y FROM u) ORDER BY 1;
--> 1
--> 2
SELECT c, (a, b) NOT IN (SELECT x, y FROM u) FROM t ORDER BY 1;
--> NULL, NULL
--> 1, 0
--> 2, 0
--> 3, 1
--> 31, 1
SELECT c FROM t WHERE c IN (SELECT x FROM u) ORDER BY 1;
--> 1
--> 2
--> 3
SELECT c FROM t WHERE a IN (SELECT x FROM u ORDER BY y LIMIT 2) ORDER BY 1;
--> 1
SELECT c FROM t WHERE a IN (SELECT x FROM u EXCEPT SELECT 2 UNION ALL SELECT '3') ORDER BY 1;
--> 1
--> 3
SELECT c, a IN (SELECT 1 WHERE 0) FROM t ORDER BY 1;
--> NULL, 0
--> 1, 0
--> 2, 0
--> 3, 0
--> 31, 0

-- case keys that are all text have no filter
CREATE TABLE t(a TEXT, b TEXT, c);
INSERT INTO t VALUES ('x', 'y', 1), ('y', 'x', 2), (NULL, 'x', 'x');
EXPLAIN QUERY PLAN SELECT * FROM t AS x JOIN t AS y ON x.a = y.b;
--> 'SCAN x'
--> 'SEARCH y USING AUTOMATIC COVERING INDEX (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t AS x JOIN t AS y ON x.a = y.c;
--> 'SCAN x'
--> 'BLOOM FILTER ON y (c=?)'
--> 'SEARCH y USING AUTOMATIC COVERING INDEX (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t AS x LEFT JOIN t AS y ON x.a = y.b AND x.c = y.c;
--> 'SCAN x'
--> 'BLOOM FILTER ON y (c=? AND b=?)'
--> 'SEARCH y USING AUTOMATIC COVERING INDEX (c=? AND b=?) LEFT-JOIN'
SELECT x.c, y.c FROM t AS x JOIN t AS y ON x.a = y.b ORDER BY 1, 2;
--> 1, 2
--> 1, 'x'
--> 2, 1
SELECT x.c, y.c FROM t AS x JOIN t AS y ON x.a = y.c ORDER BY 1, 2;
--> 1, 'x'
SELECT x.c, y.c FROM t AS x LEFT JOIN t AS y ON x.a = y.b AND x.c = y.c ORDER BY 1, 2;
--> 1, NULL
--> 2, NULL
--> 'x', NULL
