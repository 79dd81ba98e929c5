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

-- case More than 64 terms to sort by
CREATE TABLE t(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65);
CREATE INDEX ti ON t(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65);
INSERT INTO t(c65) VALUES (1), (3), (2);
SELECT c65 FROM t ORDER BY c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65 DESC;
--> 3
--> 2
--> 1
SELECT c65 FROM t ORDER BY c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31, c32, c33, c34, c35, c36, c37, c38, c39, c40, c41, c42, c43, c44, c45, c46, c47, c48, c49, c50, c51, c52, c53, c54, c55, c56, c57, c58, c59, c60, c61, c62, c63, c64, c65;
--> 1
--> 2
--> 3

-- case Many terms on one column
CREATE TABLE t(a, b, c, d, e, f, g, h);
CREATE INDEX ti ON t(a, b, c, d, e, f, g, h);
INSERT INTO t VALUES (1, 1, 1, 1, 1, 1, 1, 1);
SELECT count(*) FROM t WHERE a IN (1, 2) AND a IN (1, 3) AND a IN (1, 4) AND a IN (1, 5) AND a IN (1, 6) AND a IN (1, 7) AND a IN (1, 8) AND a IN (1, 9) AND a IN (1, 10) AND a IN (1, 11) AND a IN (1, 12) AND a IN (1, 13) AND b IN (1, 2) AND b IN (1, 3) AND b IN (1, 4) AND b IN (1, 5) AND b IN (1, 6) AND b IN (1, 7) AND b IN (1, 8) AND b IN (1, 9) AND b IN (1, 10) AND b IN (1, 11) AND b IN (1, 12) AND b IN (1, 13) AND c IN (1, 2) AND c IN (1, 3) AND c IN (1, 4) AND c IN (1, 5) AND c IN (1, 6) AND c IN (1, 7) AND c IN (1, 8) AND c IN (1, 9) AND c IN (1, 10) AND c IN (1, 11) AND c IN (1, 12) AND c IN (1, 13) AND d IN (1, 2) AND d IN (1, 3) AND d IN (1, 4) AND d IN (1, 5) AND d IN (1, 6) AND d IN (1, 7) AND d IN (1, 8) AND d IN (1, 9) AND d IN (1, 10) AND d IN (1, 11) AND d IN (1, 12) AND d IN (1, 13) AND e IN (1, 2) AND e IN (1, 3) AND e IN (1, 4) AND e IN (1, 5) AND e IN (1, 6) AND e IN (1, 7) AND e IN (1, 8) AND e IN (1, 9) AND e IN (1, 10) AND e IN (1, 11) AND e IN (1, 12) AND e IN (1, 13) AND f IN (1, 2) AND f IN (1, 3) AND f IN (1, 4) AND f IN (1, 5) AND f IN (1, 6) AND f IN (1, 7) AND f IN (1, 8) AND f IN (1, 9) AND f IN (1, 10) AND f IN (1, 11) AND f IN (1, 12) AND f IN (1, 13) AND g IN (1, 2) AND g IN (1, 3) AND g IN (1, 4) AND g IN (1, 5) AND g IN (1, 6) AND g IN (1, 7) AND g IN (1, 8) AND g IN (1, 9) AND g IN (1, 10) AND g IN (1, 11) AND g IN (1, 12) AND g IN (1, 13) AND h IN (1, 2) AND h IN (1, 3) AND h IN (1, 4) AND h IN (1, 5) AND h IN (1, 6) AND h IN (1, 7) AND h IN (1, 8) AND h IN (1, 9) AND h IN (1, 10) AND h IN (1, 11) AND h IN (1, 12) AND h IN (1, 13);
--> 1
