-- OR whose operands each have an index of their own.

-- case plans and rows
CREATE TABLE t(a, b, c, d TEXT, id INTEGER PRIMARY KEY);
CREATE INDEX ta ON t(a);
CREATE INDEX tb ON t(b);
CREATE INDEX tbc ON t(b, c);
INSERT INTO t VALUES (1, 2, 1, 'a', 1), (1, 1, 2, 'b', 2), (2, 2, 3, 'c', 3), (3, 3, 4, 'd', 4), (NULL, 2, 5, 'e', 5), (4, NULL, 6, 'f', 6);
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR b = 2;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a = 1 OR b = 2 ORDER BY id;
--> 1
--> 2
--> 3
--> 5
SELECT count(*) FROM t WHERE a = 1 OR b = 2 OR a = 1;
--> 4
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR id = 3 OR b IN (1, 3);
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'
--> 'INDEX 3'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a = 1 OR id = 3 OR b IN (1, 3) ORDER BY id;
--> 1
--> 2
--> 3
--> 4
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR (b = 2 AND c > 3);
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tbc (b=? AND c>?)'
SELECT id FROM t WHERE a = 1 OR (b = 2 AND c > 3) ORDER BY id;
--> 1
--> 2
--> 5
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR d = 2;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR b = 2 ORDER BY a;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
--> 'USE TEMP B-TREE FOR ORDER BY'
SELECT a, id FROM t WHERE a = 1 OR b = 2 ORDER BY a, id;
--> NULL, 5
--> 1, 1
--> 1, 2
--> 2, 3
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND (b = 1 OR c = 2);
--> 'SEARCH t USING INDEX ta (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 OR a = 2 OR b = 3;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 3'
--> 'SEARCH t USING INDEX tb (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a IS NULL OR b IS NULL;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT id FROM t WHERE a IS NULL OR b IS NULL ORDER BY id;
--> 5
--> 6
EXPLAIN QUERY PLAN SELECT * FROM t WHERE (a = 1 OR b = 2) AND c = 3;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tbc (b=? AND c=?)'
SELECT id FROM t WHERE (a = 1 OR b = 2) AND c = 3;
--> 3
SELECT id FROM t WHERE (a = 1 OR b = 2) AND d > 'a' ORDER BY id LIMIT 2;
--> 2
--> 3
EXPLAIN QUERY PLAN DELETE FROM t WHERE a = 1 OR b = 1;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
UPDATE t SET a = a + 1, b = b + 1 WHERE a = 1 OR b = 2;
SELECT a, b, id FROM t ORDER BY id;
--> 2, 3, 1
--> 2, 2, 2
--> 3, 3, 3
--> 3, 3, 4
--> NULL, 3, 5
--> 4, NULL, 6
DELETE FROM t WHERE a = 2 OR b = 3 RETURNING id;
--> 1
--> 2
--> 3
--> 4
--> 5
SELECT id FROM t;
--> 6
PRAGMA integrity_check;
--> 'ok'

-- case WITHOUT ROWID
CREATE TABLE w(a, b, c, d, PRIMARY KEY(a, b)) WITHOUT ROWID;
CREATE INDEX wc ON w(c);
CREATE INDEX wd ON w(d);
INSERT INTO w VALUES (1, 1, 1, 2), (1, 2, 1, 3), (2, 1, 2, 2), (3, 1, 3, 3), (3, 2, 1, 2);
EXPLAIN QUERY PLAN SELECT * FROM w WHERE c = 1 OR d = 2 OR a = 3;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH w USING INDEX wc (c=?)'
--> 'INDEX 2'
--> 'SEARCH w USING INDEX wd (d=?)'
--> 'INDEX 3'
--> 'SEARCH w USING PRIMARY KEY (a=?)'
SELECT * FROM w WHERE c = 1 OR d = 2 OR a = 3 ORDER BY a, b;
--> 1, 1, 1, 2
--> 1, 2, 1, 3
--> 2, 1, 2, 2
--> 3, 1, 3, 3
--> 3, 2, 1, 2
UPDATE w SET c = 5 WHERE c = 1 OR d = 2;
DELETE FROM w WHERE a = 1 OR d = 3;
SELECT * FROM w;
--> 2, 1, 5, 2
--> 3, 2, 5, 2
PRAGMA integrity_check;
--> 'ok'

-- case joins
CREATE TABLE t(a, b, id INTEGER PRIMARY KEY);
CREATE INDEX ta ON t(a);
CREATE INDEX tb ON t(b);
CREATE TABLE x(n);
INSERT INTO t VALUES (1, 2, 1), (2, 1, 2), (3, 3, 3), (1, 1, 4);
INSERT INTO x VALUES (1), (3), (9);
EXPLAIN QUERY PLAN SELECT n, id FROM x CROSS JOIN t ON a = n OR b = n;
--> 'SCAN x'
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'INDEX 2'
--> 'SEARCH t USING INDEX tb (b=?)'
SELECT n, id FROM x CROSS JOIN t ON a = n OR b = n ORDER BY 1, 2;
--> 1, 1
--> 1, 2
--> 1, 4
--> 3, 3
SELECT n, id FROM x LEFT JOIN t ON a = n OR b = n ORDER BY 1, 2;
--> 1, 1
--> 1, 2
--> 1, 4
--> 3, 3
--> 9, NULL
SELECT n, id FROM x FULL JOIN t ON a = n OR b = n ORDER BY 1, 2;
--> 1, 1
--> 1, 2
--> 1, 4
--> 3, 3
--> 9, NULL
SELECT n, (SELECT group_concat(id) FROM (SELECT id FROM t WHERE a = n OR b = n ORDER BY id)) FROM x;
--> 1, '1,2,4'
--> 3, '3'
--> 9, NULL
SELECT n FROM x WHERE EXISTS (SELECT 1 FROM t WHERE a = n OR b = n) ORDER BY n;
--> 1
--> 3
SELECT t.id, u.id FROM t CROSS JOIN t AS u ON (u.a = t.b OR u.b = t.a) AND u.id > 1 ORDER BY 1, 2;
--> 1, 2
--> 1, 4
--> 2, 4
--> 3, 3
--> 4, 2
--> 4, 4

-- case operands that read other tables
CREATE TABLE t1(x);
CREATE TABLE t2(y);
CREATE INDEX i1 ON t1(x);
INSERT INTO t1 VALUES (111), (222);
INSERT INTO t2 VALUES (333), (444);
SELECT * FROM t1, t2 WHERE (x = 111 AND y != 444) OR x = 222 ORDER BY x, y;
--> 111, 333
--> 222, 333
--> 222, 444
EXPLAIN QUERY PLAN SELECT * FROM t1 CROSS JOIN t2 WHERE (x = 111 AND y != 444) OR x = 222;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t1 USING COVERING INDEX i1 (x=?)'
--> 'INDEX 2'
--> 'SEARCH t1 USING COVERING INDEX i1 (x=?)'
--> 'SCAN t2'
SELECT x, y FROM t1 LEFT JOIN t2 ON 1 WHERE (x = 111 AND y != 444) OR x = 222 ORDER BY x, y;
--> 111, 333
--> 222, 333
--> 222, 444

-- case a list that reads the searched item itself is no value to search for
CREATE TABLE t(a, b);
CREATE TABLE u(f);
INSERT INTO t VALUES (1, 2), (3, 4), (5, 6);
INSERT INTO u VALUES (1), (27), (125);
CREATE INDEX tb ON t(b);
SELECT a FROM t WHERE b IN (SELECT x + 1 FROM (SELECT DISTINCT f / (a * a) AS x FROM u));
--> 1
--> 3
--> 5
SELECT DISTINCT b, a FROM t ORDER BY b, a;
--> 2, 1
--> 4, 3
--> 6, 5
EXPLAIN QUERY PLAN SELECT DISTINCT a FROM t ORDER BY a;
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR DISTINCT'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b IN (4) ORDER BY b;
--> 'SEARCH t USING INDEX tb (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t x RIGHT JOIN t y ON x.a = y.b + 1;
--> 'SCAN x'
--> 'SCAN y'
--> 'RIGHT-JOIN t'
--> 'SCAN y'
EXPLAIN QUERY PLAN SELECT (SELECT max(f) FROM u), t.a FROM main.t UNION ALL SELECT 1, 2;
--> 'COMPOUND QUERY'
--> 'LEFT-MOST SUBQUERY'
--> 'SCAN main.t'
--> 'SCALAR SUBQUERY 1'
--> 'SEARCH u'
--> 'UNION ALL'
--> 'SCAN CONSTANT ROW'
