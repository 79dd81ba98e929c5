-- Truth tests and membership.

-- case IS TRUE and its kin
SELECT NULL IS TRUE, NULL IS FALSE, NULL IS NOT TRUE, NULL IS NOT FALSE;
--> 0, 0, 1, 1
SELECT 0 IS TRUE, 0 IS FALSE, 0 IS NOT TRUE, 0 IS NOT FALSE;
--> 0, 1, 1, 0
SELECT 2 IS TRUE, 2 IS FALSE, 2 IS NOT TRUE, 2 IS NOT FALSE;
--> 1, 0, 0, 1
SELECT 'x' IS TRUE, 'x' IS FALSE, '1x' IS NOT TRUE, 0.0 IS NOT FALSE;
--> 0, 1, 0, 0
SELECT count(*) FROM (VALUES (1), (NULL), (0)) WHERE (column1 IS FALSE) IS FALSE;
--> 2

-- case a query in two pairs of parentheses after IN
CREATE TABLE t(x);
INSERT INTO t VALUES(1), (2), (3);
SELECT x FROM t WHERE x IN ((SELECT x FROM t WHERE x > 1));
--> 2
--> 3
SELECT 5 IN ((SELECT 1 WHERE 0)), 5 NOT IN (((SELECT 1 WHERE 0)));
--> 0, 1
SELECT x FROM t WHERE x IN ((SELECT x FROM t WHERE x > 1), 1);
--> 1
--> 2
