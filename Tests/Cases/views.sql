-- case columns of views have a collation that nobody asked for
CREATE TABLE t(x INTEGER);
INSERT INTO t VALUES(1);
CREATE VIEW v(a, b) AS SELECT 'a', 'B' COLLATE NOCASE FROM t;
CREATE VIEW w(a, b) AS SELECT 'a' COLLATE BINARY, 'B' COLLATE NOCASE FROM t;
SELECT a >= b, b < a, a = 'A', b = 'b', 'b' = b FROM v;
--> 1, 0, 0, 1, 1
SELECT a >= b, b < a, a = 'A', b = 'b', 'b' = b FROM w;
--> 1, 0, 0, 1, 1
SELECT count(*) FROM v WHERE b = 'b';
--> 1
SELECT count(*) FROM v WHERE 'b' = b;
--> 1
SELECT b COLLATE BINARY = 'b' FROM v;
--> 0
-- case the first of several namesakes is meant by USING
CREATE TABLE a(i, x);
CREATE TABLE b(i, y);
CREATE TABLE c(i, z);
INSERT INTO a VALUES(1, 'a');
INSERT INTO b VALUES(2, 'b');
INSERT INTO c VALUES(1, 'c');
SELECT * FROM a JOIN b JOIN c USING (i);
--> 1, 'a', 2, 'b', 'c'
SELECT * FROM a JOIN b NATURAL JOIN c;
--> 1, 'a', 2, 'b', 'c'
SELECT * FROM a JOIN b RIGHT JOIN c USING (i);
--> error: ambiguous reference to i in USING()
-- case ORDER BY of a recursive query by an expression of its recursive part
WITH RECURSIVE cnt(x) AS (SELECT 1 UNION ALL SELECT cnt.x + 1 FROM cnt WHERE cnt.x < 5 ORDER BY cnt.x + 1 DESC) SELECT x FROM cnt;
--> 1
--> 2
--> 3
--> 4
--> 5
-- case floor after months and days
SELECT unixepoch('2024-01-31', '+1 month', '+1 day', 'floor');
--> 1709424000
SELECT date('2024-01-31', '+1 month', 'floor');
--> '2024-02-29'
SELECT date('2024-01-31', '+1 month', '+1 hour', 'floor');
--> '2024-03-02'
SELECT date('2023-01-31', '+1 month', '+1 year', 'floor');
--> '2024-03-03'
