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
CREATE TRIGGER r INSTEAD OF UPDATE ON v BEGIN UPDATE n SET b = new.c WHERE a = old.a; END;
DELETE FROM v;
--> error: cannot modify v because it is a view
INSERT INTO v VALUES (5, 6);
--> error: cannot modify v because it is a view
UPDATE v SET c = 9 WHERE a = 1 RETURNING c;
--> 9
SELECT * FROM n;
--> 1, 9
--> 3, 4

-- case an ON CONFLICT that cannot come about is not looked into
CREATE TABLE n(a INTEGER PRIMARY KEY, b);
INSERT INTO n(a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = nowhere.x;
--> error: no such column: nowhere.x
CREATE TABLE m(a, b);
INSERT INTO m VALUES (1, 2) ON CONFLICT (a) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
