-- The order of groups that ORDER BY does not tell apart, and the row that a group shows.

-- case ORDER BY of as many terms decides the directions of GROUP BY
CREATE TABLE g(a TEXT COLLATE NOCASE, b, c);
INSERT INTO g VALUES ('a', 3, 'x'), ('B', 1, 'y'), ('b', 1, 'x'), ('A', 2, 'z'), ('c', 1, 'x'), ('C', 0, 'y'), ('d', 1, 'w'), ('D', 3, 'w');
SELECT a, min(b) FROM g GROUP BY a ORDER BY 2 DESC;
--> 'A', 2
--> 'd', 1
--> 'B', 1
--> 'C', 0
SELECT a, min(b) FROM g GROUP BY a ORDER BY 2;
--> 'C', 0
--> 'B', 1
--> 'd', 1
--> 'A', 2
SELECT a, count(*) FROM g GROUP BY a ORDER BY 2 DESC;
--> 'd', 2
--> 'c', 2
--> 'B', 2
--> 'a', 2
SELECT a, count(*) FROM g GROUP BY a ORDER BY count(*) DESC LIMIT 2;
--> 'd', 2
--> 'c', 2
SELECT a, c, count(*) FROM g GROUP BY a, c ORDER BY 3 DESC;
--> 'd', 'w', 2
--> 'a', 'x', 1
--> 'A', 'z', 1
--> 'b', 'x', 1
--> 'B', 'y', 1
--> 'c', 'x', 1
--> 'C', 'y', 1
SELECT a, c, count(*) FROM g GROUP BY a, c ORDER BY 3 DESC, 1;
--> 'd', 'w', 2
--> 'a', 'x', 1
--> 'A', 'z', 1
--> 'b', 'x', 1
--> 'B', 'y', 1
--> 'c', 'x', 1
--> 'C', 'y', 1
SELECT a, c, count(*) FROM g GROUP BY a, c ORDER BY 3, 2 DESC;
--> 'A', 'z', 1
--> 'B', 'y', 1
--> 'C', 'y', 1
--> 'a', 'x', 1
--> 'b', 'x', 1
--> 'c', 'x', 1
--> 'd', 'w', 2
SELECT a, c, count(*) FROM g GROUP BY c, a ORDER BY 3, 2 DESC;
--> 'A', 'z', 1
--> 'C', 'y', 1
--> 'B', 'y', 1
--> 'c', 'x', 1
--> 'b', 'x', 1
--> 'a', 'x', 1
--> 'd', 'w', 2
SELECT a, b FROM g GROUP BY a ORDER BY a DESC;
--> 'd', 1
--> 'c', 1
--> 'B', 1
--> 'a', 3
SELECT a, b FROM g GROUP BY a ORDER BY a COLLATE BINARY DESC;
--> 'd', 1
--> 'c', 1
--> 'a', 3
--> 'B', 1
SELECT b, a, group_concat(a) FROM g GROUP BY b ORDER BY a DESC;
--> 0, 'C', 'C'
--> 1, 'B', 'B,b,c,d'
--> 3, 'a', 'a,D'
--> 2, 'A', 'A'
SELECT upper(a), sum(b) FROM g GROUP BY upper(a) ORDER BY sum(b) % 2 DESC;
--> 'C', 1
--> 'A', 5
--> 'D', 4
--> 'B', 2
SELECT DISTINCT b, count(*) FROM g GROUP BY a ORDER BY 2 DESC;
--> 1, 2
--> 3, 2
SELECT b FROM g GROUP BY b ORDER BY NULL DESC;
--> 3
--> 2
--> 1
--> 0
SELECT b FROM g GROUP BY b ORDER BY NULL DESC NULLS FIRST;
--> 3
--> 2
--> 1
--> 0

-- case ORDER BY of fewer terms than GROUP BY
CREATE TABLE ix(a TEXT COLLATE NOCASE, b, c);
INSERT INTO ix VALUES ('d', 3, 1), ('D', 3, 2), ('a', 1, 3), ('A', 1, 4), ('D', 2, 5), ('a', 4, 6);
SELECT a, min(b), c FROM ix GROUP BY a, b ORDER BY a DESC;
--> 'D', 2, 5
--> 'd', 3, 1
--> 'a', 1, 3
--> 'a', 4, 6
SELECT a, min(b), c FROM ix GROUP BY a, b ORDER BY a;
--> 'a', 1, 3
--> 'a', 4, 6
--> 'D', 2, 5
--> 'd', 3, 1
SELECT a, b, c FROM ix GROUP BY a, b ORDER BY a DESC, b DESC;
--> 'd', 3, 1
--> 'D', 2, 5
--> 'a', 4, 6
--> 'a', 1, 3
CREATE INDEX ixa ON ix(a, b);
SELECT a, min(b), c FROM ix GROUP BY a, b ORDER BY a DESC;
--> 'D', 2, 5
--> 'd', 3, 1
--> 'a', 1, 3
--> 'a', 4, 6
SELECT a, min(b), c FROM ix GROUP BY a, b ORDER BY a;
--> 'a', 1, 3
--> 'a', 4, 6
--> 'D', 2, 5
--> 'd', 3, 1
SELECT a, b, c FROM ix GROUP BY a, b ORDER BY a DESC, b DESC;
--> 'D', 3, 2
--> 'D', 2, 5
--> 'a', 4, 6
--> 'A', 1, 4
SELECT a, b, c FROM ix GROUP BY a, b ORDER BY a DESC, b;
--> 'D', 2, 5
--> 'd', 3, 1
--> 'a', 1, 3
--> 'a', 4, 6
EXPLAIN QUERY PLAN SELECT a, min(b), c FROM ix GROUP BY a, b ORDER BY a DESC;
--> 'SCAN ix USING INDEX ixa'
--> 'USE TEMP B-TREE FOR ORDER BY'
EXPLAIN QUERY PLAN SELECT a, b, c FROM ix GROUP BY a, b ORDER BY a DESC, b DESC;
--> 'SCAN ix USING INDEX ixa'
EXPLAIN QUERY PLAN SELECT a, b, c FROM ix GROUP BY a, b ORDER BY a DESC, b;
--> 'SCAN ix USING INDEX ixa'
--> 'USE TEMP B-TREE FOR ORDER BY'

-- case the order of a derived table that groups with an order, or a join, do not see
CREATE TABLE g(a TEXT COLLATE NOCASE, b, c);
INSERT INTO g VALUES ('a', 3, 'x'), ('B', 1, 'y'), ('b', 0, 'x'), ('A', 2, 'z'), ('c', 1, 'x'), ('C', 0, 'y'), ('d', 1, 'w'), ('D', 3, 'w');
SELECT a, b FROM (SELECT * FROM g ORDER BY b) GROUP BY a;
--> 'A', 2
--> 'b', 0
--> 'C', 0
--> 'd', 1
SELECT a, b FROM (SELECT * FROM g ORDER BY b) GROUP BY a ORDER BY a;
--> 'a', 3
--> 'B', 1
--> 'c', 1
--> 'd', 1
SELECT b FROM (SELECT * FROM g ORDER BY b) GROUP BY a ORDER BY a DESC;
--> 1
--> 1
--> 1
--> 3
SELECT a, b, max(a) FROM (SELECT * FROM g ORDER BY b) GROUP BY a ORDER BY a;
--> 'a', 3, 'a'
--> 'B', 1, 'B'
--> 'c', 1, 'c'
--> 'd', 1, 'd'
SELECT a, b, group_concat(b) FROM (SELECT * FROM g ORDER BY b) GROUP BY a ORDER BY a;
--> 'A', 2, '2,3'
--> 'b', 0, '0,1'
--> 'C', 0, '0,1'
--> 'd', 1, '1,3'
SELECT a, b, count(DISTINCT b) FROM (SELECT * FROM g ORDER BY b LIMIT 8) GROUP BY a ORDER BY a;
--> 'A', 2, 2
--> 'b', 0, 2
--> 'C', 0, 2
--> 'd', 1, 2
SELECT a, b FROM (SELECT a, b FROM g UNION ALL SELECT c, b FROM g ORDER BY 2) GROUP BY a ORDER BY a;
--> 'a', 3
--> 'B', 1
--> 'c', 1
--> 'd', 1
--> 'w', 1
--> 'x', 3
--> 'y', 1
--> 'z', 2
SELECT a, b, y FROM (SELECT * FROM g ORDER BY b), (SELECT 1 AS y) GROUP BY a;
--> 'a', 3, 1
--> 'B', 1, 1
--> 'c', 1, 1
--> 'd', 1, 1
SELECT a, b, y FROM (SELECT DISTINCT a, b FROM g ORDER BY b), (SELECT 1 AS y UNION ALL SELECT 2 ORDER BY 1 DESC);
--> 'a', 3, 1
--> 'B', 1, 1
--> 'b', 0, 1
--> 'A', 2, 1
--> 'c', 1, 1
--> 'C', 0, 1
--> 'd', 1, 1
--> 'D', 3, 1
--> 'a', 3, 2
--> 'B', 1, 2
--> 'b', 0, 2
--> 'A', 2, 2
--> 'c', 1, 2
--> 'C', 0, 2
--> 'd', 1, 2
--> 'D', 3, 2
SELECT s.a, u.b FROM (SELECT a, b FROM g ORDER BY b) AS s LEFT JOIN (SELECT a, b FROM g ORDER BY b) AS u ON s.a = u.a;
--> 'a', 2
--> 'a', 3
--> 'B', 0
--> 'B', 1
--> 'b', 0
--> 'b', 1
--> 'A', 2
--> 'A', 3
--> 'c', 0
--> 'c', 1
--> 'C', 0
--> 'C', 1
--> 'd', 1
--> 'd', 3
--> 'D', 1
--> 'D', 3
WITH q AS (SELECT * FROM g ORDER BY b) SELECT a, b FROM q GROUP BY a ORDER BY a;
--> 'a', 3
--> 'B', 1
--> 'c', 1
--> 'd', 1
WITH q AS MATERIALIZED (SELECT * FROM g ORDER BY b) SELECT a, b FROM q GROUP BY a ORDER BY a;
--> 'A', 2
--> 'b', 0
--> 'C', 0
--> 'd', 1
SELECT a, b, sum(b) OVER (ORDER BY a) FROM (SELECT * FROM g ORDER BY b) ORDER BY a;
--> 'A', 2, 5
--> 'a', 3, 5
--> 'b', 0, 6
--> 'B', 1, 6
--> 'C', 0, 7
--> 'c', 1, 7
--> 'd', 1, 11
--> 'D', 3, 11
SELECT a, (SELECT 1) FROM (SELECT a, b FROM g ORDER BY b) ORDER BY a;
--> 'a', 1
--> 'A', 1
--> 'B', 1
--> 'b', 1
--> 'c', 1
--> 'C', 1
--> 'd', 1
--> 'D', 1
EXPLAIN QUERY PLAN SELECT a, b FROM (SELECT * FROM g ORDER BY b) GROUP BY a ORDER BY a;
--> 'SCAN g'
--> 'USE TEMP B-TREE FOR GROUP BY'
