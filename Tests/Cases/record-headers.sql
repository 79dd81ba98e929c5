-- Reading columns of rows whose record headers begin alike.

-- case the columns that only the second of three rows was read to
CREATE TABLE t1(a INTEGER, b INTEGER, c INTEGER, d INTEGER, e INTEGER);
INSERT INTO t1 VALUES(1601, 1600, 1603, 1604, 1602), (1590, 1580, 1550, NULL, 1570), (1670, 1690, 1680, 1650, 1660);
SELECT * FROM t1 WHERE b > c;
--> 1590, 1580, 1550, NULL, 1570
--> 1670, 1690, 1680, 1650, 1660
SELECT e FROM t1 WHERE b > c ORDER BY e;
--> 1570
--> 1660
