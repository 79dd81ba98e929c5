-- Texts of UTF-16 databases that are no characters: surrogates without their other half, U+FFFE and U+FFFF, bytes that make no unit.

-- case UTF-16le: surrogates are stored as they are
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(n INTEGER PRIMARY KEY, a TEXT, b TEXT COLLATE NOCASE, c DEFAULT (CAST(x'00d86100' AS TEXT)), d AS (hex(a)));
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
CREATE INDEX id ON t(a DESC, b COLLATE RTRIM);
INSERT INTO t(n, a, b) VALUES (1, CAST(x'3dd8' AS TEXT), CAST(x'3dd8' AS TEXT)), (2, CAST(x'00de' AS TEXT), CAST(x'00de' AS TEXT)), (3, CAST(x'00de3dd8' AS TEXT), CAST(x'00de3dd8' AS TEXT)), (4, CAST(x'3dd86100' AS TEXT), CAST(x'3dd84100' AS TEXT)), (5, CAST(x'3dd800de' AS TEXT), CAST(x'3dd800de' AS TEXT)), (6, CAST(x'ffff' AS TEXT), CAST(x'feff' AS TEXT)), (7, CAST(x'00e0' AS TEXT), CAST(x'fdff' AS TEXT)), (8, CAST(x'61003dd8' AS TEXT), CAST(x'41003dd8' AS TEXT)), (9, CAST(x'3dd82000' AS TEXT), CAST(x'3dd82000' AS TEXT)), (10, 'a', 'A');
SELECT n, d, hex(a), hex(b), hex(c) FROM t ORDER BY n;
--> 1, '3DD8', '3DD8', '3DD8', '00D86100'
--> 2, '00DE', '00DE', '00DE', '00D86100'
--> 3, '00DE3DD8', '00DE3DD8', '00DE3DD8', '00D86100'
--> 4, '3DD86100', '3DD86100', '3DD84100', '00D86100'
--> 5, '3DD800DE', '3DD800DE', '3DD800DE', '00D86100'
--> 6, 'FFFF', 'FFFF', 'FEFF', '00D86100'
--> 7, '00E0', '00E0', 'FDFF', '00D86100'
--> 8, '61003DD8', '61003DD8', '41003DD8', '00D86100'
--> 9, '3DD82000', '3DD82000', '3DD82000', '00D86100'
--> 10, '6100', '6100', '4100', '00D86100'
SELECT n FROM t ORDER BY a, n;
--> 2
--> 3
--> 7
--> 1
--> 5
--> 9
--> 4
--> 10
--> 8
--> 6
SELECT n FROM t ORDER BY b, n;
--> 10
--> 8
--> 1
--> 2
--> 7
--> 6
--> 9
--> 4
--> 5
--> 3
SELECT n FROM t ORDER BY +b COLLATE RTRIM, n;
--> 10
--> 8
--> 1
--> 2
--> 7
--> 6
--> 9
--> 4
--> 5
--> 3
SELECT n FROM t ORDER BY +a DESC;
--> 6
--> 8
--> 10
--> 4
--> 9
--> 5
--> 1
--> 7
--> 3
--> 2
SELECT n FROM t WHERE a = CAST(x'3dd8' AS TEXT);
--> 1
SELECT n FROM t WHERE a >= CAST(x'3dd8' AS TEXT) ORDER BY n;
--> 1
--> 4
--> 5
--> 6
--> 8
--> 9
--> 10
SELECT n FROM t WHERE b = CAST(x'3dd86100' AS TEXT);
SELECT n FROM t WHERE a IN (CAST(x'00de' AS TEXT), CAST(x'fdff' AS TEXT), CAST(x'ffff' AS TEXT)) ORDER BY n;
--> 2
--> 6
SELECT count(DISTINCT a), count(DISTINCT b), count(DISTINCT a COLLATE RTRIM) FROM t;
--> 10, 10, 10
SELECT hex(min(a)), hex(max(a)), hex(min(b)), hex(max(b)) FROM t;
--> '00DE', 'FFFF', '4100', '00DE3DD8'
SELECT hex(a), count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t) GROUP BY a ORDER BY a;
--> '00DE', 2
--> '00DE3DD8', 2
--> '00E0', 1
--> '3DD8', 2
--> '3DD800DE', 2
--> '3DD82000', 2
--> '3DD84100', 1
--> '3DD86100', 1
--> '4100', 1
--> '41003DD8', 1
--> '6100', 1
--> '61003DD8', 1
--> 'FDFF', 1
--> 'FEFF', 1
--> 'FFFF', 1
INSERT INTO t(n, a, b) SELECT n + 100, b, a FROM t;
UPDATE t SET c = n WHERE n > 105;
UPDATE t SET b = a, a = b WHERE n < 3;
SELECT n, hex(a), hex(b), hex(c) FROM t WHERE n > 100 OR n < 3 ORDER BY n;
--> 1, '3DD8', '3DD8', '00D86100'
--> 2, '00DE', '00DE', '00D86100'
--> 101, '3DD8', '3DD8', '00D86100'
--> 102, '00DE', '00DE', '00D86100'
--> 103, '00DE3DD8', '00DE3DD8', '00D86100'
--> 104, '3DD84100', '3DD86100', '00D86100'
--> 105, '3DD800DE', '3DD800DE', '00D86100'
--> 106, 'FEFF', 'FFFF', '313036'
--> 107, 'FDFF', '00E0', '313037'
--> 108, '41003DD8', '61003DD8', '313038'
--> 109, '3DD82000', '3DD82000', '313039'
--> 110, '4100', '6100', '313130'
ALTER TABLE t ADD COLUMN f DEFAULT (CAST(x'00de' AS TEXT));
CREATE INDEX ig ON t(f, hex(a));
VACUUM;
REINDEX;
SELECT count(*), hex(f) FROM t GROUP BY f;
--> 20, '0000FDFF'
PRAGMA integrity_check;
--> 'ok'
CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT OR REPLACE INTO w SELECT a, b FROM t ORDER BY n;
SELECT hex(k), hex(v) FROM w;
--> '00DE', '00DE'
--> '00DE3DD8', '00DE3DD8'
--> '00E0', 'FDFF'
--> '3DD8', '3DD8'
--> '3DD800DE', '3DD800DE'
--> '3DD82000', '3DD82000'
--> '3DD84100', '3DD86100'
--> '3DD86100', '3DD84100'
--> '4100', '6100'
--> '41003DD8', '61003DD8'
--> '6100', '4100'
--> '61003DD8', '41003DD8'
--> 'FDFF', '00E0'
--> 'FEFF', 'FFFF'
--> 'FFFF', 'FEFF'
INSERT INTO w VALUES (CAST(x'3dd8' AS TEXT), 1);
--> error: UNIQUE constraint failed: w.k
UPDATE w SET v = v || CAST(x'00de' AS TEXT) WHERE k = CAST(x'00de3dd8' AS TEXT) RETURNING hex(k), hex(v);
--> '00DE3DD8', '00DE3DD800DE'
PRAGMA integrity_check;
--> 'ok'

-- case UTF-16le: surrogates join
PRAGMA encoding = 'UTF-16le';
SELECT hex(CAST(x'3dd8' AS TEXT) || CAST(x'00de' AS TEXT)), CAST(x'3dd8' AS TEXT) || CAST(x'00de' AS TEXT), length(CAST(x'3dd8' AS TEXT) || CAST(x'00de' AS TEXT)), hex(CAST(x'3dd8' AS TEXT) || 'a'), hex(CAST(x'00de' AS TEXT) || CAST(x'3dd8' AS TEXT)), hex(CAST(x'3dd8' AS TEXT) || 1 || CAST(x'00de' AS TEXT));
--> '3DD800DE', '😀', 1, '3DD86100', '00DE3DD8', '3DD8310000DE'
SELECT (CAST(x'3dd8' AS TEXT) || CAST(x'00de' AS TEXT)) = '😀', CAST(x'3dd8' AS TEXT) || x'00de' = '😀', hex(CAST(x'3dd8' AS TEXT) || x'00de' || CAST(x'3dd8' AS TEXT));
--> 1, 1, '3DD800DE3DD8'
WITH RECURSIVE r(n, s) AS (SELECT 0, '' UNION ALL SELECT n + 1, s || iif(n % 2, CAST(x'00de' AS TEXT), CAST(x'3dd8' AS TEXT)) FROM r WHERE n < 4) SELECT n, hex(s), length(s) FROM r;
--> 0, '', 0
--> 1, '3DD8', 1
--> 2, '3DD800DE', 1
--> 3, '3DD800DE3DD8', 2
--> 4, '3DD800DE3DD800DE', 2
SELECT hex(group_concat(a, '')), hex(group_concat(a)) FROM (SELECT CAST(x'3dd8' AS TEXT) AS a UNION ALL SELECT CAST(x'00de' AS TEXT) UNION ALL SELECT 'a');
--> 'FDFFFDFF6100', 'FDFF2C00FDFF2C006100'
SELECT hex(concat(CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT))), hex(concat_ws(CAST(x'3dd8' AS TEXT), 'a', CAST(x'00de' AS TEXT), 'b')), hex(printf('%s%s', CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT)));
--> 'FDFFFDFF', '6100FDFFFDFFFDFF6200', 'FDFFFDFF'

-- case UTF-16le: functions see any unit behind a surrogate as its other half
PRAGMA encoding = 'UTF-16le';
SELECT length(CAST(x'3dd86100' AS TEXT)), length(CAST(x'3dd8' AS TEXT)), length(CAST(x'00de3dd86100' AS TEXT)), octet_length(CAST(x'3dd86100' AS TEXT)), unicode(CAST(x'3dd86100' AS TEXT)), unicode(CAST(x'3dd8' AS TEXT)), unicode(CAST(x'ffff' AS TEXT));
--> 1, 1, 2, 4, 128097, 65533, 65533
SELECT hex(upper(CAST(x'3dd86100' AS TEXT))), hex(upper(CAST(x'61003dd8' AS TEXT))), hex(lower(CAST(x'00de41004100' AS TEXT))), hex(trim(CAST(x'20003dd82000' AS TEXT))), hex(substr(CAST(x'61003dd862006300' AS TEXT), 2, 1)), hex(replace(CAST(x'61003dd8' AS TEXT), 'a', 'b')), hex(replace(CAST(x'3dd86100' AS TEXT), 'a', 'b'));
--> '3DD861DC', '4100FDFF', '00DA41DC6100', '3DD820DC', '3DD862DC', '6200FDFF', '3DD861DC'
SELECT instr(CAST(x'3dd861006200' AS TEXT), 'a'), instr(CAST(x'3dd861006200' AS TEXT), 'b'), instr(CAST(x'61003dd8' AS TEXT), CAST(x'3dd8' AS TEXT)), CAST(x'3dd86100' AS TEXT) LIKE '_', CAST(x'3dd8' AS TEXT) LIKE '_', CAST(x'61003dd8' AS TEXT) GLOB 'a*', CAST(x'3dd86100' AS TEXT) GLOB '*a';
--> 0, 2, 2, 1, 1, 1, 0
SELECT hex(quote(CAST(x'3dd8' AS TEXT))), hex(CAST(x'3dd8' AS TEXT)), hex(CAST(CAST(x'3dd86100' AS TEXT) AS BLOB)), hex(CAST(CAST(x'3dd86100' AS TEXT) AS TEXT)), typeof(CAST(x'3dd8' AS TEXT)), hex(char(0xd83d, 0xde00)), hex(char(0xffff)), hex('￿'), hex('a￾b');
--> '2700FDFF2700', '3DD8', '3DD86100', '3DD86100', 'text', 'FDFFFDFF', 'FDFF', 'FDFF', '6100FDFF6200'
SELECT hex(coalesce(NULL, CAST(x'3dd8' AS TEXT))), hex(min(CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT))), hex(max(CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT))), hex(nullif(CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT))), nullif(CAST(x'3dd8' AS TEXT), CAST(x'3dd8' AS TEXT)), hex(iif(1, CAST(x'ffff' AS TEXT), 0)), hex(likely(CAST(x'3dd8' AS TEXT))), hex(CASE WHEN 1 THEN CAST(x'00de' AS TEXT) END);
--> '3DD8', '00DE', '3DD8', '3DD8', NULL, 'FFFF', '3DD8', '00DE'
SELECT CAST(x'3dd8' AS TEXT) = CAST(x'00de' AS TEXT), CAST(x'3dd8' AS TEXT) < CAST(x'00de' AS TEXT), CAST(x'3dd8' AS TEXT) = CAST(x'fdff' AS TEXT), CAST(x'3dd86100' AS TEXT) = CAST(x'3dd84100' AS TEXT) COLLATE NOCASE, CAST(x'ffff' AS TEXT) = CAST(x'fdff' AS TEXT), CAST(x'3dd8' AS TEXT) < 'z', CAST(x'3dd82000' AS TEXT) = CAST(x'3dd8' AS TEXT) COLLATE RTRIM;
--> 0, 0, 0, 0, 0, 1, 0
SELECT hex(json_array(CAST(x'3dd8' AS TEXT), CAST(x'610000de' AS TEXT))), json_extract(json_array(CAST(x'3dd86100' AS TEXT)), '$[0]'), hex(json_quote(CAST(x'3dd8' AS TEXT))), hex(json_object(CAST(x'3dd8' AS TEXT), 1)), hex((SELECT value FROM json_each(json_array(CAST(x'00de' AS TEXT))))), hex(json_group_array(CAST(x'3dd8' AS TEXT)));
--> '5B002200FDFF22002C0022006100FDFF22005D00', '👡', '2200FDFF2200', '7B002200FDFF22003A0031007D00', 'FDFF', '5B002200FDFF22005D00'
SELECT hex(lag(a) OVER (ORDER BY n)), hex(first_value(a) OVER (ORDER BY n)), hex(max(a) OVER (ORDER BY n)), hex(group_concat(a) OVER (ORDER BY n ROWS 1 PRECEDING)), hex(nth_value(a, 2) OVER (ORDER BY a)) FROM (SELECT 1 AS n, CAST(x'3dd8' AS TEXT) AS a UNION ALL SELECT 2, CAST(x'ffff' AS TEXT) UNION ALL SELECT 3, CAST(x'00de6100' AS TEXT));
--> '', '3DD8', '3DD8', 'FDFF', '3DD8'
--> '3DD8', '3DD8', 'FFFF', 'FDFF2C00FDFF', '3DD8'
--> 'FFFF', '3DD8', 'FFFF', 'FDFF2C0000DA61DC', ''
SELECT CAST(x'31003dd8' AS TEXT) + 1, CAST(CAST(x'3100320000de' AS TEXT) AS INTEGER), CAST(x'3dd83100' AS TEXT) AND 1, CAST(x'31003dd8' AS TEXT) AND 1, round(CAST(x'31002e0036003dd8' AS TEXT)), abs(CAST(x'2d0032003dd8' AS TEXT));
--> 2, 12, 0, 1, 2.0, 2.0

-- case UTF-16le: bytes that make no unit
PRAGMA encoding = 'UTF-16le';
SELECT hex(x'00' || 'a'), hex('a' || x'00'), hex(x'61' || x'62' || x'63'), hex('a' || x'610062'), hex(x'6100' || x'62'), x'31' || x'00' || '' = '1', length(x'00' || 'a');
--> '0061', '6100', '6162', '61006100', '6100', 1, 1
SELECT hex(CAST(x'616263' AS TEXT)), hex(CAST(x'61' AS TEXT)), length(CAST(x'616263' AS TEXT)), CAST(x'310032' AS INTEGER), CAST(x'003100' AS INTEGER), hex(x'd8' || x'3d' || x'00de'), x'310031' + 0, x'003100' + 0;
--> '6162', '', 1, 1, 0, 'D83D00DE', 1, 0

-- case UTF-16le: a text with characters from U+0100 on is an integer to arithmetic
PRAGMA encoding = 'UTF-16le';
SELECT '1.5€' + 1, '1.5é' + 1, '1.5abc' + 1, '1.5 x€' + 1, 1 - '.2ā', '2.5€' * 2, '7.5€' / 2, '7.5€' % 4, -'1.5€', '1e2€' + 0, '€1.5' + 1, '5€' + 1;
--> 2, 2.5, 2.5, 2, 1, 4, 3, 3, -1, 1, 1, 6
SELECT '1.5€' + 1.0, 2.5 - '1.5€', '99999999999999999999.5€' + 1, '9223372036854775808€' + 0, '-9223372036854775808.5€' + 0, '1.5€' * '2.5', '1.5€' / '1.5€';
--> 2.5, 1.0, 1e+20, 9.2233720368547758e+18, -9223372036854775808, 3.75, 1
SELECT CAST('1.5€' AS NUMERIC), CAST('1.5é' AS NUMERIC), CAST('1.5€' AS REAL), CAST('1.5€' AS INTEGER), abs('1.5€'), round('1.5€'), total('1.5€'), sum('1.5€'), '.5€' AND 1, ~'1.5€';
--> 1, 1.5, 1.5, 1, 1.5, 2.0, 1.5, 1.5, 1, -2
CREATE TABLE t(a NUMERIC, b TEXT);
INSERT INTO t VALUES ('1.5€', '1.5€'), ('1.5', '1.5');
SELECT a, typeof(a), a + 1, b + 1, -b FROM t;
--> '1.5€', 'text', 2, 2, -1
--> 1.5, 'real', 2.5, 2.5, -1.5

-- case UTF-16le: a literal blob under CAST in a default is UTF-8 to rows that were there before
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(n);
INSERT INTO t VALUES (1);
ALTER TABLE t ADD COLUMN a DEFAULT (CAST(x'6162' AS TEXT));
ALTER TABLE t ADD COLUMN b DEFAULT (CAST(x'616263' AS TEXT));
ALTER TABLE t ADD COLUMN c DEFAULT (CAST(x'31' AS INTEGER));
ALTER TABLE t ADD COLUMN d DEFAULT (CAST(CAST(x'c3a9' AS BLOB) AS TEXT));
ALTER TABLE t ADD COLUMN e DEFAULT (CAST(CAST('ab' AS BLOB) AS TEXT));
ALTER TABLE t ADD COLUMN f DEFAULT (-x'31');
ALTER TABLE t ADD COLUMN g DEFAULT (CAST(x'3100' AS INTEGER));
ALTER TABLE t ADD COLUMN h TEXT DEFAULT '￿';
ALTER TABLE t ADD COLUMN i DEFAULT (CAST(CAST(x'6162' AS TEXT) AS BLOB));
SELECT hex(a), hex(b), c, hex(d), hex(e), f, g, hex(h), hex(i) FROM t;
--> '61006200', '61006200', 1, 'E900', '61006200', -1, 1, 'FDFF', '61006200'
INSERT INTO t(n) VALUES (2);
SELECT hex(a), hex(b), c, hex(d), hex(e), f, g, hex(h), hex(i) FROM t WHERE n = 2;
--> '6162', '6162', 0, 'C3A9', '61006200', 0, 1, 'FDFF', '6162'

-- case UTF-16le: the bytes of zeroblob are UTF-8 until they are stored
PRAGMA encoding = 'UTF-16le';
SELECT hex(trim(zeroblob(3))), hex(CAST(zeroblob(3) AS TEXT)), hex(upper(zeroblob(2))), hex(zeroblob(4) || ''), hex(coalesce(NULL, zeroblob(3))), hex(CAST(CAST(zeroblob(4) AS BLOB) AS TEXT)), hex(trim(max(zeroblob(4), ''))), hex(replace('a', 'a', zeroblob(2))), zeroblob(2) + 1;
--> '000000000000', '00000000', '00000000', '00000000', '000000', '0000000000000000', '00000000', '00000000', 1
CREATE TABLE t(b);
INSERT INTO t VALUES (zeroblob(4)), (NULL);
SELECT hex(trim(b)), hex(CAST(b AS TEXT)), hex(trim(coalesce(b, zeroblob(2)))) FROM t;
--> '00000000', '00000000', '00000000'
--> '', '', '00000000'
SELECT hex(trim(x)) FROM (SELECT zeroblob(3) AS x);
--> '000000000000'

-- case UTF-16le: literals and names lose U+FFFF
PRAGMA encoding = 'UTF-16le';
CREATE TABLE "a￿"(b CHECK (b <> '￿') DEFAULT 'x￾');
SELECT hex(name), hex(sql) FROM sqlite_schema;
--> '6100FDFF', '43005200450041005400450020005400410042004C004500200022006100FDFF220028006200200043004800450043004B0020002800620020003C003E0020002700FDFF270029002000440045004600410055004C005400200027007800FDFF27002900'
INSERT INTO "a�" DEFAULT VALUES;
INSERT INTO "a�" VALUES ('￿');
--> error: CHECK constraint failed: b <> '�'
SELECT hex(b) FROM "a�";
--> '7800FDFF'
SELECT b = "x￿", hex("x￿") FROM "a�";
--> 1, '7800FDFF'

-- case UTF-16le: separators that are blobs leave a frame
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(n INTEGER PRIMARY KEY, a, s);
INSERT INTO t VALUES (1, 'ab', x'2c002000'), (2, 'cd', x'2d00'), (3, CAST(x'3dd8' AS TEXT), CAST(x'00de' AS TEXT)), (4, CAST(x'3dd86100' AS TEXT), '€'), (5, x'e900', x'ac20'), (6, 'ef', 1), (7, '', 'x'), (8, 'abcdef', x'2c002000'), (9, 'gh', 'x');
SELECT hex(group_concat(a, s) OVER (ORDER BY n ROWS 1 PRECEDING)), hex(group_concat(a, s) OVER (ORDER BY n ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)) FROM t;
--> '61006200', '610062002D0063006400'
--> '610062002D0063006400', '610062002D0063006400FDFFFDFF'
--> '63006400FDFFFDFF', '63006400FDFFFDFFAC203DD861DC'
--> 'FDFFAC203DD861DC', 'FDFFAC203DD861DCAC20E900'
--> '3DD861DCAC20E900', '3DD861DCAC20E900310065006600'
--> 'E900310065006600', 'E9003100650066007800'
--> '650066007800', '6500660078002C002000610062006300640065006600'
--> '610062006300640065006600', '2C002000610062006300640065006600780067006800'
--> '65006600780067006800', '610062006300640065006600780067006800'
SELECT hex(group_concat(a, s) OVER (ORDER BY n DESC ROWS 2 PRECEDING)), hex(string_agg(a, s) OVER (ORDER BY n ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING)) FROM t;
--> '67006800', '610062006300640065006600'
--> '670068002C002000610062006300640065006600', '650066007800'
--> '670068002C0020006100620063006400650066007800', 'E900310065006600'
--> '6100620063006400650066007800310065006600', '3DD861DCAC20E900'
--> '310065006600AC20E900', 'FDFFAC203DD861DC'
--> '65006600AC20E900AC203DD861DC', '63006400FDFFFDFF'
--> 'E900AC203DD861DCFDFFFDFF', '610062002D0063006400'
--> '3DD861DCFDFFFDFF2D0063006400', '61006200'
--> 'FDFF2D00630064002C00200061006200', ''

-- case UTF-16le: ranges of patterns
PRAGMA encoding = 'UTF-16le';
CREATE TABLE t(a TEXT, b TEXT COLLATE NOCASE);
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
INSERT INTO t SELECT value, value FROM json_each('["é", "éa", "ê", "e", "a", "ab", "a", "¿", "¿x", "À", "߿", "߿x", "ࠀ", "😀", "😀x", "😁", "", "￿", "￿x", "a￿", "Aé", "aé"]');
SELECT hex(a) FROM t WHERE a GLOB 'é*' ORDER BY a;
--> 'E900'
--> 'E9006100'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'é*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE 'é%' ORDER BY b, rowid;
--> 'E900'
--> 'E9006100'
SELECT hex(a) FROM t WHERE a GLOB 'a*' ORDER BY a;
--> '61007F00'
--> '61007F006200'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'a*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'a%' ORDER BY b, rowid;
--> '61007F00'
--> '61007F006200'
SELECT hex(a) FROM t WHERE a GLOB '¿*' ORDER BY a;
--> 'BF00'
--> 'BF007800'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '¿*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '¿%' ORDER BY b, rowid;
--> 'BF00'
--> 'BF007800'
SELECT hex(a) FROM t WHERE a GLOB '😀*' ORDER BY a;
--> '3DD800DE'
--> '3DD800DE7800'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '😀*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '😀%' ORDER BY b, rowid;
--> '3DD800DE'
--> '3DD800DE7800'
SELECT hex(a) FROM t WHERE a GLOB '*' ORDER BY a;
--> '00E0'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '%' ORDER BY b, rowid;
--> '00E0'
SELECT hex(a) FROM t WHERE a GLOB '�*' ORDER BY a;
--> 'FDFF'
--> 'FDFF7800'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '�*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '�%' ORDER BY b, rowid;
--> 'FDFF'
--> 'FDFF7800'
SELECT hex(a) FROM t WHERE a GLOB 'a�*' ORDER BY a;
--> '6100FDFF'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'a�*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'a�%' ORDER BY b, rowid;
--> '6100FDFF'
SELECT hex(a) FROM t WHERE a GLOB 'aé*' ORDER BY a;
--> '6100E900'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'aé*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'aé%' ORDER BY b, rowid;
--> '4100E900'
--> '6100E900'
SELECT hex(a) FROM t WHERE a GLOB '􏿿*' ORDER BY a;
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '􏿿*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '􏿿%' ORDER BY b, rowid;

-- case UTF-16be: surrogates are stored as they are
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(n INTEGER PRIMARY KEY, a TEXT, b TEXT COLLATE NOCASE, c DEFAULT (CAST(x'd8000061' AS TEXT)), d AS (hex(a)));
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
CREATE INDEX id ON t(a DESC, b COLLATE RTRIM);
INSERT INTO t(n, a, b) VALUES (1, CAST(x'd83d' AS TEXT), CAST(x'd83d' AS TEXT)), (2, CAST(x'de00' AS TEXT), CAST(x'de00' AS TEXT)), (3, CAST(x'de00d83d' AS TEXT), CAST(x'de00d83d' AS TEXT)), (4, CAST(x'd83d0061' AS TEXT), CAST(x'd83d0041' AS TEXT)), (5, CAST(x'd83dde00' AS TEXT), CAST(x'd83dde00' AS TEXT)), (6, CAST(x'ffff' AS TEXT), CAST(x'fffe' AS TEXT)), (7, CAST(x'e000' AS TEXT), CAST(x'fffd' AS TEXT)), (8, CAST(x'0061d83d' AS TEXT), CAST(x'0041d83d' AS TEXT)), (9, CAST(x'd83d0020' AS TEXT), CAST(x'd83d0020' AS TEXT)), (10, 'a', 'A');
SELECT n, d, hex(a), hex(b), hex(c) FROM t ORDER BY n;
--> 1, 'D83D', 'D83D', 'D83D', 'D8000061'
--> 2, 'DE00', 'DE00', 'DE00', 'D8000061'
--> 3, 'DE00D83D', 'DE00D83D', 'DE00D83D', 'D8000061'
--> 4, 'D83D0061', 'D83D0061', 'D83D0041', 'D8000061'
--> 5, 'D83DDE00', 'D83DDE00', 'D83DDE00', 'D8000061'
--> 6, 'FFFF', 'FFFF', 'FFFE', 'D8000061'
--> 7, 'E000', 'E000', 'FFFD', 'D8000061'
--> 8, '0061D83D', '0061D83D', '0041D83D', 'D8000061'
--> 9, 'D83D0020', 'D83D0020', 'D83D0020', 'D8000061'
--> 10, '0061', '0061', '0041', 'D8000061'
SELECT n FROM t ORDER BY a, n;
--> 10
--> 8
--> 1
--> 9
--> 4
--> 5
--> 2
--> 3
--> 7
--> 6
SELECT n FROM t ORDER BY b, n;
--> 10
--> 8
--> 1
--> 2
--> 7
--> 6
--> 9
--> 4
--> 5
--> 3
SELECT n FROM t ORDER BY +b COLLATE RTRIM, n;
--> 10
--> 8
--> 1
--> 2
--> 7
--> 6
--> 9
--> 4
--> 5
--> 3
SELECT n FROM t ORDER BY +a DESC;
--> 6
--> 7
--> 3
--> 2
--> 5
--> 4
--> 9
--> 1
--> 8
--> 10
SELECT n FROM t WHERE a = CAST(x'd83d' AS TEXT);
--> 1
SELECT n FROM t WHERE a >= CAST(x'd83d' AS TEXT) ORDER BY n;
--> 1
--> 2
--> 3
--> 4
--> 5
--> 6
--> 7
--> 9
SELECT n FROM t WHERE b = CAST(x'd83d0061' AS TEXT);
SELECT n FROM t WHERE a IN (CAST(x'de00' AS TEXT), CAST(x'fffd' AS TEXT), CAST(x'ffff' AS TEXT)) ORDER BY n;
--> 2
--> 6
SELECT count(DISTINCT a), count(DISTINCT b), count(DISTINCT a COLLATE RTRIM) FROM t;
--> 10, 10, 10
SELECT hex(min(a)), hex(max(a)), hex(min(b)), hex(max(b)) FROM t;
--> '0061', 'FFFF', '0041', 'DE00D83D'
SELECT hex(a), count(*) FROM (SELECT a FROM t UNION ALL SELECT b FROM t) GROUP BY a ORDER BY a;
--> '0041', 1
--> '0041D83D', 1
--> '0061', 1
--> '0061D83D', 1
--> 'D83D', 2
--> 'D83D0020', 2
--> 'D83D0041', 1
--> 'D83D0061', 1
--> 'D83DDE00', 2
--> 'DE00', 2
--> 'DE00D83D', 2
--> 'E000', 1
--> 'FFFD', 1
--> 'FFFE', 1
--> 'FFFF', 1
INSERT INTO t(n, a, b) SELECT n + 100, b, a FROM t;
UPDATE t SET c = n WHERE n > 105;
UPDATE t SET b = a, a = b WHERE n < 3;
SELECT n, hex(a), hex(b), hex(c) FROM t WHERE n > 100 OR n < 3 ORDER BY n;
--> 1, 'D83D', 'D83D', 'D8000061'
--> 2, 'DE00', 'DE00', 'D8000061'
--> 101, 'D83D', 'D83D', 'D8000061'
--> 102, 'DE00', 'DE00', 'D8000061'
--> 103, 'DE00D83D', 'DE00D83D', 'D8000061'
--> 104, 'D83D0041', 'D83D0061', 'D8000061'
--> 105, 'D83DDE00', 'D83DDE00', 'D8000061'
--> 106, 'FFFE', 'FFFF', '313036'
--> 107, 'FFFD', 'E000', '313037'
--> 108, '0041D83D', '0061D83D', '313038'
--> 109, 'D83D0020', 'D83D0020', '313039'
--> 110, '0041', '0061', '313130'
ALTER TABLE t ADD COLUMN f DEFAULT (CAST(x'de00' AS TEXT));
CREATE INDEX ig ON t(f, hex(a));
VACUUM;
REINDEX;
SELECT count(*), hex(f) FROM t GROUP BY f;
--> 20, 'FFFD0000'
PRAGMA integrity_check;
--> 'ok'
CREATE TABLE w(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
INSERT OR REPLACE INTO w SELECT a, b FROM t ORDER BY n;
SELECT hex(k), hex(v) FROM w;
--> '0041', '0061'
--> '0041D83D', '0061D83D'
--> '0061', '0041'
--> '0061D83D', '0041D83D'
--> 'D83D', 'D83D'
--> 'D83D0020', 'D83D0020'
--> 'D83D0041', 'D83D0061'
--> 'D83D0061', 'D83D0041'
--> 'D83DDE00', 'D83DDE00'
--> 'DE00', 'DE00'
--> 'DE00D83D', 'DE00D83D'
--> 'E000', 'FFFD'
--> 'FFFD', 'E000'
--> 'FFFE', 'FFFF'
--> 'FFFF', 'FFFE'
INSERT INTO w VALUES (CAST(x'd83d' AS TEXT), 1);
--> error: UNIQUE constraint failed: w.k
UPDATE w SET v = v || CAST(x'de00' AS TEXT) WHERE k = CAST(x'de00d83d' AS TEXT) RETURNING hex(k), hex(v);
--> 'DE00D83D', 'DE00D83DDE00'
PRAGMA integrity_check;
--> 'ok'

-- case UTF-16be: surrogates join
PRAGMA encoding = 'UTF-16be';
SELECT hex(CAST(x'd83d' AS TEXT) || CAST(x'de00' AS TEXT)), CAST(x'd83d' AS TEXT) || CAST(x'de00' AS TEXT), length(CAST(x'd83d' AS TEXT) || CAST(x'de00' AS TEXT)), hex(CAST(x'd83d' AS TEXT) || 'a'), hex(CAST(x'de00' AS TEXT) || CAST(x'd83d' AS TEXT)), hex(CAST(x'd83d' AS TEXT) || 1 || CAST(x'de00' AS TEXT));
--> 'D83DDE00', '😀', 1, 'D83D0061', 'DE00D83D', 'D83D0031DE00'
SELECT (CAST(x'd83d' AS TEXT) || CAST(x'de00' AS TEXT)) = '😀', CAST(x'd83d' AS TEXT) || x'de00' = '😀', hex(CAST(x'd83d' AS TEXT) || x'de00' || CAST(x'd83d' AS TEXT));
--> 1, 1, 'D83DDE00D83D'
WITH RECURSIVE r(n, s) AS (SELECT 0, '' UNION ALL SELECT n + 1, s || iif(n % 2, CAST(x'de00' AS TEXT), CAST(x'd83d' AS TEXT)) FROM r WHERE n < 4) SELECT n, hex(s), length(s) FROM r;
--> 0, '', 0
--> 1, 'D83D', 1
--> 2, 'D83DDE00', 1
--> 3, 'D83DDE00D83D', 2
--> 4, 'D83DDE00D83DDE00', 2
SELECT hex(group_concat(a, '')), hex(group_concat(a)) FROM (SELECT CAST(x'd83d' AS TEXT) AS a UNION ALL SELECT CAST(x'de00' AS TEXT) UNION ALL SELECT 'a');
--> 'FFFDFFFD0061', 'FFFD002CFFFD002C0061'
SELECT hex(concat(CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT))), hex(concat_ws(CAST(x'd83d' AS TEXT), 'a', CAST(x'de00' AS TEXT), 'b')), hex(printf('%s%s', CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT)));
--> 'FFFDFFFD', '0061FFFDFFFDFFFD0062', 'FFFDFFFD'

-- case UTF-16be: functions see any unit behind a surrogate as its other half
PRAGMA encoding = 'UTF-16be';
SELECT length(CAST(x'd83d0061' AS TEXT)), length(CAST(x'd83d' AS TEXT)), length(CAST(x'de00d83d0061' AS TEXT)), octet_length(CAST(x'd83d0061' AS TEXT)), unicode(CAST(x'd83d0061' AS TEXT)), unicode(CAST(x'd83d' AS TEXT)), unicode(CAST(x'ffff' AS TEXT));
--> 1, 1, 2, 4, 128097, 65533, 65533
SELECT hex(upper(CAST(x'd83d0061' AS TEXT))), hex(upper(CAST(x'0061d83d' AS TEXT))), hex(lower(CAST(x'de0000410041' AS TEXT))), hex(trim(CAST(x'0020d83d0020' AS TEXT))), hex(substr(CAST(x'0061d83d00620063' AS TEXT), 2, 1)), hex(replace(CAST(x'0061d83d' AS TEXT), 'a', 'b')), hex(replace(CAST(x'd83d0061' AS TEXT), 'a', 'b'));
--> 'D83DDC61', '0041FFFD', 'DA00DC410061', 'D83DDC20', 'D83DDC62', '0062FFFD', 'D83DDC61'
SELECT instr(CAST(x'd83d00610062' AS TEXT), 'a'), instr(CAST(x'd83d00610062' AS TEXT), 'b'), instr(CAST(x'0061d83d' AS TEXT), CAST(x'd83d' AS TEXT)), CAST(x'd83d0061' AS TEXT) LIKE '_', CAST(x'd83d' AS TEXT) LIKE '_', CAST(x'0061d83d' AS TEXT) GLOB 'a*', CAST(x'd83d0061' AS TEXT) GLOB '*a';
--> 0, 2, 2, 1, 1, 1, 0
SELECT hex(quote(CAST(x'd83d' AS TEXT))), hex(CAST(x'd83d' AS TEXT)), hex(CAST(CAST(x'd83d0061' AS TEXT) AS BLOB)), hex(CAST(CAST(x'd83d0061' AS TEXT) AS TEXT)), typeof(CAST(x'd83d' AS TEXT)), hex(char(0xd83d, 0xde00)), hex(char(0xffff)), hex('￿'), hex('a￾b');
--> '0027FFFD0027', 'D83D', 'D83D0061', 'D83D0061', 'text', 'FFFDFFFD', 'FFFD', 'FFFD', '0061FFFD0062'
SELECT hex(coalesce(NULL, CAST(x'd83d' AS TEXT))), hex(min(CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT))), hex(max(CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT))), hex(nullif(CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT))), nullif(CAST(x'd83d' AS TEXT), CAST(x'd83d' AS TEXT)), hex(iif(1, CAST(x'ffff' AS TEXT), 0)), hex(likely(CAST(x'd83d' AS TEXT))), hex(CASE WHEN 1 THEN CAST(x'de00' AS TEXT) END);
--> 'D83D', 'D83D', 'DE00', 'D83D', NULL, 'FFFF', 'D83D', 'DE00'
SELECT CAST(x'd83d' AS TEXT) = CAST(x'de00' AS TEXT), CAST(x'd83d' AS TEXT) < CAST(x'de00' AS TEXT), CAST(x'd83d' AS TEXT) = CAST(x'fffd' AS TEXT), CAST(x'd83d0061' AS TEXT) = CAST(x'd83d0041' AS TEXT) COLLATE NOCASE, CAST(x'ffff' AS TEXT) = CAST(x'fffd' AS TEXT), CAST(x'd83d' AS TEXT) < 'z', CAST(x'd83d0020' AS TEXT) = CAST(x'd83d' AS TEXT) COLLATE RTRIM;
--> 0, 1, 0, 0, 0, 0, 0
SELECT hex(json_array(CAST(x'd83d' AS TEXT), CAST(x'0061de00' AS TEXT))), json_extract(json_array(CAST(x'd83d0061' AS TEXT)), '$[0]'), hex(json_quote(CAST(x'd83d' AS TEXT))), hex(json_object(CAST(x'd83d' AS TEXT), 1)), hex((SELECT value FROM json_each(json_array(CAST(x'de00' AS TEXT))))), hex(json_group_array(CAST(x'd83d' AS TEXT)));
--> '005B0022FFFD0022002C00220061FFFD0022005D', '👡', '0022FFFD0022', '007B0022FFFD0022003A0031007D', 'FFFD', '005B0022FFFD0022005D'
SELECT hex(lag(a) OVER (ORDER BY n)), hex(first_value(a) OVER (ORDER BY n)), hex(max(a) OVER (ORDER BY n)), hex(group_concat(a) OVER (ORDER BY n ROWS 1 PRECEDING)), hex(nth_value(a, 2) OVER (ORDER BY a)) FROM (SELECT 1 AS n, CAST(x'd83d' AS TEXT) AS a UNION ALL SELECT 2, CAST(x'ffff' AS TEXT) UNION ALL SELECT 3, CAST(x'de000061' AS TEXT));
--> '', 'D83D', 'D83D', 'FFFD', ''
--> 'D83D', 'D83D', 'FFFF', 'FFFD002CFFFD', 'DE000061'
--> 'FFFF', 'D83D', 'FFFF', 'FFFD002CDA00DC61', 'DE000061'
SELECT CAST(x'0031d83d' AS TEXT) + 1, CAST(CAST(x'00310032de00' AS TEXT) AS INTEGER), CAST(x'd83d0031' AS TEXT) AND 1, CAST(x'0031d83d' AS TEXT) AND 1, round(CAST(x'0031002e0036d83d' AS TEXT)), abs(CAST(x'002d0032d83d' AS TEXT));
--> 2, 12, 0, 1, 2.0, 2.0

-- case UTF-16be: bytes that make no unit
PRAGMA encoding = 'UTF-16be';
SELECT hex(x'00' || 'a'), hex('a' || x'00'), hex(x'61' || x'62' || x'63'), hex('a' || x'610062'), hex(x'6100' || x'62'), x'31' || x'00' || '' = '1', length(x'00' || 'a');
--> '0000', '0061', '6162', '00616100', '6100', 0, 0
SELECT hex(CAST(x'616263' AS TEXT)), hex(CAST(x'61' AS TEXT)), length(CAST(x'616263' AS TEXT)), CAST(x'310032' AS INTEGER), CAST(x'003100' AS INTEGER), hex(x'd8' || x'3d' || x'00de'), x'310031' + 0, x'003100' + 0;
--> '6162', '', 1, 0, 1, 'D83D00DE', 0, 1

-- case UTF-16be: a text with characters from U+0100 on is an integer to arithmetic
PRAGMA encoding = 'UTF-16be';
SELECT '1.5€' + 1, '1.5é' + 1, '1.5abc' + 1, '1.5 x€' + 1, 1 - '.2ā', '2.5€' * 2, '7.5€' / 2, '7.5€' % 4, -'1.5€', '1e2€' + 0, '€1.5' + 1, '5€' + 1;
--> 2, 2.5, 2.5, 2, 1, 4, 3, 3, -1, 1, 1, 6
SELECT '1.5€' + 1.0, 2.5 - '1.5€', '99999999999999999999.5€' + 1, '9223372036854775808€' + 0, '-9223372036854775808.5€' + 0, '1.5€' * '2.5', '1.5€' / '1.5€';
--> 2.5, 1.0, 1e+20, 9.2233720368547758e+18, -9223372036854775808, 3.75, 1
SELECT CAST('1.5€' AS NUMERIC), CAST('1.5é' AS NUMERIC), CAST('1.5€' AS REAL), CAST('1.5€' AS INTEGER), abs('1.5€'), round('1.5€'), total('1.5€'), sum('1.5€'), '.5€' AND 1, ~'1.5€';
--> 1, 1.5, 1.5, 1, 1.5, 2.0, 1.5, 1.5, 1, -2
CREATE TABLE t(a NUMERIC, b TEXT);
INSERT INTO t VALUES ('1.5€', '1.5€'), ('1.5', '1.5');
SELECT a, typeof(a), a + 1, b + 1, -b FROM t;
--> '1.5€', 'text', 2, 2, -1
--> 1.5, 'real', 2.5, 2.5, -1.5

-- case UTF-16be: a literal blob under CAST in a default is UTF-8 to rows that were there before
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(n);
INSERT INTO t VALUES (1);
ALTER TABLE t ADD COLUMN a DEFAULT (CAST(x'6162' AS TEXT));
ALTER TABLE t ADD COLUMN b DEFAULT (CAST(x'616263' AS TEXT));
ALTER TABLE t ADD COLUMN c DEFAULT (CAST(x'31' AS INTEGER));
ALTER TABLE t ADD COLUMN d DEFAULT (CAST(CAST(x'c3a9' AS BLOB) AS TEXT));
ALTER TABLE t ADD COLUMN e DEFAULT (CAST(CAST('ab' AS BLOB) AS TEXT));
ALTER TABLE t ADD COLUMN f DEFAULT (-x'31');
ALTER TABLE t ADD COLUMN g DEFAULT (CAST(x'3100' AS INTEGER));
ALTER TABLE t ADD COLUMN h TEXT DEFAULT '￿';
ALTER TABLE t ADD COLUMN i DEFAULT (CAST(CAST(x'6162' AS TEXT) AS BLOB));
SELECT hex(a), hex(b), c, hex(d), hex(e), f, g, hex(h), hex(i) FROM t;
--> '00610062', '00610062', 1, '00E9', '00610062', -1, 1, 'FFFD', '00610062'
INSERT INTO t(n) VALUES (2);
SELECT hex(a), hex(b), c, hex(d), hex(e), f, g, hex(h), hex(i) FROM t WHERE n = 2;
--> '6162', '6162', 0, 'C3A9', '00610062', 0, 0, 'FFFD', '6162'

-- case UTF-16be: the bytes of zeroblob are UTF-8 until they are stored
PRAGMA encoding = 'UTF-16be';
SELECT hex(trim(zeroblob(3))), hex(CAST(zeroblob(3) AS TEXT)), hex(upper(zeroblob(2))), hex(zeroblob(4) || ''), hex(coalesce(NULL, zeroblob(3))), hex(CAST(CAST(zeroblob(4) AS BLOB) AS TEXT)), hex(trim(max(zeroblob(4), ''))), hex(replace('a', 'a', zeroblob(2))), zeroblob(2) + 1;
--> '000000000000', '00000000', '00000000', '00000000', '000000', '0000000000000000', '00000000', '00000000', 1
CREATE TABLE t(b);
INSERT INTO t VALUES (zeroblob(4)), (NULL);
SELECT hex(trim(b)), hex(CAST(b AS TEXT)), hex(trim(coalesce(b, zeroblob(2)))) FROM t;
--> '00000000', '00000000', '00000000'
--> '', '', '00000000'
SELECT hex(trim(x)) FROM (SELECT zeroblob(3) AS x);
--> '000000000000'

-- case UTF-16be: literals and names lose U+FFFF
PRAGMA encoding = 'UTF-16be';
CREATE TABLE "a￿"(b CHECK (b <> '￿') DEFAULT 'x￾');
SELECT hex(name), hex(sql) FROM sqlite_schema;
--> '0061FFFD', '0043005200450041005400450020005400410042004C0045002000220061FFFD00220028006200200043004800450043004B0020002800620020003C003E00200027FFFD00270029002000440045004600410055004C0054002000270078FFFD00270029'
INSERT INTO "a�" DEFAULT VALUES;
INSERT INTO "a�" VALUES ('￿');
--> error: CHECK constraint failed: b <> '�'
SELECT hex(b) FROM "a�";
--> '0078FFFD'
SELECT b = "x￿", hex("x￿") FROM "a�";
--> 1, '0078FFFD'

-- case UTF-16be: separators that are blobs leave a frame
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(n INTEGER PRIMARY KEY, a, s);
INSERT INTO t VALUES (1, 'ab', x'002c0020'), (2, 'cd', x'002d'), (3, CAST(x'd83d' AS TEXT), CAST(x'de00' AS TEXT)), (4, CAST(x'd83d0061' AS TEXT), '€'), (5, x'00e9', x'20ac'), (6, 'ef', 1), (7, '', 'x'), (8, 'abcdef', x'002c0020'), (9, 'gh', 'x');
SELECT hex(group_concat(a, s) OVER (ORDER BY n ROWS 1 PRECEDING)), hex(group_concat(a, s) OVER (ORDER BY n ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)) FROM t;
--> '00610062', '00610062002D00630064'
--> '00610062002D00630064', '00610062002D00630064FFFDFFFD'
--> '00630064FFFDFFFD', '00630064FFFDFFFD20ACD83DDC61'
--> 'FFFD20ACD83DDC61', 'FFFD20ACD83DDC6120AC00E9'
--> 'D83DDC6120AC00E9', 'D83DDC6120AC00E9003100650066'
--> '00E9003100650066', '00E90031006500660078'
--> '006500660078', '006500660078002C0020006100620063006400650066'
--> '006100620063006400650066', '002C0020006100620063006400650066007800670068'
--> '00650066007800670068', '006100620063006400650066007800670068'
SELECT hex(group_concat(a, s) OVER (ORDER BY n DESC ROWS 2 PRECEDING)), hex(string_agg(a, s) OVER (ORDER BY n ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING)) FROM t;
--> '00670068', '006100620063006400650066'
--> '00670068002C0020006100620063006400650066', '006500660078'
--> '00670068002C00200061006200630064006500660078', '00E9003100650066'
--> '0061006200630064006500660078003100650066', 'D83DDC6120AC00E9'
--> '00310065006620AC00E9', 'FFFD20ACD83DDC61'
--> '0065006620AC00E920ACD83DDC61', '00630064FFFDFFFD'
--> '00E920ACD83DDC61FFFDFFFD', '00610062002D00630064'
--> 'D83DDC61FFFDFFFD002D00630064', '00610062'
--> 'FFFD002D00630064002C002000610062', ''

-- case UTF-16be: ranges of patterns
PRAGMA encoding = 'UTF-16be';
CREATE TABLE t(a TEXT, b TEXT COLLATE NOCASE);
CREATE INDEX ia ON t(a);
CREATE INDEX ib ON t(b);
INSERT INTO t SELECT value, value FROM json_each('["é", "éa", "ê", "e", "a", "ab", "a", "¿", "¿x", "À", "߿", "߿x", "ࠀ", "😀", "😀x", "😁", "", "￿", "￿x", "a￿", "Aé", "aé"]');
SELECT hex(a) FROM t WHERE a GLOB 'é*' ORDER BY a;
--> '00E9'
--> '00E90061'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'é*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'é%' ORDER BY b, rowid;
--> '00E9'
--> '00E90061'
SELECT hex(a) FROM t WHERE a GLOB 'a*' ORDER BY a;
--> '0061007F'
--> '0061007F0062'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'a*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'a%' ORDER BY b, rowid;
--> '0061007F'
--> '0061007F0062'
SELECT hex(a) FROM t WHERE a GLOB '¿*' ORDER BY a;
--> '00BF'
--> '00BF0078'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '¿*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE '¿%' ORDER BY b, rowid;
--> '00BF'
--> '00BF0078'
SELECT hex(a) FROM t WHERE a GLOB '😀*' ORDER BY a;
--> 'D83DDE00'
--> 'D83DDE000078'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '😀*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE '😀%' ORDER BY b, rowid;
--> 'D83DDE00'
--> 'D83DDE000078'
SELECT hex(a) FROM t WHERE a GLOB '*' ORDER BY a;
--> 'E000'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE '%' ORDER BY b, rowid;
--> 'E000'
SELECT hex(a) FROM t WHERE a GLOB '�*' ORDER BY a;
--> 'FFFD'
--> 'FFFD0078'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '�*';
--> 'SCAN t USING COVERING INDEX ia'
SELECT hex(b) FROM t WHERE b LIKE '�%' ORDER BY b, rowid;
--> 'FFFD'
--> 'FFFD0078'
SELECT hex(a) FROM t WHERE a GLOB 'a�*' ORDER BY a;
--> '0061FFFD'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'a�*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'a�%' ORDER BY b, rowid;
--> '0061FFFD'
SELECT hex(a) FROM t WHERE a GLOB 'aé*' ORDER BY a;
--> '006100E9'
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB 'aé*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE 'aé%' ORDER BY b, rowid;
--> '004100E9'
--> '006100E9'
SELECT hex(a) FROM t WHERE a GLOB '􏿿*' ORDER BY a;
EXPLAIN QUERY PLAN SELECT hex(a) FROM t WHERE a GLOB '􏿿*';
--> 'SEARCH t USING COVERING INDEX ia (a>? AND a<?)'
SELECT hex(b) FROM t WHERE b LIKE '􏿿%' ORDER BY b, rowid;
