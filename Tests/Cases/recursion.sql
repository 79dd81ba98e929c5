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
