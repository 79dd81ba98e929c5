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
