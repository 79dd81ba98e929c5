-- Generated columns: reading and writing them, indexes, joins, triggers, foreign keys.

-- case virtual and stored columns, indexes on them
CREATE TABLE t(a INTEGER PRIMARY KEY, b AS (a+1), c AS (b*2) STORED, d TEXT, e TEXT AS (d||c) COLLATE NOCASE);
INSERT INTO t VALUES(1,2);
INSERT INTO t VALUES(1,2,3);
--> error: table t has 2 columns but 3 values were supplied
INSERT INTO t(a,b) VALUES(1,2);
--> error: cannot INSERT into generated column "b"
INSERT INTO t(d) VALUES('x'),('y');
SELECT *,rowid FROM t;
--> 1, 2, 4, '2', '24', 1
--> 2, 3, 6, 'x', 'x6', 2
--> 3, 4, 8, 'y', 'y8', 3
UPDATE t SET b=3;
--> error: cannot UPDATE generated column "b"
UPDATE t SET a=10, c=3;
--> error: cannot UPDATE generated column "c"
UPDATE t SET (d,c)=(1,2);
--> error: cannot UPDATE generated column "c"
INSERT INTO t(a) VALUES(1) ON CONFLICT(a) DO UPDATE SET c=1;
--> error: cannot UPDATE generated column "c"
INSERT INTO t(a,d) VALUES(1,'p') ON CONFLICT(a) DO UPDATE SET d=excluded.e||b||c RETURNING *;
--> 1, 2, 4, 'p424', 'p4244'
INSERT INTO t DEFAULT VALUES RETURNING a,b,c,e;
--> 4, 5, 10, NULL
SELECT typeof(b),typeof(c),typeof(e), e = 'X6' FROM t;
--> 'integer', 'integer', 'text', 0
--> 'integer', 'integer', 'text', 1
--> 'integer', 'integer', 'text', 0
--> 'integer', 'integer', 'null', NULL
CREATE INDEX tb ON t(b);
CREATE INDEX te ON t(e);
CREATE INDEX tc ON t(c) WHERE b>2;
CREATE UNIQUE INDEX tbc ON t(b,c);
SELECT b FROM t WHERE b=3;
--> 3
SELECT a FROM t WHERE e='X6';
--> 2
UPDATE t SET d='zz' WHERE b=3 RETURNING *;
--> 2, 3, 6, 'zz', 'zz6'
UPDATE t SET a=a+100 WHERE a=2 RETURNING *;
--> 102, 103, 206, 'zz', 'zz206'
UPDATE t SET rowid=7 WHERE a=3 RETURNING *;
--> 7, 8, 16, 'y', 'y16'
SELECT * FROM t ORDER BY e;
--> 4, 5, 10, NULL, NULL
--> 1, 2, 4, 'p424', 'p4244'
--> 7, 8, 16, 'y', 'y16'
--> 102, 103, 206, 'zz', 'zz206'
SELECT * FROM t ORDER BY b DESC;
--> 102, 103, 206, 'zz', 'zz206'
--> 7, 8, 16, 'y', 'y16'
--> 4, 5, 10, NULL, NULL
--> 1, 2, 4, 'p424', 'p4244'
DELETE FROM t WHERE e LIKE 'zz%' RETURNING e;
--> 'zz206'
SELECT count(*), max(b), min(c), sum(b) FROM t;
--> 3, 8, 4, 15
SELECT b, count(*) FROM t GROUP BY b HAVING c>1 ORDER BY e;
--> 5, 1
--> 2, 1
--> 8, 1
SELECT DISTINCT e FROM t ORDER BY e DESC;
--> 'y16'
--> 'p4244'
--> NULL
SELECT t.b, u.c FROM t LEFT JOIN t AS u ON u.b=t.c ORDER BY 1;
--> 2, NULL
--> 5, NULL
--> 8, NULL
SELECT (SELECT e FROM t AS x WHERE x.b=t.b) FROM t ORDER BY 1;
--> NULL
--> 'p4244'
--> 'y16'
WITH v AS (SELECT e, b FROM t) SELECT * FROM v WHERE b IN (SELECT b FROM t) ORDER BY b;
--> 'p4244', 2
--> NULL, 5
--> 'y16', 8
PRAGMA table_info(t);
--> 0, 'a', 'INTEGER', 0, NULL, 1
--> 1, 'd', 'TEXT', 0, NULL, 0
PRAGMA table_xinfo(t);
--> 0, 'a', 'INTEGER', 0, NULL, 1, 0
--> 1, 'b', '', 0, NULL, 0, 2
--> 2, 'c', '', 0, NULL, 0, 3
--> 3, 'd', 'TEXT', 0, NULL, 0, 0
--> 4, 'e', 'TEXT', 0, NULL, 0, 2
PRAGMA table_list(t);
--> 'main', 't', 'table', 5, 0, 0
VACUUM;
SELECT * FROM t ORDER BY a;
--> 1, 2, 4, 'p424', 'p4244'
--> 4, 5, 10, NULL, NULL
--> 7, 8, 16, 'y', 'y16'
REINDEX;
CREATE TABLE t2 AS SELECT * FROM t;
SELECT * FROM t2 ORDER BY a;
--> 1, 2, 4, 'p424', 'p4244'
--> 4, 5, 10, NULL, NULL
--> 7, 8, 16, 'y', 'y16'
INSERT INTO t(a,d) SELECT a+1000, e FROM t;
INSERT INTO t(a,d) SELECT a+1000, e, b FROM t;
--> error: 3 values for 2 columns
INSERT INTO t SELECT a+5000, e FROM t;
INSERT INTO t SELECT * FROM t;
--> error: table t has 2 columns but 5 values were supplied
SELECT * FROM t ORDER BY a;
--> 1, 2, 4, 'p424', 'p4244'
--> 4, 5, 10, NULL, NULL
--> 7, 8, 16, 'y', 'y16'
--> 1001, 1002, 2004, 'p4244', 'p42442004'
--> 1004, 1005, 2010, NULL, NULL
--> 1007, 1008, 2016, 'y16', 'y162016'
--> 5001, 5002, 10004, 'p4244', 'p424410004'
--> 5004, 5005, 10010, NULL, NULL
--> 5007, 5008, 10016, 'y16', 'y1610016'
--> 6001, 6002, 12004, 'p42442004', 'p4244200412004'
--> 6004, 6005, 12010, NULL, NULL
--> 6007, 6008, 12016, 'y162016', 'y16201612016'

-- case constraints and triggers
CREATE TABLE t(a, b AS (a+1) UNIQUE, c NOT NULL AS (b*2) STORED, CHECK(c<100));
INSERT INTO t VALUES(1),(2);
INSERT INTO t VALUES(1);
--> error: UNIQUE constraint failed: t.b
INSERT INTO t VALUES(NULL);
--> error: NOT NULL constraint failed: t.c
INSERT INTO t VALUES(99);
--> error: CHECK constraint failed: c<100
INSERT OR REPLACE INTO t VALUES(1) RETURNING rowid,*;
--> 3, 1, 2, 4
INSERT OR IGNORE INTO t VALUES(1),(NULL),(7);
UPDATE t SET a=2 WHERE a=1;
--> error: UNIQUE constraint failed: t.b
UPDATE OR REPLACE t SET a=2 WHERE a=1;
UPDATE OR IGNORE t SET a=NULL;
UPDATE t SET a=NULL;
--> error: NOT NULL constraint failed: t.c
UPDATE t SET a=200;
--> error: CHECK constraint failed: c<100
SELECT rowid,* FROM t;
--> 3, 2, 3, 6
--> 4, 7, 8, 16
INSERT INTO t VALUES(2) ON CONFLICT(b) DO UPDATE SET a=a+10 RETURNING *;
--> 12, 13, 26
INSERT INTO t VALUES(2) ON CONFLICT(c) DO NOTHING;
--> error: ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint
INSERT INTO t(a) VALUES(12) ON CONFLICT DO NOTHING;
CREATE TABLE log(x);
CREATE TRIGGER bi BEFORE INSERT ON t BEGIN INSERT INTO log VALUES('bi '||new.rowid||' '||quote(new.a)||quote(new.b)||quote(new.c)); END;
CREATE TRIGGER ai AFTER INSERT ON t BEGIN INSERT INTO log VALUES('ai '||new.rowid||' '||quote(new.a)||quote(new.b)||quote(new.c)); END;
CREATE TRIGGER bu BEFORE UPDATE ON t BEGIN INSERT INTO log VALUES('bu '||quote(old.a)||quote(old.b)||quote(old.c)||quote(new.a)||quote(new.b)||quote(new.c)); END;
CREATE TRIGGER au AFTER UPDATE OF b ON t BEGIN INSERT INTO log VALUES('never'); END;
CREATE TRIGGER au2 AFTER UPDATE OF a ON t WHEN new.c>old.c BEGIN INSERT INTO log VALUES('au '||quote(old.c)||quote(new.c)); END;
CREATE TRIGGER bd BEFORE DELETE ON t BEGIN INSERT INTO log VALUES('bd '||quote(old.a)||quote(old.b)||quote(old.c)); END;
INSERT INTO t VALUES(30),('31'),(32.5);
UPDATE t SET a=a+1 WHERE b>30;
--> error: UNIQUE constraint failed: t.b
UPDATE t SET a=a WHERE c=28;
DELETE FROM t WHERE b BETWEEN 30 AND 33;
SELECT * FROM log;
--> 'bi -1 303162'
--> 'ai 5 303162'
--> 'bi -1 ''31''3264'
--> 'ai 6 ''31''3264'
--> 'bi -1 32.533.567.0'
--> 'ai 7 32.533.567.0'
--> 'bd 303162'
--> 'bd ''31''3264'
SELECT * FROM t;
--> 12, 13, 26
--> 7, 8, 16
--> 32.5, 33.5, 67.0
INSERT INTO t VALUES('abc');
SELECT * FROM t;
--> 12, 13, 26
--> 7, 8, 16
--> 32.5, 33.5, 67.0
--> 'abc', 1, 2
DELETE FROM t;
SELECT * FROM t;

-- case WITHOUT ROWID
CREATE TABLE w(k TEXT, v, n INT AS (length(k)), m REAL AS (n) STORED, z AS (v||k), PRIMARY KEY(k)) WITHOUT ROWID;
INSERT INTO w VALUES('a',1),('bb',2),('ccc',NULL);
SELECT * FROM w;
--> 'a', 1, 1, 1.0, '1a'
--> 'bb', 2, 2, 2.0, '2bb'
--> 'ccc', NULL, 3, 3.0, NULL
CREATE INDEX wn ON w(n);
CREATE INDEX wm ON w(m,z);
CREATE UNIQUE INDEX wz ON w(z) WHERE n>1;
UPDATE w SET k=k||'x' WHERE n=2 RETURNING *;
--> 'bbx', 2, 3, 3.0, '2bbx'
SELECT k FROM w WHERE m=3.0;
--> 'ccc'
--> 'bbx'
SELECT * FROM w WHERE n>1 ORDER BY n DESC;
--> 'ccc', NULL, 3, 3.0, NULL
--> 'bbx', 2, 3, 3.0, '2bbx'
EXPLAIN QUERY PLAN SELECT * FROM w WHERE n=2;
--> 'SEARCH w USING INDEX wn (n=?)'
EXPLAIN QUERY PLAN SELECT n FROM w WHERE n=2;
--> 'SEARCH w USING INDEX wn (n=?)'
INSERT INTO w(v,k) VALUES(7,'bbx') ON CONFLICT(k) DO UPDATE SET v=excluded.z RETURNING *;
--> 'bbx', '7bbx', 3, 3.0, '7bbxbbx'
REPLACE INTO w VALUES('a',5) RETURNING *;
--> 'a', 5, 1, 1.0, '5a'
DELETE FROM w WHERE z='5a' RETURNING n,m,z;
--> 1, 1.0, '5a'
SELECT * FROM w;
--> 'bbx', '7bbx', 3, 3.0, '7bbxbbx'
--> 'ccc', NULL, 3, 3.0, NULL
VACUUM;
SELECT * FROM w NOT INDEXED;
--> 'bbx', '7bbx', 3, 3.0, '7bbxbbx'
--> 'ccc', NULL, 3, 3.0, NULL

-- case STRICT
CREATE TABLE s(a INT, b TEXT AS (a) , c INT AS ('x'||a) STORED) STRICT;
INSERT INTO s VALUES(1);
--> error: cannot store TEXT value in INT column s.c
INSERT INTO s VALUES(NULL);
SELECT * FROM s;
--> NULL, NULL, NULL
CREATE TABLE s2(a INT, b INT AS ('x'||a) ) STRICT;
INSERT INTO s2 VALUES(1);
--> error: cannot store TEXT value in INT column s2.b
CREATE TABLE s4(a TEXT, b INT AS (a), c REAL AS (b) STORED, d BLOB AS (a), e ANY AS (a)) STRICT;
INSERT INTO s4 VALUES('12');
--> error: cannot store TEXT value in BLOB column s4.d
INSERT INTO s4 VALUES('x');
--> error: cannot store TEXT value in INT column s4.b
INSERT INTO s4 VALUES(x'12');
--> error: cannot store BLOB value in TEXT column s4.a
SELECT *,typeof(b),typeof(c) FROM s4;
CREATE TABLE s5(a TEXT NOT NULL, b INT NOT NULL AS (a), c REAL NOT NULL AS (b) STORED, e ANY AS (a)) STRICT;
INSERT INTO s5 VALUES('12');
INSERT INTO s5 VALUES(NULL);
--> error: NOT NULL constraint failed: s5.a
INSERT INTO s5 VALUES('x');
--> error: cannot store TEXT value in INT column s5.b
UPDATE s5 SET a='13.0';
UPDATE s5 SET a='13.5';
--> error: cannot store REAL value in INT column s5.b
SELECT *,typeof(b),typeof(c) FROM s5;
--> '13.0', 13, 13.0, '13.0', 'integer', 'real'
CREATE TABLE s6(a INT NOT NULL, b INT AS (c||'x') STORED, c INT) STRICT;
INSERT INTO s6 VALUES(NULL,1);
--> error: NOT NULL constraint failed: s6.a
INSERT INTO s6 VALUES(1,1);
--> error: cannot store TEXT value in INT column s6.b

-- case foreign keys
CREATE TABLE p(a, b AS (a*2) UNIQUE);
CREATE TABLE ch(x, y AS (x+1) REFERENCES p(b));
PRAGMA foreign_keys=1;
INSERT INTO ch VALUES(1);
--> error: FOREIGN KEY constraint failed
INSERT INTO p VALUES(1);
INSERT INTO ch VALUES(1);
UPDATE p SET a=5;
--> error: FOREIGN KEY constraint failed
DELETE FROM p;
--> error: FOREIGN KEY constraint failed
UPDATE ch SET x=5;
--> error: FOREIGN KEY constraint failed
CREATE TABLE ch2(x, y AS (x+1) REFERENCES p(b) ON DELETE SET NULL ON UPDATE CASCADE);
INSERT INTO ch2 VALUES(1);
DELETE FROM ch;
DELETE FROM p;
--> error: cannot UPDATE generated column "y"
UPDATE p SET a=6;
--> error: cannot UPDATE generated column "y"
CREATE TABLE ch3(x, y AS (x+1) REFERENCES p(b) ON DELETE SET DEFAULT);
INSERT INTO ch3 VALUES(1);
DROP TABLE ch2;
DELETE FROM p;
--> error: cannot UPDATE generated column "y"
CREATE TABLE ch4(x, y AS (x+1) STORED REFERENCES p(b) ON DELETE CASCADE);
DROP TABLE ch3;
INSERT INTO ch4 VALUES(1);
DELETE FROM p;
SELECT * FROM ch4;
PRAGMA foreign_key_check;

-- case collations and views
CREATE TABLE q(a, b AS (a COLLATE NOCASE), c TEXT AS (a) COLLATE NOCASE, d AS (CASE WHEN a='A' THEN 1 ELSE 0 END));
INSERT INTO q VALUES('A'),('a'),('b');
SELECT count(*) FROM q WHERE b='a';
--> 1
SELECT count(*) FROM q WHERE c='a';
--> 2
SELECT *, b='A', c='A' FROM q;
--> 'A', 'A', 'A', 1, 1, 1
--> 'a', 'a', 'a', 0, 0, 1
--> 'b', 'b', 'b', 0, 0, 0
SELECT a,b,c,d FROM q GROUP BY c ORDER BY c;
--> 'A', 'A', 'A', 1
--> 'b', 'b', 'b', 0
SELECT group_concat(DISTINCT c) FROM q;
--> 'A,b'
CREATE INDEX qc ON q(c);
CREATE INDEX qd ON q(d+1);
SELECT a FROM q WHERE c='a' ORDER BY rowid;
--> 'A'
--> 'a'
SELECT a FROM q INDEXED BY qc WHERE c='a' ORDER BY rowid;
--> 'A'
--> 'a'
CREATE VIEW vq AS SELECT c, d, b FROM q;
SELECT * FROM vq WHERE c='A' ORDER BY b;
--> 'A', 1, 'A'
--> 'a', 0, 'a'
CREATE TRIGGER vi INSTEAD OF UPDATE ON vq BEGIN UPDATE q SET a=new.b WHERE c=old.c; END;
UPDATE vq SET b='Q' WHERE d=1;
SELECT * FROM q;
--> 'Q', 'Q', 'Q', 0
--> 'Q', 'Q', 'Q', 0
--> 'b', 'b', 'b', 0

-- case the NULL row of an outer join has NULL in generated columns too
CREATE TABLE q(a, d AS (CASE WHEN a='A' THEN 1 ELSE 0 END), c TEXT AS (a));
INSERT INTO q VALUES('A'),('a'),('b');
CREATE TABLE o(x, y AS (coalesce(x,7)), w AS (1) STORED);
INSERT INTO o VALUES(1),(2);
SELECT q.a, o.y, o.w FROM q LEFT JOIN o ON o.x=q.d ORDER BY 1,2;
--> 'A', 1, 1
--> 'a', NULL, NULL
--> 'b', NULL, NULL
SELECT o.y FROM q LEFT JOIN o ON o.x=99;
--> NULL
--> NULL
--> NULL
SELECT o.y,q.a FROM o RIGHT JOIN q ON o.x=q.d;
--> 1, 'A'
--> NULL, 'a'
--> NULL, 'b'
SELECT o.y,q.c FROM o FULL JOIN q ON o.x=q.d ORDER BY 1,2;
--> NULL, 'a'
--> NULL, 'b'
--> 1, 'A'
--> 2, NULL
SELECT count(o.y), count(*) FROM q LEFT JOIN o ON o.x=q.d;
--> 1, 3
CREATE INDEX oy ON o(y);
SELECT o.y FROM q LEFT JOIN o ON o.y=99;
--> NULL
--> NULL
--> NULL
SELECT o.y FROM q LEFT JOIN o ON o.y=q.d ORDER BY 1;
--> NULL
--> NULL
--> 1
SELECT max(y),min(y) FROM o;
--> 2, 1
UPDATE o SET x = q.d*10 FROM q WHERE o.y=q.d RETURNING *;
--> 10, 10, 1
SELECT * FROM o;
--> 10, 10, 1
--> 2, 2, 1

-- case columns that depend on many others
CREATE TABLE q(a);
INSERT INTO q VALUES('x');
CREATE TABLE big(a INT, v1 AS (a+1), v2 AS (v1+v1), v3 AS (v2+v2), v4 AS (v3+v3), v5 AS (v4+v4), v6 AS (v5+v5), v7 AS (v6+v6), v8 AS (v7+v7), v9 AS (v8+v8), v10 AS (v9+v9), v11 AS (v10+v10), v12 AS (v11+v11), v13 AS (v12+v12), v14 AS (v13+v13));
INSERT INTO big VALUES(1),(2),(NULL);
SELECT v14, v13, v2 FROM big;
--> 16384, 8192, 4
--> 24576, 12288, 6
--> NULL, NULL, NULL
CREATE INDEX bigv ON big(v14);
SELECT v14 FROM big WHERE v14>100 ORDER BY v14 DESC;
--> 24576
--> 16384
SELECT v12 FROM q LEFT JOIN big ON v14=16385;
--> NULL

-- case a row that an index of a partial kind leaves out
CREATE TABLE t(a, b AS (a % 10), c AS (b * 2) STORED);
CREATE INDEX i ON t(b) WHERE c > 10;
CREATE UNIQUE INDEX u ON t(b || c) WHERE a > 100;
INSERT INTO t(a) VALUES (1), (7), (18), (101), (115);
INSERT INTO t(a) VALUES (111);
--> error: UNIQUE constraint failed: index 'u'
UPDATE t SET a = a + 100 WHERE c = 2;
--> error: UNIQUE constraint failed: index 'u'
UPDATE t SET a = 0 WHERE b = 7;
DELETE FROM t WHERE b = 8;
SELECT * FROM t ORDER BY a;
--> 0, 0, 0
--> 1, 1, 2
--> 101, 1, 2
--> 115, 5, 10
PRAGMA integrity_check;
--> 'ok'
