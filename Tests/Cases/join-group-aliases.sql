-- Joins in parentheses with an alias: it names their columns too.

-- case a join in parentheses with an alias
CREATE TABLE t(a, b);
CREATE TABLE u(b, c);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO u VALUES (2, 5), (4, 6);
SELECT j.a, j.c FROM (t NATURAL JOIN u) AS j ORDER BY 1;
--> 1, 5
--> 3, 6
SELECT j.a, j.c, t.b FROM (t JOIN u USING (b)) AS j ORDER BY 1;
--> 1, 5, 2
--> 3, 6, 4
SELECT t.c FROM (t JOIN u USING (b)) AS t ORDER BY 1;
--> 5
--> 6
SELECT u.a FROM (t JOIN u USING (b)) AS u ORDER BY 1;
--> 1
--> 3
SELECT j.a FROM (t AS x JOIN t AS y ON x.a = y.b) AS j;

-- case its names beside those within
CREATE TABLE t(a, b);
CREATE TABLE u(b, c);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO u VALUES (2, 5), (4, 6);
SELECT j.b FROM (t NATURAL JOIN u) AS j;
--> 2
--> 4
SELECT j.b, t.b, u.b FROM (t JOIN u) AS j LIMIT 1;
--> 2, 2, 2
SELECT a, c FROM (t JOIN u) AS j LIMIT 1;
--> 1, 5
SELECT main.t.a FROM (t JOIN u) AS j LIMIT 1;
--> 1
SELECT main.j.a FROM (t JOIN u) AS j LIMIT 1;
--> error: no such column: main.j.a
SELECT b FROM (t JOIN u) AS j LIMIT 1;
--> error: ambiguous column name: b
SELECT count(*) FROM (t JOIN u) AS j WHERE j.a = u.b - 1;
--> 2
SELECT t.c FROM (t JOIN u) AS t LIMIT 1;
--> 5
SELECT t.a FROM (t AS x JOIN u) AS t LIMIT 1;
--> 1
SELECT j.k FROM ((SELECT 7 AS k) AS q JOIN u) AS j LIMIT 1;
--> 7
SELECT x.a, j.a FROM t AS x LEFT JOIN (t AS y JOIN u ON y.b = u.b) AS j ON j.a = x.a;
--> 1, 1
--> 3, 3
SELECT j.a FROM t AS x JOIN (t AS y JOIN u ON y.b = u.b) AS j ON j.a = x.a;
--> 1
--> 3
SELECT x.a, j.c, u.c, y.a FROM t AS x LEFT JOIN (t AS y JOIN u ON y.b = u.b) AS j ON j.a = x.a AND j.c > 5;
--> 1, NULL, NULL, NULL
--> 3, 6, 6, 3
SELECT * FROM (SELECT 1), (t JOIN u ON t.b = u.b) AS j;
--> 1, 1, 2, 2, 5
--> 1, 3, 4, 4, 6
SELECT * FROM t AS k LEFT JOIN (t JOIN u ON t.b = u.b) AS j ON k.a = j.a;
--> 1, 2, 1, 2, 2, 5
--> 3, 4, 3, 4, 4, 6
SELECT j.a FROM (t JOIN u ON j.a = 1) AS j;
--> error: no such column: j.a
SELECT j.c FROM ((u NATURAL LEFT JOIN t) AS j, t AS y) AS q;
--> error: no such column: j.c
SELECT q.c, q.a FROM ((u NATURAL JOIN t) AS j JOIN t AS y ON y.a = j.a) AS q;
--> 5, 1
--> 6, 3
SELECT q.c, j.a FROM ((u NATURAL JOIN t) AS j JOIN t AS y ON y.a = j.a) AS q;
--> error: no such column: j.a
SELECT j.c, j.a, y.a FROM ((u NATURAL JOIN t) AS j JOIN t AS y ON y.a = j.a);
--> 5, 1, 1
--> 6, 3, 3
SELECT j.rowid FROM (t NATURAL JOIN u) AS j;
--> error: no such column: j.rowid
SELECT rowid FROM (t NATURAL JOIN u) AS j;
--> error: ambiguous column name: rowid
SELECT k.rowid FROM t AS k LEFT JOIN (t NATURAL JOIN u) AS j ON j.nosuch;
--> error: no such column: j.nosuch
SELECT (SELECT j.a + k.x) FROM (t NATURAL JOIN u) AS j, (SELECT 10 AS x) AS k;
--> 11
--> 13

-- case a bare rowid beside joins in parentheses
CREATE TABLE t(a, b);
CREATE TABLE u(b, c);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO u VALUES (2, 5), (4, 6);
SELECT rowid FROM t AS k LEFT JOIN (t NATURAL JOIN u);
--> error: ambiguous column name: rowid
SELECT k.rowid FROM t AS k LEFT JOIN (t NATURAL JOIN u);
--> 1
--> 1
--> 2
--> 2
SELECT rowid FROM t AS k JOIN (t NATURAL JOIN u);
--> error: ambiguous column name: rowid
SELECT rowid FROM t AS k LEFT JOIN ((SELECT 1) JOIN u);
--> error: ambiguous column name: rowid
SELECT rowid FROM (SELECT 1) AS k LEFT JOIN ((SELECT 1) JOIN u);
--> 1
--> 2
SELECT rowid FROM (SELECT 1) AS k LEFT JOIN (t NATURAL JOIN u);
--> error: ambiguous column name: rowid
