-- MATCH without a table that knows it: refused when it is computed.

-- case operator and function
CREATE TABLE t(a,b);
SELECT 1 WHERE 0 AND ('a' MATCH 'b');
SELECT a MATCH b FROM t;
SELECT 'a' MATCH 'b';
--> error: unable to use function MATCH in the requested context
INSERT INTO t VALUES(1,2);
SELECT a MATCH b FROM t;
--> error: unable to use function MATCH in the requested context
SELECT match(a,b) FROM t;
--> error: unable to use function MATCH in the requested context
SELECT match(a) FROM t;
--> error: wrong number of arguments to function match()
SELECT match(a,b,b) FROM t;
--> error: wrong number of arguments to function match()
SELECT a MATCH b ESCAPE 'x' FROM t;
--> error: wrong number of arguments to function MATCH()
SELECT a FROM t WHERE a MATCH 'x' AND 0;
SELECT a FROM t WHERE t MATCH 'x';
--> error: no such column: t
SELECT a NOT MATCH b FROM t;
--> error: unable to use function MATCH in the requested context
CREATE TABLE c(a CHECK (a MATCH 'x'));
INSERT INTO c VALUES(1);
--> error: unable to use function MATCH in the requested context
INSERT INTO c VALUES(NULL);
--> error: unable to use function MATCH in the requested context
CREATE INDEX i ON t(a) WHERE a MATCH 'x';
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE INDEX i2 ON t(a MATCH 'x');
--> error: non-deterministic functions prohibited in index expressions
CREATE TABLE g(a, b AS (a MATCH 'x'));
--> error: non-deterministic functions prohibited in generated columns
