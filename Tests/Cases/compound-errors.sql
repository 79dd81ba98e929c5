-- INTERSECT and EXCEPT of nothing do not look at the other side.

-- case errors of the other side
CREATE TABLE e(a);
CREATE TABLE f(a);
INSERT INTO f VALUES(1);
SELECT a FROM e INTERSECT SELECT abs(-9223372036854775808);
SELECT a FROM e EXCEPT SELECT abs(-9223372036854775808);
SELECT a FROM e UNION SELECT abs(-9223372036854775808);
--> error: integer overflow
SELECT a FROM f INTERSECT SELECT abs(-9223372036854775808);
--> error: integer overflow
SELECT a FROM f EXCEPT SELECT abs(-9223372036854775808);
--> error: integer overflow
SELECT a FROM e INTERSECT SELECT abs(-9223372036854775808) ORDER BY 1;
SELECT a FROM e EXCEPT SELECT abs(-9223372036854775808) ORDER BY 1;
SELECT a FROM e UNION ALL SELECT 1 FROM e INTERSECT SELECT abs(-9223372036854775808);
SELECT * FROM (SELECT a FROM e INTERSECT SELECT abs(-9223372036854775808));
SELECT 1 WHERE EXISTS (SELECT a FROM e INTERSECT SELECT abs(-9223372036854775808));
SELECT a FROM e INTERSECT SELECT 1 EXCEPT SELECT abs(-9223372036854775808);
SELECT a FROM e INTERSECT SELECT 1 INTERSECT SELECT abs(-9223372036854775808);
SELECT 1 WHERE 1 IN (SELECT a FROM e INTERSECT SELECT abs(-9223372036854775808));
SELECT abs(-9223372036854775808) INTERSECT SELECT a FROM e;
--> error: integer overflow
SELECT abs(-9223372036854775808) INTERSECT SELECT a FROM e ORDER BY 1;
--> error: integer overflow
SELECT abs(-9223372036854775808) EXCEPT SELECT a FROM e ORDER BY 1;
--> error: integer overflow

-- case of arms with other widths the last one counts
SELECT 1 UNION ALL SELECT 1, 2 EXCEPT SELECT 1, 2, 3;
--> error: SELECTs to the left and right of EXCEPT do not have the same number of result columns
SELECT 1 UNION VALUES (1, 2);
--> error: all VALUES must have the same number of terms
VALUES (1, 2) UNION SELECT 1;
--> error: SELECTs to the left and right of UNION do not have the same number of result columns
SELECT nosuch UNION SELECT 1, 2 UNION ALL SELECT 1;
--> error: SELECTs to the left and right of UNION ALL do not have the same number of result columns
SELECT 1 UNION SELECT nosuch, 2 UNION ALL SELECT 1;
--> error: no such column: nosuch
SELECT 1 UNION SELECT 1, 2 UNION ALL SELECT nosuch;
--> error: no such column: nosuch
SELECT 1 FROM nosuch UNION SELECT 1, 2 UNION ALL SELECT 1;
--> error: no such table: nosuch

-- case rows of VALUES of different lengths, and another error
CREATE TABLE t(a, b);
VALUES (1, 2), (3);
--> error: all VALUES must have the same number of terms
VALUES (1, 2), (x);
--> error: no such column: x
VALUES (x, 2), (3);
--> error: no such column: x
VALUES (1), (2, 3) ORDER BY 1;
--> error: near "ORDER": syntax error
VALUES (1, 2), (3) FROM t;
--> error: near "FROM": syntax error
VALUES (1, nosuch()), (3);
--> error: no such function: nosuch
VALUES ((SELECT x), 2), (3);
--> error: no such column: x
INSERT INTO t VALUES (1, x), (3);
--> error: no such column: x
INSERT INTO t VALUES (1, 2), (3) foo;
--> error: near "foo": syntax error
INSERT INTO t VALUES (1, 2), (3) ON CONFLICT DO;
--> error: all VALUES must have the same number of terms
INSERT INTO t VALUES (1, 2), (3);
--> error: all VALUES must have the same number of terms
SELECT * FROM nosuch, (VALUES (1, 2), (3));
--> error: all VALUES must have the same number of terms
SELECT * FROM nosuch, (VALUES (1, 2), (x));
--> error: no such table: nosuch
SELECT * FROM nosuch, (VALUES (CAST(1 AS INT), 2), (1));
--> error: no such table: nosuch
WITH c AS (SELECT 1) SELECT * FROM nosuch, (VALUES (1, 2), (3));
--> error: no such table: nosuch
WITH c AS (VALUES (1, 2), (3)) SELECT * FROM nosuch;
--> error: no such table: nosuch
WITH c(x) AS (VALUES (1, 2), (3)) SELECT * FROM c;
--> error: table c has 2 values for 1 columns
WITH c(x) AS (VALUES (1, 2), (3)) SELECT 1;
--> 1
SELECT 1, 2 INTERSECT VALUES (5), (6);
--> error: SELECTs to the left and right of INTERSECT do not have the same number of result columns
SELECT 1, 2 INTERSECT VALUES (5);
--> error: all VALUES must have the same number of terms
SELECT 1, 2 UNION VALUES (5, 6), (x);
--> error: no such column: x
VALUES (1, 2), (x) UNION SELECT 1;
--> error: no such column: x
CREATE VIEW v AS VALUES (1, 2), (3);
--> error: all VALUES must have the same number of terms
CREATE VIEW v AS VALUES (1, 2), (x);
SELECT * FROM v;
--> error: no such column: x
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO t VALUES (1, 2), (3); END;
--> error: all VALUES must have the same number of terms
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO t VALUES (1, 2), (NEW.a); END;
INSERT INTO t VALUES (1, 2);
--> error: all VALUES must have the same number of terms
