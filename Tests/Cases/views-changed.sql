-- case changes() after a statement on a view
CREATE TABLE t(a);
CREATE VIEW v(a) AS SELECT 1;
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN SELECT 8; END;
CREATE TRIGGER r2 INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (4), (5); END;
CREATE TRIGGER r3 INSTEAD OF DELETE ON v BEGIN SELECT raise(ignore); END;
INSERT INTO t VALUES (1), (2), (3);
UPDATE v SET a = 1;
SELECT changes(), total_changes();
--> 0, 3
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO v VALUES (9);
SELECT changes(), total_changes();
--> 0, 8
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO v VALUES (9) RETURNING a;
--> 9
SELECT changes(), total_changes();
--> 0, 13
INSERT INTO t VALUES (1), (2), (3);
DELETE FROM v;
SELECT changes(), total_changes();
--> 0, 16
INSERT INTO t VALUES (1), (2), (3);
DELETE FROM v WHERE 0;
SELECT changes(), total_changes();
--> 0, 19
REPLACE INTO v VALUES (9), (10);
SELECT changes(), total_changes();
--> 0, 23
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO v SELECT 1 WHERE 0;
SELECT changes(), total_changes();
--> 0, 26

-- case UPDATE OF triggers of a view allow changes of their columns only
CREATE VIEW v(a, b) AS SELECT 1, 1;
CREATE TABLE log(x);
CREATE TRIGGER r INSTEAD OF UPDATE OF a ON v BEGIN INSERT INTO log VALUES (NEW.a + NEW.b); END;
UPDATE v SET b = 1;
--> error: cannot modify v because it is a view
UPDATE v SET b = 1, a = 2;
SELECT * FROM log;
--> 3
UPDATE v SET b = 2 WHERE 0;
--> error: cannot modify v because it is a view
CREATE TRIGGER r3 INSTEAD OF INSERT ON v BEGIN UPDATE v SET b = NEW.a; END;
INSERT INTO v VALUES (1, 2);
--> error: cannot modify v because it is a view
UPDATE v SET b = nosuch;
--> error: cannot modify v because it is a view
UPDATE v SET nosuch = 1;
--> error: cannot modify v because it is a view
UPDATE v SET b = 1 FROM nosuch;
--> error: cannot modify v because it is a view

-- case a view finds its own database's tables only
CREATE TEMP TABLE tt(a);
CREATE TEMP VIEW v7 AS SELECT 1;
CREATE VIEW v18 AS SELECT 1 FROM v7;
SELECT * FROM v18;
--> error: no such table: main.v7
CREATE VIEW v19 AS SELECT 1 FROM tt;
SELECT * FROM v19;
--> error: no such table: main.tt
CREATE VIEW v21 AS SELECT name FROM sqlite_temp_master;
SELECT * FROM v21;
--> error: no such table: main.sqlite_temp_master
CREATE VIEW v24 AS SELECT 1 WHERE 1 IN tt;
SELECT * FROM v24;
--> error: no such table: main.tt
CREATE VIEW v25 AS SELECT 1 WHERE EXISTS (SELECT 1 FROM tt);
SELECT * FROM v25;
--> error: no such table: main.tt
CREATE TEMP VIEW v32 AS SELECT count(*) FROM tt;
SELECT * FROM v32;
--> 0
