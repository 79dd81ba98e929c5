-- Conditions of outer joins fix neither order nor groups.

-- case ORDER BY and GROUP BY
CREATE TABLE t1 (a, b, c, e);
CREATE TABLE w(x);
INSERT INTO w VALUES(1);
INSERT INTO t1 VALUES (1, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1);
SELECT 1 FROM t1 LEFT JOIN w ON b = 1 GROUP BY b;
--> 1
--> 1
SELECT a FROM t1 LEFT JOIN w ON a = 2 ORDER BY 1 DESC;
--> 1
--> 1
--> 1
SELECT b FROM t1 LEFT JOIN w ON b = 1 AND x = 1 ORDER BY b DESC;
--> 1
--> 1
--> 0
SELECT b FROM t1 RIGHT JOIN w ON b = 1 AND x = 1 ORDER BY b DESC;
--> 1
--> 1
SELECT b FROM t1 LEFT JOIN w ON t1.b = w.x ORDER BY b DESC;
--> 1
--> 1
--> 0
SELECT b,x FROM t1 LEFT JOIN w ON w.x = t1.b ORDER BY x DESC;
--> 1, 1
--> 1, 1
--> 0, NULL
SELECT DISTINCT b FROM t1 LEFT JOIN w ON b IS NULL;
--> 1
--> 0
SELECT rowid FROM t1 LEFT JOIN w ON t1.rowid = 2 ORDER BY t1.rowid DESC;
--> error: ambiguous column name: rowid
