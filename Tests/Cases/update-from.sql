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

-- case aggregates and windows in the SET list of UPDATE FROM
CREATE TABLE t(a,b);
CREATE TABLE u(x,y);
INSERT INTO t VALUES(1,2),(2,3);
INSERT INTO u VALUES(1,10),(2,20);
UPDATE t SET b=sum(y) FROM u;
SELECT * FROM t;
--> 1, 60
--> 2, 3
UPDATE t SET b=row_number() OVER () FROM u WHERE a=x;
SELECT * FROM t;
--> 1, 1
--> 2, 2
UPDATE t SET b=sum(y) OVER (ORDER BY x) FROM u WHERE a=x;
SELECT * FROM t;
--> 1, 10
--> 2, 30
UPDATE t SET b=sum(y) OVER w FROM u WHERE a=x;
--> error: no such window: w
UPDATE t SET b=y+rank() OVER (ORDER BY y DESC), a=a+1 FROM u WHERE a=x RETURNING *;
--> 2, 12
--> 3, 21
UPDATE t SET b=row_number() OVER ();
--> error: misuse of window function row_number()
UPDATE t SET b=(SELECT sum(y) FROM u) FROM u WHERE a=x;
SELECT * FROM t;
--> 2, 30
--> 3, 21
UPDATE t SET b=count(*) FROM u WHERE a=x;
SELECT * FROM t;
--> 2, 1
--> 3, 21
UPDATE t SET (a,b)=(SELECT row_number() OVER (), 5) FROM u WHERE a=x;
SELECT * FROM t;
--> 1, 5
--> 3, 21
UPDATE t SET b=max(y) FROM u WHERE row_number() OVER () = 1;
--> error: misuse of window function row_number()
UPDATE t SET b=(max(y) OVER ()) FROM u WHERE a=x RETURNING b, row_number() OVER ();
--> error: misuse of window function row_number()
UPDATE t SET b=1 FROM u WHERE sum(x)=1;
--> error: misuse of aggregate function sum()
CREATE TABLE k(a PRIMARY KEY,b) WITHOUT ROWID;
INSERT INTO k VALUES(1,2),(2,3);
UPDATE k SET b=lag(y) OVER (ORDER BY y) FROM u WHERE a=x RETURNING *;
--> 1, NULL
--> 2, 10
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN UPDATE t SET b=new.b WHERE a=old.a; END;
UPDATE v SET b=lag(y,1,-1) OVER (ORDER BY y) FROM u RETURNING *;
--> 1, -1
--> 3, 10
--> 1, 10
--> 3, 20
SELECT * FROM t;
--> 1, 10
--> 3, 20
INSERT INTO k VALUES(1,5) ON CONFLICT(a) DO UPDATE SET b=row_number() OVER ();
--> error: misuse of window function row_number()
UPDATE t SET b=sum(y) FROM u WHERE 0;
UPDATE k SET b=sum(y) FROM u WHERE 0;
UPDATE v SET b=sum(y) FROM u WHERE 0;
UPDATE k SET b=sum(y) FROM u RETURNING *;
--> 1, 60
UPDATE v SET b=sum(y) FROM u RETURNING *;
--> 1, 60
UPDATE t SET b=min(y) FROM u RETURNING *;
--> 1, 10
UPDATE t SET b=max(y) FROM u RETURNING *;
--> 1, 20
UPDATE t SET b=sum(y) OVER (PARTITION BY t.a) FROM u RETURNING *;
--> 1, 30
--> 3, 30
UPDATE t SET b=(SELECT sum(y)) FROM u RETURNING *;
--> 1, 60
UPDATE t SET b=count(*) FROM u, (SELECT 1 AS q) AS z ON z.q = 1 RETURNING *;
--> 1, 4
UPDATE t SET a = a + count(*) FROM u;
SELECT * FROM t;
--> 5, 4
--> 3, 30
