-- When DISTINCT needs no sorting, because rows are distinct or come in order.

-- case rows that a key makes distinct
CREATE TABLE p(a INTEGER PRIMARY KEY, j TEXT, k NOT NULL UNIQUE, l UNIQUE);
EXPLAIN QUERY PLAN SELECT DISTINCT j, l FROM p;
--> 'SCAN p'
--> 'USE TEMP B-TREE FOR DISTINCT'
EXPLAIN QUERY PLAN SELECT DISTINCT j FROM p;
--> 'SCAN p'
--> 'USE TEMP B-TREE FOR DISTINCT'
EXPLAIN QUERY PLAN SELECT DISTINCT a + 1 FROM p;
--> 'SCAN p USING COVERING INDEX sqlite_autoindex_p_2'
--> 'USE TEMP B-TREE FOR DISTINCT'

-- case in joins with a table-valued function, by an index
CREATE TABLE p(a INTEGER PRIMARY KEY, j TEXT, k);
CREATE INDEX pk ON p(k);
INSERT INTO p VALUES (1, 'x', 9), (2, 'y', 3), (3, 'z', NULL);
EXPLAIN QUERY PLAN SELECT DISTINCT k FROM p WHERE k > 1 ORDER BY k;
--> 'SEARCH p USING COVERING INDEX pk (k>?)'
