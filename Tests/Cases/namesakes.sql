-- case a name in two items of one name that USING merges
CREATE TABLE t1(a INTEGER PRIMARY KEY, b);
CREATE TABLE t2(a, b);
INSERT INTO t1 VALUES(10,'Y');
INSERT INTO t2 VALUES(10,'Y');
SELECT t1.a FROM t1 JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 JOIN t1 USING(a,b);
--> 10
SELECT t1.b FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: t1.b
SELECT t1.a FROM t1 JOIN t1 ON 1;
--> error: ambiguous column name: t1.a
SELECT t1.a FROM t1, t1;
--> error: ambiguous column name: t1.a
SELECT t1.a FROM t1 NATURAL JOIN t1;
--> 10
SELECT (SELECT t1.a FROM t1 AS x) FROM t1 JOIN t1 USING(a,b);
--> 10
SELECT t1.a FROM t1 LEFT JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 RIGHT JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 FULL JOIN t1 USING(a);
--> 10
SELECT t1.rowid FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: t1.rowid
SELECT t1.* FROM t1 JOIN t1 USING(a);
--> error: ambiguous column name: main.t1.b
SELECT main.t1.a FROM t1 JOIN t1 USING(a);
--> 10
SELECT t1.a FROM t1 JOIN t2 AS t1 USING(a);
--> 10
SELECT t1.b FROM t1 JOIN t2 AS t1 USING(a);
--> error: ambiguous column name: t1.b
SELECT x.a FROM t1 AS x JOIN t1 AS x USING(a) JOIN t2 AS x USING (a);
--> 10
SELECT x.a FROM t1 AS x JOIN t1 AS x USING(a), t2 AS x;
--> error: ambiguous column name: x.a

-- case rowids of items of one name
CREATE TABLE t1(a INTEGER PRIMARY KEY, b);
CREATE TABLE t2(a, b);
INSERT INTO t1 VALUES(10,'Y');
INSERT INTO t2 VALUES(10,'Y');
SELECT x.rowid FROM t1 AS x, t2 AS x;
--> error: ambiguous column name: x.rowid
SELECT t1.rowid FROM t1, t1;
--> error: ambiguous column name: t1.rowid
SELECT x.rowid FROM (SELECT 1) AS x, t2 AS x;
--> 1
SELECT x.rowid FROM t2 AS x, (SELECT 1) AS x;
--> 1
SELECT x.rowid FROM t2 AS x, (SELECT * FROM t1) AS x;
--> 1
SELECT rowid FROM t2 AS x, (SELECT * FROM t1) AS x;
--> 1
SELECT rowid FROM t2, t1;
--> error: ambiguous column name: rowid
SELECT oid FROM t1 JOIN t1 USING (a);
--> error: ambiguous column name: oid
SELECT t1.rowid FROM (t1 JOIN t1 USING (a));
--> error: ambiguous column name: t1.rowid
SELECT t1.rowid FROM (t1 JOIN t2 USING (a)) JOIN t1 USING (a);
--> error: ambiguous column name: t1.rowid
SELECT t1.rowid FROM t2 RIGHT JOIN (t1 JOIN t2 AS z USING (a)) USING (a);
--> 10
SELECT (SELECT t1.rowid FROM t2) FROM t1;
--> 10
SELECT t1.rowid, t2.oid FROM t1 NATURAL JOIN t2;
--> 10, 1
