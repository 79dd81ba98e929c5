-- Built-in window functions and aggregates with OVER.

-- case ranks
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, x REAL);
INSERT INTO t VALUES(1, 'a', 3, 1.5), (2, 'b', 1, 2.5), (3, 'a', 3, NULL), (4, 'b', NULL, 4.0), (5, 'a', 1, -1.0), (6, 'c', 2, 0.25), (7, 'b', 1, 2.5), (8, 'a', NULL, 8.0);
SELECT id, row_number() OVER (ORDER BY v), rank() OVER (ORDER BY v), dense_rank() OVER (ORDER BY v), percent_rank() OVER (ORDER BY v), cume_dist() OVER (ORDER BY v) FROM t;
--> 4, 1, 1, 1, 0.0, 0.25
--> 8, 2, 1, 1, 0.0, 0.25
--> 2, 3, 3, 2, 0.2857142857142857, 0.625
--> 5, 4, 3, 2, 0.2857142857142857, 0.625
--> 7, 5, 3, 2, 0.2857142857142857, 0.625
--> 6, 6, 6, 3, 0.7142857142857143, 0.75
--> 1, 7, 7, 4, 0.8571428571428571, 1.0
--> 3, 8, 7, 4, 0.8571428571428571, 1.0
SELECT g, id, row_number() OVER w, rank() OVER w, dense_rank() OVER w, percent_rank() OVER w, cume_dist() OVER w FROM t WINDOW w AS (PARTITION BY g ORDER BY v DESC);
--> 'a', 1, 1, 1, 1, 0.0, 0.5
--> 'a', 3, 2, 1, 1, 0.0, 0.5
--> 'a', 5, 3, 3, 2, 0.66666666666666663, 0.75
--> 'a', 8, 4, 4, 3, 1.0, 1.0
--> 'b', 2, 1, 1, 1, 0.0, 0.66666666666666663
--> 'b', 7, 2, 1, 1, 0.0, 0.66666666666666663
--> 'b', 4, 3, 3, 2, 1.0, 1.0
--> 'c', 6, 1, 1, 1, 0.0, 1.0
SELECT id, rank() OVER (), dense_rank() OVER (), percent_rank() OVER (), cume_dist() OVER () FROM t;
--> 1, 1, 1, 0.0, 1.0
--> 2, 1, 1, 0.0, 1.0
--> 3, 1, 1, 0.0, 1.0
--> 4, 1, 1, 0.0, 1.0
--> 5, 1, 1, 0.0, 1.0
--> 6, 1, 1, 0.0, 1.0
--> 7, 1, 1, 0.0, 1.0
--> 8, 1, 1, 0.0, 1.0
SELECT id, row_number() OVER (ORDER BY g COLLATE NOCASE DESC, v NULLS LAST) FROM t;
--> 6, 1
--> 2, 2
--> 7, 3
--> 4, 4
--> 5, 5
--> 1, 6
--> 3, 7
--> 8, 8
SELECT id, ntile(3) OVER (ORDER BY id), ntile(5) OVER (ORDER BY id), ntile(8) OVER (ORDER BY id), ntile(100) OVER (ORDER BY id), ntile(1) OVER (ORDER BY id) FROM t;
--> 1, 1, 1, 1, 1, 1
--> 2, 1, 1, 2, 2, 1
--> 3, 1, 2, 3, 3, 1
--> 4, 2, 2, 4, 4, 1
--> 5, 2, 3, 5, 5, 1
--> 6, 2, 3, 6, 6, 1
--> 7, 3, 4, 7, 7, 1
--> 8, 3, 5, 8, 8, 1
SELECT id, ntile(2) OVER (PARTITION BY g ORDER BY id DESC) FROM t;
--> 8, 1
--> 5, 1
--> 3, 2
--> 1, 2
--> 7, 1
--> 4, 1
--> 2, 2
--> 6, 1

-- case lag and lead
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, x REAL);
INSERT INTO t VALUES(1, 'a', 3, 1.5), (2, 'b', 1, 2.5), (3, 'a', 3, NULL), (4, 'b', NULL, 4.0), (5, 'a', 1, -1.0), (6, 'c', 2, 0.25), (7, 'b', 1, 2.5), (8, 'a', NULL, 8.0);
SELECT id, lag(v) OVER (ORDER BY id), lag(v, 2) OVER (ORDER BY id), lag(v, 2, 'none') OVER (ORDER BY id), lag(g, 0) OVER (ORDER BY id) FROM t;
--> 1, NULL, NULL, 'none', 'a'
--> 2, 3, NULL, 'none', 'b'
--> 3, 1, 3, 3, 'a'
--> 4, 3, 1, 1, 'b'
--> 5, NULL, 3, 3, 'a'
--> 6, 1, NULL, NULL, 'c'
--> 7, 2, 1, 1, 'b'
--> 8, 1, 2, 2, 'a'
SELECT id, lead(v) OVER (ORDER BY id), lead(v, 2) OVER (ORDER BY id), lead(v, 2, g) OVER (ORDER BY id), lead(g, 0) OVER (ORDER BY id) FROM t;
--> 1, 1, 3, 3, 'a'
--> 2, 3, NULL, NULL, 'b'
--> 3, NULL, 1, 1, 'a'
--> 4, 1, 2, 2, 'b'
--> 5, 2, 1, 1, 'a'
--> 6, 1, NULL, NULL, 'c'
--> 7, NULL, NULL, 'b', 'b'
--> 8, NULL, NULL, 'a', 'a'
SELECT id, lag(id, v, 'd') OVER (ORDER BY id), lead(id, v, 'd') OVER (ORDER BY id) FROM t;
--> 1, 'd', 4
--> 2, 1, 3
--> 3, 'd', 6
--> 4, 'd', 'd'
--> 5, 4, 6
--> 6, 4, 8
--> 7, 6, 8
--> 8, 'd', 'd'
SELECT id, lag(id, -1) OVER (ORDER BY id), lag(id, -2) OVER (ORDER BY id), lead(id, -1) OVER (ORDER BY id), lead(id, -3) OVER (ORDER BY id) FROM t;
--> 1, 2, NULL, NULL, NULL
--> 2, 3, NULL, 1, NULL
--> 3, 4, NULL, 2, NULL
--> 4, 5, NULL, 3, 1
--> 5, 6, NULL, 4, 2
--> 6, 7, NULL, 5, 3
--> 7, 8, NULL, 6, 4
--> 8, NULL, NULL, 7, 5
SELECT id, lead(id, '2') OVER (ORDER BY id), lead(id, 2.0) OVER (ORDER BY id), lead(id, 1.5, 'd') OVER (ORDER BY id), lead(id, NULL, 'd') OVER (ORDER BY id), lead(id, 'x', 'd') OVER (ORDER BY id), lead(id, 9223372036854775807, 'd') OVER (ORDER BY id) FROM t;
--> 1, 3, 3, 'd', 'd', 1, 'd'
--> 2, 4, 4, 'd', 'd', 2, 'd'
--> 3, 5, 5, 'd', 'd', 3, 'd'
--> 4, 6, 6, 'd', 'd', 4, 'd'
--> 5, 7, 7, 'd', 'd', 5, 'd'
--> 6, 8, 8, 'd', 'd', 6, 'd'
--> 7, NULL, NULL, 'd', 'd', 7, 'd'
--> 8, NULL, NULL, 'd', 'd', 8, 'd'
SELECT g, id, lag(x, 1, 0.5) OVER (PARTITION BY g ORDER BY id), lead(x, 1, 'end') OVER (PARTITION BY g ORDER BY id) FROM t;
--> 'a', 1, 0.5, NULL
--> 'a', 3, 1.5, -1.0
--> 'a', 5, NULL, 8.0
--> 'a', 8, -1.0, 'end'
--> 'b', 2, 0.5, 4.0
--> 'b', 4, 2.5, 2.5
--> 'b', 7, 4.0, 'end'
--> 'c', 6, 0.5, 'end'
SELECT g, lag(g || '!') OVER (ORDER BY id) || '?' FROM t;
--> 'a', NULL
--> 'b', 'a!?'
--> 'a', 'b!?'
--> 'b', 'a!?'
--> 'a', 'b!?'
--> 'c', 'a!?'
--> 'b', 'c!?'
--> 'a', 'b!?'

-- case first, last and nth value
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, x REAL);
INSERT INTO t VALUES(1, 'a', 3, 1.5), (2, 'b', 1, 2.5), (3, 'a', 3, NULL), (4, 'b', NULL, 4.0), (5, 'a', 1, -1.0), (6, 'c', 2, 0.25), (7, 'b', 1, 2.5), (8, 'a', NULL, 8.0);
SELECT id, first_value(x) OVER w, last_value(x) OVER w, nth_value(x, 2) OVER w, nth_value(x, id) OVER w FROM t WINDOW w AS (ORDER BY id);
--> 1, 1.5, 1.5, NULL, 1.5
--> 2, 1.5, 2.5, 2.5, 2.5
--> 3, 1.5, NULL, 2.5, NULL
--> 4, 1.5, 4.0, 2.5, 4.0
--> 5, 1.5, -1.0, 2.5, -1.0
--> 6, 1.5, 0.25, 2.5, 0.25
--> 7, 1.5, 2.5, 2.5, 2.5
--> 8, 1.5, 8.0, 2.5, 8.0
SELECT id, first_value(g) OVER w, last_value(g) OVER w, nth_value(g, 2) OVER w FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING);
--> 1, 'a', 'b', 'b'
--> 2, 'a', 'a', 'b'
--> 3, 'b', 'b', 'a'
--> 4, 'a', 'a', 'b'
--> 5, 'b', 'c', 'a'
--> 6, 'a', 'b', 'c'
--> 7, 'c', 'a', 'b'
--> 8, 'b', 'a', 'a'
SELECT id, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 3) OVER w FROM t WINDOW w AS (ORDER BY v RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING);
--> 4, 4, 8, NULL
--> 8, 4, 8, NULL
--> 2, 2, 6, 7
--> 5, 2, 6, 7
--> 7, 2, 6, 7
--> 6, 2, 3, 7
--> 1, 6, 3, 3
--> 3, 6, 3, 3
SELECT id, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 2) OVER w FROM t WINDOW w AS (ORDER BY v GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW);
--> 4, 8, 8, NULL
--> 8, 4, 4, NULL
--> 2, 4, 7, 8
--> 5, 4, 7, 8
--> 7, 4, 5, 8
--> 6, 2, 7, 5
--> 1, 6, 3, 3
--> 3, 6, 1, 1
SELECT id, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 2) OVER w FROM t WINDOW w AS (ORDER BY v GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES);
--> 4, 4, 4, NULL
--> 8, 8, 8, NULL
--> 2, 4, 2, 8
--> 5, 4, 5, 8
--> 7, 4, 7, 8
--> 6, 2, 6, 5
--> 1, 6, 1, 1
--> 3, 6, 3, 3
SELECT id, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 2) OVER w FROM t WINDOW w AS (ORDER BY v GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP);
--> 4, 2, 7, 5
--> 8, 2, 7, 5
--> 2, 4, 6, 8
--> 5, 4, 6, 8
--> 7, 4, 6, 8
--> 6, 2, 3, 5
--> 1, 6, 6, NULL
--> 3, 6, 6, NULL
SELECT id, first_value(id) OVER w, last_value(id) OVER w FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 3 FOLLOWING AND 5 FOLLOWING);
--> 1, 4, 6
--> 2, 5, 7
--> 3, 6, 8
--> 4, 7, 8
--> 5, 8, 8
--> 6, NULL, NULL
--> 7, NULL, NULL
--> 8, NULL, NULL

-- case aggregates
CREATE TABLE t(id INTEGER PRIMARY KEY, g TEXT, v INT, x REAL);
INSERT INTO t VALUES(1, 'a', 3, 1.5), (2, 'b', 1, 2.5), (3, 'a', 3, NULL), (4, 'b', NULL, 4.0), (5, 'a', 1, -1.0), (6, 'c', 2, 0.25), (7, 'b', 1, 2.5), (8, 'a', NULL, 8.0);
SELECT id, sum(v) OVER w, total(v) OVER w, avg(v) OVER w, count(v) OVER w, count(*) OVER w, min(v) OVER w, max(v) OVER w, group_concat(v) OVER w FROM t WINDOW w AS (ORDER BY id);
--> 1, 3, 3.0, 3.0, 1, 1, 3, 3, '3'
--> 2, 4, 4.0, 2.0, 2, 2, 1, 3, '3,1'
--> 3, 7, 7.0, 2.3333333333333335, 3, 3, 1, 3, '3,1,3'
--> 4, 7, 7.0, 2.3333333333333335, 3, 4, 1, 3, '3,1,3'
--> 5, 8, 8.0, 2.0, 4, 5, 1, 3, '3,1,3,1'
--> 6, 10, 10.0, 2.0, 5, 6, 1, 3, '3,1,3,1,2'
--> 7, 11, 11.0, 1.8333333333333333, 6, 7, 1, 3, '3,1,3,1,2,1'
--> 8, 11, 11.0, 1.8333333333333333, 6, 8, 1, 3, '3,1,3,1,2,1'
SELECT id, sum(v) OVER w, total(v) OVER w, avg(v) OVER w, count(v) OVER w, count(*) OVER w, min(v) OVER w, max(v) OVER w, group_concat(v) OVER w FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING);
--> 1, NULL, 0.0, NULL, 0, 0, NULL, NULL, NULL
--> 2, 3, 3.0, 3.0, 1, 1, 3, 3, '3'
--> 3, 4, 4.0, 2.0, 2, 2, 1, 3, '3,1'
--> 4, 4, 4.0, 2.0, 2, 2, 1, 3, '1,3'
--> 5, 3, 3.0, 3.0, 1, 2, 3, 3, '3'
--> 6, 1, 1.0, 1.0, 1, 2, 1, 1, '1'
--> 7, 3, 3.0, 1.5, 2, 2, 1, 2, '1,2'
--> 8, 3, 3.0, 1.5, 2, 2, 1, 2, '2,1'
SELECT id, sum(x) OVER w, min(x) OVER w, max(x) OVER w, string_agg(g, id) OVER w FROM t WINDOW w AS (ORDER BY v, id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING);
--> 4, 12.0, 4.0, 8.0, 'b8a'
--> 8, 14.5, 2.5, 8.0, 'b8a2b'
--> 2, 9.5, -1.0, 8.0, 'a2b5a'
--> 5, 4.0, -1.0, 2.5, 'b5a7b'
--> 7, 1.75, -1.0, 2.5, 'a7b6c'
--> 6, 4.25, 0.25, 2.5, 'b6c1a'
--> 1, 1.75, 0.25, 1.5, 'c1a3a'
--> 3, 1.5, 1.5, 1.5, 'a3a'
SELECT id, sum(v) FILTER (WHERE id % 2) OVER w, count(*) FILTER (WHERE x > 2) OVER w, min(id) FILTER (WHERE v = 1) OVER w, group_concat(g) FILTER (WHERE v) OVER w FROM t WINDOW w AS (ORDER BY id ROWS 2 PRECEDING);
--> 1, 3, 0, NULL, 'a'
--> 2, 3, 1, 2, 'a,b'
--> 3, 6, 1, 2, 'a,b,a'
--> 4, 3, 2, 2, 'b,a'
--> 5, 4, 1, 5, 'a,a'
--> 6, 1, 1, 5, 'a,c'
--> 7, 2, 1, 5, 'a,c,b'
--> 8, 1, 2, 7, 'c,b'
SELECT g, id, sum(id) OVER (PARTITION BY g), count(*) OVER (PARTITION BY g ORDER BY id), max(x) OVER (PARTITION BY g ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM t;
--> 'a', 1, 17, 1, 8.0
--> 'a', 3, 17, 2, 8.0
--> 'a', 5, 17, 3, 8.0
--> 'a', 8, 17, 4, 8.0
--> 'b', 2, 13, 1, 4.0
--> 'b', 4, 13, 2, 4.0
--> 'b', 7, 13, 3, 2.5
--> 'c', 6, 6, 1, 0.25
SELECT id, median(v) OVER (ORDER BY id ROWS 2 PRECEDING), percentile(x, 50) OVER (ORDER BY id), percentile_cont(x, 0.25) OVER (), percentile_disc(v, 0.5) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING) FROM t;
--> 1, 3.0, 1.5, 0.875, 1.0
--> 2, 2.0, 2.0, 0.875, 1.0
--> 3, 3.0, 2.0, 0.875, 1.0
--> 4, 2.0, 2.5, 0.875, 1.0
--> 5, 2.0, 2.0, 0.875, 1.0
--> 6, 1.5, 1.5, 0.875, 1.0
--> 7, 1.0, 2.0, 0.875, NULL
--> 8, 1.5, 2.5, 0.875, NULL
SELECT min(g) OVER w, max(g COLLATE NOCASE) OVER w FROM t WINDOW w AS (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING);
--> 'a', 'b'
--> 'a', 'b'
--> 'a', 'b'
--> 'a', 'b'
--> 'a', 'c'
--> 'a', 'c'
--> 'a', 'c'
--> 'a', 'b'

-- case sums: storage classes, overflow, infinities
CREATE TABLE s(i INTEGER PRIMARY KEY, v);
INSERT INTO s VALUES(1, 1), (2, 2.5), (3, 3), (4, 4), (5, 1e308), (6, 1e308), (7, 5), (8, '7'), (9, 'x'), (10, x'31'), (11, NULL), (12, 2);
SELECT i, sum(v) OVER w, total(v) OVER w, avg(v) OVER w FROM s WINDOW w AS (ORDER BY i ROWS 1 PRECEDING);
--> 1, 1, 1.0, 1.0
--> 2, 3.5, 3.5, 1.75
--> 3, 5.5, 5.5, 2.75
--> 4, 7.0, 7.0, 3.5
--> 5, 1e+308, 1e+308, 5.0000000000000001e+307
--> 6, inf, inf, inf
--> 7, inf, inf, inf
--> 8, inf, inf, inf
--> 9, inf, inf, inf
--> 10, inf, inf, inf
--> 11, inf, inf, inf
--> 12, inf, inf, inf
SELECT i, sum(v) OVER w, avg(v) OVER w FROM s WINDOW w AS (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW);
--> 1, 2.5, 2.5
--> 2, 4, 2.0
--> 3, 6.5, 3.25
--> 4, 1e+308, 5.0000000000000001e+307
--> 5, 1e+308, 5.0000000000000001e+307
--> 6, 1e+308, 5.0000000000000001e+307
--> 7, 1e+308, 5.0000000000000001e+307
--> 8, 5.0, 2.5
--> 9, 8.0, 4.0
--> 10, 0.0, 0.0
--> 11, 3.0, 1.5
--> 12, NULL, NULL
CREATE TABLE o(i INTEGER PRIMARY KEY, v);
INSERT INTO o VALUES(1, 9223372036854775807), (2, 0), (3, 1), (4, -5);
SELECT i, sum(v) OVER (ORDER BY i ROWS 1 PRECEDING) FROM o;
--> 1, 9223372036854775807
--> 2, 9223372036854775807
--> 3, 1
--> 4, -4
SELECT i, sum(v) OVER (ORDER BY i) FROM o;
--> error: integer overflow
SELECT i, total(v) OVER (ORDER BY i) FROM o;
--> 1, 9.2233720368547758e+18
--> 2, 9.2233720368547758e+18
--> 3, 9.2233720368547758e+18
--> 4, 9.2233720368547758e+18
SELECT v, sum(v) OVER (ORDER BY v DESC RANGE BETWEEN 100 PRECEDING AND 2 PRECEDING) FROM o;
--> 9223372036854775807, NULL
--> 1, NULL
--> 0, NULL
--> -5, 1
SELECT i, sum(0.1) OVER (ORDER BY i), sum(i * 0.1) OVER (ORDER BY i ROWS 2 PRECEDING) FROM s;
--> 1, 0.10000000000000001, 0.10000000000000001
--> 2, 0.20000000000000001, 0.30000000000000004
--> 3, 0.30000000000000004, 0.60000000000000009
--> 4, 0.40000000000000002, 0.90000000000000013
--> 5, 0.5, 1.2000000000000002
--> 6, 0.60000000000000009, 1.5
--> 7, 0.70000000000000007, 1.8000000000000003
--> 8, 0.80000000000000004, 2.1000000000000001
--> 9, 0.90000000000000002, 2.4000000000000004
--> 10, 1.0, 2.7000000000000002
--> 11, 1.1000000000000001, 3.0
--> 12, 1.2000000000000002, 3.3000000000000003

-- case extremes that leave the frame, text of one collation
CREATE TABLE t(i INTEGER PRIMARY KEY, c TEXT COLLATE NOCASE, d TEXT);
INSERT INTO t VALUES(1, 'b', 'b'), (2, 'A', 'A'), (3, 'a', 'a'), (4, 'B', 'B'), (5, NULL, NULL), (6, 'c', 'c'), (7, 'C', 'C');
SELECT i, min(c) OVER w, max(c) OVER w, min(d) OVER w, max(d) OVER w FROM t WINDOW w AS (ORDER BY i ROWS 1 PRECEDING);
--> 1, 'b', 'b', 'b', 'b'
--> 2, 'A', 'b', 'A', 'b'
--> 3, 'a', 'a', 'A', 'a'
--> 4, 'a', 'B', 'B', 'a'
--> 5, 'B', 'B', 'B', 'B'
--> 6, 'c', 'c', 'c', 'c'
--> 7, 'C', 'C', 'C', 'c'
SELECT i, min(c) OVER w, max(c) OVER w, min(d) OVER w, max(d) OVER w FROM t WINDOW w AS (ORDER BY i ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW);
--> 1, 'A', 'A', 'A', 'a'
--> 2, 'a', 'b', 'B', 'b'
--> 3, 'A', 'b', 'A', 'b'
--> 4, 'A', 'c', 'A', 'c'
--> 5, 'a', 'c', 'B', 'c'
--> 6, 'B', 'C', 'B', 'C'
--> 7, 'c', 'c', 'c', 'c'
SELECT i, min(c) OVER w, max(c) OVER w FROM t WINDOW w AS (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);
--> 1, 'b', 'b'
--> 2, 'A', 'b'
--> 3, 'A', 'b'
--> 4, 'A', 'b'
--> 5, 'A', 'b'
--> 6, 'A', 'c'
--> 7, 'A', 'c'
