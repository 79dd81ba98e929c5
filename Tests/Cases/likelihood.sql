-- What likely(), unlikely() and likelihood() say of a condition, and that it is looked at all the same.

-- case plans
CREATE TABLE t3(a INTEGER PRIMARY KEY, b UNIQUE, c);
CREATE TABLE t1(a, b, c, d, e, f);
CREATE INDEX i1 ON t1(a);
CREATE INDEX i2 ON t1(b);
CREATE INDEX i3 ON t1(c, d);
CREATE TABLE t2(e, f, g);
CREATE INDEX j1 ON t2(e);
CREATE INDEX j2 ON t2(f);
EXPLAIN QUERY PLAN SELECT * FROM t3 WHERE unlikely(a = 1);
--> 'SEARCH t3 USING INTEGER PRIMARY KEY (rowid=?)'
EXPLAIN QUERY PLAN SELECT * FROM t3 WHERE likely(b = 1);
--> 'SEARCH t3 USING INDEX sqlite_autoindex_t3_1 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t3 WHERE likely(a > 5) AND unlikely(b > 3);
--> 'SEARCH t3 USING INDEX sqlite_autoindex_t3_1 (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE unlikely(a = 1) AND b = 2;
--> 'SEARCH t1 USING INDEX i2 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE likelihood(a > 1, 0.9) AND b > 2;
--> 'SEARCH t1 USING INDEX i2 (b>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE likelihood(a = 1, 0.5) AND likelihood(b = 1, 0.4);
--> 'SEARCH t1 USING INDEX i2 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE unlikely(unlikely(a = 1));
--> 'SEARCH t1 USING INDEX i1 (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE unlikely(a = 1 OR b = 2);
--> 'MULTI-INDEX OR'
--> 'INDEX 1'
--> 'SEARCH t1 USING INDEX i1 (a=?)'
--> 'INDEX 2'
--> 'SEARCH t1 USING INDEX i2 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE (a = 1) COLLATE nocase;
--> 'SEARCH t1 USING INDEX i1 (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE likely(c = 1) AND likely(d = 2);
--> 'SCAN t1'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE unlikely(c = 1) AND unlikely(d > 2);
--> 'SEARCH t1 USING INDEX i3 (c=? AND d>?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 WHERE unlikely(a BETWEEN 1 AND 2) AND b = 4;
--> 'SEARCH t1 USING INDEX i2 (b=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE likely(t1.a = t2.e);
--> 'SCAN t1'
--> 'SCAN t2'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE likely(t1.a = t2.e AND t1.c = t2.f);
--> 'SCAN t2'
--> 'SEARCH t1 USING INDEX i1 (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE t1.a = t2.e AND unlikely(t1.f = 3);
--> 'SCAN t1'
--> 'SEARCH t2 USING INDEX j1 (e=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1, t2 WHERE t1.a = t2.e AND likely(t2.g = 3);
--> 'SCAN t2'
--> 'SEARCH t1 USING INDEX i1 (a=?)'
EXPLAIN QUERY PLAN SELECT * FROM t1 LEFT JOIN t2 ON unlikely(t1.a = t2.e);
--> 'SCAN t1'
--> 'SEARCH t2 USING INDEX j1 (e=?) LEFT-JOIN'

-- case rows
CREATE TABLE t(a, b);
CREATE INDEX i ON t(a);
INSERT INTO t VALUES (1, 2), (2, 3), (NULL, 4);
SELECT * FROM t WHERE unlikely(a = 2);
--> 2, 3
SELECT * FROM t WHERE likely(a > 0 AND b < 3);
--> 1, 2
SELECT * FROM t WHERE likelihood(a IS NULL, 0.01) OR b = 2;
--> 1, 2
--> NULL, 4
SELECT * FROM t WHERE likely(likely(a = 1) AND unlikely(b = 2)) COLLATE nocase;
--> 1, 2
SELECT count(*) FROM t AS x LEFT JOIN t AS y ON likely(x.a = y.b AND y.a = 1);
--> 3
