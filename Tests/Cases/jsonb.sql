-- The binary form of JSON.

-- case JSONB byte for byte, and what is none
select jsonb('[+5,-0,0x1F,-0x10,.5,5.,+.5,-.5,1e5,1.5E+3]');
--> x'cb281335232d304430783146542d30783130262e3526352e262e35362d2e353531653565312e35452b33'
select json_valid(NULL), json_valid(5), json_valid('5',5), json_valid(x'05',4);
--> NULL, 1, 1, 1
select json_group_array(x'ff');
--> error: JSON cannot hold BLOB values
select json_quote(x'ff');
--> error: JSON cannot hold BLOB values
select json_array(jsonb('[1]')), json_array(jsonb_array(1,2)), json_array(json_extract('[[1]]','$[0]')), json_array(jsonb_extract('[[1]]','$[0]'));
--> '[[1]]', '[[1,2]]', '[[1]]', '[[1]]'
select json_pretty(x'ff');
--> error: malformed JSON
select json_valid('{a:1}',1),json_valid('{a:1}',2),json_valid('{"a":1}',3),json_valid(jsonb('{"a":1}'),1),json_valid(jsonb('{"a":1}'),4),json_valid(jsonb('{"a":1}'),8),json_valid(cast('{"a":1}' as blob),1),json_valid(cast('{"a":1}' as blob),4);
--> 0, 1, 1, 0, 1, 1, 1, 0
select jsonb(x'ff'), jsonb(x'1c'), jsonb(x'00'),json_valid(x'1c01',8);
--> error: malformed JSON
select jsonb(x'ff');
--> error: malformed JSON
select jsonb(x'cb0131'), jsonb(x'2b1331');
--> x'cb0131', x'2b1331'
select jsonb(x'2b9331');
--> x'2b9331'
select json(x'2b9331');
--> error: malformed JSON
select json(x'2b1331'),json(x'3b133161');
--> error: malformed JSON
select jsonb(x'3b133161');
--> x'3b133161'
select jsonb(x'10'),json(x'0b'),json(x'1b05');
--> error: malformed JSON
select jsonb(x'1b0d'), jsonb(x'1b10');
--> x'1b0d', x'1b10'
select json(x'1c17'),1;
--> error: malformed JSON
select json(x'4c176117');
--> error: malformed JSON
select json_extract(x'3b133161','$[1]'), 1;
--> error: malformed JSON
select json_extract(x'3b133161','$[0]'), 1;
--> 1, 1
select json_type(x'1b0d','$[0]');
--> ''
select json_type(x'1b0f','$[0]');
--> ''
select json_extract(x'1b0d','$[0]');
--> error: malformed JSON
select json_array_length(x'1b0d'),json_array_length(x'3b133161');
--> 1, 2
select json_valid(x'3b133161',4),json_valid(x'3b133161',8),json_error_position(x'3b133161');
--> 1, 0, 4
select jsonb('{"a":1,"b":[1,2],"c":"x\ny","d":''q"r'',e:1.5}');
--> x'cc1e1761133117624b13311332176348785c6e79176439712272176535312e35'
select jsonb_array(1,'a',1.5,null,json('[1]')),jsonb_object('a',1),jsonb_group_array(5),jsonb_group_object('a',5);
--> x'cb0c1331176135312e35002b1331', x'4c17611331', x'2b1335', x'4c17611335'
select jsonb_extract('{"a":[1,2]}','$.a'),jsonb_extract('{"a":[1,2]}','$.a[0]'),jsonb_extract('{"a":"x"}','$.a'),jsonb_extract('{"a":[1,2]}','$.a','$.a[0]','$.q'),typeof(jsonb_extract('{"a":null}','$.a'));
--> x'4b13311332', 1, 'x', x'8b4b13311332133100', 'null'
select json_type(x'3b133161','$[1]');
--> 'true'
select json_type(x'3b133161','$[1][0]');
--> NULL
select json_type(x'3b133161','$[2]');
--> error: malformed JSON
select json_array_length(x'3b133161','$[3]');
--> error: malformed JSON
select json_extract(x'3c133161','$.a');
--> error: malformed JSON

