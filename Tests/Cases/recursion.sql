-- Recursive common tables: which arms may name the table.

-- case the recursive arms are the last ones, behind one operator
WITH w(a) AS (SELECT 1 UNION ALL SELECT 2 UNION SELECT a+1 FROM w WHERE a < 4) SELECT * FROM w;
--> 1
--> 2
--> 3
--> 4
WITH w(a) AS (SELECT 1 UNION ALL SELECT a+1 FROM w WHERE a < 4 UNION SELECT a+10 FROM w WHERE a<3) SELECT * FROM w;
--> error: circular reference: w
WITH w(a) AS (SELECT 1 UNION SELECT a+1 FROM w WHERE a < 4 UNION ALL SELECT a+10 FROM w WHERE a<3) SELECT * FROM w;
--> error: circular reference: w
WITH w(a) AS (SELECT 1 UNION ALL SELECT a+1 FROM w WHERE a < 4 UNION ALL SELECT a+10 FROM w WHERE a<3) SELECT a FROM w ORDER BY a;
--> 1
--> 2
--> 3
--> 4
--> 11
--> 12
WITH w(a) AS (SELECT 1 INTERSECT SELECT a+1 FROM w WHERE a < 4) SELECT * FROM w;
--> error: circular reference: w
WITH w(a) AS (SELECT 1 UNION SELECT a+1 FROM w WHERE a < 4 UNION SELECT 77) SELECT * FROM w;
--> error: circular reference: w
WITH w(a) AS (SELECT 1 UNION SELECT 5 UNION SELECT a+1 FROM w WHERE a < 4) SELECT * FROM w;
--> 1
--> 5
--> 2
--> 3
--> 4
WITH w(a) AS (SELECT 1 EXCEPT SELECT 5 UNION SELECT a+1 FROM w WHERE a < 4) SELECT * FROM w;
--> 1
--> 2
--> 3
--> 4

-- case more than one reference
WITH w AS (SELECT 1 UNION SELECT 1 FROM w, w) SELECT * FROM w;
--> error: multiple references to recursive table: w
WITH w AS (SELECT 1 UNION SELECT 1 FROM w JOIN (w)) SELECT * FROM w;
--> error: multiple references to recursive table: w
WITH w AS (SELECT 1 UNION SELECT 1 FROM w WHERE (SELECT 1 FROM w)) SELECT * FROM w;
--> error: multiple recursive references: w
WITH w AS (SELECT 1 UNION SELECT 1 FROM w JOIN (SELECT 1 FROM w)) SELECT * FROM w;
--> error: multiple recursive references: w
WITH w AS (SELECT 1 UNION SELECT 1 FROM (SELECT 1 FROM w) JOIN w) SELECT * FROM w;
--> error: multiple recursive references: w
WITH w AS (SELECT 1 UNION SELECT (SELECT 1 FROM w) FROM w) SELECT * FROM w;
--> error: multiple recursive references: w

-- case of several arms with an error the last counts
CREATE TABLE t(a, b);
SELECT x1 FROM t UNION SELECT x2 FROM t;
--> error: no such column: x2
WITH w AS (SELECT x1 FROM t UNION SELECT x2 FROM t) SELECT * FROM w;
--> error: no such column: x2
WITH w AS (SELECT x1 FROM t UNION SELECT x2 FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w AS (SELECT x1 UNION SELECT x2 FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION SELECT x2 FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT x2 FROM w UNION ALL SELECT x3 FROM w) SELECT * FROM w;
--> error: no such column: x3
WITH w(a) AS (SELECT x1 UNION ALL SELECT a FROM w UNION ALL SELECT x3 FROM w) SELECT * FROM w;
--> error: no such column: x3
WITH w(a) AS (SELECT x1 UNION ALL SELECT a FROM w UNION ALL SELECT a FROM w) SELECT * FROM w;
--> error: no such column: x1
WITH w(a) AS (SELECT x1 UNION ALL SELECT x0 UNION ALL SELECT a FROM w UNION ALL SELECT a FROM w) SELECT * FROM w;
--> error: no such column: x0
WITH w(a) AS (SELECT x1 UNION ALL SELECT x0 UNION ALL SELECT x2 FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT a FROM w WHERE x2) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT a FROM w JOIN nowhere) SELECT * FROM w;
--> error: no such table: nowhere
WITH w(a) AS (SELECT x1 FROM nowhere UNION ALL SELECT a FROM w JOIN nowhere2) SELECT * FROM w;
--> error: no such table: nowhere
WITH w(a) AS (SELECT x1 FROM nowhere UNION ALL SELECT x2 FROM w) SELECT * FROM w;
--> error: no such table: nowhere
WITH w(a) AS (SELECT 1 UNION ALL SELECT x2 FROM w) SELECT x9 FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT x2 FROM w) SELECT x9 FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT x2 FROM w ORDER BY x3) SELECT x9 FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT 1 UNION ALL SELECT a FROM w ORDER BY x3) SELECT x9 FROM w;
--> error: 1st ORDER BY term does not match any column in the result set
WITH w(a) AS (SELECT 1, x1 UNION ALL SELECT x2 FROM w) SELECT x9 FROM w;
--> error: table w has 2 values for 1 columns
WITH w(a) AS (SELECT x1 UNION ALL SELECT x2, 1 FROM w) SELECT x9 FROM w;
--> error: no such column: x2
SELECT * FROM t, (WITH w(a) AS (SELECT x1 UNION ALL SELECT x2 FROM w) SELECT * FROM w);
--> error: no such column: x2
SELECT (WITH w(a) AS (SELECT x1 UNION ALL SELECT x2 FROM w) SELECT a FROM w) FROM t;
--> error: no such column: x2
WITH w(a) AS (SELECT (SELECT x1) UNION ALL SELECT (SELECT x2) FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT * FROM (SELECT x1) UNION ALL SELECT b FROM w, (SELECT x2 AS b)) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT x1 UNION ALL SELECT * FROM (SELECT x2)) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT nofun(1) UNION ALL SELECT x2 FROM w) SELECT * FROM w;
--> error: no such column: x2
WITH w(a) AS (SELECT max(1, x1) UNION ALL SELECT nofun(1) FROM w) SELECT * FROM w;
--> error: no such function: nofun
