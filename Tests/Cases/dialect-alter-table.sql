-- ALTER TABLE: what it changes in the whole schema, what it refuses, and what stays when it fails. DROP TABLE.

-- case RENAME TO: rows, indexes, triggers, views, keys
-- holds alter-table: REFERENCES of other tables and of its own
CREATE TABLE p(k INTEGER PRIMARY KEY AUTOINCREMENT, q UNIQUE, r REFERENCES p(q), CHECK (p.k > 0));
CREATE TABLE c(k REFERENCES p, l CONSTRAINT x REFERENCES "P"(q) ON DELETE CASCADE, FOREIGN KEY (k, l) REFERENCES [p](k, q));
CREATE INDEX i ON p(r, q || 'x') WHERE r IS NOT NULL;
CREATE VIEW v AS SELECT p.k, x.q, (SELECT count(*) FROM p AS p2 WHERE p2.k < p.k) AS n FROM p JOIN main.p AS x ON x.k = p.k;
CREATE TABLE l(s);
CREATE TRIGGER r1 AFTER INSERT ON p WHEN (SELECT count(*) FROM p) > 0 BEGIN INSERT INTO l SELECT p.q || new.q FROM p WHERE p.k = new.k; UPDATE p SET r = NULL WHERE p.k = -1; DELETE FROM p WHERE k = -1; END;
CREATE TRIGGER r2 AFTER DELETE ON l BEGIN INSERT INTO p(q) VALUES (old.s); END;
CREATE TEMP VIEW tv AS SELECT q FROM p;
CREATE TEMP TRIGGER tr AFTER UPDATE ON main.p BEGIN INSERT INTO l SELECT 'temp' FROM p LIMIT 1; END;
INSERT INTO p(q) VALUES ('a'), ('b');
ALTER TABLE p RENAME TO "new p";
SELECT name, tbl_name, sql FROM sqlite_schema ORDER BY rowid;
--> 'new p', 'new p', 'CREATE TABLE "new p"(k INTEGER PRIMARY KEY AUTOINCREMENT, q UNIQUE, r REFERENCES "new p"(q), CHECK ("new p".k > 0))'
--> 'sqlite_autoindex_new p_1', 'new p', NULL
--> 'sqlite_sequence', 'sqlite_sequence', 'CREATE TABLE sqlite_sequence(name,seq)'
--> 'c', 'c', 'CREATE TABLE c(k REFERENCES "new p", l CONSTRAINT x REFERENCES "new p"(q) ON DELETE CASCADE, FOREIGN KEY (k, l) REFERENCES "new p"(k, q))'
--> 'i', 'new p', 'CREATE INDEX i ON "new p"(r, q || ''x'') WHERE r IS NOT NULL'
--> 'v', 'v', 'CREATE VIEW v AS SELECT "new p".k, x.q, (SELECT count(*) FROM "new p" AS p2 WHERE p2.k < "new p".k) AS n FROM "new p" JOIN main."new p" AS x ON x.k = "new p".k'
--> 'l', 'l', 'CREATE TABLE l(s)'
--> 'r1', 'new p', 'CREATE TRIGGER r1 AFTER INSERT ON "new p" WHEN (SELECT count(*) FROM "new p") > 0 BEGIN INSERT INTO l SELECT "new p".q || new.q FROM "new p" WHERE "new p".k = new.k; UPDATE "new p" SET r = NULL WHERE "new p".k = -1; DELETE FROM "new p" WHERE k = -1; END'
--> 'r2', 'l', 'CREATE TRIGGER r2 AFTER DELETE ON l BEGIN INSERT INTO "new p"(q) VALUES (old.s); END'
SELECT name, tbl_name, sql FROM sqlite_temp_schema ORDER BY rowid;
--> 'tv', 'tv', 'CREATE VIEW tv AS SELECT q FROM "new p"'
--> 'tr', 'new p', 'CREATE TRIGGER tr AFTER UPDATE ON main."new p" BEGIN INSERT INTO l SELECT ''temp'' FROM "new p" LIMIT 1; END'
INSERT INTO "new p"(q) VALUES ('c');
UPDATE "new p" SET q = 'cc' WHERE q = 'c';
DELETE FROM l WHERE s = 'aa';
SELECT * FROM l;
--> 'bb'
--> 'cc'
--> 'temp'
--> 'aaaa'
SELECT * FROM v;
--> 1, 'a', 0
--> 4, 'aa', 3
--> 2, 'b', 1
--> 3, 'cc', 2
SELECT * FROM tv;
--> 'a'
--> 'aa'
--> 'b'
--> 'cc'
SELECT * FROM sqlite_sequence;
--> 'new p', 4
SELECT * FROM p;
--> error: no such table: p
INSERT INTO "new p"(k) VALUES (-1);
--> error: CHECK constraint failed: new p
ALTER TABLE "new p" RENAME TO P;
ALTER TABLE P RENAME TO p;
--> error: there is already another table or index with this name: p
SELECT name FROM sqlite_schema WHERE tbl_name LIKE 'p' ORDER BY name;
--> 'P'
--> 'i'
--> 'r1'
--> 'sqlite_autoindex_P_1'

-- case RENAME TO: names that only look the same
CREATE TABLE t(t, u);
CREATE TABLE u(t, z);
INSERT INTO t VALUES (1, 2);
CREATE VIEW v1 AS WITH t AS (SELECT 1 AS t) SELECT t, t.t FROM t;
CREATE VIEW v2 AS SELECT t AS u, t.t AS "t" FROM t AS t;
CREATE VIEW v3 AS SELECT 't', "t", [t].[u], 't.t' /* t */ FROM "t" -- t
;
CREATE VIEW v4 AS SELECT u.t FROM u, (SELECT t AS t FROM t) AS t WHERE t.t = u.t;
CREATE VIEW v5 AS SELECT x.t FROM t x LEFT JOIN t y USING (t, u) WHERE EXISTS (SELECT 1 FROM u WHERE u.t = x.u OR t = 3);
ALTER TABLE t RENAME TO w;
SELECT name, sql FROM sqlite_schema WHERE type = 'view';
--> 'v1', 'CREATE VIEW v1 AS WITH t AS (SELECT 1 AS t) SELECT t, t.t FROM t'
--> 'v2', 'CREATE VIEW v2 AS SELECT t AS u, t.t AS "t" FROM "w" AS t'
--> 'v3', 'CREATE VIEW v3 AS SELECT ''t'', "t", "w".[u], ''t.t'' /* t */ FROM "w" -- t'
--> 'v4', 'CREATE VIEW v4 AS SELECT u.t FROM u, (SELECT t AS t FROM "w") AS t WHERE t.t = u.t'
--> 'v5', 'CREATE VIEW v5 AS SELECT x.t FROM "w" x LEFT JOIN "w" y USING (t, u) WHERE EXISTS (SELECT 1 FROM u WHERE u.t = x.u OR t = 3)'
SELECT * FROM v1, v2;
--> 1, 1, 1, 1

-- case RENAME TO: refused, and nothing has changed
CREATE TABLE t(a);
CREATE TABLE u(a UNIQUE);
CREATE INDEX i ON u(a);
CREATE VIEW v AS SELECT a FROM t;
ALTER TABLE t RENAME TO u;
--> error: there is already another table or index with this name: u
ALTER TABLE t RENAME TO T;
--> error: there is already another table or index with this name: T
ALTER TABLE t RENAME TO i;
--> error: there is already another table or index with this name: i
ALTER TABLE t RENAME TO V;
--> error: there is already another table or index with this name: V
ALTER TABLE t RENAME TO sqlite_autoindex_u_1;
--> error: there is already another table or index with this name: sqlite_autoindex_u_1
ALTER TABLE t RENAME TO sqlite_t;
--> error: object name reserved for internal use: sqlite_t
ALTER TABLE nosuch RENAME TO n;
--> error: no such table: nosuch
ALTER TABLE nosuch.t RENAME TO n;
--> error: no such table: nosuch.t
ALTER TABLE temp.t RENAME TO n;
--> error: no such table: temp.t
ALTER TABLE v RENAME TO n;
--> error: view v may not be altered
ALTER TABLE i RENAME TO n;
--> error: no such table: i
ALTER TABLE sqlite_schema RENAME TO n;
--> error: table sqlite_master may not be altered
ALTER TABLE t RENAME TO main.n;
--> error: near ".": syntax error
ALTER TABLE IF EXISTS t RENAME TO n;
--> error: near "EXISTS": syntax error
CREATE VIEW bad AS SELECT nosuch FROM t;
ALTER TABLE t RENAME TO n;
--> error: error in view bad: no such column: nosuch
DROP VIEW bad;
CREATE VIEW bad AS SELECT * FROM nosuch;
ALTER TABLE t RENAME TO n;
--> error: error in view bad: no such table: main.nosuch
DROP VIEW bad;
CREATE TRIGGER bad AFTER INSERT ON u BEGIN INSERT INTO nosuch VALUES (1); END;
ALTER TABLE t RENAME TO n;
--> error: error in trigger bad: no such table: main.nosuch
DROP TRIGGER bad;
CREATE TRIGGER bad AFTER INSERT ON u BEGIN INSERT INTO t SELECT nosuch FROM t; END;
ALTER TABLE t RENAME TO n;
--> error: error in trigger bad: no such column: nosuch
PRAGMA legacy_alter_table = ON;
ALTER TABLE t RENAME TO n;
SELECT name, sql FROM sqlite_schema;
--> 'n', 'CREATE TABLE "n"(a)'
--> 'u', 'CREATE TABLE u(a UNIQUE)'
--> 'sqlite_autoindex_u_1', NULL
--> 'i', 'CREATE INDEX i ON u(a)'
--> 'v', 'CREATE VIEW v AS SELECT a FROM t'
--> 'bad', 'CREATE TRIGGER bad AFTER INSERT ON u BEGIN INSERT INTO t SELECT nosuch FROM t; END'
SELECT * FROM v;
--> error: no such table: main.t
PRAGMA legacy_alter_table = OFF;
DROP TRIGGER bad;
DROP VIEW v;
BEGIN;
ALTER TABLE n RENAME TO m;
INSERT INTO m VALUES (1);
ROLLBACK;
SELECT count(*) FROM n;
--> 0
CREATE TEMP TABLE n(z);
ALTER TABLE n RENAME TO n2;
SELECT name FROM sqlite_temp_schema;
--> 'n2'
ALTER TABLE main.n RENAME TO n2;
SELECT name FROM sqlite_schema ORDER BY name;
--> 'i'
--> 'n2'
--> 'sqlite_autoindex_u_1'
--> 'u'

-- case RENAME COLUMN: everywhere
-- holds alter-table: constraints of the table, foreign keys from both sides
CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT CHECK (b <> 'no' AND t.b <> "no2"), c AS (b || "b" || 'b'), d, UNIQUE (b, d), CHECK (d IS NULL OR d > b), FOREIGN KEY (b, d) REFERENCES t(b, d));
CREATE TABLE u(x REFERENCES t(b), b);
CREATE INDEX i ON t(lower(b), b COLLATE NOCASE DESC) WHERE b > '' AND d;
CREATE VIEW v AS SELECT t.b, main.t.b AS b3, u.b AS ub, (SELECT max(b) FROM u WHERE u.b < t.b) AS m, (SELECT b FROM u AS t WHERE t.b > 1) AS s FROM t JOIN u ON u.x = t.b GROUP BY t.b HAVING count(t.b) ORDER BY t.b;
CREATE VIEW w AS SELECT * FROM (SELECT b AS z FROM t) AS s WHERE s.z > 'a' AND z IN (SELECT b FROM t);
CREATE VIEW y AS WITH q(b) AS (SELECT b FROM t) SELECT b FROM q WINDOW z AS (PARTITION BY b);
CREATE TRIGGER r AFTER UPDATE OF b, d ON t WHEN old.b <> new.b BEGIN INSERT INTO u(x, b) VALUES (new.b, old.b); UPDATE t SET b = t.b || new.b, d = b WHERE b = old.b; INSERT INTO t(b) SELECT b FROM t WHERE 0 ON CONFLICT (b, d) DO UPDATE SET b = excluded.b; DELETE FROM u WHERE b = (SELECT b FROM t WHERE t.b = u.b); END;
CREATE VIEW z AS SELECT * FROM (SELECT b FROM t) AS s WHERE s.b > 'a';
ALTER TABLE t RENAME COLUMN b TO "b b";
--> error: error in view z after rename: no such column: s.b
DROP VIEW z;
ALTER TABLE t RENAME COLUMN b TO "b b";
SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL;
--> 'CREATE TABLE t(a INTEGER PRIMARY KEY, "b b" TEXT CHECK ("b b" <> ''no'' AND t."b b" <> ''no2''), c AS ("b b" || "b b" || ''b''), d, UNIQUE ("b b", d), CHECK (d IS NULL OR d > "b b"), FOREIGN KEY ("b b", d) REFERENCES t("b b", d))'
--> 'CREATE TABLE u(x REFERENCES t("b b"), b)'
--> 'CREATE INDEX i ON t(lower("b b"), "b b" COLLATE NOCASE DESC) WHERE "b b" > '''' AND d'
--> 'CREATE VIEW v AS SELECT t."b b", main.t."b b" AS b3, u.b AS ub, (SELECT max(b) FROM u WHERE u.b < t."b b") AS m, (SELECT b FROM u AS t WHERE t.b > 1) AS s FROM t JOIN u ON u.x = t."b b" GROUP BY t."b b" HAVING count(t."b b") ORDER BY t."b b"'
--> 'CREATE VIEW w AS SELECT * FROM (SELECT "b b" AS z FROM t) AS s WHERE s.z > ''a'' AND z IN (SELECT "b b" FROM t)'
--> 'CREATE VIEW y AS WITH q(b) AS (SELECT "b b" FROM t) SELECT b FROM q WINDOW z AS (PARTITION BY b)'
--> 'CREATE TRIGGER r AFTER UPDATE OF "b b", d ON t WHEN old."b b" <> new."b b" BEGIN INSERT INTO u(x, b) VALUES (new."b b", old."b b"); UPDATE t SET "b b" = t."b b" || new."b b", d = "b b" WHERE "b b" = old."b b"; INSERT INTO t("b b") SELECT "b b" FROM t WHERE 0 ON CONFLICT ("b b", d) DO UPDATE SET "b b" = excluded."b b"; DELETE FROM u WHERE b = (SELECT "b b" FROM t WHERE t."b b" = u.b); END'
INSERT INTO t(a, "b b", d) VALUES (1, 'no', 'z');
--> error: CHECK constraint failed: b b
INSERT INTO t(a, "b b", d) VALUES (1, 'x', 'z');
SELECT * FROM t;
--> 1, 'x', 'xxb', 'z'
ALTER TABLE t RENAME "b b" TO k;
ALTER TABLE t RENAME d TO [order];
ALTER TABLE u RENAME x TO "X";
SELECT sql FROM sqlite_schema WHERE name IN ('t', 'u', 'i', 'v', 'r');
--> 'CREATE TABLE t(a INTEGER PRIMARY KEY, "k" TEXT CHECK ("k" <> ''no'' AND t."k" <> ''no2''), c AS ("k" || "k" || ''b''), "order", UNIQUE ("k", "order"), CHECK ("order" IS NULL OR "order" > "k"), FOREIGN KEY ("k", "order") REFERENCES t("k", "order"))'
--> 'CREATE TABLE u("X" REFERENCES t("k"), b)'
--> 'CREATE INDEX i ON t(lower("k"), "k" COLLATE NOCASE DESC) WHERE "k" > '''' AND "order"'
--> 'CREATE VIEW v AS SELECT t."k", main.t."k" AS b3, u.b AS ub, (SELECT max(b) FROM u WHERE u.b < t."k") AS m, (SELECT b FROM u AS t WHERE t.b > 1) AS s FROM t JOIN u ON u."X" = t."k" GROUP BY t."k" HAVING count(t."k") ORDER BY t."k"'
--> 'CREATE TRIGGER r AFTER UPDATE OF "k", "order" ON t WHEN old."k" <> new."k" BEGIN INSERT INTO u("X", b) VALUES (new."k", old."k"); UPDATE t SET "k" = t."k" || new."k", "order" = "k" WHERE "k" = old."k"; INSERT INTO t("k") SELECT "k" FROM t WHERE 0 ON CONFLICT ("k", "order") DO UPDATE SET "k" = excluded."k"; DELETE FROM u WHERE b = (SELECT "k" FROM t WHERE t."k" = u.b); END'
UPDATE t SET k = 'y';
SELECT * FROM t;
--> 1, 'y', 'yyb', 'z'

-- case RENAME COLUMN: refused
CREATE TABLE t(a, b);
CREATE TABLE u(c, d);
CREATE VIEW v AS SELECT a, c FROM t, u;
CREATE VIRTUAL TABLE n USING dbstat;
ALTER TABLE t RENAME nosuch TO z;
--> error: no such column: "nosuch"
ALTER TABLE t RENAME a TO b;
--> error: error in table t after rename: duplicate column name: b
ALTER TABLE t RENAME a TO B;
--> error: error in table t after rename: duplicate column name: b
ALTER TABLE t RENAME rowid TO z;
--> error: no such column: "rowid"
ALTER TABLE v RENAME a TO z;
--> error: cannot rename columns of view "v"
ALTER TABLE n RENAME name TO z;
--> error: cannot rename columns of virtual table "n"
ALTER TABLE nosuch RENAME a TO z;
--> error: no such table: nosuch
ALTER TABLE sqlite_schema RENAME sql TO z;
--> error: table sqlite_master may not be altered
ALTER TABLE u RENAME d TO a;
--> error: error in view v after rename: ambiguous column name: a
ALTER TABLE t RENAME a TO c;
--> error: error in view v after rename: ambiguous column name: c
ALTER TABLE t RENAME 'a' TO 'z';
ALTER TABLE t RENAME z TO a;
CREATE TRIGGER r AFTER INSERT ON u BEGIN SELECT nosuch FROM t; END;
ALTER TABLE t RENAME b TO z;
--> error: error in trigger r: no such column: nosuch
DROP TRIGGER r;
CREATE VIEW bad AS SELECT nosuch FROM t;
ALTER TABLE t RENAME b TO z;
--> error: error in view bad: no such column: nosuch
DROP VIEW bad;
ALTER TABLE t RENAME b TO B;
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t("a", B)'
--> 'CREATE TABLE u(c, d)'
--> 'CREATE VIEW v AS SELECT "a", c FROM t, u'
--> 'CREATE VIRTUAL TABLE n USING dbstat'

-- case ADD COLUMN: rows that are there, texts
-- holds alter-table: the text is that of the statement
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t VALUES (1, 'x'), (2, 'y');
ALTER TABLE t ADD COLUMN c;
ALTER TABLE t  ADD  d  INT  DEFAULT  '5'  NOT NULL ;
ALTER TABLE t ADD e TEXT COLLATE NOCASE DEFAULT 'E' CHECK (e <> 'bad') REFERENCES t(b);
ALTER TABLE main.t ADD f AS (a || e);
ALTER TABLE t ADD "g h" REAL DEFAULT -1 CONSTRAINT named CHECK ("g h" < 100) /* end */;
INSERT INTO t(b) VALUES ('z');
SELECT *, typeof(d), typeof("g h") FROM t;
--> 1, 'x', NULL, 5, 'E', '1E', -1.0, 'integer', 'real'
--> 2, 'y', NULL, 5, 'E', '2E', -1.0, 'integer', 'real'
--> 3, 'z', NULL, 5, 'E', '3E', -1.0, 'integer', 'real'
SELECT sql FROM sqlite_schema WHERE name = 't';
--> 'CREATE TABLE t(a INTEGER PRIMARY KEY, b, c, d  INT  DEFAULT  ''5''  NOT NULL, e TEXT COLLATE NOCASE DEFAULT ''E'' CHECK (e <> ''bad'') REFERENCES t(b), f AS (a || e), "g h" REAL DEFAULT -1 CONSTRAINT named CHECK ("g h" < 100) /* end */)'
SELECT a FROM t WHERE e = 'e' AND "g h" < 0;
--> 1
--> 2
--> 3
UPDATE t SET c = d + 1 WHERE a = 1;
UPDATE t SET e = 'bad';
--> error: CHECK constraint failed: e <> 'bad'
UPDATE t SET "g h" = 100 WHERE a = 1;
--> error: CHECK constraint failed: named
CREATE INDEX i ON t(e, d);
SELECT a, d, e FROM t INDEXED BY i WHERE e = 'E' ORDER BY d, a;
--> 1, 5, 'E'
--> 2, 5, 'E'
--> 3, 5, 'E'
DELETE FROM t WHERE d = 5 AND a = 2;
SELECT * FROM t;
--> 1, 'x', 6, 5, 'E', '1E', -1.0
--> 3, 'z', NULL, 5, 'E', '3E', -1.0
CREATE TABLE w(a, b, PRIMARY KEY (b), UNIQUE (a)) WITHOUT ROWID, STRICT;
--> error: missing datatype for w.a
CREATE TABLE w(a INT, b TEXT, PRIMARY KEY (b), UNIQUE (a)) WITHOUT ROWID, STRICT;
INSERT INTO w VALUES (1, 'x');
ALTER TABLE w ADD c INT DEFAULT 3;
ALTER TABLE w ADD d VARCHAR;
--> error: error in table w after add column: unknown datatype for w.d: "VARCHAR"
ALTER TABLE w ADD d;
--> error: error in table w after add column: missing datatype for w.d
ALTER TABLE w ADD d INT DEFAULT 'x';
--> error: type mismatch on DEFAULT
ALTER TABLE w ADD d INT DEFAULT 1.5 CHECK (d > 1);
--> error: type mismatch on DEFAULT
INSERT INTO w(b) VALUES ('y');
SELECT * FROM w;
--> 1, 'x', 3
--> NULL, 'y', 3
SELECT sql FROM sqlite_schema WHERE name = 'w';
--> 'CREATE TABLE w(a INT, b TEXT, c INT DEFAULT 3, PRIMARY KEY (b), UNIQUE (a)) WITHOUT ROWID, STRICT'
CREATE TEMP TABLE n(a);
ALTER TABLE n ADD b DEFAULT 1;
ALTER TABLE temp.n ADD c;
SELECT sql FROM sqlite_temp_schema;
--> 'CREATE TABLE n(a, b DEFAULT 1, c)'
PRAGMA integrity_check;
--> 'ok'

-- case ADD COLUMN: refused with rows, taken without
CREATE TABLE t(a);
CREATE TABLE e(a);
CREATE VIEW v AS SELECT 1 AS n;
INSERT INTO t VALUES (1), (NULL);
ALTER TABLE t ADD A;
--> error: duplicate column name: A
ALTER TABLE e ADD b PRIMARY KEY;
--> error: Cannot add a PRIMARY KEY column
ALTER TABLE e ADD b UNIQUE;
--> error: Cannot add a UNIQUE column
ALTER TABLE t ADD b NOT NULL;
--> error: Cannot add a NOT NULL column with default value NULL
ALTER TABLE e ADD b NOT NULL;
ALTER TABLE t ADD c NOT NULL DEFAULT NULL;
--> error: Cannot add a NOT NULL column with default value NULL
ALTER TABLE t ADD c DEFAULT CURRENT_TIMESTAMP;
--> error: Cannot add a column with non-constant default
ALTER TABLE e ADD c DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE t ADD d DEFAULT (1 + 1);
--> error: Cannot add a column with non-constant default
ALTER TABLE t ADD d DEFAULT (random());
--> error: Cannot add a column with non-constant default
ALTER TABLE e ADD d DEFAULT (random());
ALTER TABLE t ADD f DEFAULT 1 CHECK (f > 1);
--> error: CHECK constraint failed
ALTER TABLE e ADD f DEFAULT 1 CHECK (f > 1);
ALTER TABLE t ADD g CHECK (g > 1);
ALTER TABLE t ADD h CHECK (a IS NOT NULL);
--> error: CHECK constraint failed
ALTER TABLE t ADD i NOT NULL AS (a);
--> error: NOT NULL constraint failed
ALTER TABLE t ADD j AS (a) CHECK (j = 1);
ALTER TABLE t ADD k AS (a) STORED;
--> error: cannot add a STORED column
ALTER TABLE e ADD k AS (a) STORED;
ALTER TABLE t ADD m AS (nosuch);
--> error: error in table t after add column: no such column: nosuch
ALTER TABLE t ADD n CHECK (nosuch);
--> error: error in table t after add column: no such column: nosuch
ALTER TABLE t ADD o COLLATE nosuch;
--> error: no such collation sequence: nosuch
ALTER TABLE v ADD z;
--> error: Cannot add a column to a view
ALTER TABLE nosuch ADD z;
--> error: no such table: nosuch
ALTER TABLE sqlite_schema ADD z;
--> error: table sqlite_master may not be altered
ALTER TABLE t ADD p, ADD q;
--> error: near ",": syntax error
ALTER TABLE t ADD;
--> error: near ";": syntax error
ALTER TABLE t ADD COLUMN IF NOT EXISTS z;
--> error: near "EXISTS": syntax error
PRAGMA foreign_keys = ON;
ALTER TABLE t ADD r DEFAULT 1 REFERENCES t;
--> error: Cannot add a REFERENCES column with non-NULL default value
ALTER TABLE e ADD r DEFAULT 1 REFERENCES t;
ALTER TABLE t ADD r DEFAULT NULL REFERENCES t;
ALTER TABLE t ADD s REFERENCES nosuch(a);
SELECT sql FROM sqlite_schema;
--> 'CREATE TABLE t(a, g CHECK (g > 1), j AS (a) CHECK (j = 1), r DEFAULT NULL REFERENCES t, s REFERENCES nosuch(a))'
--> 'CREATE TABLE e(a, b NOT NULL, c DEFAULT CURRENT_TIMESTAMP, d DEFAULT (random()), f DEFAULT 1 CHECK (f > 1), k AS (a) STORED, r DEFAULT 1 REFERENCES t)'
--> 'CREATE VIEW v AS SELECT 1 AS n'
SELECT * FROM t;
--> 1, NULL, 1, NULL, NULL
--> NULL, NULL, NULL, NULL, NULL

-- case DROP COLUMN
CREATE TABLE t(a INTEGER PRIMARY KEY, b NOT NULL CHECK (b > 0), c REFERENCES t, d AS (a + 1), e COLLATE NOCASE DEFAULT 'x', f AS (e) STORED, "g h");
CREATE INDEX i ON t(e, a);
CREATE VIEW v AS SELECT a, e FROM t;
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET e = upper(e) WHERE a = new.a; END;
INSERT INTO t(b, c, "g h") VALUES (1, 1, 'g'), (2, NULL, x'00');
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP c;
ALTER TABLE t DROP d;
ALTER TABLE t DROP f;
ALTER TABLE t DROP "G H";
SELECT sql FROM sqlite_schema WHERE name = 't';
--> 'CREATE TABLE t(a INTEGER PRIMARY KEY, e COLLATE NOCASE DEFAULT ''x'')'
INSERT INTO t(e) VALUES ('new');
SELECT * FROM v;
--> 1, 'X'
--> 2, 'X'
--> 3, 'NEW'
SELECT * FROM t INDEXED BY i WHERE e = 'NEW';
--> 3, 'NEW'
ALTER TABLE t DROP e;
--> error: error in index i after drop column: no such column: e
ALTER TABLE t DROP a;
--> error: cannot drop PRIMARY KEY column: "a"
CREATE TABLE w(a, b, c, d, PRIMARY KEY (c, a)) WITHOUT ROWID;
INSERT INTO w VALUES (1, 2, 3, 4), (5, 6, 3, 8);
ALTER TABLE w DROP b;
ALTER TABLE w DROP d;
ALTER TABLE w DROP c;
--> error: cannot drop PRIMARY KEY column: "c"
SELECT * FROM w;
--> 1, 3
--> 5, 3
CREATE TABLE x(a, b UNIQUE, c, d, e AS (c), f, CHECK (d > 0), FOREIGN KEY (f) REFERENCES t(a), g);
--> error: near "g": syntax error
CREATE TABLE x(a, b UNIQUE, c, d, e AS (c), f, g, CHECK (d > 0), FOREIGN KEY (f) REFERENCES t(a));
CREATE INDEX xi ON x(a) WHERE g;
ALTER TABLE x DROP a;
--> error: error in index xi after drop column: no such column: a
ALTER TABLE x DROP b;
--> error: cannot drop UNIQUE column: "b"
ALTER TABLE x DROP c;
--> error: error in table x after drop column: no such column: c
ALTER TABLE x DROP d;
--> error: error in table x after drop column: no such column: d
ALTER TABLE x DROP f;
--> error: error in table x after drop column: unknown column "f" in foreign key definition
ALTER TABLE x DROP g;
--> error: error in index xi after drop column: no such column: g
ALTER TABLE x DROP e;
ALTER TABLE x DROP nosuch;
--> error: no such column: "nosuch"
ALTER TABLE x DROP rowid;
--> error: no such column: "rowid"
ALTER TABLE x ADD h;
CREATE TRIGGER xr AFTER INSERT ON t BEGIN INSERT INTO x(h) VALUES (1); END;
ALTER TABLE x DROP h;
DROP TRIGGER xr;
ALTER TABLE x ADD h;
CREATE TRIGGER xr AFTER INSERT ON t BEGIN UPDATE x SET a = 1 WHERE h = 2; END;
ALTER TABLE x DROP h;
--> error: error in trigger xr after drop column: no such column: h
DROP TRIGGER xr;
CREATE VIEW xv AS SELECT a FROM x WHERE h = 1;
ALTER TABLE x DROP h;
--> error: error in view xv after drop column: no such column: h
DROP VIEW xv;
CREATE TEMP VIEW xv AS SELECT h FROM x;
ALTER TABLE x DROP h;
--> error: error in view xv after drop column: no such column: h
DROP VIEW xv;
CREATE TRIGGER xr AFTER UPDATE OF h ON x BEGIN SELECT 1; END;
ALTER TABLE x DROP h;
SELECT sql FROM sqlite_schema WHERE name IN ('x', 'xr');
--> 'CREATE TABLE x(a, b UNIQUE, c, d, f, g, CHECK (d > 0), FOREIGN KEY (f) REFERENCES t(a))'
--> 'CREATE TRIGGER xr AFTER UPDATE OF h ON x BEGIN SELECT 1; END'
CREATE TABLE one(a);
ALTER TABLE one DROP a;
--> error: cannot drop column "a": no other columns exist
ALTER TABLE v DROP a;
--> error: cannot drop column from view "v"
ALTER TABLE nosuch DROP a;
--> error: no such table: nosuch
ALTER TABLE sqlite_schema DROP sql;
--> error: table sqlite_master may not be altered
ALTER TABLE t DROP COLUMN IF EXISTS z;
--> error: near "EXISTS": syntax error
ALTER TABLE x DROP CONSTRAINT z;
--> error: near "CONSTRAINT": syntax error
ALTER TABLE x ADD CONSTRAINT z CHECK (a > 0);
--> error: near "CONSTRAINT": syntax error
ALTER TABLE x ALTER COLUMN a SET NOT NULL;
--> error: near "ALTER": syntax error
ALTER TABLE x ALTER COLUMN a DROP NOT NULL;
--> error: near "ALTER": syntax error
PRAGMA integrity_check;
--> 'ok'

-- case DROP TABLE
CREATE TABLE t(k INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE);
CREATE INDEX i ON t(a);
CREATE TABLE u(a);
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER r1 AFTER INSERT ON t BEGIN SELECT 1; END;
CREATE TRIGGER r2 BEFORE DELETE ON t BEGIN INSERT INTO u VALUES ('deleted'); END;
CREATE TRIGGER r3 AFTER INSERT ON u BEGIN INSERT INTO t(a) VALUES (new.a); END;
CREATE TEMP TRIGGER r4 AFTER INSERT ON main.t BEGIN SELECT 1; END;
CREATE TEMP TABLE t(z);
INSERT INTO main.t(a) VALUES (zeroblob(3000)), (zeroblob(2000));
ANALYZE;
SELECT tbl, idx FROM sqlite_stat1 ORDER BY 1, 2;
--> 't', 'i'
--> 't', 'sqlite_autoindex_t_1'
DROP TABLE t;
SELECT name FROM sqlite_temp_schema;
--> 'r4'
BEGIN;
DROP TABLE t;
CREATE TABLE t(other);
SELECT * FROM v;
--> error: no such column: a
ROLLBACK;
SELECT count(*) FROM v;
--> 2
DROP TABLE main.t;
SELECT type, name FROM sqlite_schema ORDER BY name;
--> 'trigger', 'r3'
--> 'table', 'sqlite_sequence'
--> 'table', 'sqlite_stat1'
--> 'table', 'sqlite_stat4'
--> 'table', 'u'
--> 'view', 'v'
SELECT name FROM sqlite_temp_schema;
SELECT count(*) FROM sqlite_sequence;
--> 0
SELECT tbl FROM sqlite_stat1;
SELECT * FROM u;
PRAGMA freelist_count;
--> 13
SELECT * FROM v;
--> error: no such table: main.t
INSERT INTO u VALUES (1);
--> error: no such table: main.t
DROP TABLE t;
--> error: no such table: t
DROP TABLE IF EXISTS t;
DROP TABLE nosuch.u;
--> error: no such table: nosuch.u
DROP TABLE IF EXISTS nosuch.u;
DROP TABLE v;
--> error: use DROP VIEW to delete view v
DROP TABLE IF EXISTS v;
--> error: use DROP VIEW to delete view v
DROP TABLE r3;
--> error: no such table: r3
DROP TABLE sqlite_schema;
--> error: table sqlite_master may not be dropped
DROP TABLE sqlite_sequence;
--> error: table sqlite_sequence may not be dropped
DROP TABLE sqlite_stat4;
DROP TABLE sqlite_stat1;
DROP TABLE json_each;
--> error: table json_each may not be dropped
DROP TABLE u, v;
--> error: near ",": syntax error
DROP TABLE u;
SELECT type, name FROM sqlite_schema ORDER BY name;
--> 'table', 'sqlite_sequence'
--> 'view', 'v'

-- case DROP TABLE with foreign keys
-- holds drop-table: foreign keys: as if its rows were deleted
PRAGMA foreign_keys = ON;
CREATE TABLE p(k PRIMARY KEY);
CREATE TABLE c(k REFERENCES p);
CREATE TABLE s(k DEFAULT 7 REFERENCES p ON DELETE SET NULL);
CREATE TABLE d(k REFERENCES p DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE self(k PRIMARY KEY, up REFERENCES self);
INSERT INTO self VALUES (1, 2), (2, 1);
DROP TABLE self;
INSERT INTO p VALUES (1), (2);
INSERT INTO s VALUES (1), (2);
INSERT INTO c VALUES (1);
DROP TABLE p;
--> error: FOREIGN KEY constraint failed
SELECT count(*) FROM p;
--> 2
SELECT * FROM s;
--> 1
--> 2
DELETE FROM c;
INSERT INTO d VALUES (2);
DROP TABLE p;
--> error: FOREIGN KEY constraint failed
BEGIN;
DROP TABLE p;
COMMIT;
--> error: FOREIGN KEY constraint failed
DELETE FROM d;
--> error: no such table: main.p
ROLLBACK;
SELECT count(*) FROM p;
--> 2
DELETE FROM d;
DROP TABLE p;
SELECT * FROM s;
--> NULL
--> NULL
SELECT name FROM sqlite_schema WHERE type = 'table';
--> 'c'
--> 's'
--> 'd'
DROP TABLE c;
INSERT INTO s VALUES (5);
--> error: no such table: main.p
INSERT INTO s VALUES (NULL);
--> error: no such table: main.p
CREATE TABLE p(k PRIMARY KEY);
PRAGMA foreign_keys = OFF;
INSERT INTO s VALUES (5);
DROP TABLE p;
PRAGMA foreign_key_check;
--> 's', 3, 'p', 0
