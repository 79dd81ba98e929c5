-- Which of several unknown names is told, and when a name is looked for at all.

-- case the first of several unknown columns
SELECT zz + yy;
--> error: no such column: zz
SELECT abs(zz), yy;
--> error: no such column: zz
SELECT CASE zz WHEN 1 THEN yy END;
--> error: no such column: zz
SELECT zz IN (yy);
--> error: no such column: zz
SELECT zz BETWEEN yy AND xx;
--> error: no such column: zz
SELECT CAST(zz AS INT) + yy;
--> error: no such column: zz
CREATE TABLE n(a);
SELECT zz FROM n WHERE yy;
--> error: no such column: zz
SELECT zz FROM n ORDER BY yy;
--> error: no such column: zz
SELECT zz FROM n GROUP BY yy;
--> error: no such column: zz
UPDATE n SET a = zz WHERE yy;
--> error: no such column: zz
SELECT a FROM n JOIN n AS m ON zz WHERE yy;
--> error: ambiguous column name: a

-- case an unknown collation is an error where something is compared
SELECT 1 COLLATE nowhere = 2;
--> error: no such collation sequence: nowhere
CREATE TABLE n(a);
INSERT INTO n VALUES ('x');
SELECT a FROM n GROUP BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT DISTINCT a COLLATE nowhere FROM n;
--> error: no such collation sequence: nowhere
SELECT a FROM n ORDER BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT a COLLATE nowhere FROM n UNION SELECT 1;
--> error: no such collation sequence: nowhere
SELECT max(a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT a COLLATE nowhere IN ('x') FROM n;
--> error: no such collation sequence: nowhere
SELECT CASE a COLLATE nowhere WHEN 1 THEN 2 END FROM n;
--> error: no such collation sequence: nowhere
SELECT count(DISTINCT a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere

-- case and nowhere else
CREATE TABLE n(a);
INSERT INTO n VALUES ('x');

-- case missing tables come before ambiguous names in USING
CREATE TABLE t3(id);
CREATE TABLE t5(id);
SELECT 1 FROM json_each FULL JOIN t5 JOIN t3 USING (id) WHERE (SELECT 1 FROM nosuch);
--> error: no such table: nosuch
SELECT 1 FROM json_each FULL JOIN t5 JOIN t3 USING (id);
--> error: ambiguous reference to id in USING()

-- case which of two errors is told: clauses
CREATE TABLE t(a, b);
CREATE TABLE u(c, d);
SELECT x1 FROM t LIMIT y1;
--> error: no such column: y1
SELECT x1 FROM t LIMIT 1 OFFSET g1();
--> error: no such function: g1
SELECT x1 FROM nosuch LIMIT y1;
--> error: no such table: nosuch
SELECT a FROM t GROUP BY x1 ORDER BY y1;
--> error: no such column: y1
SELECT a FROM t GROUP BY x1 HAVING y1;
--> error: no such column: y1
SELECT a FROM t WHERE x1 HAVING y1;
--> error: HAVING clause on a non-aggregate query
SELECT a FROM t WHERE x1 GROUP BY y1;
--> error: no such column: x1
SELECT a FROM t JOIN u ON x1 WHERE y1;
--> error: no such column: y1
SELECT a FROM t JOIN u ON x1 WHERE f1();
--> error: no such column: x1
SELECT a FROM t JOIN u ON f1() WHERE f2() + 1;
--> error: no such function: f2
SELECT x1 FROM (SELECT y1) LIMIT z1;
--> error: no such column: z1
SELECT x1 UNION SELECT y1;
--> error: no such column: y1
SELECT x1 UNION SELECT y1 LIMIT z1;
--> error: no such column: z1
SELECT x1 FROM t GROUP BY y1 UNION SELECT a FROM t GROUP BY z1;
--> error: no such column: z1
VALUES (x1), (y1);
--> error: no such column: y1
VALUES (x1), (1), (g1());
--> error: no such function: g1

-- case which of two errors is told: inside an expression
CREATE TABLE t(a, b);
SELECT x1 + y1 FROM t;
--> error: no such column: x1
SELECT f1() + y1 FROM t;
--> error: no such column: y1
SELECT f1() + (y1 + 2) FROM t;
--> error: no such function: f1
SELECT f1() + g1() FROM t;
--> error: no such function: g1
SELECT abs(x1) + y1 FROM t;
--> error: no such column: y1
SELECT abs(x1) + -y1 FROM t;
--> error: no such column: x1
SELECT abs(x1) + (SELECT y1) FROM t;
--> error: no such column: y1
SELECT abs(x1), y1 FROM t;
--> error: no such column: x1
SELECT f1(x1, y1) FROM t;
--> error: no such column: x1
SELECT f1(g1(), y1) FROM t;
--> error: no such column: y1
SELECT f1(abs(x1), 1 + y1) FROM t;
--> error: no such column: x1
SELECT abs(x1, y1) FROM t;
--> error: no such column: x1
SELECT x1 IS y1 FROM t;
--> error: no such column: y1
SELECT x1 IS NOT y1 COLLATE nocase FROM t;
--> error: no such column: y1
SELECT x1 IS (3, 4) FROM t;
--> error: row value misused
SELECT x1 = (3, 4) FROM t;
--> error: row value misused
SELECT (1, 2) BETWEEN y1 AND 1 FROM t;
--> error: row value misused
SELECT (1, 2) IN (y1) FROM t;
--> error: IN(...) element has 1 term - expected 2
SELECT x1 ISNULL AND y1 ISNULL FROM t;
--> error: no such column: y1
SELECT x1 IS NULL OR y1 FROM t;
--> error: no such column: y1
SELECT f1() AND y1 IS TRUE FROM t;
--> error: no such column: y1
SELECT f1() AND y1 IS 5 FROM t;
--> error: no such function: f1
SELECT x1 LIKE y1 FROM t;
--> error: no such column: y1
SELECT x1 LIKE 'a' + y1 FROM t;
--> error: no such column: y1
SELECT a -> x1 || y1 FROM t;
--> error: no such column: y1
SELECT CASE f1() WHEN y1 THEN 1 END FROM t;
--> error: no such column: y1
SELECT CASE (1, 2) WHEN g1() THEN 1 END FROM t;
--> error: no such function: g1
SELECT sum(x1) FILTER (WHERE y1) FROM t;
--> error: no such column: y1
SELECT sum(x1) + y1 FROM t;
--> error: no such column: y1
SELECT sum(sum(x1)) FROM t;
--> error: no such column: x1
SELECT group_concat(a, x1 ORDER BY y1) FROM t;
--> error: no such column: y1
SELECT group_concat(a, x1 ORDER BY y1) FILTER (WHERE z1) FROM t;
--> error: no such column: z1
SELECT sum(x1) OVER (PARTITION BY y1) FROM t;
--> error: no such column: x1
SELECT sum(a) OVER (PARTITION BY x1 ORDER BY y1) FROM t;
--> error: no such column: y1
SELECT f1() + sum(a) OVER nosuch FROM t;
--> error: no such function: f1
SELECT likelihood(x1, 2) FROM t;
--> error: no such column: x1
SELECT likelihood(1, a) FROM t;
--> error: second argument to likelihood() must be a constant between 0.0 and 1.0
SELECT x1 IN (SELECT y1) FROM t;
--> error: no such column: y1
SELECT f1() + 1 IN (SELECT 1 FROM nosuch) FROM t;
--> error: no such table: nosuch
SELECT sum(x1) OVER (ORDER BY (SELECT 1 FROM nosuch)) FROM t;
--> error: no such table: nosuch
SELECT (SELECT 1 FROM n1) IN (SELECT (SELECT 1 FROM n2)) FROM t;
--> error: no such table: n1
SELECT (SELECT 1 FROM n1) IS (3, 4) FROM t;
--> error: no such table: n1
SELECT abs((SELECT 1 FROM n1)) + (SELECT 1 FROM n2) FROM t;
--> error: no such table: n1
SELECT count(*) OVER nosuch, (SELECT 1 FROM n1) FROM t;
--> error: no such table: n1
SELECT x1, (SELECT 1 FROM n1) FROM t UNION SELECT 1, (SELECT 1 FROM n2);
--> error: no such table: n2
UPDATE t SET a = f1(), b = y1;
--> error: no such function: f1
UPDATE t SET a = abs(x1) + y1 WHERE z1;
--> error: no such column: y1
DELETE FROM t WHERE f1() AND y1;
--> error: no such column: y1
INSERT INTO t VALUES (f1() + y1, z1);
--> error: no such column: y1
INSERT INTO t VALUES (x1, (SELECT 1 FROM nosuch));
--> error: no such column: x1
INSERT INTO t VALUES (1, 2) ON CONFLICT DO UPDATE SET a = f1() + y1;
CREATE TABLE z AS SELECT x1 AS p, (SELECT 1 FROM nosuch) AS q;
--> error: no such table: nosuch
CREATE TABLE z1(p AS (x1), q AS (y1), r);
--> error: no such column: x1
CREATE TABLE z2(p CHECK (f1() + y1));
--> error: no such column: y1
CREATE INDEX z3 ON t(x1) WHERE y1;
--> error: no such column: x1
CREATE INDEX z3 ON t(a, x1) WHERE y1;
--> error: no such column: y1
CREATE INDEX z3 ON t(a, x1) WHERE b;
--> error: no such column: x1
CREATE INDEX z3 ON t(x1, y1);
--> error: no such column: x1
CREATE TABLE z4(p DEFAULT (f1() + f2(f3())));
INSERT INTO z4 DEFAULT VALUES;
--> error: unknown function: f2()
DROP TABLE z4;
WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c GROUP BY x) SELECT * FROM c;
--> error: recursive aggregate queries not supported

-- case RAISE outside a trigger, and calls with OVER where none may stand
CREATE TABLE t(a);
SELECT RAISE(abort,a) FROM t;
--> error: RAISE() may only be used within a trigger-program
SELECT RAISE(abort,zz) FROM t;
--> error: no such column: zz
SELECT 1 FROM t UNION SELECT 1 ORDER BY raise(IGNORE);
--> error: 1st ORDER BY term does not match any column in the result set
SELECT nosuch, RAISE(IGNORE);
--> error: no such column: nosuch
SELECT RAISE(IGNORE), nosuch;
--> error: no such column: nosuch
CREATE TABLE z(a CHECK(RAISE(IGNORE)));
CREATE TABLE z2(a DEFAULT (RAISE(IGNORE)));
--> error: default value of column [a] is not constant
CREATE INDEX z3 ON t(RAISE(IGNORE));
--> error: RAISE() may only be used within a trigger-program
SELECT 1 FROM t LIMIT nth_value(x, 1) OVER ();
--> error: no such column: x
SELECT 1 FROM t WHERE sum(x) OVER ();
--> error: no such column: x
SELECT 1 FROM t WHERE abs(x) OVER ();
--> error: no such column: x
SELECT abs(x) OVER () FROM t;
--> error: no such column: x
SELECT row_number(x) OVER () FROM t;
--> error: no such column: x
WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c(1)) SELECT * FROM c;
--> error: too many arguments on c() - max 0
WITH c(x) AS (SELECT 1) SELECT * FROM c(1);
--> error: 'c' is not a function
WITH c(x) AS (SELECT 1) SELECT * FROM c();
--> error: 'c' is not a function
DROP TABLE z;

-- case an error of a call outlives what is looked at behind it
CREATE TABLE t(a, b);
SELECT f1() + (SELECT 1 FROM t WINDOW w AS (PARTITION BY (SELECT 2)));
--> error: no such function: f1
SELECT f1() + (SELECT * FROM t UNION SELECT * FROM t ORDER BY 1);
--> error: no such function: f1
SELECT f1() + (SELECT * FROM t WINDOW w AS (PARTITION BY (SELECT 2)));
--> error: no such function: f1
SELECT abs(x1) + (VALUES (1), (2));
--> error: no such column: x1
SELECT abs(x1) + EXISTS (SELECT * FROM t);
--> error: no such column: x1
SELECT a IN (SELECT f1()) + a FROM t;
--> error: no such function: f1
SELECT a FROM t WHERE f1() GROUP BY a;
--> error: no such function: f1
SELECT a FROM t GROUP BY f1();
--> error: no such function: f1
SELECT a FROM t ORDER BY f1();
--> error: no such function: f1
SELECT a FROM t LIMIT f1();
--> error: no such function: f1
SELECT * FROM t, json_each(f1());
--> error: no such function: f1
SELECT * FROM t JOIN t AS u ON f1();
--> error: no such function: f1
SELECT sum(a) OVER (ORDER BY f1()) FROM t;
--> error: no such function: f1
SELECT sum(a) FILTER (WHERE f1()) FROM t;
--> error: no such function: f1
SELECT CASE WHEN f1() THEN 1 END;
--> error: no such function: f1
VALUES (f1());
--> error: no such function: f1
VALUES (1), (f1());
--> error: no such function: f1
INSERT INTO t VALUES (f1(), 1);
--> error: no such function: f1
INSERT INTO t VALUES (1, 1), (f1(), 1);
--> error: no such function: f1
INSERT INTO t SELECT f1(), 1;
--> error: no such function: f1
INSERT INTO t VALUES (1, 1) RETURNING f1();
--> error: no such function: f1
UPDATE t SET a = f1();
--> error: no such function: f1
UPDATE t SET (a, b) = (f1(), 1);
--> error: no such function: f1
UPDATE t SET (a, b) = (SELECT f1(), 1);
--> error: no such function: f1
UPDATE t SET a = 1 WHERE f1();
--> error: no such function: f1
UPDATE t SET a = 1 FROM t AS u WHERE f1();
--> error: no such function: f1
DELETE FROM t WHERE f1();
--> error: no such function: f1
DELETE FROM t RETURNING f1();
--> error: no such function: f1
CREATE VIEW v AS SELECT f1();
SELECT * FROM v;
--> error: no such function: f1
DROP VIEW v;
CREATE TRIGGER r AFTER INSERT ON t WHEN f1() BEGIN SELECT 1; END;
INSERT INTO t VALUES (1, 1);
--> error: no such function: f1
DROP TRIGGER r;
CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT f1(); END;
INSERT INTO t VALUES (1, 1);
--> error: no such function: f1
DROP TRIGGER r;
ATTACH f1() AS x;
--> error: no such function: f1
VACUUM INTO f1();
--> error: no such function: f1
SELECT * FROM t;

-- case which of several errors is told
CREATE TABLE t1(a INTEGER PRIMARY KEY, b);
CREATE TABLE t3(x);
INSERT INTO t1 VALUES (7, 2), (8, 1);
SELECT sum(a) FILTER (WHERE b='x') OVER (ORDER BY a) FROM t3;
--> error: no such column: a
SELECT sum(a) FILTER (WHERE b='x') OVER () FROM t3;
--> error: no such column: a
SELECT sum(a) FILTER (WHERE b='x') OVER w FROM t3 WINDOW w AS ();
--> error: no such column: a
SELECT sum(nof(1)) FILTER (WHERE b='x') OVER () FROM t3;
--> error: no such function: nof
SELECT sum(a) FILTER (WHERE nof(1)) OVER () FROM t3;
--> error: no such function: nof
SELECT sum(x,a) FILTER (WHERE nof(1)) OVER () FROM t3;
--> error: no such column: a
SELECT nof(a) FILTER (WHERE b) OVER () FROM t3;
--> error: no such column: a
SELECT sum(x) FILTER (WHERE b) OVER (ORDER BY q) FROM t3;
--> error: no such column: b
SELECT sum(sum(1) over ()) FILTER (WHERE b) OVER () FROM t3;
--> error: no such column: b
SELECT abs(a) FILTER (WHERE b) OVER () FROM t3;
--> error: no such column: a
SELECT sum(a) FILTER (WHERE b) FROM t3;
--> error: no such column: b
SELECT max() OVER () FROM t3;
--> error: max() may not be used as a window function
SELECT min(1,2) OVER () FROM t3;
--> error: min() may not be used as a window function
SELECT min() FROM t3;
--> error: wrong number of arguments to function min()
SELECT row_number() FILTER (WHERE q) OVER () FROM t3;
--> error: no such column: q
SELECT ntile(q) FILTER (WHERE z) OVER () FROM t3;
--> error: no such column: z
SELECT x, *;
--> error: no tables specified
SELECT zz, * FROM t3;
--> error: no such column: zz
SELECT zz, q.* FROM t3;
--> error: no such table: q
SELECT zz, q.*;
--> error: no such table: q
SELECT nof(1), q.* FROM t3;
--> error: no such table: q
SELECT *, zz;
--> error: no tables specified
DELETE FROM t1 RETURNING nosuch, t1.*;
--> error: RETURNING may not use "TABLE.*" wildcards
DELETE FROM nosuch RETURNING t1.*;
--> error: no such table: nosuch
DELETE FROM t1 WHERE zz RETURNING t1.*;
--> error: no such column: zz
UPDATE t1 SET zz=1 RETURNING t1.*;
--> error: no such column: zz
INSERT INTO t1 VALUES(zz) RETURNING t1.*;
--> error: no such column: zz
INSERT INTO t1(zz) VALUES(1) RETURNING t1.*;
--> error: table t1 has no column named zz
UPDATE t1 SET b=zz RETURNING t1.*;
--> error: no such column: zz
UPDATE t1 SET b=zz RETURNING yy;
--> error: no such column: zz
INSERT INTO t1 VALUES(zz,1) RETURNING yy;
--> error: no such column: zz
INSERT INTO t1 SELECT zz,1 RETURNING yy;
--> error: no such column: zz
DELETE FROM t1 WHERE zz RETURNING yy;
--> error: no such column: zz
SELECT a FROM t1 ORDER BY 5, nosuch5;
--> error: no such column: nosuch5
SELECT a FROM t1 ORDER BY 0, nosuch5;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM t1 ORDER BY nosuch5, 5;
--> error: no such column: nosuch5
SELECT a FROM t1 GROUP BY 5, nosuch;
--> error: no such column: nosuch
SELECT a FROM t1 GROUP BY 0, nosuch;
--> error: 1st GROUP BY term out of range - should be between 1 and 1
SELECT a FROM t1 ORDER BY -1, nosuch;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM t1 ORDER BY 70000, nosuch;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM t1 GROUP BY 5 ORDER BY 6;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM t1 GROUP BY 5 ORDER BY nosuch;
--> error: no such column: nosuch
SELECT a FROM t1 GROUP BY 5 HAVING nosuch;
--> error: no such column: nosuch
SELECT a FROM t1 GROUP BY nosuch ORDER BY 7;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a,nosuch FROM t1 GROUP BY 9;
--> error: no such column: nosuch
SELECT a FROM t1 ORDER BY 5,6;
--> error: 1st ORDER BY term out of range - should be between 1 and 1
SELECT a FROM t1 ORDER BY 5, nof();
--> error: no such function: nof
SELECT a FROM t1 WHERE nosuch ORDER BY 5;
--> error: no such column: nosuch
INSERT INTO t1 VALUES(1,2) ON CONFLICT(a) DO UPDATE SET b=1 WHERE nosuch4 RETURNING nosuch5;
--> error: no such column: nosuch4
INSERT INTO t1 VALUES(1,2) ON CONFLICT(a) DO UPDATE SET b=nosuch4 RETURNING nosuch5;
--> error: no such column: nosuch4
INSERT INTO t1 VALUES(1,2) ON CONFLICT(nosuch4) DO NOTHING RETURNING nosuch5;
--> error: no such column: nosuch4
INSERT INTO t1 VALUES(1,2) ON CONFLICT(a) DO UPDATE SET nosuch=1 RETURNING nosuch5;
--> error: no such column: nosuch
INSERT INTO t1 VALUES(nosuch,2) ON CONFLICT(a) DO UPDATE SET b=1 WHERE nosuch4 RETURNING nosuch5;
--> error: no such column: nosuch
SELECT datetime REGEXP ('x','y');
--> error: no such function: REGEXP
SELECT q REGEXP 'a';
--> error: no such function: REGEXP
SELECT q REGEXP z FROM t3;
--> error: no such column: z
SELECT q MATCH z FROM t3;
--> error: no such column: z
SELECT q LIKE z FROM t3;
--> error: no such column: z
SELECT q REGEXP nof(1) FROM t3;
--> error: no such column: q
SELECT nof(q);
--> error: no such column: q
SELECT nof(1) REGEXP 'a';
--> error: no such function: REGEXP
SELECT (1,2) REGEXP 'a';
--> error: no such function: REGEXP
SELECT 'a' REGEXP (1,2);
--> error: no such function: REGEXP
SELECT (1,2) LIKE 'a';
--> error: row value misused
SELECT q LIKE (1,2);
--> error: no such column: q
INSERT INTO t1(a,b) SELECT a, b FROM t1 ON CONFLICT(b) DO NOTHING;
--> error: near "DO": syntax error
INSERT INTO t1(a,b) SELECT a, b FROM t1 ON CONFLICT DO NOTHING;
--> error: near "DO": syntax error
REPLACE INTO t1(a,b) SELECT a, b FROM t1 ON CONFLICT(b) DO NOTHING;
--> error: near "DO": syntax error
INSERT INTO t1(a,b) SELECT a, b FROM t1 ON CONFLICT(b) DO UPDATE SET a=1;
--> error: near "DO": syntax error
INSERT INTO t1(a,b) SELECT a, b FROM t1 AS q ON CONFLICT(b) DO NOTHING;
--> error: near "DO": syntax error
INSERT INTO t1(a,b) SELECT a, b FROM t1 ON 1;
--> error: a JOIN clause is required before ON
SELECT a FROM t1 ON 1;
--> error: a JOIN clause is required before ON
SELECT a FROM t1 ON 1 DO;
--> error: near "DO": syntax error
SELECT a FROM t1 USING(a);
--> error: a JOIN clause is required before USING
INSERT INTO t1(a,b) SELECT a, b FROM t1, t1 ON CONFLICT(b) DO NOTHING;
--> error: near "DO": syntax error
SELECT a FROM t1 UNION ALL SELECT b FROM t1 ORDER BY rowid;
--> 1
--> 2
--> 7
--> 8
SELECT b FROM t1 UNION ALL SELECT a FROM t1 ORDER BY oid;
--> 1
--> 2
--> 7
--> 8
SELECT b FROM t1 UNION ALL SELECT b FROM t1 ORDER BY oid;
--> error: 1st ORDER BY term does not match any column in the result set
SELECT a AS z FROM t1 AS q UNION SELECT 1 ORDER BY rowid;
--> 1
--> 7
--> 8
SELECT a FROM t1 UNION SELECT 1 ORDER BY q.rowid;
--> error: 1st ORDER BY term does not match any column in the result set
SELECT a FROM t1 UNION SELECT 1 ORDER BY t1.rowid;
--> 1
--> 7
--> 8
SELECT rowid FROM t1 UNION SELECT 1 ORDER BY rowid;
--> 1
--> 7
--> 8
SELECT rowid FROM t1 UNION SELECT 1 ORDER BY a;
--> 1
--> 7
--> 8
SELECT rowid FROM t3 UNION SELECT 1 ORDER BY _rowid_;
--> 1
