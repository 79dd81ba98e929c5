-- SELECT, compounds and WITH: the simple forms, and what is refused.

-- case result columns and their names
-- holds select: expressions, aliases with and without AS
-- holds select: without FROM
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, 'z');
CREATE TABLE n AS SELECT a + 1 AS one, b two, -a "three four", a'five', a [six], a * 2, t.a, (SELECT 7) FROM t;
SELECT name FROM pragma_table_info('n');
--> 'one'
--> 'two'
--> 'three four'
--> 'five'
--> 'six'
--> 'a * 2'
--> 'a'
--> '(SELECT 7)'
SELECT "three four" + six, two FROM n WHERE one > 2 ORDER BY five DESC;
--> 0, 'z'
--> 0, NULL
SELECT 1 + 1, 'x' || 'y' AS z WHERE 1 = 1;
--> 2, 'xy'
SELECT 1 WHERE 0;
SELECT 1 AS a, 2 AS b ORDER BY b LIMIT 1;
--> 1, 2
SELECT (SELECT a), b FROM (SELECT 5 AS a, 6 AS b);
--> 5, 6
SELECT count(*), max(5), sum(NULL);
--> 1, 5, NULL
SELECT count(*) WHERE 0;
--> 0
SELECT DISTINCT 1, 'one' FROM t;
--> 1, 'one'
SELECT a b, b a FROM t WHERE a > 1 ORDER BY a;
--> 2, NULL
--> 3, 'z'
SELECT a AS x, x + 1 FROM t;
--> error: no such column: x
SELECT a AS a, a + 1 AS b FROM t WHERE b = 'x' GROUP BY b HAVING b > 0 ORDER BY b;
--> 1, 2

-- case what needs a table
-- holds select: `*` without FROM
SELECT *;
--> error: no tables specified
SELECT 1, *;
--> error: no tables specified
SELECT a;
--> error: no such column: a
SELECT "a";
--> 'a'
SELECT rowid;
--> error: no such column: rowid
SELECT EXISTS (SELECT *);
--> error: no tables specified
SELECT 1 WHERE EXISTS (SELECT * WHERE 0);
--> error: no tables specified
CREATE TABLE t(a);
SELECT nosuch.* FROM t;
--> error: no such table: nosuch
SELECT t.* FROM t AS x;
--> error: no such table: t
SELECT main.* FROM t;
--> error: no such table: main
SELECT main.t.* FROM t;
--> error: near "*": syntax error
INSERT INTO t SELECT *;
--> error: no tables specified

-- case joins of every kind
-- holds select: a comma, JOIN, INNER JOIN, CROSS JOIN
-- holds select: RIGHT, FULL, with OUTER
CREATE TABLE a(k, x);
CREATE TABLE b(k, y);
CREATE TABLE c(y, z);
INSERT INTO a VALUES (1, 'a1'), (2, 'a2'), (NULL, 'a0'), (4, 'a4');
INSERT INTO b VALUES (1, 'p'), (1, 'q'), (3, 'r'), (NULL, 's');
INSERT INTO c VALUES ('p', 10), ('r', 30), ('t', 50);
SELECT count(*) FROM a, b, c;
--> 48
SELECT count(*) FROM a JOIN b INNER JOIN c CROSS JOIN (SELECT 1 UNION ALL SELECT 2);
--> 96
SELECT a.x, b.y FROM a, b WHERE a.k = b.k ORDER BY 1, 2;
--> 'a1', 'p'
--> 'a1', 'q'
SELECT a.x, b.y, c.z FROM a INNER JOIN b ON a.k = b.k CROSS JOIN c ON c.y = b.y;
--> 'a1', 'p', 10
SELECT a.x, b.y FROM a LEFT JOIN b ON a.k = b.k AND b.y > 'p' ORDER BY 1, 2;
--> 'a0', NULL
--> 'a1', 'q'
--> 'a2', NULL
--> 'a4', NULL
SELECT a.x, b.y FROM a RIGHT JOIN b ON a.k = b.k ORDER BY 2;
--> 'a1', 'p'
--> 'a1', 'q'
--> NULL, 'r'
--> NULL, 's'
SELECT a.x, b.y FROM a RIGHT OUTER JOIN b USING (k) WHERE k > 1 ORDER BY 2;
--> NULL, 'r'
SELECT a.x, b.y, k FROM a FULL JOIN b USING (k) ORDER BY 1, 2;
--> NULL, 'r', 3
--> NULL, 's', NULL
--> 'a0', NULL, NULL
--> 'a1', 'p', 1
--> 'a1', 'q', 1
--> 'a2', NULL, 2
--> 'a4', NULL, 4
SELECT x, y, z FROM a FULL OUTER JOIN b ON a.k = b.k FULL OUTER JOIN c USING (y) ORDER BY 1, 2, 3;
--> NULL, 'r', 30
--> NULL, 's', NULL
--> NULL, 't', 50
--> 'a0', NULL, NULL
--> 'a1', 'p', 10
--> 'a1', 'q', NULL
--> 'a2', NULL, NULL
--> 'a4', NULL, NULL
SELECT x, c.y, z FROM a LEFT OUTER JOIN b ON a.k = b.k RIGHT JOIN c ON c.y = b.y ORDER BY 3;
--> 'a1', 'p', 10
--> NULL, 'r', 30
--> NULL, 't', 50
SELECT * FROM b NATURAL FULL OUTER JOIN c ORDER BY y;
--> 1, 'p', 10
--> 1, 'q', NULL
--> 3, 'r', 30
--> NULL, 's', NULL
--> NULL, 't', 50
SELECT * FROM b NATURAL RIGHT JOIN c ORDER BY y;
--> 1, 'p', 10
--> 3, 'r', 30
--> NULL, 't', 50
SELECT count(*) FROM a NATURAL JOIN c;
--> 12
SELECT count(*) FROM (a LEFT JOIN b ON a.k = b.k), (b AS b2 CROSS JOIN c AS c2);
--> 60

-- case kinds of joins that are none
-- holds select: an unknown kind of join
-- holds select: NATURAL with ON
CREATE TABLE a(k);
SELECT 1 FROM a NATURAL JOIN a AS b ON 1;
--> error: a NATURAL join may not have an ON or USING clause
SELECT 1 FROM a NATURAL LEFT JOIN a AS b USING (k);
--> error: a NATURAL join may not have an ON or USING clause
SELECT 1 FROM a INNER LEFT JOIN a AS b;
--> error: unknown join type: INNER LEFT
SELECT 1 FROM a OUTER JOIN a AS b;
--> error: unknown join type: OUTER
SELECT 1 FROM a CROSS LEFT JOIN a AS b;
--> error: unknown join type: CROSS LEFT
SELECT 1 FROM a LEFT RIGHT JOIN a AS b;
SELECT 1 FROM a LEFT INNER OUTER JOIN a AS b;
--> error: unknown join type: LEFT INNER OUTER
SELECT 1 FROM a FULL CROSS JOIN a AS b;
--> error: unknown join type: FULL CROSS
SELECT 1 FROM a SIDEWAYS JOIN a AS b;
SELECT 1 FROM a NATURAL SIDEWAYS LEFT JOIN a AS b;
--> error: unknown join type: NATURAL SIDEWAYS LEFT
SELECT 1 FROM a OUTER LEFT NATURAL CROSS JOIN a AS b;
--> error: near "CROSS": syntax error
SELECT 1 FROM a LEFT JOIN;
--> error: near ";": syntax error
SELECT 1 FROM JOIN a;
--> error: near "JOIN": syntax error
SELECT 1 FROM a,;
--> error: near ";": syntax error
SELECT 1 FROM a JOIN a AS b ON 1 ON 1;
--> error: near "ON": syntax error
SELECT 1 FROM a JOIN a AS b ON 1 USING (k);
--> error: near "USING": syntax error
SELECT 1 FROM a JOIN a AS b USING ();
--> error: near ")": syntax error
SELECT 1 FROM a JOIN a AS b USING (nosuch);
--> error: cannot join using column nosuch - column not present in both tables
SELECT count(*) FROM a LEFT NATURAL JOIN a AS b;
--> 0
SELECT count(*) FROM a NATURAL INNER JOIN a AS b;
--> 0

-- case subqueries, VALUES and schema names in FROM
-- holds select: subqueries with and without an alias
-- holds select: VALUES in FROM has column1 and so on
-- holds select: schema names
-- holds select: rows of values
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'x');
CREATE TEMP TABLE t(a, c);
INSERT INTO t VALUES (9, 'temp');
SELECT * FROM t;
--> 9, 'temp'
SELECT * FROM main.t WHERE main.t.a > 1 AND t.b = 'x';
--> 3, 'x'
SELECT main.t.b, temp.t.c FROM main.t, temp.t WHERE main.t.a = 2;
--> 'y', 'temp'
SELECT s.n, n FROM (SELECT a AS n FROM main.t) AS s, (SELECT 5 AS m) WHERE m > n ORDER BY n DESC;
--> 3, 3
--> 2, 2
--> 1, 1
SELECT "count(*)", m FROM (SELECT count(*), max(a) m FROM main.t);
--> 3, 3
SELECT * FROM (SELECT * FROM (SELECT a, b FROM main.t WHERE a < 3) WHERE b > 'x') s2 JOIN (SELECT 'y' AS b) USING (b);
--> 2, 'y'
SELECT column1, column2 FROM (VALUES (1, 'p'), (2, NULL), (3, x'00')) WHERE column2 IS NOT NULL ORDER BY column1 DESC;
--> 3, x'00'
--> 1, 'p'
SELECT v.column1 + w.column1 FROM (VALUES (1), (2)) AS v, (VALUES (10), (20)) AS w ORDER BY 1;
--> 11
--> 12
--> 21
--> 22
SELECT sum(column1), group_concat(DISTINCT column2) FROM (VALUES (1, 'a'), (2, 'b'), (3, 'a'));
--> 6, 'a,b'
SELECT column2 FROM (VALUES (1));
--> error: no such column: column2
VALUES (1, 'a'), (2 + 3, NULL), ((SELECT max(a) FROM main.t), upper('x'));
--> 1, 'a'
--> 5, NULL
--> 3, 'X'
VALUES (3), (1), (2) ORDER BY 1;
--> error: near "ORDER": syntax error
VALUES (3), (1) LIMIT 1;
--> error: near "LIMIT": syntax error
VALUES (1, 2), (3);
--> error: all VALUES must have the same number of terms
VALUES ();
--> error: near ")": syntax error
VALUES (1), (2) UNION ALL VALUES (3), (4) UNION SELECT 1;
--> 1
--> 2
--> 3
--> 4
SELECT * FROM (VALUES (1), (2) EXCEPT VALUES (2)), main.t WHERE t.a = column1;
--> 1, 1, 'x'
SELECT a FROM main.t WHERE (a, b) IN (VALUES (1, 'x'), (3, 'y'));
--> 1
INSERT INTO main.t(b, a) VALUES ('v', 7), ('w', 8);
SELECT a, b FROM main.t WHERE a > 6;
--> 7, 'v'
--> 8, 'w'
SELECT nosuch.t.a FROM main.t;
--> error: no such column: nosuch.t.a
SELECT * FROM nosuch.t;
--> error: no such table: nosuch.t
SELECT a FROM temp.main.t;
--> error: near ".": syntax error

-- case WHERE and truth, positions in GROUP BY and ORDER BY
-- holds select: WHERE takes NULL as false
-- holds select: GROUP BY a position that is none
-- holds select: a position that is none
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 'x'), (2, NULL), (NULL, '1x'), (0, '0.5'), (-1, 'y');
SELECT a FROM t WHERE a;
--> 1
--> 2
--> -1
SELECT a FROM t WHERE NOT a;
--> 0
SELECT b FROM t WHERE b;
--> '1x'
--> '0.5'
SELECT a FROM t WHERE a > 0 AND b IS NULL;
--> 2
SELECT a FROM t WHERE a > 0 OR NULL;
--> 1
--> 2
SELECT count(*) FROM t WHERE NULL;
--> 0
SELECT count(*) FROM t WHERE NOT NULL;
--> 0
SELECT count(*) FROM t WHERE (a = 1) IS NOT (b = 'x');
--> 2
SELECT count(*) FROM t WHERE x'31';
--> 5
SELECT count(*) FROM t WHERE 1e-300 AND '0.1';
--> 5
SELECT b, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1;
--> NULL, 1
--> '0.5', 1
--> '1x', 1
--> 'x', 1
--> 'y', 1
SELECT a > 0, count(*) FROM t GROUP BY 1 ORDER BY 1 DESC;
--> 1, 2
--> 0, 2
--> NULL, 1
SELECT b FROM t GROUP BY 2;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT b FROM t GROUP BY 0;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT b, a FROM t GROUP BY a, 3;
--> error: 2nd GROUP BY term out of range - should be between 1 and 2
SELECT a FROM t ORDER BY 2;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a, b FROM t ORDER BY 1, 0;
--> error: 2nd ORDER BY term out of range - should be between 1 and 2
SELECT a, b FROM t ORDER BY b, a, 12;
--> error: 3rd ORDER BY term out of range - should be between 1 and 2
SELECT a FROM t ORDER BY 1 + 1, -a;
--> NULL
--> 2
--> 1
--> 0
--> -1
SELECT a FROM t UNION SELECT b FROM t ORDER BY 2;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT * FROM t ORDER BY 2 DESC, 1;
--> -1, 'y'
--> 1, 'x'
--> NULL, '1x'
--> 0, '0.5'
--> 2, NULL

-- case compounds that are refused
-- holds compound-select: different numbers of columns
-- holds compound-select: LIMIT before the operator
CREATE TABLE t(a, b);
SELECT 1 UNION SELECT 1, 2;
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
SELECT 1, 2 UNION ALL SELECT 1;
--> error: SELECTs to the left and right of UNION ALL do not have the same number of result columns
SELECT a FROM t INTERSECT SELECT a, b FROM t;
--> error: SELECTs to the left and right of INTERSECT do not have the same number of result columns
SELECT * FROM t EXCEPT SELECT 1;
--> error: SELECTs to the left and right of EXCEPT do not have the same number of result columns
VALUES (1) UNION VALUES (1, 2);
--> error: all VALUES must have the same number of terms
SELECT * FROM t UNION ALL SELECT * FROM t, t AS u;
--> error: SELECTs to the left and right of UNION ALL do not have the same number of result columns
SELECT 1 LIMIT 1 UNION SELECT 2;
--> error: LIMIT clause should come after UNION not before
SELECT a FROM t LIMIT 1 OFFSET 1 INTERSECT SELECT b FROM t;
--> error: LIMIT clause should come after INTERSECT not before
SELECT 1 ORDER BY 1 UNION ALL SELECT 2;
--> error: ORDER BY clause should come after UNION ALL not before
SELECT 1 ORDER BY 1 LIMIT 1 EXCEPT SELECT 2;
--> error: ORDER BY clause should come after EXCEPT not before
SELECT 1 UNION SELECT 2 LIMIT 1 UNION SELECT 3;
--> error: LIMIT clause should come after UNION not before
SELECT 1 WHERE 1 IN (SELECT 1 UNION SELECT 1, 2);
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
CREATE VIEW v AS SELECT 1 UNION SELECT 1, 2;
SELECT * FROM v;
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
INSERT INTO t SELECT 1 UNION SELECT 1, 2;
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
SELECT * FROM (SELECT 1 LIMIT 1) UNION SELECT * FROM (SELECT 2 ORDER BY 1 LIMIT 1);
--> 1
--> 2

-- case WITH that is refused
-- holds with: two of one name
-- holds with: another number of names
-- holds with: an aggregate in a recursive term
WITH v AS (SELECT 1), V AS (SELECT 2) SELECT * FROM v;
--> error: duplicate WITH table name: V
WITH a AS (SELECT 1), b AS (SELECT 2), a(x) AS (SELECT 3) SELECT * FROM b;
--> error: duplicate WITH table name: a
WITH v(a, b) AS (SELECT 1) SELECT * FROM v;
--> error: table v has 1 values for 2 columns
WITH v(a) AS (SELECT 1, 2) SELECT a FROM v;
--> error: table v has 2 values for 1 columns
WITH v(a) AS (VALUES (1, 2), (3, 4)) SELECT 1 FROM v;
--> error: table v has 2 values for 1 columns
WITH v(a, b) AS (SELECT 1) SELECT 5;
--> 5
WITH RECURSIVE n(i, j) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n;
--> error: table n has 1 values for 2 columns
WITH n(i) AS (SELECT 1 UNION ALL SELECT max(i) + 1 FROM n WHERE i < 5) SELECT * FROM n;
--> error: recursive aggregate queries not supported
WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n GROUP BY i HAVING count(*)) SELECT * FROM n;
--> error: recursive aggregate queries not supported
WITH n(i) AS (SELECT 1 UNION ALL SELECT row_number() OVER () FROM n WHERE i < 3) SELECT * FROM n;
--> error: cannot use window functions in recursive queries
WITH n(i) AS (SELECT 1 UNION ALL SELECT DISTINCT i + 1 FROM n WHERE i < 3) SELECT * FROM n;
--> 1
--> 2
--> 3
WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2) SELECT max(i) FROM n;
--> 2
WITH n(i) AS (SELECT 1 EXCEPT SELECT i FROM n) SELECT * FROM n;
--> error: circular reference: n
WITH n(i) AS (SELECT i FROM n) SELECT * FROM n;
--> error: circular reference: n
WITH n(i) AS (SELECT 1 UNION ALL SELECT (SELECT max(i) FROM n)) SELECT * FROM n;
--> error: circular reference: n
WITH n(i) AS (SELECT 1 UNION ALL SELECT a.i FROM n AS a JOIN n AS b) SELECT * FROM n;
--> error: multiple references to recursive table: n
WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT 1;
--> 1
WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM b;
--> error: circular reference: b
WITH v SELECT 1;
--> error: near "SELECT": syntax error
WITH v AS SELECT 1;
--> error: near "SELECT": syntax error
WITH v() AS (SELECT 1) SELECT * FROM v;
--> error: near ")": syntax error
WITH main.v AS (SELECT 1) SELECT * FROM v;
--> error: near ".": syntax error

-- case functions and operators of every family over the rows of a table
-- holds overview: VALUES
-- holds overview: literals: hexadecimal, digit separators, blobs
-- holds overview: arithmetic, overflow to real
-- holds overview: parameters `?`, `?N`, `:a`, `@a`, `$a`
-- holds overview: core functions
-- holds overview: mathematical functions
-- holds overview: date and time functions
-- holds overview: JSON: values and parts, operators
CREATE TABLE t(k INTEGER PRIMARY KEY, n, s TEXT, d TEXT, j);
INSERT INTO t VALUES (0x1, 1_000, 'Äpfel', '2024-02-28', '{"a":[1,2.5,{"b":null}],"c":"x"}'), (0xA, -7.5, 'ab,cd', '1999-12-31 23:59:59', '[]'), (3, 9223372036854775807, NULL, 'now?', NULL), (4, x'4142', '%_', '2000-01-01', '{"a":{"b":7}}');
SELECT k, n + 1, n * 2, n / 2, n % 4, -n, n & 6, n << 1, ~n, n || s FROM t WHERE typeof(n) <> 'blob';
--> 1, 1001, 2000, 500, 0, -1000, 0, 2000, -1001, '1000Äpfel'
--> 3, 9.2233720368547758e+18, 1.8446744073709552e+19, 4611686018427387903, 3, -9223372036854775807, 6, -2, -9223372036854775808, NULL
--> 10, -6.5, -15.0, -3.75, -3.0, 7.5, 0, -14, 6, '-7.5ab,cd'
SELECT k, substr(s, 2), printf('%05.1f|%s|%5d', n, s, k), coalesce(s, d, 'none'), hex(s), replace(s, ',', ';'), unicode(s), length(s), instr(s, 'c'), upper(s), quote(n), concat_ws('-', k, s, NULL, d) FROM t ORDER BY length(s), k;
--> 3, NULL, '9223372036854776000.0||    3', 'now?', '', NULL, NULL, NULL, NULL, NULL, '9223372036854775807', '3-now?'
--> 4, '_', '000.0|%_|    4', '%_', '255F', '%_', 37, 2, 0, '%_', 'X''4142''', '4-%_-2000-01-01'
--> 1, 'pfel', '1000.0|Äpfel|    1', 'Äpfel', 'C3847066656C', 'Äpfel', 196, 5, 0, 'ÄPFEL', '1000', '1-Äpfel-2024-02-28'
--> 10, 'b,cd', '-07.5|ab,cd|   10', 'ab,cd', '61622C6364', 'ab;cd', 97, 5, 4, 'AB,CD', '-7.5', '10-ab,cd-1999-12-31 23:59:59'
SELECT k, round(sqrt(abs(n)), 3), ceil(n), floor(n), mod(n, 3), sign(n), trunc(n), round(log(abs(n)), 4), round(pow(n, 2), 2) FROM t WHERE typeof(n) IN ('real', 'integer') AND n < 1e6;
--> 1, 31.623000000000001, 1000, 1000, 1.0, 1, 1000, 3.0, 1000000.0
--> 10, 2.7389999999999999, -7.0, -8.0, -1.5, -1, -7.0, 0.87509999999999999, 56.25
SELECT k, date(d, '+2 days'), unixepoch(d), strftime('%Y/%j %H:%M:%S', d), julianday(d), timediff(d, '2000-01-01'), time(d, '+90 minutes') FROM t ORDER BY julianday(d);
--> 3, NULL, NULL, NULL, NULL, NULL, NULL
--> 10, '2000-01-02', 946684799, '1999/365 23:59:59', 2451544.499988426, '-0000-00-00 00:00:01.000', '01:29:59'
--> 4, '2000-01-03', 946684800, '2000/001 00:00:00', 2451544.5, '+0000-00-00 00:00:00.000', '01:30:00'
--> 1, '2024-03-01', 1709078400, '2024/059 00:00:00', 2460368.5, '+0024-01-27 00:00:00.000', '01:30:00'
SELECT k, j ->> '$.a[1]', j -> 'a', json_extract(j, '$.a[#-1].b', '$.c'), json_type(j, '$.a'), json_array_length(j), json_valid(j), j ->> '$.a.b' FROM t;
--> 1, 2.5, '[1,2.5,{"b":null}]', '[null,"x"]', 'array', 0, 1, NULL
--> 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL
--> 4, NULL, '{"b":7}', '[null,null]', 'object', 0, 1, 7
--> 10, NULL, NULL, '[null,null]', NULL, 0, 1, NULL
SELECT k FROM t WHERE s LIKE 'äP%' OR s GLOB '[a-c]b*' OR s LIKE '%\%%' ESCAPE '\' ORDER BY date(d) DESC;
--> 4
--> 10
SELECT k, ?1, :a, @b, $c, ?9 IS NULL, ? FROM t WHERE s IS NOT ?2 AND k > coalesce(:a, 1) ORDER BY k LIMIT coalesce(?, 2);
--> 4, NULL, NULL, NULL, NULL, 1, NULL
--> 10, NULL, NULL, NULL, NULL, 1, NULL
VALUES (0x7fffffffffffffff, 1_0.5_0, x'00fF', .5e1, 'it''s'), ((SELECT count(*) FROM t), -0x10, X'', 5., '');
--> 9223372036854775807, 10.5, x'00ff', 5.0, 'it''s'
--> 4, -16, x'', 5.0, ''
SELECT sum(k), total(n), group_concat(s, '|'), max(d), min(n), count(j ->> '$.a') FROM t;
--> 18, 9.2233720368547758e+18, 'Äpfel|%_|ab,cd', 'now?', -7.5, 2
