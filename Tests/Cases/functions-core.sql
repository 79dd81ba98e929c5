-- Core scalar functions, beside their examples.

-- case abs, of integers, reals, texts
SELECT abs(9223372036854775807), abs(-9223372036854775807), abs(-1e999), abs('-9223372036854775808'), abs(''), abs('abc'), typeof(abs('5')), typeof(abs(x'35')), abs(TRUE);
--> 9223372036854775807, 9223372036854775807, inf, 9.2233720368547758e+18, 0.0, 0.0, 'real', 'real', 1

-- case abs of the least integer
SELECT abs(-9223372036854775807 - 1);
--> error: integer overflow
CREATE TABLE n(a);
INSERT INTO n VALUES (-9223372036854775808), (1);
SELECT abs(a) FROM n ORDER BY a DESC;
--> error: integer overflow
SELECT a FROM n WHERE abs(a) > 0;
--> error: integer overflow

-- case round(X)
SELECT round(0.5), round(1.5), round(-0.5), round(-0.4), round(0.49999999999999994), round(4503599627370497.5), round(9007199254740993), typeof(round(7)), round(x'31'), round(''), round(NULL), round(1e999);
--> 1.0, 2.0, -1.0, 0.0, 1.0, 4503599627370498.0, 9007199254740992.0, 'real', 1.0, 0.0, NULL, inf
SELECT round(9223372036854775807), round(-9223372036854775808), round(1e17 + 0.5), round('2.5'), round(2.4999999999999996);
--> 9.2233720368547758e+18, -9.2233720368547758e+18, 1e+17, 3.0, 2.0

-- case round(X, Y), negative Y as 0, Y above 30 as 30
SELECT round(1.005, 2), round(2.345, 2), round(-2.345, 2), round(1.45, 1), round(0.05, 1), round(123.456, 0), round(123.456, '1'), round(123.456, 1.9), round(1e20, 5), round(5e-324, 30), round(0.1 + 0.2, 16), round(1.5, -9223372036854775808), round(1.25, 4294967297);
--> 1.0, 2.3500000000000001, -2.3500000000000001, 1.3999999999999999, 0.10000000000000001, 123.0, 123.5, 123.5, 1e+20, 0.0, 0.29999999999999999, 2.0, 1.25

-- case sign: NULL for what is no number
SELECT sign(-0.0), sign(1e-300), sign(-1e999), sign('-5'), sign('0.0'), sign('1e2'), sign('5x'), sign(''), sign(' 3 '), sign(x''), sign(9223372036854775807), typeof(sign(2.5));
--> 0, 1, -1, -1, 0, 1, NULL, NULL, 1, NULL, 1, 'integer'

-- case random is an integer, random from call to call
CREATE TABLE n(a);
INSERT INTO n SELECT random() FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8));
SELECT count(DISTINCT a), sum(typeof(a) = 'integer') FROM n;
--> 8, 8
SELECT count(DISTINCT random() & 1) FROM (WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 200) SELECT i FROM c);
--> 2
SELECT count(*) FROM (SELECT a FROM n ORDER BY random());
--> 8

-- case random arguments: none
SELECT random(NULL);
--> error: wrong number of arguments to function random()
SELECT random(1, 2);
--> error: wrong number of arguments to function random()

-- case typeof
SELECT typeof(zeroblob(1)), typeof(CAST('5' AS NUMERIC)), typeof(9223372036854775808), typeof(count(*)), typeof(sum(1.0)), typeof((SELECT 1 WHERE 0)), typeof(1 < 2), typeof(json('1')), typeof(jsonb('1'));
--> 'blob', 'integer', 'real', 'integer', 'real', 'null', 'integer', 'text', 'blob'

-- case coalesce: arguments after the answer are not evaluated
SELECT coalesce(1, json('bad')), coalesce(NULL, NULL), coalesce(NULL, '', 'x'), typeof(coalesce(NULL, 1.0, 2));
--> 1, NULL, '', 'real'
CREATE TABLE n(a, b);
INSERT INTO n VALUES (NULL, '[1]'), (5, 'bad');
SELECT coalesce(a, json_array_length(b)), ifnull(a, json(b)) FROM n;
--> 1, '[1]'
--> 5, 5
SELECT coalesce(a, b COLLATE NOCASE) = 'BAD' FROM n;
--> 0
--> 0

-- case iif and if with three arguments
SELECT iif('0x1', 1, 2), iif('1x', 1, 2), iif(x'31', 1, 2), iif(0.1, 1, 2), if(NULL IS NULL, 'y', 'n'), iif(1, 'ok', json('bad')), iif(0, json('bad'), 'ok'), if(-0.0, 1, 2);
--> 2, 1, 1, 1, 'y', 'ok', 'ok', 2
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (1, 'x'), (0, 'y'), (NULL, 'z');
SELECT iif(a, b, a), if(b > 'x', a, b) FROM n;
--> 'x', 'x'
--> 0, 0
--> NULL, NULL
SELECT iif(1, a, 0) = '1', typeof(iif(a, a, b)) FROM n;
--> 0, 'integer'
--> 0, 'text'
--> NULL, 'text'

-- case iif with two arguments, and with several conditions
SELECT iif(NULL, 1), typeof(iif(0, 1)), if(0, 1, NULL, 2, 'x', 3, '1', 4), if(0, 1, 0, 2, 0, 3), iif(1, 'first', json('bad'), 2, 3), iif(0, json('bad'), 1, 'second'), if(0, 1, 0, 2, 0, 3, 'else');
--> NULL, 'null', 4, NULL, 'first', 'second', 'else'
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (5), (9), (NULL);
SELECT if(a < 3, 'low', a < 7, 'middle', a IS NULL, 'none', 'high') FROM n;
--> 'low'
--> 'middle'
--> 'high'
--> 'none'

-- case likely, unlikely, likelihood give their first argument
CREATE TABLE n(a, b);
CREATE INDEX i ON n(a);
INSERT INTO n VALUES (1, 'x'), (2, 'y'), (NULL, 'z');
SELECT b FROM n WHERE likely(a > 1);
--> 'y'
SELECT b FROM n WHERE unlikely(a = 1) OR likelihood(b = 'z', 0.0);
--> 'x'
--> 'z'
SELECT b FROM n WHERE NOT likelihood(a IS NULL, 1.0) ORDER BY likely(-a);
--> 'y'
--> 'x'
SELECT typeof(likely(1.0)), unlikely(NULL), likelihood(x'01', 0.5), likely(a) = '1' FROM n WHERE a = 1;
--> 'real', NULL, x'01', 0

-- case likelihood wants a constant between 0 and 1
SELECT likelihood(1, -0.1);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, 1.1);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, '0.5');
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, 0.5 + 0.1);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, NULL);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, a) FROM (SELECT 0.5 AS a);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0

-- case likelihood wants a real literal
SELECT likelihood(1, 0);
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT likelihood(1, (0.5));
--> 1
SELECT likelihood(1, 5e-1), likelihood(2, .25), likelihood(3, 1.);
--> 1, 2, 3

-- case length of texts, blobs, numbers
SELECT length(-1.50), length(1e100), length(x''), length(zeroblob(70000)), length(0), length('𝄞é'), length(CAST('é' AS BLOB)), length(TRUE), length(9223372036854775807), length(0.1 + 0.2);
--> 4, 8, 0, 70000, 1, 2, 2, 1, 19, 3

-- case length stops at a NUL character, octet_length does not
SELECT length(char(0)), octet_length(char(0)), length('é' || char(0) || 'xyz'), octet_length('é' || char(0) || 'xyz'), length(CAST(x'610062' AS TEXT)), length(x'610062'), octet_length(char(0, 0));
--> 0, 1, 1, 6, 1, 3, 2
CREATE TABLE n(a);
INSERT INTO n VALUES ('ab' || char(0) || 'c');
SELECT length(a), octet_length(a), length(substr(a, 1)), hex(a), a = 'ab' FROM n;
--> 2, 4, 2, '61620063', 0

-- case octet_length in the bytes of the database's encoding
SELECT octet_length('é𝄞'), octet_length(-12.5), octet_length(zeroblob(9)), octet_length(''), typeof(octet_length(NULL)), octet_length(1e100);
--> 6, 5, 9, 0, 'null', 8
PRAGMA encoding = 'UTF-16le';
CREATE TABLE n(a, b BLOB);
INSERT INTO n VALUES ('aé𝄞', x'0102');
SELECT octet_length(a), length(a), octet_length(b), length(b) FROM n;
--> 8, 3, 2, 2

-- case substr with a start, negative from the end
SELECT substr('hello', 5), substr('hello', 6), substr('hello', -5), substr('hello', -6), substr('hello', '2'), substr('hello', 1.9), substr('', 1), substr('hello', -9223372036854775808), substr('hello', 9223372036854775807), substr(NULL, 1);
--> 'o', '', 'hello', 'hello', 'ello', 'hello', '', '', '', NULL

-- case substr with a length, negative before the start
SELECT substr('hello', 1, 0), substr('hello', 2, 99), substr('hello', -3, 2), substr('hello', -3, -2), substr('hello', 0, 1), substr('hello', 0, 3), substr('hello', 3, -9), substr('hello', -7, 4), substr('hello', 6, -2), substr('hello', 7, -3), substr('hello', 2, NULL);
--> '', 'ello', 'll', 'he', '', 'he', 'he', 'he', 'lo', 'lo', NULL
SELECT substr('hello', 2, 9223372036854775807), substr('hello', 9223372036854775807, 2), substr('hello', 4, -9223372036854775808), substr(x'0102030405', -2, 1), substr(x'0102030405', 3, -2), substr(x'01', 5);
--> 'ello', '', 'hel', x'04', x'0102', x''

-- case substr of characters and of bytes
SELECT substr('é𝄞x', 2, 1), substr('é𝄞x', -2), hex(substr(CAST('é𝄞' AS BLOB), 2, 3)), substr(123.5, 3), substr(-12, 1, 2), typeof(substr(x'31', 1)), typeof(substr(12, 1));
--> '𝄞', '𝄞x', 'A9F09D', '3.5', '-1', 'blob', 'text'

-- case substring is the same
-- holds functions-core: substring is the same
SELECT substring('é𝄞x', -2, 1), substring(x'010203', 2, 1), substring('abc', 0, -1), substring(NULL, 1), substring('abc', 5);
--> '𝄞', x'02', '', NULL, ''
SELECT substring('abc');
--> error: wrong number of arguments to function substring()
SELECT substring('abc', 1, 2, 3);
--> error: wrong number of arguments to function substring()

-- case trim, ltrim, rtrim of spaces
SELECT '[' || trim(char(9) || ' a ' || char(10)) || ']' = '[' || char(9) || ' a ' || char(10) || ']', trim(''), trim('   ') = '', trim(' a b '), ltrim('  a  ') || '|', rtrim('  a  ') || '|', trim(NULL), trim(12), typeof(trim(5)), trim(x'206120');
--> 1, '', 1, 'a b', 'a  |', '  a|', NULL, '12', 'text', 'a'

-- case trim, ltrim, rtrim of a set of characters
SELECT trim('éaé', 'é'), trim('é', 'éé'), ltrim('xxyyz', 'xy'), rtrim('zyyxx', 'xy'), trim('abc', 'abc'), trim('abcba', 'ab'), trim('  a', ''), ltrim('𝄞é𝄞', '𝄞'), trim(1001, 1), trim('a', x'61'), trim(NULL, 'a'), rtrim('a', NULL);
--> 'a', '', 'z', 'z', '', 'c', '  a', 'é𝄞', '00', '', NULL, NULL

-- case replace
SELECT replace('aaaa', 'aa', 'a'), replace('abc', 'abc', ''), replace('abc', 'x', 'y'), replace('', 'a', 'b'), replace('abab', 'ab', 'abab'), replace('Aa', 'a', 'b'), replace('é', 'é', 'ee'), replace(x'6162', 'a', 'c'), typeof(replace(11, 1, 2)), replace(NULL, 'a', 'b'), replace('a', 'a', NULL), replace('aXbX', 'X', 12);
--> 'aa', '', 'abc', '', 'abababab', 'Ab', 'ee', 'cb', 'text', NULL, NULL, 'a12b12'
SELECT length(replace(hex(zeroblob(1000)), '0', 'abc')), replace('a' || char(0) || 'a', 'a', 'b') = 'b' || char(0) || 'b';
--> 6000, 1

-- case instr in texts and blobs
SELECT instr('abcabc', 'ca'), instr('abc', 'abcd'), instr('', ''), instr('', 'a'), instr('é𝄞x', 'x'), instr(CAST('é𝄞x' AS BLOB), x'78'), instr('é', x'a9'), instr(x'c3a9', 'é'), instr(12345, 34), instr('aAa', 'A'), instr(x'00ff', x''), instr('a', NULL), instr('abab', 'bab');
--> 3, 0, 1, 0, 3, 7, 0, 1, 3, 2, 1, NULL, 2

-- case concat leaves NULL out
SELECT concat(NULL, NULL), typeof(concat(NULL)), concat(1, 2), concat(1.0, '|', -0.0, '|', 1e100), concat(x'61', 'b'), concat('', ''), typeof(concat(1)), concat('a', (SELECT 'b'), NULL, json('[1]'));
--> '', 'text', '12', '1.0|0.0|1.0e+100', 'ab', '', 'text', 'ab[1]'

-- case concat_ws: NULL as separator gives NULL, NULL values are left out
SELECT concat_ws('', 'a', 'b'), concat_ws(', ', 'a', '', NULL, 'b'), concat_ws('-', NULL, NULL), concat_ws(1, 2, 3), typeof(concat_ws('x', NULL)), concat_ws(NULL, 'a', 'b'), concat_ws(x'2c', 1.5, x'41');
--> 'ab', 'a, , b', '', '213', 'text', NULL, '1.5,A'
SELECT concat_ws('-');
--> error: wrong number of arguments to function concat_ws()

-- case unicode of the first character
SELECT unicode('𝄞x'), unicode(char(0)), unicode(char(55296)), unicode(-5), unicode(x'c3a9'), unicode(1.5), unicode('' || char(1)), unicode(char(1114111)), typeof(unicode(''));
--> 119070, NULL, 65533, 45, 233, 49, 1, 1114111, 'null'

-- case unistr: \XXXX, \uXXXX, \+XXXXXX, \UXXXXXXXX, \\
SELECT unistr('plain'), unistr(''), unistr('\00e9\\n'), unistr('\u00E9\u00e9'), unistr('\+00e9ab'), unistr('\U0001D11E'), unistr('a\\\\b'), unistr(NULL), unistr(12), length(unistr('\0000a')), unistr('\u0041bc\0042');
--> 'plain', '', 'é\n', 'éé', '', '𝄞', 'a\\b', NULL, '12', 0, 'AbcB'

-- case unistr of a bad escape
SELECT unistr('\');
--> error: invalid Unicode escape
SELECT unistr('\u12');
--> error: invalid Unicode escape
SELECT unistr('\+12345');
--> error: invalid Unicode escape
SELECT unistr('\U0001D11');
--> error: invalid Unicode escape
SELECT unistr('\123g');
--> error: invalid Unicode escape
SELECT unistr('ok\n');
--> error: invalid Unicode escape

-- case unistr_quote quotes control characters with unistr
SELECT unistr_quote(char(9, 31) || '''\'), hex(unistr_quote(char(127))), unistr_quote('\plain'), unistr_quote(x'0a'), unistr_quote(5), unistr_quote(''), unistr_quote(char(13) || 'é'), unistr_quote(-1e999), typeof(unistr_quote(NULL));
--> 'unistr(''\u0009\u001f''''\\'')', '277F27', '''\plain''', 'X''0A''', '5', '''''', 'unistr(''\u000dé'')', '-9.0e+999', 'text'
SELECT unistr('a\u0009b') = 'a' || char(9) || 'b', unistr_quote('a' || char(27) || 'b');
--> 1, 'unistr(''a\u001bb'')'

-- case quote: a literal for each value
SELECT quote(''), quote(''''), quote(-9223372036854775808), quote(1e100), quote(1.0), quote(-0.0), quote(1e-7), quote(123456789.123456789), quote(x''), quote(zeroblob(2)), quote(0.1 + 0.2), quote(5e-324), quote(1.0 / 3), quote('é''𝄞');
--> '''''', '''''''''', '-9223372036854775808', '1.0e+100', '1.0', '0.0', '1.0e-07', '1.234567891234567911e+08', 'X''''', 'X''0000''', '3.000000000000000445e-01', '4.94065645841247e-324', '3.333333333333333148e-01', '''é''''𝄞'''

-- case quote stops at a NUL character
SELECT quote(char(0)), quote('it''s' || char(0) || 'more'), length(quote('a' || char(0))), quote(CAST('a' || char(0) || 'b' AS BLOB));
--> '''''', '''it''''s''', 3, 'X''610062'''

-- case like: the escape is one character
SELECT like('a', 'a', '');
--> error: ESCAPE expression must be a single character
SELECT like('a%', 'a', 'é'), like('aé%', 'a%', 'é'), like('a', 'a', NULL);
--> 1, 1, NULL
SELECT like('a', 'a', 'éé');
--> error: ESCAPE expression must be a single character

-- case unhex; NULL for what is no hexadecimal
SELECT hex(unhex('aBcDeF')), unhex('abc'), unhex('0x10'), unhex(' 41'), hex(unhex(41)), unhex('4g'), typeof(unhex('')), unhex('é'), hex(unhex(x'3431')), unhex(NULL), hex(unhex(hex('é𝄞')));
--> 'ABCDEF', NULL, NULL, NULL, '41', NULL, 'blob', NULL, '41', NULL, 'C3A9F09D849E'

-- case unhex leaves the characters of its second argument out between pairs
SELECT hex(unhex('41 42--43', ' -')), unhex('4-1', '-'), hex(unhex('---', '-')), unhex('41:42', '-'), hex(unhex('é41é', 'é')), unhex('41', '4'), unhex('4142', ''), unhex(NULL, '-'), hex(unhex('4141', '41')), unhex('41 4', ' ');
--> '414243', NULL, '', NULL, '41', x'41', x'4142', NULL, '4141', NULL

-- case hex of the bytes of a text or blob
SELECT hex(''), hex(x''), hex(-1.5), hex('𝄞'), hex(zeroblob(2)), hex(char(0) || 'a'), typeof(hex(NULL)), hex(9223372036854775807);
--> '', '', '2D312E35', 'F09D849E', '0000', '0061', 'text', '39323233333732303336383534373735383037'

-- case zeroblob
SELECT length(zeroblob(0)), length(zeroblob('7')), length(zeroblob(2.9)), zeroblob(NULL) IS NULL, zeroblob(3) = x'000000', length(zeroblob(100000)), hex(zeroblob(1) || 'a'), zeroblob(2) < x'0001', length(zeroblob('x'));
--> 0, 7, 2, 0, 1, 100000, '0061', 1, 0
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(5000)), (zeroblob(0));
SELECT length(a), typeof(a), hex(substr(a, 4999)) FROM n;
--> 5000, 'blob', '0000'
--> 0, 'blob', ''

-- case randomblob of at least one byte
SELECT length(randomblob(1)), length(randomblob(5000)), length(randomblob('3')), length(randomblob(NULL)), length(randomblob(2.9)), randomblob(16) = randomblob(16), length(hex(randomblob(8)));
--> 1, 5000, 3, 1, 2, 0, 16
CREATE TABLE n(a);
INSERT INTO n SELECT randomblob(8) FROM (VALUES (1), (2), (3), (4));
SELECT count(DISTINCT a), min(length(a)), typeof(max(a)) FROM n;
--> 4, 8, 'blob'

-- case changes() of the last INSERT, UPDATE, DELETE
CREATE TABLE n(a PRIMARY KEY, b);
INSERT INTO n VALUES (1, 1), (2, 2), (3, 3);
SELECT changes(), changes();
--> 3, 3
UPDATE n SET b = b;
SELECT changes();
--> 3
CREATE INDEX i ON n(b);
SELECT changes();
--> 3
INSERT OR IGNORE INTO n VALUES (1, 0), (4, 4);
SELECT changes();
--> 1
REPLACE INTO n VALUES (1, 9), (5, 5);
SELECT changes();
--> 2
INSERT INTO n VALUES (1, 0);
--> error: UNIQUE constraint failed: n.a
SELECT changes();
--> 0
DELETE FROM n;
SELECT changes();
--> 5

-- case changes() leaves out rows of triggers and foreign keys
PRAGMA foreign_keys = ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE n(a REFERENCES p ON DELETE CASCADE, b);
CREATE TABLE l(c, t);
CREATE TRIGGER r AFTER DELETE ON p BEGIN UPDATE l SET t = 1; INSERT INTO l VALUES (changes(), 'update'); DELETE FROM l WHERE t = 1; INSERT INTO l VALUES (changes(), 'delete'); END;
INSERT INTO p VALUES (1), (2);
INSERT INTO n VALUES (1, 1), (1, 2), (2, 3);
INSERT INTO l VALUES (0, 0), (0, 0);
DELETE FROM p WHERE a = 1;
SELECT changes();
--> 1
SELECT * FROM l;
--> 2, 'update'
--> 2, 'delete'
CREATE VIEW v AS SELECT a FROM p;
CREATE TRIGGER s INSTEAD OF INSERT ON v BEGIN INSERT INTO p VALUES (new.a), (new.a + 1); END;
INSERT INTO v VALUES (10);
SELECT changes(), count(*) FROM p;
--> 0, 3

-- case total_changes() counts them
PRAGMA foreign_keys = ON;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE n(a REFERENCES p ON DELETE CASCADE);
CREATE TRIGGER r AFTER INSERT ON p BEGIN INSERT INTO n VALUES (new.a), (new.a); END;
SELECT total_changes();
--> 0
INSERT INTO p VALUES (1), (2);
SELECT changes(), total_changes();
--> 2, 6
DELETE FROM p WHERE a = 1;
SELECT changes(), total_changes();
--> 1, 9
BEGIN;
DELETE FROM n;
ROLLBACK;
SELECT total_changes();
--> 11
CREATE TABLE q AS SELECT 1;
SELECT total_changes();
--> 11

-- case last_insert_rowid()
CREATE TABLE n(a INTEGER PRIMARY KEY, b UNIQUE);
CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID;
SELECT last_insert_rowid();
--> 0
INSERT INTO n VALUES (10, 'x'), (NULL, 'y');
SELECT last_insert_rowid();
--> 11
INSERT INTO w VALUES (99);
SELECT last_insert_rowid();
--> 11
INSERT INTO n(b) VALUES ('x');
--> error: UNIQUE constraint failed: n.b
INSERT OR IGNORE INTO n(b) VALUES ('x');
SELECT last_insert_rowid();
--> 11
INSERT INTO n VALUES (-5, 'z');
SELECT last_insert_rowid();
--> -5
UPDATE n SET a = 70 WHERE a = -5;
SELECT last_insert_rowid();
--> -5
INSERT INTO n(a, b) VALUES (10, 'x') ON CONFLICT DO UPDATE SET b = 'w';
SELECT last_insert_rowid();
--> -5
REPLACE INTO n VALUES (11, 'v');
SELECT last_insert_rowid();
--> 11

-- case last_insert_rowid() within a trigger and after it
CREATE TABLE n(a INTEGER PRIMARY KEY);
CREATE TABLE l(i INTEGER PRIMARY KEY, seen);
CREATE TRIGGER r AFTER INSERT ON n BEGIN INSERT INTO l VALUES (new.a * 100, last_insert_rowid()); UPDATE l SET seen = seen || '/' || last_insert_rowid() WHERE i = new.a * 100; END;
INSERT INTO n VALUES (1), (2);
SELECT last_insert_rowid();
--> 2
SELECT * FROM l;
--> 100, '1/100'
--> 200, '2/200'
CREATE VIEW v AS SELECT a FROM n;
CREATE TRIGGER s INSTEAD OF INSERT ON v BEGIN INSERT INTO l VALUES (7, last_insert_rowid()); END;
INSERT INTO v VALUES (5);
SELECT last_insert_rowid(), seen FROM l WHERE i = 7;
--> 2, 2

-- case sqlite_version
SELECT typeof(sqlite_version()), sqlite_version() LIKE '3.%.%', length(sqlite_version());
--> 'text', 1, 6
SELECT sqlite_version(1);
--> error: wrong number of arguments to function sqlite_version()

-- case sqlite_source_id is a text
-- holds functions-core: sqlite_source_id is a text
SELECT sqlite_source_id() LIKE '20__-__-__ __:__:__ %', length(sqlite_source_id()) > 40;
--> 1, 1
SELECT sqlite_source_id(1);
--> error: wrong number of arguments to function sqlite_source_id()

-- case sqlite_compileoption_used, sqlite_compileoption_get
-- holds functions-core: sqlite_compileoption_used, sqlite_compileoption_get
SELECT sqlite_compileoption_used(NULL), sqlite_compileoption_get(NULL) IS sqlite_compileoption_get(0), sqlite_compileoption_used(''), sqlite_compileoption_used(5);
--> NULL, 1, 0, 0
SELECT sqlite_compileoption_used(sqlite_compileoption_get(0)), sqlite_compileoption_get('x') = sqlite_compileoption_get(0);
--> 1, 1
SELECT count(*) FROM pragma_compile_options WHERE NOT sqlite_compileoption_used(compile_options);
--> 0

-- case sqlite_compileoption_used with the prefix SQLITE_, any case
SELECT sqlite_compileoption_used('SQLITE_ENABLE_MATH_FUNCTIONS'), sqlite_compileoption_used('enable_Math_Functions'), sqlite_compileoption_used('ENABLE_MATH'), sqlite_compileoption_used('sqlite_MAX_ATTACHED'), sqlite_compileoption_used('SQLITE_SQLITE_MAX_ATTACHED');
--> 1, 1, 0, 1, 0

-- case current_date, current_time, current_timestamp are texts
-- holds functions-core: current_date, current_time, current_timestamp are texts
SELECT current_timestamp = current_date || ' ' || current_time, date(current_date) = current_date, julianday('now') - julianday(current_timestamp) < 0.001;
--> 1, 1, 1
CREATE TABLE n(a DEFAULT current_date, b DEFAULT current_timestamp);
INSERT INTO n DEFAULT VALUES;
SELECT typeof(a), typeof(b), substr(b, 1, 10) = a FROM n;
--> 'text', 'text', 1
SELECT current_date();
--> error: near "(": syntax error

-- case the clock stands still within a statement
SELECT count(DISTINCT strftime('%f', 'now')), count(DISTINCT current_timestamp) FROM (WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 2000) SELECT i FROM c);
--> 1, 1
SELECT julianday('now') = julianday('now'), unixepoch('now', 'subsec') = unixepoch('subsec');
--> 1, 1

-- case a function that does not exist
SELECT nowhere();
--> error: no such function: nowhere
SELECT "a b"(1);
--> error: no such function: a b
SELECT main.abs(1);
--> error: near "(": syntax error
SELECT nowhere(*);
--> error: no such function: nowhere
SELECT 1 WHERE nowhere(1) > 2;
--> error: no such function: nowhere
SELECT nowhere(1) OVER ();
--> error: no such function: nowhere
CREATE TABLE n(a CHECK (nowhere(a)));
--> error: no such function: nowhere
CREATE TABLE m(a);
CREATE INDEX i ON m(nowhere(a));
--> error: no such function: nowhere

-- case another number of arguments
SELECT length('a', 'b');
--> error: wrong number of arguments to function length()
SELECT substr('a');
--> error: wrong number of arguments to function substr()
SELECT round(1, 2, 3);
--> error: wrong number of arguments to function round()
SELECT replace('a', 'b');
--> error: wrong number of arguments to function replace()
SELECT ifnull(1);
--> error: wrong number of arguments to function ifnull()
SELECT nullif(1, 2, 3);
--> error: wrong number of arguments to function nullif()
SELECT hex();
--> error: wrong number of arguments to function hex()
SELECT instr('a');
--> error: wrong number of arguments to function instr()
SELECT like('a');
--> error: wrong number of arguments to function like()
SELECT glob('a', 'b', 'c');
--> error: wrong number of arguments to function glob()

-- case DISTINCT with a scalar function
SELECT abs(DISTINCT -5), max(DISTINCT 1, 2);
--> 5, 2
SELECT length(ALL 'ab');
--> 2
