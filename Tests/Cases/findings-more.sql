-- case values that are none, arguments that are wrong, NUL characters
CREATE TABLE n(a DEFAULT 5, b DEFAULT 6);
INSERT INTO n DEFAULT VALUES;
INSERT INTO n(a) DEFAULT VALUES;
--> error: 0 values for 1 columns
INSERT INTO n(a, b) DEFAULT VALUES RETURNING a;
--> error: 0 values for 2 columns
INSERT OR IGNORE INTO n(rowid, b) DEFAULT VALUES;
--> error: 0 values for 2 columns
INSERT INTO n() DEFAULT VALUES;
--> error: near ")": syntax error
SELECT * FROM n;
--> 5, 6
SELECT coalesce(zz);
--> error: no such column: zz
SELECT abs(zz, 1);
--> error: no such column: zz
SELECT nowhere(zz);
--> error: no such column: zz
SELECT nowhere(1);
--> error: no such function: nowhere
SELECT abs(1, 2);
--> error: wrong number of arguments to function abs()
SELECT hex(unhex(x'00', 'X')), typeof(unhex(char(0))), typeof(unhex('41' || char(0), '')), unhex('4' || char(0));
--> '', 'blob', 'blob', NULL
SELECT hex(unistr('a' || char(0) || 'b')), hex(unistr(char(0))), hex(unistr('\0041' || char(0) || '\0042'));
--> '610062', '00', '41005C30303432'
SELECT json_group_object('a' || char(0) || 'b', 1), json_object('a' || char(0) || 'b', 1), json_array('a' || char(0) || 'b');
--> '{"a":1}', '{"a\u0000b":1}', '["a\u0000b"]'
SELECT round(log(7, '12abc'), 9), round(log(2, '8 '), 9), log(10, x'31'), log('10', 100), log('10x', 100), log(10, NULL), log(2, 'x');
--> 1.2769894079999999, 3.0, 0.0, 2.0, NULL, NULL, NULL
SELECT likelihood(1, -0.0);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, 0.0);
--> 1

-- case ORDER BY a name that a star brought
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT);
INSERT INTO t VALUES (1, 'y'), (2, 'x');
SELECT * FROM t JOIN t AS s ORDER BY a, s.a;
--> 1, 'y', 1, 'y'
--> 1, 'y', 2, 'x'
--> 2, 'x', 1, 'y'
--> 2, 'x', 2, 'x'
SELECT t.* FROM t, t AS s ORDER BY a, b;
--> 1, 'y'
--> 1, 'y'
--> 2, 'x'
--> 2, 'x'
SELECT DISTINCT s.* FROM t, t AS s ORDER BY b;
--> 2, 'x'
--> 1, 'y'
SELECT *, 1 FROM (SELECT * FROM t) AS q JOIN t ORDER BY b, t.a;
--> 2, 'x', 1, 'y', 1
--> 2, 'x', 2, 'x', 1
--> 1, 'y', 1, 'y', 1
--> 1, 'y', 2, 'x', 1
SELECT *, s.* FROM t, t AS s ORDER BY B DESC, s.a;
--> 1, 'y', 1, 'y', 1, 'y'
--> 1, 'y', 2, 'x', 2, 'x'
--> 2, 'x', 1, 'y', 1, 'y'
--> 2, 'x', 2, 'x', 2, 'x'
SELECT * FROM t, t AS s ORDER BY a COLLATE NOCASE;
--> 1, 'y', 1, 'y'
--> 1, 'y', 2, 'x'
--> 2, 'x', 1, 'y'
--> 2, 'x', 2, 'x'
SELECT * FROM t, t AS s ORDER BY a + 1;
--> error: ambiguous column name: a
SELECT a FROM t, t AS s ORDER BY a;
--> error: ambiguous column name: a
SELECT t.a FROM t, t AS s ORDER BY a;
--> error: ambiguous column name: a
SELECT t.a, s.* FROM t, t AS s ORDER BY a DESC, t.a;
--> 1, 2, 'x'
--> 2, 2, 'x'
--> 1, 1, 'y'
--> 2, 1, 'y'
SELECT s.a AS b, t.* FROM t, t AS s ORDER BY b, a;
--> 1, 1, 'y'
--> 1, 2, 'x'
--> 2, 1, 'y'
--> 2, 2, 'x'
SELECT t.*, s.a AS b FROM t, t AS s ORDER BY b, s.a, t.a;
--> 2, 'x', 1
--> 2, 'x', 2
--> 1, 'y', 1
--> 1, 'y', 2
SELECT * FROM t, t AS s WHERE a = 1;
--> error: ambiguous column name: a
SELECT * FROM t, t AS s GROUP BY a;
--> error: ambiguous column name: a
SELECT *, count(*) FROM t ORDER BY b;
--> 1, 'y', 2
SELECT *, sum(a) OVER () FROM t ORDER BY b;
--> 2, 'x', 3
--> 1, 'y', 3
SELECT * FROM (SELECT 1 AS x, 2 AS y UNION ALL SELECT 3, 4) ORDER BY y DESC;
--> 3, 4
--> 1, 2
SELECT * FROM t UNION ALL SELECT * FROM t ORDER BY b, a;
--> 2, 'x'
--> 2, 'x'
--> 1, 'y'
--> 1, 'y'

-- case of temp nothing is vacuumed, whatever is the matter
BEGIN;
VACUUM temp;
VACUUM main;
--> error: cannot VACUUM from within a transaction

-- case a journal mode in a transaction that has not written
BEGIN;
PRAGMA journal_mode = OFF;
--> 'off'
PRAGMA journal_mode;
--> 'off'
CREATE TABLE t(a);
PRAGMA journal_mode = MEMORY;
--> 'off'
ROLLBACK;
PRAGMA journal_mode;
--> 'off'

-- case the operator of a message in the letters of the statement
SELECT 'a' REGEXP 'b';
--> error: no such function: REGEXP
SELECT 'a' NOT rEGEXP('b');
--> error: no such function: rEGEXP
SELECT 'regexp' Regexp 'b';
--> error: no such function: Regexp

-- case CREATE TABLE AS that reads the schema
CREATE TABLE b AS SELECT name FROM sqlite_schema;
SELECT * FROM b;
--> NULL
CREATE TABLE c AS SELECT * FROM sqlite_schema;
SELECT * FROM c;
--> 'table', 'b', 'b', 2, 'CREATE TABLE b(name TEXT)'
--> NULL, NULL, NULL, NULL, NULL
CREATE TEMP TABLE d AS SELECT * FROM sqlite_temp_schema;
SELECT * FROM d;
--> NULL, NULL, NULL, NULL, NULL
CREATE TABLE e AS SELECT rowid AS r, type FROM sqlite_schema;
SELECT * FROM e;
--> 1, 'table'
--> 2, 'table'
--> 3, NULL
CREATE TABLE f AS SELECT abs(-9223372036854775808) FROM sqlite_schema;
--> error: integer overflow
SELECT rowid, type, name, sql FROM sqlite_schema;
--> 1, 'table', 'b', 'CREATE TABLE b(name TEXT)'
--> 2, 'table', 'c', 'CREATE TABLE c(\n  type TEXT,\n  name TEXT,\n  tbl_name TEXT,\n  rootpage INT,\n  sql TEXT\n)'
--> 3, 'table', 'e', 'CREATE TABLE e(r INT,type TEXT)'
PRAGMA integrity_check;
--> 'ok'
