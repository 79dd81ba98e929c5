-- case types that are empty names
CREATE TABLE n(a "", b [] NOT NULL, c `x y`, d "INT", e 'text');
PRAGMA table_info(n);
--> 0, 'a', '', 0, NULL, 0
--> 1, 'b', '', 1, NULL, 0
--> 2, 'c', 'x y', 0, NULL, 0
--> 3, 'd', 'INT', 0, NULL, 0
--> 4, 'e', 'TEXT', 0, NULL, 0
INSERT INTO n VALUES('1.0','2','3','4',5);
SELECT a,b,c,d,e,typeof(e) FROM n;
--> 1, 2, 3, 4, '5', 'text'
SELECT CAST('1.0' AS ""), typeof(CAST('1' AS [])), CAST('1' AS "text");
--> 1, 'integer', '1'
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE n(a "", b [] NOT NULL, c `x y`, d "INT", e ''text'')'
CREATE TABLE m AS SELECT a FROM n;
PRAGMA table_info(m);
--> 0, 'a', 'NUM', 0, NULL, 0

-- case ORDER BY of one row is not computed
SELECT 1 ORDER BY (1,2);
--> 1
SELECT count(*) FROM sqlite_schema ORDER BY (1,2);
--> 0
SELECT 1 ORDER BY nope;
--> error: no such column: nope
SELECT count(*) FROM sqlite_schema ORDER BY nope;
--> error: no such column: nope
SELECT count(*) FROM sqlite_schema ORDER BY (SELECT 1,2);
--> 0
SELECT count(*) FROM sqlite_schema ORDER BY nosuch(1);
--> error: no such function: nosuch
SELECT count(*) FROM sqlite_schema ORDER BY abs(1,2);
--> error: wrong number of arguments to function abs()
SELECT count(*) FROM sqlite_schema ORDER BY 1 IN (SELECT 1,2);
--> 0
SELECT count(*) FROM sqlite_schema ORDER BY row_number() OVER ();
--> 0
SELECT count(*) FROM sqlite_schema ORDER BY (1,2) = (SELECT 1);
--> error: row value misused
SELECT count(*) FROM sqlite_schema ORDER BY (1,2) = 3;
--> error: row value misused
SELECT count(*) FROM sqlite_schema ORDER BY (SELECT a FROM nope);
--> error: no such table: nope
SELECT count(*) FROM sqlite_schema ORDER BY 5;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT max(name) FROM sqlite_schema ORDER BY (1,2);
--> NULL
SELECT 1 FROM sqlite_schema ORDER BY (1,2);
--> error: row value misused
SELECT 1 FROM sqlite_schema GROUP BY (1,2);
--> error: row value misused
SELECT 1 ORDER BY (SELECT 1,2);
--> 1
SELECT 1 WHERE (1,2);
--> error: row value misused
SELECT (SELECT 1 ORDER BY (1,2));
--> 1
SELECT count(*) FROM sqlite_schema HAVING (1,2);
--> error: row value misused
SELECT sum(1) OVER () FROM sqlite_schema ORDER BY (1,2);
--> error: row value misused
SELECT sum(1) OVER () ORDER BY (1,2);
--> error: row value misused
SELECT DISTINCT 1 ORDER BY (1,2);
--> 1
SELECT count(*) ORDER BY (1,2) LIMIT 5;
--> 1
VALUES (1) ORDER BY (1,2);
--> error: near "ORDER": syntax error
SELECT 1 UNION SELECT 2 ORDER BY (1,2);
--> error: 1st ORDER BY term does not match any column in the result set

-- case row values where they have a meaning and where not
CREATE TABLE t(a,b);
INSERT INTO t VALUES(1,2),(3,4);
SELECT CASE (1, 2) WHEN (1, 3) THEN 'a' WHEN (1, 2) THEN 'b' END;
--> 'b'
SELECT CASE (a, b) WHEN (1, 2) THEN 'x' ELSE 'y' END FROM t;
--> 'x'
--> 'y'
SELECT CASE (SELECT 1, 2) WHEN (1, 2) THEN 'x' ELSE 'y' END;
--> 'x'
SELECT CASE (a, b) WHEN (SELECT 1, 2) THEN 'x' ELSE 'y' END FROM t;
--> 'x'
--> 'y'
SELECT CASE (a, b) WHEN 5 THEN 'x' ELSE 'y' END FROM t;
--> error: row value misused
SELECT CASE 5 WHEN (a, b) THEN 'x' ELSE 'y' END FROM t;
--> error: row value misused
SELECT CASE (a, b) WHEN (1, 2, 3) THEN 'x' ELSE 'y' END FROM t;
--> error: row value misused
SELECT CASE WHEN (a, b) THEN 1 END FROM t;
--> error: row value misused
SELECT CASE 1 WHEN 1 THEN (a, b) END FROM t;
--> error: row value misused
SELECT (1, 2) IN (SELECT 1);
--> error: sub-select returns 1 columns - expected 2
SELECT (1, 2) IS (SELECT 1, 2, 3);
--> error: row value misused
SELECT (1, 2) = (SELECT 1, 2, 3);
--> error: row value misused
SELECT (SELECT 1, 2) > 0;
--> error: row value misused
SELECT 0 > (SELECT 1, 2);
--> error: row value misused
SELECT (SELECT 1, 2) = (SELECT 1, 2, 3);
--> error: row value misused
SELECT (SELECT 1, 2) + 1;
--> error: sub-select returns 2 columns - expected 1
SELECT 1 IN ((SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT 1 IN (1, (SELECT 1, 2));
--> error: sub-select returns 2 columns - expected 1
SELECT (SELECT 1, 2) BETWEEN 1 AND 2;
--> error: row value misused
SELECT 1 BETWEEN (SELECT 1, 2) AND 2;
--> error: row value misused
SELECT (1,2) BETWEEN 1 AND 2;
--> error: row value misused
SELECT (1,2) LIKE 1;
--> error: row value misused
SELECT abs((1,2));
--> error: row value misused
SELECT abs((SELECT 1,2));
--> error: sub-select returns 2 columns - expected 1
SELECT -(1,2);
--> error: row value misused
SELECT (1,2) IS NULL;
--> error: row value misused
SELECT (SELECT 1,2) IS NULL;
--> error: sub-select returns 2 columns - expected 1
SELECT (1,2) || 1;
--> error: row value misused
SELECT (1,2) AND 1;
--> error: row value misused
SELECT NOT (1,2);
--> error: row value misused
SELECT CAST((1,2) AS INT);
--> error: row value misused
SELECT (1,2) COLLATE NOCASE;
--> error: row value misused
SELECT 1 = (1,2);
--> error: row value misused
SELECT (1,2) = (1,2,3);
--> error: row value misused
SELECT (1,(2,3)) = (1,(2,3));
--> error: row value misused
SELECT (1,2) IN ((1,2),(3,4)), (1,2) IN ((1,3));
--> 1, 0
SELECT (1,2) IN (1,2);
--> error: IN(...) element has 1 term - expected 2
SELECT (1,2) IN ((1,2,3));
--> error: IN(...) element has 3 terms - expected 2
SELECT 1 IN ((1,2));
--> error: row value misused
SELECT (1,2);
--> error: row value misused
SELECT * FROM t WHERE (a,b);
--> error: row value misused
SELECT * FROM t ORDER BY (a,b);
--> error: row value misused
SELECT * FROM t LIMIT (1,2);
--> error: row value misused
SELECT * FROM t GROUP BY (a,b);
--> error: row value misused
SELECT count(*) FROM t HAVING (1,2);
--> error: row value misused
INSERT INTO t(a) VALUES ((1,2));
--> error: row value misused
INSERT INTO t(a, b) VALUES ((SELECT 1, 2), 3);
--> error: sub-select returns 2 columns - expected 1
INSERT INTO t(a) VALUES ((SELECT 1, 2), 3);
--> error: 2 values for 1 columns
UPDATE t SET a = (1,2);
--> error: row value misused
UPDATE t SET a = (SELECT 1,2);
--> error: sub-select returns 2 columns - expected 1
UPDATE t SET (a,b) = (1,2,3);
--> error: 2 columns assigned 3 values
UPDATE t SET (a,b) = 1;
--> error: 2 columns assigned 1 values
UPDATE t SET (a,b) = (SELECT 1);
--> error: 2 columns assigned 1 values
DELETE FROM t WHERE (1,2);
--> error: row value misused

-- case MATCH, REGEXP and ESCAPE without their functions
SELECT 'a' MATCH 'a';
--> error: unable to use function MATCH in the requested context
SELECT 'a' NOT MATCH 'a';
--> error: unable to use function MATCH in the requested context
SELECT match('a','b');
--> error: unable to use function MATCH in the requested context
SELECT match('a');
--> error: wrong number of arguments to function match()
SELECT 'a' REGEXP 'b';
--> error: no such function: REGEXP
SELECT regexp('a','b');
--> error: no such function: regexp
SELECT 'a' GLOB 'a' ESCAPE 'x';
--> error: wrong number of arguments to function GLOB()
SELECT 'a' REGEXP 'a' ESCAPE 'x';
--> error: no such function: REGEXP
SELECT 'a' MATCH 'a' ESCAPE 'x';
--> error: wrong number of arguments to function MATCH()
SELECT glob('a','b','c');
--> error: wrong number of arguments to function glob()
SELECT like('a');
--> error: wrong number of arguments to function like()
SELECT 'a' NOT REGEXP 'b';
--> error: no such function: REGEXP
CREATE TABLE t(a);
SELECT a FROM t WHERE a MATCH 'x';
INSERT INTO t VALUES(1);
SELECT a FROM t WHERE a MATCH 'x';
--> error: unable to use function MATCH in the requested context
SELECT NULL MATCH 'x';
--> error: unable to use function MATCH in the requested context
CREATE INDEX i ON t(a MATCH 'x');
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX j ON t(a) WHERE a MATCH 'x';
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE TABLE u(a CHECK (a MATCH 'x'));
INSERT INTO u VALUES(1);
--> error: unable to use function MATCH in the requested context
SELECT * FROM pragma_function_list WHERE name IN ('match','regexp');
--> 'match', 0, 's', 'utf8', 2, 0

-- case numbers in GROUP BY and ORDER BY, stars without FROM
SELECT t.*;
--> error: no such table: t
SELECT *;
--> error: no tables specified
SELECT 1 FROM sqlite_schema GROUP BY -1;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema GROUP BY +1;
SELECT 1 FROM sqlite_schema GROUP BY 0;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema ORDER BY -1;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema ORDER BY +1;
SELECT 1 FROM sqlite_schema ORDER BY -(1);
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema GROUP BY -(1);
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT 1 UNION SELECT 2 ORDER BY -1;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema GROUP BY 1.0;
SELECT 1 FROM sqlite_schema GROUP BY - -1;
SELECT 1 FROM sqlite_schema GROUP BY (1);
SELECT 1 FROM sqlite_schema GROUP BY (2);
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema ORDER BY 2 COLLATE NOCASE;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema GROUP BY 2 COLLATE NOCASE;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT 1 FROM sqlite_schema ORDER BY 99999999999;

-- case INDEXED BY that is refused; zeros; AND and OR; columns called TRUE
WITH q AS (SELECT 1 AS a) SELECT * FROM q INDEXED BY i;
--> error: no such index: "i"
WITH q AS (SELECT 1 AS a) SELECT * FROM q NOT INDEXED;
--> 1
CREATE TABLE t(a);
CREATE VIEW v AS SELECT * FROM t;
SELECT * FROM v INDEXED BY i;
--> error: no such index: i
UPDATE t INDEXED BY nosuch SET a = 1;
--> error: no such index: nosuch
DELETE FROM t INDEXED BY nosuch;
--> error: no such index: nosuch
UPDATE t INDEXED BY nosuch SET a = 1 WHERE a = 1;
--> error: no such index: nosuch
SELECT * FROM (SELECT 1) INDEXED BY i;
--> error: near "INDEXED": syntax error
CREATE INDEX k ON t(a);
UPDATE t INDEXED BY k SET a = 1;
DELETE FROM t INDEXED BY k;
UPDATE t INDEXED BY k SET a = 1 WHERE a=2;
SELECT * FROM t INDEXED BY k;
VACUUM INTO 'no/such/folder/x.db';
--> error: unable to open database: no/such/folder/x.db
ATTACH 'no/such/folder/x.db' AS z;
--> error: unable to open database: no/such/folder/x.db
SELECT abs(-0.0), abs(0.0), abs('-0.0'), -0.0, abs(-1.5);
--> -0.0, 0.0, -0.0, -0.0, 1.5
SELECT substr('hello', -9223372036854775808, 9223372036854775807), substr('hello', 9223372036854775807, 1), substr('hello',-3,-9223372036854775808), substr('hello', 9223372036854775807, -9223372036854775808), substr('hello',-9223372036854775807,9223372036854775807), substr('hello', 2, 9223372036854775807), substr('hello', 1, -9223372036854775808), substr(x'0102030405', -9223372036854775808, 9223372036854775807);
--> 'hell', '', 'he', 'hello', 'hello', 'ello', '', x'01020304'
SELECT printf('%.0g', 25), printf('%.0g|%.0g|%.0e|%.0e', 2.5, 45, 25, 2.5), printf('%.1g|%.2g', 2.5, 2.25), printf('%.0G|%.0f|%!.0g', 0.5, 2.5, 35), printf('%.0g|%#.0g', 15, 15);
--> '3e+01', '3|5e+01|3e+01|3e+00', '3|2.3', '0.5|3|4.0e+01', '2e+01|2.e+01'
SELECT 1 OR abs(-9223372036854775808), 0 AND abs(-9223372036854775808);
--> 1, 0
SELECT abs(-9223372036854775808) OR 1;
--> 1
SELECT a OR abs(-9223372036854775808) FROM (SELECT 1 AS a);
--> error: integer overflow
SELECT (SELECT 1) OR abs(-9223372036854775808);
--> error: integer overflow
SELECT a OR (SELECT abs(-9223372036854775808)) FROM (SELECT 1 AS a);
--> 1
SELECT a AND (SELECT abs(-9223372036854775808)) FROM (SELECT 0 AS a);
--> 0
SELECT (SELECT abs(-9223372036854775808)) OR 1;
--> 1
SELECT 1.5 OR abs(-9223372036854775808);
--> error: integer overflow
SELECT true OR abs(-9223372036854775808), abs(-9223372036854775808) AND false;
--> 1, 0
SELECT 0 AND abs(-9223372036854775808) OR 2, (1 OR abs(-9223372036854775808)) AND 5;
--> 1, 1
SELECT NULL AND abs(-9223372036854775808);
--> error: integer overflow
SELECT 1 WHERE 1 OR abs(-9223372036854775808);
--> 1
SELECT 1 WHERE 0 AND abs(-9223372036854775808);
SELECT 1 WHERE abs(-9223372036854775808) OR 1;
--> 1
SELECT typeof(5 OR 1), 5 OR 1, 5 AND 1, 1 AND 7, 0 OR 7, 'x' AND 1;
--> 'integer', 1, 1, 1, 1, 0
SELECT true, false FROM (SELECT 7 AS true);
--> 1, 0
SELECT "column1", b FROM (SELECT 5 AS false, 6 AS b);
--> 5, 6
SELECT false FROM (SELECT 5 AS false);
--> 0
WITH c(true) AS (SELECT 3) SELECT true FROM c;
--> 1
WITH c(true) AS (SELECT 3) SELECT * FROM c;
--> 3
SELECT "true" FROM (SELECT 5 AS true);
--> 'true'
SELECT * FROM (SELECT 1 AS a, 5 AS true);
--> 1, 5
SELECT column2 FROM (SELECT 1 AS a, 5 AS true);
--> 5
CREATE TABLE tt AS SELECT 1 AS true, 2 AS b, 3 AS "FALSE";
PRAGMA table_info(tt);
--> 0, 'column1', '', 0, NULL, 0
--> 1, 'b', '', 0, NULL, 0
--> 2, 'column3', '', 0, NULL, 0
CREATE VIEW vv AS SELECT 1 AS true, 2 AS b;
SELECT * FROM vv;
--> 1, 2
SELECT column1 FROM vv;
--> 1
CREATE VIEW vw(true, c) AS SELECT 1, 2;
SELECT column1, c FROM vw;
--> 1, 2
PRAGMA table_info(vw);
--> 0, 'column1', '', 0, NULL, 0
--> 1, 'c', '', 0, NULL, 0
CREATE TABLE tz(true, b);
INSERT INTO tz VALUES(5,6);
SELECT true, "true" FROM tz;
--> 5, 5
SELECT (SELECT 1 AS true);
--> 1

-- case what is refused when, of tables and columns
CREATE TABLE t(a,b,c);
INSERT INTO t(a, b, c) VALUES ((SELECT 1, 2), 3);
--> error: 2 values for 3 columns
CREATE TABLE g(a);
CREATE TABLE IF NOT EXISTS g AS SELECT abs('x', 1);
CREATE TABLE g AS SELECT nosuch FROM t;
--> error: table g already exists
CREATE TABLE h AS SELECT nosuch FROM t;
--> error: no such column: nosuch
CREATE TABLE q(a DEFAULT (count()));
INSERT INTO q DEFAULT VALUES;
--> error: unknown function: count()
CREATE TABLE r(a DEFAULT (nosuch(1)));
INSERT INTO r DEFAULT VALUES;
--> error: unknown function: nosuch()
INSERT INTO r VALUES(1);
CREATE TABLE r2(a, b DEFAULT (sum(1) OVER ()));
--> error: default value of column [b] is not constant
INSERT INTO r2(a) VALUES(1);
--> error: no such table: r2
CREATE TABLE r3(a, b DEFAULT (abs(1,2)));
INSERT INTO r3(a) VALUES(1);
--> error: unknown function: abs()
CREATE TABLE r4(a, b DEFAULT (max(1)));
INSERT INTO r4(a) VALUES(1);
--> error: unknown function: max()
CREATE TABLE r5(a, b DEFAULT (max(1,2)));
INSERT INTO r5(a) VALUES(1);
CREATE TABLE r6(a, b DEFAULT (row_number() OVER ()));
--> error: default value of column [b] is not constant
INSERT INTO r6(a) VALUES(1);
--> error: no such table: r6
CREATE VIEW w AS SELECT ?;
--> error: parameters are not allowed in views
CREATE TABLE x(a, b AS (a) AS (a));
--> error: error in generated column "b"
CREATE TABLE x(a, b AS (rowid));
--> error: no such column: rowid
CREATE TABLE x2(a, b AS (a) STORED AS (a));
--> error: error in generated column "b"
SELECT name FROM sqlite_schema;
--> 't'
--> 'g'
--> 'q'
--> 'r'
--> 'r3'
--> 'r4'
--> 'r5'
SELECT schema, name FROM dbstat WHERE schema = 'temp';
SELECT name FROM dbstat('temp');

-- case an unknown collation where nothing is compared
SELECT 'a' COLLATE nowhere, length('a' COLLATE nowhere), 'b' COLLATE nowhere IS NULL, 'a' COLLATE nowhere || 'b';
--> 'a', 1, 0, 'ab'
CREATE TABLE n(a);
INSERT INTO n VALUES ('x');
SELECT a FROM n WHERE a COLLATE nowhere LIKE 'X%';
--> 'x'
SELECT a COLLATE nowhere AS z FROM n ORDER BY rowid;
--> 'x'
SELECT 'a' COLLATE nowhere = 'b';
--> error: no such collation sequence: nowhere
SELECT 1 ORDER BY 'a' COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT max('a' COLLATE nowhere, 'b');
--> error: no such collation sequence: nowhere
SELECT max(a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT DISTINCT a COLLATE nowhere FROM n;
--> error: no such collation sequence: nowhere
SELECT a FROM n GROUP BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT 'a' COLLATE nowhere IN ('a');
--> error: no such collation sequence: nowhere
SELECT a COLLATE nowhere IN ('a', 'b') FROM n;
--> error: no such collation sequence: nowhere
SELECT 'a' BETWEEN 'b' COLLATE nowhere AND 'c';
--> error: no such collation sequence: nowhere
SELECT CASE 'a' COLLATE nowhere WHEN 'b' THEN 1 END;
--> error: no such collation sequence: nowhere
CREATE INDEX i ON n(a COLLATE nowhere);
--> error: no such collation sequence: nowhere
SELECT a FROM n ORDER BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT count(DISTINCT a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT nullif('a' COLLATE nowhere, 'b');
--> error: no such collation sequence: nowhere
SELECT row_number() OVER (ORDER BY a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT row_number() OVER (PARTITION BY a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT a FROM n UNION SELECT a COLLATE nowhere FROM n;
--> 'x'
SELECT 1 UNION SELECT 2 ORDER BY 1 COLLATE nowhere;
--> error: no such collation sequence: nowhere
INSERT INTO n VALUES ('x' COLLATE nowhere);
SELECT count(*) FROM n ORDER BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT * FROM n WHERE a = 'x' COLLATE nowhere;
--> error: no such collation sequence: nowhere

-- case zeros, numbers of pragmas, paths of more than 32 bits
SELECT -0.0, 0.0, 0, -0.0 * 5, 0.0 * -5;
--> -0.0, 0.0, 0, -0.0, -0.0
SELECT 0.0, -0.0;
--> 0.0, -0.0
SELECT round(-0.04, 1), round(-1e-5, 3), round(-0.4), round(0.04, 1), abs(-0.0);
--> -0.0, -0.0, 0.0, 0.0, -0.0
SELECT printf('%#.1f|%#.2f|%#.0f', -1e-5, -0.001, -0.4), printf('%#.2f|%#.0f|%#+.1f|%# .1f', -0.001, -0.4, -0.01, -0.01), printf('%#.1f|%#.3e|%#.2g', -0.06, -1e-9, -0.0);
--> '0.0|0.00|0.', '0.00|0.|-0.0|-0.0', '-0.1|-1.000e-09|0.0'
SELECT json_extract('[1,2]', '$[4294967295]'), json_extract('[1,2]', '$[#-4294967297]'), '[1,2]' ->> 4294967296, '[1,2]' ->> 4294967297, json_extract('[1,2]', '$[4294967296]'), json_extract('[1,2]', '$[18446744073709551617]');
--> NULL, 2, 1, 2, 1, 2
PRAGMA threads = 3;
--> 3
PRAGMA threads = 4294967296;
--> 0
PRAGMA threads = -1;
--> 0
PRAGMA threads = 2147483648;
--> 0
PRAGMA journal_mode = "m";
--> 'memory'
PRAGMA journal_mode = "o";
--> 'off'
PRAGMA journal_mode = "";
--> 'off'
PRAGMA temp.journal_mode = "t";
--> 'truncate'
PRAGMA temp.journal_mode;
--> 'truncate'
PRAGMA journal_mode = xyz;
--> 'off'
PRAGMA integrity_check = 1.5;
--> 'ok'
PRAGMA integrity_check('1');
--> error: no such table: 1
PRAGMA integrity_check = -1;
--> 'ok'
PRAGMA integrity_check = 0;
--> 'ok'
PRAGMA quick_check = 1.5;
--> 'ok'
PRAGMA integrity_check(99999999999);
--> error: no such table: 99999999999
PRAGMA synchronous = 100;
PRAGMA synchronous;
--> 4
PRAGMA synchronous = 7;
PRAGMA synchronous;
--> 0
PRAGMA synchronous = 3;
PRAGMA synchronous;
--> 3
PRAGMA synchronous = 4;
PRAGMA synchronous;
--> 4
PRAGMA synchronous = 300;
PRAGMA synchronous;
--> 4

-- case constraints, statistics and comparisons
CREATE TABLE m(a "") STRICT;
--> error: unknown datatype for m.a: ""
CREATE TABLE n(a [], b "" NOT NULL);
INSERT INTO n VALUES ('1.0', '2');
SELECT a, b FROM n;
--> 1, 2
CREATE TABLE t(k INTEGER PRIMARY KEY, v UNIQUE COLLATE NOCASE);
INSERT INTO t(k) VALUES(50) ON CONFLICT(k COLLATE NOCASE) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t(k) VALUES(50) ON CONFLICT((k)) DO NOTHING;
INSERT INTO t(k) VALUES(50) ON CONFLICT(rowid) DO NOTHING;
INSERT INTO t(k) VALUES(50) ON CONFLICT(+k) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t(v) VALUES('a') ON CONFLICT(v COLLATE NOCASE) DO NOTHING;
INSERT INTO t(v) VALUES('a') ON CONFLICT(v COLLATE BINARY) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
CREATE TABLE g(a, b CONSTRAINT "b is short" CHECK (length(b) < 4) CHECK (b <> a), c, CONSTRAINT ordered CHECK (c IS NULL OR c >= a), CHECK (c < 100));
INSERT INTO g VALUES (2, 2, 5);
--> error: CHECK constraint failed: b is short
INSERT INTO g VALUES (2, 2222, 5);
--> error: CHECK constraint failed: b is short
INSERT INTO g VALUES (2, 3, 1);
--> error: CHECK constraint failed: ordered
INSERT INTO g VALUES (2, 3, 100);
--> error: CHECK constraint failed: c < 100
CREATE TABLE h(a, b CONSTRAINT one CONSTRAINT two, CHECK (a > 0) CONSTRAINT q CHECK (a < 10) CHECK (a < 5));
INSERT INTO h VALUES (0, 1);
--> error: CHECK constraint failed: two
INSERT INTO h VALUES (11, 1);
--> error: CHECK constraint failed: q
INSERT INTO h VALUES (7, 1);
--> error: CHECK constraint failed: q
PRAGMA foreign_keys = ON;
CREATE TABLE p(k INTEGER PRIMARY KEY, a, b);
CREATE TABLE c1(x REFERENCES p(a));
CREATE TABLE c2(x REFERENCES p(rowid));
CREATE TABLE c3(x, y, FOREIGN KEY (x, y) REFERENCES p);
INSERT INTO p(k) VALUES (1);
DELETE FROM p;
--> error: foreign key mismatch - "c3" referencing "p"
UPDATE p SET a = 1;
--> error: foreign key mismatch - "c1" referencing "p"
UPDATE p SET k = 2;
--> error: foreign key mismatch - "c3" referencing "p"
UPDATE p SET b = 2;
CREATE TABLE s(a, b);
CREATE INDEX s1 ON s(a) WHERE b > 100;
CREATE INDEX s2 ON s(a, b) WHERE b > 100;
CREATE INDEX s3 ON s(b);
INSERT INTO s VALUES (1, 2);
ANALYZE;
SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl = 's' ORDER BY idx;
--> 's', 's1', '0 0'
--> 's', 's2', '0 0 0'
--> 's', 's3', '1 1'
DELETE FROM s;
ANALYZE;
SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl = 's' ORDER BY idx;
--> 's', 's1', '0 0'
--> 's', 's2', '0 0 0'
SELECT (SELECT 'a' COLLATE NOCASE) = 'A', (SELECT y FROM (SELECT 'a' COLLATE NOCASE AS y)) = 'A', 'A' = (SELECT 'a' COLLATE NOCASE);
--> 0, 0, 0
CREATE TABLE nc(a COLLATE NOCASE, b);
INSERT INTO nc VALUES ('x', 'X');
SELECT (SELECT a) = 'X', (SELECT a FROM nc) = 'X', 'X' = (SELECT a FROM nc), (SELECT max(a) FROM nc) = 'X' FROM nc;
--> 0, 0, 0, 0
SELECT b IN (a COLLATE NOCASE), b NOT IN ('x' COLLATE NOCASE), b IN ('x' COLLATE NOCASE), a IN ('X'), b IN ('x'), 'a' IN ('A' COLLATE NOCASE) FROM nc;
--> 0, 0, 1, 1, 0, 1
SELECT a IN (SELECT b FROM nc), b IN (SELECT a FROM nc), (a, 1) IN (SELECT b, 1 FROM nc) FROM nc;
--> 1, 0, 1
SELECT a FROM nc WHERE (SELECT a) = 'X' OR b IN ('x');
SELECT 1 IN (1.0), '1' IN (1), 1 IN ('1'), a IN (NULL), NULL IN (1), 1 NOT IN (NULL) FROM nc;
--> 1, 0, 0, NULL, NULL, NULL
CREATE TABLE aff(i INT, t TEXT);
INSERT INTO aff VALUES (1, '1');
SELECT i IN ('1'), t IN (1), i IN (CAST('1' AS TEXT)), t IN (CAST(1 AS INT)), i NOT IN ('1'), t NOT IN (1) FROM aff;
--> 1, 1, 1, 1, 0, 0
SELECT i FROM aff WHERE i IN ('1') AND t IN (1);
--> 1

-- case the rowid after -1
CREATE TABLE n(a INTEGER PRIMARY KEY);
INSERT INTO n VALUES (-1);
INSERT INTO n VALUES (NULL);
INSERT INTO n VALUES (NULL), (NULL);
SELECT * FROM n;
--> -1
--> 0
--> 1
--> 2
CREATE TABLE ai(a INTEGER PRIMARY KEY AUTOINCREMENT);
INSERT INTO ai VALUES (-1);
INSERT INTO ai VALUES (NULL);
SELECT * FROM ai;
--> -1
--> 1
SELECT * FROM sqlite_sequence;
--> 'ai', 1

-- case UPDATE goes the way of the plan where it changes rows at once
CREATE TABLE n(a INT, b TEXT UNIQUE);
CREATE INDEX i ON n(a);
INSERT INTO n VALUES (30, 'a'), (20, 'b'), (10, 'c');
UPDATE OR IGNORE n SET b = 'z' WHERE a > 1;
SELECT * FROM n;
--> 30, 'a'
--> 20, 'b'
--> 10, 'z'
UPDATE OR FAIL n SET b = 'y' WHERE a > 1;
--> error: UNIQUE constraint failed: n.b
SELECT * FROM n;
--> 30, 'a'
--> 20, 'b'
--> 10, 'y'
UPDATE OR IGNORE n SET b = 'x' WHERE a > 1 RETURNING a;
--> 30
UPDATE OR IGNORE n SET a = a + 1, b = 'w' WHERE a > 1;
SELECT * FROM n;
--> 31, 'w'
--> 20, 'b'
--> 10, 'y'
UPDATE OR IGNORE n SET b = (SELECT 'v') WHERE a > 1;
SELECT * FROM n;
--> 31, 'w'
--> 20, 'b'
--> 10, 'v'
UPDATE OR IGNORE n SET b = 'u' WHERE a > 1 AND a IN (SELECT a FROM n);
SELECT * FROM n;
--> 31, 'u'
--> 20, 'b'
--> 10, 'v'
UPDATE OR IGNORE n SET b = 't' WHERE a IN (30, 31, 20, 21, 10, 11);
SELECT * FROM n;
--> 31, 'u'
--> 20, 'b'
--> 10, 't'
CREATE TABLE m(a INT PRIMARY KEY, b INT);
CREATE INDEX mb ON m(b);
INSERT INTO m VALUES (1, 2), (2, 1);
UPDATE m SET a = a + 1 WHERE b > 0;
SELECT * FROM m;
--> 2, 2
--> 3, 1
UPDATE m SET a = a - 1 WHERE b > 0;
--> error: UNIQUE constraint failed: m.a
SELECT * FROM m;
--> 2, 2
--> 3, 1
CREATE TABLE c(a INT, b INT, d INT, e TEXT);
CREATE INDEX ca ON c(a, b);
INSERT INTO c VALUES (2, 1, 0, 'x'), (1, 2, 0, 'y'), (1, 1, 0, 'z'), (3, 0, 0, 'w');
UPDATE c SET d = (SELECT max(d) FROM c) + 1 WHERE a > 0;
SELECT * FROM c;
--> 2, 1, 1, 'x'
--> 1, 2, 1, 'y'
--> 1, 1, 1, 'z'
--> 3, 0, 1, 'w'
UPDATE c SET e = e || a WHERE a > 0 AND b > 0;
SELECT * FROM c;
--> 2, 1, 1, 'x2'
--> 1, 2, 1, 'y1'
--> 1, 1, 1, 'z1'
--> 3, 0, 1, 'w'
UPDATE c SET b = b + 10 WHERE a > 0;
SELECT * FROM c;
--> 2, 11, 1, 'x2'
--> 1, 12, 1, 'y1'
--> 1, 11, 1, 'z1'
--> 3, 10, 1, 'w'
UPDATE c SET d = d + 1 WHERE a = 1;
UPDATE c SET d = d + 1 WHERE a = 1 OR b = 11;
SELECT * FROM c;
--> 2, 11, 2, 'x2'
--> 1, 12, 3, 'y1'
--> 1, 11, 3, 'z1'
--> 3, 10, 1, 'w'
SELECT changes(), total_changes();
--> 3, 34
PRAGMA integrity_check;
--> 'ok'

-- case views and tables whose definitions are wrong
CREATE TABLE t(a);
CREATE VIEW bad AS SELECT * FROM nosuch;
INSERT INTO bad VALUES (1);
--> error: no such table: main.nosuch
UPDATE bad SET a = 1;
--> error: no such table: main.nosuch
DELETE FROM bad;
--> error: no such table: main.nosuch
CREATE VIEW c1 AS SELECT * FROM c2;
CREATE VIEW c2 AS SELECT * FROM c1;
INSERT INTO c1 VALUES (1);
--> error: view c1 is circularly defined
CREATE VIEW badcol AS SELECT nope FROM t;
INSERT INTO badcol VALUES (1);
--> error: no such column: nope
DELETE FROM badcol;
--> error: no such column: nope
CREATE VIEW good AS SELECT a FROM t;
INSERT INTO good VALUES (1);
--> error: cannot modify good because it is a view
CREATE TABLE g(a, d, b AS (d));
ALTER TABLE g DROP COLUMN a;
--> error: error in view bad: no such table: main.nosuch
ALTER TABLE g DROP COLUMN d;
--> error: error in view bad: no such table: main.nosuch
CREATE TABLE h(a AS (b), b AS (a));
--> error: must have at least one non-generated column
CREATE TABLE h(a AS (1) CHECK (nope));
--> error: must have at least one non-generated column
CREATE TABLE i(a AS (nope));
--> error: must have at least one non-generated column
SELECT a FROM t WHERE zz GROUP BY yy HAVING xx ORDER BY ww;
--> error: no such column: xx
SELECT count(*) FROM t AS p JOIN t AS q ON zz HAVING yy;
--> error: no such column: yy
SELECT a FROM t WHERE zz HAVING 1;
--> error: HAVING clause on a non-aggregate query
