-- Partial indexes: when a query's filter implies their condition, and what they answer.

-- case plans
CREATE TABLE t(a, b, c, d TEXT, id INTEGER PRIMARY KEY);
CREATE INDEX tp ON t(c) WHERE a IS NOT NULL;
CREATE INDEX tq ON t(c) WHERE b = 5;
CREATE UNIQUE INDEX tu ON t(d) WHERE b > 3 AND a = 1;
CREATE INDEX tr ON t(b) WHERE a = 1 OR a = 2;
INSERT INTO t VALUES (1, 5, 1, 'x', 1), (NULL, 5, 1, 'x', 2), (2, 4, 1, 'x', 3), (1, 4, 2, 'y', 4), (3, 6, 2, 'y', 5);
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND a = 2;
--> 'SEARCH t USING INDEX tp (c=?)'
SELECT id FROM t WHERE c = 1 AND a = 2;
--> 3
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND a > 2;
--> 'SEARCH t USING INDEX tp (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND +a > 2;
--> 'SEARCH t USING INDEX tp (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 2 AND a + id > 2;
--> 'SEARCH t USING INDEX tp (c=?)'
SELECT id FROM t WHERE c = 2 AND a + id > 2;
--> 4
--> 5
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND a IN (1, 2);
--> 'SEARCH t USING INDEX tp (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND a BETWEEN 1 AND 2;
--> 'SEARCH t USING INDEX tp (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND coalesce(a, 1) = 1;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND a IS 1;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND b = 5;
--> 'SEARCH t USING INDEX tq (c=?)'
SELECT id FROM t WHERE c = 1 AND b = 5 ORDER BY id;
--> 1
--> 2
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND 5 = b;
--> 'SEARCH t USING INDEX tq (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1 AND b = 6;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE d = 'x' AND b > 3 AND a = 1;
--> 'SEARCH t USING INDEX tu (d=?)'
SELECT id FROM t WHERE d = 'x' AND b > 3 AND a = 1;
--> 1
EXPLAIN QUERY PLAN SELECT * FROM t WHERE d = 'x' AND b > 4 AND a = 1;
--> 'SEARCH t USING INDEX tr (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 4 AND (a = 1 OR a = 2);
--> 'SEARCH t USING INDEX tr (b=?)'
SELECT id FROM t WHERE b = 4 AND (a = 1 OR a = 2) ORDER BY id;
--> 3
--> 4
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 4 AND a = 2;
--> 'SEARCH t USING INDEX tr (b=?)'
SELECT id FROM t WHERE b = 4 AND a = 2;
--> 3
PRAGMA integrity_check;
--> 'ok'

-- case INDEXED BY
CREATE TABLE t(a, b, c);
CREATE INDEX tp ON t(c) WHERE a IS NOT NULL;
CREATE INDEX tq ON t(c) WHERE b = 5;
CREATE INDEX te ON t(a + 1);
INSERT INTO t VALUES (1, 5, 3), (NULL, 5, 2), (2, 4, 1);
EXPLAIN QUERY PLAN SELECT * FROM t INDEXED BY tp;
--> error: no query solution
EXPLAIN QUERY PLAN SELECT * FROM t INDEXED BY tp WHERE a IS NOT NULL;
--> 'SCAN t USING INDEX tp'
SELECT * FROM t INDEXED BY tp WHERE a IS NOT NULL;
--> 2, 4, 1
--> 1, 5, 3
EXPLAIN QUERY PLAN SELECT * FROM t INDEXED BY tq WHERE b = 5 AND c > 2;
--> 'SEARCH t USING INDEX tq (c>?)'
SELECT * FROM t INDEXED BY tq WHERE b = 5 AND c > 2;
--> 1, 5, 3
SELECT * FROM t INDEXED BY tq WHERE b = 6;
--> error: no query solution
SELECT * FROM t INDEXED BY nope WHERE b = 5;
--> error: no such index: nope
SELECT * FROM t INDEXED BY te WHERE a + 1 = 2;
--> 1, 5, 3
EXPLAIN QUERY PLAN SELECT * FROM t INDEXED BY te WHERE a + 1 = 2;
--> 'SEARCH t USING INDEX te (<expr>=?)'
UPDATE t INDEXED BY tq SET c = 9 WHERE b = 5;
UPDATE t INDEXED BY tq SET c = 9 WHERE b = 4;
--> error: no query solution
DELETE FROM t INDEXED BY tp WHERE a = 2;
SELECT * FROM t ORDER BY rowid;
--> 1, 5, 9
--> NULL, 5, 9

-- case joins
CREATE TABLE t(a, b);
CREATE TABLE u(x, y);
CREATE INDEX ux ON u(x) WHERE y = 1;
INSERT INTO t VALUES (1, 1), (2, 1), (3, 0);
INSERT INTO u VALUES (1, 1), (1, 2), (2, 2), (3, 1);
SELECT a, y FROM t LEFT JOIN u ON x = a AND y = 1 ORDER BY a;
--> 1, 1
--> 2, NULL
--> 3, 1
SELECT a, y FROM t LEFT JOIN u ON x = a WHERE y = 1 ORDER BY a;
--> 1, 1
--> 3, 1
SELECT a, y FROM t JOIN u ON x = a WHERE y = 1 ORDER BY a;
--> 1, 1
--> 3, 1
SELECT a, x, y FROM t FULL JOIN u ON x = a AND y = 1 ORDER BY a, x, y;
--> NULL, 1, 2
--> NULL, 2, 2
--> 1, 1, 1
--> 2, NULL, NULL
--> 3, 3, 1
SELECT a, (SELECT count(*) FROM u WHERE x = a AND y = 1) FROM t ORDER BY a;
--> 1, 1
--> 2, 0
--> 3, 1

-- case the upsert target and a partial index that serves
CREATE TABLE v(a, b UNIQUE, c, d);
CREATE INDEX v_positive ON v(c) WHERE d > 0;
INSERT INTO v VALUES (1, 1, 1, 1), (2, 2, 2, 0);
INSERT INTO v VALUES (3, 1, 5, -1) ON CONFLICT (b) DO UPDATE SET d = excluded.d, c = excluded.c;
SELECT count(*) FROM v INDEXED BY v_positive WHERE c > -1000 AND d > 0;
--> 0
UPDATE v SET d = 2;
SELECT c FROM v INDEXED BY v_positive WHERE c > -1000 AND d > 0 ORDER BY c;
--> 2
--> 5
PRAGMA integrity_check;
--> 'ok'
