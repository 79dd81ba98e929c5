-- Constant columns of views beside aggregates over no rows.

-- case views and joins
CREATE TABLE t(a);
CREATE TABLE e(b);
CREATE VIEW vt AS SELECT 1 AS x, a AS y FROM t;
CREATE VIEW vc AS SELECT 1 AS x, 2 AS y;
CREATE VIEW vd AS SELECT DISTINCT 1 AS x, a AS y FROM t;
CREATE VIEW vl AS SELECT 1 AS x, a AS y FROM t LIMIT 5;
CREATE VIEW vu AS SELECT 1 AS x, a AS y FROM t UNION ALL SELECT 1, 2 FROM t;
CREATE VIEW va AS SELECT 1 AS x, a AS y FROM t GROUP BY a;
CREATE VIEW vj AS SELECT 1 AS x, t.a AS y FROM t JOIN t u;
CREATE VIEW vlj AS SELECT 1 AS x, t.a AS y FROM t LEFT JOIN t u;
CREATE VIEW ve AS SELECT 1+1 AS x, a AS y FROM t;
CREATE VIEW vab AS SELECT abs(-1) AS x, a AS y FROM t;
CREATE VIEW vs AS SELECT (SELECT 5) AS x, a AS y FROM t;
SELECT x, count(*) FROM vt WHERE 0;
--> 1, 0
SELECT x, max(y) FROM vt WHERE y=17;
--> 1, NULL
SELECT x, y, sum(x) FROM vt WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vt JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vt JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vt JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vt JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e JOIN vt WHERE 0;
--> 1, 0
SELECT x, max(b) FROM e JOIN vt WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e JOIN vt;
--> 1, NULL
SELECT x, y, sum(x) FROM e JOIN vt WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vt LEFT JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vt LEFT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vt LEFT JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vt LEFT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vt WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vt WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vt;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vt WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vt RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vt RIGHT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vt RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vt RIGHT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vt WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vt WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vt;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vt WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vt FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vt FULL JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vt FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vt FULL JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vt WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vt WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vt;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vt WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vt JOIN e ON x=b WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vt JOIN e ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vt JOIN e ON x=b;
--> 1, NULL
SELECT x, y, sum(x) FROM vt JOIN e ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vt ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vt ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vt ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vt ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vt ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vt ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vt ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vt ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc WHERE 0;
--> NULL, 0
SELECT x, max(y) FROM vc WHERE y=17;
--> NULL, NULL
SELECT x, y, sum(x) FROM vc WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vc JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vc JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vc JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e JOIN vc WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e JOIN vc WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e JOIN vc;
--> NULL, NULL
SELECT x, y, sum(x) FROM e JOIN vc WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc LEFT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vc LEFT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vc LEFT JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vc LEFT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vc WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vc WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vc;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vc WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vc RIGHT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vc RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vc RIGHT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vc WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vc WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vc;
--> 1, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vc WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vc FULL JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vc FULL JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vc FULL JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vc WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vc WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vc;
--> 1, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vc WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vc JOIN e ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vc JOIN e ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vc JOIN e ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM vc JOIN e ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vc ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vc ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vc ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vc ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vc ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vc ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vc ON x=b;
--> 1, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vc ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd WHERE 0;
--> NULL, 0
SELECT x, max(y) FROM vd WHERE y=17;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vd JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vd JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e JOIN vd WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e JOIN vd WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e JOIN vd;
--> NULL, NULL
SELECT x, y, sum(x) FROM e JOIN vd WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd LEFT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vd LEFT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vd LEFT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd LEFT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vd WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vd WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vd;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vd WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vd RIGHT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vd RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd RIGHT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vd WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vd WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vd;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vd WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vd FULL JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vd FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd FULL JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vd WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vd WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vd;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vd WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vd JOIN e ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vd JOIN e ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vd JOIN e ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM vd JOIN e ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vd ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vd ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vd ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vd ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vd ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vd ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vd ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vd ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl WHERE 0;
--> NULL, 0
SELECT x, max(y) FROM vl WHERE y=17;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vl JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vl JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e JOIN vl WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e JOIN vl WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e JOIN vl;
--> NULL, NULL
SELECT x, y, sum(x) FROM e JOIN vl WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl LEFT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vl LEFT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vl LEFT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl LEFT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vl WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vl WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vl;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vl WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vl RIGHT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vl RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl RIGHT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vl WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vl WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vl;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vl WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vl FULL JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vl FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl FULL JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vl WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vl WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vl;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vl WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vl JOIN e ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vl JOIN e ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vl JOIN e ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM vl JOIN e ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vl ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vl ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vl ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vl ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vl ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vl ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vl ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vl ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu WHERE 0;
--> NULL, 0
SELECT x, max(y) FROM vu WHERE y=17;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vu JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vu JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e JOIN vu WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e JOIN vu WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e JOIN vu;
--> NULL, NULL
SELECT x, y, sum(x) FROM e JOIN vu WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu LEFT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vu LEFT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vu LEFT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu LEFT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vu WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vu WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vu;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vu WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vu RIGHT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vu RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu RIGHT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vu WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vu WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vu;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vu WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vu FULL JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vu FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu FULL JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vu WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vu WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vu;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vu WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vu JOIN e ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vu JOIN e ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM vu JOIN e ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM vu JOIN e ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vu ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vu ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN vu ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vu ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vu ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vu ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vu ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vu ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va WHERE 0;
--> NULL, 0
SELECT x, max(y) FROM va WHERE y=17;
--> NULL, NULL
SELECT x, y, sum(x) FROM va WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM va JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM va JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM va JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e JOIN va WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e JOIN va WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e JOIN va;
--> NULL, NULL
SELECT x, y, sum(x) FROM e JOIN va WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va LEFT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM va LEFT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM va LEFT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM va LEFT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN va WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN va WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN va;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN va WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM va RIGHT JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM va RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM va RIGHT JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN va WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN va WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN va;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN va WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM va FULL JOIN e WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM va FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM va FULL JOIN e WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN va WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN va WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN va;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN va WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM va JOIN e ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM va JOIN e ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM va JOIN e ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM va JOIN e ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN va ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN va ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e LEFT JOIN va ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN va ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN va ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN va ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN va ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN va ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vj WHERE 0;
--> 1, 0
SELECT x, max(y) FROM vj WHERE y=17;
--> 1, NULL
SELECT x, y, sum(x) FROM vj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vj JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vj JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vj JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vj JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e JOIN vj WHERE 0;
--> 1, 0
SELECT x, max(b) FROM e JOIN vj WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e JOIN vj;
--> 1, NULL
SELECT x, y, sum(x) FROM e JOIN vj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vj LEFT JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vj LEFT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vj LEFT JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vj LEFT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vj WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vj RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vj RIGHT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vj RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vj RIGHT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vj WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vj WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vj FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vj FULL JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vj FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vj FULL JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vj WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vj WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vj JOIN e ON x=b WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vj JOIN e ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vj JOIN e ON x=b;
--> 1, NULL
SELECT x, y, sum(x) FROM vj JOIN e ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vj ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vj ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vj ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vj ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vj ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vj ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vj ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vj ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vlj WHERE 0;
--> 1, 0
SELECT x, max(y) FROM vlj WHERE y=17;
--> 1, NULL
SELECT x, y, sum(x) FROM vlj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vlj JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vlj JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vlj JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vlj JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e JOIN vlj WHERE 0;
--> 1, 0
SELECT x, max(b) FROM e JOIN vlj WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e JOIN vlj;
--> 1, NULL
SELECT x, y, sum(x) FROM e JOIN vlj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vlj LEFT JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vlj LEFT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vlj LEFT JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vlj LEFT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vlj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vlj WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vlj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vlj WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vlj RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vlj RIGHT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vlj RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vlj RIGHT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vlj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vlj WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vlj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vlj WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vlj FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vlj FULL JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vlj FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vlj FULL JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vlj WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vlj WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vlj;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vlj WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vlj JOIN e ON x=b WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vlj JOIN e ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vlj JOIN e ON x=b;
--> 1, NULL
SELECT x, y, sum(x) FROM vlj JOIN e ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vlj ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vlj ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vlj ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vlj ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vlj ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vlj ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vlj ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vlj ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM ve WHERE 0;
--> 2, 0
SELECT x, max(y) FROM ve WHERE y=17;
--> 2, NULL
SELECT x, y, sum(x) FROM ve WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM ve JOIN e WHERE 0;
--> 2, 0
SELECT x, max(b) FROM ve JOIN e WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM ve JOIN e;
--> 2, NULL
SELECT x, y, sum(x) FROM ve JOIN e WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e JOIN ve WHERE 0;
--> 2, 0
SELECT x, max(b) FROM e JOIN ve WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM e JOIN ve;
--> 2, NULL
SELECT x, y, sum(x) FROM e JOIN ve WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM ve LEFT JOIN e WHERE 0;
--> 2, 0
SELECT x, max(b) FROM ve LEFT JOIN e WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM ve LEFT JOIN e;
--> 2, NULL
SELECT x, y, sum(x) FROM ve LEFT JOIN e WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN ve WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN ve WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM e LEFT JOIN ve;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN ve WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM ve RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM ve RIGHT JOIN e WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM ve RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM ve RIGHT JOIN e WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN ve WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN ve WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN ve;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN ve WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM ve FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM ve FULL JOIN e WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM ve FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM ve FULL JOIN e WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN ve WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN ve WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN ve;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN ve WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM ve JOIN e ON x=b WHERE 0;
--> 2, 0
SELECT x, max(b) FROM ve JOIN e ON x=b WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM ve JOIN e ON x=b;
--> 2, NULL
SELECT x, y, sum(x) FROM ve JOIN e ON x=b WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN ve ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN ve ON x=b WHERE y=17;
--> 2, NULL
SELECT x, sum(b) FROM e LEFT JOIN ve ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN ve ON x=b WHERE x = 5;
--> 2, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN ve ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN ve ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN ve ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN ve ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vab WHERE 0;
--> 1, 0
SELECT x, max(y) FROM vab WHERE y=17;
--> 1, NULL
SELECT x, y, sum(x) FROM vab WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vab JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vab JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vab JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vab JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e JOIN vab WHERE 0;
--> 1, 0
SELECT x, max(b) FROM e JOIN vab WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e JOIN vab;
--> 1, NULL
SELECT x, y, sum(x) FROM e JOIN vab WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vab LEFT JOIN e WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vab LEFT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vab LEFT JOIN e;
--> 1, NULL
SELECT x, y, sum(x) FROM vab LEFT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vab WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vab WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vab;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vab WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM vab RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vab RIGHT JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vab RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vab RIGHT JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vab WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vab WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vab;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vab WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vab FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vab FULL JOIN e WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vab FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vab FULL JOIN e WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vab WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vab WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vab;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vab WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vab JOIN e ON x=b WHERE 0;
--> 1, 0
SELECT x, max(b) FROM vab JOIN e ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM vab JOIN e ON x=b;
--> 1, NULL
SELECT x, y, sum(x) FROM vab JOIN e ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vab ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vab ON x=b WHERE y=17;
--> 1, NULL
SELECT x, sum(b) FROM e LEFT JOIN vab ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vab ON x=b WHERE x = 5;
--> 1, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vab ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vab ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vab ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vab ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vs WHERE 0;
--> 5, 0
SELECT x, max(y) FROM vs WHERE y=17;
--> 5, NULL
SELECT x, y, sum(x) FROM vs WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM vs JOIN e WHERE 0;
--> 5, 0
SELECT x, max(b) FROM vs JOIN e WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM vs JOIN e;
--> 5, NULL
SELECT x, y, sum(x) FROM vs JOIN e WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e JOIN vs WHERE 0;
--> 5, 0
SELECT x, max(b) FROM e JOIN vs WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM e JOIN vs;
--> 5, NULL
SELECT x, y, sum(x) FROM e JOIN vs WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM vs LEFT JOIN e WHERE 0;
--> 5, 0
SELECT x, max(b) FROM vs LEFT JOIN e WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM vs LEFT JOIN e;
--> 5, NULL
SELECT x, y, sum(x) FROM vs LEFT JOIN e WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vs WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vs WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM e LEFT JOIN vs;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vs WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM vs RIGHT JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vs RIGHT JOIN e WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM vs RIGHT JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vs RIGHT JOIN e WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e RIGHT JOIN vs WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e RIGHT JOIN vs WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e RIGHT JOIN vs;
--> NULL, NULL
SELECT x, y, sum(x) FROM e RIGHT JOIN vs WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vs FULL JOIN e WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM vs FULL JOIN e WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM vs FULL JOIN e;
--> NULL, NULL
SELECT x, y, sum(x) FROM vs FULL JOIN e WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vs WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vs WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vs;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vs WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM vs JOIN e ON x=b WHERE 0;
--> 5, 0
SELECT x, max(b) FROM vs JOIN e ON x=b WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM vs JOIN e ON x=b;
--> 5, NULL
SELECT x, y, sum(x) FROM vs JOIN e ON x=b WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e LEFT JOIN vs ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e LEFT JOIN vs ON x=b WHERE y=17;
--> 5, NULL
SELECT x, sum(b) FROM e LEFT JOIN vs ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e LEFT JOIN vs ON x=b WHERE x = 5;
--> 5, NULL, NULL
SELECT x, count(*) FROM e FULL JOIN vs ON x=b WHERE 0;
--> NULL, 0
SELECT x, max(b) FROM e FULL JOIN vs ON x=b WHERE y=17;
--> NULL, NULL
SELECT x, sum(b) FROM e FULL JOIN vs ON x=b;
--> NULL, NULL
SELECT x, y, sum(x) FROM e FULL JOIN vs ON x=b WHERE x = 5;
--> NULL, NULL, NULL
SELECT x, count(*) FROM (SELECT 1 AS c1) RIGHT JOIN vt WHERE c1;
--> 1, 0
SELECT x, max(b) FROM vt FULL JOIN e WHERE x;
--> 1, NULL
