-- case what reads no item is tested once, what may change is not
CREATE TABLE t(a);
CREATE TABLE u(a);
WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 500) INSERT INTO t SELECT i FROM s;
INSERT INTO u VALUES (1), (600);
SELECT count(*) BETWEEN 100 AND 400 FROM t WHERE random() > 0;
--> 1
SELECT count(*) BETWEEN 100 AND 400 FROM t JOIN (SELECT 1) WHERE random() % 2 = 0;
--> 0
SELECT count(*) FROM t RIGHT JOIN u USING (a) WHERE (SELECT count(*) FROM u) = 2;
--> 2
SELECT count(*) FROM t RIGHT JOIN u USING (a) WHERE (SELECT count(*) FROM u) = 3;
--> 0
SELECT count(*) FROM t FULL JOIN u USING (a) WHERE 1 = 0;
--> 0
SELECT count(*) FROM (SELECT * FROM t WHERE 0) AS x RIGHT JOIN u USING (a) WHERE EXISTS (SELECT 1 FROM t WHERE a = 3);
--> 2
SELECT count(*) FROM t WHERE (SELECT max(a) FROM u) > 600;
--> 0
SELECT count(*) FROM t WHERE a > 490 AND (SELECT max(a) FROM u) = 600;
--> 10
EXPLAIN QUERY PLAN SELECT count(*) FROM t WHERE (SELECT max(a) FROM u) > 600;
--> 'SCAN t'
--> 'SCALAR SUBQUERY 1'
--> 'SEARCH u'
EXPLAIN QUERY PLAN SELECT count(*) FROM t WHERE EXISTS (SELECT 1 FROM u LIMIT 1) AND a = (SELECT min(a) FROM u);
--> 'SCAN t'
--> 'SCALAR SUBQUERY 1'
--> 'SCAN u'
--> 'SCALAR SUBQUERY 2'
--> 'SEARCH u'

