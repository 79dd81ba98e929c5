-- What a generated column may be, and what is refused.

-- case definitions
CREATE TABLE z(a AS (1));
--> error: must have at least one non-generated column
CREATE TABLE z(a, b AS (1) DEFAULT 3);
--> error: cannot use DEFAULT on a generated column
CREATE TABLE z(a, b DEFAULT 3 AS (1));
--> error: error in generated column "b"
CREATE TABLE z(a, b AS (1) PRIMARY KEY);
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE z(a, b AS (1), PRIMARY KEY(b));
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE z(a, b AS (rowid));
--> error: no such column: rowid
CREATE TABLE z(a, b AS (z.a));
--> error: the "." operator prohibited in generated columns
CREATE TABLE z(a, b AS (random()));
--> error: non-deterministic functions prohibited in generated columns
CREATE TABLE z(a, b AS (sum(a)));
--> error: misuse of aggregate function sum()
CREATE TABLE z(a, b AS ((SELECT 1)));
--> error: subqueries prohibited in generated columns
CREATE TABLE z(a, b AS (current_timestamp));
--> error: non-deterministic functions prohibited in generated columns
CREATE TABLE z(a, b AS (nope));
--> error: no such column: nope
CREATE TABLE z(a, b AS ("nope"));
INSERT INTO z VALUES(1);
SELECT * FROM z;
--> 1, 'nope'
CREATE TABLE zz(a, b AS (?));
--> error: parameters prohibited in generated columns
CREATE TABLE zz(a, b INTEGER PRIMARY KEY AS (1));
--> error: generated columns cannot be part of the PRIMARY KEY
CREATE TABLE zz(a, b AS (1) HIDDEN);
--> error: error in generated column "b"
CREATE TABLE zz(a, b AS (1) FOO);
--> error: error in generated column "b"

-- case loops and NOT NULL
CREATE TABLE l1(a, b AS (c) STORED, c AS (b) STORED);
INSERT INTO l1 VALUES(1);
--> error: generated column loop on "c"
CREATE TABLE l2(a, b AS (c), c AS (d), d as (b));
--> error: generated column loop on "d"
CREATE TABLE l3(a, b AS (c), c AS (b) STORED);
INSERT INTO l3 VALUES(1);
--> error: generated column loop on "c"
SELECT * FROM l3;
CREATE TABLE l4(a, b AS (b) STORED);
INSERT INTO l4 VALUES(1);
--> error: generated column loop on "b"
UPDATE l4 SET a=1;
--> error: generated column loop on "b"
DELETE FROM l4;
CREATE TABLE l5(a, b AS (b));
--> error: generated column loop on "b"
CREATE TABLE n1(a, b NOT NULL AS (a+1));
INSERT INTO n1 VALUES(NULL);
--> error: NOT NULL constraint failed: n1.b
INSERT OR REPLACE INTO n1 VALUES(NULL);
--> error: NOT NULL constraint failed: n1.b
INSERT OR IGNORE INTO n1 VALUES(NULL);
CREATE TABLE n2(a NOT NULL ON CONFLICT REPLACE DEFAULT 7, b NOT NULL AS (a+1) STORED);
INSERT INTO n2 VALUES(NULL);
SELECT * FROM n2;
--> 7, 8

-- case of several generated columns that are wrong
CREATE TABLE g(a, b AS (sum(a)), c AS ((SELECT 1)));
--> error: subqueries prohibited in generated columns
CREATE TABLE g(a, b AS (sum(a)), c AS (nosuch));
--> error: misuse of aggregate function sum()
CREATE TABLE g(a, b AS (nosuch), c AS (sum(a)));
--> error: misuse of aggregate function sum()
CREATE TABLE g(a, b AS (nosuch()), c AS (abs(1, 2)));
--> error: wrong number of arguments to function abs()
CREATE TABLE g(a, b AS (nosuch), c AS (other));
--> error: no such column: nosuch
CREATE TABLE g(a CHECK (nosuch()), c AS (other()));
--> error: no such function: other
CREATE TABLE g(a CHECK (nosuch()), c AS (other));
--> error: no such function: nosuch
CREATE TABLE g(a AS (nosuch()) CHECK ((SELECT 1)), b, c AS (?));
--> error: parameters prohibited in generated columns
