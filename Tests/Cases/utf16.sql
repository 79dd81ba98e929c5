-- case UTF-16le: text is bytes of the encoding
PRAGMA encoding = 'UTF-16le';
SELECT hex('ab'), hex(12), hex(1.5), hex(NULL), hex(x'6162'), hex(CAST(12 AS TEXT)), hex(CAST(12 AS BLOB)), hex(CAST(1.5 AS BLOB));
--> '61006200', '3132', '312E35', '', '6162', '31003200', '31003200', '31002E003500'
SELECT CAST('ab' AS BLOB), CAST(x'61006200' AS TEXT), CAST(x'610062' AS TEXT), CAST(x'0061' AS TEXT), CAST(x'61' AS TEXT);
--> x'61006200', 'ab', 'a', '愀', ''
SELECT x'6100' || 'b', 'b' || x'6100', x'61' || x'62', typeof(x'61' || x'62'), x'6100' || 5, 5 || x'0061';
--> 'ab', 'ba', '扡', 'text', 'a5', '5愀'
SELECT hex(x'6100' || x'62'), hex('c' || x'610062'), length(x'6100' || x'62'), length(zeroblob(4) || ''), hex(zeroblob(4) || '');
--> '6100', '63006100', 1, 0, '00000000'
SELECT octet_length('ab'), octet_length(12), octet_length(1.5), octet_length(x'6162'), octet_length('é😀'), octet_length(NULL);
--> 4, 4, 6, 2, 6, NULL
SELECT length('é😀'), length(x'e900'), unicode(x'e900'), unicode('😀'), hex(char(97, 233, 128512));
--> 2, 2, 233, 128512, '6100E9003DD800DE'
SELECT 1 + x'3100', 1 + x'0031', 1 + x'31', -x'3200', ~x'3200', x'3500' % 3, x'3500' & 4;
--> 2, 1, 1, -2, -3, 2, 4
SELECT CAST(x'31003200' AS INTEGER), CAST(x'00310032' AS INTEGER), CAST(x'3132' AS INTEGER), CAST(x'31002e003500' AS REAL), CAST(x'3100' AS NUMERIC), CAST(x'0031' AS NUMERIC);
--> 12, 0, 0, 1.5, 1, 0
SELECT upper(x'6100'), upper(x'0061'), lower(x'4100'), trim(x'61002000'), ltrim(x'20006100'), trim(x'61006200', x'6100');
--> 'A', '愀', 'a', 'a', 'a', 'b'
SELECT substr(x'61006200', 1, 1), substr(x'61006200', 2), replace(x'61006200', 'a', 'c'), replace('abc', x'6200', x'7800');
--> x'61', x'006200', 'cb', 'axc'
SELECT instr(x'61006200', 'b'), instr(x'6100', x'00'), instr('ab', x'6200'), instr('ab', x'0062');
--> 2, 2, 2, 0
SELECT quote('ab'), quote(x'61'), unhex('6162'), unhex(x'36003100'), unistr(x'6100'), typeof(unistr(x'6100'));
--> '''ab''', 'X''61''', x'6162', x'61', 'a', 'text'
SELECT abs(x'2d003100'), round(x'31002e003700'), sign(x'3100'), printf('%s|%d|%f', x'6100', x'3200', x'3300'), format(x'25006400', 5);
--> 1.0, 2.0, NULL, 'a|2|3.000000', '5'
SELECT x'3100' AND 1, x'31' AND 1, NOT x'3000', x'0031' OR 0, CASE WHEN x'3100' THEN 'yes' ELSE 'no' END, iif(x'3100', 1, 2);
--> 1, 0, 1, 0, 'yes', 1
SELECT concat('a', 1, 'é'), hex(concat('a', 1)), concat_ws('-', 'a', 1), hex(concat_ws(x'', 'a', NULL, 'b'));
--> 'a1é', '61003100', 'a-1', '61006200'
SELECT sum(a), total(a), avg(a), sum(b) FROM (SELECT x'3100' AS a, x'0032' AS b UNION ALL SELECT x'3300', x'0034');
--> 4.0, 4.0, 2.0, 0.0
SELECT group_concat(a), group_concat(a, x'2d00'), hex(group_concat(a)) FROM (SELECT x'6100' AS a UNION ALL SELECT 'b');
--> 'a,b', 'a-b', '61002C006200'
SELECT group_concat(a, x'2d00') OVER (ORDER BY n ROWS 1 PRECEDING) FROM (SELECT x'6100' AS a, 1 AS n UNION ALL SELECT 'b', 2 UNION ALL SELECT 'c', 3);
--> 'a'
--> 'a-b'
--> 'b-c'
SELECT count(*) FILTER (WHERE x'3100'), count(*) FILTER (WHERE x'31');
--> 1, 0
SELECT date(x'3200'), strftime('%Y', x'32003000300030002d00300031002d0030003100'), date('2000-01-01', x'2b003100200064006100790073');
--> '-4713-11-26', '2000', '2000-01-02'
SELECT json(x'5b0031005d00'), json_extract('[1,2]', x'24005b0031005d00'), hex(json('[1]')), json_valid(x'5b0031005d00');
--> '[1]', 2, '5B0031005D00', 1
SELECT hex(jsonb('[1]')), json(jsonb('[1]')), hex(json_extract('["a"]', '$[0]'));
--> '2B1331', '[1]', '6100'
SELECT 'abc' LIKE x'6100', x'6100' LIKE 'a', x'6100' GLOB 'a*', like('a', 'A'), 'abc' LIKE 'aXbc' ESCAPE x'5800';
--> 0, 0, 0, 1, 1
SELECT '1' = x'3100', CAST(x'3100' AS TEXT) = '1', min('a', x'61'), max('a', x'6100'), nullif('a', x'6100'), coalesce(x'6100', '');
--> 0, 1, 'a', x'6100', 'a', x'6100'
SELECT 'é' < 'z', 'ā' < 'b', '😀' < 'ﬀ', max('é', 'z', 'ā');
--> 0, 1, 0, 'é'
SELECT a FROM (SELECT 'é' AS a UNION ALL SELECT 'z' UNION ALL SELECT 'ā' UNION ALL SELECT '😀' UNION ALL SELECT 'ﬀ') ORDER BY a;
--> 'ﬀ'
--> 'ā'
--> '😀'
--> 'z'
--> 'é'
SELECT hex('a' || char(0) || 'b'), length('a' || char(0) || 'b'), octet_length('a' || char(0) || 'b');
--> '610000006200', 1, 6

-- case UTF-16le: stored values
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(a TEXT, b BLOB, c NUMERIC, d DEFAULT (CAST(x'6100' AS TEXT)), e GENERATED ALWAYS AS (hex(a)));
INSERT INTO t(a, b, c) VALUES ('é', 'é', '12'), (x'e900', x'e900', x'3100'), (5, 5, ' 7 ');
SELECT a, b, c, d, e, typeof(a), typeof(b), typeof(c), hex(b), octet_length(a) FROM t;
--> 'é', 'é', 12, 'a', 'E900', 'text', 'text', 'integer', 'E900', 2
--> x'e900', x'e900', x'3100', 'a', 'E900', 'blob', 'blob', 'blob', 'E900', 2
--> '5', 5, 7, 'a', '3500', 'text', 'integer', 'integer', '35', 2
UPDATE t SET b = CAST(b AS TEXT), a = a || x'7a00';
SELECT a, b, typeof(b), hex(a) FROM t;
--> 'éz', 'é', 'text', 'E9007A00'
--> 'éz', 'é', 'text', 'E9007A00'
--> '5z', '5', 'text', '35007A00'
ALTER TABLE t ADD COLUMN f DEFAULT (x'6100');
ALTER TABLE t ADD COLUMN g TEXT DEFAULT 'é';
SELECT f, g, hex(g) FROM t;
--> x'6100', 'é', 'E900'
--> x'6100', 'é', 'E900'
--> x'6100', 'é', 'E900'
CREATE INDEX i ON t(hex(a));
SELECT count(*) FROM t WHERE hex(a) = hex('5z');
--> 1
PRAGMA integrity_check;
--> 'ok'

-- case UTF-16le: patterns and indexes
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(a TEXT COLLATE NOCASE, b TEXT, c);
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
CREATE INDEX ic ON t(c);
INSERT INTO t VALUES ('abc', 'abc', 'abc'), ('ABD', 'ABD', 'ABD'), ('aé', 'aé', 'aé'), ('b', 'b', 'b'), ('é', 'é', 'é'), ('aāx', 'aāx', 'aāx'), (x'61006200', x'61006200', x'61006200'), ('a', 'a', 'a'), ('ab', 'ab', 'ab');
EXPLAIN QUERY PLAN SELECT a FROM t WHERE a LIKE 'ab%';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE b GLOB 'ab*';
--> 'SEARCH t USING COVERING INDEX ib (b>? AND b<?)'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE c GLOB 'ab*';
--> 'SEARCH t USING COVERING INDEX ic (c>? AND c<?)'
SELECT a FROM t WHERE a LIKE 'ab%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'ab'
SELECT a FROM t WHERE a LIKE 'a%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT b FROM t WHERE b GLOB 'ab*' ORDER BY rowid;
--> 'abc'
--> 'ab'
SELECT b FROM t WHERE b GLOB 'aé*' ORDER BY rowid;
--> 'aé'
SELECT b FROM t WHERE b GLOB 'é*' ORDER BY rowid;
--> 'é'
SELECT c FROM t WHERE c GLOB 'a*' ORDER BY rowid;
--> 'abc'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT c FROM t WHERE c LIKE 'A%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT b FROM t WHERE b BETWEEN 'a' AND 'b' ORDER BY b;
--> 'a'
--> 'aāx'
--> 'ab'
--> 'abc'
--> 'aé'
--> 'b'
SELECT b FROM t ORDER BY b;
--> 'ABD'
--> 'a'
--> 'aāx'
--> 'ab'
--> 'abc'
--> 'aé'
--> 'b'
--> 'é'
--> x'61006200'
SELECT a FROM t ORDER BY a, b;
--> 'a'
--> 'ab'
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'b'
--> 'é'
--> x'61006200'

-- case UTF-16be: text is bytes of the encoding
PRAGMA encoding = 'UTF-16be';
SELECT hex('ab'), hex(12), hex(1.5), hex(NULL), hex(x'6162'), hex(CAST(12 AS TEXT)), hex(CAST(12 AS BLOB)), hex(CAST(1.5 AS BLOB));
--> '00610062', '3132', '312E35', '', '6162', '00310032', '00310032', '0031002E0035'
SELECT CAST('ab' AS BLOB), CAST(x'61006200' AS TEXT), CAST(x'610062' AS TEXT), CAST(x'0061' AS TEXT), CAST(x'61' AS TEXT);
--> x'00610062', '愀戀', '愀', 'a', ''
SELECT x'6100' || 'b', 'b' || x'6100', x'61' || x'62', typeof(x'61' || x'62'), x'6100' || 5, 5 || x'0061';
--> '愀b', 'b愀', '慢', 'text', '愀5', '5a'
SELECT hex(x'6100' || x'62'), hex('c' || x'610062'), length(x'6100' || x'62'), length(zeroblob(4) || ''), hex(zeroblob(4) || '');
--> '6100', '00636100', 1, 0, '00000000'
SELECT octet_length('ab'), octet_length(12), octet_length(1.5), octet_length(x'6162'), octet_length('é😀'), octet_length(NULL);
--> 4, 4, 6, 2, 6, NULL
SELECT length('é😀'), length(x'e900'), unicode(x'e900'), unicode('😀'), hex(char(97, 233, 128512));
--> 2, 2, 59648, 128512, '006100E9D83DDE00'
SELECT 1 + x'3100', 1 + x'0031', 1 + x'31', -x'3200', ~x'3200', x'3500' % 3, x'3500' & 4;
--> 1, 2, 1, 0, -1, 0, 0
SELECT CAST(x'31003200' AS INTEGER), CAST(x'00310032' AS INTEGER), CAST(x'3132' AS INTEGER), CAST(x'31002e003500' AS REAL), CAST(x'3100' AS NUMERIC), CAST(x'0031' AS NUMERIC);
--> 0, 12, 0, 0.0, 0, 1
SELECT upper(x'6100'), upper(x'0061'), lower(x'4100'), trim(x'61002000'), ltrim(x'20006100'), trim(x'61006200', x'6100');
--> '愀', 'A', '䄀', '愀 ', ' 愀', '戀'
SELECT substr(x'61006200', 1, 1), substr(x'61006200', 2), replace(x'61006200', 'a', 'c'), replace('abc', x'6200', x'7800');
--> x'61', x'006200', '愀戀', 'abc'
SELECT instr(x'61006200', 'b'), instr(x'6100', x'00'), instr('ab', x'6200'), instr('ab', x'0062');
--> 0, 2, 0, 2
SELECT quote('ab'), quote(x'61'), unhex('6162'), unhex(x'36003100'), unistr(x'6100'), typeof(unistr(x'6100'));
--> '''ab''', 'X''61''', x'6162', NULL, '愀', 'text'
SELECT abs(x'2d003100'), round(x'31002e003700'), sign(x'3100'), printf('%s|%d|%f', x'6100', x'3200', x'3300'), format(x'25006400', 5);
--> 0.0, 0.0, NULL, '愀|0|0.000000', '─搀'
SELECT x'3100' AND 1, x'31' AND 1, NOT x'3000', x'0031' OR 0, CASE WHEN x'3100' THEN 'yes' ELSE 'no' END, iif(x'3100', 1, 2);
--> 0, 0, 1, 1, 'no', 2
SELECT concat('a', 1, 'é'), hex(concat('a', 1)), concat_ws('-', 'a', 1), hex(concat_ws(x'', 'a', NULL, 'b'));
--> 'a1é', '00610031', 'a-1', '00610062'
SELECT sum(a), total(a), avg(a), sum(b) FROM (SELECT x'3100' AS a, x'0032' AS b UNION ALL SELECT x'3300', x'0034');
--> 0.0, 0.0, 0.0, 6.0
SELECT group_concat(a), group_concat(a, x'2d00'), hex(group_concat(a)) FROM (SELECT x'6100' AS a UNION ALL SELECT 'b');
--> '愀,b', '愀ⴀb', '6100002C0062'
SELECT group_concat(a, x'2d00') OVER (ORDER BY n ROWS 1 PRECEDING) FROM (SELECT x'6100' AS a, 1 AS n UNION ALL SELECT 'b', 2 UNION ALL SELECT 'c', 3);
--> '愀'
--> '愀ⴀb'
--> 'bⴀc'
SELECT count(*) FILTER (WHERE x'3100'), count(*) FILTER (WHERE x'31');
--> 0, 0
SELECT date(x'3200'), strftime('%Y', x'32003000300030002d00300031002d0030003100'), date('2000-01-01', x'2b003100200064006100790073');
--> NULL, NULL, NULL
SELECT json(x'5b0031005d00'), json_extract('[1,2]', x'24005b0031005d00'), hex(json('[1]')), json_valid(x'5b0031005d00');
--> error: malformed JSON
SELECT hex(jsonb('[1]')), json(jsonb('[1]')), hex(json_extract('["a"]', '$[0]'));
--> '2B1331', '[1]', '0061'
SELECT 'abc' LIKE x'6100', x'6100' LIKE 'a', x'6100' GLOB 'a*', like('a', 'A'), 'abc' LIKE 'aXbc' ESCAPE x'5800';
--> 0, 0, 0, 1, 0
SELECT '1' = x'3100', CAST(x'3100' AS TEXT) = '1', min('a', x'61'), max('a', x'6100'), nullif('a', x'6100'), coalesce(x'6100', '');
--> 0, 0, 'a', x'6100', 'a', x'6100'
SELECT 'é' < 'z', 'ā' < 'b', '😀' < 'ﬀ', max('é', 'z', 'ā');
--> 0, 0, 1, 'ā'
SELECT a FROM (SELECT 'é' AS a UNION ALL SELECT 'z' UNION ALL SELECT 'ā' UNION ALL SELECT '😀' UNION ALL SELECT 'ﬀ') ORDER BY a;
--> 'z'
--> 'é'
--> 'ā'
--> '😀'
--> 'ﬀ'
SELECT hex('a' || char(0) || 'b'), length('a' || char(0) || 'b'), octet_length('a' || char(0) || 'b');
--> '006100000062', 1, 6

-- case UTF-16be: stored values
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(a TEXT, b BLOB, c NUMERIC, d DEFAULT (CAST(x'6100' AS TEXT)), e GENERATED ALWAYS AS (hex(a)));
INSERT INTO t(a, b, c) VALUES ('é', 'é', '12'), (x'e900', x'e900', x'3100'), (5, 5, ' 7 ');
SELECT a, b, c, d, e, typeof(a), typeof(b), typeof(c), hex(b), octet_length(a) FROM t;
--> 'é', 'é', 12, '愀', '00E9', 'text', 'text', 'integer', '00E9', 2
--> x'e900', x'e900', x'3100', '愀', 'E900', 'blob', 'blob', 'blob', 'E900', 2
--> '5', 5, 7, '愀', '0035', 'text', 'integer', 'integer', '35', 2
UPDATE t SET b = CAST(b AS TEXT), a = a || x'7a00';
SELECT a, b, typeof(b), hex(a) FROM t;
--> 'é稀', 'é', 'text', '00E97A00'
--> '稀', '', 'text', 'E9007A00'
--> '5稀', '5', 'text', '00357A00'
ALTER TABLE t ADD COLUMN f DEFAULT (x'6100');
ALTER TABLE t ADD COLUMN g TEXT DEFAULT 'é';
SELECT f, g, hex(g) FROM t;
--> x'6100', 'é', '00E9'
--> x'6100', 'é', '00E9'
--> x'6100', 'é', '00E9'
CREATE INDEX i ON t(hex(a));
SELECT count(*) FROM t WHERE hex(a) = hex('5z');
--> 0
PRAGMA integrity_check;
--> 'ok'

-- case UTF-16be: patterns and indexes
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(a TEXT COLLATE NOCASE, b TEXT, c);
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
CREATE INDEX ic ON t(c);
INSERT INTO t VALUES ('abc', 'abc', 'abc'), ('ABD', 'ABD', 'ABD'), ('aé', 'aé', 'aé'), ('b', 'b', 'b'), ('é', 'é', 'é'), ('aāx', 'aāx', 'aāx'), (x'61006200', x'61006200', x'61006200'), ('a', 'a', 'a'), ('ab', 'ab', 'ab');
EXPLAIN QUERY PLAN SELECT a FROM t WHERE a LIKE 'ab%';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
EXPLAIN QUERY PLAN SELECT b FROM t WHERE b GLOB 'ab*';
--> 'SEARCH t USING COVERING INDEX ib (b>? AND b<?)'
EXPLAIN QUERY PLAN SELECT c FROM t WHERE c GLOB 'ab*';
--> 'SEARCH t USING COVERING INDEX ic (c>? AND c<?)'
SELECT a FROM t WHERE a LIKE 'ab%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'ab'
SELECT a FROM t WHERE a LIKE 'a%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT b FROM t WHERE b GLOB 'ab*' ORDER BY rowid;
--> 'abc'
--> 'ab'
SELECT b FROM t WHERE b GLOB 'aé*' ORDER BY rowid;
--> 'aé'
SELECT b FROM t WHERE b GLOB 'é*' ORDER BY rowid;
--> 'é'
SELECT c FROM t WHERE c GLOB 'a*' ORDER BY rowid;
--> 'abc'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT c FROM t WHERE c LIKE 'A%' ORDER BY rowid;
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'a'
--> 'ab'
SELECT b FROM t WHERE b BETWEEN 'a' AND 'b' ORDER BY b;
--> 'a'
--> 'ab'
--> 'abc'
--> 'aé'
--> 'aāx'
--> 'b'
SELECT b FROM t ORDER BY b;
--> 'ABD'
--> 'a'
--> 'ab'
--> 'abc'
--> 'aé'
--> 'aāx'
--> 'b'
--> 'é'
--> x'61006200'
SELECT a FROM t ORDER BY a, b;
--> 'a'
--> 'ab'
--> 'abc'
--> 'ABD'
--> 'aé'
--> 'aāx'
--> 'b'
--> 'é'
--> x'61006200'

-- case the encoding can be chosen until there is a schema
PRAGMA user_version = 5;
PRAGMA encoding = 'UTF-16le';
PRAGMA encoding;
--> 'UTF-16le'
CREATE TABLE t(a);
SELECT hex('a');
--> '6100'
PRAGMA encoding = 'UTF-8';
PRAGMA encoding;
--> 'UTF-16le'
PRAGMA user_version;
--> 5

-- case reading fixes no encoding
SELECT * FROM sqlite_schema;
PRAGMA encoding = 'UTF-16be';
PRAGMA encoding;
--> 'UTF-16be'
PRAGMA application_id = 7;
PRAGMA encoding = 'UTF-8';
PRAGMA encoding;
--> 'UTF-8'

-- case a transaction without a schema fixes no encoding
BEGIN;
PRAGMA user_version = 2;
PRAGMA encoding = 'UTF-16le';
COMMIT;
SELECT hex('a');
--> '6100'

-- case a table that is rolled back fixes the encoding
BEGIN;
CREATE TABLE t(a);
ROLLBACK;
PRAGMA encoding = 'UTF-16le';
PRAGMA encoding;
--> 'UTF-8'

-- case an attached database without a schema takes the encoding of main
ATTACH ':memory:' AS x;
PRAGMA x.user_version = 3;
PRAGMA encoding = 'UTF-16le';
CREATE TABLE x.t(a);
INSERT INTO x.t VALUES ('a');
SELECT hex(a) FROM x.t;
--> '6100'
PRAGMA encoding;
--> 'UTF-16le'

-- case NOCASE ends at a NUL
CREATE TABLE t(n INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE);
INSERT INTO t VALUES (1, 'a' || char(0) || 'b'), (2, 'A' || char(0) || 'c'), (3, 'a'), (4, 'ab'), (5, 'a' || char(0)), (6, 'a' || char(0) || 'zz'), (7, char(0) || 'b'), (8, char(0) || 'a'), (9, 'abcdefgh' || char(0) || 'x'), (10, 'ABCDEFGH' || char(0) || 'a');
SELECT n FROM t ORDER BY a, n;
--> 7
--> 8
--> 3
--> 5
--> 1
--> 2
--> 6
--> 4
--> 9
--> 10
SELECT n FROM t ORDER BY a DESC, n;
--> 9
--> 10
--> 4
--> 6
--> 1
--> 2
--> 5
--> 3
--> 7
--> 8
SELECT count(DISTINCT a) FROM t;
--> 7
SELECT min(n), max(n), count(*) FROM t GROUP BY a;
--> 7, 8, 2
--> 3, 3, 1
--> 5, 5, 1
--> 1, 2, 2
--> 6, 6, 1
--> 4, 4, 1
--> 9, 10, 2
SELECT x.n, y.n FROM t AS x JOIN t AS y ON x.a = y.a AND x.n < y.n ORDER BY 1, 2;
--> 1, 2
--> 7, 8
--> 9, 10
SELECT n FROM t WHERE a = 'A' || char(0) || 'q' ORDER BY n;
--> 1
--> 2
SELECT n FROM t WHERE a LIKE 'a' ORDER BY n;
--> 1
--> 2
--> 3
--> 5
--> 6
SELECT n FROM t WHERE a LIKE 'a' || char(0) || 'x' ORDER BY n;
--> 1
--> 2
--> 3
--> 5
--> 6
SELECT n FROM t WHERE a IN ('a' || char(0) || 'q', 'AB') ORDER BY n;
--> 1
--> 2
--> 4
CREATE INDEX i ON t(a);
SELECT n FROM t WHERE a = 'A' || char(0) || 'q' ORDER BY n;
--> 1
--> 2
SELECT n FROM t WHERE a LIKE 'a%' ORDER BY n;
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
--> 9
--> 10
SELECT n FROM t WHERE a > 'a' ORDER BY n;
--> 1
--> 2
--> 4
--> 5
--> 6
--> 9
--> 10
SELECT max(a) = 'b', hex(min(a)) FROM t;
--> 0, '0062'
PRAGMA integrity_check;
--> 'ok'
CREATE UNIQUE INDEX u ON t(a);
--> error: UNIQUE constraint failed: t.a

-- case instr with one byte of a blob, which is no text
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(a, b);
INSERT INTO t VALUES ('1', x'61'), ('aéb', x'61'), ('', x'61'), (x'61', x'61'), ('abc', x'6100'), ('abc', x'616200'), ('abc', x''), (12, x'00');
SELECT instr(a, b), instr(b, a), instr(1, b) FROM t;
--> 2, 0, 2
--> 4, 0, 2
--> 1, 1, 2
--> 1, 1, 2
--> 1, 0, 0
--> 0, 0, 0
--> 1, 0, 1
--> 3, 0, 2
