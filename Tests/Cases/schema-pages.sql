-- Root pages of new tables where the schema needs more pages.

-- case small pages
PRAGMA page_size = 512;
CREATE TABLE t1 (INTEGER PRIMARY KEY, NUMERIC, c CHECK (c IS 'a' OR c - 4), d CLOB UNIQUE);
CREATE TABLE t4 (id NUMERIC PRIMARY KEY ASC NOT NULL, a TEXT NOT NULL, b TEXT c, d BIGINT UNIQUE, r REFERENCES t3(id) ON DELETE SET NULL ON UPDATE SET NULL);
SELECT type, name, rootpage FROM sqlite_schema;
--> 'table', 't1', 2
--> 'index', 'sqlite_autoindex_t1_1', 3
--> 'index', 'sqlite_autoindex_t1_2', 4
--> 'table', 't4', 5
--> 'index', 'sqlite_autoindex_t4_1', 6
--> 'index', 'sqlite_autoindex_t4_2', 7
CREATE TABLE t5 AS SELECT 1 AS a_name_that_is_rather_long, 2 AS another_name_that_is_rather_long, 3 AS a_third_name_that_is_rather_long FROM t1 UNION ALL SELECT 1, 2, 3;
SELECT type, name, rootpage FROM sqlite_schema;
--> 'table', 't1', 2
--> 'index', 'sqlite_autoindex_t1_1', 3
--> 'index', 'sqlite_autoindex_t1_2', 4
--> 'table', 't4', 5
--> 'index', 'sqlite_autoindex_t4_1', 6
--> 'index', 'sqlite_autoindex_t4_2', 7
--> 'table', 't5', 9
CREATE TABLE t6 (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE, b UNIQUE, c UNIQUE, d CHECK (d IS NULL OR d > 10000000000));
SELECT type, name, rootpage FROM sqlite_schema;
--> 'table', 't1', 2
--> 'index', 'sqlite_autoindex_t1_1', 3
--> 'index', 'sqlite_autoindex_t1_2', 4
--> 'table', 't4', 5
--> 'index', 'sqlite_autoindex_t4_1', 6
--> 'index', 'sqlite_autoindex_t4_2', 7
--> 'table', 't5', 9
--> 'table', 't6', 11
--> 'index', 'sqlite_autoindex_t6_1', 12
--> 'index', 'sqlite_autoindex_t6_2', 13
--> 'index', 'sqlite_autoindex_t6_3', 14
--> 'table', 'sqlite_sequence', 15
PRAGMA page_count;
--> 15
