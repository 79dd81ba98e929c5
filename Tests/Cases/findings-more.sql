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

-- case UPDATE and DELETE scan the table, not a smaller index
CREATE TABLE n(a UNIQUE, b UNIQUE, c);
INSERT INTO n VALUES (4, 9, 0), (5, 4, 0), (6, 5, 0);
UPDATE n SET a = b;
SELECT * FROM n;
--> 9, 9, 0
--> 4, 4, 0
--> 5, 5, 0
CREATE TABLE m(a TEXT PRIMARY KEY, b UNIQUE, c);
INSERT INTO m VALUES ('3', 5, 1), ('1', 6, 1);
UPDATE OR IGNORE m SET b = coalesce(a, 1) * 0;
SELECT * FROM m;
--> '3', 0, 1
--> '1', 6, 1
EXPLAIN QUERY PLAN UPDATE n SET a = b;
--> 'SCAN n'
EXPLAIN QUERY PLAN UPDATE n SET c = 1 WHERE a > 1;
--> 'SEARCH n USING INDEX sqlite_autoindex_n_1 (a>?)'
EXPLAIN QUERY PLAN UPDATE n SET c = 1 WHERE a IN (1, 2);
--> 'SEARCH n USING INDEX sqlite_autoindex_n_1 (a=?)'
EXPLAIN QUERY PLAN UPDATE n SET c = 1 WHERE a = 1;
--> 'SEARCH n USING INDEX sqlite_autoindex_n_1 (a=?)'
EXPLAIN QUERY PLAN DELETE FROM n WHERE a > 1;
--> 'SEARCH n USING INDEX sqlite_autoindex_n_1 (a>?)'
EXPLAIN QUERY PLAN DELETE FROM n WHERE b + 1 > 1;
--> 'SCAN n'
EXPLAIN QUERY PLAN DELETE FROM n WHERE a > 1 OR b > 5;
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH n USING INDEX sqlite_autoindex_n_1 (a>?)'
--> 'INDEX 2'
--> 'SEARCH n USING INDEX sqlite_autoindex_n_2 (b>?)'
CREATE TABLE w(a PRIMARY KEY, b, c) WITHOUT ROWID;
CREATE INDEX wb ON w(b);
INSERT INTO w VALUES (1, 2, 3), (2, 1, 3);
DELETE FROM w WHERE b > 1 RETURNING a;
--> 1
UPDATE w SET a = a + 1 WHERE b < 5;
SELECT * FROM w;
--> 3, 1, 3

-- case conditions that are terms of GROUP BY, or that an index holds
CREATE TABLE u(x, y, z REAL);
INSERT INTO u VALUES (1, 'a', 1), (2, 'b', NULL), (NULL, 'c', 3), (1, 'd', 4), (0, 'e', 5);
SELECT x > 1, count(*) FROM u GROUP BY x > 1 HAVING x > 1;
--> 1, 1
SELECT x > 1, count(*) FROM u GROUP BY 1 HAVING x > 1;
--> 1, 1
SELECT x > 1 AS g, count(*) FROM u GROUP BY g HAVING g;
--> 1, 1
SELECT x > 1 AS g, count(*) FROM u GROUP BY g HAVING NOT g;
--> 0, 3
SELECT x > 1 AS g, count(*) FROM u GROUP BY g HAVING g IS NULL;
--> NULL, 1
SELECT x IS NULL, count(*) FROM u GROUP BY x IS NULL HAVING x IS NULL;
--> 1, 1
SELECT x IN (1, 2), count(*) FROM u GROUP BY x IN (1, 2) HAVING x IN (1, 2);
--> 1, 3
SELECT x NOT IN (1, 2), count(*) FROM u GROUP BY x NOT IN (1, 2) HAVING x NOT IN (1, 2);
--> 1, 1
SELECT x BETWEEN 1 AND 2, count(*) FROM u GROUP BY 1 HAVING x BETWEEN 1 AND 2;
--> 1, 3
SELECT x AND z, count(*) FROM u GROUP BY x AND z HAVING x AND z;
--> 1, 2
SELECT x OR z, count(*) FROM u GROUP BY x OR z HAVING x OR z OR NULL;
--> 1, 5
SELECT NOT x, count(*) FROM u GROUP BY NOT x HAVING NOT x;
--> 1, 1
SELECT x = 1, sum(x) FROM u GROUP BY x = 1 ORDER BY CASE WHEN x = 1 THEN 0 ELSE 1 END;
--> 1, 2
--> NULL, NULL
--> 0, 2
SELECT iif(x = 1, 'a', 'b'), count(*) FROM u GROUP BY x = 1;
--> 'b', 1
--> 'b', 2
--> 'a', 2
SELECT CASE x = 1 WHEN 1 THEN 'a' ELSE 'b' END, count(*) FROM u GROUP BY x = 1;
--> 'b', 1
--> 'b', 2
--> 'a', 2
SELECT y LIKE 'a', count(*) FROM u GROUP BY y LIKE 'a' HAVING y LIKE 'a';
--> 1, 1
SELECT x > 1, count(*) FROM u GROUP BY x > 1 HAVING x > 1 AND count(*) > 0 OR x > 1 IS NULL;
--> NULL, 1
--> 1, 1
CREATE INDEX i ON u(y, x > 1);
SELECT y FROM u WHERE y > 'a' AND x > 1;
--> 'b'
SELECT y FROM u WHERE y > 'a' AND (x > 1) IS NULL;
--> 'c'
SELECT y FROM u WHERE y > 'a' AND NOT x > 1;
--> 'd'
--> 'e'
SELECT iif(x > 1, 'p', 'q') FROM u WHERE y > 'a';
--> 'p'
--> 'q'
--> 'q'
--> 'q'
SELECT CASE WHEN x > 1 THEN 'p' ELSE 'q' END FROM u INDEXED BY i;
--> 'q'
--> 'p'
--> 'q'
--> 'q'
--> 'q'
CREATE INDEX j ON u(x IS NULL);
SELECT x IS NULL FROM u INDEXED BY j WHERE x IS NULL;
--> 1
CREATE INDEX k ON u(x IN (1, 2), x BETWEEN 0 AND 1);
SELECT count(*) FROM u INDEXED BY k WHERE x IN (1, 2) AND x BETWEEN 0 AND 1;
--> 2
SELECT count(*) FROM u INDEXED BY k WHERE x NOT IN (1, 2) OR NOT x BETWEEN 0 AND 1;
--> 2
SELECT count(*) FROM u AS p JOIN u AS q INDEXED BY j ON (q.x IS NULL) = (p.x > 1);
--> 13
