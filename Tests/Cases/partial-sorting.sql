-- case rows that come in the order of the first terms
CREATE TABLE t(a, b, c);
CREATE INDEX ta ON t(a, b);
INSERT INTO t VALUES (1, 2, 9), (1, 1, 8), (2, 2, 7), (NULL, 1, 6), (1, 2, 5), (2, 1, 4), (NULL, 1, 3), (3, 0, 2);
EXPLAIN QUERY PLAN SELECT * FROM t ORDER BY a, b, c;
--> 'SCAN t USING INDEX ta'
--> 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
EXPLAIN QUERY PLAN SELECT * FROM t ORDER BY a, c, b;
--> 'SCAN t USING INDEX ta'
--> 'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY'
EXPLAIN QUERY PLAN SELECT * FROM t ORDER BY a DESC, c LIMIT 3;
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT *, 'k' AS k FROM t ORDER BY a, k;
--> 'SCAN t USING INDEX ta'
--> 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
EXPLAIN QUERY PLAN SELECT *, 'k' AS k FROM t ORDER BY k;
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT a, c, row_number() OVER (PARTITION BY a ORDER BY c) FROM t;
--> 'CO-ROUTINE (subquery-2)'
--> 'SCAN t USING INDEX ta'
--> 'USE TEMP B-TREE FOR LAST TERM OF ORDER BY'
--> 'SCAN (subquery-2)'
SELECT * FROM t ORDER BY a, b, c;
--> NULL, 1, 3
--> NULL, 1, 6
--> 1, 1, 8
--> 1, 2, 5
--> 1, 2, 9
--> 2, 1, 4
--> 2, 2, 7
--> 3, 0, 2
SELECT * FROM t ORDER BY a DESC, b DESC, c;
--> 3, 0, 2
--> 2, 2, 7
--> 2, 1, 4
--> 1, 2, 5
--> 1, 2, 9
--> 1, 1, 8
--> NULL, 1, 3
--> NULL, 1, 6
SELECT * FROM t ORDER BY a, c DESC;
--> NULL, 1, 6
--> NULL, 1, 3
--> 1, 2, 9
--> 1, 1, 8
--> 1, 2, 5
--> 2, 2, 7
--> 2, 1, 4
--> 3, 0, 2
SELECT c FROM t ORDER BY a DESC, c LIMIT 3;
--> 2
--> 4
--> 7
SELECT c FROM t ORDER BY a, c LIMIT 3 OFFSET 2;
--> 5
--> 8
--> 9
SELECT DISTINCT a, c % 2 FROM t ORDER BY a, c % 2;
--> NULL, 0
--> NULL, 1
--> 1, 0
--> 1, 1
--> 2, 0
--> 2, 1
--> 3, 0
SELECT a, c, row_number() OVER (PARTITION BY a ORDER BY c) FROM t;
--> NULL, 3, 1
--> NULL, 6, 2
--> 1, 5, 1
--> 1, 8, 2
--> 1, 9, 3
--> 2, 4, 1
--> 2, 7, 2
--> 3, 2, 1
SELECT (SELECT group_concat(c) FROM (SELECT c FROM t WHERE a = x.a ORDER BY b, c)) FROM t AS x ORDER BY x.rowid;
--> '8,5,9'
--> '8,5,9'
--> '4,7'
--> NULL
--> '8,5,9'
--> '4,7'
--> NULL
--> '2'
SELECT c FROM t WHERE a > 0 ORDER BY a, +b, c;
--> 8
--> 5
--> 9
--> 4
--> 7
--> 2
INSERT INTO t(c) SELECT c + 100 FROM t ORDER BY a, c;
SELECT c FROM t WHERE c > 100 ORDER BY rowid;
--> 103
--> 106
--> 105
--> 108
--> 109
--> 104
--> 107
--> 102
