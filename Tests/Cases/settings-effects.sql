-- What settings change beside what they are for.

-- case count_changes counts rows of views and none of upserts that update
PRAGMA count_changes = 1;
CREATE TABLE n(a PRIMARY KEY, b);
CREATE VIEW v AS SELECT a, b FROM n;
CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN INSERT INTO n VALUES (new.a, new.b), (new.a + 1, new.b); END;
CREATE TRIGGER s INSTEAD OF UPDATE ON v BEGIN UPDATE n SET b = new.b WHERE a = old.a; END;
INSERT INTO n VALUES (1, 1), (2, 2);
--> 2
UPDATE n SET b = b + 1;
--> 2
INSERT INTO n VALUES (1, 5) ON CONFLICT DO UPDATE SET b = excluded.b;
--> 0
INSERT INTO n VALUES (1, 5), (7, 7) ON CONFLICT DO UPDATE SET b = excluded.b;
--> 1
INSERT OR IGNORE INTO n VALUES (1, 9);
--> 0
INSERT INTO v VALUES (10, 1);
--> 1
UPDATE v SET b = 3;
--> 5
DELETE FROM v;
--> error: cannot modify v because it is a view
CREATE TRIGGER d INSTEAD OF DELETE ON v BEGIN DELETE FROM n WHERE a = old.a; END;
DELETE FROM v WHERE a > 5;
--> 3
UPDATE v SET b = 4 WHERE a < 3;
--> 2
CREATE TABLE m(a PRIMARY KEY);
CREATE TRIGGER f AFTER UPDATE ON m BEGIN INSERT INTO n VALUES (new.a + 100, 0) ON CONFLICT DO UPDATE SET b = 1; SELECT raise(IGNORE) WHERE new.a = 5; END;
INSERT INTO m VALUES (1), (2);
--> 2
INSERT INTO m VALUES (1), (2), (3) ON CONFLICT DO UPDATE SET a = excluded.a + 10;
--> 1
UPDATE m SET a = a + 20;
--> 3
INSERT INTO m VALUES (21) ON CONFLICT DO NOTHING;
--> 1
REPLACE INTO m VALUES (3), (3);
--> 2
DELETE FROM m;
--> 5
INSERT INTO n VALUES (70, 1) RETURNING a;
--> 70
DELETE FROM n;
--> 8

-- case case_sensitive_like makes LIKE a function that indexes may not use
CREATE TABLE n(a);
CREATE INDEX i ON n(a) WHERE a LIKE 'x%';
PRAGMA case_sensitive_like = 1;
CREATE TABLE o(a CHECK (a LIKE 'x'));

-- case trusted_schema forbids pragmas in views
CREATE VIEW v AS SELECT name FROM pragma_table_info('sqlite_schema');
CREATE VIEW w AS SELECT value FROM json_each('[1]');
SELECT count(*) FROM v;
--> 5
PRAGMA trusted_schema = 0;
SELECT count(*) FROM w;
--> 1
SELECT count(*) FROM pragma_table_info('sqlite_schema');
--> 5

-- case auto_vacuum begins the file
PRAGMA auto_vacuum = 1;
PRAGMA page_size = 1024;

-- case in a transaction
BEGIN;
PRAGMA temp.wal_checkpoint;
--> 0, -1, -1
PRAGMA page_size = 1024;
PRAGMA page_size;
--> 1024

-- case full_column_names goes for columns of subqueries too
CREATE TABLE n(a);
INSERT INTO n VALUES (1);
PRAGMA full_column_names = 1;
PRAGMA short_column_names = 0;
SELECT a FROM n;
--> 1
SELECT * FROM (SELECT a FROM n);
--> 1
SELECT a FROM (SELECT a FROM n);
--> 1
SELECT column1 FROM (VALUES (1));
--> 1
CREATE VIEW v AS SELECT a FROM n;
SELECT a FROM v;
--> 1

-- case trusted_schema forbids views to read what a file should not
CREATE VIEW v AS SELECT name FROM pragma_table_info('sqlite_schema');
CREATE VIEW w AS SELECT value FROM json_each('[1]');
CREATE TABLE n(a);
CREATE TRIGGER r AFTER INSERT ON n BEGIN UPDATE n SET a = (SELECT count(*) FROM pragma_table_info('n')); END;
CREATE TEMP VIEW x AS SELECT name FROM pragma_table_info('sqlite_schema');
SELECT count(*) FROM v;
--> 5
PRAGMA trusted_schema = 0;
SELECT count(*) FROM v;
--> error: unsafe use of virtual table "pragma_table_info"
SELECT count(*) FROM w;
--> 1
SELECT count(*) FROM x;
--> 5
INSERT INTO n VALUES (5);
--> error: unsafe use of virtual table "pragma_table_info"
SELECT count(*) FROM pragma_table_info('n');
--> 1
PRAGMA trusted_schema = 1;
SELECT count(*) FROM v;
--> 5
INSERT INTO n VALUES (5);
SELECT * FROM n;
--> 1

-- case query_only and kinds of transactions
PRAGMA query_only = ON;
BEGIN IMMEDIATE;
--> error: attempt to write a readonly database
BEGIN EXCLUSIVE;
--> error: attempt to write a readonly database
BEGIN;
COMMIT;
PRAGMA query_only = OFF;
BEGIN IMMEDIATE;
COMMIT;
