-- UPDATE FROM: which names its clauses see.

-- case several FROM items are one
CREATE TABLE t(id INT PRIMARY KEY, v INT);
CREATE TABLE s(id INT, w INT);
CREATE TABLE u(id INT, w2);
INSERT INTO t VALUES(1, 0), (2, 0), (3, 0);
INSERT INTO s VALUES(1, 10), (2, 20), (2, 21);
INSERT INTO u VALUES(1, 100), (2, 200);
UPDATE t SET v = s.w FROM s JOIN u ON u.id = t.id AND s.id = u.id WHERE t.id = s.id;
--> error: no such column: t.id
UPDATE t SET v = s.w + w2 FROM s JOIN u ON s.id = u.id WHERE t.id = s.id AND s.w <> 21;
SELECT * FROM t;
--> 1, 110
--> 2, 220
--> 3, 0
UPDATE t AS x SET v = w + u.w2 FROM s JOIN u USING(id) WHERE x.id = s.id AND w < 20;
UPDATE t AS x SET v = w + u.w2 FROM s JOIN u USING(id) WHERE x.id = u.id AND w < 20;
SELECT * FROM t;
--> 1, 110
--> 2, 220
--> 3, 0
UPDATE t SET v = -1 FROM s LEFT JOIN u ON u.id = s.id + 1 WHERE s.id = t.id AND u.id IS NULL;
SELECT * FROM t;
--> 1, 110
--> 2, -1
--> 3, 0
UPDATE t SET v = -2 FROM s AS a, s AS b WHERE a.id = t.id AND b.id = t.id;
UPDATE t SET v = 5 FROM s, s WHERE t.id = 1;
--> error: ambiguous column name: main.s.id
UPDATE t SET v = 5 FROM s, u WHERE id = 1;
--> error: ambiguous column name: id
UPDATE t SET v = 5 FROM t WHERE t.id = 1;
--> error: ambiguous column name: t.id
UPDATE t SET v = 5 FROM t AS t2 WHERE t.id = t2.id + 1;
SELECT * FROM t;
--> 1, -2
--> 2, 5
--> 3, 5
UPDATE t SET v = (SELECT max(w) FROM s WHERE s.id = t.id) FROM u WHERE u.id = t.id RETURNING id, v;
--> 1, 10
--> 2, 21
UPDATE t SET v = q.m FROM (SELECT id, max(w) AS m FROM s GROUP BY id) AS q WHERE q.id = t.id RETURNING t.id, v;
--> 1, 10
--> 2, 21
UPDATE t SET v = 3 FROM u WHERE u.id = t.id RETURNING u.id;
--> error: no such column: u.id
WITH c AS (SELECT 2 AS k) UPDATE t SET v = c.k FROM c, u WHERE t.id = c.k AND u.id = c.k RETURNING *;
--> 2, 2
CREATE TABLE s1(x INT, y TEXT);
CREATE TABLE s2(x INT, z TEXT);
CREATE TABLE s3(x INT, w TEXT);
UPDATE t SET v = s1.y FROM s1 NATURAL JOIN s2 JOIN s3 ON s1.x = s3.x WHERE s1.x = t.id;
--> error: ambiguous column name: x
UPDATE t SET v = s1.y FROM s1 NATURAL JOIN s2 NATURAL JOIN s3 WHERE s1.x = t.id;
UPDATE t SET v = x FROM s1 NATURAL JOIN s2 WHERE x = t.id;
UPDATE t SET v = 'new' FROM t AS t8 NATURAL JOIN t AS t9 LEFT JOIN t AS t10 ON t8.v = t10.v WHERE t.id = t8.id;
--> error: ambiguous column name: id
UPDATE t SET v = s1.rowid FROM s1, s2;
UPDATE t SET v = s1.rowid FROM s1;
SELECT * FROM (s1, s1);
--> error: ambiguous column name: main.s1.x
SELECT * FROM t, (s1, s1);
--> error: ambiguous column name: main.s1.x
SELECT 1 FROM (s1 JOIN s2 ON s1.x = s2.x);

-- case joins in parentheses behind an outer join
CREATE TABLE t(id, v);
CREATE TABLE s1(x, y);
CREATE TABLE s2(x, z);
CREATE TABLE s3(x, w);
INSERT INTO t VALUES(1, 1), (2, 2);
INSERT INTO s1 VALUES(1, 2);
INSERT INTO s2 VALUES(1, 3);
SELECT * FROM t LEFT JOIN (s1 NATURAL JOIN s2) ON x = id;
--> 1, 1, 1, 2, 3
--> 2, 2, NULL, NULL, NULL
SELECT id, x, s1.x, s2.x, s1.rowid, s2.oid FROM t LEFT JOIN (s1 JOIN s2 USING(x)) ON s1.rowid = id;
--> 1, 1, 1, 1, 1, 1
--> 2, NULL, NULL, NULL, NULL, NULL
SELECT * FROM t LEFT JOIN (s1 NATURAL JOIN s2 JOIN s3);
--> error: ambiguous column name: x
SELECT * FROM t LEFT JOIN (s1 AS q JOIN s2 AS q);
--> error: ambiguous column name: main.q.x
SELECT * FROM t LEFT JOIN (s3 LEFT JOIN (s1 JOIN s2 USING(x)) ON s1.x = s3.x) ON s2.x = 4;
--> 1, 1, NULL, NULL, NULL, NULL, NULL
--> 2, 2, NULL, NULL, NULL, NULL, NULL
