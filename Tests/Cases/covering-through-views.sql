-- An index that has all columns that are asked for is read instead of the table, also through views, subqueries and common tables.

-- case plans
CREATE TABLE p(a INT, b TEXT, c);
CREATE INDEX i ON p(b);
CREATE VIEW v AS SELECT a, b AS d, 'z' AS z FROM p;
EXPLAIN QUERY PLAN SELECT b FROM p;
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT d FROM v;
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT d, count(*) FROM v;
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT d FROM (SELECT a, b AS d FROM p);
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT a, b AS d FROM p) WHERE d > 'x';
--> 'SEARCH p USING COVERING INDEX i (b>?)'
EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT * FROM p);
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN WITH k AS (SELECT a, b FROM p) SELECT b FROM k;
--> 'SCAN p USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT a, d FROM v;
--> 'SCAN p'
EXPLAIN QUERY PLAN SELECT d FROM v WHERE a > 1;
--> 'SCAN p'

-- case the order that follows from them
CREATE TABLE p(a INT, b TEXT, c);
CREATE INDEX i ON p(b);
INSERT INTO p VALUES (1, 'y', 5), (2, 'z', 6), (3, 'x', 7);
CREATE VIEW v AS SELECT a, b AS d FROM p;
SELECT b FROM p;
--> 'x'
--> 'y'
--> 'z'
SELECT d FROM v;
--> 'x'
--> 'y'
--> 'z'
SELECT d, count(*) FROM v;
--> 'x', 3
SELECT group_concat(d) FROM (SELECT a, b AS d FROM p);
--> 'x,y,z'
WITH k AS (SELECT * FROM p) SELECT b FROM k;
--> 'x'
--> 'y'
--> 'z'
SELECT d FROM v LIMIT 1;
--> 'x'
SELECT (SELECT d FROM v);
--> 'x'
