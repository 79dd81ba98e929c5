-- In which order clauses are looked at, and what is found out late.

-- case errors by clause
CREATE TABLE t(a,b);
CREATE TABLE u(c);
INSERT INTO t VALUES(1,2),(1,3),(2,2);
SELECT count(*) FROM t WHERE sum(a);
--> error: misuse of aggregate: sum()
SELECT a FROM t GROUP BY a HAVING 1 ORDER BY max(b) LIMIT 1;
--> 2
SELECT (SELECT 1 FROM u WHERE sum(t.a)) FROM t;
--> error: misuse of aggregate function sum()
SELECT (SELECT count(*) FROM u WHERE sum(t.a)) FROM t;
--> 0
SELECT count(*) FROM t JOIN u ON sum(a);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t JOIN u ON sum(a);
--> error: misuse of aggregate function sum()
SELECT a FROM t WHERE nosuch1 GROUP BY nosuch2 HAVING nosuch3 ORDER BY nosuch4;
--> error: no such column: nosuch3
SELECT a FROM t JOIN u ON nosuch5 WHERE nosuch1;
--> error: no such column: nosuch1
SELECT a FROM t JOIN u USING (nosuch5) WHERE nosuch1;
--> error: cannot join using column nosuch5 - column not present in both tables
SELECT nosuch6 FROM t JOIN u USING (nosuch5) WHERE nosuch1;
--> error: cannot join using column nosuch5 - column not present in both tables
SELECT (SELECT a FROM u ORDER BY t.a) FROM t;
--> error: no such column: t.a
SELECT (SELECT c FROM u GROUP BY t.a) FROM t;
--> error: no such column: t.a
SELECT (SELECT c FROM u GROUP BY c ORDER BY b) FROM t;
--> error: no such column: b
SELECT nosuch FROM u UNION SELECT 1,2;
--> error: no such column: nosuch
SELECT 1 FROM nosuch UNION SELECT 1,2;
--> error: no such table: nosuch
SELECT 1 FROM t WHERE (1, 1) IN (SELECT group_concat(b, 1), count(a));
--> error: misuse of aggregate: count()
SELECT 1 FROM t WHERE (1, 1) IN (SELECT group_concat(b, 1), count(a) HAVING sum(a));
--> error: HAVING clause on a non-aggregate query
SELECT 1 FROM t WHERE (SELECT sum(a) FROM u WHERE max(b));
--> error: misuse of aggregate function max()
UPDATE t SET (a, b) = (SELECT 1, sum(b));
--> error: 2 columns assigned 1 values
UPDATE t SET (a, b) = (SELECT 1, 2 WHERE max(a));
--> error: misuse of aggregate function max()
UPDATE t SET (a, b) = (SELECT 1, (SELECT sum(b)));
--> error: 2 columns assigned 1 values
UPDATE t SET a = (SELECT sum(b));
--> error: misuse of aggregate: sum()
UPDATE t SET (a, b) = (SELECT 1, (SELECT sum(b)) FROM t);
UPDATE t SET a = (SELECT sum(b)), b = (SELECT max(a));
--> error: misuse of aggregate: sum()
DELETE FROM t WHERE (SELECT sum(b) FROM u) AND (SELECT max(b) FROM u);
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE EXISTS (SELECT sum(a) FROM u);
SELECT a FROM t WHERE EXISTS (SELECT sum(a));
--> 1
--> 1
--> 1
SELECT a FROM t WHERE NOT EXISTS (SELECT sum(a) FROM u);
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT abs(-9223372036854775808));
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT DISTINCT a FROM u LIMIT 1 OFFSET 1);
SELECT a FROM t WHERE EXISTS (SELECT DISTINCT 1 FROM t LIMIT 1 OFFSET 1);
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT count(*), abs(-9223372036854775808) FROM u);
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT abs(-9223372036854775808) UNION ALL SELECT 1);
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT abs(-9223372036854775808) UNION SELECT 1);
--> error: integer overflow
SELECT a FROM t WHERE EXISTS (VALUES (abs(-9223372036854775808)));
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT 1 ORDER BY abs(-9223372036854775808));
--> 1
--> 1
--> 1
SELECT a FROM t WHERE EXISTS (SELECT row_number() OVER (ORDER BY abs(-9223372036854775808)));
--> error: integer overflow
SELECT a FROM t WHERE EXISTS (SELECT abs(-9223372036854775808) FROM t GROUP BY a);
--> 1
--> 1
--> 1
