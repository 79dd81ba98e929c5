-- json_each() and json_tree().

-- case rows, columns, paths, joins
select key,value,type,atom,id,parent,fullkey,path from json_tree('{"a":[1,{"b c":2}],"d":null}');
--> NULL, '{"a":[1,{"b c":2}],"d":null}', 'object', NULL, 0, NULL, '$', '$'
--> 'a', '[1,{"b c":2}]', 'array', NULL, 2, 0, '$.a', '$'
--> 0, 1, 'integer', 1, 5, 2, '$.a[0]', '$.a'
--> 1, '{"b c":2}', 'object', NULL, 7, 2, '$.a[1]', '$.a'
--> 'b c', 2, 'integer', 2, 8, 7, '$.a[1]."b c"', '$.a[1]'
--> 'd', NULL, 'null', NULL, 14, 0, '$.d', '$'
select hex(jsonb('{"a":[1,{"b c":2}],"d":null}'));
--> 'CC0F17619B13316C376220631332176400'
select key,value,type,atom,id,parent,fullkey,path from json_each('{"a":[1,{"b c":2}],"d":null}');
--> 'a', '[1,{"b c":2}]', 'array', NULL, 2, NULL, '$.a', '$'
--> 'd', NULL, 'null', NULL, 14, NULL, '$.d', '$'
select key,value,type,atom,id,parent,fullkey,path from json_tree('{"a":[1,{"b c":2}],"d":null}','$.a');
--> 'a', '[1,{"b c":2}]', 'array', NULL, 2, NULL, '$.a', '$'
--> 0, 1, 'integer', 1, 5, 2, '$.a[0]', '$.a'
--> 1, '{"b c":2}', 'object', NULL, 7, 2, '$.a[1]', '$.a'
--> 'b c', 2, 'integer', 2, 8, 7, '$.a[1]."b c"', '$.a[1]'
select key,value,type,atom,id,parent,fullkey,path from json_tree('{"a":[1,{"b c":2}],"d":null}','$.a[1]');
--> 'a[1]', '{"b c":2}', 'object', NULL, 7, NULL, '$.a[1]', '$'
--> 'b c', 2, 'integer', 2, 8, 7, '$.a[1]."b c"', '$.a[1]'
select key,value,type,atom,id,parent,fullkey,path from json_each('{"a":[1,{"b c":2}],"d":null}','$.a');
--> 0, 1, 'integer', 1, 5, NULL, '$.a[0]', '$.a'
--> 1, '{"b c":2}', 'object', NULL, 7, NULL, '$.a[1]', '$.a'
select key,value,type,atom,id,parent,fullkey,path from json_each('{"a":[1,{"b c":2}],"d":null}','$.d');
--> NULL, NULL, 'null', NULL, 14, NULL, '$.d', '$.d'
select key,value,type,atom,id,parent,fullkey,path from json_each('5');
--> NULL, 5, 'integer', 5, 0, NULL, '$', '$'
select key,value,type,atom,id,parent,fullkey,path from json_tree('[[]]');
--> NULL, '[[]]', 'array', NULL, 0, NULL, '$', '$'
--> 0, '[]', 'array', NULL, 1, 0, '$[0]', '$'
select key,fullkey from json_tree('{"a\"b":1,"a1":2,"1a":3,"_x":4,"é":5,"":6,"a.b":7,"\u0041":8}');
--> NULL, '$'
--> 'a"b', '$."a\"b"'
--> 'a1', '$.a1'
--> '1a', '$."1a"'
--> '_x', '$."_x"'
--> 'é', '$."é"'
--> '', '$.""'
--> 'a.b', '$."a.b"'
--> 'A', '$."\u0041"'
select key,fullkey from json_tree('{a:1,''q"r'':2,"x]":3}');
--> NULL, '$'
--> 'a', '$.a'
--> 'q"r', '$."q"r"'
--> 'x]', '$."x]"'
select json,root from json_each('[1]');
--> '[1]', '$'
select json,root from json_each('[1]','$');
--> '[1]', '$'
select * from json_each(null);
select * from json_each('[1]',null);
select * from json_each('bad');
--> error: malformed JSON
select * from json_each('[1]','bad');
--> error: bad JSON path: 'bad'
select key,path,fullkey from json_each('{"a":{"b":[1]}}','$.a.b');
--> 0, '$.a.b', '$.a.b[0]'
select key,path,fullkey from json_tree('{"a":{"b":[1]}}','$."a"."b"');
--> 'b', '$."a"', '$."a"."b"'
--> 0, '$."a"."b"', '$."a"."b"[0]'
select key,path,fullkey from json_tree('{"a":{"b":[1]}}','$.a.b[0]');
--> 0, '$.a.b', '$.a.b[0]'
select key,path,fullkey from json_tree('{"a":{"b":[1]}}','$.a.b[#-1]');
--> 0, '$.a.b', '$.a.b[#-1]'
select typeof(value),subtype(value) from json_each('[[1],2,"x",null,true]');
--> 'text', 74
--> 'integer', 0
--> 'text', 0
--> 'null', 0
--> 'integer', 0
select typeof(value),hex(value) from jsonb_each('[[1],2,"x",null,true]');
--> 'blob', '2B1331'
--> 'integer', '32'
--> 'text', '78'
--> 'null', ''
--> 'integer', '31'
select hex(json),typeof(json) from json_each(jsonb('[1]'));
--> '2B1331', 'blob'
select id,key,value from json_tree(x'3b133161');
--> error: malformed JSON
select * from json_each;
select count(*) from json_each;
--> 0
select count(*) from json_each where root='$';
--> 0
select rowid,key from json_each('[5,6]');
--> 0, 0
--> 1, 1
select rowid,id,key from json_tree('[5,[6]]');
--> 0, 0, NULL
--> 1, 1, 0
--> 2, 3, 1
--> 3, 4, 0
select * from json_each('[1]','$','x');
--> error: too many arguments on json_each() - max 2
select * from json_each();
select * from json_each('[1]','$') order by rowid desc;
--> 0, 1, 'integer', 1, 1, NULL, '$[0]', '$'
create virtual table jt using json_each;
--> error: no such module: json_each
select * from json_each('[1]') where key=0 and id=1;
--> 0, 1, 'integer', 1, 1, NULL, '$[0]', '$'
select a.value,b.value from json_each('[[1,2],[3]]') a, json_each(a.value) b;
--> '[1,2]', 1
--> '[1,2]', 2
--> '[3]', 3
select a.value,b.value from json_each('[[1,2],[3]]') a left join json_each(a.value) b on b.value>2;
--> '[1,2]', NULL
--> '[3]', 3
select value from json_each('{"x":[1,2]}') as e where exists(select 1 from json_each(e.value));
--> '[1,2]'
insert into json_each values(1);
--> error: table json_each may not be modified
select json_group_array(value) from json_each('[1,[2],"x"]');
--> '[1,[2],"x"]'
select sum(value) from json_tree('{"a":[1,2,{"b":3}]}') where atom is not null;
--> 6
select * from json_each(x'ff');
--> error: malformed JSON
select * from json_each where json is null;
select * from json_each where json='[1]' and root is null;
select json_array(x) from (select value x from json_each('[[1]]'));
--> '[[1]]'
select json_array(x) from (select value x from json_each('[[1]]') limit 1);
--> '[[1]]'
select json_array(x) from (select value x from json_each('[[1]]') order by id limit 1);
--> '["[1]"]'
select json_array(value) from json_each('[[1]]') order by value;
--> '[[1]]'
select json_array(value) from json_each('[[1],[1]]') group by value;
--> '["[1]"]'
select json_array((select value from json_each('[[1]]')));
--> '[[1]]'
