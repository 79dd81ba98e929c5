-- Bare columns beside max() and min() with FILTER.

-- case the last row
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES (1, 5, 'p'), (2, 9, 'q'), (3, 7, 'r'), (4, 9, 's'), (5, NULL, 't');
SELECT a, max(b) FILTER (WHERE 0) FROM t;
--> 1, NULL
SELECT a, max(b) FILTER (WHERE a < 3) FROM t;
--> 2, 9
SELECT a, max(b) FILTER (WHERE a > 3) FROM t;
--> 4, 9
SELECT a, max(b) FILTER (WHERE a = 3) FROM t;
--> 3, 7
SELECT a, min(b) FILTER (WHERE a > 1) FROM t;
--> 3, 7
SELECT a, min(b) FILTER (WHERE a IN (2, 3)) FROM t;
--> 3, 7
SELECT a, min(b) FILTER (WHERE b IS NULL) FROM t;
--> 5, NULL
SELECT c, max(b) FILTER (WHERE a <> 2) FROM t GROUP BY a > 2;
--> 'p', 5
--> 's', 9
SELECT c, max(b) FILTER (WHERE a <> 4) FROM t GROUP BY a > 2;
--> 'q', 9
--> 'r', 7
SELECT c, min(a) FILTER (WHERE 0), max(a) FROM t;
--> 't', NULL, 5
SELECT c, max(a), min(a) FILTER (WHERE a > 2) FROM t;
--> 'r', 5, 3
SELECT c, max(a) FILTER (WHERE a < 3), sum(b) FROM t WHERE a > 1;
--> 'q', 2, 25
