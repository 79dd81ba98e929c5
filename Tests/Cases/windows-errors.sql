-- What SQLite says about functions with OVER in the wrong place or with the wrong window.

-- case functions and their arguments
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (2, 2, 1), (3, 1, NULL), (4, 1, 5);
SELECT row_number() FROM t;
--> error: misuse of window function row_number()
SELECT row_number(1) OVER () FROM t;
--> error: wrong number of arguments to function row_number()
SELECT row_number(*) OVER () FROM t;
--> 1
--> 2
--> 3
--> 4
SELECT rank(1) FROM t;
--> error: wrong number of arguments to function rank()
SELECT abs(a) OVER () FROM t;
--> error: abs() may not be used as a window function
SELECT nosuch(a) OVER () FROM t;
--> error: no such function: nosuch
SELECT abs(a,b) OVER () FROM t;
--> error: abs() may not be used as a window function
SELECT sum(DISTINCT a) OVER () FROM t;
--> error: DISTINCT is not supported for window functions
SELECT abs(DISTINCT a) OVER () FROM t;
--> error: DISTINCT is not supported for window functions
SELECT row_number(DISTINCT a) OVER () FROM t;
--> error: DISTINCT is not supported for window functions
SELECT row_number() FILTER (WHERE 1) OVER () FROM t;
--> error: FILTER clause may only be used with aggregate window functions
SELECT abs(a) FILTER (WHERE 1) FROM t;
--> error: FILTER may not be used with non-aggregate abs()
SELECT abs(a) FILTER (WHERE 1) OVER () FROM t;
--> error: abs() may not be used as a window function
SELECT row_number() FILTER (WHERE 1) FROM t;
--> error: misuse of window function row_number()
SELECT sum(a) OVER w FROM t;
--> error: no such window: w
SELECT sum(a) OVER (w) FROM t;
--> error: no such window: w
SELECT sum(a) OVER (w ORDER BY a) FROM t WINDOW w AS (ORDER BY b);
--> error: cannot override ORDER BY clause of window: w
SELECT sum(a) OVER (w PARTITION BY a) FROM t WINDOW w AS (ORDER BY b);
--> error: cannot override PARTITION clause of window: w
SELECT sum(a) OVER (w) FROM t WINDOW w AS (ORDER BY b ROWS 1 PRECEDING);
--> error: cannot override frame specification of window: w
SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY b ROWS 1 PRECEDING);
--> 3
--> 7
--> 5
--> 3
SELECT sum(a) OVER (w ORDER BY a) FROM t WINDOW w AS (PARTITION BY b);
--> 3
--> 7
--> 1
--> 3
SELECT sum(a) OVER (w ROWS 1 PRECEDING) FROM t WINDOW w AS (PARTITION BY b ORDER BY a);
--> 3
--> 7
--> 1
--> 3
SELECT sum(a) OVER w2 FROM t WINDOW w AS (PARTITION BY b), w2 AS (w ORDER BY a);
--> 3
--> 7
--> 1
--> 3
SELECT sum(a) OVER w2 FROM t WINDOW w2 AS (w ORDER BY a), w AS (PARTITION BY b);
--> 1
--> 3
--> 6
--> 10
SELECT 1 FROM t WINDOW w2 AS (w ORDER BY a), w AS (PARTITION BY b);
--> 1
--> 1
--> 1
--> 1
SELECT 1 FROM t WINDOW w2 AS (ORDER BY z);
--> 1
--> 1
--> 1
--> 1
SELECT 1 FROM t WINDOW w2 AS (ORDER BY a), w2 AS (ORDER BY b);
--> 1
--> 1
--> 1
--> 1
SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY a), w AS (ORDER BY a DESC);
--> 4
--> 7
--> 9
--> 10
SELECT sum(a) OVER W FROM t WINDOW w AS (ORDER BY a);
--> 1
--> 3
--> 6
--> 10
SELECT sum(a) OVER w, sum(sum(a)) OVER () FROM t WINDOW w AS (ORDER BY a);
--> 1, 10
SELECT sum(sum(a) OVER ()) OVER () FROM t;
--> error: misuse of window function sum()
SELECT sum(sum(a) OVER ()) FROM t;
--> error: misuse of window function sum()
SELECT sum(a) OVER (ORDER BY sum(a) OVER ()) FROM t;
--> error: misuse of window function sum()
SELECT sum(a) OVER (PARTITION BY row_number() OVER ()) FROM t;
--> error: misuse of window function row_number()
SELECT sum(a) FILTER (WHERE row_number() OVER ()>1) OVER () FROM t;
--> error: misuse of window function row_number()
SELECT a FROM t WHERE row_number() OVER () > 1;
--> error: misuse of window function row_number()
SELECT a FROM t GROUP BY row_number() OVER ();
--> error: misuse of window function row_number()
SELECT count(*) FROM t GROUP BY b HAVING row_number() OVER () > 1;
--> error: misuse of window function row_number()
SELECT row_number() OVER () r FROM t GROUP BY r;
--> error: misuse of aliased window function r
SELECT row_number() OVER () r FROM t GROUP BY 1;
--> error: misuse of window function row_number()
SELECT row_number() OVER () r FROM t WHERE r>1;
--> error: misuse of aliased window function r
SELECT row_number() OVER () r, count(*) FROM t GROUP BY b HAVING r>1;
--> error: misuse of aliased window function r
SELECT row_number() OVER () r FROM t ORDER BY r DESC;
--> 4
--> 3
--> 2
--> 1
SELECT row_number() OVER () r FROM t ORDER BY r+1 DESC;
--> 4
--> 3
--> 2
--> 1
SELECT a r FROM t ORDER BY row_number() OVER (ORDER BY r DESC);
--> 4
--> 3
--> 2
--> 1
SELECT a r, row_number() OVER (ORDER BY r DESC) FROM t;
--> error: no such column: r
SELECT a FROM t LIMIT row_number() OVER ();
--> error: misuse of window function row_number()
SELECT t.a FROM t JOIN t x ON row_number() OVER ();
--> error: misuse of window function row_number()
UPDATE t SET a=row_number() OVER ();
--> error: misuse of window function row_number()
DELETE FROM t WHERE row_number() OVER ();
--> error: misuse of window function row_number()
INSERT INTO t VALUES(row_number() OVER (),1,1) RETURNING *;
--> error: misuse of window function row_number()
INSERT INTO t(a) VALUES(5) RETURNING row_number() OVER ();
--> error: misuse of window function row_number()
DELETE FROM t WHERE a=5 or a=1 and b=1;
VALUES(row_number() OVER ());
--> 1
SELECT row_number() OVER ();
--> 1
SELECT sum(5) OVER (), 3;
--> 5, 3
CREATE TABLE z(a DEFAULT (row_number() OVER ()));
--> error: default value of column [a] is not constant
CREATE TABLE z(a CHECK (row_number() OVER ()));
--> error: misuse of window function row_number()
CREATE INDEX z ON t(row_number() OVER ());
--> error: misuse of window function row_number()
SELECT sum(a) OVER (RANGE 1 PRECEDING) FROM t;
--> error: RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
SELECT sum(a) OVER (ORDER BY a,b RANGE 1 PRECEDING) FROM t;
--> error: RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
SELECT sum(a) OVER (ORDER BY a,b RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM t;
--> 10
--> 9
--> 7
--> 4
SELECT sum(a) OVER (ORDER BY a ROWS -1 PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS a PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS (SELECT 1) PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS 1.5 PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS 1.0 PRECEDING) FROM t;
--> 1
--> 3
--> 5
--> 7
SELECT sum(a) OVER (ORDER BY a ROWS '1' PRECEDING) FROM t;
--> 1
--> 3
--> 5
--> 7
SELECT sum(a) OVER (ORDER BY a ROWS NULL PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS abs(-1) PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND -1 FOLLOWING) FROM t;
--> error: frame ending offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a GROUPS -1 PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT sum(a) OVER (ORDER BY a RANGE -1 PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative number
SELECT sum(a) OVER (ORDER BY a RANGE '1' PRECEDING) FROM t;
--> 1
--> 3
--> 5
--> 7
SELECT sum(a) OVER (ORDER BY a RANGE 'x' PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative number
SELECT sum(a) OVER (ORDER BY a RANGE NULL PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative number
SELECT sum(a) OVER (ORDER BY a RANGE BETWEEN 1 PRECEDING AND x'00' FOLLOWING) FROM t;
--> error: frame ending offset must be a non-negative number
SELECT sum(a) OVER (ORDER BY a RANGE 1.5 PRECEDING) FROM t;
--> 1
--> 3
--> 5
--> 7
SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM t;
--> error: near "FOLLOWING": syntax error
SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM t;
--> error: unsupported frame specification
SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN 1 FOLLOWING AND 1 PRECEDING) FROM t;
--> error: unsupported frame specification
SELECT sum(a) OVER (ORDER BY a ROWS 1 FOLLOWING) FROM t;
--> error: unsupported frame specification
SELECT nth_value(a,0) OVER () FROM t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,-1) OVER () FROM t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,'2') OVER () FROM t;
--> 2
--> 2
--> 2
--> 2
SELECT nth_value(a,'2') OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM t;
--> NULL
--> NULL
--> NULL
--> NULL
SELECT nth_value(a,2.0) OVER () FROM t;
--> 2
--> 2
--> 2
--> 2
SELECT nth_value(a,2.5) OVER () FROM t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,NULL) OVER () FROM t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,a) OVER () FROM t;
--> 1
--> 2
--> 3
--> 4
SELECT nth_value(a,a) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM t;
--> 2
--> 3
--> 4
--> NULL
SELECT nth_value(a) OVER () FROM t;
--> error: wrong number of arguments to function nth_value()
SELECT ntile(0) OVER () FROM t;
--> error: argument of ntile must be a positive integer
SELECT ntile('2') OVER () FROM t;
--> 1
--> 1
--> 2
--> 2
SELECT ntile(2.9) OVER () FROM t;
--> 1
--> 1
--> 2
--> 2
SELECT ntile(a) OVER () FROM t;
--> 1
--> 1
--> 1
--> 1
SELECT ntile(NULL) OVER () FROM t;
--> error: argument of ntile must be a positive integer
SELECT ntile() OVER () FROM t;
--> error: wrong number of arguments to function ntile()
SELECT lag(a) OVER (), lag(a,1) OVER (), lag(a,2,'d') OVER (), lag(a,0) OVER (), lag(a,-1) OVER () FROM t;
--> NULL, NULL, 'd', 1, 2
--> 1, 1, 'd', 2, 3
--> 2, 2, 1, 3, 4
--> 3, 3, 2, 4, NULL
SELECT lead(a) OVER (), lead(a,1) OVER (), lead(a,2,b) OVER (), lead(a,0) OVER (), lead(a,-1) OVER () FROM t;
--> 2, 2, 3, 1, NULL
--> 3, 3, 4, 2, 1
--> 4, 4, 1, 3, 2
--> NULL, NULL, 1, 4, 3
SELECT lead(a,'1') OVER (), lead(a,1.0) OVER (), lead(a,1.5,'d') OVER (), lead(a,NULL,'d') OVER (), lead(a,'x','d') OVER (), lead(a,b) OVER () FROM t;
--> 2, 2, 'd', 'd', 1, 3
--> 3, 3, 'd', 'd', 2, 4
--> 4, 4, 'd', 'd', 3, 4
--> NULL, NULL, 'd', 'd', 4, NULL
SELECT lag(a,-1) OVER (ORDER BY a ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM t;
--> 2
--> 3
--> 4
--> NULL
SELECT lag(a,-1) OVER (), row_number() OVER () FROM t;
--> 2, 1
--> 3, 2
--> 4, 3
--> NULL, 4
SELECT lag(a,1,2,3) OVER () FROM t;
--> error: wrong number of arguments to function lag()
SELECT lag() OVER () FROM t;
--> error: wrong number of arguments to function lag()
SELECT lead(a) FROM t;
--> error: misuse of window function lead()
SELECT first_value(a) FROM t;
--> error: misuse of window function first_value()
SELECT first_value() FROM t;
--> error: wrong number of arguments to function first_value()
SELECT median(a) OVER (ORDER BY a ROWS 1 PRECEDING), percentile(a,50) OVER (), percentile_cont(a,0.5) OVER (ORDER BY a), percentile_disc(a,0.5) OVER () FROM t;
--> 1.0, 2.5, 1.0, 2.0
--> 1.5, 2.5, 1.5, 2.0
--> 2.5, 2.5, 2.0, 2.0
--> 3.5, 2.5, 2.5, 2.0
SELECT sum(a) OVER (ORDER BY 1), sum(a) OVER (ORDER BY a DESC),sum(a) OVER (PARTITION BY 2) FROM t;
--> 10, 4, 10
--> 10, 7, 10
--> 10, 9, 10
--> 10, 10, 10
SELECT sum(a) OVER (ORDER BY (a,b)) FROM t;
--> error: row value misused
SELECT sum(a) OVER (ORDER BY (select a,b)) FROM t;
--> error: sub-select returns 2 columns - expected 1
SELECT sum(a) OVER (ORDER BY a COLLATE nosuch) FROM t;
--> error: no such collation sequence: nosuch
SELECT max(a,b) OVER () FROM t;
--> error: max() may not be used as a window function
SELECT sum(a) OVER (ORDER BY a ROWS 1 PRECEDING EXCLUDE OTHERS) FROM t;
--> error: near "OTHERS": syntax error
SELECT count() OVER (), count(*) OVER () FROM t;
--> 4, 4
--> 4, 4
--> 4, 4
--> 4, 4
SELECT sum(*) OVER () FROM t;
--> error: wrong number of arguments to function sum()
SELECT sum() OVER () FROM t;
--> error: wrong number of arguments to function sum()
SELECT sum(a) OVER (w), w.a FROM t WINDOW w AS ();
--> error: no such column: w.a
SELECT (SELECT sum(x.a) OVER () FROM t LIMIT 1) FROM t x;
--> 4
--> 8
--> 12
--> 16
SELECT (SELECT sum(x.a) FROM t LIMIT 1) FROM t x;
--> 10
SELECT (SELECT sum(a) OVER w FROM t LIMIT 1) FROM t x WINDOW w AS ();
--> error: no such window: w
SELECT a FROM t UNION SELECT row_number() OVER () FROM t ORDER BY row_number() OVER ();
--> error: 1st ORDER BY term does not match any column in the result set
SELECT row_number() OVER w FROM t WINDOW w AS (ROWS 1 PRECEDING);
--> 1
--> 2
--> 3
--> 4
SELECT row_number() OVER (ROWS -5 PRECEDING) FROM t;
--> 1
--> 2
--> 3
--> 4
SELECT row_number() OVER (ORDER BY a,b RANGE 5 PRECEDING) FROM t;
--> error: RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression
SELECT sum(a) OVER (ORDER BY a RANGE BETWEEN 5 PRECEDING AND z FOLLOWING) FROM t;
--> error: frame ending offset must be a non-negative number
SELECT sum(a) OVER (ROWS sum(1) PRECEDING) FROM t;
--> error: frame starting offset must be a non-negative integer
SELECT 1 WHERE EXISTS(SELECT sum(1) OVER ());
--> 1

-- case corners of frames and arguments
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (2, 2, 1), (3, 1, NULL), (4, 1, 5), (5, 5, 5), (6, 6, 6);
SELECT lag(a,-2) OVER () from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
SELECT lag(a,-3) OVER () from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
SELECT lag(a,-2) OVER (), lag(a,-1) over (order by a desc) from t;
--> NULL, 5
--> NULL, 4
--> NULL, 3
--> NULL, 2
--> NULL, 1
--> NULL, NULL
SELECT nth_value(a,7-a) over (rows between unbounded preceding and current row exclude no others) from t;
--> NULL
--> NULL
--> NULL
--> 3
--> 2
--> 1
SELECT nth_value(a,case when a<3 then 2 else 'x' end) over (rows between unbounded preceding and current row exclude no others) from t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,case when a<3 then 2 else 2 end) over (rows between 10 following and 20 following) from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
SELECT nth_value(a,0) over (rows between 10 following and 20 following) from t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,0) over (rows between 20 following and 10 following) from t;
--> error: second argument to nth_value must be a positive integer
SELECT nth_value(a,0) over (rows between 10 following and 20 following exclude ties) from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
select ntile(4) over (partition by a%2 order by a) from t;
--> 1
--> 2
--> 3
--> 1
--> 2
--> 3
select a, sum(a) over (order by a), (select b from t x where x.a=t.a) from t;
--> 1, 1, 2
--> 2, 3, 2
--> 3, 6, 1
--> 4, 10, 1
--> 5, 15, 5
--> 6, 21, 6
select sum(a) over (order by b range between 1 preceding and 1 following) from t;
--> 10
--> 10
--> 10
--> 10
--> 11
--> 11
select (select sum(t.a) over (order by x.a) from t x limit 1 offset 1) from t;
--> 2
--> 4
--> 6
--> 8
--> 10
--> 12
select sum(a) over (order by a) from t order by 1 desc limit 2 offset 1;
--> 15
--> 10
select distinct sum(a) over (partition by b) from t;
--> 7
--> 3
--> 5
--> 6
select 1 from t order by sum(a) over (order by a desc);
--> 1
--> 1
--> 1
--> 1
--> 1
--> 1
select a from t order by sum(a) over (order by a desc) desc;
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
select percentile(a,a) over (order by a) from t;
--> error: the fraction argument to percentile() is not the same for all input rows
select percentile(a,50) over (order by a rows between 1 following and 2 following) from t;
--> 2.5
--> 3.5
--> 4.5
--> 5.5
--> 6.0
--> NULL
select median(a) over (order by a rows between 10 following and 20 following) from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
select group_concat(a) over (order by a rows between 10 following and 20 following) from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
select group_concat(a,b) over (order by a rows between 1 preceding and 1 following exclude current row) from t;
--> '2'
--> '113'
--> '214'
--> '355'
--> '466'
--> '5'
select sum(a) over (order by a rows between 10 following and 20 following), total(a) over (order by a rows between 10 following and 20 following), avg(a) over (order by a rows between 10 following and 20 following), count(a) over (order by a rows between 10 following and 20 following) from t;
--> NULL, 0.0, NULL, 0
--> NULL, 0.0, NULL, 0
--> NULL, 0.0, NULL, 0
--> NULL, 0.0, NULL, 0
--> NULL, 0.0, NULL, 0
--> NULL, 0.0, NULL, 0
select sum(a) over (order by a rows between 9223372036854775807 preceding and 9223372036854775807 following) from t;
--> 21
--> 21
--> 21
--> 21
--> 21
--> 21
select sum(a) over (order by a groups between 9223372036854775807 preceding and 9223372036854775807 following) from t;
--> 21
--> 21
--> 21
--> 21
--> 21
--> 21
select sum(a) over (order by a range between 9223372036854775807 preceding and 9223372036854775807 following) from t;
--> 21
--> 21
--> 21
--> 21
--> 21
--> 21
select sum(a) over (order by a rows between 9223372036854775807 following and 9223372036854775807 following) from t;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
select sum(a) over (order by a range between 1e400 preceding and 1 following) from t;
--> 3
--> 6
--> 10
--> 15
--> 21
--> 21

-- case RANGE over every storage class
CREATE TABLE t(x);
INSERT INTO t VALUES(NULL), (NULL), (1), (2.5), (3), ('a'), ('A'), ('b'), (x'61'), (9e18), (-9e18), (1e308 * 10);
select x, group_concat(coalesce(x,'N')) over (order by x range between 1 preceding and 1 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, '1'
--> 2.5, '2.5,3'
--> 3, '2.5,3'
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x range between 1 preceding and current row) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, '1'
--> 2.5, '2.5'
--> 3, '2.5,3'
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x desc range between 1 preceding and 1 following) from t;
--> x'61', 'a'
--> 'b', 'b'
--> 'a', 'a'
--> 'A', 'A'
--> inf, 'Inf'
--> 9e+18, '9.0e+18'
--> 3, '3,2.5'
--> 2.5, '3,2.5'
--> 1, '1'
--> -9e+18, '-9.0e+18'
--> NULL, 'N,N'
--> NULL, 'N,N'
select x, group_concat(coalesce(x,'N')) over (order by x range between 1 following and 2 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, '2.5,3'
--> 2.5, NULL
--> 3, NULL
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x range between 2 preceding and 1 preceding) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, NULL
--> 2.5, '1'
--> 3, '1'
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x desc range between 2 preceding and 1 preceding) from t;
--> x'61', 'a'
--> 'b', 'b'
--> 'a', 'a'
--> 'A', 'A'
--> inf, 'Inf'
--> 9e+18, '9.0e+18'
--> 3, NULL
--> 2.5, NULL
--> 1, '3,2.5'
--> -9e+18, '-9.0e+18'
--> NULL, 'N,N'
--> NULL, 'N,N'
select x, group_concat(coalesce(x,'N')) over (order by x range between unbounded preceding and 1 preceding) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, 'N,N,-9.0e+18'
--> 1, 'N,N,-9.0e+18'
--> 2.5, 'N,N,-9.0e+18,1'
--> 3, 'N,N,-9.0e+18,1'
--> 9e+18, 'N,N,-9.0e+18,1,2.5,3,9.0e+18'
--> inf, 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 'A', 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A'
--> 'a', 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a'
--> 'b', 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b'
--> x'61', 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b,a'
select x, group_concat(coalesce(x,'N')) over (order by x range between 1 following and unbounded following) from t;
--> NULL, 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b,a'
--> NULL, 'N,N,-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b,a'
--> -9e+18, '-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b,a'
--> 1, '2.5,3,9.0e+18,Inf,A,a,b,a'
--> 2.5, '9.0e+18,Inf,A,a,b,a'
--> 3, '9.0e+18,Inf,A,a,b,a'
--> 9e+18, '9.0e+18,Inf,A,a,b,a'
--> inf, 'Inf,A,a,b,a'
--> 'A', 'A,a,b,a'
--> 'a', 'a,b,a'
--> 'b', 'b,a'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x nulls last range between 1 following and unbounded following) from t;
--> -9e+18, '-9.0e+18,1,2.5,3,9.0e+18,Inf,A,a,b,a,N,N'
--> 1, '2.5,3,9.0e+18,Inf,A,a,b,a,N,N'
--> 2.5, '9.0e+18,Inf,A,a,b,a,N,N'
--> 3, '9.0e+18,Inf,A,a,b,a,N,N'
--> 9e+18, '9.0e+18,Inf,A,a,b,a,N,N'
--> inf, 'Inf,A,a,b,a,N,N'
--> 'A', 'A,a,b,a,N,N'
--> 'a', 'a,b,a,N,N'
--> 'b', 'b,a,N,N'
--> x'61', 'a,N,N'
--> NULL, 'N,N'
--> NULL, 'N,N'
select x, group_concat(coalesce(x,'N')) over (order by x nulls last range between 1 preceding and 1 following) from t;
--> -9e+18, '-9.0e+18'
--> 1, '1'
--> 2.5, '2.5,3'
--> 3, '2.5,3'
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
--> NULL, 'N,N'
--> NULL, 'N,N'
select x, group_concat(coalesce(x,'N')) over (order by x desc nulls first range between 1 preceding and 1 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> x'61', 'a'
--> 'b', 'b'
--> 'a', 'a'
--> 'A', 'A'
--> inf, 'Inf'
--> 9e+18, '9.0e+18'
--> 3, '3,2.5'
--> 2.5, '3,2.5'
--> 1, '1'
--> -9e+18, '-9.0e+18'
select x, group_concat(coalesce(x,'N')) over (order by x desc nulls first range between unbounded preceding and 1 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> x'61', 'N,N,a'
--> 'b', 'N,N,a,b'
--> 'a', 'N,N,a,b,a'
--> 'A', 'N,N,a,b,a,A'
--> inf, 'N,N,a,b,a,A,Inf'
--> 9e+18, 'N,N,a,b,a,A,Inf,9.0e+18'
--> 3, 'N,N,a,b,a,A,Inf,9.0e+18,3,2.5'
--> 2.5, 'N,N,a,b,a,A,Inf,9.0e+18,3,2.5'
--> 1, 'N,N,a,b,a,A,Inf,9.0e+18,3,2.5,1'
--> -9e+18, 'N,N,a,b,a,A,Inf,9.0e+18,3,2.5,1,-9.0e+18'
select x, group_concat(coalesce(x,'N')) over (order by x collate nocase range between 1 preceding and 1 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, '1'
--> 2.5, '2.5,3'
--> 3, '2.5,3'
--> 9e+18, '9.0e+18'
--> inf, 'Inf'
--> 'a', 'a,A'
--> 'A', 'a,A'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x range between 9e18 preceding and 9e18 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18'
--> 1, '1,2.5,3,9.0e+18'
--> 2.5, '1,2.5,3,9.0e+18'
--> 3, '1,2.5,3,9.0e+18'
--> 9e+18, '1,2.5,3,9.0e+18'
--> inf, 'Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'
select x, group_concat(coalesce(x,'N')) over (order by x range between 1e400 preceding and 1e400 following) from t;
--> NULL, 'N,N'
--> NULL, 'N,N'
--> -9e+18, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 1, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 2.5, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 3, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 9e+18, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> inf, '-9.0e+18,1,2.5,3,9.0e+18,Inf'
--> 'A', 'A'
--> 'a', 'a'
--> 'b', 'b'
--> x'61', 'a'

-- case tables of subqueries in windows that nothing uses
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2), (3, 4);
SELECT 1 FROM t WINDOW w AS (PARTITION BY (SELECT 1 FROM nosuch));
--> error: no such table: nosuch
SELECT 1 FROM t WINDOW w AS (ORDER BY a + (SELECT 1 FROM nosuch));
--> error: no such table: nosuch
SELECT 1 FROM t WINDOW w AS (ORDER BY a IN (SELECT 1 FROM nosuch));
--> error: no such table: nosuch
SELECT 1 FROM t WINDOW w AS (ROWS (SELECT 1 FROM nosuch) PRECEDING);
--> 1
--> 1
SELECT 1 FROM t WINDOW w AS (PARTITION BY nosuch);
--> 1
--> 1
SELECT 1 FROM t WINDOW w AS (PARTITION BY f());
--> 1
--> 1
SELECT 1 FROM t WINDOW w AS (PARTITION BY (SELECT nosuch));
--> 1
--> 1
SELECT 1 FROM t WINDOW w AS (PARTITION BY (SELECT *));
--> error: no tables specified
SELECT 1 FROM t WINDOW w AS (PARTITION BY (SELECT 1 FROM t JOIN t USING (zz)));
--> error: cannot join using column zz - column not present in both tables
SELECT a FROM t WINDOW w AS (PARTITION BY (SELECT count(t.a) FROM t AS u));
--> 1
--> 3
SELECT sum(a) OVER w FROM t WINDOW w AS (ORDER BY (SELECT 1 FROM nosuch));
--> error: no such table: nosuch
WITH RECURSIVE w(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM w WHERE x < 3 WINDOW win AS (PARTITION BY (SELECT max(x) FROM w))) SELECT * FROM w;
--> error: multiple recursive references: w
WITH w(x) AS (SELECT 1 FROM t WINDOW win AS (PARTITION BY (SELECT max(x) FROM w))) SELECT * FROM w;
--> error: circular reference: w
WITH w(x) AS (SELECT 1 FROM t WINDOW win AS (PARTITION BY (SELECT max(a) FROM t))) SELECT * FROM w;
--> 1
--> 1

-- case of several errors in a call the last counts, but for those of the window
CREATE TABLE t(a);
SELECT sum(x0) FILTER (WHERE x3) OVER () FROM t;
--> error: no such column: x3
SELECT sum(x0) FILTER (WHERE x3) OVER (PARTITION BY x1) FROM t;
--> error: no such column: x3
SELECT sum(x0) FILTER (WHERE a) OVER (PARTITION BY x1) FROM t;
--> error: no such column: x0
SELECT nofun(1) FILTER (WHERE x3) OVER () FROM t;
--> error: no such function: nofun
SELECT sum(nofun(1)) FILTER (WHERE x3) OVER () FROM t;
--> error: no such column: x3
SELECT sum(x0, 1) FILTER (WHERE x3) OVER () FROM t;
--> error: no such column: x0
SELECT sum(1, 1) FILTER (WHERE x3) OVER () FROM t;
--> error: wrong number of arguments to function sum()
SELECT row_number() FILTER (WHERE x3) OVER () FROM t;
--> error: no such column: x3
SELECT row_number() FILTER (WHERE a) OVER () FROM t;
--> error: FILTER clause may only be used with aggregate window functions
SELECT row_number(x0) FILTER (WHERE x3) OVER () FROM t;
--> error: no such column: x0
SELECT lag(x0) FILTER (WHERE x3) OVER (ORDER BY x2) FROM t;
--> error: no such column: x3
SELECT sum(1) OVER (PARTITION BY x1, x4 ORDER BY x2, x5) FROM t;
--> error: no such column: x2

-- case the same in a view, when something else is renamed
CREATE TABLE t(a);
CREATE TABLE u(z);
CREATE VIEW v AS SELECT sum(1) OVER (PARTITION BY x1 ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
ALTER TABLE u RENAME COLUMN z TO z2;
--> error: error in view v: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE x3) OVER (PARTITION BY x1 ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) OVER (PARTITION BY x2, x5) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) OVER (PARTITION BY x2, x5) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3) OVER (PARTITION BY x2, x5) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(1) OVER w, x1 FROM t WINDOW w AS (PARTITION BY x2 ORDER BY x5);
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x1

-- case what is still looked at behind an error in a call, where names are resolved and where something else is renamed
CREATE TABLE t(a, r);
CREATE TABLE u(z);
CREATE VIEW v AS SELECT max(x0) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3) OVER () FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT max(x0) FILTER (WHERE x3) OVER () FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3) OVER (PARTITION BY x1) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE a) OVER (PARTITION BY x1) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) OVER (PARTITION BY x1) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(x0 ORDER BY x2) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(x0 ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(a ORDER BY x2) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT nofun(x0) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT abs(x0) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT count(x0, 1) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT row_number() FILTER (WHERE x3) OVER (ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0, x4) FILTER (WHERE x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT max(x0) FILTER (WHERE 1 IS x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE abs(x3)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE abs(1+x3)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE 1 IS x3) OVER () FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3 COLLATE nocase) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE (SELECT x3)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE EXISTS (SELECT x3)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE 1 IN (SELECT x3)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x3 IN (SELECT 1)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(x0 ORDER BY 1 + x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(x0 ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT group_concat(x0 ORDER BY x2, x4) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) OVER (PARTITION BY x1 ORDER BY x2+1) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x1
SELECT * FROM v;
--> error: no such column: x1
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) OVER (PARTITION BY x1 ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE 1 IS x3) OVER (ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE x3) OVER (ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE min(1, x3)) OVER (ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE min(x3, 1)) OVER (ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE nofun(1)) OVER (ORDER BY a, x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such function: nofun
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE nofun(1)) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such function: nofun
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE t.x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: t.x3
SELECT * FROM v;
--> error: no such column: t.x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0 + 1) FILTER (WHERE -x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(a) FILTER (WHERE CASE WHEN x3 THEN 1 END) OVER (ORDER BY x2) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x2
SELECT * FROM v;
--> error: no such column: x2
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x5 IS x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE 1 IS t.x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x5 IS NOT x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x5 IS NOT DISTINCT FROM x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x3
SELECT * FROM v;
--> error: no such column: x3
DROP VIEW v;
CREATE VIEW v AS SELECT sum(x0) FILTER (WHERE x5 = x3) FROM t;
ALTER TABLE u RENAME TO u2;
--> error: error in view v: no such column: x0
SELECT * FROM v;
--> error: no such column: x0
DROP VIEW v;
