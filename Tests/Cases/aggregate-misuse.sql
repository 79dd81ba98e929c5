-- What is said of aggregates where none may stand.

-- case in WHERE, beside others
CREATE TABLE u(x);
SELECT x FROM u WHERE count(*);
--> error: misuse of aggregate function count()
SELECT x FROM u WHERE sum(x) > 1;
--> error: misuse of aggregate function sum()
SELECT sum(x) AS n FROM u HAVING n ORDER BY n;

-- case in a subquery of WHERE, by its own words or by an alias
CREATE TABLE u(x);
INSERT INTO u VALUES (1);
SELECT x FROM u WHERE (SELECT min(u.x));
--> error: misuse of aggregate: min()
SELECT (SELECT min(x)) AS z FROM u WHERE (SELECT min(x));
--> error: misuse of aggregate: min()

-- case in a term of GROUP BY that a subquery is
CREATE TABLE u(x);
INSERT INTO u VALUES (1), (2);
SELECT (SELECT sum(u.x)) AS z FROM u;
--> 3

-- case a wrong number of arguments, an unknown column within
SELECT coalesce(1), zz;
--> error: wrong number of arguments to function coalesce()
SELECT zz, nowhere(1);
--> error: no such column: zz

-- case beside what is true by itself
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (1, 3), (2, 4);
SELECT 1 FROM t WHERE (SELECT sum(a)) OR 1;
--> 1
--> 1
--> 1
SELECT 1 FROM t WHERE 1 OR (SELECT sum(a));
--> 1
--> 1
--> 1
SELECT 1 FROM t WHERE (SELECT sum(a)) OR TRUE;
--> 1
--> 1
--> 1
SELECT 1 FROM t WHERE (SELECT sum(a)) OR NOT 0;
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a)) OR 1.0;
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a)) OR 2147483648;
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE ((SELECT sum(a)) OR (1 AND 2)) IS NOT NULL;
--> 1
--> 1
--> 1
SELECT 1 FROM t WHERE (SELECT sum(a)) OR (1 AND a);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(a)) AND (a OR 1);
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE sum(a) OR 1;
--> error: misuse of aggregate function sum()
SELECT a FROM t ORDER BY sum(a) OR 1;
--> 1
--> 1
--> 2

-- case in a subquery above windows
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (1, 3), (2, 4);
SELECT (SELECT sum(t.a) FROM t x LIMIT 1), row_number() OVER () FROM t GROUP BY b;
--> error: misuse of aggregate: sum()
SELECT sum(a), (SELECT max(t.a)), row_number() OVER () FROM t;
--> error: misuse of aggregate: max()
SELECT sum(a), row_number() OVER () FROM t GROUP BY b ORDER BY (SELECT sum(t.a));
--> error: misuse of aggregate: sum()
SELECT sum(a), row_number() OVER () FROM t GROUP BY b HAVING (SELECT sum(t.a));
--> 1, 1
--> 1, 2
--> 2, 3
SELECT b, row_number() OVER (), exists (SELECT sum(t.a)) FROM t GROUP BY b;
--> 2, 1, 1
--> 3, 2, 1
--> 4, 3, 1
SELECT b, row_number() OVER (), a IN (SELECT sum(t.a)) FROM t GROUP BY b;
--> error: misuse of aggregate: sum()
SELECT row_number() OVER (ORDER BY (SELECT sum(t.a))) FROM t;
--> 1
SELECT sum(a), row_number() OVER (ORDER BY (SELECT max(t.a))) FROM t;
--> 4, 1
SELECT max(a) OVER (PARTITION BY (SELECT sum(a))), max(a) OVER (), sum(b) FROM t GROUP BY b;
--> error: misuse of aggregate: sum()
SELECT max(a) OVER (ORDER BY b), max((SELECT sum(a))) OVER (), sum(b) FROM t GROUP BY b;
--> 1, 2, 2
--> 1, 2, 3
--> 2, 2, 4
SELECT lag(1, (SELECT sum(a))) OVER (ORDER BY a), sum(b) FROM t GROUP BY b;
--> NULL, 2
--> 1, 3
--> 1, 4
SELECT max(a) FILTER (WHERE (SELECT sum(a))) OVER (), sum(b) FROM t GROUP BY b;
--> 2, 2
--> 2, 3
--> 2, 4

-- case on the left of an empty list
CREATE TABLE t(a);
SELECT json_group_array(1) IN () FROM t;
--> 0
SELECT count(*) IN (), a FROM t;
--> 0, NULL
SELECT count(*) NOT IN () FROM t;
--> 1
SELECT nosuch() IN () FROM t;
--> error: no such function: nosuch
SELECT abs(nosuch) IN () FROM t;
--> error: no such column: nosuch
SELECT nosuch IN () FROM t;
SELECT 1 FROM t WHERE count(*) NOT IN ();
--> error: misuse of aggregate function count()
SELECT (SELECT count(*)) IN () FROM t;
SELECT row_number() OVER () IN () FROM t;
INSERT INTO t VALUES (1), (2);
SELECT max(a) IN () FROM t;
--> 0
SELECT a FROM t ORDER BY max(a) IN ();
--> 1
--> 2
SELECT a FROM t GROUP BY max(a) IN ();
--> error: aggregate functions are not allowed in the GROUP BY clause
SELECT (a, max(a)) IN () FROM t;
--> 0
--> 0
SELECT abs('x', 1) IN () FROM t;
--> error: wrong number of arguments to function abs()
SELECT max(a IN ()) FROM t;
--> 0
SELECT (max(a) COLLATE NOCASE) IN (), CASE WHEN max(a) THEN 1 END AND 0 FROM t;
--> 0, 0
SELECT (max(a) COLLATE NOCASE) IN () FROM t;
--> 0
--> 0
SELECT (max(a) COLLATE NOCASE) AND 0 FROM t;
--> 0
--> 0
SELECT (a BETWEEN 1 AND max(a)) IN () FROM t;
--> 0
--> 0
SELECT (a BETWEEN 1 AND max(a)) AND 0 FROM t;
--> 0
--> 0
SELECT (max(a) BETWEEN 1 AND 2) IN () FROM t;
--> 0
SELECT (a, max(a)) = (1, 2) AND 0 FROM t;
--> 0
--> 0
SELECT (a IN (1, max(a))) IN () FROM t;
--> 0

-- case aggregates in several rows of VALUES
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (3, 4);
VALUES (count(*)), (2);
--> error: misuse of aggregate: count()
VALUES (1), (count(*));
--> error: misuse of aggregate: count()
VALUES (count(*)), (sum(2));
--> error: misuse of aggregate: sum()
VALUES (count(*), sum(1)), (2, 3);
--> error: misuse of aggregate: sum()
VALUES (count(*)), (row_number() OVER ());
--> 1
--> 1
VALUES (count(*)), (nosuch);
--> error: no such column: nosuch
VALUES (1), (2), (abs(count(*) + sum(2)));
--> 1
--> 2
--> 3
VALUES (count(*));
--> 1
SELECT 1 UNION ALL VALUES (count(*)), (2);
--> error: misuse of aggregate: count()
VALUES (count(*)), (2) UNION ALL SELECT 1;
--> 1
--> 2
--> 1
SELECT * FROM (VALUES (1), (count(*)));
--> error: misuse of aggregate: count()
SELECT (VALUES (count(a)), (2)) FROM t;
--> 2
SELECT a IN (VALUES (1), (count(*))) FROM t;
--> error: misuse of aggregate: count()
INSERT INTO t VALUES (1, 2), (count(*), 2);
--> error: misuse of aggregate: count()

-- case an aggregate in a subquery of another one's argument
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (3, 4);
SELECT max((SELECT count(t.a))) FROM t;
--> error: misuse of aggregate: count()
SELECT max((SELECT count(t.a) FROM t AS v)) FROM t;
--> error: misuse of aggregate: count()
SELECT (SELECT max((SELECT count(t.a)))) FROM t;
--> error: misuse of aggregate: count()
SELECT (SELECT max((SELECT count(t.a) FROM t AS v)) FROM t AS u) FROM t;
--> error: misuse of aggregate: count()
SELECT (SELECT max(u.a + (SELECT count(t.a) FROM t AS v)) FROM t AS u) FROM t;
--> 5
SELECT (SELECT max((SELECT count(u.a) FROM t AS v)) FROM t AS u) FROM t;
--> error: misuse of aggregate: count()
SELECT (SELECT sum(t.a + (SELECT max(t.b)))) FROM t;
--> error: misuse of aggregate: max()
SELECT (SELECT sum(u.a) FILTER (WHERE (SELECT max(t.b))) FROM t AS u) FROM t;
--> 4
SELECT (SELECT group_concat(u.a ORDER BY (SELECT max(t.b))) FROM t AS u) FROM t;
--> '1,3'
SELECT group_concat(a ORDER BY (SELECT max(t.b))) FROM t;
--> error: misuse of aggregate: max()
SELECT max((SELECT count(*) FROM t AS u)) FROM t;
--> 2
SELECT max((SELECT sum(u.a) FROM t AS u WHERE u.b = t.b)) FROM t;
--> 3
