-- case arms are merged in the order
CREATE TABLE t(a, b TEXT COLLATE NOCASE);
CREATE TABLE u(a, c);
CREATE INDEX ua ON u(a);
INSERT INTO t VALUES (3, 'c'), (1, 'A'), (2, 'b'), (1, 'a'), (NULL, 'n'), (3, 'C');
INSERT INTO u VALUES (2, 'B'), (1, 'a'), (4, 'd'), (NULL, 'N'), (3, 'c'), (3, 'c');
EXPLAIN QUERY PLAN SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1;
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING COVERING INDEX ua'
EXPLAIN QUERY PLAN SELECT a, b FROM t UNION SELECT a, c FROM u ORDER BY a;
--> 'MERGE (UNION)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING INDEX ua'
--> 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
EXPLAIN QUERY PLAN SELECT a FROM t UNION ALL SELECT a FROM u UNION ALL SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1;
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING COVERING INDEX ua'
--> 'RIGHT'
--> 'MERGE (UNION ALL)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING COVERING INDEX ua'
EXPLAIN QUERY PLAN SELECT a FROM t EXCEPT SELECT a FROM u EXCEPT SELECT a FROM t EXCEPT SELECT a FROM u ORDER BY 1;
--> 'MERGE (EXCEPT)'
--> 'LEFT'
--> 'MERGE (EXCEPT)'
--> 'LEFT'
--> 'MERGE (EXCEPT)'
--> 'LEFT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING COVERING INDEX ua'
--> 'RIGHT'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'RIGHT'
--> 'SCAN u USING COVERING INDEX ua'
EXPLAIN QUERY PLAN SELECT b FROM t UNION SELECT c FROM u ORDER BY b COLLATE BINARY;
--> 'CO-ROUTINE (subquery-2)'
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN t'
--> 'UNION USING TEMP B-TREE'
--> 'SCAN u'
--> 'SCAN (subquery-2)'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1;
--> NULL
--> NULL
--> 1
--> 1
--> 1
--> 2
--> 2
--> 3
--> 3
--> 3
--> 3
--> 4
SELECT a, b FROM t UNION ALL SELECT a, c FROM u ORDER BY 1 DESC;
--> 4, 'd'
--> 3, 'c'
--> 3, 'C'
--> 3, 'c'
--> 3, 'c'
--> 2, 'b'
--> 2, 'B'
--> 1, 'A'
--> 1, 'a'
--> 1, 'a'
--> NULL, 'n'
--> NULL, 'N'
SELECT a, b FROM t UNION ALL SELECT a, c FROM u ORDER BY 2, 1;
--> 1, 'A'
--> 1, 'a'
--> 1, 'a'
--> 2, 'b'
--> 2, 'B'
--> 3, 'c'
--> 3, 'C'
--> 3, 'c'
--> 3, 'c'
--> 4, 'd'
--> NULL, 'n'
--> NULL, 'N'
SELECT a, b FROM t UNION SELECT a, c FROM u ORDER BY 2;
--> 1, 'a'
--> 2, 'B'
--> 3, 'c'
--> 4, 'd'
--> NULL, 'N'
SELECT a, b FROM t UNION SELECT a, c FROM u ORDER BY a DESC NULLS FIRST;
--> NULL, 'N'
--> 4, 'd'
--> 3, 'c'
--> 2, 'B'
--> 1, 'a'
SELECT a FROM t EXCEPT SELECT a FROM u ORDER BY 1;
SELECT a FROM u EXCEPT SELECT a FROM t ORDER BY 1;
--> 4
SELECT a FROM t INTERSECT SELECT a FROM u ORDER BY 1 DESC;
--> 3
--> 2
--> 1
--> NULL
SELECT a, b FROM t INTERSECT SELECT a, c FROM u ORDER BY 1, 2;
--> NULL, 'n'
--> 1, 'A'
--> 2, 'b'
--> 3, 'c'
SELECT a, b FROM t EXCEPT SELECT a, c FROM u ORDER BY 1, 2;
SELECT b FROM t UNION SELECT c FROM u ORDER BY b COLLATE BINARY;
--> 'B'
--> 'N'
--> 'a'
--> 'c'
--> 'd'
SELECT b FROM t UNION ALL SELECT c FROM u ORDER BY b COLLATE BINARY;
--> 'A'
--> 'B'
--> 'C'
--> 'N'
--> 'a'
--> 'a'
--> 'b'
--> 'c'
--> 'c'
--> 'c'
--> 'd'
--> 'n'
SELECT a FROM t UNION ALL SELECT a FROM u UNION SELECT 7 EXCEPT SELECT 2 ORDER BY 1;
--> NULL
--> 1
--> 3
--> 4
--> 7
SELECT a FROM t UNION SELECT a FROM u UNION ALL SELECT 3 UNION ALL SELECT 1 UNION ALL SELECT a FROM u ORDER BY 1;
--> NULL
--> NULL
--> 1
--> 1
--> 1
--> 2
--> 2
--> 3
--> 3
--> 3
--> 3
--> 4
--> 4
SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1 LIMIT 3 OFFSET 2;
--> 1
--> 1
--> 1
SELECT a FROM t UNION SELECT a FROM u ORDER BY 1 DESC LIMIT 2 OFFSET 1;
--> 3
--> 2
SELECT a FROM t EXCEPT SELECT a FROM u ORDER BY 1 LIMIT 5 OFFSET 1;
SELECT a FROM t WHERE 0 UNION ALL SELECT a FROM u ORDER BY 1;
--> NULL
--> 1
--> 2
--> 3
--> 3
--> 4
SELECT a FROM t UNION SELECT a FROM u WHERE 0 ORDER BY 1;
--> NULL
--> 1
--> 2
--> 3
SELECT a FROM t WHERE 0 EXCEPT SELECT a FROM u ORDER BY 1;
SELECT a FROM t WHERE 0 INTERSECT SELECT a FROM u WHERE 0 ORDER BY 1;
SELECT count(*), sum(a) FROM (SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1 LIMIT 6);
--> 6, 5
SELECT (SELECT a FROM t UNION ALL SELECT a FROM u ORDER BY 1 DESC), EXISTS (SELECT a FROM t INTERSECT SELECT 9 ORDER BY 1);
--> 4, 0
SELECT x.a, (SELECT group_concat(a) FROM (SELECT a FROM t WHERE a <= x.a UNION SELECT a FROM u WHERE a > x.a ORDER BY 1)) FROM u AS x ORDER BY 1;
--> NULL, NULL
--> 1, '1,2,3,4'
--> 2, '1,2,3,4'
--> 3, '1,2,3,4'
--> 3, '1,2,3,4'
--> 4, '1,2,3'
VALUES (3), (1), (2) UNION ALL SELECT a FROM u ORDER BY 1;
--> NULL
--> 1
--> 1
--> 2
--> 2
--> 3
--> 3
--> 3
--> 4
SELECT DISTINCT a FROM t UNION ALL SELECT max(a) FROM u UNION ALL SELECT a FROM u GROUP BY a ORDER BY 1;
--> NULL
--> NULL
--> 1
--> 1
--> 2
--> 2
--> 3
--> 3
--> 4
--> 4
SELECT max(a), 0 FROM t UNION ALL SELECT a, row_number() OVER (ORDER BY a) FROM u ORDER BY 2, 1;
--> 3, 0
--> NULL, 1
--> 1, 2
--> 2, 3
--> 3, 4
--> 3, 5
--> 4, 6
WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < 4) SELECT i FROM r UNION ALL SELECT a FROM u ORDER BY 1;
--> NULL
--> 1
--> 1
--> 2
--> 2
--> 3
--> 3
--> 3
--> 4
--> 4
INSERT INTO u(a, c) SELECT a, c FROM u UNION SELECT a, b FROM t ORDER BY 1;
SELECT a, c FROM u ORDER BY rowid;
--> 2, 'B'
--> 1, 'a'
--> 4, 'd'
--> NULL, 'N'
--> 3, 'c'
--> 3, 'c'
--> NULL, 'N'
--> NULL, 'n'
--> 1, 'A'
--> 1, 'a'
--> 2, 'B'
--> 2, 'b'
--> 3, 'C'
--> 3, 'c'
--> 4, 'd'

