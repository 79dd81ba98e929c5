-- Aggregate functions and percentiles, beside their examples.

-- case total is always real
-- holds functions-aggregate: total is always real
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 'x'), (2, 'y'), (NULL, 'x'), ('3', 'z'), ('4z', 'z'), (x'35', 'z');
SELECT total(a), typeof(total(a)), total(b), total(NULL), total(DISTINCT b) FROM n;
--> 15.0, 'real', 0.0, 0.0, 0.0
SELECT b, total(a), sum(a), typeof(sum(a)) FROM n GROUP BY b;
--> 'x', 1.0, 1, 'integer'
--> 'y', 2.0, 2, 'integer'
--> 'z', 12.0, 12.0, 'real'
SELECT total(a) FILTER (WHERE b = 'none'), typeof(total(a)) FROM n WHERE 0;
--> 0.0, 'real'
SELECT total(9223372036854775807), total(-9223372036854775808) FROM n;
--> 5.5340232221128655e+19, -5.5340232221128655e+19

-- case avg and total do not overflow
CREATE TABLE n(a);
INSERT INTO n VALUES (9223372036854775807), (9223372036854775807), (-9223372036854775808), (-9223372036854775808);
SELECT avg(a), total(a) FROM n;
--> -0.5, -2.0
SELECT sum(a) FROM n;
--> error: integer overflow
SELECT avg(a), total(a), typeof(avg(a)) FROM n WHERE a > 0;
--> 9.2233720368547758e+18, 1.8446744073709552e+19, 'real'
SELECT sum(a) FROM n WHERE a > 0;
--> error: integer overflow
SELECT avg(a) OVER (ORDER BY rowid ROWS 1 PRECEDING), total(a) OVER (ORDER BY rowid) FROM n;
--> 9.2233720368547758e+18, 9.2233720368547758e+18
--> 9.2233720368547758e+18, 1.8446744073709552e+19
--> -0.5, 9.2233720368547758e+18
--> -9.2233720368547758e+18, -2.0

-- case sum of integers that overflows
CREATE TABLE n(a);
INSERT INTO n VALUES (9223372036854775807), (1), (-1);
SELECT sum(a) FROM n;
--> error: integer overflow
SELECT sum(a ORDER BY a) FROM n;
--> 9223372036854775807
SELECT sum(a) OVER (ORDER BY rowid) FROM n;
--> error: integer overflow

-- case infinite sums
CREATE TABLE n(a);
INSERT INTO n VALUES (1e308), (1e308), (-1e308), (1e999), (-1e999);
SELECT sum(a), total(a), avg(a) FROM n WHERE rowid < 3;
--> inf, inf, inf
SELECT sum(a), total(a) FROM n WHERE rowid < 4;
--> inf, inf
SELECT sum(a), avg(a) FROM n WHERE rowid < 5;
--> inf, inf
SELECT sum(a), total(a), avg(a) FROM n;
--> NULL, NULL, NULL
SELECT sum(a), typeof(sum(a)) FROM (SELECT -1e999 AS a UNION ALL SELECT 5);
--> -inf, 'real'

-- case min and max use the collation of their argument
-- holds functions-aggregate: min and max use the collation of their argument
CREATE TABLE n(a COLLATE NOCASE, b, c COLLATE RTRIM);
INSERT INTO n VALUES ('b', 'b', 'x'), ('A', 'A', 'x  '), ('a', 'a', 'w '), ('B', 'B', NULL);
SELECT min(a), max(a), min(b), max(b), min(b COLLATE NOCASE), max(b COLLATE NOCASE) FROM n;
--> 'A', 'b', 'A', 'b', 'A', 'b'
SELECT min(a COLLATE BINARY), max(a COLLATE BINARY), quote(max(c)), quote(min(c)) FROM n;
--> 'A', 'b', '''x''', '''w '''
CREATE INDEX i ON n(b);
SELECT max(b), max(b COLLATE NOCASE) FROM n;
--> 'b', 'B'
SELECT min(b COLLATE NOCASE), rowid FROM n;
--> 'A', 2
SELECT max(a) OVER (ORDER BY rowid), min(b) OVER (ORDER BY rowid) FROM n;
--> 'b', 'b'
--> 'b', 'A'
--> 'b', 'A'
--> 'b', 'A'

-- case DISTINCT with the collation of the argument
-- holds functions-aggregate: DISTINCT with the collation of the argument
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'x'), ('X', 'X'), ('y', 'x '), ('x', NULL);
SELECT count(DISTINCT a), count(DISTINCT b), count(DISTINCT b COLLATE NOCASE), count(DISTINCT b COLLATE RTRIM), count(DISTINCT a COLLATE BINARY) FROM n;
--> 2, 3, 2, 2, 3
SELECT group_concat(DISTINCT a), group_concat(DISTINCT b COLLATE NOCASE) FROM n;
--> 'x,y', 'x,x '
SELECT count(DISTINCT a || '') FROM n;
--> 3

-- case ORDER BY with NULLS LAST and COLLATE
CREATE TABLE n(a, b COLLATE NOCASE);
INSERT INTO n VALUES ('b', 'b'), (NULL, 'C'), ('A', 'a'), ('c', NULL), ('B', 'B');
SELECT group_concat(ifnull(a, '-') ORDER BY a NULLS LAST), group_concat(ifnull(a, '-') ORDER BY a COLLATE NOCASE DESC, rowid), group_concat(ifnull(a, '-') ORDER BY a DESC NULLS FIRST) FROM n;
--> 'A,B,b,c,-', 'c,b,B,A,-', '-,c,b,B,A'
SELECT group_concat(ifnull(b, '-') ORDER BY b, rowid DESC), group_concat(ifnull(b, '-') ORDER BY b COLLATE BINARY), json_group_array(b ORDER BY b NULLS LAST, rowid) FROM n;
--> '-,a,B,b,C', '-,B,C,a,b', '["a","b","B","C",null]'
SELECT group_concat(b, '|' ORDER BY b COLLATE NOCASE DESC NULLS LAST, rowid) FILTER (WHERE b <> 'c') FROM n;
--> 'b|B|a'

-- case group_concat(X, separator)
CREATE TABLE n(a, s);
INSERT INTO n VALUES (1, '-'), (NULL, '+'), (2, NULL), ('', '/'), (x'41', '');
SELECT group_concat(a, s), group_concat(a, 5), quote(group_concat(a, NULL)), group_concat(s) FROM n;
--> '12/A', '15255A', '''12A''', '-,+,/,'
SELECT group_concat(a, s) OVER (ORDER BY rowid ROWS 1 PRECEDING) FROM n;
--> '1'
--> '1'
--> '2'
--> '2/'
--> 'A'
SELECT string_agg(a, s ORDER BY rowid DESC) FROM n;
--> 'A/2-1'

-- case bare columns come from the row of min or max
CREATE TABLE n(g, a, b);
INSERT INTO n VALUES (1, 5, 'five'), (1, 9, 'nine'), (2, NULL, 'null'), (2, 3, 'three'), (3, NULL, 'none');
SELECT g, max(a), b FROM n GROUP BY g;
--> 1, 9, 'nine'
--> 2, 3, 'three'
--> 3, NULL, 'none'
SELECT g, min(a), b FROM n GROUP BY g;
--> 1, 5, 'five'
--> 2, 3, 'three'
--> 3, NULL, 'none'
SELECT b, max(a) FROM n;
--> 'nine', 9
SELECT b, max(a), min(rowid) = 1 FROM n WHERE a = 3;
--> 'three', 3, 0
SELECT b, max(a) FROM n WHERE 0;
--> NULL, NULL

-- case median(Y)
CREATE TABLE n(a);
INSERT INTO n VALUES (10), (1), (NULL), (4), (2.5);
SELECT median(a), median(DISTINCT a), median(-a), typeof(median(a)) FROM n;
--> 3.25, 3.25, -3.25, 'real'
SELECT median(a) FROM n WHERE a > 1;
--> 4.0
SELECT median(a ORDER BY a DESC) FROM n;
--> 3.25
SELECT median(a) FROM (SELECT '5' AS a UNION ALL SELECT '7');
--> error: input to median() is not numeric

-- case the answers are reals
CREATE TABLE n(a);
INSERT INTO n VALUES (3), (1), (2), (9223372036854775807);
SELECT typeof(median(a)), typeof(percentile(a, 0)), typeof(percentile_cont(a, 1)), typeof(percentile_disc(a, 0.25)), percentile_disc(a, 0.25), percentile(a, 100) FROM n;
--> 'real', 'real', 'real', 'real', 1.0, 9.2233720368547758e+18
SELECT median(a) = 1, median(a) || '' FROM n WHERE a = 1;
--> 1, '1.0'

-- case percentile(Y, P), P from 0 to 100
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (2), (3), (4), (NULL), (10);
SELECT percentile(a, 10), percentile(a, 33.3), percentile(a, 75), percentile(a, 99.9), percentile(a, '50') FROM n;
--> 1.3999999999999999, 2.3319999999999999, 4.0, 9.9760000000000026, 3.0
SELECT percentile_cont(a, 0.1), percentile_cont(a, 0.333), percentile_cont(a, 0), percentile_disc(a, 0.1), percentile_disc(a, 0.75), percentile_disc(a, 0.76), percentile_disc(a, 1) FROM n;
--> 1.3999999999999999, 2.3319999999999999, 1.0, 1.0, 4.0, 4.0, 10.0
SELECT percentile(a, 50) FILTER (WHERE a < 4) FROM n;
--> 2.0
SELECT percentile(DISTINCT a, 50) FROM n;
--> error: DISTINCT aggregates must have exactly one argument

-- case with GROUP BY
CREATE TABLE n(g, a);
INSERT INTO n VALUES ('x', 1), ('x', 3), ('y', 5), ('z', NULL), ('y', 7), ('y', 100);
SELECT g, median(a), percentile(a, 90), percentile_disc(a, 0.5) FROM n GROUP BY g ORDER BY g;
--> 'x', 2.0, 2.7999999999999998, 1.0
--> 'y', 7.0, 81.400000000000006, 7.0
--> 'z', NULL, NULL, NULL
SELECT g FROM n GROUP BY g HAVING median(a) > 3;
--> 'y'
SELECT g, median(a) OVER (PARTITION BY g), median(a) OVER (ORDER BY rowid ROWS 2 PRECEDING) FROM n ORDER BY rowid;
--> 'x', 2.0, 1.0
--> 'x', 2.0, 2.0
--> 'y', 7.0, 3.0
--> 'z', NULL, 4.0
--> 'y', 7.0, 6.0
--> 'y', 7.0, 53.5
SELECT median(m) FROM (SELECT g, max(a) AS m FROM n GROUP BY g);
--> 51.5

-- case P out of range
SELECT percentile(1, -0.001);
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(1, 100.0001);
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(NULL, 101);
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(1, 1e999);
--> error: the fraction argument to percentile() is not between 0.0 and 100.0

-- case P that is no number
SELECT percentile(1, NULL);
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(1, '');
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(1, x'3530');
--> error: the fraction argument to percentile() is not between 0.0 and 100.0
SELECT percentile(1, '5x');
--> error: the fraction argument to percentile() is not between 0.0 and 100.0

-- case P out of the range of percentile_cont
SELECT percentile_cont(1, 1.01);
--> error: the fraction argument to percentile_cont() is not between 0.0 and 1.0
SELECT percentile_cont(1, -1);
--> error: the fraction argument to percentile_cont() is not between 0.0 and 1.0
SELECT percentile_cont(1, 'a');
--> error: the fraction argument to percentile_cont() is not between 0.0 and 1.0

-- case P of percentile_disc
SELECT percentile_disc(1, 1.01);
--> error: the fraction argument to percentile_disc() is not between 0.0 and 1.0
SELECT percentile_disc(1, 'a');
--> error: the fraction argument to percentile_disc() is not between 0.0 and 1.0
SELECT percentile_disc(1, NULL);
--> error: the fraction argument to percentile_disc() is not between 0.0 and 1.0

-- case P that changes from row to row
SELECT percentile(a, a * 10) FROM (SELECT 1 AS a UNION ALL SELECT 2);
--> error: the fraction argument to percentile() is not the same for all input rows
SELECT percentile_cont(a, a / 10.0) FROM (SELECT 1 AS a UNION ALL SELECT 2);
--> error: the fraction argument to percentile_cont() is not the same for all input rows
SELECT percentile_disc(a, a / 10.0) FROM (SELECT 1 AS a UNION ALL SELECT 2);
--> error: the fraction argument to percentile_disc() is not the same for all input rows
SELECT percentile(a, 50 + 0 * a) FROM (SELECT 1 AS a UNION ALL SELECT 2);
--> 1.5

-- case values that are no numbers
SELECT percentile('x', 50);
--> error: input to percentile() is not numeric
SELECT percentile_cont(x'31', 0.5);
--> error: input to percentile_cont() is not numeric
SELECT percentile_disc('', 0.5);
--> error: input to percentile_disc() is not numeric
SELECT median('5x');
--> error: input to median() is not numeric
SELECT median(a) FROM (SELECT 1 AS a UNION ALL SELECT 'a');
--> error: input to median() is not numeric

-- case infinite values
SELECT percentile(1e999, 50);
--> error: Inf input to percentile()
SELECT percentile_cont(-1e999, 0.5);
--> error: Inf input to percentile_cont()
SELECT percentile_disc(1e999, 0.5);
--> error: Inf input to percentile_disc()
SELECT median(a) FROM (SELECT 1 AS a UNION ALL SELECT -1e999);
--> error: Inf input to median()
