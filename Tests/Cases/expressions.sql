-- Operators, their precedence, and the forms of expressions.

-- case `~`, `+`, `-` before an operand
SELECT -2147483648, - -9223372036854775807, -(-5), -1.5, ~NULL, ~1.9, ~'7', -x'32', typeof(+'x'), -'x', -'';
--> -2147483648, 9223372036854775807, 5, -1.5, NULL, -2, -8, -2, 'text', 0, 0
SELECT ~~5, -~5, ~-5, +-+5, - - -1, NOT ~-1, -0.0, 0 - 0.0, -'-';
--> 5, 6, 4, -5, -1, 1, -0.0, 0.0, 0
SELECT -(9223372036854775807) - 1, typeof(-(-9223372036854775807 - 1)), -(-9223372036854775807 - 1);
--> -9223372036854775808, 'real', 9.2233720368547758e+18

-- case COLLATE binds tighter than every binary operator
SELECT 'b' = 'A' || 'B' COLLATE NOCASE, NOT 'a' COLLATE NOCASE = 'A', -1 COLLATE BINARY + 2, 'a' IN ('A', 'x') COLLATE NOCASE;
--> 0, 0, 1, 0

-- case `||`, `->`, `->>`, from left to right
SELECT 1 || 2 + 3, 6 / 1 || 2, -1 || 2, '[[1,[2]]]' -> 0 -> 1 ->> 0, '["x"]' ->> 0 || '!';
--> 15, 0, '-12', 2, 'x!'
SELECT NULL || 'a', 'a' || NULL, '' || '' IS NULL, 1.0 || x'41', typeof(NULL || NULL);
--> NULL, NULL, 0, '1.0A', 'null'

-- case `*`, `/`, `%`
-- holds expressions: `*`, `/`, `%`
SELECT 100 / 10 / 5, 100 % 30 * 2, 7 / 2 * 2, 7.0 / 2 * 2, 1e308 * 10, -1e308 * 10, 3 * '4', '9' / '2', '9.0' / '2';
--> 2, 20, 6, 7.0, inf, -inf, 12, 4, 4.5
SELECT 9223372036854775807 * 2, 4611686018427387904 * 2, 3037000500 * 3037000500, -9223372036854775808 / -1, -9223372036854775808 % -1, typeof(-9223372036854775808 * -1);
--> 1.8446744073709552e+19, 9.2233720368547758e+18, 9.2233720370002493e+18, 9.2233720368547758e+18, 0, 'real'

-- case `%` takes whole numbers, the answer is real if an operand is
SELECT 5.9 % 2.9, 1e19 % 7, 7 % 1e19, '7.9' % 3, typeof('7' % '3'), 7 % 0.5, 10 % x'33', NULL % 0, 9.5 % -4;
--> 1.0, 0.0, 7.0, 1.0, 'integer', NULL, 1, NULL, 1.0

-- case division and remainder by zero are NULL
-- holds expressions: division and remainder by zero are NULL
SELECT 1.5 / 0, 0.0 / 0.0, 5 / '0', 5 % '0.1', -9223372036854775808 / 0, 1 / NULL, 1e999 / 1e999, 0 * 1e999, coalesce(1 / 0, 'none');
--> NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none'

-- case `+`, `-`; integers that overflow become reals
-- holds expressions: `+`, `-`; integers that overflow become reals
SELECT typeof(9223372036854775807 + 0), typeof(9223372036854775807 + 1), 9223372036854775807 - -1, -9223372036854775808 - 1, 9223372036854775806 + 1;
--> 'integer', 'real', 9.2233720368547758e+18, -9.2233720368547758e+18, 9223372036854775807
SELECT 5 - 3 - 1, 5 - (3 - 1), 2 + 3 * 4 - 1, 1e999 - 1e999, 1 - - 1, 1+-+2, 0.1 + 0.2, 1 + NULL, 'a' - 'b';
--> 1, 3, 13, NULL, 2, -1, 0.30000000000000004, NULL, 0

-- case `&`, `|`, `<<`, `>>` have one precedence
SELECT 1 | 2 << 1, 1 << 2 >> 1 & 3, 5 & 4 | 3, 15 & 7 << 1, ~5 & 15, -1 & 255, 2 | 1 = 3, 1 + 1 & 2 * 1;
--> 6, 2, 7, 14, 10, 255, 1, 2
SELECT 5.9 & 3, '6' | 1, NULL & 0, NULL | -1, x'35' & 4, 1e20 | 0, -1e20 | 0;
--> 1, 7, NULL, NULL, 4, 9223372036854775807, -9223372036854775808

-- case a negative shift goes the other way, one of 64 and more clears all but the sign
SELECT 1 << 62 << 1, -1 << 63, -1 >> 63, 5 >> 100, -5 >> 100, 5 << -100, -5 << -100, 1 << -9223372036854775808, -1 >> 9223372036854775807, -1 << -64, 1 >> -64;
--> -9223372036854775808, -9223372036854775808, -1, 0, -1, 0, -1, 0, -1, -1, 0
SELECT 1 << NULL, NULL >> 1, 1 << 1.9, '1' << '3', 7 >> 'x', 1 << 32, 4294967296 >> 31;
--> NULL, NULL, 2, 8, 7, 4294967296, 2

-- case `<`, `<=`, `>`, `>=` bind tighter than `=`
-- holds expressions: `<`, `<=`, `>`, `>=` bind tighter than `=`
SELECT 1 < 2 < 3, 3 > 2 = 1, 5 = 5 > 4, 1 < 2 = 2 > 1, 1 <= 1 >= 0, NULL < 1, NULL > NULL, 1 < 2 | 4, 'a' < 1;
--> 1, 1, 0, 1, 1, NULL, NULL, 1, 0

-- case `=`, `==`, `<>`, `!=`
SELECT 2 = 2 = 2, 2 == 2 != 0, 3 <> 2 <> 1, '1' = 1, x'61' = 'a', 1 = TRUE, (1 = 2) = 0, NULL <> NULL IS NULL;
--> 0, 1, 0, 0, 0, 1, 1, 1

-- case IS, IS NOT; NULL is NULL
SELECT 1 IS 1 IS 1, 2 IS 2 IS 2, 5 IS NOT 5 IS 0, NULL IS (1 = NULL), 1.0 IS 1, '1' IS 1, x'' IS NULL, 1 IS NOT NOT NULL;
--> 1, 0, 1, 1, 1, 0, 0, 1
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (1, '1'), (NULL, NULL), (2, NULL), (NULL, '3');
SELECT a, b, a IS b, a IS NOT b, a IS '1', b IS NULL FROM n;
--> 1, '1', 1, 0, 1, 0
--> NULL, NULL, 1, 0, 0, 1
--> 2, NULL, 0, 1, 0, 1
--> NULL, '3', 0, 1, 0, 0
CREATE INDEX i ON n(a);
SELECT b FROM n WHERE a IS NULL ORDER BY b;
--> NULL
--> '3'
SELECT b FROM n WHERE a IS NOT 1 ORDER BY b;
--> NULL
--> NULL
--> '3'
SELECT x.a FROM n AS x JOIN n AS y ON x.a IS y.a ORDER BY 1;
--> NULL
--> NULL
--> NULL
--> NULL
--> 1
--> 2

-- case IS DISTINCT FROM is IS NOT, IS NOT DISTINCT FROM is IS
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 1), (1, 2), (NULL, NULL), (NULL, 1);
SELECT a, b FROM n WHERE a IS DISTINCT FROM b ORDER BY 1, 2;
--> NULL, 1
--> 1, 2
SELECT a, b FROM n WHERE a IS NOT DISTINCT FROM b ORDER BY 1;
--> NULL, NULL
--> 1, 1
SELECT count(*) FROM n AS x JOIN n AS y ON x.a IS NOT DISTINCT FROM y.b;
--> 6
SELECT (1, NULL) IS DISTINCT FROM (1, NULL), (1, 2) IS NOT DISTINCT FROM (1, NULL), 'a' IS DISTINCT FROM 'A' COLLATE NOCASE, 1 IS DISTINCT FROM 1 + 0 = 1;
--> 0, 0, 0, 0

-- case IS TRUE, IS FALSE, with NOT, ask for truth
SELECT '1a' IS TRUE, x'' IS FALSE, 1 IS (TRUE), 5 IS (TRUE), 5 = TRUE, NULL IS NOT FALSE, NOT 0 IS TRUE, 2 IS TRUE IS TRUE, 2 IS NOT TRUE = 0;
--> 1, 1, 1, 1, 0, 1, 1, 1, 1
CREATE TABLE n(a);
INSERT INTO n VALUES (0), (1), (2), (NULL), ('t'), (0.0), ('3');
SELECT a FROM n WHERE a IS NOT TRUE;
--> 0
--> NULL
--> 't'
--> 0.0
SELECT count(*) FROM n WHERE a IS FALSE;
--> 3
SELECT count(*) FROM n WHERE (a > 1) IS NOT TRUE;
--> 4

-- case ISNULL, NOTNULL, NOT NULL
SELECT 1 + NULL ISNULL, NULL ISNULL ISNULL, NOT 1 ISNULL, 1 = 2 NOTNULL, 'a' || NULL NOT NULL, NULL IS NULL NOTNULL, -NULL ISNULL;
--> 1, 0, 1, 1, 0, 1, 1
CREATE TABLE n(a UNIQUE, b NOT NULL);
INSERT INTO n VALUES (NULL, 1), (2, 2);
SELECT b FROM n WHERE a ISNULL;
--> 1
SELECT b FROM n WHERE a NOTNULL AND b NOT NULL;
--> 2

-- case NOT binds looser than comparisons
SELECT NOT 1 IN (1), NOT 0 AND 0, NOT (0 AND 0), NOT NULL IS NULL, (NOT NULL) IS NULL, NOT 'x', NOT '1', NOT 0.1, NOT 1 BETWEEN 2 AND 3, 1 + (NOT 0) * 2;
--> 0, 0, 1, 0, 1, 1, 0, 0, 1, 3
SELECT 1 = NOT 0;
--> 1
SELECT 5 - NOT 3;
--> 5
SELECT NOT a LIKE 'x' FROM (SELECT 'x' AS a);
--> 0

-- case AND binds tighter than OR; three values
-- holds expressions: AND binds tighter than OR; three values
SELECT a, b, a AND b, a OR b FROM (SELECT 1 AS a UNION ALL SELECT 0 UNION ALL SELECT NULL), (SELECT 1 AS b UNION ALL SELECT 0 UNION ALL SELECT NULL);
--> 1, 1, 1, 1
--> 1, 0, 0, 1
--> 1, NULL, NULL, 1
--> 0, 1, 0, 1
--> 0, 0, 0, 0
--> 0, NULL, 0, NULL
--> NULL, 1, NULL, 1
--> NULL, 0, 0, NULL
--> NULL, NULL, NULL, NULL
SELECT NOT (NULL AND 0), NOT (NULL OR 1), 0 AND 1 OR 1, 0.4 AND 1;
--> 1, 0, 1, 1
SELECT 5 AND 6, 7 OR NULL, 'a' OR NULL, x'31' AND 1, NULL AND NULL OR 0;
--> 1, 1, NULL, 1, NULL

-- case a right side that cannot change the answer is not evaluated
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 'bad'), (0, '[1]');
SELECT a OR json(b) FROM n;
--> error: malformed JSON
SELECT a = 0 AND json_array_length(b) FROM n;
--> error: malformed JSON
SELECT b FROM n WHERE a = 0 AND json(b) IS NOT NULL;
--> '[1]'
SELECT b FROM n WHERE a = 1 OR json(b) = '[1]';
--> 'bad'
--> '[1]'
SELECT NULL AND json('bad');
--> error: malformed JSON

-- case parentheses
-- holds expressions: parentheses
SELECT 10 - (4 - (3 - 1)), (1 OR 0) AND 0, -(2 + 3), (SELECT (((1)))), ('a') || ('b' || 'c');
--> 8, 0, -5, 1, 'abc'

-- case a missing operand
SELECT * 2;
--> error: near "2": syntax error
SELECT 1 + * 2;
--> error: near "*": syntax error
SELECT (1 + 2;
--> error: near ";": syntax error
SELECT ();
--> error: near ")": syntax error
SELECT 1 = ;
--> error: near ";": syntax error
SELECT AND 1;
--> error: near "AND": syntax error

-- case x BETWEEN a AND b; NOT BETWEEN
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (2.5), (3), ('x'), (NULL), (x'00');
SELECT a FROM n WHERE a BETWEEN 1 AND 3;
--> 1
--> 2.5
--> 3
SELECT a FROM n WHERE a NOT BETWEEN 2 AND 3;
--> 1
--> 'x'
--> x'00'
SELECT a FROM n WHERE a BETWEEN 3 AND 'y';
--> 3
--> 'x'
CREATE INDEX i ON n(a);
SELECT a FROM n WHERE a BETWEEN 2 AND 'z' ORDER BY a DESC;
--> 'x'
--> 3
--> 2.5
SELECT 2 BETWEEN a AND 3 FROM n;
--> 1
--> 0
--> 0
--> 0
--> NULL
--> 0

-- case with NULL: unknown, unless one side decides
SELECT 1 BETWEEN 2 AND NULL, 3 BETWEEN 2 AND NULL, 1 NOT BETWEEN 2 AND NULL, NULL NOT BETWEEN NULL AND NULL, 1 BETWEEN NULL AND NULL IS NULL;
--> 0, NULL, 1, NULL, 1

-- case its bounds bind tighter than AND
SELECT 1 BETWEEN 0 AND 2 BETWEEN 1 AND 1, 5 BETWEEN 4 AND 6 = 1, 2 BETWEEN 1 AND 3 OR 0, NOT 2 BETWEEN 1 AND 3, 1 BETWEEN (0 OR 0) AND (1 OR 0), 2 BETWEEN 1 | 1 AND 1 << 1;
--> 1, 1, 1, 0, 1, 1

-- case x of BETWEEN is evaluated once
SELECT count(*) FROM (WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200) SELECT i FROM c) WHERE (random() & 1) * 2 BETWEEN 1 AND 1;
--> 0

-- case BETWEEN with row values
SELECT (1, 2) NOT BETWEEN (1, 3) AND (2, 0), (1, 5) BETWEEN (SELECT 1, 4) AND (1, 5);
--> 1, 1
CREATE TABLE n(a, b, PRIMARY KEY (a, b)) WITHOUT ROWID;
INSERT INTO n VALUES (1, 1), (1, 5), (2, 0), (2, 9), (3, 3);
SELECT a, b FROM n WHERE (a, b) BETWEEN (1, 2) AND (2, 8) ORDER BY a;
--> 1, 5
--> 2, 0

-- case BETWEEN without AND
SELECT 1 BETWEEN 2 OR 3;
--> error: near ";": syntax error
SELECT 1 BETWEEN AND 2;
--> error: near "AND": syntax error
SELECT 1 BETWEEN (1, 2) AND 3;
--> error: row value misused
SELECT (1, 2) BETWEEN 1 AND 2;
--> error: row value misused

-- case a list; NOT IN
CREATE TABLE n(a INTEGER PRIMARY KEY, b);
INSERT INTO n VALUES (1, 'a'), (2, 'b'), (3, NULL), (4, 'a');
SELECT a FROM n WHERE b IN ('a', 'c');
--> 1
--> 4
SELECT a FROM n WHERE a IN (4, 2, 2, NULL, 9) ORDER BY a DESC;
--> 4
--> 2
SELECT a FROM n WHERE b NOT IN ('a');
--> 2
SELECT a FROM n WHERE a IN (a + 0, 7) AND b IN (b);
--> 1
--> 2
--> 4
SELECT a FROM n WHERE a IN (1, 'x', '2', 3.0, 2.5);
--> 1
--> 2
--> 3
SELECT 3 IN (1 + 2, 5), 3 IN (1) + 3, 1 IN (1) IN (1), NOT 1 IN (2);
--> 1, 3, 1, 1

-- case an empty list is false, also for NULL
SELECT NULL IN () IS NULL, 'x' NOT IN () AND 1;
--> 0, 1
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (NULL);
SELECT count(*) FROM n WHERE a NOT IN ();
--> 2
SELECT count(*) FROM n WHERE a IN () OR a = 1;
--> 1

-- case NULL on the left or in the list
SELECT NULL IN (NULL), NULL IN (SELECT NULL WHERE 0), NULL NOT IN (SELECT 1 WHERE 0), 1 IN (SELECT NULL), 1 NOT IN (SELECT NULL UNION SELECT 1);
--> NULL, 0, 1, NULL, 0
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (NULL), (3);
SELECT a IN (1, NULL), a NOT IN (1, NULL), a IN (SELECT a FROM n) FROM n;
--> 1, 0, 1
--> NULL, NULL, NULL
--> NULL, NULL, 1
SELECT a FROM n WHERE a NOT IN (SELECT a FROM n WHERE a IS NOT 3);

-- case a subquery
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (2, 3), (3, 4);
SELECT a FROM n WHERE a IN (SELECT b FROM n WHERE b < 4 ORDER BY b LIMIT 1);
--> 2
SELECT a FROM n AS o WHERE 1 IN (SELECT b - o.a FROM n WHERE a = o.a) AND b IN (SELECT a FROM n UNION SELECT 4);
--> 1
--> 2
--> 3
SELECT a, a IN (SELECT b FROM n), a IN (WITH c(z) AS (VALUES (3), (1)) SELECT z FROM c) FROM n;
--> 1, 0, 1
--> 2, 1, 0
--> 3, 1, 1
SELECT 2 IN (SELECT DISTINCT a FROM n), '2' IN (SELECT a FROM n), 9 IN (SELECT max(b) + 5 FROM n);
--> 1, 0, 1

-- case VALUES
SELECT NULL IN (VALUES (1), (NULL)), 5 NOT IN (VALUES (1), (NULL)), (1, 2) NOT IN (VALUES (1, 3)), (1, NULL) IN (VALUES (1, 2)), (2, NULL) IN (VALUES (1, 2));
--> NULL, NULL, 1, NULL, 0

-- case a table or view of one column, with a schema name
CREATE TABLE n(a COLLATE NOCASE);
INSERT INTO n VALUES (1), ('x'), (NULL);
SELECT 1 IN n, 'X' IN n, 2 IN n, 2 NOT IN main.n, '1' IN n;
--> 1, 1, NULL, NULL, NULL
CREATE VIEW v AS SELECT 7;
SELECT 7 IN v, 8 IN v, 7 NOT IN main.v;
--> 1, 0, 0
CREATE TEMP TABLE n AS SELECT 99 AS z;
SELECT 99 IN n, 99 IN main.n, 1 IN temp.n;
--> 1, NULL, 0
WITH c AS (SELECT 5) SELECT 5 IN c, 6 IN c;
--> 1, 0

-- case a table of several columns
CREATE TABLE n(a, b);
SELECT (1, 2) IN n;
--> 0
SELECT 1 IN n;
--> error: sub-select returns 2 columns - expected 1
SELECT 8 IN sqlite_schema;
--> error: sub-select returns 5 columns - expected 1
SELECT 1 IN json_each('[1]');
--> error: sub-select returns 8 columns - expected 1

-- case a subquery of another number of columns
SELECT (1, 2, 3) IN (VALUES (1, 2));
--> error: sub-select returns 2 columns - expected 3
SELECT 1 IN (VALUES (1, 2));
--> error: sub-select returns 2 columns - expected 1

-- case a list of row values
SELECT (1, 2) IN ((1, 2)), (1, NULL) IN ((1, 2), (3, 4)), (5, NULL) IN ((1, 2)), (3, 4) IN ((1, 2), (3, 4)), (1, 2) IN ();
--> 1, NULL, 0, 1, 0
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (3, 4), (5, NULL);
SELECT a FROM n WHERE (a, b) IN ((3, 4), (1, 2), (a + 1, b));
--> 1
--> 3
SELECT a FROM n WHERE (a, b) NOT IN ((3, 4));
--> 1
--> 5

-- case an element of a list that is no row value
SELECT (1, 2) IN ((1, 2), 3);
--> error: IN(...) element has 1 term - expected 2
SELECT (1, 2) IN ((1, 2, 3));
--> error: IN(...) element has 3 terms - expected 2
SELECT 1 IN ((1, 2));
--> error: row value misused

-- case no such table
SELECT 1 IN nowhere.n;
--> error: no such table: nowhere.n
SELECT 1 IN nofunction(1);
--> error: no such table: nofunction
SELECT 1 IN 2;
--> error: near "2": syntax error

-- case CASE WHEN; without ELSE it is NULL
CREATE TABLE n(a);
INSERT INTO n VALUES (-1), (0), (1), (NULL), ('x');
SELECT a, CASE WHEN a < 0 THEN 'neg' WHEN a = 0 THEN 'zero' WHEN a IS NULL THEN 'null' ELSE 'pos' END FROM n;
--> -1, 'neg'
--> 0, 'zero'
--> 1, 'pos'
--> NULL, 'null'
--> 'x', 'pos'
SELECT a FROM n WHERE CASE WHEN a THEN 1 ELSE a IS NULL END;
--> -1
--> 1
--> NULL
SELECT a FROM n ORDER BY CASE WHEN a IS NULL THEN 2 WHEN typeof(a) = 'text' THEN 1 ELSE 0 END, a DESC;
--> 1
--> 0
--> -1
--> 'x'
--> NULL
SELECT sum(CASE WHEN a > 0 THEN 1 END), count(CASE WHEN a < 0 THEN 1 END) FROM n;
--> 2, 1

-- case CASE x WHEN, compared as `=`
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (1, '1'), (2, 'x'), (NULL, NULL);
SELECT CASE a WHEN '1' THEN 'one' WHEN 2.0 THEN 'two' WHEN NULL THEN 'null' ELSE 'none' END, CASE b WHEN a THEN 'same' WHEN 'x' THEN 'x' END FROM n;
--> 'one', 'same'
--> 'two', 'x'
--> 'none', NULL
SELECT CASE a + 1 WHEN 2 THEN CASE b WHEN 1 THEN 'nested' END ELSE -CASE WHEN b THEN 1 ELSE 2 END END FROM n;
--> 'nested'
--> -2
--> -2

-- case what is not chosen is not evaluated
SELECT CASE WHEN 0 THEN json('bad') WHEN 1 THEN 2 WHEN json('bad') THEN 3 END;
--> 2
CREATE TABLE n(a);
INSERT INTO n VALUES ('[1]'), ('bad'), (NULL);
SELECT CASE json_valid(a) WHEN 1 THEN json_array_length(a) END FROM n;
--> 1
--> NULL
--> NULL

-- case x of CASE is evaluated once
-- holds expressions: x of CASE is evaluated once
SELECT DISTINCT CASE random() % 2 WHEN 0 THEN 'ok' WHEN 1 THEN 'ok' WHEN -1 THEN 'ok' ELSE 'twice' END FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10));
--> 'ok'

-- case CASE with row values
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (3, 4);
SELECT CASE WHEN (a, b) = (1, 2) THEN 'x' ELSE 'y' END FROM n;
--> 'x'
--> 'y'
SELECT CASE (1, 2) WHEN 1 THEN 2 END;
--> error: row value misused

-- case CASE without WHEN
SELECT CASE WHEN 1 END;
--> error: near "END": syntax error
SELECT CASE ELSE 1 END;
--> error: near "ELSE": syntax error
SELECT CASE WHEN 1 THEN 2;
--> error: near ";": syntax error
SELECT CASE 1 WHEN 1 THEN 2 ELSE 3 ELSE 4 END;
--> error: near "ELSE": syntax error
SELECT CASE WHEN 1 THEN (1, 2) END;
--> error: row value misused
