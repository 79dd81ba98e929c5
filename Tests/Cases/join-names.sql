-- Names of columns that several items of FROM have, and of joins in parentheses.

-- case ORDER BY a name that a star brought
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);
INSERT INTO t VALUES (1, 'y'), (2, 'x');
SELECT t.a AS a, s.a AS b FROM t, t AS s ORDER BY a, b DESC;
--> 1, 2
--> 1, 1
--> 2, 2
--> 2, 1

-- case what no star brought is ambiguous
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);
INSERT INTO t VALUES (1, 'y'), (2, 'x');
SELECT t.a FROM t, t AS s ORDER BY a;
--> error: ambiguous column name: a
SELECT t.a, s.a FROM t, t AS s ORDER BY a;
--> error: ambiguous column name: a
SELECT t.a FROM t, t AS s ORDER BY a + 1;
--> error: ambiguous column name: a
SELECT t.a FROM t, t AS s ORDER BY A COLLATE NOCASE;
--> error: ambiguous column name: A
SELECT t.b FROM t, t AS s ORDER BY a;
--> error: ambiguous column name: a
SELECT t.a FROM t, t AS s GROUP BY a;
--> error: ambiguous column name: a
SELECT * FROM t, t AS s GROUP BY a;
--> error: ambiguous column name: a
SELECT * FROM t, t AS s ORDER BY -a;
--> error: ambiguous column name: a

-- case a join in parentheses with an alias
CREATE TABLE t(a, b);
CREATE TABLE u(b, c);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO u VALUES (2, 5), (4, 6);
SELECT t.a, u.c FROM (t JOIN u ON t.b = u.b) AS j ORDER BY 1;
--> 1, 5
--> 3, 6
SELECT j.* FROM (t NATURAL JOIN u) AS j ORDER BY 1;
--> error: no such table: j
SELECT j.rowid FROM (t JOIN u) AS j;
--> error: no such column: j.rowid

-- case a table in parentheses, not first, forgets its own alias
CREATE TABLE t(a);
CREATE TABLE u(b);
INSERT INTO t VALUES (1);
INSERT INTO u VALUES (2);
SELECT x.b FROM (u AS x);
--> 2
SELECT x.b FROM (u AS x) JOIN t;
--> 2
SELECT z.b FROM t JOIN (u AS x) AS z;
--> 2
SELECT b FROM t JOIN (u AS x);
--> 2
SELECT x.b FROM t JOIN (u AS x JOIN u AS y);
--> 2

-- case one name twice, joined by its column
CREATE TABLE u(b, c);
INSERT INTO u VALUES (1, 2), (3, 4);
SELECT x.c FROM u AS x JOIN u AS x USING (b);
--> error: ambiguous column name: x.c
SELECT x.* FROM u AS x, u AS x;
--> error: ambiguous column name: main.x.b
