-- Foreign keys: definitions, mismatches, actions on composite and nested keys, deferral, foreign_key_check.

-- case definitions and what the pragma tells
CREATE TABLE p(k PRIMARY KEY, l, m, UNIQUE (l, m));
CREATE TABLE c(a CONSTRAINT one REFERENCES p(k) ON DELETE SET NULL ON UPDATE CASCADE MATCH SIMPLE DEFERRABLE INITIALLY DEFERRED, b, c REFERENCES p ON DELETE NO ACTION, CONSTRAINT two FOREIGN KEY (b, "c") REFERENCES p(l, m) ON UPDATE RESTRICT ON DELETE SET DEFAULT MATCH FULL NOT DEFERRABLE, FOREIGN KEY (a) REFERENCES nosuch);
SELECT * FROM pragma_foreign_key_list('c');
--> 0, 0, 'nosuch', 'a', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 1, 0, 'p', 'b', 'l', 'RESTRICT', 'SET DEFAULT', 'NONE'
--> 1, 1, 'p', 'c', 'm', 'RESTRICT', 'SET DEFAULT', 'NONE'
--> 2, 0, 'p', 'c', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 3, 0, 'p', 'a', 'k', 'CASCADE', 'SET NULL', 'NONE'
SELECT * FROM pragma_foreign_key_list('p');
SELECT * FROM pragma_foreign_key_list('nosuch');
CREATE TABLE x(a, b, FOREIGN KEY (a) REFERENCES p(l, m));
--> error: number of columns in foreign key does not match the number of columns in the referenced table
CREATE TABLE x(a, b, FOREIGN KEY (a, b) REFERENCES p(l));
--> error: number of columns in foreign key does not match the number of columns in the referenced table
CREATE TABLE x(a REFERENCES p(l, m));
--> error: foreign key on a should reference only one column of table p
CREATE TABLE x(a, FOREIGN KEY (nosuch) REFERENCES p(k));
--> error: unknown column "nosuch" in foreign key definition
CREATE TABLE x(a, FOREIGN KEY (rowid) REFERENCES p(k));
--> error: unknown column "rowid" in foreign key definition
CREATE TABLE x(a REFERENCES p ON DELETE IGNORE);
--> error: near "IGNORE": syntax error
CREATE TABLE x(a REFERENCES p ON INSERT CASCADE);
CREATE TABLE xx(a REFERENCES main.p(k));
--> error: near ".": syntax error
CREATE TABLE xx(a REFERENCES p DEFERRABLE INITIALLY);
--> error: near ")": syntax error
CREATE TABLE x(a REFERENCES p ON DELETE CASCADE ON DELETE SET NULL MATCH a MATCH b);
--> error: table x already exists
SELECT on_delete, "match" FROM pragma_foreign_key_list('x');
--> 'NO ACTION', 'NONE'
PRAGMA foreign_keys;
--> 0
INSERT INTO x VALUES ('orphan');
PRAGMA foreign_keys = ON;
INSERT INTO x VALUES ('orphan2');
--> error: FOREIGN KEY constraint failed
BEGIN;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys;
--> 1
INSERT INTO x VALUES ('orphan2');
--> error: FOREIGN KEY constraint failed
COMMIT;
SELECT * FROM x;
--> 'orphan'

-- case NULLs, affinities and collations
-- holds foreign-keys: NULL needs no parent, also one NULL of several
PRAGMA foreign_keys = ON;
CREATE TABLE p(a TEXT COLLATE NOCASE, b INT, c REAL, UNIQUE (a, b), UNIQUE (c), UNIQUE (b));
CREATE TABLE c(x, y, z REFERENCES p(c), FOREIGN KEY (x, y) REFERENCES p(a, b) MATCH FULL);
CREATE TABLE d(k BLOB REFERENCES p(b));
INSERT INTO p VALUES ('Key', 1, 1.5), ('7', '8', '9'), (NULL, 10, NULL), ('n', NULL, 3);
INSERT INTO c VALUES ('kEY', '1', '1.5'), (7, 8.0, 9), (NULL, 99, NULL), ('none', NULL, NULL), (NULL, NULL, 3);
INSERT INTO c(x, y) VALUES ('key ', 1);
--> error: FOREIGN KEY constraint failed
INSERT INTO c(x, y) VALUES (x'4b6579', 1);
--> error: FOREIGN KEY constraint failed
INSERT INTO c(z) VALUES (1);
--> error: FOREIGN KEY constraint failed
INSERT INTO c(x, y) VALUES ('n', 10);
--> error: FOREIGN KEY constraint failed
INSERT INTO d VALUES ('1'), (8.0), ('10');
INSERT INTO d VALUES (x'31');
--> error: FOREIGN KEY constraint failed
SELECT x, typeof(x), y, typeof(y), z, typeof(z) FROM c;
--> 'kEY', 'text', '1', 'text', '1.5', 'text'
--> 7, 'integer', 8.0, 'real', 9, 'integer'
--> NULL, 'null', 99, 'integer', NULL, 'null'
--> 'none', 'text', NULL, 'null', NULL, 'null'
--> NULL, 'null', NULL, 'null', 3, 'integer'
SELECT k, typeof(k) FROM d;
--> '1', 'text'
--> 8.0, 'real'
--> '10', 'text'
DELETE FROM p WHERE c = 3;
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE a IS NULL;
--> error: FOREIGN KEY constraint failed
UPDATE p SET a = 'KEY' WHERE b = 1;
UPDATE p SET a = 'other' WHERE b = 1;
--> error: FOREIGN KEY constraint failed
UPDATE p SET c = 1.5 WHERE c = 1.5;
PRAGMA foreign_key_check;

-- case parents that do not fit
PRAGMA foreign_keys = ON;
CREATE TABLE p(k INTEGER PRIMARY KEY, a, b COLLATE NOCASE, c, d, e);
CREATE UNIQUE INDEX i1 ON p(a) WHERE a > 0;
CREATE UNIQUE INDEX i2 ON p(b COLLATE BINARY);
CREATE INDEX i3 ON p(c);
CREATE UNIQUE INDEX i4 ON p(d, e);
CREATE UNIQUE INDEX i5 ON p(lower(e));
CREATE VIEW v AS SELECT k FROM p;
CREATE TABLE c1(x REFERENCES p(a));
CREATE TABLE c2(x REFERENCES p(b));
CREATE TABLE c3(x REFERENCES p(c));
CREATE TABLE c4(x REFERENCES p(d));
CREATE TABLE c5(x, y, FOREIGN KEY (x, y) REFERENCES p(e, d));
CREATE TABLE c6(x REFERENCES p(e));
CREATE TABLE c7(x REFERENCES v(k));
CREATE TABLE c8(x, y, FOREIGN KEY (x, y) REFERENCES p);
CREATE TABLE c9(x REFERENCES p(nosuch));
CREATE TABLE c10(x REFERENCES nosuch);
CREATE TABLE c11(x REFERENCES p(rowid));
CREATE TABLE c12(x REFERENCES p(k));
INSERT INTO c1 VALUES (1);
--> error: foreign key mismatch - "c1" referencing "p"
INSERT INTO c2 VALUES (1);
--> error: foreign key mismatch - "c2" referencing "p"
INSERT INTO c3 VALUES (1);
--> error: foreign key mismatch - "c3" referencing "p"
INSERT INTO c4 VALUES (1);
--> error: foreign key mismatch - "c4" referencing "p"
INSERT INTO c5 VALUES (1, 1);
--> error: FOREIGN KEY constraint failed
INSERT INTO c5 VALUES (1, NULL);
INSERT INTO c6 VALUES (1);
--> error: foreign key mismatch - "c6" referencing "p"
INSERT INTO c7 VALUES (1);
--> error: foreign key mismatch - "c7" referencing "v"
INSERT INTO c8 VALUES (1, 1);
--> error: foreign key mismatch - "c8" referencing "p"
INSERT INTO c9 VALUES (1);
--> error: foreign key mismatch - "c9" referencing "p"
INSERT INTO c10 VALUES (1);
--> error: no such table: main.nosuch
INSERT INTO c10 VALUES (NULL);
--> error: no such table: main.nosuch
INSERT INTO c11 VALUES (1);
--> error: foreign key mismatch - "c11" referencing "p"
INSERT INTO c12 VALUES (1);
--> error: FOREIGN KEY constraint failed
INSERT INTO p(k) VALUES (1);
DELETE FROM p;
--> error: foreign key mismatch - "c11" referencing "p"
UPDATE c10 SET x = 1;
--> error: no such table: main.nosuch
DELETE FROM c10;
--> error: no such table: main.nosuch
PRAGMA foreign_key_check(c10);
PRAGMA foreign_key_check(c12);
PRAGMA foreign_key_check(c3);
--> error: foreign key mismatch - "c3" referencing "p"
PRAGMA foreign_key_check(nosuch);
--> error: no such table: nosuch
DROP TABLE c1;
DROP TABLE c2;
DROP TABLE c3;
DROP TABLE c4;
DROP TABLE c6;
DROP TABLE c7;
DROP TABLE c8;
DROP TABLE c9;
DROP TABLE c11;
INSERT INTO p(k, d, e) VALUES (5, 'd', 'e');
INSERT INTO c5 VALUES ('e', 'd');
INSERT INTO c12 VALUES (5);
INSERT INTO c5 VALUES ('d', 'e');
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE k = 5;
--> error: FOREIGN KEY constraint failed

-- case actions of composite keys
PRAGMA foreign_keys = ON;
CREATE TABLE p(a, b, v, PRIMARY KEY (b, a));
CREATE TABLE cas(id INTEGER PRIMARY KEY, x, y, FOREIGN KEY (y, x) REFERENCES p ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE nul(x, y, n, FOREIGN KEY (x, y) REFERENCES p(a, b) ON UPDATE SET NULL ON DELETE SET NULL);
CREATE TABLE def(x DEFAULT 0, y DEFAULT 0, FOREIGN KEY (x, y) REFERENCES p(a, b) ON UPDATE SET DEFAULT ON DELETE SET DEFAULT);
INSERT INTO p VALUES (0, 0, 'zero'), (1, 1, 'one'), (1, 2, 'two'), (2, 2, 'three');
INSERT INTO cas(x, y) VALUES (1, 1), (1, 2), (2, 2), (1, 1);
INSERT INTO nul VALUES (1, 1, 'a'), (1, 2, 'b'), (1, NULL, 'c');
INSERT INTO def VALUES (1, 1), (2, 2);
UPDATE p SET b = b + 10 WHERE a = 1;
SELECT * FROM cas;
--> 1, 1, 11
--> 2, 1, 12
--> 3, 2, 2
--> 4, 1, 11
SELECT * FROM nul;
--> NULL, NULL, 'a'
--> NULL, NULL, 'b'
--> 1, NULL, 'c'
SELECT * FROM def;
--> 0, 0
--> 2, 2
UPDATE p SET v = 'new', a = a;
DELETE FROM p WHERE v = 'new' AND b > 5;
SELECT * FROM cas;
--> 3, 2, 2
UPDATE p SET a = 7, b = 8 WHERE a = 2;
SELECT * FROM cas;
--> 3, 7, 8
SELECT * FROM def;
--> 0, 0
--> 0, 0
DELETE FROM p WHERE a = 0;
--> error: FOREIGN KEY constraint failed
SELECT changes(), (SELECT count(*) FROM p);
--> 0, 2
PRAGMA foreign_key_check;

-- case actions over several tables, with triggers and checks
PRAGMA foreign_keys = ON;
CREATE TABLE a(k INTEGER PRIMARY KEY);
CREATE TABLE b(k INTEGER PRIMARY KEY, a REFERENCES a ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE c(b REFERENCES b ON DELETE CASCADE ON UPDATE CASCADE, CHECK (b < 100));
CREATE TABLE d(b REFERENCES b ON DELETE SET NULL NOT NULL);
CREATE TABLE l(s);
CREATE TRIGGER rb BEFORE DELETE ON b BEGIN INSERT INTO l SELECT 'b' || old.k || (SELECT count(*) FROM c WHERE b = old.k); END;
CREATE TRIGGER rc AFTER DELETE ON c BEGIN INSERT INTO l VALUES ('c' || old.b); END;
CREATE TRIGGER ru AFTER UPDATE ON b BEGIN INSERT INTO l VALUES ('u' || old.a || new.a); END;
INSERT INTO a VALUES (1), (2), (3);
INSERT INTO b VALUES (10, 1), (11, 1), (20, 2), (30, 3);
INSERT INTO c VALUES (10), (10), (20), (30);
INSERT INTO d VALUES (30);
DELETE FROM a WHERE k = 1;
DELETE FROM a WHERE k = 3;
--> error: NOT NULL constraint failed: d.b
DELETE FROM a;
--> error: NOT NULL constraint failed: d.b
SELECT * FROM l;
--> 'b102'
--> 'c10'
--> 'c10'
--> 'b110'
UPDATE a SET k = 22 WHERE k = 2;
UPDATE b SET k = 200 WHERE k = 20;
--> error: CHECK constraint failed: b < 100
UPDATE b SET k = 21 WHERE k = 20;
SELECT (SELECT group_concat(k) FROM a), (SELECT group_concat(k || a) FROM b), (SELECT group_concat(b) FROM c);
--> '3,22', '2122,303', '21,30'
DELETE FROM l;
DELETE FROM d;
DELETE FROM a;
SELECT changes(), total_changes();
--> 2, 50
SELECT (SELECT count(*) FROM b), (SELECT count(*) FROM c), (SELECT group_concat(s) FROM l);
--> 0, 0, 'b301,c30,b211,c21'

-- case a table that refers to itself
PRAGMA foreign_keys = ON;
CREATE TABLE n(k INTEGER PRIMARY KEY, up REFERENCES n ON DELETE CASCADE ON UPDATE CASCADE, name);
INSERT INTO n VALUES (1, 1, 'root'), (3, 2, 'leaf'), (2, 1, 'middle'), (4, NULL, 'alone');
INSERT INTO n VALUES (5, 6, 'lost');
--> error: FOREIGN KEY constraint failed
UPDATE n SET k = k + 10;
SELECT * FROM n;
--> 11, 11, 'root'
--> 12, 11, 'middle'
--> 13, 12, 'leaf'
--> 14, NULL, 'alone'
UPDATE n SET k = k * 2 WHERE k = 11;
SELECT * FROM n;
--> 12, 22, 'middle'
--> 13, 12, 'leaf'
--> 14, NULL, 'alone'
--> 22, 22, 'root'
WITH RECURSIVE i(x) AS (VALUES (100) UNION ALL SELECT x + 1 FROM i WHERE x < 1500) INSERT INTO n SELECT x, nullif(x - 1, 99), 'chain' FROM i;
PRAGMA recursive_triggers;
--> 0
DELETE FROM n WHERE k = 1200;
SELECT count(*), max(k), changes() FROM n;
--> 1104, 1199, 1
DELETE FROM n WHERE name = 'root';
SELECT count(*) FROM n WHERE k < 100;
--> 1
CREATE TABLE m(a, b, c, d, PRIMARY KEY (a, b), FOREIGN KEY (c, d) REFERENCES m ON UPDATE CASCADE) WITHOUT ROWID;
INSERT INTO m VALUES (1, 1, 1, 1), (2, 2, 1, 1);
UPDATE m SET a = 9 WHERE a = 1;
SELECT * FROM m;
--> 2, 2, 9, 1
--> 9, 1, 9, 1
DELETE FROM m WHERE a = 9;
--> error: FOREIGN KEY constraint failed
DELETE FROM m;
SELECT count(*) FROM m;
--> 0

-- case RESTRICT is at once, NO ACTION at the end
PRAGMA foreign_keys = ON;
CREATE TABLE p(k PRIMARY KEY, v);
CREATE TABLE r(k REFERENCES p ON DELETE RESTRICT ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE n(k REFERENCES p);
INSERT INTO p VALUES (1, 'x'), (2, 'y'), (3, 'z');
INSERT INTO r VALUES (1);
INSERT INTO n VALUES (2);
CREATE TRIGGER back AFTER DELETE ON p BEGIN INSERT INTO p VALUES (old.k, 'back'); END;
DELETE FROM p WHERE k = 2;
DELETE FROM p WHERE k = 1;
--> error: FOREIGN KEY constraint failed
BEGIN;
DELETE FROM p WHERE k = 1;
--> error: FOREIGN KEY constraint failed
UPDATE p SET k = 10 WHERE k = 1;
--> error: FOREIGN KEY constraint failed
UPDATE p SET k = 1, v = 'same' WHERE k = 1;
UPDATE p SET k = 30 WHERE k = 3;
REPLACE INTO p VALUES (2, 'replaced');
REPLACE INTO p VALUES (1, 'replaced');
--> error: FOREIGN KEY constraint failed
COMMIT;
SELECT * FROM p;
--> 1, 'same'
--> 30, 'z'
--> 2, 'replaced'
DROP TRIGGER back;
UPDATE p SET k = k % 3 + 1 WHERE k < 3;
--> error: UNIQUE constraint failed: p.k
INSERT OR IGNORE INTO n VALUES (77);
--> error: FOREIGN KEY constraint failed
UPDATE OR IGNORE n SET k = 77;
--> error: FOREIGN KEY constraint failed
UPDATE OR REPLACE n SET k = 77;
--> error: FOREIGN KEY constraint failed
INSERT INTO n VALUES (1), (77), (2);
--> error: FOREIGN KEY constraint failed
SELECT * FROM n;
--> 2

-- case deferred
PRAGMA foreign_keys = ON;
CREATE TABLE p(k PRIMARY KEY);
CREATE TABLE c(id INTEGER PRIMARY KEY, k REFERENCES p DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE i(k REFERENCES p, l REFERENCES p DEFERRABLE, m REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED, n REFERENCES p DEFERRABLE INITIALLY IMMEDIATE, o REFERENCES p NOT DEFERRABLE);
INSERT INTO c(k) VALUES (1);
--> error: FOREIGN KEY constraint failed
BEGIN;
INSERT INTO c(k) VALUES (1), (2);
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES (1);
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES (2);
COMMIT;
SELECT count(*) FROM c;
--> 2
BEGIN;
DELETE FROM p;
SAVEPOINT s;
INSERT INTO p VALUES (1);
ROLLBACK TO s;
RELEASE s;
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES (1), (2);
COMMIT;
SAVEPOINT s;
INSERT INTO c(k) VALUES (3);
SAVEPOINT t;
INSERT INTO c(k) VALUES (4);
RELEASE t;
RELEASE s;
--> error: FOREIGN KEY constraint failed
DELETE FROM c WHERE k > 2;
RELEASE s;
BEGIN;
INSERT INTO i(k) VALUES (9);
--> error: FOREIGN KEY constraint failed
INSERT INTO i(l) VALUES (9);
--> error: FOREIGN KEY constraint failed
INSERT INTO i(m) VALUES (9);
--> error: FOREIGN KEY constraint failed
INSERT INTO i(n) VALUES (9);
--> error: FOREIGN KEY constraint failed
INSERT INTO i(o) VALUES (9);
--> error: FOREIGN KEY constraint failed
PRAGMA defer_foreign_keys = ON;
INSERT INTO i(k, l, m, n, o) VALUES (9, 9, 9, 9, 9);
PRAGMA defer_foreign_keys;
--> 1
COMMIT;
--> error: FOREIGN KEY constraint failed
PRAGMA defer_foreign_keys = OFF;
INSERT INTO i(k) VALUES (8);
--> error: FOREIGN KEY constraint failed
COMMIT;
INSERT INTO p VALUES (9);
COMMIT;
--> error: cannot commit - no transaction is active
PRAGMA defer_foreign_keys;
--> 0
INSERT INTO i(k) VALUES (7);
--> error: FOREIGN KEY constraint failed
SELECT count(*) FROM i;
--> 1
BEGIN;
INSERT INTO c(k) VALUES (5);
UPDATE c SET k = 6 WHERE k = 5;
DELETE FROM c WHERE k = 6;
COMMIT;
BEGIN;
INSERT INTO c(k) VALUES (5);
ROLLBACK;
BEGIN;
DELETE FROM p WHERE k = 1;
UPDATE p SET k = 1 WHERE k = 9;
--> error: FOREIGN KEY constraint failed
DELETE FROM i;
COMMIT;
--> error: FOREIGN KEY constraint failed
SELECT * FROM p;
--> 2
--> 9
PRAGMA foreign_key_check;
--> 'c', 1, 'p', 0

-- case foreign_key_check
-- holds foreign-keys: of one table
CREATE TABLE p(k INTEGER PRIMARY KEY, a TEXT, b INT, UNIQUE (a, b));
CREATE TABLE c(x REFERENCES p, y, z, FOREIGN KEY (y, z) REFERENCES p(a, b), FOREIGN KEY (z) REFERENCES nosuch(q));
CREATE TABLE w(k PRIMARY KEY REFERENCES p, l REFERENCES w) WITHOUT ROWID;
INSERT INTO p VALUES (1, '1', 1), (2, 'x', NULL);
INSERT INTO c VALUES (1, 1, '1'), (9, NULL, 2), ('1', 'x', NULL), ('x', '1', 2), (NULL, NULL, NULL);
INSERT INTO w VALUES (1, 1), (5, 1), (6, 7);
PRAGMA foreign_key_check;
--> 'w', NULL, 'p', 1
--> 'w', NULL, 'w', 0
--> 'w', NULL, 'p', 1
--> 'c', 1, 'nosuch', 0
--> 'c', 2, 'nosuch', 0
--> 'c', 2, 'p', 2
--> 'c', 4, 'nosuch', 0
--> 'c', 4, 'p', 1
--> 'c', 4, 'p', 2
PRAGMA foreign_key_check(w);
--> 'w', NULL, 'p', 1
--> 'w', NULL, 'w', 0
--> 'w', NULL, 'p', 1
PRAGMA main.foreign_key_check(c);
--> 'c', 1, 'nosuch', 0
--> 'c', 2, 'nosuch', 0
--> 'c', 2, 'p', 2
--> 'c', 4, 'nosuch', 0
--> 'c', 4, 'p', 1
--> 'c', 4, 'p', 2
PRAGMA foreign_key_check('p');
SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check WHERE parent <> 'nosuch' ORDER BY 1, 2, 4;
--> 'c', 2, 'p', 2
--> 'c', 4, 'p', 1
--> 'c', 4, 'p', 2
--> 'w', NULL, 'w', 0
--> 'w', NULL, 'p', 1
--> 'w', NULL, 'p', 1
SELECT count(*) FROM pragma_foreign_key_check('w');
--> 3
CREATE TABLE m(k REFERENCES p(b));
INSERT INTO m VALUES (NULL);
PRAGMA foreign_key_check(m);
--> error: foreign key mismatch - "m" referencing "p"
PRAGMA foreign_key_check;
--> error: foreign key mismatch - "m" referencing "p"
DROP TABLE m;
CREATE TEMP TABLE t(k REFERENCES p);
INSERT INTO t VALUES (3);
PRAGMA foreign_key_check(t);
--> 't', 1, 'p', 0
DELETE FROM c;
DELETE FROM w WHERE k > 1;
PRAGMA main.foreign_key_check;
PRAGMA foreign_key_check;

-- case parents and children WITHOUT ROWID
-- holds foreign-keys: parent and child WITHOUT ROWID
PRAGMA foreign_keys = ON;
CREATE TABLE p(a, b, v UNIQUE, PRIMARY KEY (b DESC, a)) WITHOUT ROWID;
CREATE TABLE c(x, y, n, w REFERENCES p(v) ON UPDATE CASCADE ON DELETE SET NULL, PRIMARY KEY (n, x), FOREIGN KEY (x, y) REFERENCES p(a, b) ON UPDATE CASCADE ON DELETE CASCADE) WITHOUT ROWID;
CREATE TABLE d(x, n, FOREIGN KEY (n, x) REFERENCES c ON DELETE CASCADE ON UPDATE SET NULL);
INSERT INTO p VALUES (1, 1, 'one'), (2, 1, 'two'), (1, 2, 'three');
INSERT INTO c VALUES (1, 1, 'p', 'two'), (2, 1, 'q', 'two'), (1, 2, 'r', NULL), (1, NULL, 's', 'three');
INSERT INTO d VALUES (1, 'p'), (2, 'q'), (1, 'r'), (NULL, 'z');
INSERT INTO c VALUES (3, 1, 't', NULL);
--> error: FOREIGN KEY constraint failed
INSERT INTO d VALUES (2, 'p');
--> error: FOREIGN KEY constraint failed
UPDATE p SET a = a + 10, v = v || '!' WHERE b = 1;
SELECT * FROM p;
--> 1, 2, 'three'
--> 11, 1, 'one!'
--> 12, 1, 'two!'
SELECT * FROM c;
--> 11, 1, 'p', 'two!'
--> 12, 1, 'q', 'two!'
--> 1, 2, 'r', NULL
--> 1, NULL, 's', 'three'
SELECT * FROM d;
--> NULL, NULL
--> NULL, NULL
--> 1, 'r'
--> NULL, 'z'
DELETE FROM p WHERE b = 2;
SELECT * FROM c;
--> 11, 1, 'p', 'two!'
--> 12, 1, 'q', 'two!'
--> 1, NULL, 's', NULL
DELETE FROM p WHERE v = 'two!';
SELECT * FROM c;
--> 11, 1, 'p', NULL
--> 1, NULL, 's', NULL
SELECT * FROM d;
--> NULL, NULL
--> NULL, NULL
--> NULL, 'z'
REPLACE INTO p VALUES (11, 1, 'again');
SELECT count(*) FROM c WHERE y IS NOT NULL;
--> 0
PRAGMA foreign_key_check;
PRAGMA integrity_check;
--> 'ok'

-- case names in quotes, a table renamed below its own key
PRAGMA foreign_keys=ON;
CREATE TABLE "a""b"("k""1" PRIMARY KEY, [x y] REFERENCES "a""b"("k""1") ON UPDATE CASCADE);
INSERT INTO "a""b" VALUES (1, 1), (2, 1);
UPDATE "a""b" SET "k""1" = 10 WHERE "k""1" = 1;
SELECT * FROM "a""b";
--> 10, 10
--> 2, 10
ALTER TABLE "a""b" RENAME TO 'it''s';
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE "it''s"("k""1" PRIMARY KEY, [x y] REFERENCES "it''s"("k""1") ON UPDATE CASCADE)'
--> NULL
PRAGMA foreign_key_list("it's");
--> 0, 0, 'it''s', 'x y', 'k"1', 'CASCADE', 'NO ACTION', 'NONE'
DELETE FROM "it's" WHERE [k"1] = 10;
--> error: FOREIGN KEY constraint failed
INSERT INTO "it's" VALUES (5, 6);
--> error: FOREIGN KEY constraint failed

-- case REPLACE of parents with SET DEFAULT
PRAGMA foreign_keys=ON;
CREATE TABLE p(a, b, PRIMARY KEY(a), UNIQUE(b));
CREATE TABLE c(x REFERENCES p(b) ON DELETE SET DEFAULT DEFAULT 'dflt', y INTEGER PRIMARY KEY);
INSERT INTO p VALUES (1, 'one'), (2, 'dflt');
INSERT INTO c VALUES ('one', 1), ('one', 2);
REPLACE INTO p VALUES (1, 'uno');
SELECT * FROM c;
--> 'dflt', 1
--> 'dflt', 2
INSERT OR REPLACE INTO p VALUES (3, 'dflt');
SELECT * FROM p;
--> 1, 'uno'
--> 3, 'dflt'
UPDATE OR REPLACE p SET b = 'dflt' WHERE a = 1;
SELECT * FROM p; 
--> 1, 'dflt'
SELECT * FROM c;
--> 'dflt', 1
--> 'dflt', 2
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
SELECT count(*) FROM p;
--> 1

-- case triggers that make and delete parents
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(x REFERENCES p);
CREATE TRIGGER t1 BEFORE INSERT ON c BEGIN INSERT OR IGNORE INTO p VALUES(new.x); END;
CREATE TRIGGER t2 AFTER DELETE ON c BEGIN DELETE FROM p WHERE a = old.x AND NOT EXISTS (SELECT 1 FROM c WHERE x = old.x); END;
INSERT INTO c VALUES (1), (2), (1);
SELECT * FROM p;
--> 1
--> 2
DELETE FROM c WHERE rowid = 1;
SELECT * FROM p;
--> 1
--> 2
DELETE FROM c;
SELECT * FROM p;

-- case a child written through a view
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(x REFERENCES p);
CREATE VIEW v AS SELECT x FROM c;
CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN INSERT INTO c VALUES(new.x); END;
INSERT INTO v VALUES (1);
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES (1);
INSERT INTO v VALUES (1);
SELECT * FROM v;
--> 1

-- case violations are counted through savepoints
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(x REFERENCES p DEFERRABLE INITIALLY DEFERRED);
SAVEPOINT a;
INSERT INTO c VALUES(1);
SAVEPOINT b;
INSERT INTO c VALUES(2);
SAVEPOINT c;
INSERT INTO p VALUES(1),(2);
ROLLBACK TO c;
INSERT INTO p VALUES(2);
RELEASE c;
RELEASE b;
RELEASE a;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
RELEASE a;
SELECT * FROM c;
--> 1
--> 2

-- case an integer key and children of TEXT
PRAGMA foreign_keys=ON;
CREATE TABLE p(a INTEGER PRIMARY KEY);
CREATE TABLE c(x TEXT REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE);
INSERT INTO p VALUES(1),(2),(10);
INSERT INTO c VALUES('1'),(2),('10'),('2');
SELECT typeof(x) FROM c;
--> 'text'
--> 'text'
--> 'text'
--> 'text'
UPDATE p SET a = 3 WHERE a = 2;
SELECT x, typeof(x) FROM c;
--> '1', 'text'
--> '3', 'text'
--> '10', 'text'
--> '3', 'text'
INSERT INTO c VALUES('1.0');
INSERT INTO c VALUES(' 1');
INSERT INTO c VALUES('x');
--> error: FOREIGN KEY constraint failed
SELECT * FROM c;
--> '1'
--> '3'
--> '10'
--> '3'
--> '1.0'
--> ' 1'
DELETE FROM p WHERE a = 1;
SELECT * FROM c;
--> '3'
--> '10'
--> '3'

-- case a parent key with DESC and a collation
PRAGMA foreign_keys=ON;
CREATE TABLE p(a TEXT COLLATE NOCASE, b, UNIQUE(a DESC, b));
CREATE TABLE c(x, y COLLATE NOCASE, FOREIGN KEY(x, y) REFERENCES p(a, b) ON DELETE CASCADE);
INSERT INTO p VALUES('K', 'v');
INSERT INTO c VALUES('k', 'v');
INSERT INTO c VALUES('k', 'V');
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE a = 'k';
SELECT count(*) FROM c;
--> 0

-- case a parent column called rowid
PRAGMA foreign_keys=ON;
CREATE TABLE p(rowid INTEGER PRIMARY KEY, oid);
CREATE TABLE c(x REFERENCES p(rowid));
INSERT INTO p VALUES(5,1);
INSERT INTO c VALUES(5);
INSERT INTO c VALUES(6);
--> error: FOREIGN KEY constraint failed

-- case columns of keys are dropped, added and renamed
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY, b UNIQUE);
CREATE TABLE c(x REFERENCES p(b), y);
ALTER TABLE c DROP COLUMN x;
ALTER TABLE p DROP COLUMN b;
--> error: cannot drop UNIQUE column: "b"
ALTER TABLE c ADD COLUMN z REFERENCES p;
INSERT INTO c VALUES(1, 2);
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(2, 3);
INSERT INTO c VALUES(1, 2);
DROP TABLE p;
--> error: FOREIGN KEY constraint failed
ALTER TABLE c RENAME COLUMN z TO zz;
PRAGMA foreign_key_list(c);
--> 0, 0, 'p', 'zz', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
DELETE FROM c;
DROP TABLE p;
DROP TABLE c;

-- case DROP TABLE runs actions and no triggers of its own
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(x REFERENCES p ON DELETE CASCADE);
CREATE TABLE l(s);
CREATE TRIGGER t AFTER DELETE ON c BEGIN INSERT INTO l VALUES(old.x); END;
CREATE TRIGGER t2 AFTER DELETE ON p BEGIN INSERT INTO l VALUES('p' || old.a); END;
INSERT INTO p VALUES(1),(2);
INSERT INTO c VALUES(1),(2);
DROP TABLE p;
SELECT * FROM l;
--> 1
--> 2
SELECT * FROM c;

-- case REPLACE and UPSERT of a child
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(k PRIMARY KEY, x REFERENCES p);
INSERT INTO p VALUES(1);
INSERT INTO c VALUES('a', 1);
REPLACE INTO c VALUES('a', 2);
--> error: FOREIGN KEY constraint failed
REPLACE INTO c VALUES('a', NULL);
SELECT * FROM c;
--> 'a', NULL
INSERT INTO c VALUES('a', 5) ON CONFLICT DO UPDATE SET x = 1;
SELECT * FROM c;
--> 'a', 1
INSERT INTO c VALUES('a', 5) ON CONFLICT DO UPDATE SET x = 7;
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES('b', 5) ON CONFLICT DO NOTHING;
--> error: FOREIGN KEY constraint failed

-- case keys of different types
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE c(x REFERENCES p);
INSERT INTO p VALUES(1),('1');
INSERT INTO c VALUES(1);
UPDATE p SET a = 1.0 WHERE typeof(a) = 'integer';
SELECT a, typeof(a) FROM p;
--> 1.0, 'real'
--> '1', 'text'
DELETE FROM p WHERE typeof(a) = 'text';
UPDATE p SET a = '1';
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES('1');
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES(1.0);
