-- ANALYZE and VACUUM.

-- case ANALYZE: what is counted
-- holds analyze: samples in sqlite_stat4
CREATE TABLE t(a, b, c);
WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 119) INSERT INTO t SELECT i % 4, i % 10, CASE WHEN i % 3 THEN i END FROM n;
CREATE INDEX i1 ON t(a);
CREATE INDEX i2 ON t(b, a, c);
CREATE UNIQUE INDEX i3 ON t(c);
CREATE INDEX i4 ON t(c) WHERE a = 1;
CREATE INDEX i5 ON t(a + b, a COLLATE NOCASE) WHERE c IS NULL;
CREATE INDEX i6 ON t(b) WHERE a > 100;
CREATE TABLE w(a, b, c, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE INDEX w1 ON w(c);
INSERT INTO w SELECT a, c, b FROM t WHERE c IS NOT NULL;
CREATE TABLE e(a UNIQUE);
CREATE TABLE p(a);
INSERT INTO p VALUES (1), (1), (2);
CREATE VIEW v AS SELECT 1 AS n;
ANALYZE;
SELECT tbl, idx, count(*) > 0 FROM sqlite_stat4 GROUP BY 1, 2 ORDER BY 1, 2;
--> 't', 'i1', 1
--> 't', 'i2', 1
--> 't', 'i3', 1
--> 't', 'i4', 1
--> 't', 'i5', 1
--> 'w', 'w', 1
--> 'w', 'w1', 1
SELECT neq, nlt, ndlt FROM sqlite_stat4 WHERE idx = 'i1' ORDER BY nlt;
--> '30 1', '0 13', '0 13'
--> '30 1', '0 27', '0 27'
--> '30 1', '30 41', '1 41'
--> '30 1', '30 55', '1 55'
--> '30 1', '60 69', '2 69'
--> '30 1', '60 83', '2 83'
--> '30 1', '90 111', '3 111'
--> '30 1', '90 97', '3 97'
SELECT sql FROM sqlite_schema WHERE name LIKE 'sqlite_stat%';
--> 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'
--> 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'
DELETE FROM sqlite_stat1;
ANALYZE p;
ANALYZE main.i1;
ANALYZE "W";
ANALYZE v;
ANALYZE e;
SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx;
--> 'p', NULL, '3'
--> 't', 'i1', '120 30'
--> 'w', 'w', '80 1 1'
--> 'w', 'w1', '80 8'
DELETE FROM t WHERE a = 1;
ANALYZE i1;
ANALYZE t;
DELETE FROM t;
ANALYZE t;
SELECT count(*) FROM sqlite_stat4 WHERE tbl = 't';
--> 0
ANALYZE nosuch;
--> error: no such table: nosuch
ANALYZE temp.p;
--> error: no such table: temp.p
ANALYZE nosuch.p;
--> error: unknown database nosuch
ANALYZE main;
ANALYZE temp;
ANALYZE main.sqlite_schema;
ANALYZE p, t;
--> error: near ",": syntax error
CREATE INDEX x ON sqlite_stat1(tbl);
--> error: table sqlite_stat1 may not be indexed
ALTER TABLE sqlite_stat1 ADD z;
--> error: table sqlite_stat1 may not be altered
CREATE TEMP TABLE q(a UNIQUE);
INSERT INTO q VALUES (1), (2);
ANALYZE temp;
ANALYZE q;
SELECT * FROM temp.sqlite_stat1;
--> 'q', 'sqlite_autoindex_q_1', '2 1'
BEGIN;
DROP TABLE sqlite_stat1;
ANALYZE w;
ROLLBACK;
SELECT count(*) FROM sqlite_stat1;
--> 1
DROP TABLE sqlite_stat1;
DROP TABLE sqlite_stat4;
BEGIN;
ANALYZE;
ROLLBACK;
SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%';
--> 'sqlite_stat1'
--> 'sqlite_stat4'
ANALYZE e;
SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%';
--> 'sqlite_stat1'
--> 'sqlite_stat4'

-- case ANALYZE: plans by what is written in sqlite_stat1
CREATE TABLE t(a, b, c);
CREATE INDEX i ON t(a);
CREATE INDEX j ON t(b);
CREATE TABLE u(k INTEGER PRIMARY KEY, x);
CREATE INDEX ux ON u(x);
ANALYZE;
SELECT count(*) FROM sqlite_stat1;
--> 0
INSERT INTO sqlite_stat1 VALUES ('t', 'i', '100000 50000'), ('t', 'j', '100000 3'), ('u', 'ux', '10 2');
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 1;
--> 'SEARCH t USING INDEX j (b=?)'
ANALYZE sqlite_schema;
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 1;
--> 'SEARCH t USING INDEX j (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t, u WHERE t.b = u.x;
--> 'SCAN u'
--> 'SEARCH t USING INDEX j (b=?)'
UPDATE sqlite_stat1 SET stat = CASE idx WHEN 'i' THEN '100000 2' WHEN 'j' THEN '100000 70000' ELSE stat END;
ANALYZE sqlite_schema;
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 1;
--> 'SEARCH t USING INDEX i (a=?)'
UPDATE sqlite_stat1 SET stat = 'nonsense' WHERE tbl = 't';
INSERT INTO sqlite_stat1 VALUES ('nosuch', 'nosuch', '1 1'), ('t', 'nosuch', '5'), (NULL, NULL, NULL), ('t', 'i', x'00');
ANALYZE sqlite_schema;
SELECT count(*) FROM t WHERE a = 1 AND b = 1;
--> 0

-- case PRAGMA optimize and analysis_limit
CREATE TABLE t(a, b);
CREATE INDEX i ON t(a);
CREATE INDEX j ON t(b) WHERE a > 5;
WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 199) INSERT INTO t SELECT i % 20, i FROM n;
PRAGMA optimize(-1);
--> 'ANALYZE "main"."t"'
PRAGMA optimize = 0x10002;
SELECT * FROM sqlite_stat1 ORDER BY idx;
--> 't', 'i', '200 10'
--> 't', 'j', '140 1'
PRAGMA optimize;
SELECT count(*) FROM sqlite_stat1;
--> 2
PRAGMA analysis_limit;
--> 0
PRAGMA analysis_limit = 50;
--> 50
ANALYZE t;
SELECT idx, stat LIKE '200 %' FROM sqlite_stat1 ORDER BY idx;
--> 'i', 1
--> 'j', 0
PRAGMA analysis_limit = 0;
--> 0
ANALYZE t;
SELECT idx, stat FROM sqlite_stat1 ORDER BY idx;
--> 'i', '200 10'
--> 'j', '140 1'

-- case VACUUM keeps everything but free pages
CREATE TABLE t(k INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, b AS (k * 2), c AS (a || 'c') STORED, CHECK (k > 0));
CREATE TABLE w(a, b PRIMARY KEY DESC) WITHOUT ROWID;
CREATE TABLE s(a ANY, b BLOB) STRICT;
CREATE INDEX i ON t(b, lower(a)) WHERE c IS NOT NULL;
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO w VALUES (new.k, new.a); END;
INSERT INTO t(a) VALUES ('x'), ('y'), ('z');
INSERT INTO s VALUES ('007', zeroblob(20000)), (x'00', NULL), (1.5, x'ff');
DELETE FROM t WHERE a = 'z';
ANALYZE;
PRAGMA user_version = 5;
PRAGMA application_id = 6;
CREATE TABLE big AS SELECT zeroblob(100000) AS z;
DROP TABLE big;
PRAGMA freelist_count;
--> 25
VACUUM;
PRAGMA freelist_count;
--> 0
PRAGMA user_version;
--> 5
PRAGMA application_id;
--> 6
SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name;
--> 'index', 'i', 't', 'CREATE INDEX i ON t(b, lower(a)) WHERE c IS NOT NULL'
--> 'trigger', 'r', 't', 'CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO w VALUES (new.k, new.a); END'
--> 'table', 's', 's', 'CREATE TABLE s(a ANY, b BLOB) STRICT'
--> 'index', 'sqlite_autoindex_t_1', 't', NULL
--> 'table', 'sqlite_sequence', 'sqlite_sequence', 'CREATE TABLE sqlite_sequence(name,seq)'
--> 'table', 'sqlite_stat1', 'sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'
--> 'table', 'sqlite_stat4', 'sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'
--> 'table', 't', 't', 'CREATE TABLE t(k INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, b AS (k * 2), c AS (a || ''c'') STORED, CHECK (k > 0))'
--> 'view', 'v', 'v', 'CREATE VIEW v AS SELECT a FROM t'
--> 'table', 'w', 'w', 'CREATE TABLE w(a, b PRIMARY KEY DESC) WITHOUT ROWID'
SELECT * FROM t;
--> 1, 'x', 2, 'xc'
--> 2, 'y', 4, 'yc'
SELECT * FROM w;
--> 3, 'z'
--> 2, 'y'
--> 1, 'x'
SELECT a, length(b) FROM s;
--> '007', 20000
--> x'00', NULL
--> 1.5, 1
SELECT * FROM sqlite_sequence;
--> 't', 3
SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx;
--> 's', NULL, '3'
--> 't', 'i', '2 1 1'
--> 't', 'sqlite_autoindex_t_1', '2 1'
--> 'w', 'w', '3 1'
INSERT INTO t(a) VALUES ('new');
SELECT max(k), (SELECT count(*) FROM w) FROM t;
--> 4, 4
SELECT a FROM t INDEXED BY i WHERE c IS NOT NULL AND b > 2;
--> 'y'
--> 'new'
VACUUM main;
ATTACH ':memory:' AS o;
CREATE TABLE o.n AS SELECT zeroblob(50000) AS z;
DELETE FROM n;
VACUUM o;
PRAGMA o.freelist_count;
--> 0
PRAGMA o.page_count;
--> 2
VACUUM temp;
CREATE TEMP TABLE q(a);
INSERT INTO q VALUES (1);
VACUUM temp;
SELECT * FROM q;
--> 1
VACUUM nosuch;
--> error: unknown database nosuch
VACUUM t;
--> error: unknown database t
VACUUM INTO NULL;
--> error: non-text filename
VACUUM INTO 5;
--> error: non-text filename
VACUUM main INTO nosuch;
--> error: no such column: nosuch
VACUUM INTO;
--> error: near ";": syntax error
BEGIN;
VACUUM;
--> error: cannot VACUUM from within a transaction
VACUUM INTO 'x.db';
--> error: cannot VACUUM from within a transaction
COMMIT;
SAVEPOINT s;
VACUUM;
--> error: cannot VACUUM from within a transaction
RELEASE s;
PRAGMA integrity_check;
--> 'ok'

-- case VACUUM and damaged constraints
CREATE TABLE t(a CHECK (a > 0), b NOT NULL);
PRAGMA ignore_check_constraints = ON;
INSERT INTO t VALUES (-1, 1);
PRAGMA ignore_check_constraints = OFF;
CREATE TABLE c(k REFERENCES t(a));
INSERT INTO c VALUES (7);
PRAGMA foreign_keys = ON;
VACUUM;
SELECT * FROM t, c;
--> -1, 1, 7
SELECT total_changes(), changes();
--> 2, 1
PRAGMA foreign_keys = OFF;
DELETE FROM t;

-- case PRAGMA integrity_check and constraints
CREATE TABLE t(a INT NOT NULL, b CHECK(b > 0), c UNIQUE);
PRAGMA ignore_check_constraints = ON;
INSERT INTO t VALUES(1, -1, 1), (2, 5, 2);
PRAGMA integrity_check;
--> 'ok'
PRAGMA ignore_check_constraints = OFF;
PRAGMA integrity_check;
--> 'CHECK constraint failed in t'
PRAGMA quick_check;
--> 'CHECK constraint failed in t'
PRAGMA integrity_check(1);
--> 'CHECK constraint failed in t'
PRAGMA integrity_check(t);
--> 'CHECK constraint failed in t'
PRAGMA integrity_check('nosuch');
--> error: no such table: nosuch
CREATE TABLE s(a INT, b TEXT) STRICT;
INSERT INTO s VALUES(1, 'x');
PRAGMA integrity_check(s);
--> 'ok'
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE s(a TEXT, b INT) STRICT' WHERE name = 's';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check(s);
--> 'non-TEXT value in s.a'
--> 'non-INT value in s.b'

-- case PRAGMA integrity_check after the schema was written by hand
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, NULL, 'x'), (NULL, 2, 'y'), (3, 3, NULL);
CREATE INDEX i ON t(b);
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE t(a NOT NULL, b CHECK (b > 2), c TEXT)' WHERE name = 't';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check;
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
PRAGMA quick_check;
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
PRAGMA integrity_check(2);
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
PRAGMA integrity_check('t');
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
SELECT * FROM pragma_integrity_check;
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
UPDATE t SET c = 'z' WHERE b = 2;
INSERT INTO t VALUES(4, 4, 4);
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON t(c)' WHERE name = 'i';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check;
--> 'row 1 missing from index i'
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
--> 'row 2 missing from index i'
--> 'row 3 missing from index i'
--> 'row 4 missing from index i'
PRAGMA quick_check;
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
REINDEX;
PRAGMA integrity_check(t);
--> 'NULL value in t.a'
--> 'CHECK constraint failed in t'
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX i ON t(c)' WHERE name = 'i';
PRAGMA writable_schema = RESET;
INSERT INTO t VALUES(5, 5, 'x');
--> error: UNIQUE constraint failed: t.c
REINDEX i;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 't';
PRAGMA writable_schema = RESET;
SELECT * FROM t;
--> error: malformed database schema (t)
SELECT name FROM sqlite_schema;
--> error: malformed database schema (t)

-- case rows of sqlite_schema deleted and added by hand
CREATE TABLE t(a);
CREATE TABLE u(b);
CREATE VIEW v AS SELECT 1 AS n;
INSERT INTO u VALUES(7);
PRAGMA writable_schema = ON;
DELETE FROM sqlite_schema WHERE name = 'v';
INSERT INTO sqlite_schema VALUES('view', 'w', 'w', 0, 'CREATE VIEW w AS SELECT b FROM u');
INSERT INTO sqlite_schema SELECT type, 'u2', 'u2', rootpage, 'CREATE TABLE u2(c)' FROM sqlite_schema WHERE name = 'u';
SELECT * FROM v;
--> 1
SELECT * FROM w;
--> error: no such table: w
PRAGMA writable_schema = RESET;
SELECT * FROM v;
--> error: no such table: v
SELECT * FROM w;
--> 7
SELECT * FROM u2;
--> 7
PRAGMA schema_version = 100;
PRAGMA schema_version;
--> 100
SELECT * FROM w;
--> 7
INSERT INTO sqlite_schema VALUES('view', 'x', 'x', 0, 'CREATE VIEW x AS SELECT 1');
--> error: table sqlite_master may not be modified
PRAGMA integrity_check;
--> '*** in database main ***\n2nd reference to page 3'
