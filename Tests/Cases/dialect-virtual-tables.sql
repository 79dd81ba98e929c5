-- CREATE VIRTUAL TABLE, with the module dbstat.

-- case definitions
-- holds create-virtual-table: IF NOT EXISTS
CREATE TABLE t(a);
CREATE TABLE u(a);
create  virtual  table  if not exists  n  using  dbstat ( main ) ;
CREATE VIRTUAL TABLE IF NOT EXISTS n USING nosuch;
CREATE VIRTUAL TABLE IF NOT EXISTS t USING nosuch(1);
CREATE VIRTUAL TABLE temp.m USING "dbstat";
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE rootpage = 0;
--> 'table', 'n', 'n', 0, 'CREATE VIRTUAL TABLE n  using  dbstat ( main )'
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_temp_schema;
--> 'table', 'm', 'm', 0, 'CREATE VIRTUAL TABLE m USING "dbstat"'
SELECT type, ncol, wr, strict FROM pragma_table_list('n');
--> 'virtual', 12, 0, 0
SELECT name, type, pk, hidden FROM pragma_table_xinfo('n');
--> 'name', 'TEXT', 0, 0
--> 'path', 'TEXT', 0, 0
--> 'pageno', 'INTEGER', 0, 0
--> 'pagetype', 'TEXT', 0, 0
--> 'ncell', 'INTEGER', 0, 0
--> 'payload', 'INTEGER', 0, 0
--> 'unused', 'INTEGER', 0, 0
--> 'mx_payload', 'INTEGER', 0, 0
--> 'pgoffset', 'INTEGER', 0, 0
--> 'pgsize', 'INTEGER', 0, 0
--> 'schema', 'TEXT', 0, 1
--> 'aggregate', 'BOOLEAN', 0, 1
SELECT count(*) FROM pragma_table_info('n');
--> 10
CREATE VIRTUAL TABLE n USING dbstat;
--> error: table n already exists
CREATE VIRTUAL TABLE t USING dbstat;
--> error: table t already exists
CREATE VIRTUAL TABLE x USING nosuch(a, b);
--> error: no such module: nosuch
CREATE VIRTUAL TABLE x USING nosuch((a), "b", 'c,', d(e));
--> error: no such module: nosuch
CREATE VIRTUAL TABLE x USING dbstat(nowhere);
--> error: no such database: nowhere
CREATE VIRTUAL TABLE x USING json_each;
--> error: no such module: json_each
CREATE VIRTUAL TABLE x USING pragma_table_info;
--> error: no such module: pragma_table_info
CREATE VIRTUAL TABLE sqlite_x USING dbstat;
--> error: object name reserved for internal use: sqlite_x
CREATE VIRTUAL TABLE nosuch.x USING dbstat;
--> error: unknown database nosuch
CREATE VIRTUAL TABLE x USING;
--> error: near ";": syntax error
CREATE TEMP VIRTUAL TABLE x USING dbstat;
--> error: near "VIRTUAL": syntax error
CREATE VIRTUAL TABLE x(a) USING dbstat;
--> error: near "(": syntax error
CREATE INDEX i ON n(name);
--> error: virtual tables may not be indexed
CREATE TRIGGER r AFTER INSERT ON n BEGIN SELECT 1; END;
--> error: cannot create triggers on virtual tables
ALTER TABLE n ADD COLUMN z;
--> error: virtual tables may not be altered
ALTER TABLE n DROP COLUMN name;
--> error: cannot drop column from virtual table "n"
ALTER TABLE n RENAME COLUMN name TO z;
--> error: cannot rename columns of virtual table "n"
INSERT INTO n(name) VALUES ('x');
--> error: table n may not be modified
UPDATE n SET name = 'x';
--> error: table n may not be modified
DELETE FROM n;
--> error: table n may not be modified
SELECT rowid FROM n WHERE 0;
ALTER TABLE n RENAME TO o;
SELECT name, tbl_name, sql FROM sqlite_schema WHERE rootpage = 0;
--> 'o', 'o', 'CREATE VIRTUAL TABLE "o"  using  dbstat ( main )'
SELECT name FROM o WHERE aggregate = 1 ORDER BY name;
--> 'sqlite_schema'
--> 't'
--> 'u'
ANALYZE;
DROP TABLE o;
DROP TABLE temp.m;
SELECT name FROM o;
--> error: no such table: o
SELECT count(*) FROM sqlite_schema WHERE rootpage = 0;
--> 0

-- case queries
CREATE TABLE t(a UNIQUE);
CREATE TABLE u(a, b);
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO u VALUES (1, zeroblob(5000));
CREATE VIRTUAL TABLE n USING dbstat;
SELECT name, ncell FROM n WHERE aggregate = 1 ORDER BY name;
--> 'sqlite_autoindex_t_1', 3
--> 'sqlite_schema', 4
--> 't', 3
--> 'u', 1
SELECT name, ncell FROM n WHERE aggregate = TRUE AND name > 'sqlite_b' ORDER BY name DESC;
--> 'u', 1
--> 't', 3
--> 'sqlite_schema', 4
SELECT count(*), count(DISTINCT name) FROM n WHERE pagetype = 'leaf';
--> 4, 4
SELECT name, pagetype, mx_payload FROM n WHERE name = 'u' ORDER BY path;
--> 'u', 'leaf', 5004
--> 'u', 'overflow', 0
SELECT s.type, n.ncell FROM sqlite_schema AS s LEFT JOIN n ON n.name = s.name AND n.aggregate = 1 ORDER BY s.name;
--> 'table', NULL
--> 'index', 3
--> 'table', 3
--> 'table', 1
WITH q AS (SELECT name FROM n WHERE aggregate = 1) SELECT count(*) FROM q AS a, q AS b WHERE a.name < b.name;
--> 6
SELECT name FROM sqlite_schema WHERE name IN (SELECT name FROM n) AND (SELECT sum(ncell) FROM n WHERE n.name = sqlite_schema.name) > 1;
--> 't'
--> 'sqlite_autoindex_t_1'
SELECT name FROM dbstat('main', 1) ORDER BY name;
--> 'sqlite_autoindex_t_1'
--> 'sqlite_schema'
--> 't'
--> 'u'
SELECT d.name FROM (SELECT 'main' AS s) AS x, dbstat(x.s) AS d WHERE d.aggregate = 1 AND d.name LIKE 't%';
--> 't'
SELECT name FROM dbstat('nowhere');
SELECT name FROM n NATURAL JOIN (SELECT 't' AS name) WHERE aggregate = 1;
--> 't'
CREATE VIEW v AS SELECT name FROM n;
SELECT * FROM v;
--> error: unsafe use of virtual table "n"
CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO u SELECT 1, count(*) FROM n; END;
INSERT INTO t VALUES (9);
--> error: unsafe use of virtual table "n"
SELECT count(*) FROM t;
--> 3
BEGIN;
DROP TABLE n;
ROLLBACK;
SELECT count(*) > 0 FROM n;
--> 1

-- case functions in FROM
SELECT * FROM pragma_user_version;
--> 0
SELECT * FROM pragma_table_info('sqlite_schema');
--> 0, 'type', 'TEXT', 0, NULL, 0
--> 1, 'name', 'TEXT', 0, NULL, 0
--> 2, 'tbl_name', 'TEXT', 0, NULL, 0
--> 3, 'rootpage', 'INT', 0, NULL, 0
--> 4, 'sql', 'TEXT', 0, NULL, 0
CREATE TABLE t(a INT PRIMARY KEY, b TEXT NOT NULL DEFAULT 'x');
SELECT p.name, m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p;
--> 'a', 't'
--> 'b', 't'
SELECT name FROM pragma_table_info WHERE arg = 't';
--> 'a'
--> 'b'
SELECT name FROM pragma_table_info('t') WHERE pk;
--> 'a'
SELECT * FROM pragma_index_list('t');
--> 0, 'sqlite_autoindex_t_1', 1, 'pk', 0
SELECT il.name, ii.name FROM pragma_index_list('t') il, pragma_index_info(il.name) ii;
--> 'sqlite_autoindex_t_1', 'a'
SELECT name FROM pragma_table_info('t', 'temp');
SELECT j.value FROM t, json_each('[1,2]') j;
INSERT INTO json_each VALUES(1);
--> error: table json_each may not be modified
DROP TABLE pragma_table_info;
--> error: table pragma_table_info may not be dropped
CREATE INDEX i ON json_each(key);
--> error: virtual tables may not be indexed
SELECT key, value FROM json_each('{"a":1}', '$') WHERE key = 'a';
--> 'a', 1
SELECT * FROM json_each WHERE json = '[5]' AND key = 0;
--> 0, 5, 'integer', 5, 1, NULL, '$[0]', '$'
SELECT count(*) FROM json_each;
--> 0
SELECT value FROM json_tree('[1,[2]]') WHERE atom IS NOT NULL;
--> 1
--> 2
SELECT * FROM pragma_nosuch;
--> error: no such table: pragma_nosuch
SELECT * FROM pragma_database_list;
--> 0, 'main', ''
--> 1, 'temp', ''
SELECT * FROM pragma_collation_list ORDER BY name;
--> 2, 'BINARY'
--> 1, 'NOCASE'
--> 0, 'RTRIM'
