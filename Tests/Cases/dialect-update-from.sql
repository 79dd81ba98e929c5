-- UPDATE FROM and RETURNING.

-- case UPDATE FROM tables, joins, subqueries and views
CREATE TABLE t(k INTEGER PRIMARY KEY, a, b);
CREATE TABLE s(k, v, w);
INSERT INTO t VALUES(1,'a',1),(2,'b',2),(3,'c',3),(4,'d',NULL);
INSERT INTO s VALUES(1,'one',10),(2,'two',20),(2,'zwei',21),(5,'five',50),(NULL,'null',0);
UPDATE t SET a = s.v FROM s WHERE s.k = t.k AND s.w < 21 RETURNING k, a;
--> 1, 'one'
--> 2, 'two'
UPDATE t SET a = x.v, b = x.n FROM (SELECT k, max(v) AS v, count(*) AS n FROM s GROUP BY k) AS x WHERE x.k = t.k;
SELECT * FROM t;
--> 1, 'one', 1
--> 2, 'zwei', 2
--> 3, 'c', 3
--> 4, 'd', NULL
UPDATE t SET b = (SELECT sum(w) FROM s WHERE s.k = o.k) FROM t AS o WHERE o.k = t.k + 1;
SELECT * FROM t;
--> 1, 'one', 41
--> 2, 'zwei', NULL
--> 3, 'c', NULL
--> 4, 'd', NULL
UPDATE t SET (a, b) = (s.v, s.w + t.k) FROM s LEFT JOIN (SELECT 5 AS z) ON z = s.k WHERE t.k = 4 AND s.k IS NULL;
SELECT * FROM t;
--> 1, 'one', 41
--> 2, 'zwei', NULL
--> 3, 'c', NULL
--> 4, 'null', 4
UPDATE t AS q SET a = 'q' || q.k FROM s WHERE q.k = s.k;
UPDATE t AS q SET a = 'q' || t.k FROM s WHERE q.k = s.k;
--> error: no such column: t.k
UPDATE t SET a = v FROM s AS t WHERE t.k = 1;
--> error: ambiguous column name: t.k
UPDATE t SET a = v FROM s WHERE k = 1;
--> error: ambiguous column name: k
UPDATE t SET a = nosuch FROM s;
--> error: no such column: nosuch
UPDATE t SET a = 1 FROM nosuch;
--> error: no such table: nosuch
UPDATE t SET k = t.k + 100 FROM s WHERE s.k = t.k;
SELECT * FROM t;
--> 3, 'c', NULL
--> 4, 'null', 4
--> 101, 'q1', 41
--> 102, 'q2', NULL
UPDATE OR IGNORE t SET k = 4 FROM s WHERE t.k > 100;
UPDATE OR REPLACE t SET k = 4 FROM s WHERE t.k > 100;
SELECT * FROM t;
--> 3, 'c', NULL
--> 4, 'q2', NULL
WITH q AS (SELECT 4 AS k, 'cte' AS v) UPDATE t SET a = q.v FROM q WHERE q.k = t.k;
UPDATE t SET a = j.value FROM json_each('[7,8]') AS j WHERE j.key = 0;
UPDATE t SET a = u.a || '2' FROM t AS u;
SELECT * FROM t;
--> 3, '72', NULL
--> 4, '72', NULL
UPDATE s SET v = t.a FROM t, s AS s2 WHERE s2.k = 5 AND s.k IS NULL;
SELECT * FROM s;
--> 1, 'one', 10
--> 2, 'two', 20
--> 2, 'zwei', 21
--> 5, 'five', 50
--> NULL, '72', 0
CREATE VIEW v AS SELECT k, a FROM t;
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN UPDATE t SET b = old.a || new.a WHERE k = new.k; END;
UPDATE v SET a = s.v FROM s WHERE s.k = 2;
SELECT * FROM t;
--> 3, '72', '72zwei'
--> 4, '72', '72zwei'
UPDATE t SET b = 0 FROM s ORDER BY s.k LIMIT 1;
--> error: near "ORDER": syntax error

-- case RETURNING beside triggers and conflicts
CREATE TABLE t(k INTEGER PRIMARY KEY, a DEFAULT 'd', b AS (a || k));
CREATE TABLE l(s);
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = a || '!' WHERE k = new.k; INSERT INTO l VALUES(new.k); END;
INSERT INTO t(a) VALUES('x'), ('y') RETURNING k, a, b;
--> 1, 'x', 'x1'
--> 2, 'y', 'y2'
INSERT INTO t DEFAULT VALUES RETURNING *;
--> 3, 'd', 'd3'
SELECT * FROM t;
--> 1, 'x!', 'x!1'
--> 2, 'y!', 'y!2'
--> 3, 'd!', 'd!3'
CREATE TRIGGER r2 BEFORE INSERT ON t WHEN new.a = 'skip' BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO t(a) VALUES('skip'), ('keep') RETURNING k, a;
--> 4, 'keep'
UPDATE t SET a = 'u' WHERE k < 3 RETURNING k, a, (SELECT group_concat(a) FROM t), (SELECT count(*) FROM l);
--> 1, 'u', 'u,y!,d!,keep!', 4
--> 2, 'u', 'u,u,d!,keep!', 4
DELETE FROM t WHERE k = 1 RETURNING k, a, EXISTS (SELECT 1 FROM t WHERE k = 1);
--> 1, 'u', 0
INSERT INTO t(k, a) SELECT k + 10, a FROM t RETURNING k - 10 AS old, *;
--> 2, 12, 'u', 'u12'
--> 3, 13, 'd!', 'd!13'
--> 4, 14, 'keep!', 'keep!14'
INSERT INTO t(k, a) VALUES(2, 'c') ON CONFLICT(k) DO UPDATE SET a = excluded.a || t.a RETURNING k, a;
--> 2, 'cu'
INSERT INTO t(k, a) VALUES(2, 'c') ON CONFLICT(k) DO UPDATE SET a = 'no' WHERE 0 RETURNING k, a;
REPLACE INTO t(k, a) VALUES(2, 'r'), (2, 'r2') RETURNING k, a;
--> 2, 'r'
--> 2, 'r2'
INSERT INTO t(k) VALUES(2) RETURNING 1;
--> error: UNIQUE constraint failed: t.k
SELECT k FROM t WHERE k IN (INSERT INTO t DEFAULT VALUES RETURNING k);
--> error: near "INSERT": syntax error
WITH q AS (DELETE FROM t RETURNING k) SELECT * FROM q;
--> error: near "DELETE": syntax error
DELETE FROM t RETURNING rowid, oid, "b", t.a;
--> 2, 2, 'r2!2', 'r2!'
--> 3, 3, 'd!3', 'd!'
--> 4, 4, 'keep!4', 'keep!'
--> 12, 12, 'u!12', 'u!'
--> 13, 13, 'd!!13', 'd!!'
--> 14, 14, 'keep!!14', 'keep!!'
DELETE FROM l RETURNING s, max(s);
--> error: misuse of aggregate function max()
DELETE FROM l RETURNING s AS x, x;
--> error: no such column: x
DELETE FROM l RETURNING l.s, main.l.s;
--> error: no such column: main.l.s
DELETE FROM l AS z RETURNING z.s;
--> error: no such column: z.s

-- case UPDATE FROM looks at its columns first
CREATE TABLE t(a, b AS (a));
CREATE TABLE s(a, b);
UPDATE t SET b = a FROM s;
--> error: cannot UPDATE generated column "b"
UPDATE t SET b = 1 FROM nosuch;
--> error: cannot UPDATE generated column "b"
UPDATE t SET nosuch = 1 FROM nosuch;
--> error: no such column: nosuch
UPDATE t SET a = nosuch, other = 1 FROM s;
--> error: no such column: other
UPDATE t SET a = nosuch, other = 1;
--> error: no such column: nosuch
UPDATE t SET (a, b) = (SELECT 1) FROM nosuch;
--> error: cannot UPDATE generated column "b"
UPDATE t SET a = a FROM s;
--> error: ambiguous column name: a
