-- Conditions on the columns of a compound query, whose arms differ in type.

-- case a condition that SQLite asks of each arm by itself
CREATE TABLE n(a INT, b TEXT, c REAL, d);
INSERT INTO n VALUES (1, '1', 1, 1), (5, 'a', 5, 'x'), (0, '10', 0, '10');
SELECT z, typeof(z) FROM (SELECT b AS z FROM n UNION ALL SELECT c FROM n) WHERE z >= 1;
--> '1', 'text'
--> 'a', 'text'
--> '10', 'text'
--> 1.0, 'real'
--> 5.0, 'real'
SELECT z, typeof(z) FROM (SELECT c AS z FROM n UNION ALL SELECT b FROM n) WHERE z >= 1;
--> 1.0, 'real'
--> 5.0, 'real'
--> '1', 'text'
--> 'a', 'text'
--> '10', 'text'
SELECT z FROM (SELECT b AS z FROM n UNION ALL SELECT c FROM n) WHERE z = 1;
--> 1.0
SELECT z FROM (SELECT b AS z FROM n UNION ALL SELECT c FROM n) WHERE z IN (1, 5);
--> 1.0
--> 5.0
SELECT z FROM (SELECT d AS z FROM n UNION ALL SELECT b FROM n) WHERE z >= 1;
--> 1
--> 'x'
--> '10'
--> '1'
--> 'a'
--> '10'
SELECT count(*) FROM (SELECT c AS z FROM n UNION ALL SELECT d FROM n) WHERE z BETWEEN '0' AND '1';
--> 0
CREATE VIEW v AS SELECT a AS z FROM n UNION ALL SELECT d FROM n;
SELECT z FROM v WHERE z = '1';

-- case one that it cannot: a sign, a LIMIT, a result column
CREATE TABLE n(a INT, b TEXT, c REAL, d);
INSERT INTO n VALUES (1, '1', 1, 1), (5, 'a', 5, 'x'), (0, '10', 0, '10');
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n) WHERE +z < '1';
--> 1
--> 5
--> 0
--> 1
SELECT z FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n LIMIT 99) WHERE z < '1';
--> 1
--> 5
--> 0
--> 1
SELECT z, z < '1', z >= 1, z = '1' FROM (SELECT a AS z FROM n UNION ALL SELECT d FROM n);
--> 1, 1, 1, 0
--> 5, 1, 1, 0
--> 0, 1, 0, 0
--> 1, 1, 1, 0
--> 'x', 0, 1, 0
--> '10', 0, 1, 0
SELECT z, z >= 1, z = 1 FROM (SELECT c AS z FROM n UNION ALL SELECT b FROM n);
--> 1.0, 1, 1
--> 5.0, 1, 0
--> 0.0, 0, 0
--> '1', 1, 0
--> 'a', 1, 0
--> '10', 1, 0

-- case collations of both arms
CREATE TABLE n(b TEXT COLLATE NOCASE, c TEXT);
INSERT INTO n VALUES ('a', 'A'), ('B', 'b');
SELECT z FROM (SELECT b AS z FROM n UNION ALL SELECT c FROM n) WHERE z = 'A';
--> 'a'
--> 'A'
SELECT z FROM (SELECT c AS z FROM n UNION ALL SELECT b FROM n) WHERE z = 'A';
--> 'A'
SELECT z, z = 'A' FROM (SELECT b AS z FROM n UNION ALL SELECT c FROM n);
--> 'a', 1
--> 'B', 0
--> 'A', 1
--> 'b', 0
SELECT z, z = 'A' FROM (SELECT c AS z FROM n UNION ALL SELECT b FROM n);
--> 'A', 1
--> 'b', 0
--> 'a', 0
--> 'B', 0

-- case GROUP BY and ORDER BY with signed numbers
CREATE TABLE n(a);
INSERT INTO n VALUES (2), (1), (2);
SELECT a FROM n ORDER BY -1;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM n ORDER BY +1;
--> 1
--> 2
--> 2
SELECT a FROM n ORDER BY -(1);
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM n GROUP BY 1.0;
--> 2
