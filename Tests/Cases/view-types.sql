-- The types of columns of views and of tables made of queries, where arms of compounds differ.

-- case views
CREATE TABLE t(id FLOAT, i INT, x VARCHAR(9));
CREATE VIEW v1 AS SELECT c, typeof(c) FROM (SELECT 1 AS c UNION ALL SELECT id FROM t);
CREATE VIEW v2 AS SELECT c FROM (SELECT id AS c FROM t UNION SELECT i FROM t);
CREATE VIEW v3 AS SELECT i AS c FROM t UNION SELECT id FROM t;
CREATE VIEW v4 AS SELECT c FROM v3;
CREATE VIEW v5 AS SELECT (SELECT c FROM v3 LIMIT 1);
CREATE VIEW v6 AS SELECT c, count(*) FROM v1 GROUP BY c;
SELECT type FROM pragma_table_info('v3');
--> 'INT'
SELECT type FROM pragma_table_info('v4');
--> 'INT'
SELECT type FROM pragma_table_info('v5');
--> 'INT'

-- case tables
CREATE TABLE t(id FLOAT, i INT);
INSERT INTO t VALUES (2, 3);
CREATE TABLE a AS SELECT c, typeof(c) AS k FROM (SELECT CAST(2 AS REAL) AS c UNION SELECT 1);
SELECT type FROM pragma_table_info('a');
--> 'NUM'
--> ''
CREATE TEMP TABLE b AS SELECT name FROM sqlite_temp_schema;
