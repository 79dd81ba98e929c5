-- Conditions that have been computed: terms of GROUP BY, and expressions that an index holds.

-- case HAVING with a condition that is a term of GROUP BY
CREATE TABLE u(x, y);
INSERT INTO u VALUES (1, 'p'), (1, 'q'), (4, 'r'), (NULL, 's');
SELECT 1 FROM u GROUP BY x = 1 HAVING x = 1;
--> 1
SELECT x > 1, count(*) FROM u GROUP BY x > 1 HAVING x > 1;
--> 1, 1
SELECT x > 1, count(*) FROM u GROUP BY 1 HAVING x > 1 OR count(*) > 1;
--> 0, 2
--> 1, 1
SELECT x > 1 AS z, count(*) FROM u GROUP BY z HAVING z;
--> 1, 1
SELECT count(*) FROM u GROUP BY x IS NULL HAVING x IS NULL;
--> 1
SELECT count(*) FROM u GROUP BY x NOTNULL HAVING NOT x NOTNULL;
--> 1
SELECT x, count(*) FROM u GROUP BY x, y = 'p' HAVING y = 'p';
--> 1, 1
SELECT count(*) FROM u GROUP BY x IN (1, 2) HAVING x IN (1, 2);
--> 2
SELECT count(*) FROM u GROUP BY x IN (SELECT 1) HAVING x IN (SELECT 1);
--> 2
SELECT count(*) FROM u GROUP BY x BETWEEN 1 AND 2 HAVING x BETWEEN 1 AND 2;
--> 2
SELECT count(*) FROM u GROUP BY x = 1 AND y > 'a' HAVING x = 1 AND y > 'a';
--> 2
SELECT count(*) FROM u GROUP BY x = 1 HAVING x = 1 AND count(*) > 1;
--> 2
SELECT count(*) FROM u GROUP BY x = 1 HAVING NOT (x = 1);
--> 1
SELECT count(*), CASE WHEN x = 1 THEN 'one' ELSE 'other' END FROM u GROUP BY x = 1 ORDER BY 1, 2;
--> 1, 'other'
--> 1, 'other'
--> 2, 'one'
SELECT count(*) FILTER (WHERE x = 1), iif(x = 1, 'a', 'b') FROM u GROUP BY x = 1 ORDER BY x = 1;
--> 0, 'b'
--> 0, 'b'
--> 2, 'a'
SELECT x = 1 OR 0, (x = 1) + 1, x = 1 IS NULL FROM u GROUP BY x = 1 ORDER BY 1;
--> NULL, NULL, 1
--> 0, 1, 0
--> 1, 2, 0
SELECT u.x > 1 AND 1, sum(sum(x)) OVER (ORDER BY u.x > 1) FROM u GROUP BY u.x > 1 HAVING u.x > 1 IS NOT NULL;
--> 0, 2
--> 1, 6

-- case indexes on conditions are read as conditions
CREATE TABLE u(x, y);
INSERT INTO u VALUES (1, 'p'), (1, 'q'), (4, 'r'), (NULL, 's');
CREATE INDEX i1 ON u(x > 1, y);
CREATE INDEX i2 ON u(y, x IS NULL);
CREATE INDEX i3 ON u(y, x IN (1, 2), x BETWEEN 1 AND 2);
CREATE INDEX i4 ON u(y, x > 1 AND y > 'p', NOT x);
SELECT count(*) FROM u INDEXED BY i1 WHERE x > 1;
--> 1
SELECT y FROM u INDEXED BY i1 WHERE y > 'a' AND x > 1;
--> 'r'
SELECT y, CASE WHEN x > 1 THEN 'a' ELSE 'b' END FROM u INDEXED BY i1 WHERE y > 'a' ORDER BY y;
--> 'p', 'b'
--> 'q', 'b'
--> 'r', 'a'
--> 's', 'b'
SELECT y FROM u INDEXED BY i2 WHERE y > 'a' AND x IS NULL;
--> 's'
SELECT y, iif(x IS NULL, 'null', 'not') FROM u INDEXED BY i2 WHERE y > 'a';
--> 'p', 'not'
--> 'q', 'not'
--> 'r', 'not'
--> 's', 'null'
SELECT y FROM u INDEXED BY i3 WHERE y > 'a' AND x IN (1, 2) AND x BETWEEN 1 AND 2;
--> 'p'
--> 'q'
SELECT y FROM u INDEXED BY i4 WHERE y > 'a' AND (x > 1 AND y > 'p');
--> 'r'
SELECT y FROM u INDEXED BY i4 WHERE y > 'a' AND NOT x;
SELECT x > 1, count(*) FROM u INDEXED BY i1 GROUP BY x > 1 HAVING x > 1;
--> 1, 1
DELETE FROM u INDEXED BY i2 WHERE y > 'a' AND x IS NULL;
UPDATE u INDEXED BY i1 SET y = y || '!' WHERE y > 'a' AND x > 1;
SELECT * FROM u;
--> 1, 'p'
--> 1, 'q'
--> 4, 'r!'

-- case terms of GROUP BY in conditions of the result and the order
CREATE TABLE u(x, y);
INSERT INTO u VALUES (1, 'p'), (1, 'q'), (4, 'r'), (NULL, 's');
SELECT x = 1, sum(x) FROM u GROUP BY x = 1 ORDER BY CASE WHEN x = 1 THEN 0 ELSE 1 END, 1;
--> 1, 2
--> NULL, NULL
--> 0, 4
SELECT iif(x = 1, 'one', 'other'), count(*) FROM u GROUP BY x = 1 ORDER BY 2, 1;
--> 'other', 1
--> 'other', 1
--> 'one', 2
SELECT CASE WHEN y > 'p' THEN 'late' ELSE 'early' END AS z, count(*) FROM u GROUP BY y > 'p' ORDER BY z;
--> 'early', 1
--> 'late', 3
SELECT iif(x > 1, 1, 2), y FROM u WHERE x > 1 OR y = 'p' GROUP BY x > 1, y ORDER BY 2;
--> 2, 'p'
--> 1, 'r'
SELECT count(*) FILTER (WHERE y > 'p'), sum(iif(x = 1, 10, 1)) FROM u GROUP BY x = 1 ORDER BY 1, 2;
--> 1, 1
--> 1, 1
--> 1, 20
