-- What expression and partial indexes are used for, and that they keep up with changes.

-- case indexes of expressions in searches, orders and groups
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES('In_the_beginning', 1, 'x'), ('And_the_earth', 2, 'y'), ('And_God_said', 3, NULL), (NULL, 4, 'z');
CREATE INDEX i1 ON t(substr(a, 1, 3), b);
CREATE INDEX i2 ON t(length(a));
CREATE INDEX i3 ON t(coalesce(c, 'none') COLLATE NOCASE);
CREATE INDEX i4 ON t(b % 2, -b);
SELECT b FROM t WHERE substr(a, 1, 3) = 'And' ORDER BY b DESC;
--> 3
--> 2
EXPLAIN QUERY PLAN SELECT b FROM t WHERE substr(a, 1, 3) = 'And' ORDER BY b DESC;
--> 'SEARCH t USING COVERING INDEX i1 (<expr>=?)'
SELECT b FROM t WHERE substr(a, 1, 3) <= 'And' AND b > 2;
--> 3
EXPLAIN QUERY PLAN SELECT b FROM t WHERE substr(a, 1, 3) = 'And' AND b > 2;
--> 'SEARCH t USING COVERING INDEX i1 (<expr>=? AND b>?)'
SELECT b FROM t WHERE length(a) BETWEEN 12 AND 14 ORDER BY length(a);
--> 3
--> 2
EXPLAIN QUERY PLAN SELECT b FROM t WHERE length(a) BETWEEN 12 AND 14 ORDER BY length(a);
--> 'SEARCH t USING INDEX i2 (<expr>>? AND <expr><?)'
SELECT b FROM t WHERE coalesce(c, 'none') = 'NONE' COLLATE NOCASE;
--> 3
EXPLAIN QUERY PLAN SELECT b FROM t WHERE coalesce(c, 'none') = 'NONE' COLLATE NOCASE;
--> 'SEARCH t USING INDEX i3 (<expr>=?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE coalesce(c, 'none') = 'NONE';
--> 'SCAN t'
SELECT b FROM t WHERE b % 2 = 0 ORDER BY -b;
--> 4
--> 2
EXPLAIN QUERY PLAN SELECT b FROM t WHERE b % 2 = 0 ORDER BY -b;
--> 'SEARCH t USING INDEX i4 (<expr>=?)'
SELECT length(a), count(*) FROM t GROUP BY length(a) ORDER BY 1 DESC;
--> 16, 1
--> 13, 1
--> 12, 1
--> NULL, 1
EXPLAIN QUERY PLAN SELECT length(a), count(*) FROM t GROUP BY length(a);
--> 'SCAN t USING INDEX i2'
SELECT max(length(a)), min(length(a)) FROM t;
--> 16, 12
SELECT t1.b, t2.b FROM t AS t1 JOIN t AS t2 ON length(t1.a) = t2.b + 10;
--> 3, 2
--> 2, 3
EXPLAIN QUERY PLAN SELECT t1.b FROM t AS t2 CROSS JOIN t AS t1 ON length(t1.a) = t2.b;
--> 'SCAN t2 USING COVERING INDEX i1'
--> 'SEARCH t1 USING INDEX i2 (<expr>=?)'
UPDATE t SET a = 'And more' WHERE length(a) IS NULL;
SELECT substr(a, 1, 3), b FROM t WHERE substr(a, 1, 3) IN ('And', 'In_') ORDER BY 1, 2;
--> 'And', 2
--> 'And', 3
--> 'And', 4
--> 'In_', 1
DELETE FROM t WHERE substr(a, 1, 3) = 'And' AND b = 2;
SELECT b FROM t INDEXED BY i1 ORDER BY substr(a, 1, 3), b;
--> 3
--> 4
--> 1
SELECT count(*) FROM t WHERE length(a) IN (8, 12, 16);
--> 3
PRAGMA integrity_check;
--> 'ok'

-- case partial indexes in searches and changes of many rows
CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d);
WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i < 40) INSERT INTO t SELECT i, CASE WHEN i % 3 THEN i END, 'c' || (i % 5), i % 7 FROM n;
CREATE INDEX p1 ON t(b) WHERE b IS NOT NULL;
CREATE INDEX p2 ON t(c) WHERE d = 3;
CREATE UNIQUE INDEX p3 ON t(d, c) WHERE a < 20 AND b IS NULL;
CREATE INDEX p4 ON t(d) WHERE c >= 'c2' AND c < 'c4';
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b = 4;
--> 'SEARCH t USING COVERING INDEX p1 (b=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b > 4 AND b < 9;
--> 'SEARCH t USING COVERING INDEX p1 (b>? AND b<?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE d = 3 AND c = 'c1';
--> 'SEARCH t USING INDEX p2 (c=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE c = 'c1' AND 3 = d;
--> 'SEARCH t USING INDEX p2 (c=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE d = 5 AND c >= 'c2' AND c < 'c4';
--> 'SEARCH t USING INDEX p4 (d=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE d = 5 AND c >= 'c2';
--> 'SCAN t'
SELECT count(*), sum(a) FROM t WHERE b > 4 AND b < 30;
--> 17, 293
SELECT count(*), sum(a) FROM t WHERE d = 3 AND c = 'c1';
--> 1, 31
SELECT count(*), sum(a) FROM t WHERE d = 5 AND c >= 'c2' AND c < 'c4';
--> 2, 45
INSERT INTO t VALUES(100, NULL, 'c0', 0), (101, NULL, 'c0', 0);
INSERT INTO t VALUES(-1, NULL, 'q', 0), (-2, NULL, 'q', 0);
--> error: UNIQUE constraint failed: t.d, t.c
UPDATE t SET d = 3 WHERE a % 2;
SELECT count(*), sum(a) FROM t INDEXED BY p2 WHERE d = 3;
--> 24, 573
UPDATE t SET b = a WHERE b IS NULL AND a > 10;
SELECT count(*), sum(b) FROM t INDEXED BY p1 WHERE b IS NOT NULL;
--> 39, 1003
DELETE FROM t WHERE d = 3 AND c > 'c2';
SELECT count(*), sum(a) FROM t INDEXED BY p2 WHERE d = 3;
--> 14, 343
SELECT count(*), sum(a) FROM t NOT INDEXED WHERE d = 3;
--> 14, 343
REINDEX p2;
PRAGMA integrity_check;
--> 'ok'
SELECT t1.a FROM t AS t1 LEFT JOIN t AS t2 ON t2.b = t1.a AND t2.b IS NOT NULL WHERE t2.a IS NULL ORDER BY 1 LIMIT 3;
--> 6
