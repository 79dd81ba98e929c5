-- OR among the terms of an operand of OR, OR of equalities with a column in common, OR in ON.

-- case OR in OR
CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, c, d TEXT COLLATE NOCASE);
CREATE INDEX ta ON t(a);
CREATE INDEX tb ON t(b);
CREATE INDEX tc ON t(c);
CREATE INDEX td ON t(d);
INSERT INTO t(a, b, c, d) VALUES (1, 1, 1, 'x'), (1, 2, NULL, 'X'), (2, 1, 3, 'y'), (2, 2, 1, NULL), (NULL, 3, 2, 'z'), (3, NULL, 3, 'Z'), (3, 3, 3, 'x');
EXPLAIN QUERY PLAN SELECT id FROM t WHERE a = 1 OR (c < 3 AND (a = 2 OR b = 3));
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a = 1 OR (c < 3 AND (a = 2 OR b = 3)) ORDER BY id;
--> 1
--> 2
--> 4
--> 5
EXPLAIN QUERY PLAN SELECT id FROM t WHERE a IS NULL OR ((a = 3 OR b = 2) AND c <= 3 AND (c = 1 OR d = 'Z'));
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a IS NULL OR ((a = 3 OR b = 2) AND c <= 3 AND (c = 1 OR d = 'Z')) ORDER BY id;
--> 4
--> 5
--> 6
SELECT id FROM t WHERE (b > 2 AND (a = 3 OR (c = 2 AND (d = 'z' OR id = 1)))) OR d = 'x' ORDER BY id;
--> 1
--> 2
--> 5
--> 7
SELECT id FROM t WHERE (c = 3 AND (d IN (SELECT d FROM t WHERE a = 3) OR id < 2)) OR a = 2 ORDER BY id;
--> 3
--> 4
--> 6
--> 7
SELECT count(*) FROM t WHERE a = 1 OR (c = 3 AND (b = 1 OR b = 3 OR a = 3)) OR (a = 3 AND (c = 3 OR b = 3));
--> 5
EXPLAIN QUERY PLAN SELECT id FROM t WHERE a = 1 OR ((b = 1 OR b = 3) AND c > 1);
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a = 1 OR ((b = 1 OR b = 3) AND c > 1) ORDER BY id;
--> 1
--> 2
--> 3
--> 5
--> 7
DELETE FROM t WHERE a = 1 OR (c = 3 AND (b = 1 OR d = 'z'));
SELECT id FROM t ORDER BY id;
--> 4
--> 5
--> 7
UPDATE t SET a = a + 10 WHERE id = 4 OR (c > 1 AND (a = 3 OR b = 3));
SELECT id, a FROM t ORDER BY id;
--> 4, 12
--> 5, NULL
--> 7, 13

-- case a WITHOUT ROWID table
CREATE TABLE w(a, b, c, PRIMARY KEY(a, b)) WITHOUT ROWID;
CREATE INDEX wb ON w(b);
CREATE INDEX wc ON w(c);
INSERT INTO w VALUES (1, 1, 5), (1, 2, 6), (2, 1, 5), (2, 3, NULL), (3, 3, 6);
EXPLAIN QUERY PLAN SELECT * FROM w WHERE a = 1 OR (a > 1 AND (b = 3 OR c = 5));
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH w USING PRIMARY KEY (a=?)'
--> 'INDEX 2'
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH w USING INDEX wb (b=? AND a>?)'
--> 'INDEX 2'
--> 'SEARCH w USING COVERING INDEX wc (c=? AND a>?)'
SELECT * FROM w WHERE a = 1 OR (a > 1 AND (b = 3 OR c = 5)) ORDER BY a, b;
--> 1, 1, 5
--> 1, 2, 6
--> 2, 1, 5
--> 2, 3, NULL
--> 3, 3, 6

-- case a column that all equalities have
CREATE TABLE node(id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE edge(id INTEGER PRIMARY KEY, s INT, d INT, k);
CREATE INDEX es ON edge(s);
CREATE INDEX ed ON edge(d);
INSERT INTO node VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO edge VALUES (1, 1, 2, 'p'), (2, 2, 2, 'q'), (3, 3, NULL, 'r'), (4, NULL, NULL, 's'), (5, 3, 1, 't');
EXPLAIN QUERY PLAN SELECT n.id, e.id FROM node n JOIN edge e ON e.s = n.id OR e.d = n.id ORDER BY 1, 2;
--> 'SCAN e'
--> 'SEARCH n USING INTEGER PRIMARY KEY (rowid=?)'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT n.id, e.id FROM node n JOIN edge e ON e.s = n.id OR e.d = n.id ORDER BY 1, 2;
--> 1, 1
--> 1, 5
--> 2, 1
--> 2, 2
--> 3, 3
--> 3, 5
SELECT e.id, n.id FROM edge e LEFT JOIN node n ON n.id = e.s OR e.d = n.id ORDER BY 1, 2;
--> 1, 1
--> 1, 2
--> 2, 2
--> 3, 3
--> 4, NULL
--> 5, 1
--> 5, 3
EXPLAIN QUERY PLAN SELECT n.name, e.id FROM node n LEFT JOIN edge e ON e.s = n.id OR e.d = n.id;
--> 'SCAN n'
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH e USING INDEX es (s=?) LEFT-JOIN'
--> 'INDEX 2'
--> 'SEARCH e USING INDEX ed (d=?) LEFT-JOIN'
SELECT n.name, e.id FROM node n LEFT JOIN edge e ON e.s = n.id OR e.d = n.id ORDER BY 1, 2;
--> 'a', 1
--> 'a', 5
--> 'b', 1
--> 'b', 2
--> 'c', 3
--> 'c', 5
SELECT n.name, e.id FROM node n LEFT JOIN edge e ON (e.s = n.id OR e.d = n.id) AND e.k > 'q' ORDER BY 1, 2;
--> 'a', 5
--> 'b', NULL
--> 'c', 3
--> 'c', 5
SELECT n.name, e.id, m.name FROM node n LEFT JOIN edge e ON (e.s = 9 OR e.d = n.id) LEFT JOIN node m ON m.id = e.s OR m.name = n.name ORDER BY 1, 2, 3;
--> 'a', 5, 'a'
--> 'a', 5, 'c'
--> 'b', 1, 'a'
--> 'b', 1, 'b'
--> 'b', 2, 'b'
--> 'c', NULL, 'c'
SELECT n.name, count(e.id) FROM node n LEFT JOIN edge e ON e.s = n.id + 1 OR e.d = n.id - 1 GROUP BY n.id ORDER BY 1;
--> 'a', 1
--> 'b', 2
--> 'c', 2

-- case other affinities and collations
CREATE TABLE t(a TEXT, b INT, c TEXT COLLATE NOCASE);
CREATE TABLE u(x, y TEXT, z INT);
CREATE INDEX ta ON t(a);
CREATE INDEX tb ON t(b);
CREATE INDEX tc ON t(c);
INSERT INTO t VALUES ('1', 1, 'k'), ('01', 2, 'K'), ('2', 3, 'l');
INSERT INTO u VALUES (1, '1', 1), ('01', '2', 3), (NULL, 'K', 2), ('k', 'L', NULL);
SELECT t.rowid, u.rowid FROM t JOIN u ON t.a = u.x OR t.a = u.y ORDER BY 1, 2;
--> 1, 1
--> 2, 2
--> 3, 2
SELECT t.rowid, u.rowid FROM t JOIN u ON t.a = u.z OR t.a = u.y ORDER BY 1, 2;
--> 1, 1
--> 2, 1
--> 3, 2
--> 3, 3
SELECT t.rowid, u.rowid FROM t JOIN u ON t.b = u.y OR t.b = u.z ORDER BY 1, 2;
--> 1, 1
--> 2, 2
--> 2, 3
--> 3, 2
SELECT t.rowid, u.rowid FROM t JOIN u ON t.c = u.y OR u.x = t.c ORDER BY 1, 2;
--> 1, 3
--> 1, 4
--> 2, 3
--> 3, 4
SELECT t.rowid, u.rowid FROM t JOIN u ON u.y = t.c OR t.c = u.x ORDER BY 1, 2;
--> 1, 4
--> 2, 3
--> 2, 4

-- case OR over several items, tested as soon as some are open
CREATE TABLE part(id INTEGER PRIMARY KEY, brand, size INT);
CREATE TABLE line(part INT, quantity INT, mode);
CREATE INDEX lp ON line(part);
INSERT INTO part VALUES (1, 'a', 3), (2, 'b', 4), (3, 'c', NULL), (4, NULL, 5);
INSERT INTO line VALUES (1, 1, 'air'), (1, 9, 'air'), (2, 11, 'rail'), (2, 2, NULL), (3, 21, 'air'), (4, 5, 'x'), (NULL, 5, 'air');
SELECT id, quantity FROM line, part WHERE (id = part AND brand = 'a' AND quantity < 5) OR (id = part AND brand = 'b' AND quantity > 10 AND size BETWEEN 1 AND 5) OR (id = part AND brand = 'c' AND mode = 'air') ORDER BY 1, 2;
--> 1, 1
--> 2, 11
--> 3, 21
SELECT id, quantity FROM part LEFT JOIN line ON id = part AND quantity > 4 WHERE (brand = 'a' AND mode = 'air') OR (size > 3 AND quantity IS NULL) OR (brand IS NULL AND quantity = 5) ORDER BY 1, 2;
--> 1, 9
--> 4, 5
SELECT x.id, y.id FROM part x, part y WHERE (x.brand = 'a' AND y.brand = 'b') OR (x.brand = 'b' AND y.brand = 'a') ORDER BY 1, 2;
--> 1, 2
--> 2, 1
SELECT x.id FROM part x WHERE EXISTS (SELECT 1 FROM line WHERE (part = x.id AND x.size = 3) OR (quantity = x.size AND x.brand IS NULL)) ORDER BY 1;
--> 1
--> 4
