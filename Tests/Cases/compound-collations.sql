-- The collation of a column of a compound subquery.

-- case below another compound, DISTINCT, GROUP BY, comparisons
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'X'), ('y', 'z');
CREATE VIEW v AS SELECT a, b FROM n UNION ALL SELECT a, b FROM n WHERE 0;
SELECT a FROM n INTERSECT SELECT b FROM n;
--> 'x'
SELECT a = 'X', b = 'x', a IN ('X'), max(a, 'X') FROM v;
--> 1, 0, 1, 'x'
--> 0, 0, 0, 'y'
SELECT DISTINCT a FROM (SELECT a FROM v UNION ALL SELECT 'X');
--> 'x'
--> 'y'
SELECT count(*) FROM (SELECT a FROM v UNION ALL SELECT 'X') GROUP BY a;
--> 2
--> 1
SELECT count(*) FROM v AS l JOIN v AS r ON l.a = r.b;
--> 1
SELECT a FROM v ORDER BY a DESC;
--> 'y'
--> 'x'
SELECT a FROM (SELECT a FROM n UNION SELECT 'X' UNION SELECT 'Y');
--> 'X'
--> 'Y'
