-- CREATE TABLE: names, texts, AS SELECT, types, defaults and constraints. The options have a file of their own.

-- case names and texts
-- holds create-table: a schema name
-- holds create-table: names in quotes of four kinds
-- holds create-table: the text is kept from the name on
CREATE TABLE main . "a b" ( [c d] , `e f` , 'g' , "h""i" ) -- a comment
;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE "a b" ( [c d] , `e f` , ''g'' , "h""i" )'
INSERT INTO [a b] ("c d", 'e f', g, [h"i]) VALUES (1, 2, 3, 4);
SELECT `c d` + "e f", 'a b'.g, "a b"."h""i" FROM "A B";
--> 3, 3, 4
CREATE TABLE if not exists "a b"(z);
CREATE TABLE "A b"(z);
--> error: table "A b" already exists
CREATE TEMP TABLE "a b"(z);
CREATE TEMPORARY TABLE IF NOT EXISTS temp."a b"(z);
INSERT INTO "a b" VALUES (9);
SELECT (SELECT z FROM "a b"), (SELECT g FROM main."a b");
--> 9, 3
SELECT type, name, tbl_name, sql FROM sqlite_temp_schema;
--> 'table', 'a b', 'a b', 'CREATE TABLE "a b"(z)'
CREATE TABLE   n  /* one */ (  a  -- two
  , b INT NOT  NULL /* three */ ) /* four */ ;
SELECT sql FROM sqlite_schema WHERE name = 'n';
--> 'CREATE TABLE n  /* one */ (  a  -- two\n  , b INT NOT  NULL /* three */ )'
CREATE TEMP   TABLE if  not exists   m(a);
SELECT sql FROM sqlite_temp_schema WHERE name = 'm';
--> 'CREATE TABLE m(a)'

-- case letters beyond ASCII have one case each
-- holds create-table: a name of letters beyond ASCII, differences of case in ASCII only
CREATE TABLE Überblick(größe, GRÖSSE, GRÖßE, ж, Ж);
INSERT INTO ÜBERBLICK VALUES (1, 2, 3, 4, 5);
INSERT INTO ÜBERBLIck VALUES (1, 2, 3, 4, 5);
INSERT INTO überblick VALUES (1, 2, 3, 4, 5);
--> error: no such table: überblick
SELECT größe, GRÖSSE, GRÖßE, ж, Ж FROM Überblick;
--> 1, 2, 3, 4, 5
--> 1, 2, 3, 4, 5
SELECT GRöSSE FROM Überblick;
--> error: no such column: GRöSSE
CREATE TABLE ÜBERBLICK(a);
--> error: table ÜBERBLICK already exists
SELECT count(*) FROM sqlite_schema;
--> 1

-- case names that are taken or reserved
CREATE TABLE t(a UNIQUE);
CREATE VIEW v AS SELECT 1 AS n;
CREATE INDEX i ON t(a);
CREATE TABLE V(z);
--> error: view V already exists
CREATE TABLE IF NOT EXISTS v(z);
CREATE TABLE I(z);
--> error: there is already an index named I
CREATE TABLE IF NOT EXISTS i(z);
--> error: there is already an index named i
CREATE TABLE temp.i(z);
CREATE TABLE sqlite_x(z);
--> error: object name reserved for internal use: sqlite_x
CREATE TABLE SQLite_x(z);
--> error: object name reserved for internal use: SQLite_x
CREATE TABLE IF NOT EXISTS sqlite_autoindex_t_1(z);
--> error: object name reserved for internal use: sqlite_autoindex_t_1
CREATE TABLE sqlitex(z);
CREATE TABLE sqlite_schema(z);
--> error: object name reserved for internal use: sqlite_schema
CREATE TEMP TABLE main.z(z);
--> error: temporary table name must be unqualified
CREATE TABLE nosuch.z(z);
--> error: unknown database nosuch
CREATE TABLE IF NOT EXISTS nosuch.t(z);
--> error: unknown database nosuch
CREATE TABLE z();
--> error: near ")": syntax error
CREATE TABLE z(,);
--> error: near ",": syntax error
CREATE TABLE z(a,);
--> error: near ")": syntax error
CREATE TABLE z(a) z;
--> error: unknown table option: z
CREATE TABLE z(a) WITHOUT oid;
--> error: unknown table option: oid
CREATE TABLE z(a) STRICT STRICT;
--> error: near "STRICT": syntax error
CREATE TABLE z(a INT PRIMARY KEY) STRICT, STRICT, WITHOUT ROWID;
CREATE TABLE z2(a, UNIQUE(a), b);
--> error: near "b": syntax error
CREATE TABLE z2(UNIQUE(a));
--> error: near "UNIQUE": syntax error
CREATE TABLE z2(a, a);
--> error: duplicate column name: a
CREATE TABLE z2("a", [A]);
--> error: duplicate column name: A
SELECT name FROM sqlite_schema ORDER BY name;
--> 'i'
--> 'sqlite_autoindex_t_1'
--> 'sqlitex'
--> 't'
--> 'v'
--> 'z'

-- case AS SELECT: names and types of the columns
-- holds create-table: no constraint, default or collation comes along
-- holds create-table: the text that is kept
-- holds create-table: values take the affinity of their column
CREATE TABLE t(k INTEGER PRIMARY KEY, s VARCHAR(9) NOT NULL DEFAULT 'd' COLLATE NOCASE, r DOUBLE CHECK (r > 0), n DECIMAL(5, 2), b BLOB, x UNIQUE);
INSERT INTO t VALUES (3, 'Abc', 1.5, '2.50', 'b', 1), (1, 'abd', 2, 7, x'00', NULL);
CREATE TABLE a AS SELECT * FROM t ORDER BY k;
SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('a');
--> 'k', 'INT', 0, NULL, 0
--> 's', 'TEXT', 0, NULL, 0
--> 'r', 'REAL', 0, NULL, 0
--> 'n', 'NUM', 0, NULL, 0
--> 'b', '', 0, NULL, 0
--> 'x', '', 0, NULL, 0
SELECT rowid, *, typeof(r), typeof(n) FROM a;
--> 1, 1, 'abd', 2.0, 7, x'00', NULL, 'real', 'integer'
--> 2, 3, 'Abc', 1.5, 2.5, 'b', 1, 'real', 'real'
SELECT count(*) FROM a WHERE s = 'ABC';
--> 0
INSERT INTO a(r) VALUES (-1);
SELECT sql FROM sqlite_schema WHERE name = 'a';
--> 'CREATE TABLE a(\n  k INT,\n  s TEXT,\n  r REAL,\n  n NUM,\n  b,\n  x\n)'
CREATE TABLE b AS SELECT k, k, k AS k, t.k AS "K", k + 1, max(k, 1), 'it''s', "s", t.s || s AS [a b] FROM t;
SELECT name, type FROM pragma_table_info('b');
--> 'k', 'INT'
--> 'k:1', 'INT'
--> 'k:2', 'INT'
--> 'K:3', 'INT'
--> 'k + 1', ''
--> 'max(k, 1)', ''
--> '''it''''s''', ''
--> 's', 'TEXT'
--> 'a b', ''
SELECT sql FROM sqlite_schema WHERE name = 'b';
--> 'CREATE TABLE b(\n  k INT,\n  "k:1" INT,\n  "k:2" INT,\n  "K:3" INT,\n  "k + 1",\n  "max(k, 1)",\n  "''it''''s''",\n  s TEXT,\n  "a b"\n)'
CREATE TABLE c AS SELECT CAST(k AS TEXT) p, CAST(s AS INT) q, CAST(1 AS REAL) r, CAST(1 AS NUMERIC) z, (SELECT s FROM t) v, +s w, s COLLATE BINARY y FROM t;
SELECT name, type FROM pragma_table_info('c');
--> 'p', 'TEXT'
--> 'q', 'INT'
--> 'r', 'REAL'
--> 'z', 'NUM'
--> 'v', 'TEXT'
--> 'w', ''
--> 'y', 'TEXT'
SELECT p = 3, y = 'abc', v = 'ABC' FROM c WHERE rowid = 1;
--> 0, 0, 0
CREATE TABLE d AS SELECT k FROM t UNION SELECT s FROM t;
SELECT name, type FROM pragma_table_info('d');
--> 'k', ''
SELECT typeof(k), k FROM d;
--> 'integer', 1
--> 'integer', 3
--> 'text', 'Abc'
--> 'text', 'abd'
CREATE TABLE e AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i, i * i AS sq FROM n WHERE i % 2;
SELECT * FROM e;
--> 1, 1
--> 3, 9
--> 5, 25
CREATE TABLE f AS VALUES (1, 'a'), (2, 'b') ORDER BY 1 DESC;
--> error: near "ORDER": syntax error
CREATE TABLE f AS VALUES (1, 'a'), (2, 'b');
SELECT column2, column1 FROM f;
--> 'a', 1
--> 'b', 2
CREATE TABLE g AS SELECT 1 WHERE 0;
SELECT count(*), (SELECT sql FROM sqlite_schema WHERE name = 'g') FROM g;
--> 0, 'CREATE TABLE g("1")'
CREATE TEMP TABLE IF NOT EXISTS g AS SELECT 2 AS z;
SELECT z FROM g;
--> 2
CREATE TABLE h(a) AS SELECT 1;
--> error: near "AS": syntax error
CREATE TABLE h AS SELECT 1 WITHOUT ROWID;
--> error: near "ROWID": syntax error
CREATE TABLE h AS SELECT 1 STRICT;
CREATE TABLE hh AS SELECT abs(k * -9223372036854775807 - 1) FROM t WHERE k = 1;
--> error: integer overflow
SELECT count(*) FROM sqlite_schema WHERE name = 'hh';
--> 0
BEGIN;
CREATE TABLE hh AS SELECT k FROM t;
ROLLBACK;
CREATE TABLE hh AS SELECT count(*) AS n FROM sqlite_schema;
SELECT * FROM hh;
--> 11

-- case types give affinities
-- holds create-table: REAL: REAL, FLOA, DOUB
CREATE TABLE n(a, b BLOB, c XBLOBX, d NATIVE CHARACTER(70), e NVARCHAR(100), f CLOB, g TEXTUAL, h TINYINT, i INT8, j POINT, k FLOATING, l DOUBLE PRECISION, m REALM, n NUMERIC, o DECIMAL(10, -5), p BOOLEAN, q DATETIME, r STRING, s CHARINT, t BLOBREAL, u "INT", v [a TEXT]);
SELECT name, type FROM pragma_table_info('n') WHERE cid IN (3, 11, 14, 20, 21);
--> 'd', 'NATIVE CHARACTER(70)'
--> 'l', 'DOUBLE PRECISION'
--> 'o', 'DECIMAL(10, -5)'
--> 'u', 'INT'
--> 'v', 'a TEXT'
INSERT INTO n SELECT value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value, value FROM json_each('["12", 12, 1.5, "1.0", "x", "1e2"]');
SELECT typeof(a), typeof(b), typeof(c), typeof(d), typeof(e), typeof(f), typeof(g) FROM n;
--> 'text', 'text', 'text', 'text', 'text', 'text', 'text'
--> 'integer', 'integer', 'integer', 'text', 'text', 'text', 'text'
--> 'real', 'real', 'real', 'text', 'text', 'text', 'text'
--> 'text', 'text', 'text', 'text', 'text', 'text', 'text'
--> 'text', 'text', 'text', 'text', 'text', 'text', 'text'
--> 'text', 'text', 'text', 'text', 'text', 'text', 'text'
SELECT typeof(h), typeof(i), typeof(j), typeof(k), typeof(l), typeof(m), typeof(s), typeof(t) FROM n;
--> 'integer', 'integer', 'integer', 'real', 'real', 'real', 'integer', 'text'
--> 'integer', 'integer', 'integer', 'real', 'real', 'real', 'integer', 'integer'
--> 'real', 'real', 'real', 'real', 'real', 'real', 'real', 'real'
--> 'integer', 'integer', 'integer', 'real', 'real', 'real', 'integer', 'text'
--> 'text', 'text', 'text', 'text', 'text', 'text', 'text', 'text'
--> 'integer', 'integer', 'integer', 'real', 'real', 'real', 'integer', 'text'
SELECT n, o, p, q, r, typeof(n), typeof(u), typeof(v) FROM n;
--> 12, 12, 12, 12, 12, 'integer', 'integer', 'text'
--> 12, 12, 12, 12, 12, 'integer', 'integer', 'text'
--> 1.5, 1.5, 1.5, 1.5, 1.5, 'real', 'real', 'text'
--> 1, 1, 1, 1, 1, 'integer', 'integer', 'text'
--> 'x', 'x', 'x', 'x', 'x', 'text', 'text', 'text'
--> 100, 100, 100, 100, 100, 'integer', 'integer', 'text'
CREATE TABLE m(a VARCHAR(2), b TEXT(1, 2), c LONG LONG VARCHAR, d INTEGER(-1), e CHAR(+3.5));
INSERT INTO m VALUES ('much longer', 'x', 5, '6', 7);
SELECT *, typeof(c), typeof(d), typeof(e) FROM m;
--> 'much longer', 'x', '5', 6, '7', 'text', 'integer', 'text'
SELECT type FROM pragma_table_info('m');
--> 'VARCHAR(2)'
--> 'TEXT(1, 2)'
--> 'LONG LONG VARCHAR'
--> 'INTEGER(-1)'
--> 'CHAR(+3.5)'
CREATE TABLE l(a VARCHAR(1, 2, 3));
--> error: near ",": syntax error
CREATE TABLE l(a VARCHAR(x));
--> error: near "x": syntax error
CREATE TABLE l(a VARCHAR());
--> error: near ")": syntax error
CREATE TABLE l(a LONG(1) INT);
--> error: near "INT": syntax error

-- case defaults
-- holds create-table: an expression in parentheses, computed for each row
-- holds create-table: without DEFAULT it is NULL
CREATE TABLE n(z, a DEFAULT 1, b DEFAULT -2.5, c DEFAULT 'it''s', d DEFAULT x'00ff', e DEFAULT NULL, f DEFAULT TRUE, g DEFAULT + 7, h DEFAULT "quoted", i DEFAULT word, j INT DEFAULT '12', k TEXT DEFAULT 12, l REAL DEFAULT 3, m DEFAULT 0x10, n DEFAULT 1_000, o DEFAULT false NOT NULL);
INSERT INTO n(z) VALUES (0);
INSERT INTO n DEFAULT VALUES;
SELECT * FROM n;
--> 0, 1, -2.5, 'it''s', x'00ff', NULL, 1, 7, 'quoted', 'word', 12, '12', 3.0, 16, 1000, 0
--> NULL, 1, -2.5, 'it''s', x'00ff', NULL, 1, 7, 'quoted', 'word', 12, '12', 3.0, 16, 1000, 0
SELECT typeof(f), typeof(h), typeof(j), typeof(k), typeof(l) FROM n LIMIT 1;
--> 'integer', 'text', 'integer', 'text', 'real'
SELECT name, dflt_value FROM pragma_table_info('n');
--> 'z', NULL
--> 'a', '1'
--> 'b', '-2.5'
--> 'c', '''it''''s'''
--> 'd', 'x''00ff'''
--> 'e', 'NULL'
--> 'f', 'TRUE'
--> 'g', '+ 7'
--> 'h', '"quoted"'
--> 'i', 'word'
--> 'j', '''12'''
--> 'k', '12'
--> 'l', '3'
--> 'm', '0x10'
--> 'n', '1_000'
--> 'o', 'false'
CREATE TABLE m(z, a DEFAULT (1 + abs(-2)), b DEFAULT ( 'x' || 'y' ), c DEFAULT (CASE WHEN 1 THEN 'then' END), d DEFAULT (CAST('5' AS INT)), e DEFAULT (NULL), f DEFAULT (-(-3)), g TEXT DEFAULT (1.50));
INSERT INTO m(z) VALUES (0);
SELECT *, typeof(d), typeof(g) FROM m;
--> 0, 3, 'xy', 'then', 5, NULL, 3, '1.5', 'integer', 'text'
SELECT dflt_value FROM pragma_table_info('m');
--> NULL
--> '1 + abs(-2)'
--> '''x'' || ''y'''
--> 'CASE WHEN 1 THEN ''then'' END'
--> 'CAST(''5'' AS INT)'
--> 'NULL'
--> '-(-3)'
--> '1.50'
CREATE TABLE o(k INTEGER PRIMARY KEY, a DEFAULT (random()), b DEFAULT (hex(randomblob(4))));
INSERT INTO o(k) VALUES (1), (2), (3);
SELECT count(DISTINCT a), count(DISTINCT b), min(length(b)) FROM o;
--> 3, 3, 8
CREATE TABLE p(k, a TEXT DEFAULT CURRENT_TIMESTAMP, b DEFAULT current_date, c DEFAULT (CURRENT_TIME), d DEFAULT "CURRENT_DATE");
INSERT INTO p(k) VALUES (1);
SELECT a GLOB '????-??-?? ??:??:??', b = date('now'), c GLOB '??:??:??', d FROM p;
--> 1, 1, 1, 'CURRENT_DATE'
SELECT dflt_value FROM pragma_table_info('p');
--> NULL
--> 'CURRENT_TIMESTAMP'
--> 'current_date'
--> 'CURRENT_TIME'
--> '"CURRENT_DATE"'
CREATE TABLE q(a, b DEFAULT (a));
--> error: default value of column [b] is not constant
CREATE TABLE q(a, b DEFAULT ("a"));
--> error: default value of column [b] is not constant
CREATE TABLE q(a DEFAULT (SELECT 1));
--> error: near "SELECT": syntax error
CREATE TABLE q(a DEFAULT ((SELECT 1)));
--> error: default value of column [a] is not constant
CREATE TABLE q(a DEFAULT (?));
--> error: default value of column [a] is not constant
CREATE TABLE q(a DEFAULT ?);
--> error: near "?": syntax error
CREATE TABLE q(a DEFAULT (:x + 1));
--> error: default value of column [a] is not constant
CREATE TABLE q(a DEFAULT 1 + 1);
--> error: near "+": syntax error
CREATE TABLE q(a DEFAULT (count(*)));
CREATE TABLE r(a DEFAULT (nosuch(1)));
CREATE TABLE s(a DEFAULT 1 DEFAULT 2);
INSERT INTO s DEFAULT VALUES;
SELECT * FROM s;
--> 2
DROP TABLE n;

-- case NOT NULL and what is done about NULL
CREATE TABLE n(k INTEGER PRIMARY KEY, a NOT NULL, b NULL, c NOT NULL ON CONFLICT REPLACE DEFAULT 7, d NOT NULL ON CONFLICT IGNORE DEFAULT 8);
SELECT name, "notnull" FROM pragma_table_info('n');
--> 'k', 0
--> 'a', 1
--> 'b', 0
--> 'c', 1
--> 'd', 1
INSERT INTO n VALUES (NULL, 1, NULL, NULL, 1);
INSERT INTO n VALUES (5, 2, 2, 2, NULL);
INSERT INTO n VALUES (6, NULL, 3, 3, 3);
--> error: NOT NULL constraint failed: n.a
INSERT OR IGNORE INTO n VALUES (7, NULL, 4, 4, 4), (8, 4, 4, NULL, 4);
INSERT OR REPLACE INTO n VALUES (9, 5, 5, 5, NULL);
INSERT OR REPLACE INTO n VALUES (10, NULL, 5, 5, 5);
--> error: NOT NULL constraint failed: n.a
UPDATE n SET c = NULL, b = 'u' WHERE k = 1;
UPDATE n SET d = NULL, b = 'never' WHERE k = 8;
UPDATE n SET a = NULL;
--> error: NOT NULL constraint failed: n.a
UPDATE OR IGNORE n SET a = CASE k WHEN 1 THEN 'one' END;
INSERT INTO n(k) VALUES (11);
--> error: NOT NULL constraint failed: n.a
INSERT INTO n(k, a) SELECT 20, 1 UNION ALL SELECT 21, NULL;
--> error: NOT NULL constraint failed: n.a
SELECT * FROM n;
--> 1, 'one', 'u', 7, 1
--> 9, 5, 5, 5, 8
CREATE TABLE m(a NOT NULL ON CONFLICT REPLACE, b NOT NULL ON CONFLICT REPLACE DEFAULT NULL);
INSERT INTO m VALUES (NULL, 1);
--> error: NOT NULL constraint failed: m.a
INSERT INTO m VALUES (1, NULL);
--> error: NOT NULL constraint failed: m.b
CREATE TABLE l(a NOT NULL ON CONFLICT FAIL, b);
INSERT INTO l VALUES (1, 1), (NULL, 2), (3, 3);
--> error: NOT NULL constraint failed: l.a
SELECT * FROM l;
--> 1, 1
CREATE TABLE o(a NOT NULL ON CONFLICT ROLLBACK);
BEGIN;
INSERT INTO o VALUES (1);
INSERT INTO o VALUES (NULL);
--> error: NOT NULL constraint failed: o.a
COMMIT;
--> error: cannot commit - no transaction is active
SELECT count(*) FROM o;
--> 0

-- case which keys are the rowid
CREATE TABLE a(k INTEGER PRIMARY KEY, z);
CREATE TABLE b(k INTEGER PRIMARY KEY ASC, z);
CREATE TABLE c(k INTEGER PRIMARY KEY DESC, z);
CREATE TABLE d(k INT PRIMARY KEY, z);
CREATE TABLE e(z, k integer, PRIMARY KEY (k DESC));
CREATE TABLE f(z, k "INTEGER", PRIMARY KEY (k));
CREATE TABLE g(k INTEGER, z, PRIMARY KEY (k, z));
CREATE TABLE h(k BIGINT PRIMARY KEY, z);
CREATE TABLE i(k INTEGER(4) PRIMARY KEY, z);
CREATE TABLE j(k INTEGER PRIMARY KEY ON CONFLICT REPLACE CHECK (k < 100), z);
SELECT m.name, count(l.name) FROM sqlite_schema AS m LEFT JOIN pragma_index_list(m.name) AS l WHERE m.type = 'table' GROUP BY 1;
--> 'a', 0
--> 'b', 0
--> 'c', 1
--> 'd', 1
--> 'e', 0
--> 'f', 0
--> 'g', 1
--> 'h', 1
--> 'i', 1
--> 'j', 0
INSERT INTO a(z) VALUES ('x');
INSERT INTO b(z) VALUES ('x');
INSERT INTO c(z) VALUES ('x');
INSERT INTO d(z) VALUES ('x');
INSERT INTO e(z) VALUES ('x');
INSERT INTO f(z) VALUES ('x');
INSERT INTO g(z) VALUES ('x');
INSERT INTO h(z) VALUES ('x');
INSERT INTO i(z) VALUES ('x');
INSERT INTO j VALUES (1, 'x'), (1, 'y'), ('1', 'z'), (1.0, 'w');
SELECT a.k, b.k, c.k, d.k, e.k, f.k, g.k, h.k, i.k FROM a, b, c, d, e, f, g, h, i;
--> 1, 1, NULL, NULL, 1, 1, NULL, NULL, NULL
SELECT * FROM j;
--> 1, 'w'
INSERT INTO j VALUES (100, 'x');
--> error: CHECK constraint failed: k < 100
INSERT INTO a VALUES ('x', 1);
--> error: datatype mismatch
INSERT INTO a VALUES (2.5, 1);
--> error: datatype mismatch
INSERT INTO a VALUES (x'31', 1);
--> error: datatype mismatch
INSERT INTO a VALUES ('3', 1), (4.0, 1), ('0x5', 1);
--> error: datatype mismatch
UPDATE a SET k = 'y';
--> error: datatype mismatch
UPDATE a SET k = '9' WHERE k = 1;
SELECT k, typeof(k) FROM a;
--> 9, 'integer'

-- case PRIMARY KEY and UNIQUE: indexes, conflicts, what is refused
CREATE TABLE n(a, b COLLATE NOCASE, c, PRIMARY KEY (b DESC, a COLLATE RTRIM) ON CONFLICT REPLACE, UNIQUE (c, c), UNIQUE (c) ON CONFLICT IGNORE);
SELECT name, "unique", origin, partial FROM pragma_index_list('n');
--> 'sqlite_autoindex_n_3', 1, 'u', 0
--> 'sqlite_autoindex_n_2', 1, 'u', 0
--> 'sqlite_autoindex_n_1', 1, 'pk', 0
SELECT seqno, name, desc, coll, key FROM pragma_index_xinfo('sqlite_autoindex_n_1');
--> 0, 'b', 1, 'NOCASE', 1
--> 1, 'a', 0, 'RTRIM', 1
--> 2, NULL, 0, 'BINARY', 0
INSERT INTO n VALUES ('x ', 'k', 1), ('x', 'K', 2), ('y', 'k', 2), (NULL, 'k', NULL), (NULL, 'k', NULL);
SELECT * FROM n ORDER BY rowid;
--> 'x', 'K', 2
--> NULL, 'k', NULL
--> NULL, 'k', NULL
CREATE TABLE m(a PRIMARY KEY, b UNIQUE, c, UNIQUE (c, b), UNIQUE (b), UNIQUE (b, c), UNIQUE (b COLLATE NOCASE));
SELECT name, sql, rootpage > 0 FROM sqlite_schema WHERE tbl_name = 'm' AND type = 'index';
--> 'sqlite_autoindex_m_1', NULL, 1
--> 'sqlite_autoindex_m_2', NULL, 1
--> 'sqlite_autoindex_m_3', NULL, 1
--> 'sqlite_autoindex_m_4', NULL, 1
--> 'sqlite_autoindex_m_5', NULL, 1
INSERT INTO m VALUES (1, 'b', 1);
INSERT INTO m VALUES (2, 'B', 2);
--> error: UNIQUE constraint failed: m.b
INSERT INTO m VALUES (1, 'c', 2);
--> error: UNIQUE constraint failed: m.a
INSERT INTO m VALUES (2, 'b', 2);
--> error: UNIQUE constraint failed: m.b
CREATE TABLE x(a PRIMARY KEY, b PRIMARY KEY);
--> error: table "x" has more than one primary key
CREATE TABLE x(a PRIMARY KEY, PRIMARY KEY (a));
--> error: table "x" has more than one primary key
CREATE TABLE x(a, PRIMARY KEY (a), PRIMARY KEY (a));
--> error: table "x" has more than one primary key
CREATE TABLE x(a, b, UNIQUE (a, nosuch));
--> error: no such column: nosuch
CREATE TABLE x(a, PRIMARY KEY (nosuch));
--> error: no such column: nosuch
CREATE TABLE x(a, PRIMARY KEY (rowid));
--> error: no such column: rowid
CREATE TABLE x(a, PRIMARY KEY (a + 1));
--> error: expressions prohibited in PRIMARY KEY and UNIQUE constraints
CREATE TABLE x(a, UNIQUE (lower(a), a));
--> error: expressions prohibited in PRIMARY KEY and UNIQUE constraints
CREATE TABLE x(a, UNIQUE (a COLLATE nosuch));
--> error: no such collation sequence: nosuch
CREATE TABLE x(a, UNIQUE ());
--> error: near ")": syntax error
CREATE TABLE x(a UNIQUE ON CONFLICT IGNORE, UNIQUE (a) ON CONFLICT ABORT);
--> error: conflicting ON CONFLICT clauses specified
CREATE TABLE x(a UNIQUE ON CONFLICT IGNORE, UNIQUE (a) ON CONFLICT IGNORE, UNIQUE (a));
CREATE TABLE x2(a UNIQUE ON CONFLICT WHATEVER);
--> error: near "WHATEVER": syntax error
CREATE TABLE x2(a, UNIQUE (a NULLS LAST));
--> error: unsupported use of NULLS LAST
SELECT name FROM sqlite_schema WHERE name LIKE 'x%';
--> 'x'

-- case conflicts of constraints and of statements
CREATE TABLE ig(a UNIQUE ON CONFLICT IGNORE, b);
CREATE TABLE re(a UNIQUE ON CONFLICT REPLACE, b);
CREATE TABLE fa(a UNIQUE ON CONFLICT FAIL, b);
CREATE TABLE ab(a UNIQUE ON CONFLICT ABORT, b);
CREATE TABLE ro(a UNIQUE ON CONFLICT ROLLBACK, b);
INSERT INTO ig VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO re VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO fa VALUES (1, 1), (1, 2), (2, 3);
--> error: UNIQUE constraint failed: fa.a
INSERT INTO ab VALUES (1, 1), (1, 2), (2, 3);
--> error: UNIQUE constraint failed: ab.a
BEGIN;
INSERT INTO ab VALUES (7, 7);
INSERT INTO ro VALUES (1, 1), (1, 2), (2, 3);
--> error: UNIQUE constraint failed: ro.a
COMMIT;
--> error: cannot commit - no transaction is active
SELECT 'ig', * FROM ig UNION ALL SELECT 're', * FROM re UNION ALL SELECT 'fa', * FROM fa UNION ALL SELECT 'ab', * FROM ab UNION ALL SELECT 'ro', * FROM ro;
--> 'ig', 1, 1
--> 'ig', 2, 3
--> 're', 1, 2
--> 're', 2, 3
--> 'fa', 1, 1
INSERT OR REPLACE INTO ig VALUES (1, 'or');
INSERT OR IGNORE INTO re VALUES (1, 'or');
INSERT OR ABORT INTO re VALUES (2, 'or');
--> error: UNIQUE constraint failed: re.a
UPDATE re SET a = 1;
UPDATE ig SET a = 1, b = b || '!';
SELECT 'ig', * FROM ig UNION ALL SELECT 're', * FROM re;
--> 'ig', 2, 3
--> 'ig', 1, 'or!'
--> 're', 1, 3

-- case CHECK
CREATE TABLE n(a CHECK (a > 0), b CONSTRAINT "b is short" CHECK (length(b) < 4) CHECK (b <> a), c, CONSTRAINT ordered CHECK (c IS NULL OR c >= a), CHECK ( rowid  <  5 ) , CHECK (typeof(c) IN ('null', 'integer')));
INSERT INTO n VALUES (1, 'x', NULL), (NULL, NULL, NULL);
INSERT INTO n VALUES (0, 'x', NULL);
--> error: CHECK constraint failed: a > 0
INSERT INTO n VALUES (2, 'long', 5);
--> error: CHECK constraint failed: b is short
INSERT INTO n VALUES (2, 'x', 1);
--> error: CHECK constraint failed: ordered
INSERT INTO n VALUES (2, 'x', 'text');
--> error: CHECK constraint failed: typeof(c) IN ('null', 'integer')
INSERT INTO n(rowid, a) VALUES (9, 1);
--> error: CHECK constraint failed: rowid  <  5
INSERT OR IGNORE INTO n VALUES (-1, 1, 1), (3, 1, 4), (4, 'too long', 4);
INSERT OR REPLACE INTO n VALUES (-1, 1, 1);
--> error: CHECK constraint failed: a > 0
UPDATE n SET a = a - 1;
--> error: CHECK constraint failed: a > 0
UPDATE OR IGNORE n SET a = a - 1;
UPDATE n SET rowid = rowid + 10;
--> error: CHECK constraint failed: rowid  <  5
INSERT INTO n(rowid, a) VALUES (1, 1) ON CONFLICT DO NOTHING;
SELECT rowid, * FROM n;
--> 1, 1, 'x', NULL
--> 2, NULL, NULL, NULL
--> 3, 2, 1, 4
PRAGMA ignore_check_constraints = ON;
INSERT INTO n VALUES (-5, 'much too long', -9);
PRAGMA ignore_check_constraints = OFF;
UPDATE n SET c = c WHERE a = -5;
--> error: CHECK constraint failed: ordered
DELETE FROM n WHERE a = -5;
CREATE TABLE m(a CHECK (a IN (SELECT 1)));
--> error: subqueries prohibited in CHECK constraints
CREATE TABLE m(a CHECK (count(a)));
--> error: misuse of aggregate function count()
CREATE TABLE m(a CHECK (row_number() OVER () > 0));
--> error: misuse of window function row_number()
CREATE TABLE m(a CHECK (a > ?1));
--> error: parameters prohibited in CHECK constraints
CREATE TABLE m(a CHECK (nosuch > 1));
--> error: no such column: nosuch
CREATE TABLE m(a CHECK (other.a > 1));
--> error: no such column: other.a
CREATE TABLE m(a CHECK (nosuch(a)));
--> error: no such function: nosuch
CREATE TABLE m(a CHECK a > 1);
--> error: near "a": syntax error
CREATE TABLE m(a CHECK ());
--> error: near ")": syntax error
CREATE TABLE m(a CHECK (m.a > 1), b CHECK ("b" <> 'z'), CHECK ("nocolumn" = 'nocolumn'));
INSERT INTO m VALUES (2, 'y');
INSERT INTO m VALUES (2, 'z');
--> error: CHECK constraint failed: b
INSERT INTO m VALUES (1, 'y');
--> error: CHECK constraint failed: m.a > 1
CREATE TABLE o(a CHECK (a > 0) ON CONFLICT IGNORE);
--> error: near "ON": syntax error
CREATE TABLE o(a, CHECK (a > 0) ON CONFLICT IGNORE);
INSERT INTO o VALUES (-1);
--> error: CHECK constraint failed: a > 0
CREATE TABLE p(a CHECK ('x'), b CHECK (0.0 OR b), c CHECK (NULL));
INSERT INTO p VALUES (1, 1, 1);
--> error: CHECK constraint failed: x

-- case names of constraints, and where a comma may be missing
-- holds create-table: constraints of the table without a comma, a name without constraint
CREATE TABLE n(a CONSTRAINT p PRIMARY KEY CONSTRAINT q NOT NULL CONSTRAINT r DEFAULT 1 CONSTRAINT s COLLATE NOCASE CONSTRAINT t UNIQUE CONSTRAINT u CHECK (a <> 'no') CONSTRAINT w REFERENCES n, CONSTRAINT x UNIQUE (a) CONSTRAINT y CHECK (a <> 'never') CONSTRAINT z);
INSERT INTO n VALUES ('x');
INSERT INTO n VALUES ('X');
--> error: UNIQUE constraint failed: n.a
INSERT INTO n VALUES ('no');
--> error: CHECK constraint failed: u
INSERT INTO n VALUES ('never');
--> error: CHECK constraint failed: y
INSERT INTO n VALUES (NULL);
--> error: NOT NULL constraint failed: n.a
CREATE TABLE m(a, b CONSTRAINT one CONSTRAINT two, CHECK (a > 0) UNIQUE (a) CONSTRAINT q FOREIGN KEY (b) REFERENCES n(a) CONSTRAINT r);
INSERT INTO m VALUES (1, 1);
INSERT INTO m VALUES (1, 2);
--> error: UNIQUE constraint failed: m.a
SELECT "from", "table" FROM pragma_foreign_key_list('m');
--> 'b', 'n'

-- case COLLATE of columns
CREATE TABLE n(a TEXT COLLATE NOCASE UNIQUE, b COLLATE RTRIM, c COLLATE BINARY COLLATE nocase);
INSERT INTO n VALUES ('b', 'x ', 'Q'), ('A', 'x', 'q'), ('C', 'y', 'r');
INSERT INTO n VALUES ('B', 'z', 'z');
--> error: UNIQUE constraint failed: n.a
SELECT a FROM n ORDER BY a;
--> 'A'
--> 'b'
--> 'C'
SELECT a FROM n ORDER BY a COLLATE BINARY;
--> 'A'
--> 'C'
--> 'b'
SELECT b = 'x   ', 'x   ' = b, c = 'q', a < 'c', a IN ('a', 'c'), max(a, 'B') FROM n;
--> 1, 1, 1, 1, 0, 'b'
--> 1, 1, 1, 1, 1, 'B'
--> 0, 0, 0, 0, 1, 'C'
SELECT count(DISTINCT b), count(DISTINCT c), min(a), max(a) FROM n;
--> 2, 2, 'A', 'C'
SELECT group_concat(a, '') FROM n GROUP BY c ORDER BY c;
--> 'bA'
--> 'C'
CREATE TABLE m(a COLLATE nosuch);
--> error: no such collation sequence: nosuch
CREATE TABLE m(a TEXT COLLATE 'nocase', b COLLATE "RTRIM");
INSERT INTO m VALUES ('x', 'y ');
SELECT count(*) FROM m WHERE a = 'X' AND b = 'y';
--> 1

-- case AS SELECT: the text that is kept
CREATE TABLE t(a INTEGER, b VARCHAR(10), c REAL, d NUMERIC, e BLOB, f, g BOOLEAN, h DATE);
INSERT INTO t VALUES(1,'b',2.5,'3','e','f',1,'2020-01-01');
CREATE TABLE u AS SELECT a, b, c, d, e, f, g, h, a+c AS ac, b||'x' AS bx, -d AS nd, CAST(e AS VARCHAR) AS ce, (a) AS pa, a COLLATE NOCASE AS ca, max(a, 2) AS m, NULL AS n, 1.5 AS lit, 'txt' AS txt, x'00' AS bl, a IN (1) AS ain, CASE WHEN a THEN b END AS cs, coalesce(a, b) AS co FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'u';
--> 'CREATE TABLE u(\n  a INT,\n  b TEXT,\n  c REAL,\n  d NUM,\n  e,\n  f,\n  g NUM,\n  h NUM,\n  ac,\n  bx,\n  nd,\n  ce TEXT,\n  pa INT,\n  ca INT,\n  m,\n  n,\n  lit,\n  txt,\n  bl,\n  ain,\n  cs,\n  co\n)'
SELECT name, type FROM pragma_table_info('u');
--> 'a', 'INT'
--> 'b', 'TEXT'
--> 'c', 'REAL'
--> 'd', 'NUM'
--> 'e', ''
--> 'f', ''
--> 'g', 'NUM'
--> 'h', 'NUM'
--> 'ac', ''
--> 'bx', ''
--> 'nd', ''
--> 'ce', 'TEXT'
--> 'pa', 'INT'
--> 'ca', 'INT'
--> 'm', ''
--> 'n', ''
--> 'lit', ''
--> 'txt', ''
--> 'bl', ''
--> 'ain', ''
--> 'cs', ''
--> 'co', ''
CREATE TABLE v AS SELECT a, b FROM t UNION ALL SELECT c, d FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'v';
--> 'CREATE TABLE v(a INT,b)'
CREATE TABLE w AS SELECT * FROM t JOIN t AS t2 USING(a);
SELECT sql FROM sqlite_schema WHERE name = 'w';
--> 'CREATE TABLE w(\n  a INT,\n  b TEXT,\n  c REAL,\n  d NUM,\n  e,\n  f,\n  g NUM,\n  h NUM,\n  "b:1" TEXT,\n  "c:1" REAL,\n  "d:1" NUM,\n  "e:1",\n  "f:1",\n  "g:1" NUM,\n  "h:1" NUM\n)'
CREATE TABLE "x y" AS SELECT a AS "select", b AS "a b", c AS 'q''r', d AS "q""r", 1 AS "1x", 2 AS _z, 3 AS ü FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'x y';
--> 'CREATE TABLE "x y"(\n  "select" INT,\n  "a b" TEXT,\n  "q''r" REAL,\n  "q""r" NUM,\n  "1x",\n  _z,\n  "ü"\n)'
CREATE TABLE z AS SELECT count(*), sum(a), avg(c), group_concat(b), total(a), min(b), max(a) FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'z';
--> 'CREATE TABLE z(\n  "count(*)",\n  "sum(a)",\n  "avg(c)",\n  "group_concat(b)",\n  "total(a)",\n  "min(b)",\n  "max(a)"\n)'
CREATE TABLE y AS SELECT rowid, oid, t._rowid_ FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'y';
--> 'CREATE TABLE y(rowid INT,"rowid:1" INT,"rowid:2" INT)'
CREATE TABLE x AS SELECT a a1, a2.* FROM t, (SELECT b, c AS cc FROM t) a2;
SELECT sql FROM sqlite_schema WHERE name = 'x';
--> 'CREATE TABLE x(a1 INT,b TEXT,cc REAL)'
CREATE VIEW vv AS SELECT a + 1, b AS b FROM t;
CREATE TABLE cv AS SELECT * FROM vv;
SELECT sql FROM sqlite_schema WHERE name = 'cv';
--> 'CREATE TABLE cv("a + 1",b TEXT)'
CREATE TABLE lng AS SELECT a AS a_long_name_for_column_one, b AS another_long_name_for_two, c AS yet_another_long_column_name FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'lng';
--> 'CREATE TABLE lng(\n  a_long_name_for_column_one INT,\n  another_long_name_for_two TEXT,\n  yet_another_long_column_name REAL\n)'
