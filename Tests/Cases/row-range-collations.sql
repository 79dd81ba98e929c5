-- Ranges of rows: the collation is that of the left side of the text.

-- case sides with two collations
CREATE TABLE t3 (id COLLATE NOCASE, n);
CREATE TABLE t4 (b, n);
INSERT INTO t4 VALUES ('NULL', 1), ('a', 2), ('Z', 3);
INSERT INTO t3 VALUES ('a', 1), ('m', 2);
CREATE INDEX i ON t4 (b);
SELECT id, b FROM t3 JOIN t4 ON (id, 1) <= (t4.b, 1) ORDER BY 1, 2;
--> 'a', 'NULL'
--> 'a', 'Z'
--> 'a', 'a'
--> 'm', 'NULL'
--> 'm', 'Z'
SELECT id, b FROM t3 JOIN t4 ON (t4.b, 1) >= (id, 1) ORDER BY 1, 2;
--> 'a', 'a'
SELECT id, b FROM t3 JOIN t4 ON (id, t3.n) < (t4.b, t4.n) ORDER BY 1, 2;
--> 'a', 'NULL'
--> 'a', 'Z'
--> 'a', 'a'
--> 'm', 'NULL'
--> 'm', 'Z'
CREATE INDEX j ON t4 (n, b);
SELECT id, b FROM t3 JOIN t4 ON (t3.n, id) <= (t4.n, t4.b) ORDER BY 1, 2;
--> 'a', 'Z'
--> 'a', 'a'
--> 'm', 'Z'
SELECT id, b FROM t3 JOIN t4 ON (t4.n, t4.b) >= (t3.n, id) ORDER BY 1, 2;
--> 'a', 'Z'
--> 'a', 'a'
--> 'm', 'Z'

-- case VALUES in a compound
VALUES ('a' COLLATE nocase) UNION SELECT 'A';
--> 'A'
SELECT 'A' UNION VALUES ('a' COLLATE nocase);
--> 'a'
VALUES ('a' COLLATE nocase), ('b') UNION SELECT 'A';
--> 'A'
--> 'b'
VALUES ('b'), ('a' COLLATE nocase) UNION SELECT 'A';
--> 'A'
--> 'a'
--> 'b'
