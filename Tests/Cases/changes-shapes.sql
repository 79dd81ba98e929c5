-- Forms of INSERT, UPDATE and DELETE that look alike and are not.

-- case DEFAULT VALUES with a list of columns
CREATE TABLE n(a DEFAULT 5, b DEFAULT 6);
INSERT INTO n DEFAULT VALUES;
INSERT INTO n() DEFAULT VALUES;
--> error: near ")": syntax error

-- case a view with RETURNING and without a trigger
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (3, 4);
CREATE VIEW v AS SELECT a, b AS c FROM n;
DELETE FROM v;
--> error: cannot modify v because it is a view
UPDATE v SET c = 5;
--> error: cannot modify v because it is a view
INSERT INTO v VALUES (5, 6);
--> error: cannot modify v because it is a view
DELETE FROM v RETURNING a, c;
--> error: cannot modify v because it is a view
UPDATE v SET c = 5 WHERE a = 1 RETURNING a, c;
--> error: cannot modify v because it is a view
INSERT INTO v VALUES (5, 6) RETURNING a, c;
--> error: cannot modify v because it is a view
SELECT * FROM n;
--> 1, 2
--> 3, 4

-- case a view with RETURNING and with a trigger for something else
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2), (3, 4);
CREATE VIEW v AS SELECT a, b AS c FROM n;
INSERT INTO v VALUES (5, 6) RETURNING a;
--> error: cannot modify v because it is a view
DELETE FROM v RETURNING a;
--> error: cannot modify v because it is a view
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN UPDATE n SET b = new.c WHERE a = old.a; END;
INSERT INTO v VALUES (5, 6);
--> error: cannot modify v because it is a view
DELETE FROM v;
--> error: cannot modify v because it is a view
DELETE FROM v RETURNING a, c;
--> 1, 2
--> 3, 4
DELETE FROM v WHERE a > 1 RETURNING c;
--> 4
INSERT INTO v VALUES (5, 6) RETURNING a, c;
--> 5, 6
INSERT INTO v SELECT a + 1, c FROM v RETURNING c, a;
--> 2, 2
--> 4, 4
UPDATE v SET c = 9 WHERE a = 1 RETURNING c;
--> 9
DROP TRIGGER r;
CREATE TRIGGER r INSTEAD OF UPDATE OF a ON v BEGIN UPDATE n SET a = new.a WHERE a = old.a; END;
UPDATE v SET c = 10;
--> error: cannot modify v because it is a view
UPDATE v SET c = 10 RETURNING a, c;
--> 1, 10
--> 3, 10
SELECT * FROM n;
--> 1, 9
--> 3, 4
SELECT changes();
--> 0

-- case an ON CONFLICT that cannot come about is not looked into
CREATE TABLE n(a INTEGER PRIMARY KEY, b);
INSERT INTO n(a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = nowhere.x;
--> error: no such column: nowhere.x
CREATE TABLE m(a, b);
INSERT INTO m VALUES (1, 2) ON CONFLICT (a) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint

-- case UPDATE of a table without rowid visits rows by the smallest index that it leaves alone
CREATE TABLE t1(id PRIMARY KEY, a, b NOT NULL, c NOT NULL, d UNIQUE, e) WITHOUT ROWID;
INSERT INTO t1 VALUES (4, 1, 1, 1, NULL, 1), (6, 1, 0, 5, x'6B37', 1), (8, 1, 1, 1, 1, 1), (10, NULL, 1, 1, x'E99A', 1), (0, 1, 1, 1, 'a', 1), (15, NULL, 1, 1, NULL, 1);
UPDATE t1 SET b = iif(b, b), c = a;
--> error: NOT NULL constraint failed: t1.c
UPDATE t1 SET b = iif(b, b), c = a, d = d;
--> error: NOT NULL constraint failed: t1.b
UPDATE t1 SET b = iif(b, b), c = a WHERE e = 1;
--> error: NOT NULL constraint failed: t1.b
UPDATE t1 SET b = iif(b, b), c = a RETURNING 1;
--> error: NOT NULL constraint failed: t1.b

-- case a statement that cannot be compiled any more does not set changes()
CREATE TABLE t(a);
INSERT INTO t VALUES (1);
CREATE VIEW v AS SELECT 1 AS x;
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN VALUES (1); END;
UPDATE v SET x = 2;
SELECT changes();
--> 0
UPDATE t SET a = 3;
DROP TRIGGER r;
UPDATE v SET x = 2;
--> error: cannot modify v because it is a view
SELECT changes();
--> 1

-- case rows of a table without rowid are visited once
CREATE TABLE w(a, b, c, PRIMARY KEY (b)) WITHOUT ROWID;
INSERT INTO w VALUES (0, 4, 1), (0, 5, 1);
UPDATE w SET a = a + 1 WHERE b > 1;
SELECT changes(), total_changes();
--> 2, 4
SELECT * FROM w;
--> 1, 4, 1
--> 1, 5, 1
