-- Of several unknown names, tables come first.

-- case missing tables come before missing columns
CREATE TABLE t(a);
SELECT nosuch FROM t WHERE a IN (SELECT 1 FROM missing);
--> error: no such table: missing
SELECT nosuch, (SELECT 1 FROM missing) FROM t;
--> error: no such table: missing
SELECT nosuch FROM t ORDER BY EXISTS (SELECT 1 FROM missing);
--> error: no such table: missing
SELECT a FROM t WHERE nosuch AND a IN missing;
--> error: no such table: missing
UPDATE t SET nosuch = (SELECT 1 FROM missing);
--> error: no such table: missing
UPDATE t SET a = nosuch WHERE a IN (SELECT 1 FROM missing);
--> error: no such column: nosuch
DELETE FROM t WHERE nosuch = (SELECT 1 FROM missing);
--> error: no such column: nosuch
INSERT INTO t(nosuch) SELECT 1 FROM missing;
--> error: table t has no column named nosuch
INSERT INTO t VALUES ((SELECT 1 FROM missing), 2);
--> error: no such table: missing
WITH k AS (SELECT 1 AS x) SELECT nosuch FROM t WHERE a IN (SELECT x FROM k);
--> error: no such column: nosuch
WITH k AS (SELECT 1 AS x) SELECT nosuch FROM t WHERE a IN (SELECT x FROM k, missing);
--> error: no such table: missing
WITH k AS (SELECT x FROM missing) SELECT nosuch FROM t;
--> error: no such column: nosuch
WITH k AS (SELECT 1 AS x) INSERT INTO t SELECT nosuch FROM k;
--> error: no such column: nosuch
WITH k AS (SELECT 1 AS x) INSERT INTO t(a, nosuch) SELECT x FROM missing;
--> error: table t has no column named nosuch
INSERT INTO t(a) SELECT nosuch FROM t WHERE EXISTS (SELECT 1 FROM main.missing);
--> error: no such table: main.missing
INSERT INTO t(a, nosuch) VALUES ((SELECT 1 FROM missing), 2);
--> error: table t has no column named nosuch
INSERT INTO t(a, a) VALUES (1);
--> error: 1 values for 2 columns
SELECT nosuch(1), (SELECT 1 FROM missing) FROM t;
--> error: no such table: missing
SELECT abs(1, 2), (SELECT 1 FROM missing) FROM t;
--> error: no such table: missing
SELECT count(count(*)), (SELECT 1 FROM missing) FROM t;
--> error: no such table: missing
SELECT nosuch FROM t, json_each('[1]') WHERE a IN (SELECT value FROM json_each('[1]'));
--> error: no such column: nosuch
SELECT nosuch FROM t WHERE a IN (SELECT name FROM pragma_table_info('t'));
--> error: no such column: nosuch
SELECT nosuch FROM t GROUP BY (SELECT 1 FROM missing);
--> error: no such table: missing
SELECT nosuch FROM t LIMIT (SELECT 1 FROM missing);
--> error: no such table: missing
SELECT a FROM t AS x JOIN t AS y WHERE (SELECT 1 FROM missing);
--> error: no such table: missing

-- case tables are looked for before USING
CREATE TABLE t1(a, b);
CREATE TABLE t2(c, d);
SELECT * FROM t1 JOIN t2 USING (a) JOIN t3 USING (a);
--> error: no such table: t3
SELECT * FROM t1 JOIN t2 USING (a), (SELECT * FROM t2), t4;
--> error: no such table: t4
SELECT * FROM t1 NATURAL JOIN t2 JOIN t1 AS t3 USING (zz) JOIN nosuch;
--> error: no such table: nosuch
SELECT (SELECT 1 FROM nosuch) FROM t1 JOIN t2 USING (a);
--> error: cannot join using column a - column not present in both tables
