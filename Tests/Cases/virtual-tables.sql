-- case virtual tables: creating and dropping them, dbstat, and what cannot be done to them

CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);
CREATE INDEX i ON t(b);
INSERT INTO t VALUES (1, 'x'), (2, hex(zeroblob(6000)));
CREATE VIRTUAL TABLE IF NOT EXISTS  s USING dbstat ( main ) -- pages
;
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 's';
--> 'table', 's', 's', 0, 'CREATE VIRTUAL TABLE s USING dbstat ( main )'
SELECT count(*) > 3, sum(pgsize) > 0 FROM s;
--> 1, 1
CREATE VIRTUAL TABLE s USING dbstat;
--> error: table s already exists
CREATE VIRTUAL TABLE IF NOT EXISTS s USING nosuch;
CREATE VIRTUAL TABLE t USING dbstat;
--> error: table t already exists
CREATE TABLE s(x);
--> error: table s already exists
CREATE VIEW s AS SELECT 1;
--> error: table s already exists
CREATE INDEX s ON t(a);
--> error: there is already a table named s
CREATE VIRTUAL TABLE u USING nosuch(1);
--> error: no such module: nosuch
CREATE VIRTUAL TABLE u USING generate_series;
--> error: no such module: generate_series
CREATE VIRTUAL TABLE nosuch.u USING dbstat;
--> error: unknown database nosuch
CREATE VIRTUAL TABLE sqlite_u USING dbstat;
--> error: object name reserved for internal use: sqlite_u
CREATE VIRTUAL TABLE u USING dbstat(nosuch);
--> error: no such database: nosuch
SELECT count(*) FROM sqlite_schema;
--> 3
CREATE INDEX j ON s(name);
--> error: virtual tables may not be indexed
CREATE TRIGGER r AFTER INSERT ON s BEGIN SELECT 1; END;
--> error: cannot create triggers on virtual tables
CREATE TEMP TRIGGER r AFTER INSERT ON s BEGIN SELECT 1; END;
--> error: cannot create triggers on virtual tables
INSERT INTO s(name) VALUES (1);
--> error: table s may not be modified
UPDATE s SET name = 1;
--> error: table s may not be modified
DELETE FROM s;
--> error: table s may not be modified
SELECT * FROM s INDEXED BY i;
--> error: no such index: i
DROP VIEW s;
--> error: use DROP TABLE to delete table s
DROP TABLE dbstat;
--> error: table dbstat may not be dropped
PRAGMA table_info(s);
--> 0, 'name', 'TEXT', 0, NULL, 0
--> 1, 'path', 'TEXT', 0, NULL, 0
--> 2, 'pageno', 'INTEGER', 0, NULL, 0
--> 3, 'pagetype', 'TEXT', 0, NULL, 0
--> 4, 'ncell', 'INTEGER', 0, NULL, 0
--> 5, 'payload', 'INTEGER', 0, NULL, 0
--> 6, 'unused', 'INTEGER', 0, NULL, 0
--> 7, 'mx_payload', 'INTEGER', 0, NULL, 0
--> 8, 'pgoffset', 'INTEGER', 0, NULL, 0
--> 9, 'pgsize', 'INTEGER', 0, NULL, 0
PRAGMA table_xinfo(s);
--> 0, 'name', 'TEXT', 0, NULL, 0, 0
--> 1, 'path', 'TEXT', 0, NULL, 0, 0
--> 2, 'pageno', 'INTEGER', 0, NULL, 0, 0
--> 3, 'pagetype', 'TEXT', 0, NULL, 0, 0
--> 4, 'ncell', 'INTEGER', 0, NULL, 0, 0
--> 5, 'payload', 'INTEGER', 0, NULL, 0, 0
--> 6, 'unused', 'INTEGER', 0, NULL, 0, 0
--> 7, 'mx_payload', 'INTEGER', 0, NULL, 0, 0
--> 8, 'pgoffset', 'INTEGER', 0, NULL, 0, 0
--> 9, 'pgsize', 'INTEGER', 0, NULL, 0, 0
--> 10, 'schema', 'TEXT', 0, NULL, 0, 1
--> 11, 'aggregate', 'BOOLEAN', 0, NULL, 0, 1
SELECT name, type, ncol FROM pragma_table_list WHERE name = 's';
--> 's', 'virtual', 12
CREATE VIEW v AS SELECT name FROM s;
SELECT * FROM v;
--> error: unsafe use of virtual table "s"
CREATE TEMP VIEW w AS SELECT name FROM s ORDER BY name LIMIT 1;
SELECT * FROM w;
--> 'i'
BEGIN;
DROP TABLE s;
SELECT * FROM s;
--> error: no such table: s
ROLLBACK;
SELECT count(*) > 0 FROM s;
--> 1
BEGIN;
CREATE VIRTUAL TABLE u USING dbstat;
SAVEPOINT x;
DROP TABLE u;
ROLLBACK TO x;
SELECT count(*) > 0 FROM u;
--> 1
COMMIT;
SELECT count(*) FROM sqlite_schema;
--> 5
DROP TABLE u;
DROP TABLE IF EXISTS u;
DROP TABLE u;
--> error: no such table: u
CREATE VIRTUAL TABLE temp.u USING dbstat(main);
SELECT sql FROM sqlite_temp_schema WHERE name = 'u';
--> 'CREATE VIRTUAL TABLE u USING dbstat(main)'
SELECT name, pageno, ncell FROM u WHERE aggregate = 1 AND name = 't';
--> 't', 3, 2
VACUUM;
PRAGMA integrity_check;
--> 'ok'
SELECT name, path, pagetype, ncell, payload, unused, mx_payload, pgsize FROM dbstat WHERE name = 't' ORDER BY path;
--> 't', '/', 'leaf', 2, 3825, 250, 12005, 4096
--> 't', '/001+000000', 'overflow', 0, 4092, 0, 0, 4096
--> 't', '/001+000001', 'overflow', 0, 4092, 0, 0, 4096
SELECT name, path, pageno, pagetype, ncell, payload, unused, mx_payload, pgsize FROM dbstat('main', 1) WHERE name <> 'sqlite_schema' ORDER BY name;
--> 'i', NULL, 4, NULL, 2, 12010, 4343, 12006, 16384
--> 't', NULL, 3, NULL, 2, 12009, 250, 12005, 12288
SELECT schema, aggregate FROM dbstat WHERE name = 'i' LIMIT 1;
--> 'main', 0
SELECT count(*) FROM dbstat('nosuch');
--> 0
SELECT count(*) FROM dbstat WHERE schema IS NULL;
--> 0
