-- Row values, subqueries in expressions, CAST.

-- case comparison: from left to right, NULL where it decides
-- holds expressions: comparison: from left to right, NULL where it decides
SELECT (1, 2, 3) <> (1, 2, 4), (1, 2) != (1, NULL), (1, 2) != (2, NULL), (1, 2) <= (1, 2), (1, NULL) >= (1, 0), (NULL, 1) < (1, 2), (1, 2) == (1.0, '2');
--> 1, NULL, 1, 1, NULL, NULL, 0
CREATE TABLE n(a, b, c);
INSERT INTO n VALUES (1, 1, 1), (1, 2, 3), (2, 1, NULL), (NULL, 5, 5);
SELECT c FROM n WHERE (a, b) > (1, 1) ORDER BY c;
--> NULL
--> 3
SELECT a, b FROM n WHERE (a, b, c) = (1, 2, 3);
--> 1, 2
SELECT a, b FROM n WHERE (b, a) <= (2, 1) ORDER BY a, b;
--> 1, 1
--> 1, 2
--> 2, 1
CREATE INDEX i ON n(a, b);
SELECT a, b, c FROM n WHERE (a, b) >= (1, 2) ORDER BY a, b;
--> 1, 2, 3
--> 2, 1, NULL
SELECT count(*) FROM n AS x JOIN n AS y ON (x.a, x.b) = (y.a, y.b);
--> 3

-- case IS, IS NOT, IS DISTINCT FROM
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, NULL), (NULL, NULL), (1, 2);
SELECT (a, b) IS (1, NULL), (a, b) IS NOT (NULL, NULL), (a, b) IS NOT DISTINCT FROM (1, 2), ((a, b) IS (b, a)) FROM n;
--> 1, 1, 0, 0
--> 0, 0, 0, 1
--> 0, 1, 1, 0
SELECT count(*) FROM n WHERE (a, b) IS (NULL, NULL);
--> 1

-- case a subquery as a row value
-- holds expressions: a subquery as a row value
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (3, 4);
SELECT (SELECT a, b FROM n WHERE a = 3) > (SELECT a, b FROM n), (1, 2) IS (SELECT a, b FROM n WHERE 0), (NULL, NULL) IS (SELECT a, b FROM n WHERE 0);
--> 1, 0, 1
SELECT a FROM n AS o WHERE (a, b) = (SELECT max(a), max(b) FROM n);
--> 3
SELECT a FROM n AS o WHERE (SELECT o.a, count(*) FROM n) = (1, 2);
--> 1
UPDATE n SET (a, b) = (SELECT b, a FROM n AS m WHERE m.a = n.a);
SELECT * FROM n;
--> 2, 1
--> 4, 3

-- case row values do not nest
-- holds expressions: row values do not nest
SELECT ((1), (2)) = (1, 2), (((1, 2))) = (1, 2);
--> 1, 1
SELECT ((1, 2), 3) = ((1, 2), 3);
--> error: row value misused

-- case a row value alone
SELECT a FROM (SELECT 1 AS a) WHERE (1, 2);
--> error: row value misused
SELECT (1, 2) + 1;
--> error: row value misused
SELECT abs((1, 2));
--> error: row value misused
SELECT (1, 2) IS NULL;
--> error: row value misused
SELECT NOT (1, 2);
--> error: row value misused
SELECT (1, 2) AND 1;
--> error: row value misused
SELECT CAST((1, 2) AS INT);
--> error: row value misused
INSERT INTO n VALUES ((1, 2));
--> error: no such table: n

-- case a row value alone in an ORDER BY that orders one row
SELECT 1 FROM sqlite_schema ORDER BY (1, 2);
--> error: row value misused

-- case row values of different lengths
SELECT (1, 2) = 1;
--> error: row value misused
SELECT 1 = (1, 2);
--> error: row value misused
SELECT (1, 2) < (SELECT 1);
--> error: row value misused
CREATE TABLE n(a, b);
UPDATE n SET (a, b) = (1, 2, 3);
--> error: 2 columns assigned 3 values
UPDATE n SET (a, b) = 1;
--> error: 2 columns assigned 1 values

-- case a scalar subquery gives its first row, NULL for none
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 'x'), (2, 'y'), (3, 'x');
SELECT (SELECT b FROM n WHERE a = o.a + 1), (SELECT count(*) FROM n WHERE b = o.b) FROM n AS o;
--> 'y', 2
--> 'x', 1
--> NULL, 2
SELECT a FROM n AS o WHERE a = (SELECT max(a) FROM n WHERE b = o.b);
--> 2
--> 3
SELECT (SELECT (SELECT o.a * 10 + i.a FROM n AS i WHERE i.a > o.a) FROM n LIMIT 1) FROM n AS o;
--> 12
--> 23
--> NULL
SELECT a FROM n ORDER BY (SELECT -a), (SELECT b);
--> 3
--> 2
--> 1
SELECT (VALUES (7), (8)), (SELECT 1 UNION SELECT 0), (WITH c AS (SELECT 4 AS z) SELECT z FROM c), (SELECT a FROM n LIMIT 1 OFFSET 1);
--> 7, 0, 4, 2
SELECT sum((SELECT n.a + 1)) FROM n;
--> 9
SELECT (SELECT sum(n.a)) FROM n;
--> 6

-- case EXISTS, NOT EXISTS; the columns do not matter
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (2, NULL), (3, 9);
SELECT a FROM n AS o WHERE EXISTS (SELECT * FROM n WHERE a = o.b);
--> 1
SELECT a FROM n AS o WHERE NOT EXISTS (SELECT 1 FROM n WHERE a < o.a);
--> 1
SELECT EXISTS (SELECT * FROM n LIMIT 0), EXISTS (SELECT count(*) FROM n WHERE 0), EXISTS (VALUES (NULL)), EXISTS (SELECT 1 FROM n LIMIT 1 OFFSET 3);
--> 0, 1, 1, 0
SELECT a, EXISTS (SELECT 1 FROM n AS i WHERE i.a = o.a + 1) + 1 FROM n AS o;
--> 1, 2
--> 2, 2
--> 3, 1
DELETE FROM n WHERE EXISTS (SELECT 1 FROM n AS i WHERE i.a > n.a);
SELECT a FROM n;
--> 3

-- case several columns where one is wanted
SELECT 1 + (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT abs((SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT a FROM (SELECT 1 AS a) WHERE (SELECT 1, 2);
--> error: sub-select returns 2 columns - expected 1
SELECT (VALUES (1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT CASE WHEN 1 THEN (SELECT 1, 2) END;
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT * FROM sqlite_schema);
--> error: sub-select returns 5 columns - expected 1

-- case EXISTS without SELECT
SELECT EXISTS ();
--> error: near ")": syntax error
SELECT EXISTS 1;
--> error: near "1": syntax error

-- case CAST to TEXT
SELECT CAST(1.0 AS TEXT), CAST(-0.0 AS TEXT), CAST(1e999 AS TEXT), CAST(0x10 AS TEXT), CAST('abc' AS CHAR(1)), typeof(CAST(x'' AS TEXT)), CAST(123456789012345678 AS CLOB), CAST(1e15 AS TEXT), CAST(0.1 AS TEXT);
--> '1.0', '0.0', 'Inf', '16', 'abc', 'text', '123456789012345678', '1.0e+15', '0.1'

-- case CAST to REAL: the number that a text begins with
SELECT CAST('.5.' AS REAL), CAST('-' AS REAL), CAST('1e' AS REAL), CAST('1e400' AS REAL), CAST('0x10' AS REAL), CAST('inf' AS REAL), CAST('+7' AS DOUBLE), CAST('' AS REAL), CAST(9223372036854775807 AS REAL), typeof(CAST(NULL AS REAL));
--> 0.5, -0.0, 1.0, inf, 0.0, 0.0, 7.0, 0.0, 9.2233720368547758e+18, 'null'

-- case CAST to INTEGER: the integer that a text begins with; a real is cut off
SELECT CAST(1e300 AS INTEGER), CAST(-1e300 AS INTEGER), CAST('9223372036854775808' AS INTEGER), CAST('-9223372036854775809' AS INTEGER), CAST('0x1A' AS INTEGER), CAST('- 5' AS INTEGER), CAST('+5' AS INT);
--> 9223372036854775807, -9223372036854775808, 9223372036854775807, -9223372036854775808, 0, 0, 5
SELECT CAST(9.2233720368547758e18 AS INTEGER), CAST(0.99999 AS INT), CAST(-0.5 AS INT), CAST('' AS INT), CAST('1_000' AS INT), CAST(char(9, 10) || '8' AS INT), CAST('1' || char(0) || '2' AS INT), CAST('99999999999999999999' AS INT);
--> 9223372036854775807, 0, 0, 0, 1, 8, 1, 9223372036854775807

-- case CAST to NUMERIC: integer if nothing is lost
-- holds expressions: CAST to NUMERIC: integer if nothing is lost
SELECT typeof(CAST('1e3' AS NUMERIC)), CAST('9223372036854775807' AS NUMERIC), CAST('9223372036854775808' AS NUMERIC), CAST('1e19' AS NUMERIC), typeof(CAST(5.0 AS NUMERIC)), CAST('0.5x' AS BOOLEAN), CAST(x'31302e30' AS NUMERIC), CAST('' AS NUMERIC);
--> 'integer', 9223372036854775807, 9.2233720368547758e+18, 1e+19, 'real', 0.5, 10, 0
SELECT CAST('9007199254740993' AS NUMERIC), CAST('9007199254740993.0' AS NUMERIC), CAST('1.0e0' AS DATE), CAST('-0' AS NUMERIC), CAST('-0.0' AS NUMERIC), CAST('4611686018427387904.0' AS NUMERIC), CAST(' 7 ' AS NUMERIC), CAST('+1.5e-1z' AS NUMERIC);
--> 9007199254740993, 9007199254740992.0, 1, 0, 0, 4.6116860184273879e+18, 7, 0.14999999999999999

-- case CAST to BLOB, or no type: the bytes of the text
SELECT typeof(CAST(5 AS BLOB)), CAST(CAST(5 AS BLOB) AS TEXT), CAST(x'00' AS BLOB), CAST('' AS BLOB) = x'', CAST(1e100 AS BLOBBY), CAST(CAST(x'c3a9' AS TEXT) AS BLOB);
--> 'blob', '5', x'00', 1, x'312e30652b313030', x'c3a9'

-- case any name is a type, with one or two numbers
-- holds expressions: any name is a type, with one or two numbers
SELECT CAST('5' AS 'int'), CAST('5.5' AS [floating point]), CAST(5 AS charint), CAST('5' AS x(-1.5, 2)), typeof(CAST('5' AS unsigned big int)), CAST('a' AS int text);
--> 5, 5, 5, 5, 'integer', 0

-- case CAST without a type
SELECT CAST(1 AS INT(1, 2, 3));
--> error: near ",": syntax error
SELECT CAST(1, INT);
--> error: near ",": syntax error
SELECT CAST(AS INT);
--> error: near "AS": syntax error
SELECT CAST(1 AS SELECT);
--> error: near "SELECT": syntax error

-- case an empty type is none
SELECT CAST('5' AS ), typeof(CAST(5 AS));
--> 5, 'integer'

-- case a row in IN by an index on the rowid's column
CREATE TABLE t(id INTEGER PRIMARY KEY, a);
CREATE INDEX ti ON t(id);
INSERT INTO t VALUES (1, 5), (2, 6), (3, NULL);
SELECT a FROM t INDEXED BY ti WHERE (id, 19) IN (SELECT 1, 18);
SELECT a FROM t INDEXED BY ti WHERE (id, 19) IN (SELECT 1, 19 UNION SELECT 2, 18);
--> 5
SELECT id FROM t INDEXED BY ti WHERE (id, a) IN (SELECT 1, 5 UNION SELECT 2, 5 UNION SELECT 3, NULL);
--> 1
SELECT id FROM t INDEXED BY ti WHERE (rowid, id) IN (SELECT 1, 1 UNION SELECT 2, 3);
--> 1
SELECT x.id, y.id FROM t x, t y INDEXED BY ti WHERE (y.id, x.a) IN (SELECT 1, 6 UNION SELECT 2, 7 UNION SELECT 3, NULL);
--> 2, 1

-- case a row of a query runs once for all its columns
CREATE TABLE t(a, b, c);
CREATE TABLE t2(x, y, z);
CREATE TABLE u(a PRIMARY KEY, b, c);
INSERT INTO t VALUES (1, 2, 3), (4, 5, 6);
INSERT INTO t2 VALUES (7, 8, 3), (9, 9, 6), (1, 2, 3);
INSERT INTO u VALUES (1, 2, 3);
UPDATE t SET (a, b) = (SELECT r, r FROM (SELECT random() AS r, t.c AS z LIMIT 5));
SELECT a = b FROM t;
--> 1
--> 1
SELECT (SELECT r, r FROM (SELECT random() AS r, t.c AS z LIMIT 5)) IN (SELECT column1, column1 FROM (VALUES (1), (2))) FROM t;
--> 0
--> 0
UPDATE t SET a = c - 2, b = c - 1;
EXPLAIN QUERY PLAN UPDATE t SET (a, b) = (SELECT x, y FROM t2 WHERE z = c);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN UPDATE t SET (a, b) = (SELECT x, y FROM t2 WHERE z = t.c) FROM u WHERE u.a = t.a;
--> 'SCAN t'
--> 'SEARCH u USING COVERING INDEX sqlite_autoindex_u_1 (a=?)'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN INSERT INTO u VALUES (1, 2, 3) ON CONFLICT DO UPDATE SET (b, c) = (SELECT x, y FROM t2 WHERE z = excluded.c);
--> 'CORRELATED SCALAR SUBQUERY 2'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT (SELECT x, y FROM t2 WHERE z = c) < (1, 2) FROM t;
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE (SELECT x, y FROM t2 WHERE z = c) BETWEEN (a, 2) AND (3, 4);
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE (SELECT x, y FROM t2 WHERE z = c) IN (SELECT x, z FROM t2);
--> 'SCAN t'
--> 'LIST SUBQUERY 2'
--> 'SCAN t2'
--> 'CREATE BLOOM FILTER'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT CASE (SELECT x, y FROM t2 WHERE z = c) WHEN (7, 8) THEN 1 WHEN (9, 9) THEN 2 END FROM t;
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE (a, b) > (SELECT x, y FROM t2 WHERE z = c) OR a = 3;
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 1'
--> 'SCAN t2'
SELECT c, (SELECT x, y FROM t2 WHERE z = c) < (7, 9), (SELECT x, y FROM t2 WHERE z = c) >= (9, 9), (SELECT x, y FROM t2 WHERE z = c + 1) = (1, 2) FROM t;
--> 3, 1, 0, NULL
--> 6, 0, 1, NULL
SELECT c FROM t WHERE (a, b) < (SELECT x, y FROM t2 WHERE z = c) OR a = 3;
--> 3
--> 6
SELECT c FROM t WHERE (SELECT x, y FROM t2 WHERE z = c) BETWEEN (7, 7) AND (8, 1);
--> 3
SELECT CASE (SELECT x, y FROM t2 WHERE z = c) WHEN (7, 8) THEN 1 WHEN (9, 9) THEN 2 END FROM t;
--> 1
--> 2
SELECT CASE WHEN c = 3 THEN v END, v FROM (SELECT c, (SELECT x, y FROM t2 WHERE z = c) = (9, 9) AS v FROM t);
--> 0, 0
--> NULL, 1
UPDATE t SET (a, b) = (SELECT x, y FROM t2 WHERE z = c);
UPDATE t SET (b, a) = (SELECT x, y FROM t2 WHERE z = t.c + u.a - 1) FROM u WHERE u.a = 1;
INSERT INTO u VALUES (1, 2, 6) ON CONFLICT DO UPDATE SET (c, b) = (SELECT x, z FROM t2 WHERE z = excluded.c);
SELECT * FROM t;
--> 8, 7, 3
--> 9, 9, 6
SELECT * FROM u;
--> 1, 6, 9

-- case rows in a list
CREATE TABLE t1(a INTEGER PRIMARY KEY,b,c,d);
CREATE INDEX t1bc ON t1(b,c);
INSERT INTO t1(b,c) VALUES(5,5),(2,2),(5,4),(1,2),(NULL,2),(3,NULL);
CREATE TABLE t3(p,q);
INSERT INTO t3 VALUES(1,2),(5,5);
SELECT a,b,c FROM t1 WHERE (b,c) IN ((5,5),(2,2),(5,4));
--> 2, 2, 2
--> 3, 5, 4
--> 1, 5, 5
SELECT a,b,c FROM t1 WHERE (b,c) IN (VALUES(1,2),(3,4));
--> 4, 1, 2
SELECT a,b,c FROM t1 WHERE (b,c) NOT IN ((5,5),(2,2));
--> 4, 1, 2
--> 6, 3, NULL
--> 3, 5, 4
SELECT a,(b,c) IN ((5,5),(2,2)) FROM t1;
--> 5, NULL
--> 4, 0
--> 2, 1
--> 6, 0
--> 3, 0
--> 1, 1
SELECT a FROM t1 WHERE (c,b) IN ((5,5),(4,5));
--> 3
--> 1
SELECT a FROM t1 WHERE (b,c) IN ((5,5));
--> 1
SELECT a,p FROM t1,t3 WHERE (b,c) IN ((p,q),(p,4));
--> 4, 1
--> 3, 5
--> 1, 5
SELECT a FROM t1 WHERE (b,c) IN ((NULL,2),(5,5));
--> 1
SELECT a,(b,c) IN ((NULL,2),(5,5)) FROM t1;
--> 5, NULL
--> 4, NULL
--> 2, NULL
--> 6, NULL
--> 3, 0
--> 1, 1
SELECT a FROM t1 WHERE (a,b) IN ((1,5),(4,1),(4,1));
--> 1
--> 4
SELECT a FROM t1 WHERE (b,c,d) IN ((5,5,NULL));
SELECT (1,2) IN ((1,2),(3,4)), (1,2) IN ((1,2,3));
--> error: IN(...) element has 3 terms - expected 2
SELECT (1,2) IN ((1,2),(SELECT 1,2));
--> error: IN(...) element has 1 term - expected 2
SELECT (1,2) IN ((1,2),3);
--> error: IN(...) element has 1 term - expected 2
SELECT b, count(*) FROM t1 GROUP BY b HAVING (b, count(*)) IN ((5,2),(2,1));
--> 2, 1
--> 5, 2
SELECT (SELECT 1 WHERE (b,c) IN ((5,5),(2,2))) FROM t1;
--> NULL
--> NULL
--> 1
--> NULL
--> NULL
--> 1
SELECT a FROM t1 WHERE (b,'2') IN ((1,c),(2,c));
DELETE FROM t1 WHERE (b,c) IN ((5,5),(1,2)) RETURNING a;
--> 1
--> 4
WITH z AS (SELECT 1) SELECT a FROM t1, z WHERE (b,c) IN ((5,5),(1,2));
SELECT (SELECT count(*) FROM t3) FROM t1 WHERE (b,c) IN ((5,5),(1,2)) AND d IS (SELECT 1 FROM t3);
EXPLAIN QUERY PLAN SELECT a,b,c FROM t1 WHERE (b,c) IN ((5,5),(2,2),(5,4));
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 5'
--> 'SCAN 3 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a,b,c FROM t1 WHERE (b,c) IN (VALUES(1,2),(3,4));
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 4'
--> 'SCAN 2-ROW VALUES CLAUSE'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a,b,c FROM t1 WHERE (b,c) NOT IN ((5,5),(2,2));
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a,(b,c) IN ((5,5),(2,2)) FROM t1;
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (c,b) IN ((5,5),(4,5));
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 4'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (b,c) IN ((5,5));
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 3'
--> 'SCAN CONSTANT ROW'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a,p FROM t1,t3 WHERE (b,c) IN ((p,q),(p,4));
--> 'SCAN t3'
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'CORRELATED LIST SUBQUERY 4'
--> 'SCAN 2 CONSTANT ROWS'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (b,c) IN ((NULL,2),(5,5));
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 4'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a,(b,c) IN ((NULL,2),(5,5)) FROM t1;
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (a,b) IN ((1,5),(4,1),(4,1));
--> 'SEARCH t1 USING INTEGER PRIMARY KEY (rowid=?)'
--> 'LIST SUBQUERY 5'
--> 'SCAN 3 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
--> 'LIST SUBQUERY 3'
--> 'SCAN 3 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (b,c,d) IN ((5,5,NULL));
--> 'SEARCH t1 USING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 3'
--> 'SCAN CONSTANT ROW'
--> 'CREATE BLOOM FILTER'
--> 'LIST SUBQUERY 1'
--> 'SCAN CONSTANT ROW'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT b, count(*) FROM t1 GROUP BY b HAVING (b, count(*)) IN ((5,2),(2,1));
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT (SELECT 1 WHERE (b,c) IN ((5,5),(2,2))) FROM t1;
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'CORRELATED SCALAR SUBQUERY 3'
--> 'SCAN CONSTANT ROW'
--> 'LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT a FROM t1 WHERE (b,'2') IN ((1,c),(2,c));
--> 'SCAN t1 USING COVERING INDEX t1bc'
--> 'CORRELATED LIST SUBQUERY 2'
--> 'SCAN 2 CONSTANT ROWS'
EXPLAIN QUERY PLAN WITH z AS (SELECT 1) SELECT a FROM t1, z WHERE (b,c) IN ((5,5),(1,2));
--> 'CO-ROUTINE z'
--> 'SCAN CONSTANT ROW'
--> 'SCAN z'
--> 'SEARCH t1 USING COVERING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 5'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
EXPLAIN QUERY PLAN SELECT (SELECT count(*) FROM t3) FROM t1 WHERE (b,c) IN ((5,5),(1,2)) AND d IS (SELECT 1 FROM t3);
--> 'SEARCH t1 USING INDEX t1bc (b=? AND c=?)'
--> 'LIST SUBQUERY 6'
--> 'SCAN 2 CONSTANT ROWS'
--> 'CREATE BLOOM FILTER'
--> 'CREATE BLOOM FILTER'
--> 'SCALAR SUBQUERY 4'
--> 'SCAN t3'
--> 'SCALAR SUBQUERY 1'
--> 'SCAN t3'
