-- Collations: which one counts, and what it does.

-- case BINARY, by bytes, is the default
CREATE TABLE n(a TEXT COLLATE BINARY, b TEXT);
INSERT INTO n VALUES ('a', 'a'), ('B', 'B'), ('é', 'é'), ('A', 'A'), ('_', '_'), ('É', 'É');
SELECT a FROM n ORDER BY a;
--> 'A'
--> 'B'
--> '_'
--> 'a'
--> 'É'
--> 'é'
SELECT b FROM n WHERE b > 'Z' COLLATE BINARY ORDER BY b DESC;
--> 'é'
--> 'É'
--> 'a'
--> '_'

-- case NOCASE takes ASCII letters as equal
SELECT 'a' = 'A ' COLLATE NOCASE, '_' < 'a' COLLATE NOCASE, '_' < 'A' COLLATE NOCASE, '[' < 'a' COLLATE NOCASE, '@' < 'A' COLLATE NOCASE;
--> 0, 1, 1, 1, 1
CREATE TABLE n(a TEXT COLLATE NOCASE);
INSERT INTO n VALUES ('b'), ('A'), ('_'), ('Z'), ('a'), ('é'), ('É'), ('ab'), ('[');
SELECT a FROM n ORDER BY a, rowid;
--> '['
--> '_'
--> 'A'
--> 'a'
--> 'ab'
--> 'b'
--> 'Z'
--> 'É'
--> 'é'
SELECT a, count(*) FROM n GROUP BY a;
--> '[', 1
--> '_', 1
--> 'A', 2
--> 'ab', 1
--> 'b', 1
--> 'Z', 1
--> 'É', 1
--> 'é', 1
SELECT DISTINCT a FROM n WHERE a >= 'A' AND a < 'B' ORDER BY 1;
--> 'A'
--> 'ab'

-- case RTRIM leaves spaces at the end out
SELECT 'a' || char(9) = 'a' COLLATE RTRIM, 'a ' < 'a' || char(1) COLLATE RTRIM, 'A' = 'a ' COLLATE RTRIM, 'a b ' = 'a b' COLLATE RTRIM;
--> 0, 1, 0, 1
CREATE TABLE n(a TEXT COLLATE RTRIM UNIQUE);
INSERT INTO n VALUES ('x'), ('y  ');
INSERT INTO n VALUES ('x   ');
--> error: UNIQUE constraint failed: n.a
SELECT quote(a), length(a) FROM n WHERE a = 'y' OR a IN ('x ', 'z');
--> '''y  ''', 3
--> '''x''', 1

-- case names of collations have no case, and may be quoted
CREATE TABLE n(a COLLATE nOcAsE, b COLLATE "rtrim", c COLLATE 'BINARY', d COLLATE [nocase]);
INSERT INTO n VALUES ('X', 'x ', 'X', 'X');
SELECT a = 'x', b = 'x', c = 'x', d = 'x' FROM n;
--> 1, 1, 0, 1
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE n(a COLLATE nOcAsE, b COLLATE "rtrim", c COLLATE ''BINARY'', d COLLATE [nocase])'

-- case an unknown collation
SELECT 1 ORDER BY 'a' COLLATE nowhere;
--> error: no such collation sequence: nowhere
CREATE TABLE n(a COLLATE nowhere);
--> error: no such collation sequence: nowhere
CREATE TABLE m(a);
CREATE INDEX i ON m(a COLLATE nowhere);
--> error: no such collation sequence: nowhere
SELECT a FROM m ORDER BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT a FROM m GROUP BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT max(a COLLATE nowhere, 'b') FROM m;
--> error: no such collation sequence: nowhere

-- case COLLATE without a name
SELECT 'a' COLLATE 1;
--> error: near "1": syntax error
CREATE TABLE n(a COLLATE, b);
--> error: near ",": syntax error
SELECT 'a' COLLATE nocase nocase2 rtrim;
--> error: near "rtrim": syntax error

-- case PRAGMA collation_list
SELECT count(*) FROM pragma_collation_list WHERE name IN ('binary', 'nocase', 'rtrim');
--> 0
SELECT count(*) > 2, min(seq) FROM pragma_collation_list;
--> 1, 0

-- case COLLATE of the left operand before that of the right
SELECT 'a ' COLLATE RTRIM = 'a' COLLATE NOCASE, 'A' COLLATE RTRIM = 'a' COLLATE NOCASE, 'A' = 'a' COLLATE NOCASE;
--> 1, 0, 1
SELECT 'a' COLLATE NOCASE COLLATE BINARY = 'A', 'a' COLLATE BINARY COLLATE NOCASE = 'A', ('a' COLLATE NOCASE) = 'A';
--> 0, 1, 1

-- case COLLATE of either operand before a column's
CREATE TABLE n(a COLLATE NOCASE, b COLLATE RTRIM, c);
INSERT INTO n VALUES ('x', 'X', 'x ');
SELECT a = b, b = a, a = c, c = a, b = c, c = b, a = b COLLATE BINARY, 'X' = a FROM n;
--> 1, 0, 0, 0, 0, 0, 0, 1
SELECT a = c COLLATE RTRIM, c = a COLLATE RTRIM, b COLLATE NOCASE = a FROM n;
--> 1, 1, 1

-- case the column on the left before the one on the right
CREATE TABLE n(a COLLATE NOCASE, b, c COLLATE RTRIM);
INSERT INTO n VALUES ('k', 'K', 'k  ');
SELECT a = b, b = a, a IS b, b IS a, c = a, a = c, b < a, a < b FROM n;
--> 1, 0, 1, 0, 1, 0, 1, 0
SELECT count(*) FROM n AS x JOIN n AS y ON x.a = y.b;
--> 1
SELECT count(*) FROM n AS x JOIN n AS y ON x.b = y.a;
--> 0
SELECT count(*) FROM n JOIN (SELECT b AS a FROM n) USING (a);
--> 1

-- case plus, CAST and parentheses keep the column's; other operators do not
CREATE TABLE n(a COLLATE NOCASE);
INSERT INTO n VALUES ('x');
SELECT +a = 'X', + +a = 'X', lower(a) = 'X', coalesce(a, '') = 'X', likely(a) = 'X', CASE WHEN 1 THEN a END = 'X' FROM n;
--> 1, 1, 0, 0, 0, 0
SELECT max(a) = 'X', z = 'X' FROM n, (SELECT a AS z FROM n);
--> 0, 1
SELECT z = 'X', w = 'X' FROM (SELECT a || '' AS z, +a AS w FROM n);
--> 0, 1

-- case COLLATE within an operand reaches out of operators and functions
-- holds collations: COLLATE within an operand reaches out of operators and functions
SELECT ('a' || 'b' COLLATE NOCASE) = 'AB', substr('ab' COLLATE NOCASE, 1) = 'AB', 'AB' = ('a' || ('b' COLLATE NOCASE));
--> 1, 1, 1
SELECT (CASE WHEN 1 THEN 'a' COLLATE NOCASE END) = 'A', coalesce(NULL, 'a' COLLATE NOCASE) = 'A';
--> 1, 1
SELECT iif(1, 'a', 'b' COLLATE NOCASE) = 'A', 'A' IN (lower('A' COLLATE NOCASE), 'x'), ('a' || 'b') = 'AB';
--> 1, 0, 0
SELECT 'x' WHERE trim(' a ') = upper('a' COLLATE NOCASE);
--> 'x'

-- case COLLATE within a subquery does not reach out of it
CREATE TABLE n(a COLLATE NOCASE);
INSERT INTO n VALUES ('x');
SELECT a = (SELECT 'X'), (SELECT a) COLLATE NOCASE = 'X' FROM n;
--> 1, 1

-- case a view's and a subquery's column has the collation of its expression
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'x');
CREATE VIEW v AS SELECT a, b COLLATE NOCASE AS c, b FROM n;
SELECT a = 'X', c = 'X', b = 'X', 'X' = c FROM v;
--> 1, 1, 0, 1
SELECT * FROM v WHERE c IN ('X');
--> 'x', 'x', 'x'
WITH q AS (SELECT b COLLATE NOCASE AS d FROM n) SELECT d = 'X', d < 'Y' FROM q;
--> 1, 1
SELECT count(*) FROM (SELECT a FROM n UNION ALL SELECT 'X') GROUP BY a;
--> 2

-- case x IN (list), x IN (SELECT): the left side
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'x');
SELECT a IN ('X'), b IN ('X'), 'X' IN (a), 'X' IN (SELECT a FROM n), b IN (SELECT 'X'), a IN (SELECT 'X'), b COLLATE NOCASE IN ('Y', 'X') FROM n;
--> 1, 0, 0, 1, 0, 1, 1
SELECT (a, b) IN (SELECT 'X', 'x'), (a, b) IN (SELECT 'X', 'X'), 'X' NOT IN (SELECT a FROM n) FROM n;
--> 1, 0, 0

-- case x IN (y) is x = y
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'X');
SELECT b IN (a, 'z'), 'X' IN (b COLLATE NOCASE, 'z'), a IN (b), 'x' IN (b) FROM n;
--> 0, 1, 1, 0

-- case BETWEEN compares twice, each with its own rule
SELECT 'b' BETWEEN 'a' COLLATE NOCASE AND 'C', 'B' BETWEEN 'a' COLLATE NOCASE AND 'C', 'B' COLLATE NOCASE NOT BETWEEN 'a' AND 'b';
--> 0, 1, 0
CREATE TABLE n(a COLLATE NOCASE);
INSERT INTO n VALUES ('b'), ('B'), ('d');
SELECT a FROM n WHERE a BETWEEN 'A' AND 'C';
--> 'b'
--> 'B'
SELECT a FROM n WHERE a BETWEEN 'A' AND 'C' COLLATE BINARY;
--> 'B'

-- case CASE x WHEN y compares as x = y
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'X');
SELECT CASE a WHEN 'X' THEN 1 END, CASE b WHEN a THEN 1 END, CASE b WHEN 'x' THEN 1 WHEN 'x' COLLATE NOCASE THEN 2 END, CASE a WHEN b COLLATE BINARY THEN 1 ELSE 0 END FROM n;
--> 1, NULL, 2, 0

-- case row values: each part its own
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'y');
SELECT (a, b) = ('X', 'y'), (a, b) = ('X', 'Y'), (a, b) < ('X', 'z'), (a, b COLLATE NOCASE) IS ('X', 'Y'), (b, a) > ('Y', 'Z') FROM n;
--> 1, 0, 1, 1, 1

-- case ORDER BY, GROUP BY, DISTINCT: that of the term
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('b', 'b'), ('A', 'A'), ('a', 'a'), ('B', 'B');
SELECT a FROM n ORDER BY a, b DESC;
--> 'a'
--> 'A'
--> 'b'
--> 'B'
SELECT b FROM n ORDER BY b;
--> 'A'
--> 'B'
--> 'a'
--> 'b'
SELECT b FROM n ORDER BY b COLLATE NOCASE, rowid DESC;
--> 'a'
--> 'A'
--> 'B'
--> 'b'
SELECT a, count(*) FROM n GROUP BY a;
--> 'A', 2
--> 'b', 2
SELECT b COLLATE NOCASE AS z, count(*) FROM n GROUP BY z;
--> 'A', 2
--> 'b', 2
SELECT b AS z FROM n ORDER BY z COLLATE NOCASE DESC, rowid;
--> 'b'
--> 'B'
--> 'A'
--> 'a'
SELECT count(DISTINCT a), count(DISTINCT b), count(DISTINCT b COLLATE NOCASE), count(DISTINCT a COLLATE BINARY) FROM n;
--> 2, 4, 2, 4
SELECT 1 FROM n ORDER BY 1 COLLATE NOCASE LIMIT 1;
--> 1

-- case UNION, INTERSECT, EXCEPT: that of the left arm's column
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('x', 'X');
SELECT count(*) FROM (SELECT a FROM n UNION SELECT b FROM n);
--> 1
SELECT count(*) FROM (SELECT b FROM n UNION SELECT 'x');
--> 2
SELECT a FROM n INTERSECT SELECT b FROM n;
--> 'x'
SELECT b FROM n EXCEPT SELECT 'x' COLLATE NOCASE;
--> 'X'
SELECT a FROM n EXCEPT SELECT 'X';

-- case min, max and other functions that compare
CREATE TABLE n(a COLLATE NOCASE, b);
INSERT INTO n VALUES ('a', 'a'), ('B', 'B');
SELECT max(a), min(a), max(b), min(b), max(b COLLATE NOCASE), min(a COLLATE BINARY) FROM n;
--> 'B', 'a', 'a', 'B', 'B', 'B'
SELECT max(a, 'B'), max(b, 'B'), max('B', a), nullif(a, 'A'), nullif(b, 'A'), nullif('A', a) FROM n WHERE rowid = 1;
--> 'B', 'a', 'B', NULL, 'a', NULL

-- case LIKE and GLOB ask no collation
CREATE TABLE n(a COLLATE NOCASE, b COLLATE BINARY);
INSERT INTO n VALUES ('xy', 'xy');
SELECT a GLOB 'X*', b LIKE 'X%', a LIKE 'x_', instr(a, 'X'), replace(a, 'X', '-') FROM n;
--> 0, 1, 1, 0, 'xy'

-- case a column's collation makes its UNIQUE and its indexes
CREATE TABLE n(a TEXT COLLATE NOCASE PRIMARY KEY, b) WITHOUT ROWID;
INSERT INTO n VALUES ('b', 1), ('A', 2);
INSERT INTO n VALUES ('a', 3);
--> error: UNIQUE constraint failed: n.a
INSERT INTO n VALUES ('B', 4) ON CONFLICT DO UPDATE SET b = excluded.b, a = excluded.a;
SELECT * FROM n;
--> 'A', 2
--> 'B', 4
SELECT b FROM n WHERE a = 'a';
--> 2
UPDATE n SET a = 'a' WHERE a = 'b';
--> error: UNIQUE constraint failed: n.a

-- case an index with another collation
-- holds collations: an index with another collation
CREATE TABLE n(a);
CREATE INDEX i ON n(a COLLATE NOCASE);
INSERT INTO n VALUES ('b'), ('A'), ('a');
EXPLAIN QUERY PLAN SELECT a FROM n WHERE a = 'a' COLLATE NOCASE;
--> 'SEARCH n USING COVERING INDEX i (a=?)'
EXPLAIN QUERY PLAN SELECT a FROM n WHERE a = 'a';
--> 'SCAN n'
EXPLAIN QUERY PLAN SELECT a FROM n ORDER BY a COLLATE NOCASE;
--> 'SCAN n USING COVERING INDEX i'
SELECT a FROM n WHERE a = 'a' COLLATE NOCASE ORDER BY rowid;
--> 'A'
--> 'a'
SELECT coll FROM pragma_index_xinfo('i');
--> 'NOCASE'
--> 'BINARY'

-- case a UNIQUE that a collation makes
CREATE TABLE n(a, b COLLATE NOCASE, UNIQUE (a COLLATE RTRIM, b));
INSERT INTO n VALUES ('x', 'y');
INSERT INTO n VALUES ('x ', 'Y');
--> error: UNIQUE constraint failed: n.a, n.b
INSERT INTO n VALUES ('X', 'Y');
CREATE UNIQUE INDEX i ON n(a COLLATE NOCASE);
--> error: UNIQUE constraint failed: n.a

-- case the last COLLATE of a column counts
CREATE TABLE n(a COLLATE BINARY NOT NULL COLLATE NOCASE UNIQUE, b COLLATE RTRIM DEFAULT 'x' COLLATE NOCASE);
INSERT INTO n(a) VALUES ('k');
SELECT a = 'K', b = 'X', b = 'x ' FROM n;
--> 1, 1, 0
INSERT INTO n(a) VALUES ('K');
--> error: UNIQUE constraint failed: n.a

-- case generated columns, CHECK, DEFAULT, partial indexes
CREATE TABLE n(a COLLATE NOCASE CHECK (a <> 'x'), b COLLATE NOCASE AS (lower(a)), c AS (a));
INSERT INTO n VALUES ('X');
--> error: CHECK constraint failed: a <> 'x'
INSERT INTO n VALUES ('Y');
SELECT b = 'Y', c = 'y' FROM n;
--> 1, 0
CREATE UNIQUE INDEX i ON n(b) WHERE a > 'B';
INSERT INTO n VALUES ('y');
--> error: UNIQUE constraint failed: n.b
INSERT INTO n VALUES ('a'), ('A');
SELECT count(*) FROM n WHERE a > 'b';
--> 1

-- case REINDEX by a collation
-- holds collations: REINDEX by a collation
CREATE TABLE n(a COLLATE RTRIM UNIQUE);
INSERT INTO n VALUES ('b '), ('a');
REINDEX RTRIM;
REINDEX;
PRAGMA integrity_check;
--> 'ok'
REINDEX nowhere;
--> error: unable to identify the object to be reindexed

-- case sorting without case: the eighth byte, and texts with a NUL
CREATE TABLE t(a);
INSERT INTO t VALUES ('aaaaaaaa'), ('aaaaaaa['), ('aaaaaaa@'), ('aaaaaaaA'), ('aaaaaaa_'), ('aaaaaaa`'), ('13.5151[x]'), ('13.5151a'), ('AAAAAAA{'), ('aaaaaa['), ('aaaaaaa');
SELECT a FROM t ORDER BY a COLLATE NOCASE, a;
--> '13.5151[x]'
--> '13.5151a'
--> 'aaaaaa['
--> 'aaaaaaa'
--> 'aaaaaaa@'
--> 'aaaaaaa['
--> 'aaaaaaa_'
--> 'aaaaaaa`'
--> 'aaaaaaaA'
--> 'aaaaaaaa'
--> 'AAAAAAA{'
SELECT a FROM t ORDER BY a COLLATE NOCASE DESC, a;
--> 'AAAAAAA{'
--> 'aaaaaaaA'
--> 'aaaaaaaa'
--> 'aaaaaaa`'
--> 'aaaaaaa_'
--> 'aaaaaaa['
--> 'aaaaaaa@'
--> 'aaaaaaa'
--> 'aaaaaa['
--> '13.5151a'
--> '13.5151[x]'
SELECT a COLLATE NOCASE, count(*) FROM t GROUP BY 1 ORDER BY 1, a;
--> '13.5151[x]', 1
--> '13.5151a', 1
--> 'aaaaaa[', 1
--> 'aaaaaaa', 1
--> 'aaaaaaa@', 1
--> 'aaaaaaa[', 1
--> 'aaaaaaa_', 1
--> 'aaaaaaa`', 1
--> 'aaaaaaaa', 2
--> 'AAAAAAA{', 1
SELECT hex(a || char(0) || 'b') FROM t WHERE length(a) < 8 ORDER BY a || char(0) COLLATE NOCASE;
--> '6161616161615B0062'
--> '616161616161610062'

-- case a table that a query makes has the collations of its columns
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 2);
SELECT a COLLATE nosuch FROM t;
--> 1
SELECT * FROM (SELECT a COLLATE nosuch AS x FROM t);
--> error: no such collation sequence: nosuch
SELECT 1 FROM (SELECT b, a COLLATE nosuch AS x FROM t);
--> error: no such collation sequence: nosuch
SELECT (SELECT a COLLATE nosuch FROM t);
--> 1
WITH c AS (SELECT a COLLATE nosuch FROM t) SELECT 1;
--> 1
WITH c AS (SELECT a COLLATE nosuch FROM t) SELECT 1 FROM c;
--> error: no such collation sequence: nosuch
CREATE TABLE made AS SELECT a COLLATE nosuch FROM t;
--> error: no such collation sequence: nosuch
CREATE VIEW v AS SELECT a COLLATE nosuch AS x FROM t;
SELECT 1 FROM v;
--> error: no such collation sequence: nosuch
SELECT b FROM t WHERE EXISTS (SELECT 1 FROM (SELECT a COLLATE nosuch FROM t));
--> error: no such collation sequence: nosuch
