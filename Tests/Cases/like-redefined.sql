-- PRAGMA case_sensitive_like makes LIKE a function that is not deterministic.

-- case set
PRAGMA case_sensitive_like = OFF;
CREATE TABLE t1 (a);
CREATE INDEX i11 ON t1 (1) WHERE 1 LIKE 1;
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE INDEX i12 ON t1 (a LIKE 1);
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i13 ON t1 (like(a, 1));
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i14 ON t1 (a GLOB 1);
CREATE TABLE t2(a, b AS (a LIKE 'x'));
--> error: non-deterministic functions prohibited in generated columns
CREATE TABLE t3(a CHECK (a LIKE 'x'));
CREATE INDEX i15 ON t1 (like(a, 1, 'x'));
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i16 ON t1 (a LIKE 1 ESCAPE 'x');
--> error: non-deterministic functions prohibited in index expressions

-- case shown and set
CREATE TABLE t1 (a);
CREATE INDEX i11 ON t1 (1) WHERE 1 LIKE 1;
CREATE TABLE t2(a, b AS (a LIKE 'x'));
PRAGMA case_sensitive_like;
CREATE INDEX i12 ON t1 (2) WHERE 1 LIKE 1;
PRAGMA case_sensitive_like=1;
CREATE INDEX i13 ON t1 (2) WHERE 1 LIKE 1;
--> error: non-deterministic functions prohibited in partial index WHERE clauses
INSERT INTO t1 VALUES(1);
INSERT INTO t2 VALUES('x');
SELECT * FROM t2;
--> 'x', 1
SELECT * FROM t1 WHERE a LIKE '1';
--> 1
