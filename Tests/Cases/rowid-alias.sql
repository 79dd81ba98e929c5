-- The rowid under its column's name, where a row is in registers.

-- case expressions of an index on the rowid's alias
CREATE TABLE t(id INTEGER PRIMARY KEY, a);
CREATE INDEX i ON t(a + id, id * 2);
INSERT INTO t VALUES(1, 2), (2, 7), (5, 1);
SELECT id FROM t INDEXED BY i ORDER BY a + id;
--> 1
--> 5
--> 2
UPDATE t SET id = 11 WHERE id = 1;
UPDATE t SET a = 3 WHERE id = 5;
DELETE FROM t WHERE id = 2;
SELECT * FROM t ORDER BY id;
--> 5, 3
--> 11, 2
PRAGMA integrity_check;
--> 'ok'

-- case a CHECK on the rowid's alias
CREATE TABLE u(id INTEGER PRIMARY KEY, a, CHECK(id + a > 5));
INSERT INTO u VALUES(3, 1);
--> error: CHECK constraint failed: id + a > 5
INSERT INTO u VALUES(3, 4);
UPDATE u SET id = 1;
--> error: CHECK constraint failed: id + a > 5
SELECT * FROM u;
--> 3, 4

-- case a partial index on the rowid's alias
CREATE TABLE p(id INTEGER PRIMARY KEY, a);
CREATE UNIQUE INDEX pi ON p(a) WHERE id % 2 = 0;
INSERT INTO p VALUES(1, 1), (2, 1), (3, 1);
INSERT INTO p VALUES(4, 1);
--> error: UNIQUE constraint failed: p.a
UPDATE p SET id = id + 1 WHERE id = 1;
--> error: UNIQUE constraint failed: p.id
UPDATE p SET id = 5 WHERE id = 2;
SELECT id, a FROM p ORDER BY id;
--> 1, 1
--> 3, 1
--> 5, 1
PRAGMA integrity_check;
--> 'ok'
