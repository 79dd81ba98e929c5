-- Lines of EXPLAIN QUERY PLAN: their order and their names.

-- case recursion with several steps
EXPLAIN QUERY PLAN WITH seq(x) AS (SELECT '1' UNION SELECT 1 FROM seq UNION SELECT NULL FROM seq) SELECT quote(x), typeof(x) FROM seq;
--> 'CO-ROUTINE seq'
--> 'SETUP'
--> 'SCAN CONSTANT ROW'
--> 'RECURSIVE STEP'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN seq'
--> 'UNION ALL'
--> 'SCAN seq'
--> 'SCAN seq'
WITH seq(x) AS (SELECT '1' UNION SELECT 1 FROM seq UNION SELECT NULL FROM seq) SELECT quote(x), typeof(x) FROM seq;
--> '''1''', 'text'
--> '1', 'integer'
--> 'NULL', 'null'

-- case aggregates over derived tables
CREATE TABLE t(a, b);
EXPLAIN QUERY PLAN WITH c(x, y, z) AS (VALUES ('a', 4, 5), ('b', 3, 6), ('b', 2, 7), ('c', 1, 8)) SELECT group_concat(DISTINCT x ORDER BY y, z) FROM c;
--> 'CO-ROUTINE c'
--> 'SCAN 4 CONSTANT ROWS'
--> 'USE TEMP B-TREE FOR group_concat(DISTINCT)'
--> 'USE TEMP B-TREE FOR group_concat(ORDER BY)'
--> 'SCAN c'
WITH c(x, y, z) AS (VALUES ('a', 4, 5), ('b', 3, 6), ('b', 2, 7), ('c', 1, 8)) SELECT group_concat(DISTINCT x ORDER BY y, z) FROM c;
--> 'c,b,a'
EXPLAIN QUERY PLAN SELECT sum(DISTINCT b), count(*) FROM t, (SELECT a AS k FROM t LIMIT 3) v;
--> 'CO-ROUTINE v'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR sum(DISTINCT)'
--> 'SCAN v'
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT sum(DISTINCT x) FROM (SELECT sum(DISTINCT b) AS x FROM t GROUP BY a);
--> 'CO-ROUTINE (subquery-1)'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR GROUP BY'
--> 'USE TEMP B-TREE FOR sum(DISTINCT)'
--> 'USE TEMP B-TREE FOR sum(DISTINCT)'
--> 'SCAN (subquery-1)'
EXPLAIN QUERY PLAN SELECT count(DISTINCT 1);
--> 'SCAN CONSTANT ROW'

-- case rows of VALUES
CREATE TABLE t(a, b);
EXPLAIN QUERY PLAN SELECT * FROM (VALUES (1), ("b"));
--> 'CO-ROUTINE 0-ROW VALUES CLAUSE'
--> 'SCAN 2 CONSTANT ROWS'
--> 'SCAN 0-ROW VALUES CLAUSE'
SELECT * FROM (VALUES (1), ("b"));
--> 1
--> 'b'
EXPLAIN QUERY PLAN SELECT * FROM (VALUES (1), (CAST(2 AS TEXT)), (3 + 4), (abs(5)));
--> 'SCAN 4-ROW VALUES CLAUSE'
EXPLAIN QUERY PLAN SELECT * FROM t JOIN (VALUES (1), ("b")) v ON v.column1 = t.a;
--> 'CO-ROUTINE v'
--> 'SCAN 2 CONSTANT ROWS'
--> 'SCAN v'
--> 'SCAN t'
EXPLAIN QUERY PLAN WITH k AS (SELECT 1) SELECT * FROM (VALUES (1), (2));
--> 'CO-ROUTINE 0-ROW VALUES CLAUSE'
--> 'SCAN 2 CONSTANT ROWS'
--> 'SCAN 0-ROW VALUES CLAUSE'
EXPLAIN QUERY PLAN WITH src(id, val) AS (VALUES (1, 'a'), (2, 'b')) INSERT INTO t SELECT id, val FROM src UNION ALL SELECT 10, 'x';
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'CO-ROUTINE src'
--> 'SCAN 2 CONSTANT ROWS'
--> 'SCAN src'
--> 'UNION ALL'
--> 'SCAN CONSTANT ROW'

-- case queries in views
CREATE TABLE t(a, b);
CREATE VIEW v1 AS SELECT a FROM t WHERE a IN (SELECT b FROM t WHERE b > 1);
CREATE VIEW v2 AS SELECT a FROM t WHERE a IN (SELECT b FROM t WHERE b > 2);
EXPLAIN QUERY PLAN SELECT a FROM v1 UNION ALL SELECT a FROM v2;
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'LIST SUBQUERY 6'
--> 'SCAN t'
--> 'CREATE BLOOM FILTER'
--> 'UNION ALL'
--> 'SCAN t'
--> 'LIST SUBQUERY 4'
--> 'SCAN t'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM v1 UNION SELECT a FROM v2;
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'LIST SUBQUERY 6'
--> 'SCAN t'
--> 'CREATE BLOOM FILTER'
--> 'UNION USING TEMP B-TREE'
--> 'SCAN t'
--> 'LIST SUBQUERY 4'
--> 'SCAN t'
--> 'CREATE BLOOM FILTER'

-- case a row that is compared column by column
CREATE TABLE d1(a, b, c);
CREATE TABLE d2(x, y);
INSERT INTO d1 VALUES (1, 2, 3), (4, 5, 6), (NULL, 1, 1);
INSERT INTO d2 VALUES (3, 1), (6, 5), (1, 1);
EXPLAIN QUERY PLAN SELECT rowid FROM d1 WHERE (c, a) = (SELECT x, y FROM d2 WHERE d2.rowid = d1.rowid);
--> 'SCAN d1'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SEARCH d2 USING INTEGER PRIMARY KEY (rowid=?)'
SELECT rowid FROM d1 WHERE (c, a) = (SELECT x, y FROM d2 WHERE d2.rowid = d1.rowid);
--> 1
SELECT rowid FROM d1 WHERE (c, a) IS (SELECT x, y FROM d2 WHERE d2.rowid = d1.rowid + 7) OR b = 5;
--> 2
