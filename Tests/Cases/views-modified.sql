-- INSERT, UPDATE and DELETE of views.

-- case triggers, RETURNING and names
CREATE VIEW v6 AS SELECT 1 AS v1, 1 AS v2;
CREATE VIEW v7(a, b) AS SELECT 1;
CREATE VIEW v8 AS SELECT * FROM nosuch;
CREATE VIEW v9(a, b) AS SELECT * FROM nosuch;
UPDATE v6 SET v2 = 1 RETURNING 1;
--> error: cannot modify v6 because it is a view
UPDATE v7 SET b = 1 RETURNING 1;
--> error: cannot modify v7 because it is a view
UPDATE v7 SET b = 1;
--> error: cannot modify v7 because it is a view
UPDATE v8 SET b = 1;
--> error: no such table: main.nosuch
UPDATE v9 SET b = 1;
--> error: no such table: main.nosuch
INSERT INTO v7 VALUES (1,2);
--> error: cannot modify v7 because it is a view
INSERT INTO v8 VALUES (1,2);
--> error: no such table: main.nosuch
DELETE FROM v7;
--> error: cannot modify v7 because it is a view
DELETE FROM v8;
--> error: no such table: main.nosuch
DELETE FROM v9;
--> error: no such table: main.nosuch
INSERT INTO v6 VALUES (1,2) RETURNING 1;
--> error: cannot modify v6 because it is a view
DELETE FROM v6 RETURNING 1;
--> error: cannot modify v6 because it is a view
CREATE TRIGGER r8 INSTEAD OF UPDATE OF v1 ON v6 BEGIN SELECT 1; END;
UPDATE v6 SET v2 = 1 RETURNING v1, v2;
--> 1, 1
UPDATE v6 SET v2 = 1;
--> error: cannot modify v6 because it is a view
INSERT INTO v6 VALUES (1,2) RETURNING 1;
--> 1
INSERT INTO v6 VALUES (1,2);
--> error: cannot modify v6 because it is a view
DELETE FROM v6 RETURNING 1;
--> 1
DELETE FROM v6;
--> error: cannot modify v6 because it is a view
CREATE TRIGGER r9 INSTEAD OF INSERT ON v7 BEGIN SELECT 1; END;
INSERT INTO v7 VALUES (1,2) RETURNING a, b;
--> 1, 2
INSERT INTO v7 VALUES (1);
--> error: table v7 has 2 columns but 1 values were supplied
INSERT INTO v7 VALUES (1,2);
INSERT INTO v7(b) VALUES (1);
UPDATE v7 SET b = 1 RETURNING b;
--> error: expected 2 columns for 'v7' but got 1
DELETE FROM v7 RETURNING b;
--> error: expected 2 columns for 'v7' but got 1
CREATE TRIGGER r10 INSTEAD OF INSERT ON v8 BEGIN SELECT 1; END;
CREATE TRIGGER r11 INSTEAD OF INSERT ON v9 BEGIN SELECT 1; END;
INSERT INTO v8 VALUES (1,2);
--> error: no such table: main.nosuch
INSERT INTO v9 VALUES (1,2);
--> error: no such table: main.nosuch
INSERT INTO v9 VALUES (1,2) RETURNING a;
--> error: no such table: main.nosuch
INSERT INTO v9 DEFAULT VALUES;
--> error: no such table: main.nosuch
CREATE TRIGGER r12 INSTEAD OF DELETE ON v9 BEGIN SELECT 1; END;
DELETE FROM v9;
--> error: no such table: main.nosuch
CREATE TRIGGER r13 INSTEAD OF DELETE ON v7 BEGIN SELECT 1; END;
DELETE FROM v7;
--> error: expected 2 columns for 'v7' but got 1
UPDATE v7 SET nosuch = 1;
--> error: cannot modify v7 because it is a view
UPDATE v7 SET a = nosuch;
--> error: cannot modify v7 because it is a view

-- case columns of REAL affinity
CREATE TABLE t1(a REAL, b INTEGER, c TEXT);
CREATE TABLE l(x, y, z);
CREATE VIEW v AS SELECT a, b, c FROM t1;
CREATE TRIGGER r1 INSTEAD OF INSERT ON v BEGIN INSERT INTO l VALUES (typeof(NEW.a), typeof(NEW.b), typeof(NEW.c)); END;
CREATE TRIGGER r2 INSTEAD OF UPDATE ON v BEGIN INSERT INTO l VALUES (typeof(NEW.a) || typeof(OLD.a), typeof(NEW.b), typeof(NEW.c)); END;
CREATE TRIGGER r3 INSTEAD OF DELETE ON v BEGIN INSERT INTO l VALUES (typeof(OLD.a), typeof(OLD.b), typeof(OLD.c)); END;
INSERT INTO v VALUES (1, '2', 3) RETURNING *, typeof(a), typeof(b), a + 0, coalesce(a, 1);
--> 1.0, '2', 3, 'integer', 'text', 1, 1
INSERT INTO v VALUES (1.0, '2', 3), ('x', 2, 3), (NULL, 2, 3) RETURNING *, typeof(a), a + 0, coalesce(a, 1);
--> 1.0, '2', 3, 'real', 1.0, 1.0
--> 'x', 2, 3, 'text', 0, 'x'
--> NULL, 2, 3, 'null', NULL, 1
INSERT INTO t1 VALUES (5, 6, 7);
UPDATE v SET a = 7, b = '4', c = 4 RETURNING *, typeof(a), typeof(b), a + 0, coalesce(a, 1);
--> 7.0, 4, '4', 'real', 'integer', 7.0, 7
DELETE FROM v RETURNING *, typeof(a), coalesce(a, 1);
--> 5.0, 6, '7', 'real', 5.0
CREATE VIEW w(p) AS SELECT CAST(a AS REAL) FROM t1;
CREATE TRIGGER r4 INSTEAD OF INSERT ON w BEGIN INSERT INTO l VALUES (typeof(NEW.p), 1, 1); END;
INSERT INTO w VALUES (3) RETURNING *;
--> 3.0
SELECT * FROM l;
--> 'real', 'text', 'integer'
--> 'real', 'text', 'integer'
--> 'text', 'integer', 'integer'
--> 'null', 'integer', 'integer'
--> 'realreal', 'integer', 'text'
--> 'real', 'integer', 'text'
--> 'real', 1, 1
