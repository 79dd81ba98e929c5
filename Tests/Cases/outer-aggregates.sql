-- Aggregates of outer columns in subqueries.

-- case where they belong
CREATE TABLE t(a,b);
CREATE TABLE u(c);
INSERT INTO t VALUES(1,2),(1,3),(2,2);
INSERT INTO u VALUES(10),(20);
SELECT 1 FROM t WHERE (SELECT sum(a) FROM u);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM u GROUP BY 1);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT * FROM u) GROUP BY 1);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT 1));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT max(c) FROM u));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT c FROM u LIMIT 1));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT c FROM u UNION SELECT 1));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a) FROM (SELECT c FROM u UNION ALL SELECT 1));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u));
--> 1
--> 1
--> 1
SELECT 1 FROM t WHERE (SELECT sum(a)+count(*) FROM u);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT count(*) FROM u GROUP BY c HAVING sum(a));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT count(*) FROM (SELECT c FROM u) GROUP BY c HAVING sum(a));
--> 1
--> 1
--> 1
SELECT a,b,(SELECT sum(a) FROM u) FROM t;
--> 1, 2, 4
SELECT (SELECT sum(a) FROM u GROUP BY 1) FROM t;
--> 4
SELECT (SELECT sum(a) FROM (SELECT * FROM u) GROUP BY 1) FROM t;
--> 4
SELECT (SELECT sum(a)+count(*) FROM (SELECT * FROM u) GROUP BY c) FROM t;
--> 5
SELECT (SELECT sum(a)+count(*) FROM u GROUP BY c) FROM t;
--> 5
SELECT a, (SELECT sum(a)+count(*) FROM u GROUP BY c) FROM t GROUP BY a;
--> 1, 3
--> 2, 3
SELECT a, (SELECT sum(a) FROM (SELECT * FROM u) GROUP BY c) FROM t GROUP BY a;
--> 1, 2
--> 2, 2
SELECT a, (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) FROM t GROUP BY a;
--> 1, 4
--> 2, 4
SELECT b, (SELECT sum(a) FROM (SELECT * FROM u)) FROM t;
--> 2, 4
SELECT b FROM t WHERE a = (SELECT sum(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT b FROM t WHERE a = (SELECT count(b) FROM (SELECT * FROM u));
--> error: misuse of aggregate: count()
SELECT b FROM t WHERE a = (SELECT count(b) FROM (SELECT 1));
--> error: misuse of aggregate: count()
SELECT b, (SELECT count(b)*a FROM (SELECT 1)) FROM t;
--> 2, 3
SELECT b, count(*) FROM t GROUP BY a HAVING (SELECT count(b)=1 FROM (SELECT 1));
--> 2, 1
SELECT b, count(*) FROM t GROUP BY a HAVING (SELECT count(b)=1 FROM (SELECT * FROM u));
--> 2, 1
SELECT b FROM t ORDER BY (SELECT count(b) FROM (SELECT * FROM u));
--> error: misuse of aggregate: count()
SELECT b FROM t ORDER BY (SELECT count(b) FROM u);
--> error: misuse of aggregate: count()
SELECT b FROM t WHERE (a, 1) IN (SELECT count(b), 1 FROM (SELECT * FROM u));
--> error: misuse of aggregate: count()
SELECT b FROM t WHERE EXISTS (SELECT count(b), 1 FROM (SELECT * FROM u));
--> 2
--> 3
--> 2
SELECT b FROM t WHERE EXISTS (SELECT count(b), 1 FROM (SELECT * FROM u) HAVING count(b)>1);
--> error: HAVING clause on a non-aggregate query
DELETE FROM t WHERE (SELECT count(b)=3 FROM (SELECT * FROM u));
--> error: misuse of aggregate: count()
SELECT count(*) FROM t;
--> 3
UPDATE t SET a=(SELECT count(b)+10 FROM (SELECT * FROM u));
--> error: misuse of aggregate: count()
SELECT * FROM t;
--> 1, 2
--> 1, 3
--> 2, 2

-- case taken by a query into which a derived table is merged
CREATE TABLE t(a,b);
CREATE TABLE u(c);
INSERT INTO t VALUES(1,2),(1,3),(2,2);
INSERT INTO u VALUES(10),(20),(30);
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (6);
--> 1
--> 1
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (9);
--> 2
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (7);
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (4);
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (5);
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IN (3);
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u)) IS NULL;
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM u) IS NULL;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(c) FROM u) IS NULL;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(c) FROM (SELECT * FROM u)) IS NULL;
SELECT a FROM t WHERE (SELECT sum(a) FROM (SELECT * FROM u) HAVING count(*)) IS NULL;
--> error: HAVING clause on a non-aggregate query
SELECT a FROM t WHERE (SELECT sum(a),count(*) FROM (SELECT * FROM u)) = (4,3);
SELECT a FROM t WHERE (SELECT sum(a),count(*) FROM (SELECT * FROM u)) = (3,3);
--> 1
--> 1
SELECT a FROM t WHERE (SELECT sum(a) FROM (SELECT * FROM u) GROUP BY c) =3;
SELECT a FROM t WHERE (SELECT sum(a) FROM (SELECT * FROM u) GROUP BY c) =1;
--> 1
--> 1
SELECT a FROM t WHERE (SELECT sum(a)+1 FROM (SELECT * FROM u) GROUP BY c) =2;
--> 1
--> 1
SELECT a FROM t WHERE (SELECT sum(a)+1 FROM (SELECT * FROM u) GROUP BY 1) =2;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+1 FROM (SELECT * FROM u) GROUP BY 1+1) =4;
--> 1
--> 1
SELECT a FROM t WHERE (SELECT count(*) FROM (SELECT c FROM u) GROUP BY c HAVING sum(a)=1);
--> 1
--> 1
SELECT a FROM t WHERE (SELECT count(*) FROM (SELECT c FROM u) GROUP BY c HAVING sum(a)=2);
--> 2
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u UNION SELECT 7)) =5;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT * FROM u LIMIT 2)) =4;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT max(c) FROM u)) =2;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT 1)) =2;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (SELECT sum(a)+count(*) FROM (SELECT 1) JOIN u) =2;
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE EXISTS (SELECT sum(a)+count(*) FROM (SELECT 1) JOIN u);
--> 1
--> 1
--> 2
SELECT a FROM t WHERE EXISTS (SELECT sum(a) FROM (SELECT 1) JOIN u);
--> 1
--> 1
--> 2
SELECT a FROM t WHERE EXISTS (SELECT sum(a) FROM u);
--> 1
--> 1
--> 2
SELECT a FROM t WHERE EXISTS (SELECT sum(a), c FROM u);
--> 1
--> 1
--> 2
SELECT a FROM t WHERE EXISTS (SELECT sum(a), c FROM u GROUP BY c HAVING sum(a));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM (SELECT * FROM u) GROUP BY c HAVING sum(a));
--> 1
--> 1
--> 2
SELECT a FROM t WHERE (a,1) IN (SELECT 1,sum(a) FROM (SELECT * FROM u) GROUP BY c HAVING sum(a));
--> 1
--> 1
SELECT a FROM t WHERE (a,1) IN (SELECT 1,sum(a) FROM (SELECT * FROM u) GROUP BY c);
--> 1
--> 1
SELECT a FROM t WHERE (a,1) IN (SELECT 1,sum(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (a,3) IN (SELECT 1,sum(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (3) IN (SELECT sum(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (3,1) IN (SELECT sum(a),max(a) FROM (SELECT * FROM u));
--> error: misuse of aggregate: max()
SELECT a FROM t WHERE (3,1) IN (SELECT sum(a),1 FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (3) IN (SELECT sum(a)+0 FROM (SELECT * FROM u));
--> error: misuse of aggregate: sum()
SELECT a FROM t WHERE (a,'3') IN (SELECT min(a),group_concat(1) FROM (SELECT * FROM u));
SELECT a FROM t WHERE (a,'1,1,1') IN (SELECT min(a),group_concat(1) FROM (SELECT * FROM u));
--> 1
--> 1
--> 2

-- case aliases of aggregates in other clauses
CREATE TABLE t(a,b);
SELECT count(*) AS c FROM t WHERE c>1;
--> error: misuse of aggregate: count()
SELECT a, count(*) AS c FROM t WHERE c>1 GROUP BY a;
--> error: misuse of aggregate: count()
SELECT a, count(*) AS c FROM t JOIN t u ON c>1 GROUP BY a;
--> error: ambiguous column name: a
SELECT a, max(b) AS c FROM t GROUP BY c;
--> error: aggregate functions are not allowed in the GROUP BY clause
SELECT a, (SELECT c) AS d, max(b) AS c FROM t GROUP BY a;
--> error: no such column: c
SELECT a, max(b) AS c FROM t WHERE (SELECT c) GROUP BY a;
--> error: misuse of aggregate: max()
SELECT a FROM t WHERE (SELECT max(b)) GROUP BY a;
--> error: misuse of aggregate: max()
SELECT max(b), a FROM t WHERE (SELECT max(b) FROM t);
--> NULL, NULL
SELECT max(b), a FROM t WHERE (SELECT max(t.b) FROM t AS u);
--> error: misuse of aggregate: max()
SELECT max(max(b)) FROM t;
--> error: misuse of aggregate function max()
SELECT max(b) FROM t WHERE max(max(b));
--> error: misuse of aggregate function max()

-- case whether a derived table with ORDER BY is merged
CREATE TABLE t1(id, c);
CREATE TABLE t2(b);
INSERT INTO t1 VALUES (1, 2);
INSERT INTO t2 VALUES (1);
CREATE VIEW v7 AS SELECT 0, 1, c, 1 FROM t1 ORDER BY 3;
CREATE VIEW v8 AS SELECT 0, 1, c, 1 FROM t1;
UPDATE t1 SET c = (SELECT sum(id) FROM v7 JOIN t2 GROUP BY b) RETURNING c;
--> 1
UPDATE t1 SET c = (SELECT sum(id) FROM v8 JOIN t2 GROUP BY b) RETURNING c;
--> 1
UPDATE t1 SET c = (SELECT sum(id) FROM v7 GROUP BY c);
--> error: misuse of aggregate: sum()
UPDATE t1 SET c = (SELECT sum(id) FROM v8 GROUP BY c) RETURNING c;
--> 1
UPDATE t1 SET c = (SELECT sum(id) FROM v7 LEFT JOIN t2 GROUP BY b) RETURNING c;
--> 1
UPDATE t1 SET c = (SELECT sum(id) FROM v7 JOIN t2);
--> error: misuse of aggregate: sum()

-- case whether VALUES are merged
CREATE TABLE t(a, c, r);
INSERT INTO t VALUES (1, 2, 3);
CREATE VIEW v AS SELECT 1 AS x FROM (VALUES (1, 1), (2, 1));
CREATE VIEW w AS VALUES (1, 2), (3, 4);
UPDATE t SET c = (SELECT count(r) FROM (VALUES (1, 2), (3, 4)) GROUP BY column1) RETURNING c;
--> 1
UPDATE t SET c = (SELECT count(r) FROM w GROUP BY column1);
--> error: misuse of aggregate: count()
UPDATE t SET c = (SELECT count(r) FROM v GROUP BY x);
UPDATE t SET (a, c) = (SELECT * FROM (SELECT 1, count(r) FROM v GROUP BY 1));
--> error: 2 columns assigned 1 values
WITH w1(n, x) AS (SELECT 1, 5) SELECT (SELECT 1 FROM t WHERE (1, 1) IN (SELECT total(c), max(x) FROM w1 JOIN (VALUES (1, 1), (1, 2))));
--> error: misuse of aggregate: total()
SELECT (SELECT 1 FROM t WHERE (1, 1) IN (SELECT total(c), max(x) FROM (SELECT 1 AS n, 5 AS x) JOIN (VALUES (1, 1), (1, 2))));
--> NULL

-- case the last one of several counts
CREATE TABLE t(id, gen);
SELECT 1 FROM t WHERE (SELECT 1 HAVING avg(gen) IN (sum(id)));
--> error: HAVING clause on a non-aggregate query
SELECT 1 FROM t WHERE (SELECT 1 FROM t AS u GROUP BY 1 + 0 HAVING (id, gen) <> (count(t.id), max(t.gen) FILTER (WHERE t.id)));
--> error: misuse of aggregate: max()

-- case in a subquery of what takes it
CREATE TABLE t(r);
CREATE TABLE u(c);
INSERT INTO t VALUES (1), (2);
INSERT INTO u VALUES (7), (8);
SELECT r FROM t WHERE 2 IN (SELECT (SELECT sum(r)) FROM (SELECT 1 FROM u) GROUP BY 'a');
--> 1
SELECT r FROM t WHERE 2 IN (SELECT (SELECT sum(r)) FROM u GROUP BY 'a');
--> error: misuse of aggregate: sum()
SELECT r FROM t WHERE 2 IN (SELECT (SELECT sum(r) FROM u) FROM (SELECT 1 FROM u) GROUP BY 'a');
--> 1
SELECT r FROM t WHERE 2 IN (SELECT (SELECT sum(r) FROM (SELECT 1 FROM u)) FROM u GROUP BY 'a');
--> error: misuse of aggregate: sum()
SELECT r FROM t WHERE 2 IN (SELECT (SELECT (SELECT sum(r))) FROM (SELECT 1 FROM u) GROUP BY 'a');
--> 1
SELECT r FROM t WHERE 2 IN (SELECT (SELECT sum(r)) FROM (SELECT 1 FROM u));
--> error: misuse of aggregate: sum()
