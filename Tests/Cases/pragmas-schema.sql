-- case indexes and tables
CREATE TABLE p(a,b, PRIMARY KEY(b,a)) WITHOUT ROWID;
CREATE UNIQUE INDEX pi ON p(a COLLATE NOCASE DESC);
CREATE INDEX pe ON p(a+b, b) WHERE a>1;
CREATE TABLE s(a INT, b TEXT, c ANY) STRICT;
CREATE TABLE q(a INTEGER PRIMARY KEY, b TEXT UNIQUE, e DEFAULT (1+2), f NOT NULL DEFAULT 'x');
CREATE VIEW v(x,y) AS SELECT a,b FROM q;
CREATE TABLE r(x REFERENCES q, y REFERENCES q(b) ON DELETE CASCADE ON UPDATE SET NULL, FOREIGN KEY(x,y) REFERENCES p(a,b) DEFERRABLE INITIALLY DEFERRED);
PRAGMA index_list(p);
--> 0, 'pe', 0, 'c', 1
--> 1, 'pi', 1, 'c', 0
--> 2, 'sqlite_autoindex_p_1', 1, 'pk', 0
PRAGMA index_xinfo(pi);
--> 0, 0, 'a', 1, 'NOCASE', 1
--> 1, 1, 'b', 0, 'BINARY', 0
--> 2, 0, 'a', 0, 'BINARY', 0
PRAGMA index_info(pi);
--> 0, 0, 'a'
PRAGMA index_xinfo(pe);
--> 0, -2, NULL, 0, 'BINARY', 1
--> 1, 1, 'b', 0, 'BINARY', 1
--> 2, 0, 'a', 0, 'BINARY', 0
PRAGMA index_info(pe);
--> 0, -2, NULL
--> 1, 1, 'b'
PRAGMA index_xinfo(sqlite_autoindex_p_1);
--> 0, 1, 'b', 0, 'BINARY', 1
--> 1, 0, 'a', 0, 'BINARY', 1
PRAGMA index_xinfo(p);
--> 0, 1, 'b', 0, 'BINARY', 1
--> 1, 0, 'a', 0, 'BINARY', 1
PRAGMA index_info(p);
--> 0, 1, 'b'
--> 1, 0, 'a'
PRAGMA index_list(q);
--> 0, 'sqlite_autoindex_q_1', 1, 'u', 0
PRAGMA table_info(q);
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA table_xinfo(q);
--> 0, 'a', 'INTEGER', 0, NULL, 1, 0
--> 1, 'b', 'TEXT', 0, NULL, 0, 0
--> 2, 'e', '', 0, '1+2', 0, 0
--> 3, 'f', '', 1, '''x''', 0, 0
PRAGMA table_info(v);
--> 0, 'x', 'INTEGER', 0, NULL, 0
--> 1, 'y', 'TEXT', 0, NULL, 0
PRAGMA table_xinfo(v);
--> 0, 'x', 'INTEGER', 0, NULL, 0, 0
--> 1, 'y', 'TEXT', 0, NULL, 0, 0
PRAGMA table_info(p);
--> 0, 'a', '', 1, NULL, 2
--> 1, 'b', '', 1, NULL, 1
PRAGMA table_list;
--> 'main', 'v', 'view', 2, 0, 0
--> 'main', 'sqlite_schema', 'table', 5, 0, 0
--> 'main', 'r', 'table', 2, 0, 0
--> 'main', 's', 'table', 3, 0, 1
--> 'main', 'p', 'table', 2, 1, 0
--> 'main', 'q', 'table', 4, 0, 0
--> 'temp', 'sqlite_temp_schema', 'table', 5, 0, 0
PRAGMA table_list(v);
--> 'main', 'v', 'view', 2, 0, 0
PRAGMA table_list(sqlite_schema);
PRAGMA table_list(sqlite_master);
--> 'main', 'sqlite_schema', 'table', 5, 0, 0
PRAGMA foreign_key_list(r);
--> 0, 0, 'p', 'x', 'a', 'NO ACTION', 'NO ACTION', 'NONE'
--> 0, 1, 'p', 'y', 'b', 'NO ACTION', 'NO ACTION', 'NONE'
--> 1, 0, 'q', 'y', 'b', 'SET NULL', 'CASCADE', 'NONE'
--> 2, 0, 'q', 'x', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
PRAGMA foreign_key_check;
PRAGMA foreign_key_check(r);
PRAGMA main.index_list(q);
--> 0, 'sqlite_autoindex_q_1', 1, 'u', 0
PRAGMA temp.index_list(q);
PRAGMA table_info('q');
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA table_info("q");
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA table_info=q;
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA table_info([q]);
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA Table_Info(q);
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 0, NULL, 0
--> 2, 'e', '', 0, '1+2', 0
--> 3, 'f', '', 1, '''x''', 0
PRAGMA nosuch.table_info(q);
--> error: unknown database nosuch
PRAGMA table_info(nosuch);
PRAGMA table_info;
PRAGMA table_info(sqlite_schema);
--> 0, 'type', 'TEXT', 0, NULL, 0
--> 1, 'name', 'TEXT', 0, NULL, 0
--> 2, 'tbl_name', 'TEXT', 0, NULL, 0
--> 3, 'rootpage', 'INT', 0, NULL, 0
--> 4, 'sql', 'TEXT', 0, NULL, 0
PRAGMA index_list(nosuch);
PRAGMA index_info(nosuch);
PRAGMA index_xinfo;
PRAGMA foreign_key_check(nosuch);
--> error: no such table: nosuch
PRAGMA foreign_key_list(nosuch);
PRAGMA integrity_check(nosuch);
--> error: no such table: nosuch
PRAGMA integrity_check(q);
--> 'ok'
PRAGMA quick_check(q);
--> 'ok'
PRAGMA table_list(nosuch);
PRAGMA temp.table_list;
--> 'temp', 'sqlite_temp_schema', 'table', 5, 0, 0
-- case writable_schema lets statements change the schema table
PRAGMA writable_schema;
--> 0
CREATE TABLE t(a);
UPDATE sqlite_schema SET sql='CREATE TABLE t(a,b)';
--> error: table sqlite_master may not be modified
DELETE FROM sqlite_master;
--> error: table sqlite_master may not be modified
INSERT INTO sqlite_schema VALUES('view','v','v',0,'CREATE VIEW v AS SELECT 1');
--> error: table sqlite_master may not be modified
PRAGMA writable_schema=ON;
PRAGMA writable_schema;
--> 1
INSERT INTO sqlite_schema VALUES('view','v','v',0,'CREATE VIEW v AS SELECT 1 AS x');
PRAGMA writable_schema=RESET;
PRAGMA writable_schema;
--> 0
SELECT * FROM v;
--> 1
PRAGMA writable_schema=1;
UPDATE sqlite_schema SET sql='CREATE TABLE t(a,b DEFAULT 7)' WHERE name='t';
PRAGMA writable_schema=RESET;
INSERT INTO t(a) VALUES(1);
SELECT * FROM t;
--> 1, 7
PRAGMA writable_schema=1;
CREATE TABLE sqlite_foo(x);
CREATE TABLE "sqlite_bar"(y);
SELECT name FROM sqlite_schema;
--> 't'
--> 'v'
--> 'sqlite_foo'
--> 'sqlite_bar'
DROP TABLE sqlite_foo;
--> error: table sqlite_foo may not be dropped
UPDATE sqlite_schema SET sql='garbage' WHERE name='sqlite_bar';
PRAGMA writable_schema=RESET;
SELECT * FROM t;
--> error: malformed database schema (sqlite_bar)
PRAGMA writable_schema=1;
SELECT * FROM t;
--> 1, 7
DELETE FROM sqlite_schema WHERE name='sqlite_bar';
SELECT name FROM sqlite_schema;
--> 't'
--> 'v'
--> 'sqlite_foo'
DROP TABLE sqlite_schema;
--> error: table sqlite_master may not be dropped
CREATE INDEX zz ON sqlite_schema(name);
--> error: table sqlite_master may not be indexed
CREATE TRIGGER trx AFTER INSERT ON sqlite_schema BEGIN SELECT 1; END;
--> error: cannot create trigger on system table
PRAGMA integrity_check;
--> '*** in database main ***\nPage 4: never used'
-- case the encoding is fixed by the first schema
PRAGMA encoding=foo;
--> error: unsupported encoding: foo
PRAGMA encoding=UTF16;
PRAGMA encoding;
--> 'UTF-16le'
PRAGMA encoding=utf8;
PRAGMA encoding;
--> 'UTF-8'
PRAGMA encoding(5);
--> error: unsupported encoding: 5
PRAGMA encoding='UTF-16le';
CREATE TABLE t(x);
PRAGMA encoding=foo;
PRAGMA encoding='UTF-8';
PRAGMA encoding;
--> 'UTF-16le'
-- case the encoding is fixed by temp, too
CREATE TEMP TABLE t(x);
PRAGMA encoding='UTF-16';
PRAGMA encoding;
--> 'UTF-8'
-- case the encoding is fixed by a schema that is gone
BEGIN;
CREATE TABLE t(x);
ROLLBACK;
PRAGMA encoding='UTF-16';
PRAGMA encoding;
--> 'UTF-8'
-- case an attached database that is empty takes the encoding
ATTACH ':memory:' AS a;
PRAGMA encoding='UTF-16';
CREATE TABLE a.t(x);
INSERT INTO a.t VALUES('text');
SELECT * FROM a.t;
--> 'text'
PRAGMA a.encoding;
--> 'UTF-16le'
CREATE TABLE main.u AS SELECT * FROM a.t;
SELECT * FROM u;
--> 'text'
-- case database names in CHECK and partial indexes mean nothing
CREATE TABLE t(a, CHECK(xyz.t.a>0));
INSERT INTO t VALUES(1);
INSERT INTO t VALUES(0);
--> error: CHECK constraint failed: xyz.t.a>0
CREATE INDEX i ON t(a) WHERE foo.t.a>0;
CREATE INDEX j ON t(a) WHERE foo.u.a>0;
--> error: no such column: u.a
CREATE INDEX k ON t(foo.t.a);
--> error: no such column: foo.t.a
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t(a, CHECK(xyz.t.a>0))'
--> 'CREATE INDEX i ON t(a) WHERE foo.t.a>0'
UPDATE t SET a=5;
UPDATE t SET a=-5;
--> error: CHECK constraint failed: xyz.t.a>0
INSERT INTO t VALUES(3) ON CONFLICT DO NOTHING;
PRAGMA integrity_check;
--> 'ok'

-- case functions of a schema that nobody knows
CREATE TABLE t(a CHECK (abs(a) > 0), b AS (abs(a)), c DEFAULT (abs(1)));
CREATE TABLE u(a, b);
CREATE INDEX ua ON u(abs(a));
INSERT INTO u VALUES (1, 2);
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = replace(sql, 'abs(', 'nosuch(');
PRAGMA writable_schema = RESET;
SELECT a FROM t;
SELECT b FROM t;
--> error: unknown function: nosuch()
INSERT INTO t(a, c) VALUES (1, 1);
--> error: unknown function: nosuch()
UPDATE t SET c = 1;
--> error: unknown function: nosuch()
UPDATE t SET a = 1;
--> error: unknown function: nosuch()
SELECT b FROM u;
--> 2
INSERT INTO u VALUES (3, 4);
--> error: unknown function: nosuch()
PRAGMA integrity_check(t);
--> error: unknown function: nosuch()
CREATE TABLE v(a CHECK (nosuch(a)));
--> error: no such function: nosuch

-- case the row of a virtual table may have a root page
CREATE TABLE t(a);
INSERT INTO t VALUES (1);
PRAGMA writable_schema = 1;
INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 2, 'CREATE VIRTUAL TABLE v USING nosuch');
PRAGMA writable_schema = RESET;
SELECT * FROM t;
--> 1
SELECT * FROM v;
--> error: no such module: nosuch
PRAGMA integrity_check(t);
--> 'ok'

-- case an index of a constraint without its row
CREATE TABLE t(a PRIMARY KEY, b UNIQUE);
INSERT INTO t VALUES (1, 2);
PRAGMA writable_schema = 1;
DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_t_1';
PRAGMA writable_schema = RESET;
SELECT b FROM t;
--> 2
DROP TABLE t;
SELECT count(*) FROM sqlite_schema;
--> 0
PRAGMA integrity_check(sqlite_schema);
--> 'ok'
