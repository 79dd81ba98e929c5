-- Columns, calls and RAISE within expressions.

-- case column, table.column, schema.table.column
-- holds expressions: column, table.column, schema.table.column
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 2);
SELECT a, n.a, main.n.a, "n"."b" FROM n;
--> 1, 1, 1, 2
SELECT m.a, b FROM n AS m;
--> 1, 2
SELECT n.a FROM n AS m;
--> error: no such column: n.a
SELECT main.m.a FROM n AS m;
--> 1
SELECT x.a, y.b FROM n AS x, n AS y;
--> 1, 2
SELECT b FROM n AS x, n AS y;
--> error: ambiguous column name: b
SELECT rowid, n.rowid, main.n.oid FROM n;
--> 1, 1, 1

-- case the innermost query that has the name gives it
CREATE TABLE n(a, b);
CREATE TABLE m(b, c);
INSERT INTO n VALUES (1, 2);
INSERT INTO m VALUES (3, 4);
SELECT (SELECT b FROM m), (SELECT a FROM m), (SELECT n.b FROM m), (SELECT (SELECT a + b + c FROM m) FROM m) FROM n;
--> 3, 1, 2, 8
SELECT (SELECT b FROM m AS n) FROM n;
--> 3
SELECT (SELECT d FROM m) FROM n;
--> error: no such column: d

-- case an alias of a result column, where no column has the name
-- holds expressions: an alias of a result column, where no column has the name
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 9), (2, 8);
SELECT a AS b, b AS c FROM n WHERE b > 8;
--> 1, 9
SELECT a + b AS s FROM n WHERE s = 10 ORDER BY s + 1;
--> 10
--> 10
SELECT -a AS a FROM n ORDER BY a;
--> -2
--> -1
SELECT -a AS a FROM n ORDER BY a + 0;
--> -1
--> -2
SELECT a AS z, z + 1 FROM n;
--> error: no such column: z

-- case no such column
SELECT z;
--> error: no such column: z
SELECT 1 WHERE z = 1;
--> error: no such column: z
SELECT main.t.z FROM (SELECT 1 AS z) AS t;
--> error: no such column: main.t.z
SELECT z.* FROM (SELECT 1 AS z) AS t;
--> error: no such table: z
CREATE TABLE n(a);
INSERT INTO n VALUES (a);
--> error: no such column: a
UPDATE n SET a = b;
--> error: no such column: b
DELETE FROM n WHERE n.c;
--> error: no such column: n.c
SELECT a FROM n LIMIT a;
--> error: no such column: a

-- case RAISE outside of a trigger
SELECT RAISE(IGNORE);
--> error: RAISE() may only be used within a trigger-program
SELECT 1 WHERE RAISE(FAIL, 'a');
--> error: RAISE() may only be used within a trigger-program
CREATE VIEW v AS SELECT RAISE(ROLLBACK, 'x');
SELECT * FROM v;
--> error: RAISE() may only be used within a trigger-program
SELECT RAISE(ABORT);
--> error: near ")": syntax error

-- case RAISE in a trigger, its message an expression
CREATE TABLE n(a);
CREATE TRIGGER r BEFORE INSERT ON n BEGIN SELECT CASE WHEN new.a > 5 THEN RAISE(ABORT, 'too large: ' || new.a) WHEN new.a < 0 THEN RAISE(IGNORE) END; END;
INSERT INTO n VALUES (1), (7);
--> error: too large: 7
INSERT INTO n VALUES (2), (-1), (3);
SELECT a FROM n;
--> 2
--> 3
CREATE TRIGGER s BEFORE DELETE ON n BEGIN SELECT RAISE(FAIL, NULL) WHERE old.a = 3; END;
DELETE FROM n;
--> error: 
SELECT a FROM n;
--> 3
DROP TRIGGER r;
DROP TRIGGER s;

-- case a function's name without a call
SELECT abs + 1;
--> error: no such column: abs
SELECT count FROM (SELECT 1 AS z);
--> error: no such column: count

-- case DISTINCT with several arguments, or none
SELECT count(DISTINCT) FROM (SELECT 1 AS a);
--> error: DISTINCT aggregates must have exactly one argument
SELECT count(DISTINCT *) FROM (SELECT 1 AS a);
--> error: near "*": syntax error
SELECT max(DISTINCT a, 1) FROM (SELECT 1 AS a);
--> 1

-- case comments behind an expression are part of its name
CREATE TABLE t(a, b);
CREATE TABLE s AS SELECT a + b /* sum */, a /* plain */, /* before */ 2, 3 /* x */ AS three, b/* no space */ || 'x' /* y */ /* z */ FROM t;
SELECT name FROM pragma_table_info('s');
--> 'a + b /* sum */'
--> 'a'
--> '2'
--> 'three'
--> 'b/* no space */ || ''x'' /* y */ /* z */'
CREATE VIEW v AS SELECT 1 /* one */ , (2) /* two */;
SELECT name FROM pragma_table_info('v');
--> '1 /* one */'
--> '(2) /* two */'
SELECT * FROM (SELECT 1 /* one */), (SELECT 1 + 1 /* two */ FROM t);
CREATE TABLE u AS SELECT 5 /* end */;
SELECT name FROM pragma_table_info('u');
--> '5 /* end */'
