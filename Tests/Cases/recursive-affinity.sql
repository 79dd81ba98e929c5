-- The affinity of a recursive table is that of all its arms.

-- case comparisons and reals
CREATE TABLE t(a INTEGER, b TEXT, r REAL);
INSERT INTO t VALUES (5, '5', 5);
WITH RECURSIVE w(n, x) AS (SELECT 1, min(a) FROM t UNION ALL SELECT n + 1, a FROM w JOIN t WHERE n < 2) SELECT b = x, x = b, x = '5', typeof(x) FROM t JOIN w;
--> 0, 0, 0, 'integer'
--> 0, 0, 0, 'integer'
WITH RECURSIVE w(n, x) AS (SELECT 1, a FROM t UNION ALL SELECT n + 1, b FROM w JOIN t WHERE n < 2) SELECT b = x, x = '5', typeof(x) FROM t JOIN w;
--> 0, 0, 'integer'
--> 1, 1, 'text'
WITH RECURSIVE w(n, x) AS (SELECT 1, b FROM t UNION ALL SELECT n + 1, a FROM w JOIN t WHERE n < 2) SELECT a = x, x = 5, typeof(x) FROM t JOIN w;
--> 1, 0, 'text'
--> 1, 1, 'integer'
WITH RECURSIVE w(n, x) AS (SELECT 1, 1 UNION ALL SELECT n + 1, a FROM w JOIN t WHERE n < 2) SELECT x, x = '1', x = '5', typeof(x) FROM w;
--> 1, 1, 0, 'integer'
--> 5, 0, 1, 'integer'
WITH RECURSIVE w(n, x) AS (SELECT 1, r FROM t UNION ALL SELECT n + 1, a FROM w JOIN t WHERE n < 2) SELECT x, typeof(x) FROM w;
--> 5.0, 'real'
--> 5.0, 'real'
WITH RECURSIVE w(n, x) AS (SELECT 1, 1 UNION ALL SELECT n + 1, r FROM w JOIN t WHERE n < 2) SELECT x, typeof(x) FROM w;
--> 1.0, 'real'
--> 5.0, 'real'
WITH RECURSIVE w(n, x) AS (SELECT 1, 1 UNION ALL SELECT n + 1, x + 1 FROM w WHERE n < 3) SELECT x, x = '1', typeof(x) FROM w;
--> 1, 0, 'integer'
--> 2, 0, 'integer'
--> 3, 0, 'integer'
