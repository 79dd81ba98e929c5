-- A GROUP BY term is that of the row which min() or max() picks.

-- case equal keys that are not the same
CREATE TABLE t(e COLLATE NOCASE, n, i INT);
INSERT INTO t VALUES ('A', 1, 1), ('a', 1.0, 2), ('B', 2.0, 3), ('b', 2, 4), ('B', 2, 5);
SELECT e, max(e COLLATE BINARY) FROM t GROUP BY e;
--> 'a', 'a'
--> 'b', 'b'
SELECT e, min(i) FROM t GROUP BY e;
--> 'A', 1
--> 'B', 3
SELECT e, max(i) FROM t GROUP BY e;
--> 'a', 2
--> 'B', 5
SELECT e, count(*) FROM t GROUP BY e;
--> 'A', 2
--> 'B', 3
SELECT 1 FROM t GROUP BY e HAVING e <> max(e COLLATE BINARY);
SELECT n, typeof(n), max(i) FROM t GROUP BY n;
--> 1.0, 'real', 2
--> 2, 'integer', 5
SELECT n, typeof(n), min(i) FROM t GROUP BY n;
--> 1, 'integer', 1
--> 2.0, 'real', 3
SELECT n || 'x', max(i) FROM t GROUP BY n;
--> '1.0x', 2
--> '2x', 5
SELECT n || 'x', max(i) FROM t GROUP BY n || 'x';
--> '1.0x', 2
--> '1x', 1
--> '2.0x', 3
--> '2x', 5
SELECT lower(e), max(i) FROM t GROUP BY lower(e);
--> 'a', 2
--> 'b', 5
SELECT e, max(i) FROM t GROUP BY e ORDER BY e DESC;
--> 'B', 5
--> 'a', 2
SELECT e, i, max(i) FROM t GROUP BY e, i > 2;
--> 'a', 2, 2
--> 'B', 5, 5
CREATE INDEX x ON t(e);
SELECT e, max(i) FROM t GROUP BY e;
--> 'a', 2
--> 'B', 5
SELECT n, max(i), e FROM t GROUP BY n ORDER BY n DESC;
--> 2, 5, 'B'
--> 1.0, 2, 'a'
