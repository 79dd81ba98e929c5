-- The order of rows with equal keys that an index made for the statement gives.

-- case columns that nobody reads
CREATE TABLE p(c);
INSERT INTO p VALUES(1);
CREATE TABLE w(a,b,d,e,PRIMARY KEY(e,a)) WITHOUT ROWID;
INSERT INTO w VALUES(1,5,1,9),(2,4,1,8),(3,3,1,7),(0,1,1,8);
CREATE TABLE g(a INTEGER PRIMARY KEY,b,d,h AS (b+1));
INSERT INTO g VALUES(1,9,1),(2,8,1),(3,7,1);
SELECT w.b FROM p LEFT JOIN w ON w.d=p.c;
--> 1
--> 5
--> 4
--> 3
SELECT v.b FROM p LEFT JOIN (SELECT DISTINCT a,b,d FROM g) v ON v.d=p.c;
--> 9
--> 8
--> 7
SELECT g.h FROM p, g WHERE p.c=g.d;
--> 10
--> 9
--> 8
SELECT v.b FROM p LEFT JOIN (SELECT a,b,d FROM g LIMIT 5) v ON v.d=p.c;
--> 9
--> 8
--> 7
SELECT v.b FROM p LEFT JOIN (SELECT a,b,d FROM g UNION ALL SELECT 1,2,3) v ON v.d=p.c;
--> 7
--> 8
--> 9
SELECT v.b FROM p LEFT JOIN (SELECT a,b,d FROM g UNION SELECT 1,2,3) v ON v.d=p.c;
--> 9
--> 8
--> 7
SELECT v.b FROM p LEFT JOIN (SELECT max(a),b,d FROM g GROUP BY a) v ON v.d=p.c;
--> 9
--> 8
--> 7
SELECT v.b FROM p LEFT JOIN (SELECT row_number() OVER (),b,d FROM g) v ON v.d=p.c;
--> 9
--> 8
--> 7
WITH v AS (SELECT a,b,d FROM g LIMIT 9) SELECT v.b, x.b FROM p LEFT JOIN v ON v.d=p.c LEFT JOIN v x ON x.d=p.c;
--> 7, 7
--> 7, 8
--> 7, 9
--> 8, 7
--> 8, 8
--> 8, 9
--> 9, 7
--> 9, 8
--> 9, 9
WITH v AS MATERIALIZED (SELECT a,b,d FROM g) SELECT v.b FROM p LEFT JOIN v ON v.d=p.c;
--> 7
--> 8
--> 9
SELECT g.b FROM p, g WHERE p.c=g.d;
--> 7
--> 8
--> 9
WITH RECURSIVE v(a,b,d) AS (SELECT 1,9,1 UNION ALL SELECT a+1,b-1,d FROM v WHERE a<4) SELECT v.b FROM p LEFT JOIN v ON v.d=p.c;
--> 6
--> 7
--> 8
--> 9
WITH RECURSIVE v(a,b,d) AS (SELECT 1,9,1 UNION SELECT a+1,b-1,d FROM v WHERE a<4) SELECT v.b FROM p LEFT JOIN v ON v.d=p.c;
--> 6
--> 7
--> 8
--> 9
