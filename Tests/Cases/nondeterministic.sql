-- case functions that look at the clock do so in no generated column
CREATE TABLE t(a, b AS (date('now')));
INSERT INTO t(a) VALUES (1);
--> error: non-deterministic use of date() in a generated column
SELECT * FROM t;
CREATE TABLE t2(a, b AS (unixepoch('now')) STORED);
INSERT INTO t2(a) VALUES (1);
--> error: non-deterministic use of unixepoch() in a generated column
CREATE TABLE t3(a, b AS (date(a)));
INSERT INTO t3(a) VALUES ('2000-01-01');
INSERT INTO t3(a) VALUES ('now');
--> error: non-deterministic use of date() in a generated column
SELECT * FROM t3;
--> '2000-01-01', '2000-01-01'
UPDATE t3 SET a = 'now';
--> error: non-deterministic use of date() in a generated column
CREATE TABLE t4(a, b AS (julianday()));
INSERT INTO t4 VALUES (1);
--> error: non-deterministic use of julianday() in a generated column
CREATE TABLE t5(a, b AS (coalesce(a, date('now'))));
INSERT INTO t5(a) VALUES (1);
INSERT INTO t5(a) VALUES (NULL);
--> error: non-deterministic use of date() in a generated column
SELECT * FROM t5;
--> 1, 1
CREATE TABLE t6(a);
INSERT INTO t6 VALUES (1), (2);
ALTER TABLE t6 ADD COLUMN b AS (time('now'));
SELECT a FROM t6;
--> 1
--> 2
SELECT b FROM t6;
--> error: non-deterministic use of time() in a generated column
CREATE TABLE t7(a, b AS (current_timestamp));
--> error: non-deterministic functions prohibited in generated columns
PRAGMA integrity_check;
--> 'ok'

-- case functions that look at the clock do so in no CHECK constraint
CREATE TABLE t(a CHECK (a < date('now')));
INSERT INTO t VALUES (1);
--> error: non-deterministic use of date() in a CHECK constraint
INSERT INTO t VALUES (NULL);
--> error: non-deterministic use of date() in a CHECK constraint
INSERT OR IGNORE INTO t VALUES (1);
--> error: non-deterministic use of date() in a CHECK constraint
CREATE TABLE t2(a, CHECK (timediff('now', a) > 0));
INSERT INTO t2 VALUES ('2000-01-01');
--> error: non-deterministic use of timediff() in a CHECK constraint
CREATE TABLE t3(a CHECK (a > current_timestamp));
INSERT INTO t3 VALUES (x'00');
CREATE TABLE t4(a CHECK (random() IS NOT NULL));
INSERT INTO t4 VALUES (1);
CREATE TABLE t5(a CHECK (datetime(a, 'localtime') > 0));
INSERT INTO t5 VALUES ('2000-01-01');
--> error: non-deterministic use of datetime() in a CHECK constraint
INSERT INTO t5 VALUES (NULL);
CREATE TABLE t6(a CHECK (datetime(a, 'utc') IS NULL));
INSERT INTO t6 VALUES ('2000-01-01');
--> error: non-deterministic use of datetime() in a CHECK constraint
CREATE TABLE t7(a CHECK (strftime('%Y', a, 'subsec') > 0));
INSERT INTO t7 VALUES ('2000-01-01');
CREATE TABLE t8(a CHECK (a > 5 OR date('now') > a));
INSERT INTO t8 VALUES (6);
INSERT INTO t8 VALUES (4);
--> error: non-deterministic use of date() in a CHECK constraint
SELECT count(*) FROM t8;
--> 1
PRAGMA integrity_check;
--> 'ok'

-- case functions that look at the clock do so in no index
CREATE TABLE u(a);
CREATE INDEX i ON u(date(a));
INSERT INTO u VALUES ('now');
--> error: non-deterministic use of date() in an index
INSERT INTO u VALUES ('2000-01-01');
CREATE INDEX i2 ON u(date());
--> error: non-deterministic use of date() in an index
CREATE INDEX i3 ON u(date('now'));
--> error: non-deterministic use of date() in an index
CREATE INDEX i4 ON u(a) WHERE a > date('now');
--> error: non-deterministic use of date() in an index
CREATE INDEX i5 ON u(strftime('%Y', a, 'localtime'));
--> error: non-deterministic use of strftime() in an index
CREATE INDEX i6 ON u(datetime('subsec'));
--> error: non-deterministic use of datetime() in an index
CREATE INDEX i7 ON u(timediff(a, 'now'));
--> error: non-deterministic use of timediff() in an index
CREATE INDEX i8 ON u(current_date);
--> error: non-deterministic functions prohibited in index expressions
CREATE INDEX i9 ON u(a) WHERE current_date > 1;
--> error: non-deterministic functions prohibited in partial index WHERE clauses
CREATE INDEX i10 ON u(random());
--> error: non-deterministic functions prohibited in index expressions
SELECT date(a) FROM u WHERE date(a) > '1';
--> '2000-01-01'
SELECT count(*) FROM u WHERE date('now') > a;
--> 1
DELETE FROM u;
CREATE INDEX i11 ON u(a) WHERE date('now') > 1;
INSERT INTO u VALUES (1);
--> error: non-deterministic use of date() in an index
DROP INDEX i11;
CREATE INDEX i12 ON u(time());
INSERT INTO u VALUES (1);
--> error: non-deterministic use of time() in an index
DROP INDEX i12;
CREATE UNIQUE INDEX i13 ON u(date(a, 'utc'));
INSERT INTO u VALUES ('2000-01-01');
--> error: non-deterministic use of date() in an index
INSERT INTO u VALUES ('x');
REINDEX;
PRAGMA integrity_check;
--> 'ok'

-- case a default may look at the clock
CREATE TABLE t(a, b DEFAULT (date('now')), c DEFAULT current_timestamp);
INSERT INTO t(a) VALUES (1);
SELECT a, b = date('now'), typeof(c) FROM t;
--> 1, 1, 'text'
CREATE VIEW v AS SELECT date('now') > '2000' AS d;
SELECT d FROM v;
--> 1
CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = date('now', 'localtime') IS NOT NULL; END;
INSERT INTO t(a) VALUES (2);
SELECT a, b FROM t;
--> 1, 1
--> 2, 1
