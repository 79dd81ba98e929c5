-- What is JSON to other JSON functions, and what is text.

-- case JSON nested, through columns, subqueries, groups
create table t(a);
select json_array(x) from (select json('[1]') as x);
--> '["[1]"]'
select json_array(x) from (select json('[1]') as x limit 1);
--> '["[1]"]'
select json_array(x) from (select json('[1]') as x union all select json('[2]'));
--> '["[1]"]'
--> '["[2]"]'
with t as materialized (select json('[1]') as x) select json_array(x) from t;
--> '["[1]"]'
with t as not materialized (select json('[1]') as x) select json_array(x) from t;
--> '["[1]"]'
with t as not materialized (select distinct json('[1]') as x) select json_array(x) from t;
--> '["[1]"]'
select json_array((select x from (select json('[1]') as x order by 1 limit 1)));
--> '["[1]"]'
insert into t values('[1]'),('[2]'),('{"b":3}');
select json_array(json(a)) from t;
--> '[[1]]'
--> '[[2]]'
--> '[{"b":3}]'
select json_array(x) from (select json(a) x from t);
--> '["[1]"]'
--> '["[2]"]'
--> '["{\"b\":3}"]'
select json_array(x) from (select json(a) x from t order by 1);
--> '["[1]"]'
--> '["[2]"]'
--> '["{\"b\":3}"]'
select json_array(x) from (select json(a) x from t order by 1 limit 2);
--> '["[1]"]'
--> '["[2]"]'
select json_group_array(x) from (select json(a) x from t order by 1 limit 2);
--> '["[1]","[2]"]'
select json_group_array(x) from (select json(a) x from t order by a);
--> '["[1]","[2]","{\"b\":3}"]'
select json_group_array(distinct json(a)) from t;
--> '[[1],[2],{"b":3}]'
select json_array(max(json(a))) from t;
--> '[{"b":3}]'
select json_array(min(json(a))) from t;
--> '[[1]]'
select json_array(json(a)) from t group by json(a);
--> '[[1]]'
--> '[[2]]'
--> '[{"b":3}]'
select json_array(json(a)) from t group by a;
--> '[[1]]'
--> '[[2]]'
--> '[{"b":3}]'
select json_array(x) from (select json(a) as x from t) group by x;
--> '["[1]"]'
--> '["[2]"]'
--> '["{\"b\":3}"]'
select json_array(json(a)) from t order by json(a);
--> '[[1]]'
--> '[[2]]'
--> '[{"b":3}]'
select json_array(x) from (select json_group_array(a) as x from t);
--> '["[\"[1]\",\"[2]\",\"{\\\"b\\\":3}\"]"]'
select json_object('r',json_group_array(a)) from t;
--> '{"r":["[1]","[2]","{\"b\":3}"]}'
select json_object('r',json_group_array(json(a))) from t;
--> '{"r":[[1],[2],{"b":3}]}'
select json_object('r',(select json_group_array(json(a)) from t));
--> '{"r":[[1],[2],{"b":3}]}'
select x, json_array(x) from (select json_group_array(a) as x from t) where x like '%';
--> '["[1]","[2]","{\"b\":3}"]', '["[\"[1]\",\"[2]\",\"{\\\"b\\\":3}\"]"]'
select json_array(a) from t where a = json('[1]');
--> '["[1]"]'
create index ti on t(json(a));
select json_array(json(a)) from t where json(a)='[1]';
--> '[[1]]'
select json(a) from t where json(a)='[1]';
--> '[1]'
create view v as select json(a) as j from t;
select json_array(j) from v;
--> '["[1]"]'
--> '["[2]"]'
--> '["{\"b\":3}"]'
select json_array(j), json_array(k) from v, (select json('[7]') as k) limit 1;
--> '["[1]"]', '["[7]"]'
select json_array(j) from v join t on 1 order by j limit 1;
--> '["[1]"]'
select json_array(k) from t left join (select json('[7]') as k) on 1;
--> '["[7]"]'
--> '["[7]"]'
--> '["[7]"]'
select json_array(k) from t left join (select json('[7]') as k) on a='[1]';
--> '["[7]"]'
--> '[null]'
--> '[null]'
with recursive c(x,n) as (select json('[1]'),1 union all select json_array(x),n+1 from c where n<3) select x,json_array(x) from c;
--> '[1]', '["[1]"]'
--> '["[1]"]', '["[\"[1]\"]"]'
--> '["[\"[1]\"]"]', '["[\"[\\\"[1]\\\"]\"]"]'
select json_array(x) from (select json('[1]') as x union select json('[2]'));
--> '["[1]"]'
--> '["[2]"]'


-- case ORDER BY and DISTINCT in aggregates, groups without rows
create table t(a);
insert into t values('[1]'),('[2]'),('{"b":3}');
select json_group_array(json(a) order by a desc) from t;
--> '[{"b":3},[2],[1]]'
select json_group_array(a order by json(a)) from t;
--> '["[1]","[2]","{\"b\":3}"]'
select json_group_array(x order by x desc) from (select json(a) x from t);
--> '["{\"b\":3}","[2]","[1]"]'
select json_group_object(a,json(a) order by a desc) from t;
--> '{"{\"b\":3}":{"b":3},"[2]":[2],"[1]":[1]}'
select json_group_array(value order by key desc) from json_each('[[1],[2]]');
--> '[[2],[1]]'
select json_group_array(value order by value) from json_each('[[1],[2]]');
--> '[[1],[2]]'
select json_group_array(distinct value order by value) from json_each('[[1],[2],[1]]');
--> '[[1],[2]]'
select json_group_array(distinct json(value) order by json(value) desc) from json_each('[[1],[2],[1]]');
--> '[[2],[1]]'
select json_array(x) from (select distinct value x from json_each('[[1]]'));
--> '["[1]"]'
select typeof(jsonb_group_array(x)),typeof(jsonb_group_object(x,x)),subtype(jsonb_group_array(x)),subtype(json_group_array(x)) from (select 1 x where 0);
--> 'text', 'text', 74, 74
select typeof(jsonb_group_object(x,x)),json_group_object(x,x) from (select null x);
--> 'blob', '{}'
with t(i,k,v) as (values(1,'a',1),(2,null,2),(3,'b',3)) select json_group_object(k,v) over (order by i rows between 2 preceding and 1 preceding),jsonb_group_array(k) over (order by i rows between 2 preceding and 1 preceding) from t;
--> '{}', '[]'
--> '{"a":1}', x'2b1761'
--> '{"a":1}', x'3b176100'
with t(i,k,v) as (values(1,null,1),(2,'a',2),(3,'b',3),(4,'c',4)) select json_group_object(k,v) over (order by i rows between 1 preceding and current row) from t;
--> '{}'
--> '{"a":2}'
--> '{"b":3}'
--> '{"c":4}'

-- case rows on their way to RETURNING
CREATE TABLE t(a, b);
INSERT INTO t VALUES (1, json(1)) RETURNING json_array(b);
--> '[1]'
INSERT INTO t VALUES (1, json(1)), (2, json(2)) RETURNING json_array(b);
--> '["1"]'
--> '["2"]'
INSERT INTO t VALUES (1, 1), (2, json(2)) RETURNING json_array(b);
--> '[1]'
--> '["2"]'
INSERT INTO t SELECT 1, json(2) RETURNING json_array(b);
--> '["2"]'
INSERT INTO t SELECT 1, json(2) FROM t LIMIT 1 RETURNING json_array(b);
--> '["2"]'
UPDATE t SET b = json(3) WHERE a = 2 RETURNING json_array(b);
--> '[3]'
--> '[3]'
CREATE TABLE k(k PRIMARY KEY, v, w);
INSERT INTO k VALUES (1, 1, 1), (1, json(4), 1) ON CONFLICT (k) DO UPDATE SET w = json_array(excluded.v) RETURNING w;
--> 1
--> '["4"]'
INSERT INTO k VALUES (1, json(4), 1) ON CONFLICT (k) DO UPDATE SET w = json_array(excluded.v) RETURNING w, json_array(v);
--> '[4]', '[1]'
INSERT INTO k SELECT 1, json(4), 1 WHERE 1 ON CONFLICT (k) DO UPDATE SET w = json_array(excluded.v);
SELECT * FROM k;
--> 1, 1, '[4]'
