-- Columns of * and t.* in joins with USING.

-- case stars
CREATE TABLE t1(c, d);
CREATE TABLE t2(c, e);
CREATE TABLE t3(c, d, e);
INSERT INTO t1 VALUES(1,2);
INSERT INTO t2 VALUES(1,3),(2,4);
INSERT INTO t3 VALUES(3,4,5);
SELECT t1.* FROM t1 RIGHT JOIN t2 USING (c);
--> 1, 2
--> 2, NULL
SELECT t2.* FROM t1 RIGHT JOIN t2 USING (c);
--> 1, 3
--> 2, 4
SELECT t1.*, t2.* FROM t1 FULL JOIN t2 USING (c);
--> 1, 2, 1, 3
--> 2, NULL, 2, 4
SELECT t1.*, t2.*, t3.* FROM t1 FULL JOIN t2 USING (c) FULL JOIN t3 USING (c);
--> 1, 2, 1, 3, NULL, NULL, NULL
--> 2, NULL, 2, 4, NULL, NULL, NULL
--> 3, NULL, 3, NULL, 3, 4, 5
SELECT t1.*, t2.*, t3.* FROM t1 RIGHT JOIN t2 USING (c) FULL JOIN t3 USING (c);
--> 1, 2, 1, 3, NULL, NULL, NULL
--> 2, NULL, 2, 4, NULL, NULL, NULL
--> 3, NULL, 3, NULL, 3, 4, 5
SELECT t1.*, t2.*, t3.* FROM t1 RIGHT JOIN t2 ON t1.c=t2.c LEFT JOIN t3 ON 1;
--> 1, 2, 1, 3, 3, 4, 5
--> NULL, NULL, 2, 4, 3, 4, 5
SELECT t1.*, t2.*, t3.* FROM t1 LEFT JOIN t2 USING (c) FULL JOIN t3 USING (c);
--> 1, 2, 1, 3, NULL, NULL, NULL
--> 3, NULL, 3, NULL, 3, 4, 5
SELECT t1.*, t2.*, t3.* FROM t1 LEFT JOIN t2 USING (c) RIGHT JOIN t3 USING (c);
--> 3, NULL, 3, NULL, 3, 4, 5
SELECT t1.*, t2.*, t3.* FROM t1 FULL JOIN t2 USING (c) LEFT JOIN t3 USING (c);
--> 1, 2, 1, 3, NULL, NULL, NULL
--> 2, NULL, 2, 4, NULL, NULL, NULL
SELECT t1.*, t2.*, t3.* FROM t1 FULL JOIN t2 USING (c) LEFT JOIN t3 ON 1;
--> error: ambiguous column name: c
SELECT * FROM t1 FULL JOIN t2 USING (c) LEFT JOIN t3 ON 1;
--> error: ambiguous column name: c
SELECT * FROM t1 FULL JOIN t2 USING (c), t3;
--> error: ambiguous column name: c
SELECT * FROM t1 JOIN t1 USING (c) FULL JOIN (t1);
--> error: ambiguous column name: c
SELECT * FROM t1 AS a1 NATURAL FULL JOIN t2 JOIN t3;
--> error: ambiguous column name: c
SELECT * FROM t1 AS a1 NATURAL FULL JOIN t2 NATURAL JOIN t3;
SELECT * FROM t1 AS a1 NATURAL FULL JOIN t2 NATURAL FULL JOIN t3;
--> 1, 2, 3
--> 2, NULL, 4
--> 3, 4, 5
SELECT * FROM t3 AS a1 NATURAL FULL JOIN t2 NATURAL FULL JOIN t1;
--> 3, 4, 5
--> 1, NULL, 3
--> 2, NULL, 4
--> 1, 2, NULL
SELECT * FROM t1 AS a1 NATURAL RIGHT JOIN t2 NATURAL LEFT JOIN t3;
--> 1, 2, 3
--> 2, NULL, 4
SELECT * FROM t1 JOIN t2 USING (c) RIGHT JOIN t3 ON 1;
--> error: ambiguous column name: c
SELECT * FROM t1 JOIN t2 USING (c) RIGHT JOIN t3 ON 0;
--> error: ambiguous column name: c
SELECT * FROM t1, t2 RIGHT JOIN t3 ON 0;
--> NULL, NULL, NULL, NULL, 3, 4, 5
SELECT * FROM t1 JOIN t2 ON 1 RIGHT JOIN t3 USING (e);
--> NULL, NULL, NULL, 5, 3, 4
SELECT * FROM t1 JOIN t2 ON 1 RIGHT JOIN t3 USING (c);
--> error: ambiguous reference to c in USING()
SELECT * FROM (t1 JOIN t2 USING (c)) RIGHT JOIN t3 USING (c);
--> 3, NULL, NULL, 4, 5
SELECT * FROM (t1 FULL JOIN t2 USING (c)) JOIN t3 ON 1;
--> error: ambiguous column name: c
SELECT * FROM (t1 FULL JOIN t2 USING (c)) LEFT JOIN t3 USING (c);
--> 1, 2, 3, NULL, NULL
--> 2, NULL, 4, NULL, NULL
SELECT a12.* FROM (SELECT 1) LEFT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 3
SELECT t1.* FROM (SELECT 1) LEFT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 2
SELECT * FROM (SELECT 1) LEFT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 1, 2, 3
SELECT a12.c, c FROM (SELECT 1) LEFT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 1
SELECT a12.* FROM (SELECT 1) LEFT JOIN (t1 FULL JOIN t2 AS a12 USING (c)) ON 1;
--> 1, 3
--> 2, 4
SELECT t1.* FROM (SELECT 1) LEFT JOIN (t1 FULL JOIN t2 AS a12 USING (c)) ON 1;
--> 1, 2
--> NULL, NULL
SELECT t1.* FROM (SELECT 1) LEFT JOIN (t1 RIGHT JOIN t2 AS a12 USING (c)) ON 1;
--> 1, 2
--> NULL, NULL
SELECT a12.* FROM (t1 JOIN t2 AS a12 USING (c));
--> 1, 3
SELECT a12.* FROM t3 JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 3
SELECT a12.* FROM t3 RIGHT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 1, 3
SELECT * FROM t3 RIGHT JOIN (t1 JOIN t2 AS a12 USING (c));
--> 3, 4, 5, 1, 2, 3
SELECT * FROM t3 RIGHT JOIN (t1 JOIN t2 AS a12 USING (c)) USING (c);
--> 1, NULL, NULL, 2, 3
SELECT a12.* FROM t3 RIGHT JOIN (t1 JOIN t2 AS a12 USING (c)) USING (c);
--> 1, 3
SELECT t3.* FROM t3 RIGHT JOIN (t1 JOIN t2 AS a12 USING (c)) USING (c);
--> 1, NULL, NULL
SELECT (SELECT count(*) FROM (SELECT x.* FROM t1 x RIGHT JOIN t2 y USING (c)));
--> 2
SELECT c, d FROM (SELECT x.* FROM t1 x RIGHT JOIN t2 y USING (c));
--> 1, 2
--> 2, NULL
CREATE VIEW v AS SELECT x.* FROM t1 x RIGHT JOIN t2 y USING (c);
SELECT * FROM v;
--> 1, 2
--> 2, NULL
