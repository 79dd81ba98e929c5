-- JSON functions that read and make values.

-- case paths and parts
select json_extract('[0xffffffffffffffff]','$[0]');
--> 1.8446744073709552e+19
select json_extract('[0x1ffffffffffffffff]','$[0]');
--> error: malformed JSON
select json_extract('[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809]','$[0]','$[1]','$[2]','$[3]');
--> '[9223372036854775807,9223372036854775808,-9223372036854775808,-9223372036854775809]'
select json_extract('[9223372036854775808]','$[0]');
--> 9.2233720368547758e+18
select json_extract('[-9223372036854775808]','$[0]');
--> -9223372036854775808
select json_extract('{"a":1}','$.a[');
--> NULL
select json_extract('{"a":1}','$.b[');
--> NULL
select json_extract('5','$.a[');
--> NULL
select json_extract('5','a');
--> error: bad JSON path: 'a'
select json_extract('5','');
--> error: bad JSON path: ''
select json_extract('5',NULL);
--> NULL
select json_extract('{"a":1}','$.');
--> error: bad JSON path: '$.'
select json_extract('{"a":1}','$."a');
--> error: bad JSON path: '$."a'
select json_extract('{"a":1}','$x');
--> error: bad JSON path: '$x'
select json_extract('{"a":1}',5);
--> error: bad JSON path: '5'
select '{"a":1}' -> 5;
--> NULL
select '{"a":1}' -> 'a', '{"a":1}' ->> 'a', '{"a b":"x"}' -> 'a b','{"a b":"x"}' ->> 'a b';
--> '1', 1, '"x"', 'x'
select '[1,2,3]' -> 1, '[1,2,3]' -> -1,'[1,2,3]' ->> '1','[1,2,3]' -> '[1]', '[1,2,3]' -> '[#-1]';
--> '2', '3', NULL, '2', '3'
select '[1,2,3]' -> 1.0;
--> NULL
select '[1,2,3]' -> 1.5;
--> NULL
select '{"1":5}' -> '1', '{"1.5":5}' -> 1.5;
--> '5', '5'
select '{"a":1}' -> '';
--> error: bad JSON path: ''
select '{"":1}' -> '';
--> error: bad JSON path: ''
select '{"a":1}' -> '$';
--> '{"a":1}'
select '{"a":1}' -> NULL;
--> NULL
select NULL -> 'a';
--> NULL
select 'bad' -> 'a';
--> error: malformed JSON
select json_extract('bad','$');
--> error: malformed JSON
select json_array('{"a":1}'->'a','{"a":1}'->>'a','{"a":"x"}'->'a');
--> '[1,1,"x"]'
select json_extract('{"a":1}','$.a','bad');
--> error: bad JSON path: 'bad'
select json_extract('{"a":1}');
--> NULL
select json_extract();
--> NULL
select json_extract(NULL);
--> NULL
select json('{"a":1,"a":2}'), json_extract('{"a":1,"a":2}','$.a');
--> '{"a":1,"a":2}', 1
select json_extract('{"a":null}','$.a'),json_extract('{"a":true,"b":false}','$.a'),json_extract('{"a":true,"b":false}','$.b'),json_extract('[1.50]','$[0]'), json_extract('[1.50]','$[0]','$[0]'),json_extract('["a\u0041\ud83d\ude00\ud800x"]','$[0]') is not null;
--> NULL, 1, 0, 1.5, '[1.50,1.50]', 1
select hex(json_extract('["a\u0041\ud83d\ude00\ud800x\u0000y"]','$[0]'));
--> '6141F09F9880EDA080780079'
select '{"a.b":1}'->'a.b','{"a\"b":1}'->'a"b', '{"a":[1,{"b":2}]}'->'$.a[1].b','{"[0]":7}'->'[0]', '{"-1":7}'->'-1','{"a-1":7}'->'a-1';
--> '1', NULL, '2', NULL, '7', '7'
select json_extract('{"a.b":1}','$."a.b"'),json_extract('{"":1}','$.""'),json_extract('[[1,2]]','$[0][1]'),json_extract('[1]','$[ 0]');
--> error: bad JSON path: '$[ 0]'
select json_extract('[1,2]','$[#-0]'),json_extract('[1,2]','$[#-3]'),json_extract('[1,2]','$[#]'),json_extract('[1,2]','$[99999999999]');
--> NULL, NULL, NULL, NULL
select json_extract('[1,2]','$[#-]');
--> error: bad JSON path: '$[#-]'
select json_extract('[1,2]','$[-1]');
--> error: bad JSON path: '$[-1]'
select json_extract('[1,2]','$[#-1');
--> error: bad JSON path: '$[#-1'
select json_extract('{"a":1}', '$.a' || char(0) || 'zz');
--> 1
select "->"('{"a":1}','a'), "->>"('{"a":1}','$.a');
--> '1', 1
select json_extract('{"a":1}'->'$','$.a');
--> 1
select '{"a":{"b":2}}'->'a'->'b', '{"a":{"b":2}}'->'a'->>'b';
--> '2', 2
select json_extract('["\uda26\udd99x"]','$[0]'), hex(json_extract('["a\\n"]','$[0]'));
--> 'x', '615C6E'

-- case text, numbers, checks and errors
select json('{true:1}');
--> error: malformed JSON
select json('{nul:1}'), json('{null1:1}');
--> '{"nul":1}', '{"null1":1}'
select json('{Infinity:1}');
--> error: malformed JSON
select json('[NaN,Infinity,-Infinity,+Infinity,inf,-inf,iNf,QNaN,snan]');
--> '[null,9e999,-9e999,9e999,9e999,-9e999,9e999,null,null]'
select json('[+5,-0,0x1F,-0x10,.5,5.,+.5,-.5,1e5,1.5E+3]');
--> '[5,-0,31,-16,0.5,5.0,0.5,-0.5,1e5,1.5E+3]'
select json('[01]');
--> error: malformed JSON
select json('[-]');
--> error: malformed JSON
select json('+');
--> error: malformed JSON
select json('[1.e5]'), json('[.e5]');
--> error: malformed JSON
select json('[1.e5]');
--> '[1.0e5]'
select json('[0xffffffffffffffff, 0x1ffffffffffffffff]');
--> '[18446744073709551615,9.0e999]'
select json_array(1.1,1e300,9e999,-9e999,0.1+0.2,1e15,123456789012345678.0,1.0);
--> '[1.1,1.0e+300,9.0e+999,-9.0e+999,0.3,1.0e+15,1.23456789012346e+17,1.0]'
select json('');
--> error: malformed JSON
select json_valid('');
--> 0
select json_valid('5',0);
--> error: FLAGS parameter to json_valid() must be between 1 and 15
select json_valid('5',16);
--> error: FLAGS parameter to json_valid() must be between 1 and 15
select json_valid('5',NULL);
--> error: FLAGS parameter to json_valid() must be between 1 and 15
select json_valid('5','2abc');
--> 1
select json_error_position('[1,2'), json_error_position('{"a":é'), json_error_position(NULL), json_error_position('5');
--> 5, 6, NULL, 0
select json(replace(hex(zeroblob(1000)),'00','[')||replace(hex(zeroblob(1000)),'00',']')) is not null;
--> 1
select json(replace(hex(zeroblob(1001)),'00','[')||replace(hex(zeroblob(1001)),'00',']')) is not null;
--> error: malformed JSON
select json_object('a'), json_object(1,2);
--> error: json_object() requires an even number of arguments
select json_object(1,2);
--> error: json_object() labels must be TEXT
select json_object('a',x'00');
--> '{"a":null}'
select json_object('a',x'ff');
--> error: JSON cannot hold BLOB values
select json_object(NULL,2);
--> error: json_object() labels must be TEXT
select json_group_object(a,b) from (select null a,1 b union all select 'x',2 union all select 3,4 union all select null,1);
--> '{"x":2,"3":4}'
select json_group_array(a) from (select 1 a where 0), (select 2);
--> '[]'
select json_group_object(a,a) from (select 1 a where 0);
--> '{}'
select json_quote(json('[1]')), json_quote('a"b'), json_quote(null), json_quote(1.5);
--> '[1]', '"a\"b"', 'null', '1.5'
select json_array((select json('[1]')));
--> '[[1]]'
select json_array((select json('[1]') limit 1));
--> '[[1]]'
select json_array(case when 1 then json('[1]') else 2 end), json_array(coalesce(null,json('[1]'))), json_array(iif(1,json('[1]'),3)), json_array(ifnull(json('[1]'),2)), json_array(+json('[1]')), json_array(json('[1]') collate nocase), json_array(likely(json('[1]'))), json_array(nullif(json('[1]'),1)), json_array(max(json('[1]'),'a')), json_array(cast(json('[1]') as text)), json_array(json('[1]')||'');
--> '[[1]]', '[[1]]', '[[1]]', '[[1]]', '[[1]]', '[[1]]', '[[1]]', '[[1]]', '["a"]', '[[1]]', '["[1]"]'
select json_array(x) from (values(json('[1]')));
--> error: no such column: x
select json_array(column1) from (values(json('[1]')));
--> '["[1]"]'
select json_array(column1) from (values(json('[1]')),(json('[2]')));
--> '["[1]"]'
--> '["[2]"]'
select json_type('{"a":1}','$.a'), json_type('1.5'),json_type('0x1'),json_type('null'),json_type('"x"'),json_type('[1]','$[3]');
--> 'integer', 'real', 'integer', 'null', 'text', NULL
select json_array_length('[1,2]'), json_array_length('5'), json_array_length('{"a":[1,2,3]}','$.a'), json_array_length('{"a":1}','$.b'),json_array_length('{"a":[1,2,3]}','$');
--> 2, 0, 3, NULL, 0
select json_array_length('[1,2]','x');
--> error: bad JSON path: 'x'
select json_array_length('[1,2]',NULL), json_type('[1,2]',NULL);
--> NULL, NULL
select json_pretty('{"a":[1,2,{"b":[]}],"c":{},"d":[]}');
--> '{\n    "a": [\n        1,\n        2,\n        {\n            "b": []\n        }\n    ],\n    "c": {},\n    "d": []\n}'
select json_pretty('{"a":[1,2,{"b":[]}],"c":{},"d":[]}','');
--> '{\n"a": [\n1,\n2,\n{\n"b": []\n}\n],\n"c": {},\n"d": []\n}'
select json_pretty('{"a":[1,2]}','xx'), json_pretty('{"a":[1,2]}',null), json_pretty('5'), json_pretty(null), json_pretty('{"a":1}',5);
--> '{\nxx"a": [\nxxxx1,\nxxxx2\nxx]\n}', '{\n    "a": [\n        1,\n        2\n    ]\n}', '5', NULL, '{\n5"a": 1\n}'
select json_error_position('1 x'),json_error_position('1x'),json_error_position('{"a":1}}'),json_error_position('[1,2}'),json_error_position('{a b}'),json_error_position(''),json_error_position('   '),json_error_position('"abc'),json_error_position('[1 2]'),json_error_position('{"a" 1}'),json_error_position('{"a":}'),json_error_position('{1:2}'),json_error_position('{[1]:2}'),json_error_position('{,}'),json_error_position('{ ,}');
--> 1, 1, 1, 5, 4, 1, 1, 5, 4, 6, 6, 2, 2, 2, 3
select json_error_position('"a\qb"'),json_error_position('"é\q"'),json_error_position('[1,,2]'),json_error_position('[,]'),json_error_position('tru'),json_error_position('// x'),json_error_position('/* x'),json_error_position('1.2.3'),json_error_position('1e'),json_error_position('1e+'),json_error_position('-'),json_error_position('01'),json_error_position('-01');
--> 4, 4, 4, 2, 1, 1, 1, 4, 2, 3, 1, 2, 2
select json(1), json(1.5), json('1.50'),json(9e999);
--> '1', '1.5', '1.50', '9e999'
select json(X'7b2261223a317d'), json_valid(X'7b2261223a317d');
--> '{"a":1}', 1
select json('[1]' || char(0) || 'zz'), json('{"a":"' || char(0) || '"}');
--> error: malformed JSON
select json('[1]' || char(0) || 'zz');
--> '[1]'
select json(' [1 , 2 ] '), json('/*x*/[1]//y'), json_valid(' [1] '), json_valid('[1]//'), json_valid('[1,]'), json_valid('{"a":1,}',2);
--> '[1,2]', '[1]', 1, 0, 0, 1
select json('''a"b''');
--> '"a\"b"'
select json('["a'||char(9)||char(10)||'b"]'), json_valid('["a'||char(9)||'b"]');
--> '["a\t\nb"]', 0
select json_quote(char(1)||char(31)||char(127)||char(8)||char(12)||'é');
--> '"\u0001\u001f\b\fé"'
select json_array(), json_object(), json_group_array(distinct 1);
--> '[]', '{}', '[1]'
select json_error_position('{} x'), json_error_position('[ ] x'),json_error_position('{"a":1 } x'),json_error_position('[1 /**/ ] x'),json_error_position('[[],1] x'),json_error_position('   }'),json_error_position('[1]/*'),json_error_position('[]/*');
--> 2, 3, 1, 9, 3, 4, 1, 2
select json_type('{"a":1}','a');
--> error: bad JSON path: 'a'

