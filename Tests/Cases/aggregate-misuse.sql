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
