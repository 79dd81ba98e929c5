-- USING and NATURAL with parenthesised joins.

-- case names that a group has twice
CREATE TABLE t1 (id);
CREATE TABLE t3 (id, x);
CREATE TABLE t4 (id, y);
SELECT 1 FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t1);
SELECT id FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t1);
--> error: ambiguous column name: id
SELECT id FROM t3 NATURAL LEFT JOIN (t1 AS a2 JOIN t1);
SELECT id FROM t3 NATURAL RIGHT JOIN (t1 AS a2 JOIN t1);
--> error: ambiguous column name: id
SELECT id FROM t3 NATURAL JOIN (t1 AS a2 JOIN t1);
SELECT * FROM t3 NATURAL JOIN (t1 AS a2 JOIN t1);
SELECT * FROM t3 NATURAL LEFT JOIN (t1 AS a2 JOIN t1);
SELECT * FROM t3 NATURAL RIGHT JOIN (t1 AS a2 JOIN t1);
--> error: ambiguous column name: id
SELECT * FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t4);
--> error: ambiguous column name: id
SELECT * FROM t3 NATURAL FULL JOIN (t1 JOIN t4 USING (id));
SELECT x FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t1);
SELECT t3.* FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t1);
--> error: ambiguous column name: id
SELECT t1.* FROM t3 NATURAL FULL JOIN (t1 AS a2 JOIN t1);
SELECT * FROM t3 FULL JOIN (t1 AS a2 JOIN t1) USING (id);
--> error: ambiguous column name: id
SELECT id FROM t3 FULL JOIN (t1 AS a2 JOIN t4) USING (id);
--> error: ambiguous column name: id
SELECT id FROM t3 LEFT JOIN (t1 AS a2 JOIN t4) USING (id);
SELECT id FROM t3 RIGHT JOIN (t1 AS a2 JOIN t4) USING (id);
--> error: ambiguous column name: id
SELECT id FROM t3 RIGHT JOIN (t1 AS a2 JOIN t4 ON a2.id=t4.id) USING (id);
--> error: ambiguous column name: id
SELECT id FROM t3 JOIN (t1 AS a2 JOIN t4 ON a2.id=t4.id) USING (id);
SELECT id FROM t3 JOIN (t1 AS a2 LEFT JOIN t4 ON a2.id=t4.id) USING (id);
SELECT * FROM t3 LEFT JOIN (t1 AS a2 JOIN t4 ON a2.id=t4.id) USING (id);
SELECT * FROM t3 RIGHT JOIN (t1 AS a2 JOIN t4 ON a2.id=t4.id) USING (id);
--> error: ambiguous column name: id
SELECT * FROM t3 JOIN (t1 AS a2 JOIN t4 ON a2.id=t4.id) USING (id);

-- case a group beside a RIGHT join
CREATE TABLE t1 (e);
CREATE TABLE t2 (e);
SELECT * FROM t2 RIGHT JOIN (VALUES (1)) JOIN (t2 AS a3 NATURAL JOIN t1);
SELECT * FROM t2 RIGHT JOIN (VALUES (1)) JOIN (t2 AS a3 NATURAL JOIN t1) USING (e);
SELECT * FROM t2 JOIN (t2 AS a3 NATURAL JOIN t1) RIGHT JOIN (VALUES (1));
--> NULL, NULL, 1
SELECT * FROM t2 NATURAL JOIN t1 RIGHT JOIN (VALUES (1));
--> NULL, 1
SELECT * FROM t2 JOIN (t2 AS a3 NATURAL JOIN t1) USING (e) RIGHT JOIN (VALUES (1));
--> NULL, 1

-- case the order of columns
CREATE TABLE t3 (id, a, b, c);
CREATE TABLE t4 (a, r);
INSERT INTO t3 VALUES (1, 3, 2, 5);
INSERT INTO t4 VALUES (7, 8);
SELECT * FROM t4 JOIN (t3 JOIN t3 AS a3 USING (c));
--> 7, 8, 5, 1, 3, 2, 1, 3, 2
SELECT * FROM t4 JOIN (t3 NATURAL JOIN t3 AS a3);
--> 7, 8, 1, 3, 2, 5
SELECT * FROM t4 JOIN (t3 JOIN t3 AS a3 USING (c, a));
--> 7, 8, 5, 3, 1, 2, 1, 2
SELECT * FROM t4 LEFT JOIN (t3 JOIN t3 AS a3 USING (c));
--> 7, 8, 5, 1, 3, 2, 1, 3, 2
SELECT * FROM t4 LEFT JOIN (t3 LEFT JOIN t3 AS a3 USING (c));
--> 7, 8, 5, 1, 3, 2, 1, 3, 2
SELECT * FROM t4 LEFT JOIN (t3 FULL JOIN t3 AS a3 USING (c));
--> 7, 8, 5, 1, 3, 2, 1, 3, 2
SELECT t3.* FROM t4 LEFT JOIN (t3 JOIN t3 AS a3 USING (c));
--> 1, 3, 2, 5
SELECT a3.* FROM t4 LEFT JOIN (t3 JOIN t3 AS a3 USING (c));
--> 1, 3, 2, 5
SELECT t3.c, a3.c, c FROM t4 LEFT JOIN (t3 JOIN t3 AS a3 USING (c));
--> 5, 5, 5
SELECT * FROM (t3 JOIN t3 AS a3 USING (c));
--> 1, 3, 2, 5, 1, 3, 2
SELECT * FROM t4 JOIN (t3 JOIN t3 AS a3 USING (c) JOIN t3 AS a4 USING (c));
--> 7, 8, 5, 1, 3, 2, 1, 3, 2, 1, 3, 2
CREATE VIEW v AS SELECT * FROM t4 JOIN (t3 JOIN t3 AS a3 USING (c));
SELECT * FROM v;
--> 7, 8, 5, 1, 3, 2, 1, 3, 2
