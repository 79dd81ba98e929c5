-- Known values take the place of columns in comparisons; BETWEEN of a constant.

-- case plans and rows
CREATE TABLE t1(a INTEGER PRIMARY KEY,b,c,d,e);
CREATE INDEX t1bc ON t1(b,c);
CREATE TABLE t3(p,q);
CREATE TABLE w(x PRIMARY KEY,y,z) WITHOUT ROWID;
CREATE INDEX wy ON w(y);
CREATE TABLE u(w UNIQUE, v);
INSERT INTO t1 VALUES(1,5,5,5,1),(2,3,4,5,6),(3,5,1,'5',2),(5,'x','x','x','y');
INSERT INTO t3 VALUES(1,2),(3,4),(5,6);
CREATE TABLE k(i INTEGER, j INT, s TEXT, r REAL, n);
INSERT INTO k VALUES(5,5,'5',5.0,5),(6,5,'5',5.5,'5'),(5,7,'x',1.5,5.0);
CREATE INDEX ki ON k(i);
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b=d AND d=5;
--> 'SEARCH t1 USING INDEX t1bc (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE d=5 AND d=b;
--> 'SEARCH t1 USING INDEX t1bc (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b=c AND c=5;
--> 'SEARCH t1 USING INDEX t1bc (b=? AND c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE a=d AND d=5;
--> 'SEARCH t1 USING INTEGER PRIMARY KEY (rowid=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b=d AND d='x';
--> 'SEARCH t1 USING INDEX t1bc (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b>d AND d=5;
--> 'SEARCH t1 USING INDEX t1bc (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b=d+1 AND d=5;
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5 BETWEEN b AND c;
--> 'SEARCH t1 USING INDEX t1bc (b<?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5 BETWEEN c AND b;
--> 'SEARCH t1 USING INDEX t1bc (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5 BETWEEN a AND b;
--> 'SEARCH t1 USING INTEGER PRIMARY KEY (rowid<?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5 BETWEEN 3 AND b;
--> 'SEARCH t1 USING INDEX t1bc (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5 NOT BETWEEN 3 AND b;
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT min(x) FROM w;
--> 'SEARCH w USING PRIMARY KEY'
EXPLAIN QUERY PLAN SELECT max(x),y FROM w;
--> 'SEARCH w USING PRIMARY KEY'
EXPLAIN QUERY PLAN SELECT * FROM u WHERE w=85 ORDER BY random();
--> 'SEARCH u USING INDEX sqlite_autoindex_u_1 (w=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i=n AND n=5;
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i=j AND j=5;
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i=r AND r=5;
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE s=n AND n=5;
--> 'SCAN k'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE n=s AND n=5;
--> 'SCAN k'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE n=i AND n='5';
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i IS n AND n=5;
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i<=n AND n=5;
--> 'SEARCH k USING INDEX ki (i<?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE n>=i AND n=5;
--> 'SEARCH k USING INDEX ki (i<?)'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE r=n AND n=5;
--> 'SCAN k'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE n=r AND n='5';
--> 'SCAN k'
EXPLAIN QUERY PLAN SELECT * FROM k WHERE i=n AND n=5 AND s=n;
--> 'SEARCH k USING INDEX ki (i=?)'
EXPLAIN QUERY PLAN SELECT * FROM k,t1 WHERE i=n AND n=5 AND t1.a=k.n;
--> 'SEARCH t1 USING INTEGER PRIMARY KEY (rowid=?)'
--> 'SEARCH k USING INDEX ki (i=?)'
SELECT * FROM t1 WHERE b=d AND d=5;
--> 1, 5, 5, 5, 1
SELECT * FROM t1 WHERE d=5 AND d=b;
--> 1, 5, 5, 5, 1
SELECT * FROM t1 WHERE b=c AND c=5;
--> 1, 5, 5, 5, 1
SELECT * FROM t1 WHERE a=d AND d=5;
SELECT * FROM t1 WHERE b=d AND d='x';
--> 5, 'x', 'x', 'x', 'y'
SELECT * FROM t1 WHERE b>d AND d=5;
SELECT * FROM t1 WHERE b=d+1 AND d=5;
SELECT * FROM t1 WHERE 5 BETWEEN b AND c;
--> 1, 5, 5, 5, 1
SELECT * FROM t1 WHERE 5 BETWEEN c AND b;
--> 3, 5, 1, '5', 2
--> 1, 5, 5, 5, 1
SELECT * FROM t1 WHERE 5 BETWEEN a AND b;
--> 1, 5, 5, 5, 1
--> 3, 5, 1, '5', 2
--> 5, 'x', 'x', 'x', 'y'
SELECT * FROM t1 WHERE 5 BETWEEN 3 AND b;
--> 3, 5, 1, '5', 2
--> 1, 5, 5, 5, 1
--> 5, 'x', 'x', 'x', 'y'
SELECT * FROM t1 WHERE 5 NOT BETWEEN 3 AND b;
--> 2, 3, 4, 5, 6
SELECT min(x) FROM w;
--> NULL
SELECT max(x),y FROM w;
--> NULL, NULL
SELECT * FROM u WHERE w=85 ORDER BY random();
SELECT * FROM k WHERE i=n AND n=5;
--> 5, 5, '5', 5.0, 5
--> 5, 7, 'x', 1.5, 5.0
SELECT * FROM k WHERE i=s AND s='5';
--> 5, 5, '5', 5.0, 5
SELECT * FROM k WHERE i=j AND j=5;
--> 5, 5, '5', 5.0, 5
SELECT * FROM k WHERE i=r AND r=5;
--> 5, 5, '5', 5.0, 5
SELECT * FROM k WHERE s=n AND n=5;
SELECT * FROM k WHERE n=s AND n=5;
SELECT * FROM k WHERE n=i AND n='5';
SELECT * FROM k WHERE i IS n AND n=5;
--> 5, 5, '5', 5.0, 5
--> 5, 7, 'x', 1.5, 5.0
SELECT * FROM k WHERE i<=n AND n=5;
--> 5, 5, '5', 5.0, 5
--> 5, 7, 'x', 1.5, 5.0
SELECT * FROM k WHERE n>=i AND n=5;
--> 5, 5, '5', 5.0, 5
--> 5, 7, 'x', 1.5, 5.0
SELECT * FROM k WHERE r=n AND n=5;
--> 5, 5, '5', 5.0, 5
SELECT * FROM k WHERE n=r AND n='5';
SELECT * FROM k WHERE i=n AND n=5 AND s=n;
SELECT * FROM k,t1 WHERE i=n AND n=5 AND t1.a=k.n;
--> 5, 5, '5', 5.0, 5, 5, 'x', 'x', 'x', 'y'
--> 5, 7, 'x', 1.5, 5.0, 5, 'x', 'x', 'x', 'y'

-- case between tables
CREATE TABLE t1(a INTEGER PRIMARY KEY,b INT,c);
CREATE INDEX i1 ON t1(b);
CREATE TABLE t2(x INT,y,z TEXT);
CREATE TABLE n1(b INT, s TEXT COLLATE nocase);
INSERT INTO t1 VALUES(1,1,'1'),(2,5,5),(3,1,1),(4,5,'x');
INSERT INTO t2 VALUES(1,1,'1'),(5,'5','5'),(1,'x','x'),(5,5,'1');
INSERT INTO n1 VALUES(5,'X'),(1,'x');
SELECT * FROM t1, t2 WHERE y=b AND b=1;
--> 1, 1, '1', 1, 1, '1'
--> 3, 1, 1, 1, 1, '1'
SELECT * FROM t1, t2 WHERE x=b AND b=1;
--> 1, 1, '1', 1, 1, '1'
--> 3, 1, 1, 1, 1, '1'
--> 1, 1, '1', 1, 'x', 'x'
--> 3, 1, 1, 1, 'x', 'x'
SELECT * FROM t1, t2 WHERE z=b AND b=1;
--> 1, 1, '1', 1, 1, '1'
--> 3, 1, 1, 1, 1, '1'
--> 1, 1, '1', 5, 5, '1'
--> 3, 1, 1, 5, 5, '1'
SELECT * FROM t2, t1 WHERE b=y AND y=1;
--> 1, 1, '1', 1, 1, '1'
--> 1, 1, '1', 3, 1, 1
SELECT * FROM t2, t1 WHERE a=y AND y=1;
--> 1, 1, '1', 1, 1, '1'
SELECT * FROM t2,t1 WHERE x=b AND x=1;
--> 1, 1, '1', 1, 1, '1'
--> 1, 'x', 'x', 1, 1, '1'
--> 1, 1, '1', 3, 1, 1
--> 1, 'x', 'x', 3, 1, 1
SELECT * FROM t2,t1,n1 WHERE x=t1.b AND t1.b=n1.b AND n1.b=5;
--> 5, 5, '1', 2, 5, 5, 5, 'X'
--> 5, '5', '5', 2, 5, 5, 5, 'X'
--> 5, 5, '1', 4, 5, 'x', 5, 'X'
--> 5, '5', '5', 4, 5, 'x', 5, 'X'
SELECT * FROM t1 WHERE b=c AND c=1;
--> 3, 1, 1
SELECT * FROM t1 WHERE c IS 5 AND b=c;
--> 2, 5, 5
SELECT * FROM t1 WHERE 5=c AND c=b;
--> 2, 5, 5
SELECT * FROM t1 WHERE c=-5 AND c=b;
SELECT * FROM t1 WHERE c=5 AND b<c;
SELECT * FROM t1,t2 WHERE z=c AND z='x';
--> 4, 5, 'x', 1, 'x', 'x'
SELECT * FROM t1,t2 WHERE c=z AND z='x';
--> 4, 5, 'x', 1, 'x', 'x'
SELECT * FROM n1,t2 WHERE s=z AND z='x';
--> 5, 'X', 1, 'x', 'x'
--> 1, 'x', 1, 'x', 'x'
SELECT * FROM n1,t2 WHERE z=s AND z='x';
--> 1, 'x', 1, 'x', 'x'
SELECT * FROM n1,t2 WHERE z=s AND s='x';
--> 1, 'x', 1, 'x', 'x'
SELECT * FROM n1,t2 WHERE y=s AND s='x';
--> 1, 'x', 1, 'x', 'x'
SELECT * FROM t2,t1 WHERE y IS b AND b IS 5;
--> 5, '5', '5', 2, 5, 5
--> 5, 5, '1', 2, 5, 5
--> 5, '5', '5', 4, 5, 'x'
--> 5, 5, '1', 4, 5, 'x'
SELECT * FROM t2 WHERE z=y AND y=5;
SELECT * FROM t2 WHERE y=z AND z='5';
--> 5, '5', '5'
SELECT * FROM t2 WHERE x=z AND z='5';
--> 5, '5', '5'
SELECT * FROM t2 WHERE z=x AND x=5;
--> 5, '5', '5'
SELECT * FROM t2 WHERE y<=x AND x=5;
--> 5, '5', '5'
--> 5, 5, '1'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE y=b AND b=1;
--> 'SCAN t2'
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE x=b AND b=1;
--> 'SCAN t2'
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE z=b AND b=1;
--> 'SCAN t2'
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t2, t1 WHERE b=y AND y=1;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2, t1 WHERE a=y AND y=1;
--> 'SEARCH t1 USING INTEGER PRIMARY KEY (rowid=?)'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2,t1 WHERE x=b AND x=1;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2,t1,n1 WHERE x=t1.b AND t1.b=n1.b AND n1.b=5;
--> 'SCAN n1'
--> 'SEARCH t1 USING INDEX i1 (b=?)'
--> 'BLOOM FILTER ON t2 (x=?)'
--> 'SEARCH t2 USING AUTOMATIC COVERING INDEX (x=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE b=c AND c=1;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE c IS 5 AND b=c;
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE 5=c AND c=b;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE c=-5 AND c=b;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE c=5 AND b<c;
--> 'SEARCH t1 USING INDEX i1 (b<?)'
EXPLAIN QUERY PLAN SELECT * FROM t1,t2 WHERE z=c AND z='x';
--> 'SCAN t1'
--> 'SEARCH t2 USING AUTOMATIC PARTIAL COVERING INDEX (z=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1,t2 WHERE c=z AND z='x';
--> 'SCAN t1'
--> 'SEARCH t2 USING AUTOMATIC PARTIAL COVERING INDEX (z=?)'
EXPLAIN QUERY PLAN SELECT * FROM n1,t2 WHERE s=z AND z='x';
--> 'SCAN n1'
--> 'SEARCH t2 USING AUTOMATIC PARTIAL COVERING INDEX (z=?)'
EXPLAIN QUERY PLAN SELECT * FROM n1,t2 WHERE z=s AND z='x';
--> 'SCAN n1'
--> 'SEARCH t2 USING AUTOMATIC PARTIAL COVERING INDEX (z=?)'
EXPLAIN QUERY PLAN SELECT * FROM n1,t2 WHERE z=s AND s='x';
--> 'SCAN n1'
--> 'SEARCH t2 USING AUTOMATIC COVERING INDEX (z=?)'
EXPLAIN QUERY PLAN SELECT * FROM n1,t2 WHERE y=s AND s='x';
--> 'SCAN n1'
--> 'BLOOM FILTER ON t2 (y=?)'
--> 'SEARCH t2 USING AUTOMATIC COVERING INDEX (y=?)'
EXPLAIN QUERY PLAN SELECT * FROM t2,t1 WHERE y IS b AND b IS 5;
--> 'SEARCH t1 USING INDEX i1 (b=?)'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2 WHERE z=y AND y=5;
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2 WHERE y=z AND z='5';
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2 WHERE x=z AND z='5';
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2 WHERE z=x AND x=5;
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t2 WHERE y<=x AND x=5;
--> 'SCAN t2'
