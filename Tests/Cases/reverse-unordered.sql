-- case rows the other way round
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
INSERT INTO t VALUES (1, 'x', 3), (2, 'y', 2), (3, 'x', 1), (4, 'z', 2), (5, 'y', 3);
CREATE INDEX ib ON t(b);
CREATE INDEX ibc ON t(b DESC, c);
PRAGMA reverse_unordered_selects = 1;
SELECT a FROM t;
--> 4
--> 5
--> 2
--> 3
--> 1
SELECT a FROM t WHERE a > 2;
--> 5
--> 4
--> 3
SELECT a FROM t WHERE a IN (1, 3, 5);
--> 5
--> 3
--> 1
SELECT a FROM t WHERE +a IN (1, 3, 5);
--> 5
--> 3
--> 1
SELECT a FROM t WHERE a IN (SELECT c FROM t);
--> 3
--> 2
--> 1
SELECT a FROM t NOT INDEXED WHERE b IN ('x', 'z');
--> 4
--> 3
--> 1
SELECT a FROM t INDEXED BY ib WHERE b IN ('x', 'z', 'q');
--> 4
--> 3
--> 1
SELECT a FROM t INDEXED BY ib WHERE b = 'x';
--> 3
--> 1
SELECT a FROM t INDEXED BY ibc WHERE b IN ('x', 'y') AND c IN (1, 2, 3);
--> 1
--> 3
--> 5
--> 2
SELECT a FROM t INDEXED BY ibc WHERE b IN ('x', 'y');
--> 1
--> 3
--> 5
--> 2
SELECT a FROM t INDEXED BY ibc WHERE b IN ('x', 'y') AND c > 1;
--> 1
--> 5
--> 2
SELECT a FROM t INDEXED BY ibc WHERE b > 'x';
--> 5
--> 2
--> 4
SELECT a FROM t WHERE b = 'x' OR c = 2;
--> 4
--> 3
--> 2
--> 1
SELECT a FROM t WHERE a = 1 OR a = 4 OR b = 'y';
--> 1
--> 4
--> 5
--> 2
SELECT a FROM t ORDER BY c;
--> 3
--> 2
--> 4
--> 1
--> 5
SELECT a FROM t ORDER BY a;
--> 1
--> 2
--> 3
--> 4
--> 5
SELECT b, count(*) FROM t GROUP BY b;
--> 'x', 2
--> 'y', 2
--> 'z', 1
SELECT DISTINCT c FROM t;
--> 3
--> 2
--> 1
SELECT group_concat(a) FROM t;
--> '4,5,2,3,1'
SELECT (SELECT a FROM t), (SELECT a FROM t WHERE a IN (2, 3));
--> 4, 3
SELECT x.a, y.a FROM t AS x, t AS y WHERE y.a = x.c;
--> 5, 3
--> 4, 2
--> 3, 1
--> 2, 2
--> 1, 3
SELECT x.a, y.a FROM t AS x LEFT JOIN t AS y ON y.b IN (x.b, 'z') WHERE x.a < 3;
--> 2, 4
--> 2, 5
--> 2, 2
--> 1, 4
--> 1, 3
--> 1, 1
SELECT * FROM (SELECT a FROM t LIMIT 2);
--> 4
--> 5
SELECT * FROM (SELECT a FROM t ORDER BY c, a LIMIT 3);
--> 3
--> 2
--> 4
WITH q AS MATERIALIZED (SELECT a, c FROM t ORDER BY c, a) SELECT a FROM q;
--> 3
--> 2
--> 4
--> 1
--> 5
WITH q AS MATERIALIZED (SELECT a, c FROM t) SELECT a FROM q;
--> 1
--> 2
--> 3
--> 4
--> 5
WITH q(a) AS (VALUES (1), (2), (3)) SELECT a FROM q;
--> 1
--> 2
--> 3
SELECT a FROM t WHERE b IN ('x') UNION ALL SELECT a FROM t WHERE a IN (1, 2);
--> 3
--> 1
--> 2
--> 1
SELECT a FROM t WHERE b IN ('x', 'y') UNION SELECT a FROM t WHERE a IN (1, 2);
--> 1
--> 2
--> 3
--> 5
SELECT row_number() OVER (), a FROM t;
--> 1, 4
--> 2, 5
--> 3, 2
--> 4, 3
--> 5, 1
SELECT a FROM t LIMIT 2;
--> 4
--> 5
SELECT count(*), min(a), max(b) FROM t;
--> 5, 1, 'z'
SELECT value FROM json_each('[1, 2, 3]');
--> 1
--> 2
--> 3

-- case changes the other way round
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
CREATE TABLE log(n INTEGER PRIMARY KEY, what);
CREATE TRIGGER u AFTER UPDATE ON t BEGIN INSERT INTO log(what) VALUES ('u' || old.a); END;
CREATE TRIGGER d AFTER DELETE ON t BEGIN INSERT INTO log(what) VALUES ('d' || old.a); END;
INSERT INTO t VALUES (1, 'x', 3), (2, 'y', 2), (3, 'x', 1), (4, 'z', 2), (5, 'y', 3);
CREATE INDEX ib ON t(b);
PRAGMA reverse_unordered_selects = 1;
UPDATE t SET c = c + 1 RETURNING a;
--> 1
--> 2
--> 3
--> 4
--> 5
UPDATE t SET c = c + 1 WHERE a > 2 RETURNING a;
--> 3
--> 4
--> 5
UPDATE t SET c = c + 1 WHERE a IN (1, 3, 4) RETURNING a;
--> 1
--> 3
--> 4
UPDATE t SET c = c + 1 WHERE b IN ('x', 'z') RETURNING a;
--> 1
--> 3
--> 4
UPDATE t SET b = b || 1 WHERE b > 'x' RETURNING a;
--> 2
--> 4
--> 5
UPDATE t SET a = a + 10 RETURNING a;
--> 11
--> 12
--> 13
--> 14
--> 15
UPDATE t SET c = q.c FROM (SELECT 1 AS c) AS q RETURNING a;
--> 11
--> 12
--> 13
--> 14
--> 15
DELETE FROM t WHERE a IN (11, 13) RETURNING a;
--> 11
--> 13
DELETE FROM t RETURNING a;
--> 12
--> 14
--> 15
SELECT group_concat(what) FROM (SELECT what FROM log ORDER BY n);
--> 'u1,u2,u3,u4,u5,u3,u4,u5,u1,u3,u4,u1,u3,u4,u2,u4,u5,u1,u2,u3,u4,u5,u11,u12,u13,u14,u15,d11,d13,d12,d14,d15'

-- case changes of tables without triggers the other way round
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c);
INSERT INTO t VALUES (1, 'x', 3), (2, 'y', 2), (3, 'x', 1), (4, 'z', 2), (5, 'y', 3);
PRAGMA reverse_unordered_selects = 1;
UPDATE t SET c = c + 1 RETURNING a;
--> 1
--> 2
--> 3
--> 4
--> 5
UPDATE t SET c = c + 1 WHERE a > 2 RETURNING a;
--> 3
--> 4
--> 5
UPDATE t SET c = c + 1 WHERE a IN (1, 3, 4) RETURNING a;
--> 1
--> 3
--> 4
UPDATE t SET a = a + 10 WHERE b = 'x' RETURNING a;
--> 11
--> 13
DELETE FROM t WHERE a > 11 RETURNING a;
--> 13
DELETE FROM t WHERE a IN (1, 2, 11) RETURNING a;
--> 2
--> 11
DELETE FROM t WHERE b = 'z' OR b = 'y' RETURNING a;
--> 4
--> 5

-- case changes of tables WITHOUT ROWID the other way round
CREATE TABLE t(a, b, c, PRIMARY KEY (a, b DESC)) WITHOUT ROWID;
INSERT INTO t VALUES (1, 'x', 3), (2, 'y', 2), (3, 'x', 1), (4, 'z', 2), (5, 'y', 3), (1, 'y', 4);
PRAGMA reverse_unordered_selects = 1;
SELECT a, b FROM t;
--> 5, 'y'
--> 4, 'z'
--> 3, 'x'
--> 2, 'y'
--> 1, 'x'
--> 1, 'y'
SELECT a, b FROM t WHERE a IN (1, 2, 3);
--> 3, 'x'
--> 2, 'y'
--> 1, 'x'
--> 1, 'y'
SELECT a, b FROM t WHERE a IN (1, 2, 3) AND b IN ('x', 'y');
--> 3, 'x'
--> 2, 'y'
--> 1, 'x'
--> 1, 'y'
UPDATE t SET c = c + 1 RETURNING a, b;
--> 1, 'y'
--> 1, 'x'
--> 2, 'y'
--> 3, 'x'
--> 4, 'z'
--> 5, 'y'
UPDATE t SET c = c + 1 WHERE a IN (1, 2) RETURNING a, b;
--> 1, 'y'
--> 1, 'x'
--> 2, 'y'
UPDATE t SET b = b || 1 WHERE a IN (1, 2) RETURNING a, b;
--> 1, 'y1'
--> 1, 'x1'
--> 2, 'y1'
DELETE FROM t WHERE a IN (1, 4) RETURNING a, b;
--> 1, 'y1'
--> 1, 'x1'
--> 4, 'z'
DELETE FROM t WHERE c > 1 RETURNING a, b;
--> 2, 'y1'
--> 3, 'x'
--> 5, 'y'

-- case IN lists and descending columns
CREATE TABLE t(a, b, c);
CREATE INDEX i ON t(a DESC, b);
INSERT INTO t VALUES (1, 2, 1), (2, 1, 2), (3, 3, 3), (1, 1, 4), (2, 2, 5);
SELECT c FROM t WHERE a IN (1, 2, 3);
--> 3
--> 2
--> 5
--> 4
--> 1
SELECT c FROM t WHERE a IN (1, 2, 3) AND b IN (1, 2);
--> 2
--> 5
--> 4
--> 1
SELECT c FROM t WHERE a = 1 AND b IN (1, 2);
--> 4
--> 1
SELECT c FROM t WHERE a IN (1, 2) AND b > 0;
--> 2
--> 5
--> 4
--> 1
