-- CREATE INDEX: names, texts, orders and collations, UNIQUE, partial and expression indexes; DROP INDEX and REINDEX.

-- case definitions, names and texts
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT COLLATE NOCASE, c, "d e");
INSERT INTO t VALUES (1, 'b', 1, 'x'), (2, 'A', 2, 'y'), (3, 'a', NULL, 'z');
create  index if  not exists  "i j" on t ( b , [d e]  desc ) ;
CREATE UNIQUE INDEX main . u ON "t"(`c` ASC, c, 'b' COLLATE BINARY) -- comment
;
SELECT name, sql FROM sqlite_schema WHERE type = 'index';
--> 'i j', 'CREATE INDEX "i j" on t ( b , [d e]  desc ) '
--> 'u', 'CREATE UNIQUE INDEX u ON "t"(`c` ASC, c, ''b'' COLLATE BINARY) -- comment\n'
SELECT seqno, cid, name, desc, coll, key FROM pragma_index_xinfo('i j');
--> 0, 1, 'b', 0, 'NOCASE', 1
--> 1, 3, 'd e', 1, 'BINARY', 1
--> 2, -1, NULL, 0, 'BINARY', 0
SELECT seqno, cid, name, desc, coll, key FROM pragma_index_xinfo('u');
--> 0, 2, 'c', 0, 'BINARY', 1
--> 1, 2, 'c', 0, 'BINARY', 1
--> 2, 1, 'b', 0, 'BINARY', 1
--> 3, -1, NULL, 0, 'BINARY', 0
SELECT name, "unique", origin, partial FROM pragma_index_list('t');
--> 'u', 1, 'c', 0
--> 'i j', 0, 'c', 0
CREATE INDEX IF NOT EXISTS u ON nosuch(z);
--> error: no such table: main.nosuch
CREATE INDEX IF NOT EXISTS u ON t(nosuch);
CREATE INDEX u ON t(a);
--> error: index u already exists
CREATE INDEX U ON t(a);
--> error: index U already exists
CREATE INDEX t ON t(a);
--> error: there is already a table named t
CREATE INDEX IF NOT EXISTS t ON t(a);
--> error: there is already a table named t
CREATE VIEW v AS SELECT 1 AS n;
CREATE INDEX v ON t(a);
--> error: there is already a table named v
CREATE INDEX x ON v(n);
--> error: views may not be indexed
CREATE INDEX x ON nosuch(n);
--> error: no such table: main.nosuch
CREATE INDEX x ON t(nosuch);
--> error: no such column: nosuch
CREATE INDEX x ON t(rowid);
--> error: no such column: rowid
CREATE INDEX x ON t(a, oid + 1);
--> error: no such column: oid
CREATE INDEX x ON t();
--> error: near ")": syntax error
CREATE INDEX x ON t(b COLLATE nosuch);
--> error: no such collation sequence: nosuch
CREATE INDEX x ON t(b NULLS FIRST);
--> error: unsupported use of NULLS FIRST
CREATE INDEX x ON t(b DESC NULLS LAST);
--> error: unsupported use of NULLS LAST
CREATE INDEX x ON sqlite_schema(name);
--> error: table sqlite_master may not be indexed
CREATE INDEX sqlite_x ON t(b);
--> error: object name reserved for internal use: sqlite_x
CREATE INDEX nosuch.x ON t(b);
--> error: unknown database nosuch
CREATE INDEX x ON main.t(b);
--> error: near ".": syntax error
CREATE TEMP INDEX x ON t(b);
--> error: near "INDEX": syntax error
CREATE TEMP TABLE n(a);
CREATE INDEX main.x ON n(a);
--> error: no such table: main.n
CREATE INDEX temp.x ON t(b);
--> error: cannot create a TEMP index on non-TEMP table "t"
CREATE INDEX n1 ON n(a);
CREATE INDEX temp.n2 ON n(a);
SELECT name FROM sqlite_temp_schema WHERE type = 'index';
--> 'n1'
--> 'n2'
CREATE INDEX k ON t(a, b);
SELECT seqno, cid, name, key FROM pragma_index_xinfo('k');
--> 0, 0, 'a', 1
--> 1, 1, 'b', 1
--> 2, -1, NULL, 0
SELECT a FROM t INDEXED BY k WHERE a > 1;
--> 2
--> 3
SELECT name FROM sqlite_schema WHERE type = 'index';
--> 'i j'
--> 'u'
--> 'k'

-- case orders and collations of an index decide what it can do
-- holds create-index: ASC and DESC
-- holds create-index: COLLATE, otherwise the column's
CREATE TABLE t(a, b COLLATE NOCASE, c);
INSERT INTO t VALUES (1, 'x', 'p'), (1, 'Y', 'P'), (2, 'y', 'q '), (2, NULL, 'q'), (NULL, 'X', NULL);
CREATE INDEX i ON t(a DESC, b);
CREATE INDEX j ON t(b COLLATE BINARY, c COLLATE RTRIM DESC);
SELECT a, b FROM t INDEXED BY i;
--> 2, NULL
--> 2, 'y'
--> 1, 'x'
--> 1, 'Y'
--> NULL, 'X'
SELECT a, b FROM t INDEXED BY i ORDER BY a, b DESC;
--> NULL, 'X'
--> 1, 'Y'
--> 1, 'x'
--> 2, 'y'
--> 2, NULL
EXPLAIN QUERY PLAN SELECT a, b FROM t ORDER BY a DESC, b;
--> 'SCAN t USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT a, b FROM t ORDER BY a, b DESC;
--> 'SCAN t USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b = 'x';
--> 'SCAN t USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b = 'x' COLLATE BINARY;
--> 'SEARCH t USING INDEX j (b=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE a = 1 AND b > 'x';
--> 'SEARCH t USING COVERING INDEX i (a=? AND b>?)'
SELECT b, c FROM t INDEXED BY j ORDER BY b COLLATE BINARY, c COLLATE RTRIM DESC;
--> NULL, 'q'
--> 'X', NULL
--> 'Y', 'P'
--> 'x', 'p'
--> 'y', 'q '
SELECT a FROM t INDEXED BY j WHERE b = 'Y' COLLATE BINARY AND c = 'P   ' COLLATE RTRIM;
--> 1
SELECT a FROM t WHERE b = 'y' ORDER BY a;
--> 1
--> 2

-- case UNIQUE
CREATE TABLE t(a, b TEXT, c REAL);
CREATE UNIQUE INDEX i ON t(a, b COLLATE NOCASE);
CREATE UNIQUE INDEX j ON t(c DESC);
INSERT INTO t VALUES (1, 'x', 1), (1, NULL, 2), (1, NULL, NULL), (NULL, 'x', NULL), (NULL, 'x', 3);
INSERT INTO t VALUES (1.0, 'X', 9);
--> error: UNIQUE constraint failed: t.a, t.b
INSERT INTO t VALUES (5, 5, '3');
--> error: UNIQUE constraint failed: t.c
INSERT INTO t VALUES (6, 6, 6), (6, '6', 7);
--> error: UNIQUE constraint failed: t.a, t.b
INSERT OR IGNORE INTO t VALUES (1, 'X', 8), (7, 7, 3), (7, 7, 7);
INSERT OR REPLACE INTO t VALUES (1, 'X', 7);
UPDATE t SET c = 1 WHERE a = 1 AND b = 'X';
UPDATE t SET c = 3 WHERE b IS NULL;
--> error: UNIQUE constraint failed: t.c
UPDATE OR REPLACE t SET b = 'same' WHERE a = 1;
SELECT * FROM t;
--> NULL, 'x', NULL
--> NULL, 'x', 3.0
--> 1, 'same', 1.0
INSERT INTO t VALUES (5, 'm', 50), (5, 'n', 51);
CREATE UNIQUE INDEX k ON t(a);
--> error: UNIQUE constraint failed: t.a
CREATE UNIQUE INDEX IF NOT EXISTS k ON t(a, typeof(b));
--> error: UNIQUE constraint failed: index 'k'
DELETE FROM t WHERE b = 'n';
CREATE UNIQUE INDEX k ON t(a);
CREATE UNIQUE INDEX k ON t(b);
--> error: index k already exists
CREATE UNIQUE INDEX l ON t(a, 1);
INSERT INTO t VALUES (1, 'other', 100);
--> error: UNIQUE constraint failed: index 'l'
SELECT name FROM sqlite_schema WHERE type = 'index';
--> 'i'
--> 'j'
--> 'k'
--> 'l'

-- case partial: which rows are in it
-- holds create-index: OR, IN, LIKE, functions
CREATE TABLE t(k INTEGER PRIMARY KEY, a, b, c);
INSERT INTO t VALUES (1, 1, 'p', 5), (2, 1, 'q', NULL), (3, 2, NULL, 7), (4, NULL, 'p', 8), (5, 3, 'zebra', 9);
CREATE UNIQUE INDEX i ON t(a) WHERE b >= 'q';
CREATE INDEX j ON t(c) WHERE a IN (1, 2) OR b LIKE 'z%' OR length(b) IS NULL;
CREATE INDEX l ON t(b, c) WHERE c IS NOT NULL AND k <> 3;
SELECT name, partial FROM pragma_index_list('t');
--> 'l', 1
--> 'j', 1
--> 'i', 1
SELECT k FROM t INDEXED BY j WHERE a IN (1, 2) OR b LIKE 'z%' OR length(b) IS NULL;
--> 2
--> 1
--> 3
--> 5
SELECT k FROM t INDEXED BY i WHERE b >= 'q';
--> 2
--> 5
INSERT INTO t VALUES (6, 1, 'a', 1), (7, 1, NULL, 1);
INSERT INTO t VALUES (8, 1, 'r', 1);
--> error: UNIQUE constraint failed: t.a
INSERT OR IGNORE INTO t VALUES (8, 1, 'r', 1), (9, 9, 'r', 1);
UPDATE t SET b = 'z' WHERE k = 6;
--> error: UNIQUE constraint failed: t.a
UPDATE t SET b = 'z' WHERE k = 4;
UPDATE t SET a = 9, b = 'a' WHERE k = 1;
UPDATE t SET a = 20 WHERE k = 9;
DELETE FROM t WHERE k = 2;
UPDATE t SET b = 'z' WHERE k = 6;
SELECT a, k FROM t INDEXED BY i WHERE b >= 'q';
--> NULL, 4
--> 1, 6
--> 3, 5
--> 20, 9
SELECT k FROM t INDEXED BY l WHERE c IS NOT NULL AND k <> 3 ORDER BY b, c;
--> 7
--> 1
--> 9
--> 6
--> 4
--> 5
PRAGMA integrity_check;
--> 'ok'

-- case partial: which queries use it
CREATE TABLE t(a, b, c);
CREATE INDEX i ON t(a) WHERE b = 5;
CREATE INDEX j ON t(c) WHERE c IS NOT NULL;
CREATE INDEX k ON t(b) WHERE a > 10;
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 5;
--> 'SEARCH t USING INDEX i (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE 5 = b AND a = 1;
--> 'SEARCH t USING INDEX i (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1 AND b = 6;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c = 1;
--> 'SEARCH t USING INDEX j (c=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c BETWEEN 1 AND 2;
--> 'SEARCH t USING INDEX j (c>? AND c<?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE c IS NULL;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 1 AND a > 10;
--> 'SEARCH t USING INDEX k (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t WHERE b = 1 AND a > 11;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT count(*) FROM t WHERE b = 5;
--> 'SCAN t USING INDEX i'
EXPLAIN QUERY PLAN SELECT * FROM t LEFT JOIN t AS u ON u.a = t.a AND u.b = 5;
--> 'SCAN t'
--> 'SEARCH u USING INDEX i (a=?) LEFT-JOIN'
SELECT * FROM t INDEXED BY i WHERE a = 1;
--> error: no query solution
SELECT * FROM t INDEXED BY i WHERE a = 1 OR b = 5;
--> error: no query solution
CREATE INDEX x ON t(a) WHERE b IN (SELECT 1);
--> error: subqueries prohibited in partial index WHERE clauses
CREATE INDEX x ON t(a) WHERE b = ?1;
--> error: parameters prohibited in partial index WHERE clauses
CREATE INDEX x ON t(a) WHERE b = random();
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE INDEX x ON t(a) WHERE count(b);
--> error: misuse of aggregate function count()
CREATE INDEX x ON t(a) WHERE sum(b) OVER ();
--> error: misuse of window function sum()
CREATE INDEX x ON t(a) WHERE z.b;
--> error: no such column: z.b
CREATE INDEX x ON t(a) WHERE nosuch;
--> error: no such column: nosuch
CREATE INDEX x ON t(a) WHERE nosuch(b);
--> error: no such function: nosuch
CREATE INDEX x ON t(a) WHERE t.b AND "b" AND "nosuch";
SELECT count(*) FROM pragma_index_list('t');
--> 4

-- case expressions
CREATE TABLE t(a INT, b TEXT, j);
INSERT INTO t VALUES (1, 'Abc', '{"k":5}'), (-2, 'abd', '{"k":"5"}'), (3, NULL, NULL);
CREATE INDEX i ON t(a * 10, lower(b));
CREATE UNIQUE INDEX u ON t(upper(b) COLLATE NOCASE DESC, abs(a)) WHERE b IS NOT NULL;
CREATE INDEX k ON t(j ->> '$.k', (b), +a, a COLLATE NOCASE, ((b || 'x')));
SELECT seqno, cid, name, desc, coll, key FROM pragma_index_xinfo('u');
--> 0, -2, NULL, 1, 'NOCASE', 1
--> 1, -2, NULL, 0, 'BINARY', 1
--> 2, -1, NULL, 0, 'BINARY', 0
SELECT seqno, cid, name, coll FROM pragma_index_xinfo('k');
--> 0, -2, NULL, 'BINARY'
--> 1, 1, 'b', 'BINARY'
--> 2, -2, NULL, 'BINARY'
--> 3, 0, 'a', 'NOCASE'
--> 4, -2, NULL, 'BINARY'
--> 5, -1, NULL, 'BINARY'
SELECT a FROM t INDEXED BY i WHERE a * 10 >= -20 AND lower(b) > '';
--> -2
--> 1
SELECT a * 10, lower(b) FROM t INDEXED BY i ORDER BY a * 10 DESC;
--> 30, NULL
--> 10, 'abc'
--> -20, 'abd'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE a * 10 = 30;
--> 'SEARCH t USING INDEX i (<expr>=?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE 10 * a = 30;
--> 'SCAN t'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE t.a*10 = 30 AND LOWER("b") = 'x';
--> 'SEARCH t USING INDEX i (<expr>=? AND <expr>=?)'
EXPLAIN QUERY PLAN SELECT a * 10 FROM t ORDER BY a * 10, lower(b);
--> 'SCAN t USING COVERING INDEX i'
EXPLAIN QUERY PLAN SELECT count(*) FROM t WHERE j ->> '$.k' = 5;
--> 'SEARCH t USING COVERING INDEX k (<expr>=?)'
SELECT j ->> '$.k' FROM t INDEXED BY k WHERE j ->> '$.k' > 1;
--> 5
--> '5'
INSERT INTO t VALUES (-1, 'ABC', NULL);
--> error: UNIQUE constraint failed: index 'u'
INSERT INTO t VALUES (2, 'abD', NULL), (2, 'abc', NULL);
--> error: UNIQUE constraint failed: index 'u'
INSERT OR IGNORE INTO t VALUES (2, 'ABC', NULL), (2, 'new', NULL);
UPDATE t SET a = 7 WHERE a * 10 = 20;
DELETE FROM t WHERE lower(b) = 'abd';
SELECT a, b FROM t INDEXED BY i ORDER BY a * 10;
--> 1, 'Abc'
--> 3, NULL
--> 7, 'ABC'
--> 7, 'new'
CREATE INDEX x ON t((SELECT 1));
--> error: subqueries prohibited in index expressions
CREATE INDEX x ON t(a IN (SELECT 1));
--> error: subqueries prohibited in index expressions
CREATE INDEX x ON t(a + ?);
--> error: parameters prohibited in index expressions
CREATE INDEX x ON t(a + :n);
--> error: parameters prohibited in index expressions
CREATE INDEX x ON t(random() + a);
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX x ON t(sum(a));
--> error: misuse of aggregate function sum()
CREATE INDEX x ON t(row_number() OVER ());
--> error: misuse of window function row_number()
CREATE INDEX x ON t(nosuch(a));
--> error: no such function: nosuch
CREATE INDEX x ON t(a + nosuch);
--> error: no such column: nosuch
CREATE INDEX x ON t('text');
--> error: no such column: text
CREATE INDEX x ON t((a, b));
--> error: row value misused
CREATE INDEX x ON t(a = (1, 2));
--> error: row value misused
CREATE TABLE s(a);
INSERT INTO s VALUES (1), (-9223372036854775808);
CREATE INDEX x ON s(a, abs(a));
--> error: integer overflow
CREATE INDEX x ON t("nosuch", a, 'b', "b");
SELECT cid, name FROM pragma_index_info('x');
--> -2, NULL
--> 0, 'a'
--> 1, 'b'
--> 1, 'b'
SELECT name FROM sqlite_schema WHERE type = 'index';
--> 'i'
--> 'u'
--> 'k'
--> 'x'

-- case expressions: many rows, changed in every way
CREATE TABLE t(k INTEGER PRIMARY KEY, a, b);
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO t SELECT i, i * 7 % 100, char(97 + i % 26) || i FROM n;
CREATE INDEX i ON t(a % 10, substr(b, 1, 1));
CREATE INDEX j ON t(length(b) DESC, a) WHERE a % 2 = 0;
UPDATE t SET a = a + 1 WHERE a % 10 = 3;
DELETE FROM t WHERE substr(b, 1, 1) = 'c' AND a % 10 > 4;
UPDATE t SET b = upper(b) WHERE k % 3 = 0;
INSERT OR REPLACE INTO t SELECT k, a + 5, b || 'x' FROM t WHERE k % 7 = 0;
SELECT count(*), sum(k) FROM t INDEXED BY i WHERE a % 10 = 4;
--> 57, 8561
SELECT count(*), sum(k) FROM t NOT INDEXED WHERE a % 10 = 4;
--> 57, 8561
SELECT count(*), sum(k) FROM t INDEXED BY j WHERE a % 2 = 0 AND length(b) = 4;
--> 106, 20528
SELECT count(*), sum(k) FROM t NOT INDEXED WHERE a % 2 = 0 AND length(b) = 4;
--> 106, 20528
REINDEX;
PRAGMA integrity_check;
--> 'ok'

-- case DROP INDEX
CREATE TABLE t(a UNIQUE, b, PRIMARY KEY (b, a));
CREATE UNIQUE INDEX i ON t(b);
CREATE INDEX j ON t(b) WHERE a;
CREATE TEMP TABLE n(a);
CREATE INDEX i2 ON n(a);
INSERT INTO t VALUES (1, 1);
DROP INDEX sqlite_autoindex_t_1;
--> error: index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped
DROP INDEX IF EXISTS sqlite_autoindex_t_2;
--> error: index associated with UNIQUE or PRIMARY KEY constraint cannot be dropped
DROP INDEX nosuch;
--> error: no such index: nosuch
DROP INDEX IF EXISTS nosuch;
DROP INDEX temp.i;
--> error: no such index: temp.i
DROP INDEX main.i2;
--> error: no such index: main.i2
DROP INDEX nosuch.i;
--> error: no such index: nosuch.i
DROP INDEX IF EXISTS nosuch.i;
DROP INDEX t;
--> error: no such index: t
DROP INDEX I2;
EXPLAIN QUERY PLAN SELECT a FROM t WHERE b = 1;
--> 'SEARCH t USING INDEX i (b=?)'
INSERT INTO t VALUES (2, 1);
--> error: UNIQUE constraint failed: t.b
BEGIN;
DROP INDEX i;
INSERT INTO t VALUES (2, 1);
ROLLBACK;
INSERT INTO t VALUES (2, 1);
--> error: UNIQUE constraint failed: t.b
DROP INDEX main.i;
INSERT INTO t VALUES (2, 1);
SELECT a FROM t INDEXED BY i;
--> error: no such index: i
ANALYZE;
SELECT idx FROM sqlite_stat1 ORDER BY 1;
--> 'j'
--> 'sqlite_autoindex_t_1'
--> 'sqlite_autoindex_t_2'
DROP INDEX j;
SELECT idx FROM sqlite_stat1 ORDER BY 1;
--> 'sqlite_autoindex_t_1'
--> 'sqlite_autoindex_t_2'
SELECT name FROM sqlite_schema ORDER BY 1;
--> 'sqlite_autoindex_t_1'
--> 'sqlite_autoindex_t_2'
--> 'sqlite_stat1'
--> 'sqlite_stat4'
--> 't'

-- case REINDEX
-- holds reindex: it is undone with the transaction
CREATE TABLE t(a COLLATE NOCASE PRIMARY KEY, b UNIQUE, c) WITHOUT ROWID;
CREATE TABLE u(a, b COLLATE RTRIM);
CREATE INDEX i ON u(upper(a), b) WHERE a IS NOT NULL;
CREATE TEMP TABLE n(a UNIQUE);
CREATE VIEW v AS SELECT 1 AS n;
CREATE TABLE rtrim(z UNIQUE);
INSERT INTO t VALUES ('b', 2, 1), ('A', 1, 2);
INSERT INTO u VALUES ('y', 'p '), ('X', 'p'), (NULL, 'q');
INSERT INTO n VALUES (2), (1);
REINDEX;
REINDEX t;
REINDEX main.t;
REINDEX sqlite_autoindex_t_2;
REINDEX i;
REINDEX main.i;
REINDEX nocase;
REINDEX RTRIM;
REINDEX main.rtrim;
REINDEX binary;
REINDEX temp.n;
REINDEX n;
REINDEX v;
REINDEX nosuch;
--> error: unable to identify the object to be reindexed
REINDEX temp.i;
--> error: unable to identify the object to be reindexed
REINDEX main.n;
--> error: unable to identify the object to be reindexed
REINDEX main.nocase;
--> error: unable to identify the object to be reindexed
REINDEX nosuch.t;
--> error: unknown database nosuch
REINDEX sqlite_schema;
BEGIN;
INSERT INTO u VALUES ('z', 'z');
REINDEX u;
ROLLBACK;
SELECT a FROM u INDEXED BY i WHERE a IS NOT NULL;
--> 'X'
--> 'y'
SELECT a FROM t;
--> 'A'
--> 'b'
SELECT b FROM t ORDER BY b;
--> 1
--> 2
SELECT a FROM n ORDER BY a;
--> 1
--> 2
PRAGMA integrity_check;
--> 'ok'

-- case what indexes hold, by affinity, collation and condition
CREATE TABLE t(a INT, b TEXT COLLATE NOCASE, c REAL, d BLOB);
INSERT INTO t VALUES(1,'a',1.5,x'01'),('2','B','2.5','x'),(NULL,NULL,NULL,NULL),(1,'A',-0.0,x''),('x','b','y',1);
CREATE INDEX i1 ON t(a, b); 
CREATE INDEX i2 ON t(b DESC, c); 
CREATE INDEX i3 ON t(d);
CREATE INDEX i4 ON t(c) WHERE c > 0;
SELECT a, b FROM t INDEXED BY i1 ORDER BY a, b, rowid;
--> NULL, NULL
--> 1, 'a'
--> 1, 'A'
--> 2, 'B'
--> 'x', 'b'
SELECT b, c FROM t INDEXED BY i2 WHERE b = 'a' ORDER BY c;
--> 'A', 0.0
--> 'a', 1.5
SELECT d FROM t INDEXED BY i3 ORDER BY d;
--> NULL
--> 1
--> 'x'
--> x''
--> x'01'
SELECT b FROM t INDEXED BY i4 WHERE c > 0;
--> 'a'
--> 'B'
--> 'b'
SELECT b FROM t INDEXED BY i4 WHERE c > 1;
--> error: no query solution
SELECT count(*) FROM t WHERE a = '1';
--> 2
SELECT count(*) FROM t WHERE a = 'x';
--> 1
SELECT count(*) FROM t WHERE b IN ('a', 'B');
--> 4
SELECT count(*) FROM t WHERE b > 'a';
--> 2
SELECT count(*) FROM t WHERE a IS NULL AND b IS NULL;
--> 1
SELECT max(b), min(a), max(c), max(d) FROM t;
--> 'B', 1, 'y', x'01'
PRAGMA index_list(t);
--> 0, 'i4', 0, 'c', 1
--> 1, 'i3', 0, 'c', 0
--> 2, 'i2', 0, 'c', 0
--> 3, 'i1', 0, 'c', 0
PRAGMA index_info(i1);
--> 0, 0, 'a'
--> 1, 1, 'b'
PRAGMA index_xinfo(i2);
--> 0, 1, 'b', 1, 'NOCASE', 1
--> 1, 2, 'c', 0, 'BINARY', 1
--> 2, -1, NULL, 0, 'BINARY', 0

-- case unique indexes of expressions and conditions
CREATE TABLE t(a, b, UNIQUE(a, b), UNIQUE(b));
CREATE UNIQUE INDEX "my idx" ON t(a + b);
CREATE UNIQUE INDEX i2 ON t(a COLLATE NOCASE, b) WHERE a > 5;
INSERT INTO t VALUES(1, 2);
INSERT INTO t VALUES(1, 2);
--> error: UNIQUE constraint failed: index 'my idx'
INSERT INTO t VALUES(3, 2);
--> error: UNIQUE constraint failed: t.b
INSERT INTO t VALUES(2, 1);
--> error: UNIQUE constraint failed: index 'my idx'
INSERT INTO t VALUES('x', 8);
INSERT INTO t VALUES('X', 8.0);
--> error: UNIQUE constraint failed: t.a, t.b
INSERT OR REPLACE INTO t VALUES(2, 1);
SELECT * FROM t;
--> 'x', 8
--> 2, 1
PRAGMA index_list('t');
--> 0, 'i2', 1, 'c', 1
--> 1, 'my idx', 1, 'c', 0
--> 2, 'sqlite_autoindex_t_2', 1, 'u', 0
--> 3, 'sqlite_autoindex_t_1', 1, 'u', 0
SELECT * FROM pragma_index_info('my idx');
--> 0, -2, NULL
REINDEX "my idx";
DROP INDEX "my idx";
INSERT INTO t VALUES(0, 3);

-- case an index of many columns
CREATE TABLE t(a,b,c,d,e,f,g,h);
CREATE INDEX i ON t(h,g,f,e,d,c,b,a);
INSERT INTO t VALUES(1,2,3,4,5,6,7,8),(8,7,6,5,4,3,2,1);
SELECT a FROM t WHERE h=8 AND g=7 AND f=6 AND e=5 AND d=4 AND c>2;
--> 1
SELECT a FROM t WHERE h IN (1,8) AND g IN (2,7) ORDER BY h DESC;
--> 1
--> 8
EXPLAIN QUERY PLAN SELECT a FROM t WHERE h=8 AND g=7 AND f=6 AND e=5 AND d=4 AND c>2;
--> 'SEARCH t USING COVERING INDEX i (h=? AND g=? AND f=? AND e=? AND d=? AND c>?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE h=8 AND f=6;
--> 'SEARCH t USING COVERING INDEX i (h=?)'
EXPLAIN QUERY PLAN SELECT a FROM t WHERE h=8 ORDER BY g, f;
--> 'SEARCH t USING COVERING INDEX i (h=?)'
EXPLAIN QUERY PLAN SELECT h FROM t GROUP BY h, g;
--> 'SCAN t USING COVERING INDEX i'
