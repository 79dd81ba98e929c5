-- LIKE, GLOB, REGEXP and MATCH.

-- case LIKE: `%` any characters, `_` one, ASCII letters of either case
SELECT 'abc' LIKE '%', 'abc' LIKE '___', 'abc' LIKE '____', 'abc' LIKE '%_c', 'abc' LIKE '%%c%', 'abcabc' LIKE '%bc', 'a' LIKE '_%', '' LIKE '_', '' LIKE '', '𝄞x' LIKE '_X';
--> 1, 1, 0, 1, 1, 1, 1, 0, 1, 1
SELECT 'aaab' LIKE '%ab', 'mississippi' LIKE '%iss%ip%', 'ab%' LIKE 'ab%%', 'a
b' LIKE 'a_B', '[' LIKE '{', '@' LIKE '`', 'K' LIKE 'K';
--> 1, 1, 1, 1, 0, 0, 1
SELECT 12.5 LIKE '1%', 100 LIKE 1 || '%', 1e3 LIKE '%.0', x'616263' LIKE 'a%', 'a%c' LIKE 'a%c';
--> 1, 1, 1, 0, 1

-- case NOT LIKE; NULL on either side
CREATE TABLE n(a);
INSERT INTO n VALUES ('abc'), ('ABD'), (NULL), (''), (12), (x'616263');
SELECT quote(a) FROM n WHERE a LIKE 'ab%';
--> '''abc'''
--> '''ABD'''
SELECT quote(a) FROM n WHERE a NOT LIKE 'ab%';
--> ''''''
--> '12'
--> 'X''616263'''
SELECT count(*) FROM n WHERE a LIKE '%' OR a IS NULL;
--> 5
SELECT a LIKE a FROM n;
--> 1
--> 1
--> NULL
--> 1
--> 1
--> 0

-- case LIKE … ESCAPE
SELECT '10%' LIKE '%!%' ESCAPE '!', '100' LIKE '%!%' ESCAPE '!', 'a!b' LIKE 'a!!b' ESCAPE '!', 'abc' LIKE 'a!bc' ESCAPE '!', 'a' LIKE 'a!' ESCAPE '!', 'x_y' LIKE '%é_%' ESCAPE 'é';
--> 1, 0, 1, 1, 0, 1
SELECT 'ab' LIKE 'a_' ESCAPE '_', 'a_' LIKE 'a__' ESCAPE '_', 'a%' LIKE 'a%%' ESCAPE '%', 'ax' LIKE 'a%x' ESCAPE '%', 'AXB' LIKE 'axxb' ESCAPE 'x', 'a' NOT LIKE '\a' ESCAPE '\';
--> 0, 1, 1, 1, 1, 0

-- case the escape is one character
SELECT 'a' LIKE 'a' ESCAPE '';
--> error: ESCAPE expression must be a single character
SELECT 'a' NOT LIKE 'a' ESCAPE 'éé';
--> error: ESCAPE expression must be a single character
SELECT 'a' LIKE 'a' ESCAPE 12;
--> error: ESCAPE expression must be a single character
SELECT 'a' LIKE '5a' ESCAPE 5;
--> 1

-- case a pattern binds like `=`
SELECT 'a' LIKE 'b' LIKE '0', 'a%' LIKE 'a!%' ESCAPE '!' AND 1, 3 > 2 LIKE '1', 'x' LIKE 'X' IS TRUE, 'x' LIKE 'y' OR 'x' LIKE 'x';
--> 1, 1, 1, 1, 1

-- case PRAGMA case_sensitive_like
PRAGMA case_sensitive_like = ON;
SELECT 'ABC' LIKE 'a%', 'abc' LIKE 'a%', like('A', 'a'), 'abc' NOT LIKE 'A%';
--> 0, 1, 0, 1
CREATE TABLE n(a TEXT);
CREATE INDEX i ON n(a);
INSERT INTO n VALUES ('ab'), ('AB'), ('b');
EXPLAIN QUERY PLAN SELECT a FROM n WHERE a LIKE 'a%';
--> 'SEARCH n USING COVERING INDEX i (a>? AND a<?)'
SELECT a FROM n WHERE a LIKE 'a%';
--> 'ab'
PRAGMA case_sensitive_like = OFF;
SELECT a FROM n WHERE a LIKE 'a%' ORDER BY a;
--> 'AB'
--> 'ab'

-- case GLOB: `*` any characters, `?` one, by case
SELECT 'abc' GLOB '*', 'abc' GLOB '???', 'abc' GLOB '????', 'abc' GLOB '*?c', 'abc' GLOB '**c*', 'aab' GLOB '*ab', 'a%' GLOB 'a%', 'ab' GLOB 'a_', 'a' NOT GLOB 'A', 'a' GLOB NULL;
--> 1, 1, 0, 1, 1, 1, 1, 0, 1, NULL
SELECT 12 GLOB '1?', x'6162' GLOB 'a*', 'mississippi' GLOB '*iss*ip*', '' GLOB '?', '' GLOB '', '𝄞' GLOB '?';
--> 1, 0, 1, 0, 1, 1

-- case GLOB sets: [abc], [a-c], [^a]
SELECT 'b' GLOB '[a-cx-z]', 'y' GLOB '[a-cx-z]', 'm' GLOB '[a-cx-z]', 'B' GLOB '[a-c]', '-' GLOB '[-a]', '^' GLOB '[a^]', '^' GLOB '[^a]', 'a1z' GLOB 'a[0-9]z', 'b' GLOB '[c-a]';
--> 1, 1, 0, 0, 1, 1, 1, 1, 0
SELECT '5' GLOB '*[0-9]*', 'x5y' GLOB '*[0-9]*', 'xy' GLOB '*[0-9]*', '12a' NOT GLOB '*[^0-9]*', '12' NOT GLOB '*[^0-9]*', 'ab' GLOB '[a][b]', 'a' GLOB '[a-a]';
--> 1, 1, 0, 0, 1, 1, 1

-- case GLOB: a bracket first in a set stands for itself, so do `*`, `?`, `[` in a set
SELECT 'a*b' GLOB 'a[*]b', 'axb' GLOB 'a[*]b', '?' GLOB '[?]', ']' GLOB '[^]]', ']' GLOB ']', 'a]' GLOB 'a]', '[a]' GLOB '[[]a[]]', '\' GLOB '\';
--> 1, 0, 1, 0, 1, 1, 1, 1

-- case GLOB: a set without an end matches nothing
SELECT ']' GLOB '[]', 'a' GLOB '[^', 'ab' GLOB 'a[', 'a' GLOB '[a-', '[' GLOB '[', 'b' NOT GLOB '[a-b';
--> 0, 0, 0, 0, 0, 1

-- case like() and glob() are what the operators call
SELECT like('%B', 'ab'), glob('*B', 'ab'), like(NULL, 'a'), glob('a', NULL), like('a', 'b', NULL), like(1, 1), glob(1, '1');
--> 1, 0, NULL, NULL, NULL, 1, 1

-- case a pattern that is too long
SELECT 'a' GLOB hex(zeroblob(25001));
--> error: LIKE or GLOB pattern too complex
SELECT '00' LIKE hex(zeroblob(25000));
--> 0

-- case REGEXP needs a function regexp(pattern, text) of the program
SELECT 'a' regexp 'b';
--> error: no such function: regexp
SELECT 'a' not regexp 'b';
--> error: no such function: regexp
SELECT regexp('a', 'a');
--> error: no such function: regexp
CREATE TABLE n(a);

-- case MATCH needs a full-text table
CREATE TABLE n(a);
INSERT INTO n VALUES (1);

-- case ESCAPE with another operator than LIKE
SELECT 'a' = 'a' ESCAPE 'x';
--> error: near "ESCAPE": syntax error
SELECT 'a' LIKE 'b' ESCAPE 'x' ESCAPE 'y';
--> error: near "ESCAPE": syntax error
SELECT 'a' LIKE;
--> error: near ";": syntax error
SELECT (1, 2) LIKE 'a';
--> error: row value misused
SELECT 'a' LIKE (1, 2);
--> error: row value misused
