-- Outer joins.

-- case an IN in the ON clause whose loop never begins
CREATE TABLE t1(a);
INSERT INTO t1 VALUES(0);
CREATE TABLE t2(b, c, d);
CREATE INDEX i2 ON t2(b, c, d);
SELECT * FROM t1 LEFT JOIN t2 ON b = NULL AND c = 5 AND d IN (2, 3, 4);
--> 0, NULL, NULL, NULL
INSERT INTO t2 VALUES(1, 5, 2), (1, 5, 3), (1, 6, 2);
SELECT * FROM t1 LEFT JOIN t2 ON b = a + 1 AND c = 5 AND d IN (2, 3, 4);
--> 0, 1, 5, 2
--> 0, 1, 5, 3
SELECT * FROM t1 LEFT JOIN t2 ON b = a + 1 AND c = 7 AND d IN (2, 3, 4);
--> 0, NULL, NULL, NULL

-- case an IN over the rowid in the ON clause
CREATE TABLE t1(a);
INSERT INTO t1 VALUES(0), (1), (NULL);
CREATE TABLE t2(b INTEGER PRIMARY KEY, c);
INSERT INTO t2 VALUES(1, 'x'), (2, 'y');
SELECT a, b, c FROM t1 LEFT JOIN t2 ON b IN (a, 2) AND a IS NOT NULL ORDER BY a, b;
--> NULL, NULL, NULL
--> 0, 2, 'y'
--> 1, 1, 'x'
--> 1, 2, 'y'
SELECT a, b, c FROM t1 LEFT JOIN t2 ON b IN (5, 6) ORDER BY a, b;
--> NULL, NULL, NULL
--> 0, NULL, NULL
--> 1, NULL, NULL

-- case a full join on two columns with NULL keys
CREATE TABLE t1(a, b);
CREATE TABLE t2(c, d);
INSERT INTO t1 VALUES(1, 10), (2, NULL), (3, 30);
INSERT INTO t2 VALUES(1, 10), (2, 20), (3, NULL);
SELECT t1.a, t1.b, t2.c, t2.d FROM t1 FULL OUTER JOIN t2 ON t1.a = t2.c AND t1.b = t2.d
  ORDER BY coalesce(t1.a, t2.c), coalesce(t1.b, t2.d);
--> 1, 10, 1, 10
--> 2, NULL, NULL, NULL
--> NULL, NULL, 2, 20
--> NULL, NULL, 3, NULL
--> 3, 30, NULL, NULL

-- case a right join of a table without rowid
CREATE TABLE t1(a, b);
CREATE TABLE t2(x, y, z, PRIMARY KEY(y, x)) WITHOUT ROWID;
INSERT INTO t1 VALUES(1, 10), (2, NULL), (3, 30), (1, 11);
INSERT INTO t2 VALUES(1, 10, 'p'), (2, 20, 'q'), (5, 30, 'r');
SELECT a, z FROM t1 RIGHT JOIN t2 ON a = x ORDER BY z, a;
--> 1, 'p'
--> 1, 'p'
--> 2, 'q'
--> NULL, 'r'
SELECT a, z FROM t1 FULL JOIN t2 ON a = x AND b = y ORDER BY z, a;
--> 1, NULL
--> 2, NULL
--> 3, NULL
--> 1, 'p'
--> NULL, 'q'
--> NULL, 'r'

-- case a NULL key after a loop that has ended: no row follows the row of NULLs
CREATE TABLE t1(a, b);
CREATE INDEX i1 ON t1(a DESC);
INSERT INTO t1 VALUES(3, 0), (12, 0), (NULL, 1), (NULL, 2), (3, 3);
SELECT x.b, y.a, y.b FROM t1 AS x LEFT JOIN t1 AS y ON y.a = x.a ORDER BY 1, 2, 3;
--> 0, 3, 0
--> 0, 3, 3
--> 0, 12, 0
--> 1, NULL, NULL
--> 2, NULL, NULL
--> 3, 3, 0
--> 3, 3, 3
SELECT x.b, y.a, y.b FROM t1 AS x FULL JOIN t1 AS y ON y.a = x.a ORDER BY 1, 2, 3;
--> NULL, NULL, 1
--> NULL, NULL, 2
--> 0, 3, 0
--> 0, 3, 3
--> 0, 12, 0
--> 1, NULL, NULL
--> 2, NULL, NULL
--> 3, 3, 0
--> 3, 3, 3

-- case a NULL key after a search by an index that does not hold the columns
CREATE TABLE t1(a);
CREATE TABLE t2(a, b);
CREATE INDEX i2 ON t2(a DESC);
INSERT INTO t1 VALUES(256), (NULL), (1), (NULL);
INSERT INTO t2 VALUES(1, 1), (1, 9), (1, 0), (300, 2);
SELECT * FROM t1 FULL JOIN t2 USING (a) ORDER BY a, b;
--> NULL, NULL
--> NULL, NULL
--> 1, 0
--> 1, 1
--> 1, 9
--> 256, NULL
--> 300, 2
SELECT * FROM t1 LEFT JOIN t2 USING (a) ORDER BY a, b;
--> NULL, NULL
--> NULL, NULL
--> 1, 0
--> 1, 1
--> 1, 9
--> 256, NULL
SELECT * FROM t1 FULL JOIN t2 ON t2.a >= t1.a AND t2.a < 200 ORDER BY t1.a, b;
--> NULL, NULL, NULL
--> NULL, NULL, NULL
--> NULL, 300, 2
--> 1, 1, 0
--> 1, 1, 1
--> 1, 1, 9
--> 256, NULL, NULL

-- case a NULL key before the first search of an automatic index
CREATE TABLE t1(k, a, b);
CREATE TABLE t2(a, b, c);
INSERT INTO t1 VALUES(2, 'a', NULL), (3, 1, 1);
INSERT INTO t2 VALUES(1, 4, 1), (1, 1, 2);
SELECT * FROM t1 NATURAL LEFT JOIN t2 ORDER BY k;
--> 2, 'a', NULL, NULL
--> 3, 1, 1, 2
SELECT * FROM t1 NATURAL FULL JOIN t2 ORDER BY k, c;
--> NULL, 1, 4, 1
--> 2, 'a', NULL, NULL
--> 3, 1, 1, 2

-- case an outer join ordered by a column with an index
CREATE TABLE t1(a, b UNIQUE);
CREATE TABLE t2(c);
INSERT INTO t1 VALUES(1, 2), (2, 1);
INSERT INTO t2 VALUES(5), (2);
SELECT b, c FROM t1 FULL JOIN t2 ON a = c ORDER BY b;
--> NULL, 5
--> 1, 2
--> 2, NULL
SELECT b, c FROM t1 RIGHT JOIN t2 ON a = c ORDER BY b;
--> NULL, 5
--> 1, 2
SELECT b, c FROM t1 RIGHT JOIN t2 ON a = c ORDER BY b DESC;
--> 1, 2
--> NULL, 5
SELECT DISTINCT b FROM t1 FULL JOIN t2 ON 0 ORDER BY b;
--> NULL
--> 1
--> 2
SELECT b, count(*) FROM t1 FULL JOIN t2 ON 0 GROUP BY b ORDER BY b;
--> NULL, 2
--> 1, 1
--> 2, 1

-- case a LEFT JOIN whose row of NULLs no WHERE passes
CREATE TABLE t1(a);
CREATE TABLE t2(b);
INSERT INTO t1 VALUES (1), (2);
INSERT INTO t2 VALUES (0), (1), (NULL);
CREATE INDEX i ON t1(a) WHERE a;
SELECT a, b FROM t1 LEFT JOIN t2 ON a >= b WHERE NOT b;
--> 1, 0
--> 2, 0
SELECT a, b FROM t1 LEFT JOIN t2 ON a >= b WHERE b + 1;
--> 1, 0
--> 2, 0
--> 1, 1
--> 2, 1
SELECT a, b FROM t1 LEFT JOIN t2 ON a >= b WHERE NOT (b IS NULL);
--> 1, 0
--> 1, 1
--> 2, 0
--> 2, 1
SELECT a, b FROM t1 LEFT JOIN t2 ON a = b + 5 WHERE NOT coalesce(b, 0);
--> 1, NULL
--> 2, NULL
SELECT a, b FROM t1 INDEXED BY i LEFT JOIN t2 ON a WHERE NOT b;
--> 1, 0
--> 2, 0

-- case LEFT JOINs of which nothing is read
CREATE TABLE c1(k INTEGER PRIMARY KEY, v1);
CREATE TABLE c2(k INTEGER PRIMARY KEY, v2);
CREATE TABLE c3(k TEXT UNIQUE, v3);
CREATE TABLE c4(x, y);
INSERT INTO c1 VALUES (1, 2), (2, 3), (3, NULL), (4, 9);
INSERT INTO c2 VALUES (2, 'v'), (3, 'w');
INSERT INTO c3 VALUES ('2', 'p'), (NULL, 'q'), ('3', 'r'), (NULL, 's');
INSERT INTO c4 VALUES (1, 1), (1, 2), (2, 2);
EXPLAIN QUERY PLAN SELECT v1, v3 FROM c1 LEFT JOIN c2 ON c2.k = v1 LEFT JOIN c3 ON c3.k = v1 + 1;
--> 'SCAN c1'
--> 'SEARCH c3 USING INDEX sqlite_autoindex_c3_1 (k=?) LEFT-JOIN'
SELECT v1, v3 FROM c1 LEFT JOIN c2 ON c2.k = v1 LEFT JOIN c3 ON c3.k = v1 + 1 ORDER BY 1, 2;
--> NULL, NULL
--> 2, 'r'
--> 3, NULL
--> 9, NULL
EXPLAIN QUERY PLAN SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 LEFT JOIN c3 ON c3.k = v2;
--> 'SCAN c1'
--> 'SEARCH c2 USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN'
SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 LEFT JOIN c3 ON c3.k = v2 ORDER BY 1;
--> NULL
--> 2
--> 3
--> 9
EXPLAIN QUERY PLAN SELECT DISTINCT v1 FROM c1 LEFT JOIN c4 ON x = v1;
--> 'SCAN c1'
--> 'USE TEMP B-TREE FOR DISTINCT'
SELECT DISTINCT v1 FROM c1 LEFT JOIN c4 ON x = v1;
--> 2
--> 3
--> NULL
--> 9
EXPLAIN QUERY PLAN SELECT v1 FROM c1 LEFT JOIN c4 ON x = c1.k;
--> 'SCAN c1'
--> 'SCAN c4 LEFT-JOIN'
SELECT v1 FROM c1 LEFT JOIN c4 ON x = c1.k ORDER BY 1;
--> NULL
--> 2
--> 2
--> 3
--> 9
EXPLAIN QUERY PLAN SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 WHERE v2 IS NULL;
--> 'SCAN c1'
--> 'SEARCH c2 USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN'
SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 WHERE v2 IS NULL ORDER BY 1;
--> NULL
--> 9
SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 ORDER BY v2, v1;
--> NULL
--> 9
--> 2
--> 3
SELECT v1, (SELECT c2.v2) FROM c1 LEFT JOIN c2 ON c2.k = v1 ORDER BY 1;
--> NULL, NULL
--> 2, 'v'
--> 3, 'w'
--> 9, NULL
SELECT count(*) FROM c1 LEFT JOIN c2 ON c2.k = v1;
--> 4
SELECT v1, sum(v1) OVER (ORDER BY c1.k) FROM c1 LEFT JOIN c2 ON c2.k = v1 ORDER BY c1.k;
--> 2, 2
--> 3, 5
--> NULL, 5
--> 9, 14
SELECT v1 FROM c1 LEFT JOIN c2 ON c2.k = v1 RIGHT JOIN c4 ON x = c1.k ORDER BY 1;
--> 2
--> 2
--> 3
SELECT v1 FROM c1 LEFT JOIN c3 ON c3.k IS v1 ORDER BY 1;
--> NULL
--> NULL
--> 2
--> 3
--> 9
