-- Names in triggers, and INSTEAD OF triggers.

-- case WHEN and the body see the row as OLD and NEW only
CREATE TABLE t(a, b);
CREATE TABLE l(x);
CREATE TRIGGER r AFTER INSERT ON t WHEN a > 1 BEGIN INSERT INTO l VALUES(new.a); END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: a
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t WHEN rowid > 1 BEGIN INSERT INTO l VALUES(new.a); END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: rowid
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES(a); END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: a
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l SELECT b FROM l; END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: b
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES(main.new.a); END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: main.new.a
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES(old.a); END;
INSERT INTO t VALUES(1, 2);
--> error: no such column: old.a
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t WHEN "a" > 1 BEGIN INSERT INTO l VALUES(new.a); END;
INSERT INTO t VALUES(1, 2);
DROP TRIGGER r;
CREATE TRIGGER r AFTER UPDATE ON t WHEN (SELECT count(*) FROM t WHERE a = new.a) BEGIN INSERT INTO l VALUES(new.rowid || old.a || new.a); UPDATE t SET b = 4 WHERE a = new.a; DELETE FROM l WHERE x = 'q'; END;
UPDATE t SET a = 7;
SELECT * FROM l;
--> 1
--> '117'

-- case a view's columns behind its schema and name
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (4, 5, 6);
CREATE VIEW v5(x, b) AS SELECT a, b FROM t;
CREATE TABLE l(s);
CREATE TRIGGER vu INSTEAD OF UPDATE ON v5 BEGIN INSERT INTO l VALUES(old.x || ',' || old.b || ',' || new.x || ',' || new.b); END;
CREATE TRIGGER vd INSTEAD OF DELETE ON v5 BEGIN INSERT INTO l VALUES('d' || old.x); END;
UPDATE v5 SET b = main.v5.b + 100 WHERE main.v5.x BETWEEN 3 AND 5;
UPDATE main.v5 SET b = v5.b + 100 WHERE x = 1;
UPDATE v5 AS q SET b = q.b + 100 WHERE main.v5.x = 1;
--> error: no such column: main.v5.x
DELETE FROM v5 WHERE main.v5.b = 5;
SELECT * FROM l;
--> '4,5,4,105'
--> '1,2,1,102'
--> 'd4'
SELECT main.v5.b FROM v5 ORDER BY main.v5.b;
--> 2
--> 5
SELECT main.t.a FROM t AS z;
--> error: no such column: main.t.a
SELECT main.z.a FROM t AS z;
--> 1
--> 4
SELECT temp.t.a FROM t;
--> error: no such column: temp.t.a
SELECT main.q.a FROM (SELECT 1 AS a) AS q;
--> error: no such column: main.q.a
WITH q AS (SELECT 1 AS a) SELECT main.q.a FROM q;
--> error: no such column: main.q.a
