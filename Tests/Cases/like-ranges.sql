-- LIKE and GLOB with a fixed beginning use an index of the right collation.

-- case plans and rows
CREATE TABLE x(s TEXT COLLATE NOCASE, b TEXT, n INT, v);
CREATE INDEX xs ON x(s);
CREATE INDEX xb ON x(b);
CREATE INDEX xn ON x(n);
CREATE INDEX xv ON x(v COLLATE NOCASE);
INSERT INTO x VALUES ('abc', 'abc', 12, 'abc'), ('ABD', 'ABD', 'abc', 12), ('ab', 'ab', 'Abz', x'616263'), ('b', 'b', 3, x'414244'), (x'6162', x'6162', NULL, NULL), (NULL, NULL, 'z', 'aB'), ('ab%', 'a[', '1x', 'abz');
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s LIKE 'ab%';
--> 'SEARCH x USING INDEX xs (s>? AND s<?)'
SELECT s FROM x WHERE s LIKE 'ab%' ORDER BY s, b;
--> 'ab'
--> 'ab%'
--> 'abc'
--> 'ABD'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s LIKE 'ab%' ORDER BY s DESC;
--> 'SEARCH x USING INDEX xs (s>? AND s<?)'
SELECT s FROM x WHERE s LIKE 'ab%' ORDER BY s DESC, b;
--> 'ABD'
--> 'abc'
--> 'ab%'
--> 'ab'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE b LIKE 'ab%';
--> 'SCAN x'
SELECT b FROM x WHERE b LIKE 'ab%' ORDER BY b;
--> 'ABD'
--> 'ab'
--> 'abc'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE b GLOB 'ab*';
--> 'SEARCH x USING INDEX xb (b>? AND b<?)'
SELECT b FROM x WHERE b GLOB 'ab*' ORDER BY b;
--> 'ab'
--> 'abc'
SELECT b FROM x WHERE b GLOB 'a[[]*';
--> 'a['
EXPLAIN QUERY PLAN SELECT * FROM x WHERE b GLOB 'a[[]*';
--> 'SEARCH x USING INDEX xb (b>? AND b<?)'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s GLOB 'ab*';
--> 'SCAN x'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE n GLOB '1*';
--> 'SCAN x'
SELECT n FROM x WHERE n GLOB '1*' ORDER BY n;
--> 12
--> '1x'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE n GLOB 'a*';
--> 'SEARCH x USING INDEX xn (n>? AND n<?)'
SELECT n FROM x WHERE n GLOB 'a*';
--> 'abc'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE v LIKE 'ab%';
--> 'SEARCH x USING INDEX xv (v>? AND v<?)'
SELECT v FROM x WHERE v LIKE 'ab%' ORDER BY v, rowid;
--> 'aB'
--> 'abc'
--> 'abz'
SELECT v FROM x WHERE v LIKE 'ab_' ORDER BY v, rowid;
--> 'abc'
--> 'abz'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE v LIKE '%b';
--> 'SCAN x'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s LIKE 'ab!%%' ESCAPE '!';
--> 'SEARCH x USING INDEX xs (s>? AND s<?)'
SELECT s FROM x WHERE s LIKE 'ab!%%' ESCAPE '!';
--> 'ab%'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s NOT LIKE 'ab%';
--> 'SCAN x'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s LIKE 'a_b%' OR b = 'b';
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH x USING INDEX xs (s>? AND s<?)'
--> 'INDEX 2'
--> 'SEARCH x USING INDEX xb (b=?)'
SELECT s FROM x WHERE s LIKE 'a_d%' OR b = 'b' ORDER BY s;
--> 'ABD'
--> 'b'
SELECT s FROM x WHERE s LIKE 'ab%' AND s > 'abb' ORDER BY s;
--> 'abc'
--> 'ABD'
SELECT v FROM x WHERE v LIKE 'ab%' AND v >= 'abc' COLLATE NOCASE ORDER BY v, rowid;
--> 'abc'
--> 'abz'
SELECT s FROM x WHERE s LIKE 'ab%' AND b IN (SELECT b FROM x WHERE b GLOB 'ab*') ORDER BY s, b;
--> 'ab'
--> 'abc'
SELECT y.s FROM x LEFT JOIN x AS y ON y.s LIKE 'abc%' AND y.n = x.n ORDER BY 1;
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> NULL
--> 'abc'
UPDATE x SET s = s || '!' WHERE s LIKE 'ab%';
SELECT s FROM x ORDER BY s;
--> NULL
--> 'ab!'
--> 'ab%!'
--> 'abc!'
--> 'ABD!'
--> 'b'
--> x'6162'
PRAGMA integrity_check;
--> 'ok'

-- case PRAGMA case_sensitive_like
CREATE TABLE x(s TEXT COLLATE NOCASE, b TEXT);
CREATE INDEX xs ON x(s);
CREATE INDEX xb ON x(b);
INSERT INTO x VALUES ('abc', 'abc'), ('ABD', 'ABD'), (x'616263', x'616263');
PRAGMA case_sensitive_like = 1;
EXPLAIN QUERY PLAN SELECT * FROM x WHERE b LIKE 'ab%';
--> 'SEARCH x USING INDEX xb (b>? AND b<?)'
SELECT b FROM x WHERE b LIKE 'ab%' ORDER BY b;
--> 'abc'
EXPLAIN QUERY PLAN SELECT * FROM x WHERE s LIKE 'ab%';
--> 'SCAN x'
SELECT s FROM x WHERE s LIKE 'ab%' ORDER BY s, b;
--> 'abc'
PRAGMA case_sensitive_like = 0;
EXPLAIN QUERY PLAN SELECT * FROM x WHERE b LIKE 'ab%';
--> 'SCAN x'
SELECT b FROM x WHERE b LIKE 'ab%' ORDER BY b;
--> 'ABD'
--> 'abc'

-- case a descending index and WITHOUT ROWID
CREATE TABLE w(k TEXT PRIMARY KEY COLLATE NOCASE, v) WITHOUT ROWID;
CREATE INDEX wv ON w(v COLLATE NOCASE DESC);
INSERT INTO w VALUES ('abc', 'xa'), ('ABD', 'Xb'), ('b', x'7861'), (x'6162', 'y');
EXPLAIN QUERY PLAN SELECT * FROM w WHERE k LIKE 'ab%';
--> 'SEARCH w USING PRIMARY KEY (k>? AND k<?)'
SELECT k FROM w WHERE k LIKE 'ab%' ORDER BY k;
--> 'abc'
--> 'ABD'
SELECT k FROM w WHERE k LIKE 'ab%' ORDER BY k DESC;
--> 'ABD'
--> 'abc'
EXPLAIN QUERY PLAN SELECT * FROM w WHERE v LIKE 'x%';
--> 'SEARCH w USING COVERING INDEX wv (v>? AND v<?)'
SELECT v FROM w WHERE v LIKE 'x%' ORDER BY v COLLATE NOCASE;
--> 'xa'
--> 'Xb'
SELECT v FROM w WHERE v LIKE 'x%' ORDER BY v COLLATE NOCASE DESC;
--> 'Xb'
--> 'xa'
