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
