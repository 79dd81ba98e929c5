-- Pragmas that tell the schema, and the checks.

-- case table_info
CREATE TABLE n(a INTEGER NOT NULL DEFAULT 3, b TEXT DEFAULT 'x''y', c AS (a), d DECIMAL(10, 2) DEFAULT (1 + 1), PRIMARY KEY (d, a));
PRAGMA table_info(n);
--> 0, 'a', 'INTEGER', 1, '3', 2
--> 1, 'b', 'TEXT', 0, '''x''''y''', 0
--> 2, 'd', 'DECIMAL(10, 2)', 0, '1 + 1', 1
PRAGMA table_info('N');
--> 0, 'a', 'INTEGER', 1, '3', 2
--> 1, 'b', 'TEXT', 0, '''x''''y''', 0
--> 2, 'd', 'DECIMAL(10, 2)', 0, '1 + 1', 1
PRAGMA main.table_info(n);
--> 0, 'a', 'INTEGER', 1, '3', 2
--> 1, 'b', 'TEXT', 0, '''x''''y''', 0
--> 2, 'd', 'DECIMAL(10, 2)', 0, '1 + 1', 1
PRAGMA temp.table_info(n);
CREATE VIEW v(p, q) AS SELECT a, b || d FROM n;
PRAGMA table_info(v);
--> 0, 'p', 'INTEGER', 0, NULL, 0
--> 1, 'q', '', 0, NULL, 0
PRAGMA table_info(sqlite_schema);
--> 0, 'type', 'TEXT', 0, NULL, 0
--> 1, 'name', 'TEXT', 0, NULL, 0
--> 2, 'tbl_name', 'TEXT', 0, NULL, 0
--> 3, 'rootpage', 'INT', 0, NULL, 0
--> 4, 'sql', 'TEXT', 0, NULL, 0

-- case table_xinfo, with hidden and generated columns
CREATE TABLE n(a INT, b TEXT GENERATED ALWAYS AS (a) VIRTUAL NOT NULL, c REAL AS (a + 1) STORED, PRIMARY KEY (a)) WITHOUT ROWID;
PRAGMA table_xinfo(n);
--> 0, 'a', 'INT', 1, NULL, 1, 0
--> 1, 'b', 'TEXT', 1, NULL, 0, 2
--> 2, 'c', 'REAL', 0, NULL, 0, 3
PRAGMA table_xinfo(pragma_table_info);
--> 0, 'cid', '', 0, NULL, 0, 0
--> 1, 'name', '', 0, NULL, 0, 0
--> 2, 'type', '', 0, NULL, 0, 0
--> 3, 'notnull', '', 0, NULL, 0, 0
--> 4, 'dflt_value', '', 0, NULL, 0, 0
--> 5, 'pk', '', 0, NULL, 0, 0
--> 6, 'arg', '', 0, NULL, 0, 1
--> 7, 'schema', '', 0, NULL, 0, 1
PRAGMA table_xinfo(json_each);
--> 0, 'key', '', 0, NULL, 0, 0
--> 1, 'value', '', 0, NULL, 0, 0
--> 2, 'type', '', 0, NULL, 0, 0
--> 3, 'atom', '', 0, NULL, 0, 0
--> 4, 'id', '', 0, NULL, 0, 0
--> 5, 'parent', '', 0, NULL, 0, 0
--> 6, 'fullkey', '', 0, NULL, 0, 0
--> 7, 'path', '', 0, NULL, 0, 0
--> 8, 'json', '', 0, NULL, 0, 1
--> 9, 'root', '', 0, NULL, 0, 1

-- case table_list
-- holds pragma: table_list
CREATE TABLE n(a INT PRIMARY KEY) WITHOUT ROWID, STRICT;
CREATE VIEW v AS SELECT 1, 2;
CREATE TEMP TABLE m(a, b AS (a));
SELECT * FROM pragma_table_list ORDER BY schema, name;
--> 'main', 'n', 'table', 1, 1, 1
--> 'main', 'sqlite_schema', 'table', 5, 0, 0
--> 'main', 'v', 'view', 2, 0, 0
--> 'temp', 'm', 'table', 2, 0, 0
--> 'temp', 'sqlite_temp_schema', 'table', 5, 0, 0
PRAGMA table_list(v);
--> 'main', 'v', 'view', 2, 0, 0
PRAGMA temp.table_list(m);
--> 'temp', 'm', 'table', 2, 0, 0
PRAGMA main.table_list(m);

-- case index_list: newest first; c made by CREATE INDEX, u by UNIQUE, pk by PRIMARY KEY
CREATE TABLE n(a, b UNIQUE, c, PRIMARY KEY (a, c));
CREATE UNIQUE INDEX i ON n(c);
CREATE INDEX j ON n(a + b) WHERE c IS NULL;
PRAGMA index_list(n);
--> 0, 'j', 0, 'c', 1
--> 1, 'i', 1, 'c', 0
--> 2, 'sqlite_autoindex_n_2', 1, 'pk', 0
--> 3, 'sqlite_autoindex_n_1', 1, 'u', 0
PRAGMA index_list('nowhere');
SELECT name FROM pragma_index_list('n') WHERE partial OR origin = 'pk';
--> 'j'
--> 'sqlite_autoindex_n_2'

-- case index_info, index_xinfo
CREATE TABLE n(a, b COLLATE RTRIM, c, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE INDEX i ON n(c DESC, lower(a));
PRAGMA index_info(i);
--> 0, 2, 'c'
--> 1, -2, NULL
PRAGMA index_xinfo(i);
--> 0, 2, 'c', 1, 'BINARY', 1
--> 1, -2, NULL, 0, 'BINARY', 1
--> 2, 1, 'b', 0, 'RTRIM', 0
--> 3, 0, 'a', 0, 'BINARY', 0
PRAGMA index_xinfo(sqlite_autoindex_n_1);
--> 0, 1, 'b', 0, 'RTRIM', 1
--> 1, 0, 'a', 0, 'BINARY', 1
--> 2, 2, 'c', 0, 'BINARY', 0
PRAGMA index_info(n);
--> 0, 1, 'b'
--> 1, 0, 'a'
PRAGMA index_info(nowhere);

-- case foreign_key_list
CREATE TABLE n(a REFERENCES p(x) ON DELETE SET DEFAULT ON UPDATE RESTRICT MATCH FULL DEFERRABLE, b REFERENCES p, FOREIGN KEY (b, a) REFERENCES q);
PRAGMA foreign_key_list(n);
--> 0, 0, 'q', 'b', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 0, 1, 'q', 'a', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 1, 0, 'p', 'b', NULL, 'NO ACTION', 'NO ACTION', 'NONE'
--> 2, 0, 'p', 'a', 'x', 'RESTRICT', 'SET DEFAULT', 'NONE'
PRAGMA foreign_key_list(p);

-- case foreign_key_check: table, rowid, parent, number
CREATE TABLE p(a PRIMARY KEY, b UNIQUE);
CREATE TABLE n(a REFERENCES p, b REFERENCES p(b));
CREATE TABLE m(a PRIMARY KEY REFERENCES p) WITHOUT ROWID;
INSERT INTO p VALUES (1, 2);
INSERT INTO n VALUES (1, 2), (2, 2), (NULL, 3);
INSERT INTO m VALUES (1), (7);
PRAGMA foreign_key_check;
--> 'm', NULL, 'p', 0
--> 'n', 2, 'p', 1
--> 'n', 3, 'p', 0
PRAGMA foreign_key_check(n);
--> 'n', 2, 'p', 1
--> 'n', 3, 'p', 0
PRAGMA foreign_key_check('m');
--> 'm', NULL, 'p', 0
PRAGMA foreign_key_check(nowhere);
--> error: no such table: nowhere

-- case foreign_key_check of a key that fits none
CREATE TABLE p(a, b);
CREATE TABLE n(a REFERENCES p(b));
PRAGMA foreign_key_check(n);
--> error: foreign key mismatch - "n" referencing "p"
CREATE TABLE m(a REFERENCES nowhere);
PRAGMA foreign_key_check(m);
INSERT INTO m VALUES (1);
PRAGMA foreign_key_check(m);
--> 'm', 1, 'nowhere', 0

-- case integrity_check, of a table, with a limit
CREATE TABLE n(a NOT NULL, b CHECK (b > 0), c INT) STRICT;
--> error: missing datatype for n.a
CREATE TABLE n(a, b);
INSERT INTO n VALUES (NULL, -1), (2, 2), (NULL, 'x');
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE TABLE n(a NOT NULL, b CHECK (b > 0))' WHERE name = 'n';
PRAGMA writable_schema = RESET;
PRAGMA integrity_check;
--> 'NULL value in n.a'
--> 'CHECK constraint failed in n'
--> 'NULL value in n.a'
PRAGMA integrity_check(2);
--> 'NULL value in n.a'
--> 'CHECK constraint failed in n'
PRAGMA integrity_check(n);
--> 'NULL value in n.a'
--> 'CHECK constraint failed in n'
--> 'NULL value in n.a'
PRAGMA integrity_check(nowhere);
--> error: no such table: nowhere

-- case quick_check leaves the indexes out
-- holds pragma: quick_check leaves the indexes out
CREATE TABLE n(a);
CREATE INDEX i ON n(a);
INSERT INTO n VALUES (1), (2);
PRAGMA writable_schema = 1;
UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON n(-a)' WHERE name = 'i';
PRAGMA writable_schema = RESET;
PRAGMA quick_check;
--> 'ok'
SELECT count(*) > 1 FROM pragma_integrity_check;
--> 1
PRAGMA integrity_check(1);
--> 'row 1 missing from index i'

-- case deprecated and debugging pragmas that SQLite's default build has
-- holds pragma: deprecated and debugging pragmas that SQLite's default build has
PRAGMA legacy_file_format = 1;
PRAGMA vdbe_listing = 1;
PRAGMA vdbe_debug;
