-- AND with a 0: the other side is forgotten.

-- case names and errors
CREATE TABLE t(a,b);
INSERT INTO t VALUES(1,2),(2,3);
SELECT nosuch AND 0;
--> 0
SELECT 0 AND nosuch;
--> 0
SELECT nosuch AND (0);
--> 0
SELECT nosuch AND FALSE;
--> error: no such column: nosuch
SELECT nosuch AND +0;
--> error: no such column: nosuch
SELECT nosuch AND 0.0;
--> error: no such column: nosuch
SELECT nosuch AND NULL;
--> error: no such column: nosuch
SELECT nosuch AND 0 AND 1;
--> 0
SELECT 1 AND nosuch AND 0;
--> 0
SELECT (nosuch AND 0) OR 1;
--> 1
SELECT nosuch OR 1;
--> error: no such column: nosuch
SELECT nosuch AND '0';
--> error: no such column: nosuch
SELECT 1 FROM t WHERE nosuch AND 0;
SELECT 1 FROM t JOIN t u ON nosuch AND 0;
SELECT 1 FROM t WHERE sum(a) AND 0;
--> error: misuse of aggregate function sum()
SELECT 1 FROM t WHERE (SELECT sum(a)) AND 0;
SELECT (SELECT 1, 2) AND 0;
--> 0
SELECT (SELECT * FROM nosuch) AND 0;
--> 0
CREATE TABLE c(a CHECK (nosuch AND 0));
CREATE TABLE c2(a, b AS (nosuch AND 0));
CREATE VIEW v AS SELECT nosuch AND 0;
SELECT * FROM v;
--> 0
CREATE INDEX i ON t(a) WHERE nosuch AND 0;
CREATE INDEX i2 ON t(nosuch AND 0);
UPDATE t SET a = nosuch AND 0;
SELECT a FROM t ORDER BY nosuch AND 0;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT count(*) FROM t HAVING nosuch AND 0;
SELECT nosuch AND 0x0;
--> 0
SELECT nosuch AND 00;
--> 0
SELECT nosuch AND (1 IN ());
--> 0
SELECT nosuch AND 0 IS NULL;
--> error: no such column: nosuch
SELECT NOT (nosuch AND 0);
--> 1
SELECT typeof(nosuch AND 0);
--> 'integer'
SELECT CASE WHEN nosuch AND 0 THEN 1 ELSE 2 END;
--> 2
SELECT nosuch BETWEEN 1 AND 0;
--> error: no such column: nosuch
SELECT abs(-9223372036854775808) AND 0;
--> 0
SELECT 0 AND abs(-9223372036854775808);
--> 0
SELECT a, max(b) FROM t GROUP BY a HAVING 'a';
SELECT a, sum(9223372036854775807) FROM t GROUP BY 1=1 HAVING 'a';
SELECT a, sum(9223372036854775807) FROM t GROUP BY a=a HAVING 0;
--> error: integer overflow
SELECT a, sum(9223372036854775807) FROM t GROUP BY b>0 HAVING (b>0) = 0;
SELECT a, sum(9223372036854775807) FROM t GROUP BY b>0 HAVING a = 9;
--> error: integer overflow
SELECT a, sum(9223372036854775807) FROM t GROUP BY b>0 HAVING (b>0) = 0 AND sum(9223372036854775807);
SELECT a, sum(9223372036854775807) FROM t GROUP BY b>0 HAVING (SELECT 0);
--> error: integer overflow
SELECT sum(9223372036854775807) FROM t HAVING '';
--> error: integer overflow

-- case misuses found late
CREATE TABLE t1 (d);
CREATE TABLE t3 (a, d);
DELETE FROM t3 WHERE (d, d) IN (SELECT count(), count(a) FROM t1 WHERE sum(d));
--> error: misuse of aggregate: count()
DELETE FROM t3 WHERE (d, d) IN (SELECT count(*), 1 FROM t1 WHERE sum(d));
--> error: misuse of aggregate: sum()
SELECT count(*), (SELECT sum(a) FROM t1) FROM t3 WHERE sum(d);
--> error: misuse of aggregate: sum()
SELECT a, (SELECT sum(d) FROM t1 WHERE max(a)) FROM t3 WHERE (SELECT min(a) FROM t1);
--> error: misuse of aggregate: min()
