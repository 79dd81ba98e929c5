-- case USING and NATURAL in parentheses mean the items there
CREATE TABLE t1(a,b);
INSERT INTO t1 VALUES(111,'x1');
CREATE TABLE t2(a,b);
INSERT INTO t2 VALUES(111,'x2');
CREATE TABLE t3(a,c);
INSERT INTO t3 VALUES(222,'x3');
CREATE TABLE t4(a,d);
INSERT INTO t4 VALUES(222,'x4');
SELECT * FROM (t1 LEFT JOIN t2 USING(a)) JOIN (t3 LEFT JOIN t4 USING(a)) ON t1.a=t3.a-111;
--> 111, 'x1', 'x2', 222, 'x3', 'x4'
SELECT * FROM t1 JOIN (t3 LEFT JOIN t4 USING(a)) ON t1.a=t3.a-111;
--> 111, 'x1', 222, 'x3', 'x4'
SELECT * FROM t1, (t3 LEFT JOIN t4 USING(a));
--> 111, 'x1', 222, 'x3', 'x4'
SELECT * FROM t1, (t3 NATURAL JOIN t4);
--> 111, 'x1', 222, 'x3', 'x4'
SELECT * FROM t1, (t3 NATURAL LEFT JOIN t4), t2;
--> 111, 'x1', 222, 'x3', 'x4', 111, 'x2'
SELECT * FROM t1, (t2, (t3 JOIN t4 USING(a)));
--> 111, 'x1', 111, 'x2', 222, 'x3', 'x4'
SELECT * FROM t1 JOIN (t2 JOIN (t3 JOIN t4 USING(a)) USING(a)) USING(a);
SELECT a FROM t1, (t3 JOIN t4 USING(a));
--> error: ambiguous column name: a
SELECT t4.a FROM t1, (t3 JOIN t4 USING(a));
--> 222
SELECT * FROM (t1 JOIN t2 USING(a)) NATURAL JOIN (t3 JOIN t4 USING(a));
SELECT * FROM t1, (t3 JOIN t4 USING(b));
--> error: cannot join using column b - column not present in both tables
SELECT * FROM t1, (t3 JOIN t4 USING(c));
--> error: cannot join using column c - column not present in both tables

-- case the ON condition of a group whose last item is left-joined
CREATE TABLE t1(a);
CREATE TABLE t2(b);
CREATE TABLE t3(c);
INSERT INTO t1 VALUES (1), (2);
INSERT INTO t2 VALUES (1), (3);
INSERT INTO t3 VALUES (3);
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON 0;
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON a = b;
--> 1, 1, NULL
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON c = 3;
--> 1, 3, 3
--> 2, 3, 3
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON c IS NULL AND a = 2;
--> 2, 1, NULL
SELECT * FROM t1 CROSS JOIN (t2 LEFT JOIN t3) ON a < b;
--> 1, 3, 3
--> 2, 3, 3
SELECT * FROM t1 LEFT JOIN (t2 LEFT JOIN t3 ON b = c) ON a = b;
--> 1, 1, NULL
--> 2, NULL, NULL
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON a = b LEFT JOIN t3 AS z ON z.c = a;
--> 1, 1, NULL, NULL
SELECT * FROM t1 JOIN (t2 LEFT JOIN t3 ON b = c) ON a = b RIGHT JOIN t3 AS z ON z.c = b;
--> NULL, NULL, NULL, 3
SELECT * FROM t3 JOIN (t1 JOIN (t2 LEFT JOIN t3 AS z ON b = z.c) ON a = b) ON t3.c > a;
--> 3, 1, 1, NULL

-- case names in the ON condition of a group, and RIGHT and FULL joins around it
CREATE TABLE t1(a);
CREATE TABLE t2(b);
CREATE TABLE t3(c);
INSERT INTO t1 VALUES (1), (2);
INSERT INTO t2 VALUES (1), (3);
INSERT INTO t3 VALUES (1), (4);
SELECT * FROM t1 JOIN (t2 JOIN t3 ON b = c) ON a = b JOIN t3 AS z;
--> 1, 1, 1, 1
--> 1, 1, 1, 4
SELECT * FROM t1 JOIN (t2 JOIN t3 ON a = c) ON a = b;
--> error: no such column: a
SELECT * FROM (SELECT 1) FULL JOIN t1 JOIN (t2 JOIN t3) ON c = a;
--> 1, 1, 1, 1
--> 1, 1, 3, 1
SELECT * FROM t1 FULL JOIN t2 ON a = b JOIN (t3 LEFT JOIN t1 AS y ON y.a = c) ON y.a IS NULL AND b;
--> error: ambiguous column name: a
SELECT (SELECT max(z) FROM t1 JOIN (t2 LEFT JOIN (SELECT c AS z FROM t3) ON z = b AND z <= o.a) ON t1.a = b) FROM t1 AS o;
--> 1
--> 1

-- case * of one parenthesised join with an alias
CREATE TABLE t(a,b);
CREATE TABLE u(a,c);
CREATE TABLE w(x,y);
INSERT INTO t VALUES(1,2);
INSERT INTO u VALUES(1,3);
INSERT INTO w VALUES(1,3);
SELECT * FROM (t JOIN t AS s) AS j;
--> error: ambiguous column name: a
SELECT * FROM (t JOIN u) AS j;
--> error: ambiguous column name: a
SELECT j.* FROM (t JOIN u) AS j;
--> error: no such table: j
SELECT t.* FROM (t JOIN u) AS j;
--> error: ambiguous column name: a
SELECT j.a FROM (t JOIN u) AS j;
--> 1
SELECT j.c FROM (t JOIN u) AS j;
--> 3
SELECT c FROM (t JOIN u) AS j;
--> 3
SELECT a FROM (t JOIN u) AS j;
--> error: ambiguous column name: a
SELECT t.a FROM (t JOIN u) AS j;
--> 1
SELECT * FROM (t JOIN w) AS j;
--> 1, 2, 1, 3
SELECT j.* FROM (t JOIN w) AS j;
--> error: no such table: j
SELECT * FROM (t JOIN u USING(a)) AS j;
--> 1, 2, 3
SELECT * FROM (t NATURAL JOIN u) AS j;
--> 1, 2, 3
SELECT * FROM (t JOIN u) AS j JOIN w;
--> 1, 2, 1, 3, 1, 3
SELECT * FROM w JOIN (t JOIN u) AS j;
--> 1, 3, 1, 2, 1, 3
SELECT * FROM w JOIN (t JOIN u);
--> 1, 3, 1, 2, 1, 3
SELECT * FROM w JOIN (t JOIN u) ON 1;
--> 1, 3, 1, 2, 1, 3
SELECT * FROM (w JOIN (t JOIN u));
--> 1, 3, 1, 2, 1, 3
SELECT * FROM (t JOIN t AS s);
--> 1, 2, 1, 2
SELECT * FROM w JOIN (t JOIN t AS s);
--> 1, 3, 1, 2, 1, 2
SELECT * FROM w JOIN (t JOIN t AS s) AS j;
--> 1, 3, 1, 2, 1, 2
SELECT * FROM (t JOIN t);
--> error: ambiguous column name: main.t.a
SELECT * FROM w JOIN (t JOIN t);
--> error: ambiguous column name: main.t.a
SELECT * FROM w JOIN (t JOIN t) AS j;
--> error: ambiguous column name: main.t.a
SELECT * FROM (t JOIN (SELECT 1 AS a) AS k) AS j;
--> error: ambiguous column name: a
SELECT * FROM (t, u) AS j;
--> error: ambiguous column name: a
SELECT * FROM ((t JOIN u) AS j JOIN w);
--> 1, 2, 1, 3, 1, 3
SELECT * FROM (SELECT * FROM (t JOIN u) AS j);
--> error: ambiguous column name: a
SELECT j.t.a FROM (t JOIN u) AS j;
--> error: no such column: j.t.a
SELECT 1 FROM (t JOIN u) AS j;
--> 1
SELECT b,c FROM (t JOIN u) AS j;
--> 2, 3
SELECT * FROM (t LEFT JOIN u ON t.a=u.a) AS j;
--> error: ambiguous column name: a
SELECT * FROM (t AS x JOIN u AS y) AS j;
--> error: ambiguous column name: a
SELECT x.a FROM (t AS x JOIN u AS y) AS j;
--> 1
