-- The rowid of joins in parentheses.

-- case a bare rowid beside one
CREATE TABLE t(a);
INSERT INTO t VALUES (1);
SELECT rowid FROM t, (t AS x JOIN t AS y);
--> error: ambiguous column name: rowid
SELECT rowid FROM (t AS x JOIN t AS y);
--> error: ambiguous column name: rowid
SELECT rowid FROM (t AS x JOIN t AS y), t;
--> error: ambiguous column name: rowid
SELECT rowid FROM t, (SELECT 1);
--> 1
SELECT t.rowid, x.rowid FROM t, (t AS x, t AS y);
--> 1, 1
