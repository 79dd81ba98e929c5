-- Which names mean what, and where.

-- case ON sees every FROM item and every alias
CREATE TABLE aa(a);
CREATE TABLE bb(b);
CREATE TABLE cc(c);
INSERT INTO aa VALUES('one'), ('two');
INSERT INTO bb VALUES('one'), ('three');
INSERT INTO cc VALUES('one'), ('four');
SELECT * FROM aa JOIN cc ON (a=b) JOIN bb ON (b=c);
--> 'one', 'one', 'one'
SELECT * FROM aa LEFT JOIN cc ON (a=b) JOIN bb ON (b=c);
--> error: ON clause references tables to its right
SELECT a || '!' AS loud, c FROM aa LEFT JOIN cc ON loud = c || '!' ORDER BY 1;
--> 'one!', 'one'
--> 'two!', NULL
SELECT * FROM aa JOIN cc ON (a=b) RIGHT JOIN bb ON (b=c);
--> error: ON clause references tables to its right

-- case the star of a table joined with itself
CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 2);
SELECT * FROM t JOIN t;
--> error: ambiguous column name: main.t.a
SELECT * FROM t JOIN t AS u;
--> 1, 2, 1, 2
SELECT * FROM t AS u JOIN t AS u;
--> error: ambiguous column name: main.u.a
SELECT * FROM t JOIN t USING(a, b);
--> 1, 2
SELECT 1 FROM t JOIN t;
--> 1

-- case ORDER BY by number
CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 10), (2, 9);
SELECT * FROM t ORDER BY +2;
--> 2, 9
--> 1, 10
SELECT * FROM t ORDER BY -1;
--> error: 1st ORDER BY term out of range - should be between 1 and 2
SELECT * FROM t ORDER BY 3;
--> error: 1st ORDER BY term out of range - should be between 1 and 2
SELECT a FROM t ORDER BY 6641019685895816357, a DESC;
--> 2
--> 1
SELECT a FROM t ORDER BY (1) DESC;
--> 2
--> 1
SELECT group_concat(x, '|') FROM (SELECT x FROM (VALUES ('b'), ('Z'), ('a')) AS v(x) ORDER BY (1) COLLATE NOCASE);
--> error: near "(": syntax error

-- case aggregates where none may stand
CREATE TABLE t(a, b);
INSERT INTO t VALUES(1, 10), (2, 9);
SELECT a FROM t ORDER BY max(a);
--> error: misuse of aggregate: max()
SELECT a FROM t ORDER BY count(*), a;
--> error: misuse of aggregate: count()
SELECT a FROM t GROUP BY b ORDER BY max(a) DESC;
--> 2
--> 1
SELECT max(a) FROM t ORDER BY min(b);
--> 2
SELECT a FROM t HAVING max(a) > 1;
--> error: HAVING clause on a non-aggregate query

-- case INDEXED BY
CREATE TABLE t1(a, b);
CREATE TABLE t2(a, b);
CREATE INDEX i1 ON t1(a);
CREATE INDEX i2 ON t2(a);
CREATE INDEX i3 ON t1(b) WHERE b IS NOT NULL;
SELECT * FROM t1 INDEXED BY i2 WHERE a = 1;
--> error: no such index: i2
SELECT * FROM t1 INDEXED BY i9 WHERE a = 1;
--> error: no such index: i9
SELECT * FROM t1 INDEXED BY i3;
--> error: no query solution
SELECT * FROM t1 INDEXED BY i1 WHERE a = 1;

-- case right joins in parentheses
CREATE TABLE t1(a);
CREATE TABLE t2(a);
CREATE TABLE t3(a);
INSERT INTO t1 VALUES(11), (15), (16);
INSERT INTO t2 VALUES(15), (17);
INSERT INTO t3 VALUES(11), (15);
SELECT a, t1.a, t2.a, t3.a FROM t1 INNER JOIN (t2 RIGHT JOIN t3 USING(a)) USING(a) ORDER BY 1;
--> 11, 11, NULL, 11
--> 15, 15, 15, 15
SELECT a, t2.a, t3.a FROM (t2 FULL JOIN t3 USING(a)) ORDER BY 1;
--> 11, NULL, 11
--> 15, 15, 15
--> 17, 17, NULL
SELECT * FROM t1 LEFT JOIN (t2 FULL JOIN t3 USING(a)) USING(a) ORDER BY 1;
--> 11
--> 15
--> 16

-- case the order of a derived table under an aggregate
CREATE TABLE t1(num INT);
INSERT INTO t1 VALUES(2), (1), (3), (4);
SELECT group_concat(num) FROM (SELECT num FROM t1 ORDER BY num DESC);
--> '4,3,2,1'

-- case affinity of a compound's columns
SELECT typeof(x), x = 2 FROM (SELECT 2.0 AS x UNION ALL SELECT CAST(2 AS TEXT));
--> 'real', 1
--> 'text', 0
CREATE TABLE tt(a TEXT, i INTEGER);
INSERT INTO tt VALUES('5', 5);
SELECT typeof(x), x = 5 FROM (SELECT a AS x FROM tt UNION ALL SELECT 5);
--> 'text', 0
--> 'integer', 1
SELECT typeof(x), x = '5' FROM (SELECT CAST(5 AS INT) AS x UNION ALL SELECT CAST(5 AS INTEGER) UNION ALL SELECT CAST(5 AS TEXT));
--> 'integer', 0
--> 'integer', 0
--> 'text', 1
SELECT typeof(x), x = '5', x = 5 FROM (SELECT i AS x FROM tt UNION ALL SELECT i FROM tt);
--> 'integer', 1, 1
--> 'integer', 1, 1
SELECT typeof(x), x = '5', x = 5 FROM (SELECT a AS x FROM tt UNION ALL SELECT a FROM tt);
--> 'text', 1, 1
--> 'text', 1, 1

-- case the schema table has several names
CREATE TABLE t(a);
CREATE TEMP TABLE u(b);
SELECT sqlite_schema.name FROM sqlite_schema;
--> 't'
SELECT sqlite_master.name FROM sqlite_schema;
--> 't'
SELECT sqlite_schema.name FROM sqlite_master;
--> 't'
SELECT main.sqlite_schema.name FROM sqlite_master;
--> 't'
SELECT sqlite_schema.name FROM sqlite_schema AS s;
--> error: no such column: sqlite_schema.name
SELECT sqlite_temp_schema.name FROM sqlite_temp_schema;
--> 'u'
SELECT sqlite_temp_schema.name FROM sqlite_temp_master;
--> 'u'
SELECT temp.sqlite_schema.name FROM sqlite_temp_master;
--> 'u'
SELECT sqlite_schema.name FROM sqlite_temp_master;
--> error: no such column: sqlite_schema.name
SELECT sqlite_schema.name FROM temp.sqlite_schema;
--> error: no such column: sqlite_schema.name
SELECT name FROM sqlite_schema WHERE EXISTS (SELECT 1 FROM sqlite_schema AS o WHERE o.name = sqlite_schema.name);
--> 't'

-- case one table in parentheses with an alias
create table t(a);
insert into t values(5);
select xyz.a from (t) as xyz;
--> 5
select t.a from (t) as xyz;
--> error: no such column: t.a
select b.a from ((t) as xyz) as b;
--> 5
select xyz.a from (t as q) as xyz;
--> 5
select q.a from (t as q) as xyz;
--> error: no such column: q.a
select u.a, xyz.a from t as u left join (t) as xyz on xyz.a = u.a;
--> 5, 5

-- case names that are made unique lose a number that they have
CREATE TABLE w AS SELECT 1 AS a, 2 AS a, 3 AS "a:1", 4 AS "a:2";
SELECT sql FROM sqlite_schema WHERE name = 'w';
--> 'CREATE TABLE w(a,"a:1","a:2","a:3")'
CREATE TABLE v AS SELECT 1 AS "b:7", 2 AS "b:7", 3 AS ":1", 4 AS ":1", 5 AS "c:", 6 AS "c:";
SELECT sql FROM sqlite_schema WHERE name = 'v';
--> 'CREATE TABLE v(\n  "b:7",\n  "b:1",\n  ":1",\n  ":2",\n  "c:",\n  "c:1"\n)'
SELECT * FROM (SELECT 1 AS a, 2 AS a, 3 AS "a:1");
--> 1, 2, 3
SELECT "a:2" FROM (SELECT 1 AS a, 2 AS a, 3 AS "a:1");
--> 3
