-- PRAGMA foreign_keys=ON: which changes are refused, which are carried on to child tables.

-- case a child needs a parent
PRAGMA foreign_keys=ON;
PRAGMA foreign_keys;
--> 1
CREATE TABLE p(id INTEGER PRIMARY KEY, name);
CREATE TABLE c(id INTEGER PRIMARY KEY, pid REFERENCES p, note);
INSERT INTO p VALUES(1, 'one'), (2, 'two');
INSERT INTO c VALUES(1, 1, 'a');
INSERT INTO c VALUES(2, 9, 'b');
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES(3, NULL, 'c'), (4, '2', 'text that is a number');
INSERT INTO c VALUES(5, 'x', 'd');
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES(6, 1, 'e'), (7, 8, 'f');
--> error: FOREIGN KEY constraint failed
SELECT * FROM c ORDER BY id;
--> 1, 1, 'a'
--> 3, NULL, 'c'
--> 4, '2', 'text that is a number'
UPDATE c SET pid = 5 WHERE id = 1;
--> error: FOREIGN KEY constraint failed
UPDATE c SET pid = 2 WHERE id = 1;
UPDATE c SET note = 'changed';
DELETE FROM p WHERE id = 2;
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE id = 1;
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
UPDATE p SET id = 7 WHERE id = 2;
--> error: FOREIGN KEY constraint failed
UPDATE p SET name = 'two again' WHERE id = 2;
SELECT * FROM p;
--> 2, 'two again'
SELECT * FROM c ORDER BY id;
--> 1, 2, 'changed'
--> 3, NULL, 'changed'
--> 4, '2', 'changed'
SELECT changes(), total_changes();
--> 1, 11

-- case off by default
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(pid REFERENCES p);
INSERT INTO c VALUES(1), (2), (2), (NULL);
PRAGMA foreign_key_check;
--> 'c', 1, 'p', 0
--> 'c', 2, 'p', 0
--> 'c', 3, 'p', 0
PRAGMA foreign_keys=ON;
INSERT INTO p VALUES(1);
DELETE FROM c WHERE pid = 2;
PRAGMA foreign_key_check;
BEGIN;
PRAGMA foreign_keys=OFF;
PRAGMA foreign_keys;
--> 1
INSERT INTO c VALUES(5);
--> error: FOREIGN KEY constraint failed
COMMIT;
PRAGMA foreign_keys=OFF;
INSERT INTO c VALUES(5);
SELECT * FROM c;
--> 1
--> NULL
--> 5

-- case actions on delete
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE cascaded(a INTEGER PRIMARY KEY, pid REFERENCES p ON DELETE CASCADE);
CREATE TABLE nulled(a INTEGER PRIMARY KEY, pid REFERENCES p ON DELETE SET NULL);
CREATE TABLE defaulted(a INTEGER PRIMARY KEY, pid DEFAULT 1 REFERENCES p ON DELETE SET DEFAULT);
CREATE TABLE grandchild(a, cid REFERENCES cascaded ON DELETE CASCADE);
INSERT INTO p VALUES(1), (2), (3), (4);
INSERT INTO cascaded VALUES(10, 2), (11, 3), (12, 3);
INSERT INTO nulled VALUES(20, 2), (21, 3);
INSERT INTO defaulted VALUES(30, 2), (31, 3);
INSERT INTO grandchild VALUES('x', 11), ('y', 12), ('z', 10);
DELETE FROM p WHERE id = 3;
SELECT changes();
--> 1
SELECT * FROM cascaded;
--> 10, 2
SELECT * FROM nulled;
--> 20, 2
--> 21, NULL
SELECT * FROM defaulted;
--> 30, 2
--> 31, 1
SELECT * FROM grandchild;
--> 'z', 10
DELETE FROM p WHERE id = 1;
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE id IN (2, 4);
SELECT (SELECT count(*) FROM cascaded), (SELECT count(*) FROM grandchild), (SELECT group_concat(pid) FROM defaulted);
--> 0, 0, '1,1'
PRAGMA foreign_key_check;

-- case actions on update
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY, u UNIQUE);
CREATE TABLE c1(a, pid REFERENCES p(id) ON UPDATE CASCADE);
CREATE TABLE c2(a, pu REFERENCES p(u) ON UPDATE SET NULL);
CREATE TABLE c3(a, pu DEFAULT 'd' REFERENCES p(u) ON UPDATE SET DEFAULT);
INSERT INTO p VALUES(1, 'a'), (2, 'b'), (3, 'd');
INSERT INTO c1 VALUES(1, 1), (2, 2), (3, 1);
INSERT INTO c2 VALUES(1, 'a'), (2, 'b');
INSERT INTO c3 VALUES(1, 'a'), (2, 'b');
UPDATE p SET id = id + 100 WHERE id < 3;
SELECT * FROM p ORDER BY id;
--> 3, 'd'
--> 101, 'a'
--> 102, 'b'
SELECT * FROM c1;
--> 1, 101
--> 2, 102
--> 3, 101
SELECT * FROM c2;
--> 1, 'a'
--> 2, 'b'
UPDATE p SET u = 'A' WHERE u = 'a';
SELECT * FROM c2;
--> 1, NULL
--> 2, 'b'
SELECT * FROM c3;
--> 1, 'd'
--> 2, 'b'
UPDATE p SET u = u;
SELECT * FROM c2;
--> 1, NULL
--> 2, 'b'
UPDATE p SET u = 'D' WHERE u = 'd';
--> error: FOREIGN KEY constraint failed
UPDATE c3 SET pu = 'b';
UPDATE p SET u = 'D' WHERE u = 'd';
SELECT * FROM p ORDER BY id;
--> 3, 'D'
--> 101, 'A'
--> 102, 'b'

-- case RESTRICT refuses at once, NO ACTION at the end of the statement
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c1(pid REFERENCES p ON DELETE RESTRICT);
CREATE TABLE c2(pid REFERENCES p ON DELETE NO ACTION);
CREATE TRIGGER t AFTER DELETE ON p BEGIN DELETE FROM c1 WHERE pid = old.id; DELETE FROM c2 WHERE pid = old.id; END;
INSERT INTO p VALUES(1), (2);
INSERT INTO c1 VALUES(1);
INSERT INTO c2 VALUES(2);
DELETE FROM p WHERE id = 1;
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE id = 2;
SELECT (SELECT group_concat(id) FROM p), (SELECT count(*) FROM c1), (SELECT count(*) FROM c2);
--> '1', 1, 0
CREATE TABLE c3(pid REFERENCES p DEFERRABLE INITIALLY DEFERRED, other REFERENCES p ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED);
INSERT INTO c3 VALUES(1, NULL);
BEGIN;
DELETE FROM c1;
DELETE FROM p WHERE id = 1;
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
COMMIT;
INSERT INTO c3 VALUES(NULL, 1);
BEGIN;
DELETE FROM p WHERE id = 1;
--> error: FOREIGN KEY constraint failed
ROLLBACK;

-- case deferred until COMMIT
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE d(a, pid REFERENCES p DEFERRABLE INITIALLY IMMEDIATE);
CREATE TABLE e(a, pid REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED);
INSERT INTO c VALUES(1, 1);
--> error: FOREIGN KEY constraint failed
BEGIN;
INSERT INTO c VALUES(1, 1);
INSERT INTO d VALUES(1, 1);
--> error: FOREIGN KEY constraint failed
INSERT INTO e VALUES(1, 1);
--> error: FOREIGN KEY constraint failed
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
COMMIT;
SELECT * FROM c;
--> 1, 1
BEGIN;
DELETE FROM p;
DELETE FROM c;
COMMIT;
SELECT count(*) FROM p;
--> 0

-- case savepoints keep the count
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p DEFERRABLE INITIALLY DEFERRED);
SAVEPOINT one;
INSERT INTO c VALUES(1, 1);
SAVEPOINT two;
INSERT INTO c VALUES(2, 2);
ROLLBACK TO two;
RELEASE two;
RELEASE one;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
RELEASE one;
SELECT * FROM c;
--> 1, 1
BEGIN;
SAVEPOINT s;
INSERT INTO c VALUES(3, 3), (4, 4);
ROLLBACK TO s;
COMMIT;
BEGIN;
INSERT INTO c VALUES(5, 5);
INSERT INTO p SELECT 5 UNION ALL SELECT 1;
--> error: UNIQUE constraint failed: p.id
INSERT INTO p VALUES(5);
COMMIT;
SELECT * FROM c;
--> 1, 1
--> 5, 5

-- case a statement that fails takes its deferred violations back
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a UNIQUE, pid REFERENCES p DEFERRABLE INITIALLY DEFERRED);
BEGIN;
INSERT INTO c VALUES(1, NULL);
INSERT INTO c VALUES(2, 2), (1, 1);
--> error: UNIQUE constraint failed: c.a
COMMIT;
SELECT * FROM c;
--> 1, NULL
BEGIN;
INSERT OR FAIL INTO c VALUES(2, 2), (1, 1);
--> error: UNIQUE constraint failed: c.a
COMMIT;
--> error: FOREIGN KEY constraint failed
ROLLBACK;
SELECT * FROM c;
--> 1, NULL

-- case defer_foreign_keys
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p);
CREATE TABLE r(a, pid REFERENCES p ON DELETE RESTRICT);
INSERT INTO p VALUES(1), (2);
INSERT INTO r VALUES(1, 1);
BEGIN;
PRAGMA defer_foreign_keys=ON;
PRAGMA defer_foreign_keys;
--> 1
INSERT INTO c VALUES(1, 7);
INSERT INTO c VALUES(2, 8), (3, 8);
DELETE FROM p WHERE id = 1;
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(7), (8);
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
COMMIT;
PRAGMA defer_foreign_keys;
--> 0
SELECT * FROM c;
--> 1, 7
--> 2, 8
--> 3, 8
INSERT INTO c VALUES(1, 70);
--> error: FOREIGN KEY constraint failed
BEGIN;
PRAGMA defer_foreign_keys=ON;
INSERT INTO c VALUES(4, 70);
PRAGMA defer_foreign_keys=OFF;
INSERT INTO c VALUES(5, 71);
--> error: FOREIGN KEY constraint failed
COMMIT;
SELECT * FROM c;
--> 1, 7
--> 2, 8
--> 3, 8
--> 4, 70
PRAGMA foreign_key_check;
--> 'c', 4, 'p', 0

-- case composite keys
PRAGMA foreign_keys=ON;
CREATE TABLE album(artist, title, cover, PRIMARY KEY(artist, title));
CREATE TABLE song(id, artist, album, name, FOREIGN KEY(artist, album) REFERENCES album(artist, title) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE other(t, a, FOREIGN KEY(t, a) REFERENCES album(title, artist));
INSERT INTO album VALUES('a', 't1', 1), ('a', 't2', 2), ('b', 't1', 3);
INSERT INTO song VALUES(1, 'a', 't1', 'x'), (2, 'b', 't1', 'y'), (3, 'a', NULL, 'z'), (4, NULL, 'none', 'w');
INSERT INTO song VALUES(5, 'b', 't2', 'x');
--> error: FOREIGN KEY constraint failed
INSERT INTO other VALUES('t2', 'a');
INSERT INTO other VALUES('a', 't2');
--> error: FOREIGN KEY constraint failed
UPDATE album SET title = 'T1' WHERE title = 't1';
SELECT * FROM song;
--> 1, 'a', 'T1', 'x'
--> 2, 'b', 'T1', 'y'
--> 3, 'a', NULL, 'z'
--> 4, NULL, 'none', 'w'
UPDATE album SET title = 'T2' WHERE title = 't2';
--> error: FOREIGN KEY constraint failed
DELETE FROM album WHERE artist = 'a' AND title = 'T1';
SELECT * FROM song;
--> 2, 'b', 'T1', 'y'
--> 3, 'a', NULL, 'z'
--> 4, NULL, 'none', 'w'

-- case a table that refers to itself
PRAGMA foreign_keys=ON;
CREATE TABLE tree(id INTEGER PRIMARY KEY, up REFERENCES tree ON DELETE CASCADE);
INSERT INTO tree VALUES(1, 1);
INSERT INTO tree VALUES(2, 3);
--> error: FOREIGN KEY constraint failed
INSERT INTO tree VALUES(2, 1), (3, 2), (4, 3), (5, 6), (6, 5), (7, NULL);
UPDATE tree SET id = 8 WHERE id = 7;
UPDATE tree SET id = 9 WHERE id = 2;
--> error: FOREIGN KEY constraint failed
UPDATE tree SET id = 10, up = 10 WHERE id = 8;
DELETE FROM tree WHERE id = 2;
SELECT * FROM tree;
--> 1, 1
--> 5, 6
--> 6, 5
--> 10, 10
SELECT changes(), total_changes();
--> 1, 12
DELETE FROM tree WHERE id = 5;
SELECT * FROM tree;
--> 1, 1
--> 10, 10
DELETE FROM tree;
SELECT count(*) FROM tree;
--> 0
CREATE TABLE own(a UNIQUE, b REFERENCES own(a));
INSERT INTO own VALUES(1, 1);
INSERT INTO own VALUES(2, 3);
--> error: FOREIGN KEY constraint failed
INSERT INTO own VALUES(2, 3), (3, 2);
UPDATE own SET a = 4, b = 4 WHERE a = 1;
UPDATE own SET a = 5 WHERE a = 4;
--> error: FOREIGN KEY constraint failed
DELETE FROM own WHERE a = 2;
--> error: FOREIGN KEY constraint failed
DELETE FROM own WHERE a IN (2, 3);
SELECT * FROM own;
--> 4, 4
CREATE TABLE w(a, b, PRIMARY KEY(a)) WITHOUT ROWID;
CREATE TABLE w2(a PRIMARY KEY, b REFERENCES w2) WITHOUT ROWID;
INSERT INTO w2 VALUES('x', 'x'), ('y', 'x');
DELETE FROM w2 WHERE a = 'x';
--> error: FOREIGN KEY constraint failed
DELETE FROM w2 WHERE a = 'y';
DELETE FROM w2 WHERE a = 'x';
SELECT * FROM w2;

-- case recursive cascades by update
PRAGMA foreign_keys=ON;
CREATE TABLE a(x PRIMARY KEY);
CREATE TABLE b(x PRIMARY KEY REFERENCES a ON UPDATE CASCADE ON DELETE SET NULL);
CREATE TABLE c(x PRIMARY KEY REFERENCES b ON UPDATE CASCADE ON DELETE CASCADE);
INSERT INTO a VALUES(1), (2);
INSERT INTO b VALUES(1), (2);
INSERT INTO c VALUES(1), (2);
UPDATE a SET x = x + 10;
SELECT * FROM c;
--> 11
--> 12
DELETE FROM a WHERE x = 11;
SELECT * FROM b ORDER BY 1;
--> NULL
--> 12
DELETE FROM b WHERE x = 12;
SELECT * FROM c;
--> NULL

-- case the parent's affinity and collation
PRAGMA foreign_keys=ON;
CREATE TABLE p(k TEXT COLLATE NOCASE PRIMARY KEY);
CREATE TABLE c(k REFERENCES p ON UPDATE CASCADE);
INSERT INTO p VALUES('Abc'), (5);
INSERT INTO c VALUES('aBC'), (5), ('5');
INSERT INTO c VALUES(6);
--> error: FOREIGN KEY constraint failed
UPDATE p SET k = 'ABC' WHERE k = 'abc';
SELECT quote(k) FROM c;
--> '''aBC'''
--> '5'
--> '''5'''
UPDATE p SET k = 'xyz' WHERE k = 'abc';
SELECT quote(k) FROM c;
--> '''xyz'''
--> '5'
--> '''5'''
DELETE FROM p WHERE k = '5';
--> error: FOREIGN KEY constraint failed
CREATE TABLE ip(k INTEGER UNIQUE);
CREATE TABLE ic(k TEXT REFERENCES ip(k));
INSERT INTO ip VALUES(1), (20);
INSERT INTO ic VALUES('1'), ('20.0');
INSERT INTO ic VALUES('2');
--> error: FOREIGN KEY constraint failed
SELECT quote(k) FROM ic;
--> '''1'''
--> '''20.0'''
DELETE FROM ip WHERE k = 20;
--> error: FOREIGN KEY constraint failed

-- case mismatches
PRAGMA foreign_keys=ON;
CREATE TABLE p(a PRIMARY KEY, b UNIQUE, c, d, e);
CREATE UNIQUE INDEX i1 ON p(c, d);
CREATE INDEX i2 ON p(e);
CREATE UNIQUE INDEX i3 ON p(d) WHERE d > 0;
CREATE UNIQUE INDEX i4 ON p(e COLLATE NOCASE);
CREATE TABLE c1(f REFERENCES p(a));
CREATE TABLE c2(f REFERENCES p(b));
CREATE TABLE c3(f, g, FOREIGN KEY(f, g) REFERENCES p(d, c));
INSERT INTO p VALUES(1, 2, 3, 4, 5);
INSERT INTO c1 VALUES(1);
INSERT INTO c2 VALUES(2);
INSERT INTO c3 VALUES(4, 3);
CREATE TABLE c4(f REFERENCES p(e));
INSERT INTO c4 VALUES(5);
--> error: foreign key mismatch - "c4" referencing "p"
DELETE FROM p WHERE a = 99;
--> error: foreign key mismatch - "c4" referencing "p"
UPDATE p SET e = 1 WHERE a = 99;
--> error: foreign key mismatch - "c4" referencing "p"
UPDATE p SET d = 1 WHERE a = 99;
--> error: foreign key mismatch - "c4" referencing "p"
INSERT INTO p VALUES(10, 20, 30, 40, 50);
PRAGMA foreign_key_check(c4);
--> error: foreign key mismatch - "c4" referencing "p"
DROP TABLE c4;
CREATE TABLE c5(f REFERENCES p(d));
INSERT INTO c5 VALUES(4);
--> error: foreign key mismatch - "c5" referencing "p"
DROP TABLE c5;
CREATE TABLE c6(f REFERENCES p(zzz));
INSERT INTO c6 VALUES(4);
--> error: foreign key mismatch - "c6" referencing "p"
DROP TABLE c6;
CREATE TABLE c7(f, g, FOREIGN KEY(f, g) REFERENCES p);
INSERT INTO c7 VALUES(4, 4);
--> error: foreign key mismatch - "c7" referencing "p"
DROP TABLE c7;
CREATE TABLE c8(f REFERENCES nowhere);
INSERT INTO c8 VALUES(4);
--> error: no such table: main.nowhere
INSERT INTO c8 VALUES(NULL);
--> error: no such table: main.nowhere
UPDATE c8 SET f = NULL;
--> error: no such table: main.nowhere
DELETE FROM c8;
--> error: no such table: main.nowhere
CREATE VIEW v AS SELECT 1 AS a;
CREATE TABLE c9(f REFERENCES v(a));
INSERT INTO c9 VALUES(1);
--> error: foreign key mismatch - "c9" referencing "v"
PRAGMA foreign_key_check(c9);
--> error: foreign key mismatch - "c9" referencing "v"

-- case dropping tables
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(pid REFERENCES p);
CREATE TABLE c2(pid REFERENCES p ON DELETE CASCADE);
CREATE TABLE c3(pid REFERENCES p ON DELETE SET NULL);
CREATE TRIGGER t BEFORE DELETE ON p BEGIN SELECT RAISE(ABORT, 'fired'); END;
INSERT INTO p VALUES(1), (2);
INSERT INTO c VALUES(1);
INSERT INTO c2 VALUES(2);
INSERT INTO c3 VALUES(2);
DROP TABLE p;
--> error: FOREIGN KEY constraint failed
SELECT * FROM p;
--> 1
--> 2
DELETE FROM c;
DROP TABLE p;
SELECT * FROM c2;
SELECT * FROM c3;
--> NULL
INSERT INTO c3 VALUES(5);
--> error: no such table: main.p
CREATE TABLE p(id INTEGER PRIMARY KEY);
INSERT INTO p VALUES(5);
INSERT INTO c3 VALUES(5);
BEGIN;
DROP TABLE p;
UPDATE c3 SET pid = NULL;
--> error: no such table: main.p
CREATE TABLE p(id INTEGER PRIMARY KEY);
COMMIT;
SELECT name FROM sqlite_schema ORDER BY 1;
--> 'c'
--> 'c2'
--> 'c3'
--> 'p'
DROP TABLE c;
DROP TABLE c2;
DROP TABLE c3;
DROP TABLE p;
PRAGMA integrity_check;
--> 'ok'

-- case dropping tables with deferred keys
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(pid REFERENCES p DEFERRABLE INITIALLY DEFERRED);
INSERT INTO p VALUES(1);
INSERT INTO c VALUES(1);
BEGIN;
DROP TABLE p;
COMMIT;
--> error: FOREIGN KEY constraint failed
ROLLBACK;
SELECT * FROM p;
--> 1
BEGIN;
DROP TABLE p;
CREATE TABLE p(id INTEGER PRIMARY KEY);
INSERT INTO p VALUES(1);
COMMIT;
BEGIN;
INSERT INTO c VALUES(2);
DROP TABLE c;
COMMIT;
CREATE TABLE m(a REFERENCES missing DEFERRABLE INITIALLY DEFERRED, b);
PRAGMA foreign_keys=OFF;
INSERT INTO m VALUES(1, 1), (NULL, 2);
PRAGMA foreign_keys=ON;
BEGIN;
DELETE FROM m WHERE b = 2;
--> error: no such table: main.missing
DROP TABLE m;
COMMIT;
ROLLBACK;
--> error: cannot rollback - no transaction is active
DROP TABLE m;
--> error: no such table: m
BEGIN;
PRAGMA defer_foreign_keys=ON;
INSERT INTO p VALUES(3);
DROP TABLE p;
COMMIT;
SELECT name FROM sqlite_schema ORDER BY 1;

-- case REPLACE deletes the parent
-- holds foreign-keys: REPLACE deletes the parent
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY, u UNIQUE, v);
CREATE TABLE c(a, pid REFERENCES p);
CREATE TABLE k(a, pu REFERENCES p(u) ON DELETE CASCADE);
INSERT INTO p VALUES(1, 'x', 0), (2, 'y', 0);
INSERT INTO c VALUES(1, 1);
INSERT INTO k VALUES(1, 'y'), (2, 'x');
REPLACE INTO p VALUES(1, 'x', 1);
SELECT * FROM p;
--> 1, 'x', 1
--> 2, 'y', 0
SELECT * FROM k;
--> 1, 'y'
REPLACE INTO p VALUES(3, 'x', 1);
--> error: FOREIGN KEY constraint failed
REPLACE INTO p VALUES(4, 'y', 1);
SELECT * FROM p;
--> 1, 'x', 1
--> 4, 'y', 1
SELECT * FROM k;
UPDATE OR REPLACE p SET id = 4 WHERE id = 1;
--> error: FOREIGN KEY constraint failed
DELETE FROM c;
UPDATE OR REPLACE p SET id = 4 WHERE id = 1;
SELECT * FROM p;
--> 4, 'x', 1
PRAGMA foreign_key_check;
INSERT INTO p VALUES(4, 'q', 5) ON CONFLICT(id) DO UPDATE SET v = excluded.v, id = 5;
INSERT INTO c VALUES(1, 5);
INSERT INTO p VALUES(5, 'q', 5) ON CONFLICT(id) DO UPDATE SET id = 6;
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES(2, 99) ON CONFLICT DO NOTHING;
--> error: FOREIGN KEY constraint failed
INSERT OR IGNORE INTO c VALUES(3, 99);
--> error: FOREIGN KEY constraint failed
INSERT OR IGNORE INTO c VALUES(3, 5), (4, 99);
--> error: FOREIGN KEY constraint failed
UPDATE OR IGNORE c SET pid = 99;
--> error: FOREIGN KEY constraint failed
SELECT * FROM c;
--> 1, 5

-- case REPLACE in the child
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a UNIQUE, pid REFERENCES p DEFERRABLE INITIALLY DEFERRED);
INSERT INTO p VALUES(1);
BEGIN;
INSERT INTO c VALUES(1, 7);
REPLACE INTO c VALUES(1, 1);
COMMIT;
SELECT * FROM c;
--> 1, 1

-- case triggers and actions
PRAGMA foreign_keys=ON;
CREATE TABLE log(t);
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TRIGGER pb BEFORE DELETE ON p BEGIN INSERT INTO log VALUES('before p ' || old.id || ' ' || (SELECT count(*) FROM c)); END;
CREATE TRIGGER pa AFTER DELETE ON p BEGIN INSERT INTO log VALUES('after p ' || old.id || ' ' || (SELECT count(*) FROM c)); END;
CREATE TRIGGER cb BEFORE DELETE ON c BEGIN INSERT INTO log VALUES('before c ' || old.a || ' ' || (SELECT count(*) FROM p)); END;
CREATE TRIGGER ca AFTER DELETE ON c BEGIN INSERT INTO log VALUES('after c ' || old.a || ' ' || (SELECT count(*) FROM p)); END;
CREATE TRIGGER cu AFTER UPDATE OF pid ON c BEGIN INSERT INTO log VALUES('update c ' || old.pid || ' to ' || new.pid); END;
CREATE TRIGGER pu AFTER UPDATE ON p BEGIN INSERT INTO log VALUES('update p ' || old.id || ' to ' || new.id); END;
INSERT INTO p VALUES(1), (2);
INSERT INTO c VALUES('x', 1), ('y', 1), ('z', 2);
UPDATE p SET id = id * 10;
DELETE FROM p WHERE id = 10;
SELECT * FROM log;
--> 'update c 1 to 10'
--> 'update c 1 to 10'
--> 'update p 1 to 10'
--> 'update c 2 to 20'
--> 'update p 2 to 20'
--> 'before p 10 3'
--> 'before c x 1'
--> 'after c x 1'
--> 'before c y 1'
--> 'after c y 1'
--> 'after p 10 1'
SELECT * FROM c;
--> 'z', 20
DROP TRIGGER cb;
CREATE TRIGGER cb BEFORE DELETE ON c BEGIN SELECT RAISE(IGNORE); END;
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
SELECT * FROM p;
--> 20
CREATE TRIGGER ins BEFORE INSERT ON c WHEN new.pid > 100 BEGIN INSERT INTO p VALUES(new.pid); END;
INSERT INTO c VALUES('n', 101);
INSERT INTO c VALUES('n', 50);
--> error: FOREIGN KEY constraint failed
SELECT * FROM p;
--> 20
--> 101

-- case RETURNING waits for the check
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p ON DELETE SET NULL);
INSERT INTO p VALUES(1), (2);
INSERT INTO c VALUES('a', 1) RETURNING a, pid;
--> 'a', 1
INSERT INTO c VALUES('b', 7) RETURNING a, pid;
--> error: FOREIGN KEY constraint failed
INSERT INTO c VALUES('b', 2), ('c', 7) RETURNING a, pid;
--> error: FOREIGN KEY constraint failed
DELETE FROM p WHERE id = 1 RETURNING id, (SELECT count(*) FROM c WHERE pid IS NULL);
--> 1, 1
SELECT * FROM c;
--> 'a', NULL

-- case foreign_key_check
CREATE TABLE p(a PRIMARY KEY, b, UNIQUE(b, a));
CREATE TABLE c(x REFERENCES p, y, z REFERENCES missing, FOREIGN KEY(x, y) REFERENCES p(a, b));
CREATE TABLE w(k PRIMARY KEY, x REFERENCES p) WITHOUT ROWID;
INSERT INTO p VALUES(1, 10), (2, 20);
INSERT INTO c VALUES(1, 10, NULL), (1, 20, NULL), (3, 10, 1), (2, NULL, NULL), (NULL, 5, 'm');
INSERT INTO w VALUES('a', 1), ('b', 7);
PRAGMA foreign_key_check(c);
--> 'c', 2, 'p', 0
--> 'c', 3, 'p', 0
--> 'c', 3, 'missing', 1
--> 'c', 3, 'p', 2
--> 'c', 5, 'missing', 1
PRAGMA foreign_key_check('w');
--> 'w', NULL, 'p', 0
PRAGMA main.foreign_key_check(c);
--> 'c', 2, 'p', 0
--> 'c', 3, 'p', 0
--> 'c', 3, 'missing', 1
--> 'c', 3, 'p', 2
--> 'c', 5, 'missing', 1
PRAGMA foreign_key_check(p);
PRAGMA foreign_key_check(none);
--> error: no such table: none
PRAGMA foreign_key_list(c);
--> 0, 0, 'p', 'x', 'a', 'NO ACTION', 'NO ACTION', 'NONE'
--> 0, 1, 'p', 'y', 'b', 'NO ACTION', 'NO ACTION', 'NONE'
--> 1, 0, 'missing', 'z', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 2, 0, 'p', 'x', NULL, 'NO ACTION', 'NO ACTION', 'NONE'

-- case unchanged keys are not looked at
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p);
INSERT INTO c VALUES(1, 5);
PRAGMA foreign_keys=ON;
UPDATE c SET a = 2;
UPDATE c SET pid = 5;
--> error: FOREIGN KEY constraint failed
UPDATE c SET pid = 6;
--> error: FOREIGN KEY constraint failed
DELETE FROM c;
SELECT * FROM c;

-- case repairs of what was there before
CREATE TABLE p(id INTEGER PRIMARY KEY);
CREATE TABLE c(a, pid REFERENCES p);
INSERT INTO c VALUES(1, 5), (2, 5);
PRAGMA foreign_keys=ON;
INSERT INTO p VALUES(5);
INSERT INTO p VALUES(6), (7);
BEGIN;
PRAGMA defer_foreign_keys=1;
DELETE FROM p WHERE id = 5;
INSERT INTO p VALUES(5);
COMMIT;
PRAGMA foreign_key_check;

-- case temporary tables
PRAGMA foreign_keys=ON;
CREATE TABLE p(id INTEGER PRIMARY KEY);
INSERT INTO p VALUES(1);
CREATE TEMP TABLE c(pid REFERENCES p);
INSERT INTO c VALUES(1);
--> error: no such table: temp.p
CREATE TEMP TABLE p(id INTEGER PRIMARY KEY);
INSERT INTO c VALUES(1);
--> error: FOREIGN KEY constraint failed
INSERT INTO temp.p VALUES(3);
INSERT INTO c VALUES(3);
DELETE FROM main.p;
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
SELECT * FROM c;
--> 3

-- case an action's default and quoted names
PRAGMA foreign_keys=ON;
CREATE TABLE "the parent"("key ""1""" PRIMARY KEY);
CREATE TABLE "the child"("a b" DEFAULT 'it''s' REFERENCES "the parent" ON DELETE SET DEFAULT, "select" DEFAULT (1 + 1) REFERENCES "the parent" ON UPDATE SET DEFAULT, n DEFAULT -5 REFERENCES "the parent" ON DELETE SET DEFAULT);
INSERT INTO "the parent" VALUES(1), ('it''s'), (2), (-5), (3);
INSERT INTO "the child" VALUES(1, 1, 1), (2, 3, 3);
UPDATE "the parent" SET "key ""1""" = 4 WHERE "key ""1""" = 3;
--> error: FOREIGN KEY constraint failed
DELETE FROM "the parent" WHERE "key ""1""" = 2;
SELECT * FROM "the child";
--> 1, 1, 1
--> 'it''s', 3, 3

-- case deep cascades
PRAGMA foreign_keys=ON;
CREATE TABLE chain(id INTEGER PRIMARY KEY, up REFERENCES chain ON DELETE CASCADE);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) INSERT INTO chain SELECT i, nullif(i - 1, 0) FROM n;
DELETE FROM chain WHERE id = 1;
SELECT count(*) FROM chain;
--> 0
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) INSERT INTO chain SELECT i, nullif(i - 1, 0) FROM n;
DELETE FROM chain WHERE id = 1;
--> error: too many levels of trigger recursion
SELECT count(*) FROM chain;
--> 1200
