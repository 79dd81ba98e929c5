-- case one table in parentheses
CREATE TABLE t(a, b);
CREATE TABLE u(a, c);
CREATE INDEX i ON t(a);
INSERT INTO t VALUES(1,2);
INSERT INTO u VALUES(1,3);
SELECT * FROM (t INDEXED BY nope);
--> error: no such index: nope
SELECT * FROM (t INDEXED BY nope) AS x;
--> 1, 2
SELECT * FROM u, (t INDEXED BY nope);
--> 1, 3, 1, 2
SELECT * FROM u, (t INDEXED BY nope) AS x;
--> 1, 3, 1, 2
SELECT * FROM u, (t AS y INDEXED BY nope) AS x;
--> 1, 3, 1, 2
SELECT * FROM u JOIN (t INDEXED BY nope) ON u.a = t.a;
--> 1, 3, 1, 2
SELECT * FROM (t INDEXED BY nope) JOIN u ON u.a = t.a;
--> error: no such index: nope
SELECT * FROM (t INDEXED BY nope) JOIN u USING (a);
--> error: no such index: nope
SELECT y.a FROM (t AS y);
--> 1
SELECT y.a FROM (t AS y) AS x;
--> error: no such column: y.a
SELECT x.a FROM (t AS y) AS x;
--> 1
SELECT y.a FROM u, (t AS y);
--> error: no such column: y.a
SELECT t.a FROM u, (t AS y);
--> 1
SELECT x.a FROM u, (t AS y) AS x;
--> 1
SELECT * FROM ((t INDEXED BY nope));
--> error: no such index: nope
SELECT * FROM ((t INDEXED BY nope)) AS q;
--> 1, 2
SELECT * FROM u, ((t INDEXED BY nope));
--> 1, 3, 1, 2
EXPLAIN QUERY PLAN SELECT * FROM (t NOT INDEXED) WHERE a = 1;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM (t NOT INDEXED) AS x WHERE a = 1;
--> 'SEARCH x USING INDEX i (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM u CROSS JOIN (t NOT INDEXED) WHERE t.a = 1;
--> 'SCAN u'
--> 'SEARCH t USING INDEX i (a=?)'
SELECT * FROM u, (main.t INDEXED BY nope);
--> 1, 3, 1, 2
SELECT * FROM (t INDEXED BY i, u);
--> 1, 2, 1, 3
SELECT * FROM u JOIN (t INDEXED BY nope JOIN u AS w);
--> error: no such index: nope
SELECT * FROM (SELECT 1 AS z) AS s, ((SELECT 2 AS y) AS r);
--> 1, 2
SELECT r.y FROM (SELECT 1 AS z) AS s, ((SELECT 2 AS y) AS r);
--> error: no such column: r.y
SELECT q.y FROM (SELECT 1 AS z) AS s, ((SELECT 2 AS y) AS r) AS q;
--> 2
