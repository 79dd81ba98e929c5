-- case a REAL column of one arm makes reals of the others' integers
CREATE TABLE t(id FLOAT, i INT, x TEXT, n NUMERIC);
INSERT INTO t VALUES (2, 3, 'x', 4);
SELECT c, typeof(c) FROM (SELECT 1, 1 AS c EXCEPT SELECT 1, id FROM t);
--> 1.0, 'real'
SELECT c, typeof(c) FROM (SELECT 1 AS c UNION ALL SELECT id FROM t);
--> 1.0, 'real'
--> 2.0, 'real'
SELECT c, typeof(c) FROM (SELECT 1 AS c UNION SELECT id FROM t);
--> 1.0, 'real'
--> 2.0, 'real'
SELECT c, typeof(c) FROM (SELECT i AS c FROM t UNION SELECT id FROM t);
--> 2.0, 'real'
--> 3, 'integer'
SELECT c, typeof(c) FROM (SELECT id AS c FROM t UNION SELECT i FROM t);
--> 2.0, 'real'
--> 3.0, 'real'
SELECT c, typeof(c) FROM (SELECT id AS c FROM t UNION SELECT 'a' UNION SELECT 7);
--> 2.0, 'real'
--> 7, 'integer'
--> 'a', 'text'
CREATE VIEW v AS SELECT 5 AS c UNION SELECT id FROM t;
SELECT c, typeof(c) FROM v;
--> 2.0, 'real'
--> 5.0, 'real'
WITH w(c) AS MATERIALIZED (SELECT 5 UNION SELECT id FROM t) SELECT c, typeof(c) FROM w;
--> 2.0, 'real'
--> 5.0, 'real'
WITH RECURSIVE w(c) AS (SELECT id FROM t UNION ALL SELECT i FROM w, t LIMIT 3) SELECT c, typeof(c) FROM w;
--> 2.0, 'real'
--> 3.0, 'real'
--> 3.0, 'real'
SELECT c, typeof(c) FROM (SELECT 1 AS c UNION SELECT CAST(2 AS REAL));
--> 1.0, 'real'
--> 2.0, 'real'
SELECT c, typeof(c) FROM (SELECT CAST(2 AS REAL) AS c UNION SELECT 1);
--> 1, 'integer'
--> 2.0, 'real'
SELECT max(c), typeof(max(c)), sum(c), group_concat(c) FROM v;
--> 5.0, 'real', 7.0, '2.0,5.0'
SELECT c, count(*) FROM v GROUP BY c;
--> 2.0, 1
--> 5.0, 1
SELECT (SELECT c FROM v ORDER BY 1 DESC LIMIT 1);
--> 5.0
SELECT v.c, w.c FROM v LEFT JOIN v AS w ON v.c = w.c;
--> 2.0, 2.0
--> 5.0, 5.0
SELECT c FROM v UNION SELECT 9;
--> 2.0
--> 5.0
--> 9
SELECT c + 0, c || '' FROM v;
--> 2.0, '2.0'
--> 5.0, '5.0'
SELECT DISTINCT c FROM (SELECT 1 AS c UNION ALL SELECT id FROM t);
--> 1.0
--> 2.0

-- case a compound as an operand has the affinity of its last arm
CREATE TABLE t(i INT, x TEXT);
INSERT INTO t VALUES (1, '1');
SELECT '1' IN (SELECT i FROM t UNION SELECT 1), '1' IN (SELECT i FROM t UNION ALL SELECT 1), '1' IN (SELECT 1 UNION SELECT i FROM t);
--> 0, 0, 1
SELECT 1 IN (SELECT x FROM t UNION SELECT '1'), 1 IN (SELECT '1' UNION SELECT x FROM t);
--> 0, 1
SELECT '1' IN (VALUES (1), (CAST(2 AS INT))), '1' IN (VALUES (CAST(1 AS INT)), (2));
--> 0, 0
SELECT '1' = (SELECT i FROM t UNION SELECT 1), '1' = (SELECT 1 UNION SELECT i FROM t), '1' = (SELECT CAST(1 AS INT) UNION SELECT 1);
--> 0, 1, 0
CREATE TABLE c6 AS SELECT (SELECT CAST(1 AS ) INTERSECT SELECT 1) AS a, (SELECT 1 UNION SELECT i FROM t) AS b;
SELECT sql FROM sqlite_schema WHERE name = 'c6';
--> 'CREATE TABLE c6(a,b INT)'

-- case declared types of a view's columns
CREATE TABLE t(a, i INT, r REAL, x TEXT, n NUMERIC);
CREATE VIEW v1 AS SELECT CAST(1 AS INT) AS p, CAST(1 AS REAL) AS q, CAST(1 AS NUMERIC) AS s, CAST(1 AS TEXT) AS u, i, r, x, n, a, +i AS pi, (SELECT i FROM t) AS si, (SELECT 1) AS s1, CAST(1 AS BLOB) AS b, rowid AS w FROM t;
SELECT name, type FROM pragma_table_info('v1');
--> 'p', 'INT'
--> 'q', 'REAL'
--> 's', 'NUM'
--> 'u', 'TEXT'
--> 'i', 'INT'
--> 'r', 'REAL'
--> 'x', 'TEXT'
--> 'n', 'NUMERIC'
--> 'a', 'BLOB'
--> 'pi', ''
--> 'si', 'INT'
--> 's1', ''
--> 'b', 'BLOB'
--> 'w', 'INTEGER'
CREATE VIEW v2 AS SELECT CAST(1 AS INT) AS p UNION SELECT 'a';
SELECT name, type FROM pragma_table_info('v2');
--> 'p', 'BLOB'
CREATE VIEW v3 AS SELECT CAST(1 AS INT) AS p UNION SELECT 2;
SELECT name, type FROM pragma_table_info('v3');
--> 'p', 'NUM'
CREATE VIEW v4 AS SELECT 1 AS p, 1 AS q, 2 AS r, 'a' AS s, i, x FROM t UNION SELECT CAST(1 AS INT), r, i, i, x, i FROM t;
SELECT name, type FROM pragma_table_info('v4');
--> 'p', 'INT'
--> 'q', 'REAL'
--> 'r', 'INT'
--> 's', 'BLOB'
--> 'i', 'BLOB'
--> 'x', 'BLOB'
CREATE VIEW v6 AS VALUES (CAST(44 AS REAL)), (55);
SELECT type FROM pragma_table_info('v6');
--> 'NUM'

-- case CREATE TABLE AS of compounds that begin with a CAST
CREATE TABLE t(a INT,b TEXT, c REAL);
INSERT INTO t VALUES(1,2,3);
CREATE TABLE y1 AS SELECT CAST(a AS REAL) AS r FROM t;
SELECT typeof(r), r FROM y1;
--> 'real', 1.0
CREATE TABLE y2 AS SELECT CAST(a AS REAL) AS r FROM t UNION SELECT CAST(a AS INTEGER) FROM t;
SELECT typeof(r), r FROM y2;
--> 'integer', 1
CREATE TABLE y3 AS SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT a FROM t;
SELECT typeof(r), r FROM y3;
--> 'real', 1.0
--> 'integer', 1
CREATE TABLE y4 AS SELECT a AS r FROM t UNION ALL SELECT CAST(a AS REAL) FROM t;
SELECT typeof(r), r FROM y4;
--> 'integer', 1
--> 'integer', 1
CREATE TABLE y5 AS SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT CAST(b AS REAL) FROM t;
SELECT typeof(r), r FROM y5;
--> 'real', 1.0
--> 'real', 2.0
CREATE TABLE y6 AS SELECT 1.0 AS r UNION ALL SELECT 2.0;
SELECT typeof(r), r FROM y6;
--> 'real', 1.0
--> 'real', 2.0
CREATE TABLE y7 AS SELECT 1.0 AS r UNION ALL SELECT 'x';
SELECT typeof(r), r FROM y7;
--> 'real', 1.0
--> 'text', 'x'
CREATE TABLE y8 AS SELECT c AS r FROM t UNION ALL SELECT a FROM t;
SELECT typeof(r), r FROM y8;
--> 'real', 3.0
--> 'real', 1.0
CREATE TABLE y9 AS SELECT a AS r FROM t UNION ALL SELECT c FROM t;
SELECT typeof(r), r FROM y9;
--> 'integer', 1
--> 'integer', 3
CREATE TABLE y10 AS VALUES(1.0),(2);
SELECT typeof(column1), column1 FROM y10;
--> 'real', 1.0
--> 'integer', 2
CREATE TABLE y11 AS SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT NULL ORDER BY 1;
SELECT typeof(r), r FROM y11;
--> 'null', NULL
--> 'real', 1.0
CREATE TABLE y12 AS SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT CAST(b AS REAL) FROM t ORDER BY 1;
SELECT typeof(r), r FROM y12;
--> 'real', 1.0
--> 'real', 2.0
CREATE TABLE y13 AS SELECT * FROM (SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT CAST(b AS REAL) FROM t);
SELECT typeof(r), r FROM y13;
--> 'real', 1.0
--> 'real', 2.0
CREATE TABLE y14 AS SELECT CAST(a AS REAL) AS r FROM t EXCEPT SELECT 5;
SELECT typeof(r), r FROM y14;
--> 'real', 1.0
CREATE TABLE y15 AS SELECT CAST(a AS REAL) AS r FROM t INTERSECT SELECT 1;
SELECT typeof(r), r FROM y15;
--> 'real', 1.0
CREATE TABLE y16 AS SELECT 1.0 AS r UNION SELECT 2.0;
SELECT typeof(r), r FROM y16;
--> 'real', 1.0
--> 'real', 2.0
SELECT name, sql FROM sqlite_schema;
--> 't', 'CREATE TABLE t(a INT,b TEXT, c REAL)'
--> 'y1', 'CREATE TABLE y1(r REAL)'
--> 'y2', 'CREATE TABLE y2(r NUM)'
--> 'y3', 'CREATE TABLE y3(r NUM)'
--> 'y4', 'CREATE TABLE y4(r INT)'
--> 'y5', 'CREATE TABLE y5(r NUM)'
--> 'y6', 'CREATE TABLE y6(r)'
--> 'y7', 'CREATE TABLE y7(r)'
--> 'y8', 'CREATE TABLE y8(r REAL)'
--> 'y9', 'CREATE TABLE y9(r INT)'
--> 'y10', 'CREATE TABLE y10(column1)'
--> 'y11', 'CREATE TABLE y11(r NUM)'
--> 'y12', 'CREATE TABLE y12(r NUM)'
--> 'y13', 'CREATE TABLE y13(r NUM)'
--> 'y14', 'CREATE TABLE y14(r NUM)'
--> 'y15', 'CREATE TABLE y15(r NUM)'
--> 'y16', 'CREATE TABLE y16(r)'
CREATE VIEW v AS SELECT CAST(a AS REAL) AS r FROM t UNION ALL SELECT CAST(b AS REAL) FROM t;
SELECT typeof(r), r FROM v;
--> 'real', 1.0
--> 'real', 2.0
PRAGMA table_info(v);
--> 0, 'r', 'NUM', 0, NULL, 0
