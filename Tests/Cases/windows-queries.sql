-- Windows in whole queries.

-- case named and extended windows
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 4), (5, 'a', 1);
SELECT id, sum(v) OVER w1, sum(v) OVER w2, sum(v) OVER (w1 ORDER BY id), sum(v) OVER (w2 ROWS 1 PRECEDING) FROM t WINDOW w1 AS (PARTITION BY g), w2 AS (w1 ORDER BY v);
--> 5, 6, 1, 6, 1
--> 3, 6, 3, 5, 3
--> 1, 6, 6, 3, 5
--> 2, 5, 1, 1, 1
--> 4, 5, 5, 5, 5
SELECT id, sum(v) OVER W FROM t WINDOW w AS (ORDER BY id), w AS (ORDER BY id DESC);
--> 5, 1
--> 4, 5
--> 3, 7
--> 2, 8
--> 1, 11
SELECT id, sum(v) OVER w2 FROM t WINDOW w2 AS (w ORDER BY id), w AS (PARTITION BY g);
--> 1, 3
--> 2, 4
--> 3, 6
--> 4, 10
--> 5, 11
SELECT 1 FROM t WINDOW w AS (ORDER BY nosuch);
--> 1
--> 1
--> 1
--> 1
--> 1
SELECT sum(v) OVER w FROM t WINDOW w AS (ORDER BY nosuch);
--> error: no such column: nosuch
SELECT sum(v) OVER w3 FROM t WINDOW w1 AS (), w2 AS (nosuch);
--> error: no such window: nosuch
SELECT group_concat(id) OVER "w" FROM t WINDOW [w] AS (ORDER BY v DESC);
--> error: no such window: "w"

-- case several orders: the first window comes last
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 3), (5, 'a', 1), (6, 'c', 2);
SELECT id, row_number() OVER (ORDER BY g), row_number() OVER (ORDER BY v) FROM t;
--> 5, 1, 2
--> 3, 2, 3
--> 1, 3, 5
--> 2, 4, 1
--> 4, 5, 6
--> 6, 6, 4
SELECT id, row_number() OVER (ORDER BY v), row_number() OVER (ORDER BY g), row_number() OVER (ORDER BY id DESC) FROM t;
--> 5, 1, 1, 2
--> 2, 2, 5, 5
--> 3, 3, 2, 4
--> 6, 4, 6, 1
--> 1, 5, 3, 6
--> 4, 6, 4, 3
SELECT id, sum(v) OVER (ORDER BY g ROWS 1 PRECEDING), sum(v) OVER (PARTITION BY g), count(*) OVER (ORDER BY v), rank() OVER (ORDER BY g) FROM t;
--> 5, 1, 6, 2, 1
--> 3, 3, 6, 4, 1
--> 1, 5, 6, 6, 1
--> 2, 4, 4, 2, 4
--> 4, 4, 4, 6, 4
--> 6, 5, 2, 4, 6
SELECT id, row_number() OVER (), row_number() OVER (ORDER BY v) FROM t ORDER BY 2;
--> 1, 1, 5
--> 2, 2, 1
--> 3, 3, 3
--> 4, 4, 6
--> 5, 5, 2
--> 6, 6, 4
SELECT id, row_number() OVER () AS r, row_number() OVER (ORDER BY v) FROM t ORDER BY r;
--> 1, 1, 5
--> 2, 2, 1
--> 3, 3, 3
--> 4, 4, 6
--> 5, 5, 2
--> 6, 6, 4
SELECT id, row_number() OVER () AS r, row_number() OVER (ORDER BY v) FROM t ORDER BY r + 0;
--> 1, 5, 5
--> 2, 1, 1
--> 3, 3, 3
--> 4, 6, 6
--> 5, 2, 2
--> 6, 4, 4
SELECT id, row_number() OVER () AS r, row_number() OVER (ORDER BY v) FROM t ORDER BY row_number() OVER ();
--> 1, 1, 5
--> 2, 2, 1
--> 3, 3, 3
--> 4, 4, 6
--> 5, 5, 2
--> 6, 6, 4
SELECT DISTINCT id, row_number() OVER () AS r, row_number() OVER (ORDER BY v) FROM t ORDER BY r;
--> 2, 1, 1
--> 5, 2, 2
--> 3, 3, 3
--> 6, 4, 4
--> 1, 5, 5
--> 4, 6, 6
SELECT id FROM t ORDER BY sum(v) OVER (ORDER BY g, id) DESC;
--> 6
--> 4
--> 2
--> 5
--> 3
--> 1
SELECT id, sum(v) OVER (ORDER BY g) FROM t ORDER BY g;
--> 1, 6
--> 3, 6
--> 5, 6
--> 2, 10
--> 4, 10
--> 6, 12
SELECT id, sum(v) OVER (PARTITION BY g ORDER BY v DESC) FROM t ORDER BY g, v DESC;
--> 1, 3
--> 3, 5
--> 5, 6
--> 4, 3
--> 2, 4
--> 6, 2
SELECT id, sum(v) OVER (PARTITION BY g ORDER BY v DESC) FROM t ORDER BY g DESC;
--> 6, 2
--> 4, 3
--> 2, 4
--> 1, 3
--> 3, 5
--> 5, 6

-- case over groups
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 4), (5, 'a', 1), (6, 'c', 9);
SELECT g, count(*), sum(count(*)) OVER (), sum(sum(v)) OVER (ORDER BY g), rank() OVER (ORDER BY sum(v) DESC) FROM t GROUP BY g;
--> 'a', 3, 6, 6, 2
--> 'b', 2, 6, 11, 3
--> 'c', 1, 6, 20, 1
SELECT g, sum(v) OVER (ORDER BY g) FROM t GROUP BY g;
--> 'a', 3
--> 'b', 4
--> 'c', 13
SELECT g, sum(count(*)) OVER (ORDER BY g ROWS 1 PRECEDING) FROM t GROUP BY g HAVING count(*) > 1 ORDER BY g DESC;
--> 'b', 5
--> 'a', 3
SELECT sum(count(*)) OVER (), max(max(v)) OVER () FROM t;
--> 6, 9
SELECT count(*), row_number() OVER (ORDER BY count(*) DESC, g) FROM t GROUP BY g ORDER BY 2;
--> 3, 1
--> 2, 2
--> 1, 3
SELECT g || count(*), lag(g || count(*)) OVER (ORDER BY g) FROM t GROUP BY g;
--> 'a3', NULL
--> 'b2', 'a3'
--> 'c1', 'b2'
SELECT v % 2 AS odd, sum(sum(v)) OVER (ORDER BY v % 2) FROM t GROUP BY odd;
--> 0, 6
--> 1, 20
SELECT avg(v) FILTER (WHERE v > 1), count(*) OVER () FROM t;
--> 4.5, 1
SELECT g, min(v) OVER (), min(id) FROM t GROUP BY g;
--> 'a', 1, 1
--> 'b', 1, 2
--> 'c', 1, 6

-- case DISTINCT, LIMIT, WHERE
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 4), (5, 'a', 1), (6, 'c', 9);
SELECT DISTINCT g, sum(v) OVER (PARTITION BY g) FROM t;
--> 'a', 6
--> 'b', 5
--> 'c', 9
SELECT DISTINCT count(*) OVER (PARTITION BY g) FROM t ORDER BY 1 DESC;
--> 3
--> 2
--> 1
SELECT id, sum(v) OVER (ORDER BY id) FROM t LIMIT 2 OFFSET 1;
--> 2, 4
--> 3, 6
SELECT id, sum(v) OVER (ORDER BY id) FROM t WHERE g <> 'b' ORDER BY id DESC LIMIT 3;
--> 6, 15
--> 5, 6
--> 3, 5
SELECT id, sum(v) OVER () FROM t WHERE 0;
SELECT sum(v) OVER () FROM t LIMIT 0;
SELECT count(*) OVER () WHERE 1;
--> 1

-- case subqueries, common tables, views, compounds
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 4), (5, 'a', 1), (6, 'c', 9);
SELECT * FROM (SELECT id, g, row_number() OVER (PARTITION BY g ORDER BY v DESC) AS n FROM t) WHERE n = 1;
--> 1, 'a', 1
--> 4, 'b', 1
--> 6, 'c', 1
SELECT * FROM (SELECT id, g, row_number() OVER (PARTITION BY g ORDER BY v DESC) AS n FROM t) WHERE g = 'a';
--> 1, 'a', 1
--> 3, 'a', 2
--> 5, 'a', 3
SELECT id, (SELECT max(v) OVER (ORDER BY u.id ROWS 1 PRECEDING) FROM t u WHERE u.g = t.g LIMIT 1 OFFSET 1) FROM t;
--> 1, 3
--> 2, 4
--> 3, 3
--> 4, 4
--> 5, 3
--> 6, NULL
SELECT id, (SELECT sum(t.v) OVER (ORDER BY u.id) FROM t u LIMIT 1 OFFSET 2) FROM t;
--> 1, 9
--> 2, 3
--> 3, 6
--> 4, 12
--> 5, 3
--> 6, 27
SELECT id, sum(v) OVER (ORDER BY id), (SELECT group_concat(u.id) FROM t u WHERE u.g = t.g) FROM t;
--> 1, 3, '1,3,5'
--> 2, 4, '2,4'
--> 3, 6, '1,3,5'
--> 4, 10, '2,4'
--> 5, 11, '1,3,5'
--> 6, 20, '6'
SELECT id, sum((SELECT count(*) FROM t u WHERE u.v < t.v)) OVER (ORDER BY id) FROM t;
--> 1, 3
--> 2, 3
--> 3, 5
--> 4, 9
--> 5, 9
--> 6, 14
SELECT id FROM t WHERE id IN (SELECT max(id) OVER (PARTITION BY g) FROM t);
--> 4
--> 5
--> 6
SELECT id FROM t WHERE EXISTS (SELECT 1 FROM t u ORDER BY sum(u.v) OVER (ORDER BY u.id));
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
WITH x AS (SELECT g, v, rank() OVER (PARTITION BY g ORDER BY v) AS r FROM t) SELECT a.g, a.v, b.v FROM x a JOIN x b ON a.g = b.g AND b.r = a.r + 1;
--> 'a', 1, 2
--> 'a', 2, 3
--> 'b', 1, 4
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + row_number() OVER () FROM c WHERE n < 5) SELECT * FROM c;
--> error: cannot use window functions in recursive queries
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n, sum(n) OVER (ORDER BY n), lag(n) OVER () FROM c;
--> 1, 1, NULL
--> 2, 3, 1
--> 3, 6, 2
--> 4, 10, 3
--> 5, 15, 4
CREATE VIEW w AS SELECT id, sum(v) OVER (ORDER BY id) AS s FROM t;
SELECT * FROM w WHERE s > 5;
--> 3, 6
--> 4, 10
--> 5, 11
--> 6, 20
SELECT max(s) OVER (), id FROM w ORDER BY id DESC LIMIT 2;
--> 20, 6
--> 20, 5
SELECT row_number() OVER (ORDER BY id) FROM t UNION SELECT id * 2 FROM t;
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
--> 8
--> 10
--> 12
SELECT id, row_number() OVER (ORDER BY v) AS r FROM t UNION ALL SELECT 0, count(*) OVER () FROM t WHERE id < 3 ORDER BY r, 1;
--> 2, 1
--> 0, 2
--> 0, 2
--> 5, 2
--> 3, 3
--> 1, 4
--> 4, 5
--> 6, 6
SELECT sum(a.v) OVER (ORDER BY a.id, b.id) FROM t a JOIN t b ON a.g = b.g AND a.id < b.id;
--> 3
--> 6
--> 7
--> 9
SELECT a.id, b.id, count(b.id) OVER (PARTITION BY a.g ORDER BY a.id) FROM t a LEFT JOIN t b ON b.id = a.id + 4;
--> 1, 5, 1
--> 3, NULL, 1
--> 5, NULL, 1
--> 2, 6, 1
--> 4, NULL, 1
--> 6, NULL, 0
SELECT row_number() OVER (ORDER BY v) FROM (SELECT v FROM t ORDER BY id DESC) s;
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
SELECT id, row_number() OVER () FROM (SELECT * FROM t ORDER BY v) s;
--> 2, 1
--> 5, 2
--> 3, 3
--> 1, 4
--> 4, 5
--> 6, 6
SELECT id, row_number() OVER (ORDER BY g) FROM (SELECT * FROM t ORDER BY v) s;
--> 5, 1
--> 3, 2
--> 1, 3
--> 2, 4
--> 4, 5
--> 6, 6
VALUES(count(*) OVER ()), (2), (sum(7)), (row_number() OVER () + 1);
--> 1
--> 2
--> 7
--> 2
SELECT * FROM (VALUES(row_number() OVER (), 'x'));
--> 1, 'x'
SELECT row_number() OVER (), 1 + sum(5) OVER ();
--> 1, 6

-- case statements that write
CREATE TABLE t(id INTEGER PRIMARY KEY, g, v);
INSERT INTO t VALUES(1, 'a', 3), (2, 'b', 1), (3, 'a', 2), (4, 'b', 4);
CREATE TABLE l(a, b);
INSERT INTO l SELECT id, sum(v) OVER (PARTITION BY g ORDER BY id) FROM t;
SELECT * FROM l;
--> 1, 3
--> 3, 5
--> 2, 1
--> 4, 5
INSERT INTO t SELECT id + row_number() OVER (ORDER BY id DESC) * 10, g, v FROM t;
SELECT * FROM t ORDER BY id;
--> 1, 'a', 3
--> 2, 'b', 1
--> 3, 'a', 2
--> 4, 'b', 4
--> 14, 'b', 4
--> 23, 'a', 2
--> 32, 'b', 1
--> 41, 'a', 3
CREATE TRIGGER r AFTER INSERT ON l BEGIN UPDATE t SET v = (SELECT n FROM (SELECT id, count(*) OVER (ORDER BY id) AS n FROM t) AS c WHERE c.id = t.id); END;
INSERT INTO l VALUES(0, 0);
SELECT * FROM t ORDER BY id;
--> 1, 'a', 1
--> 2, 'b', 2
--> 3, 'a', 3
--> 4, 'b', 4
--> 14, 'b', 5
--> 23, 'a', 6
--> 32, 'b', 7
--> 41, 'a', 8
UPDATE t SET v = r.n FROM (SELECT id, row_number() OVER (ORDER BY id DESC) AS n FROM t) AS r WHERE r.id = t.id;
SELECT * FROM t ORDER BY id;
--> 1, 'a', 8
--> 2, 'b', 7
--> 3, 'a', 6
--> 4, 'b', 5
--> 14, 'b', 4
--> 23, 'a', 3
--> 32, 'b', 2
--> 41, 'a', 1
DELETE FROM t WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY g ORDER BY id) AS n FROM t) WHERE n > 1);
SELECT * FROM t ORDER BY id;
--> 1, 'a', 8
--> 2, 'b', 7
INSERT INTO l VALUES(row_number() OVER (), 1);
--> error: misuse of window function row_number()
INSERT INTO l VALUES(count(*), 1);
--> error: misuse of aggregate function count()
INSERT INTO l VALUES(row_number() OVER (), 1), (2, 2);
SELECT count(*) FROM l;
--> 7
CREATE TABLE made AS SELECT id, rank() OVER (ORDER BY g) AS k FROM t;
SELECT * FROM made;
--> 1, 1
--> 2, 2

-- case aggregates in subqueries of calls with OVER
CREATE TABLE t(a,b);
INSERT INTO t VALUES(1,2),(3,4);
SELECT (SELECT max(t.b)), sum(a) OVER () FROM t;
--> error: misuse of aggregate: max()
SELECT (SELECT max(t.b)), sum((SELECT max(t.b))) OVER () FROM t;
--> error: misuse of aggregate: max()
SELECT (SELECT max(t.b)), sum((SELECT min(t.b))) OVER () FROM t;
--> error: misuse of aggregate: max()
SELECT (SELECT max(t.b)), sum(max(b)) OVER () FROM t;
--> error: misuse of aggregate: max()
SELECT sum((SELECT max(t.b))) OVER () FROM t ORDER BY (SELECT min(t.a));
--> error: misuse of aggregate: min()
SELECT sum((SELECT max(t.b))) OVER () FROM t;
--> 4
SELECT sum((SELECT max(t.b))) OVER (), max(b) FROM t;
--> 4, 4
SELECT sum((SELECT max(t.b))) OVER (), a FROM t GROUP BY a;
--> 6, 1
--> 6, 3
SELECT a, sum(a) OVER (ORDER BY (SELECT max(t.b))) FROM t;
--> 3, 3
SELECT a, sum(a) OVER (PARTITION BY (SELECT max(t.b))) FROM t;
--> 3, 3
SELECT a, sum(a) OVER (ORDER BY max(t.b)) FROM t;
--> 3, 3
SELECT a, sum(a) FILTER (WHERE (SELECT max(t.b))) OVER () FROM t;
--> 3, 3
SELECT a, sum((SELECT count(*) FROM t AS u WHERE u.a<=max(t.a))) OVER () FROM t;
--> 3, 2
SELECT a, sum((SELECT max(t.b)+sum(u.a) FROM t AS u)) OVER () FROM t;
--> 3, 8
SELECT sum(a) OVER () FROM t ORDER BY (SELECT max(t.b));
--> error: misuse of aggregate: max()
SELECT max(b) OVER (ORDER BY sum((SELECT b AS c UNION SELECT 1234 ORDER BY c))) FROM t;
--> 2
SELECT sum(b) OVER (ORDER BY (SELECT max(b) OVER (ORDER BY sum((SELECT a AS c UNION SELECT 1234 ORDER BY c))) AS e ORDER BY e)) FROM t;
--> 2
DELETE FROM t;
SELECT sum(b) OVER (ORDER BY (SELECT max(b) OVER (ORDER BY sum((SELECT a AS c UNION SELECT 1234 ORDER BY c))) AS e ORDER BY e)) FROM t;
--> NULL
