-- Keys of searches.

-- case integers that no real holds are not found among reals
CREATE TABLE t1(a, n);
CREATE TABLE t2(b REAL, c);
INSERT INTO t1 VALUES(9007199254740993, 1), (9007199254740992, 2), ('9007199254740993', 3), ('2.5', 4), (9223372036854775807, 5), (3, 6);
INSERT INTO t2 VALUES(9007199254740992.0, 'p'), (2.5, 'q'), (9223372036854775807.0, 'r'), (3, 's');
SELECT n, c FROM t1 JOIN t2 ON b = a ORDER BY n, c;
--> 2, 'p'
--> 4, 'q'
--> 6, 's'
SELECT n, c FROM t2 CROSS JOIN t1 ON b = a ORDER BY n, c;
--> 2, 'p'
--> 4, 'q'
--> 6, 's'
SELECT n FROM t1 WHERE a IN (SELECT b FROM t2) ORDER BY n;
--> 2
--> 4
--> 6
SELECT c FROM t2 WHERE b IN (9007199254740993, 3) ORDER BY c;
--> 's'
SELECT c FROM t2 WHERE b IN (SELECT a FROM t1) ORDER BY c;
--> 'p'
--> 'q'
--> 's'
SELECT c FROM t2 WHERE b > 9223372036854775806 ORDER BY c;
--> 'r'
CREATE INDEX i2 ON t2(b);
SELECT n, c FROM t1 CROSS JOIN t2 ON b = a ORDER BY n, c;
--> 2, 'p'
--> 4, 'q'
--> 6, 's'
SELECT c FROM t2 WHERE b = 9007199254740993 ORDER BY c;
SELECT c FROM t2 WHERE b IN (9007199254740993, 3) ORDER BY c;
--> 's'
SELECT c FROM t2 WHERE b IN (SELECT a FROM t1) ORDER BY c;
--> 'p'
--> 'q'
--> 's'
SELECT c FROM t2 WHERE b > 9223372036854775806 ORDER BY c;
--> 'r'
SELECT c FROM t2 WHERE b >= 9007199254740993 ORDER BY c;
--> 'r'
SELECT c FROM t2 WHERE b < 9007199254740993 ORDER BY c;
--> 'p'
--> 'q'
--> 's'
SELECT c FROM t2 WHERE b = '2.5';
--> 'q'
