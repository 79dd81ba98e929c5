-- PRAGMA optimize, also of tables without rowids.

-- case WITHOUT ROWID
CREATE TABLE w(a PRIMARY KEY, b) WITHOUT ROWID;
PRAGMA optimize;
INSERT INTO w VALUES ('x', 2), ('y', 3);
PRAGMA optimize;
SELECT * FROM sqlite_stat1;
--> 'w', 'w', '2 1'
SELECT * FROM w WHERE a = 'x';
--> 'x', 2
CREATE INDEX i ON w(b);
PRAGMA optimize;
SELECT * FROM sqlite_stat1 ORDER BY idx;
--> 'w', 'i', '2 1'
--> 'w', 'w', '2 1'
PRAGMA optimize(0x10002);
PRAGMA optimize(-1);

-- case tables with and without indexes
CREATE TABLE n(a, b);
CREATE TABLE m(a PRIMARY KEY);
INSERT INTO n VALUES (1, 2), (3, 4);
INSERT INTO m VALUES (1), (2);
PRAGMA optimize;
PRAGMA optimize(-1);
--> 'ANALYZE "main"."n"'
CREATE INDEX i ON n(a);
PRAGMA optimize(-1);
--> 'ANALYZE "main"."n"'
SELECT b FROM n WHERE a = 1;
--> 2
PRAGMA optimize(-1);
--> 'ANALYZE "main"."n"'
PRAGMA optimize;
SELECT * FROM sqlite_stat1 ORDER BY tbl, idx;
--> 'm', 'sqlite_autoindex_m_1', '2 1'
--> 'n', 'i', '2 1'
