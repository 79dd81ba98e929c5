-- min() and max() from the end of an index.

-- case plans
CREATE TABLE t(a, b, c, id INTEGER PRIMARY KEY);
CREATE INDEX ta ON t(a);
CREATE INDEX tbc ON t(b, c);
INSERT INTO t VALUES (NULL, 1, 1, 1), (5, 1, 9, 2), (5, 2, 7, 3), (7, 2, 8, 4), (7, 3, NULL, 5);
EXPLAIN QUERY PLAN SELECT min(a) FROM t;
--> 'SEARCH t USING COVERING INDEX ta'
EXPLAIN QUERY PLAN SELECT max(id) FROM t;
--> 'SEARCH t'
EXPLAIN QUERY PLAN SELECT max(c) FROM t;
--> 'SEARCH t USING COVERING INDEX tbc'
EXPLAIN QUERY PLAN SELECT max(c) FROM t WHERE b = 3;
--> 'SEARCH t USING COVERING INDEX tbc (b=?)'
EXPLAIN QUERY PLAN SELECT min(a), max(a) FROM t;
--> 'SCAN t USING COVERING INDEX ta'
EXPLAIN QUERY PLAN SELECT max(a), b FROM t;
--> 'SEARCH t USING INDEX ta'
EXPLAIN QUERY PLAN SELECT max(a) FROM t HAVING max(a) > 3;
--> 'SCAN t USING COVERING INDEX ta'
SELECT min(a), max(a) FROM t;
--> 5, 7
SELECT min(a), b, id FROM t;
--> 5, 1, 2
SELECT max(a), b, id FROM t;
--> 7, 3, 5
SELECT max(c), id FROM t WHERE b = 3;
--> NULL, 5
SELECT max(c), id FROM t WHERE b = 1;
--> 9, 2
SELECT max(c), id FROM t WHERE b = 4;
--> NULL, NULL
SELECT max(a) FROM t WHERE c < 9;
--> 7
SELECT max(a) FILTER (WHERE c < 8) FROM t;
--> 5
SELECT max(x.a), y.id FROM t x JOIN t y ON y.b = x.b AND y.c = 8;
--> 7, 4
DELETE FROM t WHERE a NOT NULL;
INSERT INTO t VALUES (NULL, 2, 2, 2);
SELECT min(a), id FROM t;
--> NULL, 1
SELECT max(a), id FROM t;
--> NULL, 2
SELECT min(a) FROM t;
--> NULL
