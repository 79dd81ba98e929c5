-- ORDER BY inside aggregate calls.

-- case one term, several terms, directions
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (2, 2, 1), (3, 1, NULL), (4, 1, 5);
SELECT group_concat(a ORDER BY b DESC) FROM t;
--> '1,2,3,4'
SELECT group_concat(a, '-' ORDER BY b, a DESC) FROM t;
--> '4-3-2-1'
SELECT group_concat(a ORDER BY c NULLS LAST), group_concat(a ORDER BY c), group_concat(a ORDER BY c DESC NULLS FIRST) FROM t;
--> '2,1,4,3', '3,2,1,4', '3,4,1,2'
SELECT group_concat(b, a ORDER BY b DESC) FROM t;
--> '2223141'
SELECT string_agg(a, ',' ORDER BY a % 2, c) FROM t;
--> '2,4,3,1'
SELECT group_concat(a ORDER BY 1) FROM t;
--> '1,2,3,4'
SELECT group_concat(a ORDER BY a) FILTER (WHERE a > 1) FROM t;
--> '2,3,4'
SELECT group_concat(a ORDER BY a DESC) FROM t WHERE 0;
--> NULL
SELECT count(ORDER BY a) FROM t;
--> 4
SELECT count(c ORDER BY a), sum(a ORDER BY c), min(c ORDER BY a), max(a ORDER BY b) FROM t;
--> 3, 10, 1, 4

-- case groups
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (2, 2, 1), (3, 1, NULL), (4, 1, 5), (5, 2, 3);
SELECT b, group_concat(a ORDER BY c NULLS LAST), min(c ORDER BY a) FROM t GROUP BY b HAVING group_concat(a ORDER BY a) > '' ORDER BY group_concat(a ORDER BY a DESC);
--> 1, '4,3', 5
--> 2, '2,1,5', 1
SELECT b, group_concat(a ORDER BY c DESC), group_concat(c ORDER BY a DESC) FROM t GROUP BY b ORDER BY b DESC;
--> 2, '1,5,2', '3,1,3'
--> 1, '4,3', '5'
SELECT group_concat(x ORDER BY x DESC) FROM (SELECT group_concat(a ORDER BY a DESC) AS x FROM t GROUP BY b);
--> '5,2,1,4,3'

-- case DISTINCT
CREATE TABLE t(a, b, c COLLATE NOCASE);
INSERT INTO t VALUES(3, 1, 'x'), (1, 2, 'X'), (3, 3, 'a'), (2, 1, 'A'), (1, 0, NULL), (NULL, 7, 'b'), (NULL, 7, 'B');
SELECT group_concat(DISTINCT a ORDER BY a) FROM t;
--> '1,2,3'
SELECT group_concat(DISTINCT a ORDER BY a DESC) FROM t;
--> '3,2,1'
SELECT group_concat(DISTINCT a ORDER BY b) FROM t;
--> '3,2,1'
SELECT group_concat(DISTINCT c ORDER BY c) FROM t;
--> 'A,B,X'
SELECT group_concat(DISTINCT c ORDER BY c COLLATE BINARY) FROM t;
--> 'a,b,x'
SELECT group_concat(DISTINCT c COLLATE BINARY ORDER BY c) FROM t;
--> 'a,A,b,B,x,X'
SELECT group_concat(DISTINCT c ORDER BY c DESC NULLS FIRST) FROM t;
--> 'X,B,A'
SELECT b, group_concat(DISTINCT a ORDER BY a), count(DISTINCT c) FROM t GROUP BY b;
--> 0, '1', 0
--> 1, '2,3', 2
--> 2, '1', 1
--> 3, '3', 1
--> 7, NULL, 1
SELECT count(DISTINCT a ORDER BY a), sum(DISTINCT a ORDER BY b) FROM t;
--> 3, 6

-- case collations and storage classes
CREATE TABLE t(a, b TEXT COLLATE NOCASE);
INSERT INTO t VALUES(1, 'b'), (2, 'A'), (3, 'a'), (4, 'B'), (5, NULL), (6, x'41');
SELECT group_concat(a ORDER BY b) FROM t;
--> '5,2,3,1,4,6'
SELECT group_concat(a ORDER BY b COLLATE BINARY) FROM t;
--> '5,2,4,3,1,6'
SELECT group_concat(a ORDER BY b COLLATE NOCASE DESC, a DESC) FROM t;
--> '6,4,1,3,2,5'
SELECT group_concat(x ORDER BY x) FROM (SELECT 2 AS x UNION ALL SELECT '1' UNION ALL SELECT 1.5 UNION ALL SELECT x'30' UNION ALL SELECT NULL);
--> '1.5,2,1,0'

-- case to which query it belongs
CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 2), (2, 1), (3, 0);
SELECT (SELECT group_concat(a ORDER BY x.b) FROM t LIMIT 1) FROM t x;
--> '1,2,3'
--> '1,2,3'
--> '1,2,3'
SELECT (SELECT group_concat(x.a ORDER BY b) FROM t LIMIT 1) FROM t x;
--> '1,1,1'
--> '2,2,2'
--> '3,3,3'
SELECT (SELECT group_concat(1 ORDER BY x.b) FROM t LIMIT 1) FROM t x;
--> '1,1,1'
SELECT (SELECT group_concat(x.a ORDER BY x.b) FROM t LIMIT 1) FROM t x;
--> '3,2,1'
CREATE VIEW v AS SELECT group_concat(a, ';' ORDER BY b DESC) AS g FROM t;
SELECT g FROM v;
--> '1;2;3'
CREATE TABLE l(x);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l SELECT group_concat(a ORDER BY b) FROM t WHERE a <> new.a; END;
INSERT INTO t VALUES(4, 1);
SELECT * FROM l;
--> '3,2,1'
DROP VIEW v;
DROP TRIGGER r;

-- case errors
CREATE TABLE t(a, b);
SELECT abs(a ORDER BY b) FROM t;
--> error: ORDER BY may not be used with non-aggregate abs()
SELECT group_concat(DISTINCT b, ',' ORDER BY b DESC) FROM t;
--> error: DISTINCT aggregates must have exactly one argument
SELECT group_concat(a ORDER BY z) FROM t;
--> error: no such column: z
SELECT group_concat(a ORDER BY sum(a)) FROM t;
--> error: misuse of aggregate function sum()
SELECT group_concat(a ORDER BY a) OVER () FROM t;
--> error: ORDER BY may not be used with non-aggregate group_concat()
SELECT abs(a ORDER BY a) OVER () FROM t;
--> error: ORDER BY may not be used with non-aggregate abs()
SELECT count(* ORDER BY a) FROM t;
--> error: near "ORDER": syntax error
SELECT group_concat(a ORDER BY row_number() OVER ()) FROM t;
--> error: misuse of window function row_number()
SELECT nosuch(a ORDER BY b) FROM t;
--> error: no such function: nosuch
SELECT a FROM t ORDER BY group_concat(a ORDER BY b);
--> error: misuse of aggregate: group_concat()
SELECT a FROM t WHERE group_concat(a ORDER BY b);
--> error: misuse of aggregate function group_concat()

-- case DISTINCT aggregates of one row
CREATE TABLE t1(a INTEGER PRIMARY KEY, b, c);
INSERT INTO t1 VALUES (0, '2', '4'), (1, 'x', 'y');
SELECT count(DISTINCT a), group_concat(DISTINCT a) FROM t1 WHERE a = 0 GROUP BY c;
--> 1, '0'
SELECT count(DISTINCT a), sum(a), group_concat(b) FROM t1 WHERE a = 1 GROUP BY c;
--> 1, 1, 'x'
SELECT avg(DISTINCT a), min(DISTINCT a), count(DISTINCT a), count(a) FROM t1 WHERE a = 1 GROUP BY b;
--> 1.0, 1, 1, 1
SELECT count(DISTINCT a), count(DISTINCT b) FROM t1 GROUP BY a;
--> 1, 1
--> 1, 1
SELECT count(DISTINCT a), sum(DISTINCT a), sum(a) FROM t1 GROUP BY b HAVING count(DISTINCT a) = 1;
--> 1, 0, 0
--> 1, 1, 1
