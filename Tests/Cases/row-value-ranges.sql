-- case ranges of row values
CREATE TABLE t(a, b, c, d);
CREATE INDEX ta ON t(a, b, c);
CREATE INDEX td ON t(d DESC, c DESC, b);
INSERT INTO t VALUES (1, 1, 1, 5), (1, 2, 1, 4), (1, 2, 3, 4), (2, 1, NULL, 3), (2, NULL, 1, 3), (NULL, 1, 1, 2), (2, 'x', 1.5, 1), (1, 2.0, 2, 0);
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (a, b, c) > (1, 2, 1);
--> 'SEARCH t USING COVERING INDEX ta ((a,b,c)>(?,?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (a, b, d) <= (1, 2, 1);
--> 'SEARCH t USING INDEX ta ((a,b)<(?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (a, c) < (1, 2);
--> 'SEARCH t USING COVERING INDEX ta (a<?)'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (a, b) > (1, 1) AND (a, b) < (2, 'x');
--> 'SEARCH t USING COVERING INDEX ta ((a,b)>(?,?) AND (a,b)<(?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE a = 1 AND (b, c) >= (2, 2);
--> 'SEARCH t USING COVERING INDEX ta (a=? AND (b,c)>(?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (d, c) < (4, 3);
--> 'SEARCH t USING COVERING INDEX td ((d,c)<(?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (d, c, b) < (4, 3, 2);
--> 'SEARCH t USING COVERING INDEX td ((d,c)<(?,?))'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (rowid, a) > (3, 1);
--> 'SEARCH t USING INTEGER PRIMARY KEY (rowid>?)'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (a, b) > (SELECT b, c FROM t WHERE d = 5);
--> 'SEARCH t USING COVERING INDEX ta ((a,b)>(?,?))'
--> 'SCALAR SUBQUERY 1'
--> 'SEARCH t USING COVERING INDEX td (d=?)'
--> 'REUSE SUBQUERY 1'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE (d + 1, b) > (SELECT b, c FROM t WHERE d = 5);
--> 'SCAN t USING COVERING INDEX td'
--> 'SCALAR SUBQUERY 1'
--> 'SEARCH t USING COVERING INDEX td (d=?)'
EXPLAIN QUERY PLAN SELECT rowid FROM t WHERE a > 1 OR (a = 1 AND b > 2);
--> 'SEARCH t USING COVERING INDEX ta (a>?)'
SELECT rowid FROM t WHERE (a, b, c) > (1, 2, 1) ORDER BY +rowid;
--> 3
--> 4
--> 5
--> 7
--> 8
SELECT rowid FROM t WHERE (a, b, c) >= (1, 2, 1) ORDER BY +rowid;
--> 2
--> 3
--> 4
--> 5
--> 7
--> 8
SELECT rowid FROM t WHERE (a, b, c) < (2, 1, 0) ORDER BY +rowid;
--> 1
--> 2
--> 3
--> 8
SELECT rowid FROM t WHERE (a, b, c) <= (1, 2, NULL) ORDER BY +rowid;
--> 1
SELECT rowid FROM t WHERE (a, b) > (1, NULL) ORDER BY +rowid;
--> 4
--> 5
--> 7
SELECT rowid FROM t WHERE (a, b) > (NULL, 1) ORDER BY +rowid;
SELECT rowid FROM t WHERE (1, 2) <= (a, b) ORDER BY +rowid;
--> 2
--> 3
--> 4
--> 5
--> 7
--> 8
SELECT rowid FROM t WHERE (a, b) > (1, 1) AND (a, b) < (2, 'x') ORDER BY +rowid;
--> 2
--> 3
--> 4
--> 8
SELECT rowid FROM t WHERE a = 1 AND (b, c) >= (2, 2) ORDER BY +rowid;
--> 3
--> 8
SELECT rowid FROM t WHERE (d, c) < (4, 3) ORDER BY +rowid;
--> 2
--> 4
--> 5
--> 6
--> 7
--> 8
SELECT rowid FROM t WHERE (d, c) >= (4, 1) ORDER BY d, c;
--> 2
--> 3
--> 1
SELECT rowid FROM t WHERE (rowid, a) > (3, 1) ORDER BY +rowid;
--> 4
--> 5
--> 6
--> 7
--> 8
SELECT rowid FROM t WHERE (rowid, a) <= (3, 1) ORDER BY +rowid;
--> 1
--> 2
--> 3
SELECT rowid FROM t WHERE (a, b) BETWEEN (1, 2) AND (2, 1) ORDER BY a DESC, b DESC, c DESC;
--> 4
--> 3
--> 8
--> 2
SELECT rowid FROM t WHERE (a, b) > (SELECT b, c FROM t WHERE d = 5) ORDER BY +rowid;
--> 2
--> 3
--> 4
--> 5
--> 7
--> 8
SELECT rowid FROM t WHERE (a, b) >= (SELECT b, c FROM t WHERE d = 99) ORDER BY +rowid;
SELECT rowid, (a, b) < (SELECT b, c FROM t AS x WHERE x.d = t.d ORDER BY rowid LIMIT 1) FROM t;
--> 1, 0
--> 2, 1
--> 3, 1
--> 4, 0
--> 5, 0
--> 6, NULL
--> 7, 1
--> 8, 1
