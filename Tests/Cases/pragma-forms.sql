-- PRAGMA: its forms, and what each pragma answers.

-- case name, name = value, name(value)
PRAGMA user_version = -3;
PRAGMA USER_VERSION;
--> -3
PRAGMA "user_version"(+12);
PRAGMA user_version;
--> 12
PRAGMA user_version = '7x';
PRAGMA user_version;
--> 7
PRAGMA user_version = 0x1F;
PRAGMA user_version;
--> 31
PRAGMA user_version = 99999999999;
PRAGMA user_version;
--> 0
PRAGMA user_version = abc;
PRAGMA user_version;
--> 0

-- case with a schema
ATTACH ':memory:' AS two;
PRAGMA two.user_version = 4;
PRAGMA main.user_version = 5;
PRAGMA user_version;
--> 5
PRAGMA two.user_version;
--> 4
PRAGMA "two"."application_id" = 6;
PRAGMA two.application_id;
--> 6
PRAGMA application_id;
--> 0

-- case an unknown schema
PRAGMA nowhere.table_info(t);
--> error: unknown database nowhere
PRAGMA nowhere.nowhere;
--> error: unknown database nowhere

-- case an unknown pragma does nothing
-- holds pragma: an unknown pragma does nothing
PRAGMA no_such_pragma('a');
PRAGMA "x y";
PRAGMA user_versions;

-- case booleans: on, yes, true, 1; off, no, false, 0
PRAGMA recursive_triggers = YES;
PRAGMA recursive_triggers;
--> 1
PRAGMA recursive_triggers = false;
PRAGMA recursive_triggers;
--> 0
PRAGMA recursive_triggers = 2;
PRAGMA recursive_triggers;
--> 1
PRAGMA recursive_triggers = nonsense;
PRAGMA recursive_triggers;
--> 0
PRAGMA recursive_triggers = -1;
PRAGMA recursive_triggers;
--> 0
PRAGMA recursive_triggers = 0.5;
PRAGMA recursive_triggers;
--> 0

-- case a value is one word or number
-- holds pragma: a value is one word or number
PRAGMA user_version = (1);
--> error: near "(": syntax error
PRAGMA user_version(1, 2);
--> error: near ",": syntax error
PRAGMA user_version(SELECT 1);
--> error: near "SELECT": syntax error
PRAGMA = 1;
--> error: near "=": syntax error
PRAGMA user_version =;
--> error: near ";": syntax error
PRAGMA;
--> error: near ";": syntax error
PRAGMA a.b.c;
--> error: near ".": syntax error
PRAGMA user_version = -x;
--> error: near "x": syntax error

-- case keywords as values
-- holds pragma: keywords as values
PRAGMA synchronous = FULL;
PRAGMA synchronous;
--> 2
PRAGMA table_info("index");
PRAGMA foreign_keys(ON);
PRAGMA foreign_keys;
--> 1

-- case application_id, user_version: numbers of the header
BEGIN;
PRAGMA application_id = 0x7fffffff;
PRAGMA application_id;
--> 2147483647
ROLLBACK;
PRAGMA application_id;
--> 0
PRAGMA application_id = 4294967295;
PRAGMA application_id;
--> 0

-- case schema_version grows with the schema
PRAGMA schema_version;
--> 0
CREATE TABLE n(a);
PRAGMA schema_version;
--> 1
INSERT INTO n VALUES (1);
PRAGMA schema_version;
--> 1
CREATE INDEX i ON n(a);
DROP INDEX i;
PRAGMA schema_version;
--> 3
PRAGMA temp.schema_version;
--> 0

-- case data_version stays while no other connection writes
PRAGMA data_version;
--> 1
CREATE TABLE n(a);
PRAGMA data_version;
--> 1

-- case page_size, before the file has pages
PRAGMA page_size = 512;
PRAGMA page_size;
--> 512
PRAGMA page_size = 1000;
PRAGMA page_size;
--> 512
PRAGMA page_size = 65536;
PRAGMA page_size;
--> 65536
PRAGMA page_size = 131072;
PRAGMA page_size;
--> 65536
CREATE TABLE n(a);
PRAGMA page_size = 1024;
PRAGMA page_size;
--> 65536

-- case page_count, freelist_count
PRAGMA page_count;
--> 0
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(20000));
PRAGMA page_count;
--> 6
PRAGMA freelist_count;
--> 0
DELETE FROM n;
PRAGMA freelist_count;
--> 4
PRAGMA page_count;
--> 6

-- case max_page_count, never less than the file has
CREATE TABLE n(a);
PRAGMA max_page_count = 6;
--> 6
INSERT INTO n VALUES (zeroblob(100000));
--> error: database or disk is full
PRAGMA max_page_count = 0;
--> 6
PRAGMA max_page_count = 1000;
--> 1000
INSERT INTO n VALUES (zeroblob(100000));
SELECT length(a) FROM n;
--> 100000

-- case encoding, before the file has pages
PRAGMA encoding = latin1;
--> error: unsupported encoding: latin1
PRAGMA encoding = 8;
--> error: unsupported encoding: 8
PRAGMA encoding = UTF16;
PRAGMA encoding;
--> 'UTF-16le'
PRAGMA encoding = "UTF-16be";
PRAGMA encoding;
--> 'UTF-16be'
CREATE TABLE n(a);
INSERT INTO n VALUES ('é𝄞');
PRAGMA encoding = 'UTF-8';
PRAGMA encoding;
--> 'UTF-16be'
SELECT a, length(a), octet_length(a) FROM n;
--> 'é𝄞', 2, 6

-- case auto_vacuum: NONE, FULL, INCREMENTAL
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA auto_vacuum;
--> 2
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(30000));
DELETE FROM n;
PRAGMA freelist_count;
--> 7
PRAGMA auto_vacuum = 1;
PRAGMA auto_vacuum;
--> 1
PRAGMA auto_vacuum = 0;
PRAGMA auto_vacuum;
--> 1

-- case auto_vacuum FULL gives free pages back
-- holds pragma: auto_vacuum FULL gives free pages back
PRAGMA auto_vacuum = FULL;
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(50000)), (1);
PRAGMA page_count;
--> 15
DELETE FROM n WHERE a <> 1;
PRAGMA freelist_count;
--> 0
PRAGMA page_count;
--> 3
PRAGMA auto_vacuum = INCREMENTAL;
DROP TABLE n;
PRAGMA freelist_count;
--> 1
PRAGMA auto_vacuum;
--> 2

-- case incremental_vacuum steps once for each page
-- holds pragma: incremental_vacuum steps once for each page
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(30000));
DELETE FROM n;
PRAGMA freelist_count;
--> 7
PRAGMA incremental_vacuum(3);
--> 
--> 
--> 
PRAGMA freelist_count;
--> 4
PRAGMA incremental_vacuum(-1);
--> 
--> 
--> 
--> 
PRAGMA freelist_count;
--> 0
PRAGMA incremental_vacuum;

-- case temp keeps its journal in memory where temp_store says that it is there
PRAGMA temp_store = MEMORY;
PRAGMA temp.journal_mode;
--> 'memory'
PRAGMA temp.journal_mode = PERSIST;
--> 'memory'
PRAGMA temp.journal_mode = OFF;
--> 'off'
PRAGMA temp.journal_mode = DELETE;
--> 'off'
CREATE TEMP TABLE n(a);
PRAGMA temp.journal_mode;
--> 'off'
PRAGMA temp.journal_mode = WAL;
--> 'off'
PRAGMA temp.journal_mode = MEMORY;
--> 'memory'
PRAGMA temp_store = FILE;
PRAGMA temp.journal_mode;
--> 'delete'
PRAGMA temp.journal_mode = TRUNCATE;
--> 'truncate'
CREATE TEMP TABLE n(a);
PRAGMA temp.journal_mode = MEMORY;
--> 'memory'
PRAGMA temp.journal_mode = DELETE;
--> 'delete'
PRAGMA temp_store = MEMORY;
PRAGMA temp.journal_mode;
--> 'memory'

-- case incremental_vacuum does nothing in another mode
CREATE TABLE n(a);
INSERT INTO n VALUES (zeroblob(30000));
DELETE FROM n;
PRAGMA incremental_vacuum(2);
PRAGMA freelist_count;
--> 7

-- case secure_delete: off, on, fast
PRAGMA secure_delete = 1;
--> 1
PRAGMA secure_delete;
--> 1
PRAGMA secure_delete = fast;
--> 2
PRAGMA secure_delete = 0;
--> 0
PRAGMA secure_delete;
--> 0

-- case journal_mode of a file
PRAGMA journal_mode;
--> 'memory'
PRAGMA journal_mode = WAL;
--> 'memory'
PRAGMA journal_mode = DELETE;
--> 'memory'
PRAGMA journal_mode = OFF;
--> 'off'
PRAGMA journal_mode;
--> 'off'
PRAGMA main.journal_mode;
--> 'off'

-- case journal_size_limit
PRAGMA journal_size_limit = 0;
--> 0
PRAGMA journal_size_limit;
--> 0
PRAGMA journal_size_limit = 12345678901;
--> 12345678901

-- case synchronous: OFF, NORMAL, FULL, EXTRA
PRAGMA synchronous = 1;
PRAGMA synchronous;
--> 1
PRAGMA synchronous = 9;
PRAGMA synchronous;
--> 1
PRAGMA synchronous = nonsense;
PRAGMA synchronous;
--> 1
PRAGMA temp.synchronous;
--> 0

-- case synchronous within a transaction
BEGIN;
PRAGMA synchronous = 1;
--> error: Safety level may not be changed inside a transaction
PRAGMA synchronous;
--> 2
COMMIT;

-- case wal_checkpoint without a log; wal_autocheckpoint
PRAGMA wal_checkpoint(PASSIVE);
--> 0, -1, -1
PRAGMA wal_checkpoint(nonsense);
--> 0, -1, -1
PRAGMA wal_autocheckpoint = 0;
--> 0
PRAGMA wal_autocheckpoint = -7;
--> 0
PRAGMA wal_autocheckpoint;
--> 0

-- case wal_checkpoint: PASSIVE, FULL, RESTART, TRUNCATE
PRAGMA wal_checkpoint(FULL);
--> 0, -1, -1
PRAGMA main.wal_checkpoint = RESTART;
--> 0, -1, -1
PRAGMA temp.wal_checkpoint;
--> 0, -1, -1
BEGIN;
PRAGMA wal_checkpoint;
--> 0, -1, -1
COMMIT;

-- case wal_checkpoint: NOOP tells, and copies nothing
PRAGMA wal_checkpoint(NOOP);
--> 0, -1, -1
PRAGMA main.wal_checkpoint = noop;
--> 0, -1, -1

-- case locking_mode: NORMAL, EXCLUSIVE
PRAGMA locking_mode;
--> 'normal'
PRAGMA main.locking_mode;
--> 'exclusive'
PRAGMA locking_mode = normal;
--> 'exclusive'
PRAGMA temp.locking_mode;
--> 'exclusive'

-- case cell_size_check
PRAGMA cell_size_check = yes;
PRAGMA cell_size_check;
--> 1

-- case busy_timeout in milliseconds
PRAGMA busy_timeout(70);
--> 70
PRAGMA busy_timeout;
--> 70
PRAGMA busy_timeout = x;
--> 0

-- case cache_size in pages, or negative in KiB
PRAGMA cache_size = 0;
PRAGMA cache_size;
--> 0
PRAGMA cache_size(7);
PRAGMA cache_size;
--> 7
PRAGMA temp.cache_size = 9;
PRAGMA temp.cache_size;
--> 9
PRAGMA cache_size;
--> 7

-- case cache_spill
PRAGMA cache_spill = off;
PRAGMA cache_spill;
--> 0
PRAGMA cache_size = 10;
PRAGMA cache_spill = 3;
PRAGMA cache_spill;
--> 10

-- case mmap_size
PRAGMA mmap_size = 0;
PRAGMA mmap_size = -1;

-- case temp_store: DEFAULT, FILE, MEMORY
CREATE TEMP TABLE n(a);
PRAGMA temp_store = 2;
SELECT name FROM sqlite_temp_schema;
PRAGMA temp_store;
--> 2
PRAGMA temp_store = nonsense;
PRAGMA temp_store;
--> 0

-- case query_only forbids changes
-- holds pragma: query_only forbids changes
CREATE TABLE n(a);
PRAGMA query_only = ON;
INSERT INTO n VALUES (1);
--> error: attempt to write a readonly database
DELETE FROM n;
--> error: attempt to write a readonly database
CREATE TABLE m(a);
--> error: attempt to write a readonly database
PRAGMA query_only = OFF;
INSERT INTO n VALUES (2);
SELECT a FROM n;
--> 2

-- case a change in spite of it
PRAGMA query_only = 1;
CREATE TABLE n(a);
--> error: attempt to write a readonly database
CREATE TEMP TABLE n(a);
--> error: attempt to write a readonly database
PRAGMA user_version = 5;
--> error: attempt to write a readonly database

-- case read_uncommitted, threads, fullfsync, checkpoint_fullfsync, empty_result_callbacks are set and told
PRAGMA read_uncommitted;
--> 0
PRAGMA fullfsync;
--> 0
PRAGMA checkpoint_fullfsync = 1;
PRAGMA checkpoint_fullfsync;
--> 1
PRAGMA empty_result_callbacks = 1;
PRAGMA empty_result_callbacks;
--> 1
PRAGMA threads;
--> 0

-- case soft_heap_limit, hard_heap_limit
PRAGMA soft_heap_limit = 0;
--> 0
PRAGMA hard_heap_limit = 0;
--> 0

-- case shrink_memory answers with nothing
-- holds pragma: shrink_memory answers with nothing
CREATE TABLE n(a);
INSERT INTO n VALUES (1);
PRAGMA shrink_memory;
SELECT a FROM n;
--> 1

-- case trusted_schema
PRAGMA trusted_schema = off;
CREATE TABLE n(a DEFAULT (abs(-1)), CHECK (a > 0));
INSERT INTO n DEFAULT VALUES;
SELECT a FROM n;
--> 1

-- case database_list
ATTACH ':memory:' AS "x y";
CREATE TEMP TABLE n(a);
SELECT seq, name FROM pragma_database_list;
--> 0, 'main'
--> 1, 'temp'
--> 2, 'x y'
DETACH "x y";
SELECT seq, name FROM pragma_database_list;
--> 0, 'main'
--> 1, 'temp'

-- case compile_options, collation_list, function_list, module_list, pragma_list
SELECT name, builtin, type, enc, narg, flags FROM pragma_function_list WHERE name IN ('max', 'count', 'length', 'random') ORDER BY name, narg, type;
--> 'count', 1, 'w', 'utf8', 0, 2097152
--> 'count', 1, 'w', 'utf8', 1, 2097152
--> 'length', 1, 's', 'utf8', 1, 2099200
--> 'max', 1, 's', 'utf8', -3, 2099200
--> 'max', 1, 'w', 'utf8', 1, 2097152
--> 'random', 1, 's', 'utf8', 0, 2097152
SELECT name, builtin, type, enc, narg, flags FROM pragma_function_list WHERE name IN ('row_number', 'lag', 'ntile', 'nth_value', 'cume_dist') ORDER BY name, narg, type;
--> 'cume_dist', 1, 'w', 'utf8', 0, 2097152
--> 'lag', 1, 'w', 'utf8', 1, 2097152
--> 'lag', 1, 'w', 'utf8', 2, 2097152
--> 'lag', 1, 'w', 'utf8', 3, 2097152
--> 'nth_value', 1, 'w', 'utf8', 2, 2097152
--> 'ntile', 1, 'w', 'utf8', 1, 2097152
--> 'row_number', 1, 'w', 'utf8', 0, 2097152
SELECT name FROM pragma_pragma_list WHERE name LIKE 'table%' ORDER BY name;
--> 'table_info'
--> 'table_list'
--> 'table_xinfo'
SELECT name FROM pragma_pragma_list WHERE name LIKE 'index%' OR name LIKE '%check' ORDER BY name;
--> 'cell_size_check'
--> 'foreign_key_check'
--> 'index_info'
--> 'index_list'
--> 'index_xinfo'
--> 'integrity_check'
--> 'quick_check'

-- case foreign_keys
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE n(a REFERENCES p);
INSERT INTO n VALUES (5);
PRAGMA foreign_keys = ON;
INSERT INTO n VALUES (6);
--> error: FOREIGN KEY constraint failed
BEGIN;
PRAGMA foreign_keys = OFF;
PRAGMA foreign_keys;
--> 1
COMMIT;
PRAGMA foreign_keys = OFF;
INSERT INTO n VALUES (7);
SELECT a FROM n;
--> 5
--> 7

-- case a foreign key that it holds to
PRAGMA foreign_keys = 1;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE n(a REFERENCES p);
INSERT INTO p VALUES (1);
INSERT INTO n VALUES (1);
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
UPDATE n SET a = 2;
--> error: FOREIGN KEY constraint failed

-- case defer_foreign_keys, until COMMIT
PRAGMA foreign_keys = 1;
CREATE TABLE p(a PRIMARY KEY);
CREATE TABLE n(a REFERENCES p);
BEGIN;
PRAGMA defer_foreign_keys = 1;
INSERT INTO n VALUES (5);
COMMIT;
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES (5);
COMMIT;
PRAGMA defer_foreign_keys;
--> 0
INSERT INTO n VALUES (6);
--> error: FOREIGN KEY constraint failed

-- case recursive_triggers
PRAGMA recursive_triggers = 0;
CREATE TABLE n(a);
CREATE TRIGGER r AFTER INSERT ON n WHEN new.a < 5 BEGIN INSERT INTO n VALUES (new.a + 1); END;
INSERT INTO n VALUES (1);
SELECT a FROM n;
--> 1
--> 2
PRAGMA recursive_triggers = 1;
INSERT INTO n VALUES (3);
SELECT a FROM n;
--> 1
--> 2
--> 3
--> 4
--> 5

-- case ignore_check_constraints
CREATE TABLE n(a CHECK (a > 0), b NOT NULL);
INSERT INTO n VALUES (-1, 1);
--> error: CHECK constraint failed: a > 0
PRAGMA ignore_check_constraints = 1;
INSERT INTO n VALUES (-1, 1);
INSERT INTO n VALUES (-1, NULL);
--> error: NOT NULL constraint failed: n.b
PRAGMA ignore_check_constraints = 0;
UPDATE n SET b = 2;
PRAGMA integrity_check;
--> 'CHECK constraint failed in n'

-- case case_sensitive_like cannot be read
PRAGMA case_sensitive_like(yes);
SELECT 'a' LIKE 'A', like('A', 'a');
--> 0, 0
PRAGMA case_sensitive_like = no;
SELECT 'a' LIKE 'A';
--> 1

-- case automatic_index
CREATE TABLE n(a, b);
CREATE TABLE m(a, b);
PRAGMA automatic_index = OFF;
EXPLAIN QUERY PLAN SELECT * FROM n LEFT JOIN m ON n.a = m.a;
--> 'SCAN n'
--> 'SCAN m LEFT-JOIN'
PRAGMA automatic_index;
--> 0

-- case reverse_unordered_selects
CREATE TABLE n(a, b);
INSERT INTO n VALUES (1, 'x'), (2, 'y'), (3, 'x');
PRAGMA reverse_unordered_selects = 1;
PRAGMA reverse_unordered_selects;
--> 1
SELECT a FROM n;
--> 3
--> 2
--> 1
SELECT a FROM n WHERE a > 1;
--> 3
--> 2
SELECT a FROM n ORDER BY a;
--> 1
--> 2
--> 3
PRAGMA reverse_unordered_selects = 0;
SELECT a FROM n;
--> 1
--> 2
--> 3

-- case count_changes answers with the number of changed rows
CREATE TABLE n(a);
PRAGMA count_changes = 1;
INSERT INTO n VALUES (1), (2);
--> 2
DELETE FROM n WHERE a = 1;
--> 1
UPDATE n SET a = 5 RETURNING a;
--> 5
INSERT INTO n SELECT a FROM n;
--> 1

-- case full_column_names, short_column_names
CREATE TABLE n(a);
PRAGMA full_column_names = 1;
PRAGMA short_column_names = 0;
CREATE TABLE m AS SELECT n.a FROM n;
SELECT name FROM pragma_table_info('m');
--> 'a'
PRAGMA full_column_names = 0;
CREATE TABLE k AS SELECT n.a, a + 1 FROM n;
SELECT name FROM pragma_table_info('k');
--> 'a'
--> 'a + 1'

-- case legacy_alter_table
CREATE TABLE n(a);
CREATE VIEW v AS SELECT nowhere FROM n;
ALTER TABLE n RENAME TO m;
--> error: error in view v: no such column: nowhere
PRAGMA legacy_alter_table = 1;
ALTER TABLE n RENAME TO m;
SELECT name, sql FROM sqlite_schema;
--> 'm', 'CREATE TABLE "m"(a)'
--> 'v', 'CREATE VIEW v AS SELECT nowhere FROM n'

-- case writable_schema lets sqlite_schema be changed
CREATE TABLE n(a);
UPDATE sqlite_schema SET name = 'x';
--> error: table sqlite_master may not be modified
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE n(a, b)' WHERE name = 'n';
PRAGMA writable_schema = RESET;
PRAGMA writable_schema;
--> 0
SELECT name FROM pragma_table_info('n');
--> 'a'
--> 'b'
INSERT INTO n VALUES (1, 2);
SELECT * FROM n;
--> 1, 2

-- case analysis_limit, optimize
CREATE TABLE n(a);
CREATE INDEX i ON n(a);
INSERT INTO n VALUES (1), (1), (2);
PRAGMA analysis_limit = 50;
--> 50
ANALYZE;
SELECT * FROM sqlite_stat1;
--> 'n', 'i', '3 2'
PRAGMA analysis_limit = -1;
--> 50
PRAGMA analysis_limit;
--> 50
