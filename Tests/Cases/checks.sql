-- CHECK and NOT NULL: while rows are written, and in integrity_check.

-- case CHECK constraints
CREATE TABLE t(id INTEGER PRIMARY KEY, a, CHECK(rowid > 5), CHECK(_rowid_ < 50), CHECK(t.oid <> 7));
INSERT INTO t VALUES(1, 1);
--> error: CHECK constraint failed: rowid > 5
INSERT INTO t VALUES(51, 1);
--> error: CHECK constraint failed: _rowid_ < 50
INSERT INTO t VALUES(7, 1);
--> error: CHECK constraint failed: t.oid <> 7
INSERT INTO t VALUES(8, 1);
UPDATE t SET id = 7;
--> error: CHECK constraint failed: t.oid <> 7
UPDATE t SET rowid = 1;
--> error: CHECK constraint failed: rowid > 5
UPDATE t SET rowid = 9;
UPDATE t SET oid = 60;
--> error: CHECK constraint failed: _rowid_ < 50
SELECT * FROM t;
--> 9, 1
CREATE TABLE r(a, CHECK(rowid < 3));
INSERT INTO r VALUES(1), (2);
INSERT INTO r VALUES(3);
--> error: CHECK constraint failed: rowid < 3
INSERT INTO r(rowid, a) VALUES(-1, 3);
UPDATE r SET rowid = rowid + 1;
--> error: UNIQUE constraint failed: r.rowid
CREATE TABLE n(a CHECK(a > 0), b NOT NULL, c REAL CHECK(typeof(c) = 'real'), d TEXT CHECK(length(d) < 3) NOT NULL ON CONFLICT REPLACE DEFAULT 'x');
INSERT INTO n VALUES(NULL, 1, 3, NULL);
INSERT INTO n VALUES('a', 1, 3, 45);
INSERT INTO n VALUES(-1, 1, 3, 'a');
--> error: CHECK constraint failed: a > 0
INSERT INTO n VALUES(1, NULL, 3, 'a');
--> error: NOT NULL constraint failed: n.b
INSERT INTO n VALUES(1, 1, 'x', 'a');
--> error: CHECK constraint failed: typeof(c) = 'real'
INSERT INTO n VALUES(1, 1, 4, 'abc');
--> error: CHECK constraint failed: length(d) < 3
UPDATE n SET d = 'abcd';
--> error: CHECK constraint failed: length(d) < 3
UPDATE n SET d = NULL;
PRAGMA integrity_check;
--> 'ok'
PRAGMA ignore_check_constraints=ON;
INSERT INTO n VALUES(-1, 1, 'x', 'abcd'), (5, 2, 3, 'a'), (0, 3, 3, 'a');
INSERT INTO r(rowid, a) VALUES(10, 1);
PRAGMA integrity_check;
--> 'ok'
PRAGMA ignore_check_constraints=OFF;
PRAGMA integrity_check;
--> 'CHECK constraint failed in n'
--> 'CHECK constraint failed in n'
--> 'CHECK constraint failed in r'
PRAGMA quick_check;
--> 'CHECK constraint failed in n'
--> 'CHECK constraint failed in n'
--> 'CHECK constraint failed in r'
PRAGMA integrity_check(n);
--> 'CHECK constraint failed in n'
--> 'CHECK constraint failed in n'
PRAGMA integrity_check(1);
--> 'CHECK constraint failed in n'

-- case rows in a list count as a subquery
CREATE TABLE t(a, b CHECK ((1, b) IN ((1, 1))));
--> error: subqueries prohibited in CHECK constraints
CREATE TABLE t(a, b CHECK ((1, b) IN ()));
CREATE TABLE u(a, b);
CREATE INDEX i ON u(a) WHERE (a, b) IN ((1, 2), (3, 4));
--> error: subqueries prohibited in partial index WHERE clauses
CREATE INDEX i ON u((a, b) IN ((1, 2)));
--> error: subqueries prohibited in index expressions
CREATE TABLE v(a, b AS ((a, 1) IN ((1, 2))));
--> error: subqueries prohibited in generated columns
