-- ALTER TABLE: how it rewrites the texts of the schema.

-- case RENAME COLUMN in views, triggers and indexes of many kinds
CREATE TABLE t(a, b, c);
CREATE TABLE s(x, y);
CREATE VIEW v1 AS SELECT a AS b, b AS a FROM t ORDER BY a, b;
CREATE VIEW v2 AS SELECT t1.a, t2.b FROM t t1 JOIN t t2 USING (a, c) WHERE t1.b IN (SELECT y FROM s WHERE x = t1.a);
CREATE VIEW v3 AS SELECT sum(a) OVER w, count(*) FILTER (WHERE a > 1) FROM t WINDOW w AS (PARTITION BY a ORDER BY b);
CREATE VIEW v4 AS SELECT * FROM t NATURAL JOIN (SELECT a, 1 AS z FROM t);
CREATE VIEW v5 AS WITH RECURSIVE r(a) AS (SELECT a FROM t UNION ALL SELECT r.a + 1 FROM r WHERE r.a < 3) SELECT a FROM r;
CREATE VIEW v6 AS SELECT a FROM t UNION SELECT x FROM s ORDER BY a;
CREATE VIEW v7 AS SELECT CASE a WHEN b THEN c ELSE a END, a COLLATE NOCASE, CAST(a AS TEXT), a IS NULL, (a, b) = (1, 2), a BETWEEN b AND c, a -> 'a', a LIKE b ESCAPE c, t.a FROM t GROUP BY a HAVING max(a) > 1 LIMIT 5;
CREATE TRIGGER r1 AFTER INSERT ON s WHEN new.x IN (SELECT a FROM t) BEGIN UPDATE t SET a = a + new.x, (b, c) = (SELECT a, a FROM t AS t9 WHERE t9.a = t.a) WHERE t.a = new.x; INSERT INTO t(a, b) SELECT a, b FROM t WHERE a = 0 ON CONFLICT DO NOTHING; DELETE FROM t WHERE a IN (SELECT x FROM s WHERE t.a = s.x); SELECT a FROM t; END;
CREATE TRIGGER r2 INSTEAD OF UPDATE OF b ON v1 BEGIN UPDATE t SET a = new.b WHERE a = old.b; END;
CREATE TRIGGER r3 AFTER UPDATE OF a, b ON t BEGIN INSERT INTO s SELECT old.a, new.a; END;
CREATE INDEX i1 ON t(a, b DESC) WHERE a > 0 AND t.b IS NOT NULL;
CREATE INDEX i2 ON t(a + b, "a");
CREATE INDEX i1 ON t(a, b DESC) WHERE a > 0 AND b IS NOT NULL;
--> error: index i1 already exists
ALTER TABLE t RENAME COLUMN a TO "new a";
--> error: error in view v2 after rename: cannot join using column a - column not present in both tables
SELECT name, sql FROM sqlite_schema;
--> 't', 'CREATE TABLE t(a, b, c)'
--> 's', 'CREATE TABLE s(x, y)'
--> 'v1', 'CREATE VIEW v1 AS SELECT a AS b, b AS a FROM t ORDER BY a, b'
--> 'v2', 'CREATE VIEW v2 AS SELECT t1.a, t2.b FROM t t1 JOIN t t2 USING (a, c) WHERE t1.b IN (SELECT y FROM s WHERE x = t1.a)'
--> 'v3', 'CREATE VIEW v3 AS SELECT sum(a) OVER w, count(*) FILTER (WHERE a > 1) FROM t WINDOW w AS (PARTITION BY a ORDER BY b)'
--> 'v4', 'CREATE VIEW v4 AS SELECT * FROM t NATURAL JOIN (SELECT a, 1 AS z FROM t)'
--> 'v5', 'CREATE VIEW v5 AS WITH RECURSIVE r(a) AS (SELECT a FROM t UNION ALL SELECT r.a + 1 FROM r WHERE r.a < 3) SELECT a FROM r'
--> 'v6', 'CREATE VIEW v6 AS SELECT a FROM t UNION SELECT x FROM s ORDER BY a'
--> 'v7', 'CREATE VIEW v7 AS SELECT CASE a WHEN b THEN c ELSE a END, a COLLATE NOCASE, CAST(a AS TEXT), a IS NULL, (a, b) = (1, 2), a BETWEEN b AND c, a -> ''a'', a LIKE b ESCAPE c, t.a FROM t GROUP BY a HAVING max(a) > 1 LIMIT 5'
--> 'r1', 'CREATE TRIGGER r1 AFTER INSERT ON s WHEN new.x IN (SELECT a FROM t) BEGIN UPDATE t SET a = a + new.x, (b, c) = (SELECT a, a FROM t AS t9 WHERE t9.a = t.a) WHERE t.a = new.x; INSERT INTO t(a, b) SELECT a, b FROM t WHERE a = 0 ON CONFLICT DO NOTHING; DELETE FROM t WHERE a IN (SELECT x FROM s WHERE t.a = s.x); SELECT a FROM t; END'
--> 'r2', 'CREATE TRIGGER r2 INSTEAD OF UPDATE OF b ON v1 BEGIN UPDATE t SET a = new.b WHERE a = old.b; END'
--> 'r3', 'CREATE TRIGGER r3 AFTER UPDATE OF a, b ON t BEGIN INSERT INTO s SELECT old.a, new.a; END'
--> 'i1', 'CREATE INDEX i1 ON t(a, b DESC) WHERE a > 0 AND t.b IS NOT NULL'
--> 'i2', 'CREATE INDEX i2 ON t(a + b, "a")'
ALTER TABLE t RENAME COLUMN "new a" TO d;
--> error: no such column: ""new a""
SELECT name, sql FROM sqlite_schema;
--> 't', 'CREATE TABLE t(a, b, c)'
--> 's', 'CREATE TABLE s(x, y)'
--> 'v1', 'CREATE VIEW v1 AS SELECT a AS b, b AS a FROM t ORDER BY a, b'
--> 'v2', 'CREATE VIEW v2 AS SELECT t1.a, t2.b FROM t t1 JOIN t t2 USING (a, c) WHERE t1.b IN (SELECT y FROM s WHERE x = t1.a)'
--> 'v3', 'CREATE VIEW v3 AS SELECT sum(a) OVER w, count(*) FILTER (WHERE a > 1) FROM t WINDOW w AS (PARTITION BY a ORDER BY b)'
--> 'v4', 'CREATE VIEW v4 AS SELECT * FROM t NATURAL JOIN (SELECT a, 1 AS z FROM t)'
--> 'v5', 'CREATE VIEW v5 AS WITH RECURSIVE r(a) AS (SELECT a FROM t UNION ALL SELECT r.a + 1 FROM r WHERE r.a < 3) SELECT a FROM r'
--> 'v6', 'CREATE VIEW v6 AS SELECT a FROM t UNION SELECT x FROM s ORDER BY a'
--> 'v7', 'CREATE VIEW v7 AS SELECT CASE a WHEN b THEN c ELSE a END, a COLLATE NOCASE, CAST(a AS TEXT), a IS NULL, (a, b) = (1, 2), a BETWEEN b AND c, a -> ''a'', a LIKE b ESCAPE c, t.a FROM t GROUP BY a HAVING max(a) > 1 LIMIT 5'
--> 'r1', 'CREATE TRIGGER r1 AFTER INSERT ON s WHEN new.x IN (SELECT a FROM t) BEGIN UPDATE t SET a = a + new.x, (b, c) = (SELECT a, a FROM t AS t9 WHERE t9.a = t.a) WHERE t.a = new.x; INSERT INTO t(a, b) SELECT a, b FROM t WHERE a = 0 ON CONFLICT DO NOTHING; DELETE FROM t WHERE a IN (SELECT x FROM s WHERE t.a = s.x); SELECT a FROM t; END'
--> 'r2', 'CREATE TRIGGER r2 INSTEAD OF UPDATE OF b ON v1 BEGIN UPDATE t SET a = new.b WHERE a = old.b; END'
--> 'r3', 'CREATE TRIGGER r3 AFTER UPDATE OF a, b ON t BEGIN INSERT INTO s SELECT old.a, new.a; END'
--> 'i1', 'CREATE INDEX i1 ON t(a, b DESC) WHERE a > 0 AND t.b IS NOT NULL'
--> 'i2', 'CREATE INDEX i2 ON t(a + b, "a")'
ALTER TABLE s RENAME x TO a;
SELECT name, sql FROM sqlite_schema;
--> 't', 'CREATE TABLE t(a, b, c)'
--> 's', 'CREATE TABLE s(a, y)'
--> 'v1', 'CREATE VIEW v1 AS SELECT a AS b, b AS a FROM t ORDER BY a, b'
--> 'v2', 'CREATE VIEW v2 AS SELECT t1.a, t2.b FROM t t1 JOIN t t2 USING (a, c) WHERE t1.b IN (SELECT y FROM s WHERE a = t1.a)'
--> 'v3', 'CREATE VIEW v3 AS SELECT sum(a) OVER w, count(*) FILTER (WHERE a > 1) FROM t WINDOW w AS (PARTITION BY a ORDER BY b)'
--> 'v4', 'CREATE VIEW v4 AS SELECT * FROM t NATURAL JOIN (SELECT a, 1 AS z FROM t)'
--> 'v5', 'CREATE VIEW v5 AS WITH RECURSIVE r(a) AS (SELECT a FROM t UNION ALL SELECT r.a + 1 FROM r WHERE r.a < 3) SELECT a FROM r'
--> 'v6', 'CREATE VIEW v6 AS SELECT a FROM t UNION SELECT a FROM s ORDER BY a'
--> 'v7', 'CREATE VIEW v7 AS SELECT CASE a WHEN b THEN c ELSE a END, a COLLATE NOCASE, CAST(a AS TEXT), a IS NULL, (a, b) = (1, 2), a BETWEEN b AND c, a -> ''a'', a LIKE b ESCAPE c, t.a FROM t GROUP BY a HAVING max(a) > 1 LIMIT 5'
--> 'r1', 'CREATE TRIGGER r1 AFTER INSERT ON s WHEN new.a IN (SELECT a FROM t) BEGIN UPDATE t SET a = a + new.a, (b, c) = (SELECT a, a FROM t AS t9 WHERE t9.a = t.a) WHERE t.a = new.a; INSERT INTO t(a, b) SELECT a, b FROM t WHERE a = 0 ON CONFLICT DO NOTHING; DELETE FROM t WHERE a IN (SELECT a FROM s WHERE t.a = s.a); SELECT a FROM t; END'
--> 'r2', 'CREATE TRIGGER r2 INSTEAD OF UPDATE OF b ON v1 BEGIN UPDATE t SET a = new.b WHERE a = old.b; END'
--> 'r3', 'CREATE TRIGGER r3 AFTER UPDATE OF a, b ON t BEGIN INSERT INTO s SELECT old.a, new.a; END'
--> 'i1', 'CREATE INDEX i1 ON t(a, b DESC) WHERE a > 0 AND t.b IS NOT NULL'
--> 'i2', 'CREATE INDEX i2 ON t(a + b, "a")'
ALTER TABLE t RENAME TO s2;
SELECT name, sql FROM sqlite_schema;
--> 's2', 'CREATE TABLE "s2"(a, b, c)'
--> 's', 'CREATE TABLE s(a, y)'
--> 'v1', 'CREATE VIEW v1 AS SELECT a AS b, b AS a FROM "s2" ORDER BY a, b'
--> 'v2', 'CREATE VIEW v2 AS SELECT t1.a, t2.b FROM "s2" t1 JOIN "s2" t2 USING (a, c) WHERE t1.b IN (SELECT y FROM s WHERE a = t1.a)'
--> 'v3', 'CREATE VIEW v3 AS SELECT sum(a) OVER w, count(*) FILTER (WHERE a > 1) FROM "s2" WINDOW w AS (PARTITION BY a ORDER BY b)'
--> 'v4', 'CREATE VIEW v4 AS SELECT * FROM "s2" NATURAL JOIN (SELECT a, 1 AS z FROM "s2")'
--> 'v5', 'CREATE VIEW v5 AS WITH RECURSIVE r(a) AS (SELECT a FROM "s2" UNION ALL SELECT r.a + 1 FROM r WHERE r.a < 3) SELECT a FROM r'
--> 'v6', 'CREATE VIEW v6 AS SELECT a FROM "s2" UNION SELECT a FROM s ORDER BY a'
--> 'v7', 'CREATE VIEW v7 AS SELECT CASE a WHEN b THEN c ELSE a END, a COLLATE NOCASE, CAST(a AS TEXT), a IS NULL, (a, b) = (1, 2), a BETWEEN b AND c, a -> ''a'', a LIKE b ESCAPE c, "s2".a FROM "s2" GROUP BY a HAVING max(a) > 1 LIMIT 5'
--> 'r1', 'CREATE TRIGGER r1 AFTER INSERT ON s WHEN new.a IN (SELECT a FROM "s2") BEGIN UPDATE "s2" SET a = a + new.a, (b, c) = (SELECT a, a FROM "s2" AS t9 WHERE t9.a = "s2".a) WHERE "s2".a = new.a; INSERT INTO "s2"(a, b) SELECT a, b FROM "s2" WHERE a = 0 ON CONFLICT DO NOTHING; DELETE FROM "s2" WHERE a IN (SELECT a FROM s WHERE "s2".a = s.a); SELECT a FROM "s2"; END'
--> 'r2', 'CREATE TRIGGER r2 INSTEAD OF UPDATE OF b ON v1 BEGIN UPDATE "s2" SET a = new.b WHERE a = old.b; END'
--> 'r3', 'CREATE TRIGGER r3 AFTER UPDATE OF a, b ON "s2" BEGIN INSERT INTO s SELECT old.a, new.a; END'
--> 'i1', 'CREATE INDEX i1 ON "s2"(a, b DESC) WHERE a > 0 AND "s2".b IS NOT NULL'
--> 'i2', 'CREATE INDEX i2 ON "s2"(a + b, "a")'

-- case RENAME TO in views, triggers and indexes of many kinds
CREATE TABLE t1(a PRIMARY KEY, b REFERENCES t1);
CREATE TABLE t2(x REFERENCES t1(a), FOREIGN KEY (x) REFERENCES "t1");
CREATE VIEW v1 AS SELECT t1.*, t1.a FROM t1, t2 WHERE t1.a = t2.x;
CREATE VIEW v2 AS SELECT * FROM t1 AS t2, t2 AS t1 WHERE t1.x = t2.a;
CREATE VIEW v3 AS SELECT (SELECT t1.a FROM t2) FROM t1;
CREATE VIEW v4 AS SELECT count(*) FROM t2 WHERE EXISTS (SELECT * FROM main.t1 WHERE t1.a = x);
CREATE VIEW v5 AS SELECT 1 FROM t1 INDEXED BY sqlite_autoindex_t1_1;
CREATE TRIGGER r1 AFTER INSERT ON t1 BEGIN INSERT INTO t2 SELECT t1.a FROM t1; UPDATE t1 SET b = t1.a WHERE t1.a = new.a; UPDATE t2 SET x = t1.a FROM t1 WHERE t1.a = t2.x; DELETE FROM t1 WHERE t1.a < 0; END;
CREATE TRIGGER r2 AFTER INSERT ON t2 BEGIN INSERT INTO t1 VALUES(1, 2) ON CONFLICT(a) DO UPDATE SET b = t1.b + excluded.b; END;
CREATE TRIGGER t1 AFTER DELETE ON t2 BEGIN SELECT t1.a FROM t1; END;
CREATE INDEX i ON t1(b);
ALTER TABLE t1 RENAME TO "t 3";
--> error: error in view v5 after rename: no such index: sqlite_autoindex_t1_1
SELECT name, tbl_name, sql FROM sqlite_schema;
--> 't1', 't1', 'CREATE TABLE t1(a PRIMARY KEY, b REFERENCES t1)'
--> 'sqlite_autoindex_t1_1', 't1', NULL
--> 't2', 't2', 'CREATE TABLE t2(x REFERENCES t1(a), FOREIGN KEY (x) REFERENCES "t1")'
--> 'v1', 'v1', 'CREATE VIEW v1 AS SELECT t1.*, t1.a FROM t1, t2 WHERE t1.a = t2.x'
--> 'v2', 'v2', 'CREATE VIEW v2 AS SELECT * FROM t1 AS t2, t2 AS t1 WHERE t1.x = t2.a'
--> 'v3', 'v3', 'CREATE VIEW v3 AS SELECT (SELECT t1.a FROM t2) FROM t1'
--> 'v4', 'v4', 'CREATE VIEW v4 AS SELECT count(*) FROM t2 WHERE EXISTS (SELECT * FROM main.t1 WHERE t1.a = x)'
--> 'v5', 'v5', 'CREATE VIEW v5 AS SELECT 1 FROM t1 INDEXED BY sqlite_autoindex_t1_1'
--> 'r1', 't1', 'CREATE TRIGGER r1 AFTER INSERT ON t1 BEGIN INSERT INTO t2 SELECT t1.a FROM t1; UPDATE t1 SET b = t1.a WHERE t1.a = new.a; UPDATE t2 SET x = t1.a FROM t1 WHERE t1.a = t2.x; DELETE FROM t1 WHERE t1.a < 0; END'
--> 'r2', 't2', 'CREATE TRIGGER r2 AFTER INSERT ON t2 BEGIN INSERT INTO t1 VALUES(1, 2) ON CONFLICT(a) DO UPDATE SET b = t1.b + excluded.b; END'
--> 't1', 't2', 'CREATE TRIGGER t1 AFTER DELETE ON t2 BEGIN SELECT t1.a FROM t1; END'
--> 'i', 't1', 'CREATE INDEX i ON t1(b)'
INSERT INTO "t 3" VALUES(1, 1);
--> error: no such table: t 3
SELECT * FROM v1;
ALTER TABLE "t 3" RENAME TO t1;
--> error: no such table: t 3
SELECT name, tbl_name, sql FROM sqlite_schema;
--> 't1', 't1', 'CREATE TABLE t1(a PRIMARY KEY, b REFERENCES t1)'
--> 'sqlite_autoindex_t1_1', 't1', NULL
--> 't2', 't2', 'CREATE TABLE t2(x REFERENCES t1(a), FOREIGN KEY (x) REFERENCES "t1")'
--> 'v1', 'v1', 'CREATE VIEW v1 AS SELECT t1.*, t1.a FROM t1, t2 WHERE t1.a = t2.x'
--> 'v2', 'v2', 'CREATE VIEW v2 AS SELECT * FROM t1 AS t2, t2 AS t1 WHERE t1.x = t2.a'
--> 'v3', 'v3', 'CREATE VIEW v3 AS SELECT (SELECT t1.a FROM t2) FROM t1'
--> 'v4', 'v4', 'CREATE VIEW v4 AS SELECT count(*) FROM t2 WHERE EXISTS (SELECT * FROM main.t1 WHERE t1.a = x)'
--> 'v5', 'v5', 'CREATE VIEW v5 AS SELECT 1 FROM t1 INDEXED BY sqlite_autoindex_t1_1'
--> 'r1', 't1', 'CREATE TRIGGER r1 AFTER INSERT ON t1 BEGIN INSERT INTO t2 SELECT t1.a FROM t1; UPDATE t1 SET b = t1.a WHERE t1.a = new.a; UPDATE t2 SET x = t1.a FROM t1 WHERE t1.a = t2.x; DELETE FROM t1 WHERE t1.a < 0; END'
--> 'r2', 't2', 'CREATE TRIGGER r2 AFTER INSERT ON t2 BEGIN INSERT INTO t1 VALUES(1, 2) ON CONFLICT(a) DO UPDATE SET b = t1.b + excluded.b; END'
--> 't1', 't2', 'CREATE TRIGGER t1 AFTER DELETE ON t2 BEGIN SELECT t1.a FROM t1; END'
--> 'i', 't1', 'CREATE INDEX i ON t1(b)'

-- case TEMP views and triggers
CREATE TABLE t(a, b);
CREATE TEMP TABLE tt(x);
CREATE TEMP VIEW tv AS SELECT a, t.b FROM t;
CREATE TEMP TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO tt SELECT t.a FROM t WHERE a = new.a; UPDATE t SET b = tt.x FROM tt WHERE t.a = tt.x; END;
ALTER TABLE t RENAME COLUMN a TO c;
SELECT name, sql FROM sqlite_temp_schema;
--> 'tt', 'CREATE TABLE tt(x)'
--> 'tv', 'CREATE VIEW tv AS SELECT c, t.b FROM t'
--> 'tr', 'CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO tt SELECT t.c FROM t WHERE c = new.c; UPDATE t SET b = tt.x FROM tt WHERE t.c = tt.x; END'
ALTER TABLE t RENAME TO t2;
SELECT name, sql FROM sqlite_temp_schema;
--> 'tt', 'CREATE TABLE tt(x)'
--> 'tv', 'CREATE VIEW tv AS SELECT c, "t2".b FROM "t2"'
--> 'tr', 'CREATE TRIGGER tr AFTER INSERT ON "t2" BEGIN INSERT INTO tt SELECT "t2".c FROM "t2" WHERE c = new.c; UPDATE "t2" SET b = tt.x FROM tt WHERE "t2".c = tt.x; END'
INSERT INTO t2 VALUES(1, 2);
SELECT * FROM tt;
--> 1
ALTER TABLE tt RENAME x TO y;
--> error: error in trigger tr: no such column: tt.y
SELECT name, sql FROM sqlite_temp_schema;
--> 'tt', 'CREATE TABLE tt(x)'
--> 'tv', 'CREATE VIEW tv AS SELECT c, "t2".b FROM "t2"'
--> 'tr', 'CREATE TRIGGER tr AFTER INSERT ON "t2" BEGIN INSERT INTO tt SELECT "t2".c FROM "t2" WHERE c = new.c; UPDATE "t2" SET b = tt.x FROM tt WHERE "t2".c = tt.x; END'
ALTER TABLE tt RENAME TO t3;
SELECT name, sql FROM sqlite_temp_schema;
--> 't3', 'CREATE TABLE "t3"(x)'
--> 'tv', 'CREATE VIEW tv AS SELECT c, "t2".b FROM "t2"'
--> 'tr', 'CREATE TRIGGER tr AFTER INSERT ON "t2" BEGIN INSERT INTO "t3" SELECT "t2".c FROM "t2" WHERE c = new.c; UPDATE "t2" SET b = "t3".x FROM "t3" WHERE "t2".c = "t3".x; END'
ALTER TABLE t2 ADD COLUMN d;
ALTER TABLE t2 DROP COLUMN b;
--> error: error in view tv after drop column: no such column: t2.b
DROP TRIGGER tr;
ALTER TABLE t2 DROP COLUMN b;
--> error: error in view tv after drop column: no such column: t2.b
DROP VIEW tv;
ALTER TABLE t2 DROP COLUMN b;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE "t2"(c, d)'

-- case ADD COLUMN: texts and values
CREATE TABLE t1(a);
ALTER TABLE t1 ADD COLUMN b INTEGER DEFAULT -5 /* c1 */ -- c2
;
--> error: error in table t1 after add column: incomplete input
CREATE TABLE t2(a, b, /* last */ c -- end
);
ALTER TABLE t2 ADD d;
CREATE TABLE t3(a, PRIMARY KEY(a));
ALTER TABLE t3 ADD b;
CREATE TABLE t4(a CHECK(a IN (1, 2)), CONSTRAINT x UNIQUE(a)) ;
ALTER TABLE t4 ADD COLUMN b CONSTRAINT nn NOT NULL DEFAULT 'x' ;
CREATE TABLE "t 5"("a)" TEXT DEFAULT ')');
ALTER TABLE "t 5" ADD "b(" TEXT DEFAULT '(' COLLATE NOCASE;
CREATE TABLE t6 AS SELECT 1 AS a;
ALTER TABLE t6 ADD b;
SELECT sql FROM sqlite_schema WHERE type = 'table';
--> 'CREATE TABLE t1(a)'
--> 'CREATE TABLE t2(a, b, /* last */ c -- end\n, d)'
--> 'CREATE TABLE t3(a, b, PRIMARY KEY(a))'
--> 'CREATE TABLE t4(a CHECK(a IN (1, 2)), b CONSTRAINT nn NOT NULL DEFAULT ''x'', CONSTRAINT x UNIQUE(a))'
--> 'CREATE TABLE "t 5"("a)" TEXT DEFAULT '')'', "b(" TEXT DEFAULT ''('' COLLATE NOCASE)'
--> 'CREATE TABLE t6(a, b)'
INSERT INTO t1(a) VALUES(1);
ALTER TABLE t1 ADD COLUMN c DEFAULT 'long default value' NOT NULL;
ALTER TABLE t1 ADD COLUMN d DEFAULT NULL;
ALTER TABLE t1 ADD COLUMN e DEFAULT x'0102';
ALTER TABLE t1 ADD COLUMN f DEFAULT 1e3;
ALTER TABLE t1 ADD COLUMN g INT DEFAULT '7';
ALTER TABLE t1 ADD COLUMN h TEXT DEFAULT 7;
ALTER TABLE t1 ADD COLUMN i DEFAULT +3;
ALTER TABLE t1 ADD COLUMN j DEFAULT TRUE;
ALTER TABLE t1 ADD COLUMN k DEFAULT "dq";
ALTER TABLE t1 ADD COLUMN l DEFAULT word;
ALTER TABLE t1 ADD COLUMN m DEFAULT (5);
ALTER TABLE t1 ADD COLUMN n DEFAULT CURRENT_DATE;
--> error: Cannot add a column with non-constant default
ALTER TABLE t1 ADD COLUMN o DEFAULT (NULL);
ALTER TABLE t1 ADD COLUMN p DEFAULT (-1);
SELECT *, typeof(g), typeof(h), typeof(j) FROM t1;
--> 1, 'long default value', NULL, x'0102', 1000.0, 7, '7', 3, 1, 'dq', 'word', 5, NULL, -1, 'integer', 'text', 'integer'
SELECT sql FROM sqlite_schema WHERE name = 't1';
--> 'CREATE TABLE t1(a, c DEFAULT ''long default value'' NOT NULL, d DEFAULT NULL, e DEFAULT x''0102'', f DEFAULT 1e3, g INT DEFAULT ''7'', h TEXT DEFAULT 7, i DEFAULT +3, j DEFAULT TRUE, k DEFAULT "dq", l DEFAULT word, m DEFAULT (5), o DEFAULT (NULL), p DEFAULT (-1))'

-- case DROP COLUMN: texts and rows
CREATE TABLE t1(a, b /* b */, c, d INT DEFAULT (1 + (2)), "e f" CHECK("e f" > 0), g);
INSERT INTO t1(a, "e f") VALUES(1, 5);
ALTER TABLE t1 DROP COLUMN c;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t1(a, b /* b */, d INT DEFAULT (1 + (2)), "e f" CHECK("e f" > 0), g)'
ALTER TABLE t1 DROP COLUMN d;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t1(a, b /* b */, "e f" CHECK("e f" > 0), g)'
ALTER TABLE t1 DROP COLUMN "e f";
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t1(a, b /* b */, g)'
ALTER TABLE t1 DROP COLUMN g;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t1(a, b /* b */)'
ALTER TABLE t1 DROP COLUMN a;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t1(b /* b */)'
CREATE TABLE t2(a -- first
, b -- second
, c -- third
);
ALTER TABLE t2 DROP b;
SELECT sql FROM sqlite_schema WHERE name = 't2';
--> 'CREATE TABLE t2(a -- first\n, c -- third\n)'
ALTER TABLE t2 DROP c;
SELECT sql FROM sqlite_schema WHERE name = 't2';
--> 'CREATE TABLE t2(a -- first\n)'
CREATE TABLE t3(a, b, c, UNIQUE(a), CHECK(c > 0));
ALTER TABLE t3 DROP b;
ALTER TABLE t3 DROP c;
--> error: error in table t3 after drop column: no such column: c
ALTER TABLE t3 DROP a;
--> error: error in table t3 after drop column: no such column: a
SELECT sql FROM sqlite_schema WHERE name = 't3';
--> 'CREATE TABLE t3(a, c, UNIQUE(a), CHECK(c > 0))'
CREATE TABLE t4(a PRIMARY KEY, b, c) WITHOUT ROWID;
INSERT INTO t4 VALUES(1,2,3);
ALTER TABLE t4 DROP b;
ALTER TABLE t4 DROP c;
SELECT * FROM t4;
--> 1
CREATE TABLE t5(a INT, b TEXT, c ANY) STRICT;
INSERT INTO t5 VALUES(1,'x',2.5);
ALTER TABLE t5 DROP a;
SELECT * FROM t5;
--> 'x', 2.5
CREATE TABLE t6(a INTEGER PRIMARY KEY AUTOINCREMENT, b, c);
INSERT INTO t6(b, c) VALUES(1,2),(3,4);
ALTER TABLE t6 DROP b;
SELECT * FROM t6;
--> 1, 2
--> 2, 4
INSERT INTO t6(c) VALUES(5);
SELECT * FROM t6;
--> 1, 2
--> 2, 4
--> 3, 5
