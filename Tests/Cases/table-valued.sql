-- Table-valued functions: calls, json_each, json_tree, pragmas as tables.

-- case arguments, none, an alias
SELECT j.value, k.value FROM json_each('[1,2]') j, json_each('["x","y"]') AS k ORDER BY 1, 2;
--> 1, 'x'
--> 1, 'y'
--> 2, 'x'
--> 2, 'y'
SELECT json_each.value FROM json_each('[4]');
--> 4
SELECT "e f".key FROM json_each('{"a":1}') "e f";
--> 'a'
SELECT * FROM json_each();
SELECT count(*) FROM json_each;
--> 0

-- case hidden columns as conditions mean the same
-- holds table-functions: hidden columns as conditions mean the same
SELECT value FROM json_each WHERE json = '{"a":[5,6]}' AND root = '$.a';
--> 5
--> 6
SELECT name FROM pragma_table_info WHERE arg = 'sqlite_schema' AND schema = 'main' AND cid > 2;
--> 'rootpage'
--> 'sql'
SELECT value FROM json_each WHERE json IN ('[1]', '[2,3]') ORDER BY 1;
--> 1
--> 2
--> 3
SELECT value, json, root FROM json_each('[7]');
--> 7, '[7]', '$'

-- case `*` leaves hidden columns out
SELECT *, json FROM json_each('["x"]', '$');
--> 0, 'x', 'text', 'x', 1, NULL, '$[0]', '$', '["x"]'
SELECT e.*, e.root FROM json_each('{"k":null}') AS e;
--> 'k', NULL, 'null', NULL, 1, NULL, '$.k', '$', '$'

-- case arguments from items on the left
-- holds table-functions: arguments from items on the left
CREATE TABLE n(a, j);
INSERT INTO n VALUES (1, '[1,2]'), (2, '[]'), (3, NULL), (4, '{"x":[9]}');
SELECT a, key, value FROM n, json_each(n.j) ORDER BY a, key;
--> 1, 0, 1
--> 1, 1, 2
--> 4, 'x', '[9]'
SELECT a, value FROM n LEFT JOIN json_each(j) ORDER BY a, value;
--> 1, 1
--> 1, 2
--> 2, NULL
--> 3, NULL
--> 4, '[9]'
SELECT a, e.value, f.value FROM n, json_each(n.j) AS e, json_each(CASE e.type WHEN 'array' THEN e.value ELSE '[0]' END) AS f ORDER BY 1, 2;
--> 1, 1, 0
--> 1, 2, 0
--> 4, '[9]', 9
SELECT a FROM n WHERE EXISTS (SELECT 1 FROM json_each(n.j) WHERE value = 2);
--> 1
SELECT a, (SELECT sum(value) FROM json_each(n.j)) FROM n WHERE a < 3;
--> 1, 3
--> 2, NULL
SELECT a FROM n WHERE 9 IN (SELECT value FROM json_tree(n.j) WHERE atom IS NOT NULL);
--> 4

-- case subqueries, parameters, functions as arguments
SELECT value FROM json_each(json_array(1 + 1, 'a' || 'b', json('{}')));
--> 2
--> 'ab'
--> '{}'
SELECT value FROM json_each((SELECT json_group_array(z) FROM (VALUES (1), (2)) AS q JOIN (SELECT 3 AS z)));
--> 3
--> 3
WITH c(j) AS (VALUES ('[1]'), ('[2]')) SELECT value FROM c, json_each(c.j);
--> 1
--> 2
CREATE VIEW v AS SELECT value FROM json_each('[8,9]');
SELECT sum(value) FROM v;
--> 17

-- case aggregates, ORDER BY, LIMIT over it
-- holds table-functions: aggregates, ORDER BY, LIMIT over it
SELECT type, count(*) FROM json_tree('{"a":[1,2],"b":{"c":3}}') GROUP BY type ORDER BY type;
--> 'array', 1
--> 'integer', 3
--> 'object', 2
SELECT group_concat(value, '-' ORDER BY value) FROM json_each('[3,1,2]') WHERE value > 1;
--> '2-3'
SELECT value, row_number() OVER (ORDER BY value DESC) FROM json_each('[3,1,2]') ORDER BY key;
--> 3, 1
--> 1, 3
--> 2, 2
SELECT value FROM json_each('[1,2,3,4]') LIMIT 2 OFFSET 1;
--> 2
--> 3
SELECT DISTINCT value FROM json_each('[1,1,"1",null,null]');
--> 1
--> '1'
--> NULL

-- case rowid
SELECT rowid, key FROM json_tree('{"a":{"b":1}}') WHERE rowid > 0;
--> 1, 'a'
--> 2, 'b'
SELECT value FROM json_each('[10,20,30]') WHERE rowid = 1;
--> 20

-- case in UPDATE FROM, INSERT, DELETE
CREATE TABLE n(a, b);
INSERT INTO n SELECT key, value FROM json_each('{"p":1,"q":2,"r":3}');
DELETE FROM n WHERE a IN (SELECT value FROM json_each('["p"]'));
UPDATE n SET b = b + (SELECT value FROM json_each('[10]'));
SELECT * FROM n;
--> 'q', 12
--> 'r', 13

-- case too many arguments
SELECT * FROM pragma_table_info('t', 'main', 1);
--> error: too many arguments on pragma_table_info() - max 2
SELECT * FROM pragma_database_list(1);
--> error: too many arguments on pragma_database_list() - max 0
SELECT * FROM json_tree(1, 2, 3);
--> error: too many arguments on json_tree() - max 2

-- case no such table-valued function
SELECT * FROM abs(1);
--> error: no such table: abs
SELECT * FROM pragma_nowhere('t');
--> error: no such table: pragma_nowhere
SELECT * FROM nowhere(1) AS n;
--> error: no such table: nowhere

-- case arguments for a table
CREATE TABLE n(a);
SELECT * FROM n(1);
--> error: 'n' is not a function
CREATE VIEW v AS SELECT 1;
SELECT * FROM v(1);
--> error: 'v' is not a function
WITH c AS (SELECT 1) SELECT * FROM c(1);
--> error: 'c' is not a function

-- case it cannot be changed
DELETE FROM json_each;
--> error: table json_each may not be modified
UPDATE json_tree SET value = 1;
--> error: table json_tree may not be modified
DROP TABLE json_each;
--> error: table json_each may not be dropped
CREATE INDEX i ON json_each(value);
--> error: virtual tables may not be indexed
ALTER TABLE json_each RENAME TO e;
--> error: table json_each may not be altered

-- case json_each(X): the elements of an array
SELECT key, value, type, atom, fullkey, path FROM json_each('[1.5,null,true,false,{"a":1},"é"]');
--> 0, 1.5, 'real', 1.5, '$[0]', '$'
--> 1, NULL, 'null', NULL, '$[1]', '$'
--> 2, 1, 'true', 1, '$[2]', '$'
--> 3, 0, 'false', 0, '$[3]', '$'
--> 4, '{"a":1}', 'object', NULL, '$[4]', '$'
--> 5, 'é', 'text', 'é', '$[5]', '$'
SELECT typeof(key), typeof(value), typeof(atom) FROM json_each('[1.5,null,true,"x",[]]');
--> 'integer', 'real', 'real'
--> 'integer', 'null', 'null'
--> 'integer', 'integer', 'integer'
--> 'integer', 'text', 'text'
--> 'integer', 'text', 'null'
SELECT key, value FROM json_each(jsonb('["a",{"b":2}]'));
--> 0, 'a'
--> 1, '{"b":2}'
SELECT key, value FROM json_each('[0x10,+1,.5,''s'']');
--> 0, 16
--> 1, 1
--> 2, 0.5
--> 3, 's'

-- case json_each(X): the members of an object
SELECT key, value, fullkey FROM json_each('{"a":1,"a":2,"":3,"x.y":4,"[0]":5,"é":6,"a\"b":7}');
--> 'a', 1, '$.a'
--> 'a', 2, '$.a'
--> '', 3, '$.""'
--> 'x.y', 4, '$."x.y"'
--> '[0]', 5, '$."[0]"'
--> 'é', 6, '$."é"'
--> 'a"b', 7, '$."a\"b"'
SELECT key, typeof(key) FROM json_each('{"1":1,a:2}');
--> '1', 'text'
--> 'a', 'text'

-- case json_each(X): another value is itself, NULL is nothing
SELECT key, value, type, atom, id, parent, fullkey, path FROM json_each('"x"');
--> NULL, 'x', 'text', 'x', 0, NULL, '$', '$'
SELECT key, value, type FROM json_each('null');
--> NULL, NULL, 'null'
SELECT count(*) FROM json_each('[]');
--> 0
SELECT count(*) FROM json_each('{}');
--> 0
SELECT value FROM json_each(12);
--> 12

-- case json_each(X, path)
SELECT key, value, fullkey, path FROM json_each('{"a":{"b":7}}', '$.a');
--> 'b', 7, '$.a.b', '$.a'
SELECT key, value, type, fullkey, path FROM json_each('{"a":{"b":7}}', '$.a.b');
--> NULL, 7, 'integer', '$.a.b', '$.a.b'
SELECT count(*) FROM json_each('{"a":1}', '$.x');
--> 0
SELECT count(*) FROM json_each('{"a":1}', NULL);
--> 0
SELECT key, value, fullkey FROM json_each('[[1,2],[3]]', '$[#-1]');
--> 0, 3, '$[#-1][0]'
SELECT root FROM json_each('[1]', '$');
--> '$'

-- case json_tree(X): every value below, parents first
SELECT fullkey, atom FROM json_tree('[[[1]],{"x":{"y":2}}]');
--> '$', NULL
--> '$[0]', NULL
--> '$[0][0]', NULL
--> '$[0][0][0]', 1
--> '$[1]', NULL
--> '$[1].x', NULL
--> '$[1].x.y', 2
SELECT fullkey FROM json_tree('{"a b":{"c.d":[0]}}');
--> '$'
--> '$."a b"'
--> '$."a b"."c.d"'
--> '$."a b"."c.d"[0]'
SELECT key, path FROM json_tree('5');
--> NULL, '$'
SELECT t.fullkey, p.fullkey FROM json_tree('{"a":[1,2]}') AS t LEFT JOIN json_tree('{"a":[1,2]}') AS p ON p.id = t.parent;
--> '$', NULL
--> '$.a', '$'
--> '$.a[0]', '$.a'
--> '$.a[1]', '$.a'
SELECT count(*), count(atom) FROM json_tree(jsonb('{"a":[1,{"b":2}],"c":null}'));
--> 6, 2
SELECT json_tree.value FROM json_tree('{"a":{"id":1},"b":[{"id":2}]}') WHERE key = 'id';
--> 1
--> 2

-- case json_tree(X, path)
SELECT key, value, fullkey, path FROM json_tree('{"a":{"b":[1]}}', '$.a.b[0]');
--> 0, 1, '$.a.b[0]', '$.a.b'
SELECT count(*) FROM json_tree('{"a":1}', '$.b');
--> 0
SELECT key, fullkey FROM json_tree('[[1,[2]],3]', '$[0][1]');
--> 0, '$[0][1]'
--> 0, '$[0][1][0]'

-- case jsonb_each, jsonb_tree: objects and arrays as JSONB
-- holds table-functions: jsonb_each, jsonb_tree: objects and arrays as JSONB
SELECT key, hex(value), atom FROM jsonb_each('[[1,"x"],{"a":null},"y",1.5]');
--> 0, '4B13311778', NULL
--> 1, '3C176100', NULL
--> 2, '79', 'y'
--> 3, '312E35', 1.5
SELECT fullkey, json(value) FROM jsonb_tree('{"a":[1,[]]}') WHERE type IN ('array', 'object');
--> '$', '{"a":[1,[]]}'
--> '$.a', '[1,[]]'
--> '$.a[1]', '[]'
SELECT json_array(value) FROM jsonb_each('[[1],2]');
--> '[[1]]'
--> '[2]'

-- case what is no JSON
SELECT * FROM json_tree('x');
--> error: malformed JSON
SELECT * FROM json_each('');
--> error: malformed JSON
SELECT * FROM jsonb_each('{');
--> error: malformed JSON
SELECT value FROM (SELECT '[' AS j), json_each(j);
--> error: malformed JSON

-- case a bad path
SELECT * FROM json_tree('[1]', '$[');
--> error: bad JSON path: '$['
SELECT * FROM json_each('[1]', 5);
--> error: bad JSON path: '5'

-- case a pragma that answers with rows is a table pragma_…
CREATE TABLE n(a INTEGER PRIMARY KEY, b TEXT UNIQUE);
CREATE INDEX i ON n(b, a);
SELECT il.name, ii.name FROM pragma_index_list('n') AS il, pragma_index_info(il.name) AS ii ORDER BY 1, ii.seqno;
--> 'i', 'b'
--> 'i', 'a'
--> 'sqlite_autoindex_n_1', 'b'
SELECT m.name, p.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table';
--> 'n', 'a'
--> 'n', 'b'
SELECT count(*) FROM pragma_table_info('n') WHERE pk;
--> 1
SELECT user_version, application_id FROM pragma_user_version, pragma_application_id;
--> 0, 0

-- case the last argument is the schema
ATTACH ':memory:' AS two;
CREATE TABLE two.n(x, y);
PRAGMA two.user_version = 9;
SELECT name FROM pragma_table_info('n', 'two');
--> 'x'
--> 'y'
SELECT name FROM pragma_table_info('n', 'main');
SELECT d.name, c.name FROM pragma_database_list AS d, pragma_table_info('n', d.name) AS c ORDER BY 1, 2;
--> 'two', 'x'
--> 'two', 'y'
SELECT * FROM pragma_user_version WHERE schema = 'two';
--> error: no such column: schema
SELECT * FROM pragma_user_version('two');
--> error: too many arguments on pragma_user_version() - max 0
SELECT name FROM pragma_table_info WHERE arg = 'n' AND schema = 'two';
--> 'x'
--> 'y'
SELECT * FROM pragma_table_info('n', 'three');
--> error: unknown database 'three'

-- case those that change the database or answer with nothing are none
SELECT * FROM pragma_wal_checkpoint;
--> error: no such table: pragma_wal_checkpoint
SELECT * FROM pragma_shrink_memory;
--> error: no such table: pragma_shrink_memory
SELECT * FROM pragma_case_sensitive_like;
--> error: no such table: pragma_case_sensitive_like
SELECT * FROM pragma_incremental_vacuum;
--> error: no such table: pragma_incremental_vacuum
SELECT writable_schema, page_count, journal_mode FROM pragma_writable_schema, pragma_page_count, pragma_journal_mode;
--> 0, 0, 'memory'
