-- Subtypes of JSON, and collations, through windows and sorted aggregates.

-- case subtypes
CREATE TABLE t(a, b, c);
INSERT INTO t VALUES(1, 2, 3), (2, 2, 1), (3, 1, NULL), (4, 1, 5);
SELECT ntile((SELECT sum(a))) OVER (ORDER BY a), min(a) OVER (ORDER BY a) FROM t;
--> error: misuse of aggregate: sum()
SELECT (SELECT sum(x.a)), row_number() OVER () FROM t x;
--> error: misuse of aggregate: sum()
SELECT (SELECT sum(x.a) FROM t y LIMIT 1), row_number() OVER () FROM t x;
--> error: misuse of aggregate: sum()
SELECT row_number() OVER () FROM t x ORDER BY (SELECT sum(x.a));
--> error: misuse of aggregate: sum()
SELECT sum((SELECT count(x.a))) OVER () FROM t x GROUP BY b;
--> 4
--> 4
SELECT json_array(json_group_array(a) OVER ()) FROM t;
--> '[[1,2,3,4]]'
--> '[[1,2,3,4]]'
--> '[[1,2,3,4]]'
--> '[[1,2,3,4]]'
SELECT json_array(first_value(json(a)) OVER ()), json_group_array(json_array(a)) OVER (ORDER BY a DESC) FROM t;
--> '["4"]', '[[4]]'
--> '["4"]', '[[4],[3]]'
--> '["4"]', '[[4],[3],[2]]'
--> '["4"]', '[[4],[3],[2],[1]]'
SELECT json_group_array(json_group_array(a)) OVER () FROM t GROUP BY b;
--> '["[3,4]","[1,2]"]'
--> '["[3,4]","[1,2]"]'
SELECT json_group_array(json_array(a) ORDER BY b DESC, a) FROM t;
--> '[[1],[2],[3],[4]]'
SELECT json_group_array(DISTINCT json_array(b) ORDER BY json_array(b)) FROM t;
--> '[[1],[2]]'
SELECT max(a COLLATE nocase) IN (SELECT 1) FROM t;
--> 0
SELECT json_array(min(json_array(a)) OVER (ORDER BY a)), json_array(min(json_array(a)) OVER (ORDER BY a ROWS 1 PRECEDING)) FROM t;
--> '["[1]"]', '["[1]"]'
--> '["[1]"]', '["[1]"]'
--> '["[1]"]', '["[2]"]'
--> '["[1]"]', '["[3]"]'
SELECT a, json_group_array(b) OVER w, json_group_object(a, b) OVER w FROM t WINDOW w AS (ORDER BY a ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW);
--> 1, '[2]', '{"2":2}'
--> 2, '[2,1]', '{"1":2,"3":1}'
--> 3, '[2,1]', '{"2":2,"4":1}'
--> 4, '[1]', '{"3":1}'
SELECT json_group_array(json_object('a', a)) OVER (PARTITION BY b ORDER BY a ROWS 1 PRECEDING) FROM t;
--> '[{"a":3}]'
--> '[{"a":3},{"a":4}]'
--> '[{"a":1}]'
--> '[{"a":1},{"a":2}]'

-- case a collation reaches through a call
CREATE TABLE t1(id INTEGER PRIMARY KEY, b);
INSERT INTO t1 VALUES(1, 'abcd'), (2, 'BCDE'), (3, 'cdef'), (4, 'DEFG');
SELECT id, max(b COLLATE nocase) || '' FROM t1 GROUP BY id ORDER BY max(b COLLATE nocase) || '';
--> 1, 'abcd'
--> 2, 'BCDE'
--> 3, 'cdef'
--> 4, 'DEFG'
SELECT count() OVER (), id, max(b COLLATE nocase) FROM t1 GROUP BY id ORDER BY max(b COLLATE nocase);
--> 4, 1, 'abcd'
--> 4, 2, 'BCDE'
--> 4, 3, 'cdef'
--> 4, 4, 'DEFG'
SELECT id, first_value(b COLLATE nocase) OVER (ORDER BY id) IN (SELECT 'ABCD') FROM t1;
--> 1, 1
--> 2, 1
--> 3, 1
--> 4, 1
SELECT max(b COLLATE nocase) IN (SELECT 'defg') FROM t1;
--> 1
