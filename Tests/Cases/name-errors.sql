-- Which of several unknown names is told, and when a name is looked for at all.

-- case the first of several unknown columns
SELECT zz + yy;
--> error: no such column: zz
SELECT abs(zz), yy;
--> error: no such column: zz
SELECT CASE zz WHEN 1 THEN yy END;
--> error: no such column: zz
SELECT zz IN (yy);
--> error: no such column: zz
SELECT zz BETWEEN yy AND xx;
--> error: no such column: zz
SELECT CAST(zz AS INT) + yy;
--> error: no such column: zz
CREATE TABLE n(a);
SELECT zz FROM n WHERE yy;
--> error: no such column: zz
SELECT zz FROM n ORDER BY yy;
--> error: no such column: zz
SELECT zz FROM n GROUP BY yy;
--> error: no such column: zz
UPDATE n SET a = zz WHERE yy;
--> error: no such column: zz
SELECT a FROM n JOIN n AS m ON zz WHERE yy;
--> error: ambiguous column name: a

-- case an unknown collation is an error where something is compared
SELECT 1 COLLATE nowhere = 2;
--> error: no such collation sequence: nowhere
CREATE TABLE n(a);
INSERT INTO n VALUES ('x');
SELECT a FROM n GROUP BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT DISTINCT a COLLATE nowhere FROM n;
--> error: no such collation sequence: nowhere
SELECT a FROM n ORDER BY a COLLATE nowhere;
--> error: no such collation sequence: nowhere
SELECT a COLLATE nowhere FROM n UNION SELECT 1;
--> error: no such collation sequence: nowhere
SELECT max(a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere
SELECT a COLLATE nowhere IN ('x') FROM n;
--> error: no such collation sequence: nowhere
SELECT CASE a COLLATE nowhere WHEN 1 THEN 2 END FROM n;
--> error: no such collation sequence: nowhere
SELECT count(DISTINCT a COLLATE nowhere) FROM n;
--> error: no such collation sequence: nowhere

-- case and nowhere else
CREATE TABLE n(a);
INSERT INTO n VALUES ('x');

-- case missing tables come before ambiguous names in USING
CREATE TABLE t3(id);
CREATE TABLE t5(id);
SELECT 1 FROM json_each FULL JOIN t5 JOIN t3 USING (id) WHERE (SELECT 1 FROM nosuch);
--> error: no such table: nosuch
SELECT 1 FROM json_each FULL JOIN t5 JOIN t3 USING (id);
--> error: ambiguous reference to id in USING()
