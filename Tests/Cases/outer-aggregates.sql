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
