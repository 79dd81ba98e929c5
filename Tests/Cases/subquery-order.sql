-- ORDER BY and LIMIT of subqueries below DISTINCT, ORDER BY and others.

-- case a subquery's order below DISTINCT stays
CREATE TABLE n(a, b);
INSERT INTO n VALUES (2, 'x'), (1, 'y'), (3, 'w'), (1, 'y');
CREATE VIEW v AS SELECT * FROM n ORDER BY b;
SELECT * FROM v;
--> 3, 'w'
--> 2, 'x'
--> 1, 'y'
--> 1, 'y'
SELECT count(*), b FROM v GROUP BY b;
--> 1, 'w'
--> 1, 'x'
--> 2, 'y'

-- case a subquery's order below another ORDER BY counts for nothing
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 'x'), (1, 'y'), (2, 'w'), (1, 'a');
SELECT * FROM (SELECT a, b FROM n ORDER BY 1, 2) ORDER BY 1;
--> 1, 'x'
--> 1, 'y'
--> 1, 'a'
--> 2, 'w'
SELECT * FROM (SELECT a, b FROM n ORDER BY b) ORDER BY a DESC;
--> 2, 'w'
--> 1, 'x'
--> 1, 'y'
--> 1, 'a'
SELECT a, b FROM (SELECT a, b FROM n ORDER BY b LIMIT 9) ORDER BY a;
--> 1, 'a'
--> 1, 'x'
--> 1, 'y'
--> 2, 'w'

-- case a LIMIT without an order below ORDER BY takes the first of that order
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (3), (2);
SELECT * FROM (SELECT a FROM n LIMIT 1 OFFSET 1) ORDER BY a;
--> 3
SELECT * FROM (SELECT a FROM n ORDER BY a LIMIT 2) ORDER BY a DESC;
--> 2
--> 1
SELECT max(a) FROM (SELECT a FROM n LIMIT 1);
--> 1
SELECT a FROM (SELECT a FROM n LIMIT 2) WHERE a > 1;
--> 3
SELECT DISTINCT a FROM (SELECT a FROM n LIMIT 1);
--> 1

-- case windows over a subquery with an order
CREATE TABLE t(id INTEGER PRIMARY KEY, v);
INSERT INTO t VALUES (1, 30), (2, 10), (3, 20);
SELECT * FROM (SELECT id, row_number() OVER () AS r, row_number() OVER (ORDER BY v) AS s FROM t ORDER BY r);
--> 1, 1, 3
--> 2, 2, 1
--> 3, 3, 2
SELECT id, row_number() OVER () FROM (SELECT id FROM t ORDER BY v);
--> 2, 1
--> 3, 2
--> 1, 3

-- case a comparison with a subquery of several columns
SELECT (SELECT 1, 2) + 1;
--> error: sub-select returns 2 columns - expected 1
SELECT 1 BETWEEN (SELECT 1, 2) AND 3;
--> error: row value misused
