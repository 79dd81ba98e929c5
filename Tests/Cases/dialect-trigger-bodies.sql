-- Triggers: what their statements change and see.

-- case triggers that change the table that is being changed
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
CREATE TABLE l(s);
INSERT INTO t VALUES(1,1),(2,2),(3,3),(4,4);
CREATE TRIGGER r1 BEFORE UPDATE ON t BEGIN DELETE FROM t WHERE a = old.a + 1; END;
UPDATE t SET b = b * 10;
SELECT * FROM t;
--> 1, 10
--> 3, 30
DROP TRIGGER r1;
CREATE TRIGGER r2 BEFORE DELETE ON t BEGIN UPDATE t SET b = b + 1 WHERE a > old.a; INSERT INTO l VALUES(old.b); END;
INSERT INTO t VALUES(2,2),(4,4);
DELETE FROM t WHERE b > 3;
SELECT * FROM t;
--> 2, 3
SELECT * FROM l;
--> 10
--> 31
--> 6
DROP TRIGGER r2;
CREATE TRIGGER r3 BEFORE UPDATE ON t BEGIN UPDATE t SET a = a + 100 WHERE a = old.a; END;
UPDATE t SET b = 'u';
SELECT * FROM t;
--> 102, 3
DROP TRIGGER r3;
CREATE TRIGGER r4 BEFORE DELETE ON t BEGIN DELETE FROM t WHERE a = old.a; INSERT INTO t VALUES(old.a, 'again'); END;
DELETE FROM t;
SELECT * FROM t;
DROP TRIGGER r4;
DELETE FROM t;
CREATE TRIGGER r5 AFTER INSERT ON t BEGIN UPDATE t SET b = (SELECT count(*) FROM t) WHERE a = new.a; END;
INSERT INTO t(a) VALUES(5),(6),(7) RETURNING a, b;
--> 5, NULL
--> 6, NULL
--> 7, NULL
SELECT * FROM t;
--> 5, 1
--> 6, 2
--> 7, 3
CREATE TRIGGER r6 AFTER UPDATE ON t BEGIN DELETE FROM t WHERE a = new.a AND new.b > 2; END;
INSERT INTO t(a) VALUES(9);
SELECT * FROM t;
--> 5, 1
--> 6, 2
--> 7, 3
CREATE TRIGGER r7 BEFORE INSERT ON t WHEN new.a IS NULL OR new.a < 0 BEGIN INSERT INTO l VALUES('null ' || typeof(new.a)); END;
INSERT INTO t(b) VALUES('x');
INSERT INTO t(a, b) VALUES(NULL, 'y');
INSERT INTO t(a, b) VALUES('12', 'z');
SELECT * FROM l;
--> 10
--> 31
--> 6
--> 'null integer'
--> 'null integer'

-- case uniqueness after a BEFORE trigger
CREATE TABLE t(a UNIQUE, b);
CREATE TRIGGER r BEFORE INSERT ON t BEGIN INSERT OR IGNORE INTO t VALUES(new.a, 'trigger'); END;
INSERT INTO t VALUES(1, 'x');
--> error: UNIQUE constraint failed: t.a
SELECT * FROM t;
INSERT OR REPLACE INTO t VALUES(1, 'x');
SELECT * FROM t;
--> 1, 'x'
INSERT OR IGNORE INTO t VALUES(2, 'x');
SELECT * FROM t;
--> 1, 'x'
--> 2, 'trigger'
INSERT INTO t VALUES(3, 'x') ON CONFLICT(a) DO UPDATE SET b = b || excluded.b;
SELECT * FROM t;
--> 1, 'x'
--> 2, 'trigger'
--> 3, 'triggerx'

-- case conditions of WHEN
CREATE TABLE t(a, b);
CREATE TABLE l(s);
CREATE TRIGGER r1 AFTER INSERT ON t WHEN 0 BEGIN INSERT INTO l VALUES('never'); END;
CREATE TRIGGER r2 AFTER INSERT ON t WHEN 'x' BEGIN INSERT INTO l VALUES('never2'); END;
CREATE TRIGGER r3 AFTER INSERT ON t WHEN new.a BETWEEN 1 AND (SELECT count(*) FROM t) BEGIN INSERT INTO l VALUES('between' || new.a); END;
CREATE TRIGGER r4 AFTER INSERT ON t WHEN (new.a, new.b) IN (VALUES(1, 2), (3, 4)) BEGIN INSERT INTO l VALUES('in' || new.a); END;
CREATE TRIGGER r5 AFTER INSERT ON t WHEN new.a LIKE 'A%' OR new.b GLOB 'a*' BEGIN INSERT INTO l VALUES('like' || new.a); END;
CREATE TRIGGER r6 AFTER UPDATE ON t WHEN old.a IS DISTINCT FROM new.a BEGIN INSERT INTO l VALUES(quote(old.a) || quote(new.a)); END;
INSERT INTO t VALUES(1,2),(2,3),(3,4),('abc','ABC'),(9,'abc'),(NULL,NULL);
UPDATE t SET a = NULL WHERE a = 1 OR a IS NULL;
UPDATE t SET a = a;
SELECT * FROM l;
--> 'in1'
--> 'between1'
--> 'between2'
--> 'in3'
--> 'between3'
--> 'likeabc'
--> 'like9'
--> '1NULL'
CREATE TRIGGER r7 AFTER INSERT ON t WHEN count(new.a) > 1 BEGIN SELECT 1; END;
INSERT INTO t VALUES(1,1);
--> error: misuse of aggregate function count()
DROP TRIGGER r7;
CREATE TRIGGER r7 AFTER INSERT ON t WHEN (SELECT new.a, 1) BEGIN SELECT 1; END;
INSERT INTO t VALUES(1,1);
--> error: sub-select returns 2 columns - expected 1
DROP TRIGGER r7;
CREATE TRIGGER r7 AFTER INSERT ON t WHEN nosuch(new.a) BEGIN SELECT 1; END;
INSERT INTO t VALUES(1,1);
--> error: no such function: nosuch
DROP TRIGGER r7;
CREATE TRIGGER r7 AFTER INSERT ON t WHEN new.nosuch BEGIN SELECT 1; END;
INSERT INTO t VALUES(1,1);
--> error: no such column: new.nosuch
DELETE FROM t;

-- case tables and columns called old and new
CREATE TABLE t(a, b, new);
CREATE TABLE u(a, old);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u SELECT new.a, u.old FROM u WHERE u.a = new.b; INSERT INTO u(a) VALUES(new.new); END;
INSERT INTO u VALUES(2, 'x');
INSERT INTO t VALUES(1, 2, 3);
SELECT * FROM u;
--> 2, 'x'
--> 1, 'x'
--> 3, NULL
CREATE TABLE old(x);
CREATE TRIGGER r2 AFTER DELETE ON t BEGIN INSERT INTO old SELECT old.a FROM u LIMIT 1; INSERT INTO old SELECT x FROM old; END;
DELETE FROM t;
SELECT * FROM old;
--> 1
--> 1
CREATE TRIGGER r3 AFTER UPDATE ON u BEGIN INSERT INTO old SELECT new.a FROM (SELECT 7 AS a) AS new; END;
UPDATE u SET a = a + 1;
SELECT * FROM old;
--> 1
--> 1
--> 7
--> 7
--> 7
CREATE TRIGGER r4 AFTER INSERT ON u BEGIN INSERT INTO old SELECT u.a FROM u WHERE rowid = new.rowid; END;
INSERT INTO u VALUES('r4', 1);
SELECT * FROM old;
--> 1
--> 1
--> 7
--> 7
--> 7
--> 'r4'
CREATE TRIGGER r5 AFTER INSERT ON u BEGIN INSERT INTO old SELECT (SELECT new.a || x FROM old AS o WHERE o.x = new.a LIMIT 1); END;
INSERT INTO u VALUES('r4', 1);
SELECT * FROM old;
--> 1
--> 1
--> 7
--> 7
--> 7
--> 'r4'
--> 'r4r4'
--> 'r4'

-- case several statements, and tables that go
CREATE TABLE t(a);
CREATE TABLE u(a);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u VALUES(1), (2), (new.a); INSERT INTO u SELECT a FROM u ORDER BY a DESC LIMIT 1; UPDATE u SET a = a * 2 WHERE a = (SELECT min(a) FROM u); DELETE FROM u WHERE rowid = (SELECT max(rowid) FROM u); INSERT INTO u SELECT 'c' UNION ALL SELECT 'd' EXCEPT SELECT 'e'; END;
INSERT INTO t VALUES(5);
SELECT * FROM u;
--> 2
--> 2
--> 5
--> 'c'
--> 'd'
INSERT INTO t SELECT a FROM t;
SELECT * FROM u;
--> 2
--> 2
--> 5
--> 'c'
--> 'd'
--> 2
--> 2
--> 5
--> 'c'
--> 'd'
DROP TABLE u;
INSERT INTO t VALUES(1);
--> error: no such table: main.u
CREATE VIEW u AS SELECT 1 AS a;
INSERT INTO t VALUES(1);
--> error: cannot modify u because it is a view
SELECT count(*) FROM t;
--> 2

-- case views with several INSTEAD OF triggers
CREATE TABLE t(id INTEGER PRIMARY KEY, a, b);
INSERT INTO t VALUES(1, 'a', 'b'), (2, 'c', 'd');
CREATE VIEW v AS SELECT id, a, b, a || b AS ab FROM t;
CREATE TABLE l(s);
CREATE TRIGGER u1 INSTEAD OF UPDATE OF a ON v BEGIN INSERT INTO l VALUES('a'); UPDATE t SET a = new.a WHERE id = old.id; END;
CREATE TRIGGER u2 INSTEAD OF UPDATE OF b ON v BEGIN INSERT INTO l VALUES('b'); UPDATE t SET b = new.b WHERE id = old.id; END;
CREATE TRIGGER u3 INSTEAD OF UPDATE OF ab ON v BEGIN INSERT INTO l VALUES('ab' || old.ab || new.ab); END;
UPDATE v SET a = 'A', b = 'B' WHERE id = 1;
UPDATE v SET ab = 'q';
UPDATE v SET id = 5;
--> error: cannot modify v because it is a view
UPDATE v SET a = (SELECT max(ab) FROM v) WHERE ab = 'cd';
UPDATE v SET b = x FROM (SELECT 2 AS i, 'from' AS x) WHERE i = id;
SELECT * FROM l;
--> 'b'
--> 'a'
--> 'abABq'
--> 'abcdq'
--> 'a'
--> 'b'
SELECT * FROM v;
--> 1, 'A', 'B', 'AB'
--> 2, 'cd', 'from', 'cdfrom'
UPDATE v SET nosuch = 1;
--> error: cannot modify v because it is a view
UPDATE v SET a = nosuch;
--> error: no such column: nosuch
UPDATE v SET rowid = 1;
--> error: cannot modify v because it is a view
DELETE FROM v;
--> error: cannot modify v because it is a view
CREATE TRIGGER d INSTEAD OF DELETE ON v WHEN old.id > 1 BEGIN DELETE FROM t WHERE id = old.id; END;
DELETE FROM v;
SELECT * FROM v;
--> 1, 'A', 'B', 'AB'
DELETE FROM v WHERE id IN (SELECT id FROM v) RETURNING ab;
--> 'AB'
CREATE TRIGGER i INSTEAD OF INSERT ON v WHEN new.a IS NOT NULL BEGIN INSERT INTO t(a, b) VALUES(new.a, coalesce(new.b, 'dflt')); END;
INSERT INTO v(a) VALUES('only a'), (NULL);
INSERT INTO v(a, ab) SELECT a, b FROM t;
INSERT OR IGNORE INTO v(id, a) VALUES(1, 'dup');
REPLACE INTO v(id, a) VALUES(1, 'dup2');
SELECT * FROM v;
--> 1, 'A', 'B', 'AB'
--> 2, 'only a', 'dflt', 'only adflt'
--> 3, 'A', 'dflt', 'Adflt'
--> 4, 'only a', 'dflt', 'only adflt'
--> 5, 'dup', 'dflt', 'dupdflt'
--> 6, 'dup2', 'dflt', 'dup2dflt'

-- case TEMP triggers see every schema
-- holds create-trigger: a TEMP trigger may name tables of every schema in its queries
ATTACH ':memory:' AS o;
CREATE TABLE t(a);
CREATE TABLE o.n(k, v);
CREATE TABLE o.t(a);
CREATE TEMP TABLE l(s);
CREATE TEMP TRIGGER r1 AFTER INSERT ON o.n BEGIN INSERT INTO l SELECT 'o ' || new.k || (SELECT count(*) FROM main.t) || (SELECT count(*) FROM o.t) || (SELECT count(*) FROM t); UPDATE n SET v = new.k WHERE rowid = new.rowid; END;
CREATE TEMP TRIGGER r2 AFTER DELETE ON main.t BEGIN INSERT INTO n SELECT old.a, 0 FROM o.n LIMIT 1; DELETE FROM o.t; END;
--> error: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TEMP TRIGGER r3 AFTER DELETE ON main.t BEGIN INSERT INTO l SELECT 'm ' || old.a || count(*) FROM o.n, temp.l; END;
INSERT INTO o.t VALUES (1), (2);
INSERT INTO main.t VALUES ('x'), ('y'), ('z');
INSERT INTO n VALUES (1, NULL), (2, NULL);
DELETE FROM t WHERE a > 'x';
DELETE FROM o.t;
SELECT * FROM l;
--> 'o 1323'
--> 'o 2323'
--> 'm y4'
--> 'm z6'
SELECT * FROM o.n;
--> 1, 1
--> 2, 2
SELECT count(*) FROM o.t;
--> 0
CREATE TRIGGER o.r4 AFTER DELETE ON t BEGIN INSERT INTO l SELECT count(*) FROM main.t; END;
--> error: trigger r4 cannot reference objects in database main
CREATE TRIGGER o.r4 AFTER DELETE ON t BEGIN INSERT INTO n SELECT count(*), 'r4' FROM t; END;
DELETE FROM o.t WHERE a = 1;
SELECT * FROM o.n;
--> 1, 1
--> 2, 2
DETACH o;
SELECT name FROM sqlite_temp_schema ORDER BY name;
--> 'l'
--> 'r1'
--> 'r3'
DELETE FROM t;
--> error: no such table: o.n
INSERT INTO t VALUES (1);
