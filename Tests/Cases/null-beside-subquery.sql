-- A subquery beside an operand that is NULL does not run.

-- case operators
CREATE TABLE t(a INTEGER PRIMARY KEY, b, c NOT NULL);
INSERT INTO t VALUES(1,NULL,'x'),(2,'{','y'),(3,5,'z');
SELECT a, b || (SELECT json('{') WHERE b IS NULL) FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT a, (SELECT json('{') WHERE b IS NULL) || b FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT a, b = (SELECT json('{') WHERE b IS NULL) FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT a, (SELECT json('{') WHERE b IS NULL) < b FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT a FROM t WHERE b > (SELECT json('{') WHERE b IS NULL);
SELECT a FROM t WHERE NOT (b > (SELECT json('{') WHERE b IS NULL));
SELECT a FROM t WHERE (b > (SELECT json('{') WHERE b IS NULL)) IS NULL;
--> 1
--> 2
--> 3
SELECT a, b IS (SELECT json('{') WHERE b IS NULL) FROM t;
--> error: malformed JSON
SELECT a, b + (SELECT a FROM t x WHERE x.a = t.a), (SELECT a FROM t x WHERE x.a = t.a) * b FROM t;
--> 1, NULL, NULL
--> 2, 2, 0
--> 3, 8, 15
SELECT a, c || (SELECT json('{') WHERE b IS NULL) FROM t;
--> error: malformed JSON
SELECT a, NULL || (SELECT json('{')) FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT (SELECT json('{')) + NULL;
--> NULL
SELECT a, b & EXISTS (SELECT json('{') WHERE b IS NULL), b - (1 IN (SELECT json('{') WHERE t.b IS NULL)) FROM t;
--> 1, NULL, NULL
--> 2, 0, 0
--> 3, 0, 5
SELECT a, (b || 'q') || (SELECT json('{') WHERE b IS NULL) FROM t;
--> 1, NULL
--> 2, NULL
--> 3, NULL
SELECT CASE WHEN b < (SELECT json('{') WHERE b IS NULL) THEN 1 ELSE 2 END FROM t;
--> 2
--> 2
--> 2
SELECT a, (SELECT 1 WHERE b IS NULL) = (SELECT 2) FROM t;
--> 1, 0
--> 2, NULL
--> 3, NULL
SELECT -b || (SELECT json('{') WHERE b IS NULL) FROM t;
--> NULL
--> NULL
--> NULL
SELECT a, b ->> (SELECT json('{') WHERE b IS NULL) FROM t WHERE a = 1;
--> error: malformed JSON

-- case what it would have read
CREATE TABLE t5(id PRIMARY KEY, a, d);
INSERT INTO t5 VALUES('k1',x'00',NULL),('k2','x',16.5),('k3','7 ',17.25);
UPDATE t5 SET a = (SELECT string_agg(a9.a, ',' ORDER BY a9.a) FROM t5 AS a9) || d RETURNING hex(a);
--> ''
--> '37202C7831362E35'
--> '37202C7831372E3235'
