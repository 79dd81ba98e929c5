-- case pragmas as tables
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL DEFAULT 'x', c REFERENCES t(a));
CREATE INDEX tb ON t(b, a DESC);
CREATE UNIQUE INDEX tc ON t(c) WHERE c > 3;
CREATE TABLE w(k TEXT COLLATE NOCASE PRIMARY KEY, v) WITHOUT ROWID;
CREATE VIEW u AS SELECT a, b FROM t;
SELECT * FROM pragma_table_info('t');
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'b', 'TEXT', 1, '''x''', 0
--> 2, 'c', '', 0, NULL, 0
SELECT * FROM pragma_table_xinfo('t');
--> 0, 'a', 'INTEGER', 0, NULL, 1, 0
--> 1, 'b', 'TEXT', 1, '''x''', 0, 0
--> 2, 'c', '', 0, NULL, 0, 0
SELECT name, pk FROM pragma_table_info('w') ORDER BY pk DESC;
--> 'k', 1
--> 'v', 0
SELECT * FROM pragma_table_info('u');
--> 0, 'a', 'INTEGER', 0, NULL, 0
--> 1, 'b', 'TEXT', 0, NULL, 0
SELECT rowid, name FROM pragma_table_info('t') WHERE rowid > 1;
--> 2, 'b'
--> 3, 'c'
SELECT * FROM pragma_index_list('t');
--> 0, 'tc', 1, 'c', 1
--> 1, 'tb', 0, 'c', 0
SELECT * FROM pragma_index_info('tb');
--> 0, 1, 'b'
--> 1, 0, 'a'
SELECT * FROM pragma_index_xinfo('tb');
--> 0, 1, 'b', 0, 'BINARY', 1
--> 1, 0, 'a', 1, 'BINARY', 1
--> 2, -1, NULL, 0, 'BINARY', 0
SELECT * FROM pragma_index_xinfo('w');
--> 0, 0, 'k', 0, 'NOCASE', 1
--> 1, 1, 'v', 0, 'BINARY', 0
SELECT * FROM pragma_foreign_key_list('t');
--> 0, 0, 't', 'c', 'a', 'NO ACTION', 'NO ACTION', 'NONE'
SELECT * FROM pragma_foreign_key_check;
SELECT * FROM pragma_foreign_key_check('t');
SELECT * FROM pragma_integrity_check;
--> 'ok'
SELECT * FROM pragma_quick_check;
--> 'ok'
SELECT * FROM pragma_integrity_check('t');
--> 'ok'
SELECT * FROM pragma_quick_check(5);
--> error: no such table: 5
SELECT name FROM pragma_database_list WHERE name <> 'temp';
--> 'main'
SELECT name FROM pragma_collation_list WHERE name IN ('BINARY', 'NOCASE', 'RTRIM') ORDER BY 1;
--> 'BINARY'
--> 'NOCASE'
--> 'RTRIM'
SELECT DISTINCT name FROM pragma_function_list WHERE name IN ('abs', 'max', 'substr') ORDER BY 1;
--> 'abs'
--> 'max'
--> 'substr'
SELECT name FROM pragma_module_list WHERE name = 'pragma_module_list';
--> 'pragma_module_list'
SELECT count(*) FROM pragma_pragma_list WHERE name = 'table_info';
--> 1
SELECT count(*) > 0 FROM pragma_compile_options;
--> 1
SELECT type, name, ncol, wr, strict FROM pragma_table_list WHERE schema = 'main' ORDER BY name;
--> 'table', 'sqlite_schema', 5, 0, 0
--> 'table', 't', 3, 0, 0
--> 'view', 'u', 2, 0, 0
--> 'table', 'w', 2, 1, 0
SELECT name FROM pragma_table_list('t');
--> 't'
-- case values of pragmas as tables
SELECT * FROM pragma_user_version;
--> 0
PRAGMA user_version = 7;
SELECT * FROM pragma_user_version;
--> 7
SELECT user_version + 1 FROM pragma_user_version();
--> 8
PRAGMA application_id = 77;
SELECT * FROM pragma_application_id, pragma_user_version;
--> 77, 7
SELECT * FROM pragma_foreign_keys;
--> 0
SELECT * FROM pragma_encoding;
--> 'UTF-8'
SELECT * FROM pragma_page_size;
--> 4096
SELECT * FROM pragma_page_size('main');
--> 4096
SELECT schema, page_size FROM pragma_page_size('main');
--> NULL, 4096
SELECT * FROM pragma_busy_timeout;
--> 0
SELECT timeout FROM pragma_busy_timeout;
--> 0
SELECT * FROM pragma_journal_mode;
--> 'memory'
SELECT * FROM pragma_recursive_triggers;
--> 0
SELECT * FROM pragma_defer_foreign_keys;
--> 0
SELECT * FROM pragma_query_only;
--> 0
SELECT * FROM pragma_synchronous;
--> 2
SELECT * FROM pragma_page_size('nosuch');
--> error: unknown database 'nosuch'
-- case hidden columns
CREATE TABLE t(a, b);
SELECT arg, schema, name FROM pragma_table_info('t');
--> 't', NULL, 'a'
--> 't', NULL, 'b'
SELECT arg, schema, name FROM pragma_table_info('t', 'main');
--> 't', 'main', 'a'
--> 't', 'main', 'b'
SELECT arg, schema, name FROM pragma_table_info WHERE arg = 't' AND schema = 'main';
--> 't', 'main', 'a'
--> 't', 'main', 'b'
SELECT arg, schema, name FROM pragma_table_info WHERE schema = 'main';
SELECT name FROM pragma_table_info WHERE arg IN ('t', 'nosuch');
--> 'a'
--> 'b'
SELECT name FROM pragma_table_info;
SELECT name FROM pragma_table_info(NULL);
SELECT name FROM pragma_table_info('t', NULL);
--> 'a'
--> 'b'
SELECT name FROM pragma_table_info('t', 'temp');
SELECT name FROM pragma_table_info('t', 'nosuch');
--> error: unknown database 'nosuch'
SELECT name FROM pragma_table_info('nosuch');
SELECT name FROM pragma_table_info('T') AS x WHERE x.arg = 'T';
--> 'a'
--> 'b'
SELECT p.* FROM pragma_table_info('t') AS p;
--> 0, 'a', '', 0, NULL, 0
--> 1, 'b', '', 0, NULL, 0
SELECT * FROM (SELECT name, arg FROM pragma_table_info('t'));
--> 'a', 't'
--> 'b', 't'
SELECT typeof(arg) FROM pragma_table_info(5);
PRAGMA table_info(pragma_table_info);
--> 0, 'cid', '', 0, NULL, 0
--> 1, 'name', '', 0, NULL, 0
--> 2, 'type', '', 0, NULL, 0
--> 3, 'notnull', '', 0, NULL, 0
--> 4, 'dflt_value', '', 0, NULL, 0
--> 5, 'pk', '', 0, NULL, 0
PRAGMA table_xinfo(pragma_table_info);
--> 0, 'cid', '', 0, NULL, 0, 0
--> 1, 'name', '', 0, NULL, 0, 0
--> 2, 'type', '', 0, NULL, 0, 0
--> 3, 'notnull', '', 0, NULL, 0, 0
--> 4, 'dflt_value', '', 0, NULL, 0, 0
--> 5, 'pk', '', 0, NULL, 0, 0
--> 6, 'arg', '', 0, NULL, 0, 1
--> 7, 'schema', '', 0, NULL, 0, 1
PRAGMA table_xinfo(pragma_page_size);
--> 0, 'page_size', '', 0, NULL, 0, 0
--> 1, 'schema', '', 0, NULL, 0, 1
PRAGMA table_xinfo(pragma_user_version);
--> 0, 'user_version', '', 0, NULL, 0, 0
-- case arguments from items on the left
CREATE TABLE t(a, b);
CREATE TABLE u(c);
INSERT INTO t VALUES('t', 1), ('u', 2), (NULL, 3), ('none', 4);
SELECT t.b, p.name FROM t, pragma_table_info(t.a) AS p ORDER BY 1, 2;
--> 1, 'a'
--> 1, 'b'
--> 2, 'c'
SELECT t.b, p.name FROM t JOIN pragma_table_info(t.a) AS p ON p.name <> 'a' ORDER BY 1, 2;
--> 1, 'b'
--> 2, 'c'
SELECT t.b, p.name FROM t LEFT JOIN pragma_table_info(t.a) AS p ORDER BY 1, 2;
--> 1, 'a'
--> 1, 'b'
--> 2, 'c'
--> 3, NULL
--> 4, NULL
SELECT t.b, p.name FROM t LEFT JOIN pragma_table_info(t.a) AS p ON p.name = 'b' ORDER BY 1, 2;
--> 1, 'b'
--> 2, NULL
--> 3, NULL
--> 4, NULL
SELECT t.b, p.name FROM t LEFT JOIN pragma_table_info(t.a) AS p WHERE p.name IS NULL ORDER BY 1, 2;
--> 3, NULL
--> 4, NULL
SELECT t.b, p.name FROM pragma_table_info(t.a) AS p, t ORDER BY 1, 2;
--> 1, 'a'
--> 1, 'b'
--> 2, 'c'
SELECT m.name, p.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS p ORDER BY 1, 2;
--> 't', 'a'
--> 't', 'b'
--> 'u', 'c'
SELECT m.name, p.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table' ORDER BY p.cid, m.name;
--> 't', 'a'
--> 'u', 'c'
--> 't', 'b'
SELECT m.name, (SELECT group_concat(name) FROM pragma_table_info(m.name)) FROM sqlite_schema AS m ORDER BY 1;
--> 't', 'a,b'
--> 'u', 'c'
SELECT m.name FROM sqlite_schema AS m WHERE EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'c');
--> 'u'
SELECT m.name FROM sqlite_schema AS m WHERE 'b' IN (SELECT name FROM pragma_table_info(m.name));
--> 't'
SELECT * FROM pragma_table_info(p.name) AS q, pragma_table_info(q.name) AS p;
--> error: no query solution
SELECT x.name, y.name FROM pragma_table_info('t') AS x, pragma_table_info('t') AS y WHERE x.cid < y.cid;
--> 'a', 'b'
SELECT x.name FROM pragma_table_info('t') AS x JOIN pragma_table_info('u') AS y USING (cid);
--> 'a'
SELECT x.name, y.name FROM pragma_table_info('t') AS x LEFT JOIN pragma_table_info('u') AS y USING (cid);
--> 'a', 'c'
--> 'b', NULL
SELECT p.name, u.c FROM pragma_table_info('t') AS p LEFT JOIN u ORDER BY 1;
--> 'a', NULL
--> 'b', NULL
SELECT (SELECT name FROM pragma_table_info(t.a) LIMIT 1) FROM t;
--> 'a'
--> 'c'
--> NULL
--> NULL
SELECT count(*) FROM t, pragma_table_info(t.a), pragma_table_info(t.a);
--> 5
SELECT group_concat(name) FROM pragma_table_info('t') GROUP BY pk;
--> 'a,b'
SELECT name FROM pragma_table_info('t') UNION SELECT name FROM pragma_table_info('u') ORDER BY 1;
--> 'a'
--> 'b'
--> 'c'
WITH c AS (SELECT name FROM pragma_table_info('t')) SELECT * FROM c AS x, c AS y ORDER BY 1, 2;
--> 'a', 'a'
--> 'a', 'b'
--> 'b', 'a'
--> 'b', 'b'
-- case joins that go both ways
CREATE TABLE t(a, b);
INSERT INTO t VALUES('a', 1), ('z', 2);
SELECT t.a, p.name FROM pragma_table_info('t') AS p RIGHT JOIN t ON p.name = t.a ORDER BY 1, 2;
--> 'a', 'a'
--> 'z', NULL
SELECT t.a, p.name FROM pragma_table_info('t') AS p FULL JOIN t ON p.name = t.a ORDER BY 1, 2;
--> NULL, 'b'
--> 'a', 'a'
--> 'z', NULL
-- case a table-valued function on the right of IN
SELECT 0 IN pragma_user_version(), 1 IN pragma_user_version(), 0 IN pragma_user_version;
--> 1, 0, 1
SELECT 'main' IN (SELECT name FROM pragma_database_list);
--> 1
SELECT 1 IN pragma_table_info('t');
--> error: sub-select returns 6 columns - expected 1
SELECT 1 IN nosuch(1);
--> error: no such table: nosuch
-- case views of table-valued functions
CREATE TABLE t(a, b);
CREATE VIEW v AS SELECT m.name AS tab, p.name AS col FROM sqlite_schema AS m, pragma_table_info(m.name) AS p;
SELECT * FROM v WHERE tab = 't' ORDER BY col;
--> 't', 'a'
--> 't', 'b'
SELECT name FROM pragma_table_info('v');
--> 'tab'
--> 'col'
CREATE TABLE u AS SELECT * FROM pragma_table_info('t');
SELECT * FROM u;
--> 0, 'a', '', 0, NULL, 0
--> 1, 'b', '', 0, NULL, 0
INSERT INTO t SELECT name, cid FROM pragma_table_info('t');
SELECT * FROM t;
--> 'a', 0
--> 'b', 1
UPDATE t SET b = p.name FROM pragma_table_info('t') AS p WHERE p.cid = t.b;
SELECT * FROM t;
--> 'a', 'a'
--> 'b', 'b'
DELETE FROM t WHERE a IN (SELECT name FROM pragma_table_info('t') WHERE cid = 0);
SELECT * FROM t;
--> 'b', 'b'
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = (SELECT count(*) FROM pragma_table_info('t')) WHERE a = NEW.a; END;
INSERT INTO t VALUES('q', 0);
SELECT * FROM t;
--> 'b', 'b'
--> 'q', 2
-- case what is no table-valued function
CREATE TABLE t(a);
CREATE VIEW v AS SELECT 1;
SELECT * FROM nosuch(1);
--> error: no such table: nosuch
SELECT * FROM nosuch();
--> error: no such table: nosuch
SELECT * FROM main.nosuch(1);
--> error: no such table: main.nosuch
SELECT * FROM pragma_nosuch;
--> error: no such table: pragma_nosuch
SELECT * FROM pragma_nosuch(1);
--> error: no such table: pragma_nosuch
SELECT * FROM pragma_wal_checkpoint;
--> error: no such table: pragma_wal_checkpoint
SELECT * FROM pragma_case_sensitive_like(1);
--> error: no such table: pragma_case_sensitive_like
SELECT * FROM pragma_shrink_memory;
--> error: no such table: pragma_shrink_memory
SELECT * FROM t(1);
--> error: 't' is not a function
SELECT * FROM t();
--> error: 't' is not a function
SELECT * FROM v(1);
--> error: 'v' is not a function
SELECT * FROM sqlite_schema(1);
--> error: 'sqlite_schema' is not a function
WITH c AS (SELECT 1) SELECT * FROM c(1);
--> error: 'c' is not a function
SELECT * FROM pragma_table_info('t', 'main', 3);
--> error: too many arguments on pragma_table_info() - max 2
SELECT * FROM pragma_user_version(1);
--> error: too many arguments on pragma_user_version() - max 0
SELECT * FROM pragma_table_info('t', 'main', 3, 4);
--> error: too many arguments on pragma_table_info() - max 2
SELECT * FROM pragma_page_size('main', 1);
--> error: too many arguments on pragma_page_size() - max 1
SELECT * FROM pragma_table_info(count(*));
--> error: misuse of aggregate function count()
SELECT * FROM pragma_table_info(nosuch);
--> error: no such column: nosuch
SELECT * FROM pragma_table_info(max(1));
--> error: misuse of aggregate function max()
SELECT nosuch FROM pragma_table_info('t');
--> error: no such column: nosuch
SELECT * FROM main.pragma_table_info('t');
--> 0, 'a', '', 0, NULL, 0
SELECT * FROM temp.pragma_table_info('t');
--> 0, 'a', '', 0, NULL, 0
SELECT * FROM nosuch.pragma_table_info('t');
--> 0, 'a', '', 0, NULL, 0
SELECT main.pragma_table_info.name FROM pragma_table_info('t');
--> 'a'
INSERT INTO pragma_table_info VALUES(1);
--> error: table pragma_table_info may not be modified
UPDATE pragma_table_info SET cid = 1;
--> error: table pragma_table_info may not be modified
DELETE FROM pragma_table_info;
--> error: table pragma_table_info may not be modified
DROP TABLE pragma_table_info;
--> error: table pragma_table_info may not be dropped
DROP TABLE pragma_nosuch;
--> error: no such table: pragma_nosuch
CREATE INDEX i ON pragma_table_info(cid);
--> error: virtual tables may not be indexed
CREATE VIRTUAL TABLE x USING pragma_table_info;
--> error: no such module: pragma_table_info
CREATE VIRTUAL TABLE x USING nosuch;
--> error: no such module: nosuch
-- case tables go before table-valued functions
CREATE TABLE pragma_page_size(x);
SELECT count(*) FROM pragma_page_size;
--> 0
SELECT * FROM pragma_page_size('main');
--> error: 'pragma_page_size' is not a function
-- case the statement sees the pragma of the moment
CREATE TABLE t(a);
SELECT count(*) FROM pragma_table_info('t');
--> 1
DROP TABLE IF EXISTS s;
CREATE TABLE IF NOT EXISTS t(a, b, c);
SELECT count(*) FROM pragma_table_info('t') WHERE name <> 'zz';
--> 1
BEGIN;
CREATE TABLE n(x, y);
SELECT name FROM pragma_table_info('n');
--> 'x'
--> 'y'
ROLLBACK;
SELECT name FROM pragma_table_info('n');
-- case names of module tables in other statements
DROP TABLE IF EXISTS pragma_table_info;
--> error: table pragma_table_info may not be dropped
DROP VIEW pragma_table_info;
--> error: table pragma_table_info may not be dropped
CREATE TRIGGER r AFTER INSERT ON pragma_table_info BEGIN SELECT 1; END;
--> error: cannot create triggers on virtual tables
SELECT * FROM pragma_user_version INDEXED BY foo;
--> error: no such index: foo
SELECT * FROM pragma_user_version NOT INDEXED;
--> 0
PRAGMA index_list(pragma_table_info);
PRAGMA foreign_key_list(pragma_table_info);
PRAGMA integrity_check('5');
--> error: no such table: 5
SELECT type, narg FROM pragma_function_list WHERE name IN ('abs', 'substr', 'total', 'random') ORDER BY name, 1, 2;
--> 's', 1
--> 's', 0
--> 's', 2
--> 's', 3
--> 'w', 1
SELECT typeof(user_version), rowid FROM pragma_user_version() WHERE rowid = 1;
--> 'integer', 1
CREATE TABLE pragma_table_info(a);
SELECT * FROM pragma_table_info;

-- case arguments beside RIGHT and FULL joins
CREATE TABLE t1(a, b);
CREATE TABLE t2(c);
CREATE TABLE t3(e);
INSERT INTO t1 VALUES (1, '[1,2]'), (2, '[3]'), (3, NULL), (4, '[]');
INSERT INTO t2 VALUES (2), (9);
INSERT INTO t3 VALUES ('a');
SELECT (SELECT 1 FROM t1 AS x FULL JOIN json_each(x.b) LIMIT 1);
--> 1
SELECT a, key, value FROM t1 FULL JOIN json_each(t1.b) ORDER BY 1, 2;
--> 1, 0, 1
--> 1, 1, 2
--> 2, 0, 3
--> 3, NULL, NULL
--> 4, NULL, NULL
SELECT a, key, value FROM t1 RIGHT JOIN json_each(t1.b) ORDER BY 1, 2;
--> 1, 0, 1
--> 1, 1, 2
--> 2, 0, 3
SELECT a, value FROM t1 FULL JOIN json_each(t1.b) ON value > 1 ORDER BY 1, 2;
--> 1, 2
--> 2, 3
--> 3, NULL
--> 4, NULL
SELECT a, value FROM t1 RIGHT JOIN json_each('[1,5]') ON value = a ORDER BY 1, 2;
--> NULL, 5
--> 1, 1
SELECT a, value, c FROM t1 JOIN json_each(t1.b) FULL JOIN t2 ON c = value ORDER BY 1, 2, 3;
--> NULL, NULL, 9
--> 1, 1, NULL
--> 1, 2, 2
--> 2, 3, NULL
SELECT a, value, c FROM t1 LEFT JOIN json_each(t1.b) RIGHT JOIN t2 ON c = a ORDER BY 1, 2, 3;
--> NULL, NULL, 9
--> 2, 3, 2
SELECT c, a, value FROM t2 RIGHT JOIN t1 ON c = a JOIN json_each(t1.b) ORDER BY 1, 2, 3;
--> NULL, 1, 1
--> NULL, 1, 2
--> 2, 2, 3
SELECT c, a, value FROM t2 RIGHT JOIN t1 ON c = a LEFT JOIN json_each(t1.b) ORDER BY 1, 2, 3;
--> NULL, 1, 1
--> NULL, 1, 2
--> NULL, 3, NULL
--> NULL, 4, NULL
--> 2, 2, 3
SELECT 1 FROM t2 RIGHT JOIN t3 AS x JOIN json_tree(x.e);
--> error: malformed JSON
SELECT a, name FROM t1 FULL JOIN pragma_table_info('t1') ON cid = a ORDER BY 1, 2;
--> NULL, 'a'
--> 1, 'b'
--> 2, NULL
--> 3, NULL
--> 4, NULL
SELECT value, key, c FROM json_each('[2,4]') FULL JOIN t2 ON c = value ORDER BY 1, 2, 3;
--> NULL, NULL, 9
--> 2, 0, 2
--> 4, 1, NULL
SELECT x.value, y.value FROM json_each('[1,2]') AS x FULL JOIN json_each('[2,3]') AS y USING (value) ORDER BY 1, 2;
--> NULL, 3
--> 1, NULL
--> 2, 2
SELECT (SELECT group_concat(value) FROM t2 RIGHT JOIN json_each(t1.b) ON c = value) FROM t1;
--> '2,1'
--> '3'
--> NULL
--> NULL
SELECT count(*) FROM t2 NATURAL FULL JOIN json_each('[7]');
--> 2
