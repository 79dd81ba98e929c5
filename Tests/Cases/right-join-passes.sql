-- The pass over the rows of a RIGHT or FULL join that found no partner.

-- case plans and rows
CREATE TABLE t3(p,q);
CREATE TABLE t4(a REAL,b,c,d);
CREATE INDEX t4i0 ON t4(a);
CREATE INDEX t4i1 ON t4(b,c);
CREATE TABLE w(x,y,z,PRIMARY KEY(x)) WITHOUT ROWID;
CREATE INDEX wy ON w(y);
INSERT INTO t3 VALUES(1,2),(3,4),(9,9);
INSERT INTO t4 VALUES(3,1,2,3),(NULL,2,3,4),(1,9,8,7),(2,NULL,1,1);
INSERT INTO w VALUES(1,9,1),(2,8,2),(3,7,3);
SELECT p.* FROM t3 p RIGHT JOIN t4 q;
--> 1, 2
--> 1, 2
--> 1, 2
--> 1, 2
--> 3, 4
--> 3, 4
--> 3, 4
--> 3, 4
--> 9, 9
--> 9, 9
--> 9, 9
--> 9, 9
SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q ON p.p=q.a;
--> 1, 1.0
--> 3, 3.0
--> NULL, NULL
--> NULL, 2.0
SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q ON p.p=q.b;
--> 1, 3.0
--> 9, 1.0
--> NULL, NULL
--> NULL, 2.0
SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q WHERE q.a IS NULL;
--> 1, NULL
--> 3, NULL
--> 9, NULL
SELECT p.p,q.a,q.b FROM t3 p RIGHT JOIN t4 q ON p.p=q.a WHERE q.b=9;
--> 1, 1.0, 9
SELECT p.p,q.a,q.b FROM t3 p FULL JOIN t4 q ON p.p=q.a WHERE q.b>1 OR p.p IS NULL;
--> 1, 1.0, 9
--> NULL, NULL, 2
--> NULL, 2.0, NULL
SELECT p.p,q.a,q.b FROM t3 p FULL JOIN t4 q ON p.p=q.a WHERE q.b IN (9,2);
--> 1, 1.0, 9
--> NULL, NULL, 2
SELECT p.p,q.b,q.c FROM t3 p FULL JOIN t4 q ON p.p=q.b;
--> 1, 1, 2
--> 3, NULL, NULL
--> 9, 9, 8
--> NULL, NULL, 1
--> NULL, 2, 3
SELECT p.p,q.y FROM t3 p RIGHT JOIN w q ON p.p=q.x;
--> 1, 9
--> 3, 7
--> NULL, 8
SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z;
--> 1, 9, 1
--> 3, 7, 3
--> NULL, 8, 2
SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.y>7;
--> 1, 9, 1
--> NULL, 8, 2
SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.x=2;
--> NULL, 8, 2
SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.x>1;
--> 3, 7, 3
--> NULL, 8, 2
SELECT p.p,q.rowid FROM t3 p RIGHT JOIN t4 q ON p.p=q.b WHERE q.rowid=2;
--> NULL, 2
SELECT p.p,q.rowid,r.x FROM t3 p RIGHT JOIN t4 q ON p.p=q.b LEFT JOIN w r ON r.x=q.rowid WHERE q.rowid>1;
--> 9, 3, 3
--> NULL, 2, 2
--> NULL, 4, NULL
SELECT p.p,q.a,r.x FROM t3 p RIGHT JOIN t4 q ON p.p=q.b RIGHT JOIN w r ON r.x=q.a;
--> 1, 3.0, 3
--> 9, 1.0, 1
--> NULL, 2.0, 2
SELECT p.p,q.a,r.x FROM t3 p FULL JOIN t4 q ON p.p=q.b FULL JOIN w r ON r.x=q.a WHERE r.y IS NULL OR r.y > 7;
--> 3, NULL, NULL
--> 9, 1.0, 1
--> NULL, NULL, NULL
--> NULL, 2.0, 2
SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q ON p.p=q.a WHERE q.a=1 OR q.b=2;
--> 1, 1.0
--> NULL, NULL
SELECT count(*) FROM t3 p RIGHT JOIN t4 q ON p.p=q.a;
--> 4
EXPLAIN QUERY PLAN SELECT p.* FROM t3 p RIGHT JOIN t4 q;
--> 'SCAN p'
--> 'SCAN q USING INDEX t4i0'
--> 'RIGHT-JOIN t4'
--> 'SCAN q USING COVERING INDEX t4i0'
EXPLAIN QUERY PLAN SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q ON p.p=q.a;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i0 (a=?)'
--> 'RIGHT-JOIN t4'
--> 'SCAN q USING COVERING INDEX t4i0'
EXPLAIN QUERY PLAN SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q ON p.p=q.b;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
--> 'RIGHT-JOIN t4'
--> 'SCAN q'
EXPLAIN QUERY PLAN SELECT p.p,q.a FROM t3 p RIGHT JOIN t4 q WHERE q.a IS NULL;
--> 'SCAN p'
--> 'SCAN q USING INDEX t4i0'
--> 'RIGHT-JOIN t4'
--> 'SEARCH q USING COVERING INDEX t4i0 (a=?)'
EXPLAIN QUERY PLAN SELECT p.p,q.a,q.b FROM t3 p RIGHT JOIN t4 q ON p.p=q.a WHERE q.b=9;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i0 (a=?)'
--> 'RIGHT-JOIN t4'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
EXPLAIN QUERY PLAN SELECT p.p,q.a,q.b FROM t3 p FULL JOIN t4 q ON p.p=q.a WHERE q.b>1 OR p.p IS NULL;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i0 (a=?) LEFT-JOIN'
--> 'RIGHT-JOIN t4'
--> 'SCAN q'
EXPLAIN QUERY PLAN SELECT p.p,q.a,q.b FROM t3 p FULL JOIN t4 q ON p.p=q.a WHERE q.b IN (9,2);
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i0 (a=?)'
--> 'RIGHT-JOIN t4'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
EXPLAIN QUERY PLAN SELECT p.p,q.b,q.c FROM t3 p FULL JOIN t4 q ON p.p=q.b;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i1 (b=?) LEFT-JOIN'
--> 'RIGHT-JOIN t4'
--> 'SCAN q USING COVERING INDEX t4i1'
EXPLAIN QUERY PLAN SELECT p.p,q.y FROM t3 p RIGHT JOIN w q ON p.p=q.x;
--> 'SCAN p'
--> 'SEARCH q USING PRIMARY KEY (x=?)'
--> 'RIGHT-JOIN w'
--> 'SCAN q USING INDEX wy'
EXPLAIN QUERY PLAN SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z;
--> 'SCAN p'
--> 'SCAN q'
--> 'RIGHT-JOIN w'
--> 'SCAN q'
EXPLAIN QUERY PLAN SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.y>7;
--> 'SCAN p'
--> 'SCAN q'
--> 'RIGHT-JOIN w'
--> 'SEARCH q USING INDEX wy (y>?)'
EXPLAIN QUERY PLAN SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.x=2;
--> 'SCAN p'
--> 'SCAN q'
--> 'RIGHT-JOIN w'
--> 'SEARCH q USING PRIMARY KEY (x=?)'
EXPLAIN QUERY PLAN SELECT p.p,q.y,q.x FROM t3 p RIGHT JOIN w q ON p.p=q.z WHERE q.x>1;
--> 'SCAN p'
--> 'SCAN q'
--> 'RIGHT-JOIN w'
--> 'SEARCH q USING PRIMARY KEY (x>?)'
EXPLAIN QUERY PLAN SELECT p.p,q.rowid FROM t3 p RIGHT JOIN t4 q ON p.p=q.b WHERE q.rowid=2;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
--> 'RIGHT-JOIN t4'
--> 'SEARCH q USING INTEGER PRIMARY KEY (rowid=?)'
EXPLAIN QUERY PLAN SELECT p.p,q.rowid,r.x FROM t3 p RIGHT JOIN t4 q ON p.p=q.b LEFT JOIN w r ON r.x=q.rowid WHERE q.rowid>1;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
--> 'SCAN r USING COVERING INDEX wy LEFT-JOIN'
--> 'RIGHT-JOIN t4'
--> 'SEARCH q USING INTEGER PRIMARY KEY (rowid>?)'
EXPLAIN QUERY PLAN SELECT p.p,q.a,r.x FROM t3 p RIGHT JOIN t4 q ON p.p=q.b RIGHT JOIN w r ON r.x=q.a;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i1 (b=?)'
--> 'SCAN r USING INDEX wy'
--> 'RIGHT-JOIN t4'
--> 'SCAN q'
--> 'RIGHT-JOIN w'
--> 'SCAN r USING INDEX wy'
EXPLAIN QUERY PLAN SELECT count(*) FROM t3 p RIGHT JOIN t4 q ON p.p=q.a;
--> 'SCAN p'
--> 'SEARCH q USING INDEX t4i0 (a=?)'
--> 'RIGHT-JOIN t4'
--> 'SCAN q USING COVERING INDEX t4i0'

-- case a row that WHERE refuses is a partner all the same
CREATE TABLE p(a);
CREATE TABLE q(b, c);
CREATE INDEX i ON q(b);
CREATE TABLE r(x);
INSERT INTO p VALUES (99);
INSERT INTO q VALUES (5, 1), (NULL, 2);
INSERT INTO r VALUES (1), (2), (3);
SELECT a, b, c, x FROM p RIGHT JOIN q ON a = c FULL JOIN r ON x = c WHERE b IS NULL;
--> NULL, NULL, 2, 2
--> NULL, NULL, NULL, 3
SELECT a, b, c, x FROM p FULL JOIN q ON a = c RIGHT JOIN r ON x = c WHERE b IS NULL;
--> NULL, NULL, 2, 2
--> NULL, NULL, NULL, 3
SELECT a, b, c FROM p RIGHT JOIN q ON a = c WHERE b IS NULL;
--> NULL, NULL, 2
