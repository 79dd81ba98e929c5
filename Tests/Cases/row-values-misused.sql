-- Row values where one value is wanted: what is said of them, and when.

-- case messages
CREATE TABLE t(a,b);
SELECT (SELECT a, b FROM t) > 0;
--> error: row value misused
SELECT (SELECT 1, 2) = 1;
--> error: row value misused
SELECT 1 = (SELECT 1, 2);
--> error: row value misused
SELECT (1,2) = (SELECT 1, 2, 3);
--> error: row value misused
SELECT (1,2) = 1;
--> error: row value misused
SELECT 1 + (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT -(SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) IS NULL;
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) AND 1;
--> error: sub-select returns 2 columns - expected 1
SELECT NOT (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) BETWEEN 1 AND 2;
--> error: row value misused
SELECT 1 BETWEEN (SELECT 1, 2) AND 2;
--> error: row value misused
SELECT (SELECT 1, 2) IN (1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT 1 IN ((SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT 1 IN (1, (SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1,2) IN (SELECT 1);
--> error: sub-select returns 1 columns - expected 2
SELECT (SELECT 1,2) LIKE 'x';
--> error: sub-select returns 2 columns - expected 1
SELECT abs((SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT CASE (SELECT 1, 2) WHEN 1 THEN 2 END;
--> error: row value misused
SELECT CASE WHEN (SELECT 1, 2) THEN 2 END;
--> error: sub-select returns 2 columns - expected 1
SELECT CASE WHEN 1 THEN (SELECT 1, 2) END;
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT 1 WHERE (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT a FROM t ORDER BY (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT a FROM t GROUP BY (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT a FROM t LIMIT (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT CAST((SELECT 1, 2) AS TEXT);
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) COLLATE NOCASE;
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) IS (SELECT 1);
--> error: row value misused
SELECT (SELECT 1, 2) = (SELECT 1);
--> error: row value misused
SELECT (SELECT 1) = (SELECT 1, 2);
--> error: row value misused
SELECT (SELECT 1, 2) || 'a';
--> error: sub-select returns 2 columns - expected 1
SELECT (1, 2) > 0;
--> error: row value misused
SELECT (1, 2) || 'a';
--> error: row value misused
SELECT ((SELECT 1, 2), 3) = (1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT max((SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) ISNULL;
--> error: sub-select returns 2 columns - expected 1
SELECT +(SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT (1,2) IN (1, 2);
--> error: IN(...) element has 1 term - expected 2
SELECT (1,2) IN ((1, 2), 3);
--> error: IN(...) element has 1 term - expected 2
SELECT (SELECT 1,2) IN ((1, 2), (SELECT 1,2));
--> error: sub-select returns 2 columns - expected 1
INSERT INTO t VALUES((SELECT 1, 2), 3);
--> error: sub-select returns 2 columns - expected 1
UPDATE t SET a = (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
UPDATE t SET (a, b) = (SELECT 1);
--> error: 2 columns assigned 1 values
UPDATE t SET (a, b) = 1;
--> error: 2 columns assigned 1 values
DELETE FROM t WHERE (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
CREATE TABLE c1(a CHECK ((1,2)));
CREATE TABLE c2(a, CHECK ((a,2) > 1));
--> error: row value misused
CREATE TABLE c3(a, CHECK ((a,2) > (1,2,3)));
--> error: row value misused
CREATE TABLE c4(a, CHECK ((a,2) IN (1,2)));
--> error: IN(...) element has 1 term - expected 2
CREATE TABLE c5(a DEFAULT ((1,2)));
CREATE TABLE c7(a, CHECK (abs((a,2))));
CREATE TABLE c8(a, CHECK (a BETWEEN (1,2) AND 3));
--> error: row value misused
CREATE TABLE c9(a, CHECK (CASE WHEN (1,2) THEN 1 END));
CREATE TABLE c10(a, CHECK ((1,2) IS NULL));
CREATE INDEX i1 ON t((a,b));
--> error: row value misused
CREATE INDEX i2 ON t((a,b) > 1);
--> error: row value misused
CREATE INDEX i3 ON t(a) WHERE (a,b);
--> error: row value misused
CREATE INDEX i4 ON t(a) WHERE (a,b) > 1;
--> error: row value misused
CREATE INDEX i5 ON t(a) WHERE (a,b) > (1,2);
DROP TABLE c1;
DROP TABLE c5;
DROP TABLE c7;
DROP TABLE c9;
DROP TABLE c10;
DROP TABLE t;
