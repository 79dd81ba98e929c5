-- CREATE TRIGGER and DROP TRIGGER.

-- case each time and event sees the table as it is
CREATE TABLE t(k INTEGER PRIMARY KEY, a UNIQUE);
CREATE TABLE l(n INTEGER PRIMARY KEY, s);
CREATE TRIGGER bi BEFORE INSERT ON t BEGIN INSERT INTO l(s) SELECT 'bi ' || count(*) || ' ' || new.a FROM t; END;
CREATE TRIGGER ai AFTER INSERT ON t FOR EACH ROW BEGIN INSERT INTO l(s) SELECT 'ai ' || count(*) || ' ' || new.k FROM t; END;
CREATE TRIGGER bu BEFORE UPDATE ON t BEGIN INSERT INTO l(s) SELECT 'bu ' || old.a || new.a || group_concat(a) FROM t; END;
CREATE TRIGGER au AFTER UPDATE ON t FOR EACH ROW BEGIN INSERT INTO l(s) SELECT 'au ' || old.a || new.a || group_concat(a) FROM t; END;
CREATE TRIGGER bd DELETE ON t BEGIN INSERT INTO l(s) SELECT 'bd ' || count(*) || old.a FROM t; END;
CREATE TRIGGER ad AFTER DELETE ON t BEGIN INSERT INTO l(s) SELECT 'ad ' || count(*) || old.a FROM t; END;
INSERT INTO t(a) VALUES ('x'), ('y');
UPDATE t SET a = a || a WHERE k < 3;
INSERT OR IGNORE INTO t(a) VALUES ('xx'), ('z');
INSERT INTO t(a) VALUES ('zz'), ('z');
--> error: UNIQUE constraint failed: t.a
REPLACE INTO t(a) VALUES ('z');
UPDATE OR REPLACE t SET a = 'xx' WHERE a = 'yy';
UPDATE t SET k = k + 10;
DELETE FROM t WHERE a = 'z';
DELETE FROM t;
SELECT s FROM l;
--> 'bi 0 x'
--> 'ai 1 1'
--> 'bi 1 y'
--> 'ai 2 2'
--> 'bu xxxx,y'
--> 'au xxxxx,y'
--> 'bu yyyxx,y'
--> 'au yyyxx,yy'
--> 'bi 2 xx'
--> 'bi 2 z'
--> 'ai 3 3'
--> 'bi 3 z'
--> 'ai 3 4'
--> 'bu yyxxxx,yy,z'
--> 'au yyxxxx,z'
--> 'bu xxxxxx,z'
--> 'au xxxxz,xx'
--> 'bu zzz,xx'
--> 'au zzxx,z'
--> 'bd 2z'
--> 'ad 1z'
--> 'bd 1xx'
--> 'ad 0xx'
SELECT changes(), total_changes();
--> 1, 37

-- case UPDATE OF and WHEN
CREATE TABLE t(a, b, c, d AS (a + b));
CREATE TABLE l(s);
CREATE TRIGGER r1 AFTER UPDATE OF a ON t BEGIN INSERT INTO l VALUES ('a'); END;
CREATE TRIGGER r2 BEFORE UPDATE OF b, "c" ON t BEGIN INSERT INTO l VALUES ('b or c'); END;
CREATE TRIGGER r3 AFTER UPDATE OF d ON t BEGIN INSERT INTO l VALUES ('d'); END;
CREATE TRIGGER r4 AFTER UPDATE OF nosuch ON t BEGIN INSERT INTO l VALUES ('nosuch'); END;
CREATE TRIGGER r5 AFTER UPDATE OF rowid ON t BEGIN INSERT INTO l VALUES ('rowid'); END;
CREATE TRIGGER r6 AFTER UPDATE ON t WHEN new.a IS NOT old.a OR EXISTS (SELECT 1 FROM l WHERE s = 'go') BEGIN INSERT INTO l VALUES ('changed ' || coalesce(new.a, 'NULL')); END;
CREATE TRIGGER r7 AFTER INSERT ON t WHEN new.a BEGIN INSERT INTO l VALUES ('true ' || new.a); END;
INSERT INTO t(a, b) VALUES (1, 2), (0, 3), (NULL, 4), ('x', 5), ('1x', 6);
UPDATE t SET a = a WHERE b = 2;
UPDATE t SET b = b WHERE b = 2;
UPDATE t SET c = 1, a = 9 WHERE b = 2;
UPDATE t SET rowid = 100 WHERE b = 3;
UPDATE t SET (b, c) = (SELECT 7, 7) WHERE b = 4;
UPDATE t SET a = 5 WHERE 0;
INSERT INTO l VALUES ('go');
UPDATE t SET c = 3 WHERE b IN (5, 6);
SELECT s FROM l;
--> 'true 1'
--> 'true 1x'
--> 'a'
--> 'b or c'
--> 'b or c'
--> 'changed 9'
--> 'a'
--> 'rowid'
--> 'b or c'
--> 'go'
--> 'b or c'
--> 'changed x'
--> 'b or c'
--> 'changed 1x'

-- case several triggers of one event
CREATE TABLE t(a);
CREATE TABLE l(s);
CREATE TRIGGER z AFTER INSERT ON t BEGIN INSERT INTO l VALUES ('z'); END;
CREATE TRIGGER a BEFORE INSERT ON t BEGIN INSERT INTO l VALUES ('a'); END;
CREATE TRIGGER m AFTER INSERT ON t BEGIN INSERT INTO l VALUES ('m'); END;
CREATE TEMP TRIGGER q AFTER INSERT ON t BEGIN INSERT INTO l VALUES ('q'); END;
CREATE TRIGGER b BEFORE INSERT ON t BEGIN INSERT INTO l VALUES ('b'); END;
INSERT INTO t VALUES (1), (2);
SELECT group_concat(s, '') FROM l;
--> 'baqmzbaqmz'
DROP TRIGGER z;
DELETE FROM l;
INSERT INTO t VALUES (1);
SELECT group_concat(s, '') FROM l;
--> 'baqm'

-- case REPLACE, UPSERT and foreign keys fire triggers
CREATE TABLE t(k INTEGER PRIMARY KEY, a UNIQUE, b);
CREATE TABLE c(k REFERENCES t ON DELETE CASCADE ON UPDATE SET NULL);
CREATE TABLE l(s);
CREATE TRIGGER ti AFTER INSERT ON t BEGIN INSERT INTO l VALUES ('i' || new.k); END;
CREATE TRIGGER td AFTER DELETE ON t BEGIN INSERT INTO l VALUES ('d' || old.k); END;
CREATE TRIGGER tu AFTER UPDATE ON t BEGIN INSERT INTO l VALUES ('u' || old.k || new.b); END;
CREATE TRIGGER tb BEFORE INSERT ON t BEGIN INSERT INTO l VALUES ('b' || new.k); END;
CREATE TRIGGER cd AFTER DELETE ON c BEGIN INSERT INTO l VALUES ('cd' || old.k); END;
CREATE TRIGGER cu BEFORE UPDATE OF k ON c WHEN new.k IS NULL BEGIN INSERT INTO l VALUES ('cu' || old.k); END;
INSERT INTO t VALUES (1, 'x', 0), (2, 'y', 0), (3, 'z', 0);
PRAGMA foreign_keys = ON;
INSERT INTO c VALUES (1), (2), (3), (1);
DELETE FROM l;
REPLACE INTO t VALUES (1, 'x', 1);
PRAGMA recursive_triggers = ON;
REPLACE INTO t VALUES (4, 'y', 2);
INSERT INTO t VALUES (3, 'w', 3) ON CONFLICT (k) DO UPDATE SET b = 'up';
INSERT INTO t VALUES (3, 'w', 3) ON CONFLICT DO NOTHING;
INSERT INTO t VALUES (3, 'w', 3) ON CONFLICT (k) DO UPDATE SET b = 'never' WHERE 0;
UPDATE t SET k = 30 WHERE k = 3;
SELECT s FROM l;
--> 'b1'
--> 'cd1'
--> 'cd1'
--> 'i1'
--> 'b4'
--> 'cd2'
--> 'd2'
--> 'i4'
--> 'b3'
--> 'u3up'
--> 'b3'
--> 'b3'
--> 'cu3'
--> 'u3up'
SELECT * FROM t;
--> 1, 'x', 1
--> 4, 'y', 2
--> 30, 'z', 'up'
SELECT * FROM c;
--> NULL

-- case OLD and NEW
CREATE TABLE t(k INTEGER PRIMARY KEY, a INT, b TEXT DEFAULT 'd', c REAL, g AS (a * 2), s TEXT AS (b || '!') STORED);
CREATE TABLE l(s);
CREATE TRIGGER bi BEFORE INSERT ON t BEGIN INSERT INTO l VALUES (new.k || ' ' || typeof(new.a) || ' ' || typeof(new.b) || ' ' || typeof(new.c)); END;
CREATE TRIGGER ai AFTER INSERT ON t BEGIN INSERT INTO l VALUES (new.k || new.rowid || ' ' || typeof(new.a) || ' ' || typeof(new.b) || ' ' || typeof(new.c) || ' ' || new.g || new.s); END;
CREATE TRIGGER au AFTER UPDATE ON t BEGIN INSERT INTO l VALUES (old.rowid || new.oid || old.g || new.g || old.s || new.s); END;
CREATE TRIGGER ad AFTER DELETE ON t BEGIN INSERT INTO l VALUES (old._rowid_ || (SELECT old.g || max(k) FROM (SELECT old.k AS k UNION SELECT count(*) FROM t WHERE t.k < old.k))); END;
INSERT INTO t(a) VALUES ('12');
INSERT INTO t(k, a, b, c) VALUES ('7', 1.0, 5, 3);
UPDATE t SET a = '20', k = k + 1, b = 1.5;
DELETE FROM t WHERE k > 2;
SELECT s FROM l;
--> '-1 integer text null'
--> '11 integer text null 24d!'
--> '7 integer text real'
--> '77 integer text real 25!'
--> '122440d!1.5!'
--> '782405!1.5!'
--> '8408'
DELETE FROM t;
SELECT count(*) FROM l;
--> 8
CREATE TABLE w(a PRIMARY KEY, b) WITHOUT ROWID;
CREATE TRIGGER wi AFTER INSERT ON w BEGIN INSERT INTO l VALUES ('w' || new.a || new.b); END;
CREATE TRIGGER wu AFTER UPDATE ON w BEGIN INSERT INTO l VALUES ('wu' || old.a || new.a); END;
INSERT INTO w VALUES ('p', 1);
UPDATE w SET a = 'q';
SELECT s FROM l WHERE s LIKE 'w%';
--> 'wp1'
--> 'wupq'
CREATE TRIGGER wd AFTER DELETE ON w BEGIN INSERT INTO l VALUES (old.rowid); END;
DELETE FROM w;
--> error: no such column: old.rowid
DROP TRIGGER wd;
CREATE TRIGGER wd AFTER DELETE ON w BEGIN INSERT INTO l VALUES (new.a); END;
DELETE FROM w;
--> error: no such column: new.a
DROP TRIGGER wd;
CREATE TRIGGER wd AFTER DELETE ON w WHEN a = 'q' BEGIN INSERT INTO l VALUES (old.a); END;
DELETE FROM w;
--> error: no such column: a
DROP TRIGGER wd;
CREATE TRIGGER wd BEFORE DELETE ON w BEGIN UPDATE old SET a = 1; END;
DELETE FROM w;
--> error: no such table: main.old
DROP TRIGGER wd;
CREATE TABLE new(a);
CREATE TRIGGER wd BEFORE DELETE ON w BEGIN INSERT INTO new VALUES (old.a); END;
DELETE FROM w;
SELECT * FROM new;
--> 'q'

-- case the body: every statement
-- holds create-trigger: a SELECT with WITH, an INSERT of it
CREATE TABLE t(a, b);
CREATE TABLE n(k PRIMARY KEY, c DEFAULT 'd', e);
CREATE TABLE o(x INTEGER PRIMARY KEY, y);
INSERT INTO o VALUES (1, 'one'), (2, 'two');
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO n(k, c) VALUES (new.a, 1) ON CONFLICT (k) DO UPDATE SET c = n.c + excluded.c, e = new.b WHERE new.b <> 'stop'; INSERT OR IGNORE INTO n(k) SELECT x FROM o WHERE x <= new.a; UPDATE n SET e = o.y FROM o WHERE o.x = n.k AND n.e IS NULL; UPDATE OR IGNORE n SET k = 2 WHERE k = 99; DELETE FROM n WHERE k IN (SELECT 3 UNION SELECT new.a WHERE new.b = 'gone'); WITH q(z) AS (SELECT new.a) SELECT z FROM q; SELECT count(*) FROM n; INSERT INTO n(k, e) WITH q(z) AS (VALUES (new.a * 100)) SELECT z, 'with' FROM q WHERE new.b = 'with'; REPLACE INTO o VALUES (3, new.b); END;
INSERT INTO t VALUES (1, 'a');
INSERT INTO t VALUES (1, 'b'), (1, 'stop'), (5, 'c');
INSERT INTO t VALUES (5, 'gone'), (7, 'with');
SELECT * FROM n;
--> 1, 2, 'b'
--> 2, 'd', 'two'
--> 7, 1, NULL
--> 700, 'd', 'with'
SELECT * FROM o;
--> 1, 'one'
--> 2, 'two'
--> 3, 'with'
SELECT changes(), last_insert_rowid();
--> 2, 6

-- case the body: what is refused
CREATE TABLE t(a, b);
CREATE TABLE l(s);
CREATE INDEX i ON l(s);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO main.l VALUES (1); END;
--> error: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE main.l SET s = 1; END;
--> error: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM temp.l; END;
--> error: qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE l INDEXED BY i SET s = 1; END;
--> error: the INDEXED BY clause is not allowed on UPDATE or DELETE statements within triggers
CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM l NOT INDEXED; END;
--> error: the NOT INDEXED clause is not allowed on UPDATE or DELETE statements within triggers
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l DEFAULT VALUES; END;
--> error: near "DEFAULT": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES (1) RETURNING s; END;
--> error: cannot use RETURNING in a trigger
CREATE TRIGGER r AFTER INSERT ON t BEGIN WITH q AS (SELECT 1) INSERT INTO l SELECT * FROM q; END;
--> error: near "INSERT": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN WITH q AS (SELECT 1) DELETE FROM l; END;
--> error: near "DELETE": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN END; END;
--> error: near "END": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES (?); END;
--> error: trigger cannot use variables
CREATE TRIGGER r AFTER INSERT ON t WHEN :x BEGIN SELECT 1; END;
--> error: trigger cannot use variables
CREATE TRIGGER r AFTER INSERT ON t BEGIN CREATE TABLE n(a); END;
--> error: near "CREATE": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN PRAGMA user_version = 1; END;
--> error: near "PRAGMA": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN COMMIT; END;
--> error: near "COMMIT": syntax error
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l(s, s2) VALUES (1, 2); END;
CREATE TRIGGER r2 AFTER UPDATE ON t BEGIN INSERT INTO nosuch VALUES (1); END;
CREATE TRIGGER r3 AFTER DELETE ON t BEGIN SELECT * FROM main.l; INSERT INTO l SELECT nosuch FROM t; END;
INSERT INTO t VALUES (1, 2);
--> error: table l has no column named s2
UPDATE t SET a = 1;
--> error: no such table: main.nosuch
DELETE FROM t;
--> error: no such column: nosuch
SELECT count(*) FROM sqlite_schema WHERE type = 'trigger';
--> 3

-- case conflicts in the body, and of the statement
CREATE TABLE t(a);
CREATE TABLE n(k PRIMARY KEY, c);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT OR IGNORE INTO n VALUES (1, new.a); INSERT INTO n VALUES (new.a, 'own'); END;
INSERT INTO t VALUES (5);
INSERT INTO t VALUES (6), (5), (7);
--> error: UNIQUE constraint failed: n.k
SELECT * FROM t UNION ALL SELECT k FROM n;
--> 5
--> 1
--> 5
INSERT OR IGNORE INTO t VALUES (6), (5), (7);
SELECT (SELECT group_concat(a) FROM t), (SELECT group_concat(k || c) FROM n);
--> '5,6,5,7', '15,5own,6own,7own'
INSERT OR REPLACE INTO t VALUES (1);
SELECT * FROM n;
--> 5, 'own'
--> 6, 'own'
--> 7, 'own'
--> 1, 'own'
INSERT OR FAIL INTO t VALUES (8), (8), (9);
--> error: UNIQUE constraint failed: n.k
SELECT (SELECT group_concat(a) FROM t), (SELECT group_concat(k || c) FROM n);
--> '5,6,5,7,1,8', '5own,6own,7own,1own'
BEGIN;
INSERT INTO t VALUES (20);
INSERT OR ROLLBACK INTO t VALUES (21), (21);
--> error: UNIQUE constraint failed: n.k
COMMIT;
--> error: cannot commit - no transaction is active
SELECT (SELECT group_concat(a) FROM t), (SELECT group_concat(k || c) FROM n);
--> '5,6,5,7,1,8', '5own,6own,7own,1own'

-- case counts and last_insert_rowid() around triggers
CREATE TABLE t(k INTEGER PRIMARY KEY);
CREATE TABLE l(s, c, r);
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l(s) VALUES (1), (2), (3); UPDATE l SET c = changes(), r = last_insert_rowid() WHERE c IS NULL AND s < 3; DELETE FROM l WHERE s = 3; UPDATE l SET s = s * 100 + changes() WHERE s < 3; END;
INSERT INTO t VALUES (70), (80);
SELECT changes(), total_changes(), last_insert_rowid();
--> 2, 18, 80
SELECT * FROM l;
--> 101, 3, 3
--> 201, 3, 3
--> 101, 3, 5
--> 201, 3, 5
CREATE VIEW v AS SELECT k FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.k); END;
INSERT INTO v VALUES (90), (91);
SELECT changes(), last_insert_rowid();
--> 0, 80

-- case INSTEAD OF
-- holds create-trigger: columns that an INSERT does not name are NULL
CREATE TABLE t(k INTEGER PRIMARY KEY, a, b);
INSERT INTO t VALUES (1, 'x', 10), (2, 'y', 20), (3, 'z', 30);
CREATE TABLE l(s);
CREATE VIEW v(p, q, n) AS SELECT k, a, (SELECT count(*) FROM t) FROM t WHERE b > 10;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO l VALUES ('i' || quote(new.p) || quote(new.q) || quote(new.n)); INSERT INTO t VALUES (new.p, new.q, 99); END;
CREATE TRIGGER vu INSTEAD OF UPDATE OF q ON v WHEN old.p < 100 BEGIN INSERT INTO l VALUES ('u' || old.q || new.q || new.n); UPDATE t SET a = new.q WHERE k = old.p; END;
CREATE TRIGGER vd INSTEAD OF DELETE ON v BEGIN INSERT INTO l VALUES ('d' || old.q || old.n); DELETE FROM t WHERE k = old.p; END;
INSERT INTO v(q, p) VALUES ('new', 50), ('NEW', '51');
INSERT INTO v DEFAULT VALUES;
INSERT INTO v SELECT k + 100, a, 0 FROM t WHERE k < 3;
INSERT INTO v(p, nosuch) VALUES (1, 2);
--> error: table v has no column named nosuch
INSERT INTO v VALUES (1, 2);
--> error: table v has 3 columns but 2 values were supplied
UPDATE v SET q = q || p WHERE p BETWEEN 2 AND 60;
UPDATE v SET p = 1000 WHERE p = 2;
--> error: cannot modify v because it is a view
UPDATE v AS w SET q = 'from ' || o.a FROM t AS o WHERE o.k = w.p - 1 AND w.p = 3;
UPDATE v SET nosuch = 1;
--> error: cannot modify v because it is a view
DELETE FROM v WHERE p IN (SELECT p FROM v ORDER BY p DESC LIMIT 2);
SELECT s FROM l;
--> 'i50''new''NULL'
--> 'i''51''''NEW''NULL'
--> 'iNULLNULLNULL'
--> 'i101''x''0'
--> 'i102''y''0'
--> 'uyy28'
--> 'uzz38'
--> 'unewnew508'
--> 'uNEWNEW518'
--> NULL
--> 'uz3from y28'
--> 'dx8'
--> 'dy8'
SELECT * FROM t;
--> 1, 'x', 10
--> 2, 'y2', 20
--> 3, 'from y2', 30
--> 50, 'new50', 99
--> 51, 'NEW51', 99
--> 52, NULL, 99
INSERT INTO v VALUES (60, 'r', 1), (61, 's', 2) RETURNING p, q || n, *;
--> 60, 'r1', 60, 'r', 1
--> 61, 's2', 61, 's', 2
DELETE FROM v WHERE p >= 60 RETURNING p;
--> 60
--> 61
UPDATE v SET q = 'ret' WHERE p = 3 RETURNING p, q, n;
--> 3, 'ret', 6
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER wi INSTEAD OF INSERT ON w BEGIN INSERT INTO v VALUES (new.p, 'via w', 0); END;
INSERT INTO w VALUES (70, 1, 1);
SELECT * FROM t WHERE k = 70;
--> 70, 'via w', 99
CREATE TRIGGER x INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
--> error: cannot create INSTEAD OF trigger on table: t
CREATE TRIGGER x BEFORE UPDATE ON v BEGIN SELECT 1; END;
--> error: cannot create BEFORE trigger on view: v
CREATE TRIGGER x AFTER DELETE ON v BEGIN SELECT 1; END;
--> error: cannot create AFTER trigger on view: v
CREATE TRIGGER x INSERT ON v BEGIN SELECT 1; END;
--> error: cannot create BEFORE trigger on view: v
DROP TRIGGER vd;
DELETE FROM v;
--> error: cannot modify v because it is a view
INSERT INTO v VALUES (1, 2, 3) ON CONFLICT DO NOTHING;
--> error: cannot UPSERT a view
INSERT OR REPLACE INTO v VALUES (1, 'replaced', 3);
SELECT a FROM t WHERE k = 1;
--> 'replaced'

-- case RAISE
-- holds create-trigger: a message that is computed
CREATE TABLE t(a);
CREATE TABLE l(s);
CREATE TRIGGER r1 BEFORE INSERT ON t WHEN new.a = 1 BEGIN INSERT INTO l VALUES ('before ignore'); SELECT RAISE(IGNORE); INSERT INTO l VALUES ('never'); END;
CREATE TRIGGER r2 AFTER INSERT ON t WHEN new.a = 2 BEGIN INSERT INTO l VALUES ('after ignore'); SELECT CASE WHEN new.a THEN RAISE(IGNORE) END; INSERT INTO l VALUES ('never'); END;
CREATE TRIGGER r3 BEFORE INSERT ON t WHEN new.a = 3 BEGIN INSERT INTO l VALUES ('lost'); SELECT RAISE(ABORT, 'no three'); END;
CREATE TRIGGER r4 BEFORE INSERT ON t WHEN new.a = 4 BEGIN INSERT INTO l VALUES ('kept'); SELECT RAISE(FAIL, 'no four'); END;
CREATE TRIGGER r5 BEFORE INSERT ON t WHEN new.a = 5 BEGIN SELECT RAISE(ROLLBACK, 'no five'); END;
CREATE TRIGGER r6 BEFORE INSERT ON t WHEN new.a BETWEEN 6 AND 9 BEGIN SELECT RAISE(ABORT, 'too large: ' || new.a || ' of ' || (SELECT count(*) FROM t)) WHERE new.a > 6; END;
CREATE TRIGGER r7 BEFORE UPDATE ON t BEGIN UPDATE l SET s = RAISE(ABORT, 'in SET'); END;
CREATE TRIGGER r8 BEFORE DELETE ON t WHEN RAISE(FAIL, 'in WHEN') BEGIN SELECT 1; END;
INSERT INTO t VALUES (0), (1), (2), (6);
INSERT INTO t VALUES (10), (3), (11);
--> error: no three
INSERT INTO t VALUES (20), (4), (21);
--> error: no four
INSERT OR IGNORE INTO t VALUES (30), (3), (31);
--> error: no three
INSERT INTO t VALUES (7);
--> error: too large: 7 of 4
SELECT * FROM t;
--> 0
--> 2
--> 6
--> 20
SELECT s FROM l;
--> 'before ignore'
--> 'after ignore'
--> 'kept'
BEGIN;
INSERT INTO t VALUES (6);
INSERT INTO t VALUES (5);
--> error: no five
COMMIT;
--> error: cannot commit - no transaction is active
BEGIN;
INSERT INTO t VALUES (6);
INSERT INTO t VALUES (3);
--> error: no three
COMMIT;
SELECT count(*) FROM t WHERE a = 6;
--> 2
UPDATE t SET a = 1;
--> error: in SET
DELETE FROM t;
--> error: in WHEN
DELETE FROM t WHERE 0;
SELECT RAISE(ABORT, 'x');
--> error: RAISE() may only be used within a trigger-program
SELECT RAISE(IGNORE);
--> error: RAISE() may only be used within a trigger-program
CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT RAISE(ABORT); END;
--> error: near ")": syntax error
CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT RAISE(IGNORE, 'x'); END;
--> error: near ",": syntax error
CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT RAISE(WARN, 'x'); END;
--> error: near "WARN": syntax error
CREATE TRIGGER x AFTER INSERT ON l BEGIN SELECT RAISE(ABORT, NULL); END;
INSERT INTO l VALUES (1);
--> error: 
DROP TRIGGER x;
CREATE TRIGGER x AFTER INSERT ON l BEGIN SELECT RAISE(ABORT, new.s); END;
INSERT INTO l VALUES (17);
--> error: 17
DROP TRIGGER x;
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a); END;
INSERT INTO v VALUES (1), (2), (3);
--> error: no three
SELECT count(*) FROM t;
--> 5
DROP TRIGGER r6;

-- case recursion
CREATE TABLE t(a);
CREATE TRIGGER r AFTER INSERT ON t WHEN new.a < 5 BEGIN INSERT INTO t VALUES (new.a + 1); END;
INSERT INTO t VALUES (1);
SELECT group_concat(a) FROM t;
--> '1,2'
PRAGMA recursive_triggers = ON;
INSERT INTO t VALUES (1);
SELECT group_concat(a) FROM t;
--> '1,2,1,2,3,4,5'
DROP TRIGGER r;
DELETE FROM t;
CREATE TRIGGER r BEFORE DELETE ON t BEGIN DELETE FROM t WHERE a = old.a + 1; END;
INSERT INTO t VALUES (1), (2), (3), (5), (6);
DELETE FROM t WHERE a = 1;
SELECT group_concat(a) FROM t;
--> '5,6'
CREATE TABLE p(a);
CREATE TABLE q(a);
CREATE TRIGGER pq AFTER INSERT ON p WHEN new.a < 900 BEGIN INSERT INTO q VALUES (new.a + 1); END;
CREATE TRIGGER qp AFTER INSERT ON q BEGIN INSERT INTO p VALUES (new.a + 1); END;
INSERT INTO p VALUES (1);
SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM q);
--> 451, 450
INSERT INTO p VALUES (-500);
--> error: too many levels of trigger recursion
SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM q);
--> 451, 450
PRAGMA recursive_triggers = OFF;
INSERT INTO p VALUES (1);
SELECT (SELECT count(*) FROM p), (SELECT count(*) FROM q);
--> 453, 451
CREATE TRIGGER u AFTER UPDATE ON t BEGIN UPDATE t SET a = a + 1 WHERE a < 100; END;
UPDATE t SET a = a + 1;
SELECT group_concat(a) FROM t;
--> '8,9'

-- case names, texts, schemas and DROP TRIGGER
-- holds create-trigger: a trigger of that name
CREATE TABLE t(a);
CREATE TABLE u(a);
create  trigger  if not exists  "r 1"  after insert  on  main . t  begin  select 1 ; end ;
CREATE TRIGGER IF NOT EXISTS "R 1" AFTER INSERT ON nosuch BEGIN SELECT 1; END;
--> error: no such table: main.nosuch
CREATE TRIGGER "r 1" AFTER INSERT ON u BEGIN SELECT 1; END;
--> error: trigger "r 1" already exists
CREATE TRIGGER "r 1" AFTER INSERT ON nosuch BEGIN SELECT 1; END;
--> error: no such table: main.nosuch
CREATE TRIGGER main.r2 AFTER DELETE ON t BEGIN SELECT 2; END;
CREATE TEMP TRIGGER r2 AFTER DELETE ON t BEGIN INSERT INTO u VALUES ('temp'); END;
CREATE TEMP TABLE n(a);
CREATE TRIGGER r3 AFTER INSERT ON n BEGIN INSERT INTO u VALUES ('n'); END;
SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger';
--> 'r 1', 't', 'CREATE TRIGGER "r 1"  after insert  on  main . t  begin  select 1 ; end'
--> 'r2', 't', 'CREATE TRIGGER r2 AFTER DELETE ON t BEGIN SELECT 2; END'
SELECT name, tbl_name, sql FROM sqlite_temp_schema WHERE type = 'trigger';
--> 'r2', 't', 'CREATE TRIGGER r2 AFTER DELETE ON t BEGIN INSERT INTO u VALUES (''temp''); END'
--> 'r3', 'n', 'CREATE TRIGGER r3 AFTER INSERT ON n BEGIN INSERT INTO u VALUES (''n''); END'
INSERT INTO t VALUES (1);
DELETE FROM t;
INSERT INTO n VALUES (1);
SELECT * FROM u;
--> 'temp'
--> 'n'
CREATE TRIGGER x AFTER INSERT ON nosuch BEGIN SELECT 1; END;
--> error: no such table: main.nosuch
CREATE TRIGGER x AFTER INSERT ON sqlite_schema BEGIN SELECT 1; END;
--> error: cannot create trigger on system table
CREATE TRIGGER main.x AFTER INSERT ON n BEGIN SELECT 1; END;
--> error: no such table: main.n
CREATE TRIGGER sqlite_x AFTER INSERT ON t BEGIN SELECT 1; END;
--> error: object name reserved for internal use: sqlite_x
CREATE TRIGGER x AFTER INSERT ON t FOR EACH STATEMENT BEGIN SELECT 1; END;
--> error: near "STATEMENT": syntax error
CREATE TRIGGER x AFTER INSERT OR UPDATE ON t BEGIN SELECT 1; END;
--> error: near "OR": syntax error
CREATE TEMP TRIGGER main.x AFTER INSERT ON t BEGIN SELECT 1; END;
--> error: temporary trigger may not have qualified name
CREATE TRIGGER nosuch.x AFTER INSERT ON t BEGIN SELECT 1; END;
--> error: unknown database nosuch
CREATE TRIGGER x AFTER UPDATE OF ON t BEGIN SELECT 1; END;
--> error: near "ON": syntax error
DROP TRIGGER nosuch;
--> error: no such trigger: nosuch
DROP TRIGGER IF EXISTS nosuch;
DROP TRIGGER temp."r 1";
--> error: no such trigger: temp.r 1
DROP TRIGGER nosuch.r2;
--> error: no such trigger: nosuch.r2
DROP TRIGGER t;
--> error: no such trigger: t
BEGIN;
DROP TRIGGER r2;
DELETE FROM u;
INSERT INTO t VALUES (1);
DELETE FROM t;
SELECT count(*) FROM u;
--> 0
ROLLBACK;
INSERT INTO t VALUES (1);
DELETE FROM t;
SELECT count(*) FROM u;
--> 3
DROP TRIGGER r2;
DROP TRIGGER r2;
DROP TRIGGER r2;
--> error: no such trigger: r2
DROP TRIGGER main."R 1";
DROP TABLE n;
SELECT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'), (SELECT count(*) FROM sqlite_temp_schema WHERE type = 'trigger');
--> 0, 0
CREATE TRIGGER last AFTER INSERT ON t BEGIN INSERT INTO u VALUES ('last'); END;
CREATE TEMP TRIGGER last2 AFTER INSERT ON t BEGIN INSERT INTO u VALUES ('last2'); END;
DROP TABLE t;
SELECT (SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'), (SELECT count(*) FROM sqlite_temp_schema WHERE type = 'trigger');
--> 0, 0
