-- RETURNING: REAL columns inside expressions are as a record holds them.

-- case stored integers
CREATE TABLE p(k PRIMARY KEY, x REAL);
CREATE TABLE t(a, b REAL, c INT, d TEXT, g REAL GENERATED ALWAYS AS (1), h REAL AS (c) STORED);
INSERT INTO t(a,b,c,d) VALUES (1,1,1,1) RETURNING b, +b, b+0, typeof(b), typeof(+b), coalesce(b,1), (b), b COLLATE NOCASE, CASE WHEN 1 THEN b END, max(b,1), min(b,2), iif(1,b,1), b||'x', quote(b), abs(b), b=1, b IN (1), CAST(b AS TEXT), (SELECT b), (SELECT +b), (b, 1) = (1, 1), likely(b), round(b), json_array(b), hex(b), printf('%s', b), +g, +h, typeof(g), typeof(h), g||'', h||'';
--> 1.0, 1, 1.0, 'real', 'real', 1, 1.0, 1.0, 1, 1, 1, 1, '1.0x', '1.0', 1.0, 1, 1, '1.0', 1.0, 1, 1, 1, 1.0, '[1.0]', '312E30', '1.0', 1, 1, 'real', 'real', '1.0', '1.0'
UPDATE t SET b = 2 RETURNING b, +b, b+0, typeof(b), typeof(+b), coalesce(b,1), (b), b COLLATE NOCASE, CASE WHEN 1 THEN b END, max(b,1), min(b,2), iif(1,b,1), b||'x', quote(b), abs(b), b=1, b IN (1), CAST(b AS TEXT), (SELECT b), (SELECT +b), (b, 1) = (1, 1), likely(b), round(b), json_array(b), hex(b), printf('%s', b), +g, +h, typeof(g), typeof(h), g||'', h||'';
--> 2.0, 2, 2.0, 'real', 'real', 2, 2.0, 2.0, 2, 2, 2, 2, '2.0x', '2.0', 2.0, 0, 0, '2.0', 2.0, 2, 0, 2, 2.0, '[2.0]', '322E30', '2.0', 1, 1, 'real', 'real', '1.0', '1.0'
UPDATE t SET a = 5 RETURNING b, +b, b+0, typeof(b), typeof(+b), coalesce(b,1),b||'x', +g, +h, typeof(g), typeof(h), g||'', h||'';
--> 2.0, 2, 2.0, 'real', 'real', 2, '2.0x', 1, 1, 'real', 'real', '1.0', '1.0'
DELETE FROM t RETURNING b, +b, b+0, typeof(b), typeof(+b), coalesce(b,1), (b), b COLLATE NOCASE, CASE WHEN 1 THEN b END, max(b,1), min(b,2), iif(1,b,1), b||'x', quote(b), abs(b), b=1, b IN (1), CAST(b AS TEXT), (SELECT b), (SELECT +b), (b, 1) = (1, 1), likely(b), round(b), json_array(b), hex(b), printf('%s', b), +g, +h, typeof(g), typeof(h), g||'', h||'';
--> 2.0, 2.0, 2.0, 'real', 'real', 2.0, 2.0, 2.0, 2.0, 2.0, 2, 2.0, '2.0x', '2.0', 2.0, 0, 0, '2.0', 2.0, 2.0, 0, 2.0, 2.0, '[2.0]', '322E30', '2.0', 1, 1.0, 'real', 'real', '1.0', '1.0'
CREATE TABLE o(x REAL);
INSERT INTO o VALUES (3) RETURNING -x, x*2, x/2, x%2, ~x, NOT x, x IS NULL, x BETWEEN 1 AND 3, x LIKE '3', x LIKE '3.0', x GLOB '3.0', typeof(CASE x WHEN 3 THEN x END), typeof(nullif(x, 5)), typeof(ifnull(x, 5)), typeof(x+1), typeof(-x), (SELECT typeof(x)), (SELECT typeof(max(x))), EXISTS(SELECT 1 WHERE typeof(x)='real'), (SELECT y FROM (SELECT x AS y)), (SELECT typeof(y) FROM (SELECT x AS y));
--> -3.0, 6.0, 1.5, 1.0, -4, 0, 0, 1, 0, 1, 1, 'real', 'real', 'real', 'real', 'real', 'real', 'real', 1, 3.0, 'real'
INSERT INTO o VALUES (3.5) RETURNING +x, typeof(x), x||'';
--> 3.5, 'real', '3.5'
INSERT INTO o VALUES (1e20) RETURNING +x, typeof(x), x||'';
--> 1e+20, 'real', '1.0e+20'
INSERT INTO o VALUES (1e15) RETURNING +x, typeof(x), x||'';
--> 1000000000000000.0, 'real', '1.0e+15'
INSERT INTO o VALUES (140737488355327) RETURNING +x, typeof(x), x||'';
--> 140737488355327, 'real', '140737488355327.0'
INSERT INTO o VALUES (140737488355328) RETURNING +x, typeof(x), x||'';
--> 140737488355328.0, 'real', '140737488355328.0'
INSERT INTO o VALUES (-140737488355328) RETURNING +x, typeof(x), x||'';
--> -140737488355328, 'real', '-140737488355328.0'
INSERT INTO o VALUES (-140737488355329) RETURNING +x, typeof(x), x||'';
--> -140737488355329.0, 'real', '-140737488355329.0'
INSERT INTO o VALUES ('3'), (3.0), (4) RETURNING +x, typeof(x), x||'';
--> 3, 'real', '3.0'
--> 3, 'real', '3.0'
--> 4, 'real', '4.0'
CREATE TRIGGER tr AFTER INSERT ON o BEGIN INSERT INTO p VALUES (typeof(new.x) || new.x || typeof(+new.x) || coalesce(new.x, 1), new.x); END;
INSERT INTO o VALUES (7) RETURNING +x, typeof(x);
--> 7, 'real'
INSERT INTO o VALUES (8), (9.5);
SELECT * FROM p;
--> 'real7.0real7.0', 7.0
--> 'real8.0real8.0', 8.0
--> 'real9.5real9.5', 9.5
CREATE TRIGGER tr2 BEFORE UPDATE ON o BEGIN INSERT INTO p VALUES ('u'||typeof(new.x) || new.x || typeof(+new.x) || coalesce(new.x, 1) || typeof(old.x) || old.x || typeof(+old.x) || coalesce(old.x,1), +new.x); END;
UPDATE o SET x = x + 100 RETURNING +x;
--> error: UNIQUE constraint failed: p.k
SELECT * FROM p;
--> 'real7.0real7.0', 7.0
--> 'real8.0real8.0', 8.0
--> 'real9.5real9.5', 9.5
DELETE FROM o RETURNING +x, typeof(+x);
--> 3.0, 'real'
--> 3.5, 'real'
--> 1e+20, 'real'
--> 1000000000000000.0, 'real'
--> 140737488355327.0, 'real'
--> 140737488355328.0, 'real'
--> -140737488355328.0, 'real'
--> -140737488355329.0, 'real'
--> 3.0, 'real'
--> 3.0, 'real'
--> 4.0, 'real'
--> 7.0, 'real'
--> 8.0, 'real'
--> 9.5, 'real'
CREATE TABLE z(x REAL PRIMARY KEY, y REAL UNIQUE) WITHOUT ROWID;
INSERT INTO z VALUES (1,2) RETURNING +x, +y;
--> 1, 2
INSERT INTO z VALUES (1,2) ON CONFLICT DO UPDATE SET y = 5 RETURNING +x, +y;
--> 1, 5
UPDATE z SET x = 7 RETURNING +x, +y;
--> 7, 5
UPDATE z SET y = 7 RETURNING +x, +y;
--> 7, 7
DELETE FROM z RETURNING +x, +y;
--> 7.0, 7.0
CREATE TABLE s(x REAL, y INT) STRICT;
INSERT INTO s VALUES (1,2) RETURNING +x, +y, typeof(x);
--> 1, 2, 'real'
UPDATE s SET y = 7 RETURNING +x, +y, typeof(x);
--> 1, 7, 'real'
CREATE VIEW v AS SELECT * FROM s;
CREATE TRIGGER tv INSTEAD OF INSERT ON v BEGIN SELECT 1; END;
INSERT INTO v VALUES (5, 6) RETURNING +x, typeof(x);
--> 5, 'integer'
CREATE TRIGGER tv2 INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;
UPDATE v SET y = 1 RETURNING +x, typeof(x), typeof(+x);
--> 1, 'real', 'real'
UPDATE v SET x = 1 RETURNING +x, typeof(x), typeof(+x);
--> 1, 'real', 'real'
CREATE TABLE gg(a INT, b REAL AS (a), c REAL AS (a) STORED, d REAL DEFAULT 5);
INSERT INTO gg(a) VALUES (1) RETURNING +b, +c, +d, typeof(+b), typeof(+c), typeof(+d);
--> 1, 1, 5, 'real', 'real', 'real'
UPDATE gg SET a = 3 RETURNING +b, +c, +d, typeof(+b), typeof(+c), typeof(+d);
--> 3, 3, 5, 'real', 'real', 'real'
INSERT INTO gg(a) SELECT 4 RETURNING +b, +c, +d, typeof(+b), typeof(+c), typeof(+d);
--> 4, 4, 5, 'real', 'real', 'real'
REPLACE INTO gg(a) SELECT 4 RETURNING +b, +c, +d, typeof(+b), typeof(+c), typeof(+d);
--> 4, 4, 5, 'real', 'real', 'real'
