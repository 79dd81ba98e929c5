-- case count_changes
CREATE TABLE t(a UNIQUE, b);
PRAGMA count_changes;
--> 0
PRAGMA count_changes=1;
PRAGMA count_changes;
--> 1
INSERT INTO t VALUES(7,8),(9,10);
--> 2
INSERT OR IGNORE INTO t VALUES(7,8),(11,10);
--> 1
INSERT OR REPLACE INTO t VALUES(7,9);
--> 1
UPDATE t SET b=1;
--> 3
UPDATE t SET b=1 WHERE a=0;
--> 0
DELETE FROM t WHERE a>8;
--> 2
INSERT INTO t VALUES(20, 1) RETURNING a;
--> 20
CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET b=b+1; END;
INSERT INTO t VALUES(30, 1);
--> 1
CREATE TABLE u AS SELECT * FROM t;
DELETE FROM t;
--> 3
SELECT changes();
--> 3
PRAGMA count_changes=0;
INSERT INTO t VALUES(7,8);
-- case reverse_unordered_selects
CREATE TABLE t(a,b);
INSERT INTO t VALUES(1,1),(3,1),(5,1);
PRAGMA reverse_unordered_selects;
--> 0
PRAGMA reverse_unordered_selects=1;
PRAGMA reverse_unordered_selects;
--> 1
SELECT * FROM t;
--> 5, 1
--> 3, 1
--> 1, 1
SELECT * FROM t WHERE a>1;
--> 5, 1
--> 3, 1
SELECT rowid FROM t WHERE rowid>1;
--> 3
--> 2
SELECT rowid FROM t WHERE rowid<3;
--> 2
--> 1
CREATE INDEX ta ON t(a);
SELECT a FROM t;
--> 5
--> 3
--> 1
SELECT a FROM t WHERE a>1;
--> 5
--> 3
SELECT a FROM t WHERE a>1 AND a<5;
--> 3
SELECT a FROM t WHERE a<=3;
--> 3
--> 1
SELECT b, a FROM t WHERE a=3;
--> 1, 3
SELECT * FROM t ORDER BY a;
--> 1, 1
--> 3, 1
--> 5, 1
SELECT * FROM t ORDER BY a DESC;
--> 5, 1
--> 3, 1
--> 1, 1
SELECT a FROM t UNION ALL SELECT b FROM t;
--> 5
--> 3
--> 1
--> 1
--> 1
--> 1
SELECT max(a) FROM t;
--> 5
SELECT group_concat(a) FROM t;
--> '5,3,1'
SELECT a,count(*) FROM t GROUP BY a;
--> 1, 1
--> 3, 1
--> 5, 1
SELECT x.a,y.a FROM t x, t y;
--> 5, 5
--> 5, 3
--> 5, 1
--> 3, 5
--> 3, 3
--> 3, 1
--> 1, 5
--> 1, 3
--> 1, 1
SELECT * FROM (SELECT a FROM t LIMIT 2);
--> 5
--> 3
SELECT * FROM (SELECT a FROM t ORDER BY a);
--> 1
--> 3
--> 5
SELECT * FROM t LIMIT 1;
--> 5, 1
WITH RECURSIVE s(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM s WHERE i<3) SELECT * FROM s;
--> 1
--> 2
--> 3
VALUES(1),(2);
--> 1
--> 2
CREATE TABLE w(a PRIMARY KEY,b) WITHOUT ROWID;
INSERT INTO w SELECT a,b FROM t;
SELECT * FROM w;
--> 5, 1
--> 3, 1
--> 1, 1
SELECT * FROM t LEFT JOIN w USING(a);
--> 5, 1, 1
--> 3, 1, 1
--> 1, 1, 1
SELECT name FROM sqlite_schema;
--> 'w'
--> 'ta'
--> 't'
UPDATE t SET b = b + 1 WHERE a > 1;
DELETE FROM t WHERE a < 4;
PRAGMA reverse_unordered_selects=0;
SELECT * FROM t;
--> 5, 2
-- case secure_delete
PRAGMA secure_delete;
--> 0
PRAGMA secure_delete=1;
--> 1
PRAGMA secure_delete;
--> 1
PRAGMA secure_delete=fast;
--> 2
PRAGMA secure_delete;
--> 2
PRAGMA secure_delete=0;
--> 0
PRAGMA secure_delete=abc;
--> 0
PRAGMA secure_delete=2;
--> 1
ATTACH ':memory:' AS a;
PRAGMA a.secure_delete;
--> 1
PRAGMA a.secure_delete=fast;
--> 2
PRAGMA main.secure_delete;
--> 1
PRAGMA secure_delete=off;
--> 0
PRAGMA a.secure_delete;
--> 0
-- case numbers
PRAGMA threads;
--> 0
PRAGMA threads=4;
--> 4
PRAGMA threads=100;
--> 8
PRAGMA threads=-1;
--> 8
PRAGMA threads=0;
--> 0
PRAGMA threads='3x';
--> 0
PRAGMA soft_heap_limit;
--> 0
PRAGMA hard_heap_limit;
--> 0
PRAGMA mmap_size;
PRAGMA mmap_size=1000;
PRAGMA temp.mmap_size;
PRAGMA journal_size_limit;
--> -1
PRAGMA journal_size_limit=1000;
--> 1000
PRAGMA journal_size_limit;
--> 1000
PRAGMA journal_size_limit=-5;
--> -1
PRAGMA journal_size_limit=abc;
--> 0
PRAGMA journal_size_limit=12abc;
--> error: unrecognized token: "12abc"
PRAGMA main.journal_size_limit=77;
--> 77
PRAGMA wal_autocheckpoint;
--> 1000
PRAGMA wal_autocheckpoint=50;
--> 50
PRAGMA wal_autocheckpoint=-1;
--> 0
PRAGMA wal_autocheckpoint=abc;
--> 0
PRAGMA shrink_memory;
PRAGMA cache_size=100;
PRAGMA cache_size;
--> 100
PRAGMA cache_spill=0;
PRAGMA cache_spill;
--> 0
PRAGMA cache_spill=1000;
PRAGMA cache_spill;
--> 1000
PRAGMA cache_spill=off;
PRAGMA cache_spill;
--> 0
PRAGMA cache_spill=on;
PRAGMA cache_spill;
--> 1000
PRAGMA cache_size=-500;
PRAGMA cache_size;
--> -500
PRAGMA max_page_count;
--> 4294967294
PRAGMA max_page_count=100;
--> 100
PRAGMA max_page_count=0;
--> 100
PRAGMA max_page_count=-1;
--> 100
PRAGMA max_page_count=abc;
--> 100
PRAGMA page_size=1000;
PRAGMA page_size=1024;
PRAGMA page_size;
--> 1024
PRAGMA page_size=65536;
PRAGMA page_size;
--> 65536
PRAGMA page_size=131072;
PRAGMA page_size;
--> 65536
CREATE TABLE t(a);
PRAGMA page_size=512;
PRAGMA page_size;
--> 65536
PRAGMA page_count;
--> 2
PRAGMA freelist_count;
--> 0
PRAGMA auto_vacuum;
--> 0
PRAGMA auto_vacuum=1;
PRAGMA auto_vacuum;
--> 0
PRAGMA incremental_vacuum;
PRAGMA incremental_vacuum(5);
PRAGMA user_version=1.5;
PRAGMA user_version;
--> 1
PRAGMA user_version='12abc';
PRAGMA user_version;
--> 12
PRAGMA user_version=-7;
PRAGMA user_version;
--> -7
PRAGMA user_version=4294967296;
PRAGMA user_version;
--> 0
PRAGMA user_version=0x10;
PRAGMA user_version;
--> 16
PRAGMA application_id=0x12345678;
PRAGMA application_id;
--> 305419896
PRAGMA schema_version=44;
PRAGMA schema_version;
--> 44
SELECT * FROM t;
PRAGMA busy_timeout;
--> 0
PRAGMA busy_timeout=100;
--> 100
PRAGMA busy_timeout=-100;
--> 0
PRAGMA analysis_limit;
--> 0
PRAGMA analysis_limit=500;
--> 500
PRAGMA analysis_limit=-5;
--> 500
PRAGMA analysis_limit=abc;
--> 500
PRAGMA analysis_limit=99999999999;
--> 1215752191
-- case flags
PRAGMA automatic_index;
--> 1
PRAGMA automatic_index=0;
PRAGMA automatic_index;
--> 0
PRAGMA trusted_schema;
--> 1
PRAGMA trusted_schema=0;
PRAGMA trusted_schema;
--> 0
PRAGMA cell_size_check;
--> 0
PRAGMA cell_size_check=1;
PRAGMA cell_size_check;
--> 1
PRAGMA read_uncommitted;
--> 0
PRAGMA read_uncommitted=1;
PRAGMA read_uncommitted;
--> 1
PRAGMA full_column_names=1;
PRAGMA full_column_names;
--> 1
PRAGMA short_column_names=off;
PRAGMA short_column_names;
--> 0
PRAGMA empty_result_callbacks=yes;
PRAGMA empty_result_callbacks;
--> 1
PRAGMA fullfsync;
--> 0
PRAGMA checkpoint_fullfsync;
--> 0
PRAGMA ignore_check_constraints;
--> 0
PRAGMA legacy_alter_table;
--> 0
PRAGMA recursive_triggers;
--> 0
PRAGMA foreign_keys=on;
PRAGMA foreign_keys;
--> 1
BEGIN;
PRAGMA foreign_keys=off;
PRAGMA foreign_keys;
--> 1
PRAGMA defer_foreign_keys=1;
PRAGMA defer_foreign_keys;
--> 1
COMMIT;
PRAGMA defer_foreign_keys;
--> 0
PRAGMA query_only=1;
CREATE TABLE z(x);
--> error: attempt to write a readonly database
PRAGMA user_version=8;
--> error: attempt to write a readonly database
CREATE TEMP TABLE z(x);
--> error: attempt to write a readonly database
ANALYZE;
--> error: attempt to write a readonly database
PRAGMA query_only=0;
PRAGMA nosuchpragma;
PRAGMA nosuchpragma=1;
PRAGMA main.nosuchpragma(1);
PRAGMA stats;
PRAGMA legacy_file_format;
PRAGMA legacy_file_format=1;
PRAGMA default_cache_size;
PRAGMA lock_status;
PRAGMA collation_list;
--> 0, 'RTRIM'
--> 1, 'NOCASE'
--> 2, 'BINARY'
PRAGMA synchronous;
--> 2
PRAGMA synchronous=off;
PRAGMA synchronous;
--> 0
PRAGMA synchronous=7;
PRAGMA synchronous;
--> 0
PRAGMA synchronous=abc;
PRAGMA synchronous;
--> 1
BEGIN;
PRAGMA synchronous=2;
--> error: Safety level may not be changed inside a transaction
ROLLBACK;
PRAGMA wal_checkpoint;
--> 0, -1, -1
PRAGMA wal_checkpoint(full);
--> 0, -1, -1
PRAGMA journal_mode;
--> 'memory'
PRAGMA journal_mode=abc;
--> 'memory'
PRAGMA journal_mode=wal;
--> 'memory'
PRAGMA journal_mode=off;
--> 'off'
PRAGMA journal_mode;
--> 'off'
PRAGMA locking_mode;
--> 'normal'
PRAGMA main.locking_mode;
--> 'exclusive'
PRAGMA locking_mode=exclusive;
--> 'exclusive'
PRAGMA locking_mode;
--> 'exclusive'
PRAGMA locking_mode=normal;
--> 'exclusive'
PRAGMA locking_mode=foo;
--> 'normal'
PRAGMA case_sensitive_like;
PRAGMA case_sensitive_like=1;
SELECT 'a' LIKE 'A', 'a' LIKE 'a', like('A', 'a'), 'aé' LIKE 'AÉ';
--> 0, 1, 0, 0
PRAGMA case_sensitive_like=0;
SELECT 'a' LIKE 'A';
--> 1
