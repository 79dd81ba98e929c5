-- RETURNING: what its expressions see.

-- case common tables and subqueries in RETURNING
CREATE TABLE t(a, b);
WITH x AS (SELECT 99 AS v) INSERT INTO t VALUES(1, 2), (3, 4) RETURNING a, (SELECT v FROM x), a IN (SELECT v - 98 FROM x);
--> 1, 99, 1
--> 3, 99, 0
WITH x(v) AS (SELECT a FROM t) UPDATE t SET b = b + 1 RETURNING b, (SELECT sum(v) FROM x);
--> 3, 4
--> 5, 4
WITH x(v) AS (SELECT a FROM t) DELETE FROM t WHERE a IN x RETURNING a, (SELECT count(*) FROM x);
--> 1, 1
--> 3, 1
WITH x(v) AS MATERIALIZED (SELECT a FROM t) INSERT INTO t VALUES(5, 6), (7, 8) RETURNING (SELECT count(*) FROM x), (SELECT count(*) FROM t), (SELECT max(v) FROM (SELECT a AS v FROM t));
--> 1, 1, 5
--> 1, 2, 5
SELECT * FROM t;
--> 5, 6
--> 7, 8
CREATE TABLE k(id INTEGER PRIMARY KEY, v);
INSERT INTO k VALUES(1, 1), (2, 2), (3, 3), (4, 4);
DELETE FROM k WHERE id < 3 RETURNING id, (SELECT count(*) FROM k);
--> 1, 3
--> 2, 2
DELETE FROM k RETURNING id, (SELECT count(*) FROM k), EXISTS (SELECT 1 FROM k), 4 IN (SELECT id FROM k), (SELECT 1 FROM (SELECT * FROM k) LIMIT 1);
--> 3, 1, 1, 1, 1
--> 4, 0, 0, 0, 1
INSERT INTO k VALUES(1, 1), (2, 2) RETURNING id, (SELECT count(*) FROM k), (SELECT 9);
--> 1, 1, 9
--> 2, 2, 9
UPDATE k SET v = v * 10 RETURNING v, (SELECT sum(v) FROM k), (SELECT sum(v) FROM k AS x WHERE x.id <= k.id), rowid, k.v, k.rowid;
--> 10, 12, 10, 1, 10, 1
--> 20, 30, 30, 2, 20, 2
UPDATE k SET v = 5 RETURNING k.*;
--> error: RETURNING may not use "TABLE.*" wildcards
UPDATE k AS q SET v = 6 RETURNING q.v;
--> error: no such column: q.v
UPDATE k AS q SET v = 6 RETURNING k.v;
--> 6
--> 6
INSERT INTO k AS z VALUES(9, 9) RETURNING z.v;
--> error: no such column: z.v
INSERT INTO k AS z VALUES(9, 10) ON CONFLICT DO UPDATE SET v = excluded.v RETURNING v, id;
--> 10, 9
INSERT INTO k AS z VALUES(9, 10) ON CONFLICT DO NOTHING RETURNING v, id;
DELETE FROM k RETURNING count(*);
--> error: misuse of aggregate function count()
DELETE FROM k RETURNING old.v;
--> error: no such column: old.v
DELETE FROM k RETURNING main.k.v;
--> error: no such column: main.k.v
DELETE FROM k RETURNING id AS i, i + 1;
--> error: no such column: i
CREATE VIEW vk AS SELECT * FROM k;
CREATE TRIGGER vt INSTEAD OF INSERT ON vk BEGIN INSERT INTO k VALUES(new.id, new.v); END;
INSERT INTO vk VALUES(70, 71) RETURNING id, v;
--> 70, 71
SELECT * FROM k;
--> 1, 6
--> 2, 6
--> 9, 10
--> 70, 71
