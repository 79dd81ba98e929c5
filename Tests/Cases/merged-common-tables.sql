-- Common tables that several places read, merged into each of them.

-- case a join of a common table with itself
CREATE TABLE employee(id INTEGER PRIMARY KEY, name TEXT, department TEXT COLLATE NOCASE, salary INT);
INSERT INTO employee VALUES (1, 'Ann', 'it', 90), (2, 'Bob', 'IT', 50), (3, 'Cid', 'hr', NULL), (4, 'Dan', 'hr', 30), (5, 'Eve', NULL, 70);
EXPLAIN QUERY PLAN WITH paid AS (SELECT id, name, department, salary FROM employee WHERE salary IS NOT NULL) SELECT a.name, b.name FROM paid a JOIN paid b ON a.department = b.department AND a.id < b.id ORDER BY 1, 2;
--> 'SCAN employee'
--> 'SEARCH employee USING AUTOMATIC PARTIAL COVERING INDEX (department=?)'
--> 'USE TEMP B-TREE FOR ORDER BY'
WITH paid AS (SELECT id, name, department, salary FROM employee WHERE salary IS NOT NULL) SELECT a.name, b.name FROM paid a JOIN paid b ON a.department = b.department AND a.id < b.id ORDER BY 1, 2;
--> 'Ann', 'Bob'
EXPLAIN QUERY PLAN WITH c AS (SELECT salary + 1 AS s, name FROM employee) SELECT a.s, b.name FROM c a LEFT JOIN c b ON a.s = b.s + 40 ORDER BY 1, 2;
--> 'SCAN employee'
--> 'SCAN employee LEFT-JOIN'
--> 'USE TEMP B-TREE FOR ORDER BY'
WITH c AS (SELECT salary + 1 AS s, name FROM employee) SELECT a.s, b.name, b.s FROM c a LEFT JOIN c b ON a.s = b.s + 40 ORDER BY 1, 2;
--> NULL, NULL, NULL
--> 31, NULL, NULL
--> 51, NULL, NULL
--> 71, 'Dan', 31
--> 91, 'Bob', 51
WITH c AS (SELECT coalesce(salary, -1) AS s, name FROM employee) SELECT a.s, b.name, b.s FROM c a LEFT JOIN c b ON a.s = b.s + 40 ORDER BY 1, 2;
--> -1, NULL, NULL
--> 30, NULL, NULL
--> 50, NULL, NULL
--> 70, 'Dan', 30
--> 90, 'Bob', 50
WITH c AS (SELECT upper(name) COLLATE NOCASE AS n, id FROM employee) SELECT a.id, b.id FROM c a, c b WHERE a.n = 'ann' AND b.n > 'cid' ORDER BY 1, 2;
--> 1, 4
--> 1, 5
EXPLAIN QUERY PLAN WITH c AS MATERIALIZED (SELECT id, salary FROM employee) SELECT * FROM c a JOIN c b ON a.id = b.salary;
--> 'MATERIALIZE c'
--> 'SCAN employee'
--> 'SCAN a'
--> 'BLOOM FILTER ON b (salary=?)'
--> 'SEARCH b USING AUTOMATIC COVERING INDEX (salary=?)'
EXPLAIN QUERY PLAN WITH c AS NOT MATERIALIZED (SELECT id, salary FROM employee WHERE id > 1) SELECT a.id FROM c a JOIN c b ON a.id = b.id;
--> 'SEARCH employee USING INTEGER PRIMARY KEY (rowid>?)'
--> 'SEARCH employee USING INTEGER PRIMARY KEY (rowid=?)'

-- case some are merged and some are not
CREATE TABLE t(x, y);
INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c'), (NULL, 'd'), (3, 'e');
EXPLAIN QUERY PLAN WITH c AS (SELECT x, y FROM t WHERE x > 1) SELECT x, (SELECT count(*) FROM c AS d WHERE d.x <= c.x) FROM c ORDER BY 1, 2;
--> 'SCAN t'
--> 'CORRELATED SCALAR SUBQUERY 2'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
WITH c AS (SELECT x, y FROM t WHERE x > 1) SELECT x, (SELECT count(*) FROM c AS d WHERE d.x <= c.x) FROM c ORDER BY 1, 2;
--> 2, 1
--> 3, 3
--> 3, 3
EXPLAIN QUERY PLAN WITH c AS (SELECT DISTINCT x FROM t), d AS (SELECT x FROM c) SELECT a.x, b.x FROM d a JOIN d b ON a.x = b.x + 1;
--> 'MATERIALIZE c'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'SCAN c'
--> 'BLOOM FILTER ON c (x=?)'
--> 'SEARCH c USING AUTOMATIC COVERING INDEX (x=?)'
WITH c AS (SELECT DISTINCT x FROM t), d AS (SELECT x FROM c) SELECT a.x, b.x FROM d a JOIN d b ON a.x = b.x + 1 ORDER BY 1, 2;
--> 2, 1
--> 3, 2
EXPLAIN QUERY PLAN WITH c AS (SELECT x FROM t LIMIT 3), d AS (SELECT DISTINCT x FROM c) SELECT a.x, b.x FROM d a JOIN d b ON a.x = b.x;
--> 'MATERIALIZE d'
--> 'MATERIALIZE c'
--> 'SCAN t'
--> 'SCAN c'
--> 'USE TEMP B-TREE FOR DISTINCT'
--> 'SCAN a'
--> 'SCAN b'
WITH c AS (SELECT x FROM t ORDER BY y LIMIT 3), d AS (SELECT DISTINCT x FROM c) SELECT a.x, b.x FROM d a JOIN d b ON a.x = b.x ORDER BY 1, 2;
--> 1, 1
--> 2, 2
--> 3, 3
EXPLAIN QUERY PLAN WITH c AS (SELECT x, y FROM t ORDER BY y DESC) SELECT x FROM c WHERE x IN (SELECT x FROM c);
--> 'SCAN t'
--> 'LIST SUBQUERY 2'
--> 'SCAN t'
--> 'USE TEMP B-TREE FOR ORDER BY'
--> 'USE TEMP B-TREE FOR ORDER BY'
WITH c AS (SELECT x, y FROM t ORDER BY y DESC) SELECT x, y FROM c WHERE x IN (SELECT x FROM c);
--> 3, 'e'
--> 3, 'c'
--> 2, 'b'
--> 1, 'a'
WITH c AS (SELECT x, y FROM t ORDER BY y DESC) SELECT group_concat(y) FROM c UNION ALL SELECT y FROM c;
--> 'e,d,c,b,a'
--> 'e'
--> 'd'
--> 'c'
--> 'b'
--> 'a'
WITH c AS (SELECT x, y FROM t) SELECT (SELECT max(x) FROM c), (SELECT min(y) FROM c WHERE c.x = o.x) FROM c o ORDER BY 2, 1;
--> 3, NULL
--> 3, 'a'
--> 3, 'b'
--> 3, 'c'
--> 3, 'c'
WITH c AS (SELECT x, (SELECT count(*) FROM t AS u WHERE u.x < t.x) AS n FROM t) SELECT a.n, b.n FROM c a JOIN c b ON a.x = b.x ORDER BY 1, 2;
--> 0, 0
--> 1, 1
--> 2, 2
--> 2, 2
--> 2, 2
--> 2, 2
WITH c AS (SELECT x, y FROM t), e(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM e, c WHERE c.x = e.n) SELECT count(*), (SELECT count(*) FROM c) FROM e;
--> 5, 5
SELECT x, (WITH k AS (SELECT t.x AS v) SELECT count(*) FROM k a JOIN k b ON a.v = b.v) FROM t ORDER BY y;
--> 1, 1
--> 2, 1
--> 3, 1
--> NULL, 0
--> 3, 1

-- case correlated common tables inside what is merged
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 10), (2, 20), (NULL, 30);
WITH c AS (SELECT a, (WITH k AS (SELECT t.b AS v) SELECT v + 1 FROM k) AS w FROM t) SELECT x.a, y.w FROM c x JOIN c y ON x.a = y.a ORDER BY 1;
--> 1, 11
--> 2, 21
WITH c AS (SELECT a FROM t WHERE EXISTS (WITH k AS (SELECT t.b AS v) SELECT 1 FROM k WHERE v > 10)) SELECT count(*) FROM c x, c y;
--> 4

-- case changes that read a common table twice
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, 10), (2, 20), (3, 30);
WITH c AS (SELECT a, b FROM t WHERE a > 1) INSERT INTO t SELECT x.a + 10, y.b FROM c x JOIN c y ON x.a = y.a;
WITH c AS (SELECT a FROM t WHERE a > 10) UPDATE t SET b = (SELECT count(*) FROM c) WHERE a IN (SELECT a FROM c);
WITH c AS (SELECT min(a) AS m FROM t) DELETE FROM t WHERE a = (SELECT m FROM c) OR a = (SELECT m + 1 FROM c);
SELECT a, b FROM t ORDER BY 1;
--> 3, 30
--> 12, 2
--> 13, 2
EXPLAIN QUERY PLAN WITH test AS (SELECT 99 AS x) UPDATE t SET a = 10 WHERE a = 3 RETURNING (SELECT x FROM test);
--> 'SCAN t'
--> 'SCALAR SUBQUERY 2'
--> 'MATERIALIZE test'
--> 'SCAN CONSTANT ROW'
--> 'SCAN test'
WITH test AS (SELECT 99 AS x) UPDATE t SET a = 10 WHERE a = 3 RETURNING (SELECT x FROM test);
--> 99
