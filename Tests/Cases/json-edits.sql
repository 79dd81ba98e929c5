-- JSON functions that change values.

-- case insert, replace, set, remove, patch
select json_set('{}','$.a',9e999,'$.b',0.1+0.2,'$.c',-9e999);
--> '{"a":9e999,"b":0.3,"c":-9e999}'
select json_set('{}','$' || replace(hex(zeroblob(998)),'00','.a'), 1) is not null;
--> 1
select json_set('{}','$' || replace(hex(zeroblob(1010)),'00','.a'), 1) is not null;
--> 1
select json_set('{}','$' || replace(hex(zeroblob(3010)),'00','.a'), 1) is not null;
--> 1
select json_set('{}','$.a'), 1;
--> error: json_set() needs an odd number of arguments
select jsonb_set('{}','$.a'), 1;
--> error: json_set() needs an odd number of arguments
select json_replace('{}','$.a'), 1;
--> error: json_replace() needs an odd number of arguments
select jsonb_insert('{}','$.a'), 1;
--> error: json_insert() needs an odd number of arguments
select json_set('{}'), json_set(), 1;
--> '{}', NULL, 1
select json_set('{}');
--> '{}'
select json_set();
--> NULL
select json_array_insert('[1]','$[0]',2);
--> error: no such function: json_array_insert
select typeof(json_quote(5)), subtype(json_quote(5)), subtype(json_quote(null)), subtype(json('[1]')), subtype(json_extract('[[1]]','$[0]')), subtype(json_extract('[1]','$[0]')), subtype('[1]'->0), subtype('[[1]]'->>0), subtype(jsonb('[1]')), subtype(json_type('1')), subtype(json_array()), subtype(json_object()), subtype(json_patch('{}','{}')), subtype(json_pretty('{}')), subtype(json_group_array(1)),subtype(json_remove('[1]','$[0]')), subtype(json_extract('[1]','$[0]','$[1]'));
--> 'text', 74, 74, 74, 74, 0, 74, 0, 0, 0, 74, 74, 74, 0, 74, 74, 74
select json_set('{}','$.a','[1]','$.b',json('[1]'),'$.c',jsonb('[1]'),'$.d',x'0b');
--> '{"a":"[1]","b":[1],"c":[1],"d":[]}'
select json_set('{}','$.d',x'ff');
--> error: JSON cannot hold BLOB values
select json_insert('[1,2]','$[#]',3,'$[5]',4,'$[3]',5,'$[0]',9);
--> '[1,2,3,5]'
select json_replace('{"a":1}','$.a',json('{"q":[1]}'),'$.b',1);
--> '{"a":{"q":[1]}}'
select json_set('{"a":1}','$','x'), json_insert('{"a":1}','$','x'), json_replace('{"a":1}','$','x');
--> '"x"', '{"a":1}', '"x"'
select json_set('{"a":1}',NULL,'x');
--> '{"a":1}'
select json_set('{"a":1}','$.a',1,NULL,'x');
--> '{"a":1}'
select json_set(NULL,'$.a',1);
--> NULL
select json_set('{"a":{}}','$.a.b.c.d[0].e',1,'$.x[0]',2,'$.y[1]',3,'$.z."q r"',4);
--> '{"a":{"b":{"c":{"d":[{"e":1}]}}},"x":[2],"z":{"q r":4}}'
select json_set('{"a":1}','$.b[',1);
--> error: bad JSON path: '$.b['
select json_set('{"a":1}','$.b[0',1);
--> error: bad JSON path: '$.b[0'
select json_set('{"a":1}','$.b.',1);
--> error: bad JSON path: '$.b.'
select json_set('{"a":1}','$.b."x',1);
--> error: bad JSON path: '$.b."x'
select json_set('{"a":1}','b',1);
--> error: bad JSON path: 'b'
select json_set('5','$.a',1), json_set('[1]','$.a',1), json_set('{}','$[0]',1);
--> '5', '[1]', '{}'
select json_remove('{"a":1,"b":[1,2,3]}','$.a','$.b[1]','$.z','$.b[#-1]');
--> '{"b":[1]}'
select json_remove('{"a":1}','$'), json_remove('{"a":1}'), json_remove('{"a":1}',null), json_remove(null,'$.a');
--> NULL, '{"a":1}', NULL, NULL
select json_remove('{"a":1}','a');
--> error: bad JSON path: 'a'
select json_remove('{"a":1}','$','bad');
--> NULL
select json_patch('{"a":1,"b":{"c":2}}','{"a":null,"b":{"d":3,"c":null},"e":{"f":null,"g":1}}');
--> '{"b":{"d":3},"e":{"g":1}}'
select json_patch('[1]','{"a":1}'), json_patch('{"a":1}','[1]'), json_patch('{"a":1}','null'), json_patch(null,'{}'), json_patch('{}',null);
--> '{"a":1}', '[1]', 'null', NULL, NULL
select json_patch('{"a":1,"a":2}','{"a":3}'), json_patch('{}','{"a":1,"a":2}');
--> '{"a":3,"a":2}', '{"a":2}'
select json_patch('x','{}');
--> error: malformed JSON
select json_patch('{}','x');
--> error: malformed JSON
select length(json_set('{}','$' || replace(hex(zeroblob(3010)),'00','.a'), 1));
--> 18061
select length(jsonb_set('{}','$' || replace(hex(zeroblob(3010)),'00','.a'), 1));
--> 14985
select length(json(jsonb_set('{}','$' || replace(hex(zeroblob(990)),'00','.a'), 1)));
--> 5941
select length(json(jsonb_set('{}','$' || replace(hex(zeroblob(1000)),'00','.a'), 1)));
--> 6001
select length(json(jsonb_set('{}','$' || replace(hex(zeroblob(1001)),'00','.a'), 1)));
--> 6007
select length(json(jsonb_set('{}','$' || replace(hex(zeroblob(1002)),'00','.a'), 1)));
--> 6013
select json_valid(jsonb_set('{}','$' || replace(hex(zeroblob(1000)),'00','.a'), 1),8);
--> 0
select json_valid(jsonb_set('{}','$' || replace(hex(zeroblob(999)),'00','.a'), 1),8);
--> 1
select json_error_position(jsonb_set('{}','$' || replace(hex(zeroblob(1001)),'00','.a'), 1));
--> 4934
select length(jsonb_patch('{}',jsonb_set('{}','$' || replace(hex(zeroblob(5000)),'00','.a'), 1)));
--> 24935
select length(jsonb_patch('{}',jsonb_set('{}','$' || replace(hex(zeroblob(1000)),'00','.a'), 1)));
--> 4935
select length(jsonb_patch('{}',jsonb_set('{}','$' || replace(hex(zeroblob(1001)),'00','.a'), 1)));
--> 4940
select length(jsonb_extract(jsonb_set('{}','$' || replace(hex(zeroblob(5000)),'00','.a'), 1), '$'|| replace(hex(zeroblob(4000)),'00','.a')));
--> 4935
select jsonb_set('{"a":12345}','$.a','x'),jsonb_set('{"a":12345}','$.a','xyz'),jsonb_set('{"a":1234567890}','$.a','xyz'),jsonb_set('[1234]','$[0]',null),jsonb_set('[1234]','$[0]',12);
--> x'8c1761ea0000000178', x'8c1761da000378797a', x'6c17613a78797a', x'1b00', x'5bd300023132'
select '{"a\u0062":1}'->'ab', '{"ab":1}'->'$."a\u0062"', json_set('{"ab":1}','$."a\u0062"',2), json_set('{"ab":1}','$."a\u0063"',2), jsonb_set('{"ab":1}','$."a\u0063"',2);
--> '1', '1', '{"ab":2}', '{"ab":1,"a\u0063":2}', x'cc0f276162133179615c75303036331332'
select json_remove(x'3b133161','$[1]');
--> error: malformed JSON
select json_remove(x'3b133161','$[3]');
--> error: malformed JSON
select json_set(x'3b133161','$[3]',1);
--> error: malformed JSON
select json_patch(x'3c133161','{"a":1}');
--> error: malformed JSON
select json_patch('{}',x'3c133161');
--> error: malformed JSON
select jsonb_patch('{}',x'3c133161');
--> error: malformed JSON

