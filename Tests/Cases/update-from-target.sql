-- UPDATE FROM: the target may stand in FROM under another name only.

-- case target
CREATE TABLE t(a,b, id INTEGER PRIMARY KEY);
INSERT INTO t VALUES(1,2,3);
CREATE TABLE u(a,b);
INSERT INTO u VALUES(5,6);
UPDATE t SET b = 1 FROM t;
--> error: target object/alias may not appear in FROM clause: t
UPDATE t SET b = 1 FROM t AS x;
UPDATE t AS x SET b = 1 FROM t;
UPDATE t AS x SET b = 1 FROM u AS x;
UPDATE t AS x SET b = 1 FROM x;
--> error: no such table: x
UPDATE t SET b = 1 FROM u AS t;
UPDATE t SET b = 1 FROM u, t;
--> error: target object/alias may not appear in FROM clause: t
UPDATE t SET b = 1 FROM u JOIN t ON 1;
--> error: target object/alias may not appear in FROM clause: t
UPDATE t SET b = 1 FROM (u, t);
--> error: target object/alias may not appear in FROM clause: t
UPDATE t SET b = 1 FROM (SELECT * FROM t);
UPDATE t SET b = 1 FROM (SELECT * FROM t) AS t;
UPDATE main.t SET b = 1 FROM t;
--> error: target object/alias may not appear in FROM clause: t
UPDATE t SET b = 1 FROM main.t;
--> error: target object/alias may not appear in FROM clause: t
WITH t AS (SELECT 1) UPDATE t SET b = 1 FROM t;
UPDATE t SET b = 1 FROM T;
--> error: target object/alias may not appear in FROM clause: t
CREATE VIEW v AS SELECT * FROM t;
CREATE TRIGGER vt INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;
UPDATE v SET b = 1 FROM v;
--> error: target object/alias may not appear in FROM clause: v
UPDATE v SET b = 1 FROM t;
UPDATE t SET b = 1 FROM v;
UPDATE t SET b = 1 FROM v AS t;
UPDATE t SET b = nosuch FROM t;
--> error: no such column: nosuch
UPDATE t SET nosuch = 1 FROM t;
--> error: no such column: nosuch
CREATE TRIGGER tt AFTER INSERT ON u BEGIN UPDATE t SET b = 1 FROM t; END;
INSERT INTO u VALUES (1,2);
--> error: target object/alias may not appear in FROM clause: t
