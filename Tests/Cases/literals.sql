-- Literals, and parameters without values.

-- case integers
SELECT 00000000000000000000000000012, typeof(00000000000000000000000000012);
--> 12, 'integer'
SELECT 9223372036854775807, -9223372036854775807, typeof(-9223372036854775807);
--> 9223372036854775807, -9223372036854775807, 'integer'
SELECT typeof(0), typeof(-0), typeof(+7), 1 AS "2";
--> 'integer', 'integer', 'integer', 1

-- case integers beyond 64 bits are reals
SELECT 9223372036854775808 = 9223372036854775807 + 1, typeof(18446744073709551616);
--> 1, 'real'
CREATE TABLE n(a INTEGER, b TEXT, c);
INSERT INTO n VALUES (9223372036854775808, 9223372036854775808, 9223372036854775808);
SELECT a, b, c, typeof(a), typeof(b), typeof(c) FROM n;
--> 9.2233720368547758e+18, '9.22337203685478e+18', 9.2233720368547758e+18, 'real', 'text', 'real'

-- case the least integer is a literal with its sign
SELECT typeof(- 9223372036854775808), typeof(-/* x */9223372036854775808), typeof(- -9223372036854775808), - -9223372036854775808;
--> 'integer', 'integer', 'real', 9.2233720368547758e+18
SELECT -9223372036854775809, typeof(0 - 9223372036854775808), -9223372036854775808 - 1;
--> -9.2233720368547758e+18, 'real', -9.2233720368547758e+18
SELECT abs(-9223372036854775807), ~-9223372036854775808;
--> 9223372036854775807, 9223372036854775807

-- case reals with a point, an exponent, both
-- holds literals: reals with a point, an exponent, both
SELECT typeof(1e0), typeof(1.), typeof(.0), 0.1 + 0.2 = 0.3, 0.1 + 0.2 > 0.3;
--> 'real', 'real', 'real', 0, 1
SELECT 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 2e-324, 123456789012345678901234567890.0;
--> 1.7976931348623157e+308, 2.2250738585072014e-308, 4.9406564584124654e-324, 0.0, 1.2345678901234568e+29
SELECT 1e22, 1e23, 8.41e21, 9007199254740993.0, 0.1e-6, 179769313486231580793e289;
--> 1e+22, 9.9999999999999992e+22, 8.4099999999999995e+21, 9007199254740992.0, 9.9999999999999995e-08, inf

-- case a real that is too large is infinite
SELECT 9e999 = 1e999, -9e999 < -1.7976931348623157e308, 1e999 - 1e999, 1e999 * 0, 1e999 || '', quote(1e999);
--> 1, 1, NULL, NULL, 'Inf', '9.0e+999'
SELECT CAST(1e999 AS INTEGER), CAST(-1e999 AS INTEGER), 1e999 IN (SELECT 9e999), round(1e999);
--> 9223372036854775807, -9223372036854775808, 1, inf

-- case `_` between two digits
-- holds literals: `_` between two digits
SELECT 9_223_372_036_854_775_807, 9_223_372_036_854_775_808, -9_223_372_036_854_775_808, 0x7fff_ffff_ffff_ffff;
--> 9223372036854775807, 9.2233720368547758e+18, -9223372036854775808, 9223372036854775807
SELECT .1_5, 1_2e-0_1, typeof(1_0), typeof(1_0.0), 1_000 LIKE '1000', CAST('1_000' AS INTEGER);
--> 0.14999999999999999, 1.2, 'integer', 'real', 1, 1
SELECT a FROM (SELECT 1 AS a UNION ALL SELECT 2) LIMIT 0_1;
--> 1

-- case two `_`
SELECT 1.0__0;
--> error: unrecognized token: "1.0__0"
SELECT 0xa__b;
--> error: unrecognized token: "0xa__b"

-- case `_` at the end
SELECT 1_.5;
--> error: unrecognized token: "1_.5"
SELECT 1._5;
--> error: unrecognized token: "1._5"
SELECT 1_e5;
--> error: unrecognized token: "1_e5"
SELECT 1e_5;
--> error: unrecognized token: "1e_5"
SELECT 0x_1;
--> error: unrecognized token: "0x_1"
SELECT 0_x1;
--> error: unrecognized token: "0_x1"

-- case hexadecimal, as the 64 bits of a signed integer
-- holds literals: hexadecimal, as the 64 bits of a signed integer
SELECT 0x7fffffffffffffff, 0x8000000000000000, 0x00000000000000000000ff, typeof(0x0), -0x7fffffffffffffff;
--> 9223372036854775807, -9223372036854775808, 255, 'integer', -9223372036854775807
SELECT 0xff & 0x0f, ~0x0, 0x10 || '', 0x1 = 1.0, 0xAbCd;
--> 15, -1, '16', 1, 43981
CREATE TABLE n(a DEFAULT 0x11, b DEFAULT -0x1, c DEFAULT (0x10 + 1));
INSERT INTO n DEFAULT VALUES;
SELECT * FROM n;
--> 17, -1, 17

-- case hexadecimal of more than 16 digits
SELECT 0x123456789abcdef01;
--> error: hex literal too big: 0x123456789abcdef01
SELECT -0x10000000000000000;
--> error: hex literal too big: -0x10000000000000000

-- case the least integer with a minus, in hexadecimal
SELECT -0x8000000000000001;
--> 9223372036854775807
SELECT - 0x8000000000000000;
--> error: hex literal too big: -0x8000000000000000

-- case hexadecimal is for SQL texts, not for texts that become numbers
CREATE TABLE n(a INT, b NUMERIC);
INSERT INTO n VALUES ('0x10', '0x10'), (0x10, 0x10);
SELECT a, b, typeof(a), typeof(b), a = 16 FROM n;
--> '0x10', '0x10', 'text', 'text', 0
--> 16, 16, 'integer', 'integer', 1

-- case letters behind a number
SELECT 1.5x;
--> error: unrecognized token: "1.5x"
SELECT 1e5e;
--> error: unrecognized token: "1e5e"
SELECT 0x1g;
--> error: unrecognized token: "0x1g"
SELECT 1e;
--> error: unrecognized token: "1e"
SELECT 1$a;
--> error: unrecognized token: "1$a"
SELECT 12_3z + 1;
--> error: unrecognized token: "12_3z"

-- case texts, with the quote doubled
SELECT length(''''''), '''''' || '''', 'a''''b', length('');
--> 2, '''''''', 'a''''b', 0
SELECT 'a' 'b', 'c''d';
--> 'a', 'c''d'
SELECT 'x' = '''x''', quote('it''s');
--> 0, '''it''''s'''

-- case a backslash is a character
SELECT length('\'), 'a\' || 'b', instr('c:\d', '\'), '\u0041', 'x\''y';
--> 1, 'a\b', 3, '\u0041', 'x\''y'

-- case everything else stands for itself
-- holds literals: everything else stands for itself
SELECT length('-- x'), length('é𝄞'), ';', 'a;b', '?1 :a @b $c';
--> 4, 2, ';', 'a;b', '?1 :a @b $c'
SELECT length('two lines'), '"' || '`' || '[';
--> 9, '"`['

-- case "double quotes" are a name, or a text where none has it
CREATE TABLE n(a, "b c");
INSERT INTO n VALUES ("a", "b c");
INSERT INTO n("b c") VALUES ("x""y");
SELECT a, "b c", "B C", "bc", "" FROM n;
--> 'a', 'b c', 'b c', 'bc', ''
--> NULL, 'x"y', 'x"y', 'bc', ''
SELECT count(*) FROM n WHERE a = "a";
--> 1
SELECT count(*) FROM n WHERE a = "A";
--> 1
SELECT (SELECT "b c" FROM (SELECT 1 AS z)) FROM n;
--> 'b c'
--> 'x"y'
SELECT max("z") FROM n ORDER BY "q";
--> 'z'
UPDATE n SET a = "zz" WHERE "b c" = "b c";
SELECT * FROM n;
--> 'zz', 'b c'
--> 'zz', 'x"y'

-- case double quotes behind the name of a table are never a text
-- holds literals: double quotes behind the name of a table are never a text
CREATE TABLE n(a);
SELECT n."z" FROM n;
--> error: no such column: n.z
SELECT "n"."a", "z"."a" FROM n;
--> error: no such column: z.a
SELECT a FROM n AS "q r" WHERE "q r"."a" IS NULL;

-- case brackets and backticks are names only
SELECT `nothing`;
--> error: no such column: nothing
SELECT [a b];
--> error: no such column: a b

-- case blobs
SELECT x'61' = 'a', x'61' || '', hex(x'' || x'ff'), x'00' < x'0000', x'ff' > 'z', quote(X'aB');
--> 0, 'a', 'FF', 1, 1, 'X''AB'''
SELECT CAST(x'c3a9' AS TEXT), CAST('é' AS BLOB), x'' = zeroblob(0), x'' IS NULL;
--> 'é', x'c3a9', 1, 0

-- case a blob with an odd number of digits
SELECT X'1';
--> error: unrecognized token: "X'1'"

-- case a blob with what is no digit
SELECT x'0 1';
--> error: unrecognized token: "x'0 1'"

-- case a space before the quote makes two words
-- holds literals: a space before the quote makes two words
SELECT 5 x 'ab';
--> error: near "'ab'": syntax error
SELECT x 'ab' FROM (SELECT 1 AS x);
--> 1

-- case NULL, in any case
SELECT nUlL IS NULL, NULL = NULL, NULL <> NULL, NOT NULL, -NULL, NULL || 'x', typeof(NULL + 1);
--> 1, NULL, NULL, NULL, NULL, NULL, 'null'
SELECT count(NULL), sum(NULL), NULL IN (), NULL IN (NULL), (NULL, 1) = (NULL, 2);
--> 0, NULL, 0, NULL, 0

-- case TRUE and FALSE are 1 and 0
SELECT TRUE + TRUE, -FALSE, 'true' = TRUE, 1 IS TRUE, '1' IS TRUE, TRUE IS 1.0;
--> 2, 0, 0, 1, 1, 1
CREATE TABLE n(a DEFAULT TRUE, b BOOLEAN DEFAULT FALSE, CHECK (a IS TRUE));
INSERT INTO n DEFAULT VALUES;
SELECT a, b, typeof(a) FROM n WHERE TRUE;
--> 1, 0, 'integer'

-- case TRUE and FALSE are columns where a table has columns of these names
-- holds literals: TRUE and FALSE are columns where a table has columns of these names
CREATE TABLE n(true, false);
INSERT INTO n VALUES (5, 6);
SELECT true, false, n.true, 5 IS true, 1 IS TRUE FROM n;
--> 5, 6, 5, 1, 0
SELECT 5 = true, (SELECT true) FROM n;
--> 1, 5

-- case columns of a subquery are never called TRUE or FALSE
-- holds literals: columns of a subquery are never called TRUE or FALSE
SELECT * FROM (SELECT 5 AS false, 6 AS b);
--> 5, 6

-- case CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP
-- holds literals: CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP
CREATE TABLE n(a, b DEFAULT CURRENT_TIMESTAMP, c DEFAULT CURRENT_DATE, d DEFAULT CURRENT_TIME);
INSERT INTO n(a) VALUES (1);
SELECT julianday(b) > 2460000, c = substr(b, 1, 10), d = substr(b, 12), typeof(d) FROM n;
--> 1, 1, 1, 'text'
SELECT date(CURRENT_TIMESTAMP) = CURRENT_DATE, time(CURRENT_TIMESTAMP) = CURRENT_TIME;
--> 1, 1

-- case `?` has the number after the largest so far
SELECT typeof(?), count(*) FROM (SELECT 1 UNION SELECT 2) WHERE ? IS NULL;
--> 'null', 2
CREATE TABLE n(a DEFAULT 5, b);
INSERT INTO n VALUES (?, ?);
SELECT a, b FROM n;
--> NULL, NULL
SELECT a FROM n LIMIT ifnull(?, 1);
--> NULL
UPDATE n SET a = coalesce(?, 7), b = ? IS NULL;
SELECT * FROM n;
--> 7, 1

-- case `?NNN`, leading zeros count for nothing
SELECT ?2 IS ?1, ?00002 IS NULL, ?10;
--> 1, 1, NULL
SELECT ?9999, typeof(?1 + 1);
--> NULL, 'null'

-- case `:name`, `@name`, `$name`
SELECT :a IS :a, @select, $1, :1a, @_x, typeof($a$b);
--> 1, NULL, NULL, NULL, NULL, 'null'
SELECT 1 WHERE :x IS NULL AND @x IS NULL AND $x IS NULL;
--> 1
DELETE FROM sqlite_schema WHERE name = :none;
--> error: table sqlite_master may not be modified

-- case `$name` with `::` and a suffix in parentheses
SELECT $ns::v(index) IS NULL, $::a, typeof($a::b::c), :a::b;
--> 1, NULL, 'null', NULL
SELECT @a(x), $a(), typeof($q('r'));
--> NULL, NULL, 'null'

-- case `?0`
SELECT ?00;
--> error: variable number must be between ?1 and ?32766

-- case a number above 32766
SELECT ?99999999999999999999;
--> error: variable number must be between ?1 and ?32766
SELECT ?32766, ?;
--> error: too many SQL variables
SELECT ?32766, :a;
--> error: too many SQL variables

-- case a colon, an at sign alone
SELECT @;
--> error: unrecognized token: "@"
SELECT $;
--> error: unrecognized token: "$"
SELECT : a;
--> error: unrecognized token: ":"
SELECT #1;
--> error: near "#1": syntax error

-- case a parameter in a view
CREATE VIEW v AS SELECT 1 WHERE :a;
--> error: parameters are not allowed in views
CREATE TEMP VIEW v AS SELECT * FROM (SELECT @a);
--> error: parameters are not allowed in views

-- case a parameter in a trigger
CREATE TABLE n(a);
CREATE TRIGGER r AFTER INSERT ON n WHEN :a BEGIN SELECT 1; END;
--> error: trigger cannot use variables
CREATE TRIGGER r AFTER INSERT ON n BEGIN DELETE FROM n WHERE a = $a; END;
--> error: trigger cannot use variables

-- case a parameter in a CHECK
CREATE TABLE n(a, CHECK (a = :a));
--> error: parameters prohibited in CHECK constraints

-- case a parameter in an index
CREATE TABLE n(a);
CREATE INDEX i ON n(a) WHERE a > ?;
--> error: parameters prohibited in partial index WHERE clauses
CREATE INDEX i ON n(a || :x);
--> error: parameters prohibited in index expressions

-- case a parameter in a generated column
CREATE TABLE n(a, b AS (:a) STORED);
--> error: parameters prohibited in generated columns

-- case a parameter in a default
CREATE TABLE n(a DEFAULT (1 + :b));
--> error: default value of column [a] is not constant
CREATE TABLE n(a DEFAULT ?);
--> error: near "?": syntax error
