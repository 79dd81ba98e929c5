-- What WHERE says of a column holds for the columns that equal it.

-- case IN, ranges and constants through equalities
CREATE TABLE t(a INT, b);
CREATE TABLE u(c INT, d);
CREATE TABLE w(e INT, f TEXT);
CREATE INDEX ta ON t(a);
CREATE INDEX uc ON u(c);
CREATE INDEX we ON w(e);
INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c'), (NULL, 'd'), (2, 'e');
INSERT INTO u VALUES (1, 10), (2, 20), (2, 21), (5, 50), (NULL, 60);
INSERT INTO w VALUES (1, 'p'), (2, 'q'), (5, 'r'), ('2', 's'), (NULL, 't');
EXPLAIN QUERY PLAN SELECT b, d FROM t, u WHERE a = c AND c IN (1, 2, 5);
--> 'SEARCH t USING INDEX ta (a=?)'
--> 'SEARCH u USING INDEX uc (c=?)'
SELECT b, d FROM t, u WHERE a = c AND c IN (1, 2, 5) ORDER BY 1, 2;
--> 'a', 10
--> 'b', 20
--> 'b', 21
--> 'e', 20
--> 'e', 21
EXPLAIN QUERY PLAN SELECT b, d FROM t, u WHERE a = c AND c > 1;
--> 'SEARCH t USING INDEX ta (a>?)'
--> 'SEARCH u USING INDEX uc (c=?)'
SELECT b, d FROM t, u WHERE a = c AND c > 1 ORDER BY 1, 2;
--> 'b', 20
--> 'b', 21
--> 'e', 20
--> 'e', 21
SELECT b, d, f FROM t, u, w WHERE a = c AND c = e AND e BETWEEN 1 AND 2 ORDER BY 1, 2, 3;
--> 'a', 10, 'p'
--> 'b', 20, 'q'
--> 'b', 20, 's'
--> 'b', 21, 'q'
--> 'b', 21, 's'
--> 'e', 20, 'q'
--> 'e', 20, 's'
--> 'e', 21, 'q'
--> 'e', 21, 's'
SELECT b, d, f FROM t, u, w WHERE a = c AND c = e AND e IN (2, NULL) ORDER BY 1, 2, 3;
--> 'b', 20, 'q'
--> 'b', 20, 's'
--> 'b', 21, 'q'
--> 'b', 21, 's'
--> 'e', 20, 'q'
--> 'e', 20, 's'
--> 'e', 21, 'q'
--> 'e', 21, 's'
SELECT b, d FROM t JOIN u ON a = c AND a IN (1, 5) ORDER BY 1, 2;
--> 'a', 10
SELECT b, d FROM t LEFT JOIN u ON a = c AND a IN (1, 5) ORDER BY 1, 2;
--> 'a', 10
--> 'b', NULL
--> 'c', NULL
--> 'd', NULL
--> 'e', NULL
SELECT b, d FROM t LEFT JOIN u ON a = c WHERE a IN (2, 3) ORDER BY 1, 2;
--> 'b', 20
--> 'b', 21
--> 'c', NULL
--> 'e', 20
--> 'e', 21
SELECT b, d FROM u RIGHT JOIN t ON a = c WHERE a IN (2, 3) ORDER BY 1, 2;
--> 'b', 20
--> 'b', 21
--> 'c', NULL
--> 'e', 20
--> 'e', 21
SELECT b, d, f FROM t LEFT JOIN u ON a = c JOIN w ON e = a WHERE e > 1 ORDER BY 1, 2, 3;
--> 'b', 20, 'q'
--> 'b', 20, 's'
--> 'b', 21, 'q'
--> 'b', 21, 's'
--> 'e', 20, 'q'
--> 'e', 20, 's'
--> 'e', 21, 'q'
--> 'e', 21, 's'
SELECT b, f FROM t, w WHERE a = e AND e < 1 + 1 ORDER BY 1, 2;
--> 'a', 'p'
SELECT b, d FROM t, u WHERE a = c AND c <> 2 ORDER BY 1, 2;
--> 'a', 10
SELECT b, d FROM t, u WHERE a = c AND c IS 2 ORDER BY 1, 2;
--> 'b', 20
--> 'b', 21
--> 'e', 20
--> 'e', 21

-- case other types and collations
CREATE TABLE t(a TEXT COLLATE NOCASE, b);
CREATE TABLE u(c TEXT, d);
CREATE TABLE w(e INT, f);
CREATE INDEX ta ON t(a);
CREATE INDEX uc ON u(c);
CREATE INDEX we ON w(e);
INSERT INTO t VALUES ('x', 1), ('X', 2), ('1', 3), ('y', 4);
INSERT INTO u VALUES ('x', 1), ('X', 2), ('1', 3), ('01', 4);
INSERT INTO w VALUES (1, 1), ('x', 2), ('01', 3);
SELECT b, d FROM t, u WHERE a = c AND c IN ('x', '1') ORDER BY 1, 2;
--> 1, 1
--> 2, 1
--> 3, 3
SELECT b, d FROM t, u WHERE c = a AND a IN ('x', '1') ORDER BY 1, 2;
--> 1, 1
--> 2, 2
--> 3, 3
SELECT d, f FROM u, w WHERE c = e AND e IN (1, '01') ORDER BY 1, 2;
--> 3, 1
--> 3, 3
--> 4, 1
--> 4, 3
SELECT d, f FROM u, w WHERE c = e AND c IN ('1', 'x') ORDER BY 1, 2;
--> 1, 2
--> 3, 1
--> 3, 3
SELECT b, d FROM t, u WHERE a = c AND a > 'X' ORDER BY 1, 2;

-- case keys of an index made for the statement
CREATE TABLE t1(a, b, c, d);
CREATE TABLE t2(c, d, e, f);
CREATE TABLE t3(a, b, e, f);
INSERT INTO t1 VALUES (1, 2, 3, 4), (1, 2, 3, 5), (9, 9, 9, 9);
INSERT INTO t2 VALUES (3, 4, 7, 8), (3, 5, 7, 9), (9, 9, NULL, 1);
INSERT INTO t3 VALUES (1, 2, 6, 8), (1, 2, 6, 9), (9, 9, 6, NULL);
EXPLAIN QUERY PLAN SELECT * FROM t1 JOIN t2 USING (c, d) JOIN t3 USING (a, b, f);
--> 'SCAN t1'
--> 'BLOOM FILTER ON t2 (d=? AND c=?)'
--> 'SEARCH t2 USING AUTOMATIC COVERING INDEX (d=? AND c=?)'
--> 'BLOOM FILTER ON t3 (f=? AND b=? AND a=?)'
--> 'SEARCH t3 USING AUTOMATIC COVERING INDEX (f=? AND b=? AND a=?)'
SELECT * FROM t1 JOIN t2 USING (c, d) JOIN t3 USING (a, b, f) ORDER BY 4;
--> 1, 2, 3, 4, 7, 8, 6
--> 1, 2, 3, 5, 7, 9, 6
EXPLAIN QUERY PLAN SELECT t1.a, t2.e, t3.e FROM t1 LEFT JOIN t2 ON t1.c = t2.c AND t1.d = t2.d LEFT JOIN t3 ON t3.f = t2.f WHERE t2.c = 3;
--> 'SCAN t1'
--> 'BLOOM FILTER ON t2 (c=? AND d=?)'
--> 'SEARCH t2 USING AUTOMATIC PARTIAL COVERING INDEX (c=? AND d=?)'
--> 'BLOOM FILTER ON t3 (f=?)'
--> 'SEARCH t3 USING AUTOMATIC COVERING INDEX (f=?) LEFT-JOIN'
SELECT t1.a, t2.e, t3.e FROM t1 LEFT JOIN t2 ON t1.c = t2.c AND t1.d = t2.d LEFT JOIN t3 ON t3.f = t2.f WHERE t2.c = 3 ORDER BY 1, 2, 3;
--> 1, 7, 6
--> 1, 7, 6
