-- Storage classes, affinities of columns and expressions, comparison.

-- case five classes
SELECT typeof(9223372036854775807 + 1), typeof(7 / 2), typeof(7 / 2.0), typeof('1' + 1), typeof('1.0' + 1), typeof('x' + 1), typeof(1 || 2);
--> 'real', 'integer', 'real', 'integer', 'real', 'integer', 'text'
SELECT typeof(1 = 1), typeof(NULL = 1), typeof(-'5'), typeof(+'5'), typeof(~'5'), typeof(x'31' + 0), typeof('1e1' * 1);
--> 'integer', 'null', 'integer', 'text', 'integer', 'integer', 'real'

-- case every column of a table may hold every class
CREATE TABLE n(a, b BLOB);
INSERT INTO n VALUES (1.0, 1.0), ('1', '1'), (1, 1), (x'31', x'31'), (NULL, NULL), ('1.0', 1e3);
SELECT typeof(a), typeof(b), quote(a), quote(b) FROM n;
--> 'real', 'real', '1.0', '1.0'
--> 'text', 'text', '''1''', '''1'''
--> 'integer', 'integer', '1', '1'
--> 'blob', 'blob', 'X''31''', 'X''31'''
--> 'null', 'null', 'NULL', 'NULL'
--> 'text', 'real', '''1.0''', '1000.0'
SELECT a, count(*) FROM n GROUP BY a;
--> NULL, 1
--> 1.0, 2
--> '1', 1
--> '1.0', 1
--> x'31', 1

-- case an INTEGER PRIMARY KEY holds integers only
CREATE TABLE n(a INTEGER PRIMARY KEY, b);
INSERT INTO n VALUES ('  12 ', 1), ('13.0', 2), ('1.4e1', 3), (NULL, 4);
SELECT a, typeof(a), b FROM n;
--> 12, 'integer', 1
--> 13, 'integer', 2
--> 14, 'integer', 3
--> 15, 'integer', 4
UPDATE n SET a = '99' WHERE a = 12;
SELECT a FROM n WHERE a = '99.0';
--> 99

-- case an INTEGER PRIMARY KEY that is no integer
CREATE TABLE n(a INTEGER PRIMARY KEY, b);
INSERT INTO n VALUES (1.5, 0);
--> error: datatype mismatch
INSERT INTO n VALUES (x'31', 0);
--> error: datatype mismatch
INSERT INTO n VALUES ('9223372036854775808', 0);
--> error: datatype mismatch
INSERT INTO n VALUES (1, 0);
UPDATE n SET a = '1x';
--> error: datatype mismatch
UPDATE OR IGNORE n SET a = 'y';
--> error: datatype mismatch

-- case INT in the type: INTEGER
CREATE TABLE n(a CHARINT, b "FLOATING POINT", c PRINT, d BLOBINT(3), e "x int y");
INSERT INTO n VALUES ('1.0', '1.0', '1.0', '1.0', '1.0');
SELECT a, b, c, d, e FROM n;
--> 1, 1, 1, 1, 1

-- case CHAR, CLOB, TEXT: TEXT
-- holds datatypes: CHAR, CLOB, TEXT: TEXT
CREATE TABLE n(a xCHARx, b CLOBREAL, c TEXTBLOB, d "double text");
INSERT INTO n VALUES (1.50, 1e3, x'31', 012);
SELECT a, b, c, d, typeof(c) FROM n;
--> '1.5', '1000.0', x'31', '12', 'blob'

-- case BLOB or no type: BLOB
-- holds datatypes: BLOB or no type: BLOB
CREATE TABLE n(a BLOBFLOAT, b xBLOBx, c blob(3), d);
INSERT INTO n VALUES ('1', 1.0, 1, '1.0'), (1, '2', x'00', 2.0);
SELECT quote(a), quote(b), quote(c), quote(d) FROM n;
--> '''1''', '1.0', '1', '''1.0'''
--> '1', '''2''', 'X''00''', '2.0'

-- case REAL, FLOA, DOUB: REAL
-- holds datatypes: REAL, FLOA, DOUB: REAL
CREATE TABLE n(a xREALx, b FLOATS, c DOUBT, d REALNUM(10, 5));
INSERT INTO n VALUES (9007199254740993, '1e400', x'31', 'x'), (NULL, -0.0, '0x1', '');
SELECT a, typeof(a), b, c, typeof(c), d, typeof(d) FROM n;
--> 9007199254740992.0, 'real', inf, x'31', 'blob', 'x', 'text'
--> NULL, 'null', 0.0, '0x1', 'text', '', 'text'

-- case everything else: NUMERIC
CREATE TABLE n(a JSON, b "?", c xyz(1, 2), d ANY);
INSERT INTO n VALUES ('1', '1', '1', '1'), ('[1]', '1.5x', '1e2', '.5');
SELECT quote(a), quote(b), quote(c), quote(d) FROM n;
--> '1', '1', '1', '1'
--> '''[1]''', '''1.5x''', '100', '0.5'

-- case the order of the rules decides: CHARINT is INTEGER
-- holds datatypes: the order of the rules decides: CHARINT is INTEGER
CREATE TABLE n(a TEXTINT, b REALTEXT, c REALBLOB, d DOUBLECHAR, e "int real");
INSERT INTO n VALUES ('1', 1, '1', 1.0, '1.0');
SELECT quote(a), quote(b), quote(c), quote(d), quote(e) FROM n;
--> '1', '''1''', '''1''', '''1.0''', '1'

-- case TEXT stores numbers as texts, keeps NULL and blobs
CREATE TABLE n(a TEXT, b TEXT UNIQUE);
INSERT INTO n VALUES (0x1F, 9007199254740993.0), (1e15, 1e16), (0.1 + 0.2, 1e999), (TRUE, -1e999);
SELECT a, b FROM n;
--> '31', '9.00719925474099e+15'
--> '1.0e+15', '1.0e+16'
--> '0.3', 'Inf'
--> '1', '-Inf'
INSERT INTO n VALUES (0, '1.0e+16');
--> error: UNIQUE constraint failed: n.b
UPDATE n SET a = a + 1 WHERE b = 'Inf';
SELECT a, typeof(a) FROM n WHERE b = 'Inf';
--> '1.3', 'text'

-- case NUMERIC and INTEGER store texts that are numbers as such, whole reals as integers
CREATE TABLE n(a INT, b NUMERIC);
INSERT INTO n VALUES (1e18, 1e18), (1e19, 1e19), ('9223372036854775807', '9223372036854775808'), ('-9223372036854775808', '-9223372036854775809'), (-0.0, '-0.0');
INSERT INTO n VALUES ('1e500', '+5'), ('.', '5.'), ('1 2', '- 1'), ('1e', '1e+'), (char(9) || '7' || char(10), x'37'), ('1_0', 'inf');
SELECT quote(a), quote(b), typeof(a), typeof(b) FROM n;
--> '1000000000000000000', '1000000000000000000', 'integer', 'integer'
--> '1.0e+19', '1.0e+19', 'real', 'real'
--> '9223372036854775807', '9.22337203685477581e+18', 'integer', 'real'
--> '-9223372036854775808', '-9.22337203685477581e+18', 'integer', 'real'
--> '0', '0', 'integer', 'integer'
--> '9.0e+999', '5', 'real', 'integer'
--> '''.''', '5', 'text', 'integer'
--> '''1 2''', '''- 1''', 'text', 'text'
--> '''1e''', '''1e+''', 'text', 'text'
--> '7', 'X''37''', 'integer', 'blob'
--> '''1_0''', '''inf''', 'text', 'text'

-- case the documentation's table of five columns
-- holds datatypes: the documentation's table of five columns
CREATE TABLE n(t TEXT, nu NUMERIC, i INTEGER, r REAL, no BLOB);
INSERT INTO n VALUES ('5e2', '5e2', '5e2', '5e2', '5e2'), (0.5, 0.5, 0.5, 0.5, 0.5), ('0.50', '0.50', '0.50', '0.50', '0.50'), ('abc', 'abc', 'abc', 'abc', 'abc');
SELECT quote(t), quote(nu), quote(i), quote(r), quote(no) FROM n;
--> '''5e2''', '500', '500', '500.0', '''5e2'''
--> '''0.5''', '0.5', '0.5', '0.5', '0.5'
--> '''0.50''', '0.5', '0.5', '0.5', '''0.50'''
--> '''abc''', '''abc''', '''abc''', '''abc''', '''abc'''
UPDATE n SET t = i, nu = t, i = r, r = no, no = nu;
SELECT quote(t), quote(nu), quote(i), quote(r), quote(no) FROM n;
--> '''500''', '500', '500', '500.0', '500'
--> '''0.5''', '0.5', '0.5', '0.5', '0.5'
--> '''0.5''', '0.5', '0.5', '0.5', '0.5'
--> '''abc''', '''abc''', '''abc''', '''abc''', '''abc'''

-- case texts of more digits than a real has stay exact only as integers
CREATE TABLE n(a NUMERIC, b REAL);
INSERT INTO n VALUES ('1234567890123456.5', '9007199254740993'), ('4611686018427387905.0', '0.1000000000000000055511151231257827'), ('9223372036854775807.0', '1e-400');
SELECT a, b, typeof(a), typeof(b) FROM n;
--> 1234567890123456.5, 9007199254740992.0, 'real', 'real'
--> 4611686018427387904, 0.10000000000000001, 'integer', 'real'
--> 9.2233720368547758e+18, 0.0, 'real', 'real'

-- case REAL stores integers as reals
CREATE TABLE n(a REAL, b REAL PRIMARY KEY) WITHOUT ROWID;
INSERT INTO n VALUES (4, 4), (5.5, '6');
SELECT a, b, typeof(b), a / 8, b || '' FROM n WHERE b IN (4, 6) AND b = '4';
--> 4.0, 4.0, 'real', 0.5, '4.0'
SELECT a / 8, a % 3 FROM n;
--> 0.5, 1.0
--> 0.6875, 2.0

-- case CREATE TABLE AS keeps affinities, under other type names
-- holds datatypes: CREATE TABLE AS keeps affinities, under other type names
CREATE TABLE n(a BIGINT, b VARCHAR(9), c DOUBLE, d DECIMAL, e BLOB, f);
CREATE TABLE m AS SELECT a, b, c, d, e, f, a + 1 AS g, +b AS h, (SELECT b FROM n) AS i, max(c) AS j, CASE WHEN 1 THEN a END AS k FROM n;
SELECT name, type FROM pragma_table_info('m');
--> 'a', 'INT'
--> 'b', 'TEXT'
--> 'c', 'REAL'
--> 'd', 'NUM'
--> 'e', ''
--> 'f', ''
--> 'g', ''
--> 'h', ''
--> 'i', 'TEXT'
--> 'j', ''
--> 'k', ''

-- case a column, also through a subquery or view, has its affinity
-- holds datatypes: a column, also through a subquery or view, has its affinity
CREATE TABLE n(a INT, b TEXT, c);
INSERT INTO n VALUES (10, 10, 10), (10, 10, '10');
CREATE VIEW v AS SELECT a AS x, b AS y, c AS z FROM n;
SELECT x = '10', y = 10, z = 10, z = '10' FROM v;
--> 1, 1, 1, 0
--> 1, 1, 0, 1
SELECT x = '10.0', y = 10.0 FROM (SELECT * FROM v);
--> 1, 0
--> 1, 0
WITH w AS (SELECT a, b FROM n) SELECT a = '10', b = 10, a = b FROM w;
--> 1, 1, 1
--> 1, 1, 1
SELECT (SELECT a FROM n) = '10', (SELECT b FROM n) = 10, (SELECT c FROM n) = '10';
--> 1, 1, 0

-- case rowid has INTEGER
CREATE TABLE n(a);
INSERT INTO n VALUES (1), (2), (3);
SELECT a FROM n WHERE rowid = '2' OR rowid IN ('3', 'x') OR _rowid_ < '1.5';
--> 2
--> 3
--> 1
SELECT a FROM n WHERE rowid BETWEEN '1' AND '2' AND rowid > 'x';
SELECT count(*) FROM n WHERE rowid < 'x' AND rowid < x'00';
--> 3

-- case CAST has that of its type
SELECT CAST('1' AS BLOB) = 1, CAST(1 AS BLOB) = '1', CAST(1 AS TEXT) = CAST(1 AS INT), typeof(CAST(1 AS DECIMAL));
--> 0, 0, 1, 'integer'
SELECT CAST(10 AS TEXT) < 9, 10 < 9, CAST(10 AS REAL) = '10', CAST('a' AS COLLATED) = 0;
--> 1, 0, 1, 1

-- case unary plus, operators, functions have none
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (5, 5);
SELECT a = '5', +a = '5', a + 0 = '5', -a = '-5', abs(a) = '5', (a) = '5', a COLLATE NOCASE = '5' FROM n;
--> 1, 0, 0, 0, 0, 1, 1
SELECT b = 5, +b = 5, b || '' = 5, lower(b) = 5, (b) = 5, coalesce(b, 1) = 5, iif(1, a, 0) = '5' FROM n;
--> 1, 0, 0, 0, 1, 0, 0
SELECT CASE WHEN 1 THEN a END = '5', max(a, 0) = '5', (SELECT a) = '5', likely(a) = '5', (SELECT +a) = '5' FROM n;
--> 0, 0, 1, 0, 0

-- case a compound query has that of one of its arms
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (5, 5);
SELECT z = '5', z = 5, typeof(z) FROM (SELECT a AS z FROM n UNION ALL SELECT b FROM n);
--> 0, 1, 'integer'
--> 1, 0, 'text'
SELECT z = '5', z = 5, typeof(z) FROM (SELECT b AS z FROM n UNION ALL SELECT a FROM n);
--> 1, 0, 'text'
--> 0, 1, 'integer'
SELECT '5' IN (SELECT a FROM n UNION ALL SELECT 7), 5 IN (SELECT b FROM n UNION SELECT 'x');
--> 0, 0

-- case NULL, then numbers, then texts, then blobs
SELECT 9e999 < '', 'zzz' < x'', 1 < '0', x'00' > 9e999, 'a' > -5;
--> 1, 1, 1, 1, 1
CREATE TABLE n(a);
INSERT INTO n VALUES (x'00'), ('0'), (0), (NULL), (-1e999), (''), (x''), (1e999), ('Z'), ('a'), (0.5);
SELECT quote(a) FROM n ORDER BY a;
--> 'NULL'
--> '-9.0e+999'
--> '0'
--> '0.5'
--> '9.0e+999'
--> ''''''
--> '''0'''
--> '''Z'''
--> '''a'''
--> 'X'''''
--> 'X''00'''
SELECT quote(a) FROM n ORDER BY a DESC;
--> 'X''00'''
--> 'X'''''
--> '''a'''
--> '''Z'''
--> '''0'''
--> ''''''
--> '9.0e+999'
--> '0.5'
--> '0'
--> '-9.0e+999'
--> 'NULL'
SELECT quote(min(a)), quote(max(a)) FROM n;
--> '-9.0e+999', 'X''00'''
CREATE INDEX i ON n(a);
SELECT quote(a) FROM n WHERE a > 0 ORDER BY a;
--> '0.5'
--> '9.0e+999'
--> ''''''
--> '''0'''
--> '''Z'''
--> '''a'''
--> 'X'''''
--> 'X''00'''

-- case integers and reals compare by value, exactly
-- holds datatypes: integers and reals compare by value, exactly
SELECT 9223372036854775807 = 9223372036854775807.0, -9223372036854775808 = -9223372036854775808.0, 4611686018427387905 > 4611686018427387904.0;
--> 0, 1, 1
CREATE TABLE n(a UNIQUE);
INSERT INTO n VALUES (9007199254740993), (9007199254740992.0);
INSERT INTO n VALUES (9007199254740992);
--> error: UNIQUE constraint failed: n.a
SELECT a, typeof(a) FROM n WHERE a IN (9007199254740992, 1);
--> 9007199254740992.0, 'real'
SELECT count(DISTINCT z) FROM (SELECT 1 AS z UNION ALL SELECT 1.0 UNION ALL SELECT '1' UNION ALL SELECT -0.0 UNION ALL SELECT 0);
--> 3

-- case texts by bytes, or their collation
SELECT '' < ' ', 'a' || char(0) > 'a', 'é' > 'z', '𝄞' > '豈', 'ab' < 'b', '10' < '9';
--> 1, 1, 1, 1, 1, 1

-- case blobs by bytes
-- holds datatypes: blobs by bytes
SELECT x'61' COLLATE NOCASE = x'41', x'80' > x'7fff', x'' = zeroblob(0), zeroblob(2) > x'00';
--> 0, 1, 1, 1

-- case NULL compares as NULL, save by IS
CREATE TABLE n(a UNIQUE, b);
INSERT INTO n VALUES (NULL, 1), (NULL, 1), (2, NULL);
SELECT count(*) FROM n WHERE a = NULL OR a <> NULL OR NOT (a = NULL);
--> 0
SELECT count(*), count(DISTINCT a) FROM n GROUP BY a ORDER BY 1;
--> 1, 1
--> 2, 0
SELECT b, count(*) FROM n GROUP BY b;
--> NULL, 1
--> 1, 2
SELECT DISTINCT a FROM n;
--> NULL
--> 2
SELECT a FROM n INTERSECT SELECT NULL;
--> NULL

-- case a number-like column makes a number of the text it meets
-- holds datatypes: a number-like column makes a number of the text it meets
CREATE TABLE n(a INT, b NUMERIC, c REAL);
INSERT INTO n VALUES (1, 2, 3);
SELECT a = ' 1', a = '1.0', a = '1x', b = '2e0', c = '3', a < '10', a < '0x', '1' = a FROM n;
--> 1, 1, 0, 1, 1, 1, 1, 1
SELECT a = x'31', a = CAST(x'31' AS TEXT), a = (SELECT '1'), a = (SELECT CAST('1' AS TEXT)) FROM n;
--> 0, 1, 1, 1
SELECT a FROM n WHERE a BETWEEN '0' AND '1.5' AND a IN ('1') AND CASE a WHEN '1' THEN 1 END;
--> 1

-- case a TEXT column makes a text of the number it meets
CREATE TABLE n(a TEXT, b BLOB);
INSERT INTO n VALUES ('10', '10'), ('1.0', '1.0');
SELECT a = 10, a = 1.0, a = 1, a < 9, 9 > a, b = 10, b < 9, a = x'3130' FROM n;
--> 1, 0, 0, 1, 1, 0, 0, 0
--> 0, 1, 0, 1, 1, 0, 0, 0
SELECT a = b, a = +b, +a = 10, a = (SELECT 10), 10 IN (SELECT a FROM n), 10 IN (a, 0), a IN (10) FROM n;
--> 1, 1, 0, 1, 1, 0, 1
--> 1, 1, 0, 0, 1, 0, 0

-- case a number-like column wins over a TEXT column
CREATE TABLE n(a INT, b TEXT, c);
INSERT INTO n VALUES (500, 500, '500'), (500, '5e2', 500.0);
SELECT a = b, a < b, b = c, a = c, b <= a, (a, b) = (b, a), a BETWEEN b AND b, a IN (b) FROM n;
--> 1, 0, 1, 1, 1, 1, 1, 1
--> 1, 0, 0, 1, 1, 1, 1, 1
CREATE INDEX i ON n(b);
SELECT count(*) FROM n AS x JOIN n AS y ON x.a = y.b;
--> 4

-- case the documentation's column comparisons, TEXT
-- holds datatypes: the documentation's column comparisons, TEXT
CREATE TABLE n(a TEXT, b NUMERIC, c BLOB, d);
INSERT INTO n VALUES ('500', '500', '500', 500);
SELECT typeof(a), typeof(b), typeof(c), typeof(d) FROM n;
--> 'text', 'integer', 'text', 'integer'
SELECT a < 40, a < 60, a < 600 FROM n;
--> 0, 1, 1
SELECT a < '40', a < '60', a < '600' FROM n;
--> 0, 1, 1
SELECT b < 40, b < 60, b < 600 FROM n;
--> 0, 0, 1
SELECT b < '40', b < '60', b < '600' FROM n;
--> 0, 0, 1
SELECT c < 40, c < 60, c < 600 FROM n;
--> 0, 0, 0
SELECT c < '40', c < '60', c < '600' FROM n;
--> 0, 1, 1
SELECT d < 40, d < 60, d < 600 FROM n;
--> 0, 0, 1
SELECT d < '40', d < '60', d < '600' FROM n;
--> 1, 1, 1
SELECT 40 > a, 40 > b, 40 > c, '60' > d FROM n;
--> 0, 0, 0, 1

-- case IN a subquery: the affinities of both sides; a list: of the left side only
CREATE TABLE n(a INT, b TEXT, c);
INSERT INTO n VALUES (1, 2, '3');
SELECT a IN ('1'), b IN (2), c IN (3), '1' IN (a), 2 IN (b), 3 IN (c, '3'), a IN (SELECT '1'), b IN (SELECT 2) FROM n;
--> 1, 1, 0, 0, 0, 0, 1, 1
SELECT '1' IN (SELECT a FROM n), 2 IN (SELECT b FROM n), 3 IN (SELECT c FROM n), +a IN ('1'), +b IN (2) FROM n;
--> 1, 1, 0, 0, 0
SELECT (a, b) IN (SELECT '1', 2), (a, b) IN (VALUES ('1', '2')), ('1', 2) IN (SELECT a, b FROM n) FROM n;
--> 1, 1, 1

-- case GROUP BY, DISTINCT, compounds convert nothing
CREATE TABLE n(a INT, b TEXT);
INSERT INTO n VALUES (1, '1');
SELECT a FROM n INTERSECT SELECT b FROM n;
SELECT a FROM n UNION SELECT b FROM n;
--> 1
--> '1'
SELECT z, count(*) FROM (SELECT a AS z FROM n UNION ALL SELECT b FROM n UNION ALL SELECT 1.0) GROUP BY z;
--> 1, 2
--> '1', 1

-- case arithmetic makes numbers of texts and blobs
SELECT '0x10' + 0, '1e400' + 0, '9223372036854775808' + 0, typeof('9223372036854775807' + 0), '-' + 1, '.5.5' + 0, '+3' * 1, '1e+' + 0;
--> 0, inf, 9.2233720368547758e+18, 'integer', 1, 0.5, 3, 1
SELECT '12' % '5', '7.9' % '4.9', '7.5' / 2, '7' / 2, -'-3', +'3', '3' || 4 + 1, x'' + 0, x'2d35' * 2;
--> 2, 3.0, 3.75, 3, 3, '3', 35, 0, -10

-- case bit operators make integers
SELECT 1e300 | 0, -1e300 | 0, '1e2' | 0, 'x' | 8, '9223372036854775808' | 0, x'39' & 15, 3.999 >> 1, NULL & 1;
--> 9223372036854775807, -9223372036854775808, 1, 8, 9223372036854775807, 9, 1, NULL

-- case `||` makes texts
SELECT 0.1 || '', 1e15 || '', 1e16 || '', -0.0 || '', 1e-5 || '', 123456789.125 || '', 9007199254740993.0 || '', typeof(x'31' || x'32'), NULL || 'a';
--> '0.1', '1.0e+15', '1.0e+16', '0.0', '1.0e-05', '123456789.125', '9.00719925474099e+15', 'text', NULL

-- case conditions take numbers; a text that begins with none is false
SELECT '0.0' AND 1, '0.1' AND 1, '' OR 0, ' 1' OR 0, NOT '-0', NOT x'30', NOT NULL, 1e-320 AND 1, '1e-400' AND 1;
--> 0, 1, 0, 1, 1, 1, NULL, 1, 0
SELECT count(*) FROM (SELECT 1) WHERE '0x1';
--> 0
SELECT CASE WHEN '0' THEN 1 WHEN '2z' THEN 2 ELSE 3 END, 'true' IS TRUE, '1' IS TRUE, 0.1 IS TRUE;
--> 2, 0, 1, 1

-- case ORDER BY converts nothing
CREATE TABLE n(a TEXT, b NUMERIC);
INSERT INTO n VALUES (10, '10'), (9, '9'), ('x', 'x'), (9.5, '9.5');
SELECT a FROM n ORDER BY a;
--> '10'
--> '9'
--> '9.5'
--> 'x'
SELECT b FROM n ORDER BY b DESC;
--> 'x'
--> 10
--> 9.5
--> 9
SELECT b FROM n ORDER BY +a, b;
--> 10
--> 9
--> 9.5
--> 'x'
