-- case hexadecimal literals of more than 64 bits
SELECT 0x7fffffffffffffff, 0xffffffffffffffff;
--> 9223372036854775807, -1
SELECT 0x10000000000000000;
--> error: hex literal too big: 0x10000000000000000
SELECT -0x10000000000000000;
--> error: hex literal too big: -0x10000000000000000
-- case functions that an index may not hold
CREATE TABLE t(a, b);
CREATE INDEX i1 ON t(sqlite_source_id());
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i2 ON t(a + random());
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i3 ON t(a) WHERE b != random();
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE INDEX i4 ON t(nosuch(a));
--> error: no such function: nosuch
CREATE INDEX i5 ON t(count(a));
--> error: misuse of aggregate function count()
CREATE INDEX i6 ON t(lower(a, b));
--> error: wrong number of arguments to function lower()
CREATE INDEX i7 ON t(lower(a));
CREATE TABLE u(a CHECK (nosuch(a)));
--> error: no such function: nosuch
CREATE TABLE u(a CHECK (random() IS NOT NULL));
CREATE TABLE v(a COLLATE nosuch);
--> error: no such collation sequence: nosuch
-- case a join condition needs a join
CREATE TABLE t(a);
SELECT * FROM t ON 1;
--> error: a JOIN clause is required before ON
SELECT * FROM (t ON a = 1);
--> error: a JOIN clause is required before ON
SELECT * FROM (t USING (a)) JOIN t AS u;
--> error: a JOIN clause is required before USING
-- case aggregates of a SELECT outside, from a subquery in a clause that may have none
CREATE TABLE t(a, b, c);
CREATE TABLE u(x);
SELECT 1 FROM t WHERE (SELECT count(c));
--> error: misuse of aggregate: count()
SELECT 1 FROM t GROUP BY (SELECT sum(a));
--> error: aggregate functions are not allowed in the GROUP BY clause
SELECT 1 FROM t ORDER BY (SELECT sum(t.a));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t JOIN u ON (SELECT sum(t.a));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE (SELECT sum(t.a) FROM u);
--> error: misuse of aggregate: sum()
UPDATE t SET a = (SELECT sum(t.b));
--> error: misuse of aggregate: sum()
DELETE FROM t WHERE (SELECT sum(t.b));
--> error: misuse of aggregate: sum()
SELECT 1 FROM t WHERE a IN (SELECT max(t.b));
--> error: misuse of aggregate: max()
SELECT sum((SELECT sum(t.a))) FROM t;
--> error: misuse of aggregate: sum()

-- case what is wrong with an aggregate of outer columns is found last
CREATE TABLE t1(a);
CREATE VIEW v AS SELECT 1 FROM t1;
SELECT a FROM t1 WHERE (SELECT sum(a) FROM v HAVING 1);
--> error: HAVING clause on a non-aggregate query
SELECT a FROM t1 WHERE (SELECT sum(t1.a) FROM t1 x HAVING x.a);
--> error: HAVING clause on a non-aggregate query
SELECT a FROM t1 WHERE (SELECT sum(t1.a) FROM t1 x) AND nosuch;
--> error: no such column: nosuch
SELECT a FROM t1 WHERE (SELECT sum(t1.a) FROM t1 x);
--> error: misuse of aggregate: sum()
SELECT a FROM t1 ORDER BY sum(a), nosuch;
--> error: no such column: nosuch
SELECT a FROM t1 ORDER BY sum(a);
--> error: misuse of aggregate: sum()
CREATE TABLE t3 AS SELECT a FROM t1 ORDER BY sum(a);
--> error: misuse of aggregate: sum()
DELETE FROM t1 WHERE (SELECT sum(t1.a) FROM t1 x);
--> error: misuse of aggregate: sum()

-- case the values of a row of columns are counted first
CREATE TABLE t2(a UNIQUE, b);
UPDATE t2 SET (a, b) = min(a);
--> error: 2 columns assigned 1 values
UPDATE t2 SET (a, b) = (nosuch, 1, 2);
--> error: 2 columns assigned 3 values
UPDATE t2 SET (a, b) = nosuch;
--> error: 2 columns assigned 1 values
UPDATE t2 SET (a, b) = (SELECT 1);
--> error: 2 columns assigned 1 values
UPDATE t2 SET (a, b) = (SELECT 1, nosuch, 3);
--> error: no such column: nosuch
UPDATE t2 SET (a, b) = (VALUES (1, 2, 3));
--> error: 2 columns assigned 3 values
UPDATE nosuch SET (a, b) = 1;
--> error: 2 columns assigned 1 values
UPDATE t2 SET (a, nos) = 1;
--> error: 2 columns assigned 1 values
INSERT INTO t2 VALUES (1, 2) ON CONFLICT DO UPDATE SET (a, b) = min(a);
--> error: 2 columns assigned 1 values
CREATE TRIGGER r AFTER INSERT ON t2 BEGIN UPDATE t2 SET (a, b) = 1; END;
--> error: 2 columns assigned 1 values

-- case the negated smallest integer
SELECT 0x8000000000000000, 0x08000000000000000;
--> -9223372036854775808, -9223372036854775808
SELECT -0x8000000000000000;
--> error: hex literal too big: -0x8000000000000000
SELECT DISTINCT -0x08000000000000000;
--> error: hex literal too big: -0x08000000000000000
SELECT -(-9223372036854775808), - -0x7fffffffffffffff;
--> 9.2233720368547758e+18, 9223372036854775807
