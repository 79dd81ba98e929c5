-- Names of the columns of subqueries, common tables, views and CREATE TABLE AS.

-- case names of columns look through COLLATE and likelihoods
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES (1, 'x', 2), (2, 'X', 3);
SELECT a FROM (SELECT a COLLATE NOCASE FROM t);
--> 1
--> 2
SELECT b, count(*) FROM (SELECT t.b COLLATE NOCASE FROM t) GROUP BY b;
--> 'x', 2
SELECT "b COLLATE NOCASE" FROM (SELECT b COLLATE NOCASE FROM t);
--> 'b COLLATE NOCASE'
--> 'b COLLATE NOCASE'
WITH q AS (SELECT b COLLATE NOCASE COLLATE BINARY FROM t) SELECT b FROM q;
--> 'x'
--> 'X'
SELECT * FROM t JOIN (SELECT a COLLATE NOCASE FROM t) USING (a);
--> 1, 'x', 2
--> 2, 'X', 3
SELECT t.c FROM t NATURAL JOIN (SELECT a COLLATE NOCASE FROM t);
--> 2
--> 3
SELECT a FROM (SELECT likely(a) FROM t);
--> error: no such column: a
SELECT a FROM (SELECT +a COLLATE NOCASE FROM t);
--> error: no such column: a
CREATE VIEW v AS SELECT a COLLATE NOCASE, likely(b), unlikely(c), likelihood(c, 0.5), A, -a COLLATE NOCASE FROM t;
SELECT name FROM pragma_table_info('v');
--> 'a'
--> 'b'
--> 'c'
--> 'c:1'
--> 'a:1'
--> '-a COLLATE NOCASE'
SELECT b, "c:1" FROM v;
--> 'x', 2
--> 'X', 3
CREATE TABLE n AS SELECT A COLLATE NOCASE, likely(B), (c) COLLATE RTRIM FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'n';
--> 'CREATE TABLE n(a,b,c)'

-- case a quoted name that is no column names its column in a subquery
CREATE TABLE t(a, b);
CREATE TABLE u(x);
INSERT INTO t VALUES (1, 2);
INSERT INTO u VALUES (9);
SELECT nosuch FROM (SELECT "nosuch" FROM t);
--> 'nosuch'
SELECT nosuch FROM (SELECT "nosuch" COLLATE NOCASE FROM t);
--> 'nosuch'
WITH q AS (SELECT "p q", "r" || 'x' FROM t) SELECT "p q" FROM q;
--> 'p q'
SELECT b FROM t, (SELECT "b" FROM u);
--> error: ambiguous column name: b
SELECT * FROM t JOIN (SELECT "b" FROM u) USING (b);
CREATE VIEW v AS SELECT "nosuch" FROM t;
SELECT name FROM pragma_table_info('v');
--> '"nosuch"'
SELECT nosuch FROM v;
--> error: no such column: nosuch
CREATE TABLE n AS SELECT "nosuch" FROM t;
SELECT sql FROM sqlite_schema WHERE name = 'n';
--> 'CREATE TABLE n("""nosuch""")'

-- case the rowid, and the case of letters
CREATE TABLE t(a INTEGER PRIMARY KEY, b);
INSERT INTO t VALUES (1, 2);
SELECT rowid FROM (SELECT rowid FROM t);
--> 1
SELECT a FROM (SELECT rowid FROM t);
--> error: no such column: a
SELECT a FROM (SELECT oid COLLATE NOCASE FROM t);
--> error: no such column: a
SELECT oid FROM (SELECT oid COLLATE NOCASE FROM t);
--> 1
SELECT "ROWID:1" FROM (SELECT rowid, ROWID FROM t);
--> 1
CREATE VIEW v AS SELECT rowid, likely(rowid), B FROM t;
SELECT a, "a:1", b FROM v;
--> 1, 1, 2
SELECT name FROM pragma_table_info('v');
--> 'a'
--> 'a:1'
--> 'b'
CREATE TABLE n AS SELECT * FROM (SELECT A, t.B, (b) FROM t);
SELECT sql FROM sqlite_schema WHERE name = 'n';
--> 'CREATE TABLE n(A INT,B,"b:1")'
CREATE TABLE m AS SELECT * FROM (SELECT A COLLATE NOCASE, B AS a FROM t);
SELECT sql FROM sqlite_schema WHERE name = 'm';
--> 'CREATE TABLE m(A INT,"a:1")'
WITH q AS (SELECT likely(b), b COLLATE NOCASE FROM t) SELECT "likely(b)", b FROM q;
--> 2, 2
SELECT b FROM (SELECT b COLLATE NOCASE FROM t UNION SELECT 7);
--> 2
--> 7
SELECT b FROM (SELECT 7 UNION SELECT b COLLATE NOCASE FROM t);
--> error: no such column: b

-- case lists of column names with namesakes
CREATE VIEW v(a,a) AS SELECT 1,2;
SELECT * FROM v;
--> 1, 2
SELECT a FROM v;
--> 1
SELECT "a:1" FROM v;
--> 2
WITH c(a,a) AS (SELECT 1,2) SELECT * FROM c;
--> 1, 2
WITH c(a,a) AS (SELECT 1,2) SELECT a FROM c;
--> 1
WITH c(a,A) AS (SELECT 1,2) SELECT "A:1" FROM c;
--> 2
WITH RECURSIVE c(a,a) AS (SELECT 1,2 UNION ALL SELECT a+1,5 FROM c WHERE a<2) SELECT * FROM c;
--> 1, 2
--> 2, 5
CREATE TABLE z AS SELECT * FROM v;
SELECT name FROM pragma_table_info('z');
--> 'a'
--> 'a:1'
SELECT name FROM pragma_table_info('v');
--> 'a'
--> 'a:1'
WITH c(true,a) AS (SELECT 1,2) SELECT * FROM c;
--> 1, 2
WITH c("1",a) AS (SELECT 1,2) SELECT "1" FROM c;
--> 1
CREATE VIEW v2(true) AS SELECT 1;
SELECT name FROM pragma_table_info('v2');
--> 'column1'
